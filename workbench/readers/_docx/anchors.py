"""Places in the XML of a Word file between which a comment's words stand; runs are split there, their look is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from workbench.readers._docx.lines import Line, Stretch
from workbench.readers._docx.xml import XML_SPACE, W, child

# Where Word takes a comment's ends between runs; anything else is marked as a whole.
_OPEN = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_BOUND = ("text", "dropDownList", "comboBox", "date", "dataBinding", "picture", "checkbox")  # controls of one run
_BLANK = " \t\r\n"


class Spot(NamedTuple):
    """A comment begins before `first` and ends behind `last`; `top` is `last` or what holds it in its paragraph."""

    first: Any
    last: Any
    top: Any


class _Cut(NamedTuple):
    """In a run before its child at this place, or inside that child's text before the character at `offset`.

    A place equal to the number of children is the run's end.
    """

    place: int
    offset: int


def spots(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> list[Spot]:
    """The places of source spans, in their order; runs are split so that each begins and ends with a run."""
    ends = [_ends(lines[bisect_right(lines, start, key=_where) - 1], start, end) for start, end in spans]
    runs: dict[Any, set[_Cut]] = {}
    for run, cut in (each for pair in ends for each in pair if each[1] is not None):
        runs.setdefault(run, set()).add(cut)  # type: ignore[arg-type]
    parts = {run: _split(run, sorted(cuts)) for run, cuts in runs.items()}
    return [_spot(*pair, parts) for pair in ends]


def _where(place: Line | Stretch) -> int:
    return place.start


_End = tuple[Any, _Cut | None]  # a run and where in it, or an element that is marked as a whole


def _ends(line: Line, start: int, end: int) -> tuple[_End, _End]:
    first = line.stretches[bisect_right(line.stretches, start, key=_where) - 1]
    last = line.stretches[bisect_right(line.stretches, end - 1, key=_where) - 1]
    return _end(first, start - first.start, 0), _end(last, end - last.start, 1)


def _end(stretch: Stretch, at: int, behind: int) -> _End:
    """One end of a span, which stands behind so many characters of a stretch; what cannot be cut is in it whole."""
    element = stretch.piece.element
    run = element.getparent()
    if run.tag != W + "r" or len(element) or not _is_open(run):
        return element, None
    index = run.index(element)
    if stretch.at < 0:
        return run, _Cut(index + behind, 0)
    offset = stretch.at + at
    return run, _Cut(index + 1, 0) if offset >= _kept(element) else _Cut(index, offset)


def _is_open(run: Any) -> bool:
    for above in run.iterancestors():
        if above.tag == W + "p":
            return not any(True for _ in above.iterancestors(W + "txbxContent"))
        properties = child(above, "sdtPr")
        if above.tag not in _OPEN or any(child(properties, name) is not None for name in _BOUND):
            return False
    return False


def whole(element: Any) -> Any:
    """The child of the outermost paragraph that this element stands in: Word takes no comment inside a text box."""
    found = element
    above = element
    while (parent := above.getparent()) is not None:
        found = above if parent.tag == W + "p" else found
        above = parent
    return found


def _split(run: Any, cuts: Sequence[_Cut]) -> dict[_Cut, tuple[Any, Any]]:
    """Split a run; for each cut the run that ends there and the run that begins there."""
    children = list(run)
    begin = int(bool(children) and children[0].tag == W + "rPr")
    inner = [cut for cut in cuts if begin < cut.place < len(children) or (cut.place == begin and cut.offset)]
    inner = [cut for cut in inner if _divides(children, cut, begin)]
    found: dict[_Cut, tuple[Any, Any]] = {}
    current = run
    for cut, following in pairwise([*inner, _Cut(len(children), 0)]):
        behind = run.makeelement(run.tag, dict(run.attrib))
        if begin:
            behind.append(deepcopy(children[0]))
        behind.extend(_between(children, cut, following))
        current.addnext(behind)
        found[cut] = current, behind
        current = behind
    if inner:
        _shorten(run, children, inner[0])
    for cut in cuts:
        if cut not in found:
            found[cut] = (run, run) if cut.place <= begin else (current, current)
    return found


def _divides(children: Sequence[Any], cut: _Cut, begin: int) -> bool:
    """Whether text stands on both sides of a cut: blanks at the ends of an element may not be seen."""
    lead = 0 if not cut.offset else _lead(children[cut.place])
    return cut.place > begin or cut.offset > lead


def _lead(element: Any) -> int:
    text = element.text or ""
    return 0 if element.get(XML_SPACE) == "preserve" else len(text) - len(text.lstrip(_BLANK))


def _kept(element: Any) -> int:
    text = element.text or ""
    return len(text) if element.get(XML_SPACE) == "preserve" else len(text.rstrip(_BLANK))


def _between(children: Sequence[Any], cut: _Cut, following: _Cut) -> Iterator[Any]:
    """What stands from one cut to the next, text that is cut as elements of their own."""
    for index in range(cut.place, min(following.place + 1, len(children))):
        element = children[index]
        low = cut.offset if index == cut.place else 0
        high = following.offset if index == following.place else None
        if high == 0:
            return
        yield element if not low and high is None else _piece(element, low, high)


def _piece(element: Any, low: int, high: int | None) -> Any:
    piece = element.makeelement(element.tag, dict(element.attrib))
    piece.text = (element.text or "")[max(low, _lead(element)) : _kept(element) if high is None else high]
    piece.set(XML_SPACE, "preserve")
    return piece


def _shorten(run: Any, children: Sequence[Any], cut: _Cut) -> None:
    """Leave of a run what stands before its first cut."""
    for element in children[cut.place + bool(cut.offset) :]:
        if element.getparent() is run:
            run.remove(element)
    if cut.offset:
        run.replace(children[cut.place], _piece(children[cut.place], 0, cut.offset))


def _spot(first: _End, last: _End, parts: dict[Any, dict[_Cut, tuple[Any, Any]]]) -> Spot:
    begins = whole(first[0]) if first[1] is None else parts[first[0]][first[1]][1]
    ends = whole(last[0]) if last[1] is None else parts[last[0]][last[1]][0]
    return Spot(begins, ends, whole(ends))


def around(paragraph: Any) -> Spot:
    """All that a paragraph holds."""
    inner = [element for element in paragraph if element.tag != W + "pPr"]
    return Spot(inner[0], inner[-1], inner[-1])


def mark(found: Iterable[tuple[Spot, str]]) -> None:
    """Put the ends and the reference of each comment, named by its id, into the text."""
    behind: dict[Any, Any] = {}  # what was put last behind an element
    for spot, id_ in found:
        make = spot.first.makeelement
        spot.first.addprevious(make(W + "commentRangeStart", {W + "id": id_}))
        end = make(W + "commentRangeEnd", {W + "id": id_})
        behind.get(spot.last, spot.last).addnext(end)
        behind[spot.last] = end
        reference = make(W + "r")
        look = make(W + "rPr")
        look.append(make(W + "rStyle", {W + "val": "CommentReference"}))
        reference.extend((look, make(W + "commentReference", {W + "id": id_})))
        behind.get(spot.top, spot.top).addnext(reference)
        behind[spot.top] = reference
