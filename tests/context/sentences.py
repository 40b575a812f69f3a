"""Small documents for the tests of context: each line is a block, its kind told by how it begins."""

from __future__ import annotations

from workbench import context
from workbench.model import Block, BlockKind, Document, Flag, Run, Sentence
from workbench.segment import split


def read(text: str) -> tuple[Sentence, ...]:
    """The flagged sentences of a text: "# " and "## " begin headings, "- " items, everything else paragraphs."""
    blocks: list[Block] = []
    section: list[int] = []
    lead_in: int | None = None
    start = 0
    for number, line in enumerate(text.split("\n")):
        marker = line.split(" ", 1)[0]
        level = len(marker) if set(marker) == {"#"} else 0
        kind: BlockKind = "heading" if level else "item" if marker == "-" else "paragraph"
        seen = line if kind == "paragraph" else line[len(marker) + 1 :]
        if level:
            section = [index for index in section if blocks[index].level < level]
        lead_in = lead_in if kind == "item" else number if seen.endswith(":") else None
        run = Run(0, start + len(line) - len(seen), start + len(line))
        blocks.append(Block(kind, seen, (run,), level, tuple(section), lead_in if kind == "item" else None))
        if level:
            section.append(number)
        start += len(line) + 1
    document = Document("page.txt", text, tuple(blocks))
    return context.read(document, split(document))


def flags(text: str, name: str) -> list[Flag]:
    """The flags of one name in the last block of a text."""
    sentences = read(text)
    return [flag for each in sentences if each.block == sentences[-1].block for flag in each.flags if flag.flag == name]


def covered(text: str, name: str) -> list[str]:
    """The words that a flag covers in the last sentence of a text, trimmed of spaces."""
    last = read(text)[-1]
    return [last.text[flag.at : flag.to].strip() for flag in last.flags if flag.flag == name]
