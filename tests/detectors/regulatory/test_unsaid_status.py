"""Pages that present an off-label use or an unapproved product say so somewhere; other pages need not."""

from __future__ import annotations

import pytest
from speak import findings, judged

OFF_LABEL, STATUS = "off-label-not-said", "status-not-stated"

OFF_LABEL_DUE = [
    "# Our infusions\n\nKetamine infusions lift depression fast. Ketamine helps patients with PTSD too. Call us.",
    "# Relief\n\nAt Barkol we treat anxiety with ketamine. You sit in a soft chair. Ketamine works for OCD as well.",
    "# Gabapentin for anxiety\n\nGabapentin calms anxiety within days. Ask your doctor how to start.",
    "# Sleep better with trazodone\n\nTrazodone helps people with insomnia fall asleep. Your dose depends on your age.",
    "# Ozempic and your weight\n\nOzempic helps you lose weight. You inject it once a week.",
    "# Spironolactone for acne\n\nSpironolactone clears acne in women. You take it once a day.",
    "# Propranolol before a speech\n\nPropranolol eases stage fright and anxiety. Take your tablet an hour before.",
    "# New hope: ketamine\n\nKetamine relieves depression within hours. It is a lifeline.",
]
OFF_LABEL_NOT_DUE = [
    "# Sertraline\n\nSertraline eases depression, panic disorder and PTSD. Take your tablet in the morning.",
    "# Ketamine before surgery\n\nKetamine puts you to sleep before surgery. It also eases pain afterwards.",
    "# Depression: your options\n\nTherapy helps most people. Ketamine is one more option to ask your doctor about.",
    "# Gabapentin\n\nGabapentin eases nerve pain after shingles. Take your capsule with water.",
    "# Ketamine and mood in mice\n\nKetamine reduced depression-like behaviour in mice.",
    "# Semaglutide\n\nWegovy helps you lose weight. Ozempic lowers your blood sugar.",
    "# Ketamine misuse\n\nKetamine can harm your bladder. If you use it for depression without a doctor, get help.",
    "# Migraine prevention\n\nTopiramate prevents migraine. Your doctor will raise the dose slowly.",
    "# TMS\n\nTMS eases depression. Your sessions take 20 minutes.",
    "# A cohort\n\nKetamine infusions relieved depression in 20 of 40 adults.",
]
# A use that a label does not list may be a side effect as well; only rows of their own decide here.
OFF_LABEL_NOT_DUE += [
    "# Exenatide\n\nExenatide lowers your blood sugar. Nausea gets better after eight weeks for most of you.",
    "# Fluoxetine\n\nFluoxetine eases your depression. Insomnia improves within a month.",
]
OFF_LABEL_SAID = [
    "# Ketamine\n\nKetamine, used off-label, lifts depression fast. Call us.",
    "# Ketamine\n\nKetamine lifts depression fast. The FDA has not approved it for that use. Call us.",
    "# Ketamine\n\nKetamine lifts depression fast. It is only approved as an anaesthetic. Call us.",
]
STATUS_DUE = [
    "# Compounded semaglutide\n\nCompounded semaglutide helps you lose weight for less. Book your visit today.",
    "# Exosomes for knees\n\nExosomes relieve knee pain. Call us and ask what we can do for you.",
    "# Lozenges by post\n\nKetamine lozenges lift depression in 72% of users. Start your order today.",
]


def places(text: str, check: str) -> list[str]:
    return [found.text for found in findings(text, check) if not found.held_back]


@pytest.mark.parametrize("text", OFF_LABEL_DUE)
def test_an_off_label_use_that_is_not_called_so_is_found_once(text: str) -> None:
    assert len(places(text, OFF_LABEL)) == 1


@pytest.mark.parametrize("text", OFF_LABEL_NOT_DUE)
def test_pages_that_present_no_such_use_are_silent(text: str) -> None:
    assert findings(text, OFF_LABEL) == []
    assert findings(text, STATUS) == []


@pytest.mark.parametrize("text", OFF_LABEL_SAID)
def test_a_page_that_says_it_passes(text: str) -> None:
    assert findings(text, OFF_LABEL) == []
    assert [verdict.verdict for verdict in judged(text, OFF_LABEL)] == ["pass"]


@pytest.mark.parametrize("text", STATUS_DUE)
def test_an_unapproved_product_whose_status_is_unsaid_is_found_once(text: str) -> None:
    assert len(places(text, STATUS)) == 1
    assert places(text, OFF_LABEL) == []


def test_a_question_says_nothing() -> None:
    text = "# Ketamine\n\nKetamine lifts depression fast. Is it off-label? Call us."
    assert len(places(text, OFF_LABEL)) == 1


def test_without_a_country_nothing_is_judged() -> None:
    assert [verdict.verdict for verdict in judged(OFF_LABEL_DUE[0], OFF_LABEL, country="")] == ["not-checkable"]
