"""Widgets of the lessons: a figure with its table, and an exercise. All that they show stands in them."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from workbench.widgets import assets

_STYLE = assets.stylesheet("lesson", "shared", "lesson_figure")


class FigureWidget(anywidget.AnyWidget):
    """A figure whose frames a slider or a list walks.

    Traits: `figure` as `workbench.learning.figures` gives it; `at`, the number of the frame shown.
    """

    _esm = assets.module("shared", "lesson_drawings", "lesson_figure")
    _css = _STYLE
    figure = traitlets.Dict().tag(sync=True)
    at = traitlets.Int(0).tag(sync=True)

    def __init__(self, figure: dict[str, Any], **traits: Any) -> None:
        super().__init__(figure=figure, at=int(figure.get("start", 0)), **traits)


class ExerciseWidget(anywidget.AnyWidget):
    """A question with an answer explained at once.

    Traits: `exercise` as `workbench.learning.exercises` gives it; `name` ("Exercise 1"); `given`, the last answer,
    "" while there is none.
    """

    _esm = assets.module("shared", "lesson_exercise")
    _css = _STYLE
    exercise = traitlets.Dict().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    given = traitlets.Unicode().tag(sync=True)
