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
    "currently previously specifically expressly still both yet thus therefore indeed actually today generally ever "
    "long"
)
ARTICLES = _set("a an the its their our us american federal full final regulatory official this one of")
RANKS = _set("only first second third few several new another many single sole currently most")
LIMITS = _set("only few some certain limited")
BOUNDARIES = _set("; : but while whereas although though however yet because since if when whether . ? !")
PAST = _set("was were had wasn't weren't been")

GAINS = _set(
    "received receives receive gained gains gain got gets won wins win earned earn secured secure obtained obtain "
    "achieved holds hold held with carries carry carried comes come bears enjoys boasts"
)
CERTIFIED = _set("certified compliant registered inspected accredited licensed licenced tested")
COLOURS = _set("light lights lit lighted")  # after "green"
# Approval words of two words; the second word by the first, and those of them that are verbs.
PAIRS = {
    "green": COLOURS,
    "signed": _set("off"),
    "signs": _set("off"),
    "thumbs": _set("up"),
    "go": _set("ahead"),
    "says": _set("yes"),
    "said": _set("yes"),
}
PAIRED_VERBS = _set("lit lights lighted signed signs says said")
LIKE_VERBS = _set("okays oks legal greenlit greenlights")  # are read as the participle "approved" is
ON_LABEL = _set("label labeled labelled on")
TITLES = _set("licence license indication authorisation authorization approval clearance")  # a product may have these
WEAK = _set("labeled labelled indicated registered legal listed blessed sanctioned")  # assert approval only of a use
GETS = _set("get gets getting receive receives have buy")
REASONS = _set("because since as with")
MONTHS = _set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
TOLD = _set("came means meant opened paved changed makes made brought gives gave allows allowed followed")
SINCE = _set("since following given thanks")  # lead to an approval that is told as a fact
GRANTS = _set("granted grants gave gives given extended issued")
AMONG = _set("of among amongst")
ALL = _set("all every any each")
AGENTS = _set("by from")
STANDING = _set(", ( - :")  # may stand right before approval words that have no verb
MAKES = _set("makes made making make with")
PREDICATES = _set("for to as in")

# Words that make an assertion an expectation, a wish or an open question.
DOUBTS = _set(
    "may might could would should can will if whether unless until once awaiting awaits await pending seeking seeks "
    "seek sought hopes hope hoping hoped expects expect expected likely potentially possibly perhaps requested applied "
    "applying submitted before toward towards poised aims aiming eventually someday soon shortly asked"
)
# Words of a sentence that speaks of an approval as open, refused or disputed.
OPEN = (
    (DOUBTS - _set("can could should before once"))
    | DENIAL
    | _set(
        "refused denied rejected declined away years unlikely waits wait waiting delayed stalled far question possible "
        "prospect prospects chance chances bid path road push case process request vote voted opposed against without"
    )
)
BECOMING = _set("be become get receive win gain earn obtain secure")

PRONOUNS = _set("it this they these both it's")
POINTERS = _set("the this that these those such our your its")
MEDICINES = _set("drug drugs medication medications medicine medicines treatment treatments therapy")
GENERIC = _set(
    "drug drugs medication medications medicine medicines treatment treatments therapy therapies spray product "
    "products device devices substance compound injection pill pills tablet tablets option shot shots supplement "
    "infusion"
)
FORMS = GENERIC | _set(
    "infusions injections nasal hydrochloride capsules capsule patch gel cream oil itself alone too systems system use"
)
RELATIVE = _set("that which who")
SPEAKERS = _set("we you i they")
LINKS = _set("and or & nor / plus")
COMMAS = LINKS | {","}
WHERE = _set("for on in at from")  # lead from a product to what no table knows
USE_LINKS = _set("for in of to treat treating and or , adults with people the chronic severe acute patients")
OTHERS = _set("from to than by unlike versus vs in at on after before over without like")
RELATED = _set("based derived like related derivative derivatives analogue analog analogs analogues")
MEANS = _set("use uses treatment therapy administration infusion infusions injection injections dose doses")

CARE = _set("treatment therapy remedy medicine medication option solution relief improvement success use")
PEOPLE = _set("people patients patient adults those men women users user clinic clinics provider providers")
PREPOSITIONS = _set("for to as in against including")
NAMING = _set("for to as against :")  # these name a use, known or not; "in" may lead to a place or year
LISTED = _set("uses use indications indication conditions purposes following diagnoses disorders reasons")
LED = _set("for treat treating against")
NAMES = BE | ARTICLES | ADVERBS | RANKS | _set("among as listed named now")  # stand between a use and "approved use"
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
    "despite based comorbid coexisting accompanying concurrent offer sell sells administer administers dispense "
    "dispenses prescribe prescribes"
)
