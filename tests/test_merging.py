"""What people wrote in a claim table survives every edit of the article, and two people's copies become one."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench import likeness, merging
from workbench.assigning import assign
from workbench.fingerprint import digest, normalised
from workbench.merging import Conflicts, carry, merge

DRUGS = ("Ferrol", "Nantol", "Ovalin", "Quintas")  # invented
SUBJECTS = ("blood sugar", "sleep", "the heart rate", "stiff knees", "hay fever")
GROUPS = ("adults", "children", "nurses", "older people")


def line(text: str, ordinal: int = 0, **cells: str) -> dict[str, str]:
    """A claim's row as the machine writes it, and what people added."""
    plain = dict.fromkeys(merging.MACHINE, "")
    return {**plain, "id": digest(normalised(text), str(ordinal)), "presence": "here", "text": text, **cells}


def lines(texts: list[str]) -> list[dict[str, str]]:
    seen: Counter[str] = Counter()
    found = []
    for text in texts:
        found.append(line(text, seen[normalised(text)]))
        seen[normalised(text)] += 1
    return found


def reviewed(row: dict[str, str], **cells: str) -> dict[str, str]:
    return {**row, "standing": "substantiated", "evidence": "", "note": "", **cells}


def cells_of(rows: list[dict[str, str]]) -> Counter[tuple[str, str]]:
    return Counter((column, row[column]) for row in rows for column in merging.people([row]) if row[column])


OLD = "Ferrol lowers blood sugar in adults by 30% within four weeks."


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (OLD.replace("30%", "60%"), "number 30 became 60"),
        (OLD.replace("30%", "30.5%"), "number 30 became 30.5"),
        (OLD.replace(" by 30%", ""), "number 30 left out"),
        (OLD.replace("lowers", "does not lower"), "a denial was added"),
        (OLD.replace("adults", "children"), ""),
        (OLD.replace("lowers", "reduces"), ""),
        ("Within four weeks, Ferrol lowers blood sugar in adults by 30%.", ""),
    ],
)
def test_a_reworded_claim_keeps_its_verdict_to_be_confirmed(new: str, told: str) -> None:
    (row,) = carry(lines([new]), [reviewed(line(OLD), evidence="label, section 14")])
    assert (row["presence"], row["was"], row["standing"]) == ("changed", OLD, "substantiated")
    assert likeness.told(row["was"], row["text"]) == told


@pytest.mark.parametrize(
    "new",
    [
        "About one in ten people feel sick in the first week.",
        "Older people should ask a nurse first.",
        "Four weeks is a long time to wait for blood sugar.",
        "In adults, 30% slept badly.",
    ],
)
def test_another_claim_inherits_nothing(new: str) -> None:
    rows = carry(lines([new]), [reviewed(line(OLD))])
    assert [(row["presence"], row.get("standing", "")) for row in rows] == [("here", ""), ("gone", "substantiated")]


def test_another_drug_is_another_claim() -> None:
    old = reviewed(line("Ferrol lowers blood sugar.", intervention="ferrol"))
    (new, gone) = carry([line("Nantol lowers blood sugar.", intervention="nantol")], [old])
    assert (new.get("standing", ""), gone["presence"]) == ("", "gone")


def test_equal_words_with_the_equal_number_go_together() -> None:
    old = [reviewed(line(OLD.replace("30%", f"{n}%")), note=str(n)) for n in (20, 30, 40)]
    now = lines([OLD.replace("30%", f"{n}%").replace("four", "five") for n in (40, 20, 30)])
    assert [row["note"] for row in carry(now, old)] == ["40", "20", "30"]


def test_the_best_pair_first_would_lose_a_verdict() -> None:
    pairs = {(0, 0): 0.90, (0, 1): 0.92, (1, 1): 0.91}
    assert assign(pairs) == {0: 0, 1: 1}


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.sampled_from([0.75, 0.8, 0.9, 1.0])))
def test_pairs_are_worth_the_most_together(pairs: dict[tuple[int, int], float]) -> None:
    found = assign(pairs)
    assert len(set(found.values())) == len(found)
    worth = sum(pairs[pair] for pair in found.items())
    others = (sum(pairs.get(pair, 0) for pair in enumerate(order)) for order in permutations(range(4)))
    assert worth == pytest.approx(max(others))


def test_of_equal_sentences_the_reviewed_one_stays_when_the_other_is_cut() -> None:
    first, second = lines([OLD, OLD])
    (row,) = carry(lines([OLD]), [first, reviewed(second)])
    assert (row["standing"], row["presence"]) == ("substantiated", "here")


def test_both_were_reviewed_and_one_is_cut() -> None:
    first, second = lines([OLD, OLD])
    rows = carry(lines([OLD]), [reviewed(first, note="one"), reviewed(second, note="two")])
    assert [(row["note"], row["presence"]) for row in rows] == [("one", "here"), ("two", "gone")]


def test_an_id_that_a_spreadsheet_mangled_is_found_by_its_wording() -> None:
    (row,) = carry(lines([OLD]), [reviewed({**line(OLD), "id": "1.23E+11"})])
    assert (row["id"], row["presence"], row["standing"]) == (line(OLD)["id"], "here", "substantiated")


def test_a_claim_that_left_comes_back_reworded() -> None:
    gone = carry(lines(["Sleep is good."]), [reviewed(line(OLD))])
    rows = carry(lines(["Sleep is good.", OLD.replace("30%", "35%")]), gone)
    assert [row["presence"] for row in rows] == ["here", "changed"]


def test_columns_that_people_added_stay_with_the_claim() -> None:
    (row,) = carry(lines([OLD.replace("30", "31")]), [{**line(OLD), "ticket": "QA-7"}])
    assert (row["ticket"], row["presence"]) == ("QA-7", "changed")


# --- an article that is edited, reordered and partly rewritten ---


@st.composite
def claims(draw: st.DrawFn) -> str:
    drug, what, who = (draw(st.sampled_from(words)) for words in (DRUGS, SUBJECTS, GROUPS))
    number, weeks = draw(st.integers(1, 99)), draw(st.integers(2, 52))
    form = draw(st.sampled_from([
        "{drug} improves {what} in {who} by {number}% after {weeks} weeks.",
        "After {weeks} weeks, {number} of 100 {who} who took {drug} reported better {what}.",
        "Most {who} can take {drug} for {what}, but {number}% stop within {weeks} weeks.",
        "{what} got worse in {number}% of {who}, {weeks} weeks after they had stopped {drug}.",
    ]))  # fmt: skip
    return str(form.format(drug=drug, what=what, who=who, number=number, weeks=weeks))


def edited(text: str, how: str) -> str:
    return {
        "kept": text,
        "number": text.replace("1", "7").replace("2", "8"),
        "word": text.replace("improves", "helps").replace("reported", "told of").replace("stop", "give up"),
        "longer": text[:-1] + ", the makers say.",
        "cut": "",
    }[how]


ARTICLES = st.lists(claims(), min_size=1, max_size=9, unique_by=normalised)
EDITS = st.lists(st.sampled_from(["kept", "number", "word", "longer", "cut"]), min_size=9, max_size=9)


@settings(max_examples=150, deadline=None)
@given(ARTICLES, EDITS, st.lists(claims(), max_size=3), st.randoms(use_true_random=False), st.data())
def test_nothing_that_people_wrote_is_lost(
    before: list[str], how: list[str], new: list[str], random: Any, data: st.DataObject
) -> None:
    old = [
        reviewed(row, note=data.draw(st.sampled_from(["", "ask again", f"note {at}"])), ticket=f"T{at}")
        if data.draw(st.booleans()) else row
        for at, row in enumerate(lines(before))
    ]  # fmt: skip
    texts = [edited(text, way) for text, way in zip(before, how, strict=False)]
    after = [text for text in texts if text] + new
    random.shuffle(after)
    now = lines(after)
    rows = carry(now, old)
    assert cells_of(rows) == cells_of(old)  # not one cell less, not one twice
    assert [row["text"] for row in rows[: len(now)]] == after  # the article's own order
    assert [row["id"] for row in rows[: len(now)]] == [row["id"] for row in now]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["presence"] == "gone" for row in rows[len(now) :])
    assert carry(now, rows) == rows  # merging twice is merging once
    for row, way in zip(old, how, strict=False):  # a sentence that stands keeps its verdict, and needs no confirming
        if way == "kept" and merging.written(row):
            (same,) = [one for one in rows if one["id"] == row["id"]]
            assert same == row


@settings(max_examples=60, deadline=None)
@given(ARTICLES, EDITS, st.randoms(use_true_random=False))
def test_every_verdict_that_still_applies_follows_its_claim(before: list[str], how: list[str], random: Any) -> None:
    texts = [edited(text, way if way != "cut" else "word") for text, way in zip(before, how, strict=False)]
    masked = [likeness.prepared(text).masked for text in (*before, *texts)]
    assume(len(set(masked[: len(before)])) == len(before))  # else only a number tells them apart, and it may change
    old = [reviewed(row, note=str(at)) for at, row in enumerate(lines(before))]
    order = list(range(len(before)))
    random.shuffle(order)
    rows = carry(lines([texts[at] for at in order]), old)
    assert len(rows) == len(before) and all(row["presence"] != "gone" for row in rows)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, EDITS)
def test_cutting_and_putting_back_is_no_change(before: list[str], how: list[str]) -> None:
    old = [reviewed(row, note=str(at)) for at, row in enumerate(lines(before))]
    fewer = [text for text, way in zip(before, how, strict=False) if way != "cut"]
    assume(all(likeness.likeness(*map(likeness.prepared, pair)) < 0.7 for pair in permutations(before, 2)))
    assert carry(lines(before), carry(lines(fewer), old)) == old


# --- two people's copies ---

BASE = [reviewed(line("One helps."), note="a"), reviewed(line("Two helps."), note="b")]


def copy(*changes: tuple[int, str, str]) -> list[dict[str, str]]:
    rows = [dict(row) for row in BASE]
    for at, column, value in changes:
        rows[at][column] = value
    return rows


def test_cells_that_one_of_two_changed_are_taken_from_that_one() -> None:
    merged = merge(BASE, copy((0, "note", "mine")), copy((0, "evidence", "theirs"), (1, "note", "")))
    assert merged == copy((0, "note", "mine"), (0, "evidence", "theirs"), (1, "note", ""))


def test_the_same_change_by_both_is_no_conflict() -> None:
    assert merge(BASE, copy((0, "note", "x")), copy((0, "note", "x"))) == copy((0, "note", "x"))


def test_nothing_changed_is_nothing_changed() -> None:
    assert merge(BASE, copy(), copy()) == BASE


def test_a_conflict_shows_both_values_and_decides_nothing() -> None:
    mine, theirs = copy((0, "note", "mine")), copy((0, "note", "theirs"))
    with pytest.raises(Conflicts, match=r"claims/m.csv: .*1 cell; .*“One helps.”, note: “mine” or “theirs”") as caught:
        merge(BASE, mine, theirs, "claims/m.csv")
    (cell,) = caught.value.cells
    assert (cell.column, cell.base, cell.mine, cell.theirs) == ("note", "a", "mine", "theirs")
    assert merge(BASE, mine, theirs, chosen={(cell.id, "note"): "mine"}) == mine


def test_many_conflicts_are_counted() -> None:
    base = [reviewed(line(f"Claim {n} helps."), note="") for n in range(8)]
    mine, theirs = ([{**row, "note": who} for row in base] for who in ("m", "t"))
    with pytest.raises(Conflicts, match=r"8 cells; .*and 3 more$"):
        merge(base, mine, theirs)


def test_rows_that_one_copy_lacks_are_kept() -> None:
    extra = reviewed(line("Three hurts."), note="c")
    assert merge(BASE, [*copy(), extra], copy()) == [*BASE, extra]
    assert merge(BASE, copy()[:1], copy()) == BASE


def test_a_copy_of_the_old_wording_joins_the_new_one() -> None:
    theirs = carry(lines(["One helps a bit.", "Two helps."]), BASE)
    merged = merge(BASE, copy((0, "evidence", "mine")), theirs)
    assert [(row["text"], row["evidence"], row["was"]) for row in merged] == [
        ("One helps a bit.", "mine", "One helps."),
        ("Two helps.", "", ""),
    ]


def test_who_confirms_a_new_wording_confirms_it_for_both() -> None:
    base = carry(lines(["One helps a bit.", "Two helps."]), BASE)
    mine = [{**base[0], "was": "", "presence": "here"}, base[1]]
    assert merge(base, mine, base)[0]["presence"] == "here"
    assert merge(base, base, mine)[0]["was"] == ""
    assert merge(base, base, base)[0]["presence"] == "changed"
