"""Decisions about uses of the library, as screen and command share them: reasons kept, decisions taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from library.test_approving import DRIFTED, NEW, OTHER_WORDS, add, claim_of, desk  # noqa: F401
from speak import AS_OF

from workbench import library
from workbench.errors import Usage
from workbench.library_desk import Decided, LibraryDesk, New

HERE = ("articles/feet.md", "feet")


@pytest.fixture
def ready(desk: Path) -> LibraryDesk:  # noqa: F811
    add(desk)
    (desk / "articles" / "feet.md").write_text(DRIFTED)
    (desk / "articles" / "toes.md").write_text(OTHER_WORDS)
    return LibraryDesk(desk, AS_OF)


def kept(ready: LibraryDesk, reason: str = "", by: str = "ines", state: str = "accepted") -> Decided:
    return ready.decide(HERE, claim_of(HERE[0]), NEW.id, state, by, reason)


def test_words_that_differ_are_kept_with_a_reason_which_stands_in_the_table(ready: LibraryDesk) -> None:
    decided = kept(ready, "It is about another dose.")
    (use,) = library.read_uses(ready.root)
    assert (use["reason"], use["state"], use["by"]) == ("It is about another dose.", "accepted", "ines")
    assert decided.link is not None
    assert decided.link.severity() == "error"


def test_without_a_reason_the_table_has_no_such_column(ready: LibraryDesk) -> None:
    kept(ready)
    assert (ready.root / library.USES_NAME).read_text().splitlines()[0] == "article,claim,library,state,by,on,text"


def test_a_reason_does_not_outlive_its_decision(ready: LibraryDesk) -> None:
    kept(ready, "Another dose.")
    kept(ready, state="refused")
    (use,) = library.read_uses(ready.root)
    assert (use["state"], use["reason"]) == ("refused", "")


def test_a_decision_is_taken_back_and_what_stood_before_is_there_again(ready: LibraryDesk) -> None:
    kept(ready, "First.")
    before = (ready.root / library.USES_NAME).read_bytes()
    ready.take_back(kept(ready, "Second.", by="mara"))
    assert (ready.root / library.USES_NAME).read_bytes() == before


def test_the_first_decision_is_taken_back_and_nothing_is_left(ready: LibraryDesk) -> None:
    ready.take_back(kept(ready))
    assert library.read_uses(ready.root) == ()
    assert ready.known.uses == ()


def test_what_somebody_decided_since_is_not_taken_back(ready: LibraryDesk) -> None:
    mine = kept(ready)
    kept(ready, "Mine counts.", by="mara")
    with pytest.raises(Usage, match="decided on this use anew"):
        ready.take_back(mine)
    assert library.read_uses(ready.root)[0]["by"] == "mara"


def test_a_claim_that_is_not_there_is_not_decided_about(ready: LibraryDesk) -> None:
    with pytest.raises(Usage, match="is no claim of this article"):
        ready.decide(HERE, "0123456789ab", NEW.id, "accepted", "ines")
    assert not (ready.root / library.USES_NAME).exists()


def test_a_hostile_reason_cannot_run_in_a_spreadsheet(ready: LibraryDesk) -> None:
    kept(ready, "=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in (ready.root / library.USES_NAME).read_text()
    assert library.read_uses(ready.root)[0]["reason"] == "=HYPERLINK(1)"


def test_the_same_words_go_into_the_library_once(ready: LibraryDesk) -> None:
    with pytest.raises(Usage, match="has these words already"):
        ready.add(
            ("articles/gout.md", "gout"), claim_of("articles/gout.md"), New("doi:10.5555/x", "2027-01-01"), "ines"
        )
