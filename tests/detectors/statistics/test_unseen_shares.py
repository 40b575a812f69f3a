"""Shares, means, parts and changes in wordings that nobody tuned on: each wrong sentence beside careful ones."""

from __future__ import annotations

import pytest
from speak import shown

WRONG = [
    ("impossible-percentage", "Eighteen gardeners wore it. Two weeks later, 61.5% could prune without pain."),
    ("impossible-percentage", "Forty-three per cent felt better. We had asked our first 18 customers."),
    ("impossible-percentage", "Of the 21 beekeepers who came, 35% had been stung."),
    ("impossible-percentage", "Twenty-four percent of the 31 dentists would not say."),
    ("impossible-percentage", "Remission came to 9.2% of n = 13 in the ward."),
    ("impossible-percentage", "| Group | n | Free of pain |\n|-|-|-|\n| Rest | 29 | 46.4% |"),
    ("count-and-percentage", "**Last visit (19 attended)**\n\n- walked alone: 8 (42.1%)\n- used a stick: 7 (31.6%)"),
    ("count-and-percentage", "We asked 40 nurses. Twenty-four (65%) worked nights."),
    ("count-and-percentage", "We rang 80 customers. Thirty-six, that is 55 percent, would buy it again."),
    ("impossible-mean", "Twelve readers gave the pillow a mark from 1 to 10. Average: 7.69."),
    ("impossible-mean", "The fifteen mothers had, on average, 2.35 children each."),
    ("impossible-mean", "The 17 residents fell a mean of 1.25 times."),
    ("impossible-mean", "| Class | n | Mean number of falls |\n|-|-|-|\n| Dance | 14 | 1.38 |"),
    (
        "impossible-mean",
        "The mean answer was 3.97 on a scale that ran from 1,"
        " never, to 5, always. Nineteen patients answered.",
    ),
    ("impossible-deviation", "The 16 tasters scored it from 1 to 5, with a mean of 1.50 (SD 1.90)."),
    ("impossible-deviation", "Mean pain was 9.1 out of 10 with an SD of 4.2 in these 20 women."),
    ("impossible-deviation", "Relapse was coded 1 for yes and 0 for no. In 40 people the mean was 0.25 (SD 0.07)."),
    ("impossible-deviation", "The pupils were aged 11 to 14 years (mean age 12.4, SD 3.8)."),
    ("parts-and-whole", "Each person named one place: at work 48%, at home 37%, elsewhere 27%."),
    ("parts-and-whole", "60% improved, 25% did not change and 25% got worse."),
    ("parts-and-whole", "| Age | Share |\n|-|-|\n| under 30 | 22% |\n| 30 to 49 | 51% |\n| 50 and over | 37% |"),
    ("counts-do-not-add-up", "| Clinic | People |\n|-|-|\n| North | 212 |\n| South | 188 |\n| Total | 410 |"),
    ("counts-do-not-add-up", "We enrolled 184 adolescents (98 girls, 95 boys) from two schools."),
    ("more-than-the-group", "Thirty-two swimmers took part. Thirty-five of them wore ear plugs."),
    (
        "needed-to-treat",
        "On placebo, 12% had a stroke. On Velodrin, 8% did."
        " So you need to treat 12 people to prevent one.",
    ),
    ("needed-to-treat", "Of 100 people, relapse: 30% with it, 40% without. NNT = 4."),
    ("needed-to-treat", "Absolute risk reduction: 4%. Number needed to treat: 4."),
    ("growth-rate", "We had 400 members in 2019 and 640 in 2023: a compound yearly growth of 15%."),
    ("percent-or-points", "Before, 40% had a shot; afterwards it was 50%. That is a rise of 10%."),
    ("percent-or-points", "| | 2023 | 2024 | Change |\n|-|-|-|-|\n| No-shows | 20% | 16% | −4% |"),
    ("change-arithmetic", "Last year 80 people joined; this year 120 did, an increase of 75%."),
    ("change-arithmetic", "The pen cost 936 dollars, now 499. A price cut of 87.6 percent, the chain says."),
    ("change-arithmetic", "Emergency calls dropped from 400 to 300, a third fewer."),
    ("change-arithmetic", "Membership grew from fifty to sixty, a ten percent gain."),
    ("impossible-statistic", "The swelling got 120% smaller in ten days."),
]  # fmt: skip
CAREFUL = [
    "The trial enrolled 24 adults. At week 12, 16 (73%) of the 22 who stayed had responded.",
    "Of 81 people invited, 52 (64.2%) replied, and 40 (76.9%) had used it.",
    "Of 10 visits, 70.8% were kept. In 24 hours, 41.2% had no pain.",
    "Twelve nurses work on the ward. In the whole hospital, 37% of staff had a flu shot.",
    "In a class of 27 pupils, attendance was 93.5% over the term.",
    "Thirty people tried it. The pain score fell by 41% on average.",
    "| Group | n | Drop in pain |\n|-|-|-|\n| Tape | 26 | 57.3% |\n| Rest | 29 | 46.4% |",
    "Who slept (n = 32)\n\n| Sex | Number | Percent |\n|-|-|-|\n| Women | 9 | 28% |\n| Men | 11 | 34% |",
    "**Week 8 (19 attended)**\n\n- average weight loss 7.3%\n- waist down by 4.4%",
    "The 12 runners ran a mean of 31.35 km a week and slept 7.45 hours on average.",
    "Twenty people rated their pain every day for a week from 0 to 10; the mean was 4.37.",
    "Eleven patients scored 12 statements from 1 to 5; the mean was 3.47.",
    "The 14 volunteers drank on average 2.35 cups of coffee a day.",
    "| Group | n | Mean age |\n|-|-|-|\n| Tape | 16 | 45.83 |\n| Rest | 16 | 47.19 |",
    "| Group | n | Mean pain (VAS, 0-10 cm) |\n|-|-|-|\n| Tape | 16 | 4.83 |\n| Rest | 16 | 5.19 |",
    "Pain on a 0-10 scale fell. Mean duration of symptoms was 4.2 years (SD 5.9) in the 24 patients.",
    "They rated their mood from 1 to 5. Mean weekly intake was 3.5 units (SD 6.2).",
    "Patients aged 18 to 25 took part. They had smoked for a mean of 19.0 pack-years (SD 14).",
    "People told us their main reason for calling. Cost was named by 45%, distance by 35% and waiting by 30% as one of "
    "several reasons.",
    "Each patient had at least one side effect: nausea 45%, headache 40% and rash 35%.",
    "| Age | Vaccinated |\n|-|-|\n| under 30 | 32% |\n| 30 to 49 | 31% |\n| 50 to 69 | 28% |\n| 70 and over | 24% |",
    "Of 120 people, 70 came in spring, 40 in summer and 30 in both seasons.",
    "The clinic treats 900 people a year: 300 with asthma, 420 with COPD and 250 with sleep apnoea.",
    "The ward has 24 beds, 12 nurses and 13 helpers.",
    "A total of 90 children were split at random; 46 had the vaccine, 40 had a saline jab and 4 went home.",
    "Thirty swimmers came. Forty of them had come the year before, when the club was larger.",
    "Nausea came in 18% with the drug and 8% without it. In another trial the NNT to avoid a stroke was 40.",
    "Eight patients take the tablets for one week. On placebo 12% slept, with it 20% did.",
    "In 2019, 8% of teens vaped. By 2022, 12% did. Sales rose by 4% in that time.",
    "The cure rate was 60% with one drug and 75% with the other, an absolute gain of 15%.",
    "Women made up 60% and men 40%. Prices are 20% lower for students.",
    "Response was put at 60 to 70% of patients. It is called a 50% reduction in symptoms.",
    "Last year 80 people joined; this year 120 did, half as many again.",
    "The clinic had 6 beds and now has 18. Staff numbers doubled.",
    "A pack may hold 16 tablets and, from a pharmacy, up to 32. The law changed then. It found 43% fewer deaths.",
    "The first tablet costs 40 dollars, the second 20. That is half the price.",
    "Sales rose from $2 million in 2020 to $5 million in 2024. Inflation was 3% a year.",
    "Deaths went from 900 in 2010 to 600 in 2020, a fall of about 4% a year.",
]
CHECKS = (*dict.fromkeys(check for check, _ in WRONG), "people-do-not-add-up", "groups-do-not-add-up")


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_a_wrong_number_is_found(check: str, text: str) -> None:
    assert shown(text, check)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_silent(text: str) -> None:
    assert {check: words for check in CHECKS if (words := shown(text, check))} == {}
