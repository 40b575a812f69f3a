"""One pass over the text of a web page: tags open and close elements, text goes to the block it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.readers._web import tokens
from workbench.readers._web.elements import BREAKOUT, INTEGRATION, RAW
from workbench.readers._web.stack import Context, inside
from workbench.readers._web.state import Handler, State

_ODD_ONES = RAW | {"plaintext"}  # what follows them is no HTML


class Pass(State):
    """Reads HTML into drafts."""

    def read(self, starts: Mapping[str, Handler], ends: Mapping[str, Handler]) -> None:
        """Read the whole text by what is to be done at start and end tags."""
        text, at, end = self.text, 0, len(self.text)
        match, find, stack = tokens.TAG.match, text.find, self.stack
        while at < end:
            opening = find("<", at)
            if opening < 0:
                opening = end
            if opening > at:
                if self.line is not None or not text[at:opening].isspace():
                    self._text(at, opening)
                if opening == end:
                    break
            found = match(text, opening)
            if found is None:
                at = self._odd(opening, end, starts, ends)
                continue
            closes, name, _ = found.groups()
            self.name = name = name.lower()
            self.at = opening
            self.to = at = found.end()
            if closes:
                if stack.context.silent:
                    self._close_tag(ends, at)
                elif (handler := ends.get(name)) is not None:
                    handler(self)
            elif name in _ODD_ONES or self.strict or stack.context.foreign:
                at = self._open_tag(starts, ends, at)
            elif (handler := starts.get(name)) is not None:
                handler(self)
        self.part()
        stack.pop_to(1)
        self.part()

    def _odd(self, at: int, end: int, starts: Mapping[str, Handler], ends: Mapping[str, Handler]) -> int:
        """A "<" that begins no usual tag; where to go on."""
        text = self.text
        after = tokens.lone_end(text, at, end)
        if after > at:
            self._text(at, after)
            return after
        if not tokens.is_tag(text, at, end):
            if self.stack.context.foreign and text.startswith("<![CDATA[", at):
                closing = text.find("]]>", at)
                return closing + 3 if closing >= 0 else end
            return tokens.remark_end(text, at, end)
        tag = tokens.odd_tag(text, at, end)
        if tag is None:
            return end  # a tag without an end: browsers show nothing of it
        closes, name, after = tag
        self.name, self.at, self.to = name.lower(), at, after
        return self._close_tag(ends, after) if closes else self._open_tag(starts, ends, after)

    def _open_tag(self, starts: Mapping[str, Handler], ends: Mapping[str, Handler], at: int) -> int:
        name, context = self.name, self.stack.context
        if context.foreign:
            if name not in BREAKOUT:
                self._foreign(context)
                return at
            self.stack.pop_to(context.foreign)
        handler = starts.get(name)
        if handler is not None:
            handler(self)
        if self.strict and self.text[at - 2] == "/" and name not in ("br", "hr"):
            return self._close_tag(ends, at)
        if name in RAW:
            return self._raw(at)
        if name == "plaintext":
            self._text(at, len(self.text), literal=True)
            return len(self.text)
        return at

    def _close_tag(self, ends: Mapping[str, Handler], at: int) -> int:
        context = self.stack.context
        if context.silent:
            place = self.stack.last("f:" + self.name)
            if place >= (context.foreign or self.stack.top.special) and place > 0:
                self.stack.pop_to(place)
                return at
            if context.foreign and self.name in ("p", "br"):
                self.stack.pop_to(context.foreign)
        handler = ends.get(self.name)
        if handler is not None:
            handler(self)
        return at

    def _foreign(self, context: Context) -> None:
        if self.text[self.to - 2] != "/":
            again = self.name in INTEGRATION[self.stack.entries[context.foreign].name]
            self.stack.push_foreign(self.name, inside(context, foreign=0) if again else context, again)

    def _raw(self, at: int) -> int:
        """The content of an element in which tags are text."""
        name = self.name
        end = tokens.raw_end(self.text, at, len(self.text), name)
        if name == "title" and self.facts.title is None:
            self.facts.title = self.text[at:end]
        elif name == "script" and self.keep:
            self.facts.data.append(self.text[at:end])
        elif name in ("textarea", "xmp") and end > at:
            self._text(at, end, literal=name == "xmp")
        return end

    def _text(self, at: int, to: int, literal: bool = False) -> None:
        context = self.stack.context
        if context.silent or self.struck:
            return
        line = self.line
        if line is None:
            if self.text[at:to].isspace():
                return
            line = self.open(context)
        if literal or context.pre:
            line.verbatim(self.text, at, to, literal)
        else:
            line.text(self.text, at, to)
