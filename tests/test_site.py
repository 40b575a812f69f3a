"""`[site]`: what a site always says is declared once; a page has the statement, but only the one that was declared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench import checking, config, knowledge
from workbench.errors import BadContent
from workbench.model.knowledge import Said

DAY = date(2026, 11, 25)
ADVICE = "The information on this site is no substitute for the advice of your own doctor."
PAGE = (
    "# Knees\n\nStem cell shots repair worn knees. They reduce pain by half. They work within two weeks. Some people"
    " get a swollen joint and a few get a fever. Gel shots also reduce pain, but they take longer and they can cause"
    " stiffness. Both shots feed the cartilage of the joint, so that the bone has less work to do. Taken together, they"
    " relieve pain better than either of them alone. The effect lasts for as long as the shots are given every year. In"
    " older adults the two shots prevent falls as well. Schedule your appointment today.\n"
)
MISSING = "missing-medical-advice"


def toml(where: str = "footer", text: str = ADVICE, gives: str = MISSING, pages: str = "", country: str = "US") -> str:
    only = f'pages = "{pages}"\n' if pages else ""
    said = f'[[site.says]]\nwhere = "{where}"\ntext = "{text}"\ngives = ["{gives}"]\n{only}'
    return f'[newsroom]\ncountry = "{country}"\n{said}'


def checked(root: Path, settings: str, page: str = PAGE, name: str = "guides/knees") -> dict[str, Any]:
    (root / "workbench.toml").write_text(settings, encoding="utf-8")
    place = root / f"articles/{name}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(page, encoding="utf-8")
    only = ("disclaimers",)
    text, _ = checking.check(checking.Wanted((str(place),), DAY, "json", "never", only=only), root)
    (report,) = json.loads(text)["articles"]
    return dict(report)


def fired(report: dict[str, Any]) -> set[str]:
    return {finding["check"] for finding in report["findings"]}


def test_a_page_of_the_site_has_the_statement_and_the_verdict_says_from_where(tmp_path: Path) -> None:
    assert MISSING in fired(checked(tmp_path, '[newsroom]\ncountry = "US"\n'))
    report = checked(tmp_path, toml())
    assert MISSING not in fired(report)
    (verdict,) = (one for one in report["verdicts"] if one["check"] == MISSING)
    assert verdict["verdict"] == "pass"
    (row,) = verdict["evidence"]["rows"]
    assert row["stands"] == "said by the site’s footer, declared in workbench.toml" and row["statement"] == ADVICE


def test_only_the_declared_statement_is_given(tmp_path: Path) -> None:
    without = fired(checked(tmp_path, '[newsroom]\ncountry = "US"\n'))
    assert fired(checked(tmp_path, toml())) == without - {MISSING}


def test_a_page_that_needs_no_statement_gets_no_verdict(tmp_path: Path) -> None:
    report = checked(tmp_path, toml(), "# Soup\n\nChop the onions. Fry them in oil.\n")
    assert [one for one in report["verdicts"] if one["check"] == MISSING] == []


@pytest.mark.parametrize(
    ("pages", "given"), [("guides/", True), ("guides/kn", True), ("reviews/", False), ("knees", False)]
)
def test_a_statement_of_some_pages_is_not_one_of_others(tmp_path: Path, pages: str, given: bool) -> None:
    assert (MISSING not in fired(checked(tmp_path, toml(pages=pages)))) == given


@pytest.mark.parametrize(
    "text",
    [
        "We have cared for knees in this town since the year of the flood.",
        "Ask our doctors about our free programme for your knees today.",
        "If the joint swells, call your doctor at once and rest the leg.",
        "All rights reserved. Prices hold for as long as stock lasts.",
    ],
)
def test_a_text_that_does_not_say_it_cannot_be_declared(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadContent, match="the footer does not say, as “missing-medical-advice” reads it here"):
        checked(tmp_path, toml(text=text))


def test_a_footer_is_too_far_for_what_has_to_stand_near(tmp_path: Path) -> None:
    note = "This page holds affiliate links: we earn a commission if you buy through them."
    with pytest.raises(BadContent, match="asks for a statement near the text, and the footer is far from it"):
        checked(tmp_path, toml(text=note, gives="missing-affiliate-disclosure"))
    checked(tmp_path, toml("affiliate note", note, "missing-affiliate-disclosure"))


@pytest.mark.parametrize(
    "check", ["missing-author-reviewer-date", "missing-risks", "review-overdue", "template-residue"]
)
def test_what_each_page_has_to_give_itself(tmp_path: Path, check: str) -> None:
    with pytest.raises(BadContent, match="each page has to give that itself"):
        checked(tmp_path, toml(gives=check))


def test_an_unknown_check_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="there is no check “missing-advice”"):
        checked(tmp_path, toml(gives="missing-advice"))


LINE = "If you think about suicide, call or text 988, the Suicide and Crisis Lifeline, day and night."


def test_a_crisis_line_counts_in_its_country_only(tmp_path: Path) -> None:
    page = "# When you think of suicide\n\nThoughts of suicide come and go. Suicide can be prevented.\n" + PAGE
    assert "missing-crisis-line" in fired(checked(tmp_path, '[newsroom]\ncountry = "US"\n', page))
    assert "missing-crisis-line" not in fired(checked(tmp_path, toml(text=LINE, gives="missing-crisis-line"), page))
    with pytest.raises(BadContent, match="the footer does not say"):
        checked(tmp_path, toml(text=LINE, gives="missing-crisis-line", country="GB"), page)


def test_another_countrys_line_on_the_page_stays_a_finding(tmp_path: Path) -> None:
    page = f"# When you think of suicide\n\nSuicide can be prevented. Call Samaritans on 116 123.\n{PAGE}"
    assert "missing-crisis-line" in fired(checked(tmp_path, toml(text=LINE, gives="missing-crisis-line"), page))


def settings(folder: Path, lines: str) -> tuple[Said, ...]:
    (folder / "workbench.toml").write_text(lines, encoding="utf-8")
    return config.load(folder).site


def test_what_is_declared(tmp_path: Path) -> None:
    said = settings(tmp_path, toml("author page", f"  {ADVICE} ", pages="guides/"))
    assert said == (Said("author page", ADVICE, (MISSING,), "guides/"),)
    assert settings(tmp_path, "[newsroom]\n") == settings(tmp_path, "[site]\n") == ()


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('[site]\nfooter = "x"\n', "site.footer: is not known; known keys: says"),
        ('[site]\nsays = "x"\n', "site.says: is no list of tables"),
        ("[site]\nsays = [1]\n", "site.says: is no list of tables"),
        (toml("header"), "site.says 1.where: is 'header'; write one of: footer, author page, affiliate note"),
        (toml(text="Short."), "site.says 1.text: is no sentence; copy exactly what the footer says"),
        (toml(text="x" * 2001), "site.says 1.text"),
        (toml(pages="/guides"), "site.says 1.pages: is no beginning of a page's name"),
        (f"{toml()}selector = 'p'\n", "site.says 1.selector: is not known; known keys: where, text, gives, pages"),
        (toml().replace(f'["{MISSING}"]', f'"{MISSING}"'), "site.says 1.gives: is no list of checks"),
        (toml() + toml().partition("\n")[2].partition("\n")[2], "site.says 2: says the same as one before it"),
    ],
)
def test_mistakes_are_named_with_their_remedy(tmp_path: Path, lines: str, problem: str) -> None:
    with pytest.raises(BadContent) as caught:
        settings(tmp_path, lines)
    assert problem in str(caught.value) and str(caught.value).startswith("workbench.toml: ")


def test_a_server_checks_anew_when_the_site_says_something_else(tmp_path: Path) -> None:
    def state(lines: str) -> str:
        (tmp_path / "workbench.toml").write_text(lines, encoding="utf-8")
        return knowledge.state(tmp_path)

    plain = "[newsroom]\n"
    assert state(toml()) != state(toml(pages="guides/")) != state(plain)
    assert state(f"{plain}[people.ada]\nname = 'Ada'\nroles = ['admin']\n") == state(plain)  # nothing that checks read
