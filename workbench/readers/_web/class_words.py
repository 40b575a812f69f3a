"""What the class and id words of a page say: which container is furniture, by the words that page builders use.

A word counts in whole pieces ("share-bar", "shareBar"), never inside another ("shareholders"). Most words are furniture
only in the company of words for boxes ("social-links"), not of words with a meaning ("social-anxiety").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from workbench.readers._lazy import lazily
from workbench.readers._wordings import words

_PIECE = lazily(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Reasons in the order in which they win. Words after "/" count in any company; "a+b" are two pieces side by side.
_REASONS = """
hidden: / sr+only visually+hidden visuallyhidden screen+reader material+icons
cookie notice: consent cookie / cookies cookiebar cookiebot cookieconsent gdpr ccpa onetrust
advertisement: ad ads advert adverts sponsor sponsored sponsors promo promos promotion / advertisement advertisements
    adsense adslot leaderboard+ad
newsletter form: subscribe subscription signup sign+up opt+in optin / newsletter mailchimp
share bar: share sharing shares social socials / sharebar sharedaddy addtoany addthis shareaholic
comments: comments comment respond commentlist / disqus
related links: related recommended recommendations also+like read+next up+next more+stories more+articles more+posts
    you+may / yarpp outbrain taboola
table of contents: toc table+of+contents on+this+page in+this+article
menu: nav menu submenu skip+link skip+links skip+to pager / navbar breadcrumb breadcrumbs pagination
search form: search searchform searchbox
sidebar: sidebar
footer: footer / colophon
page header: site+header global+header top+bar topbar / masthead
dialog: modal popup lightbox overlay
footnote: footnotes footnote references endnotes endnote reflist bibliography reference+list ref+list
    citation+list
"""
_BOXES = words(
    "a area aside back banner bar block body bottom box btn button buttons c card cards carousel col column columns"
    " component cont container content desktop div dropdown el elementor entry ez feed first fixed float floating"
    " form frame g global grid group header heading hidden hide hor holder horizontal icon icons id inline inner input"
    " is item items js l label last layout left level link links list listing loop m main mini mobile module o open"
    " outer page panel popup position posts post pre primary right root row s secondary section sections show side"
    " sidebar site slider slot small sticky sub t tab template text theme thumb title toggle tool tools top u ui unit"
    " ul vertical visible w widget widgets wp wrap wrapper x z rank math yoast google gpt dfp sdk"
)
_LINKED = words(
    "article articles blog blogs conditions guides news pages posts products questions reading resources stories topics"
    " treatments videos"
)  # what a box of related links may be made of
_TOOLS = words("facebook twitter email print follow us media network networks channels reader count counts")
_COMPANY = {"related links": _LINKED, "share bar": _TOOLS, "newsletter form": words("email footer"), "menu": _TOOLS}
_ABOUT_THE_PAGE = words("tag category cat type format status postid term author has no with without")
_PARTS_OF_TEXT = words("article post card entry story section panel modal table")  # their footer is not the page's


def _read(text: str) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    found = []
    for line in text.strip().replace("\n    ", " ").splitlines():
        why, _, listed = line.partition(":")
        shy, _, bold = listed.partition("/")
        found.append((why, words(shy), words(bold)))
    return tuple(found)


_TABLE = _read(_REASONS)
_ORDER = {why: rank for rank, (why, _, _) in enumerate(_TABLE)}


@lru_cache(maxsize=4096)
def _of_word(word: str, whole: bool) -> str:
    """Why one class word or id names furniture; with `whole` every piece must be a word for furniture or boxes."""
    pieces = [piece.lower() for piece in _PIECE.findall(word[:100])]
    if not pieces or (pieces[0] in _ABOUT_THE_PAGE and len(pieces) > 1):
        return ""
    pairs = {f"{a}+{b}" for a, b in pairwise(pieces)}
    pairs |= {f"{a}+{b}+{c}" for a, b, c in zip(pieces, pieces[1:], pieces[2:], strict=False)}
    single = frozenset(pieces)
    names = single | pairs
    for why, shy, bold in _TABLE:
        if not whole and names & bold:
            return why
        keys = names & (shy | bold)
        if keys and _in_company(single, keys, why):
            return why
    return ""


def _in_company(pieces: frozenset[str], keys: frozenset[str], why: str) -> bool:
    named = {part for key in keys for part in key.split("+")}
    rest = pieces - named - _BOXES - _COMPANY.get(why, frozenset())
    if why == "footer" and pieces & _PARTS_OF_TEXT:
        return False
    return not rest


def why(classes: str, identifier: str) -> str:
    """Why a container with these words is furniture; "" where they do not say so."""
    found = [_of_word(word, False) for word in classes.split()[:40]]
    if identifier:
        found.append(_of_word(identifier, True))
    return min((reason for reason in found if reason), key=_ORDER.__getitem__, default="")


_FORMS = (
    ("comment form", r"comment|respond|reply"),
    ("newsletter form", r"newsletter|subscri|sign-?up"),
    ("search form", "search"),
)


def form(said: str) -> str:
    """What sort of form says this about itself, in its class, id, role or legend."""
    low = said.lower()
    return next((reason for reason, pattern in _FORMS if re.search(pattern, low)), "form")
