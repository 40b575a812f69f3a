"""Words that should read otherwise: slips that are words themselves, confused terms, labels for people."""

from __future__ import annotations

import csv

import pytest
from speak import REPOSITORY, content, findings

TABLES = ("real-words", "confusables", "labels-for-people", "suicide-words")
SLIP, TERM, LABEL, SUICIDE = "real-word-error", "confusable-term", "stigmatising-label", "suicide-wording"


def shown(text: str, check: str) -> list[str]:
    return [finding.text for finding in findings(text, check) if not finding.held_back]


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
        ("A controlled trail of forty adults found nothing.", "trail", "trial"),
        ("The clinic protects pubic health.", "pubic", "public"),
        ("Seek medical advise first.", "advise", "advice"),
        ("The incision sight may be sore.", "sight", "site"),
        ("It passes threw the skin.", "threw", "through"),
        ("Take your meditation as before.", "meditation", "medication"),
        ("Older woman are at higher risk.", "woman", "women"),
        ("A urinary track infection hurts.", "track", "tract"),
        ("Acid reflex burns the throat.", "reflex", "reflux"),
        ("His vocal chords were swollen.", "chords", "cords"),
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
    assert shown(text, SLIP) == []


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
        ("Low blood sugar (hyperglycemia) makes you shake.", ["hyperglycemia"]),
        ("High blood sugar, hypoglycemia and thirst are signs.", []),
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
        if name in ("real-words", "confusables") and " " not in row["wrong"] and wrong != ["palpations"]:
            assert row["before"] or row["after"] or row["near"], row["wrong"]
        assert row["source_title"]
        assert row["confidence"] in ("high", "medium", "low")
    assert 3 * sum(row["confidence"] == "low" for row in rows) <= len(rows)


def test_a_hundred_and_fifty_pairs_of_real_words() -> None:
    rows = content().tables["terminology/real-words"]
    assert len({(row["wrong"], row["right"]) for row in rows}) >= 150
