"""Tuning a check: look up, try, compare, save; trying writes nothing, and nothing is ever replaced."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from check_desk.small_newsroom import lay_out

from workbench import loader
from workbench.errors import Usage
from workbench.learning import tuning
from workbench.lessons.tuning import Bench, Wanted

TEXTS = {"one": "Take a star drop at night. A star drop is sweet.", "two": "No star here. The star\ndrop again."}
WANTED = Wanted(
    id="star-drop", phrases=("star drop~",), fires=(("A star drop.", "star drop"),), silent=("A star.",), why="Why.",
    source="A book",
)  # fmt: skip


def test_each_place_of_a_phrase_with_the_words_around_it() -> None:
    lines = tuning.concordance("Star drop", TEXTS, width=2)
    assert [(line.name, line.before, line.phrase) for line in lines] == [
        ("one", "Take a", "star drop"), ("one", "night A", "star drop"), ("two", "here The", "star drop"),
    ]  # fmt: skip


def test_no_more_places_than_asked_and_none_of_a_word_inside_another() -> None:
    assert len(tuning.concordance("star", TEXTS, most=1)) == 1
    assert tuning.concordance("drops", TEXTS) == []


def test_a_phrase_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="word or a phrase"):
        tuning.concordance("…!", TEXTS)


def test_words_that_stand_together() -> None:
    assert tuning.collocations(TEXTS.values())[0].words == ("star", "drop")
    assert tuning.collocations(TEXTS.values(), "night") == []
    assert tuning.collocations([]) == []
    assert tuning.collocations(["", "…"]) == []


def test_what_a_change_adds_and_removes() -> None:
    change = tuning.change([("a", "x"), ("a", "x")], [("a", "x"), ("b", "y")])
    assert change == ([("b", "y")], [("a", "x")])


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(lay_out(tmp_path_factory.mktemp("newsroom")))


def test_trying_shows_what_is_found_and_writes_nothing(bench: Bench) -> None:
    tried = bench.try_(WANTED)
    assert (tried.found, tried.wrong) == ([("drops", "star drop")], [])
    assert not (bench.root / "checks" / "marketing" / "star-drop.toml").exists()
    other = bench.try_(msgspec.structs.replace(WANTED, phrases=("night",), fires=(("At night.", "night"),)))
    rows = bench.compare(tried, other).figure["frames"][0]["table"]["rows"]
    assert rows == [["added", "drops", "night"], ["removed", "drops", "star drop"]]


def test_an_example_that_does_not_hold_is_not_saved(bench: Bench) -> None:
    wrong = msgspec.structs.replace(WANTED, silent=("A star drop too.",))
    assert "Not yet right" in bench.show(bench.try_(wrong)).figure["frames"][0]["caption"]
    with pytest.raises(Usage, match="nothing was saved"):
        bench.save(wrong)
    assert not (bench.root / "checks" / "marketing" / "star-drop.toml").exists()


def test_a_check_of_that_name_is_never_replaced(bench: Bench) -> None:
    before = (bench.root / "checks" / "marketing" / "moon-drop.toml").read_bytes()
    with pytest.raises(Usage, match="already"):
        bench.save(msgspec.structs.replace(WANTED, id="moon-drop"))
    assert (bench.root / "checks" / "marketing" / "moon-drop.toml").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [{"id": "../../out"}, {"id": "Star"}, {"topic": "../x"}, {"phrases": (" ",)}, {"silent": ()}, {"why": " "}],
)  # fmt: skip
def test_what_does_not_do_is_refused(bench: Bench, change: dict[str, object]) -> None:
    with pytest.raises(Usage):
        bench.try_(msgspec.structs.replace(WANTED, **change))


def test_a_saved_check_loads(tmp_path: Path) -> None:
    bench = Bench(lay_out(tmp_path))
    quoted = msgspec.structs.replace(WANTED, why='It says "star".\nTwice.')
    assert "workbench checks test star-drop" in bench.save(quoted)
    file = tmp_path / "checks" / "marketing" / "star-drop.toml"
    assert msgspec.toml.decode(file.read_text(encoding="utf-8"))["why"] == quoted.why
    assert bench._desk.folders
    with pytest.raises(Usage, match="already"):
        bench.save(WANTED)
    assert loader.load(Bench(tmp_path)._desk.folders).checks
