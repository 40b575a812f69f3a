"""Reports come in pieces and are read one at a time; what a run counts as they come is what all of them say."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from made_results import CHANGED, DISMISSED, HELD, SUPPRESSED, finding, gated, report, results

from workbench import files, tally
from workbench.cli.answers import put
from workbench.errors import Usage
from workbench.model import Report, Unread, View
from workbench.spool import Spool
from workbench.writers import github, gitlab, html, junit, sarif, terminal
from workbench.writers import json as writer
from workbench.writers._parts import array, filled

FORMATS = (terminal, writer, sarif, junit, github, gitlab, html)
STATES = ({}, HELD, DISMISSED, CHANGED, SUPPRESSED, {"severity": "error"}, {"severity": "note", "confidence": "low"})
SOME = report(*(finding(**state) for state in STATES))
TRAP = report(finding(message='"articles": [] "results": []', text='"articles": []'), path='"articles": [].md')


def rendered(form: ModuleType, *reports: Report, spooled: bool) -> str:
    made = results(*reports, unread=(Unread("b.md", "is locked"),), gate=gated("warning"))
    return "".join(form.render(msgspec.structs.replace(made, reports=Spool(reports)) if spooled else made, View()))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("reports", [(), (SOME,), (SOME, TRAP, report(path="articles/empty.md"), SOME)])
def test_reports_that_were_put_aside_are_told_like_those_in_memory(
    form: ModuleType, reports: tuple[Report, ...]
) -> None:
    assert rendered(form, *reports, spooled=True) == rendered(form, *reports, spooled=False)


@pytest.mark.parametrize("form", [writer, sarif, gitlab])
@pytest.mark.parametrize("reports", [(), (SOME,), (TRAP, TRAP)])
def test_json_in_pieces_is_what_json_whole_would_be(form: ModuleType, reports: tuple[Report, ...]) -> None:
    text = rendered(form, *reports, spooled=False)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("form", [terminal, writer, sarif, junit, gitlab, html])
def test_no_piece_holds_two_articles(form: ModuleType) -> None:
    made = results(report(finding(), path="one.md"), report(finding(), path="two.md"))
    assert not [part for part in form.render(made, View()) if "one.md" in part and "two.md" in part]


def test_a_list_without_items_stays_empty() -> None:
    assert "".join(array([], 3)) == "[]"
    assert "".join(filled('{"a": [], "b": []}', "b", [], 0)) == '{"a": [], "b": []}'


def test_a_spool_is_read_again_and_by_two_at_once() -> None:
    spool = Spool([report(path="one.md"), report(path="two.md")])
    pairs = [(one.path, other.path) for one in spool for other in spool]
    assert pairs == [("one.md", "one.md"), ("one.md", "two.md"), ("two.md", "one.md"), ("two.md", "two.md")]
    spool.add(report(path="three.md"))
    assert (len(spool), [one.path for one in spool][-1]) == (3, "three.md")
    assert list(Spool()) == []


def test_a_report_comes_back_as_it_was() -> None:
    assert list(Spool([SOME, TRAP])) == [SOME, TRAP]


def test_a_large_run_is_not_in_memory() -> None:
    one = report(finding(), text="word " * 20_000)
    tracemalloc.start()
    spool = Spool(one for _ in range(200))
    read = sum(len(part) for part in writer.render(results(*[]), View())) + sum(len(again.text) for again in spool)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read > 19_000_000
    assert peak < 12_000_000


def test_what_is_counted_as_it_comes_is_what_all_say() -> None:
    made = results(SOME, TRAP, gate=gated("warning"))
    ahead = msgspec.structs.replace(made, counted=tally.counted(made), reports=Spool(made.reports))
    assert tally.summary(ahead) == tally.summary(made)
    assert tally.blocking(ahead) == sum(tally.blocks(one, made) for some in made.reports for one in some.findings) == 4


def test_a_writer_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    place = tmp_path / "report.json"
    place.write_text("old", encoding="utf-8")

    def broken() -> Iterator[str]:
        yield "half"
        raise ValueError("broke off")

    with pytest.raises(ValueError, match="broke off"):
        put(broken(), str(place))
    assert place.read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Usage, match="cannot be written"):
        put(iter(["a"]), str(tmp_path / "none" / "report.json"))
    files.replace(tmp_path / "a", (piece for piece in (b"x", b"y")))
    assert (tmp_path / "a").read_bytes() == b"xy"
