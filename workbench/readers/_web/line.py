"""One block of a web page while it is read: its seen text, links and strong type."""

from __future__ import annotations

from workbench.readers._commonmark import pieces
from workbench.readers._commonmark.pieces import Piece
from workbench.readers._lazy import lazily
from workbench.readers._outline import Draft
from workbench.readers._source import BLANK
from workbench.readers._web.references import REFERENCE, resolve
from workbench.readers._web.stack import Context
from workbench.readers._web.tokens import S

# White space from a line end on, or a reference; to begin with one class of characters makes the search fast.
_POINT = lazily(rf"[&\t\n\f\r](?:(?<!&)[{S}]*|(?<=&){REFERENCE[1:]})")
_SPACES = lazily(r" +|[^ ]+")
_VERBATIM = lazily(rf"([^&\r]+|\r(?!\n))|(\r\n)|({REFERENCE})|&")


class Anchor:
    """A link that is open: where it leads, and whether it stands raised as the mark of a note does."""

    __slots__ = ("raised", "sponsored", "target")

    def __init__(self, target: str, sponsored: bool, raised: bool) -> None:
        self.target, self.sponsored, self.raised = target, sponsored, raised


class Line:
    """Collects what is seen of one block.

    Attributes:
        pieces: what is seen of it so far.
        strong: so many of the first pieces are in strong type.
        link_at: the first piece of the link that is open.
        broken: whether only blanks stand behind the last line break.

    Args:
        base: where the text that is being read begins in the source.
        context: of the element that its first text stands in.
        strong: whether that text is in strong type.
    """

    __slots__ = (
        "_base", "_links", "_strongly", "anchors", "broken", "context", "fresh", "link_at", "near", "pieces", "raised",
        "spaced", "strong",
    )  # fmt: skip

    def __init__(self, base: int, context: Context, strong: bool) -> None:
        self._base, self.context = base, context
        self.pieces: list[Piece] = []
        self._links: list[pieces.Anchor] = []
        self.anchors: list[str] = []
        self.raised: set[str] | None = None  # targets of marks
        self.link_at = self.strong = 0
        self.spaced, self._strongly = True, strong
        self.broken = self.fresh = self.near = False

    def text(self, text: str, at: int, to: int, attribute: bool = False) -> None:
        """Add `text[at:to]`; runs of white space are seen as one space."""
        piece = text[at:to]
        if "&" in piece or not piece.isprintable():
            self._points(text, at, to, attribute)
        elif "  " in piece or self.broken or (self.spaced and piece[0] == " "):
            self._stretch(piece, at, to)
        else:
            self.pieces.append((piece, at + self._base, to + self._base))
            self.spaced = piece[-1] == " "

    def _points(self, text: str, at: int, to: int, attribute: bool) -> None:
        """Add text that holds references or line ends."""
        for found in _POINT.finditer(text, at, to):
            start, end = found.span()
            if start > at:
                self._stretch(text[at:start], at, start)
            if text[start] == "&":
                self._reference(found.group(), start, end, text[end : min(end + 1, to)] if attribute else None)
            else:
                self.space(start, end)
            at = end
        if at < to:
            self._stretch(text[at:to], at, to)

    def _stretch(self, piece: str, at: int, to: int) -> None:
        """Add text in which spaces are the only white space."""
        if "  " in piece:
            for found in _SPACES.finditer(piece):
                if found.group()[0] == " ":
                    self.space(at + found.start(), at + found.end())
                else:
                    self._add(found.group(), at + found.start(), at + found.end())
                    self.spaced = False
            return
        if self.spaced and piece[0] == " ":
            at += 1
            piece = piece[1:]
            if not piece:
                return
        self._add(piece, at, to)
        self.spaced = piece[-1] == " "

    def verbatim(self, text: str, at: int, to: int, literal: bool = False) -> None:
        """Add `text[at:to]` with its white space as it stands; `literal` text holds no references."""
        for found in _VERBATIM.finditer(text, at, to):
            start, end = found.span()
            if found[3] and not literal:
                self._reference(found[3], start, end, None)
            else:
                self._add("\n" if found[2] else found.group(), start, end)
        self.spaced = False

    def space(self, at: int, to: int) -> None:
        """Add a space for what stands there, unless there is one already."""
        if not self.spaced:
            self.mark(" ", at, to)

    def mark(self, char: str, at: int, to: int) -> None:
        """Add a character that a tag stands for."""
        self.pieces.append((char, at + self._base, to + self._base))
        self.spaced = char == " "

    def _add(self, piece: str, at: int, to: int) -> None:
        self.pieces.append((piece, at + self._base, to + self._base))
        if self.broken:
            self.broken = not piece.strip(BLANK)

    def _reference(self, written: str, start: int, end: int, follow: str | None) -> None:
        said, length = resolve(written, follow)
        if said and said in " \t\n\f\r" and not self.context.pre:
            self.space(start, end)
            return
        if length:
            self._add(said, start, start + length)
        if length < end - start:
            self._add(written[length:], start + length, end)
        self.spaced = False

    def link(self, anchor: Anchor) -> None:
        """End a link: what was seen since `link_at` leads to its target."""
        count = len(self.pieces)
        if count > self.link_at:
            self._links.append((self.link_at, count, anchor.target, anchor.sponsored))
            if anchor.raised:
                self.raised = self.raised or set()
                self.raised.add(anchor.target)
        self.link_at = count

    def embolden(self) -> None:
        """Strong type begins again; it counts where it goes on with that at the block's beginning."""
        self._strongly = self._strongly or len(self.pieces) == self.strong

    def weaken(self) -> None:
        """Strong type ends."""
        if self._strongly:
            self.strong, self._strongly = len(self.pieces), False

    def draft(self, source: str) -> Draft | None:
        """The block; None where nothing is seen of it."""
        self.weaken()
        context = self.context
        draft = pieces.draft_of(source, context.kind, context.level, self.pieces, self._links, self.strong)
        if draft is not None:
            draft.fresh, draft.near = self.fresh, self.near
        return draft
