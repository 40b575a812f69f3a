"""Words that should read otherwise: slips that are words themselves, confused terms, labels for people."""

from __future__ import annotations

import csv

import pytest
from speak import REPOSITORY, content, findings, shown

TABLES = ("real-words", "medical-slips", "confusables", "labels-for-people", "suicide-words")
SLIP, MEDICAL, TERM = "real-word-error", "medical-word-slip", "confusable-term"
LABEL, SUICIDE = "stigmatising-label", "suicide-wording"


@pytest.mark.parametrize(
    ("text", "slip", "right"),
    [
        ("During the visit our staff motors your breathing.", "motors", "monitors"),
        ("Add yoga and daily mediation to calm the mind.", "mediation", "meditation"),
        ("Symptoms range from mild to sever.", "sever", "severe"),
        ("Withdrawal systems include sweating.", "systems", "symptoms"),
        ("She lost conciseness for a minute.", "conciseness", "consciousness"),
        ("Our patience report fewer headaches.", "patience", "patients"),
        ("It may effect your sleep.", "effect", "affect"),
        ("You may feel short of breathe.", "breathe", "breath"),
        ("Avoid diary products for a week.", "diary", "dairy"),
        ("Finish the full coarse of antibiotics.", "coarse", "course"),
        ("The clinic protects pubic health.", "pubic", "public"),
        ("Seek medical advise first.", "advise", "advice"),
        ("The incision sight may be sore.", "sight", "site"),
        ("It passes threw the skin.", "threw", "through"),
        ("Older woman are at higher risk.", "woman", "women"),
        ("Do not take more then two tablets.", "more then", "more than"),
        ("If your pregnant, tell the nurse.", "If your pregnant", "If you’re pregnant"),
        ("It is use to treat gout.", "is use to", "is used to"),
        ("Sever pain needs a doctor.", "Sever", "Severe"),
    ],
)
def test_a_slip_is_found_with_the_word_that_is_meant(text: str, slip: str, right: str) -> None:
    (finding,) = findings(text, SLIP)
    assert (finding.text, finding.held_back) == (slip, False)
    assert f"“{right}”" in finding.message


@pytest.mark.parametrize(
    ("text", "slip", "right"),
    [
        ("A controlled trail of forty adults found nothing.", "trail", "trial"),
        ("Take your meditation as before.", "meditation", "medication"),
        ("A urinary track infection hurts.", "track", "tract"),
        ("Acid reflex burns the throat.", "reflex", "reflux"),
        ("His vocal chords were swollen.", "chords", "cords"),
        ("Peel off the backing and apply the path to dry skin.", "path", "patch"),
        ("Rub the appointment into the rash.", "appointment", "ointment"),
        ("Take one table with breakfast.", "table", "tablet"),
        ("He takes 200 mL capsules of the oil.", "mL", "mg"),
        ("A resting pulse of 70 beets per minute is normal.", "beets", "beats"),
        ("Blood cloths can travel to the lungs.", "cloths", "clots"),
        ("The dentist numbs the tooth with a local aesthetic.", "aesthetic", "anesthetic"),
        ("Naloxone is the anecdote to an opioid overdose.", "anecdote", "antidote"),
        ("She waits for a kidney transparent.", "transparent", "transplant"),
        ("Her surgical indecision is healing well.", "indecision", "incision"),
        ("Bring every mediation you take, also creams, to the pharmacist.", "mediation", "medication"),
        ("A sterile baggage keeps dirt out: use a sterile bondage.", "bondage", "bandage"),
        ("A tummy bug brings nausea and voting.", "voting", "vomiting"),
        ("The abominable muscles tense.", "abominable", "abdominal"),
        ("The body mess index is a ratio.", "mess", "mass"),
    ],
)
def test_a_slip_for_a_medical_word_is_a_wrong_term(text: str, slip: str, right: str) -> None:
    found = findings(text, MEDICAL)
    assert (found[-1].text, found[-1].held_back, found[-1].category) == (slip, False, "terminology-error")
    assert f"“{right}”" in found[-1].message
    assert findings(text, SLIP) == []


@pytest.mark.parametrize(
    "text",
    [
        "Electric motors lift the bed while a nurse watches.",
        "Family mediation may help before a divorce.",
        "Surgeons sever the nerve that carries the pain.",
        "Immune systems differ from person to person.",
        "Write with care and conciseness.",
        "Patience helps: the tablets work slowly.",
        "Loose stools are common in the first week.",
        "Wear loose clothing.",
        "Weight gain can effect a change of plan.",
        "People with depression may show little affect.",
        "Breathe in slowly and hold your breath.",
        "Keep a headache diary.",
        "Use coarse salt.",
        "Walk the trail behind the clinic after the trial.",
        "Pubic lice are treated with a lotion.",
        "Doctors advise rest.",
        "Loss of sight in one eye is an emergency.",
        "Keep track of your tablets.",
        "The gag reflex protects the airway.",
        "The guitar has six chords.",
        "Eat, then rest for an hour.",
        "If your symptoms get worse, call us.",
        "Use it to treat gout.",
        "The dose depends on your weight.",
        "A dose not exceeding 40 mg is usual.",
        "The first does harm, the second does not.",
        "Save the leaflet; the cream is safe.",
        "You can save lives by giving blood.",
        "Ask for the consent form from the nurse.",
        "There is a message for your therapist.",
        "A woman with chest pain should call for help.",
        "Scar tissue may form from the wound.",
        "The heel bone heals slowly.",
        "The trial led to a change.",
        "Lead poisoning: old paint has lead to thank for it.",
    ],
)
def test_the_right_word_is_left_alone(text: str) -> None:
    assert shown(text, SLIP) == shown(text, MEDICAL) == []


@pytest.mark.parametrize(
    "text",
    [
        "The path to recovery runs along the river.",
        "Your appointment is about the eye ointment.",
        "The table shows the doses; keep the tablets on the table.",
        "Give 5 ml of the syrup.",
        "Beets and beads were on the table.",
        "Wash the cloth in hot water.",
        "An aesthetic clinic offers facials under local anaesthetic.",
        "She tells an anecdote about her first day on the ward.",
        "The billing rules are transparent.",
        "Mediation helps couples; medication may help too.",
        "Guided meditation for ten minutes a day lowers stress.",
        "The reception is on the second floor.",
        "A subscription to the magazine ends in May.",
        "Voting is open until noon.",
        "He is in a cast; the goat ate the bandage.",
        "The generic version costs less; genetic tests cost more.",
        "Would you like to clean the wound?",
        "The placenta is checked after birth.",
        "The placebo group had fewer side effects.",
        "An autopsy found the cause of death.",
        "Lower blood pressure by walking.",
        "Trip over a rug and you may break a hip.",
        "The house was flooded; a flood damages stored medicines.",
        "Watch for peacemakers in the family.",
    ],
)
def test_a_word_that_is_meant_is_no_slip_for_a_medical_one(text: str) -> None:
    assert shown(text, SLIP) == shown(text, MEDICAL) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Memantine blocks the NDMA receptor.", ["NDMA"]),
        ("Batches were recalled because NDMA, a nitrosamine, was found.", []),
        ("The NMDA receptor binds glutamate.", []),
        ("Crohn's disease often affects the ilium and the colon.", ["ilium"]),
        ("The ilium is the largest hip bone.", []),
        ("The ileum joins the colon.", []),
        ("Dysphagia: food sticks in the throat.", []),
        ("After the stroke her dysphagia made speech slow.", ["dysphagia"]),
        ("Have your prostrate gland checked.", ["prostrate"]),
        ("He fell prostrate to the floor.", []),
        ("Aural drops are put into the ear.", []),
        ("Take the aural antibiotic with food.", ["aural"]),
        ("Antibiotics clear up colds in a day.", ["Antibiotics"]),
        ("Antibiotics do not work against viruses.", []),
        ("Antibiotics treat the pneumonia that follows the flu.", []),
        ("Her body makes antibiotics against the virus.", ["antibiotics"]),
        ("He takes oral antibodies for a sinus infection.", ["antibodies"]),
        ("Antibodies stay in the blood after an infection.", []),
        ("The tuberculosis virus settles in the lungs.", ["virus"]),
        ("Tuberculosis is caused by a bacterium, influenza by a virus.", []),
        ("Thick mucous blocks the airways.", ["mucous"]),
        ("The mucous membrane makes mucus.", []),
        ("A raised creatine level in the blood test shows that the kidneys fail.", ["creatine"]),
        ("Creatine is a supplement that athletes take.", []),
        ("A lumber puncture takes ten minutes.", ["lumber"]),
        ("The lumber yard is closed.", []),
        ("A staff infection of the skin spreads fast.", ["staff"]),
        ("Flu among staff is an infection risk.", []),
    ],
)
def test_a_term_is_judged_by_the_words_around_it(text: str, found: list[str]) -> None:
    assert shown(text, TERM) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most addicts relapse at least once.", ["addicts"]),
        ("A history of alcohol abuse raises the risk.", ["alcohol abuse"]),
        ("He got clean with methadone and left heroin behind.", ["got clean"]),
        ("We treat schizophrenics and their families.", ["schizophrenics"]),
        ("Stroke victims often recover speech.", ["Stroke victims"]),
        ("Some foods are said to be addictive.", []),
        ("People with alcohol use disorder can recover.", []),
        ("Schizophrenic disorders were once one group.", []),
        ("Keep the wound clean and dry.", []),
        ("She works at the National Institute on Drug Abuse.", []),
        ("The word “addict” hurts.", []),
        ("Non-alcoholic fatty liver disease is common.", []),
        ("Schizophrenics hear voices.", ["Schizophrenics"]),
        ("# Alcoholics and drug abusers", ["Alcoholics", "drug abusers"]),
        ("She acted like a psycho on the ward.", ["psycho"]),
        ("Epileptics were once shut away.", ["Epileptics"]),
        ("Ketamine abuse harms the bladder.", ["Ketamine abuse"]),
        ("Victims of cancer often lose weight.", ["Victims of cancer"]),
        ("His urine tested dirty for cocaine.", ["tested dirty"]),
        ("The boxed warning names drug abuse potential.", []),
        ("Psychotherapy and psychosocial care help.", []),
        ("The film Psycho is old.", []),
        ("Epileptic seizures can be subtle.", []),
        ("Growth of the retarded fetus is measured by ultrasound.", []),
        ("He was mad at the insurer.", []),
        ("The MRI came back clean.", []),
        ("Elder abuse is a crime.", []),
        ("The disabled toilet is on the left.", []),
    ],
)
def test_labels_for_people(text: str, found: list[str]) -> None:
    assert shown(text, LABEL) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He had threatened to commit suicide.", ["commit suicide"]),
        ("Two unsuccessful suicide attempts were recorded.", ["unsuccessful suicide attempts"]),
        ("After a failed bid to end her life she was taken in.", ["failed bid"]),
        ("She survived a suicide attempt.", []),
        ("We are committed to suicide prevention.", []),
        ("A failed attempt at intubation delayed the operation.", []),
        ("They died by suicide.", []),
        ("They completed suicide prevention training.", []),
        ("Staff completed suicide-risk training.", []),
        ("Her attempt to end her life was unsuccessful.", ["unsuccessful"]),
        ("Men more often succeed in killing themselves.", ["succeed in killing themselves"]),
        ("Suicide was committed by two inmates.", ["Suicide was committed"]),
        ("After a failed overdose he called us.", ["failed overdose"]),
        ("Treatment failed in two people who had attempted suicide.", []),
        ("The trial failed to show an effect on suicide.", []),
        ("The plan succeeded in reducing suicide attempts.", []),
    ],
)
def test_suicide_wording(text: str, found: list[str]) -> None:
    assert shown(text, SUICIDE) == found


def test_a_name_in_capitals_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("They wrote to the Oklahoma Substance Abuse Board.", LABEL)
    assert finding.held_back
    assert finding.context[-1].flag == "exception"


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_right_word_for_each_wrong_one_and_asks_for_something(name: str) -> None:
    with (REPOSITORY / f"checks/terminology/{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        wrong, right = row["wrong"].split("|"), row["right"].split("|")
        assert len(wrong) == len(right) == len(set(wrong)), row["wrong"]
        if name in TABLES[:3] and " " not in row["wrong"] and wrong != ["palpations"]:
            assert row["before"] or row["after"] or row["near"], row["wrong"]
        assert row["source_title"]
        assert row["confidence"] in ("high", "medium", "low")
    assert 3 * sum(row["confidence"] == "low" for row in rows) <= len(rows)


def test_a_hundred_and_fifty_pairs_of_real_words() -> None:
    for name in TABLES[:2]:
        rows = content().tables[f"terminology/{name}"]
        assert len({(row["wrong"], row["right"]) for row in rows}) >= 150
