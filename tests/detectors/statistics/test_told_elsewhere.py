"""Wrong numbers whose group, years or old value stand in other words, clauses or cells; and careful ones."""

from __future__ import annotations

import pytest
from speak import shown

WRONG = [
    (
        "impossible-percentage",
        "Share of swimmers who came back, by lane (slow lane: n = 13, fast lane: n = 19). Slow lane 75%.",
    ),
    ("impossible-percentage", "The report says 41.2% of bakers stayed; there were just 23 bakers, so take it lightly."),
    ("impossible-percentage", "About half, or 48.9 percent, of the 31 shop owners had a cold."),
    (
        "impossible-percentage",
        "Thirty-eight families sent the form back. Seventeen of them (43%) had a smoker at home.",
    ),
    (
        "impossible-percentage",
        "### Open day with 14 gardeners\n\n* came again: 50%\n* bought gloves: 40%\n* left early: 7%",
    ),
    (
        "impossible-percentage",
        "| Question | Class A (n = 22) | Class B (n = 26) |\n|---|---|---|\n| I eat breakfast | 50% | 73% |\n"
        "| I cycle to school | 40% | 62% |",
    ),
    ("impossible-percentage", "*Bars show the share without pain; 14 adults per tea*\n\nMint tea 36%, sage tea 60%"),
    ("impossible-mean", "The 13 girls wrote down how many bruises they found. The average was 3.52 bruises."),
    ("impossible-mean", "All 17 porters told us how many nights they had been on call. The mean was 4.21 nights."),
    (
        "impossible-mean",
        "Number of snacks on the ward\n\n| | Day list (13 patients) | Night list (19 patients) |\n|---|---|---|\n"
        "| Mean snacks | 1.54 | 2.18 |",
    ),
    (
        "impossible-mean",
        "| Village | Adults examined | Mean missing teeth |\n|---|---|---|\n| Upper | 23 | 2.15 |\n"
        "| Lower | 16 | 3.06 |",
    ),
    (
        "impossible-deviation",
        "Sixteen singers set a pin on a comfort ruler that runs from 0 to 10. The average was 1.4, SD 5.2.",
    ),
    (
        "impossible-deviation",
        "Forty drivers circled how tired they were, from 1 to 7. Mean 6.5, standard deviation 2.9.",
    ),
    ("impossible-deviation", "A fall was coded 1, no fall 0. In the 40 people with rails: mean 0.30, SD 0.07."),
    ("p-against-interval", "Odds of a fall with the rail were 0.58 (95% confidence interval 0.41 to 0.82; P = 0.34)."),
    (
        "needed-to-treat",
        "Of 1,000 drivers 60 have a crash without the course and 40 with it, so five must attend to spare one crash.",
    ),
    (
        "needed-to-treat",
        "Nine in a hundred fell ill on the old pill and four in a hundred on the new one. You would have to "
        "switch five "
        "people to spare one illness.",
    ),
    ("growth-rate", "Sales were $1.4 billion in 2016 and $2.3 billion in 2021, a CAGR of 12.9%."),
    ("growth-rate", "Births fell from 2,400 in 2012 to 1,600 in 2022, seven percent fewer each year, compounded."),
    ("percent-or-points", "The share of staff who cycle rose from 30% to 37% since the racks were built, up 7%."),
    (
        "percent-or-points",
        "In spring 45 percent of clerks vaped; now it is 38 percent. Vaping is down by seven percent.",
    ),
    (
        "percent-or-points",
        "The share of men at the class was 15 percent two years ago. Now it is 22, so seven percent more.",
    ),
    ("percent-or-points", "Flu jabs among drivers: 41% two winters ago, 50% last winter. We are up 9%."),
    ("change-arithmetic", "The level went from 30 to 70 ng/mL in a month, which means it tripled."),
    (
        "change-arithmetic",
        "I used to lie awake for 90 minutes and now it is 30. That's a 33 percent cut, and I get up at six.",
    ),
    ("change-arithmetic", "The kitchen fed 200 people in the first year and 1,000 now, four times as many."),
]
CAREFUL = [
    "Share of swimmers who came back, by lane (slow lane: n = 13, fast lane: n = 19). Slow lane 77%.",
    "Mean oxygen saturation by lane (slow lane: n = 13, fast lane: n = 19). Slow lane 97%.",
    "The report says 43.5% of bakers stayed; there were just 23 bakers.",
    "The report says 41.2% of bakers stayed; of the rest only 9 bakers wrote back.",
    "More than half, or 51.6 percent, of the 31 shop owners had a cold.",
    "The pump ran for 43.8 percent of the 27 hours and was quiet for the rest.",
    "Thirty-eight families sent the form back. Seventeen of them (45%) had a smoker at home.",
    "### Open day with 14 gardeners\n\n* came again: 50%\n* bought gloves: 43%\n* left early: 7%",
    "### Class of 16 seniors\n\n* average attendance: 71%\n* weight lost: 3%\n* Heart rate reserve used: 40%",
    "| Question | Class A (n = 22) | Class B (n = 26) |\n|---|---|---|\n| I eat breakfast | 50% | 73% |\n"
    "| I cycle to school | 41% | 62% |",
    "| Measure | Drug (n = 28) | Placebo (n = 31) |\n|---|---|---|\n"
    "| Ejection fraction | 55% | 56% |\n| Adherence | 92% | 88% |",
    "| Symptom | Drug (n = 28) | Placebo (n = 31) |\n|---|---|---|\n"
    "| Nausea (weighted) | 5% | 12% |\n| Rash (weighted) | 9% | 15% |",
    "*Bars show the share without pain; 14 adults per tea*\n\nMint tea 36%, sage tea 57%",
    "Response was 46% overall and 78% in the nine patients under thirty.",
    "The 13 girls wrote down how many hours they slept. The average was 8.81 hours.",
    "The 13 girls wrote down how many bruises they found. The average was 3.54 bruises.",
    "The 13 girls wrote down how many bruises they found each day. The average was 3.52 bruises a day.",
    "All 17 porters told us how many nights they had been on call. The mean was 4.24 nights.",
    "Number of snacks on the ward\n\n| | Day list (13 patients) | Night list (19 patients) |\n|---|---|---|\n"
    "| Mean snacks | 1.54 | 2.16 |",
    "Sixteen singers set a pin on a comfort ruler that runs from 0 to 10. The average came to 1.4, SD 2.2.",
    "Forty drivers circled how tired they were, from 1 to 7. Mean age was 41.2, standard deviation 9.9.",
    "A fall was coded 1, no fall 0. In the 40 people with rails: mean 0.30, SD 0.46.",
    "Odds of a fall with the rail were 0.58 (95% confidence interval 0.41 to 0.82; P = 0.002).",
    "Falls were rarer with the floor (hazard ratio 0.68, 95% CI 0.47 to 1.01, p = 0.045).",
    "Of 1,000 drivers 60 have a crash without the course and 40 with it, so 50 must attend to spare one crash.",
    "Of 100 members 40 came with a friend and 30 on foot, and ten people were trained to prevent one fall.",
    "Seven in a hundred had pain in the arm and three in a hundred in the leg. You have to see four people to "
    "find one.",
    "Sales were $1.4 billion in 2016 and $2.3 billion in 2021, a CAGR of 10.4%.",
    "Sales were $1.4 billion in 2016 and will be $2.3 billion in 2021, a CAGR of 12.9% from 2017 to 2021.",
    "Births fell from 2,400 in 2012 to 1,600 in 2022, four percent fewer each year, compounded.",
    "The share of staff who cycle rose from 30% to 37% since the racks were built, up 7 points.",
    "Deaths fell from 12% to 9% after the change, and costs fell by 3%.",
    "In spring 45 percent of clerks vaped; now it is 38 percent. Prices are down by seven percent.",
    "The bill was 20 dollars two years ago. Now it is 28, so 40 percent more.",
    "Hair counts rose by 9% on average (from a loss of 12% to a gain of 63%).",
    "The level went from 30 to 91 ng/mL in a month, which means it tripled.",
    "The level went from 30 to 50 ng/mL in a month, which means the dose was tripled.",
    "The kitchen fed 200 people in the first year and 1,000 now, five times as many.",
    "The kitchen fed 200 people in the first year and 800 now, three times more.",
    "I used to lie awake for 90 minutes and now it is 30. That's a 67 percent cut, and I get up at six.",
]
CHECKS = (*dict.fromkeys(check for check, _ in WRONG), "count-and-percentage")


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_a_wrong_number_is_found(check: str, text: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_silent(text: str) -> None:
    assert {check: words for check in CHECKS if (words := shown(text, check))} == {}
