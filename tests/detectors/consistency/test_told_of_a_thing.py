"""Two values of one thing by grammar alone, whatever the thing is, and the phrases that make another thing of it."""

from __future__ import annotations

import pytest
from speak import shown

VALUES, COUNTS = "two-values-for-one-thing", "one-set-two-counts"
WRONG = [
    (
        (
            "An infusion at our centre takes 40 minutes. Bring music. During the hour of the "
            "infusion a nurse stays with you."
        ),
        "the hour",
    ),
    (
        (
            "| Item | Price |\n|---|---|\n| First visit | $180 |\n| Follow-up | $95 |\n\nA first "
            "visit costs $210 and can be paid by card."
        ),
        "$210",
    ),
    (
        (
            "**How long is a session?** 45 minutes.\n\n**What should I wear?** Loose clothes; you "
            "will be lying down for the 60-minute session."
        ),
        "60-minute",
    ),
    (
        (
            "Velodrin begins to work after about 20 minutes. Do not take more. Since it starts "
            "working only after an hour, people often take a second tablet."
        ),
        "an hour",
    ),
    (
        (
            "Our clinic opened in 2015. It has two floors. Since we opened our doors in 2012 we "
            "have seen 4,000 patients."
        ),
        "2012",
    ),
    (
        (
            "The usual dose of Barkol is 20 mg once a day. Take it with water. Most people take 40 "
            "mg of Barkol once a day, the usual dose."
        ),
        "40 mg",
    ),
    (("Parking is $4 an hour. The car park is behind the hospital. You pay $6 an hour for parking."), "$6"),
    (
        ("It takes ten days to get the results. Do not call before. Your results will be ready in three weeks."),
        "three weeks",
    ),
    (
        (
            "The waiting list for a hearing aid is four months long. People who wait six months for "
            "a hearing aid often give up."
        ),
        "six months",
    ),
    (
        (
            "My operation was in March and took three hours. I remember nothing of it. Everyone was "
            "kind. After a five-hour operation I woke up in a room full of flowers."
        ),
        "five-hour",
    ),
    (
        ("Store the bottle at 2 to 8 °C. Once opened, keep it for a month. The bottle is kept at 15 to 25 °C."),
        "15 to 25",
    ),
    (
        (
            "The vaccine is given in two doses, four weeks apart. Side effects are mild. The second "
            "dose follows eight weeks after the first."
        ),
        "eight weeks",
    ),
    (
        (
            "The effect lasts for up to 6 hours. You may feel sleepy. You should not drive for the "
            "12 hours that the effect lasts."
        ),
        "12 hours",
    ),
    (
        ("A box holds 30 sachets. They taste of lemon. With 60 sachets in the box you have enough for a month."),
        "60 sachets",
    ),
    ("A single session is £45. Group rates apply. Pay the £55 for a single session on the day.", "£55"),
    (
        (
            "Sam: How long did the study run? Dr Ana: Eighteen months.\n\nSam: And people stayed? "
            "Dr Ana: Most stayed for all of the twelve months that the study ran."
        ),
        "twelve months",
    ),
    (
        (
            "Relief came within 15 minutes for most people. The spray is used in the nose. Because "
            "relief takes two hours to come, use the spray early."
        ),
        "two hours",
    ),
    (
        (
            "The scan is done in about 20 minutes. You lie still. Although the scan takes three "
            "quarters of an hour, it is painless."
        ),
        "three quarters of an hour",
    ),
    (
        ("Visiting hours: 2 pm to 8 pm. Two guests at a time.\n\nGuests may stay until 9 pm, when visiting hours end."),
        "9 pm",
    ),
    (("Dialysis at our unit takes four hours. Bring a blanket. Your five-hour dialysis begins at 7."), "five-hour"),
    (
        ("The course is spread over 12 weeks. You get a mat. At the end of the ten-week course there is a party."),
        "ten-week",
    ),
    (
        ("We charge $75 for a sports massage. Oils are included. A sports massage is $95 and can be booked online."),
        "$95",
    ),
    (
        ("The spray acts within five minutes. It tastes bitter. You will feel the spray after half an hour."),
        "half an hour",
    ),
    (
        ("The ointment should be applied three times a day. Wash your hands. Apply the ointment once a day."),
        "once a day",
    ),
    (
        ("The test is free for everyone over 50. Ask at the desk. If you are 55 or older, the test is free."),
        "55 or older",
    ),
    (("**Price:** $89\n\n**What you get:** a bottle for a month. For just $98 you can try it today."), "$98"),
    (
        (
            "| Fact | Value |\n|---|---|\n| Length of stay | 3 days |\n| Cost | $4,000 |\n\nMost "
            "people stay for five days and are glad of the rest."
        ),
        "five days",
    ),
    (
        (
            "Blood donors must wait 8 weeks between donations. Drink a lot. Come back for the next "
            "donation after 12 weeks."
        ),
        "12 weeks",
    ),
    (
        ("The app costs 4.99 a month after a free trial of 7 days. It has no ads. Your 14-day free trial starts now."),
        "14-day",
    ),
    ("Delivery takes two to three days. You get a text. Please allow 10 days for delivery.", "10 days"),
    (
        ("Rinse your nose with 250 ml of salt water. Lean forward. The 500 ml of salt water should be lukewarm."),
        "500 ml",
    ),
    (
        (
            "The drug was approved in 2016. It is a tablet. Since its approval in 2019, 40,000 "
            "people have taken the drug."
        ),
        "2019",
    ),
    (
        (
            "Patients took 20 mg of velaprine a day for eight weeks. They kept a diary. The daily "
            "dose of 40 mg was well tolerated."
        ),
        "40 mg",
    ),
    (
        ("Take 500 mg of Barkol a day. It tastes of mint. Your 250 mg of Barkol a day should be taken with food."),
        "250 mg",
    ),
    (
        (
            "Nadia takes 50 mg of sertraline each morning. She sleeps well. Her 100 mg of "
            "sertraline each morning helps, she adds."
        ),
        "100 mg",
    ),
    (
        (
            "Take 1,000 mg of Calvita a day with a meal. Children do not need it. The 1,500 mg of "
            "Calvita a day are best split."
        ),
        "1,500 mg",
    ),
]
COUNTED = [
    (
        (
            "# Knee school\n\nThe course has eight sessions. Each one takes place in the gym.\n\n## "
            "Dates\n\nWe start on 3 May; the last of the ten sessions is on 28 June."
        ),
        "ten sessions",
    ),
    (
        (
            "The questionnaire has 21 questions. Answer every one. It takes five minutes to work "
            "through the 27 questions."
        ),
        "27 questions",
    ),
    (
        (
            "Three nurses and a doctor work in the unit. You will meet them all. The four nurses of "
            "the unit speak Spanish."
        ),
        "four nurses",
    ),
    (
        ("Our study included 64 teachers. Half of them meditated. In all, 46 teachers took part in our study."),
        "46 teachers",
    ),
    (
        ("Acupuncture: 8 sessions are needed. Needles are thin. After the twelve sessions most people feel better."),
        "twelve sessions",
    ),
    (
        (
            "Our survey of 1,450 parents ran in May. It was online. The 1,540 parents who answered "
            "live all over the country."
        ),
        "1,540 parents",
    ),
    (
        (
            "The hospital has 320 beds. It was built in 1988. With its 230 beds, the hospital is "
            "the largest in the county."
        ),
        "230 beds",
    ),
    (
        ("The retreat has room for 16 guests. We eat together. All of our 20 guests have a room of their own."),
        "20 guests",
    ),
    (
        ("We phoned 30 clinics. Most were friendly. None of the 35 clinics that we phoned had a free slot."),
        "35 clinics",
    ),
    (
        ("The course has eight sessions in the gym. Wear shoes. The ten sessions in the gym are led by Ana."),
        "ten sessions",
    ),
    (
        (
            "You stay for two nights on the ward. Bring books. During your four nights on the ward, "
            "visitors are welcome."
        ),
        "four nights",
    ),
    ("Put three drops in each eye. Blink. The four drops in each eye may sting.", "four drops"),
]
CAREFUL = [
    ("A hip operation takes about 90 minutes. A knee operation takes two hours. The operation itself is painless."),
    "The operation takes an hour. In children the operation takes two hours.",
    "Our yoga class lasts 60 minutes. Our dance class lasts 45 minutes.",
    "The course lasts six weeks. The advanced course lasts ten weeks.",
    "The session lasts 50 minutes. Couples book a 90-minute session.",
    "The session lasts 50 minutes. If you come as a family, we plan a 90-minute session.",
    "A scan takes 20 minutes. With contrast, the scan takes 40 minutes.",
    "A scan takes 20 minutes. You get the results of the scan in two days.",
    "The swelling lasts three days. The bruise lasts two weeks.",
    "The pain begins within an hour. The pain goes away within three days.",
    "The drug starts to work in 20 minutes. It wears off in six hours.",
    "It takes 10 days to get the results. In urgent cases you get the results in two hours.",
    "The trial lasted two years. The first phase of the trial lasted three months.",
    "The trial lasted two years. Three months of the trial were lost to the strike.",
    "Recovery takes six weeks. Full recovery takes a year.",
    "The wait for a scan is three weeks. The wait for an operation is six months.",
    "Membership is $25 per month. Family membership is $40 per month.",
    "A ticket is $4. A day ticket is $12.",
    "Parking is $4 an hour. In the evening you pay $2 for parking.",
    "The fee is $90. Students pay a fee of $60.",
    "The consultation costs $120. For the second consultation we charge $80.",
    "The vaccine costs $40. The travel vaccine costs $90.",
    "The pool is open from 8 to 6. On Sundays the pool is open from 10 to 4.",
    "The desk is open from 9 to 5. You can call the helpline until 8 pm.",
    "The ward is open from 2 to 8. The ward in Leeds is open from 3 to 7.",
    "The battery lasts eight hours. When it is cold, the battery lasts five hours.",
    "The effect lasts six hours. The effect of the patch lasts 24 hours.",
    "The effect lasts for 4 to 6 hours. An effect of five hours is normal.",
    (
        "The first infusion takes three hours. The later infusions take 90 minutes. The whole "
        "infusion day is four hours long."
    ),
    "The response rate was 54% with the drug. The response rate was 32% with placebo.",
    "The response rate at week 4 was 20%. The response rate at week 8 was 41%.",
    "The survival rate is 90%. The five-year survival rate is 70%.",
    "The prevalence of asthma is 8%. The prevalence of eczema is 15%.",
    "Vaccination coverage was 91% in 2019. Coverage fell to 84% in 2021.",
    "The program runs for 8 weeks. The last two weeks of the program are spent outdoors.",
    "The program runs for 8 weeks. During the first week of the program you walk.",
    "The visit takes an hour. Half an hour of the visit is for the blood test.",
    "Your visit takes two hours. Forty minutes of your visit is the infusion.",
    "Each session costs $90. A package of ten sessions costs $800.",
    "Each session costs $90. The first session costs $120.",
    "The ticket for adults is $12. The ticket for children is $6.",
    "A night costs $60. A night in a single room costs $110.",
    "The gel dries in two minutes. The paint dries in an hour.",
    "The wound heals in ten days. A deep wound heals in six weeks.",
    "Sam's operation took three hours. Ana's operation took five hours.",
    "My first operation took three hours. My second operation took five hours.",
    "The operation took three hours. Two years later, the next operation took five hours.",
    "Before 2020, the course lasted six weeks. The course now lasts eight weeks.",
    "The flight takes three hours. The flight back takes two hours.",
    "The drive takes an hour. In the rush hour the drive takes two hours.",
    ("The trial ran for two years. In a second trial, which ran for one year, the result was the same."),
    "A stay of three nights is usual. After complications, a stay of ten nights is not rare.",
    "A fever lasts three days. A fever of five days needs a doctor.",
    "The treatment takes 20 minutes. The treatment is repeated after three weeks.",
    "The treatment takes 20 minutes. Treatment lasts six weeks in all.",
    "The patch is changed after 24 hours. The patch on the eye is changed after 12 hours.",
    "The injection is given over 30 seconds. The injection lasts three months.",
    (
        "| Visit | Price |\n|---|---|\n| First visit | $180 |\n| Later visit | $90 |\n\nA later "
        "visit costs $90; a visit by phone costs $60."
    ),
    (
        "| Course | Length |\n|---|---|\n| Back course | 6 weeks |\n| Knee course | 8 weeks "
        "|\n\nThe back course lasts six weeks."
    ),
    "**How long is a session?** 50 minutes.\n\n**How long is a group session?** 90 minutes.",
    "**How much is a visit?** $60.\n\n**And a visit at home?** A visit at home costs $95.",
    ("## Anna's story\n\nThe operation took three hours.\n\n## Ben's story\n\nThe operation took six hours."),
    ("## Basic plan\n\nThe course lasts six weeks.\n\n## Plus plan\n\nThe course lasts ten weeks."),
    "## London\n\nThe session costs £80.\n\n## Leeds\n\nThe session costs £60.",
    "## Adults\n\nThe test takes 20 minutes.\n\n## Children\n\nThe test takes 40 minutes.",
    "The lesson of 45 minutes costs $30. The lesson of 90 minutes costs $55.",
    "My mother had five operations. The two operations on her hip were the worst.",
    "A dose of 50 mg is usual. People with kidney disease take a dose of 25 mg.",
    "Sleep lasted 6.2 hours before the study. Sleep lasted 7.1 hours after the study.",
    "The cast stays on for six weeks. The cast on a child's arm stays on for four weeks.",
    "The ride takes 15 minutes by car. The ride takes 40 minutes by bus.",
    "The course is 10 weeks long. In summer, the course is 6 weeks long.",
    "Allow an hour for the visit. The visit itself takes 40 minutes.",
    "The session takes 90 minutes at most. The session took an hour when I went.",
    "The session takes between 40 and 60 minutes. My session took 55 minutes.",
    "The test takes ten minutes. The test took an hour in the old lab.",
    "You stay in hospital for five nights. The two nights in intensive care are the hardest.",
    "Take one capsule at breakfast. The two capsules at night are the larger ones.",
    (
        "An infusion at our centre takes 40 minutes. Bring music. Plan for two hours at the "
        "centre, as you rest after the infusion."
    ),
    (
        "| Item | Price |\n|---|---|\n| First visit | $180 |\n| Follow-up | $95 |\n\nA first "
        "visit costs $180 and can be paid by card."
    ),
    (
        "**How long is a session?** 45 minutes.\n\n**What should I wear?** Loose clothes; you "
        "will be lying down for the 45-minute session."
    ),
    (
        "- Duration: 6 weeks\n- Cost: $340\n- Place: Room 4\n\nOver the six weeks of the "
        "program you will learn to walk with poles."
    ),
    ("The helpline is staffed from 9 to 5. Calls are free. You can call the helpline between 9 and 5 on weekdays."),
    (
        "The usual dose of Barkol is 20 mg once a day. Take it with water. If that is not "
        "enough, the dose of Barkol may go up to 40 mg once a day."
    ),
    ("Parking is $4 an hour. The car park is behind the hospital. You pay $4 an hour for parking and $1 on Sundays."),
    ("It takes ten days to get the results. Do not call before. Your results will be ready in ten days."),
    (
        "The waiting list for a hearing aid is four months long. People who wait four months "
        "for a hearing aid often give up."
    ),
    ("The questionnaire has 21 questions. Answer every one. It takes five minutes to work through the 21 questions."),
    (
        "My operation was in March and took three hours. I remember nothing of it. Everyone was "
        "kind. After a three-hour operation I woke up in a room full of flowers."
    ),
    ("## At a glance\n\n- Age: 50 and over\n- Fee: none\n\n## Who can come\n\nEveryone aged 50 and over can come."),
    "Store the bottle at 2 to 8 °C. Once opened, the bottle is kept at 15 to 25 °C.",
    (
        "Fasting for 12 hours before the blood test is needed. Water is fine. Please do not eat "
        "for 12 hours before the blood test."
    ),
    (
        "The effect lasts for up to 6 hours. You may feel sleepy. You should not drive for 12 "
        "hours, twice as long as the effect lasts."
    ),
    ("A box holds 30 sachets. They taste of lemon. With 30 sachets in the box you have enough for a month."),
    "A single session is £45. Group rates apply. Pay the £45 for a single session on the day.",
    ("The tablets come in packs of 28. One tablet a day is enough. The pack of 28 tablets lasts for four weeks."),
    ("Membership is $25 per month. Cancel any time. For $35 per month, premium members can use the pool and the gym."),
    ("The monthly fee is $25. You can leave when you like. Members pay the fee of $25 by card each month."),
    (
        "**Summary.** The cream cured 61% of the children.\n\n**Results.** At week 4, 61% of "
        "the children were cured by the cream."
    ),
    (
        "Participants were randomized to receive 10 mg or 20 mg of velaprine. Doses of 10 mg "
        "and 20 mg velaprine were both well tolerated."
    ),
    ("The scan is done in about 20 minutes. You lie still. Although the scan takes twenty minutes, it is painless."),
    "The book costs $19. It has 240 pages. If you want all 240 pages on paper, ask at the desk.",
    (
        "Mia was 14 when the pain began. Doctors shrugged. She was sixteen years old when the "
        "pain ended, and she is 22 now."
    ),
    ("Visiting hours: 2 pm to 8 pm. Two guests at a time.\n\nGuests may stay until 8 pm, when visiting hours end."),
    (
        "Six in ten users slept better, the maker says. The app is free. In a later survey, "
        "seven in ten users slept better."
    ),
    ("The patch is worn for 24 hours. Shower as usual. After 24 hours you take the patch off and put on a new one."),
    ("Take 500 mg of Barkol a day. It tastes of mint. If that is not enough, take 1,000 mg of Barkol a day."),
    (
        "Patients took 20 mg of velaprine a day or a placebo. In the second trial, the daily "
        "dose of 40 mg was well tolerated."
    ),
    "Adults take 20 mg of Velodrin a day. Teenagers take 10 mg of Velodrin a day.",
    ("Nadia takes 50 mg of sertraline each morning. Her brother takes 100 mg of sertraline each morning."),
    "Take 400 mg of ibuprofen a day. Take 20 mg of omeprazole a day.",
    "Take 400 mg of magnesium a day in winter. Take 200 mg of magnesium a day in summer.",
    ("For sleep, take 50 mg of trazodone a night. For depression, take 150 mg of trazodone a day."),
    "Week 1: 25 mg of lamotrigine a day. Week 3: 50 mg of lamotrigine a day.",
    "Women need 15 mg of iron a day. Men need 10 mg of iron a day.",
    "The usual dose is 20 mg of Barkol a day. The highest is 60 mg of Barkol a day.",
]
CAREFULLY_COUNTED = [
    ("The tablet works within an hour. For most people, the full effect of the tablet comes in two weeks."),
    "The study lasted 12 weeks. After 6 weeks of the study, doses were raised.",
    "There are six beds on the ward and two baths. The two beds at the window are the best.",
    ("We enrolled 120 people. The 60 people in the first group walked; the 60 people in the second group rested."),
    "We wrote to 400 nurses. The 212 nurses who answered worked nights.",
    (
        "Take two tablets in the morning. Take one tablet in the evening. The one tablet in the "
        "evening is the smaller one."
    ),
    "The booklet has 24 pages. The four pages on food are in colour.",
    "The first course has eight sessions. The second course has ten sessions.",
    (
        "The group has eight sessions. After the eight sessions there are two sessions at home. "
        "The two sessions at home are free."
    ),
    "Ten patients had a rash. The three patients with a severe rash went to hospital.",
    "Eat two meals a day. The three meals that our kitchen offers are all light.",
    "The study had 40 people. The 38 people who stayed to the end lost weight.",
    "There were 214 runners at the start. The 189 runners at the finish got a medal.",
    (
        "Most people wait four weeks for a hearing aid. With a letter from your doctor you wait "
        "two weeks for a hearing aid."
    ),
    "The course has eight sessions. The two sessions on breathing come first.",
    "You will have six visits. The two visits in spring are short.",
    "Take two tablets in the morning. Your one tablet in the evening comes after food.",
    "The study had 40 runners and 12 coaches. The 12 coaches were paid.",
    "There are ten doses in a pack. The four doses in the first week are larger.",
    "We saw three dogs. The one dog with a limp was old.",
    "The plan has 12 lessons. After the six lessons on food come six on sleep.",
    "Six women dropped out. The two women who dropped out early were ill.",
    (
        "# Knee school\n\nThe course has eight sessions. Each one takes place in the gym.\n\n## "
        "Dates\n\nWe start on 3 May; the last of the eight sessions is on 28 June."
    ),
    (
        "The trial followed 240 nurses for two years. Sleep got better. After two years of "
        "follow-up, the nurses on short shifts slept longer."
    ),
    (
        "Velodrin begins to work after about 20 minutes. Do not take more. Since it starts "
        "working only after 20 minutes, people often take a second tablet."
    ),
    ("Our clinic opened in 2015. It has two floors. Since we opened our doors in 2015 we have seen 4,000 patients."),
    ("Some 1,200 people live in the home. Each of the home's 1,200 residents has a room with a view."),
    (
        "Side effects were seen in 12% of the patients. No one stopped. Nausea was the most "
        "common of the side effects; 7% of the patients had it."
    ),
    (
        "The vaccine is given in two doses, four weeks apart. Side effects are mild. The second "
        "dose follows four weeks after the first."
    ),
    "We treated 84 patients last year. All had gout. Of these 84 patients, 12 came back.",
    ("Three nurses and a doctor work in the unit. You will meet them all. The three nurses of the unit speak Spanish."),
    (
        "Sam: How long did the study run? Dr Ana: Eighteen months.\n\nSam: And people stayed? "
        "Dr Ana: Most stayed for all of the eighteen months that the study ran."
    ),
    (
        "Relief came within 15 minutes for most people. The spray is used in the nose. Because "
        "relief takes a quarter of an hour to come, use the spray early."
    ),
    ("The course costs $250 for ten lessons. You can pay in parts. At $250, the ten lessons are cheaper than a gym."),
    "Start with 50 mg of sertraline a day. Most people stay on 100 mg of sertraline a day.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_another_value_is_found(text: str, found: str) -> None:
    assert shown(text, VALUES) == [found]


@pytest.mark.parametrize(("text", "found"), COUNTED)
def test_another_count_is_found(text: str, found: str) -> None:
    assert shown(text, COUNTS) == [found]


@pytest.mark.parametrize("text", CAREFUL)
def test_another_thing_is_left_alone(text: str) -> None:
    assert shown(text, VALUES) == []


@pytest.mark.parametrize("text", CAREFULLY_COUNTED)
def test_another_set_is_left_alone(text: str) -> None:
    assert shown(text, COUNTS) == []
