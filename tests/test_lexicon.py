"""Phrases in words: inflected forms, any ending, words between; and what they must not reach."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import lexicon as lexicon_module
from workbench.lexicon import BadPattern, Lexicon


def found(phrase: str, text: str) -> list[str]:
    dark = text.encode("ascii")
    return [text[at:to] for _, at, to in Lexicon({"key": [phrase]}).scan(dark)]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("heal~", "It heals, healed and is healing.", ["heals", "healed", "healing"]),
        ("cure~", "One cure, two cures, cured, curing.", ["cure", "cures", "cured", "curing"]),
        ("study~ show~", "Studies show it; one study showed it.", ["Studies show", "study showed"]),
        ("stop~ .. tablet~", "Just stopping all your tablets.", ["stopping all your tablets"]),
        ("lose~ .. weight", "Lose weight and lose a lot of weight.", ["Lose weight", "lose a lot of weight"]),
        ("melt* .. fat", "It melts away belly fat.", ["melts away belly fat"]),
        ("risk~ .. death", "risks of death or death", ["risks of death"]),
        # near misses
        ("heal~", "Health and healthy heels.", []),
        ("cure~", "Secure curates cured-ham.", ["cured"]),
        ("lose~ .. weight", "Lose one two three four weight.", []),
        ("lose~ .. weight", "You may lose, or gain, weight.", []),
        ("stop~ .. tablet~", "They stop. Tablets are next.", []),
        ("win~ .. race", "The wind races.", []),
    ],
)
def test_a_phrase_in_words(phrase: str, text: str, places: list[str]) -> None:
    assert found(phrase, text) == places


@pytest.mark.parametrize("phrase", ["", "  ", "..", "/(/"])
def test_an_unusable_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(BadPattern):
        Lexicon({"key": [phrase]})


_WORDS = st.sampled_from(["stop", "stopped", "the", "red", "tablets", "tablet", ",", "now"])


@given(st.lists(_WORDS, max_size=14))
def test_what_stands_between_is_at_most_three_words(words: list[str]) -> None:
    for place in found("stop~ .. tablet~", " ".join(words)):
        first, *between, last = place.split()
        assert first in ("stop", "stopped") and last in ("tablet", "tablets")
        assert len(between) <= 3 and "," not in between


def test_many_numbers_take_little_memory() -> None:
    lexicon = Lexicon({f"key {number}": [rf"/\d+ mg of drug{number}\b/"] for number in range(200)})

    def grown(numbers: range) -> int:
        before, _ = tracemalloc.get_traced_memory()
        for number in numbers:
            assert list(lexicon.scan(f"{number} mg of nothing".encode())) == []
        return tracemalloc.get_traced_memory()[0] - before

    tracemalloc.start()
    grown(range(50))
    much = grown(range(1_000, 3_000))
    tracemalloc.stop()
    assert much < 2_000 * 500  # a set of 200 patterns takes 8 kB


def test_a_large_corpus_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon_module, "_REMEMBERED", 100)
    lexicon = Lexicon({"key": ["heal~"]})
    for number in range(1_000):
        assert [key for key, _, _ in lexicon.scan(f"word{number} heals".encode())] == ["key"]
    assert len(lexicon._known) <= 100
