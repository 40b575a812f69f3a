"""Opposite advice: what one page tells the reader to do, another one warns of.

Both sides come from one check. What it reports openly is the advice; what it holds back because the page denies it or
warns of it is the advice against. Nothing else that is held back says either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.consistency.naming import STANCE
from workbench.consistency.telling import SOMEBODYS
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Finding
from workbench.model.told import Amount, Setting, Told
from workbench.patterns import exact

_AGAINST = ("negated", "warning-list")
_UNSURE = ("question", "quoted", "attributed", "history", "hedged", "conditional", "caption", "boilerplate")
_NOT_DENIED = r"^\W*(?:have|has|need|only|just|necessarily|got)\b"  # “you do not have to leave: use it at home”
_AFTER = 16  # characters behind a denial that may take it back


def opposites(article: Article, findings: Iterable[Finding], table: Table) -> Iterator[Told]:
    """What a page advises or warns of, for the checks that the table names.

    Args:
        article: as analysed.
        findings: of all checks, held-back ones among them.
        table: columns check (with its topic), title, attribute, for, against; `{name}` is the name in the row that a
            finding rests on.
    """
    rows = table.index("check")
    for finding in findings:
        for row in rows.get(term_key(f"{finding.topic}/{finding.check}"), ()):
            name, side = _name(finding), _side(article, finding)
            if name and side is not None and finding.start is not None and finding.end is not None:
                yield _told(article, finding, row, name, side)


def _told(article: Article, finding: Finding, row: Row, name: str, side: int) -> Told:
    return Told(
        attribute=row["attribute"].format_map({"name": name}),
        title=row["title"].format_map({"name": name}),
        setting=Setting((), country=article.country),
        amount=Amount(STANCE, str(side), str(side), row["for" if side else "against"]),
        text=finding.text,
        start=finding.start or 0,
        end=finding.end or 0,
        sentence=finding.sentence,
    )


def _name(finding: Finding) -> str:
    rows = finding.evidence.rows if finding.evidence else ()
    return rows[0].get("name", "") if rows else ""


def _side(article: Article, finding: Finding) -> int | None:
    """1 for advice, 0 for advice against it; None where the page says neither."""
    flags = {flag.flag for flag in finding.context}
    if flags.intersection(_UNSURE):
        return None
    if not finding.held_back:
        story = exact(SOMEBODYS).search(finding.sentence.encode("ascii", "replace")) is not None
        return None if story else 1
    against = [flag for flag in finding.context if flag.flag in _AGAINST]
    source = article.document.source
    taken_back = any(_taken_back(source[flag.end : flag.end + _AFTER]) for flag in against)
    return 0 if against and not taken_back else None


def _taken_back(text: str) -> bool:
    return exact(_NOT_DENIED).match(text.encode("ascii", "replace")) is not None
