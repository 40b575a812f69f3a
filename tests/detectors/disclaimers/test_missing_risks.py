"""Pages that offer a treatment and show only its good side."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "missing-risks"
OFFER = (
    "Book your session today. A Velodrin drip boosts energy within an hour. It also relieves low mood in most adults. "
)
NAMED = [
    "Some people feel lightheaded for an hour afterwards.",
    "Expect some redness and swelling for a day or two.",
    "The needle can leave a bruise.",
    "People with kidney disease should not have the drip.",
    "Not recommended during pregnancy.",
    "You cannot have it if you take blood thinners.",
    "The most common side effects are nausea and a dry mouth.",
    "Side effects can include headache.",
    "Rare but serious complications include infection and nerve damage.",
    "Risks include bleeding and scarring.",
    "About one in ten patients gets a headache.",
    "It may raise your blood pressure, so we check it first.",
    "Velodrin can interact with antidepressants.",
    "It is not suitable for people with epilepsy.",
    "Do not drink alcohol on the day, as it can make you drowsy.",
    "If you are pregnant, wait until after the birth.",
    "Tell us about any heart problem before the first session.",
    "Temporary discomfort is normal.",
    "Some patients report vivid dreams in the first week.",
    "The treatment is not without risk: one in a thousand has an allergic reaction.",
    "Velodrin carries a boxed warning for liver injury.",
    "Long-term use can lead to dependence.",
    "People under 18 should avoid Velodrin.",
    "You might feel a little sore where the needle went in.",
    "Mild nausea is the most frequent complaint.",
    "Adverse events were reported by 12% of patients.",
    "Warnings: do not use if you are allergic to soy.",
    "As with any injection there is a small risk of infection.",
    "It can make you sleepy, so do not drive afterwards.",
    "Patients with uncontrolled high blood pressure are not candidates.",
    "Most side effects pass within a day.",
    "The drip may sting at first.",
    "Velodrin is contraindicated in liver failure.",
    "Potential risks and side effects will be reviewed: headache, nausea, fainting.",
    "There is a chance of an allergic reaction.",
    "Some weight gain is possible.",
    "Stop and call us if you get a rash.",
    "A small number of people feel worse before they feel better.",
    "Long-term safety has not been studied.",
]
NOT_NAMED = [
    "Unlike antidepressants, it causes no weight gain.",
    "Antidepressants can cause nausea and headaches.",
    "It reduces the risk of heart attack.",
    "It relieves nausea and headaches.",
    "Depression can lead to heart disease and suicide.",
    "Say goodbye to bloating and cramps.",
    "Without the side effects of opioids.",
    "Our nurses monitor your blood pressure throughout.",
    "You will relax in a private room.",
    "It is safe, natural and non-addictive.",
    "If you suffer from nausea, fatigue or headaches, we can help.",
    "No downtime, no side effects, no worries.",
    "Our team answers all questions about risks and benefits.",
    "The procedure is minimally invasive.",
    "Common symptoms of low energy include headaches and fatigue.",
    "Side effects are rare and mild.",
    "It speeds recovery after surgery and injury.",
    "Traditional surgery carries a risk of infection and scarring.",
    "Many people struggle with dizziness and fatigue.",
    "Results vary from person to person.",
    "Our approach reduces swelling and soreness after exercise.",
    "Migraine causes vomiting and blurred vision in many people.",
    "Dehydration can cause dizziness and cramps.",
    "It prevents infections and complications.",
    "Patients who had tried medication with little success felt better.",
    "Statins may cause muscle pain; our drip does not.",
    "Safety is our priority, and every session is supervised.",
    "Long-term stress increases the risk of stroke.",
]
WEAK = [
    "Side effects are minimal.",
    "Our team is here to manage any side effects.",
    "It has few side effects and little downtime.",
    "As with any treatment, results vary.",
    "We discuss risks and benefits at the first visit.",
]


def test_benefits_alone_are_reported_once() -> None:
    (finding,) = findings(OFFER, CHECK)
    assert (finding.start, finding.severity, finding.held_back) == (None, "warning", False)
    assert "nowhere says" in finding.message


@pytest.mark.parametrize("sentence", NAMED)
def test_a_named_harm_or_limit_will_do(sentence: str) -> None:
    assert findings(OFFER + sentence, CHECK) == []
    assert [judgement.verdict for judgement in judged(OFFER + sentence, CHECK)] == ["pass"]


@pytest.mark.parametrize("sentence", NOT_NAMED)
def test_harms_of_other_things_and_denials_will_not_do(sentence: str) -> None:
    assert len(findings(OFFER + sentence, CHECK)) == 1


@pytest.mark.parametrize("sentence", WEAK)
def test_a_word_in_passing_is_weak(sentence: str) -> None:
    (finding,) = findings(OFFER + sentence, CHECK)
    assert f"Present but weak: “{sentence}”" in finding.message


def test_a_harm_at_the_other_end_of_a_long_page_is_too_far() -> None:
    (finding,) = findings(f"{OFFER}\n\n{'The chairs are blue and the tea is free. ' * 60}\n\n{NAMED[1]}", CHECK)
    assert "Present but too far" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Velodrin boosts energy within an hour. It also relieves low mood in most adults.",
        "The ministry said that Velodrin relieves low mood. It lowers stress, a trial with 80 adults found.",
        "Schedule an appointment by phone. Our clinic is open on Saturdays.",
        "Do you sell drips? Velodrin relieves low mood. It lowers stress. Never buy now and think later.",
    ],
)
def test_pages_that_offer_nothing_get_no_verdict(text: str) -> None:
    assert judged(text, CHECK) == []
