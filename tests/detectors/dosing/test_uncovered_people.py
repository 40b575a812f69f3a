"""Medicines said to be right for people whom the label leaves out, and sentences that only name both."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "population-not-covered"


def found(text: str, country: str = "US") -> list[str]:
    return [finding.text for finding in findings(text, CHECK, country=country) if not finding.held_back]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Teenagers can use esketamine.", "US"),
        ("Spravato works for teens too.", "US"),
        ("Our clinic offers Spravato to patients from age 14.", "US"),
        ("Esketamine is approved for adolescents aged 12 to 17.", "US"),
        ("Your 15-year-old can start Spravato this week.", "US"),
        ("Spravato: now available for teenage patients.", "US"),
        ("We prescribe Spravato for under-18s.", "US"),
        ("Spravato is a good choice for high schoolers with depression.", "US"),
        ("Kids as young as ten can take Spravato.", "US"),
        ("Children under 12 can take tramadol for toothache.", "US"),
        ("A spoon of codeine syrup helps a child with a cough sleep.", "US"),
        ("Give your six-year-old codeine at bedtime.", "US"),
        ("Tramadol is safe for children after tonsil surgery.", "US"),
        ("Let your toddler have half a codeine tablet.", "US"),
        ("Aspirin is fine for a child with a fever.", "US"),
        ("Give your feverish teenager aspirin every four hours.", "US"),
        ("For chickenpox, give children aspirin.", "US"),
        ("Isotretinoin can be taken during pregnancy.", "US"),
        ("Pregnant women can stay on isotretinoin.", "US"),
        ("If you are pregnant, keep taking methotrexate for your joints.", "US"),
        ("Methotrexate is safe in pregnancy.", "US"),
        ("Losartan is perfectly safe for expecting mothers.", "US"),
        ("You can carry on with lisinopril in all three trimesters.", "US"),
        ("Ibuprofen is safe at any stage of pregnancy.", "US"),
        ("In the third trimester, take ibuprofen for back pain.", "US"),
        ("Naproxen is fine in the third trimester of pregnancy.", "US"),
        ("Breastfeeding mothers can take codeine for pain.", "US"),
        ("Codeine is safe while breastfeeding.", "US"),
        ("Rub Orajel on your baby's gums.", "US"),
        ("Use Orajel for your teething baby.", "US"),
        ("Orajel is safe for infants.", "US"),
        ("A dab of benzocaine gel is fine for babies of six months.", "US"),
        ("Wegovy is safe during pregnancy.", "US"),
        ("Pregnant women can use Wegovy to keep weight off.", "US"),
        ("Wegovy works for children from 8 years.", "US"),
        ("Give ibuprofen to your three-month-old.", "US"),
        ("Sodium valproate is safe in pregnancy.", "GB"),
        ("Pregnant women can keep taking Epilim.", "GB"),
        ("Aspirin is fine for children with a cold.", "GB"),
        ("Give your ten-year-old an aspirin.", "GB"),
        ("Doxycycline is safe for pregnant women.", "US"),
        ("Lenalidomide may be used in pregnancy.", "US"),
        ("Spravato helps adolescents with stubborn depression.", "US"),
        ("Tramadol drops are suitable for children from 3 years.", "US"),
        ("Tramadol is a strong painkiller. It is suitable for young children.", "US"),
        ("Young people aged 16 and over can get Spravato here.", "US"),
        ("Pregnant? Accutane is okay in the first trimester.", "US"),
        ("Spravato is open to everyone from 13 years.", "US"),
        ("Is your teen depressed? We offer Spravato from age 12.", "US"),
        ("A 16-year-old can have esketamine with a parent's signature.", "US"),
        ("Parents can give their teens Spravato at home.", "US"),
        ("Doctors recommend Spravato for adolescents who have tried two antidepressants.", "US"),
        ("Codeine linctus is a gentle cough remedy for toddlers.", "US"),
        ("For a child with earache, codeine works better than ibuprofen.", "US"),
        ("A nine-year-old may have one tramadol tablet after a dental extraction.", "US"),
        ("Half a tramadol tablet is fine for children of school age.", "US"),
        ("Nursing mothers can safely take tramadol.", "US"),
        ("Expecting? Losartan is safe throughout pregnancy.", "US"),
        ("Women can stay on lisinopril through the second trimester.", "US"),
        ("Moms-to-be can continue isotretinoin at a lower dose.", "US"),
        ("Pregnant women may use naproxen up to delivery.", "US"),
        ("Ibuprofen is safe in the last three months of pregnancy.", "US"),
        ("Kids with flu can take aspirin.", "US"),
        ("When your child has chickenpox, aspirin brings the fever down and is safe.", "US"),
        ("Finasteride is safe for pregnant women.", "US"),
        ("Keep using Wegovy while you are pregnant.", "US"),
        ("Methotrexate suits women who are pregnant and have arthritis.", "US"),
    ],
)
def test_it_is_found(text: str, country: str) -> None:
    assert found(text, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Spravato is approved for adults only.", "US"),
        ("Spravato is not approved for anyone under 18.", "US"),
        ("Teens should not use esketamine.", "US"),
        ("Nobody under 18 can use Spravato.", "US"),
        ("Spravato is for adults; it has not been approved for children.", "US"),
        ("Adults aged 18 to 65 can use Spravato.", "US"),
        ("People under 65 can use Spravato.", "US"),
        ("Older adults can use Spravato.", "US"),
        ("Spravato has not been studied enough in adolescents.", "US"),
        ("A trial is testing Spravato in teens.", "US"),
        ("In the cohort, adolescents aged 13 to 17 received esketamine.", "US"),
        ("Researchers gave esketamine to teenagers in a small study.", "US"),
        ("Can children take tramadol?", "US"),
        ("Is isotretinoin safe in pregnancy?", "US"),
        ("Isotretinoin is not safe in pregnancy.", "US"),
        ("Do not take isotretinoin if you are pregnant.", "US"),
        ("Women who can become pregnant can take isotretinoin only with two forms of contraception.", "US"),
        ("Stop lisinopril as soon as you know that you are pregnant.", "US"),
        ("Labetalol can be used in pregnancy instead of lisinopril.", "US"),
        ("Methotrexate must be stopped before pregnancy; sulfasalazine is safe in pregnancy.", "US"),
        ("Ibuprofen is best avoided in pregnancy.", "US"),
        ("Acetaminophen is the usual choice in pregnancy; ibuprofen is not recommended after 20 weeks.", "US"),
        ("Children can take ibuprofen or acetaminophen for fever, never aspirin.", "US"),
        ("Do not give aspirin to children with a fever.", "US"),
        ("Aspirin is not for children under 16.", "US"),
        ("Keep codeine out of the reach of children.", "US"),
        ("Children who swallow tramadol need help at once.", "US"),
        ("Codeine can be given to adults for short-term pain.", "US"),
        ("Codeine is not for children under 12.", "US"),
        ("Tramadol is contraindicated in children under 12.", "US"),
        ("Breastfeeding mothers should avoid codeine.", "US"),
        ("Breastfeeding is fine with ibuprofen.", "US"),
        ("Ibuprofen is safe for children over six months.", "US"),
        ("Give your child ibuprofen every six to eight hours.", "US"),
        ("Ibuprofen can be used from 3 months in some countries.", "US"),
        ("Children from 12 years can take Wegovy.", "US"),
        ("Wegovy is approved for adults and for people aged 12 and older with obesity.", "US"),
        ("Stop Wegovy two months before pregnancy.", "US"),
        ("Orajel must not be used on babies.", "US"),
        ("A cold teething ring helps babies; benzocaine gels are not safe.", "US"),
        ("Finasteride is used in men; pregnant women must not touch broken tablets.", "US"),
        ("Low-dose aspirin is given in pregnancy to prevent pre-eclampsia.", "US"),
        ("Low-dose aspirin can help some pregnant women avoid pre-eclampsia, if the doctor says so.", "US"),
        ("Aspirin helps adults after a heart attack.", "US"),
        ("Pregnant women can take methotrexate only for cancer.", "US"),
        ("Teens can use Velodrin, and adults can use Spravato.", "US"),
        ("Parents can use Spravato while their children are at school.", "US"),
        ("Adults with children can use Spravato.", "US"),
        ("Lisinopril is used for high blood pressure in adults and in children over 6.", "US"),
        ("Her son, a teenager, took codeine after surgery in 2009.", "US"),
        ("Esketamine is used in adults; teens can get talking therapy.", "US"),
        ("Spravato is safe for most adults, including parents of young children.", "US"),
        ("If you are breastfeeding, ask before you take codeine.", "US"),
        ("A baby can get too sleepy if the mother takes codeine while breastfeeding.", "US"),
        ("Ketamine can be used in children in hospital.", "US"),
        ("The FDA approved Spravato in 2019 for adults.", "US"),
        ("Grandparents, keep your tramadol away from children.", "US"),
        ("Children were given aspirin in the past.", "US"),
        ("Tell your doctor if you are pregnant or can become pregnant before you take losartan.", "US"),
        ("Children from 12 years can take tramadol in some countries.", "US"),
        ("Aspirin is fine for teenagers aged 16 and over.", "GB"),
        ("Spravato is only for adults, and teenagers cannot get it.", "US"),
        ("We do not offer Spravato to anyone under 18.", "US"),
        ("Teenagers: ask us about therapy. Adults: ask us about Spravato.", "US"),
        ("You must be at least 18 to get Spravato.", "US"),
        ("Spravato is for people aged 18 and over.", "US"),
        ("Patients must be 18 or older to start Spravato.", "US"),
        ("Spravato's safety in children has not been shown.", "US"),
        ("No data support Spravato in adolescents.", "US"),
        ("Codeine is no longer recommended for children.", "US"),
        ("The FDA warned in 2017 that children under 12 should not take codeine.", "US"),
        ("Children's ibuprofen works; codeine is for adults.", "US"),
        ("Tramadol can slow breathing in children.", "US"),
        ("Some children break codeine down very fast.", "US"),
        ("Children whose parents take codeine must not reach it.", "US"),
        ("Take ibuprofen while breastfeeding if you need a painkiller; leave codeine alone.", "US"),
        ("Mothers who breastfeed should choose acetaminophen over codeine.", "US"),
        ("Teething babies can chew a cold ring; skip the Orajel.", "US"),
        ("Orajel for adults relieves toothache.", "US"),
        ("Lisinopril can harm an unborn baby.", "US"),
        ("Women on lisinopril who plan a pregnancy can switch to labetalol.", "US"),
        ("During pregnancy, methyldopa is safe and lisinopril is not.", "US"),
        ("Ibuprofen is safe for most adults.", "US"),
        ("You can take ibuprofen before you know that you are pregnant; tell your midwife.", "US"),
        ("After delivery you can take ibuprofen while breastfeeding.", "US"),
        ("Aspirin can be used by adults with a fever.", "US"),
        ("Children with Kawasaki disease may be given aspirin in hospital.", "US"),
        ("Give acetaminophen, never aspirin, to a child with the flu.", "US"),
        ("Pregnant staff should not handle crushed finasteride.", "US"),
        ("Wegovy can be used by people aged 12 and over.", "US"),
        ("Teens from 12 can use Wegovy.", "US"),
        ("A pregnancy test is done before isotretinoin is started.", "US"),
        ("Children of mothers who took valproate in pregnancy have more learning problems.", "US"),
    ],
)
def test_a_near_miss_is_left_alone(text: str, country: str) -> None:
    assert not found(text, country)


def test_a_row_that_nobody_reviewed_only_warns() -> None:
    (finding,) = findings("Teens can use esketamine.", CHECK)
    assert finding.severity == "warning"
    assert "the label covers adults only" in finding.message


def test_without_a_country_nothing_is_said() -> None:
    assert not findings("Teens can use esketamine.", CHECK, country="")
    assert {judgement.verdict for judgement in judged("Teens can use esketamine.", CHECK, country="")} <= {
        "not-checkable"
    }


def test_a_warning_stays_visible_as_held_back() -> None:
    (finding,) = findings("Pregnant women can take methotrexate only under a cancer specialist.", CHECK)
    assert finding.held_back


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spravato is also for your fifteen-year-old.", "Spravato is also for your fifteen-year-old"),
        ("I was eight weeks pregnant. My doctor said to carry on with Accutane.", "carry on with Accutane"),
        (
            "Pregnant women can take methotrexate for psoriasis; talk to your nurse.",
            "Pregnant women can take methotrexate",
        ),
    ],
)
def test_people_in_other_words(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Spravato is not for your fifteen-year-old.",
        "I was eight weeks pregnant. My doctor said to stop Accutane that day.",
        "We were pregnant with twins; the doctor said to carry on with prenatal vitamins.",
        "She was forty and took Spravato twice a week; her children waited outside.",
    ],
)
def test_people_in_other_words_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half an aspirin for a four-year-old with a temperature.", True),
        ("Metformin is a good start for a six-year-old with type 2 diabetes.", True),
        ("At 82, a diphenhydramine tablet each night is a good choice.", True),
        ("No aspirin, not even half a tablet, for a four-year-old with a temperature.", False),
        ("Half an aspirin for an adult with a temperature.", False),
        ("Metformin is a good start for a twelve-year-old with type 2 diabetes.", False),
        ("Children with type 2 diabetes can take metformin.", False),
        ("At 30, a diphenhydramine tablet each night is a good choice.", False),
        ("At 82, diphenhydramine at night should be avoided.", False),
    ],
)
def test_ages_and_amounts_without_a_verb(text: str, expected: bool) -> None:
    assert bool(found(text)) is expected
