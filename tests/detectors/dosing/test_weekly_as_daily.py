"""Weekly drugs told as daily ones."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "weekly-drug-daily"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take methotrexate 2.5 mg daily.", "2.5 mg daily"),
        ("Methotrexate 10 mg is swallowed each morning.", "10 mg"),
        ("Take two methotrexate tablets twice a day.", "two methotrexate tablets"),
        ("Ozempic is a once-daily injection.", "Ozempic is a once-daily"),
        ("Inject Wegovy every morning.", "Wegovy every morning"),
        ("We put you on daily tirzepatide shots.", "daily tirzepatide"),
        ("Mounjaro: 5 mg once a day", "5 mg"),
        ("Use your Trulicity pen every day at the same time.", "Trulicity pen every day"),
        ("A daily dose of methotrexate calms the joints.", "daily dose of methotrexate"),
        ("Your daily methotrexate should be taken with folic acid.", "daily methotrexate"),
        ("Start with 0.25 mg of semaglutide injected daily.", "0.25 mg"),
        ("Take 70 mg of alendronate daily.", "70 mg"),
        ("Dulaglutide is given once daily under the skin.", "Dulaglutide is given once daily"),
        ("| Drug | Dose | How often |\n|---|---|---|\n| Methotrexate | 15 mg | daily |", "15 mg"),
        ("## Methotrexate\n\nTake 15 mg every day with water.", "15 mg every day"),
        ("Take 15 mg of methotrexate every day, and have your blood checked every week.", "15 mg"),
        ("Inject 25 mg of Wegovy once a day.", "25 mg"),
        ("Zepbound 2.5 mg nightly", "2.5 mg"),
    ],
)
def test_a_daily_rhythm_of_a_weekly_drug(text: str, found: str) -> None:
    assert shown(text, CHECK) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Methotrexate is taken once a week, not every day.",
        "Take your methotrexate on the same day each week.",
        "Take 5 mg of folic acid daily, but not on the day you take methotrexate.",
        "Check your blood sugar daily while you use Ozempic.",
        "Semaglutide once a day as a tablet, or once a week as an injection.",
        "Rybelsus 7 mg is taken daily; Ozempic is injected weekly.",
        "Unlike liraglutide, which is injected every day, semaglutide is injected once a week.",
        "Saxenda is injected daily, while Wegovy is weekly.",
        "While on methotrexate, drink plenty of water every day.",
        "Methotrexate 2.5 mg every 12 hours for three doses, once a week, is an older scheme for psoriasis.",
        "Alendronate is taken as 10 mg daily or 70 mg weekly.",
        "Hydroxychloroquine: 400 mg daily.",
        "With Ozempic you no longer need daily injections.",
        "Set a daily alarm so that your weekly methotrexate is not forgotten.",
        "Trulicity is given once weekly at any time of day.",
        "Semaglutide 14 mg daily by mouth.",
        "Take semaglutide every day on an empty stomach.",
        "Oral semaglutide is taken once daily.",
        "Wegovy now comes as a 25 mg tablet, taken once a day.",
        "Keep a daily diary of methotrexate side effects.",
        "Methotrexate daily dosing errors are among the most reported.",
        "Take prednisone 5 mg daily with methotrexate.",
        "Methotrexate, taken with daily folic acid, works well.",
        "Liraglutide 1.2 mg is injected daily.",
    ],
)
def test_careful_sentences_with_the_same_words(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "Do not take methotrexate every day: it can be fatal.",
        "In the trial, 25 mg of methotrexate daily was given for five days.",
        "In leukemia, 20 mg of methotrexate is given daily.",
        "She died after taking 10 mg of methotrexate daily.",
        "“I took 10 mg of methotrexate every day,” he said.",
        "Rats received 1 mg of semaglutide daily by injection.",
    ],
)
def test_warnings_and_regimens_are_held_back(text: str) -> None:
    found = findings(text, CHECK)
    assert found
    assert all(finding.held_back for finding in found)


def test_a_rhythm_is_no_matter_of_a_country() -> None:
    assert findings("Take 15 mg of methotrexate every day.", CHECK, country="")
    (found,) = findings("Take 15 mg of methotrexate every day.", CHECK, country="GB")
    assert found.evidence is not None
    assert found.evidence.rows[0]["jurisdiction"] == "UK"
    assert "7 times a week" in found.evidence.computed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take methotrexate 10 mg 7 days a week for psoriasis.", "10 mg"),
        ("Take Fosamax 70 mg: one tablet a day.", "70 mg: one tablet"),
        ("Hydroxychloroquine 400 mg a day prevents malaria.", "400 mg a day"),
        ("Your semaglutide pen\n\n- month 1: 0.25 mg\n- one shot every 24 hours", "one shot every 24 hours"),
    ],
)
def test_every_day_in_other_words(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Hydroxychloroquine 400 mg a day is common in lupus.",
        "Hydroxychloroquine 400 mg once a week prevents malaria.",
        "Fosamax 10 mg: one tablet a day.",
        "Methotrexate is used daily in no form of arthritis.",
        "Your semaglutide pen\n\n- month 1: 0.25 mg\n- one shot every seven days",
        "The seven days of the week are printed on the methotrexate box; circle one.",
    ],
)
def test_every_day_in_other_words_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
