"""The lessons in a notebook: tell what was worked out, show a figure, ask an exercise, run the checks on a text."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench import config, engine, loader, readability
from workbench.errors import Usage
from workbench.learning import figures
from workbench.model import Article, Check, Finding, limits
from workbench.readability import pages
from workbench.widgets.lesson_figure import ExerciseWidget, FigureWidget

if TYPE_CHECKING:
    from IPython.display import Markdown

COUNTRY = "US"
AS_OF = date(2026, 11, 1)  # the lessons' day: their findings do not change with the calendar
GRADE = 9  # the lessons' own text is held to it
_DECIDING = ("Flesch–Kincaid", "SMOG", "Gunning fog", "Coleman–Liau", "Automated readability index")


def tell(text: str) -> Markdown:
    """Text with numbers that the notebook worked out, as Markdown; the last value of a cell."""
    from IPython.display import Markdown

    return Markdown(text)  # type: ignore[no-untyped-call,unused-ignore]


def show(figure: dict[str, Any]) -> FigureWidget:
    """A figure of `workbench.learning.figures`, as a widget with a table beside it."""
    return FigureWidget(figure)


def ask(number: int, exercise: dict[str, Any]) -> ExerciseWidget:
    """An exercise of `workbench.learning.exercises`, with its number in the lesson."""
    return ExerciseWidget(exercise=exercise, name=str(number))


def findings(text: str) -> tuple[Finding, ...]:
    """What the workbench's own checks find in a text of Markdown, those held back among them."""
    return engine.run(_article(text), _content().checks, _content().tables)[0]


def walk(text: str, title: str = "What the checks find") -> FigureWidget:
    """A short article with its open findings, one at a time.

    Raises:
        Usage: nothing is found.
    """
    found = [one for one in findings(text) if not one.held_back]
    if not found:
        raise Usage("the checks find nothing in this text; there is nothing to walk through")
    rows = [(one.severity, one.text or "the whole article", one.message) for one in found]
    frames = []
    for number, one in enumerate(found, start=1):
        spans = [] if one.start is None or one.end is None else [(one.start, one.end, str(one.severity))]
        caption = f"{str(one.severity).capitalize()}: {one.message}"
        at = f"{number} of {len(found)}: {one.text or 'the whole article'}"
        frames.append(figures.frame(at, caption, figures.marked(text, spans), ("Severity", "Words", "Message"), rows))
    return show(figures.figure(title, "Finding", frames, control="choice"))


def beside(title: str, topic: str, *sentences: str) -> FigureWidget:
    """Sentences side by side: in each, what the checks of a topic find and what they hold back, with the reason."""
    looked = [
        (sentence, [one for one in findings(sentence) if one.start is not None and one.topic == topic])
        for sentence in sentences
    ]
    rows = [(sentence, _verdict(found)) for sentence, found in looked]
    frames = []
    for (sentence, found), (_, verdict) in zip(looked, rows, strict=True):
        spans = [(one.start or 0, one.end or 0, "held" if one.held_back else "found") for one in found]
        frames.append(figures.frame(sentence, verdict, figures.marked(sentence, spans), ("Sentence", "Checks"), rows))
    return show(figures.figure(title, "Sentence", frames, control="choice"))


def _verdict(found: list[Finding]) -> str:
    told = [f"found: “{one.text}” ({_title(one.check)})" for one in found if not one.held_back]
    told += [f"held back: “{one.text}” ({_reasons(one)})" for one in found if one.held_back]
    said = "; ".join(told) or "nothing found"
    return f"{said[0].upper()}{said[1:]}."


def grades(text: str) -> dict[str, float]:
    """The five school grades of a text's whole sentences, by the formula's name; reading ease is no grade.

    Raises:
        Usage: there is no whole sentence to grade.
    """
    counts = readability.total(one.counts for one in pages.counted(_article(text)))
    if not counts.sentences:
        raise Usage("there is no whole sentence in this text; end one with a full stop")
    return {one.name: one.of(counts) for one in readability.FORMULAS if one.name in _DECIDING}


def grade(text: str) -> float:
    """The Flesch–Kincaid grade of a text, the one that the lessons are held to; 0 where there is nothing to grade."""
    counts = readability.total(one.counts for one in pages.counted(_article(text)))
    return readability.flesch_kincaid(counts) if counts.sentences else 0.0


def sources(*checks: str) -> Markdown:
    """What these checks rest on, as their own files say it, and the line of limits.

    Raises:
        Usage: there is no check of a name.
    """
    known = {check.id: check for check in _content().checks}
    unknown = [id_ for id_ in checks if id_ not in known]
    if unknown:
        raise Usage(f"there is no check “{unknown[0]}”; see `workbench explain`")
    lines = dict.fromkeys(line for id_ in checks for line in _cited(known[id_]))
    named = ", ".join(f"`{id_}`" for id_ in checks)
    listed = "\n".join(f"- {line}" for line in lines)
    head = f"Read more about a check with `workbench explain`. This lesson rests on {named}, and they rest on:"
    return tell(f"{head}\n\n{listed}\n- *{limits(COUNTRY)}*")


def _cited(check: Check) -> list[str]:
    told = []
    for source in check.sources:
        parts = [source.authors, source.title, str(source.year or ""), source.locator]
        link = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
        read = f" ({source.note})" if source.note else ""
        told.append(". ".join(part for part in parts if part) + read + (f" <{link}>" if link else ""))
    return told


def _reasons(finding: Finding) -> str:
    return ", ".join(dict.fromkeys(flag.flag.replace("-", " ") for flag in finding.context)) or "its context"


def _title(id_: str) -> str:
    return next(check.title for check in _content().checks if check.id == id_)


def _article(text: str) -> Article:
    document = engine.parse(text.encode("utf-8"), "lesson.md", ".md")
    return engine.analyse(document, _content().lexicon, COUNTRY, AS_OF)


@cache
def _content() -> loader.Content:
    return loader.load([config.content_root() / "checks"])
