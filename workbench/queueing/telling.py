"""How the back catalogue is told: plans before they move, samples with their bound, causes with their uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workbench.review.backlog.desk import Catalogue, Taken
from workbench.review.backlog.plans import TITLES, WAVES, Plan, Wish
from workbench.review.backlog.pool import Cause
from workbench.review.backlog.results import Shown
from workbench.review.moves.together import MOST
from workbench.review.wording import counted
from workbench.writers.terminal import clean


def added(one: Taken, other: Taken) -> Taken:
    """What became of two lots of pages."""
    return Taken(one.new + other.new, one.same + other.same, one.edited + other.edited, one.known + other.known)


def imported(taken: Taken, failed: Sequence[str], count: int) -> str:
    """What an import did; what could not be read comes last."""
    lines = [f"{counted(taken.new, 'page')} imported as inherited."]
    lines += [f"{counted(taken.same, 'page')} known already, unchanged."] if taken.same else []
    lines += [f"{counted(taken.edited, 'page')} edited since; {_they(taken.edited)} in review."] if taken.edited else []
    lines += [f"In the queue already, and left as it is: {clean(name)}" for name in taken.known]
    lines += [left(count), "See what a wave would cost: workbench queue plan"]
    lines += [f"Not imported: {line}" for line in failed]
    return _text(lines)


def left(count: int) -> str:
    """ "2,000 inherited pages are not in the queue."."""
    return f"{count:,} inherited page{' is' if count == 1 else 's are'} not in the queue."


def plan(found: Plan, told: Iterable[str], again: str) -> str:
    """A wave before it moves: what it costs, what the numbers rest on, every page with its reason, how it moves."""
    lines = [cost(found), f"{found.pace.told()} Reading pages in which nothing was found is not in it."]
    lines += [clean(note) for note in (*told, *found.notes)]
    lines += [f"  {clean(line.page.name)}  {clean(line.why)}" for line in found.lines]
    what = "have their days" if found.wish.wave == "rest" else "come into review"
    if found.lines:
        lines.append(f"Nothing is changed yet. So that exactly these pages {what}: {clean(again)}")
    else:
        lines.append("Nothing is changed, and nothing would be.")
    return _text(lines)


def cost(found: Plan) -> str:
    """ "Wave “harm now”: 12 pages, 14 findings in 31 places, 14 decisions, about 0.5 hours."."""
    return f"Wave “{TITLES[found.wish.wave]}”: {found.cost()}"


def overview(catalogue: Catalogue, as_of: date) -> str:
    """The waves that need no table, each after those before it; a page counts in the first wave that takes it."""
    lines, gone = [left(catalogue.count())], set[str]()
    for wave in WAVES:
        if wave == "reach":
            lines.append(f"Wave “{TITLES[wave]}”: needs page views; see workbench queue plan --wave reach --reach FILE")
            continue
        found = catalogue.plan(Wish(wave, seed=as_of.isoformat() if wave == "sample" else ""), gone)
        gone |= {line.page.name for line in found.lines}
        lines.append(cost(found))
    lines.append(f"{catalogue.pace().told()} A page counts in the first wave that takes it.")
    return _text([*lines, "See every page of a wave before it moves: workbench queue plan --wave harm"])


def samples(found: Sequence[Shown]) -> str:
    """What the samples showed, wave by wave."""
    if not found:
        return "No sample was drawn yet. See what one would cost: workbench queue plan --wave sample\n"
    lines, last = [], ""
    for one in found:
        if one.wave != last:
            lines.append(f"Sample {one.wave}, drawn on {one.on} with the seed “{clean(one.seed)}”:")
        last = one.wave
        lines.append(f"  {clean(one.told())}")
        lines += [f"    harmful: {clean(name)}" for name in one.harmful]
    lines.append("Harmful: a person confirmed an error. With 95 % confidence, for the pages each section had then.")
    return _text(lines)


def causes(found: Sequence[Cause], titles: Mapping[str, str], first: int) -> str:
    """Findings with many uses; the command for up to 25 of them, where they may be decided together."""
    lines = []
    for cause in found[: first or None]:
        use = cause.uses[0]
        where = f", declared: {cause.declared}" if cause.declared else ""
        title = titles.get(use.check, use.check)
        lines.append(f"{len(cause.uses):,} uses  {clean(title)} ({use.severity}{where})")
        lines.append(f"  {clean(use.sentence) or 'The whole page lacks it.'}")
        lines.append(f"  {_command(cause)}")
    more = len(found) - len(found[: first or None])
    lines += [f"{counted(more, 'further cause')}."] if more else []
    return _text(lines or ["No finding that waits has several uses."])


def _command(cause: Cause) -> str:
    if cause.uses[0].is_single():
        return "An error about dose, safety or approval: each is decided singly."
    some = cause.uses[:MOST]
    names = " ".join(f"{clean(use.article)}:{use.fingerprint}" for use in some)
    return f"{len(some)} of them: workbench queue decide {clean(some[0].article)} {names} ACTION"


def _they(number: int) -> str:
    return "it is" if number == 1 else "they are"


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
