"""Many articles: one after the other, or spread over processes; the same reports in the same order either way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from workbench import decisions, engine, knowledge, risk
from workbench.config import Limits
from workbench.errors import Unreadable
from workbench.facts import Row
from workbench.loader import Content, load
from workbench.model import Check, Knowledge, Known, Proofread, Report, Unread

_CHUNK = 16  # articles handed to a process at a time; fewer cost more than they balance


class Plan(msgspec.Struct, frozen=True):
    """What holds for every article of a run; plain values, so that another process can be told.

    `folders` are the `checks/` folders, ours first; `only` the ids of the checks that run; `decided` the rows of
    `claims/decisions.csv`; `keep_text` puts each source text, and what was read of it, into its report; `limits`
    say what one file may cost. `looked_up` are the answers of services about identifiers, `proofread` those of the
    proofreader, where it was asked.
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
    if jobs <= 1 or len(paths) <= 1:
        yield from (_examine(path, plan, content, known) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # not paid for by a single article

    chunk = max(1, min(_CHUNK, -(-len(paths) // jobs)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(plan,)) as pool:
        yield from pool.map(_in_process, paths, chunksize=chunk)


_given: list[tuple[Plan, Content, Knowledge]] = []  # what the process was begun with


def _begin(plan: Plan) -> None:
    _given.append((plan, load(plan.folders), _known(plan)))


def _in_process(path: str) -> Report | Unread:
    return _examine(path, *_given[-1])


def _known(plan: Plan) -> Knowledge:
    known = knowledge.load(plan.root, plan.as_of, plan.looked_up)
    return msgspec.structs.replace(known, proofread=plan.proofread) if plan.proofread else known


def _examine(path: str, plan: Plan, content: Content, known: Knowledge) -> Report | Unread:
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a name that is not UTF-8
    try:
        document = engine.read(Path(path), shown, plan.limits)
    except Unreadable as error:
        return Unread(shown, str(error))
    name = decisions.article_name(Path(path), plan.root)
    known = knowledge.about(known, name)
    article = engine.analyse(document, content.lexicon, plan.country, plan.as_of, known)
    findings, verdicts = engine.run(article, chosen(content, plan.only), content.tables)
    findings = decisions.apply(findings, plan.decided, name, plan.as_of)
    headings = (block.seen for block in document.blocks if block.kind == "heading" and not block.boilerplate)
    return Report(
        path=shown,
        title=document.meta.title or next(headings, Path(path).stem),
        words=sum(len(block.seen.split()) for block in document.blocks if not block.boilerplate),
        claims=article.claims,
        findings=findings,
        verdicts=verdicts,
        risk=risk.of(findings, verdicts),
        text=document.source if plan.keep_text else "",
        reading=document.packed() if plan.keep_text else "",
    )


def chosen(content: Content, only: Sequence[str]) -> tuple[Check, ...]:
    """The checks with these ids, or all."""
    return tuple(check for check in content.checks if not only or check.id in only)
