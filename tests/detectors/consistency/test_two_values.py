"""One thing with two values in an article, and the many ways in which two values are no conflict."""

from __future__ import annotations

from pathlib import Path

import pytest
from speak import findings, shown

CHECK = "two-values-for-one-thing"
PAGES = Path(__file__).parent / "two_values"
WRONG = [
    (
        "A typical session is 45 minutes long. You may listen to music.\n\nWhen the 60-minute session is "
        "over, a nurse checks on you."
    ),
    "The programme runs for 8 weeks.\n\nAt the end of the 12-week programme you fill in a form.",
    "The ketamine infusion takes roughly 40 minutes.\n\nDuring the two-hour infusion a nurse stays with you.",
    "Barkol is infused over 40 minutes.\n\nAfter the 90-minute infusion you rest.",
    "You will need six infusions.\n\nAt the end of the series of eight infusions we review your progress.",
    "The consultation costs $150.\n\nBook our $200 consultation online.",
    "We charge £60 per session.\n\n## Prices\n\nSessions cost £75 each.",
    "Barkol starts to work within 30 minutes.\n\nBarkol starts working in about two hours.",
    "The effects last 4 to 6 hours.\n\nThe effects wear off after 12 hours.",
    "Velodrin is approved for adults aged 18 and over.\n\nVelodrin is approved for people aged 16 and older.",
    "The waiting list is about six weeks.\n\nThe current waiting time is three months.",
    "Velodrin was approved by the FDA in 2019.\n\nIt has been in use since the FDA approved Velodrin in 2021.",
    "On Velodrin, 60–70% of people respond.\n\nThree out of four people respond to Velodrin.",
    "Do not drive for 24 hours after the infusion.\n\nYou should not drive for 12 hours.",
    "The two doses are given 8 weeks apart.\n\nThe doses are given four weeks apart.",
    "The usual dose of Velodrin is 5 mg once a day.\n\nThe usual dose of Velodrin is 10 mg once a day.",
    "| Item | Value |\n|---|---|\n| Session length | 50 minutes |\n\nEach session lasts 40 minutes.",
    "- Session length: 50 minutes\n- Cost: $90\n\nEach session takes 75 minutes.",
    "The half-life of Barkol is 5 hours.\n\nBarkol has a half-life of about 20 hours.",
    "You are monitored for at least two hours after the dose.\n\nYou are observed for one hour after the dose.",
    "There are 10 sessions in total.\n\nThe course consists of 12 sessions.",
    "Number of sessions: 6\n\nA full course is eight sessions.",
    "The shot is given once a week.\n\nInject the twice-weekly shot in the belly.",
    "Our appointments usually take half an hour.\n\nAppointments last 45 minutes.",
    (
        "The recommended dose of amoxicillin is 500 mg three times a day.\n\nThe recommended dose of "
        "amoxicillin is 250 mg three times a day."
    ),
    (
        "The maximum dose of ibuprofen is 1,200 mg a day.\n\nNever go over it: the maximum dose of "
        "ibuprofen is 2,400 mg a day."
    ),
    (
        "Velodrin 2.5 mg: the usual dose of methotrexate is 10 mg once a week.\n\nThe usual dose of "
        "methotrexate is 10 mg once a day."
    ),
    (
        "Ketamine is given at 0.5 mg/kg over 40 minutes.\n\nAt our clinic ketamine runs in at 0.75 mg/kg "
        "over 40 minutes."
    ),
    "The vaccine is given as two doses.\n\nAfter the three-dose course you are protected.",
    "Allow 2 hours for each visit.\n\nPlan 3 hours for your visit.",
    "Our practice opened in 2011.\n\nEstablished in 2008, our clinic has two sites.",
    "Each lozenge costs $12.\n\nAt $20 per lozenge, a month comes to $600.",
    "A session costs 120 euros.\n\nYou pay 150 euros per session.",
    "A membership costs $49 a month.\n\nMembership: $79 a month.",
    "Relief lasts two weeks.\n\nThe relief lasts about three months.",
    "The scan takes 15 minutes.\n\nLie still during the 45-minute scan.",
    "Do not eat for 6 hours before surgery.\n\nDo not eat for 12 hours before surgery.",
    "The average wait is 4 weeks.\n\nThe waiting time is 10 weeks.",
    "The course of treatment lasts four weeks.\n\nOver the six-week course of treatment, you come in twice a week.",
    "Kits cost $29.\n\nOrder the $39 kit.",
    "Infusions take 40 minutes.\n\nOur infusions run 55 minutes.",
    "The initial consultation is $250.\n\nThe fee for the initial consultation is $300.",
    "The lozenge dissolves. Effects begin within 15 minutes.\n\nIt takes about an hour to take effect.",
    (
        "# Ketamine infusions at Harbor Clinic\n\nEach infusion lasts 40 minutes, and a nurse stays in "
        "the room.\n\n## What to expect\n\nDuring the hour-long infusion you lie in a recliner."
    ),
    (
        "# TMS for depression\n\nA TMS session takes about 20 minutes, five days a week.\n\nMost "
        "people nap through the 45-minute session."
    ),
    (
        "# TMS\n\nTreatment is given five days a week for six weeks, 30 sessions in total.\n\nThe "
        "full course of 20 sessions is covered by most insurers."
    ),
    (
        "# Cataract surgery\n\nThe operation usually takes 15 to 20 minutes.\n\nBecause the "
        "operation lasts about an hour, you will be given a sedative."
    ),
    (
        "# Physiotherapy\n\nYour first appointment lasts 60 minutes.\n\nAt the first appointment, "
        "which takes 30 minutes, we look at how you move."
    ),
    (
        "# Shingles vaccine\n\nThe vaccine is given in two doses, two to six months apart.\n\nMake "
        "sure you come back: the doses are given four weeks apart."
    ),
    (
        "# Weight-loss shots\n\nOur programme costs $299 a month, with no joining fee.\n\nAt $349 "
        "per month, the programme includes two video visits."
    ),
    (
        "# Our story\n\nThe clinic was founded in 2014 by Dr. Ana Example.\n\nSince opening in "
        "2016, the clinic has treated 3,000 people. The clinic opened in 2016."
    ),
    (
        "# CBT for insomnia\n\nThe programme consists of six weekly sessions.\n\nIn the "
        "eight-session programme you keep a sleep diary."
    ),
    (
        "# Melatonin\n\nMelatonin starts to work within 30 minutes.\n\nTake it early, because "
        "melatonin takes about two hours to work."
    ),
    (
        "# Botox\n\nThe effect lasts three to four months.\n\nAs the effect lasts only six weeks, "
        "most people come back often."
    ),
    (
        "# Sertraline\n\nThe usual starting dose is 50 mg once a day.\n\nThe starting dose of "
        "sertraline is 25 mg once a day."
    ),
    (
        "# Ibuprofen\n\nAdults: the maximum dose is 1,200 mg a day.\n\nDo not take more than 2,400 "
        "mg a day. The maximum dose is 2,400 mg a day."
    ),
    (
        "# Methotrexate\n\nMethotrexate is taken once a week. The usual dose is 15 mg once a "
        "week.\n\nThe usual dose of methotrexate is 15 mg once a day."
    ),
    (
        "# Hearing test\n\nThe test takes about 20 minutes.\n\n| Detail | |\n|---|---|\n| Test "
        "length | 45 minutes |\n| Cost | $60 |"
    ),
    (
        "# Dental implants\n\nA single implant costs £2,100.\n\nWith prices of £2,600 per implant, "
        "we are below the city average. An implant costs £2,600."
    ),
    (
        "# Allergy clinic\n\nThe waiting list is currently 8 weeks.\n\nAt the moment the waiting "
        "time is about five months."
    ),
    (
        "# Esketamine\n\nEsketamine is approved for adults 18 and older.\n\nEsketamine is approved "
        "for people aged 12 and older."
    ),
    "# Blood test\n\nYou should fast for 12 hours before the test.\n\nFast for 8 hours before your blood test.",
    (
        "# Spravato\n\nAfter each dose you are observed for at least two hours.\n\nYou are "
        "monitored for 60 minutes after the dose."
    ),
    "# Online therapy\n\nA 50-minute video session costs $85.\n\nEach 50-minute video session is $110.",
    (
        "# Infusions\n\n- Length of each infusion: 40 minutes\n- Number of infusions: 6\n\nAfter "
        "your eight infusions, we see you once a month. A course is eight infusions."
    ),
    "# Smoking\n\nThe course lasts 12 weeks.\n\nIn the ninth week of the eight-week course you are nearly done.",
    "# Massage\n\nOur massages last 30 minutes.\n\nThe one-hour massage is done in a quiet room.",
    "# Vitamin drip\n\nA drip takes 45 minutes.\n\nYou sit in an armchair for the 90-minute drip.",
    "# Acupuncture\n\nSessions cost €60.\n\nWe charge €75 per session.",
    (
        "# Diazepam\n\nDiazepam has a half-life of 20 to 50 hours.\n\nWith a half-life of 6 hours, "
        "diazepam leaves the body fast."
    ),
    "# Screening\n\nScreening is offered every three years.\n\nThe screening kit costs $40.\n\nThe kit is $55.",
    "The full course is 12 sessions over six weeks.\n\nAfter the 10-session course, most people need no more.",
    ("An initial evaluation costs $300. Follow-up visits are $120.\n\nThe follow-up visit costs $150, due on the day."),
    (
        "The infusion is given slowly, over 40 minutes, in a quiet room.\n\nYou stay awake during the "
        "60-minute infusion."
    ),
    (
        "Nausea is common. The effects of the lozenge last about two hours.\n\nDo not drive. The effects "
        "of the lozenge usually last five hours."
    ),
    "Our clinic was established in 2009.\n\nThe clinic, founded in 2013, has grown to three doctors.",
    (
        "The recommended dose of cetirizine is 10 mg once a day.\n\nAdults: the recommended dose of "
        "cetirizine is 20 mg once daily."
    ),
    "The pill takes effect in about 45 minutes.\n\nBecause it takes about three hours to work, take it early.",
    "The waiting time for a new patient is three weeks.\n\nThe waiting time for a new patient is nine weeks.",
    "A dose of the vaccine costs $210.\n\nYou pay $180 per dose at the desk.",
    (
        "The support group meets once a week. Group sessions take 90 minutes.\n\nEach two-hour group "
        "session has a theme."
    ),
    "Esketamine has a half-life of 7 to 12 hours.\n\nThe half-life of esketamine is roughly 2 hours.",
    "The drug is approved for people aged 12 and older.\n\nThe drug is approved for anyone aged 6 and older.",
    "The rehabilitation programme takes eight weeks.\n\nAt the end of the 12-week programme you get a certificate.",
    "About two thirds of people respond to the first course.\n\nRoughly 40% of people respond to the first course.",
    "Fast for eight hours before the test.\n\nYou need to fast for 12 hours before the test.",
    "Sessions cost $25.\n\nAt $35 a session, it is good value.",
    "The scan takes 20 minutes; the whole visit takes an hour.\n\nDuring the 45-minute scan, keep still.",
    (
        "You will be monitored for two hours after each treatment.\n\nPlan to stay: you are observed for "
        "30 minutes after each treatment."
    ),
    "Laser sessions run about 20 minutes. Expect some redness after a 40-minute session.",
    "The course comprises ten treatments.\n\nThe eight-treatment course ends with a check.",
    "A home visit costs £85.\n\nWe charge £95 for a home visit.",
    "The half-life of caffeine is about five hours.\n\nCaffeine, with a half-life of 10 hours, disturbs sleep.",
    "The operation lasts two to three hours.\n\nA nurse calls your family once the five-hour operation is over.",
    "The clinic opened its doors in 2018.\n\nOpen since 2012, we have seen 4,000 people.",
    "The numbness lasts two to four hours.\n\nDo not chew: the numbness lasts at least eight hours.",
    "Avoid alcohol. Do not drive for 24 hours after sedation.\n\nAfter sedation, you should not drive for 12 hours.",
    "The usual dose of naproxen is 250 mg twice a day.\n\nThe usual dose of naproxen is 500 mg four times a day.",
    "A bottle costs $42.\n\nAt $58 a bottle, it is not cheap.",
    "The programme is open to people aged 18 and over.\n\nThe programme is open to people aged 16 and over.",
    "The workshop takes three hours.\n\nIn the two-hour workshop you learn to breathe.",
    "Around 40% of patients relapse.\n\nThree in four patients relapse.",
    "It starts to work within 20 minutes.\n\nIt takes two hours to start working.",
    "Each vial costs $90.\n\nThe price per vial is $120.",
    "The waiting list is six months.\n\nThe average wait is two years.",
    "The induction series consists of six infusions.\n\nThe induction series of ten infusions takes three weeks.",
    "A check-up takes 15 minutes.\n\nAfter the 45-minute check-up you get a letter.",
    "The maximum dose of loperamide is 8 mg a day.\n\nDo not exceed the maximum dose of 16 mg a day.",
]
CAREFUL = [
    "The infusion lasts 40 minutes.\n\nPlan two hours for the whole visit. The visit takes two hours.",
    "The first session lasts 90 minutes.\n\nLater sessions last 50 minutes.",
    "Sessions last 40 to 60 minutes.\n\nA 45-minute session is typical.",
    "The induction phase lasts 4 weeks.\n\nThe maintenance phase lasts 6 months.",
    "Barkol tablets take 30 minutes to work.\n\nBarkol suppositories take 15 minutes to work.",
    "A tablet of Barkol costs $2.\n\nA tablet of Velodrin costs $5.",
    "Sessions cost $80.\n\nWith our package, sessions cost $65 each.",
    "In one trial, sessions lasted 30 minutes.\n\nAt our clinic sessions last 50 minutes.",
    "Suppose a session costs $100.\n\nOur sessions cost $140.",
    "In the UK, a session costs £60.\n\nIn Ireland, a session costs €80.",
    "The usual dose of Velodrin is 5 mg once a day.\n\nThe maximum dose of Velodrin is 20 mg a day.",
    (
        "The usual dose of Velodrin for adults is 5 mg once a day.\n\nThe usual dose of Velodrin for "
        "children is 2.5 mg once a day."
    ),
    "The usual dose is 10 mg twice a day of Barkol.\n\nThat makes a usual dose of Barkol of 20 mg a day.",
    "The usual dose of ibuprofen tablets is 400 mg.\n\nThe usual dose of ibuprofen syrup is 200 mg.",
    "Sessions were 30 minutes long until 2020.\n\nSessions are 50 minutes long.",
    "Velodrin was approved in 2019 for asthma.\n\nVelodrin was approved in 2022 for eczema.",
    (
        "Velodrin was approved by the FDA in 2019.\n\nThe EMA approved Velodrin in 2021. Velodrin was "
        "approved in Europe in 2021."
    ),
    "Velodrin is approved for people aged 18 and over.\n\nBarkol is approved for people aged 12 and over.",
    "Velodrin is approved from age 12 for asthma.\n\nVelodrin is approved for eczema in people aged 6 and older.",
    "About 60% of people respond.\n\n64% of people respond.",
    "Between 60 and 75% of people improve.\n\nThree out of four people improve.",
    "In the first trial, 40% of people respond. \n\nIn the second, 55% of people respond.",
    "With Velodrin, 60% of people respond.\n\nWith placebo, 30% of people respond.",
    "At 4 weeks, 30% of people respond.\n\nAt 12 weeks, 55% of people respond.",
    ("Do not drive for 24 hours after a general anaesthetic.\n\nAfter a local anaesthetic, do not drive for 12 hours."),
    "The waiting list for urgent referrals is two weeks.\n\nThe waiting list for routine referrals is 18 weeks.",
    "A course of six sessions is usual.\n\nA booster course of two sessions may follow.",
    "You will have two sessions a week.\n\nA course of eight sessions is usual.",
    "You need two visits before surgery.\n\nYou need three visits in total.",
    "A treatment takes 20 minutes.\n\nA course of treatment takes six weeks.",
    "Each session lasts up to an hour.\n\nYour 40-minute session ends with a rest.",
    "Sessions last at least 30 minutes.\n\nA 45-minute session is common.",
    "Sessions last 60 minutes.\n\nA one-hour session is enough.",
    "The programme lasts 12 weeks.\n\nThe three-month programme is free.",
    "The half-life of Barkol is 5 hours.\n\nThe half-life of Velodrin is 20 hours.",
    "Effects last 4 hours after one dose.\n\nAfter a full course, the effects last for 3 weeks.",
    "Side effects last a day or two.\n\nThe effects last 6 weeks.",
    "How long does a session last? Is a session 60 minutes?\n\nA session lasts 45 minutes.",
    "Some clinics offer 90-minute sessions.\n\nOur sessions last 60 minutes.",
    (
        "| Session | Length |\n|---|---|\n| Intake | 90 minutes |\n| Follow-up | 45 minutes "
        "|\n\nSessions last 45 minutes."
    ),
    "- Standard session: 50 minutes, $100\n- Long session: 80 minutes, $150",
    "A 30-minute session costs $60.\n\nA 60-minute session costs $100.",
    "A 60-minute session costs $100.\n\nA session costs $60 for members.",
    "Barkol starts to work within an hour.\n\nIt can take up to two weeks to work fully.",
    "Barkol starts to work within an hour. It takes up to two hours to work in older people.",
    "Our clinic opened in 2011.\n\nOur second clinic opened in 2019.",
    "The company was founded in 1998 by two nurses.\n\nThe hospital opened in 2004.",
    "Fast for 12 hours before the blood test.\n\nDo not eat for 6 hours before surgery.",
    "Do not eat for 6 hours before surgery.\n\nDo not drink for 2 hours before surgery.",
    (
        "The injection is given once a week at first.\n\nAfter the first month the injection is given "
        "once every four weeks."
    ),
    "Sessions are twice a week for the first month.\n\nThen sessions are once a week.",
    "Ketamine infusions take 40 minutes.\n\nEsketamine sessions take two hours.",
    "Spravato costs $900 per dose without insurance.\n\nA dose costs $10 with the savings card.",
    "A consultation costs $150.\n\nA video consultation costs $90.",
    "Each infusion costs $450.\n\nA set of six infusions costs $2,400, so each infusion costs $400.",
    "The starting dose of sertraline is 50 mg once a day.\n\nThe usual dose of sertraline is 100 mg once a day.",
    "Ketamine is given at 0.5 mg/kg over 40 minutes.\n\nFor anesthesia, ketamine is given at 2 mg/kg over 1 minute.",
    "A bottle costs $39.\n\nTwo bottles cost $70. A bottle of 90 capsules costs $49.",
    "Wait 30 minutes before the next test.\n\nThe test takes 10 minutes.",
    "The course lasts five days.\n\nThe five-day course is finished even if you feel well.",
    (
        "Take the tablets for seven days. A seven-day course is enough for cystitis.\n\nA 14-day course "
        "is needed for a kidney infection."
    ),
    "Appointments are 10 minutes. Book a double appointment of 20 minutes if you have several problems.",
    "Physical therapy sessions last 45 minutes.\n\nCounselling sessions last 50 minutes.",
    "The trial lasted 12 weeks.\n\nThe open-label phase lasted 52 weeks.",
    "Sessions cost from $80.\n\nA session costs $120.",
    "A home visit costs $80.\n\nVisits cost $60.",
    (
        "# Ketamine infusions at Harbor Clinic\n\nEach infusion lasts 40 minutes, and a nurse stays in "
        "the room. Your visit takes about two hours.\n\n## What to expect\n\nDuring the 40-minute "
        "infusion you lie in a recliner. Allow two hours for your visit."
    ),
    (
        "# TMS\n\nA TMS session takes about 20 minutes. With the older coil, a session takes 37 "
        "minutes.\n\nTheta-burst sessions last three minutes."
    ),
    (
        "# TMS\n\nTreatment is given five days a week for six weeks, 30 sessions in total.\n\nA "
        "maintenance course of 10 sessions may follow."
    ),
    (
        "# Cataract surgery\n\nThe operation usually takes 15 to 20 minutes. You will be in the hospital "
        "for two to three hours.\n\nRecovery takes four to six weeks."
    ),
    "# Physiotherapy\n\nYour first appointment lasts 60 minutes.\n\nFollow-up appointments last 30 minutes.",
    (
        "# Shingles vaccine\n\nThe vaccine is given in two doses, two to six months apart.\n\nFor "
        "people with weak immune systems, the doses are given one to two months apart."
    ),
    (
        "# Weight-loss shots\n\nOur programme costs $299 a month for the first three "
        "months.\n\nAfter that it costs $349 a month."
    ),
    "# Anaesthesia\n\nDo not eat for 6 hours before the operation. Do not drink for 2 hours before the operation.",
    (
        "# Our story\n\nThe company was founded in 2014. The first clinic opened in 2016. We opened a "
        "second clinic in 2020."
    ),
    (
        "# CBT for insomnia\n\nThe programme consists of six sessions.\n\nThe online programme "
        "consists of eight sessions."
    ),
    "# Pain relief\n\nIbuprofen starts to work within 30 minutes.\n\nNaproxen takes about two hours to work.",
    "# Botox\n\nThe effect lasts three to four months.\n\nFor sweating, the effect lasts six to nine months.",
    (
        "# Sertraline\n\nThe usual starting dose is 50 mg once a day.\n\nFor panic disorder the "
        "starting dose is 25 mg once a day."
    ),
    (
        "# Ibuprofen\n\nThe maximum dose is 1,200 mg a day without a prescription.\n\nUnder a "
        "doctor's care, the maximum dose is 2,400 mg a day."
    ),
    "# Paracetamol\n\nThe usual dose is 500 mg to 1 g up to four times a day.\n\nThe maximum dose is 4 g a day.",
    (
        "# Prices\n\n| Service | Price |\n|---|---|\n| 30-minute session | $50 |\n| 60-minute session | "
        "$90 |\n\nA session costs $50 to $90."
    ),
    "# Dental implants\n\nA single implant costs £2,100. With the crown, an implant costs £2,600.",
    (
        "# Waiting times\n\nThe waiting time for a first visit is 8 weeks.\n\nThe waiting time for "
        "surgery is about five months."
    ),
    "# Depression\n\nAbout half of people improve on the first drug.\n\nOn placebo, 30% of people improve.",
    (
        "# Vaccines\n\nThe flu vaccine is recommended for everyone aged 6 months and older.\n\nThe "
        "shingles vaccine is recommended for people aged 50 and over."
    ),
    "# Blood tests\n\nFast for 12 hours before a lipid test. Fast for 8 hours before a glucose test.",
    (
        "# Spravato\n\nAfter each dose you are observed for at least two hours.\n\nMost people can "
        "go home after about two hours."
    ),
    "# Online therapy\n\nA 50-minute session costs $85. A 90-minute couples session costs $140.",
    (
        "# Antibiotics\n\nFor a bladder infection a three-day course is enough.\n\nFor a kidney "
        "infection the course lasts seven to ten days."
    ),
    (
        "# Study\n\nThe trial ran for 12 weeks with 120 adults. Sessions lasted 50 minutes.\n\nIn "
        "daily practice sessions last 30 minutes."
    ),
    (
        "# Massage\n\nChoose between a 30-minute massage and a one-hour massage.\n\nThe one-hour "
        "massage is done in a quiet room."
    ),
    "# Rehab\n\nOutpatient programmes last 12 weeks.\n\nThe inpatient programme lasts 28 days.",
    ("# Diazepam and midazolam\n\nDiazepam has a half-life of 20 to 50 hours. Midazolam has a half-life of two hours."),
    (
        "# Migraine\n\nAttacks last 4 to 72 hours. An aura lasts 5 to 60 minutes.\n\nThe effects "
        "of a triptan last 4 hours; the effects of a gepant last 24 hours."
    ),
    (
        "# Insulin\n\nRapid-acting insulin starts to work in 15 minutes. Long-acting insulin starts to "
        "work in 1 to 2 hours."
    ),
    (
        "# Nicotine\n\nUse the patch for 8 weeks. The 8-week course costs $120 in all.\n\nGum "
        "users follow a 12-week course."
    ),
    "# Shots\n\nThe shot is given once a week. After six months, it is given once a month.",
    "# Fees\n\nSessions cost $120. On a sliding scale, sessions cost $60.",
    "# Fees\n\nIn 2024 a session costs $100. From January 2026 a session costs $120.",
    (
        "# Semaglutide\n\nThe starting dose is 0.25 mg once a week. After four weeks the dose is 0.5 mg "
        "once a week. The maintenance dose is 2.4 mg once a week.\n\nThe tablet form: the starting dose "
        "is 3 mg once a day."
    ),
    (
        "# Sessions\n\nEach session includes 20 minutes of preparation. The session lasts 60 "
        "minutes.\n\nThe 40-minute exercise part of the session follows."
    ),
    (
        "# Children\n\nThe usual dose of amoxicillin for children is 25 mg/kg a day.\n\nThe usual "
        "dose of amoxicillin is 500 mg three times a day."
    ),
    "# Home kits\n\nThe kit is $55.\n\nA refill kit is $30.",
    "# Our prices in 2023 and 2025\n\nIn 2023 an infusion cost $400. An infusion costs $450.",
    ("Each acupuncture session lasts 30 minutes. Wear loose clothes. You may feel sleepy after the 30-minute session."),
    "The full course is 12 sessions over six weeks.\n\nAfter the 12-session course, most people need no more.",
    ("An initial evaluation costs $300. Follow-up visits are $120.\n\nThe follow-up visit costs $120, due on the day."),
    (
        "The infusion is given slowly, over 40 minutes, in a quiet room.\n\nYou stay awake during the "
        "40-minute infusion."
    ),
    (
        "Nausea is common. The effects of the lozenge last about two hours.\n\nDo not drive. The effects "
        "of the lozenge usually last two hours."
    ),
    "Our clinic was established in 2009.\n\nSince it was founded in 2009, the clinic has grown to three doctors.",
    (
        "The recommended dose of cetirizine is 10 mg once a day.\n\nAdults: the recommended dose of "
        "cetirizine is 10 mg once daily."
    ),
    "The pill takes effect in about 45 minutes.\n\nBecause it takes about 45 minutes to work, take it early.",
    "Patients wait about three weeks for an appointment. The average waiting time is three weeks.",
    "A dose of the vaccine costs $210.\n\nYou pay $210 per dose at the desk.",
    (
        "The support group meets once a week. Group sessions take 90 minutes.\n\nEach 90-minute group "
        "session has a theme."
    ),
    "Esketamine has a half-life of 7 to 12 hours.\n\nThe half-life of esketamine is roughly 10 hours.",
    "The drug is approved for people 12 and older. It is not approved for children under 12.",
    (
        "The rehabilitation programme takes eight weeks.\n\nAt the end of the eight-week programme you "
        "get a certificate."
    ),
    "About two thirds of people respond to the first course.\n\nRoughly 65% of people respond to the first course.",
    "Fast for eight hours before the test. If you ate within eight hours, call us.",
    (
        "Sessions are free for members. Others pay $25 per session.\n\nAt $25 a session, it is good "
        "value for non-members."
    ),
    "The scan takes 20 minutes; the whole visit takes an hour.\n\nDuring the 20-minute scan, keep still.",
    "Therapy takes place twice a week. The twice-weekly sessions are held in Room 4.",
    (
        "You will be monitored for two hours after each treatment.\n\nPlan to stay: we observe you for "
        "two hours afterwards."
    ),
    "Laser sessions run about 20 minutes. Expect some redness after a 20-minute session.",
    "The course comprises ten treatments.\n\nWhen all ten treatments are done, we check again.",
    "A home visit costs £85.\n\nWe charge £85 for a home visit.",
    "The half-life of caffeine is about five hours.\n\nCaffeine, with a half-life of 5 hours, disturbs sleep.",
    (
        "The operation lasts two to three hours.\n\nWhile the operation lasts (about two and a half "
        "hours), your family can wait here."
    ),
    "The clinic opened its doors in 2018.\n\nOpen since 2018, we have seen 4,000 people.",
    "The numbness lasts two to four hours.\n\nDo not eat until the numbness wears off after two to four hours.",
    "Avoid alcohol. Do not drive for 24 hours after sedation.\n\nAfter sedation, you should not drive for 24 hours.",
    "The usual dose of naproxen is 250 mg twice a day.\n\nAdults usually take 250 mg of naproxen twice a day.",
    "The two shots are given three weeks apart.\n\nThe second shot is given three weeks after the first.",
    "A bottle costs $42.\n\nAt $42 a bottle, it is not cheap.",
    "You can join from the age of 18; the programme is open to adults aged 18 and over.",
    "The workshop takes three hours.\n\nIn the three-hour workshop you learn to breathe.",
    "Around 40% of patients relapse within a year.\n\nTwo in five patients relapse.",
    "It works within 20 minutes.\n\nIt starts to work within 20 minutes.",
    "Each vial costs $90.\n\nThe price per vial is $90.",
    "The waiting list is six months long.\n\nThe average wait is six months.",
    "Six infusions make up the induction series.\n\nThe series of six infusions takes three weeks.",
    "Your check-up takes a quarter of an hour. Check-ups are free.",
    "The maximum dose of loperamide is 8 mg a day.\n\nDo not exceed the maximum dose of 8 mg a day.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_quiet(text: str) -> None:
    assert not shown(text, CHECK)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.careful.md")), ids=lambda path: path.name)
def test_a_careful_page_stays_quiet(path: Path) -> None:
    assert not shown(path.read_text(encoding="utf-8"), CHECK)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.wrong.md")), ids=lambda path: path.name)
def test_its_twin_with_one_slip_is_found(path: Path) -> None:
    assert shown(path.read_text(encoding="utf-8"), CHECK)


def test_both_places_are_shown() -> None:
    (found,) = findings("# Visits\n\nSessions last 40 minutes.\n\nBring a friend to your one-hour session.", CHECK)
    assert found.text == "one-hour" and found.line == 5
    assert found.message == "For the length of a session the page says one-hour here, but 40 minutes in line 3."
    assert found.evidence is not None and found.evidence.kind == "two-values"
    assert [row["value"] for row in found.evidence.rows] == ["40 minutes", "one-hour"]
    assert [row["line"] for row in found.evidence.rows] == ["3", "5"]


def test_a_quoted_second_value_is_held_back() -> None:
    (found,) = findings("Sessions last 40 minutes.\n\n“Sessions last 90 minutes,” said a reader.", CHECK)
    assert found.held_back


def test_three_values_are_likely_three_things() -> None:
    text = "Sessions last 40 minutes.\n\nSessions last 60 minutes.\n\nSessions last 90 minutes."
    assert [found.confidence for found in findings(text, CHECK)] == ["medium", "low"]


def test_the_same_amount_in_another_rhythm_is_another_dose() -> None:
    text = "The usual dose of methotrexate is 15 mg once a week.\n\nThe usual dose of methotrexate is 15 mg once a day."
    (found,) = findings(text, CHECK)
    assert "15 mg once a day here, but 15 mg once a week" in found.message


ELSEWHERE = [
    ("Follow-up was six months. The nine-month follow-up ended in May.", "nine-month"),
    ("Each bottle holds 60 capsules. With 90 capsules in a bottle you have enough for a month.", "90 capsules"),
    ("We aim for a value below 130. If it stays above our target of 140, ring us.", "140"),
    ("Stir the powder into 200 ml of water. Then rest.\n\nMix the powder with 100 ml of water.", "100 ml"),
    (
        "**How long must I fast?** Six hours before the scan.\n\nYou must not eat for eight hours before the scan.",
        "eight hours",
    ),
    ("The course runs for 10 weeks.\n\n| Course | Length |\n|-|-|\n| Calm Steps | 8 weeks |", "8 weeks"),
    ("The shot is given once a month. It is free.\n\nYou need one shot every three months.", "three months"),
    ("Use the drops for up to 4 weeks after opening. Throw them away six weeks after opening.", "six weeks"),
    ("A session lasts 50 minutes. During the 90 minutes of a session you lie down.", "90 minutes"),
]
AGREED = [
    "Follow-up was six months. The six-month follow-up ended in May.",
    "Each bottle holds 60 capsules. Each box holds 90 tablets.",
    "We aim for a value below 130. If it stays above our target of 130, ring us.",
    "We aim for a value below 130. If it rises above 140, ring us.",
    "Stir the powder into 200 ml of water. Stir the other powder into 100 ml of water.",
    "**How long must I fast?** Six hours before the scan.\n\nYou must not drink for two hours before the scan.",
    "| Course | Length |\n|-|-|\n| Calm Steps | 8 weeks |\n| Deep Rest | 10 weeks |\n\nThe course runs for 10 weeks.",
    "The shot is given once a month. It is free.\n\nYou need one shot every four weeks.",
    "The tablet is taken once a day. The shot is given every three months.",
    "Use the drops for up to 4 weeks after opening. Unopened, they keep for two years.",
    "A session lasts 50 minutes. The last 10 minutes of a session are for questions.",
    "The treatment lasted 12 weeks. The follow-up lasted 24 weeks.",
]


@pytest.mark.parametrize(("text", "words"), ELSEWHERE)
def test_other_ways_of_telling_a_value(text: str, words: str) -> None:
    assert words in shown(text, CHECK)


@pytest.mark.parametrize("text", AGREED)
def test_their_careful_twins_stay_quiet(text: str) -> None:
    assert shown(text, CHECK) == []
