"""Layouts in which a line, column, heading or paragraph takes back what another one says, as the readers give them."""

from __future__ import annotations

import pytest
from speak import article

TAKES_BACK = {"negated", "question", "quoted", "attributed", "warning-list", "conditional", "history", "caption"}
ABOVE = "# Barkol guide\n\nGout hurts.\n\n"
TAKEN_BACK = [
    (".md", "## Myths and facts\n\n**Myth:** Barkol [[cures]] gout.\n\n**Fact:** It eases pain a little."),
    (".md", "## Myths and facts\n\n**Myth:** Barkol [[cures]] gout.\n**Fact:** It eases pain a little."),
    (".md", "## Myths about Barkol\n\n**Barkol [[cures]] gout.** In trials it only eased pain."),
    (".md", "## Myths about Barkol\n\n**Barkol [[cures]] gout**\n\nIn trials it only eased pain."),
    (
        ".md",
        "## Myths about Barkol\n\n1. **Barkol [[cures]] gout.** It only eased pain.\n2. **It is safe.** It is not.",
    ),
    (".md", "## Myths about Barkol\n\n### 1. Barkol [[cures]] gout\n\nIn trials it only eased pain."),
    (".md", "## Myth 1: Barkol [[cures]] gout\n\nIn trials it only eased pain."),
    (".md", "## Myth #1 – Barkol [[cures]] gout\n\nIn trials it only eased pain."),
    (".md", "Claim: Barkol [[cures]] gout.\n\nVerdict: False. It eases pain."),
    (".md", "**Claim:** Barkol [[cures]] gout.\n\n**Verdict:** Misleading."),
    (".md", "**The claim:** Barkol [[cures]] gout.\n\n**What the evidence says:** It eases pain."),
    (".md", "**What they say:** Barkol [[cures]] gout.\n\n**What we found:** It eases pain."),
    (".md", "Fiction: Barkol [[cures]] gout.\n\nFact: it eases pain."),
    (".md", "True or false: Barkol [[cures]] gout."),
    (".md", "True or false? Barkol [[cures]] gout.\n\nFalse. It does not."),
    (".md", "Barkol [[cures]] gout: false."),
    (".md", "Barkol [[cures]] gout. False! It eases pain."),
    (".md", '"Barkol [[cures]] gout." Not true.'),
    (".md", "Misconception: Barkol [[cures]] gout."),
    (".md", "### Myth\n\nBarkol [[cures]] gout.\n\n### Fact\n\nIt eases pain."),
    (".md", "| Myth | Fact |\n|---|---|\n| Barkol [[cures]] gout. | It eases pain. |"),
    (".md", "| Claim | What the evidence says |\n|---|---|\n| Barkol [[cures]] gout. | It eases pain. |"),
    (".md", "| What you may hear | What we know |\n|---|---|\n| Barkol [[cures]] gout. | It eases pain. |"),
    (".md", '| Red flag | Why |\n|---|---|\n| "Free" trial that [[cures]] gout | It is bait. |'),
    (
        ".html",
        "<h1>Barkol</h1><table><tr><th>Myth</th><th>Fact</th></tr>"
        "<tr><td>Barkol [[cures]] gout.</td><td>It eases pain.</td></tr></table>",
    ),
    (".md", "**Q: Does Barkol [[cure]] gout?**\n\nA: No. It eases pain."),
    (".md", "## Red flags\n\n- They say Barkol [[cures]] gout. Real clinics do not."),
    (".md", "## Red flags\n\nSome sites go further. Barkol [[cures]] gout, they add."),
    (".md", "## What to watch out for\n\n### Big words\n\nBarkol [[cures]] gout, in capital letters."),
    (".md", "## How to spot a scam\n\n- A [[miracle cure]] for gout"),
    (".md", "## How to spot a bad clinic\n\n- A [[miracle cure]] for gout"),
    (".md", "## How to tell a good clinic from a bad one\n\nBad signs:\n\n- A [[miracle cure]] for gout"),
    (".md", "## Signs that a site is not to be trusted\n\n- A [[miracle cure]] for gout"),
    (".md", "## Signs of an unreliable site\n\n- A [[miracle cure]] for gout"),
    (".md", "## When to walk away\n\n- They promise a [[miracle cure]] for gout"),
    (".md", "## What should make you suspicious\n\n- A [[miracle cure]] for gout"),
    (".md", "## Warning signs\n\n- A [[miracle cure]] for gout"),
    (".md", "Be sceptical if a site does any of the following:\n\n- offers a [[miracle cure]] for gout"),
    (".md", "Walk away if you see one of these phrases:\n\n- A [[miracle cure]] for gout\n- New and secret"),
    (".md", "Leave the shop if it uses words such as:\n\n- [[miracle cure]]"),
    (".md", "Do not buy from a site that:\n\n- offers a [[miracle cure]]"),
    (".md", "Common tricks include:\n\n- a [[miracle cure]] in the headline"),
    (".md", "## Tricks that sellers use\n\n- a [[miracle cure]] in the headline"),
    (".md", "## Things we will never tell you\n\n- Barkol [[cures]] gout."),
    (".md", "## Words we do not use\n\n- [[miracle cure]]"),
    (".md", "Reputable clinics do not:\n\n- promise a [[miracle cure]]"),
    (".md", "A good clinic will never:\n\n- promise a [[miracle cure]]"),
    (".md", "Here are the warning signs.\n\nFirst, the page speaks of a [[miracle cure]]."),
    (".md", "There are five signs of a scam:\n\nA [[miracle cure]] that doctors hide.\n\nA price that ends tonight."),
    (".md", "Watch for these red flags:\n\n1. A [[miracle cure]] that doctors hide.\n\n2. A price that ends tonight."),
    (".txt", "Red flags\n\n* A [[miracle cure]] that doctors hide\n* A price that ends tonight"),
    (".txt", "MYTH: Barkol [[cures]] gout.\nFACT: It eases pain."),
    (".txt", "Myth 1. Barkol [[cures]] gout.\n\nFact. It eases pain."),
    (
        ".html",
        "<h1>Barkol</h1><p>Gout hurts.</p><figure><img src='a.png'><figcaption>A tin of [[miracle cure]] for gout."
        "</figcaption></figure><p>Gout is common.</p>",
    ),
    (".md", "Figure 2: Poster of 1910: Barkol [[cures]] gout."),
    (".md", "*Photo: a tin of Barkol, the [[miracle cure]] of its day.*"),
    (".md", "## A short history of Barkol\n\nNewspapers of the day praised the [[miracle cure]]."),
    (".md", "Here is what the advert said:\n\n> Barkol [[cures]] gout."),
    (".md", "Among the promises that the regulator struck out:\n\n- Barkol [[cures]] gout"),
    (".md", "Sellers make three claims:\n\n- Barkol [[cures]] gout"),
    (".md", "Typical claims on such sites:\n\n- Barkol [[cures]] gout"),
    (".md", "Adverts of this kind often say things like:\n\n- Barkol [[cures]] gout"),
    (".md", "## What the ads say\n\n- Barkol [[cures]] gout"),
    (".md", "## What the ads claim\n\nBarkol [[cures]] gout."),
    (".md", "What it cannot do:\n\n- [[cure]] gout"),
    (".md", "## What it can't do\n\n- [[Cure]] gout"),
    (".md", "## What we do not know\n\n- Whether it [[cures]] gout"),
    (".md", "## Open questions\n\n- Does it [[cure]] gout"),
    (".md", "Researchers want to find out:\n\n- if it [[cures]] gout"),
]
MEANT = [
    (".md", "## Myths and facts\n\n**Myth:** Barkol is weak.\n\n**Fact:** Barkol [[cures]] gout."),
    (".md", "### Myth\n\nIt is weak.\n\n### Fact\n\nBarkol [[cures]] gout."),
    (".md", "| Myth | Fact |\n|---|---|\n| It is weak. | Barkol [[cures]] gout. |"),
    (".md", "| Product | What it does |\n|---|---|\n| Barkol | [[Cures]] gout. |"),
    (
        ".html",
        "<h1>Barkol</h1><table><tr><th>Myth</th><th>Fact</th></tr>"
        "<tr><td>It is weak.</td><td>Barkol [[cures]] gout.</td></tr></table>",
    ),
    (".md", "## Why people love it\n\n- A [[miracle cure]] for gout"),
    (".md", "## Benefits\n\nBarkol [[cures]] gout."),
    (".md", "## The truth about Barkol\n\nBarkol [[cures]] gout."),
    (".md", "## Myths\n\nMyth: it is weak.\n\n## Our promise\n\nBarkol [[cures]] gout."),
    (".md", "## Warning signs of gout\n\nA hot toe. Barkol [[cures]] gout."),
    (".md", "## Mistakes people make with gout\n\nBarkol [[cures]] gout."),
    (".md", "## Side effects to watch for\n\nBarkol [[never harms]] anyone."),
    (".md", "Claim: your free sample of the [[miracle cure]] today."),
    (".md", "**Myth:** It is weak.\n\n**Fact:** It is not.\n\nBarkol [[cures]] gout."),
    (".md", "There are three signs of a scam:\n\nA price that ends tonight.\n\nWith us, Barkol [[cures]] gout."),
    (".md", "Be wary of a price that ends tonight.\n\nBarkol [[cures]] gout."),
    (".md", "Barkol [[cures]] gout. True!"),
    (".md", "Barkol [[cures]] gout. False hopes are not our trade."),
    (".md", "## What people say about us\n\nBarkol [[cures]] gout."),
    (".md", "> Barkol [[cures]] gout."),
    (".md", "Ana Example writes:\n\n> Barkol [[cures]] gout."),
    (".md", "| Claim number | Paid |\n|---|---|\n| 12 | Barkol [[cures]] gout. |"),
    (".md", "Claim: Barkol [[cures]] gout.\n\nOrder it today."),
]


def flags(suffix: str, text: str) -> set[str]:
    """The flags that cover the marked words."""
    marked = text if suffix == ".html" else f"{ABOVE}{text}\n"
    at = marked.index("[[")
    words = marked[at + 2 : marked.index("]]")]
    page = article(marked.replace("[[", "").replace("]]", ""), suffix)
    sentence = next(each for each in page.sentences if each.start <= at < each.end)
    place = sentence.text.index(words)
    return {flag.flag for flag in sentence.flags if flag.at <= place < flag.to}


@pytest.mark.parametrize(("suffix", "text"), TAKEN_BACK)
def test_taken_back(suffix: str, text: str) -> None:
    assert flags(suffix, text) & TAKES_BACK


@pytest.mark.parametrize(("suffix", "text"), MEANT)
def test_meant_as_said(suffix: str, text: str) -> None:
    assert not flags(suffix, text) & TAKES_BACK


def test_a_flag_of_the_next_line_points_at_it() -> None:
    text = f"{ABOVE}Barkol cures gout. Not true!\n"
    page = article(text)
    flag = next(sentence for sentence in page.sentences if "cures" in sentence.text).flagged("negated")
    assert flag is not None and text[flag.start : flag.end] == flag.cue == "Not true"


def test_empty_cells_count_as_columns() -> None:
    table = "| Myth | Fact |\n|---|---|\n| | Barkol [[cures]] gout. |"
    assert not flags(".md", table)
    assert "warning-list" in flags(".md", table.replace("| |", "|"))


@pytest.mark.parametrize("head", ["<th>Myth</th>\n<th>Fact</th>", "<th></th><th>Myth</th><th>Fact</th>"])
def test_columns_of_a_web_page(head: str) -> None:
    first = "<td>1</td>" if "<th></th>" in head else ""
    row = f"<tr>{first}\n<td>It is weak.</td><td>Barkol cures gout.</td></tr>"
    sentences = article(f"<h1>Barkol</h1><p>Gout.</p><table><tr>{head}</tr>\n{row}</table>", ".html").sentences
    flagged = [each.text for each in sentences if each.flagged("warning-list") and each.text != "Myth"]
    assert flagged == ["It is weak."]
