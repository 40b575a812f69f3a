"""Readers talked out of essential care, and careful words about needing less of it."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "discouraging-care"


def fires(text: str) -> bool:
    return any(not finding.held_back for finding in findings(text, CHECK))


@pytest.mark.parametrize(
    "text",
    [
        "Ditch the statins and eat more butter.",
        "With our juice plan, diabetics can throw out their insulin.",
        "Skip chemo and choose alkaline water.",
        "You'll never need an inhaler again.",
        "Our lozenges replace your antidepressants.",
        "Vaccines are poison, so refuse them.",
        "Cancel your oncology appointment and call us.",
        "Forget what your doctor says about surgery.",
        "Choose turmeric over chemotherapy.",
        "Use our cream instead of radiation.",
        "Flush your meds down the toilet.",
        "Say goodbye to insulin forever.",
        "No more dialysis needed.",
        "You can stop your blood thinner once you take nattokinase.",
        "Don't trust oncologists; trust nature.",
        "Stop taking your heart medication and start Barkol.",
        "Parents should decline the measles vaccine and give vitamin A.",
        "This herb makes insulin unnecessary.",
        "Toss your antidepressants.",
        "With ketamine you will no longer need a psychiatrist.",
        "Say no to chemo.",
        "Barkol is a natural replacement for insulin.",
        "Leave your HIV drugs and take our tonic.",
        "You don't need your asthma inhaler if you breathe right.",
        "Avoid all vaccines.",
        "Bin your statins, your liver will thank you.",
        "Our program gets rid of the need for insulin.",
        "Swap your blood pressure tablets for beetroot shots.",
        "Real healing starts when you fire your oncologist.",
        "With Glowroot you can forget insulin.",
        "Trade your antidepressants for our gummies.",
        "You can throw your inhaler away after a month.",
        "Don't let them give you chemo; drink Barkol.",
        "Refuse radiation and heal with herbs.",
        "Your thyroid pills are useless once you take kelp.",
        "Patients no longer need dialysis thanks to our tea.",
        "Get off your meds with our 10-day cleanse.",
        "A natural alternative to chemotherapy.",
        "Stop your warfarin and take turmeric.",
        "Vaccines do more harm than good, so say no.",
        "Skip the flu shot: zinc is enough.",
    ],
)
def test_what_can_hurt_is_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop chemotherapy unless your oncologist tells you to.",
        "Never skip your insulin.",
        "Some people with type 2 diabetes can reduce their insulin after weight loss, together with their doctor.",
        "Talk to your doctor before you stop any medicine.",
        "Herbal remedies should not be used instead of chemotherapy.",
        "In the trial, half of the patients no longer needed insulin.",
        "Supplements cannot replace your prescription medicine.",
        "If you skip your blood pressure pills, your risk of stroke goes up.",
        "Throw away unused opioids at a take-back site.",
        "You won't need a prescription for this cream.",
        "Older adults may not need a statin; ask your doctor.",
        "People who choose alternative medicine instead of chemotherapy die sooner.",
        "Patients often stop their antidepressants too early.",
        "The clinic offers immunotherapy instead of chemotherapy for some lung cancers.",
        "You don't need to stop your antidepressant before treatment.",
        "Avoid missing doses of your thyroid tablets.",
        "Do you need a vaccine before you travel?",
        "You do not need a doctor's referral to book.",
        "Ask the pharmacist to replace your inhaler when it is empty.",
        "Replace insulin pens after 28 days.",
        "Don't forget your pills when you travel.",
        "Skip breakfast but not your metformin.",
        "Some children do not need antibiotics for an ear infection.",
        "You will not need chemotherapy if the lymph nodes are clear, your oncologist will explain.",
        "Babies under six months should avoid the flu vaccine because it does not work at that age.",
        "Keep taking your seizure medicine even if you feel well.",
        "It is time to say goodbye to the old hospital building.",
        "Not everyone with high cholesterol needs statins.",
        "You may be able to stop your blood pressure tablets if your doctor agrees.",
        "Forget about your pills for a second and think about breakfast.",
        "Tell your nurse if you want to stop dialysis.",
        "The vaccine is not needed for people who have had shingles in the last year.",
        "You can stop taking your medication once the course is finished.",
        "Do not replace your insulin with any supplement.",
        "Your doctor may lower your insulin dose as you lose weight.",
        "No diet can replace chemotherapy.",
        "Complementary therapies are used alongside chemotherapy, not instead of it.",
        "Women over 75 may no longer need mammograms; ask your doctor.",
        "Patients in remission may be able to reduce their antidepressants slowly.",
        "Skipping insulin can lead to ketoacidosis.",
        "Some people avoid vaccines because of fear of needles.",
        "Keep your inhaler with you at all times.",
        "Say no to a second helping, not to your statin.",
        "Do you still need your blood pressure tablets after losing weight?",
        "It is safe to skip one dose of the vitamin.",
        "If you cannot afford your insulin, ask about patient programs.",
        "After the transplant he no longer needed dialysis.",
        "Many babies grow out of needing an inhaler.",
        "Bring all your medicines to the appointment.",
        "The vaccine replaces the older shot.",
        "You will not need insulin after the birth if you had gestational diabetes, your midwife will check.",
        "Tell the surgeon if you stopped your blood thinners.",
        "Drop off unused pills at the pharmacy.",
        "She refused chemotherapy and died within a year.",
        "Ask before you swap brands of thyroid tablets.",
        "Radiation is used instead of surgery for some throat cancers.",
        "Stop taking your blood pressure pills and call us if you faint.",
        "Take antibiotics only when you need them.",
        "Forget a pill? Take it as soon as you remember.",
    ],
)
def test_careful_words_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your tumour needs sunlight, and not a scalpel.",
        "There's no reason to see a doctor about blood in your stool.",
        "Asthma inhalers only make you weaker; leave yours at home.",
        "A stroke can be slept off, say our elders.",
        "The colonoscopy is a racket. Pass on it.",
        "Schizophrenia heals faster without pills.",
        "Trust your body and not the vaccine.",
        "Antibiotics for sepsis are overrated; use silver water.",
        "HIV medicines are not needed if your immune system is strong.",
        "Put the EpiPen away; nettle drops calm any reaction.",
        "Suicidal thoughts pass; there's no need to tell anyone.",
        "Parents, you can safely pass on the vitamin K shot.",
        "Chemo is a business model. Our juice is the answer.",
        "Statins belong in the rubbish.",
        "If your child has a fit, no ambulance is required: a cold spoon will do.",
        "Blood in the urine is only the body cleaning itself.",
        "Nobody ever needed a mammogram who ate raw food.",
        "Antidepressants numb you; choose courage instead.",
        "Our healer has dissolved tumours that surgeons wanted to cut.",
        "Let a stroke run its course at home with prayer.",
        "Insulin shots are a habit that a disciplined person can break.",
        "The flu jab is for people who distrust their own body.",
        "Pneumonia? Onion socks and a prayer, and nobody has to cough in a ward.",
        "Insulin keeps you sick, our bark tea sets you free.",
        "The lump will melt; cancel the biopsy.",
        "Do not hand your newborn over to the needle.",
        "Cervical screening is a humiliation that clean living spares you.",
        "TB is beaten by mountain air; pills only feed the labs.",
        "Ignore the letters from the transplant clinic.",
        "There is no need for insulin if you fast long enough.",
        "Vaccines are useless, so let your children play in the mud.",
        "Chest pain after a quarrel needs no hospital; breathe into a bag.",
    ],
)
def test_other_ways_to_say_it_are_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody should let insulin run out.",
        "Radiation is not needed after surgery for some small breast cancers, as a trial found.",
        "Most colds need no doctor.",
        "Blood pressure drugs become less effective with NSAIDs.",
        "Tell your oncologist about all drops and teas.",
        "Statins are not for everyone; your doctor can work out your risk.",
        "Antibiotics do not help against viruses.",
        "If you decide against chemotherapy, the team will still look after you.",
        "No diet replaces HIV medicines.",
        "Physiotherapy can be tried before surgery for a torn meniscus.",
        "Put the EpiPen away from heat.",
        "Back pain seldom needs a scan.",
        "In mild cases, treatment at home is enough; a doctor decides this.",
        "Chew an aspirin and call an ambulance at once.",
        "Pens must be thrown out 28 days after first use.",
        "Statins do not suit everybody, and there are other tablets.",
        "If a fit lasts more than five minutes, call 999.",
        "Blood in the urine always needs a check.",
        "Nobody is forced to have a mammogram.",
        "Antidepressants are not addictive in the way that opioids are.",
        "Surgeons do not always have to cut: some tumours are only watched.",
        "After a stroke, many people go home within a week.",
        "Insulin doses change during illness.",
        "Beetroot juice does not replace blood thinners.",
        "If you are suicidal, the crisis team can visit you at home.",
        "Let your team know what matters to you when you decide about chemo.",
        "Whooping cough is dangerous for babies.",
        "Statins and grapefruit: ask your pharmacist.",
        "Some psychiatric drugs cause weight gain.",
        "Go to A&E with a squeezed chest.",
        "For febrile seizures, most children need no drugs.",
        "A coach cannot diagnose or prescribe.",
        "The drip can be removed when you drink enough.",
        "Blood thinners make bruises more likely.",
        "The transplant clinic writes to you twice a year.",
        "For low back pain, rest in bed does more harm than good.",
        "Your doctor may say that the inhaler is no longer needed in summer.",
        "Chemotherapy did more harm than good in that group, the trial found.",
        "Mistletoe does not treat breast cancer.",
        "You may need less of an antipsychotic in later years, your team will review it.",
    ],
)
def test_the_same_words_in_careful_hands_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who needs insulin when there is bark tea?", True),
        ("Why bother with dialysis when you can fast?", True),
        ("Do I need insulin?", False),
        ("Why do some people stop their statins?", False),
    ],
)
def test_a_question_that_urges_is_advice(text: str, found: bool) -> None:
    assert fires(text) is found
