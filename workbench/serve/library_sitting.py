"""One sitting at the newsroom's library, facts and sources: what a person does there, taken to store and files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workbench import placing
from workbench.errors import WorkbenchError
from workbench.library_desk import Changed, Decided, Renewal
from workbench.library_desk import New as NewRow
from workbench.review import Outcome, library_uses, renewing
from workbench.review.acting import Deed
from workbench.review.ledger import Place
from workbench.review.moments import moment
from workbench.review.moves import ClaimCase, Refused, judge
from workbench.review.moves import Step as Wanted
from workbench.review.talking import Message
from workbench.review.wording import day
from workbench.serve import intake
from workbench.serve.library_looks import LibraryLooks
from workbench.widgets import library_messages as messages

_TOLD = {
    "fact suggest": "Suggested. A medical reviewer decides; nothing changes until then.",
    "claim suggest": "Suggested. It waits for somebody who may confirm it.",
    "claim substantiate": "Confirmed. The claim is substantiated.",
    "claim renew": "Renewed. The claim is substantiated again.",
    "claim settle": "Settled: it holds.",
    "claim reject": "Settled: it rests on no source.",
    "claim doubt": "Disputed. A medical reviewer settles it.",
}
_GIVEN = ("source", "version", "place", "value", "country", "fact")


class LibrarySitting(LibraryLooks):
    """Everything that a person can do on the screen."""

    def __init__(self, *around: Any) -> None:
        super().__init__(*around)
        self._undo: list[Decided | Changed] = []

    def do(self, step: messages.Step) -> Mapping[str, Any]:
        """Take a step; answers {"ok", "message"}."""
        if isinstance(step, messages.Judge):
            outcome = self._judge(step)
        elif isinstance(step, messages.Undo):
            outcome = self._take_back()
        elif isinstance(step, messages.Approve):
            outcome = self._approve(step)
        elif isinstance(step, messages.Renew):
            outcome = self._renew(step)
        elif isinstance(step, messages.OfClaim):
            outcome = self._of_claim(step)
        elif isinstance(step, messages.OfFact):
            outcome = self._of_fact(step)
        elif isinstance(step, messages.OfConflict):
            given = {"row": step.row} if step.row else {}
            place = Place("conflict", step.key)
            outcome = self._act(place, step.action, step.request, reason=step.reason, given=given)
        else:
            outcome = self._ask(step)
        if outcome.ok:
            self.paint()
        return {"ok": outcome.ok, "message": outcome.message if outcome.ok else self._who_can(outcome)}

    def _judge(self, step: messages.Judge) -> Outcome:
        """Take a sentence for a claim of the library, or not."""
        mine = (one for one in self.uses.of(step.library) if (one.article, one.claim) == (step.article, step.claim))
        use = next(mine, None)
        if use is None:
            return Outcome(False, "This sentence is no longer there as you saw it. Read again, then decide.", {})
        grave = step.state == "accepted" and use.severity == "error"
        refused = self._barred(use.type if grave else "")
        if refused:
            return refused
        if grave and not step.reason.strip():
            return Outcome(False, "A number or a needed phrase differs. Say why these words may stand.", {})
        path = self.uses.path_of(step.article)
        decided = self.desk.decide((path, step.article), step.claim, step.library, step.state,
                                   self._viewer.person.id, step.reason.strip())  # fmt: skip
        self._undo.append(decided)
        self._again_of(path)
        return Outcome(True, _told(step, decided), {})

    def _take_back(self) -> Outcome:
        if not self._undo:
            return Outcome(False, "There is nothing to undo in this sitting. Steps about claims and facts stay.", {})
        decided = self._undo[-1]
        if isinstance(decided, Changed):
            self.desk.change(decided.after, decided.before)
            self._undo.pop()
            self._library_again()
            id, how = decided.after["id"], "as before" if decided.before else "no more"
            return Outcome(True, f"Taken back. The library has “{id}” {how}.", {})
        self.desk.take_back(decided)
        self._undo.pop()
        self._again_of(self.uses.path_of(decided.row["article"]))
        return Outcome(True, "Taken back.", {})

    def _again_of(self, path: str) -> None:
        """Work out anew the uses of an article that somebody decided about."""
        self.known = self.desk.known
        if path:
            self.uses.work_out(path, self.desk)
            self.uses.keep()

    def _approve(self, step: messages.Approve) -> Outcome:
        """Take a claim into the library; whoever does it vouches for its source, as for one that is substantiated."""
        with self._store.reading() as connection:
            row = library_uses.claim(connection, step.article, step.claim)
        if row is None:
            return Outcome(False, "The article no longer has this claim. Read again, then choose it anew.", {})
        refused = self._barred(row["type"])
        if refused:
            return refused
        new = NewRow(
            step.evidence, step.expires.isoformat(), place=step.place, version=step.version, note=step.note,
            qualifiers=step.qualifiers, jurisdiction=step.country,
        )  # fmt: skip
        added = self.desk.add((self.uses.path_of(step.article), step.article), step.claim, new, self._viewer.person.id)
        self._undo.append(Changed(None, self.desk.row(added["id"])))
        self._library_again()
        return Outcome(True, f"In the library as “{added['id']}”, until {step.expires.isoformat()}. U to undo.", {})

    def _renew(self, step: messages.Renew) -> Outcome:
        refused = renewing.barred(self._viewer.person, self._room.as_of, self._rules.house)
        if refused is not None:
            return Outcome(False, str(refused), {}, refused.roles)
        given = Renewal(step.expires.isoformat(), step.evidence, step.place, step.version, step.note)
        self._undo.append(self.desk.renew(step.library, given, self._viewer.person.id, step.seen.isoformat()))
        self._library_again()
        return Outcome(True, f"Renewed until {day(step.expires.isoformat(), self._room.as_of)}. U to undo.", {})

    def _library_again(self) -> None:
        """The library was changed: what is shown and counted follows."""
        self.known = self.desk.known
        self.uses.library_changed(self.known.library)
        self.count()

    def _barred(self, kind: str) -> Outcome | None:
        """Why this person may not vouch for words: for a claim of this type by the table of moves; "" = any decider."""
        person = self._viewer.person
        papers = {"source": "…", "version": "…", "place": "…"}
        case = ClaimCase(state="unsubstantiated", type=kind or "statistic", touched=())  # type: ignore[arg-type]
        wanted = Wanted(action="substantiate", person=person, on=self._room.as_of, at=moment(intake.moment()),
                        given=papers)  # fmt: skip
        try:
            judge(case, wanted, self._rules.house)
        except Refused as refused:
            return Outcome(False, str(refused), {}, refused.roles)
        return None

    def _of_claim(self, step: messages.OfClaim) -> Outcome:
        given = self._given(step)
        place = Place("claim", step.claim, step.article)
        outcome = self._act(place, step.action, step.request, given=given, seen=step.seen, reason=step.reason)
        if not outcome.ok or not step.number:
            return outcome
        try:
            placing.confirm(self._room.as_of, Path(self._room.root),
                            self.uses.path_of(step.article) or step.article, step.claim, step.number,
                            self._viewer.person)  # fmt: skip
        except WorkbenchError as error:
            return Outcome(True, f"{outcome.message} The claim table was not written: {error}", {})
        return outcome

    def _given(self, step: messages.OfClaim | messages.OfFact) -> dict[str, str]:
        given = {name: getattr(step, name, "").strip() for name in _GIVEN}
        given["effective"] = step.effective.isoformat() if step.effective else ""
        return {name: words for name, words in given.items() if words}

    def _of_fact(self, step: messages.OfFact) -> Outcome:
        return self._act(Place("fact", step.key), step.action, step.request, given=self._given(step), seen=step.seen)

    def _act(self, place: Place, action: str, request: str, **more: Any) -> Outcome:
        outcome = self._store.act(Deed(
            place=place, action=action, person=self._viewer.person, on=self._room.as_of, at=intake.moment(),
            request=request, **more,
        ))  # fmt: skip
        words = _TOLD.get(f"{place.subject} {action}") if outcome.ok else None
        return Outcome(True, words, outcome.state) if words else outcome

    def _ask(self, step: messages.Ask) -> Outcome:
        """Words to the writer; an article that is in no review comes into one, so that they are seen."""
        person, at = self._viewer.person, intake.moment()
        message = Message(article=step.article, person=person, text=step.text, on=self._room.as_of, at=at,
                          request=step.request)  # fmt: skip
        outcome = self._store.send(message)
        if not outcome.ok:
            return outcome
        opened = self._act(Place("work", step.article, step.article), "open", f"{step.request[:58]}-open")
        also = " Its review is open now." if opened.ok else ""
        return Outcome(True, f"Asked. The writer sees it when changes are asked for.{also}", {})

    def _who_can(self, outcome: Outcome) -> str:
        """The refusal with the people who could: never a dead end without a way on."""
        others = [one.name for one in self._rules.staff.holding(*outcome.roles) if one.id != self._viewer.person.id]
        if not others or set(outcome.roles) & set(self._viewer.person.roles):
            return outcome.message
        return f"{outcome.message} Ask {' or '.join(others[:3])}."


def _told(step: messages.Judge, decided: Decided) -> str:
    if step.state == "refused":
        return "Refused: this is another claim. U to undo."
    grave = [one.told() for one in decided.link.differences if one.grave] if decided.link else []
    word = "Kept" if step.reason else "Linked"
    if not grave:
        return f"{word}. U to undo."
    return f"{word}. It still differs in {grave[0]}; the check reports that in the article's review. U to undo."
