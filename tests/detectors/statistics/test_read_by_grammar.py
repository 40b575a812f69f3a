"""Wrong numbers in the words of strangers, read by grammar, each with the careful sentences beside it."""

from __future__ import annotations

import pytest
from speak import shown

PERCENT, TOTAL, PARTS, ARMS = "impossible-percentage", "counts-do-not-add-up", "parts-and-whole", "groups-do-not-add-up"
GROWTH, CHANGE, NEEDED, PRICES = "growth-rate", "change-arithmetic", "needed-to-treat", "price-range"
MEAN, P, COUNT = "impossible-mean", "p-against-interval", "count-and-percentage"


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("In a class of 21 pupils, 30% wore glasses.", PERCENT),
        ("Participants: 17\nDropouts: 0\nSlept through the night: 75%", PERCENT),
        ("Twelve women, 60% success: that is what the poster says.", PERCENT),
        ("There were eight of us on the course, and 70% passed the breathing test at the end.", PERCENT),
        ("Among the 14 who finished, remission was reached by 66%.", PERCENT),
        ("In a small study of 13 runners, 70,0 percent were back on the track after six weeks.", PERCENT),
        ("The pilot included seventeen carers, of whom 45% lived alone.", PERCENT),
        ("Relapse within a year: lithium (n = 19) 26.3%, placebo (n = 18) 48.6%.", PERCENT),
        ("Share of riders (n = 31) who slept well: before the course 29.0%, after it 47.8%.", PERCENT),
        ("**Sample:** 26 office workers.\n\n**Result:** 70% reported less eye strain.", PERCENT),
        ("| | Yoga (n = 23) | Control (n = 23) |\n|-|-|-|\n| Better sleep | 54.2% | 52.2% |", PERCENT),
        ("| Answer (n = 36) | Number | Percent |\n|-|-|-|\n| Never | 11 | 30.6 |\n| Rarely | 7 | 21.4 |", COUNT),
    ],
)
def test_a_share_of_people_is_impossible(text: str, check: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize(
    "text",
    [
        "In 16 patients, 0.9% saline was infused before the scan.",
        "Twelve volunteers breathed 28% oxygen, and all of them felt well.",
        "Three people must be treated for one to get well, given 52% free of pain on the cream and 19% without it.",
        "There were eight of us in the room, and 70% humidity made it hard to breathe.",
        "In a class of 21 pupils, 30% of the lessons were outdoors.",
        "Fourteen nurses cared for the ward's patients; 65% of patients slept well.",
        "The cream was tested in 18 women. Wrinkle depth fell by 12.4% on average.",
        "| | Yoga (n = 23) | Control (n = 23) |\n|-|-|-|\n| Change in weight | -2.2% | -0.4% |",
        "The sample: 26 office workers.\n\nResult: screens were 70% brighter than needed.",
        "Participants: 17\nDropouts: 0\nSlept through the night: 76%",
        "Twelve nurses work on the ward. In the whole hospital, 37% of staff had a flu shot.",
    ],
)
def test_other_percentages_are_left_alone(text: str) -> None:
    assert not shown(text, PERCENT)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        (
            "Of the 58 people who came, 26 were from the town, 19 from the villages and the remaining 8 from afar.",
            TOTAL,
        ),
        ("A total of 86 infants were randomized, 37 to the drops and 39 to water.", ARMS),
        ("The bill came to $640: $400 for the infusion, $120 for the nurse and $150 for the room.", TOTAL),
        ("The 52 weeks are split into 12 weeks of weekly visits and 36 weeks of monthly ones.", TOTAL),
        (
            "A day on the ward has 24 hours: nine for sleep, eight for meals, four for therapy and eight for visits.",
            TOTAL,
        ),
        ("Of the 45 women, 30 gave birth naturally and 20 by caesarean.", TOTAL),
        ("Half of the budget goes to nurses, a third to rent and a quarter to the bus.", PARTS),
        ("One in four got better, half stayed the same and 40 percent got worse.", PARTS),
        ("Two thirds of the visitors walked and half came by car; each visitor was counted once.", PARTS),
        ("Women made up 58% and men 52% of the sample.", PARTS),
        ("- Never smokers: 48%\n- Former smokers: 31%\n- Current smokers: 29%", PARTS),
        ("55% of visitors came by car, 30% by bus and 25% on foot.", PARTS),
    ],
)
def test_parts_do_not_add_up(text: str, check: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize("check", [TOTAL, ARMS, PARTS])
@pytest.mark.parametrize(
    "text",
    [
        "A third of patients have headaches, half are tired and two thirds sleep badly.",
        "Half an hour of walking, a third of a litre of water and a quarter of the plate for grains: that is the plan.",
        "The package costs $640 and includes three visits: $400 if you pay in one go, $250 if a member joins.",
        "The 52-week trial had visits at weeks 4, 12, 26 and 52.",
        "The 90-minute session includes 40 minutes of infusion and 30 minutes of rest.",
        "Of the 58 people who came, 26 had asthma, 19 had eczema and 8 had both.",
        "Women made up 58% of nurses and 42% of doctors.",
        "Never smokers had a risk of 8%, former smokers 31% and current smokers 69%.",
        "Mild pain improved in 80%, moderate pain in 60% and severe pain in 30%.",
        "55% of visitors came by car at least once, 30% by bus and 25% on foot; many used more than one.",
        "Of the 45 women, 30 were induced and 20 by then had an epidural.",
        "Of the 86 infants, 37 had colic and 39 had reflux.",
        "The study ran 24 weeks: 12 weeks of drug, 4 weeks of washout and 8 weeks of placebo.",
    ],
)
def test_lists_of_other_things_are_left_alone(text: str, check: str) -> None:
    assert not shown(text, check)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Membership doubled between 2014 and 2023. That is 22% growth per year, compounded.", GROWTH),
        (
            "From twelve billion dollars in 2023 it is to reach twenty billion by 2030, growing 12 percent a year.",
            GROWTH,
        ),
        (
            "In 2016 people spent 1.2 billion dollars. Eight years later they spent 2.4 billion, 15% more a year.",
            GROWTH,
        ),
        ("Waiting times came down from 24 weeks to 8 weeks, less than a quarter of what they were.", CHANGE),
        ("LDL fell from 160 to 120 mg/dl (33%).", CHANGE),
        ("Waiting times have quadrupled: 12 days in 2015, 36 days now.", CHANGE),
        ("She weighed 100 kg and now weighs 80 kg, so she lost a third of her weight.", CHANGE),
        ("The waiting list grew from 150 to 450 names, so it has doubled.", CHANGE),
        ("Of 50 people on the cream 30 were healed, of 50 on the base 20. That is an NNT of 10.", NEEDED),
        ("Of every hundred smokers, twelve stop with it and seven without it. The NNT is 5.", NEEDED),
        ("The drug significantly lowered the risk (RR 0.92; 95% CI 0.80 to 1.06).", P),
        ("Whole cups a day averaged 2.47 in the 15 women and 3.56 in the 17 men.", MEAN),
        ("Mean pain, single 0-10 item, N = 16: 3.40 before, 2.13 after.", MEAN),
        ("A session costs 80 euros. Ten sessions cost 900 euros.", PRICES),
        ("Prices start at $350. Our cheapest package is $299.", PRICES),
        ("One session costs $120. A course of five is $500, which is $120 each.", PRICES),
    ],
)
def test_sums_are_off(text: str, check: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The market doubled in ten years, about 7% a year.", GROWTH),
        ("Prices rose from $10 to $12 over five years, on average 4% a year.", GROWTH),
        ("Sales tripled between 2014 and 2020. Exports grew 12% in 2020.", GROWTH),
        ("Visits rose from 10 to 30 (25%) of 120 patients.", CHANGE),
        ("Waiting times have come down from 24 to 8 weeks, a third of what they were.", CHANGE),
        ("Costs are now less than half of what they were: $400 in 2015, $180 now.", CHANGE),
        ("He walked 5 km in 2019 and 8 km in 2021; his weight has halved since.", CHANGE),
        ("The infusion took 40 minutes in 2015 and takes 60 minutes now; demand doubled.", CHANGE),
        ("Of 50 people on the cream 30 were healed, of 50 on the base 20. That is an NNT of 5.", NEEDED),
        ("The drug did not significantly lower the risk (RR 0.92; 95% CI 0.80 to 1.06).", P),
        ("A clinically significant effect cannot be ruled out (RR 0.92; 95% CI 0.80 to 1.06).", P),
        ("Deaths fell, though not significantly so (HR 0.90, 95% CI 0.76 to 1.07).", P),
        ("The 12 nurses drank 2.47 cups of coffee a day on average.", MEAN),
        ("A session costs 80 euros. Ten sessions cost 700 euros.", PRICES),
        ("A visit costs $80. Two visits with a scan cost $250.", PRICES),
        ("The first visit costs $90. Two follow-up visits cost $200.", PRICES),
        ("Prices start at $350. Our cheapest package for members is $299.", PRICES),
        ("The test costs $30. Ten tests a year cost the clinic $4,000.", PRICES),
    ],
)
def test_sums_that_fit_are_left_alone(text: str, check: str) -> None:
    assert not shown(text, check)


@pytest.mark.parametrize(
    "text",
    [
        "The trial had 19 men. Their partners filled in a form, and 60% of them came to the talk.",
        "Nine patients took the drops. Of the bottles, 40% of them were still full.",
        "Of 75 patients 25 had type A, 33 type B and 17 type C.",
        "Of 60 patients, 40 had stage II disease and 30 had type A blood.",
        "The correlation was r = 0.54 (n = 30, p = 0.002).",
        "Waiting times ran from 2 to 9 weeks; on average 12 people wait.",
        "The group's scores ranged from 3 to 17. The national mean is 21.",
        "Two nurses and a doctor tried it: 67% of them liked the taste.",
        "Blood pressure dropped by 8% in the 23 runners and by 2% in the 21 walkers.",
        "In the 16 smokers, lung capacity reached 70.5% of the expected value.",
        "17 people asked for a refund, 60% of it for shipping.",
        "Half of the 24 got better; a third of these stayed well for a quarter of a year.",
        "Half of all falls happen at home, a third at night and a fifth on stairs.",
        "A stay of 3 days costs $900: $300 a day.",
        "Total cost $900: the drug is $600, and insurance pays up to $400 of it.",
        "The trial lasted 24 months, of which 6 were run-in and 12 follow-up.",
        "Up to 20 pounds of pressure is applied, and relief follows.",
        "The device costs less than half of what it did: $120 instead of $260.",
        "Calls went up from 60 to 90 a day (25 of them at night).",
        "The dose was raised from 10 to 20 mg (50% of patients).",
        "Cases went from 5 to 6 in one week (+20%).",
        "A significant link with age was found, and the adjusted HR was 1.04 (95% CI 0.98 to 1.10) per dose step.",
        "After treatment pain fell significantly. The difference between the arms was 0.4 points (95% CI -0.3 to 1.1).",
        "Only 14 of the 31 answered this question. Of those who answered, 57% said yes.",
    ],
)
def test_careful_numbers_meet_no_check(text: str) -> None:
    checks = (PERCENT, COUNT, TOTAL, ARMS, PARTS, GROWTH, CHANGE, NEEDED, PRICES, MEAN, P, "best-result-as-headline")
    assert not [check for check in (*checks, "mean-outside-its-range", "p-not-from-statistic") if shown(text, check)]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("A team gave the drops to 27 farmers. Hay fever was gone in 55% of them.", PERCENT),
        ("All 48 parents were asked and 31 answered. Of those who answered, 60% wanted fruit.", PERCENT),
        ("Results: of 34 eyes, 12 (32.3%) needed a second operation.", COUNT),
        ("The sample comprised 34 boys and 29 girls (N = 68).", TOTAL),
        ("Of 75 patients 25 had type A, 38 type B and 17 type C.", TOTAL),
        ("Our 2024 income: donations 45%, grants 38%, courses 22%.", PARTS),
        ("Sleep and mood were related (r = .20, n = 30, p = .002).", "p-not-from-statistic"),
        ("All 14 answers lay between 3 and 6, with a mean of 2.8.", "mean-outside-its-range"),
        ("With our program you lose up to 12 kg in a month!", "best-result-as-headline"),
        ("In a class of 21 the teachers counted fewer outbursts with gum. It works.", "tiny-group-as-proof"),
    ],
)
def test_more_of_them_are_found(text: str, check: str) -> None:
    assert shown(text, check)
