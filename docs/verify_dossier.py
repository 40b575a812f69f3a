"""Verify a dossier offline: `python3 verify_dossier.py dossier.html` says OK, or the first thing that is wrong."""

import html
import json
import re
import sys
from hashlib import sha256
from pathlib import Path


def _hash(said):
    words = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256((said if isinstance(said, str) else words).encode("utf-8", "surrogatepass")).hexdigest()


def _wrong(page):
    (seal,) = re.findall('<meta name="seal" content="([0-9a-f]{64})">', page)
    kept = json.loads(re.findall('<script type="application/json" id="records">(.*?)</script>', page, re.S)[0])
    shown = html.unescape(re.sub("<[^>]*>", "", re.findall('<pre id="text">(.*?)</pre>', page, re.S)[0]))
    text, number, last = kept["text"]["text"], 0, ""
    if _hash(text) not in str(kept["history"]) or [b for a, b in zip(text, shown, strict=True) if b not in (a, "�")]:
        yield "the text is not one that the history knows, or not the one that is shown"
    for row in kept["history"]:
        number, before, last = number + row.get("skipped", 1), last, row.get("hash")  # a skipped row's is not told
        if last is not None:
            says, signs = row["says"], {key: value for key, value in row["signs"].items() if value}
            if (row["id"], last) != (number, _hash([row["prev"], *[row["form"]][: row["form"] > 1], *says.values()])):
                yield f"row {row['id']} of the history was changed, or one before it is gone"
            if before not in (None, row["prev"]) or says.get("row_hash", "") != (_hash(signs) if signs else ""):
                yield f"row {row['id']} does not follow the row before it, or its decision is not what was signed"
    if [number, last or kept["end"][1]] != kept["end"] or _hash(page.replace(seal, "")) != seal:
        yield "the history is cut off, or the page is not as it was sealed"


try:
    found = next(_wrong(Path(sys.argv[1]).read_bytes().decode("utf-8")), "OK")
except (IndexError, KeyError, TypeError, ValueError) as error:
    found = f"this is no whole dossier: {error!r}"
sys.stdout.write(f"{found}\n")
sys.exit(found != "OK")
