"""Traits for the corpus overview and the list of checks: a small invented newsroom."""

from __future__ import annotations

from typing import Any

from workbench.model import limits
from workbench.widgets.corpus_payload import COLUMNS

MARA = {"id": "mara", "name": "Mara Olsen", "role": "editor"}
FRAME = {"as_of": "2026-11-25", "person": MARA, "line": limits("US")}
TITLES = [
    ("Lozenges by post: is home treatment right for you?", 84, "New"),
    ("Ketamine treatment for depression: what to expect", 72, "In review"),
    ("Bipolar disorder and rapid-acting antidepressants", 66, "Medical review"),
    ("Weekly injections: units, millilitres, milligrams", 61, "New"),
    ("Choosing a clinic: questions to ask before you pay", 55, "With writer"),
    ("Nasal esketamine: the two hours after your dose", 47, "Changes made"),
    ("Paying for infusions: prices and insurance", 38, "New"),
    ("Ketamine and the bladder: signs to report early", 34, "With writer"),
    ("Paracetamol: how much is too much in one day", 29, "Expired"),
    ("Chronic nerve pain: what infusions can and cannot do", 24, "Approved"),
    ("Coming off a benzodiazepine slowly and safely", 22, "Approved"),
    ("PTSD: treatments compared, with their evidence", 18, "Published"),
]
COUNTS = [
    {"citation": 3, "dosing": 2, "statistics": 1, "regulatory": 3, "marketing": 3, "disclaimers": 2},
    {"citation": 1, "dosing": 2, "statistics": 1, "regulatory": 1, "marketing": 2, "disclaimers": 1, "consistency": 1},
    {"citation": 2, "statistics": 1, "regulatory": 1, "disclaimers": 1, "grammar": 2},
    {"citation": 1, "dosing": 4, "regulatory": 1, "disclaimers": 1},
    {"citation": 1, "regulatory": 1, "marketing": 2, "disclaimers": 1, "terminology": 1},
    {"dosing": 1, "regulatory": 1}, {"citation": 2, "statistics": 2, "marketing": 1, "disclaimers": 1},
    {"citation": 2, "disclaimers": 1}, {"dosing": 1}, {}, {}, {"citation": 1},
]  # fmt: skip
CONFLICTING = (2, 1, 0, 1, 1, 0, 2, 0, 0, 1, 0, 0)


def line(name: str, title: str = "", risk: int = 10, state: str = "New", **other: Any) -> list[Any]:
    """A row of the table as it goes over the wire."""
    row = {
        "name": name, "path": f"articles/{name}.md", "title": title or f"About {name}", "risk": risk, "unknowns": 0,
        "state": state, "live": state in ("Published", "Expired"), "inherited": False, "checked": True, "counts": {},
        "failed": {}, "conflicts": 0, **other,
    }  # fmt: skip
    return [row[name] for name in COLUMNS]


def table(*rows: list[Any]) -> dict[str, Any]:
    return {"columns": list(COLUMNS), "rows": list(rows)}


def newsroom(many: int = 38) -> dict[str, Any]:
    """Twelve articles of the mock-up and quiet ones after them."""
    rows = [
        line(f"a{at}", title, risk, state, counts=COUNTS[at], conflicts=CONFLICTING[at], unknowns=4 if at == 1 else 0)
        for at, (title, risk, state) in enumerate(TITLES)
    ]
    rows += [line(f"q{at}", f"Quiet article {at}", max(0, 17 - at // 2), "Published") for at in range(many - len(rows))]
    return table(*rows)


def days() -> list[dict[str, Any]]:
    errors = (31, 33, 30, 34, 29, 27, 28, 24, 22, 23, 19, 17)
    warnings = (92, 95, 90, 97, 88, 84, 86, 80, 71, 69, 63, 58)
    notes = (140, 138, 142, 139, 133, 128, 126, 120, 117, 112, 108, 104)
    on = ("09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-13", "10-20", "10-27", "11-03", "11-10", "11-16")
    return [
        {"on": f"2026-{day}", "articles": 38, "errors": e, "warnings": w, "notes": n, "changed": day == "10-20"}
        for day, e, w, n in zip(on, errors, warnings, notes, strict=True)
    ]


def value(article: str, title: str, words: str, **other: Any) -> dict[str, Any]:
    plain = {
        "article": article, "title": title, "state": "New", "value": words, "live": False,
        "differs": False, "before": "A first course is ", "text": words, "after": " for most people.",
    }  # fmt: skip
    return {**plain, **other}


def conflict(key: str, title: str, *values: dict[str, Any], **other: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {"key": key, "title": title, "scope": "ketamine", "severity": "warning", "settles": False}
    return {**plain, "library": "", "kept": None, "values": list(values), **other}


CONFLICTS = {
    "rows": [
        conflict(
            "k1",
            "Home use of ketamine: opposite advice",
            value("a4", TITLES[4][0], "Warns against it"),
            value("a0", TITLES[0][0], "Recommends it"),
            severity="error",
        ),
        conflict(
            "k2",
            "Sessions in a first course",
            value("a1", TITLES[1][0], "6 in 4 weeks", state="In review", live=True),
            value("a6", TITLES[6][0], "8 in 4 weeks"),
            value("a9", TITLES[9][0], "4 to 6 in 2–3 weeks"),
            library="6 in 2–3 weeks",
        ),
        conflict(
            "k3",
            "Price of one infusion",
            value("a6", TITLES[6][0], "$320–$780, 2026"),
            value("a0", TITLES[0][0], "“from $79”, no date"),
        ),
        conflict(
            "k4", "Length of a visit", value("a1", TITLES[1][0], "two hours"), value("a5", TITLES[5][0], "3 hours")
        ),
        conflict(
            "k5",
            "Time to effect",
            value("a1", TITLES[1][0], "a day"),
            value("a9", TITLES[9][0], "a week"),
            kept={"state": "kept", "reason": "Two drugs are meant.", "by": "Ines Calder", "on": "2026-11-18"},
        ),
    ],
    "all": 5,
}
TRUST = {
    "checks": [
        {"id": "a", "title": "Approval that does not exist", "right": 21, "of": 22, "low": 0.771, "high": 0.999},
        {"id": "b", "title": "Percentage not possible", "right": 47, "of": 50, "low": 0.834, "high": 0.988},
        {"id": "c", "title": "Cure and miracle language", "right": 49, "of": 64, "low": 0.643, "high": 0.863},
    ],
    "missed": [["uncited claim", 2], ["dosing unit", 1]], "harmless": 19, "looked_at": 20,
}  # fmt: skip
LEAD = (
    "Four of 38 articles are above risk 60. Open errors have halved from 31 to 17 since 1 Sep; meanwhile the checks"
    " changed on 20 Oct. Most findings are about citations: 13 of 42. Three approvals end this month."
)


def corpus(**other: Any) -> dict[str, Any]:
    """All traits of the screen."""
    head = {
        "lead": LEAD,
        "at": "2026-11-25T06:10:00+00:00",
        "checking": False,
        "articles": 38,
        "failed": 0,
        "unread": [],
    }
    plain = {
        "frame": FRAME, "head": head, "table": newsroom(), "trend": {"runs": days()}, "conflicts": CONFLICTS,
        "trust": TRUST, "status": {}, "why": "",
    }  # fmt: skip
    return {**plain, **other}


def check(id_: str, title: str, **other: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": id_, "title": title, "topic": "marketing", "category": "marketing absolute", "severity": "warning",
        "written": "warning", "confidence": "high", "found": 3, "held": 0, "right": None, "harmless": 0, "looked_at": 0,
        "missed": 0, "measured": None, "reviewed": None, "state": "in use", "said": None,
    }  # fmt: skip
    return {**plain, **other}


def judged(right: int, of: int, low: float, high: float) -> dict[str, Any]:
    return {"right": right, "of": of, "low": low, "high": high}


CHECKS = {
    "lead": "6 checks; people decided about findings of 3. 1 check is right less than 85 % of the time. People found 3"
    " problems that no check saw. Reviewed by a clinician: 1.",
    "rows": [
        check(
            "approval-that-does-not-exist",
            "Approval that does not exist",
            topic="regulatory",
            category="regulatory wrong",
            severity="error",
            written="error",
            found=22,
            right=judged(21, 22, 0.771, 0.999),
            measured={"right": 40, "of": 41, "on": "2026-11-12", "where": "labelled texts"},
            reviewed={"by": "Ines Calder", "on": "2026-10-02"},
        ),
        check(
            "miracle-cure",
            "Cure and miracle language",
            found=64,
            held=9,
            right=judged(49, 64, 0.643, 0.863),
            harmless=19,
            looked_at=20,
            written="error",
        ),
        check(
            "impossible-percentage",
            "Percentage not possible",
            topic="statistics",
            category="statistic impossible",
            found=50,
            right=judged(47, 50, 0.834, 0.988),
            missed=1,
        ),
        check(
            "uncited-claim",
            "Claim without a source",
            topic="citation",
            category="uncited claim",
            severity="note",
            written="note",
            found=104,
            missed=2,
        ),
        check(
            "slipped-injection",
            "Dose slipped by a factor of ten",
            topic="dosing",
            category="dosing unit",
            found=0,
            state="change proposed",
            said={
                "action": "propose",
                "by": "mara",
                "name": "Mara Olsen",
                "on": "2026-11-20",
                "reason": "It stumbles over tables.",
                "severity": "note",
            },
        ),
        check(
            "reading-grade",
            "Hard to read",
            topic="readability",
            category="readability",
            severity="note",
            written="note",
        ),
    ],
    "missed": [["uncited claim", 2], ["dosing unit", 1]],
}
WORDS = {
    "message": "Nothing cures everybody.",
    "why": "Readers may stop a treatment that helps them.",
    "advice": "Say how many people it helped, and of how many.",
    "sources": ["Health claims. Federal Trade Commission. 2022"],
    "examples": [
        {"text": "It is a miracle cure for snoring.", "finds": ["miracle cure"], "held": []},
        {"text": "There is no miracle cure for snoring.", "finds": [], "held": ["miracle cure"]},
    ],
    "held_back_by": ["negated", "quoted"],
    "needs_country": False,
}


def match(number: int, **other: Any) -> dict[str, Any]:
    plain = {
        "article": f"a{number}", "title": TITLES[number][0], "fingerprint": f"{number:016x}",
        "check": "Cure and miracle language", "before": "There is no ", "text": "miracle cure", "after": " for this.",
        "state": "held back",
    }  # fmt: skip
    return {**plain, **other}


def checks(**other: Any) -> dict[str, Any]:
    """All traits of the list of checks."""
    plain = {
        "frame": {**FRAME, "roles": ["editor"]}, "checks": CHECKS,
        "matches": {"rows": [match(0), match(1), match(2, state="harmless")]}, "status": {}, "why": "",
    }  # fmt: skip
    return {**plain, **other}
