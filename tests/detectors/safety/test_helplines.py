"""Crisis lines and urgent help: due or not, there or not, of the right country, or only vague."""

from __future__ import annotations

import pytest
from speak import findings, judged

CRISIS, URGENT = "missing-crisis-line", "missing-urgent-help"
MORE = (
    " The clinic is open on weekdays, and a nurse answers the phone from eight to five. Bring a list of your tablets"
    " and a person whom you trust. The first visit takes an hour, and the second one half as long. Parking is behind"
    " the house, and the bus stops in front of it."
)


def problems(check: str, text: str, country: str = "US") -> list[str]:
    return [finding.message for finding in findings(text + MORE, check, country=country)]


@pytest.mark.parametrize(
    "text",
    [
        "# Living with bipolar disorder\n\n## Suicidal thoughts\n\nThey come with the lows and pass with them.",
        "# Low mood\n\nIf you think about hurting yourself, you are not alone.",
        "# Borderline personality\n\nSelf-harm gives relief for minutes. Self-harm is no game.",
        "# Velodrin\n\nVelodrin reduces suicidal thoughts within a day.",
        "# A singer is remembered\n\nShe died by suicide in March. Her suicide shook the town.",
        "# When a friend wants to die\n\nListen, and ask directly.",
        "# Farming and stress\n\nSuicide is twice as common among farmers. Debts and lonely work lead to suicide.",
    ],
)
def test_a_page_that_discusses_suicide_needs_a_line(text: str) -> None:
    assert len(problems(CRISIS, text)) == 1
    assert "names no crisis line" in problems(CRISIS, text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "# Low mood\n\nIf you think about hurting yourself, call or text 988.",
        "# Low mood\n\nSuicidal thoughts pass. The [lifeline](https://988lifeline.org) answers day and night.",
        "# Low mood\n\nSuicidal thoughts pass. Suicide is never the only way. Text HOME to 741741.",
        "# Acne capsules\n\nSide effects include dry lips and, rarely, suicidal thoughts.",
        "# Acne capsules\n\nThe boxed warning names suicidal thoughts.",
        "# Tumors\n\nA suicide gene was tested. The suicide gene kills the cell.",
        "# Ends of life\n\nAssisted suicide is a crime in some states.",
        "# Bee stings\n\nKeep the balcony door shut so as not to hurt yourself on the glass.",
        "# Statistics\n\nCauses of death include accidents, cancer and suicide.",
    ],
)
def test_a_line_or_a_mention_in_passing_is_enough(text: str) -> None:
    assert problems(CRISIS, text) == []


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("# Suicide\n\nIt can be prevented. Call 988.", "UK", "another country"),
        ("# Suicide\n\nIt can be prevented. Call Samaritans on 116 123.", "US", "another country"),
        ("# Suicide\n\nIt can be prevented. Call 911.", "US", "says only “911”"),
        ("# Suicide\n\nIt can be prevented. Call a crisis hotline.", "US", "says only “crisis hotline”"),
        ("# Suicide\n\nIt can be prevented. Ring Lifeline on 13 11 14.", "NZ", "another country"),
    ],
)
def test_weak_and_foreign_lines_have_their_own_message(text: str, country: str, words: str) -> None:
    assert [words in message for message in problems(CRISIS, text, country)] == [True]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("# Suicide\n\nIt can be prevented. Call 988.", "CA"),
        ("# Suicide\n\nIt can be prevented. Call Samaritans on 116 123.", "GB"),
        ("# Suicide\n\nIt can be prevented. Call Samaritans on 116123.", "IE"),
        ("# Suicide\n\nIt can be prevented. Ring Lifeline on 13 11 14.", "AU"),
        ("# Suicide\n\nIt can be prevented. Call or text 1737.", "NZ"),
    ],
)
def test_each_country_has_its_line(text: str, country: str) -> None:
    assert problems(CRISIS, text, country) == []


def test_without_a_country_nothing_is_judged() -> None:
    text = "# Suicide\n\nIt can be prevented." + MORE
    assert [judgement.verdict for judgement in judged(text, CRISIS, country="")] == ["not-checkable"]


@pytest.mark.parametrize(
    "text",
    [
        "# Iron tablets: overdose in children\n\nA handful of tablets can destroy the liver of a child.",
        "# Velodrin\n\n## Side effects\n\nChest pain and fainting were seen. So were seizures and black stools.",
        "# Head injury\n\n## Symptoms\n\nRepeated vomiting, confusion and a severe headache come within a day.",
        "# Bee stings\n\n## Anaphylaxis\n\nThe tongue swells within minutes.",
        "# Ketamine lozenges\n\nYou take them at home and lie down.",
        "# Asthma in adults\n\n## Warning signs\n\nBlue lips and trouble breathing mean that the attack is severe.",
    ],
)
def test_a_page_on_dangers_needs_urgent_help(text: str) -> None:
    assert ["does not say when" in message for message in problems(URGENT, text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "# Iron tablets: overdose in children\n\nCall Poison Control at once, even if the child looks well.",
        "# Velodrin\n\n## Side effects\n\nCall 911 for chest pain, fainting or black stools.",
        "# Velodrin\n\n## Side effects\n\nGet medical help right away for chest pain, fainting or black stools.",
        "# Velodrin\n\n## Side effects\n\nTell your doctor straight away if you faint or have black stools.",
        "# Head injury\n\n## Symptoms\n\nGo to the emergency department for confusion or a severe headache.",
        "# Hay fever\n\n## Symptoms\n\nThe nose runs and the eyes itch.",
        "# Velodrin\n\n## Side effects\n\nNausea and headache pass within a week.",
        "# A day in the emergency ward\n\nThe doctor sees chest pain, confusion and broken arms every day.",
        "# Gene found\n\nThe gene raises the chance of a heart attack or a blood clot.",
        "# Diabetes\n\n## Risks\n\nIt can lead to a heart attack.",
    ],
)
def test_urgent_help_is_there_or_not_due(text: str) -> None:
    assert problems(URGENT, text) == []


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("# Overdose\n\nCall 911.", "UK", "another country"),
        ("# Overdose\n\nRing 999 now.", "AU", "another country"),
        ("# Overdose\n\nTalk to your doctor about it.", "US", "says only “Talk to your doctor”"),
    ],
)
def test_a_wrong_number_or_vague_words_are_told_apart(text: str, country: str, words: str) -> None:
    assert [words in message for message in problems(URGENT, text, country)] == [True]
