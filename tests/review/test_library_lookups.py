"""What the library's screen looks up in the queue: facts and what rests on them, sources of claims, claims by words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import INES, MANY, MARA, claim_of, did, opened, seen

from workbench.review import Store, facts_of, library_uses, sources_of
from workbench.review.ledger import Place
from workbench.review.touching import name_of

pytestmark = pytest.mark.usefixtures("database")
LINE, OTHER = "It shrinks what hurts.", "It costs little here."
TEXT = f"It is a drug.\n{LINE}\n{OTHER}\n"
PAPERS = {"source": "Label", "version": "9", "place": "table 2", "fact": "label-v"}
NEW = {"value": "6 sessions", "country": "US", "effective": "2026-12-01", "source": "Label 10"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(TEXT), seen(f"{LINE}\n", name="pills")])
        yield store


def rest(store: Store, line: str = LINE, article: str = "drops") -> None:
    outcome = did(store, "claim", "substantiate", INES, key=claim_of(line), given=PAPERS, article=article)
    assert outcome.ok, outcome.message


def facts(store: Store) -> list[facts_of.Fact]:
    with store.reading() as connection:
        return facts_of.facts(connection)


def change(store: Store, who: Any = INES, action: str = "change") -> Any:
    seen_ = name_of(store.touched(Place("fact", "label-v")))
    return did(store, "fact", action, who, key="label-v", given=NEW, seen=seen_, article=None)


def test_a_newsroom_without_facts_has_none(store: Store) -> None:
    assert facts(store) == []
    with store.reading() as connection:
        assert facts_of.uses(connection, "label-v") == []
        assert facts_of.names(connection) == []


def test_a_fact_has_one_name_whether_it_is_rested_on_or_spoken_of(store: Store) -> None:
    rest(store)
    rest(store, article="pills")
    assert change(store, MARA, "suggest").ok
    with store.reading() as connection:
        assert facts_of.names(connection) == ["label-v"]


def test_a_fact_is_known_from_the_first_claim_that_rests_on_it(store: Store) -> None:
    rest(store)
    (fact,) = facts(store)
    assert (fact.key, fact.value, fact.claims, fact.live) == ("label-v", "", {"substantiated": 1}, 0)


def test_a_changed_fact_tells_its_value_and_what_expired(store: Store) -> None:
    rest(store)
    rest(store, article="pills")
    assert change(store).ok
    (fact,) = facts(store)
    assert (fact.value, fact.country, fact.by) == ("6 sessions", "US", "Ines Calder")
    assert fact.claims == {"expired": 2}
    with store.reading() as connection:
        uses = facts_of.uses(connection, "label-v")
    assert [(use["article"], use["state"], use["where"]) for use in uses] == [
        ("drops", "expired", "draft"), ("pills", "expired", "draft"),
    ]  # fmt: skip
    assert uses[0]["seen"] == name_of(())


def test_a_suggestion_stands_until_the_fact_is_changed(store: Store) -> None:
    rest(store)
    assert change(store, MARA, "suggest").ok
    (fact,) = facts(store)
    assert (fact.suggested["by"], fact.suggested["source"], fact.value) == ("Mara Olsen", "Label 10", "")
    assert change(store).ok
    assert facts(store)[0].suggested == {}


def test_an_editor_changes_no_fact(store: Store) -> None:
    rest(store)
    assert not change(store, MARA).ok
    assert facts(store)[0].claims == {"substantiated": 1}


def test_a_claim_that_left_the_text_does_not_count(store: Store) -> None:
    rest(store)
    store.record([seen(f"It is a drug.\n{OTHER}\n")])
    assert facts(store) == []


def test_what_has_expired_comes_first(store: Store) -> None:
    rest(store)
    did(store, "claim", "substantiate", INES, key=claim_of(OTHER), given={**PAPERS, "fact": "a-price"})
    assert [fact.key for fact in facts(store)] == ["a-price", "label-v"]
    assert change(store).ok
    assert [fact.key for fact in facts(store)] == ["label-v", "a-price"]


def test_claims_are_found_by_all_words_in_any_case_and_substantiated_ones_first(store: Store) -> None:
    rest(store, article="pills")
    with store.reading() as connection:
        found = library_uses.like(connection, "HURTS shrinks")
        assert [(row["article"], row["state"]) for row in found] == [
            ("pills", "substantiated"), ("drops", "unsubstantiated"),
        ]  # fmt: skip
        assert library_uses.like(connection, "hurts never") == []


@pytest.mark.parametrize("words", ["%", "_", "'; DROP TABLE claims; --", "\\", "😀"])
def test_hostile_words_find_nothing_and_break_nothing(store: Store, words: str) -> None:
    with store.reading() as connection:
        assert library_uses.like(connection, words) == []
        assert len(library_uses.like(connection, "")) == 3


def test_a_claim_is_looked_up_with_what_it_rests_on(store: Store) -> None:
    rest(store)
    with store.reading() as connection:
        row = library_uses.claim(connection, "drops", claim_of(LINE))
        assert row is not None
        assert (row["source"], row["version"], row["locator"]) == ("Label", "9", "table 2")
        assert library_uses.claim(connection, "pills", claim_of(OTHER)) is None


def test_articles_are_told_with_where_they_are(store: Store) -> None:
    with store.reading() as connection:
        assert library_uses.places(connection)["drops"] == {"title": "Drops", "live": False, "where": "draft"}
    assert [library_uses.where(live) for live in ("published", "putting back", "none")] == [
        "published",
        "held",
        "draft",
    ]


def test_only_claims_that_name_or_rest_on_a_source_are_told(store: Store) -> None:
    with store.reading() as connection:
        assert list(sources_of.resting(connection)) == []
    rest(store)
    with store.reading() as connection:
        (one,) = sources_of.resting(connection)
    assert (one.article, one.source, one.standing) == ("drops", "Label", "substantiated")
