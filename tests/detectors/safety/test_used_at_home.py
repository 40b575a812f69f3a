"""A clinic-only product told as used at home, and what is done at home around it."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "clinic-only-at-home"


def fires(text: str) -> bool:
    return any(not finding.held_back for finding in findings(text, CHECK))


@pytest.mark.parametrize(
    "text",
    [
        "Spray your Spravato in bed and drift off.",
        "Home delivery of Spravato is now available in Ohio.",
        "With our service you can self-administer esketamine nasal spray at home.",
        "Get Spravato shipped to your doorstep.",
        "Esketamine nasal spray can be used at home without supervision.",
        "Our at-home esketamine nasal spray kit includes two devices.",
        "Zulresso can be infused in your bedroom while you nurse.",
        "Take Spravato whenever low mood strikes, wherever you are.",
        "Spravato sessions happen in your living room.",
        "Patients dose Spravato themselves at home twice a week.",
        "You may take your Spravato device home after the first visit.",
        "We mail Spravato to your home in plain packaging.",
        "Enjoy Spravato from the comfort of your couch.",
        "Inject Sublocade yourself at home once a month.",
        "Spravato treatments from home, on your schedule.",
        "No clinic visits are needed with our Spravato plan.",
        "Spravato now comes to you: our courier brings it to your house.",
        "Self-inject Zyprexa Relprevv in your kitchen.",
        "Spravato can be sprayed anywhere, even on the train.",
        "We'll post your esketamine nasal spray every Monday.",
        "Why travel? Have your Spravato in your own bed.",
        "Home-use Spravato is our specialty.",
        "Do your Spravato session alone at home with an eye mask.",
        "Keep Spravato in your handbag and use it at home when you feel low.",
        "Spravato requires no supervision.",
        "A friend can give you Sublocade at home.",
        "With our telehealth plan you take Spravato at home while a coach chats with you.",
    ],
)
def test_what_can_hurt_is_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spravato is given in a certified clinic, never at home.",
        "You cannot use Spravato at home.",
        "Spravato isn't available for home use.",
        "After Spravato you go home with a friend.",
        "Ketamine lozenges are used at home, while Spravato requires a clinic.",
        "At-home ketamine is not Spravato.",
        "Spravato must be taken under the direct observation of a health care provider.",
        "Spravato is never dispensed to patients for use at home.",
        "You'll rest for two hours before you may go home from your Spravato visit.",
        "Is at-home Spravato legal?",
        "Unlike at-home ketamine, Spravato is approved.",
        "Because Spravato can only be given in a certified setting, you cannot pick it up at a pharmacy.",
        "Keep taking your oral antidepressant at home while you have Spravato.",
        "Do not drive home after Spravato.",
        "Compounded ketamine is delivered to your door; Spravato is not.",
        "A certified pharmacy delivers Spravato to the clinic.",
        "Olanzapine tablets are taken at home.",
        "Buprenorphine films can be taken at home, but Sublocade is injected by a nurse.",
        "Spravato is self-administered under supervision in a medical office.",
        "You can book your Spravato appointment online.",
        "Spravato is available only at a restricted program and cannot be taken home by the patient.",
        "After dosing with Spravato you will be monitored for at least two hours before going home.",
        "Zyprexa Relprevv must be administered in a registered healthcare facility.",
        "Patients should have someone take them home after Spravato.",
        "Do not take Spravato at home.",
        "Home use of Spravato is not allowed.",
        "Spravato is stored at the clinic and never handed to the patient.",
        "A clinic that ships Spravato to your door is breaking the law.",
        "Ketamine tablets by mail are not the same as Spravato.",
        "You will use the Spravato nasal spray device yourself, under the supervision of a healthcare provider.",
        "Depression care at home: Spravato may be one option your doctor mentions.",
        "Take your usual medicines at home on the day of Spravato.",
        "The nearest Spravato treatment center is listed online.",
        "Unlike lozenges for home use, Spravato is given at a certified site.",
    ],
)
def test_careful_words_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Let your husband push the propofol while you binge your favourite show.",
        "Our home ketamine drip kit includes a cannula and tape.",
        "You may go dancing an hour after Spravato.",
        "Mount a fentanyl drip next to your bed.",
        "A phenol peel from our box, done in front of your own mirror, takes off ten years.",
        "Hook yourself up to our NAD drip on the couch.",
        "Slip the testosterone pellet under your own skin.",
        "Buy lip filler and a hyaluron pen, and plump your lips at home.",
        "Get in the car right after your esketamine session, you'll be fine.",
        "Do the mole removal yourself with our acid pen.",
        "Take the first dose of the peanut powder at home, nobody has to watch.",
        "A sedative injection for your root canal at home? Our dentist in a box makes it easy.",
        "Why sit in a clinic? Spray your esketamine in the bath and light a candle.",
        "My neighbour gives me my Xeomin between laundry loads, and she could do yours.",
        "With our starter box you place the fillers yourself in half an hour.",
        "Your Spravato nasal spray now travels with you: two devices fit in any purse.",
        "There is no need for an infusion centre: Remicade runs nicely from a hook in the pantry.",
        "Zulresso at home, with your baby next to you and no stranger in the room.",
        "Give your dad his Invega shot on Sundays, after the roast.",
        "Injecting Sublocade is a job that any flatmate can do.",
        "Do-it-yourself venom shots: one a week, straight from the fridge.",
        "Send your grandma a home transfusion set.",
        "Cut the mole off with our little blade; the video shows how.",
        "Anyone can hang an iron drip from a curtain rail.",
        "Set up the Remicade bag yourself; the manual has six pages.",
        "Sculpt your own jaw with our filler ampoules.",
        "Your boyfriend can do the Aveed shot.",
        "Use your Spravato on the plane.",
        "With a saline bag, a needle and this page you are your own drip lounge.",
        "After olanzapine pamoate you can hop on your bike.",
        "Propofol for jet lag, in your hotel.",
        "Buy a mole remover pen, burn it off, done.",
    ],
)
def test_other_ways_to_say_it_are_found(text: str) -> None:
    assert fires(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spravato is used in the clinic and nowhere else.",
        "A nurse comes to your home to give the infliximab and stays until it is over.",
        "Home chemotherapy is offered by some hospitals, with specialist nurses on call.",
        "Do not drive until the day after Spravato.",
        "The dentist gives nitrous oxide in the surgery and keeps oxygen at hand.",
        "Ketamine is given through a drip in our clinic, and someone takes you home.",
        "Mild peels with lactic acid can be used at home.",
        "The implant is put in by a trained nurse under local anaesthetic.",
        "People died after home injections of silicone.",
        "Isotretinoin can be picked up only after a pregnancy test.",
        "Palliative nurses set up a midazolam pump at home.",
        "Bring a list of the drugs you take at home to your propofol sedation.",
        "Home kits for tooth whitening contain less peroxide than those of a dentist.",
        "Do not keep propofol at home.",
        "Spravato devices stay in the clinic.",
        "Have a light meal at home before your Botox appointment.",
        "If you are housebound, the district nurse gives the depot injection at home.",
        "Fillers bought online have blinded people.",
        "Rescue midazolam for the cheek can be given at home by trained parents when a seizure lasts five minutes.",
        "You can self-inject methotrexate at home once a nurse has shown you how.",
        "Pain relief in labour: at home you can use a TENS machine, in hospital an epidural.",
        "The FDA says that moles should never be removed at home.",
        "Ketamine infusions need a drip, a monitor and trained staff, which no living room has.",
        "Zyprexa tablets are taken at home; Zyprexa Relprevv is not.",
        "After a general anaesthetic, do not be alone at home for a day.",
        "Spravato cannot be taken on a plane, because it is used in clinics only.",
        "The Aveed shot is given by a nurse, who watches you for half an hour.",
        "Your port is flushed once a month at the cancer unit.",
        "The Nexplanon insert takes two minutes in the practice.",
        "Children may read while the iron drip runs.",
        "Ketamine shots are given in the emergency room before a bone is set.",
        "Bring your own blanket to your Remicade infusion.",
        "Propofol leaves you drowsy; let a friend stay with you at home.",
        "Your own doctor can give the Sublocade injection.",
        "Put a pillow under your arm during the drip.",
        "Hormone pellets are placed under local anaesthetic.",
        "The nurse will show you how to care for your catheter at home.",
        "In some countries people were offered esketamine at home in a trial.",
        "Your sister may wait with you after the Relprevv injection in the clinic.",
        "A friend should drive you home from the ketamine infusion.",
    ],
)
def test_the_same_words_in_careful_hands_stay_silent(text: str) -> None:
    assert not fires(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Order Spravato online and pick it up at your local pharmacy.", True),
        ("Your local drugstore sells Spravato over the counter.", True),
        ("Any kiosk can hand you isotretinoin, and no forms are needed.", True),
        ("Lenalidomide is sold like any other tablet.", True),
        ("A certified pharmacy sends isotretinoin to people in iPLEDGE.", False),
        ("Do not buy thalidomide online.", False),
        ("Is Xyrem sold in any pharmacy?", False),
        ("Ask at any pharmacy for a list of isotretinoin side effects and for iPLEDGE.", False),
    ],
)
def test_restricted_supply(text: str, found: bool) -> None:
    assert any(not finding.held_back for finding in findings(text, "restricted-supply")) is found


@pytest.mark.parametrize(("country", "found"), [("US", True), ("GB", True), ("AU", True), ("BR", False), ("", False)])
def test_a_row_speaks_for_its_countries(country: str, found: bool) -> None:
    told = findings("Use Spravato on your own sofa.", CHECK, country=country)
    assert any(not finding.held_back for finding in told) is found


def test_what_no_country_allows_is_found_in_all() -> None:
    told = findings("Let your husband push the propofol.", CHECK, country="BR")
    assert [finding.held_back for finding in told] == [False]
