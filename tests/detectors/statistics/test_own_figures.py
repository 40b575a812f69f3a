"""A seller's own success rate: found without its group, silent with it, with a source or about something else."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "own-figures-without-group"
FOUND = [
    "73 % of our patients improve.",
    "We have a 95 % success rate.",
    "Over 90% of our clients say they feel better after one session.",
    "Our success rate is 87%.",
    "94% of users noticed thicker hair.",
    "Nine out of ten of our patients return to work.",
    "82% of patients at our clinic reach remission.",
    "With an 89% success rate, our program outperforms the rest.",
    "85 percent of customers report less pain.",
    "Our infusions have a success rate of 80%.",
    "We help 9 in 10 people quit smoking.",
    "More than 75% of the people we treat see relief.",
    "Boasting a 92% success rate, our therapy is the best choice.",
    "96% of our members would recommend us.",
    "At our center, 70% of patients respond to ketamine.",
    "In our experience, 80% of people respond.",
    "Our method works for 93% of people.",
    "98% satisfaction among our customers.",
    "Nearly 90% of our patients say their depression lifted.",
    "We're proud of our 96% success rate.",
    "93% of women using our serum saw firmer skin.",
    "Eight out of ten clients at our center achieve remission.",
    "Our protocol has an 85% response rate.",
    "97% of customers slept better with Glowroot.",
    "We have helped over 80% of those we treat to quit opioids.",
    "Four out of five of our members lose weight.",
    "89% of our patients have a significant reduction in symptoms.",
    "Over 85% of our patients report a significant improvement after six infusions.",
    "Results? 9 in 10 of our customers sleep through the night.",
    "The center reports a 91% success rate among its patients.",
    "We've seen remission in 78% of our patients.",
    "Users love it: 95% of users felt calmer in a week.",
    "Our program boasts an 88% success rate.",
    "83% of the people we treat no longer need opioids.",
    "Three out of four of our clients are symptom-free.",
    "Four in five of our clients kick the habit for good.",
    "78% of our patients avoid surgery.",
    "Most clinics heal half their patients; we heal 90%.",
    "92% of women who used our patch for a month had fewer hot flushes.",
    "Dr. Example's patients do well: 88% of his patients recover fully.",
    "87% of our patients sleep better after three sessions.",
    "At our practice, nine in ten patients get their life back.",
    "Thanks to our therapists, 76% of our clients overcome their phobia.",
    "99% of our customers recommend Velodrin.",
    "We get results: more than 90% of those we treat walk out pain-free.",
    "Our ketamine program has an 82% response rate.",
    "Three quarters... no, 81% of our patients leave without pain.",
    "We are happy to say that 9 out of 10 customers report better sleep with our mask.",
    "Success rate at our clinic: 93%.",
    "Nearly all get well: 96% of the patients we treat recover.",
]
SILENT = [
    "Of 63 patients who answered our 2024 questionnaire, 57 (90%) said their depression lifted.",
    "We do not publish a success rate.",
    "93% of 41 women using our serum in a 4-week home test saw firmer skin.",
    "Eight out of ten clients at our center are referred by their GP.",
    "In the trial by Example and others, the protocol had an 85% response rate (n = 64).",
    "97% of customers chose the large pack of DreamWell.",
    "We have treated 1,250 people; at one year 410 (33%) were off opioids.",
    "Four out of five of our members are women.",
    "About 60% of patients have a significant reduction in symptoms in trials.",
    "Over 85% of our patients report that they heard of us from friends.",
    "Results differ from person to person; we do not track them.",
    "The center reports how it counts success on its audit page.",
    "We have seen remission in 39 of the 50 patients who finished the course (78%).",
    "Users come from all over: 95% of users live in cities.",
    "Our program runs for 12 weeks and costs $880.",
    "83% of the people we treat live nearby.",
    "Three out of four of our clients are over 60.",
    "Four in five of our clients are smokers.",
    "Our success rate? We only publish it with the method behind it.",
    "78% of our patients are referred by surgeons.",
    "Most clinics see half their patients online; we see 90% online.",
    "92% of the 50 women who used our patch for a month had fewer hot flushes.",
    "Dr. Example's patients come from Ohio: 88% of his patients live there.",
    "At our practice, nine in ten patients are seen on time.",
    "Thanks to our therapists, we answer 76% of calls within a minute.",
    "99% of our stock is Velodrin.",
    "We get questions: more than 90% of those we treat ask about cost.",
    "Our ketamine program has an 82-bed ward.",
    "81% of our patients leave a review.",
    "9 out of 10 customers pay by card.",
    "Opening hours at our clinic: 9 to 3.",
    "Of the 52 patients we treated, 50 recovered (96%).",
    "The operation is successful in about 9 out of 10 people.",
    (
        "We treat about 400 people a year. Of the 212 who filled in the PHQ-9 after six weeks in 2025, 131 "
        "(62%) had halved their score."
    ),
    "Our clinic sees patients from across the state. Most of our patients are between 30 and 60 years old.",
    "About 40% of our patients pay through insurance.",
    "60% of our patients come from outside the city.",
    "We do not quote success rates, because our patients differ too much.",
    "Be wary of any clinic that promises a 95% success rate.",
    "Ask the clinic: what is your success rate, and how many patients is that based on?",
    "IVF success rates depend on age: 32% of embryo transfers led to a birth in women under 35.",
    "Our live birth rate for women under 35 was 32% in 2023 (214 embryo transfers), according to the HFEA.",
    "95% of our patients rated their care as good or excellent in the 2024 NHS survey (n = 1,204).",
    "In our trial, 73% of patients responded.",
    "We found that 45% of participants responded to Velodrin and 30% to placebo.",
    "Our results show that 62% of patients reached remission by week 12.",
    "In this cohort, 58% of our patients responded (41 of 71).",
    "Of our 38 patients, 25 (66%) improved.",
    "20% of users experience mild side effects such as dry mouth.",
    "About 10% of users stop because of nausea.",
    (
        "About 70% of our patients travel less than an hour. Some 15% of our patients rely on interpreters, "
        "and 8% of our clients identify as non-binary."
    ),
    (
        "30% of our patients experience anxiety as well. 12% of our patients develop a rash, which we treat "
        "with a cream. 5% of our patients die within a year of diagnosis."
    ),
    (
        "Around 5% of our patients need a second operation. About 10% of our patients fail to respond to the "
        "first drug and move on to another."
    ),
    "1 in 5 of our patients misses the first appointment. Half of our clients cancel at least once.",
    (
        "20% of users uninstall the app within a week. 65% of users open it every day. 3% of customers return "
        "the product."
    ),
    "We looked after 1,150 people last year. 6% of our patients developed an infection, against 7% nationally.",
    "60% of our clients identify trauma as the cause. 80% of our patients present with low mood.",
    "In our practice, 30% of people with shingles need treatment for nerve pain.",
    "According to our survey of 412 members, 68% of our members sleep fewer than 7 hours.",
    "Your success depends on practice. 90% of success is showing up, as they say.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_message_names_what_is_missing() -> None:
    (finding,) = findings("73% of our patients feel better after six weeks.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.kind == "own-figure"
    assert "after what time" not in finding.message
    assert "of how many people, by what measure or compared with what" in finding.message


def test_a_measure_and_a_time_make_it_less_sure() -> None:
    (finding,) = findings("73% of our patients halve their PHQ-9 score within six weeks, and feel better.", CHECK)
    assert finding.confidence == "low"


def test_on_a_page_that_sells_a_bare_rate_counts_a_little() -> None:
    rate = "The course has a 95% success rate."
    assert findings(rate, CHECK) == []
    found = findings(f"{rate} Book your session now. Order today and get 10% off your first order.", CHECK)
    assert [finding.confidence for finding in found] == ["low"]
