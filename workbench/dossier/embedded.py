"""What stands in a dossier for machines: its records as JSON, and a seal over the whole page."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import msgspec

from workbench.review.papers import Papers

SEAL = "<seal>"  # stands for the seal until it is known; whatever others wrote is escaped and cannot say it
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}  # that no text of an article can end the block


def records(papers: Papers) -> str:
    """The block's text: the article's text, the rows of the history and what they sign; ASCII, safe within HTML."""
    rows: list[Any] = msgspec.to_builtins(papers.records.history)
    text = {"hash": papers.text.text_hash, "text": papers.text.text, "read_on": papers.text.read_on}
    stored = {
        "article": papers.article, "day": papers.day, "text": text, "history": rows, "then": papers.records.then,
        "end": papers.records.end,
    }  # fmt: skip
    told = json.dumps(stored, ensure_ascii=True, indent=0)
    return "".join(_UNSAFE.get(letter, letter) for letter in told)


def sealed(page: str) -> str:
    """The page with SHA-256 over itself where `SEAL` stands: over all of it, without the seal."""
    return page.replace(SEAL, sha256(page.replace(SEAL, "").encode("utf-8")).hexdigest())
