"""Claims that people mark, texts that were signed, and findings that other articles have too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import DAY, INES, MARA, TEXT, TOM, did, opened, seen, text_hash

from workbench.review import Store, elsewhere, signed
from workbench.review.by_hand import Added
from workbench.review.casing import PLAIN
from workbench.review.claims_by_hand import name_of as claim_name

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
