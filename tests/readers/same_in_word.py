"""The article of `same/` as a writer's Word file: tracked changes, split runs, lists by style, a note, a table."""

from __future__ import annotations

from word_files import docx, item, mark, note, par, row, run, table

_SEEN = "https://example.org/sleep-and-heart"


def article_docx() -> bytes:
    """The file's bytes."""
    body = (
        par("Lumivane drops and sleep: what one small trial can tell", style="berschrift1"),
        par("By Ada Marlowe, MD"),
        par("Published 3 March 2026"),
        par(
            "Lumivane is an invented drug, and every study on this page is made up. ",
            "<w:ins w:id='1' w:author='Ada'>" + run("The page shows how an honest text and a loud one ") + "</w:ins>",
            "<w:del w:id='2' w:author='Ada'><w:r><w:delText>It promises nothing. </w:delText></w:r></w:del>",
            "look side by side.",
        ),
        par("What the drops are", style="berschrift2"),
        par(
            "Lumivane drops slow the breakdown of melatonin in the liver. A dose of 250 µg raises melatonin for six ",
            "hours", mark(1), ". The maker sells the drops as a ", run("mira", "<w:i/>"), run("cle cure", "<w:i/>"),
            " for poor sleep.",
        ),
        par("The drops are used for:"),
        item("trouble falling asleep"), item("waking too early"),
        item("in shift workers", depth=1), item("after a long flight", depth=1), item("nightmares"),
        par("How to take them", style="Heading3"),
        item("Take 5 mg of Lumivane 30 minutes before bed.", list_id=2),
        item("Do not take more than 10 mg in one night.", list_id=2),
        par("What the trial found", style="berschrift2"),
        par(
            "Of the 24 people in the trial, 70.8% fell asleep sooner. Of the 10 people in the second group, 64.3% "
            "slept through the night. Studies show that the drops cut night waking by half. Poor sleep raises the "
            "risk of heart disease (",
            '<w:hyperlink r:id="rSeen">' + run("Marlowe 2024") + "</w:hyperlink>", ").",
        ),
        table(row("Dose", "People", "Slept well"), row("5 mg", "12", "8"), row("10 mg", "10", "7")),
        par("The drops are completely safe, says the label.", style="Zitat"),
        par(
            "Is it safe for children? Nobody has tested Lumivane in children. ",
            run("It can cause dizziness & headache.", "<w:b/>"),
        ),
        par("When to get help", style="berschrift2"),
        par("Warning signs of a false promise include:"),
        item("it works for everyone"), item("guaranteed results within one night"),
        par("Side effects: dizziness, headache and a dry mouth."),
        par(
            "This page is for information only. It does not replace medical advice. Talk to your doctor before you "
            "take Lumivane."
        ),
    )  # fmt: skip
    notes = note(1, " Marlowe A. Lumivane and melatonin. 2025. doi:10.5555/lumivane.1")
    return docx(*body, footnotes=notes, links={"rSeen": _SEEN})
