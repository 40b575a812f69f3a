"""Articles that disagree, as the reports tell it: named in a section of their own, and never at the gate."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from made_results import report, results
from speak import REPOSITORY

from workbench import checking, tally
from workbench.checking import Wanted
from workbench.model import Amount, Approved, Conflict, Results, Setting, Told, Value, View
from workbench.writers import github, gitlab, html, junit, sarif, terminal
from workbench.writers import json as writer

HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e"
TELLS = {  # a newsroom of three articles
    "a": "# Ketamine for depression\n\nA course of six sessions is usual.\n",
    "b": "# Paying for ketamine\n\nYou will have eight sessions of ketamine.\n",
    "c": "# Ketamine: questions\n\nWill you need ten sessions of ketamine?\n",
}


def value(article: str, number: str, approved: Approved | None = None) -> Value:
    words = f"{number} sessions"
    amount = Amount("", number, number, "sessions")
    told = Told("the number of sessions", "Sessions", Setting(("k",)), amount, words, 3, 13, f"Have {words}.", approved)
    return Value(article, told)


def conflict(key: str = "k" * 16, title: str = "Sessions in a course", scope: str = "ketamine") -> Conflict:
    row = Approved("row-1", "6 sessions", Amount("", "6", "6", "sessions"))
    values = (value("articles/a.md", "6", row), value("articles/b.md", "8", row))
    return Conflict(key, "the number of sessions", title, scope, "note", values, row)


def rendered(form: ModuleType, results: Results, view: View | None = None) -> str:
    return "".join(form.render(results, view or View()))


def made(*conflicts: Conflict) -> Results:
    return results(report(), conflicts=conflicts)


def test_json_tells_them_as_the_contract_says() -> None:
    told = json.loads(rendered(writer, made(conflict())))
    jsonschema.validate(told, json.loads((REPOSITORY / "docs" / "workbench-1.schema.json").read_text("utf-8")))
    (one,) = told["conflicts"]
    assert (one["attribute"], one["scope"], one["check"]) == (
        "Sessions in a course",
        "ketamine",
        "cross-article-conflict",
    )
    assert (one["severity"], one["library"], one["approved"]) == ("note", "row-1", "6 sessions")
    assert one["values"][1] == {
        "path": "articles/b.md",
        "start": 3,
        "end": 13,
        "text": "8 sessions",
        "value": "8 sessions",
    }


def test_json_without_any_has_an_empty_list() -> None:
    assert json.loads(rendered(writer, made()))["conflicts"] == []


def test_the_terminal_names_them_before_it_closes() -> None:
    text = rendered(terminal, made(conflict()), View(width=200))
    lines = [line.strip() for line in text.splitlines()]
    at = lines.index("Articles that disagree")
    assert lines[at + 1] == "● note  Sessions in a course: ketamine  cross-article-conflict"
    assert lines[at + 2 : at + 5] == [
        "6 sessions  articles/a.md  “Have 6 sessions.”",
        "8 sessions  articles/b.md  “Have 8 sessions.”",
        "The library says 6 sessions (row-1).",
    ]


def test_many_are_counted_until_all_are_asked_for() -> None:
    some = made(*(conflict(str(number)) for number in range(14)))
    assert "… and 4 more: show them with --all" in rendered(terminal, some, View(width=200))
    assert "more: show" not in rendered(terminal, some, View(width=200, everything=True))
    page = rendered(html, some)
    assert page.count("<h3>Sessions in a course: ketamine</h3>") == 14 and "More of them: 4" in page


@pytest.mark.parametrize("form", [terminal, html])
def test_without_any_there_is_no_section(form: ModuleType) -> None:
    assert "disagree" not in rendered(form, made(), View(width=200))


def test_hostile_words_stay_words() -> None:
    bad = conflict(title=HOSTILE, scope=HOSTILE)
    page = rendered(html, made(bad))
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)

    Tags().feed(page)
    assert "script" not in tags and "\x1b" not in page
    shown = rendered(terminal, made(bad), View(width=200))
    assert "\x1b" not in shown and "\u202e" not in shown


@pytest.mark.parametrize("form", [sarif, junit, github, gitlab])
def test_formats_of_findings_are_left_as_they_are(form: ModuleType) -> None:
    assert rendered(form, made(conflict())) == rendered(form, made())


def newsroom(root: Path, **texts: str) -> Path:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    (root / "articles").mkdir()
    for name, text in texts.items():
        (root / f"articles/{name}.md").write_text(text, encoding="utf-8")
    return root


def checked(root: Path, *names: str, **more: object) -> tuple[dict[str, list[dict[str, object]]], int]:
    paths = tuple(f"{root}/articles/{name}.md" for name in names) or (f"{root}/articles",)
    wanted = Wanted(paths, made().as_of, format="json", fail_on="note", **more)  # type: ignore[arg-type]
    text, code = checking.check(wanted, root)
    return json.loads(text), code


def test_a_run_compares_its_articles_and_never_gates_on_it(tmp_path: Path) -> None:
    root = newsroom(tmp_path, **TELLS)
    told, code = checked(root, only=("consistency",))
    (one,) = told["conflicts"]
    assert isinstance(one["values"], list)
    assert [str(it["path"])[-4:] for it in one["values"]] == ["a.md", "b.md"]
    assert code == 0, "a conflict between articles holds nothing up"


@pytest.mark.parametrize(
    ("names", "only"),
    [(("a",), ()), (("a", "c"), ()), (("a", "b"), ("readability",)), (("a", "b"), ("long-sentence",))],
)
def test_what_is_not_compared_does_not_disagree(tmp_path: Path, names: tuple[str, ...], only: tuple[str, ...]) -> None:
    assert checked(newsroom(tmp_path, **TELLS), *names, only=only)[0]["conflicts"] == []


def test_a_newsroom_can_turn_it_off(tmp_path: Path) -> None:
    root = newsroom(tmp_path, **TELLS)
    (root / "checks/consistency").mkdir(parents=True)
    overlay = 'extends = "cross-article-conflict"\nenabled = false\n'
    (root / "checks/consistency/off.toml").write_text(overlay, encoding="utf-8")
    assert checked(root)[0]["conflicts"] == []


def test_the_summary_says_nothing_of_them() -> None:
    assert tally.summary(made(conflict())) == tally.summary(made())
