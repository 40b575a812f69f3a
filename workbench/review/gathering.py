"""Articles examined for the queue: each with its text and its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench import batch, decisions, engine
from workbench.errors import Unreadable
from workbench.loader import Content
from workbench.model import Unread
from workbench.review.recording import Seen


def gather(paths: Sequence[str], plan: batch.Plan, content: Content, jobs: int = 1) -> Iterator[Seen | Unread]:
    """What `Store.record` takes, in the order of the paths; an article that cannot be read comes as `Unread`.

    Args:
        paths: articles as the caller named them.
        plan: what holds for all; its decisions are not needed, the queue has its own.
        content: the loaded checks of `plan.folders`.
        jobs: how many processes; 1 = this one.
    """
    names = decisions.article_names(paths, plan.root)
    for report in batch.examine(paths, plan, content, jobs):
        if isinstance(report, Unread):
            yield report
            continue
        try:
            text = engine.read(Path(report.path), report.path).source
        except Unreadable as error:  # it went away meanwhile
            yield Unread(report.path, str(error))
            continue
        yield Seen(names[report.path], text, report)
