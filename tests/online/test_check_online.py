"""`workbench check --online`: identifiers are looked up first, then the articles are checked with what is known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from answering import Desk, Reply, notice
from speak import content

from workbench import config
from workbench.errors import BadContent

PAGE = """# Migraine

Velodrin eased migraine in [72% of adults](https://doi.org/10.5555/gone).

Barkol eased migraine in 40% of adults [1].

## References

1. Okafor. Annals of Pain, 2016. PMID 99999999.
"""


@pytest.fixture
def newsroom(desk: Desk, tmp_path: Path) -> Path:
    desk.work("10.5555/gone", updated_by=[notice("retraction")])
    addresses = f'crossref = "{desk.address}"\npubmed = "{desk.address}/eutils"\ntrials = "{desk.address}/v2"\n'
    (tmp_path / "workbench.toml").write_text(f'[newsroom]\ncountry = "US"\n[online]\n{addresses}')
    (tmp_path / "page.md").write_text(PAGE)
    return tmp_path


def run(newsroom: Path, *words: str) -> tuple[int, dict[str, Any], str]:
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    command = [
        sys.executable,
        "-m",
        "workbench",
        "check",
        "page.md",
        "--as-of",
        "2026-11-25",
        "--format",
        "json",
        *words,
    ]
    done = subprocess.run(command, cwd=newsroom, env=plain, capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout) if done.stdout else {}, done.stderr


def told(report: dict[str, Any]) -> list[tuple[str, str]]:
    found = report["articles"][0]["findings"]
    return [(f["check"], f["text"]) for f in found if f["category"] in ("citation-retracted", "citation-broken")]


def states(report: dict[str, Any]) -> list[str]:
    return [r["state"] for claim in report["articles"][0]["claims"] for r in claim["references"]]


def test_offline_is_the_default_and_asks_nobody(desk: Desk, newsroom: Path) -> None:
    _, report, _ = run(newsroom)
    assert (desk.asked, [e["state"] for e in report["engines"]], told(report)) == ([], ["not asked"], [])
    assert states(report) == ["not verified", "not verified"]


def test_online_tells_what_was_found(desk: Desk, newsroom: Path) -> None:
    code, report, error = run(newsroom, "--online", "--fail-on", "warning")
    assert told(report) == [("retracted-source", "72% of adults"), ("malformed-identifier", "99999999")]
    assert states(report) == ["retracted", "not found"]
    assert [(e["name"], e["state"]) for e in report["engines"]] == [
        ("crossref", "ok"), ("pubmed", "ok"), ("clinicaltrials", "not used"), ("languagetool", "not asked"),
    ]  # fmt: skip
    assert (code, error) == (1, "")  # a retracted source gates; no progress where nobody watches
    assert (newsroom / ".workbench" / "lookups.sqlite").is_file()


def test_offline_reads_no_kept_answer(desk: Desk, newsroom: Path) -> None:
    run(newsroom, "--online")
    assert states(run(newsroom)[1]) == ["not verified", "not verified"]


def test_a_failed_look_up_is_exit_3_and_the_findings_are_reported(desk: Desk, newsroom: Path) -> None:
    desk.reply("/eutils/esummary.fcgi", Reply("forbidden", 403))
    code, report, _ = run(newsroom, "--online")
    assert code == 3
    assert told(report) == [("retracted-source", "72% of adults")]
    assert states(report) == ["retracted", "not verified"]
    failed = next(engine for engine in report["engines"] if engine["state"] == "failed")
    assert (failed["name"], "status 403" in failed["reason"]) == ("pubmed", True)
    assert run(newsroom, "--online", "--fail-on", "never")[0] == 3


def test_the_terminal_says_what_was_not_verified(desk: Desk, newsroom: Path) -> None:
    desk.reply("/eutils/esummary.fcgi", Reply("forbidden", 403))
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    command = [sys.executable, "-m", "workbench", "check", "page.md", "--online", "--as-of", "2026-11-25"]
    done = subprocess.run(command, cwd=newsroom, env=plain, capture_output=True, text=True, check=False)
    assert "Not verified  pubmed" in done.stdout
    assert "so recorded by Crossref, 15 Apr 2021" in " ".join(done.stdout.split())


def test_two_jobs_say_the_same(desk: Desk, newsroom: Path) -> None:
    (newsroom / "other.md").write_text(PAGE)
    one = run(newsroom, "other.md", "--online")
    two = run(newsroom, "other.md", "--online", "--jobs", "2")
    assert one == two
    assert len(one[1]["articles"]) == 2


def test_an_unreadable_article_does_not_stop_the_look_ups(desk: Desk, newsroom: Path) -> None:
    (newsroom / "broken.md").write_bytes(b"not UTF-8: caf\xe9")
    code, report, _ = run(newsroom, "broken.md", "--online")
    assert (code, len(report["unread"]), states(report)) == (3, 1, ["retracted", "not found"])


def test_offline_starts_without_the_client(newsroom: Path) -> None:
    code = (
        "import sys; sys.argv = ['workbench', 'check', 'page.md', '--format', 'json', '--output', 'x.json']\n"
        "from workbench.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in ('httpx', 'sqlite3', 'idutils', 'workbench.online') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=newsroom, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "line",
    ['crossref = "http://api.example"', 'pubmed = "ftp://x"', 'trials = "https://"', 'crossref = "https://a@b/"',
     "cache_days = -1", 'mail = "x"', 'crossref = "https://a.example/?q=1"'],
)  # fmt: skip
def test_addresses_are_safe_ones(tmp_path: Path, line: str) -> None:
    (tmp_path / "workbench.toml").write_text(f"[online]\n{line}\n")
    with pytest.raises(BadContent, match=r"workbench\.toml"):
        config.load(tmp_path)


def test_addresses_of_a_mirror_are_taken(tmp_path: Path) -> None:
    (tmp_path / "workbench.toml").write_text('[online]\ncrossref = "https://mirror.example/crossref"\nmailto = "a@b"\n')
    assert config.load(tmp_path).online.crossref == "https://mirror.example/crossref"


def test_the_two_checks_are_there() -> None:
    assert {"malformed-identifier", "retracted-source"} <= {check.id for check in content().checks}
