"""Many articles: one after the other, or spread over processes; the same reports in the same order either way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePath

import msgspec

from workbench import consistency, covering, decisions, engine, knowledge, remembered, risk, site, suppressions
from workbench.config import Limits
from workbench.consistency import reading
from workbench.errors import BadContent, Unreadable
from workbench.facts import Row
from workbench.loader import Content, load
from workbench.model import (
    Article,
    Backed,
    Check,
    Document,
    Finding,
    Judgement,
    Knowledge,
    Known,
    Proofread,
    Report,
    Told,
    Unread,
)
from workbench.model.knowledge import Said
from workbench.remembered import Remembered

_BETWEEN = re.compile(r",|;|&|\band\b")  # the names of a by-line
_LIBRARY = "library-drift"  # the check whose tables say how wordings are compared
_STATEMENTS = "disclaimers"  # the topic of the checks on required statements
_CHUNK = 16  # articles handed to a process at a time; fewer cost more than they balance


class Plan(msgspec.Struct, frozen=True):
    """What holds for every article of a run; plain values, so that another process can be told.

    `folders` are the `checks/` folders, ours first; `only` the ids of the checks that run; `decided` the rows of
    `claims/decisions.csv`; `keep_text` puts each source text, and what was read of it, into its report; `limits`
    say what one file may cost. `looked_up` are the answers of services about identifiers, `proofread` those of the
    proofreader, where it was asked. `people` are the ids that comments in articles may close findings by (none = any
    name); None: such comments are not read. `remember` takes reports of earlier runs where nothing that they rest on
    has changed, and keeps those of this one for later.
    """

    folders: tuple[Path, ...]
    root: Path | None
    country: str
    as_of: date
    only: tuple[str, ...]
    decided: tuple[Row, ...]
    keep_text: bool = False
    limits: Limits = Limits()
    looked_up: Mapping[str, Known] = {}
    proofread: Proofread | None = None
    people: tuple[str, ...] | None = None
    remember: bool = False


def examine(paths: Sequence[str], plan: Plan, content: Content, jobs: int = 1) -> Iterator[Report | Unread]:
    """Reports in the order of the paths.

    Args:
        paths: articles as the caller named them.
        plan: what holds for all.
        content: the loaded checks of `plan.folders`.
        jobs: how many processes; 1 = this one.

    Raises:
        BadContent: what the newsroom knows does not hold; before any article is read.
    """
    known = _known(plan) if paths else Knowledge()
    _hold(known.site, plan, content)
    seal = _seal(plan, known, len(paths))
    if jobs <= 1 or len(paths) <= 1:
        with Remembered(plan.root, seal, plan.as_of) as before:
            yield from (_examine(path, plan, content, known, before) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # not paid for by a single article

    chunk = max(1, min(_CHUNK, -(-len(paths) // jobs)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(plan, seal)) as pool:
        yield from pool.map(_in_process, paths, chunksize=chunk)


_given: list[tuple[Plan, Content, Knowledge, Remembered]] = []  # what the process was begun with


def _begin(plan: Plan, seal: str) -> None:
    _given.append((plan, load(plan.folders), _known(plan), Remembered(plan.root, seal, plan.as_of)))


def _in_process(path: str) -> Report | Unread:
    return _examine(path, *_given[-1])


def _seal(plan: Plan, known: Knowledge, articles: int) -> str:
    """What every report of this run rests on; "" where nothing is remembered. Asked services are not: they change."""
    if not plan.remember or plan.root is None or plan.looked_up or plan.proofread or articles < remembered.FEW:
        return ""
    shared = (plan.country, plan.as_of.isoformat(), plan.only, plan.keep_text, plan.limits, known.site)
    return remembered.seal(plan.folders, plan.root, shared)


def _known(plan: Plan) -> Knowledge:
    known = knowledge.load(plan.root, plan.as_of, plan.looked_up)
    return msgspec.structs.replace(known, proofread=plan.proofread) if plan.proofread else known


def _hold(said: Sequence[Said], plan: Plan, content: Content) -> None:
    """See that what `[site]` declares is, to the checks themselves, the statement that it is said to give."""
    site.hold(said, content.checks)
    checks = {check.id: check for check in content.checks}
    for one in said:
        for id_ in one.gives:
            pages = _lacking(checks[id_], plan.country)
            if not pages or not all(_gives(one, checks[id_], page, plan, content) for page in pages):
                problem = f"the {one.where} does not say, as “{id_}” reads it here: “{one.text}”"
                raise BadContent("[site]", "gives", f"{problem}; copy its exact sentences, or take the check out")


def _lacking(check: Check, country: str) -> list[str]:
    """Pages that lack the statement of a check: its own examples, as far as they hold in this country."""
    here = (example for example in check.example if example.country in (None, country))
    return [one.text for one in here if one.text and one.format == ".md" and one.finds == ("*",)]


def _gives(said: Said, check: Check, page: str, plan: Plan, content: Content) -> bool:
    parts = (page, said.text) if said.where in site.FAR else (said.text, page)
    document = engine.parse("\n\n".join(parts).encode(), "[site]", ".md", plan.limits)
    article = engine.analyse(document, content.lexicon, plan.country, plan.as_of)
    return any(verdict.verdict == "pass" for verdict in engine.run(article, [check], content.tables)[1])


def _examine(path: str, plan: Plan, content: Content, known: Knowledge, before: Remembered) -> Report | Unread:
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a name that is not UTF-8
    place, name, document = Path(path), decisions.article_name(Path(path), plan.root), None
    try:
        data = engine.data_of(place, plan.limits)
        key = before.key(data, place, name)
        found = before.get(key)
        if found is None:
            document = engine.parse(data, shown, place.suffix.lower(), plan.limits)
            found = _report(document, name, plan, content, known)
            before.put(key, found)
    except Unreadable as error:
        return Unread(shown, str(error))
    findings = decisions.apply(found.findings, plan.decided, name, plan.as_of, tell_ended=True)
    if plan.people is not None and document is not None:  # a report with such comments is made anew each time
        ran = [check.id for check in chosen(content, plan.only)]
        findings = suppressions.apply(document, findings, content.checks, ran, plan.as_of, plan.people)
    if findings == found.findings:  # the risk is as it was worked out, and working it out takes as long as all the rest
        return found if found.path == shown else msgspec.structs.replace(found, path=shown)
    return msgspec.structs.replace(found, path=shown, findings=findings, risk=risk.of(findings, found.verdicts))


def _report(document: Document, name: str, plan: Plan, content: Content, known: Knowledge) -> Report:
    """What the checks say of an article; people's decisions are not looked at."""
    known = knowledge.about(known, name)
    article = engine.analyse(document, content.lexicon, plan.country, plan.as_of, known)
    findings, verdicts = engine.run(article, chosen(content, plan.only), content.tables)
    headings = (block.seen for block in document.blocks if block.kind == "heading" and not block.boilerplate)
    return Report(
        path=document.path,
        title=document.meta.title or next(headings, PurePath(document.path).stem),
        words=sum(len(block.seen.split()) for block in document.blocks if not block.boilerplate),
        claims=article.claims,
        findings=findings,
        verdicts=verdicts,
        risk=risk.of(findings, verdicts),
        text=document.source if plan.keep_text else "",
        reading=document.packed() if plan.keep_text else "",
        surface=covering.packed(_surface(article, content, verdicts)) if plan.keep_text else "",
        backed=_backed(article, content) if plan.keep_text else (),
        told=_told(article, findings, plan, content),
        authors=tuple(name for name in map(str.strip, _BETWEEN.split(document.meta.author)) if name),
    )


def _surface(article: Article, content: Content, verdicts: Sequence[Judgement]) -> covering.Surface:
    stating = {check.id for check in content.checks if check.topic == _STATEMENTS}
    return covering.of(article, [verdict for verdict in verdicts if verdict.check in stating])


def _backed(article: Article, content: Content) -> tuple[Backed, ...]:
    check = next((check for check in content.checks if check.id == _LIBRARY), None)
    if check is None or not article.knowledge.library:
        return ()
    from workbench.library.backing import backing  # a newsroom without a library pays for nothing

    return backing(article, check.params, content.tables)


def _told(article: Article, findings: Sequence[Finding], plan: Plan, content: Content) -> tuple[Told, ...]:
    if plan.only and consistency.CHECK not in plan.only:
        return ()
    return reading.told(article, content, findings)


def chosen(content: Content, only: Sequence[str]) -> tuple[Check, ...]:
    """The checks with these ids, or all."""
    return tuple(check for check in content.checks if not only or check.id in only)
