"""The states of the design and how they follow each other; what the table adds to them stands here by name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from moves_cast import MARA, finding, live, past, refused, work

from workbench import decisions
from workbench.review import moves
from workbench.review.moves import MOVES, STATES, Move, happened, printed
from workbench.review.moves.conditions import CONDITIONS
from workbench.review.moves.needs import NEEDS

# As drawn. "changed" is "open, marked"; "second", "accepting" and "questioned" are "needs second reviewer".
DRAWN = {
    "work": """new > in review > changes requested > in review > approved > none; approved > in review
        none > in review""",  # the last: an expired or inherited page is opened
    "live": "published > expired; published > held; expired > held; held > published",
    "finding": """open > fix > open; fix > fixed; open > fixed; open > dismissed; open > accepted > open
        open > second > dismissed; open > accepting > accepted; second > open; accepting > open
        open > questioned > dismissed; questioned > accepted; questioned > open
        fix > contested > fix; contested > dismissed; fixed > changed; dismissed > changed; accepted > changed""",
    "claim": """unsubstantiated > substantiated > expired > substantiated; unsubstantiated > disputed
        substantiated > disputed; expired > disputed; disputed > substantiated; disputed > unsubstantiated""",
    "complaint": "none > received > found > corrected; found > rejected",
}
ADDED = {
    # A draft comes in; two people put a page back in two steps, and it is again what it was before (also inherited);
    # approved text may follow any state of the page.
    "work": "none > new",
    "live": """inherited > held > putting back > held; putting back > as before; putting back > published
        none > published; expired > published; inherited > published""",
    # What is marked can be decided like what is open; a second person may ask for the fix instead; whatever waits is
    # settled by the next text as well; one's own step can be taken back.
    "finding": """changed > fix; changed > dismissed; changed > accepted; changed > second; changed > accepting
        changed > questioned; second > fix; accepting > fix; questioned > fix
        changed > fixed; second > fixed; accepting > fixed; questioned > fixed; contested > fixed; dismissed > fixed
        accepted > fixed; fix > changed; second > changed; accepting > changed; questioned > changed
        contested > changed; fix > as before; second > as before; accepting > as before; questioned > as before
        dismissed > as before; accepted > as before; contested > as before; open > taken back""",
    # What a person marked by hand can be taken back until somebody decided on it or built on it.
    "claim": "unsubstantiated > taken back",
    "complaint": "",
    # One in twenty of the matches that their context holds back is put up for a verdict.
    # Articles disagree until people keep both, or the library's value holds.
    "conflict": "open > kept > settled > open; kept > open; open > settled",
    "match": "held back > harmless > held back; held back > should count > held back",
}


def _pairs(text: str) -> set[tuple[str, str]]:
    chains = [[state.strip() for state in chain.split(">")] for line in text.splitlines() for chain in line.split(";")]
    return {pair for chain in chains for pair in pairwise(chain)}


@pytest.mark.parametrize("subject", ADDED)
def test_states_follow_each_other_as_drawn_and_nothing_else_does(subject: str) -> None:
    built = {(state, move.after) for move in MOVES if move.subject == subject for state in move.before}
    moved = {(before, after) for before, after in built if before != after}
    if subject == "live":
        moved |= {("held", "published")}  # in the two steps of `ADDED`
    assert moved == _pairs(DRAWN.get(subject, "")) | _pairs(ADDED[subject])


def test_fixed_is_set_by_the_next_check_only() -> None:
    assert {move.action for move in MOVES if move.after == "fixed"} == {"the check no longer fires"}
    assert not [move for move in MOVES if move.roles and (move.after == "fixed" or "fixed" in move.before)]
    for state in STATES["finding"]:
        case = finding(state=state, last=past("dismiss", MARA))
        assert "obody changes that by hand" in str(refused(case, "fixed", MARA)) or state == "fixed"
        assert "obody changes that by hand" in str(refused(case, "the check no longer fires", MARA))
    assert "only the next check does" in str(refused(finding(state="fixed"), "fix", MARA))


@pytest.mark.parametrize("move", [move for move in MOVES if not move.roles], ids=lambda move: move.action)
def test_what_happens_by_itself_is_done_by_nobody(move: Move) -> None:
    for state in move.before:
        assert happened(move.subject, state, move.action)[0] == move.after
    for state in set(STATES[move.subject]) - {s for m in MOVES if m.action == move.action for s in m.before}:
        assert happened(move.subject, state, move.action) == (state, ())


def test_what_cannot_happen_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="nothing like “dismiss” happens to a finding"):
        happened("finding", "open", "dismiss")


def test_mark_live_moves_both_and_only_both() -> None:
    (move,) = (move for move in MOVES if move.action == "mark live")
    assert (move.after, move.sets) == ("none", (("live", "published"),))
    assert happened("notice", "live", "24 hours pass") == ("over", (("work", "in review"),))
    assert "Nobody changes that by hand" in str(refused(live("expired"), "its approved text is marked live", MARA))


def test_every_word_of_the_table_is_known_and_used() -> None:
    assert {need for move in MOVES for need in move.needs} == set(NEEDS)
    assert {name for move in MOVES for name in move.when} == set(CONDITIONS)


def test_the_table_is_printed_where_people_look_and_holds_every_row() -> None:
    text = printed()
    assert moves.__doc__ is not None and text in moves.__doc__
    lines = text.splitlines()
    for move in MOVES:
        assert any(line.startswith(move.action) and all(need in line for need in move.needs) for line in lines)
    assert "second person: none" in text and all(len(line.strip()) == len(line) for line in lines)


def test_what_could_be_decided_in_the_first_form_still_can() -> None:
    known = {(move.action, state, move.after) for move in MOVES if move.subject == "finding" for state in move.before}
    first = {(action, state, after) for action, after in FIRST for state in ("open", "changed")}
    assert first | {("undo", state, "as before") for state in ("fix", "second", "dismissed")} <= known
    assert {("fix", "second", "fix"), ("dismiss", "second", "dismissed")} <= known
    assert all(reason in decisions.REASONS for reason in decisions.READING)


FIRST = (("fix", "fix"), ("dismiss", "dismissed"), ("dismiss", "second"))


def test_an_unknown_action_names_the_known_ones() -> None:
    said = str(refused(finding(), "suppress", MARA))
    assert said.startswith("“suppress” is not something that can be decided here; a writer, an editor")
    assert "dismiss" in said and "contest" in said


@pytest.mark.parametrize(
    ("case", "action", "words"),
    [
        (finding(), "undo", "Nothing is decided here yet; an editor or a medical reviewer can dismiss it"),
        (work("approved"), "ask for changes", "This draft is “approved”: an editor or a medical reviewer can withdraw"),
        (work("new"), "approve editorial", "This draft is “new”: an editor or a medical reviewer can open."),
        (
            live("none"),
            "hold",
            "Nothing of this article is on the site; an editor or an admin can mark an approved text",
        ),
        (live("held"), "agree", "This page is “held”: an editor or a medical reviewer can put back."),
        (work("none"), "open", "a writer can send a draft, an editor or a medical reviewer can open a page"),
    ],
)
def test_a_state_that_leads_nowhere_says_what_leads_on(case: moves.Case, action: str, words: str) -> None:
    assert words in str(refused(case, action, MARA))
