"""The server as an editor meets it: through stdin and stdout, by a real client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from editor import Editor, editing
from lsprotocol import types
from waited import finished

from workbench import checking

Story = Callable[[Editor], Coroutine[Any, Any, None]]
Edited = Callable[[Story], None]

# A process that ends with its loop is told of by the interpreter, whichever test comes next.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
HYPE = "# Drops\n\nThis miracle cure works.\n"
CALM = "# Walk\n\nWe walk to the lake on Sundays.\n"


def codes(marks: list[types.Diagnostic]) -> set[object]:
    return {mark.code for mark in marks}


def one(marks: list[types.Diagnostic], code: str) -> types.Diagnostic:
    (found,) = (mark for mark in marks if mark.code == code)
    return found


def test_a_mark_has_code_severity_words_and_an_explanation_and_goes_when_the_words_go(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", HYPE)
        mark = one(await editor.marks(uri), "miracle-cure")
        assert mark.range == types.Range(types.Position(2, 5), types.Position(2, 17))
        assert mark.severity == types.DiagnosticSeverity.Warning and mark.source == "workbench"
        assert mark.code_description and mark.code_description.href.endswith("/checks/marketing/miracle-cure.toml")
        version = editor.type(uri, 2, 5, "help", 17)
        assert "miracle-cure" not in codes(await editor.marks(uri, version))

    edited(story)


def test_marks_are_those_of_the_gate_in_the_same_words(edited: Edited, newsroom: Path, monkeypatch: Any) -> None:
    text = HYPE + "\nYou take 0.5 mg/kg, so a 70 kg adult has 53 mg. It acts on NDMA receptors.\n"
    (newsroom / "articles" / "a.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(newsroom)
    wanted = checking.Wanted(paths=("articles/a.md",), as_of=checking.date(2026, 11, 25), format="github")
    gate = checking.answer(wanted, newsroom).text

    async def story(editor: Editor) -> None:
        marks = await editor.marks(editor.open("articles/a.md", text))
        assert len(marks) >= 4
        for mark in marks:
            assert mark.message.split(". ")[0].rstrip(".") in gate

    edited(story)


def test_places_are_right_behind_emoji_accents_and_right_to_left_words(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", "# Drops\r\n\r\n😀🧬 שלום é̂ This miracle cure works.\r\n")
        mark = one(await editor.marks(uri), "miracle-cure")
        before = "😀🧬 שלום é̂ This "
        assert mark.range.start == types.Position(2, len(before.encode("utf-16-le")) // 2)
        assert mark.range.end.character - mark.range.start.character == len("miracle cure")

    edited(story)


def test_an_edit_above_moves_the_marks_at_once_and_keeps_them_when_all_is_read(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", HYPE)
        await editor.marks(uri)
        version = editor.type(uri, 0, 0, "A line more.\n\n")
        at_once = one(await editor.marks(uri, version), "miracle-cure")
        assert at_once.range.start == types.Position(4, 5)
        assert one(await editor.settled(uri, version), "miracle-cure").range == at_once.range

    edited(story)


def test_who_types_fast_is_told_of_the_last_text_only(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", CALM)
        await editor.marks(uri)
        for _ in range(30):
            editor.type(uri, 2, 0, "x")
        version = editor.replace(uri, HYPE)
        assert "miracle-cure" in codes(await editor.settled(uri, version))

    edited(story)


def test_hover_says_why_shows_the_sum_and_takes_nothing_in_the_text_for_markup(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open(
            "articles/a.md",
            "# Drops\n\nYou take 0.5 mg/kg, so a 70 kg adult has 53 mg.\n\nThis <img src=x> [miracle](x) cure.\n",
        )
        marks = await editor.marks(uri)
        sums = next(mark for mark in marks if "35" in mark.message)
        told = await editor.hover(uri, 2, sums.range.start.character + 1)
        assert "Why: " in told and "What to do: " in told and "35 mg" in told.replace("\\", "")
        assert await editor.hover(uri, 0, 1) == "" or "<img" not in await editor.hover(uri, 0, 1)
        for line in range(5):
            assert "<img" not in await editor.hover(uri, line, 8)

    edited(story)


def test_a_misspelled_term_can_be_replaced_and_only_that_is_changed(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", "# Drops\n\nIt acts on NDMA receptors.\n")
        mark = one(await editor.marks(uri), "confusable-term")
        offered = await editor.actions(uri, mark)
        action = offered["Replace with “NMDA”"]
        (edit,) = action.edit.changes[uri]
        assert edit.new_text == "NMDA" and edit.range == mark.range

    edited(story)


@pytest.mark.parametrize(
    "text",
    [
        HYPE,
        "# D\n\nYou take 0.5 mg/kg, so a 70 kg adult has 53 mg.\n",
        "# D\n\nKetamine is FDA approved for depression.\n",
    ],
)
def test_no_number_dose_or_claim_is_ever_offered_to_be_changed(edited: Edited, text: str) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", text)
        marks = [mark for mark in await editor.marks(uri) if mark.range.start.line > 0]
        assert marks
        for mark in marks:
            assert set(await editor.actions(uri, mark)) == {"Ask the editor about this"}

    edited(story)


def test_a_missing_statement_can_be_inserted_in_its_approved_words(edited: Edited) -> None:
    long = (
        "# Low days\n\nSome people with a low mood think about suicide. Such thoughts can come and go within hours, and"
        " they do not mean that somebody is weak. Talking about them does not make them worse. Families often notice"
        " first that a person gives things away or says goodbye. Treatment helps most people, and the thoughts fade as"
        " the mood lifts over weeks and months.\n"
    )

    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", long)
        mark = one(await editor.marks(uri), "missing-crisis-line")
        assert mark.range.start.line == 0
        (action,) = (one for title, one in (await editor.actions(uri, mark)).items() if title.startswith("Insert"))
        (edit,) = action.edit.changes[uri]
        assert "988" in edit.new_text
        lines = long.split("\n")
        at = edit.range.start
        after = "\n".join(
            [
                *lines[: at.line],
                lines[at.line][: at.character] + edit.new_text + lines[at.line][at.character :],
                *lines[at.line + 1 :],
            ]
        )
        version = editor.replace(uri, after)
        assert "missing-crisis-line" not in codes(await editor.settled(uri, version))

    edited(story)


def test_a_question_outside_the_newsroom_says_where_to_ask(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("notes.md", HYPE)
        mark = one(await editor.marks(uri), "miracle-cure")
        command = (await editor.actions(uri, mark))["Ask the editor about this"]
        await editor.run(command.command, *command.arguments)
        await asyncio.sleep(0.2)
        assert editor.shown and "articles/" in editor.shown[-1]

    edited(story)


def test_broken_settings_are_said_at_the_settings_and_the_marks_come_back_when_they_are_mended(
    edited: Edited, newsroom: Path
) -> None:
    (newsroom / "workbench.toml").write_text('[newsroom]\ncountry = "USA"\n', encoding="utf-8")

    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", HYPE)
        settings = await editor.until(editor.uri("workbench.toml"), lambda params: bool(params.diagnostics))
        assert "country" in settings.diagnostics[0].message
        (newsroom / "workbench.toml").write_text('[newsroom]\ncountry = "GB"\n', encoding="utf-8")
        version = editor.type(uri, 2, 0, "So. ")
        assert "miracle-cure" in codes(await editor.settled(uri, version))

    edited(story)


def test_a_check_of_the_newsroom_that_fails_takes_nothing_else_along(edited: Edited, newsroom: Path) -> None:
    folder = newsroom / "checks" / "marketing"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text('title = "No', encoding="utf-8")

    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", HYPE)
        (trouble,) = await editor.marks(uri)
        assert "broken" in trouble.message and "your text is not affected" in trouble.message
        (folder / "broken.toml").unlink()
        version = editor.type(uri, 2, 0, "So. ")
        assert "miracle-cure" in codes(await editor.settled(uri, version))

    edited(story)


def test_closing_renaming_and_emptying_take_the_marks_away(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", HYPE)
        await editor.marks(uri)
        editor.close(uri)
        closed = await editor.until(uri, lambda params: not params.diagnostics)
        assert not closed.diagnostics
        uri = editor.open("articles/b.md", "")
        assert await editor.marks(uri) == []

    edited(story)


@pytest.mark.parametrize(
    "text",
    ["---\ntitle: [", "# A\n\n| a | b\n|--", "<!-- workbench-ignore", "[x](", "```\nmiracle", "﻿# BOM\n\nA lake.\n"],
)
def test_half_typed_text_is_read_as_far_as_it_goes(edited: Edited, text: str) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", text)
        assert all("bug" not in mark.message for mark in await editor.marks(uri))

    edited(story)


def test_a_huge_paste_is_refused_in_words_and_the_server_lives(edited: Edited) -> None:
    async def story(editor: Editor) -> None:
        uri = editor.open("articles/a.md", "word " * 1_000_000)
        (refusal,) = await editor.marks(uri)
        assert "words" in refusal.message or "MB" in refusal.message
        version = editor.replace(uri, HYPE)
        assert "miracle-cure" in codes(await editor.settled(uri, version))

    edited(story)


def test_two_servers_on_one_folder_do_not_disturb_each_other(newsroom: Path) -> None:
    async def whole() -> None:
        async with editing(newsroom) as first, editing(newsroom) as second:
            uris = first.open("articles/a.md", HYPE), second.open("articles/a.md", HYPE)
            both = await asyncio.gather(first.marks(uris[0]), second.marks(uris[1]))
            assert codes(both[0]) == codes(both[1]) != set()

    finished(whole())
