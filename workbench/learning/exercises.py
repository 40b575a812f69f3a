"""Exercises of the lessons: a question, and an explained answer at once. Nothing is counted, kept elsewhere or sent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any


def choose(question: str, right: tuple[str, str], *wrong: tuple[str, str], at: int = 0) -> dict[str, Any]:
    """A question with one right answer.

    Args:
        question: in plain words.
        right: the right answer, and why it is right.
        wrong: other answers, each with why it is none.
        at: the place of the right answer among all, 0 for the first.

    Raises:
        ValueError: no wrong answer, the same answer twice, or a place beyond the last.
    """
    answers = [{"text": text, "why": why, "right": False} for text, why in wrong]
    if not answers or not 0 <= at <= len(answers):
        raise ValueError("an exercise needs a wrong answer, and a place for the right one")
    answers.insert(at, {"text": right[0], "why": right[1], "right": True})
    if len({answer["text"] for answer in answers}) < len(answers):
        raise ValueError("the same answer stands twice")
    return {"kind": "choose", "question": question, "answers": answers}


def number(
    question: str, answer: int | Decimal | str, why: str, *, slips: Sequence[tuple[int | Decimal | str, str]] = (),
    unit: str = "", hint: str = "Work it out again.",
) -> dict[str, Any]:  # fmt: skip
    """A question answered by a number, compared as a number ("2.50" is 2.5).

    Args:
        question: in plain words.
        answer: the right number, worked out in the notebook.
        why: the working, shown beside the right answer.
        slips: wrong numbers that people often give, each with what went wrong.
        unit: shown after the field.
        hint: said of any other number.

    Raises:
        ValueError: a slip is the answer, or is no number.
    """
    told = {Decimal(answer): (True, why)}
    for slip, what in slips:
        if told.setdefault(Decimal(slip), (False, what))[1] != what:
            raise ValueError(f"{slip} is the answer, or stands twice")
    answers = [{"text": str(value), "right": right, "why": said} for value, (right, said) in told.items()]
    return {"kind": "number", "question": question, "answers": answers, "unit": unit, "hint": hint}


def words(exercise: dict[str, Any]) -> str:
    """All that an exercise says, as prose: what its grade is taken of."""
    said = [exercise["question"], *(answer["why"] for answer in exercise["answers"])]
    return " ".join(said)
