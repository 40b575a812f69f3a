"""Sentences: exact splits of medical prose, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Block, BlockKind, Document, Run
from workbench.segment import split
from workbench.shadow import shadow

# "|" stands before the first letter of every sentence but the first; without a space before it the text has none.
ITEMS = [
    "The infusion lasts 40 min. |Patients rest afterwards.",
    "The U.S. FDA has not cleared it. |It is sold in the U.S. and Canada.",
    "It was first sold in the U.S. |The price has doubled since.",
    "Culture grew E. coli in two patients. |Both recovered.",
    "Take 5 mg b.i.d. for two weeks.",
    "Take 5 mg b.i.d. |Then stop.",
    "The max. dose is 80 mg a day.",
    "Expect approx. 40 visits. |Most last an hour.",
    "Dr. Smith said it worked. |She was not paid.",
    "We compared Velora vs. placebo.",
    "We compared Velora vs. Placebo Plus.",
    "Is it a cure? |No. |Velora eases pain.",
    "It was approved by the FDA. |Velora came later.",
    "No. 5 on the list is sleep.",
    "Sleep improved.[3] |The effect was small.",
    "Sleep improved.1 |It lasted a week.",
    "Sleep improved.1,2 |Nobody knows why.",
    "Sleep improved.1-3 |Nobody knows why.",
    "Sleep improved.² |Nobody knows why.",
    "She says “it works.” |The trial says otherwise.",
    "It felt better.|The next day it was worse.",
    "Does it help?! |We do not know.",
    "Wait… |The doctor will call.",
    "It helped a little ... but not for long.",
    "It helped a little... |Then it stopped.",
    "The groups differed (p = .04; see Fig. 2) in pain. |No one dropped out.",
    "The groups differed (see Fig. 2. Data from Tab. 3.) in pain.",
    "Give 0.5 mg/kg i.v. over 40 minutes.",
    "Give 0.5 mg/kg i.v. |It was given by Dr. Smith et al. in 2019.",
    "Smith et al. found no effect. |Jones et al. found one.",
    "See Smith et al. |The trial was small.",
    "Velora Inc. makes the patch. |Nobody else does.",
    "The patch is made by Velora Inc. |It costs 40 dollars.",
    "Side effects include nausea, headache, etc. |Call us if they last.",
    "Take it at 9 a.m. on weekdays.",
    "Take it at 9 a.m. |Do not take it later.",
    "Vitamin C. |It is in fruit.",
    "Jane R. Miller, Ph.D. wrote the page.",
    "The page was written by Jane R. Miller, M.D. |It was checked by J. K. Poe.",
    "E.g. a patch or a pill.",
    "Use a patch, i.e. a plaster with a drug in it. |Change it daily.",
    "Walk 30 min. a day.",
    "It weighs 3.5 kg. |That is a lot.",
    "Doses of 0.1, 0.5 and 1.0 mg were tried. |All failed.",
    "The p-value was .03. |It was not adjusted.",
    "Nine of 10. |That is what we saw.",
    "In Sept. 2021 the trial began. |It ended in Dec. 2022.",
    "It opened in Sept. |Patients came at once.",
    '"Is it safe?" she asked. |He did not know.',
    '"It is safe!" he said.',
    '"It is safe." |The nurse smiled.',
    "Visit www.velora.example.com for more. |Or call.",
    "Mail help@velora.com. |We answer fast.",
    "1. Take the pill. |2. Drink water.",
    "Follow these steps: 1. Take the pill.",
    "The study (n = 24) was short. |(It ended early.) |Nobody was harmed.",
    "He took it p.r.n. and slept.",
    "He took it p.o. |He slept.",
    "The St. John clinic opened. |It closed again.",
    "Washington, D.C. has two clinics.",
    "He was ill. |Doctors came.",
    "He rested for one day. |It helped.",
    "Gains were seen in the car. |Nobody fell.",
    "Was it the diet? |Perhaps. |Was it luck? |Perhaps!",
    "Grade I. |Patients had no symptoms.",
    "He scored 12/20. |She scored 15/20.",
    "The cost is $400. |Insurance pays half.",
    "It helps 70%. |The rest see nothing.",
    "mRNA is new. |mRNA vaccines are not.",
    "iVelora was new. |iPads run it.",
    "See pp. 12-14 and Vol. 3 of the report.",
    "The drug, marketed by Poe & Co. in Europe, is old.",
    "It was safe.(4) |The dose was low.",
    "It was safe. [4] |The dose was low.",
    "It was safe (4). |The dose was low.",
    "It was safe.[4,5] |40 people took it.",
    "Visits: 40. |Calls: 12.",
    "Poe et al.3 found none.",
    "Patients got 20 mg q.d. or 10 mg b.i.d. as needed.",
    "The gene (BRCA vs. other) was tested. |It was normal.",
    "Ask your G.P. or nurse.",
    "He works at St. Mary's. |She does not.",
    "Mr. and Mrs. Poe took part. |They left early.",
    "Stop the drug. |then call us.",
]
KNOWN_MISSES = ["He lacks vitamin C. |Patients like him often do."]  # "C. Patients" looks like a person's name


def document(text: str, kind: BlockKind = "paragraph") -> Document:
    return Document("page.txt", text, (Block(kind, text, (Run(0, 0, len(text)),)),) if text else ())


def sentences(text: str, kind: BlockKind = "paragraph") -> list[str]:
    return [sentence.text for sentence in split(document(text, kind))]


@pytest.mark.parametrize("item", ITEMS)
def test_splits_exactly(item: str) -> None:
    assert sentences(item.replace("|", "")) == [part.strip() for part in item.split("|")]


@pytest.mark.xfail(reason="needs to know that the word before the letter is no name")
@pytest.mark.parametrize("item", KNOWN_MISSES)
def test_known_misses(item: str) -> None:
    assert sentences(item.replace("|", "")) == [part.strip() for part in item.split("|")]


@pytest.mark.parametrize("kind", ["heading", "code"])
def test_headings_and_code_stay_whole(kind: BlockKind) -> None:
    assert sentences("Is it safe? Yes. It is.", kind) == ["Is it safe? Yes. It is."]


@pytest.mark.parametrize("kind", ["paragraph", "item", "quote", "cell", "caption"])
def test_prose_of_any_kind_is_split(kind: BlockKind) -> None:
    assert sentences("It works. It lasts.", kind) == ["It works.", "It lasts."]


def test_a_hard_line_break_ends_a_sentence() -> None:
    assert sentences("Velora Clinic\nOpen all day") == ["Velora Clinic", "Open all day"]


def test_sentences_of_their_own_in_brackets_are_split() -> None:
    assert sentences("It ended. (Nobody knows why. The firm is gone.)") == [
        "It ended.",
        "(Nobody knows why.",
        "The firm is gone.)",
    ]


def test_source_spans_go_through_the_runs_of_the_block() -> None:
    source = "It &amp; she. **Both** left."
    block = Block(
        "paragraph",
        "It & she. Both left.",
        (Run(0, 0, 3), Run(3, 3, 8), Run(4, 8, 14), Run(10, 16, 20), Run(14, 22, 28)),
    )
    first, second = split(Document("page.md", source, (block,)))
    assert (first.text, source[first.start : first.end]) == ("It & she.", "It &amp; she.")
    assert (second.text, source[second.start : second.end]) == ("Both left.", "Both** left.")


def test_empty_and_blank_blocks_give_no_sentence() -> None:
    assert split(document(" \n\u200b ")) == ()
    assert split(document("")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("café", "cafe"),
        ("“x” ‘y’ it’s", "\"x\" 'y' it's"),
        ("5–10 − 3", "5-10 - 3"),
        ("40\u2009mg\u00a0a\tday", "40 mg a day"),
        ("5 µg and 5 μg", "5 ug and 5 ug"),
        ("10² H₂O ٣", "102 H2O 3"),
        ("α-blocker 日本", "x-blocker xx"),
        ("3×5 ™ ½ •", "3*5 ~ ~ ~"),
        ("p ≤ 0·05…", "p < 0.05."),
        ("cafe\u0301", "cafex"),
        ("\u26a0\ufe0fNote", "~~Note"),
        ("Dose: 5 mg", "Dose: 5 mg"),
    ],
)
def test_shadow(text: str, expected: str) -> None:
    assert shadow(text) == expected.encode("ascii")


@given(st.text())
def test_shadow_is_ascii_of_the_same_length(text: str) -> None:
    dark = shadow(text)
    assert len(dark) == len(text)
    assert all(32 <= byte < 127 for byte in dark)
    assert shadow(dark.decode("ascii")) == dark


PIECES = st.sampled_from(
    [
        "It works.",
        " ",
        "The",
        "U.S.",
        "5 mg.",
        "(",
        ")",
        "[3]",
        "\n",
        "”",
        "?!",
        "…",
        ".1",
        "e.g.",
        "A.",
        "é",
        "\u2009",
        "a",
        "B",
    ]
)
TEXTS = st.text(min_size=1) | st.lists(PIECES, min_size=1, max_size=30).map("".join)


@given(st.lists(st.tuples(st.sampled_from(["paragraph", "item", "heading", "cell"]), TEXTS), max_size=4))
def test_sentences_cover_all_text_in_order(parts: list[tuple[BlockKind, str]]) -> None:
    source = "#".join(text for _, text in parts)
    blocks, start = [], 0
    for kind, text in parts:
        blocks.append(Block(kind, text, (Run(0, start, start + len(text)),)))
        start += len(text) + 1
    found = split(Document("page.txt", source, tuple(blocks)))
    assert [sentence.index for sentence in found] == list(range(len(found)))
    for number, block in enumerate(blocks):
        ends, dark = 0, shadow(block.seen)
        for sentence in (sentence for sentence in found if sentence.block == number):
            assert not dark[ends : sentence.at].strip()
            assert ends <= sentence.at < sentence.to
            assert sentence.text == block.seen[sentence.at : sentence.to] == source[sentence.start : sentence.end]
            assert sentence.shadow == shadow(sentence.text) == sentence.shadow.strip()
            ends = sentence.to
        assert not dark[ends:].strip()
