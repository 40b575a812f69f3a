"""Pairs of sentences that differ in one number, and careful pages: what all checks of shares and means say together."""

from __future__ import annotations

import pytest
from speak import shown

CHECKS = (
    "impossible-percentage",
    "count-and-percentage",
    "impossible-mean",
    "impossible-deviation",
    "parts-and-whole",
    "people-do-not-add-up",
    "groups-do-not-add-up",
    "group-with-two-sizes",
)


def said(text: str) -> dict[str, list[str]]:
    return {check: words for check in CHECKS if (words := shown(text, check))}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "A small Danish pilot followed 11 people with tinnitus. By the end, 45.5% heard it less.",
            "A small Danish pilot followed 11 people with tinnitus. By the end, 44.5% heard it less.",
        ),
        (
            "Of 38 teenagers on the waiting list, 29 (76.3%) were still waiting in June.",
            "Of 38 teenagers on the waiting list, 29 (78.3%) were still waiting in June.",
        ),
        (
            "In the first month 6/19 patients (32%) needed a second dose.",
            "In the first month 6/19 patients (36%) needed a second dose.",
        ),
        (
            "Nine of our 13 volunteers (69%) slept through the night.",
            "Nine of our 13 volunteers (79%) slept through the night.",
        ),
        (
            "The researchers treated 17 veterans. Of those, 59% no longer met the criteria for PTSD.",
            "The researchers treated 17 veterans. Of those, 57% no longer met the criteria for PTSD.",
        ),
        (
            "At the last visit 62.5% of the 16 patients had normal blood pressure.",
            "At the last visit 61.5% of the 16 patients had normal blood pressure.",
        ),
        (
            "Among 9 people with cluster headache, 78% had fewer attacks.",
            "Among 9 people with cluster headache, 75% had fewer attacks.",
        ),
        (
            "Relapse occurred in 4 of 22 (18.2%) on the tablets and 11 of 21 (52.4%) on placebo.",
            "Relapse occurred in 4 of 22 (18.2%) on the tablets and 11 of 21 (54.2%) on placebo.",
        ),
        (
            "A total of 52 of 80 readers (65%) said the leaflet was clear.",
            "A total of 52 of 80 readers (62%) said the leaflet was clear.",
        ),
        (
            "The clinic's own figures are based on 14 clients, 71% of whom came back.",
            "The clinic's own figures are based on 14 clients, 73% of whom came back.",
        ),
        (
            "Eighteen of the 25 nurses (72%) agreed.",
            "Eighteen of the 25 nurses (78%) agreed.",
        ),
        (
            ("| Event | Tablets (n = 30) | Placebo (n = 28) |\n|---|---|---|\n| Nausea | 6 (20.0%) | 4 (14.3%) |\n|"),
            ("| Event | Tablets (n = 30) | Placebo (n = 28) |\n|---|---|---|\n| Nausea | 6 (20.0%) | 4 (16.3%) |\n"),
        ),
        (
            "The 12 adults rated the taste on a single item from 1 to 5; the mean rating was 3.42.",
            "The 12 adults rated the taste on a single item from 1 to 5; the mean rating was 3.46.",
        ),
        (
            "The mean GAD-7 score was 8.36 (n = 14).",
            "The mean GAD-7 score was 8.32 (n = 14).",
        ),
        (
            "Each of the 18 patients had a mean of 4.28 sessions.",
            "Each of the 18 patients had a mean of 4.24 sessions.",
        ),
        (
            "The trial randomised 96 people: 48 to the app and 48 to a leaflet.",
            "The trial randomised 96 people: 48 to the app and 51 to a leaflet.",
        ),
        (
            "Ninety patients were divided into three groups: A (n = 30), B (n = 30) and C (n = 30).",
            "Ninety patients were divided into three groups: A (n = 30), B (n = 32) and C (n = 30).",
        ),
        (
            "Of the readers, 58% were women and 42% were men.",
            "Of the readers, 58% were women and 52% were men.",
        ),
        (
            "The dose went to three routes as follows: 70% oral, 20% nasal, 10% IV.",
            "The dose went to three routes as follows: 70% oral, 20% nasal, 20% IV.",
        ),
        (
            "Of 50 patients, 31 improved, 12 stayed the same and 7 got worse.",
            "Of 50 patients, 31 improved, 12 stayed the same and 11 got worse.",
        ),
        (
            "Pain on the 0–10 scale was rated by 24 adults (mean 5.50, SD 2.10).",
            "Pain on the 0–10 scale was rated by 24 adults (mean 5.50, SD 7.10).",
        ),
        (
            "The mean age was 38.4 years (SD 9.2; range 21–64).",
            "The mean age was 38.4 years (SD 39.2; range 21–64).",
        ),
        (
            "The yes/no question had a mean of 0.25 (SD 0.44; n = 32).",
            "The yes/no question had a mean of 0.25 (SD 0.14; n = 32).",
        ),
        (
            "In a study of 21 mothers, 13 (61.9%) breastfed longer.",
            "In a study of 21 mothers, 13 (69.1%) breastfed longer.",
        ),
        (
            "The response rate was 40.9% in the 22 people who finished.",
            "The response rate was 42.9% in the 22 people who finished.",
        ),
        (
            "Only 1 of 16 (6%) had to stop.",
            "Only 1 of 16 (9%) had to stop.",
        ),
        (
            "Seven out of nine patients – 78% – were free of pain.",
            "Seven out of nine patients – 72% – were free of pain.",
        ),
        (
            "We included 44 men; 15.9% smoked.",
            "We included 44 men; 14.9% smoked.",
        ),
        (
            (
                "Researchers in Oslo gave the spray to 23 commuters with hay fever. After a month, 17 of the 23 "
                "(73.9%) sneezed less."
            ),
            (
                "Researchers in Oslo gave the spray to 23 commuters with hay fever. After a month, 17 of the 23 "
                "(79.3%) sneezed less."
            ),
        ),
        (
            "In one case series, five of seven patients (71%) regained their sense of smell.",
            "In one case series, five of seven patients (75%) regained their sense of smell.",
        ),
        (
            "Our survey reached 19 patients; 36.8% had skipped a dose.",
            "Our survey reached 19 patients; 38.6% had skipped a dose.",
        ),
        (
            "Twenty-six smokers joined. Six months on, 34.6% of them had quit.",
            "Twenty-six smokers joined. Six months on, 36.4% of them had quit.",
        ),
        (
            "Of 53 women who had the operation, 2 (3.8%) bled heavily.",
            "Of 53 women who had the operation, 2 (8.3%) bled heavily.",
        ),
        (
            "Complete healing was achieved in 66.7% (12/18).",
            "Complete healing was achieved in 67.6% (12/18).",
        ),
        (
            "Two of 41 children (5%) were sick.",
            "Two of 41 children (7%) were sick.",
        ),
        (
            "The diary was returned by 14 participants (87.5%) out of 16.",
            "The diary was returned by 14 participants (85.7%) out of 16.",
        ),
        (
            "We enrolled 20 nurses; 15 (75%) finished, and the other 5 (25%) withdrew.",
            "We enrolled 20 nurses; 15 (75%) finished, and the other 5 (20%) withdrew.",
        ),
        (
            "The drug helped eight patients out of 12 (67%).",
            "The drug helped eight patients out of 12 (76%).",
        ),
        (
            "In the placebo arm, 3/14 (21.4%) got better on their own.",
            "In the placebo arm, 3/14 (24.1%) got better on their own.",
        ),
        (
            "Ten of the 16 men (62.5 per cent) reported no pain.",
            "Ten of the 16 men (65.2 per cent) reported no pain.",
        ),
        (
            "The trial involved just 6 people, and 83% of them lost weight.",
            "The trial involved just 6 people, and 85% of them lost weight.",
        ),
        (
            "Side effects: dry mouth in 4 of 27 people (15%), itching in 2 of 27 people (7%).",
            "Side effects: dry mouth in 4 of 27 people (15%), itching in 2 of 27 people (11%).",
        ),
        (
            "The average number of falls was 1.6 in 15 residents.",
            "The average number of falls was 1.65 in 15 residents.",
        ),
        (
            "Eleven adults scored their craving from 0 to 10 (mean rating 5.36).",
            "Eleven adults scored their craving from 0 to 10 (mean rating 5.31).",
        ),
        (
            "Mean PCL-5 score dropped to 31.25 in the 16 veterans.",
            "Mean PCL-5 score dropped to 31.21 in the 16 veterans.",
        ),
        (
            "The 13 patients made 2.54 visits on average.",
            "The 13 patients made 2.59 visits on average.",
        ),
        (
            ("Thirty students were split between two classes, 16 in the morning class and 14 in the evening class."),
            ("Thirty students were split between two classes, 16 in the morning class and 18 in the evening class."),
        ),
        (
            (
                "In all, 150 adults were randomly allocated to three groups: drug (n = 50), therapy (n = 50) and "
                "waiting list (n = 50)."
            ),
            (
                "In all, 150 adults were randomly allocated to three groups: drug (n = 50), therapy (n = 50) and "
                "waiting list (n = 55)."
            ),
        ),
        (
            "A total of 64 patients were assigned, 32 to each drug.",
            "A total of 64 patients were assigned to Velodrin (n = 33) or Barkol (n = 33).",
        ),
        (
            "The trial recruited 45 people (intervention group, n = 23; control group, n = 22).",
            "The trial recruited 45 people (intervention group, n = 23; control group, n = 24).",
        ),
        (
            "Half the sample (50%) were men and 50% were women.",
            "The sample was 56% men and 54% women.",
        ),
        (
            "Spending breaks down as 60% drugs, 25% staff and 15% rent.",
            "Spending breaks down as 60% drugs, 25% staff and 25% rent.",
        ),
        (
            "Patients were classified as mild (30%), moderate (45%) or severe (25%).",
            "Patients were classified as mild (30%), moderate (45%) or severe (35%).",
        ),
        (
            "Its fat is made up of 15% saturated, 60% monounsaturated and 25% polyunsaturated fat.",
            "Its fat is made up of 25% saturated, 60% monounsaturated and 25% polyunsaturated fat.",
        ),
        (
            "The mean rating on the 1–7 item was 4.50 (SD 1.62, n = 24).",
            "The mean rating on the 1–7 item was 4.50 (SD 4.62, n = 24).",
        ),
        (
            "Participants were aged 41.3 years on average (SD 8.8, range 30 to 58).",
            "Participants had a mean age of 41.3 years (SD 38.8, range 30 to 58).",
        ),
        (
            "The outcome was coded as 0 or 1 (mean 0.60, SD 0.50, n = 25).",
            "The outcome was coded as 0 or 1 (mean 0.60, SD 0.15, n = 25).",
        ),
        (
            "After the course 8 of 11 callers (73%) felt calmer.",
            "After the course 8 of 11 callers (78%) felt calmer.",
        ),
        (
            "Dr Example's team gave the gel to 28 dancers; 13 (46.4%) were back on stage in a week.",
            "Dr Example's team gave the gel to 28 dancers; 13 (44.6%) were back on stage in a week.",
        ),
        (
            "After treatment, eleven of the nineteen patients (57.9%) could taste again.",
            "After treatment, eleven of the nineteen patients (59.7%) could taste again.",
        ),
        (
            "The vaccine took in 35 of 37 infants (94.6%).",
            "The vaccine took in 35 of 37 infants (96.4%).",
        ),
        (
            "A study of 31 runners found that 38.7% had knee pain.",
            "A study of 31 runners found that 37.8% had knee pain.",
        ),
        (
            "In that study of 29 mothers, 24.1% had low iron.",
            "In that study of 29 mothers, 21.4% had low iron.",
        ),
        (
            "We asked 33 patients. Two thirds (22, or 66.7%) wanted a shorter leaflet.",
            "We asked 33 patients. Two thirds (22, or 76.6%) wanted a shorter leaflet.",
        ),
        (
            "Dropout was 15% (3 of 20) on the drug.",
            "Dropout was 25% (3 of 20) on the drug.",
        ),
        (
            "Of the 46 children, 7 (15.2%) had a rash and 2 (4.3%) a fever.",
            "Of the 46 children, 7 (15.2%) had a rash and 2 (3.4%) a fever.",
        ),
        (
            "Remission rates were 47.1% (8/17) with lamps and 22.2% (4/18) without.",
            "Remission rates were 41.7% (8/17) with lamps and 22.2% (4/18) without.",
        ),
        (
            "At one year, 9 out of 10 implants (90%) were still in place.",
            "At one year, 9 out of 10 implants (80%) were still in place.",
        ),
        (
            "Only 14 participants had the scan; 35.7% of the participants had a lesion.",
            "Only 14 participants had the scan; 37.5% of the participants had a lesion.",
        ),
        (
            "Twelve of 15 tests (80%) were negative.",
            "Twelve of 15 tests (85%) were negative.",
        ),
        (
            "The results for the 8 patients: 75% improved.",
            "The results for the 8 patients: 70% improved.",
        ),
        (
            "Most patients (19 of 23; 82.6%) kept the splint.",
            "Most patients (19 of 23; 86.2%) kept the splint.",
        ),
        (
            ("The trial enrolled 110 women and assigned 55 to each arm; in the diet arm 21 of 55 (38.2%) lost weight."),
            ("The trial enrolled 110 women and assigned 55 to each arm; in the diet arm 21 of 55 (32.8%) lost weight."),
        ),
        (
            "Twenty-five carers gave the course a mean rating of 4.36 on a 5-point item.",
            "Twenty-five patients gave the course a mean rating of 4.38 on a 5-point item.",
        ),
        (
            "The 16 women rated hot flushes from 0 to 10; the mean rating was 6.19.",
            "The 16 women rated hot flushes from 0 to 10; the mean rating was 6.14.",
        ),
        (
            "Patients in the group (n = 22) had an average of 3.32 infusions.",
            "Patients in the group (n = 22) had an average of 3.35 infusions.",
        ),
        (
            "The mean MMSE score of the 19 residents was 21.37.",
            "The mean MMSE score of the 19 residents was 21.34.",
        ),
        (
            "A total of 130 adults were assigned to mindfulness (n = 65) or exercise (n = 65).",
            "A total of 130 adults were assigned to mindfulness (n = 68) or exercise (n = 65).",
        ),
        (
            "Fifty-six patients entered the trial; 28 were given Velodrin and 28 were given placebo.",
            "Fifty-six patients entered the trial; 29 were given Velodrin and 28 were given placebo.",
        ),
        (
            "We split 40 volunteers into two groups: 20 in the cold group and 20 in the warm group.",
            "We split 40 volunteers into two groups: 20 in the cold group and 21 in the warm group.",
        ),
        (
            "The sample consisted of 64% women and 36% men.",
            "The sample consisted of 64% women and 39% men.",
        ),
        (
            "Users are divided into daily (20%), weekly (35%) and rare users (45%).",
            "Users are divided into daily (30%), weekly (35%) and rare users (45%).",
        ),
        (
            "The grant was distributed as follows: 45% staff, 35% equipment and 20% travel.",
            "The grant was distributed as follows: 45% staff, 35% equipment and 30% travel.",
        ),
        (
            "Of the 60 callers, 33 were men and 27 were women.",
            "Of the 60 callers, 33 were men and 37 were women.",
        ),
        (
            "The item was scored from 1 to 5 and had a mean rating of 3.00 (SD 1.41, n = 30).",
            "The item was scored from 1 to 5 and had a mean rating of 3.00 (SD 3.41, n = 30).",
        ),
        (
            "Mean waiting time was 41 days (SD 12, range 20 to 75).",
            "Mean waiting time was 41 days (SD 52, range 20 to 75).",
        ),
        (
            "The answer (yes or no) had a mean of 0.70 (SD 0.47, n = 20).",
            "The answer (yes or no) had a mean of 0.70 (SD 0.17, n = 20).",
        ),
        (
            "Six of 44 users (13.6%) had a cough.",
            "Six of 44 users (16.3%) had a cough.",
        ),
    ],
)
def test_the_right_twin_is_silent_and_the_wrong_one_is_found(right: str, wrong: str) -> None:
    assert said(right) == {}
    assert len(said(wrong)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "70.8% of patients responded, said 10 surgeons.",
        "In a survey of 25 clinicians, 61.3% of patients were said to benefit.",
        "Of 30 patients, in the drug arm 11 of 16 (68.8%) slept.",
        "Fifteen people took part. Of the doses, 92.4% were taken on time.",
        "Fifteen people took part. In all, 92.4% of doses were taken.",
        "Fifteen people wore a tracker; 41.2% of nights were rated restful.",
        ("Fifteen people wore a tracker for a week, and 41.2% recorded poor sleep on at least one of 105 nights."),
        "The 15 samples were tested; 41.2% contained lead.",
        "A poll of 1,004 adults found that 41.2% worried about side effects.",
        "In the poll, 41.2% worried about side effects; six people were then interviewed.",
        "We spoke to six people. Nationally, 41.2% worried about side effects.",
        "Her clinic has seen 30 patients. Last year 41.2% of Americans tried it.",
        "Of 17 products tested, 41.2% contained the stated dose.",
        "Of 30 products tested, 43% contained less than the label said, and four people fell ill.",
        "Four people fell ill. Of the products tested, 41.2% contained lead.",
        "The 20 patients had tumours that shrank by 41.2%.",
        "Among 20 patients, symptoms, 41.2% caused by stress, went away.",
        "In 12 weeks, 41.2% lost at least 5% of their weight, the 34 people who finished among them.",
        "Of 34 adults, 14 (41.2%) lost at least 5% of their weight.",
        "Thirty-four adults began. By week 12, 41.2% had lost weight.",
        "Thirty-four adults began and 31 finished. By week 12, 41.9% had lost weight.",
        "The 31 finishers lost 4.3% of their weight.",
        "For 31 people, a 4.3% loss is common.",
        "The 31 users scored 64.3% on the quiz.",
        "Our 9 readers answered 64.3% of questions correctly.",
        "Nine students took the test, and 64.3% of the answers were right.",
        "The nine students got 64.3% right.",
        "Nine students took the test. On average, 64.3% was scored.",
        "Of the nine students, 55.6% passed.",
        "In 24 hours, 41.2% had no pain.",
        "In the first 24 hours, 8 of 20 (40%) had no pain; at 48 hours, 41.2% of the 17 remaining had none.",
        "Two groups of 12 were studied; 29.2% responded.",
        "Some 29.2% of the 24 people (12 in each group) responded.",
        "Dr Example has treated 40 people. She says 41.2% recovered in her last study of 17.",
        "In the study by Ana Example (n = 17), 41.2% recovered. Our own 10 patients were not counted.",
        "The study (n = 17) found 41.2% recovered. We have treated 10 people.",
        "We have treated 10 people. The study (n = 17) found 41.2% recovered.",
        "We have treated 10 people. The earlier study found 41.2% recovered.",
        "The capsules hold 41.2% oil. Ten people took them.",
        "Ten people took a cream with 2.5% hydrocortisone; 60% improved.",
        "Ten people took 0.5% drops and 60% improved.",
        (
            "METHODS: In this double-blind trial, 212 adults with chronic insomnia were randomly assigned (2:1) to "
            "Velodrin 10 mg (n = 141) or placebo (n = 71). The primary outcome was response at week 8. RESULTS: A "
            "total of 189 participants (89.2%) completed week 8. Response occurred in 78 of 141 (55.3%) and 24 of "
            "71 (33.8%; difference 21.5 percentage points, 95% CI 7.7 to 35.3). Somnolence was reported by 19.1% "
            "and 7.0%, respectively. Mean (SD) ISI score fell from 19.4 (3.8) to 10.9 (5.6) and from 19.1 (4.0) to "
            "13.8 (6.1)."
        ),
        (
            "Of 1,204 screened, 318 were eligible and 240 were randomised: 121 to cognitive therapy and 119 to "
            "usual care. At 12 months, data were available for 108 (89.3%) and 101 (84.9%). Recovery was seen in "
            "52 (48.1%) and 31 (30.7%). The adjusted odds ratio was 2.11 (95% CI 1.19 to 3.74)."
        ),
        (
            "Thirty-two patients (mean age 41.7 years; 59.4% women) received up to six infusions. Of the 32, 30 "
            "(93.8%) received all six. Response after one infusion was 40.6%, rising to 65.6% after six. Among the "
            "21 responders, 14 (66.7%) relapsed within a month; median time to relapse was 18 days."
        ),
        (
            "The 48 participants were allocated to yoga (n = 24) or walking (n = 24). Two in the yoga group (8.3%) "
            "and one in the walking group (4.2%) dropped out. The mean number of sessions attended was 9.42 (SD "
            "2.11) in yoga and 8.96 (SD 2.58) in walking. Satisfaction was rated 4.38 and 4.04 on a five-point "
            "scale."
        ),
        (
            "Data from 14 trials (n = 2,310) were pooled. Response was 41.2% with the drug and 29.8% with placebo "
            "(RR 1.38, 95% CI 1.21 to 1.58; I2 = 34%). In the five trials at low risk of bias (n = 812), response "
            "was 37.4% and 30.1%."
        ),
        (
            "We surveyed 640 nurses; 402 replied (62.8%). Of these, 57% worked nights, 31% had children under five "
            "and 22% did both. The most used aids were coffee (71%), naps (44%) and melatonin (18%). Mean sleep on "
            "work days was 5.9 hours (SD 1.3)."
        ),
        (
            "Twenty healthy volunteers (10 men, 10 women) took 5 mg and 10 mg in random order, a week apart. Peak "
            "levels were 18.4 ng/mL (CV 31%) and 35.9 ng/mL (CV 28%). Bioavailability was 27.3%. Headache occurred "
            "in 15% after 5 mg and 25% after 10 mg."
        ),
        (
            "Between 2012 and 2019, 96 children (54 boys, 42 girls) had surgery. The stone-free rate was 87.5% "
            "after one session and 95.8% after two. Fever occurred in 7 (7.3%), bleeding in 3 (3.1%), and both in "
            "1 (1.0%). Follow-up was available for 88 children (91.7%)."
        ),
        (
            "The cohort was 61% female; 72% were White, 14% Black, 11% Asian and 9% of Hispanic origin. Half (51%) "
            "had a degree. Smoking status was never (58%), former (27%) or current (15%)."
        ),
        (
            "Of the 57 patients treated, 23 (40.4%) had a complete and 17 (29.8%) a partial response, for an "
            "overall response rate of 70.2%. Stable disease was seen in 10 (17.5%) and progression in 7 (12.3%). "
            "Grade 3 or higher events occurred in 31.6%. Two-year survival was 74.1% (95% CI 60.9 to 83.4)."
        ),
        (
            "In group A (n = 30), pain fell from 6.8 ± 1.2 to 3.1 ± 1.6; in group B (n = 31), from 6.7 ± 1.3 to "
            "4.4 ± 1.9. A fall of at least 50% was seen in 17 (56.7%) and 9 (29.0%). Rescue tablets were used by "
            "33.3% and 58.1%."
        ),
        (
            "Seventy-five women were enrolled (25 per group). Nausea (12%), dizziness (8%) and dry mouth (20%) "
            "were mild. In the high-dose group 68% improved, in the low-dose group 52%, and on placebo 36%."
        ),
        (
            "About 4 in 10 people (38%) feel better in the first week. In the largest study, with 1,162 people, "
            "43.1% had no pain after eight weeks; with placebo it was 31.4%. Roughly 12 of every 100 people stop "
            "because of side effects."
        ),
        (
            "Out of every 100 people who take it for a year, about 3 (3%) get a stomach ulcer. Without it, 1 in "
            "100 (1%) does. Most people, 96 out of 100, will not have an ulcer either way."
        ),
        (
            "In our clinic 18 people have had the treatment so far. Eleven of them felt better after four weeks, "
            "five felt no change, and two stopped because of headaches."
        ),
        (
            "The panel had 23 experts, of whom 19 (83%) answered the first round and 17 (74%) the second. "
            "Agreement was set at 75%. In round two, 13 of 17 (76%) agreed on the dose."
        ),
        (
            "Patients in the two arms were similar: mean age 52.3 and 51.8 years, 48.6% and 50.7% women, mean "
            "baseline score 24.1 (SD 5.2) and 23.9 (SD 5.0). One hundred and forty-two were analysed (72 and 70)."
        ),
        "The price is split evenly: half goes to the clinic, 30% to the lab and 20% to the courier.",
    ],
)
def test_careful_paragraphs_are_silent(text: str) -> None:
    assert said(text) == {}
