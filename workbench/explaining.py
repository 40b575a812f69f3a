"""`workbench explain`: a check in words, from the same file that runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from workbench import config, loader, suppressions
from workbench.errors import Usage
from workbench.model import Check, Example, Source

_SUPPRESSION = (
    "suppression: a comment in an article that closes a finding",
    "In Markdown, HTML and notebooks, above a paragraph, heading, list item or cell, it closes one check there:",
    '  <!-- workbench-ignore CHECK reason="quoted from the label" until=2027-01-31 by=ID second=ID -->',
    "For the whole article, anywhere in it:",
    '  <!-- workbench-ignore-article CHECK reason="the risks are on the first page" by=ID -->',
    "Or in the front matter of a Markdown file, one line each:",
    '  workbench-ignore:\n    - CHECK reason="the risks are on the first page" by=ID',
    "CHECK is the id under the finding, and ID a person's under [people]. A reason is always needed. “until” is the"
    " last day that it holds. An error takes two people: “by” and “second”. No comment closes all checks at once.",
    "A comment that gives no reason, has ended, names a check or a person that is not there, or closes nothing is"
    " itself a finding of “suppression”. Take the comment out, and the finding is open again.",
)


def explain(id_: str, working_directory: Path, width: int) -> str:
    """What a check catches, why, on which sources and where its border runs; for an empty id the list of checks.

    Raises:
        Usage: there is no such check.
    """
    if id_ == suppressions.CHECK:
        return "\n\n".join(fill(part, width) if part[0] != " " else part for part in _SUPPRESSION) + "\n"
    content = loader.load(config.load(working_directory).folders)
    if not id_:
        return "".join(f"{check.topic:12} {check.id:34} {check.title}\n" for check in content.checks)
    check = next((check for check in content.checks if check.id == id_), None)
    if check is None:
        raise Usage(f"there is no check “{id_}”; checks are {', '.join(check.id for check in content.checks)}")
    return "\n".join(_lines(check, width)) + "\n"


def _lines(check: Check, width: int) -> Iterator[str]:
    yield f"{check.id}: {check.title}"
    yield f"{check.topic} · {check.category} · {check.severity} · {check.confidence} confidence"
    for head, text in (("It says", check.message), ("Why", check.why), ("What to do", check.advice)):
        yield ""
        yield head
        yield _wrapped(text, width)
    if check.held_back_by or check.needs_country:
        yield ""
    if check.held_back_by:
        yield _wrapped(
            f"Held back, and shown on request, where the words are: {', '.join(check.held_back_by)}.", width, ""
        )
    if check.needs_country:
        yield _wrapped("Gives no verdict where neither the newsroom nor the page declares a country.", width, "")
    yield from ("", "Sources", *(_wrapped(f"- {source_line(source)}", width) for source in check.sources))
    yield ""
    yield from standing(check)
    yield from ("", "Examples", *(line for example in check.example for line in _example(example, width)))


def standing(check: Check) -> Iterator[str]:
    """How often the check is right, and which clinician reviewed it."""
    if check.measured:
        measured = check.measured
        yield f"Right {measured.right} of {measured.of} times on {measured.where}, {measured.on}."
    else:
        yield "How often it is right has not been measured yet."
    if check.reviewed:
        yield f"Reviewed by {check.reviewed.by} on {check.reviewed.on}."
    else:
        yield "No clinician has reviewed it."


def _example(example: Example, width: int) -> Iterator[str]:
    yield _wrapped(f"“{example.text.strip()}”" if example.text else f"the file {example.file}", width)
    if example.known:
        record = ", ".join(f"{identifier} is on record as {known.state}" for identifier, known in example.known.items())
        yield _wrapped(f"where {record}", width, "      ")
    for row in example.library:
        yield _wrapped(f"where the library has “{row['wording']}”", width, "      ")
    for source in example.sources:
        yield _wrapped(f"where its source says “{' '.join(source['text'].split())}”", width, "      ")
    for text in example.elsewhere:
        yield _wrapped(f"where another article says “{' '.join(text.split())}”", width, "      ")
    found = ["the whole article" if text == "*" else f"“{text}”" for text in example.finds]
    held = [f"“{text}”" for text in example.held_back]
    yield _wrapped(f"finds {', '.join(found)}" if found else "stays silent", width, "      ")
    if held:
        yield _wrapped(f"holds back {', '.join(held)}", width, "      ")


def source_line(source: Source) -> str:
    """A source in one line, with what makes it findable."""
    year = str(source.year) if source.year else ""
    locator = f"doi:{source.doi}" if source.doi else source.url
    return ". ".join(
        part for part in (source.authors, source.title, year, locator, source.locator, source.note) if part
    )


def _wrapped(text: str, width: int, indent: str = "  ") -> str:
    hanging = indent + ("  " if text.startswith("- ") else "")
    return fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)
