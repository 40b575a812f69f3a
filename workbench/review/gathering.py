"""Articles examined for the queue: each with its text and its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from workbench import batch, decisions
from workbench.loader import Content
from workbench.model import Unread
from workbench.review.recording import Seen


def gather(paths: Sequence[str], plan: batch.Plan, content: Content, jobs: int = 1) -> Iterator[Seen | Unread]:
    """What `Store.record` takes, one for each path and in their order; an article that cannot be read is an `Unread`.

    The text is the one that was checked: a file that changes meanwhile cannot come with another text's findings.

    Args:
        paths: articles as the caller named them.
        plan: what holds for all; its decisions are not needed, the queue has its own.
        content: the loaded checks of `plan.folders`.
        jobs: how many processes; 1 = this one.

    Raises:
        Usage: two articles would share a name.
    """
    names = decisions.article_names(paths, plan.root)
    keeping = msgspec.structs.replace(plan, keep_text=True)
    for path, report in zip(paths, batch.examine(paths, keeping, content, jobs), strict=True):
        if isinstance(report, Unread):
            yield report
        else:
            yield Seen(names[path], report.text, report, report.reading, report.authors, report.surface)
