"""Our grades beside textstat's, for people who wonder why two programs disagree.

textstat belongs to the extra “notebook” and is asked in a process of its own: it keeps what it once read of its
dictionary, and without one it would look for it on the network. It is given the syllables of our table, made from the
same dictionary, so that what still differs is what each takes for a sentence and a word (“the dose—or half of it” has
five words for textstat, and “2.5 mg.” two sentences).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.errors import Usage
from workbench.model import Article, Hit
from workbench.readability.counts import total
from workbench.readability.pages import counted
from workbench.readability.panel import FORMULAS
from workbench.readability.sentences import weighed
from workbench.shadow import shadow

_SECONDS = 120
_ASK = """
import json, sys, warnings
warnings.simplefilter("ignore")
import textstat
print(json.dumps([[grade(text) for grade in (
    textstat.flesch_reading_ease, textstat.flesch_kincaid_grade, textstat.smog_index, textstat.gunning_fog,
    textstat.coleman_liau_index, textstat.automated_readability_index,
)] for text in json.load(sys.stdin)]))
"""


def side_by_side(article: Article, names: Sequence[Hit] = ()) -> list[Mapping[str, float | str]]:
    """One row a formula: what we say of the prose, with names counted in full too, what textstat says of the same
    sentences, and what it says of all that the page shows.

    Raises:
        Usage: textstat is not installed or did not answer.
    """
    prose = counted(article, names)
    whole = total(one.counts for one in prose)
    texts = [" ".join(one.sentence.text for one in prose), "\n".join(block.seen for block in article.document.blocks)]
    of_prose, of_page = textstat_grades(texts)
    return [
        {
            "formula": formula.name,
            "ours": round(formula.of(whole), 1),
            "ours, names in full": round(formula.of(whole.spelled_out()), 1),
            "textstat, same sentences": round(of_prose[formula.name], 1),
            "textstat, whole page": round(of_page[formula.name], 1),
        }
        for formula in FORMULAS
    ]


def textstat_grades(texts: Sequence[str]) -> list[Mapping[str, float]]:
    """textstat's value of each of our formulas for every text, by the formula's name.

    Raises:
        Usage: textstat is not installed or did not answer.
    """
    if find_spec("textstat") is None:
        raise Usage("textstat is not installed; install the extra: pip install 'workbench[notebook]'")
    with TemporaryDirectory(prefix="workbench-textstat-") as folder:
        _corpus(Path(folder), texts)
        done = subprocess.run(
            [sys.executable, "-c", _ASK],
            input=json.dumps(list(texts)),
            env={**os.environ, "NLTK_DATA": folder, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode:
        raise Usage(f"textstat did not answer: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}")
    names = [formula.name for formula in FORMULAS]
    return [dict(zip(names, values, strict=True)) for values in json.loads(done.stdout)]


def _corpus(folder: Path, texts: Sequence[str]) -> None:
    """The dictionary where NLTK looks for it, in its format, with the words of these texts as textstat parts them."""
    lines = set()
    for text in texts:
        for at, to, counts in weighed(text, shadow(text)):
            word = re.sub(r"[^\w']", "", text[at:to].replace("’", ""))
            for spelled in {word, word.strip("'"), word.replace("'", "")}:
                if spelled.isascii() and spelled:
                    lines.add(f"{spelled.upper()} 1 {' '.join(['AH0'] * max(1, counts.syllables))}\n")
    target = folder / "corpora" / "cmudict"
    target.mkdir(parents=True)
    (target / "cmudict").write_text("".join(sorted(lines)) or "A 1 AH0\n", encoding="ascii")
