"""A check that does not hold stops the run with file, key and remedy; a newsroom's checks lie over ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from speak import REPOSITORY, content

from workbench import engine, loader, registry
from workbench.check_desk import examples
from workbench.errors import BadContent
from workbench.model import Check, Match

GOOD = """
title = "A word"
category = "marketing-hype"
detector = "phrase"
severity = "warning"
confidence = "high"
message = "“{text}” is a word."
why = "Words matter."
advice = "Choose another."
sources = [{ title = "A book of words" }]
[params]
phrases = ["wonder drop"]
[[example]]
text = "A wonder drop."
finds = ["wonder drop"]
[[example]]
text = "A drop."
finds = []
"""


def folder(root: Path, *files: tuple[str, str]) -> Path:
    for name, text in files:
        path = root / "checks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "checks"


def test_a_good_check_loads_with_id_and_topic_from_its_path(tmp_path: Path) -> None:
    content = loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", GOOD))])
    (check,) = content.checks
    assert (check.id, check.topic, check.severity) == ("wonder-drop", "marketing", "warning")
    assert [hit[0] for hit in content.lexicon.scan(b"a Wonder-drop")] == [check.params["phrases"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("title =", "titel ="), ("marketing/wonder-drop.toml", "titel")),
        (('severity = "warning"', 'severity = "grave"'), ("severity", "grave")),
        (('category = "marketing-hype"', 'category = "hype"'), ("category", "hype", "closed list")),
        (('detector = "phrase"', 'detector = "phrases"'), ("detector", "phrases", "phrase")),
        (("phrases = [", "words = ["), ("params.words", "takes")),
        (('phrases = ["wonder drop"]', ""), ("params.phrases", "missing")),
        (('phrases = ["wonder drop"]', 'phrases = "wonder drop"'), ("params.phrases", "array")),
        (('phrases = ["wonder drop"]', 'phrases = ["/wonder(/"]'), ("wonder(", "RE2")),
        (('phrases = ["wonder drop"]', 'phrases = ["@no-such:name"]'), ("no-such.csv", "put it there")),
        (('sources = [{ title = "A book of words" }]', "sources = []"), ("sources", "at least one")),
        (('why = "Words matter."', 'why = " "'), ("why", "empty")),
        (('finds = ["wonder drop"]', "finds = []"), ("example", "fires")),
        (("finds = []", 'finds = ["drop"]'), ("example", "near miss")),
        (('text = "A drop."', ""), ("example 2", "text")),
        (("[params]", "[params"), ("not valid TOML",)),
        (("“{text}” is", "“{txet}” is"), ("marketing/wonder-drop.toml", "message", "{txet}", "it fills {text}")),
        (("“{text}” is", "“{amout}” is"), ("message", "names {amout}", "{text}")),
        (("“{text}” is", "“{}” is"), ("message", "names {}", "{text}")),
        (("“{text}” is", "“{0}” is"), ("message", "names {0}")),
        (("“{text}” is", "“{ text }” is"), ("message", "names { text }")),
        (("“{text}” is", "“{text.upper}” is"), ("message", "names {text.upper}")),
        (("“{text}” is", "“{text!r}” is"), ("message", "write {text} alone")),
        (("“{text}” is", "“{text:>9}” is"), ("message", "write {text} alone")),
        (("“{text}” is", "“{text” is"), ("message", "brace without its partner", "{text}")),
        (("“{text}” is", "“text}” is"), ("message", "brace without its partner")),
    ],
)
def test_a_broken_check_names_file_key_and_remedy(
    tmp_path: Path, change: tuple[str, str], words: tuple[str, ...]
) -> None:
    assert change[0] in GOOD
    with pytest.raises(BadContent) as caught:
        loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", GOOD.replace(*change)))])
    for word in words:
        assert word in str(caught.value)


@pytest.mark.parametrize("message", ["It is a word.", "“{text}” and “{text}”.", "{{text}} stays, {{amout}} too."])
def test_a_message_needs_no_placeholder_and_may_have_braces(tmp_path: Path, message: str) -> None:
    good = GOOD.replace("“{text}” is a word.", message)
    (check,) = loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", good))]).checks
    assert check.message == message


def test_what_another_detector_fills_is_no_placeholder_here(tmp_path: Path) -> None:
    """A near miss: `{percent}` is filled by the detector beside this one."""
    broken = GOOD.replace("{text}", "{percent}")
    with pytest.raises(BadContent, match=r"message: names \{percent\}.*it fills \{text\}"):
        loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", broken))])


def test_a_prepared_folder_is_held_to_it_as_well(tmp_path: Path) -> None:
    checks = folder(tmp_path, ("marketing/wonder-drop.toml", GOOD))
    loader.load([checks])
    folder(tmp_path, ("marketing/wonder-drop.toml", GOOD.replace("{text}", "{amout}")))
    for _ in range(2):
        with pytest.raises(BadContent, match="amout"):
            loader.load([checks])


def test_detectors_give_what_they_say_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name in `VALUES`, seen in the matches of a first example; and no shipped check leaves one out."""
    given: dict[str, set[str]] = {}
    finding = engine._finding

    def kept(article: Any, check: Check, match: Match, *more: Any) -> Any:
        given.setdefault(check.detector, set()).update(match.values)
        return finding(article, check, match, *more)

    monkeypatch.setattr(engine, "_finding", kept)
    shipped = content()
    for check in shipped.checks:
        fires = next(example for example in check.example if example.finds)
        examples.outcome(check, fires, shipped, [REPOSITORY / "checks"], "US")
    lacking = {
        name: said - given[name]
        for name in given
        if (said := set(getattr(registry.plug("detectors", name), "VALUES", ()))) - given[name]
    }
    assert lacking == {}
    assert len(given) == len(registry.names("detectors"))


def test_an_unknown_topic_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match=r"no topic"):
        loader.load([folder(tmp_path, ("gossip/wonder-drop.toml", GOOD))])


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path, ("marketing/wonder-drop.toml", GOOD)) / "marketing" / "wonder-drop.toml"
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(BadContent, match=r"wonder-drop.toml.*UTF-8"):
        loader.load([path.parent.parent])


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name\nalpha,beta\n", "line 2.*2 cells"),
        ("name,name\na,b\n", "line 1.*different name"),
        ("", "line 1.*header"),
        ('name\n"open\n', "not valid CSV"),
    ],
)
def test_a_broken_table_names_its_line(tmp_path: Path, table: str, problem: str) -> None:
    check = GOOD.replace('phrases = ["wonder drop"]', 'phrases = ["@drops:name"]')
    with pytest.raises(BadContent, match=f"checks/marketing/drops.csv.*{problem}"):
        loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", check), ("marketing/drops.csv", table))])


def test_names_of_a_table_become_phrases_longest_first(tmp_path: Path) -> None:
    check = GOOD.replace('phrases = ["wonder drop"]', 'phrases = ["@drops:name,aliases"]')
    table = "name,aliases\ndrop,dew|wonder drop\n"
    content = loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", check), ("marketing/drops.csv", table))])
    assert [(at, to) for _, at, to in content.lexicon.scan(b"wonder drop and dew")] == [(0, 11), (16, 19)]


def test_a_word_list_becomes_phrases(tmp_path: Path) -> None:
    check = GOOD.replace('phrases = ["wonder drop"]', 'phrases = ["@vocabulary/drops"]')
    place = folder(
        tmp_path, ("marketing/wonder-drop.toml", check), ("vocabulary/drops.txt", "# sold\nwonder drop\ndew\n")
    )
    assert {key for key, _, _ in loader.load([place]).lexicon.scan(b"dew")} == {
        "wonder-drop.phrases",
        "vocabulary/drops",
    }


def test_a_word_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    check = GOOD.replace('phrases = ["wonder drop"]', 'phrases = ["@vocabulary/drops"]')
    with pytest.raises(BadContent, match=r"params.phrases: there is no list checks/vocabulary/drops\.txt"):
        loader.load([folder(tmp_path, ("marketing/wonder-drop.toml", check))])


def overlaid(tmp_path: Path, overlay: str) -> loader.Content:
    ours = folder(tmp_path / "ours", ("marketing/wonder-drop.toml", GOOD))
    return loader.load([ours, folder(tmp_path / "theirs", ("marketing/house.toml", overlay))])


def test_an_overlay_turns_a_check_off(tmp_path: Path) -> None:
    assert overlaid(tmp_path, 'extends = "wonder-drop"\nenabled = false\n').checks == ()


def test_an_overlay_adds_and_removes_phrases_and_lowers(tmp_path: Path) -> None:
    text = 'extends = "wonder-drop"\nseverity = "note"\nadd = { phrases = ["magic dew"] }\n'
    content = overlaid(tmp_path, text + 'remove = { phrases = ["wonder drop"] }\n')
    assert content.checks[0].severity == "note"
    assert [(at, to) for _, at, to in content.lexicon.scan(b"wonder drop, magic dew")] == [(13, 22)]


@pytest.mark.parametrize(
    ("overlay", "problem"),
    [
        ('extends = "wonder-drops"\n', "there is no check"),
        ('extends = "wonder-drop"\nseverity = "error"\n', "can only lower"),
        (
            'extends = "wonder-drop"\nadd = { phrase = ["x"] }\n',
            "house.toml: phrase: is no list of phrases in that check; it has phrases",
        ),
        ('extends = "wonder-drop"\nremove = { phrases = ["magic dew"] }\n', "“magic dew” is not in that list"),
        ('extends = "wonder-drop"\nwhy = "x"\n', "why"),
    ],
)
def test_an_overlay_that_cannot_hold_is_refused(tmp_path: Path, overlay: str, problem: str) -> None:
    with pytest.raises(BadContent, match=problem):
        overlaid(tmp_path, overlay)


def test_a_further_check_of_the_newsroom_runs_beside_ours(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", ("marketing/wonder-drop.toml", GOOD))
    theirs = folder(tmp_path / "theirs", ("marketing/house-word.toml", GOOD.replace("wonder drop", "house word")))
    assert [check.id for check in loader.load([ours, theirs]).checks] == ["house-word", "wonder-drop"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match=r"missing"):
        loader.load([tmp_path / "checks"])


def test_the_shipped_checks_load_and_each_explains_itself() -> None:
    checks = loader.load([REPOSITORY / "checks"]).checks
    assert len(checks) >= 10
    assert all(check.why and check.advice and check.sources for check in checks)
    assert {check.severity for check in checks if check.confidence != "high"} <= {"warning", "note"}


MEASURED = 'confidence = "high"\nmeasured = {{ right = {}, of = {}, on = "2026-11-25", where = "labels" }}'


@pytest.mark.parametrize(
    ("right", "of", "newsroom", "severity"),
    [
        (27, 30, "", "error"),
        (60, 60, "wonder-drop,27,30,2026-11-25", "error"),
        (60, 60, "wonder-drop,2,20,2026-11-25", "error"),  # too few decisions to say anything
        (60, 60, "another,2,40,2026-11-25", "error"),
        # near misses: an error that nobody has shown to be right runs as a warning
        (26, 30, "", "warning"),
        (29, 29, "", "warning"),
        (60, 60, "wonder-drop,26,30,2026-11-25", "warning"),
    ],
)
def test_an_error_has_to_be_shown_right(tmp_path: Path, right: int, of: int, newsroom: str, severity: str) -> None:
    grave = GOOD.replace('severity = "warning"', 'severity = "error"')
    measured = grave.replace('confidence = "high"', MEASURED.format(right, of))
    place = folder(tmp_path, ("marketing/wonder-drop.toml", measured))
    if newsroom:
        (place / "measured.csv").write_text(f"check,right,of,on\n{newsroom}\n", encoding="utf-8")
    assert [check.severity for check in loader.load([place]).checks] == [severity]
    unmeasured = folder(tmp_path / "bare", ("marketing/wonder-drop.toml", grave))
    assert [check.severity for check in loader.load([unmeasured]).checks] == ["warning"]


def test_counts_that_do_not_hold_are_named(tmp_path: Path) -> None:
    place = folder(tmp_path, ("marketing/wonder-drop.toml", GOOD))
    (place / "measured.csv").write_text("check,right,of\nwonder-drop,many,30\n", encoding="utf-8")
    with pytest.raises(BadContent, match=r"checks/measured\.csv: line 2: needs check"):
        loader.load([place])
