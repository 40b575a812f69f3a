"""The grammar of vague appeals: research, evidence, guidance and experts, beside careful uses of the same words."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "vague-study"
APPEALS = [
    "Study after study has found that people who nap live longer.",
    "There is a wealth of research showing that magnesium helps you sleep.",
    "According to science, cold showers raise your mood.",
    "It's widely accepted that screens harm sleep.",
    "A team of scientists found that the root calms the gut.",
    "Multiple randomised trials have now shown that Velodrin halves attacks.",
    "Experts say the gel is safer than tablets.",
    "Numerous clinical studies support its safety.",
    "The latest research suggests that coffee protects the liver.",
    "One recent study found that 80% of users slept better.",
    "In a trial of 200 women, hot flushes fell by half.",
    "The method is supported by more than 40 studies.",
    "Evidence from several countries indicates that the jab lowers deaths.",
    "Preliminary studies in adults hint that the spray eases panic.",
    "The literature supports four sessions a week.",
    "Research from a top university shows that honey heals ulcers.",
    "Scientists have known for years that stress shrinks the brain.",
    "Psychologists have long argued that gratitude lifts mood.",
    "It has been scientifically proven that turmeric fights inflammation.",
    "Data from clinical trials show that the effect lasts a year.",
    "Past research has established a link between gum disease and strokes.",
    "There is strong scientific evidence that the powder works.",
    "Research consistently demonstrates that yoga lowers blood sugar.",
    "A recent survey found that seven in ten patients would choose it again.",
    "Two large studies have shown lower mortality with the vaccine.",
    "Across trials, about half of patients stopped having attacks.",
    "Statistics show that most people regain the weight.",
    "Laboratory tests show that our oil kills viruses.",
    "Several reports indicate that the drug calms agitation.",
    "Emerging evidence suggests that microdosing sharpens focus.",
    "Plenty of studies have looked at saffron, and nearly all of them found better moods.",
    "Clinicians overwhelmingly prefer this brace.",
    "There's growing scientific consensus that sitting shortens life.",
    "Our approach is grounded in science and supported by clinical research.",
    "According to recent studies, the average adult swallows a gram of plastic a week.",
    "According to a new report, dementia will double by 2040.",
    "Research has long tied loneliness to heart disease.",
    "In one trial, the spray stopped nosebleeds in 85% of children.",
    "In recent years, several studies have suggested that statins protect the brain.",
    "Cold plunges reduce soreness, research suggests.",
    "Many patients get better within days, as clinical studies demonstrate.",
    "It has long been known that garlic thins the blood.",
    "Psychiatrists are seeing results, and research confirms what they see.",
    "Follow-up studies showed that gains lasted two years.",
    "The body of evidence for acupuncture keeps growing, and trials confirm relief.",
    "A 12-week study of office workers found fewer headaches.",
    "Researchers from two universities showed that the vaccine cuts shingles by 90%.",
    "Controlled studies indicate that the herb is as effective as the tablet.",
    "The drops were clinically tested in a trial of 60 adults and worked for 95%.",
    "Large-scale population studies link vitamin D to fewer infections.",
    "Animal studies suggest that the root repairs nerves.",
    "Research on twins indicates that habits matter more than genes.",
    "Doctors now know that inflammation drives depression.",
    "A growing number of doctors believe that mould causes fatigue.",
    "Clinical trial results show that eight in ten users kept the weight off.",
    "Studies involving thousands of women confirm that the pill is harmless.",
    "Surgeons report that patients recover twice as fast.",
    "Observational data suggest that the shot protects for ten years.",
    "A recent article in a medical journal said that honey beats cough syrup.",
    "Official guidelines now advise ketamine as first choice.",
    "Clinical studies have found Glowroot to be just as good as sertraline.",
    "Thousands of studies confirm the healing power of touch.",
    "One Stanford study had people walk barefoot, and their pain vanished.",
    "Recent research has linked screen time to obesity in toddlers.",
    "This is backed by years of clinical research.",
    "Studies from around the globe point to the same conclusion.",
    "There is good evidence that ketamine relieves suicidal thoughts.",
    "Nutritionists agree that breakfast matters most.",
    "In a recent poll, 8 out of 10 nurses said they trust the brand.",
    "Many studies have documented the calming effect of lavender.",
    "Researchers believe that the bacteria trigger the disease.",
    "It is generally accepted that ketamine acts within hours.",
    "Experts recommend two sessions a week.",
    "As research shows, most people regain lost weight.",
    "Studies in humans and animals support its use for arthritis.",
    "Published studies report success rates of up to 70%.",
    "Investigations have revealed high rates of relapse.",
    "Data suggest that one infusion is not enough.",
    "Psychologists have found that journaling reduces anxiety.",
    "Science has proven that meditation changes the brain.",
    "Clinical evidence points to lasting change after six sessions.",
    "In laboratory and clinical studies, the serum outperformed its rivals.",
    "Research conducted at several universities found that mint eases nausea.",
    "Scientists now think that sleep clears toxins from the brain.",
    "Following decades of study, researchers have concluded that moderate drinking is harmless.",
    "One in three patients relapse, surveys show.",
    "Leading health organisations recommend fasting for weight loss.",
    "Early results from a trial suggest that the patch halves pain.",
    "Vitamin K2, according to researchers, keeps arteries soft.",
    "Epidemiologists have traced the rise in asthma to cleaning sprays.",
    "An eight-week trial showed big gains in memory.",
    "We chose these herbs because research proves they work.",
    "Doctors say you should drink three litres of water a day.",
    "A review of the evidence concluded that chiropractic helps colic.",
    "Physiotherapists consider this the best stretch for back pain.",
    "Compelling evidence links vaping to lung damage.",
    "Our peptides are supported by over 200 scientific publications.",
    "A newly published analysis found that statins prevent falls.",
    "Emerging research hints that mushrooms may slow memory loss.",
    "German researchers have shown that arnica heals bruises.",
    "Studies have even suggested that pets lower blood pressure.",
    "The latest scientific findings confirm what our grandmothers knew.",
    "It is well documented that ketamine acts on glutamate.",
    "The benefits of the treatment are well established in the literature.",
    "A university-led trial proved that the bracelet stops nausea.",
    "Based on available evidence, the implant lasts fifteen years.",
    "Research papers describe remarkable recoveries.",
    "An observational study linked late dinners with reflux.",
    "Studies on thousands of patients have found no lasting harm.",
    "Sports physicians advise ice baths after every race.",
    "Experts say that most people need no more than seven hours.",
    "Studies show promising results for people with long COVID.",
    "Evidence is mounting that ultra-processed food harms the gut.",
    "New studies out this week reveal a link between noise and dementia.",
    "Clinicians have noticed that ketamine patients relapse less.",
    "Research into psilocybin shows that two sessions can lift depression for a year.",
    "There is overwhelming scientific agreement that the method works.",
    "Randomised trials have established the benefits of early walking.",
    "A 2022 review concluded that the lamps help with winter depression.",
    "Health experts recommend at least five portions a day.",
    "Neurologists now believe that sleep flushes the brain.",
    "As many studies have shown, hypnosis helps smokers quit.",
    "Trials have found the tablets to be 90% effective.",
]
CAREFUL = [
    "Studies show a modest benefit (Okafor et al., 2019).",
    "The trial stopped early because too few people joined.",
    "Ask your doctor whether any studies support this use.",
    "Few trials have looked at children.",
    "Researchers are testing the drug in older adults.",
    "Clinical trials compare a new treatment with the usual one.",
    "Imaging studies show whether the joint is narrowed.",
    "The specialist will show you how to use the inhaler.",
    "Doctors found a small tumour in her left lung.",
    "We searched three databases for randomised trials.",
    "Two authors extracted data from the studies.",
    "This study found that 12 of 40 patients relapsed.",
    "The study was funded by the Northmere Foundation.",
    "Expert advice is free of charge at our pharmacy.",
    "The patient reported that the study nurse was kind.",
    "It is not known whether the drug helps children.",
    "The researchers found no link between the jab and autism.",
    "Participants in the trial took the tablets with food.",
    "The National Institute of Example issued a report in 2020 on falls (NIE report 14).",
    "We report three cases of liver injury.",
    "Your specialist will confirm the diagnosis.",
    "If studies show that it is unsafe, the licence will be withdrawn.",
    "Evidence for the treatment is weak and comes from small groups.",
    "Lack of research means that we cannot advise it in pregnancy.",
    "The evidence was rated as low certainty.",
    "Your survey answers are stored for a year.",
    "The literature on this question is thin.",
    "He was treated in a trial at the county hospital.",
    "To study the effect, nurses measured pulse every hour.",
    "Guidelines from the American Heart Association recommend two readings.",
    "Studies of this kind cannot prove cause and effect.",
    "Researchers followed 204 nurses for six years (Lindgren, Annals of Sleep, 2018).",
    "The trial found no benefit, and the authors advise against it.",
    "Nurses report any change in your blood pressure to the doctor.",
    "If you take part in the study, you can leave at any time.",
    "We do not have enough research in children to recommend it.",
    "Evidence on harms is lacking.",
    "Some doctors prescribe it off label.",
    "A specialist nurse can show you the exercises.",
    "Patients were asked to report side effects in a diary.",
    "Analysis of your urine shows whether you have an infection.",
    "An expert panel met in Geneva and published its report ([summary](https://example.org/panel)).",
    "Data were collected by post.",
    "Trial participants received either drug or placebo.",
    "Physicians must report suspected cases to the health office.",
    "He teaches science at a school in Oslo.",
    "The FDA reviews data from trials before it approves a drug.",
    "Doctors use an X-ray to look at the lungs.",
    "Doctors know you by name at our clinic.",
    "Further studies should confirm this result.",
    "Current research aims to find better drugs.",
    "The claim that studies prove it is false.",
    "The authors conclude that the effect is small.",
    "The paper was retracted in 2021.",
    "Take the tablet as directed; guidelines differ from country to country.",
    "In clinical trials, volunteers give written consent first.",
    "Data on long-term safety are not yet available.",
    "No single study settles the matter.",
    "Ask the clinic which studies it relies on.",
    "Professional bodies issue guidance for nurses.",
    "The study did not find that the drug prevents falls.",
    "Researchers do not yet know what causes the disease.",
    "Researchers are studying whether the drug helps older adults.",
    "Your health care team will review your test results.",
    "Doctors can treat the infection with antibiotics.",
    "Talk to your doctor about joining a clinical trial.",
    "The report of your scan is sent to your doctor within two weeks.",
    "The trial compared two doses; neither lowered blood pressure.",
    "The investigators assigned 240 adults to tablets or placebo.",
    "Studies differ in how they measured pain.",
    "Some studies were small and had no control group.",
    "The panel of experts met twice.",
    "The expert witness was paid by the defence.",
    "In the trial by Okafor and Sol (2020), a third of patients stopped early.",
    "The data protection officer can be reached by post.",
    "Doctors and nurses agree on a plan with you.",
    "Researchers found 41 cases in the registry (Sol, 2022).",
    "Nobody should claim that research proves a cure.",
    "The school teaches evidence-based medicine.",
    "Paper records are kept for ten years.",
    "The doctor says that the cast can come off next week.",
    "The study is led by Dr Ana Example at Northmere Hospital.",
    "Researchers hope to enrol 500 adults by June.",
    "The guideline group found no trials in children.",
    "You can report a side effect yourself.",
    "Most specialists have a waiting list.",
    "Health professionals can order leaflets free of charge.",
    "There is limited evidence that massage helps.",
    "The evidence comes from one trial of 40 people, which had no control group.",
    "Scientists name plants in Latin.",
    "Our information is reviewed by doctors and updated each year.",
    "Only a doctor can say whether you have had a stroke.",
    "The scan will show whether the bone has healed.",
    "The nurse found a quiet room.",
    "Experts in the field were asked to comment on the draft.",
    "Doctors listen to your heart with a stethoscope.",
    "Doctors think about side effects before they prescribe.",
    "The research nurse will call you in May.",
    "The trials enrolled different patients, so the results cannot be compared.",
    "The agency reviews studies before approval.",
    "Studies are listed in the table below.",
    "A search for trials found none.",
    "Ask for the study and read who paid for it.",
    "Most doctors' offices close at five.",
    "The committee will look at new evidence in the autumn.",
    "Experts and patients wrote this page together.",
    "We asked three experts: Ana Example, Lea Sol and Ola Berg.",
    "The authors call for larger trials.",
    "The papers you sign before the operation explain the risks.",
    "The literature sent home with you lists the exercises.",
    "The studies had short follow-up and few participants.",
    "This review included studies from nine countries.",
    "Experts will review the draft in June.",
    "Your care team may recommend a scan.",
    "Pharmacists can advise you on side effects.",
    "Ask two doctors and you may get two answers.",
    "Researchers interviewed 31 nurses; their report is open to all ([report](https://example.org/r)).",
    "A trial is the only way to find out.",
    "Evidence for this advice is weak.",
    "The guideline does not recommend routine scans.",
    "One small study is not proof.",
    "Good studies compare like with like.",
    "Research takes years.",
    "Findings are explained to you by the radiologist.",
    "The report found faults in the clinic's records (Care Board, 2023).",
]
ABSTRACT = """# Barkol for gout: a randomised trial

Background: Gout is painful. Methods: In a double-blind trial, 62 adults took Barkol or placebo.

Results: Pain fell in 40%. Conclusions: Larger trials are needed.
"""


def open_(text: str) -> list[str]:
    return [finding.text for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize("text", APPEALS)
def test_an_appeal_is_found_by_its_grammar(text: str) -> None:
    assert open_(text)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_uses_of_the_same_words_are_left_alone(text: str) -> None:
    assert open_(text) == []


def test_the_match_runs_from_the_determiner_to_the_verb() -> None:
    text = "Barkol helps: a number of large, well-run trials in adults have repeatedly shown less pain."
    assert open_(text) == ["a number of large, well-run trials in adults have repeatedly shown"]


def test_what_follows_one_study_in_the_same_sentence_is_found_too() -> None:
    assert open_("One study reported less pain, while another found none.") == ["One study reported", "another found"]


def test_the_research_is_vague_unless_research_was_told_of_before() -> None:
    assert open_("How long does it last? The research points to two weeks.") == ["The research points to"]
    assert open_("We paid for research in nine clinics. The research points to two weeks.") == []


def test_an_abstract_tells_of_its_own_study() -> None:
    assert open_(ABSTRACT) == []


def test_guidance_of_a_body_by_name_can_be_looked_up() -> None:
    assert open_("Current guidelines recommend Barkol.") == ["Current guidelines recommend"]
    assert open_("Current guidelines of the American Heart Association recommend Barkol.") == []


def test_a_mark_counts_on_an_excerpt_without_its_list_but_not_where_the_list_lacks_it() -> None:
    assert open_("Studies show that Barkol eases gout [3, 4].") == []
    assert open_("Studies show that Barkol eases gout [9].\n\n## References\n\n1. Sol. Gout, 2016.\n") == [
        "Studies show"
    ]
