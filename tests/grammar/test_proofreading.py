"""What becomes of the answers of a proofreader, without one."""

from __future__ import annotations

import pytest
from speak import article, content, findings, judged

from workbench import prose
from workbench.detectors.grammar._spelling import Spelling
from workbench.detectors.grammar._words import lists
from workbench.model import Knowledge, Proofread, Slip

CHECK = "grammar-and-spelling"
RULE = "MORFOLOGIK_RULE_EN_US"


def known(text: str, *slips: tuple[str, str, str], reason: str = "") -> Knowledge:
    """A proofreader that says of the first block: words, rule, category."""
    document = article(text).document
    first = prose.prose(document, 0)
    assert first is not None
    found = tuple(
        Slip(at, at + len(words), rule, category, "Wrong.", ("right",))
        for words, rule, category in slips
        if (at := first.text.index(words)) >= 0
    )
    return Knowledge(proofread=Proofread("languagetool", "6.8", {prose.key("en-US", first.text): found}, reason))


def test_a_page_that_was_not_asked_about_has_nothing_to_say() -> None:
    assert findings("Teh end.", CHECK) == []
    assert [one.verdict for one in judged("Teh end.", CHECK)] == []


def test_what_was_not_answered_is_not_checkable_with_the_reason() -> None:
    knowledge = known("A fine text.\n\nTeh other one.", reason="Java is missing")
    (one,) = (one for one in judged("A fine text.\n\nTeh other one.", CHECK, knowledge=knowledge) if one.evidence)
    assert one.verdict == "not-checkable"
    assert one.evidence
    assert (one.evidence.given, one.evidence.computed) == ("1 of 2 pieces of text", "Java is missing")


@pytest.mark.parametrize(
    ("rule", "category", "listed"),
    [
        ("HE_VERB_AGR", "GRAMMAR", True),
        ("LOOSE_LOSE", "CONFUSED_WORDS", True),
        ("EN_A_VS_AN", "MISC", True),
        ("UPPERCASE_SENTENCE_START", "CASING", True),
        ("EN_COMPOUNDS_ANTI_ANXIETY", "MISC", False),
        ("WHITESPACE_RULE", "TYPOGRAPHY", False),
        ("HYPHEN_TO_EN", "PUNCTUATION", False),
        ("PASSIVE_VOICE", "STYLE", False),
        ("SMALL_NUMBER_OF", "REDUNDANCY", False),
        ("AFTERWARDS_US", "BRITISH_ENGLISH", False),
        ("IM_I_M", "TYPOS", False),
        ("AGREEMENT_SENT_START_2", "GRAMMAR", False),
    ],
)
def test_only_rules_of_the_list_count(rule: str, category: str, listed: bool) -> None:
    text = "We saw it."
    found = findings(text, CHECK, knowledge=known(text, ("saw", rule, category)))
    assert [one.text for one in found] == ["saw"] * listed


def test_what_was_taken_out_of_the_prose_has_no_place() -> None:
    text = "We saw `it` there."
    assert findings(text, CHECK, knowledge=known(text, ("Example there", "HE_VERB_AGR", "GRAMMAR"))) == []


def instead(text: str, word: str, *proposals: str) -> tuple[str, ...]:
    tables = (
        content().tables[name] for name in ("grammar/words", "vocabulary/drugs", "grammar/parts", "grammar/variants")
    )
    page = article(text)
    sentence = next(one for one in page.sentences if word in one.text)
    at = sentence.text.index(word)
    return Spelling(page, lists(*tables)).instead(sentence, at, at + len(word), proposals)


@pytest.mark.parametrize(
    ("text", "word", "proposals"),
    [
        ("She had hypertention.", "hypertention", ("hypertension",)),
        ("It was alot of pain.", "alot", ("a lot", "allot")),
        ("Call on monday.", "monday", ("Monday",)),
        ("Arthritus hurts.", "Arthritus", ("Arthritis",)),
        ("It was controled well.", "controled", ("controlled",)),
        ("A stomac ache.", "stomac ache", ("stomach ache",)),
        ("They took tirzepatyde.", "tirzepatyde", ()),  # of our own list
    ],
)
def test_a_misspelled_word_is_told(text: str, word: str, proposals: tuple[str, ...]) -> None:
    assert instead(text, word, *proposals)


@pytest.mark.parametrize(
    ("text", "word", "proposals"),
    [
        ("They took tirzepatide.", "tirzepatide", ("tripeptide",)),
        ("The triptans help.", "triptans", ("Tristans",)),
        ("Humira’s label changed.", "Humira’s", ("Humera's",)),
        ("It was thrombocytosis.", "thrombocytosis", ("thrombocytoses",)),
        ("A periarticular swelling.", "periarticular", ("peri articular",)),
        ("It was travelling.", "travelling", ("traveling",)),
        ("An anaemic child.", "anaemic", ("anemic",)),
        ("A centre-based trial.", "centre-based", ("center-based",)),
        ("We asked Dr Lindqvist.", "Lindqvist", ("Lindquist",)),
        ("The HOMA-IR score.", "HOMA-IR", ("HOMAGER",)),
        ("Sorvanil is sold here. We tried Sorvanil.", "Sorvanil", ("Servanil",)),
        ("Brindlewick is a town.", "Brindlewick", ("Brindle wick",)),
        ("They spoke of qi.", "qi", ("QI",)),
        ("An unheard-of zumbelane.", "zumbelane", ("umbellate",)),
    ],
)
def test_a_word_that_nothing_says_is_wrong_is_left_alone(text: str, word: str, proposals: tuple[str, ...]) -> None:
    assert instead(text, word, *proposals) == ()
