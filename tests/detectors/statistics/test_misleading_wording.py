"""The misleading figures in the words of strangers, and careful sentences with the same words."""

from __future__ import annotations

import pytest
from speak import shown

FOUND = {
    "before-and-after": [
        "Their pain went down over three days, so the patch took the pain away.",
        "Neck pain was lower at eight weeks than at baseline; standing tables reduce neck pain.",
        "Before the app, users woke four times a night; six weeks later they woke twice. The app ends broken sleep.",
        "Our clients sleep an hour longer after the course. That shows what the course can do.",
        "Six weeks after the injections, pain scores had dropped by half: the injections take away pain.",
        (
            "Before the programme 70% of the employees had back pain, afterwards 35%. The programme therefore "
            "halves back pain."
        ),
        (
            "Blood pressure went from 152 to 138 in the 90 people who drank the juice every day. So hibiscus "
            "lowers blood pressure."
        ),
        "At the start the 60 patients scored 24 on the depression scale; at the end, 13. The app cures depression.",
        "Mothers report that colic was better two weeks after they switched to the drops, and that is proof enough.",
        (
            "Once the 48 runners had started wearing the soles, their knee pain went down by a third. The soles "
            "protect the knees."
        ),
        (
            "Migraine days fell from nine to five a month in the people who took magnesium, which shows magnesium"
            " prevents migraine."
        ),
        "HbA1c dropped from 8.4% to 7.1% over six months of coaching. Coaching brings diabetes under control.",
        "My patients' skin cleared within three months on the diet, so diet is the way to treat acne.",
        "Since we put the lamps up, falls on the ward have gone from 14 to 6 a month. Blue light prevents falls.",
        "Back pain scores of the 33 drivers went from 6.1 to 3.9. The seat is the cure they had waited for.",
        "After a month of journaling the students slept 40 minutes longer. Writing works better than any pill.",
    ],
    "best-result-as-headline": [
        "Up to 94% less snoring!",
        "Up to 8 in 10 patients throw away their glasses!",
        "Up to 96% of our runners were pain-free after one session.",
        "Patients report as much as an 80 per cent improvement in their sleep.",
        "# Tinnitus gone in as many as 9 in 10 listeners",
        "The new diet can shrink your waist by as much as 30%!",
        "With our method, up to 70% of couples conceive within a year.",
        "As many as 88% of women see firmer skin.",
        "You can cut your cholesterol by up to 45%.",
        "Our surgeons reach success rates of up to 99 percent.",
        "The tea calms nerves in up to 90% of drinkers.",
    ],
    "forecast-past": [
        "“The market for vegan capsules will be worth $1 billion by 2022”, and we make them.",
        "By 2022, the market for sleep aids is set to reach $100 billion.",
        "Analysts expect that 3 million people will use the app by 2023.",
        "The new clinic will open its doors in spring 2024.",
        "By the end of 2023, every surgery will offer the test.",
        "The vaccine should be available in 2022, the company says.",
    ],
    "market-as-evidence": [
        "Does it help? Sales passed $9 billion last year, so it clearly does.",
        "Over five million Americans take it every day, proof enough that it works.",
        "It is the best-selling joint pill in Europe with 4 million packs a year, so it must be effective.",
    ],
    "no-difference-as-same": [
        "Statistically the two creams are identical.",
        "No significant difference was found between yoga and pills. You can therefore swap your pills for yoga.",
        (
            "The trial showed no difference between the herb and the drug, which proves that the herb is as "
            "powerful as the drug."
        ),
        "The p value was 0.4, so both exercises work equally well.",
        "The difference between laser and cream was not significant. The two are equally good.",
    ],
    "no-harm-in-a-small-group": [
        "Is the device dangerous? No. We used it on 19 people and nothing happened.",
        "Nobody in my group of 24 had ringing ears after the drops, so the drops are harmless.",
        (
            "Not one of the 30 testers had a bad reaction. You can give it to your whole family without a second "
            "thought."
        ),
        "In our study with 45 women there were no side effects whatsoever. Gentle and safe, even in pregnancy.",
        "28 runners used the patch for a month; nobody reported any problems, proving that it is harmless.",
        "We have given the drip to 60 people and never seen a reaction. It carries no risk.",
        "All 26 volunteers tolerated the powder without any trouble, so there is nothing it can do to you.",
        "Not a single adverse reaction occurred in the 41 children, which means parents can relax.",
        "Zero complaints from 52 customers: our tea has no side effects.",
        "No liver damage was found in the 24 patients, so the herb does not harm the liver.",
        "None of the first 64 patients fainted. You need not fear the needle.",
        "In 19 dogs and 23 owners there was no irritation at all, hence it cannot harm the skin.",
        "45 babies were given the drops without any problem, which shows how safe they are.",
        "Trial of 31 women: no adverse events. Verdict: safe.",
    ],
    "own-figures-without-group": [
        "Of our patients, 88% keep their hair.",
        "Hair grows back in up to eight out of ten men with our serum.",
        "Eight out of ten customers saw younger skin.",
        "In our practice, four out of five children no longer need an inhaler.",
        "We have a 97 percent success rate with stubborn warts.",
        "88 per cent of testers felt more energetic.",
        "85% of the people we treat are back at work within weeks.",
    ],
    "price-range": [
        "A scan costs between £400 and £250 here.",
        "Prices for a visit run from $80 to $120. The most expensive practice charges $150.",
        "A pen costs $300 to $500. The cheapest pharmacy asks $120.",
        "A course costs between £900 and £600.",
        "A massage costs $70 to $90. On average people pay $120.",
    ],
    "range-without-referent": [
        "Pain went down 30 to 75 percent.",
        "Relief of 48%–81% within a month.",
        "The injections work in 50–90% of cases.",
        "Cure rate: 60 to 95%.",
        "Acupuncture cuts migraine days by 20 to 80 percent.",
        "Effect: 35 to 85 %.",
        "The lozenges relieve 30–75% of sore throats.",
        "Users can expect 20 to 60 percent less pain.",
    ],
    "relative-risk-alone": [
        "The bracelet cut colds in half.",
        "People who drank green tea had 30% fewer heart attacks.",
        "Children in smoking homes are three times more likely to get ear infections.",
        "Vegetarians suffer half as many kidney stones.",
        "Women on the pill got a third fewer cysts.",
        "The group that walked had only half the number of strokes.",
    ],
    "significant-alone": [
        "The robot significantly shortened the stay, a spokeswoman said.",
        "Reaction times were significantly better after the nap, in the 60 cadets of the sleep trial.",
        "A university study found a significant reduction in joint pain. The cream is sold in pharmacies.",
        "Participants' memory improved significantly. The course took place online.",
        "Researchers reported that the spray was significantly better than the dummy.",
        "The supplement produced a statistically significant increase in energy.",
        "In the study, sleep improved significantly. The authors work at a university.",
        "Headaches were significantly rarer in the group that drank more water.",
    ],
    "switching-denominators": [
        "Before the campaign one in eight teenagers smoked. Now it is 95 per 1,000.",
        "In 2022 there were 4 falls per 1,000 bed days; in 2023 there were 3 per 100 patients.",
        "One in eight people on the tablet had diarrhea; on placebo it was 30 in 1,000.",
        "Bleeding came to 3 in 100 people on the new drug and 1 in 20 on the old one.",
        "In the first month 1 in 6 women had spotting, in the sixth month 45 in 1,000.",
    ],
    "tiny-group-as-proof": [
        (
            "We tried the balm on 14 runners with sore knees. Twelve could run again within a week. The balm "
            "brings knees back to life."
        ),
        "Nine of the ten nurses who wore the bracelet said their back pain was gone, so you can expect the same.",
        "In our test with 18 families, 16 children slept through. That is why every child should have this lamp.",
        (
            "Seven diabetics drank the tea for a month and all seven had lower sugar. It is now certain that the "
            "tea controls diabetes."
        ),
        "A new study shows lavender beats insomnia: of 12 volunteers, 10 slept better.",
        "Of 6 people with tinnitus who tried the tape, 5 heard less ringing. Taping is therefore a reliable cure.",
        "The device was tested on 20 office workers; 17 had fewer headaches, which settles the matter.",
        "My cousin, my aunt and four friends tried it, and all six lost weight. So it works.",
        (
            "Eleven patients had the stem-cell shot and ten walked without a cane. Stem cells repair knees, and "
            "this is the evidence."
        ),
        (
            "Researchers gave 16 men beetroot juice. Blood pressure dropped in 13 of them. Beetroot juice is a "
            "natural alternative to pills."
        ),
        "15 of 17 testers fell asleep faster. The verdict: this spray ends sleepless nights.",
        "After 8 dancers healed in half the time, we can say with certainty that the gel speeds up healing.",
        "Just look at the numbers: 5 out of 5 patients with shingles were pain-free. No other cream can do this.",
        "All 12 participants reported less anxiety, confirming that breathing exercises treat anxiety.",
        "Thirteen employees wore the glasses. Eleven slept better, and so will you.",
        (
            "Doctors in Leeds gave the powder to 13 teenagers with acne; in 11 the spots faded. At last there is "
            "something that clears acne."
        ),
        "A trial of 21 cyclists found that beet shots make you faster.",
        "Ginger stops travel sickness, as a test with 16 sailors shows.",
        "The patch was put on 25 nurses with neck pain and 20 felt relief, so hospitals should stock it.",
    ],
}
CAREFUL = [
    "Five patients fell, so the ward lowered the beds.",
    "Six singers with nodules saw the doctor; five had surgery. Nodules cause hoarseness.",
    "Pain went down over three days, so the nurses stopped the pump.",
    "Blood pressure was lower at eight weeks than at baseline in the drug group and in the placebo group alike.",
    "At first she took two tablets; later she took one. The tablets relieve pain.",
    "Up to 40% less sugar than the old recipe!",
    "Up to 9 in 10 people carry the virus!",
    "Take up to 3x daily.",
    "Prices went down 20 to 40 percent this year.",
    "Relief came to 35% at week two and 60% at week six.",
    "Smoking rates fell 20 to 45 percent in the five countries.",
    "There were 4 falls per 1,000 bed days and 3 deaths per 100 patients.",
    "Fever comes to 1 in 10 people. Now asthma is a reason to ask first.",
    "The pandemic significantly increased waiting times.",
    "Reaction times were significantly better after the nap, by 40 milliseconds, in the 60 cadets of the trial.",
    "Sales passed $9 billion last year, so it clearly matters to shareholders.",
    "None of the 40 patients had a relapse at six months.",
    "We used it on 19 people and nothing happened, which says little.",
    "Are there risks? None of the 30 patients had bleeding, but bleeding can occur.",
    "Of our patients, 88% are over sixty.",
    "The response rate to the questionnaire was 61% of our patients.",
    "“The market will reach $4 billion by 2022,” said an analyst in a brochure of that time.",
    (
        "We tried the balm on 14 runners with sore knees. Twelve could run again within a week, but knees "
        "often get better by themselves."
    ),
    (
        "Nine of the ten nurses who wore the bracelet said their back pain was gone; nobody wore a fake one, "
        "so we cannot tell whether it did anything."
    ),
    "In our test with 18 families, 16 children slept through. The numbers are small, and a proper trial is planned.",
    (
        "Seven diabetics drank the tea for a month and all seven had lower sugar. This should be tested in a "
        "larger group."
    ),
    "Of 12 volunteers, 10 slept better with lavender; with so few people that can be chance.",
    "Eleven patients had the shot and ten walked without a cane, so a controlled trial has begun.",
    (
        "Researchers gave 16 men beetroot juice. Blood pressure dropped in 13 of them, so the team is "
        "planning a trial with 300."
    ),
    "Twelve people took part in the class. The teacher helps everyone find a comfortable position.",
    "We see up to 20 patients a day, so book early. The nurse takes your blood pressure first.",
    (
        "Six adults were given the drug to measure its blood level. The liver breaks the drug down, so the "
        "level falls by half in four hours."
    ),
    "The trial enrolled 24 adults, so its results need to be confirmed.",
    "Ten patients stopped early, so the remaining results come from 180 people.",
    "In 2 of 16 patients the rash returned. The cream works by calming the immune system.",
    "Eight children had a fever after the shot, so parents should keep paracetamol at home.",
    "Five of 20 people fainted. The drug lowers blood pressure, so stand up slowly.",
    "Fifteen people shared their story with us. Your nurse helps you fill in the form.",
    "Of the 25 patients, 3 had nausea, so anti-sickness tablets are given before the infusion.",
    (
        "A study in 18 men found that caffeine reached its peak after 45 minutes, so the test begins an hour "
        "after the drink."
    ),
    "Twelve dancers hurt their ankle last season, so the company now has a physiotherapist.",
    "Eight of 12 patients relapsed within a year, which shows that the drug does not prevent relapses.",
    (
        "Six weeks after the injections, pain scores had dropped by half; in people who got salt water they "
        "dropped by 45%."
    ),
    "Before the programme 70% of the employees had back pain, afterwards 35%. Some would have got better anyway.",
    (
        "Blood pressure went from 152 to 138 in the 90 people who drank the juice and from 151 to 146 in "
        "those who drank water."
    ),
    (
        "At the start the 60 patients scored 24 on the depression scale; at the end, 13. Without a control "
        "group we do not know why."
    ),
    "Colic gets better by itself at three to four months of age, so drops are seldom needed.",
    (
        "Pain went down after the tablet, and she could walk to the bathroom. The nurse takes her blood "
        "pressure every hour."
    ),
    "Blood sugar falls after a walk, because muscles take up sugar.",
    "Symptoms improved after the drug was stopped, so the rash was put down to the drug.",
    "Patients felt better after the drip and could go home. Saline restores fluid.",
    "Many people feel better within two weeks. The medicine works by raising serotonin.",
    "Levels fell after the dose, so the next one is given after 12 hours.",
    "Not one of the 30 testers had a bad reaction, but 30 people are too few to find a reaction that one in 50 has.",
    "In our study with 45 women there were no side effects. Whether it is safe in pregnancy was not studied.",
    "No liver damage was found in the 24 patients; rare damage would need thousands to show.",
    "All 26 volunteers tolerated the powder, so the next group was given twice the dose.",
    "No reactions occurred in the 41 children. Parents were asked to call the clinic if a rash appeared.",
    "There were no complications in 50 patients, and all went home the next day.",
    "No side effects were reported by 20 people. Keep the spray in a safe place.",
    "A scan fell in price, from £400 to £250.",
    "Prices for a visit run from $80 to $120. The most expensive practice charges $120.",
    "A pen costs $300 to $500. The cheapest pharmacy asks $310.",
    "From $180 a month; the highest dose is $250.",
    "A visit costs $100 to $200. The highest dose of the drug costs $600.",
    "Prices fell from $950 to $600.",
    "We charge between $60 and $90 for one hour.",
    "A course costs $400 to $900, for one or two people.",
    "Up to 20% of adults have trouble sleeping at some time.",
    "Up to half of people with depression do not respond to the first drug.",
    "As many as one in five women have back pain during pregnancy, and most get better after birth.",
    "The leave lasts up to 80% of the school year.",
    "Symptoms can last for up to 12 weeks in 10 to 20% of children.",
    "The vaccine was 50 to 60% effective in most seasons.",
    "Between 30% and 60% of people with the gene get the disease, depending on their age.",
    "About 1 in 10 people get a headache. Up to 1 in 100 have a rash.",
    "One in four people will have a mental illness. In 2023, 350 in 1,000 calls came from young people.",
    "Asthma affects 1 in 12 adults and 90 in 1,000 children.",
    "Sleep plays a significant role in memory, the study says.",
    "A significant proportion of participants lived alone.",
    "No significant difference was found; the trial was small.",
    "The improvement was significant (mean difference 4.2, 95% CI 1.1 to 7.3).",
    "The drug is expected to be approved in 2031.",
    "By 2015 the drug was expected to be on the market, but the trial failed.",
    "In 2022 the company said that it will stop selling the pump.",
    "More than 3 million people take the drug. Trials show that it lowers cholesterol.",
    "The market for sleep aids is growing by 6% a year.",
    "A visit costs $80 to $120. With lab tests it comes to $200.",
    (
        "No significant difference was found between yoga and pills, but the trial was too small to show that"
        " they work equally well."
    ),
    "92% of our clients live within ten miles.",
    "Eight out of ten customers pay by card.",
    "In 2024 we asked 310 clients; 92% of our clients would come again.",
    "The team has 12 doctors. All 12 doctors speak English.",
    "The ward has 20 beds. The 8 beds by the window are for children.",
    "We enrolled 90 adults. The 45 adults on the drug took it at night.",
    "We saw 30 patients in May. The 34 patients in June were younger.",
    "The consultation takes 45 minutes. The follow-up takes 20 minutes.",
    "Ten patients had a rash. All 14 patients with a rash or fever stopped the drug.",
    "The kit has 20 tests. All 5 tests of the first batch failed.",
    "Four women took the drug. The drug helps the kidneys keep salt.",
    "In 12 adults, the drug lowered blood pressure by 5 points. Further trials will show whether this helps people.",
    "Blood pressure fell by 10 points after the walk. Walking uses the large muscles of the legs.",
    "Pain fell from 6 to 4 with the gel and from 6 to 5 with the dummy gel, so the gel eases pain a little.",
    "In the trial, HbA1c fell by 0.9 points more than with placebo. Metformin lowers blood sugar.",
    "Her blood pressure fell from 150 to 130 after the new tablet. The tablet relaxes the blood vessels.",
    "The pain went down by half after two days. Ibuprofen eases swelling.",
    "After six weeks the cast came off and the pain was gone. The bone heals from the inside.",
    "There were no deaths among the 40 patients. The drug is not safe in pregnancy.",
    (
        "None of the 12 nurses had a reaction. The vaccine is safe for most adults, as studies of 60,000 "
        "people have shown."
    ),
    "No allergic reactions were seen in 15 children. Keep the number of the clinic at hand.",
    "Nobody in the group of 20 dropped out. The programme is free and suitable for all ages.",
    "We had no complaints from 30 guests. The pool is safe for children over six.",
    "All 25 babies were well at discharge. Breast milk is safe and clean.",
    "None of our 14 trainees failed. The course is open to everyone.",
    "Eleven of 20 people felt sick, so take the tablet with food.",
    "Eight of 12 runners were iron deficient, so all runners should have their iron checked.",
    "In this series of 9 patients, the infection came back in 4, so doctors should remove the catheter.",
    "Twelve of the 19 women were over 60, so the results apply to older women.",
    "Five people tested the app. They found it easy, so it will be tried in three clinics.",
    "In 16 volunteers the tablet raised the level of the drug threefold, so the dose must be lowered.",
    "Six patients bled, so the trial was stopped. Warfarin thins the blood.",
    "Of 24 patients, 3 had seizures, which shows that the drug can cause seizures.",
    "Before the operation 12 of 20 people needed a cane, now 3 do. Most go home after two days.",
    "Four of the eight patients improved on the drug and three on placebo, so it is unclear if it works.",
    "Symptoms were down by a third at week 4 in both groups.",
    "At the start the score was 20 and after the course 12; everyone gets better with time.",
    "Use falls after the first year, so we ring every member.",
    "The number of visits fell from 40 to 30 a month after the move, so the clinic closes on Fridays.",
    "Only seven of us tried the mouth tape, and all seven slept well anyway.",
    "Doctors gave the powder to 13 teenagers with acne; in 11 the spots faded, as they often do with time.",
    "A trial of 21 cyclists found no effect. Beet juice contains nitrate.",
    "The patch was put on 25 nurses; 20 felt relief, which a fake patch may bring as well.",
    (
        "We followed 40 families for a year. Asthma attacks were down by half, and by as much in 38 families "
        "without a filter."
    ),
    "Falls on the ward went from 14 to 6 a month. Three things had changed, so we do not know what helped.",
    "None of the first 64 patients fainted. Tell the nurse if you feel dizzy.",
    "The nurse saw 18 patients and gave each a leaflet, so the practice needs more leaflets.",
    "Ten children were tested. The test shows how the lungs work.",
    "In all 15 patients the wound had closed by day 10. Stitches dissolve by themselves.",
    "Twelve of 15 patients had low iron. Iron carries oxygen in the blood.",
    "A survey of 25 nurses found that most wash their hands often. Soap kills germs.",
    "Of 22 runners, 14 drank too little. Water helps the body stay cool.",
    "In a group of 9 women, weight fell by 2 kg in a week. Most of it was water.",
    "In 20 patients the fever went down within a day. Paracetamol lowers fever for about six hours.",
    "As many as 30% of women have pain during sex at some time.",
    "Up to 15% of people stop the tablets because of a cough.",
    "The cream contains up to 20% urea.",
    "You can save up to 45% with a generic.",
    "Chances of success are 20 to 40% and depend on age.",
    "In three trials, 20 to 60% of people had less pain.",
    "Bleeding came to 3 in 100 people on the new drug and 5 in 100 on the old one.",
    "About 1 in 10 people feel sick. Very rarely (2 in 10,000) there is bleeding.",
    "In the study, sleep improved significantly, by 32 minutes a night.",
    "She played a significant part in the study.",
    "The vaccine should be available in 2033, the company says.",
    "The vaccine was to be ready in 2022, but it came a year later.",
    "Two in three households own a thermometer.",
    "There was no significant difference in pain; a difference of up to 10 points is still possible.",
    "85% of the people we treat live in the city.",
    "A session lasts 50 minutes. The first session takes 90 minutes.",
    "The operation takes about an hour. The whole stay takes three hours.",
    "The course has eight lessons. All eight lessons are online.",
    "It works within half an hour. The full effect takes two hours.",
    "Tablets cost $3 each. A pack of tablets costs $60.",
    "The clinic has 30 nurses. All 18 nurses on the night shift were asked.",
    "Of 50 people, 8 had a cold. All 12 people with fever were tested.",
    "No side effects were reported in 30 users; the firm did not ask about them, so this says little.",
    "In 40 people no harm was seen. The trial was not made to find rare harm.",
    "No complications occurred in 25 operations. The scar fades within a year.",
    "The drug is safe in pregnancy according to registers of 20,000 births; none of our 12 patients had problems.",
]


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in FOUND.items() for text in texts])
def test_it_is_found(check: str, text: str) -> None:
    assert shown(text, check) != []


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_silent(text: str) -> None:
    assert {check: told for check in FOUND if (told := shown(text, check))} == {}
