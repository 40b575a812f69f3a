"""What the elements of a web page are for the reader. An element that stands nowhere here is seen as running text."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.readers._wordings import words

BLOCKS = words(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header"
    " hgroup legend listing main menu nav ol p pre search section summary ul"
)
LISTS = words("ul ol dl dir menu")
HEADINGS = words("h1 h2 h3 h4 h5 h6")
PHRASES = words("span i em small abbr cite time font u ins mark code sub")  # looked at for what hides them
FORMATTING = words("i em small font u code")  # goes on behind the end of what it stands in
CONTROLS = words("button label select option optgroup textarea")
QUIET = words("video audio canvas progress meter object applet template rt rp del datalist")  # not shown
RAW = words("script style title textarea xmp iframe noembed noframes")  # tags in them are text
# Tags that cannot stand in a drawing or formula: they end it.
BREAKOUT = words(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
INTEGRATION = {"f:svg": words("foreignobject desc title"), "f:math": words("mi mo mn ms mtext")}  # they may again here
REASONS: Mapping[str, str] = {
    "nav": "menu", "noscript": "no-script text", "form": "form", "dialog": "dialog", "optgroup": "form",
    "option": "form", "button": "form", "label": "form", "select": "form", "textarea": "form", "datalist": "form",
}  # fmt: skip
ROLES: Mapping[str, str] = {
    "navigation": "menu", "menu": "menu", "menubar": "menu", "search": "search form", "dialog": "dialog",
    "alertdialog": "dialog", "doc-endnotes": "footnote", "doc-footnote": "footnote", "doc-toc": "table of contents",
    "doc-bibliography": "footnote",
}  # fmt: skip
LANDMARKS: Mapping[str, str] = {"banner": "header", "contentinfo": "footer", "complementary": "aside"}
OUTER: Mapping[str, str] = {"header": "page header", "footer": "footer", "aside": "sidebar"}  # outside an article
