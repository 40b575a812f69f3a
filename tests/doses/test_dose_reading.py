"""Doses as prose states them: what belongs together is connected, and what is no dose is left alone.

An expectation names a dose by its printed amount and then what must be told of it; "-times" must not be told.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from speak import REPOSITORY, article

from workbench.doses import Dose, Lists, read
from workbench.facts import read_table

DOSING = REPOSITORY / "checks" / "dosing"
FACTS, WORDS = (read_table(DOSING / f"{name}.csv", name) for name in ("doses", "dose-words"))
LISTS = Lists("vocabulary/drugs", "vocabulary/conditions", "vocabulary/forms")


def doses(text: str) -> tuple[Dose, ...]:
    return read(article(text), FACTS, WORDS, LISTS)


def told(dose: Dose) -> Iterator[str]:
    """What is said of a dose, piece by piece."""
    yield from (f"low={dose.low:f}", f"high={dose.high:f}", f"unit={dose.unit}")
    for name in ("by", "per", "bound", "second"):
        if getattr(dose, name) not in ("", None):
            yield f"{name}={getattr(dose, name)}"
    if dose.pieces:
        yield "pieces=" + "-".join(f"{count:f}" for count in dict.fromkeys(dose.pieces))
    if dose.strength:
        yield "strength"
    yield from manners(dose)
    yield from lengths(dose)
    if dose.group:
        yield from (f"group={dose.group.kind}", f"ages={dose.group.age_min}..{dose.group.age_max}")
    if dose.indication:
        yield f"for={dose.indication.text}"
    if dose.concentration:
        yield f"in={dose.concentration.text}"
    yield from (setting.kind for setting in dose.settings)


def manners(dose: Dose) -> Iterator[str]:
    if dose.drug:
        yield from (f"drug={dose.drug.name}", f"from={dose.drug.words.where}")
    for name in ("route", "form", "release"):
        if manner := getattr(dose, name):
            yield f"{name}={manner.name}"


def lengths(dose: Dose) -> Iterator[str]:
    if dose.times:
        yield "times=" + " to ".join(dict.fromkeys((str(dose.times.low), str(dose.times.high))))
        yield from ("needed",) * dose.times.as_needed
        yield from ("divided",) * dose.times.divided
    for name in ("over", "course"):
        if length := getattr(dose, name):
            yield f"{name}={length.words.text}"


def hold(text: str, *expected: str) -> None:
    found = doses(text)
    assert [dose.words.text for dose in found] == [wanted.split("; ")[0] for wanted in expected]
    for dose, wanted in zip(found, expected, strict=True):
        said = list(told(dose))
        names = {piece.partition("=")[0] for piece in said}
        for piece in wanted.split("; ")[1:]:
            if piece.startswith("-"):
                assert piece[1:] not in names, (piece, said)
            else:
                assert piece in said, (piece, said)


CONNECTED = [
    ("Take 15 mg methotrexate once weekly.", "15 mg; drug=methotrexate; times=1/7"),
    ("Methotrexate is taken at 15 mg on Mondays.", "15 mg; drug=methotrexate; times=1/7"),
    ("The weekly dose of methotrexate is 15 mg.", "15 mg; drug=methotrexate; per=week; -times"),
    ("Never take 15 mg of methotrexate every day.", "15 mg; times=1; warning"),
    ("Take .5 mg of lorazepam QD.", ".5 mg; low=0.5; drug=lorazepam; times=1"),
    ("Take lorazepam 0.5 mg b.i.d.", "0.5 mg; drug=lorazepam; times=2"),
    ("Take lorazepam 0.5 mg tid as needed.", "0.5 mg; times=3; needed"),
    ("Give 10 mg of morphine q4h prn.", "10 mg; drug=morphine; times=6; needed"),
    ("Give 10 mg of morphine q4-6h.", "10 mg; times=4 to 6"),
    ("Take two 500 mg acetaminophen tablets every 4 to 6 hours.", "500 mg; pieces=2; form=tablet; times=4 to 6"),
    ("Take 1–2 ibuprofen tablets (200–400 mg) every 6 h as needed.", "200–400 mg; low=200; high=400; -pieces; times=4"),
    ("Take two tablets of 500 mg acetaminophen.", "500 mg; pieces=2; drug=acetaminophen"),
    ("Take 2 x 500 mg paracetamol, up to four times a day.", "500 mg; pieces=2; drug=acetaminophen; times=4"),
    ("Inject 10 U of insulin before bed.", "10 U; unit=units; drug=insulin; route=injected; times=1"),
    ("Insulin comes as 100 units/mL; inject 25 units at breakfast.", "25 units; in=100 units/mL; drug=insulin"),
    ("The ketamine infusion is 0.5 mg/kg IV. It runs over 40 minutes.", "0.5 mg/kg; by=kg; over=40 minutes"),
    ("The infusion of ketamine (0.5 mg/kg) takes 40 minutes.", "0.5 mg/kg; drug=ketamine; over=40 minutes"),
    ("A 40-minute infusion of ketamine at 0.5 mg/kg.", "0.5 mg/kg; route=intravenous; over=40-minute"),
    ("Suboxone 8/2 mg film once a day.", "8/2 mg; low=8; second=2; form=film; route=sublingual; times=1"),
    ("Suboxone film 16 mg/4 mg daily.", "16 mg/4 mg daily; second=4; per=day"),
    ("Take Norco 5/325 every 6 hours.", "5/325; low=5; second=325; unit=; times=4"),
    ("Hydrocodone 5/325 every 4 hours.", "5/325; second=325; times=6"),
    ("Take 200 twice a day of ibuprofen.", "200; unit=; drug=ibuprofen; times=2"),
    ("Take 200 twice a day.", "200; unit=; times=2"),
    ("Week one: 25 of quetiapine at bedtime.", "25; unit=; drug=quetiapine; times=1"),
    ("The dose of naproxen sodium is 220 mg.", "220 mg; drug=naproxen sodium"),
    ("Apixaban is taken as 5 twice daily.", "5; unit=; drug=apixaban; times=2"),
    ("Take vitamin D, 25 mcg a day.", "25 mcg a day; drug=vitamin d; per=day"),
    ("Start lamotrigine at 25 every morning.", "25; unit=; drug=lamotrigine; times=1"),
    ("Take one tablet of loratadine a day.", "one tablet; unit=tablet; low=1; drug=loratadine; times=1"),
    ("Start with two ketamine troches under the tongue.", "two ketamine troches; unit=lozenge; route=sublingual"),
    ("Use 2 sprays of fluticasone in each nostril once daily.", "2 sprays; low=2; route=intranasal; times=1"),
    ("Take no more than 8 tablets of acetaminophen a day.", "8 tablets; bound=at most; times=1"),
    (
        "Adults take 500 mg of acetaminophen; children under 12 take 250 mg.",
        "500 mg; group=adulthood",
        "250 mg; drug=acetaminophen; group=childhood; ages=None..12",
    ),
    (
        "Naproxen: 250 mg for adults and 125 mg for children aged 6 to 12 years.",
        "250 mg; group=adulthood; drug=naproxen",
        "125 mg; group=childhood; ages=6..12; drug=naproxen",
    ),
    ("Adults 65 and older should start zolpidem at 5 mg.", "5 mg; ages=65..None; drug=zolpidem"),
    ("In pregnancy, take 400 mcg of folic acid a day.", "400 mcg; group=pregnant; drug=folic acid"),
    ("Do not take more than 4,000 mg of acetaminophen in 24 hours.", "4,000 mg; bound=at most; per=day; -warning"),
    ("The maximum daily dose of bupropion SR is 400 mg.", "400 mg; bound=at most; per=day; release=SR; -times"),
    ("Up to 3,200 mg of ibuprofen a day if prescribed.", "3,200 mg; bound=at most; times=1; prescriber"),
    ("Bupropion XL 450 mg in the morning.", "450 mg; drug=bupropion xl; release=XL; times=1"),
    ("20 mg of Prozac a day in two divided doses.", "20 mg; drug=fluoxetine; times=1; divided"),
    ("A 50 mcg/h fentanyl patch every 72 hours.", "50 mcg/h; per=h; route=transdermal; times=1/3"),
    ("Take 5 mg of diazepam in the morning and 10 mg at night.", "5 mg; times=1", "10 mg; times=1; drug=diazepam"),
    ("84-56 mg of esketamine twice weekly.", "84-56 mg; low=84; high=56; times=2/7"),
    ("Semaglutide tablets 25 mg are taken once daily.", "25 mg; route=oral; form=tablet; times=1"),
    ("Inject semaglutide 0.5 mg under the skin every week.", "0.5 mg; route=subcutaneous; times=1/7"),
    ("Metformin 1 g twice a day.", "1 g; unit=g; times=2; drug=metformin"),
    ("Take 10 mg of loratadine every other day.", "10 mg; times=1/2"),
    ("Take prednisone 40 mg daily for 5 days.", "40 mg daily; per=day; course=5 days"),
    ("Ibuprofen is fine. Take 200 mg. Repeat every 4 hours.", "200 mg; drug=ibuprofen; from=before; times=6"),
    ("Ketamine is a dissociative. It is given at 0.5 mg/kg.", "0.5 mg/kg; drug=ketamine; from=before"),
    ("## Methotrexate\n\nThe usual dose is 15 mg once a week.", "15 mg; drug=methotrexate; from=heading; times=1/7"),
    (
        "Doses of ibuprofen for children:\n\n- 6 months to 2 years: 50 mg\n- 2 to 11 years: 10 mg/kg",
        "50 mg; drug=ibuprofen; from=lead-in; ages=1/2..2",
        "10 mg/kg; drug=ibuprofen; ages=2..11",
    ),
    (
        "| Drug | Dose | How often |\n|---|---|---|\n| Ibuprofen | 400 mg | every 6 hours |\n"
        "| Digoxin | 125 mcg | once a day |",
        "400 mg; drug=ibuprofen; from=row; times=4",
        "125 mcg; drug=digoxin; from=row; times=1",
    ),
    ("1/2 mg of lorazepam at bedtime.", "1/2 mg; low=0.5; -second; times=1"),
    ("Ten mg of loratadine once a day is enough.", "Ten mg; low=10; drug=loratadine"),
    ("Take 5 mg of zolpidem at bedtime for insomnia.", "5 mg; for=insomnia; times=1"),
    ("Alprazolam 0.25 mg to 0.5 mg three times a day.", "0.25 mg to 0.5 mg; low=0.25; high=0.5; times=3"),
    ("Children aged 6 months to 11 years: ibuprofen 5 to 10 mg/kg.", "5 to 10 mg/kg; ages=1/2..11; group=childhood"),
    ("Rub 4 g of diclofenac gel on the knee four times a day.", "4 g; route=topical; form=gel; times=4"),
    ("Vitamin D3 1,000 IU a day.", "1,000 IU a day; drug=vitamin d; per=day"),
    ("Fluoxetine 90 mg is taken weekly.", "90 mg; times=1/7"),
    ("Give naloxone 4 mg in one nostril.", "4 mg; route=intranasal; drug=naloxone"),
    ("At most 40 mg of citalopram per day.", "40 mg; bound=at most; times=1"),
    ("Take 600 mg, that is three 200 mg ibuprofen tablets.", "600 mg", "200 mg; pieces=3; drug=ibuprofen"),
    ("Ketamine 35 mg for a 70 kg adult.", "35 mg; drug=ketamine; group=adulthood; ages=None..None"),
    ("Tylenol 325 mg every 4 hours.", "325 mg; drug=acetaminophen; times=6"),
    ("Take 500mg of amoxicillin every 8 hours for 7 days.", "500mg; times=3; course=7 days"),
    ("5 mL of syrup (160 mg/5 mL acetaminophen) every 4 hours.", "5 mL; drug=acetaminophen; form=syrup; -strength"),
    ("Esketamine 56 mg or 84 mg twice a week.", "56 mg; times=2/7", "84 mg; times=2/7"),
    ("Methotrexate 2.5 mg, six tablets once a week.", "2.5 mg, six tablets; pieces=6; drug=methotrexate; times=1/7"),
    ("Aspirin, 325 mg: two tablets every two hours.", "325 mg: two tablets; pieces=2; times=12"),
    (
        "Paracetamol 500 mg tablets: adults may take two tablets eight times in 24 hours.",
        "500 mg tablets: adults may take two tablets; pieces=2; times=8",
    ),
    ("Take one 2 mg loperamide capsule, up to 12 capsules a day.", "2 mg; pieces=1", "12 capsules; unit=mg; pieces=12"),
    (
        "Tylenol: 2 caplets (1,000 mg) every 6 hours; no more than 6 caplets in 24 hours.",
        "1,000 mg",
        "6 caplets; unit=tablet",
    ),
    ("Advil 200 mg, a box of 24 tablets.", "200 mg; drug=ibuprofen; -pieces"),
    (
        "Amoxicillin 500 mg twice a day for a week, that is 14 capsules of 500 mg.",
        "500 mg; times=2; -pieces",
        "500 mg; strength",
    ),
    ("Take 400 mg of Advil at 6, at noon and at 8.", "400 mg; times=3"),
    ("Inject 1 mg of liraglutide every Tuesday and Friday.", "1 mg; times=2/7"),
    ("Warfarin: 5 mg nightly.", "5 mg; drug=warfarin; times=1"),
    ("Lisinopril is started at 10 mg each morning.", "10 mg; drug=lisinopril; times=1"),
    ("Sertraline, 50 mg, once a day", "50 mg; drug=sertraline; times=1"),
    ("Patients are induced with 4.5 mg/kg of ketamine IV.", "4.5 mg/kg; route=intravenous"),
    (
        "Ketamine IM 6.5 mg/kg; PO it is 2 mg/kg.",
        "6.5 mg/kg; route=intramuscular",
        "2 mg/kg; route=oral; drug=ketamine",
    ),
    ("Wellbutrin SR tops out at 400 mg; XL at 450 mg.", "400 mg; release=SR", "450 mg; release=XL"),
    ("Naltrexone 380 mg IM monthly.", "380 mg; route=intramuscular; times=1/30"),
    ("Teens 12 to 17: 10 mg of Claritin once a day.", "10 mg; group=adolescence; ages=12..17"),
    ("Metformin was cut from 1,000 mg to 500 mg.", "1,000 mg; drug=metformin", "500 mg; drug=metformin"),
    ("Never exceed eight 500mg Panadol caplets per day.", "500mg; pieces=8; bound=at most; times=1; -warning"),
    ("Insulin glargine, 0.2 units/kg at bedtime.", "0.2 units/kg; by=kg; unit=units; times=1"),
    ("Suboxone: 24 mg is the FDA maximum.", "24 mg; bound=at most"),
]

NO_DOSE = [
    "200 people took it twice.",
    "Ibuprofen helped 200 people twice a day.",
    "Her potassium was 5.0 mmol/L on lisinopril.",
    "His fasting glucose of 126 mg/dL fell with metformin.",
    "LDL fell from 160 to 70 mg/dL on atorvastatin.",
    "Her blood level of digoxin was 2 ng.",
    "The vial holds 25 mg/mL of ketamine.",
    "The pharmacy sells morphine 10 mg/5 mL solution.",
    "Ketamine costs $200 twice a month.",
    "She walked 10,000 steps a day on metformin.",
    "Eat 20 g of fibre with your metformin.",
    "A bar with 30 g of protein a day is plenty with semaglutide.",
    "Drink 250 mL of water with alendronate.",
    "The baby weighed 900 g when caffeine was started.",
    "Patients on semaglutide lost 500 g a week.",
    "Take 10 deep breaths twice a day before ketamine.",
    "Blood pressure was 140/90 twice a day on amlodipine.",
    "Call 911 twice if naloxone fails.",
    "Take ibuprofen for 6 to 12 months.",
    "Ketamine has been used since 1970 every day.",
    "Of the 24 patients, 17 took ketamine weekly.",
    "Take warfarin at 6 every evening with food, says page 12.",
    "The 12 infusions of ketamine took 40 minutes each.",
    "Phase 3 of the semaglutide trial ran for 68 weeks.",
    "Children over 12 may take ibuprofen.",
    "Adults aged 18 to 65 take metformin daily.",
    "About 70% stayed on sertraline for 12 weeks.",
    "Ketamine relieved pain in 30 minutes.",
    "The scan used 5 tesla twice a day.",
    "See table 2 for ibuprofen every 6 hours.",
    "Version 2.0 of the ketamine consent form is signed daily.",
    "The clinic gives ketamine 3 times a week.",
    "Her score on sertraline fell by 12 every week.",
    "She lives 20 miles away and takes zolpidem nightly.",
    "The grant of 5 million paid for ketamine every year.",
    "One in 10 people on lisinopril coughs every day.",
    "Blood loss of 500 mL is usual on warfarin.",
    "A glass has 12 g of sugar; metformin lowers sugar.",
    "Infants of low birth weight (<1000 g) got caffeine.",
    "In our group, 10 people took lozenges for a month.",
    "Ten patients had a dummy capsule, the rest ketamine.",
    "The tablets of the third group looked like ibuprofen.",
    "She could not find a single reason to take a break from lithium daily.",
]

APART = [
    ("Zoloft comes in 25 mg, 50 mg and 100 mg tablets.", "25 mg; strength", "50 mg; strength", "100 mg; strength"),
    ("Lorazepam is sold as 0.5 mg and 1 mg tablets.", "0.5 mg; strength", "1 mg; strength"),
    ("Each capsule contains 30 mg of duloxetine.", "30 mg; strength"),
    ("Zubsolv comes as 5.7/1.4 mg tablets.", "5.7/1.4 mg; second=1.4; strength"),
    ("Taking more than 4 g of acetaminophen a day can damage the liver.", "4 g; bound=above"),
    ("Doses above 40 mg of citalopram are not advised.", "40 mg; bound=above"),
    ("In the trial, patients received 0.5 mg/kg ketamine.", "0.5 mg/kg; study"),
    ("Volunteers were randomised to 100 mg of sertraline or placebo.", "100 mg; study"),
    ("A trial tested lorazepam. One arm got 2 mg a day.", "2 mg a day; study; from=before"),
    ("Studies support sleep. Take 5 mg of melatonin at night.", "5 mg; -study"),
    ("Rats were given 10 mg/kg of ketamine.", "10 mg/kg; animal"),
    ("My dog got 50 mg of tramadol.", "50 mg; animal"),
    ("He swallowed 40 tablets of 500 mg acetaminophen by mistake.", "500 mg; pieces=40; excess"),
    ("An overdose of 10 g of acetaminophen can kill.", "10 g; excess"),
    ("She took 15 mg of methotrexate daily in error and died.", "15 mg; excess"),
    ("Is it safe to take 20 mg of melatonin?", "20 mg; question"),
    ("“I took 800 mg of ibuprofen every four hours,” she says.", "800 mg; quotation; times=6"),
    ("If you take warfarin, do not take 400 mg of ibuprofen.", "400 mg; drug=ibuprofen; warning"),
    ("Do not inject 25 mg of semaglutide.", "25 mg; warning"),
    ("A dose of 25 mg of semaglutide is far too much.", "25 mg; warning"),
    ("Your doctor may raise sertraline to 200 mg.", "200 mg; prescriber"),
    ("In hospital, anesthetists give ketamine at 2 mg/kg.", "2 mg/kg; prescriber"),
    ("With warfarin, take no more than 500 mg of acetaminophen.", "500 mg; drug=acetaminophen; bound=at most"),
    ("Unlike ibuprofen, naproxen is taken at 250 mg.", "250 mg; drug=naproxen"),
    ("Ketamine 0.5 mg/kg with 1 mg of lorazepam.", "0.5 mg/kg; drug=ketamine", "1 mg; drug=lorazepam"),
    ("Keep Lipitor at 10 mg when you add 500 mg niacin.", "10 mg; drug=atorvastatin", "500 mg; drug=niacin"),
    (
        "Ibuprofen 400 mg and acetaminophen 500 mg can be alternated every 3 hours.",
        "400 mg; drug=ibuprofen; -times",
        "500 mg; drug=acetaminophen; -times",
    ),
    ("Take 5 mg for 6 to 12 months.", "5 mg; course=6 to 12 months; -group"),
    ("Take ibuprofen 200 mg over 2 weeks.", "200 mg; -over; course=2 weeks; -group"),
    ("Take 400 mg of ibuprofen and rest for 30 minutes.", "400 mg; -times"),
    ("Go to the ER if 400 mg of ibuprofen does not help.", "400 mg; -release"),
    ("In type IV disease, prednisone 5 mg is enough.", "5 mg; -route"),
    ("Take 10 mg of zolpidem and wait 8 hours before driving.", "10 mg; -times; -over"),
    ("Keep 4 mg of naloxone in a child-proof box.", "4 mg; -group"),
    ("Take ibuprofen or acetaminophen. A dose of 400 mg helps.", "400 mg; -drug"),
    ("A coffee has 95 mg of caffeine.", "95 mg; drug=caffeine"),
    ("I weigh 70 kg and take 35 mg of ketamine.", "35 mg; drug=ketamine"),
    ("Patients lost weight with 2 mg of semaglutide.", "2 mg; drug=semaglutide"),
    (
        "Two tablets (1,000 mg acetaminophen) every 6 hours, at most 8 tablets in 24 hours.",
        "1,000 mg; times=4; -pieces",
        "8 tablets; per=day; bound=at most; -times",
    ),
    ("Take 30 mg less than 2 hours before sleep.", "30 mg; -bound"),
    ("Most people need 20 mg of fluoxetine.", "20 mg; -bound"),
    ("Labels once mentioned 24 mg of Suboxone.", "24 mg; history"),
    ("In 1998 the label allowed 60 mg of Celexa; now it is 40 mg.", "60 mg; history", "40 mg; -times"),
    ("Spravato is infused at 56 mg.", "56 mg; -strength; route=intravenous"),
    ("A shot of 30 mg of ketorolac hurts.", "30 mg; -strength"),
    ("Sertraline is raised to 50 mg after a week.", "50 mg; -times"),
    ("She took 900 mg of lithium and had 0.8 mg/dL of creatinine.", "900 mg; -in"),
    ("Ketamine 50 mg IV beats placebo for phase IV trials.", "50 mg; study"),
    ("The jump from 5 mg to 10 mg of Lexapro is easy.", "5 mg to 10 mg; low=5; high=10; -times"),
    ("Weeks 5 to 8 bring 0.5 mg of Ozempic.", "0.5 mg; -group; -times"),
    ("Each tablet holds zinc, copper and 5 mg of melatonin.", "5 mg; strength"),
    ("A pack may hold 16 tablets of ibuprofen, at most 32.", "16 tablets; strength"),
    ("Sodium oxybate 4.5 g at night.", "4.5 g; drug=sodium oxybate; times=1"),
    ("The 5 mg tablet of warfarin is peach.", "5 mg; strength; -pieces"),
    ("Nobody under 12 should have 50 mg of tramadol.", "50 mg; warning; ages=None..12"),
    ("Lower doses such as 2.5 mg of lisinopril suit kidney disease.", "2.5 mg; -bound; -times"),
    ("Semaglutide 2.4 mg: once in a week, the same day each week.", "2.4 mg; times=1/7"),
]


@pytest.mark.parametrize("case", CONNECTED, ids=lambda case: case[0][:50])
def test_what_belongs_to_a_dose_is_connected(case: tuple[str, ...]) -> None:
    hold(*case)


@pytest.mark.parametrize("text", NO_DOSE)
def test_what_is_no_dose_is_left_alone(text: str) -> None:
    hold(text)


@pytest.mark.parametrize("case", APART, ids=lambda case: case[0][:50])
def test_what_is_told_apart(case: tuple[str, ...]) -> None:
    hold(*case)


def test_there_are_enough_sentences() -> None:
    assert len(CONNECTED) + len(NO_DOSE) + len(APART) >= 150
    assert len(NO_DOSE) + len(APART) >= len(CONNECTED)


@pytest.mark.parametrize("case", [*CONNECTED, *APART], ids=lambda case: case[0][:50])
def test_every_place_is_where_its_words_stand(case: tuple[str, ...]) -> None:
    page = article(case[0])
    for dose in read(page, FACTS, WORDS, LISTS):
        told_by = [dose.drug and dose.drug.words, dose.concentration, dose.indication, dose.words]
        told_by += [said.words for said in (dose.route, dose.form, dose.release, dose.times, dose.over) if said]
        told_by += [setting.words for setting in dose.settings]
        for words in filter(None, told_by):
            sentence = page.sentences[words.sentence]
            assert 0 <= words.at < words.to <= len(sentence.text)
            assert sentence.text[words.at : words.to] == words.text


def test_a_page_is_read_once_for_all_its_checks() -> None:
    page = article("Take 15 mg methotrexate once weekly.")
    assert read(page, FACTS, WORDS, LISTS) is read(page, FACTS, WORDS, LISTS)
    assert read(article("Take 5 mg of warfarin."), FACTS, WORDS, LISTS)[0].words.text == "5 mg"


def test_people_who_are_named_in_other_words() -> None:
    def kinds(text: str) -> list[str | None]:
        return [dose.group.kind if dose.group else None for dose in read(article(text), FACTS, WORDS, LISTS)]

    assert kinds("Give 10 mg of loratadine to teenage patients.") == ["adolescence"]
    assert kinds("Give 10 mg of loratadine to high schoolers.") == ["adolescence"]
    assert kinds("Give 5 mg of loratadine to under-12s.") == ["childhood"]
    assert kinds("For mums-to-be the dose of folic acid is 400 mcg.") == ["pregnant"]


def test_a_troche_is_a_piece() -> None:
    (dose,) = read(article("Start with two troches under the tongue."), FACTS, WORDS, LISTS)
    assert (dose.unit, dose.low) == ("lozenge", 2)
