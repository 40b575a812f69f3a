"""Claims that say otherwise than their source. Every source and every result here is invented."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest
from speak import findings, judged

from workbench import sources
from workbench.errors import Unreadable
from workbench.model import Finding, Judgement, Knowledge, SourceText

CHECK = "spin"
DOI = "https://doi.org/10.5555/velodrin"
TRIAL = """Velodrin for gout in adults: an invented trial

Abstract
Background: Gout hurts. An earlier trial of 900 people had found a lower risk in children.
Methods: Of 410 people screened, we randomly assigned 200 adults to velodrin 5 mg once a day or to placebo.
Results: At 12 weeks, 54% had no attack with velodrin and 42% with placebo. Attacks came in 4% of those on velodrin and
8% of those on placebo in the last month. Nausea was 20% more frequent than with placebo.
Conclusions: Velodrin may prevent attacks.

References
1. Ott. A trial of 640 people. 2011.
"""
MISSED = """Barkol for migraine: an invented trial

Methods
We enrolled 120 adults with migraine and treated them with barkol 20 mg or placebo for eight weeks.

Results
The primary outcome, days with migraine, did not differ between the groups (5.1 and 5.3 days). Secondary outcomes were
nausea, sleep, mood and days off work. Nausea fell to 12% with barkol and 25% with placebo. In a post hoc analysis of
women, sleep improved.
"""
MET = MISSED.replace(
    "did not differ between the groups (5.1 and 5.3 days)", "was significantly lower with barkol (3.0 and 5.3 days)"
)
MICE = (
    "Velodrin in mice: an invented experiment\n\nMethods\n"
    "Twenty mice received velodrin 5 mg/kg.\n\nResults\nTheir joints swelled less.\n"
)
CHILDREN = (
    "Barkol for asthma: an invented trial\n\nMethods\n"
    "We enrolled 80 children aged 6 to 11 years.\n\nResults\nAttacks came less often.\n"
)
ALONE = (
    "Velodrin in gout: an invented series\n\nMethods\n"
    "We treated 30 adults; there was no control group.\n\nResults\nPain fell.\n"
)
CARE = (
    "Barkol in pain: an invented trial\n\nMethods\n"
    "We enrolled 90 adults and compared barkol with usual care.\n\nResults\nPain fell.\n"
)


def shelf(text: str) -> Mapping[str, SourceText]:
    return sources.written_out([{"key": "okafor", "identifiers": "doi:10.5555/velodrin", "text": text, "title": ""}])


def found(said: str, source: str = TRIAL) -> list[Finding]:
    """`said` with `[words]` for the words that link to the source."""
    text = said.replace("]", f"]({DOI})")
    return [f for f in findings(text, CHECK, knowledge=Knowledge(sources=shelf(source))) if not f.held_back]


def unread(said: str, source: str = TRIAL, more: Knowledge | None = None) -> list[Judgement]:
    known = more or Knowledge(sources=shelf(source))
    return [v for v in judged(said.replace("]", f"]({DOI})"), CHECK, knowledge=known) if v.verdict == "not-checkable"]


FIRES = {
    "another number": ("In a trial of 640 adults, velodrin prevented [gout attacks].", TRIAL, "640 adults"),
    "the number screened": ("In a trial of 410 people, velodrin prevented [gout attacks].", TRIAL, "410 people"),
    "a number of other work": ("In a trial of 900 people, velodrin prevented [gout attacks].", TRIAL, "900 people"),
    "about, but far off": ("In a trial of about 300 adults, velodrin prevented [gout attacks].", TRIAL, "300 adults"),
    "children for adults": ("Velodrin prevents gout attacks in [children].", TRIAL, "children"),
    "adolescents for adults": ("Velodrin prevents gout attacks in teenagers, as [a trial] showed.", TRIAL, "teenagers"),
    "adults for children": ("Barkol lowers the risk of asthma attacks in [adults].", CHILDREN, "adults"),
    "people for mice": (
        "Velodrin reduces [joint swelling] in arthritis.",
        MICE,
        "Velodrin reduces joint swelling in arthritis.",
    ),
    "placebo without a control": ("Velodrin lowers gout pain more than placebo, [a study] found.", ALONE, "placebo"),
    "placebo for usual care": ("Barkol lowers back pain more than a placebo, [a study] found.", CARE, "placebo"),
    "another drug for placebo": (
        "Velodrin prevents gout attacks better than allopurinol, [a trial] found.",
        TRIAL,
        "allopurinol",
    ),
    "other treatment for placebo": (
        "Velodrin prevents gout attacks better than standard treatment, [a trial] found.",
        TRIAL,
        "standard treatment",
    ),
    "one arm alone": ("With velodrin, 54% of adults had no [gout attack].", TRIAL, "54%"),
    "half the risk": (
        "Velodrin cut the risk of gout attacks by half in the last month, from [a trial].",
        TRIAL,
        "cut the risk of gout attacks by half",
    ),
    "relative for two risks": (
        "Velodrin lowered gout attacks by 50% in the last month, [a trial] found.",
        TRIAL,
        "lowered gout attacks by 50%",
    ),
    "points for a share": (
        "Nausea was 20 percentage points more frequent with velodrin than with placebo [in a trial].",
        TRIAL,
        "20 percentage points",
    ),
    "the one outcome that came out": (
        "Barkol reduced nausea in [migraine], to 12% from 25% with placebo.",
        MISSED,
        "reduced",
    ),
    "benefit where the main outcome missed": ("Barkol is effective against [migraine].", MISSED, "effective"),
    "found afterwards": ("Barkol improved sleep in women with [migraine].", MET, "improved"),
    "ten times the dose": ("Velodrin 50 mg once a day prevents [gout attacks].", TRIAL, "50 mg"),
    "another unit": ("Velodrin 5 mcg once a day prevents [gout attacks].", TRIAL, "5 mcg"),
}
SILENT = {
    "the same number": ("In a trial of 200 adults, velodrin prevented [gout attacks].", TRIAL),
    "the same number in words": ("In a trial of two hundred adults, velodrin prevented [gout attacks].", TRIAL),
    "about the same": ("In a trial of about 210 people, velodrin prevented [gout attacks].", TRIAL),
    "both arms added": (
        "In a trial of 160 adults, velodrin prevented [gout attacks].",
        TRIAL.replace("200 adults to velodrin 5 mg", "80 adults to placebo and 80 adults to velodrin 5 mg"),
    ),
    "several trials": ("In three trials of 640 adults, velodrin prevented [gout attacks].", TRIAL),
    "a number of something else": (
        "Gout affects about 640 people in the town, and velodrin prevents [attacks].",
        TRIAL,
    ),
    "adults": ("Velodrin prevents gout attacks in [adults].", TRIAL),
    "children, with the limit": (
        "Velodrin prevents gout attacks in adults; in [children] it has not been studied.",
        TRIAL,
    ),
    "children, denied": ("Velodrin does not prevent gout attacks in [children].", TRIAL),
    "mice told as mice": ("In mice, velodrin reduces [joint swelling] in arthritis.", MICE),
    "placebo as in the source": ("Velodrin lowers gout attacks more than placebo, [a trial] found.", TRIAL),
    "both arms": ("With velodrin, 54% of adults had no [gout attack], and 42% with placebo.", TRIAL),
    "the other arm next to it": ("With velodrin, 54% had no [gout attack]. With placebo it was 42%.", TRIAL),
    "risks beside the share": ("Velodrin lowered gout attacks by 50%, from 8% to 4%, [a trial] found.", TRIAL),
    "share as the source gives it": (
        "Nausea was 20% more frequent than with placebo in a gout [trial] of velodrin.",
        TRIAL,
    ),
    "the main outcome, honestly": ("Barkol did not reduce days with [migraine], the main outcome.", MISSED),
    "a further outcome, honestly": ("Barkol reduced nausea, a secondary outcome, in [migraine].", MISSED),
    "honest in the next sentence": (
        "Barkol reduced nausea in [migraine]. On the main outcome it did not differ.",
        MISSED,
    ),
    "the main outcome came out": ("Barkol reduced days with [migraine].", MET),
    "a hedge that names the limit": (
        "Barkol may ease [migraine], but this pilot was small and more research is needed.",
        MISSED,
    ),
    "a number of another trial": ("Velodrin prevents [gout attacks]. Another trial enrolled 640 adults.", TRIAL),
    "a number of another source": (
        "Velodrin prevents [gout attacks]. In a trial of 640 adults velodrin eased pain (doi:10.5555/other).",
        TRIAL,
    ),
    "the same dose": ("Velodrin 5 mg once a day prevents [gout attacks].", TRIAL),
    "the same dose in another unit": ("Velodrin 5000 mcg once a day prevents [gout attacks].", TRIAL),
    "twice a day what is told for the day": ("Velodrin 2.5 mg twice a day prevents [gout attacks].", TRIAL),
    "a question": ("Does velodrin 50 mg prevent [gout attacks] in children?", TRIAL),
    "another source": ("In a trial of 640 adults, velodrin prevented gout attacks (doi:10.5555/other).", TRIAL),
    "no source": ("In a trial of 640 adults, velodrin prevented gout attacks.", TRIAL),
}


@pytest.mark.parametrize(("said", "source", "words"), FIRES.values(), ids=FIRES)
def test_what_the_source_says_otherwise_is_found(said: str, source: str, words: str) -> None:
    assert words in [finding.text.replace(f"]({DOI})", "").replace("[", "") for finding in found(said, source)]


@pytest.mark.parametrize(("said", "source"), SILENT.values(), ids=SILENT)
def test_what_the_source_bears_or_the_text_limits_stays_silent(said: str, source: str) -> None:
    assert [(finding.text, finding.message) for finding in found(said, source)] == []


def test_a_finding_shows_both_sentences_and_the_page() -> None:
    (one,) = found("In a trial of 640 adults, velodrin prevented [gout attacks].", TRIAL)
    assert one.evidence is not None
    article, source = one.evidence.rows
    assert article == {"article": "In a trial of 640 adults, velodrin prevented gout attacks."}
    assert source["source"].endswith("we randomly assigned 200 adults to velodrin 5 mg once a day or to placebo.")
    assert (source["in"], source["page"]) == ("okafor", "1")
    assert one.message.endswith("in the source 200 people took part. Source: okafor, p. 1.")
    assert (one.severity, one.confidence, one.category) == ("warning", "medium", "statistic-suspicious")


def test_the_told_outcome_is_shown_beside_the_one_that_missed() -> None:
    (one,) = found("Barkol reduced nausea in [migraine], to 12% from 25% with placebo.", MISSED)
    assert one.evidence is not None
    assert [row.get("source", "")[:20] for row in one.evidence.rows] == [
        "",
        "The primary outcome,",
        "Nausea fell to 12% w",
    ]


def test_a_number_in_the_next_sentence_belongs_to_the_claim() -> None:
    (one,) = found("Velodrin prevents [gout attacks]. The study enrolled 640 adults.")
    assert one.text == "640 adults"


def test_a_key_in_the_claim_table_names_the_source() -> None:
    text = "In a trial of 640 adults, velodrin prevented gout attacks."
    claim = next(iter(_claims(text)))
    known = Knowledge(sources=shelf(TRIAL), evidence={claim: "okafor p.1, as Ines says"})
    assert [finding.text for finding in findings(text, CHECK, knowledge=known)] == ["640 adults"]


def test_what_the_source_does_not_say_is_not_checkable_and_never_green() -> None:
    bare = "Velodrin: an invented letter\n\nVelodrin is given for gout. It is swallowed.\n"
    (one,) = unread("In a trial of 640 adults, velodrin 5 mg prevented [gout attacks].", bare)
    assert one.evidence is not None
    assert "the number of people" in one.evidence.given
    assert "the dose" in one.evidence.given
    text = "In a trial of 200 adults, velodrin prevented [gout attacks].".replace("]", f"]({DOI})")
    assert judged(text, CHECK, knowledge=Knowledge(sources=shelf(TRIAL))) == []


def test_one_of_several_sources_is_not_checkable() -> None:
    text = "In a trial of 640 adults, velodrin prevented [gout attacks] (doi:10.5555/other)."
    assert found(text) == []
    (one,) = unread(text)
    assert one.evidence is not None
    assert "several works" in one.evidence.given


def test_a_source_that_cannot_be_used_is_told() -> None:
    class Broken(dict[str, SourceText]):
        def __getitem__(self, key: str) -> SourceText:
            raise Unreadable("is not the file that was added")

        def items(self) -> Iterator[tuple[str, SourceText]]:  # type: ignore[override]
            return iter(shelf(TRIAL).items())

    known = Knowledge(sources=Broken(shelf(TRIAL)))
    (one,) = unread("In a trial of 640 adults, velodrin prevented [gout attacks].", more=known)
    assert one.evidence is not None
    assert "is not the file that was added" in one.evidence.given


def test_without_sources_nothing_is_loaded() -> None:
    code = (
        "import sys; from speak import findings;"
        "findings('In a trial of 640 adults, velodrin prevented gout (doi:10.5555/x).', 'spin');"
        "print([m for m in sys.modules if m.startswith(('workbench.sources', 'workbench.library', 'snowball'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="tests")
    assert run.stdout.strip() == "[]"


def _claims(text: str) -> list[str]:
    from speak import article

    return [claim.id for claim in article(text).claims]
