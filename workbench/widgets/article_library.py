"""What the library of approved claims has for the claims of an article, and where the border of each check runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

from workbench.loader import Content
from workbench.model import Article

CHECK = "library-drift"  # its parameters say how wordings are compared
_LEVELS = {"exact": "exact", "accepted": "accepted", "near": "similar", "similar": "similar"}
_MOST = 4  # rows shown for a claim
_BORDERS = 6  # harmless examples of a check that are sent along
_LONGEST = 240  # characters of one

Matches = dict[str, list[dict[str, Any]]]


def beside(article: Article, content: Content, findings: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Further parts of the trait `article` that take the checks and the library to work out.

    Args:
        article: analysed, with what is known for it.
        content: the loaded checks.
        findings: of the article, as the queue knows them.
    """
    has = bool(article.knowledge.library)
    found = matches(article, content) if has else {}
    shown = {"has_library": has, "library": found, "borders": borders(content, findings)}
    return {**shown, "statements": statements(article, content, findings)}


def matches(article: Article, content: Content) -> Matches:
    """By claim, what the library has for it, the surest first.

    Returns:
        Rows with `id`, `level` ("exact" = linked by itself, "accepted" = by a person, "similar" = for a person to
        judge), `wording`, `likeness` in percent, `differences` in words, whether one is `grave`, and what the row rests
        on: `source`, `version`, `place`, `approver`, `approved_on`, `expires`.
    """
    from workbench.library.linking import links, rules_in  # a newsroom without a library does not load it

    check = next((check for check in content.checks if check.id == CHECK), None)
    if check is None:
        return {}
    claims = {claim.sentence: claim.id for claim in article.claims}
    found: Matches = {}
    for link in links(article, rules_in(check.params, content.tables), suggested=True):
        claim = claims.get(link.sentence)
        if claim is not None and len(found.setdefault(claim, [])) < _MOST:
            found[claim].append(_match(link))
    return found


def borders(content: Content, findings: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """By check that found words here: examples in which it finds nothing, so that the border is visible."""
    here = {one["check"] for one in findings if not one["whole"]}
    found: dict[str, list[str]] = {}
    for check in content.checks:
        if check.id in here:
            plain = (one.text.strip() for one in check.example if not one.finds and not one.held_back)
            texts = [text for text in plain if text and "\n" not in text and len(text) <= _LONGEST]
            found |= {check.id: texts[:_BORDERS]} if texts else {}
    return found


def statements(article: Article, content: Content, findings: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """By check that misses a statement here: the approved `wording`, the `line` before it, or `why` there is none."""
    missing = {one["check"] for one in findings if one["whole"] and one["topic"] == "disclaimers"}
    if not missing:
        return {}
    from workbench import config  # most articles lack no statement
    from workbench.drafting.statements import Statements

    known = Statements.read(config.load(Path.cwd()).folders)
    suffix, found = PurePath(article.document.path).suffix.lower(), {}
    for check in content.checks:
        offer = known.offer(article, check, content.tables, suffix) if check.id in missing else None
        if offer is not None:
            found[check.id] = {"wording": offer.wording, "line": offer.line, "why": offer.why}
    return found


def _match(link: Any) -> dict[str, Any]:
    row = link.row
    return {
        "id": row["id"],
        "level": _LEVELS[link.level],
        "wording": row["wording"],
        "likeness": round(100 * link.likeness),
        "differences": [difference.told() for difference in link.differences],
        "grave": any(difference.grave for difference in link.differences),
        "source": row["evidence"],
        **{name: row[name] for name in ("version", "place", "approver", "approved_on", "expires")},
    }
