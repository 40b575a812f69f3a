"""Comments that close a finding: which they close, which they do not, and what is wrong with them."""

from __future__ import annotations

import msgspec
import pytest
from speak import AS_OF, content

from workbench import engine, suppressions
from workbench.model import Check, Decision, Document, Finding

SAFE, CURE = "absolute-safety", "miracle-cure"
CLAIM = "Velodrin is 100% safe."
REASON = 'reason="quoted from the label"'


def read(text: str, suffix: str = ".md") -> Document:
    return engine.parse(text.encode(), f"drops{suffix}", suffix)


def applied(
    text: str,
    suffix: str = ".md",
    people: tuple[str, ...] = (),
    severity: str = "",
    ran: tuple[str, ...] = (SAFE, CURE),
) -> list[Finding]:
    document = read(text, suffix)
    article = engine.analyse(document, content().lexicon, "US", AS_OF)
    checks = [check for check in content().checks if check.id in ran]
    found, _ = engine.run(article, checks, content().tables)
    if severity:
        found = tuple(msgspec.structs.replace(finding, severity=severity) for finding in found)
    return list(suppressions.apply(document, found, content().checks, ran, AS_OF, people))


def closed(text: str, suffix: str = ".md", **changes: object) -> list[str]:
    """The words that a comment closed."""
    findings = applied(text, suffix, **changes)  # type: ignore[arg-type]
    return [f.text for f in findings if f.decision is not None and f.decision.state == "suppressed"]


def complaints(text: str, suffix: str = ".md", **changes: object) -> list[str]:
    """What is said of the comments."""
    return [f.message for f in applied(text, suffix, **changes) if f.check == "suppression"]  # type: ignore[arg-type]


def comment(rest: str = REASON, check: str = SAFE, word: str = "workbench-ignore") -> str:
    return f"<!-- {word} {check} {rest} -->"


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"{comment()}\n\n{CLAIM}\n", ".md"),
        (f"{comment()}\n{CLAIM}\n", ".md"),
        (f"{CLAIM} {comment()}\n", ".md"),
        (f"Read on.\n\n{comment()}\n\n- {CLAIM}\n- It is blue.\n", ".md"),
        (f"{comment()}\n\n## {CLAIM}\n\nMore.\n", ".md"),
        (f"<!--workbench-ignore {SAFE}\n  {REASON}\n  until=2027-01-31\n  by=ines-->\n\n{CLAIM}\n", ".md"),
        (f"<p>One.</p>{comment()}<p>{CLAIM}</p>", ".html"),
        (f"<p>{CLAIM}{comment()}</p>", ".html"),
        (f"{comment(word='workbench-ignore-article')}\n\nOne.\n\n{CLAIM}\n", ".md"),
        (f"{CLAIM}\n\n{comment(word='workbench-ignore-article')}\n", ".md"),
        (f"---\ntitle: Drops\nworkbench-ignore:\n  - {SAFE} {REASON}\n---\n\n{CLAIM}\n", ".md"),
        (f"---\nworkbench-ignore: {SAFE} {REASON}\ntitle: Drops\n---\n\n{CLAIM}\n", ".md"),
        (f"---\nworkbench-ignore:\n- '{SAFE} {REASON}'\n---\n\n{CLAIM}\n", ".md"),
    ],
)
def test_a_comment_closes_its_check_where_it_reaches(text: str, suffix: str) -> None:
    assert closed(text, suffix) == ["100% safe"]
    assert complaints(text, suffix) == []


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (f"{comment()}\n\nOne.\n\n{CLAIM}\n", ".md"),  # the next paragraph only
        (f"{CLAIM}\n\n{comment()}\n", ".md"),  # nothing behind it
        (f"{comment(check=CURE)}\n\n{CLAIM}\n", ".md"),  # another check
        (f"```\n{comment()}\n```\n\n{CLAIM}\n", ".md"),  # a sample that readers see
        (f"`{comment()}` {CLAIM}\n", ".md"),
        (f"{comment(word='workbench-ignored')}\n\n{CLAIM}\n", ".md"),  # other words
        (f"{comment(word='workbench ignore')}\n\n{CLAIM}\n", ".md"),
        (f"<!-- about {comment()[5:-4]} -->\n\n{CLAIM}\n", ".md"),  # a comment about comments
        (f"{comment()}\n\n{CLAIM}\n", ".txt"),  # readers see it there
        (f"&lt;!-- workbench-ignore {SAFE} {REASON} --&gt;\n\n{CLAIM}\n", ".md"),
        (f"<p>{CLAIM}</p>{comment()}<p>One.</p>", ".html"),
        (f"{CLAIM}\n\nworkbench-ignore: {SAFE} {REASON}\n", ".md"),  # no front matter
    ],
)
def test_and_nowhere_else(text: str, suffix: str) -> None:
    assert closed(text, suffix) == []
    assert any(finding.text == "100% safe" for finding in applied(text, suffix))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (comment(""), "gives no reason"),
        (comment('reason=""'), "gives no reason"),
        (comment('reason="  "'), "gives no reason"),
        (comment(f"{REASON} until=2026-11-24"), "ended on 2026-11-24"),
        (comment(f"{REASON} until=2026-10"), "ended on 2026-10-31"),
        (comment(f"{REASON} until=soon"), "which is no date"),
        (comment(f"{REASON} until=2026-02-30"), "which is no date"),
        (comment(f"{REASON} untill=2027-01-01"), "holds “untill”"),
        (comment("because it is fine"), "holds “because it is fine”"),
        (comment(check="absolute-safty"), "is no check here"),
        (comment(check="suppression"), "is no check here"),
        (comment(check="all"), "is no check here"),
        (comment(check="*"), "names no check"),
        ("<!-- workbench-ignore -->", "names no check"),
    ],
)
def test_a_comment_with_a_fault_closes_nothing_and_is_a_finding(written: str, says: str) -> None:
    text = f"{written}\n\n{CLAIM}\n"
    assert closed(text) == []
    (complaint,) = complaints(text)
    assert says in complaint


@pytest.mark.parametrize("until", ["", "until=2026-11-25", "until=2026-11", "until=2099-12-31"])
def test_a_comment_holds_through_its_last_day(until: str) -> None:
    assert closed(f"{comment(f'{REASON} {until}')}\n\n{CLAIM}\n") == ["100% safe"]


def test_one_that_closes_nothing_is_told_as_a_note() -> None:
    (finding,) = applied(f"{comment()}\n\nIt is blue.\n")
    assert (finding.severity, finding.category) == ("note", "suppression")
    assert "closes nothing" in finding.message


def test_one_about_a_check_that_did_not_run_is_not_called_unused() -> None:
    assert complaints(f"{comment(check=CURE)}\n\nIt is blue.\n", ran=(SAFE,)) == []


def test_one_about_what_context_holds_back_is_not_called_unused() -> None:
    assert complaints(f"{comment()}\n\nVelodrin is not 100% safe.\n") == []


TWO = f"{REASON} by=ines second=paul"


@pytest.mark.parametrize(
    "rest", [REASON, f"{REASON} by=ines", f"{REASON} second=paul", f"{REASON} by=ines second=Ines"]
)
def test_one_person_closes_no_error(rest: str) -> None:
    text = f"{comment(rest)}\n\n{CLAIM}\n"
    assert closed(text, severity="error") == []
    assert "takes two people" in complaints(text, severity="error")[0]
    assert closed(text, severity="warning") == ["100% safe"]


def test_two_people_do() -> None:
    text = f"{comment(TWO)}\n\n{CLAIM}\n"
    assert closed(text, severity="error") == ["100% safe"]
    assert complaints(text, severity="error") == []


def test_where_people_are_named_only_they_count() -> None:
    text = f"{comment(TWO)}\n\n{CLAIM}\n"
    assert closed(text, people=("ines", "paul")) == ["100% safe"]
    assert closed(text, people=("ines", "mara")) == []
    assert "names “paul”" in complaints(text, people=("ines", "mara"))[0]


def test_what_people_decided_stands_before_a_comment() -> None:
    document = read(f"{CLAIM} {comment()}\n")
    found = applied(f"{CLAIM}\n")[0]
    decided = msgspec.structs.replace(found, decision=Decision("dismissed", "other", "ines", "2026-11-01"))
    (finding,) = suppressions.apply(document, [decided], content().checks, [SAFE], AS_OF)
    assert finding.decision == decided.decision


def test_one_that_people_have_to_confirm_is_closed_by_it() -> None:
    document = read(f"{CLAIM} {comment()}\n")
    found = applied(f"{CLAIM}\n")[0]
    changed = msgspec.structs.replace(found, decision=Decision("changed", "other", "ines", "2026-11-01"))
    (finding,) = suppressions.apply(document, [changed], content().checks, [SAFE], AS_OF)
    assert finding.decision is not None
    assert finding.decision.state == "suppressed"


def test_a_missing_statement_is_closed_for_the_whole_article_only() -> None:
    check: Check = next(check for check in content().checks if check.id == "missing-medical-advice")
    whole = Finding(
        check.id, check.topic, check.category, "warning", "high", None, None, "", "m", "w", "a", None, (), False, "f"
    )
    for word, many in (("workbench-ignore", 0), ("workbench-ignore-article", 1)):
        document = read(f"{comment(check=check.id, word=word)}\n\nIt is blue.\n")
        found = suppressions.apply(document, [whole], content().checks, [check.id], AS_OF)
        assert sum(finding.decision is not None for finding in found) == many


def test_the_same_comment_keeps_its_name_when_lines_move() -> None:
    names = [applied(f"{before}{comment('')}\n\n{CLAIM}\n") for before in ("", "One.\n\n")]
    marks = [[f.fingerprint for f in found if f.check == "suppression"] for found in names]
    assert marks[0] == marks[1]


def test_ten_thousand_openings_cost_no_more_than_their_length() -> None:
    text = "<!-- workbench-ignore " * 10_000
    assert suppressions.read(Document("a.md", text, ())) == ()


def test_an_article_without_comments_is_not_touched() -> None:
    found = applied(f"{CLAIM}\n")
    assert [finding.decision for finding in found] == [None]
