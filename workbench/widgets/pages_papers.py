"""A dossier as a download: the page alone, or packed with the script that verifies it offline."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import Connection

from workbench import dossier
from workbench.config import content_root
from workbench.errors import Usage
from workbench.review import records
from workbench.review.papers import Papers
from workbench.widgets import pages_messages

SCRIPT = "verify_dossier.py"
_SEAL = re.compile('<meta name="seal" content="([0-9a-f]{64})">')
_LONGEST = 60  # characters of a file's name
_READ_ME = """How to verify this dossier

1. Unpack this folder. Python 3.11 or newer is all that is needed; no connection.
2. Run: python3 {script} {file}
3. It says OK, or the first thing that is wrong.

Seal (SHA-256 of the page without it): {seal}
"""


def made(connection: Connection, wanted: pages_messages.Dossier, country: str) -> dict[str, Any]:
    """A dossier with what is in it, for the browser: `content` is its HTML, or the zip file in Base64.

    Args:
        connection: inside a reading transaction.
        wanted: article, day, complaint and form.
        country: the newsroom's own.

    Raises:
        Usage: nothing was known of the article by then, it has no such complaint, or the script is not installed.
    """
    papers = records.of(connection, wanted.name, wanted.day, country, wanted.complaint)
    page = dossier.render(papers)
    found = _SEAL.search(page)
    seal, name = found[1] if found else "", file_name(wanted)
    packed = wanted.form == "zip"
    return {
        "name": wanted.name, "title": papers.title, "day": papers.day, "complaint": wanted.complaint,
        "form": wanted.form, "file": f"{name}.{wanted.form}", "page": f"{name}.html", "seal": seal,
        "content": b64encode(zipped(page, f"{name}.html", seal)).decode() if packed else page,
        "inside": _inside(papers),
    }  # fmt: skip


def file_name(wanted: pages_messages.Dossier) -> str:
    """A name that every disk takes, whatever the article is called: "dossier-old-sleep-drops-2026-11-25"."""
    words = re.sub(r"[^a-z0-9]+", "-", wanted.name.lower()).strip("-")[:_LONGEST].strip("-") or "article"
    return f"dossier-{words}-{wanted.day.isoformat()}"


def zipped(page: str, name: str, seal: str) -> bytes:
    """The page, the script and how to use it; the same page makes the same file to the byte."""
    place = content_root() / "docs" / SCRIPT
    if not place.is_file():
        raise Usage(f"{SCRIPT} is not installed here. Take the page alone; the project's docs folder has the script.")
    parts = {
        name: page.encode("utf-8"),
        SCRIPT: place.read_bytes(),
        "README.txt": _READ_ME.format(script=SCRIPT, file=name, seal=seal).encode("utf-8"),
    }
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for inner, data in parts.items():
            packed.writestr(ZipInfo(inner), data, ZIP_DEFLATED)
    return out.getvalue()


def _inside(papers: Papers) -> dict[str, Any]:
    """What the dossier holds, counted."""
    return {
        "live": papers.live,
        "state": papers.page.state,
        "address": papers.page.address,
        "revision": papers.text.number,
        "read_on": papers.text.read_on,
        "text_hash": papers.text.text_hash,
        "claims": len(papers.claims),
        "sourced": sum(bool(one.source) for one in papers.claims),
        "elsewhere": len({use.article for one in papers.claims for use in one.elsewhere}),
        "findings": len(papers.findings),
        "decided": sum(bool(one.words) for one in papers.findings),
        "signed": [{"kind": one.approval.kind, "by": one.approval.by} for one in papers.signed],
        "complaints": len(papers.complaints),
        "messages": len(papers.records.messages),
        "rows": sum("skipped" not in row for row in papers.records.history),
        "since": len(papers.since),
    }
