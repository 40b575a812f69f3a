"""The claim grid's Python half: only messages of our own form are acted on, each save once, and refusals are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from speak import article

from workbench import claim_table
from workbench.errors import Usage
from workbench.widgets import claim_messages, claim_rows
from workbench.widgets.claims import ClaimsWidget, Kept
from workbench.widgets.messages import Malformed

CELL = {"id": "c1", "column": "note", "before": "", "value": "x"}
SAVE = {"type": "save", "name": "lamp", "request": "request-1", "cells": [CELL]}
ROW = {"id": "c1", "note": "x"}


class Screen:
    """A widget with what it was asked to do and what it sent."""

    def __init__(self, outcome: Kept | Exception) -> None:
        self.asked: list[Any] = []
        self.sent: list[dict[str, Any]] = []
        self.outcome = outcome
        self.widget = ClaimsWidget(on_choose=self._choose, on_save=self._save)
        self.widget.show({"name": "lamp", "rows": [ROW, {"id": "c2"}], "articles": [{"name": "lamp"}, {"name": "tea"}]})
        self.widget.send = self.sent.append

    def _choose(self, name: str) -> None:
        self.asked.append(name)
        if isinstance(self.outcome, Exception):
            raise self.outcome

    def _save(self, name: str, cells: Sequence[claim_messages.Cell]) -> Kept:
        self.asked.append((name, tuple(cells)))
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def hear(self, content: Any) -> str:
        self.widget._receive(self.widget, content, [])
        return str(self.widget.status.get("text", ""))


def test_a_save_is_done_and_only_rows_that_differ_are_sent() -> None:
    screen = Screen(Kept("Saved.", [ROW, {"id": "c2", "note": "new"}]))
    assert screen.hear(SAVE) == "Saved."
    (answer,) = screen.sent
    assert (answer["ok"], answer["rows"], answer["order"]) == (True, [{"id": "c2", "note": "new"}], ["c1", "c2"])


def test_one_that_is_sent_again_is_answered_again_and_not_done_again() -> None:
    screen = Screen(Kept("Saved.", [ROW]))
    screen.hear(SAVE)
    screen.hear(SAVE)
    assert len(screen.asked) == 1 and screen.sent[0] == screen.sent[1]


def test_conflicts_are_no_success() -> None:
    screen = Screen(Kept("Choose.", [ROW], [{"id": "c1"}]))
    screen.hear(SAVE)
    assert screen.sent[0]["ok"] is False and screen.sent[0]["conflicts"] == [{"id": "c1"}]
    assert screen.widget.status["kind"] == "alert"


@pytest.mark.parametrize(
    ("error", "words"),
    [(Usage("the file is locked"), "the file is locked"), (ZeroDivisionError(), "file is unchanged")],
)
def test_what_cannot_be_saved_is_told_and_answered(error: Exception, words: str) -> None:
    screen = Screen(error)
    assert words in screen.hear(SAVE)
    assert screen.sent == [{"type": "answered", "request": "request-1", "ok": False}]


def test_cells_of_another_article_are_refused() -> None:
    screen = Screen(Kept("Saved.", [ROW]))
    assert "another article" in screen.hear({**SAVE, "name": "tea"})
    assert screen.asked == [] and screen.sent[0]["ok"] is False


def test_choosing_an_article() -> None:
    screen = Screen(Kept("", []))
    screen.hear({"type": "choose", "name": "tea"})
    assert screen.asked == ["tea"]
    assert "no such article" in screen.hear({"type": "choose", "name": "../secret"})
    assert screen.asked == ["tea"]


@pytest.mark.parametrize("error", [Usage("broken table"), RuntimeError("x")])
def test_an_article_that_does_not_open_is_told(error: Exception) -> None:
    screen = Screen(error)
    assert screen.hear({"type": "choose", "name": "tea"})
    assert screen.widget.status["kind"] == "alert"


@pytest.mark.parametrize(
    "content",
    [
        None, 5, [], {}, {"type": "delete"}, {"type": "choose"}, {"type": "choose", "name": ""},
        {**SAVE, "cells": []}, {**SAVE, "request": "x"}, {**SAVE, "more": 1},
        {**SAVE, "cells": [{**CELL, "column": "id"}]}, {**SAVE, "cells": [{**CELL, "column": "reviewer"}]},
        {**SAVE, "cells": [{**CELL, "column": "was"}]}, {**SAVE, "cells": [{**CELL, "value": "x" * 30_001}]},
        {**SAVE, "cells": [{**CELL, "value": 1}]},
    ],
)  # fmt: skip
def test_other_messages_are_refused(content: Any) -> None:
    screen = Screen(Kept("Saved.", [ROW]))
    assert "could not be understood" in screen.hear(content)
    assert screen.asked == []
    with pytest.raises(Malformed):
        claim_messages.of_claims(content)


def test_confirming_a_wording_is_a_message() -> None:
    cell = {"id": "c1", "column": "was", "before": "old", "value": ""}
    assert isinstance(claim_messages.of_claims({**SAVE, "cells": [cell]}), claim_messages.Save)


def test_a_row_shows_the_claim_as_read_and_what_stands_around_it() -> None:
    text = (
        "# M\n\n## Use\n\nWe asked. Metformin *lowers* [blood sugar](https://example.org/a) in adults. It is cheap.\n"
    )
    read = article(text)
    lines = claim_table.rows(read.claims, [])
    first = claim_rows.table(read, "m", "claims/m.csv", lines)["rows"][0]
    assert first["wording"] == "Metformin lowers blood sugar in adults."
    assert (first["before"].strip(), first["section"]) == ("We asked.", "Use")
    assert "*lowers*" in first["text"]


def test_a_claim_that_left_has_its_words_and_no_context() -> None:
    read = article("# M\n\nWe walk to the lake.\n")
    gone = {**dict.fromkeys(claim_table.COLUMNS, ""), "id": "x", "presence": "gone", "text": "It helps.", "ticket": "7"}
    (row,) = claim_rows.rows(read, claim_table.rows(read.claims, [gone]))
    assert (row["wording"], row["before"], row["own"]) == ("It helps.", "", {"ticket": "7"})


def test_styles_stay_inside_and_nothing_is_fetched() -> None:
    css, code = str(ClaimsWidget._css), str(ClaimsWidget._esm)
    inside = css.partition("@scope (.wb-claims")[2]
    assert inside.count("{") == inside.count("}")
    assert set(re.findall(r"https?://[\w./]+", code + css)) == {"http://www.w3.org/2000/svg"}
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "import ", "@import"):
        assert word not in code + css
