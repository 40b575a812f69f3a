"""`workbench check … --annotate`: a copy of a Word file in which each open finding is a comment on its words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import decisions, files
from workbench.config import Limits
from workbench.errors import Unreadable, Usage
from workbench.model import Finding, Report
from workbench.risk import is_open

if TYPE_CHECKING:
    from workbench.readers._docx.reading import Reading

_SUFFIX = ".docx"
_LONGEST = 160  # characters of a quotation in a comment that cannot stand on its words


def refuse(out: str, articles: Sequence[str]) -> None:
    """Refuse a call that cannot be met, before anything is read.

    Args:
        out: where the copy goes.
        articles: what is checked.

    Raises:
        Usage: not exactly one Word file is checked, the place is one of the articles under whatever name, is no place
            for a Word file, or cannot hold one.
    """
    place = Path(out)
    if len(articles) != 1 or not articles[0].lower().endswith(_SUFFIX):
        raise Usage(f"--annotate: comments go into one Word file; name one article that ends in {_SUFFIX}")
    if place.suffix.lower() != _SUFFIX:
        raise Usage(f"--annotate: {out} does not end in {_SUFFIX}; the copy is a Word file")
    if any(_is_same(place, Path(article)) for article in articles):
        raise Usage(f"--annotate: {out} is the article itself, which is never changed; choose another place")
    if not place.parent.is_dir():
        raise Usage(f"--annotate: {place.parent} is no folder; choose another place")
    if place.exists() and not place.is_file():
        raise Usage(f"--annotate: {out} is no regular file; choose another place")


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file: by links, or where a disk takes upper and lower case as one."""
    if os.path.realpath(one).casefold() == os.path.realpath(other).casefold():
        return True
    return one.exists() and other.exists() and one.samefile(other)


def write(out: str, article: str, report: Report, titles: Mapping[str, str], as_of: date, limits: Limits) -> None:
    """Write the copy.

    Args:
        out: where it goes; what stands there is replaced whole.
        article: the Word file.
        report: of its check, with its text.
        titles: of the checks, by id.
        as_of: the day that the comments bear.
        limits: what one file may cost.

    Raises:
        Usage: the article changed since it was checked, or the place cannot be written.
    """
    data = Path(article).read_bytes()
    copy = annotated(data, article, report, titles, as_of, limits)
    try:
        files.replace(Path(out), copy)
    except OSError as error:
        raise Usage(f"--annotate: {out} cannot be written ({error.strerror}); choose another place") from error


def annotated(data: bytes, shown: str, report: Report, titles: Mapping[str, str], as_of: date, limits: Limits) -> bytes:
    """The bytes of the copy; arguments and errors as in `write`, `shown` as people see the path."""
    from workbench.readers._docx.comments import Author, Remark, commented  # nobody else pays for it
    from workbench.readers._docx.reading import reading

    try:
        read = reading(data, limits)
    except Unreadable:
        read = None
    if read is None or read.source != report.text:
        raise Usage(f"{shown}: changed while it was checked; run again")
    if read.package.strict:
        raise Usage(
            f"--annotate: {shown} is a “Strict Open XML” file, which cannot be copied with comments; save it in Word"
            " as “Word Document (.docx)”"
        )
    remarks = [
        Remark(
            None if finding.start is None or finding.end is None else (finding.start, finding.end),
            tuple(_text(finding, titles.get(finding.check, finding.check), read)),
        )
        for finding in report.findings
        if is_open(finding)
    ]
    author = Author("workbench", "wb", f"{as_of.isoformat()}T00:00:00Z")
    try:
        return commented(data, read, remarks, author, limits)
    except Unreadable as error:
        raise Usage(f"--annotate: {shown} {error}") from error


def _text(finding: Finding, title: str, read: Reading) -> Iterator[str]:
    """The paragraphs of a comment."""
    from workbench.writers.terminal import clean, evidence_line

    yield f"{finding.severity.capitalize()}: {title}"
    place = _place(finding, read)
    if place:
        yield clean(place)
    yield clean(finding.message)
    yield clean(f"Why: {finding.why}")
    yield clean(f"Do: {finding.advice}")
    if finding.evidence is not None:
        yield evidence_line(finding.evidence)
    if finding.decision is not None:
        told = decisions.told(finding.decision)
        yield clean(told[:1].upper() + told[1:])
    yield f"More: workbench explain {finding.check}"


def _place(finding: Finding, read: Reading) -> str:
    """Where the words stand, if the comment cannot stand on them."""
    from workbench.readers._docx.comments import in_box, line_at

    if finding.start is None:
        return "About the whole article."
    line = line_at(read.lines, finding.start)
    paragraph = line.paragraph
    if paragraph.note:
        where = paragraph.note.replace("-", " ")
    elif paragraph.boilerplate in ("page header", "footer"):
        where = f"the {paragraph.boilerplate}"
    elif paragraph.kind == "caption":
        where = "the description of a picture"
    elif in_box(line):
        where = "a text box"
    else:
        return ""
    words = finding.text if len(finding.text) <= _LONGEST else finding.text[:_LONGEST] + "…"
    return f"In {where}: “{words}”"
