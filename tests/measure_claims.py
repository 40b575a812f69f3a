"""How well claims are found, against labels; exits 1 under a floor: `python tests/measure_claims.py [--misses]`.

Labels are one object a line beside or above their article: {"claim": true, false or null, "start", "end", "quote",
"type", "also", "citation"}; offsets are code points of the file, `also` is a second type that is right as well, null
is undecided and never scored, and so is every sentence without a label. A claim of the workbench meets a label when
they share half of the shorter one. Floors: F1 0.87, type right 0.72, citation state right 0.90, all labels together.
`--agreement` prints Cohen's κ between the two passes of the labels instead (needs nltk, from the extra "notebook").
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, get_args

from speak import AS_OF, REPOSITORY, content

from workbench import engine
from workbench.model import Claim, ClaimType

TYPES: tuple[str, ...] = get_args(ClaimType)
STATES = ("cited", "vague", "uncited")
STATE_OF = {"linked": "cited", "named": "cited", "vague": "vague", "none": "uncited"}
KINDS = ("abstract", "blog", "clinic", "leaflet", "news", "patient-info", "press", "qa", "supplement")
FLOORS = {"F1": 0.87, "type right, first choice": 0.72, "citation state right": 0.90}
SUFFIXES = (".md", ".txt")
ONE_PASS = ("second", "third")  # folders whose labels were made once


class Label(NamedTuple):
    """What an editor says of the code points from `start` up to `end` of a file; None = undecided."""

    start: int
    end: int
    quote: str
    claim: bool | None
    type: str | None = None
    also: str | None = None
    citation: str | None = None
    passes: tuple[dict[str, Any], ...] = ()


class Page(NamedTuple):
    """A labelled file; `kind` such as "news"."""

    path: Path
    kind: str
    source: str
    labels: tuple[Label, ...]


class Miss(NamedTuple):
    """A label and the workbench that do not agree; `said` and `labelled` such as "safety, uncited" or "no claim"."""

    what: str
    path: Path
    line: int
    quote: str
    labelled: str
    said: str


@dataclass
class Tally:
    """Counts over labels. `types` and `states` hold (labelled, said) of the claims that both know."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    left: int = 0
    near: int = 0  # the type is the label's first or second, or the other way round
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)  # missed claims by their type
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Claims of the workbench that are claims, as a share; 0 without any."""
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """Labelled claims that the workbench has, as a share; 0 without any."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 without any claim found."""
        return 2 * self.found / max(1, 2 * self.found + self.wrong + self.missed)


def same(pairs: Counter[tuple[str, str]], labelled: str = "") -> tuple[int, int]:
    """How many pairs say the same, and of how many; of those with this label, or of all."""
    chosen = {pair: number for pair, number in pairs.items() if labelled in ("", pair[0])}
    return sum(number for (one, other), number in chosen.items() if one == other), sum(chosen.values())


def pages(folder: Path) -> list[Page]:
    """Every label file under a folder with the file that it labels.

    Raises:
        FileNotFoundError: no article of that name stands beside the labels, in `articles/` next to the folder, or in
            the repository's `articles/`.
    """
    return [_page(path, folder) for path in sorted(folder.rglob("*.jsonl"))]


def _page(path: Path, folder: Path) -> Page:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    text = _text_of(path, folder)
    named = next((kind for kind in KINDS if path.stem.startswith(f"{kind}-")), "other")
    kind = next((row["kind"] for row in rows[:1] if "kind" in row), named)
    known = Label._fields
    labels = (Label(**{key: row[key] for key in known if key in row}) for row in rows if "claim" in row)
    return Page(text, kind, text.read_bytes().decode("utf-8"), tuple(labels))


def _text_of(path: Path, folder: Path) -> Path:
    for suffix in SUFFIXES:
        if path.with_suffix(suffix).exists():
            return path.with_suffix(suffix)
    for root in (folder.parent / "articles", REPOSITORY / "articles"):
        for suffix in SUFFIXES:
            for found in root.rglob(f"{path.stem}{suffix}"):
                return found
    raise FileNotFoundError(f"{path}: no article of this name; put it beside its labels")


def claims_of(page: Page) -> tuple[Claim, ...]:
    """The claims of the workbench in a page, for the US and without what a newsroom knows beside the page."""
    document = engine.read(page.path, page.path.name)
    return engine.analyse(document, content().lexicon, "US", AS_OF).claims


def met(label: Label, claims: Iterable[Claim]) -> Claim | None:
    """The first claim that shares half of the shorter one with a label."""
    for claim in claims:
        shared = min(claim.end, label.end) - max(claim.start, label.start)
        if shared >= 0.5 * min(claim.end - claim.start, label.end - label.start):
            return claim
    return None


def count(tally: Tally, page: Page, claims: Sequence[Claim]) -> None:
    """Add the labels of a page to a tally."""
    for label in page.labels:
        if label.claim is None:
            continue
        claim = met(label, claims)
        tally.found += bool(label.claim and claim)
        tally.missed += bool(label.claim and not claim)
        tally.wrong += bool(not label.claim and claim)
        tally.left += not label.claim and not claim
        if label.claim and claim:
            _compare(tally, page, label, claim)
        elif label.claim or claim:
            tally.lost[label.type or ""] += bool(label.claim)
            tally.misses.append(_miss("missed" if label.claim else "not a claim", page, label, claim))


def _compare(tally: Tally, page: Page, label: Label, claim: Claim) -> None:
    if label.type is not None:
        tally.types[label.type, claim.type] += 1
        near = claim.type in (label.type, label.also) or claim.type2 == label.type
        tally.near += near
        if label.type != claim.type:
            tally.misses.append(_miss("second type" if near else "other type", page, label, claim))
    if label.citation is not None:
        tally.states[label.citation, STATE_OF[claim.citation]] += 1
        if label.citation != STATE_OF[claim.citation]:
            tally.misses.append(_miss("citation state", page, label, claim))


def _miss(what: str, page: Page, label: Label, claim: Claim | None) -> Miss:
    types = " or ".join(name for name in (label.type, label.also) if name) or "undecided"
    labelled = f"{types}, {label.citation or 'undecided'}" if label.claim else "no claim"
    said = f"{claim.type} or {claim.type2}, {claim.citation}" if claim else "no claim"
    return Miss(what, page.path, page.source.count("\n", 0, label.start) + 1, label.quote, labelled, said)


def kappas(labels: Sequence[Label]) -> dict[str, tuple[float, int]]:
    """Cohen's κ between the two passes and over how many labels: claim (yes, no, undecided), claim where both decided,
    and type and citation state where both passes saw a claim."""
    from nltk.metrics.agreement import AnnotationTask  # a second to import, for one figure

    alike = [{"claim": x.claim, "type": x.type, "citation": x.citation} for x in labels]
    pairs = [label.passes or (one, one) for label, one in zip(labels, alike, strict=True)]
    claims = [(str(one["claim"]), str(two["claim"])) for one, two in pairs]
    both = [pair for pair in pairs if pair[0]["claim"] and pair[1]["claim"]]
    sides: dict[str, list[tuple[str, str]]] = {
        "claim, no claim or undecided": claims,
        "claim or not, where both decided": [pair for pair in claims if "None" not in pair],
        "type, first choice": [(str(one["type"]), str(two["type"])) for one, two in both],
        "citation state": [(str(one["citation"]), str(two["citation"])) for one, two in both],
    }
    found = {}
    for name, said in sides.items():
        rows = [(coder, str(at), pair[side]) for at, pair in enumerate(said) for side, coder in enumerate("ab")]
        found[name] = (float(AnnotationTask(data=rows).kappa()), len(said))
    return found


def _share(name: str, part: int, whole: int) -> None:
    print(f"{name:34} {part:4} of {whole:4} = {part / max(1, whole):.3f}")


def _line(name: str, tally: Tally) -> None:
    numbers = f"found {tally.found:3}  wrong {tally.wrong:3}  missed {tally.missed:3}  rightly left {tally.left:3}"
    print(f"{name:14} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   {numbers}")


def report(tally: Tally, kinds: dict[str, Tally], misses: bool = False) -> None:
    """Print the figures, and every disagreement if asked."""
    _line("claims", tally)
    for kind, part in sorted(kinds.items()):
        _line(f"  {kind}", part)
    print()
    for name in TYPES:
        right, known = same(tally.types, name)
        print(f"  {name:12} {known:3} found, {tally.lost[name]:2} missed, type right {right / max(1, known):.2f}")
    right, known = same(tally.types)
    _share("type right, first choice", right, known)
    _share("type right, first or second", tally.near, known)
    _share("citation state right", *same(tally.states))
    for state in STATES:
        _share(f"  of {state}", *same(tally.states, state))
    print("\nlabelled (down) and said (across)\n" + " " * 12 + "".join(f"{name[:6]:>8}" for name in TYPES))
    for name in TYPES:
        print(f"{name:12}" + "".join(f"{tally.types[name, said] or '·':>8}" for said in TYPES))
    for miss in sorted(tally.misses) if misses else ():
        print(f"{miss.what}: {miss.path.name}:{miss.line}: label {miss.labelled}; said {miss.said}: {miss.quote}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and judge; the exit code."""
    parser = argparse.ArgumentParser(description="Claims of the workbench against labels.")
    parser.add_argument("--labels", type=Path, default=REPOSITORY / "tests" / "labels")
    parser.add_argument("--misses", action="store_true", help="list every disagreement")
    parser.add_argument("--agreement", action="store_true", help="κ between the two passes of the labels")
    asked = parser.parse_args(arguments)
    labelled = pages(asked.labels)
    if asked.agreement:
        twice = [page for page in labelled if page.path.parent.name not in ONE_PASS]
        for name, (kappa, number) in kappas([label for page in twice for label in page.labels]).items():
            print(f"{name:34} κ {kappa:.3f} over {number}")
        return 0
    tally, kinds = Tally(), dict[str, Tally]()
    for page in labelled:
        claims = claims_of(page)
        count(tally, page, claims)
        count(kinds.setdefault(page.kind, Tally()), page, claims)
    report(tally, kinds, asked.misses)
    return _judged(tally)


def _judged(tally: Tally) -> int:
    typed, stated = same(tally.types), same(tally.states)
    values = (tally.f1, typed[0] / max(1, typed[1]), stated[0] / max(1, stated[1]))
    under = [f"{name} {value:.3f} under {FLOORS[name]}" for name, value in zip(FLOORS, values, strict=True)]
    under = [text for text, name, value in zip(under, FLOORS, values, strict=True) if value < FLOORS[name]]
    print("\n" + ("under the floor: " + "; ".join(under) if under else "all three figures are at their floors or over"))
    return int(bool(under))


if __name__ == "__main__":
    sys.exit(main())
