"""Sessions, rhythm and length: sums that do not agree, and schedules that only look so."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "course-arithmetic"


@pytest.mark.parametrize(
    "text",
    [
        "Our protocol: 8 infusions, twice a week for three weeks.",
        "The programme consists of 12 sessions delivered once a week for eight weeks.",
        "Patients attend ten sessions, twice weekly over four weeks.",
        "A course of 24 treatments is given three times weekly for six weeks.",
        "Treatment is daily for two weeks, for a total of 20 sessions.",
        "You will have six injections, one every month for four months.",
        "We give ketamine three times a week for 2 weeks (8 infusions).",
        "Five infusions, one every other day for 3 weeks.",
        "Spravato is used twice a week for four weeks, which makes 10 sessions.",
        "Two sessions a week for six weeks comes to 10 sessions.",
        "It is one dose every two weeks for eight weeks, that is seven doses.",
        "The plan runs for five weeks. You come twice a week, so book 12 visits.",
        "Weekly therapy for ten weeks, eight sessions in total.",
        "The package: 9 infusions, 2x/week for 4 weeks.",
        "Three sessions weekly for four weeks = 10 sessions.",
        "TMS is five days a week for six weeks, 36 sessions.",
        "Every three weeks for 18 weeks, nine cycles.",
        "Acupuncture: two treatments a week for five weeks (8 treatments).",
        "Six ketamine infusions are given twice a week over two weeks.",
        "Participants received 10 infusions, three times weekly for four weeks.",
        "Twice-weekly sessions for six weeks: ten sessions.",
        "The course lasts three weeks with two sessions per week, eight sessions altogether.",
        "Patients were treated twice weekly for five weeks (12 sessions).",
        "A block consists of 15 appointments, three per week for four weeks.",
        "Induction lasts four weeks with infusions twice a week, ten infusions in total.",
        "The course: 6 weeks, 3 sessions a week, 20 sessions.",
        "You'll attend 2 sessions per week for 8 weeks – 18 sessions in total.",
        "Each patient got one injection every four weeks for six months, four injections.",
        "Weekly sessions over three months add up to 20 sessions.",
        "Six ketamine infusions, three a week for three weeks, cost $2,400.",
        "Acute phase: 12 treatments (two per week over eight weeks).",
        "Therapy runs once a week for ten weeks, twelve sessions in all.",
        "The package has 20 sessions: five sessions a week, three weeks.",
        "For three weeks you come in twice a week, which is eight visits.",
        "Sessions happen every two weeks for three months: nine sessions.",
        "The trial used a schedule of six doses given once weekly for four weeks.",
        "| Phase | Sessions | Rhythm |\n|-|-|-|\n| Acute | 6 sessions | twice weekly for 4 weeks |",
        "- 6 infusions\n- twice a week\n- for four weeks",
        "A total of 12 infusions (thrice weekly for 3 weeks).",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Six infusions over two to three weeks.",
        "Six infusions, two to three times a week for two to three weeks.",
        "Six ketamine infusions are given three times a week over two weeks.",
        "Eight sessions, twice weekly for 4 weeks.",
        "Up to 12 sessions, twice weekly for four weeks.",
        "About 30 sessions, daily for six weeks.",
        "TMS is given daily, five days a week, for six weeks: 30 sessions.",
        "36 sessions: five days a week for six weeks, then a taper of six.",
        "Weekly for 12 weeks, 12 injections.",
        "Weekly for 12 weeks, 13 injections (weeks 0 to 12).",
        "Monthly injections for six months, six injections.",
        "Every two weeks for eight weeks, four doses.",
        "Every two weeks for eight weeks, five doses (weeks 0, 2, 4, 6 and 8).",
        "After six sessions twice a week for four weeks, most feel better.",
        "In the first two weeks you get six infusions, then one a week.",
        "Packages of six sessions cost $900.",
        "Most people need 6 to 12 sessions, once or twice a week for 6 weeks.",
        "Ten sessions: once a week for ten weeks.",
        "12 sessions over six weeks, two a week.",
        "Dosing is twice weekly for weeks 1 to 4 (8 sessions), once weekly for weeks 5 to 8.",
        "Each session lasts 40 minutes; six sessions are given over three weeks, twice a week.",
        "Take one tablet twice a day for 7 days. Six infusions are planned as well.",
        "A daily tablet for four weeks, and six infusions.",
        "You can book 10 sessions and use them twice a week for up to eight weeks.",
        "Treatment: three times weekly for 4 weeks (12 sessions).",
        "Eight weekly sessions.",
        "20 sessions, Monday to Friday for four weeks.",
        "Daily for 28 days, 28 doses.",
        "Sessions are every other day for two weeks, seven sessions.",
        "Sessions are every other day for two weeks, eight sessions.",
        "Radiotherapy is 15 sessions, daily on weekdays for three weeks.",
        "Eight sessions in four weeks, then monthly.",
        "The trial ran for 12 weeks and gave six infusions over the first three weeks, twice weekly.",
        "She missed two of eight sessions, twice weekly for four weeks.",
        "Counselling once a week for six weeks and two sessions of massage.",
        "Once-weekly dosing for 68 weeks.",
        "Three doses: at 0, 1 and 6 months.",
        "Two doses, given two to six months apart.",
        "Patients were treated twice weekly for six weeks (12 sessions).",
        "Cognitive therapy: 12 to 16 weekly sessions.",
        "ECT is given two or three times a week for three to six weeks, 6 to 12 treatments.",
        "In the acute phase, 20 sessions over four weeks are given, Monday to Friday.",
        "TMS: five days a week for four to six weeks, 20 to 30 sessions.",
        "One session a week for three months makes 12 or 13 sessions.",
        "Six infusions over two weeks, then once a month.",
        "The vaccine course is three doses over six months.",
        "Radiation: 25 treatments, five days a week for five weeks.",
        "Rehab is three times a week for 12 weeks (36 sessions).",
        "After eight sessions twice a week for four weeks the team reviews progress.",
        "By the sixth session, at two per week, three weeks have passed.",
        "Allergy shots are weekly for 3 to 6 months, then monthly for 3 to 5 years.",
        "Infliximab is given at weeks 0, 2 and 6: three infusions, then every eight weeks.",
        "Chemotherapy: six cycles, one every three weeks, for 18 weeks.",
        "Six cycles every 21 days last about four months.",
        "Two doses four weeks apart.",
        "We see you twice: two visits, six weeks apart.",
        "The study gave eight doses over four weeks and followed people for 12 weeks.",
        "Of the 12 sessions, 8 were online, once a week for eight weeks.",
        "Ten sessions cost $900 and can be used within 12 weeks, up to twice a week.",
        "The group meets twice a month for six months (12 meetings).",
        "Dialysis takes place three times a week.",
        "Physiotherapy twice a week for three weeks plus six sessions of massage.",
        "Iron infusions: two sessions one week apart.",
        "Twice daily for 10 days, 20 doses.",
        "Sessions run weekly for eight weeks, with one session missed on a holiday: seven sessions.",
        "Participants attended a mean of 6 sessions, offered weekly for 8 weeks.",
        "Eleven of 12 sessions, once weekly for 12 weeks, were attended.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_sum_is_shown() -> None:
    (finding,) = findings("The course is six sessions, twice weekly for four weeks.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.computed == "twice weekly × four weeks = 8, not six"


@pytest.mark.parametrize(
    ("text", "computed", "tolerance"),
    [
        ("Twice weekly for 4 weeks, eight sessions.", "Twice weekly × 4 weeks = 8", ""),
        (
            "Once a week for six weeks, seven sessions.",
            "Once a week × six weeks = 6",
            "a session on the first and on the last day is allowed",
        ),
        ("Daily for three weeks, 15 sessions.", "Daily × three weeks = 15 to 21", "weekends may be free"),
    ],
)
def test_what_fits_is_a_pass_with_its_sum(text: str, computed: str, tolerance: str) -> None:
    (judgement,) = judged(text, CHECK)
    assert judgement.verdict == "pass"
    assert judgement.evidence is not None
    assert (judgement.evidence.computed, judgement.evidence.tolerance) == (computed, tolerance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan: two drips a week for four weeks, six in all.", "six"),
        ("You come every Monday and Thursday for three weeks, eight visits in all.", "eight visits"),
        ("Ten weekly sessions over eight weeks.", "Ten weekly sessions"),
        ("| Part | Rhythm | Length | Total |\n|-|-|-|-|\n| Gym | three times a week | 8 weeks | 20 |", "20"),
        ("Twice a week in weeks one to four, six visits, then weekly.", "six visits"),
        ("I went three times a week for a month, four weeks exactly, and the bill listed 15 visits.", "15 visits"),
        ("Two sessions weekly for five weeks come to twelve.", "twelve"),
    ],
)
def test_a_total_may_stand_without_its_noun(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The plan: two drips a week for four weeks, eight in all.",
        "You come every Monday and Thursday for three weeks, six visits in all.",
        "We meet every Saturday or Sunday for eight weeks, eight meetings.",
        "| Site | Rhythm | Length | Total |\n|-|-|-|-|\n| Bern | weekly | 8 weeks | 120 |",
        "The trial ran for six weeks with two sessions a week; 84 patients took part, 42 in all arms.",
        "The class meets twice a week for ten weeks; 18 lessons and two exams make 20.",
        "Twice a week in weeks one to four, eight visits, then weekly.",
        "We meet once a week for ten weeks, and 15 in all have signed up.",
    ],
)
def test_a_total_may_stand_without_its_noun_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


TABLE = "| Step | Visits per week | Weeks | Visits |\n|-|-|-|-|\n| One | 3 | 4 | {} |\n| Two | 1 | 4 | 4 |"


def test_a_row_of_a_table_is_multiplied() -> None:
    assert shown(TABLE.format(10), CHECK) == ["10"]


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format(12),
        "| Step | Per week | Minutes | Sessions |\n|-|-|-|-|\n| One | 4 | 30 | 16 |\n| Two | 1 | 20 | 8 |",
        "| Step | Per day | Weeks | Sessions |\n|-|-|-|-|\n| One | 2 | 3 | 30 |\n| Two | 1 | 2 | 10 |",
        "You come three times a week for the first two weeks, that makes six visits, and then once a week.",
        "In the first two weeks you come three times a week; after eight visits we meet the doctor.",
    ],
)
def test_rows_that_fit_or_cannot_be_multiplied(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_first_weeks_are_a_course_of_their_own() -> None:
    text = "You come three times a week for the first two weeks, that makes five visits, and then once a week."
    assert shown(text, CHECK) == ["five visits"]
