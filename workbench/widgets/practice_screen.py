"""A sitting at the practice screen: passages, marks that are kept in a file, and the answer once it is asked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from workbench import engine
from workbench.learning import session
from workbench.learning.keeping import Keeper
from workbench.learning.session import Mark, Question, Work
from workbench.learning.sets import Passage, Set
from workbench.model import Document, limits
from workbench.widgets import practice_rows, segments
from workbench.widgets.practice import PracticeWidget
from workbench.widgets.practice_messages import Compare, Disagree, Put, Remove, Rewrite, Step, Turn

_REMEMBERED = 16  # texts whose findings are kept
_READING = 5  # seconds after which the passage is checked beside the kernel; the page stands by then
_USUAL = 6  # minutes that a passage takes
_LOCKED = "You compared this passage; its marks stand as they were."
_NO_WORDS = "These words are not in the passage. Load the page again."
_LONG = f"Mark only the words at fault: at most {session.LONGEST} words."
_UNOPENED = "The reviewed answer could not be opened. Your marks are kept."


class Class(Struct, frozen=True):
    """What one practises with: passages by id, sets of them, and what the frame tells. `checks` says what our checks
    find in a text; the first time that may take a moment."""

    passages: Mapping[str, Passage]
    sets: Sequence[Set]
    checks: practice_rows.Checks
    frame: Mapping[str, Any] = {}
    country: str = "US"
    why: str = ""


class PracticeScreen:
    """One learner's screen."""

    def __init__(self, room: Class, keeper: Keeper, set_: int = -1) -> None:
        """`set_` is the set to begin with, from 0; -1 = where the learner was last."""
        self._room, self._keeper = room, keeper
        self._known: dict[str, dict[str, Any]] = {}
        self._one = threading.Lock()  # so that no text is checked twice
        self._last = max(0, len(room.sets) - 1)
        self._set = min(set_, self._last) if set_ >= 0 else self._set_of(keeper.kept.at, keeper.kept.set)
        self._id = ""
        self.widget = PracticeWidget(self._step, self._turn, why=room.why)
        self._open(keeper.kept.at if set_ < 0 else "")

    # --- what is shown

    def _open(self, id_: str) -> None:
        """The passage of this id, else the first of the set that is not compared yet."""
        if not self._room.sets:
            self.widget.frame = {"error": "There are no passages here yet.", "details": "", **self._frame()}
            return
        names = self._room.sets[self._set].passages
        fresh = (name for name in names if not session.done(self._keeper.work(name)))
        self._id = id_ if id_ in names else next(fresh, names[0])
        with self.widget.hold_sync():
            self.widget.checked = {}
            self.widget.frame = self._frame()
            self._show()
        with suppress(RuntimeError):  # no loop: a plain program, where nobody reads meanwhile
            asyncio.get_running_loop().call_later(_READING, self._ahead)

    def _frame(self) -> dict[str, Any]:
        told = {"as_of": "", "person": None, "line": limits(self._room.country), **self._room.frame}
        titles = [one.title for one in self._room.sets]
        more = {"kept": self._keeper.path.name, "trouble": self._keeper.trouble, "set": self._set, "sets": titles}
        return {**told, **more, "kinds": dict(session.KINDS)}

    def _show(self) -> None:
        passage, work = self._here, self._keeper.work(self._id)
        placed = [moved for mark in work.marks if (moved := session.replaced(mark, passage.text))]
        step = (
            "mark" if passage.trouble and session.done(work) else work.step
        )  # an answer that went is not shown as none
        shown = practice_rows.compared(passage, placed, self._checks) if step in ("compare", "rewrite") else None
        rows = shown["rows"] if shown else practice_rows.marks(placed)
        spans = [segments.Mark(row["n"], row.pop("start"), row.pop("end")) for row in rows]
        names = self._room.sets[self._set].passages
        at = names.index(self._id)
        document = self._document
        parts = segments.cut(document.blocks, spans)
        blocks = [
            {"kind": block.kind, "level": block.level, "segments": [part.plain() for part in cut]}
            for block, cut in zip(document.blocks, parts, strict=True)
        ]
        self.widget.passage = {
            "id": self._id, "title": passage.title, "n": at + 1, "of": len(names), "blocks": blocks, "rows": rows,
            "next": names[at + 1] if at + 1 < len(names) else "", "before": names[at - 1] if at else "",
            "step": step, "rewrite": work.rewrite, "seconds": work.seconds, "usual": _USUAL,
            "source": passage.text if shown else "", "trouble": passage.trouble,
            "strays": [mark.text for mark in work.marks if session.replaced(mark, passage.text) is None],
            "questions": [{"about": one.about, "text": one.text} for one in work.questions],
            "head": shown["head"] if shown else "", "sub": shown["sub"] if shown else "",
        }  # fmt: skip
        self.widget.skills = practice_rows.skills(self._keeper.kept.passages.values())

    @property
    def _here(self) -> Passage:
        return self._room.passages[self._id]

    @property
    def _document(self) -> Document:
        return engine.parse(self._here.text.encode("utf-8", "replace"), f"{self._id}.md", ".md")

    def _checks(self, text: str) -> dict[str, Any]:
        """What the checks say of a text; see `practising.Checks`."""
        with self._one:
            if text not in self._known:
                said = self._room.checks(text)
                if len(self._known) >= _REMEMBERED:
                    del self._known[next(iter(self._known))]
                self._known[text] = said
            return self._known[text]

    def _ahead(self) -> None:
        """Check the passage beside the kernel while it is marked, so that the comparison is there at once."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:  # a plain program: nobody marks anything meanwhile
            return
        text = self._here.text
        if text not in self._known:
            threading.Thread(target=self._try, args=(text,), name="workbench-practice", daemon=True).start()

    def _try(self, text: str) -> None:
        with suppress(Exception):  # the comparison says what is wrong, should it still be wrong
            self._checks(text)

    # --- what is done

    def _turn(self, message: Turn) -> None:
        self._set = min(message.set, self._last)
        self._open(message.passage)

    def _step(self, step: Step) -> tuple[bool, str]:
        if step.passage not in self._room.passages:
            return False, "This passage is not there any more. Load the page again."
        if step.passage != self._id:  # a step that waited while the connection was lost
            self._open_where(step.passage)
        work = self._keeper.work(self._id)
        if isinstance(step, Put):
            return self._mark(step, work)
        if isinstance(step, Remove):
            return self._unmark(step, work)
        if isinstance(step, Compare):
            return self._compare(step, work)
        if isinstance(step, Disagree):
            return self._ask(step, work)
        return self._rewritten(step, work)

    def _open_where(self, id_: str) -> None:
        self._set = self._set_of(id_, self._set)
        self._open(id_)

    def _set_of(self, id_: str, otherwise: int) -> int:
        found = (number for number, one in enumerate(self._room.sets) if id_ in one.passages)
        return min(next(found, otherwise), self._last)

    def _keep(self, work: Work) -> None:
        self._keeper.put(self._id, work, self._set)
        self._show()

    def _mark(self, step: Put, work: Work) -> tuple[bool, str]:
        if session.done(work):
            return False, _LOCKED
        self._ahead()
        if not step.reason.strip():
            return False, "Say in your own words what is wrong."
        span = practice_rows.span(self._document, (step.block, step.at), (step.to_block, step.to))
        if span is None:
            return False, _NO_WORDS
        text = self._here.text[span[0] : span[1]]
        if len(text.split()) > session.LONGEST:
            return False, _LONG
        mark = Mark(step.id, *span, text, step.kind, step.reason.strip())
        others = tuple(one for one in work.marks if one.id != step.id)
        self._keep(replace(work, step="mark", marks=tuple(sorted((*others, mark), key=lambda one: one.start))))
        return True, f"Marked as {session.KINDS[step.kind].lower()}. Kept."

    def _unmark(self, step: Remove, work: Work) -> tuple[bool, str]:
        if session.done(work):
            return False, _LOCKED
        self._keep(replace(work, marks=tuple(one for one in work.marks if one.id != step.id)))
        return True, "Mark taken back."

    def _compare(self, step: Compare, work: Work) -> tuple[bool, str]:
        if self._here.trouble:
            return False, _UNOPENED
        if session.done(work):
            return True, self.widget.passage.get("head", "")
        placed = [moved for mark in work.marks if (moved := session.replaced(mark, self._here.text))]
        items = practice_rows.answer(self._here, self._checks)
        self._keep(session.compared(replace(work, seconds=step.seconds), session.compare(items, placed)))
        return True, self.widget.passage["head"]

    def _ask(self, step: Disagree, work: Work) -> tuple[bool, str]:
        if not session.done(work):
            return False, "Compare first."
        others = tuple(one for one in work.questions if one.about != step.about)
        self._keep(replace(work, questions=(*others, Question(step.about, step.text))))
        return True, "Your question is kept. Copy it to send it to an editor; nothing is sent from here."

    def _rewritten(self, step: Rewrite, work: Work) -> tuple[bool, str]:
        if not session.done(work):
            return False, "Compare first."
        if not step.text.strip():
            return False, "There is no text to check."
        self._keep(replace(work, step="rewrite", rewrite=step.text))
        said = self._checks(step.text)
        self.widget.checked = {"text": step.text, **practice_rows.rewritten(said)}
        return True, f"Kept. {self.widget.checked['head']}"
