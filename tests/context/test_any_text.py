"""What holds for flags of any text, and for page furniture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sentences import read

from workbench import context
from workbench.model import Block, Document, Flag, Run
from workbench.segment import split

WORDS = st.sampled_from(
    [
        *("not", "no", "without", "avoid", "whether", "may", "claims that", "the ad", "never fails", "is a red flag"),
        *("myth:", "you should", ",", ";", "but", "(", ")", "“", "”", '"', "‘", "’", "'", "?", ".", ":", " - ", "\n- "),
        *("\n# ", "\n## ", "it", "cures", "who", "and", "é", "5", "\n", "warning signs", "sellers say", "do not:"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXTS)
def test_scopes_lie_within_the_sentence_and_cues_in_the_source(text: str) -> None:
    for sentence in read(text):
        for flag in sentence.flags:
            assert 0 <= flag.at <= flag.to <= len(sentence.text)
            assert 0 <= flag.start < flag.end <= len(text)
            assert text[flag.start : flag.end] == flag.cue
            assert flag.flag in context.FLAGS


def furniture(reason: str) -> tuple[Flag, ...]:
    text = "Leave a reply. Your name"
    block = Block("paragraph", text, (Run(0, 0, len(text)),), boilerplate=reason)
    document = Document("page.txt", text, (block,))
    return context.read(document, split(document))[-1].flags


def test_page_furniture_is_flagged_with_its_reason() -> None:
    assert furniture("comment form") == (Flag("boilerplate", 0, 24, "comment form", 0, 9),)


def test_the_main_text_is_no_furniture() -> None:
    assert furniture("") == ()
