"""`workbench library`: taking claims into the library, deciding about uses, seeing where a claim stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from speak import AS_OF

from workbench import approving, engine, library
from workbench.approving import New
from workbench.errors import Usage
from workbench.review import Person

INES, MARA = Person("ines", "Ines Calder"), Person("mara", "Mara Lind")
TEXT = "# Gout\n\nVelodrin 5 mg once a day prevents gout attacks in adults.\n\nGout affects 4% of adults.\n"
DRIFTED = "# Feet\n\nVelodrin 50 mg once a day prevents gout attacks in adults.\n"
OTHER_WORDS = "# Toes\n\nIn adults, attacks of gout are prevented with 5 mg of Velodrin tablets, once a day.\n"
NEW = New(evidence="doi:10.5555/velodrin", expires="2027-11-25", id="velodrin-gout")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "gout.md").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def claim_of(path: str, number: int = 0) -> str:
    from speak import content

    page = engine.analyse(engine.read(Path(path), path), content().lexicon, "US", AS_OF)
    return page.claims[number].id


def add(desk: Path, **more: str) -> str:
    new = New(**{"evidence": NEW.evidence, "expires": NEW.expires, "id": NEW.id, **more})
    return approving.add(AS_OF, desk, "articles/gout.md", claim_of("articles/gout.md"), new, INES)[0]


def test_an_empty_library_says_how_to_begin(desk: Path) -> None:
    text, code = approving.list_claims(AS_OF, desk)
    assert (code, "workbench library add" in text) == (0, True)


def test_a_claim_goes_into_the_library_under_the_name_of_who_approved_it(desk: Path) -> None:
    assert add(desk) == "claims/library.csv: velodrin-gout, approved by ines until 2027-11-25.\n"
    (row,) = library.read(desk)
    assert row["wording"] == "Velodrin 5 mg once a day prevents gout attacks in adults."
    assert (row["approver"], row["approved_on"], row["jurisdiction"]) == ("ines", AS_OF.isoformat(), "US")
    text, _ = approving.list_claims(AS_OF, desk)
    assert "velodrin-gout" in text
    assert "doi:10.5555/velodrin; approved by ines" in text


def test_a_claim_without_a_name_is_named_by_its_first_words(desk: Path) -> None:
    add(desk, id="", jurisdiction="all")
    (row,) = library.read(desk)
    assert (row["id"], row["jurisdiction"]) == ("velodrin-5-mg-once-a", "")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"evidence": ""}, "evidence is empty"),
        ({"expires": ""}, "expires is empty"),
        ({"expires": "soon"}, "write the date"),
        ({"expires": "2020-01-01"}, "before the approval"),
        ({"id": "two words"}, "has a space"),
        ({"jurisdiction": "Utopia"}, "country's code"),
    ],
)
def test_a_claim_without_evidence_or_a_day_is_not_taken(desk: Path, more: dict[str, str], says: str) -> None:
    with pytest.raises(Usage, match=says):
        add(desk, **more)
    assert not (desk / library.NAME).exists()


def test_the_same_words_or_name_are_not_taken_twice(desk: Path) -> None:
    add(desk)
    with pytest.raises(Usage, match="as velodrin-gout"):
        add(desk, id="other")
    with pytest.raises(Usage, match="already; give this one another name"):
        approving.add(AS_OF, desk, "gout", claim_of("articles/gout.md", 1), NEW, INES)
    assert len(library.read(desk)) == 1


def test_where_a_claim_is_used_and_what_differs(desk: Path) -> None:
    add(desk)
    (desk / "articles" / "feet.md").write_text(DRIFTED)
    text, code = approving.uses(AS_OF, desk, "velodrin-gout")
    assert code == 0
    assert re.search(r"articles/feet.md, line 3: nearly the same words\n.*\n +differs in number: approved “5 mg”", text)
    assert "articles/gout.md, line 3: the same words\n" in text
    assert "2 uses." in text


def test_an_article_that_cannot_be_read_is_named_and_not_dropped(desk: Path) -> None:
    add(desk)
    (desk / "articles" / "latin.md").write_bytes(b"not UTF-8: caf\xe9")
    text, code = approving.uses(AS_OF, desk, "velodrin-gout")
    assert (code, "Not read  articles/latin.md" in text, "1 use." in text) == (3, True, True)


def test_a_similar_claim_is_suggested_accepted_and_then_held_to_the_approved_one(desk: Path) -> None:
    add(desk)
    path = desk / "articles" / "toes.md"
    path.write_text(OTHER_WORDS)
    claim = claim_of("articles/toes.md")
    assert f"{claim}  In adults" in approving.suggest(AS_OF, desk, "toes")[0]
    text, _ = approving.decide(AS_OF, desk, "toes", claim[:6], "velodrin-gout", "accepted", MARA)
    assert text.startswith("Accepted: ")
    assert "still differs" not in text
    assert "accepted by mara on 2026-11-25" in approving.uses(AS_OF, desk, "velodrin-gout")[0]
    path.write_text(OTHER_WORDS.replace("5 mg", "5 mcg"))
    assert "accepted by mara" in approving.uses(AS_OF, desk, "velodrin-gout")[0]
    assert "differs in unit" in approving.uses(AS_OF, desk, "velodrin-gout")[0]


def test_who_accepts_a_claim_that_differs_is_told_that_it_does(desk: Path) -> None:
    add(desk)
    (desk / "articles" / "feet.md").write_text(DRIFTED)
    claim = claim_of("articles/feet.md")
    text, _ = approving.decide(AS_OF, desk, "feet", claim, "velodrin-gout", "accepted", MARA)
    assert "It still differs: number: approved “5 mg”, here “50 mg”" in text


def test_a_refused_claim_is_no_longer_suggested_nor_a_use(desk: Path) -> None:
    add(desk)
    (desk / "articles" / "feet.md").write_text(DRIFTED)
    claim = claim_of("articles/feet.md")
    text, _ = approving.decide(AS_OF, desk, "feet", claim, "velodrin-gout", "refused", MARA)
    assert "is not velodrin-gout" in text
    assert "nothing like" in approving.suggest(AS_OF, desk, "feet")[0]
    assert "1 use." in approving.uses(AS_OF, desk, "velodrin-gout")[0]


def test_only_claims_to_be_looked_at_again_are_listed_when_asked(desk: Path) -> None:
    add(desk)
    assert approving.list_claims(AS_OF, desk, expired=True)[0] == "No claim has to be looked at again.\n"
    later = approving.list_claims(date(2028, 1, 1), desk, expired=True)[0]
    assert "Look again: its evidence had to be looked at again by 2027-11-25." in later


@pytest.mark.parametrize(
    ("article", "claim", "id_", "says"),
    [
        ("nowhere", "", "velodrin-gout", "there is no article"),
        ("gout", "ffffffff", "velodrin-gout", "is no claim of this article"),
        ("gout", "ab", "velodrin-gout", "too short"),
        ("gout", "", "nothing", "the library has no claim “nothing”"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_written(
    desk: Path, article: str, claim: str, id_: str, says: str
) -> None:
    add(desk)
    with pytest.raises(Usage, match=says):
        approving.decide(AS_OF, desk, article, claim or claim_of("articles/gout.md"), id_, "accepted", MARA)
    assert not (desk / library.USES_NAME).exists()


def test_without_a_newsroom_there_is_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = approving.LibraryDesk.__init__.__globals__["config"].Settings
    newsroom = approving.LibraryDesk.__init__.__globals__["config"].Newsroom
    monkeypatch.setattr("workbench.config.load", lambda _: settings(None, newsroom()))
    with pytest.raises(Usage, match=r"workbench.toml"):
        approving.list_claims(AS_OF, tmp_path)


def test_what_steers_a_terminal_is_not_printed(desk: Path) -> None:
    add(desk, evidence="a book \x1b[2J", note="\x07")
    assert "\x1b" not in approving.list_claims(AS_OF, desk)[0]


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env={**os.environ})


def test_the_commands_from_adding_to_the_finding(desk: Path) -> None:
    day = ("--as-of", "2026-11-25")
    claim = claim_of("articles/gout.md")
    added = run(
        "library", "add", "gout", claim, "--evidence", "a book", "--expires", "2026-12-24", "--id", "v", *day, cwd=desk
    )
    assert (added.returncode, added.stderr) == (0, "")
    (desk / "articles" / "feet.md").write_text(DRIFTED)
    words = ("check", "articles", "--only", "consistency", "--fail-on", "warning")
    drifted = run(*words, *day, cwd=desk)
    assert (drifted.returncode, "Not as approved" in drifted.stdout) == (1, True)
    refused = run("library", "refuse", "feet", claim_of("articles/feet.md"), "v", *day, cwd=desk)
    assert refused.returncode == 0
    assert run(*words, *day, cwd=desk).returncode == 0
    two = run(*words, *day, "--jobs", "2", cwd=desk)
    assert (two.returncode, two.stderr) == (0, "")
    late = run(*words, "--fail-on", "warning", "--as-of", "2027-01-01", cwd=desk)
    assert (late.returncode, "no longer holds" in late.stdout) == (1, True)
    assert run("library", "uses", "nothing", cwd=desk).returncode == 2


LOADED = (
    "import sys; from workbench.cli import app;"
    "app(['check', 'articles', '--fail-on', 'never'], standalone_mode=False);"
    "heavy = ('snowballstemmer', 'rapidfuzz', 'workbench.library');"
    "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
)


def test_a_newsroom_without_a_library_loads_nothing_of_it(desk: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=desk, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.strip() == "[]"
    add(desk)
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=desk, capture_output=True, encoding="utf-8", check=False)
    assert "snowballstemmer" in done.stderr
