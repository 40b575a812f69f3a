"""Hurry, nature, plots and fear: phrases that sell, and the same words in care, chemistry and law."""

from __future__ import annotations

import pytest
from speak import findings, shown

PLAIN = "The nurse writes down your weight and asks how you slept in the week before. "
CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "urgency-or-scarcity": [
        "Hurry, only five bottles remain at this price.",
        "Spots for the October program are nearly full, so enroll before they are gone.",
        "This 40% discount disappears at midnight.",
        CLINIC + "We can only take ten new patients this month.",
        "Stock is extremely low and may not be replenished.",
        "Get yours now before the next price increase.",
        CLINIC + "Our calendar fills up fast, so reserve your place now.",
        CLINIC + "Last few appointments for June!",
        "The first 25 callers get the program at half price.",
        CLINIC + "Claim your discount before the timer hits zero.",
        "Supplies are limited because each batch takes months.",
        CLINIC + "Book within the next 48 hours and save $200.",
        CLINIC + "Why suffer another day?",
        CLINIC + "Your new life starts now, so do not put this off any longer.",
        CLINIC + "Every day without treatment is a day lost.",
        "Sign up by Friday to lock in your rate.",
        "This special price will not be available again.",
        CLINIC + "There has never been a better time to start, and places are going quickly.",
    ],
    "natural-is-safe": [
        "Because Glowroot is made from herbs, you don't need to worry about side effects.",
        "It is 100% natural and completely side-effect-free.",
        "A gentle herbal remedy that works with your body.",
        "Our botanical blend soothes you safely and naturally.",
        "Herbs are kinder to the body than pills.",
        "Being plant-based, it has none of the risks of prescription drugs.",
        "All-natural means no nasty side effects.",
        "It contains nothing but natural ingredients, so you can take as much as you like.",
        "Bioidentical hormones are natural and therefore safer.",
        "A safe and natural way to sleep.",
        "Nature's gentle answer to anxiety, without harmful chemicals.",
        "It is natural, so your body can handle it.",
        "Glowroot is drug-free, so it is safe for children.",
        "These natural drops are safe to take every day.",
    ],
    "conspiracy": [
        "The medical industry does not want people to learn about this root.",
        "Pharmaceutical companies have buried this remedy for decades because they cannot patent it.",
        "Doctors won't tell you about this simple trick.",
        "The establishment keeps this therapy quiet.",
        "You will never hear this from your doctor.",
        "Big Pharma is terrified of Glowroot.",
        "There is no money in a cured patient, so they hide it.",
        "The government banned this plant because it works.",
        "They have kept us sick for profit.",
        "The secret that drug makers have tried to keep from you.",
        "Mainstream doctors ignore the truth about iodine.",
        "The cure has been known since 1930 but was suppressed.",
        "Powerful interests have silenced the researchers who found it.",
        "What the food industry hides from you",
    ],
    "fear-or-shame": [
        CLINIC + "Low mood can wreck your marriage, your career and your children's future.",
        CLINIC + "Is your belly embarrassing you at the beach?",
        CLINIC + "If you love your family, you will not put this off.",
        CLINIC + "Do you really want to be a burden to your children?",
        "Every day you ignore your gut, toxins are poisoning your body.",
        "Your kids deserve a parent who is really there.",
        "Don't let anxiety steal another year from you.",
        "Left untreated, depression will destroy everything you love.",
        "You have only yourself to blame if you do nothing.",
        "Snoring is ruining your relationship.",
        CLINIC + "Don't be the one who waited too long.",
        "Stop letting pain control your life.",
        "Your body is a ticking time bomb.",
    ],
}
INFORMS = {
    "urgency-or-scarcity": [
        "Get to a hospital right away if your lips turn blue.",
        "Do not delay treatment if you have a fever after chemotherapy.",
        "Stroke treatment works best when it is given within three hours.",
        "Make an appointment for your screening today.",
        "There is a limited number of beds in the ward, so visits are short.",
        "The vaccine is in short supply in some states.",
        "Only three of the ten patients remained in the study.",
        "Call your doctor now if the rash spreads.",
        "Now is the time to get your flu vaccine.",
        "Don't wait until you are thirsty to drink.",
        "Time is running out to enroll in Medicare Part D this year.",
        "The offer of a second opinion stands at any time.",
        "Limited data are available on use in pregnancy.",
        "Space between the joints is limited.",
        "The drug expires at the end of the month, so check the date on the box.",
        "Appointments are available on Mondays and Wednesdays.",
        "Act quickly if you think someone has had a stroke.",
        "Hurry can make you forget a step, so take your time.",
        CLINIC + "Do not wait if you have chest pain; call 911.",
        CLINIC + "Book your appointment through the patient portal.",
        "The heart rate goes up with fever.",
        "The window for treatment closes after four and a half hours.",
        "Start the tablets before the end of the month.",
        "Call the ward within the next 24 hours if the wound weeps.",
        "Vaccine stocks are running low in three states.",
        "Places on the free course are limited, so please register.",
        "In the last few sessions of therapy you plan ahead.",
        "The clinic can only see ten patients a day.",
        "Early birds wake before six.",
        "In the final hours of life, breathing may change.",
        "Do not miss this dose.",
        "Act quickly to stop the bleeding.",
        "Act FAST if you see the signs of a stroke.",
        "The price of insulin goes up every year.",
        "Enrollment in the trial closes in May.",
        "Blood supplies are low in summer.",
    ],
    "natural-is-safe": [
        "Natural does not equal safe.",
        "Herbal products can interact with warfarin.",
        "It is a myth that natural products are harmless.",
        "Just because a product is natural does not mean that it is safe.",
        "Plant-based diets are safe in pregnancy if they are well planned.",
        "The natural course of the illness is mild.",
        "Natural light is a gentle way to wake up.",
        "Some plants are safe to touch and others burn the skin.",
        "Organic and other foods carry the same risk of infection.",
        "Is a natural remedy safer?",
        "Natural immunity after infection is not a safe goal.",
        "Ask whether an herbal supplement is safe with your medicines.",
        "There is no proof that natural hormones are safer than others.",
        "Natural gas leaks are dangerous.",
        "Peppermint oil, a plant product, was well tolerated in the trial.",
        "Herbal supplements are not tested for safety before they are sold.",
        "Organic solvents are not safe to breathe.",
        "Naturally, you can ask whether it is safe.",
        "Safe sleep means no herbal drops in the crib.",
        "A plant-based formula is safe for this baby, the trial says.",
    ],
    "conspiracy": [
        "Doctors do not know what causes the disease.",
        "Your doctor may not tell you to stop at once; you taper the dose.",
        "The drug suppresses the immune system.",
        "Drug companies must publish their trials.",
        "Tell your doctor everything that you take.",
        "The company concealed the deaths, prosecutors said.",
        "Doctors don't want you to feel pain after surgery.",
        "Many people hide their drinking from their family.",
        "They do not want to take tablets every day.",
        "The FDA banned the additive in 2018.",
        "What your doctor needs to know",
        "Conspiracy theories about vaccines spread on social media.",
        "Hidden salt in bread adds up.",
        "Drug makers profit from the higher price, the report said.",
        "Some patients keep their illness secret.",
        "Acid reflux can be hidden by other symptoms.",
        "Open your eyes and look up.",
        "Doctors don't want you to eat before surgery.",
        "Hospitals don't let patients drive home after sedation.",
        "They do not need to know your name.",
        "Your doctor won't tell you to stop at once.",
        "Doctors never expect patients to know the terms.",
        "The media reported the outbreak.",
        "Some doctors do not know about this rare disease.",
        "The system does not let people book twice.",
        "Researchers hid the tablets in capsules.",
    ],
    "fear-or-shame": [
        "Untreated sleep apnea raises the risk of high blood pressure.",
        "High blood pressure is sometimes called a silent killer.",
        "Alcohol can destroy liver cells.",
        "If you are thinking of ending your life, call 988.",
        "Diabetes can damage the nerves in your feet.",
        "Do not let the child go back to play after a concussion.",
        "Addiction affects the whole family.",
        "About 1 in 5 people with depression have thoughts of suicide.",
        "You are not to blame for your illness.",
        "Don't let the milk boil.",
        "A diagnosis of HIV is no longer a death sentence.",
        "Smoking kills half of those who keep on.",
        "Many people feel ashamed of their symptoms, but doctors see them every day.",
        "Long illness can put a strain on a marriage.",
        "Chemotherapy destroys fast-growing cells.",
        "Feeling that you are a burden to others can be a sign of depression.",
        "Waste products build up when the kidneys fail.",
        "Do not be ashamed of your symptoms.",
        "Don't let your illness define you.",
        "Gambling can ruin your life and your sleep.",
        "If you care about your heart, do not smoke.",
        "In the 1980s HIV was a death sentence.",
        "Toxins are building up in the blood when the liver fails.",
        "You may be embarrassed by your bladder problem.",
        "Pain can cost people their jobs.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


@pytest.mark.parametrize(
    ("text", "check", "cue"),
    [
        ("There is no flash sale.", "urgency-or-scarcity", "no"),
        ("Only 2 spots left in the emergency room.", "urgency-or-scarcity", "emergency room"),
        ("A judge heard that Big Pharma hid the deaths.", "conspiracy", "judge"),
        ("Untreated pain ruins lives, a survey of 900 people says.", "fear-or-shame", "survey"),
    ],
)
def test_what_clears_a_phrase_is_shown(text: str, check: str, cue: str) -> None:
    held = [finding for finding in findings(text, check) if finding.held_back]
    assert cue in {flag.cue for finding in held for flag in finding.context}


@pytest.mark.parametrize("text", ["Do not wait.", "Start today.", "Every day counts."])
def test_plain_advice_sells_only_on_a_page_that_sells(text: str) -> None:
    assert findings(text, "urgency-or-scarcity") == []
    assert len(shown(CLINIC + text, "urgency-or-scarcity")) == 1


def test_an_offer_that_others_make_does_not_make_a_page_sell() -> None:
    told = "“Our clinic offers a free consultation,” the ad says. Do not wait."
    assert findings(told, "urgency-or-scarcity") == []


def test_one_offer_twice_is_one() -> None:
    page = "Our clinic is new. Our clinic is near. " + PLAIN * 8
    assert findings(page + "Do not wait.", "urgency-or-scarcity") == []
    assert len(shown(page + "We ship at night. Do not wait.", "urgency-or-scarcity")) == 1


def test_in_a_few_lines_one_offer_is_enough() -> None:
    assert len(shown("Our clinic is near. Do not wait.", "urgency-or-scarcity")) == 1
    assert findings("Order now.", "urgency-or-scarcity") == []
