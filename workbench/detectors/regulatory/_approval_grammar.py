"""English function words and verbs around an approval, by what they do in its sentence."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _set("is are was were be been being remains remain became become becomes isn't aren't wasn't weren't it's that's")
HAVE = _set("has have had having hasn't haven't hadn't")
MODALS = _set("can could may might will would should must does do did to soon")
DENIAL = _set(
    "not never no none neither nor without cannot hasn't haven't hadn't isn't aren't wasn't weren't doesn't don't "
    "didn't can't won't"
)
ADVERBS = _set(
    "fully officially recently newly also now first already formally just finally even only originally initially "
    "currently previously specifically expressly still both yet thus therefore indeed actually today generally"
)
ARTICLES = _set("a an the its their our us american federal full final regulatory official this one of")
RANKS = _set("only first second third few several new another many single sole currently most")
LIMITS = _set("only few some certain limited")
BOUNDARIES = _set("; : but while whereas although though however yet because since if when whether . ? !")
PAST = _set("was were had wasn't weren't been")

GAINS = _set(
    "received receives receive gained gains gain got gets won wins win earned earn secured secure obtained obtain "
    "achieved holds hold held with"
)
GRANTS = _set("granted grants gave gives given extended issued")
AGENTS = _set("by from")
STANDING = _set(", ( - :")  # may stand right before approval words that have no verb
MAKES = _set("makes made making make with")
PREDICATES = _set("for to as in")

# Words that make an assertion an expectation, a wish or an open question.
DOUBTS = _set(
    "may might could would should can will if whether unless until once awaiting awaits await pending seeking seeks "
    "seek sought hopes hope hoping hoped expects expect expected likely potentially possibly perhaps requested applied "
    "applying submitted before toward towards poised aims aiming eventually someday soon shortly ask asked"
)
BECOMING = _set("be become get receive win gain earn obtain secure")

PRONOUNS = _set("it this they these both it's")
POINTERS = _set("the this that these those such our your its")
GENERIC = _set(
    "drug drugs medication medications medicine medicines treatment treatments therapy therapies spray product "
    "products device devices substance compound injection pill pills tablet tablets option shot shots supplement "
    "infusion"
)
FORMS = GENERIC | _set(
    "infusions injections nasal hydrochloride capsules capsule patch gel cream oil itself alone too systems system use"
)
RELATIVE = _set("that which who")
LINKS = _set("and or & nor / plus")
COMMAS = LINKS | {","}
USE_LINKS = _set("for in of to treat treating and or , adults with people the chronic severe acute patients")
OTHERS = _set("from to than by unlike versus vs in at on after before over without like")
RELATED = _set("based derived like related derivative derivatives analogue analog analogs analogues")
MEANS = _set("use uses treatment therapy administration infusion infusions injection injections dose doses")

PREPOSITIONS = _set("for to as in against including")
NAMING = _set("for to as against :")  # these name a use, known or not; "in" may lead to a place or year
LISTED = _set("uses use indications indication conditions purposes following diagnoses disorders reasons")
PARTS = _set("with by from at on , (")  # part a noun phrase from what follows
CONNECTS = _set("such as like called named namely including")
INTRODUCES = CONNECTS | _set("include includes are is was were may could might")
ENDS = _set(". ; ! ? | * - :")
# Words at which the list of governed uses is over.
STOPS = _set(
    "but while whereas although though however yet not never off unapproved rather than instead except until unless "
    "which that who whose when where because since if so is are was were has have had be been can could may might will "
    "would should must it they he she we you i its their our your used using prescribed given offered studied tested "
    "explored researched investigated shown found known considered helps helped helping works worked working shows "
    "showed reduces reduced improves improved eases provides provided offers after before during without through "
    "despite based"
)
