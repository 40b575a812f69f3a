"""Claims that people mark, texts that were signed, and findings that other articles have too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from newsroom import ADA, DAY, INES, MARA, RITA, TEXT, TOM, claim_of, did, opened, seen, text_hash

from workbench.review import Outcome, Person, Store, elsewhere, records, signed
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.casing import PLAIN
from workbench.review.claims_by_hand import name_of as claim_name
from workbench.review.ledger import Place
from workbench.review.touching import name_of

pytestmark = pytest.mark.usefixtures("database")
WORDS = "Nothing here"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as made:
        made.record([seen(TEXT)])
        yield made


def marked(text: str = WORDS, **more: object) -> Added:
    start = TEXT.index(text)
    given = {"article": "drops", "start": start, "end": start + len(text), "text": text, "person": MARA, "on": DAY}
    given |= {"at": DAY.isoformat(), "category": "", "note": "", "claim": "safety", **more}
    return Added(**given)  # type: ignore[arg-type]


def claim(store: Store, text: str = WORDS) -> dict[str, object] | None:
    return next((dict(row) for row in store.overview("drops").claims if row["claim"] == claim_name(text)), None)


def test_marked_words_are_a_claim_that_keeps_the_medical_approval_back(store: Store) -> None:
    before = store.overview("drops").work.claims_left
    outcome = store.add(marked())
    assert outcome.ok, outcome.message
    mine = claim(store)
    assert mine is not None
    assert (mine["text"], mine["type"], mine["state"]) == (WORDS, "safety", "unsubstantiated")
    assert store.overview("drops").work.claims_left == before + 1
    assert store.verify() == []


def test_it_is_substantiated_like_any_other_and_outlives_an_edit_elsewhere(store: Store) -> None:
    store.add(marked())
    given = {"source": "a label", "version": "3", "place": "section 2"}
    did(store, "claim", "substantiate", INES, key=claim_name(WORDS), given=given)
    store.record([seen("A new first line.\n" + TEXT)])
    mine = claim(store)
    assert mine is not None
    assert (mine["state"], mine["source"]) == ("substantiated", "a label")
    assert mine["start"] == TEXT.index(WORDS) + len("A new first line.\n")


def test_it_goes_with_its_words(store: Store) -> None:
    store.add(marked())
    store.record([seen(TEXT.replace(WORDS, "All is well"))])
    assert claim(store) is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"person": TOM}, "Only an editor or a medical reviewer"),
        ({"start": 1}, "do not stand there"),
        ({"claim": "praise"}, "is no kind of claim"),
        ({"article": "other"}, "no article"),
    ],
)
def test_a_mark_that_does_not_hold_stores_nothing(store: Store, more: dict[str, object], said: str) -> None:
    before = store.overview("drops")
    outcome = store.add(marked(**more))
    assert not outcome.ok
    assert said in outcome.message
    assert store.overview("drops") == before


def test_the_same_words_are_marked_once(store: Store) -> None:
    assert store.add(marked(request="one")).ok
    assert store.add(marked(request="one")).ok
    assert "a claim already" in store.add(marked(person=INES)).message


def test_the_texts_that_were_signed_are_known_with_their_words(store: Store) -> None:
    first = text_hash(store)
    with store.reading() as connection:
        assert signed.texts(connection, "drops") == []
        stored = signed.text(connection, "drops", first)
        assert signed.text(connection, "drops", "0" * 64) is None
        assert signed.text(connection, "other", first) is None
    assert stored is not None and stored["text"] == TEXT


def test_what_became_of_the_draft_before_is_counted(store: Store) -> None:
    with store.reading() as connection:
        assert signed.since_draft(connection, "drops") is None
    store.record([seen("It is a wonder, a cure.\n" + TEXT)])
    with store.reading() as connection:
        told = signed.since_draft(connection, "drops")
    assert told is not None
    assert told["draft"] == 1 and told["new"] > 0


def test_other_articles_with_the_same_finding_are_counted_and_grave_errors_stand_alone(store: Store) -> None:
    store.record([seen(TEXT, "tea")])
    with store.reading() as connection:
        found = elsewhere.counts(connection, "drops", DAY, PLAIN)
    assert found
    assert {number for number, _ in found.values()} == {1}
    name = next(iter(found))
    store.decide("tea", name, "fix", MARA)
    with store.reading() as connection:
        assert name not in elsewhere.counts(connection, "drops", DAY, PLAIN), "what is decided there waits no more"


def test_one_article_alone_shares_nothing(store: Store) -> None:
    with store.reading() as connection:
        assert elsewhere.counts(connection, "drops", DAY, PLAIN) == {}
        assert elsewhere.others(connection, "drops", []) == {}


def back(store: Store, person: Person = MARA, text: str = WORDS, reason: str = "", **more: str) -> Outcome:
    place = Place("claim", claim_name(text), "drops")
    given = {"on": DAY, "at": DAY.isoformat(), "reason": reason, **more}
    return store.act(Deed(place=place, action="take back", person=person, **given))  # type: ignore[arg-type]


def test_who_marked_a_claim_takes_it_back_and_the_history_tells_both(store: Store) -> None:
    before = store.overview("drops")
    store.add(marked())
    outcome = back(store, request="once")
    assert (outcome.ok, outcome.message) == (True, f"Taken back: “{WORDS}” is no claim any more.")
    assert back(store, request="once").ok, "a message sent twice counts once"
    after = store.overview("drops")
    assert (claim(store), after.work.claims_left, after.article["risk"]) == (
        None, before.work.claims_left, before.article["risk"],
    )  # fmt: skip
    told = [one["what"] for one in store.article("drops")["history"] if claim_name(WORDS) in one["what"]]
    assert [what.split(": ")[1].split(".")[0] for what in told] == ["added by hand (safety)", "take back"]
    assert store.verify() == []


def test_it_stays_away_when_the_text_is_read_again_and_can_be_marked_anew(store: Store) -> None:
    store.add(marked())
    back(store)
    store.record([seen("A new first line.\n" + TEXT)])
    assert claim(store) is None
    store.record([seen(TEXT)])
    assert store.add(marked(claim="cost")).ok
    mine = claim(store)
    assert mine is not None and mine["type"] == "cost"
    assert back(store).ok and claim(store) is None
    assert store.verify() == []


def test_an_editor_takes_back_anothers_and_says_why(store: Store) -> None:
    store.add(marked(person=INES))
    refused = back(store, MARA)
    assert not refused.ok and "reason" in refused.message
    assert back(store, MARA, reason="It only greets the reader.").ok
    assert claim(store) is None


def test_once_substantiated_it_stays_until_a_medical_reviewer_finds_no_source(store: Store) -> None:
    store.add(marked())
    given = {"source": "a label", "version": "3", "place": "section 2"}
    did(store, "claim", "substantiate", INES, key=claim_name(WORDS), given=given)
    refused = back(store)
    assert not refused.ok
    assert (
        "so that it stays. An editor or a medical reviewer can dispute it. Once a medical reviewer" in refused.message
    )
    did(store, "claim", "doubt", MARA, key=claim_name(WORDS), reason="The label says nothing of it.")
    assert not back(store).ok
    place = Place("claim", claim_name(WORDS), "drops")
    seen_ = name_of(store.touched(place))
    did(store, "claim", "reject", INES, key=claim_name(WORDS), reason="No source.", seen=seen_)
    assert back(store).ok


@pytest.mark.parametrize("person", [TOM, ADA, RITA, INES])
def test_nobody_else_takes_it_back(store: Store, person: Person) -> None:
    store.add(marked())
    before = store.overview("drops")
    assert not back(store, person, reason="No.").ok
    assert store.overview("drops") == before


def test_what_the_checks_read_is_nobodys_to_take_back(store: Store) -> None:
    line = "It heals in 3 days."
    store.record([seen(f"{TEXT}{line}\n")])
    place = Place("claim", claim_of(line), "drops")
    outcome = store.act(Deed(place=place, action="take back", person=MARA, on=DAY, at=DAY.isoformat(), reason="No."))
    assert not outcome.ok and "The checks read this claim" in outcome.message


def test_a_claim_that_is_not_there_is_refused(store: Store) -> None:
    outcome = back(store)
    assert not outcome.ok and "has no claim" in outcome.message


def test_an_earlier_day_still_tells_what_was_marked_then(store: Store) -> None:
    later, last = DAY + timedelta(days=1), DAY + timedelta(days=2)
    store.add(marked())
    assert back(store, on=last, at=last.isoformat()).ok  # type: ignore[arg-type]
    with store.reading() as connection:
        then = [[one.claim.text for one in records.of(connection, "drops", day).claims] for day in (DAY, later, last)]
    assert then == [[WORDS], [WORDS], []]


def test_a_day_before_the_mark_does_not_know_it(store: Store) -> None:
    later = DAY + timedelta(days=1)
    store.add(marked(on=later, at=later.isoformat()))
    with store.reading() as connection:
        then = [[one.claim.text for one in records.of(connection, "drops", day).claims] for day in (DAY, later)]
    assert then == [[], [WORDS]]
