"""What an approval still covers: pairs of a text and its edit, carried or open again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import article

from workbench import covering
from workbench.covering import Difference, Surface

BASE = (
    "# Velodrin for hay fever\n\n"
    "Velodrin is a nose spray that you can buy without a prescription.\n\n"
    "In one trial, 30 of 60 adults who used the spray slept better [1](https://trials.example/velodrin).\n\n"
    "Adults use 2 sprays a day. Do not give it to children under 6.\n\n"
    "Our reporter tried it in the garden, and the grass was very tall.\n\n"
    "This page is not medical advice. Talk to your doctor before you start a new medicine.\n"
)


def surface(text: str) -> Surface:
    return covering.of(article(text))


def difference(before: str, now: str) -> Difference:
    return covering.differ(surface(before), surface(now))


CARRIED = [
    ("In one trial, 30 of", "In one trial 30 of"),
    ("in the garden, and the grass", "in the garden and the grass"),
    ("grass was very tall.", "grass was very tall!"),
    ("Our reporter tried", "Our writer tried"),
    ("in the garden", "in the meadow"),
    ("very tall", "quite tall"),
    ("Velodrin is a nose spray", "Velodrin is a nose  spray"),
    ("and the grass was very tall", "where grass grew tall"),
    ("the spray slept better", "the spray slept better,"),
    ("Velodrin for hay fever", "Velodrin for Hay Fever"),
    ("Our reporter tried it in the garden, and the grass was very tall.\n\n", ""),
    ("# Velodrin for hay fever\n", "# Velodrin for hay fever\n\nOur cover picture shows a garden.\n"),
    ("Adults use 2 sprays a day. Do not", "Adults use 2 sprays a day.\n\nDo not"),
    ("medical advice. Talk", "medical advice.\n\nTalk"),
    ("it in the garden, and", "it in the park – and"),
]

OPEN = [
    ("30 of 60", "36 of 60"),
    ("30 of 60", "30 of 600"),
    ("2 sprays", "3 sprays"),
    ("2 sprays a day", "2 sprays an hour"),
    ("Do not give", "Do give"),
    ("Do not give it", "Give it"),
    ("under 6", "under 16"),
    ("children under 6", "children"),
    ("to children under 6", "to adults"),
    ("30 of 60 adults", "30 of 60 children"),
    ("Adults use", "Children use"),
    ("is not medical advice", "is medical advice"),
    ("without a prescription", "with a prescription"),
    ("[1](https://trials.example/velodrin)", ""),
    ("https://trials.example/velodrin", "https://shop.example/velodrin"),
    ("slept better", "slept worse"),
    ("slept better", "slept much better"),
    ("Talk to your doctor before you start a new medicine.", ""),
    ("Talk to your doctor before", "Talk to your doctor after"),
    ("This page is not medical advice. ", ""),
    ("In one trial, 30 of 60 adults who used the spray slept better [1](https://trials.example/velodrin).\n\n", ""),
    ("in the garden, and the grass was very tall", "in the garden, and it cured his asthma"),
    ("Our reporter tried it", "Our 3 reporters tried it"),
    ("nose spray that you can buy", "nose spray that you must buy"),
    ("Velodrin is a nose spray", "Ketamine is a nose spray"),
    ("# Velodrin for hay fever", "# Velodrin for depression"),
    ("Our reporter tried it in the garden", "Our reporter never tried it in the garden"),
    ("Adults use 2 sprays a day.", "Adults use 2 sprays a day. Double the dose if it does not help."),
    ("In one trial, 30", "In most trials, 30"),
    ("sprays a day", "sprays a week"),
    ("the grass was very tall", "“the grass was very tall”"),  # now somebody else says so
]

DOSES = [  # (before, now, carries) as whole texts
    ("Adults take 0.5 mg of ketamine per kg.", "Adults take 5 mg of ketamine per kg.", False),
    ("Adults take 0.5 mg of ketamine per kg.", "Adults take 0.5 mcg of ketamine per kg.", False),
    ("Adults take 0.5 mg of ketamine per kg.", "Adults take 0.5 mg of esketamine per kg.", False),
    ("Adults take 0.5 mg of ketamine per kg.", "Adults take .5 mg of ketamine per kg.", False),
    ("Adults take 0.5 mg of ketamine per kg.", "Adults take 0.5 mg of ketamine per kg!", True),
    ("Take it with food. Our town has a park.", "Take it without food. Our town has a park.", False),
    ("Take it with food. Our town has a park.", "Take it with food. Our town had a park.", True),
    ("Do not drink if you drive.", "Drink if you do not drive.", False),
    ("You may stop at any time.", "You must stop at any time.", False),
    ("It is safe, not harmful.", "It is harmful, not safe.", False),
    ("Ask the nurse, then the clerk.", "Ask the clerk, then the nurse.", False),
    ("Nothing helped her. She sang.", "Nothing helped her. She sang loudly.", True),
    ("The study ran from 2019 to 2021.", "The study ran from 2019 to 2022.", False),
    ("The study ran from 2019 to 2021.", "The study ran, from 2019 to 2021.", True),
    ("It costs $40 a month.", "It costs £40 a month.", False),
    ("It costs $40 a month.", "It costs $400 a month.", False),
    ("Pain fell by 40%.", "Pain fell by 40 %.", True),
    ("Pain fell by 40%.", "Pain rose by 40%.", False),
    ("We met Ana. We met Ben.", "We met Ben. We met Ana.", True),
    ("Call 911 if you feel faint.", "Call 112 if you feel faint.", False),
    ("Temperatures of 38.5 °C are fever.", "Temperatures of 38,5 °C are fever.", False),
    ("A dose is 1,000 units.", "A dose is 1.000 units.", False),
    ("The clinic is in Leeds.", "The clinic is near Leeds.", True),
    ("## Facts\n\nIt cures colds.", "## Myths\n\nIt cures colds.", False),
]


@pytest.mark.parametrize(("before", "now"), CARRIED)
def test_an_edit_that_nothing_rests_on_is_carried(before: str, now: str) -> None:
    assert BASE.count(before) == 1
    found = difference(BASE, BASE.replace(before, now))
    assert found.carries, found.reopened()


@pytest.mark.parametrize(("before", "now"), OPEN)
def test_an_edit_that_turns_what_is_said_is_open_again(before: str, now: str) -> None:
    assert BASE.count(before) == 1
    found = difference(BASE, BASE.replace(before, now))
    assert not found.carries
    assert all(change.why for change in found.reopened())


@pytest.mark.parametrize(("before", "now", "carries"), DOSES)
def test_pairs(before: str, now: str, carries: bool) -> None:
    found = difference(before, now)
    assert found.carries == carries, found


@pytest.mark.parametrize(("before", "now"), OPEN[:12])
def test_only_the_sentence_that_changed_is_open_again(before: str, now: str) -> None:
    found = difference(BASE, BASE.replace(before, now))
    (change,) = found.reopened()
    assert change.before != change.now
    assert found.covered == found.sentences - 1


def test_a_new_finding_opens_it_though_no_word_that_counts_changed() -> None:
    before = surface(BASE)
    assert covering.differ(before, before).carries
    assert not covering.differ(before, before, findings=("Reading grade too high",)).carries


def test_no_text_differs_from_itself_and_a_moved_paragraph_is_no_change() -> None:
    assert difference(BASE, BASE).changes == ()
    first, *rest = BASE.split("\n\n")
    assert difference(BASE, "\n\n".join([first, *reversed(rest)])).changes == ()


def test_what_is_stored_is_what_was_compared() -> None:
    before = surface(BASE)
    assert covering.unpacked(covering.packed(before)) == before
    assert covering.unpacked("") is None
    assert covering.unpacked("{") is None


def test_its_name_changes_with_anything_in_it() -> None:
    one = covering.differ(surface(BASE), surface(BASE.replace("tall", "low")), hashes=("a" * 64, "b" * 64))
    other = covering.differ(surface(BASE), surface(BASE.replace("tall", "low")), hashes=("a" * 64, "c" * 64))
    assert one.name() != other.name()
    assert (
        one.name()
        == covering.differ(surface(BASE), surface(BASE.replace("tall", "low")), hashes=("a" * 64, "b" * 64)).name()
    )


SENTENCES = ["Adults take 2 tablets a day.", "It does not cure colds.", "We met Ana in the park.", "The sky was blue."]


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_nothing_is_covered_twice_and_nothing_that_counts_is_lost_unseen(before: list[str], now: list[str]) -> None:
    found = difference("\n\n".join(before) or "x", "\n\n".join(now) or "x")
    heavy = {"Adults take 2 tablets a day.", "It does not cure colds."}
    assert 0 <= found.covered <= max(1, len(before))
    same = all(before.count(line) == now.count(line) for line in heavy)
    assert found.carries == same
