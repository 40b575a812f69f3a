"""`workbench dossier`, `queue digest` and `queue repeats` as people type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import typer
from newsroom import url_of
from story import FIRST, told, verified
from typer.testing import CliRunner, Result

from workbench.cli import queue_digest
from workbench.cli.dossier import dossier
from workbench.errors import Usage
from workbench.queueing import Wanted, dossiers

pytestmark = pytest.mark.usefixtures("database")
APP = typer.Typer()
APP.command()(dossier)
QUEUE = typer.Typer()
queue_digest.add_to(QUEUE)
_TOML = '[newsroom]\ncountry = "US"\n[people.mara]\nname = "Mara Olsen"\nroles = ["editor"]\n'


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, database: object) -> Path:
    root = tmp_path_factory.mktemp("story")
    told(root)
    (root / "workbench.toml").write_text(_TOML, encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def here(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)


def run(app: typer.Typer, desk: Path, *words: str) -> Result:
    url = url_of(desk)
    return CliRunner().invoke(app, [*words, *(["--database", url] if url else [])])


def test_a_dossier_is_written_to_a_file_or_printed(desk: Path, tmp_path: Path) -> None:
    out = tmp_path / "drops.html"
    done = run(APP, desk, "drops", "--at", "2026-11-25", "--out", str(out))
    assert (done.exit_code, done.output) == (0, "")
    page = out.read_bytes().decode("utf-8")
    assert verified(tmp_path, page) == ("OK", 0)
    assert FIRST.splitlines()[0] in page
    assert run(APP, desk, "drops", "--at", "2026-11-25").stdout == page
    assert "Complaint c-1" in run(APP, desk, "drops", "--at", "2026-11-25", "--complaint", "c-1").stdout


def test_making_a_dossier_stores_nothing(desk: Path) -> None:
    wanted = Wanted(date(2026, 11, 30), url=url_of(desk))
    first = dossiers.page(wanted, desk, "drops", "2026-11-30")
    assert dossiers.page(wanted, desk, "drops", "2026-11-30") == first


@pytest.mark.parametrize(
    ("name", "at", "complaint", "why"),
    [
        ("drops", "2026-12-01", "", "name the day that the dossier tells of, until 2026-11-30"),
        ("drops", "", "", "name the day"),
        ("drops", "25 Nov", "", "is no day; write it as 2026-11-25"),
        ("drops", "2026-11-24", "", "first read on 25 Nov 2026"),
        ("dorps", "2026-11-25", "", "has no article “dorps”"),
        ("drops\x1b[2J", "2026-11-25", "", "has no article “drops�"),
        ("drops", "2026-11-25", "c-9", "no complaint “c-9”"),
        ("other", "2026-11-25", "c-1", "no complaint “c-1” about “other”"),
    ],
)
def test_what_cannot_be_told_is_one_clear_line(desk: Path, name: str, at: str, complaint: str, why: str) -> None:
    with pytest.raises(Usage, match=why) as error:
        dossiers.page(Wanted(date(2026, 11, 30), url=url_of(desk)), desk, name, at, complaint)
    assert "\n" not in str(error.value)


def test_without_a_day_there_is_no_dossier(desk: Path) -> None:
    assert run(APP, desk, "drops").exit_code == 2


def test_a_digest_and_repeats_are_printed(desk: Path) -> None:
    done = run(QUEUE, desk, "digest", "--for", "mara", "--as-of", "2026-11-30")
    assert (done.exit_code, done.stdout) == (0, "Nothing waits for you.\n")
    assert run(QUEUE, desk, "digest").exit_code == 2
    done = run(QUEUE, desk, "repeats", "heals the back")
    assert done.stdout.startswith("2 pages on the site say this.\n  drops  Drops  https://news.example/drops\n")
    assert run(QUEUE, desk, "repeats", "cures the back").stdout.startswith("0 pages on the site say this.")
