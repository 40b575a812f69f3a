"""A handful of people taken as proof: found where the text concludes, silent where it says how little that is."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "tiny-group-as-proof"
FOUND = [
    "Six people with tinnitus tried the drops and five were cured. There is no longer any doubt that Barkol works.",
    (
        "In a study of just over a dozen volunteers, all 14 participants slept better, proving that magnesium "
        "cures insomnia."
    ),
    "A clinical trial involving 10 patients has proven that Glowroot reverses diabetes.",
    (
        "Researchers gave Velodrin to 12 veterans, and 10 no longer met the criteria for PTSD. Velodrin works "
        "for trauma."
    ),
    "Ten out of twelve women lost weight, so the tea is an effective way to slim.",
    "We tested the serum on 22 women. All 22 saw fewer wrinkles. The serum works.",
    "Proof that ketamine heals depression: 7 of 9 patients recovered.",
    "All five patients walked again, which shows stem cells repair the spine.",
    "In one experiment, 18 students scored higher after taking the pill. Clearly, it boosts memory.",
    "A study with 16 subjects confirms that breathing exercises lower blood pressure.",
    "Our trial of 20 customers shows that the patch ends hot flushes.",
    "15 of the 17 participants were pain-free, so this is the answer to back pain.",
    "The results from 11 patients are conclusive: infusions stop migraines.",
    "Eight men took part, and testosterone rose in every one. That means the herb raises testosterone.",
    "When 9 children with autism took the supplement, 8 spoke more. This shows the supplement treats autism.",
    "# Study of 12 people proves vitamin D beats flu",
    "Twelve patients received the infusion; eleven felt better the next day. The treatment works.",
    "In 24 adults with anxiety, kava reduced worry. Kava is therefore an effective anxiety treatment.",
    (
        "Researchers in Oslo put 11 men with tennis elbow on collagen. Nine were free of pain by spring, so "
        "collagen repairs tendons."
    ),
    "A 14-person trial has shown that cold showers cure depression.",
    (
        "After testing it on 19 nurses, scientists say the lamp beats winter blues: 16 of the 19 nurses "
        "improved. The proof is in."
    ),
    "Ketamine ends suicidal thoughts, as a study with 20 patients proves.",
    "## It works: 9 of 10 volunteers slept through",
    "Of the eight children given the syrup, seven stopped coughing overnight, which proves how well it works.",
    (
        "Just imagine: 7 out of 7 patients walked without crutches. Stem cells heal joints, and this study "
        "confirms it works."
    ),
    (
        "In a study published last year, 15 patients with long COVID got hyperbaric oxygen and 13 recovered, "
        "so it is an effective therapy."
    ),
    "Yoga cures asthma: in a study of 13 people, all could put down their inhalers.",
    "After a month on the paste, 17 of 20 people had no more toothache. The paste heals teeth.",
    "An experiment with 21 athletes demonstrates that beet juice makes you faster.",
    (
        "Researchers in Kyoto tested the mushroom on 16 people with mild dementia. Memory improved, so the "
        "mushroom reverses memory loss."
    ),
    "Our first 12 clients all quit smoking. Hypnosis works.",
    "A study of 24 women established that black cohosh is an effective remedy for hot flushes.",
    "Only one conclusion is possible after 9 of 11 stroke patients spoke again: music therapy restores speech.",
    (
        "Scientists had 10 office workers stand at their desks for a week. Their back pain vanished: standing "
        "desks cure back pain."
    ),
    "In one trial with 23 patients, cannabis oil shrank tumours in 19. It is effective against cancer.",
    "A dozen people took part. 11 people out of the 12 people lost weight. The method is proven.",
    "We gave the lotion to 15 mothers, and 14 of the 15 saw stretch marks fade. Now we know that it works.",
    "Six of seven children stopped wetting the bed, so every parent should try the alarm mat.",
    (
        "Nineteen people with gout ate cherries for a month, and 16 of them had no attack. Cherries prevent "
        "gout attacks."
    ),
    "A clinical study on 12 women proves the device tightens skin.",
    (
        "Eight of nine patients regained their sense of smell, demonstrating the power of smell training. It "
        "works for everyone."
    ),
    "In a test with 25 consumers, 24 had whiter teeth: the paste whitens teeth.",
    "A Danish team gave psilocybin to 15 smokers; twelve stopped. Psilocybin is an effective way to quit smoking.",
    "This works: 6 of the 7 patients we treated could hear again.",
    "Six months later, all 10 participants were still off opioids, which shows that ibogaine ends addiction.",
    "Research in 17 women with PCOS has proven that inositol restores ovulation.",
]
SILENT = [
    (
        "Researchers in Oslo put 11 men with tennis elbow on collagen. Nine were free of pain by spring; with "
        "so few men and no comparison that may be luck."
    ),
    "A 14-person trial cannot show that cold showers cure depression.",
    "We followed 240 families for a month. In half the children eczema cleared. The cream works.",
    "After testing it on 19 nurses, of whom 16 improved, scientists plan a larger trial of the lamp.",
    "A study with 20 patients hints that ketamine may ease suicidal thoughts; it was too small to be sure.",
    "## Pilot: 9 of 10 volunteers slept through",
    (
        "Of the eight children given the syrup, seven stopped coughing overnight. Coughs often stop by "
        "themselves, so this proves little."
    ),
    "Twenty-two diabetics drank the tea and their sugar fell by 4 mg/dL on average.",
    "7 patients walked without crutches after the operation.",
    (
        "In a study published last year, 15 patients with long COVID got hyperbaric oxygen and 13 recovered. "
        "The authors call for a controlled trial in more people."
    ),
    "Yoga does not replace an inhaler; a study of 13 people was far too small to tell.",
    "After a month on the paste, 17 of 20 people had no more toothache, but the study had no comparison group.",
    "An experiment with 21 athletes, half of them on a dummy drink, found 4 seconds less over 5 km.",
    "Seven patients recovered. The doctors have written up their cases and plan a trial.",
    (
        "Researchers in Kyoto tested the mushroom on 16 people with mild dementia. Memory scores rose by 2 "
        "points on average."
    ),
    "Our first 12 clients all quit smoking, yet 12 people are too few to say whether hypnosis does it.",
    "A review of 16 studies with 2,027 women could not show that black cohosh helps against hot flushes.",
    "9 of 11 stroke patients spoke again after music therapy in an early, uncontrolled study.",
    "Scientists had 10 office workers stand at their desks for a week. Their back pain scores fell by a point.",
    "In one trial with 23 patients, cannabis oil was given to 12 and a dummy oil to 11.",
    "11 of 12 people lost weight. The report calls this a first impression, not a result.",
    "We gave the lotion to 15 mothers to hear what they think of its smell.",
    "A study of 18 pensioners looked at how ginkgo is broken down.",
    "Six of seven children stopped wetting the bed within three months. The alarm mat is one of several options.",
    "Nineteen people with gout ate cherries for a month; the authors ask for a trial with more people.",
    "A clinical study on 12 women was stopped early.",
    "Eight of nine patients regained their sense of smell, but smell often returns by itself.",
    "In a test with 25 consumers, 24 liked the taste.",
    "The remedy was given to 10 patients in our trial, 4 of whom improved.",
    "A Danish team gave psilocybin to 15 smokers; twelve stopped. There was no control group.",
    "6 of the 7 patients we treated could hear again. We do not know yet whether it lasts.",
    "Six months later, all 10 participants were contacted by phone.",
    "Research in 17 women with PCOS is under way.",
    (
        "A pilot study in 12 adults with depression found that scores fell by 9 points after two infusions. "
        "There was no control group, so the study cannot show that the drug was responsible."
    ),
    "In a case series of eight patients, six improved. Larger trials are under way.",
    "Eight people can join each group session. The therapy works best if you attend every week.",
    "Groups have 8 to 12 people. Group therapy is effective for social anxiety, according to NICE.",
    "In a small trial of 18 people, those taking magnesium slept 17 minutes longer. This is too few to be sure.",
    "One study of 27 adults suggested that the herb may ease anxiety. Bigger studies have not confirmed it.",
    "Twelve people died in the fire. Smoke kills.",
    "Two people in the household should learn how to use the pen. It works within minutes.",
    "Four adults tested the recipes. Fibre lowers cholesterol.",
    (
        "Researchers studied 16 healthy volunteers to see how caffeine is absorbed. Caffeine blocks adenosine "
        "receptors and improves alertness."
    ),
    (
        "In one study, 12 volunteers swallowed a capsule with a tracer. The stomach empties more slowly after "
        "a fatty meal, which reduces absorption."
    ),
    "Ask for proof that the clinic is licensed. The team of 12 doctors includes 3 psychiatrists.",
    "Our team of 14 therapists helps people with anxiety. CBT works for many of them.",
    (
        "The clinic has treated 25 patients since it opened. Talking therapies work for most people, and NICE "
        "recommends them."
    ),
    "A trial in 28 people compared the patch with a dummy patch: pain fell by 2.1 points against 1.9.",
    "Nobody knows whether the drops work. In a test with nine people, five felt better.",
    "Only nine people were studied, so it proves nothing.",
    "The claim rests on a study of 10 people. That is not proof that it works.",
    "A woman of 34 and two men were treated; all three recovered. Case reports like these cannot prove an effect.",
    (
        "Twenty patients underwent surgery without complications. Median stay was 3 days. The technique "
        "appears feasible."
    ),
    (
        "In a cross-over trial of 22 adults with insomnia, wake time fell by 21 minutes with CBT and by 6 "
        "minutes with sleep advice (P = 0.01). Brief CBT improved sleep."
    ),
    (
        "Eleven patients with rare disease X received enzyme replacement; all had normal levels at week 8. "
        "These findings support further evaluation."
    ),
    (
        "Twenty-four children with the deletion were treated. Gene transfer restored enzyme activity in 22 of "
        "them, and the therapy was approved in 2023."
    ),
    (
        "We sampled 24 volunteers' blood at ten points. Absorption was complete after two hours, which means "
        "that the tablet can be taken twice a day."
    ),
    "In 12 volunteers the drug had a half-life of 9 hours, so it is given once a day.",
    "Of 20 patients who had the scan, 3 were found to have a stone, so they were sent to a surgeon.",
    (
        "The course is for six people at a time. Everyone tried the breathing exercise, which shows the body "
        "that it is safe."
    ),
    "Four men were hurt when the tank failed. Carbon monoxide kills.",
    "Two nurses took turns, so that the team could rest. That works for small wards.",
    "My three children had chickenpox. The vaccine prevents it.",
    (
        "Twelve members of the panel voted for approval and three against, so the drug is now on the market "
        "and helps patients with the disease."
    ),
    "The panel of 14 experts reviewed the evidence and concluded that the vaccine prevents severe disease.",
    "Guidelines from a group of 22 specialists found that exercise improves balance.",
    "A jury of 12 found that the maker had hidden the risk. The drug raises the risk of stroke, the court was told.",
    "Three women sued the maker. They said the patch burns skin, which shows that warnings are needed.",
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


def test_the_evidence_names_the_group() -> None:
    (finding,) = findings("All 8 improved — it works for anxiety.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.severity) == ("small-group", "warning")
    assert "rests on 8 people" in finding.message


def test_a_comparison_makes_it_less_sure() -> None:
    text = "In a randomised trial, 12 adults took kava and slept longer, which shows that kava lifts insomnia."
    assert [finding.confidence for finding in findings(text, CHECK)] == ["low"]


def test_a_p_beside_it_tells_how_sure_it_is() -> None:
    text = "In 12 adults, pain fell (p = 0.03), which shows that the drops ease pain."
    assert findings(text, CHECK) == []


def test_many_conclusions_do_not_hurt() -> None:
    assert findings("All 8 improved, so it works, " * 300 + "\n\nAll 9 improved. It works. " * 300, CHECK) != []


def test_thirty_people_are_no_handful() -> None:
    text = "In a study with {} adults, pain fell, which proves that the drops work."
    assert shown(text.format(29), CHECK) != []
    assert shown(text.format(30), CHECK) == []


def test_a_larger_group_in_the_paragraph_counts() -> None:
    text = "All 8 improved. A second trial took in 240 people. It works."
    assert shown(text, CHECK) == []


def test_a_conclusion_that_is_asked_or_denied_is_held_back() -> None:
    for text in ("All 8 improved. Is it proof that it works?", "“All 8 improved. It works,” the flyer says."):
        assert findings(text, CHECK) != []
        assert shown(text, CHECK) == []
