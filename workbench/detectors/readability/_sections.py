"""The sections of a page that have enough prose for a grade."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench import readability
from workbench.model import Article
from workbench.readability import Counts
from workbench.readability.pages import Counted


class Section(Struct, frozen=True):
    """A heading (its block), what is graded under it, and the counts of that."""

    heading: int
    prose: tuple[Counted, ...]
    counts: Counts

    @property
    def grades(self) -> tuple[float, float]:
        """Flesch–Kincaid and SMOG."""
        return readability.flesch_kincaid(self.counts), readability.smog(self.counts)


def sections(article: Article, prose: Sequence[Counted], fewest_sentences: int, fewest_words: int) -> list[Section]:
    """Sections with enough prose, each sentence in one of them at most.

    What is too short to be graded by itself belongs to the section above it; what stands under no heading, under the
    page's title alone, or is still too short under the outermost heading, to none.
    """
    groups: dict[tuple[int, ...], list[Counted]] = {}
    for one in prose:
        groups.setdefault(article.block(one.sentence).section, []).append(one)

    def enough(counts: Counts) -> bool:
        return counts.sentences >= fewest_sentences and counts.words >= fewest_words

    for depth in range(max(map(len, groups), default=0), 1, -1):
        for path in [path for path in groups if len(path) == depth]:
            if not enough(_total(groups[path])):
                groups.setdefault(path[:-1], []).extend(groups.pop(path))
    outermost = {block.section[0] for block in article.document.blocks if block.section}
    title = min(outermost) if len(outermost) == 1 else None
    within = {path: group for path, group in groups.items() if path and path[-1] != title}
    found = (Section(path[-1], tuple(group), _total(group)) for path, group in within.items())
    return [section for section in found if enough(section.counts)]


def hard(found: Sequence[Section], most_flesch_kincaid: float, most_smog: float) -> list[Section]:
    """Those with both grades above these, the hardest first."""
    above = [one for one in found if one.grades[0] > most_flesch_kincaid and one.grades[1] > most_smog]
    return sorted(above, key=lambda one: -sum(one.grades))


def _total(group: Sequence[Counted]) -> Counts:
    return readability.total(one.counts for one in group)
