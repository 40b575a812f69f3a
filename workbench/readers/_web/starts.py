"""What start tags do, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.readers._web import blocks, inline, rows
from workbench.readers._web.elements import BLOCKS, CONTROLS, HEADINGS, PHRASES, QUIET
from workbench.readers._web.state import Handler, State


def root(page: State) -> None:
    """The page itself."""
    page.facts.language = page.facts.language or page.said().get("lang", "")


def fact(page: State) -> None:
    """What the head says about the page."""
    if page.name == "meta" or "canonical" in page.text[slice(*page.attributes)]:
        page.facts.tags.append((page.name, page.said()))


def script(page: State) -> None:
    """A script; those that only hold data are kept."""
    page.keep = page.said().get("type", "").strip().lower().startswith("application/ld+json")


def _handlers() -> dict[str, Handler]:
    found: dict[str, Callable[[State], None]] = dict.fromkeys(BLOCKS | {"xmp", "plaintext"}, blocks.block)
    found |= dict.fromkeys(HEADINGS, blocks.heading) | dict.fromkeys(QUIET, inline.quiet)
    found |= dict.fromkeys(("dd", "dt"), blocks.term) | dict.fromkeys(("td", "th"), rows.cell)
    found |= dict.fromkeys(("tr", "tbody", "thead", "tfoot"), rows.row)
    found |= dict.fromkeys(("b", "strong"), inline.strong) | dict.fromkeys(("s", "strike"), inline.struck)
    found |= dict.fromkeys(("svg", "math"), inline.foreign) | dict.fromkeys(("meta", "link"), fact)
    found |= dict.fromkeys(CONTROLS, blocks.control) | dict.fromkeys(PHRASES, inline.inline)
    found |= dict.fromkeys(("img", "image"), inline.picture)
    found |= {
        "p": blocks.paragraph, "li": blocks.item, "hr": blocks.rule,
        "noscript": blocks.unscripted, "table": rows.table, "caption": rows.caption,
        "a": inline.anchor, "sup": inline.raised, "q": inline.quoted, "ruby": inline.ruby,
        "br": inline.line_break, "html": root, "script": script,
    }  # fmt: skip
    return found


STARTS: Mapping[str, Handler] = _handlers()
