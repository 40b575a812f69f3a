"""What stands about the open article's claims, its page on the site, its held-back matches, and who else is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from workbench.review import casing, conflicts, held, ledger, looks, marks, signed
from workbench.review.desk import Desk
from workbench.review.ledger import Place
from workbench.review.moves import ClaimCase, FindingCase
from workbench.review.moves import Step as Wanted
from workbench.review.moves.conditions import EDITORS_CLAIMS
from workbench.review.moves.of_matches import HELD
from workbench.review.moves.terms import DECIDERS, TAKE_BACK
from workbench.review.overview import Overview
from workbench.review.tables import CLAIM_STATES, findings, steps
from workbench.widgets import article_messages, messages
from workbench.widgets.article_claims import UNSUBSTANTIATED
from workbench.widgets.article_moves import Bar, bar, bars
from workbench.widgets.steps import Here, asked, name_of

_GIVEN = dict.fromkeys(("source", "version", "place", "value", "country", "notice"), "…")
_KEPT = ("source", "version", "locator", "fact")
_SORTS = {"own": EDITORS_CLAIMS[0], "other": "efficacy"}  # one type of each sort that the table tells apart


def beside(connection: Connection, name: str, seen: Overview, here: Here) -> dict[str, Any]:
    """More of the trait `desk`: `claims`, `claim_steps`, `own_claims`, `marked`, `site`, `matches`, `others`, …"""
    return {
        "claims": claims(seen, newest(connection, name), here),
        "claim_steps": claim_steps(here),
        "own_claims": list(EDITORS_CLAIMS),
        "marked": marked(connection, name, seen, here),
        "site": site(connection, seen, here),
        "matches": matches(connection, name, here),
        "others": looks.others(connection, name, here.person.id, here.at.isoformat()),
        "texts": [{**row, "by_name": row["by_name"] or row["by"]} for row in signed.texts(connection, name)],
        "conflicts": disagreements(connection, name),
    }


def claims(seen: Overview, said: Mapping[str, Mapping[str, Any]], here: Here) -> dict[str, dict[str, Any]]:
    """What stands about each claim of which anything does: `state`, what it rests on, who said so, what is suggested.

    Args:
        seen: the article at a look.
        said: the newest step about each claim, see `newest`.
        here: for people's names.
    """
    found = {}
    for row in seen.claims:
        name, left = row["claim"], row["claim"] in seen.left
        step, hint = said.get(name), seen.suggested.get(name)
        if row["state"] == UNSUBSTANTIATED and not (left or step or hint):
            continue
        one: dict[str, Any] = {"state": row["state"], **({"left": True} if left else {})}
        one |= {key: row[key] for key in _KEPT if row[key]}
        if step is not None:
            one |= {
                "by": step["by_name"] or name_of(step["by"], here.staff),
                "on": step["on"],
                "action": step["action"],
            }
            one |= {"reason": step["reason"] or step["note"]} if step["reason"] or step["note"] else {}
        if hint is not None and row["state"] != "substantiated":
            given = {key: hint["given"].get(key, "") for key in ("source", "version", "place")}
            one["suggested"] = {**given, "by": hint["by_name"] or hint["by"], "on": hint["on"]}
        found[name] = one
    return found


def newest(connection: Connection, name: str) -> dict[str, Mapping[str, Any]]:
    """The newest step about each claim of this article that was no suggestion."""
    here = (steps.c.subject == "claim") & (steps.c.article == name) & (steps.c.action != "suggest")
    rows = connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()
    return {row["key"]: dict(row) for row in rows}


def claim_steps(here: Here) -> dict[str, dict[str, Bar]]:
    """The steps that lead on, by standing and sort: "substantiated own" (an editor judges its source), "… other"."""
    wish = replace(asked(here), given={**_GIVEN, "effective": here.on.isoformat()}, shown=())
    actions = get_args(article_messages.OfClaim)
    found = {}
    for state in CLAIM_STATES:
        for sort, kind in _SORTS.items():
            case = ClaimCase(state=state, type=kind, touched=())  # type: ignore[arg-type]
            found[f"{state} {sort}"] = bars(case, actions, wish, here.house, here.staff)
    return found


def marked(connection: Connection, name: str, seen: Overview, here: Here) -> dict[str, dict[str, Any]]:
    """What people marked by hand in this text, for who may take such marks back: whether now, and `mine`."""
    if not set(DECIDERS) & set(here.person.roles):
        return {}
    by = marks.newest(connection, name)
    cases: dict[str, ClaimCase | FindingCase] = {}
    for row in seen.claims:
        step = by.get(("claim", row["claim"]))
        if step and marks.by_hand(row):
            cases[row["claim"]] = ClaimCase(state=row["state"], type=row["type"], touched=(), marked=ledger.past(step))
    added = (findings.c.article == name) & (findings.c.check == marks.CHECK) & (findings.c.state == "open")
    for found in connection.execute(select(findings).where(added)).mappings():
        key = found["fingerprint"]
        cases[key] = FindingCase(
            state=found["state"], fingerprint=key, severity=found["severity"], topic=found["topic"],
            category=found["category"], held_back=False, authors=(), touches=(),
            marked=ledger.past(by.get(("finding", key))),
        )  # fmt: skip
    wish = replace(asked(here), action=TAKE_BACK)
    return {
        key: {
            **bar(case, wish, here.house, here.staff),
            "mine": case.marked is not None and case.marked.by == here.person.id,
        }
        for key, case in cases.items()
    }


def matches(connection: Connection, name: str, here: Here) -> dict[str, str]:
    """The held-back matches that are put up, with their state; who gives no verdict is not asked for one."""
    asked_too = bool(set(DECIDERS) & set(here.person.roles))
    found = {one.fingerprint: one.state for one in held.matches(connection, name)}
    return {fingerprint: state for fingerprint, state in found.items() if asked_too or state != HELD}


def site(connection: Connection, seen: Overview, here: Here) -> dict[str, Any]:
    """The page on the site and its notice: what stands, and `may`, `warn` for the steps that lead on from there."""
    desk = Desk(dict(seen.article), seen.work.text_hash, (), (), (), (), ())
    live, name = casing.live(connection, desk), str(seen.article["name"])
    row = next((one for one in seen.cases if one["subject"] == "notice"), None)
    warned = casing.other(connection, Place("notice", name, name))
    past = max((case.last.at for case in (live, warned) if case.last), default=None)
    wish: Wanted = replace(asked(here, past), given=_GIVEN)
    return {
        "state": live.state,
        "since": seen.article["live_since"],
        "address": seen.article["live_address"],
        "may": bars(live, get_args(messages.OfPage), wish, here.house, here.staff),
        "notice": None if row is None or row["state"] == "none" else _notice(connection, row, name, here),
        "warn": bars(warned, get_args(article_messages.OfNotice), wish, here.house, here.staff),
    }


def _notice(connection: Connection, row: Mapping[str, Any], name: str, here: Here) -> dict[str, Any]:
    past = ledger.about(connection, Place("notice", name, name))
    first = next((one for one in reversed(past) if one["action"] == "warn"), None)
    by = (first["by_name"] or name_of(first["by"], here.staff)) if first else ""
    return {"state": row["state"], "since": row["since"], "text": str(row["given"].get("notice", "")), "by": by}


def disagreements(connection: Connection, name: str) -> list[dict[str, Any]]:
    """What other articles tell otherwise; see `conflicts.Disagreement`."""
    found: list[dict[str, Any]] = msgspec.to_builtins(conflicts.about(connection, name))
    return found
