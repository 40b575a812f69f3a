"""An improvement taken as an effect: found where the text concludes, silent beside a comparison."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "before-and-after"
FOUND = [
    "Patients improved after infusions, so ketamine works.",
    "Pain scores dropped by half after four weeks of laser sessions, proving the laser works.",
    "People who took the capsules felt better within days, so the capsules clearly help.",
    "Their anxiety eased after the third session. That shows neurofeedback works.",
    (
        "After eight weeks on Glowroot, blood pressure fell in most users. Glowroot lowers blood pressure, "
        "the results show."
    ),
    "Our clients' sleep improved after acupuncture, which means acupuncture treats insomnia.",
    "Most patients recovered within two weeks of taking the syrup; the syrup therefore cures bronchitis.",
    "Depression lifted in most patients after the infusions. The treatment works.",
    "The children slept longer after starting the gummies, proof that the gummies work.",
    "Since starting the diet, patients have had fewer flares. The diet is effective.",
    "Clients got better after hypnosis, demonstrating that hypnosis is effective for smoking.",
    "Blood sugar dropped after three months of cinnamon, so cinnamon controls diabetes.",
    "Patients reported less pain after the laser. The laser therefore works.",
    "Within a week of their first infusion most patients felt better, and that proves ketamine lifts depression.",
    "Children's coughs went away after they took the honey mix, which shows the mix cures coughs.",
    "People sleep better after taking our drops; clearly the drops work.",
    "Her patients recovered after fasting. This demonstrates that fasting heals the gut.",
    "Anxiety scores fell from 28 to 12 following eight sessions, evidence that the method works.",
    "Most users had fewer migraines after six weeks on the patch, so the patch prevents migraine.",
    "Women reported fewer hot flushes after four weeks of the tea. So the tea clearly helps.",
    "Since the clinic began giving vitamin drips, patients' fatigue has eased, which proves the drips work.",
    "Scores on the anxiety scale dropped after the retreat. The retreat is effective.",
    "The patients had less pain once they wore the magnets; therefore magnets relieve pain.",
    "Two weeks after the shots, most people's knees had improved. This confirms that the shots work.",
    "People lost weight after starting the capsules, so the capsules burn fat.",
    "Patients who took the probiotic felt less bloated a month later, so probiotics cure IBS.",
    "Employees were less stressed after the mindfulness course. The course works.",
    "After the injections his patients walked without pain, evidence enough that stem cells repair knees.",
    "Users slept 40 minutes longer once they switched to our pillow, so it improves sleep.",
    "People with insomnia fell asleep faster after two weeks of magnesium, so magnesium cures insomnia.",
    "Patients' moods improved following the psilocybin session, proving that psilocybin treats depression.",
    "Her clients lost weight after cutting out bread; bread is therefore what makes people fat.",
    "Arthritis pain eased in most users after a month with the bracelet. That proves copper works.",
    "After the light therapy, residents slept through the night, so light therapy heals insomnia.",
    "Patients felt calmer within hours of the first dose. This proves the drops relieve anxiety.",
    "Cholesterol fell in all users after three months on garlic, which means garlic replaces statins.",
]
SILENT = [
    "Blood sugar dropped after three months of cinnamon, but it dropped as much on placebo.",
    "Patients reported less pain after the laser than after a sham laser.",
    (
        "Within a week of their first infusion most patients felt better. Whether the drug did it, nobody can "
        "tell without a control group."
    ),
    "Children's coughs went away after about ten days.",
    "People slept 20 minutes longer after taking the drops than after the dummy drops.",
    "Her patients recovered after fasting, but they had also changed their diet, so no conclusion can be drawn.",
    "Anxiety scores fell from 28 to 12 following eight sessions and from 27 to 13 in the waiting list group.",
    "Most users have fewer migraines after the age of 50.",
    (
        "Women reported fewer hot flushes after four weeks of the tea, and just as many fewer after four "
        "weeks of tap water."
    ),
    "Since the clinic began giving vitamin drips, it has opened a second site.",
    "Scores on the anxiety scale dropped after the retreat by 4 points, and by 5 in those who stayed home.",
    "The patients had less pain once they wore the magnets, but pain comes and goes on its own.",
    "Two weeks after the shots, most people's knees had improved, as they had after salt water.",
    "People lost weight after starting the capsules, but they ate less too, so it is unclear what did it.",
    "Patients who took the probiotic felt less bloated a month later; so did those on the dummy.",
    "Migraines became rarer after people turned 60.",
    "Employees were less stressed after the mindfulness course than colleagues who had not taken it.",
    "After the injections patients may walk with some pain for a week.",
    "Users can return the pillow within 40 days.",
    "People with insomnia fell asleep faster after two weeks of magnesium (17 minutes) and of placebo (15 minutes).",
    "Patients' moods improved following the psilocybin session in this uncontrolled study.",
    "Her clients lost weight after cutting out bread, though they were also walking more than before.",
    "Arthritis pain eased in most users after a month with the bracelet, copper or plastic.",
    (
        "After the light therapy, residents slept 12 minutes longer than before; a control group slept 10 "
        "minutes longer."
    ),
    "Patients felt calmer within hours of the first dose or of the placebo.",
    "Cholesterol fell in all users after three months on garlic and a low-fat diet, so it is unclear what helped.",
    "After the infusion, patients rest for two hours and are then driven home.",
    "Patients often feel better after a few weeks of treatment, but it can take longer.",
    "Most people feel better within two weeks of starting antibiotics. Finish the course even if you feel better.",
    "Symptoms usually improve after 6 to 8 weeks on the tablets. If they do not, see your doctor.",
    "Blood pressure falls after the first dose, so stand up slowly.",
    "People who took the drug slept 25 minutes longer than those on placebo. The effect was small.",
    "Most patients recover within a few days after the operation, so you can plan to be back at work in a week.",
    "Pain improved after surgery in both groups, which shows that time also heals.",
    "Patients felt better after the dummy pill as well, so expectation clearly plays a part.",
    "After six weeks of rest the pain eased in most people, which is the natural course.",
    "People often say they felt better after the retreat, but that does not prove that it works.",
    "Symptoms improved after the antibiotic was stopped.",
    "The rash went away after the drug was stopped, which means the drug was the cause.",
    "When symptoms improved after treatment, the dose was lowered.",
    "The patient's pain improved after the cyst was removed.",
    "A hernia comes back in up to 10% of people. Most patients recover within six weeks.",
    "Once pain has eased after the injection, so patients can stop the tablets.",
    "Symptoms improved after two weeks, so doctors lower the dose.",
    "Patients who feel better after a few days stop the tablets, so the infection returns.",
    "When people lost weight after surgery, insulin needs fell, so doctors cut the dose.",
    "Blood pressure fell after the operation, so the nurses raise the legs.",
    "After six weeks, most people have less pain, so they can increase their walking.",
    "Skin cleared after four weeks, which means you can cut down to twice a week.",
    "He felt better after a week, so he wanted to stop treatment.",
    "Pain fell after the block wore off in 8 patients, so they stopped opioids.",
    "In 12 patients blood was drawn, so nurses keep the line clear.",
    "Nine people responded, so we increase the dose in the next group.",
    "Eleven women took part in the interviews. Midwives should give clear advice, so women can stop worrying.",
    "We interviewed 24 patients. Clearly, patients need more time, which means clinics must improve booking.",
    (
        "Most people lost weight after starting the drug, and weight came back after they stopped, which "
        "shows that obesity is a chronic disease."
    ),
    "Symptoms improved after treatment in most children. Doctors treat the infection with antibiotics.",
    "We studied 20 nurses. Long shifts reduce sleep, so hospitals should cut overtime.",
    "In a study of 16 surgeons, errors rose at night. Fatigue raises risk, the authors conclude.",
    "In focus groups with 18 mothers, all said that leaflets are hard to read, which shows that plain words help.",
    "Of 20 leaflets read by 12 people, half were unclear. Plain words help.",
    "Six children were ill after eating the berries. This shows that the plant causes vomiting.",
    (
        "No complications arose in 40 patients, so they were sent home. Going home the same day is safe if "
        "someone stays with you."
    ),
    "There were no side effects in 10 people with the low dose, so the next group got the safe maximum dose.",
    "No problems were found in the 12 records that were checked, so the audit was closed.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_evidence_says_what_is_missing() -> None:
    (finding,) = findings("Patients improved after infusions, so ketamine works.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.given) == ("before-after", "improved after")
    assert (finding.severity, finding.confidence) == ("note", "medium")
