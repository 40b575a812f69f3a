"""Boxed warnings and certified settings: pages about the product, pages that only name it, other countries."""

from __future__ import annotations

import pytest
from speak import findings, judged

BOX, SETTING = "boxed-warning-missing", "certified-setting-missing"
MORE = (
    " Half of all patients feel better after a month. It helps most people who use it as told. The team has worked with"
    " it for years and answers every question on the phone. Many come from far away, because the rooms are quiet and"
    " the chairs are soft. Bring a friend, a blanket and your favorite music with you. Water and tea are on the table,"
    " and the toilet is next door. The bill comes by mail."
)


def missing(check: str, text: str, country: str = "US") -> list[str]:
    return [finding.message for finding in findings(text + MORE, check, country=country)]


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("# Spravato in Ohio\n\nSpravato eases depression within a day.", "esketamine"),
        ("# Slim with Wegovy\n\nWegovy cuts the appetite.", "semaglutide"),
        ("# Mounjaro for diabetes\n\nMounjaro lowers blood sugar.", "tirzepatide"),
        ("# Xanax for panic\n\nXanax stops a panic attack within half an hour.", "benzodiazepines"),
        ("# Ambien for sleep\n\nAmbien shortens the time until sleep comes.", "zolpidem and its relatives"),
        ("# Cipro\n\nCipro cures a bladder infection. Cipro works within three days.", "fluoroquinolones"),
        ("# Our Botox days\n\nBotox prevents migraine attacks. Botox reduces sweating.", "botulinum toxin"),
        ("# Focus at school\n\nRitalin helps. Ritalin works in an hour. Ritalin lasts half a day.", "methylphenidate"),
    ],
)
def test_a_page_about_the_drug_has_to_name_the_box(text: str, drug: str) -> None:
    assert [drug in message for message in missing(BOX, text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "# Spravato in Ohio\n\nSpravato eases depression within a day. Sedation is common.",
        "# Slim with Wegovy\n\nWegovy cuts the appetite. It may raise the risk of thyroid tumors.",
        "# Xanax for panic\n\nXanax stops a panic attack within half an hour. It can lead to dependence.",
        "# Cipro\n\nCipro kills the germs of a bladder infection. Tendons can tear.",
        "# Slim with Wegovy\n\nWegovy cuts the appetite. See the boxed warning.",
        "# Panic attacks\n\nBreathing slowly helps. Some people take Xanax for a few days.",
        "# Velodrin\n\nVelodrin lowers blood pressure.",
    ],
)
def test_a_term_of_the_box_or_a_passing_mention_is_enough(text: str) -> None:
    assert missing(BOX, text) == []


def test_the_box_is_a_matter_of_the_country() -> None:
    text = "# Slim with Wegovy\n\nWegovy cuts the appetite."
    assert missing(BOX, text, country="DE") == []
    assert [judgement.verdict for judgement in judged(text + MORE, BOX, country="")] == ["not-checkable"]


def test_a_page_that_praises_nothing_is_left_alone() -> None:
    assert findings("# Wegovy\n\nWegovy is made in Denmark. " + "The plant stands by the sea. " * 12, BOX) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Spravato in Ohio\n\nSpravato eases depression within a day.", True),
        ("# Zulresso\n\nZulresso eases depression after birth.", True),
        ("# Spravato in Ohio\n\nSpravato eases depression within a day. We are a certified clinic.", False),
        ("# Spravato in Ohio\n\nSpravato eases depression within a day. You stay for two hours.", False),
        ("# Low mood\n\nExercise helps. Spravato is an option.", False),
        ("# Ketamine\n\nKetamine eases depression within a day.", False),
    ],
)
def test_a_clinic_only_product_needs_its_setting(text: str, found: bool) -> None:
    assert bool(missing(SETTING, text)) is found
