"""Results of single people, and results by a date, without a word on how they differ."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "missing-individual-results"
OFFER = "Book your session today. A Velodrin drip is what our clinic offers. "
PROMISED = [
    "Most clients feel calmer after just two sessions.",
    "You will see a difference within a week.",
    "Within days, you'll notice more energy and clearer skin.",
    "Expect visible results in 30 days.",
    "Lose up to 10 pounds in your first month.",
    '"I dropped 24 pounds and three dress sizes!" — Ana E.',
    '"This place saved my life," one patient told us.',
    '"I\'ve been off my inhaler for a year," says Bo.',
    "Read the success stories of people like you.",
    "94% of our patients report less pain.",
    "We have a success rate of over 90%.",
    "Before & after: see for yourself.",
    "Patients often report improvement within hours.",
    "Many notice better sleep after the first night.",
    "It delivers fast results without the wait.",
    '"After only three weeks my headaches were gone."',
    "See what our patients say.",
    "Feel like yourself again in as few as six visits.",
]
OTHERWISE = [
    "Results are sent to your doctor within three days.",
    "Your test results will be ready in two weeks.",
    "You can go home after one hour.",
    "Bruising fades in about two weeks.",
    "Return within 30 days for a full refund.",
    "Most people return to work after a week.",
    "You will be seen again in three months.",
    "The study lasted 12 weeks.",
    "We opened our second office in five months.",
    "People in the trial got 200 mg a day.",
    "Take two capsules a day for four weeks.",
    "You can change your appointment up to 24 hours before.",
    "Changes in skin color after two days should be reported.",
    "Patients must fast for six hours.",
    "Doctors see 40% of patients in the evening.",
    "You may feel sleepy after the first dose.",
    "We answer within two working days.",
    "Side effects usually start in the first week.",
    "Bring a list of the drugs that you have taken in the past month.",
    "The effects of alcohol last for hours.",
]
CAVEATS = [
    "Results may vary.",
    "Individual results will differ.",
    "How soon you feel it depends on your health; responses vary from person to person.",
    "It does not work for everybody.",
    "We cannot guarantee a result.",
    "Only some patients respond.",
    "About one in three people gets no benefit.",
    "Not all patients respond.",
    "The average user lost four pounds.",
    "Results are not typical.",
    "No two people respond the same way.",
    "Outcomes differ between patients.",
    "Your experience may be different.",
    "Improvement is not guaranteed.",
    "These are individual stories; most people lose less.",
]


@pytest.mark.parametrize("sentence", PROMISED)
def test_a_result_on_offer_needs_a_caveat(sentence: str) -> None:
    (finding,) = findings(OFFER + sentence, CHECK)
    assert (finding.start, finding.severity) == (None, "note")


@pytest.mark.parametrize("sentence", PROMISED[:4])
def test_a_page_that_sells_nothing_needs_none(sentence: str) -> None:
    assert judged(f"The trial had two arms. {sentence}", CHECK) == []


@pytest.mark.parametrize("sentence", OTHERWISE)
def test_other_dates_and_changes_call_for_none(sentence: str) -> None:
    assert findings(OFFER + sentence, CHECK) == []


@pytest.mark.parametrize("sentence", CAVEATS)
def test_any_plain_caveat_will_do(sentence: str) -> None:
    text = f"{OFFER}Patients can expect to lose 20 pounds within three months. {sentence}"
    assert findings(text, CHECK) == []
    assert [judgement.verdict for judgement in judged(text, CHECK)] == ["pass"]
