"""The script of `docs/` finds every change of a dossier: also one whose seal was made anew."""

from __future__ import annotations

import json
import random
import re
import runpy
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from newsroom import DAY, MANY, opened, rewritten, seen
from story import FIRST, SCRIPT, page, told, verified

pytestmark = pytest.mark.usefixtures("database")
Kept = dict[str, Any]
_BLOCK = re.compile('(<script type="application/json" id="records">)(.*?)(</script>)', re.DOTALL)
_SEAL = re.compile('<meta name="seal" content="([0-9a-f]{64})">')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, database: object) -> Path:
    place = tmp_path_factory.mktemp("story")
    told(place)
    return place


@pytest.fixture(scope="module")
def whole(root: Path) -> str:
    return page(root, "2026-11-27", "c-1")


@pytest.fixture
def says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[bytes], str]:
    """What the script says to a page, in this process."""

    def verdict(data: bytes) -> str:
        path = tmp_path / "dossier.html"
        path.write_bytes(data)
        monkeypatch.setattr(sys, "argv", [str(SCRIPT), str(path)])
        with pytest.raises(SystemExit) as end:
            runpy.run_path(str(SCRIPT))
        said = capsys.readouterr().out.strip()
        assert bool(end.value.code) == (said != "OK")
        return said

    return verdict


def resealed(text: str) -> str:
    """Whoever forges a page makes its seal anew."""
    (old,) = _SEAL.findall(text)
    return text.replace(old, sha256(text.replace(old, "").encode("utf-8")).hexdigest())


def forged(text: str, change: Callable[[Kept], None]) -> str:
    """The page with other records, and a seal that fits."""

    def other(match: re.Match[str]) -> str:
        kept = json.loads(match[2])
        change(kept)
        return match[1] + json.dumps(kept).replace("<", "\\u003c").replace("&", "\\u0026") + match[3]

    return resealed(_BLOCK.sub(other, text))


def row_of(kept: Kept, what: str) -> Kept:
    """The only row of the history that tells this."""
    (row,) = (row for row in kept["history"] if "says" in row and what in row["says"]["what"])
    found: Kept = row
    return found


def test_the_script_is_short_and_needs_nothing_of_ours() -> None:
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 120
    imported = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize(("day", "complaint"), [("2026-11-25", ""), ("2026-11-26", "c-1"), ("2026-12-31", "")])
def test_a_true_page_is_ok(root: Path, tmp_path: Path, day: str, complaint: str) -> None:
    assert verified(tmp_path, page(root, day, complaint)) == ("OK", 0)


def test_one_byte_anywhere_is_found(whole: str, says: Callable[[bytes], str]) -> None:
    data, pick = whole.encode("utf-8"), random.Random(11)
    for at in (0, len(data) - 2, *pick.sample(range(len(data)), 120)):
        assert says(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]) != "OK", at
    for at in pick.sample(range(len(data)), 20):
        assert says(data[:at] + data[at + 1 :]) != "OK", at


def _reason(kept: Kept) -> None:
    row_of(kept, "Dismissed")["signs"]["note"] = "The word is a quotatiom."


def _person(kept: Kept) -> None:
    row_of(kept, "approve medical")["signs"]["by_name"] = "Mara Olsen"


def _told(kept: Kept) -> None:
    row_of(kept, "Page: hold")["says"]["reason"] = "It may harn."


def _with_hash(kept: Kept) -> None:
    row = row_of(kept, "Page: hold")
    row["says"]["reason"] = "It is old."
    words = json.dumps([row["prev"], row["form"], *row["says"].values()], ensure_ascii=False, separators=(",", ":"))
    row["hash"] = sha256(words.encode()).hexdigest()


def _deleted(kept: Kept) -> None:
    kept["history"].remove(row_of(kept, "Page: hold"))


def _renumbered(kept: Kept) -> None:
    _deleted(kept)
    for number, row in enumerate(kept["history"], start=1):
        if "id" in row:
            row["id"] = number


def _swapped(kept: Kept) -> None:
    rows = kept["history"]
    at = rows.index(row_of(kept, "Page: hold"))
    rows[at - 1], rows[at] = rows[at], rows[at - 1]


def _decision_gone(kept: Kept) -> None:
    row_of(kept, "Dismissed")["signs"] = {}


def _unsigned(kept: Kept) -> None:
    row = row_of(kept, "Dismissed")
    row["says"]["row_hash"], row["signs"] = "", {}


def _decision_exchanged(kept: Kept) -> None:
    first, second = row_of(kept, "approve medical"), row_of(kept, "approve editorial")
    first["signs"], second["signs"] = second["signs"], first["signs"]


def _cut_off(kept: Kept) -> None:
    kept["history"].pop()


def _other_text(kept: Kept) -> None:
    kept["text"]["text"] = kept["text"]["text"].replace("heals", "cures")


FORGERIES = [
    _reason, _person, _told, _with_hash, _deleted, _renumbered, _swapped, _decision_gone, _unsigned,
    _decision_exchanged, _cut_off, _other_text,
]  # fmt: skip


@pytest.mark.parametrize("change", FORGERIES, ids=lambda change: change.__name__.strip("_"))
def test_a_forgery_with_a_seal_that_fits_is_found(
    whole: str, says: Callable[[bytes], str], change: Callable[[Kept], None]
) -> None:
    said = says(forged(whole, change).encode())
    assert said != "OK"
    assert "sealed" not in said or change is _cut_off


def test_another_text_on_the_page_and_in_the_records_is_unknown_to_the_history(
    whole: str, says: Callable[[bytes], str]
) -> None:
    other = forged(whole.replace("Velodrin heals", "Velodrin cures"), _other_text)
    assert "not one that the history knows" in says(other.encode())


def test_another_text_on_the_page_alone_is_not_the_one_of_the_records(whole: str, says: Callable[[bytes], str]) -> None:
    before, mark, after = whole.partition('<pre id="text">')
    other = before + mark + after.replace("always", "seldom", 1)
    assert "not the one that is shown" in says(resealed(other).encode())


def test_records_written_otherwise_with_the_same_content_are_ok(whole: str, says: Callable[[bytes], str]) -> None:
    assert says(forged(whole, lambda kept: None).encode()) == "OK"


def test_an_unsealed_change_beside_the_records_is_found(whole: str, says: Callable[[bytes], str]) -> None:
    other = whole.replace("Ines Calder", "Iris Calder", 1)
    assert says(other.encode()) == "the history is cut off, or the page is not as it was sealed"


@pytest.mark.parametrize("data", [b"", b"<p>Hello.</p>", b"\xff\xfe", _SEAL.pattern.encode()])
def test_what_is_no_dossier_is_said_to_be_none(says: Callable[[bytes], str], data: bytes) -> None:
    assert says(data).startswith("this is no whole dossier")


def test_half_a_page_is_no_dossier(whole: str, says: Callable[[bytes], str]) -> None:
    assert says(whole[: len(whole) // 2].encode()) != "OK"


def test_a_database_that_was_changed_makes_a_dossier_that_does_not_verify(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST)], DAY, at="2026-11-25T08:00:00+00:00")
    assert verified(tmp_path, page(tmp_path, "2026-11-25"))[0] == "OK"
    rewritten(tmp_path, "UPDATE history SET what = 'Read.' WHERE id = 1")
    assert verified(tmp_path, page(tmp_path, "2026-11-25")) == (
        "row 1 of the history was changed, or one before it is gone",
        1,
    )


def test_a_text_that_was_changed_in_the_database_does_not_verify(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(FIRST)], DAY, at="2026-11-25T08:00:00+00:00")
    rewritten(tmp_path, "UPDATE revisions SET text = replace(text, 'heals', 'harms')")
    assert "not one that the history knows" in verified(tmp_path, page(tmp_path, "2026-11-25"))[0]
