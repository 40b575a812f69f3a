"""Every page on the site that repeats what is complained of, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsroom import DAY, MARA, changed, claim_of, did, opened, seen, url_of

from workbench.errors import Usage
from workbench.queueing import Wanted, repeated
from workbench.queueing.newsroom import Newsroom
from workbench.review import repeating
from workbench.review.connection import connect, reading
from workbench.review.repeating import Repeat

pytestmark = pytest.mark.usefixtures("database")
Find = Callable[[str], dict[str, Repeat]]
CLAIM = "Velodrin heals 30 of 60 adults with back pain."
PAGES = {
    "same": f"{CLAIM}\n",
    "number": "Velodrin heals 36 of 60 adults with back pain.\n",
    "worded": "Velodrin heals 30 of 60 adults who have back pain.\n",
    "quoted": "He told us that VELODRIN  heals 30 of 60 adults\nwith back pain. We did not ask.\n",
    "part": "Nobody said so.\nOur page says “back pain”, and Velodrin, and adults.\n",
    "other": "Barkol heals the skin of children in summer.\n",
    "draft": f"{CLAIM}\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, database: object) -> Path:
    place = tmp_path_factory.mktemp("repeats")
    with opened(place) as store:
        store.record([seen(text, name) for name, text in PAGES.items()], at="2026-11-25T08:00:00+00:00")
    hashes = "(SELECT text_hash FROM revisions WHERE revisions.article = articles.name AND number = 1)"
    changed(place, f"UPDATE articles SET live = 'inherited', live_hash = {hashes} WHERE name != 'draft'")
    changed(place, "UPDATE articles SET live = 'held', live_address = 'https://n.example/same' WHERE name = 'same'")
    with opened(place) as store:  # what is being written no longer says it; the page still does
        store.record([seen("Nothing.\n", "number")], at="2026-11-25T09:00:00+00:00")
    return place


@pytest.fixture
def find(root: Path) -> Iterator[Find]:
    engine = connect(url_of(root), root)

    def found(asked: str) -> dict[str, Repeat]:
        with reading(engine) as connection:
            return {one.article: one for one in repeating.repeats(connection, asked)}

    yield found
    engine.dispose()


def test_a_claim_by_its_id_finds_the_same_and_what_is_much_like_it(find: Find) -> None:
    found = find(claim_of(CLAIM))
    assert {name: one.how for name, one in found.items()} == {
        "same": "the same claim",
        "number": "a claim much like it",
        "worded": "a claim much like it",
        "quoted": "these words in its text",
    }
    assert found["number"].differs == "number 30 became 36"
    assert found["worded"].differs == ""
    assert found["same"].address == "https://n.example/same"


def test_quoted_words_find_the_claims_with_them_and_the_texts(find: Find) -> None:
    assert list(find("heals 30 of 60 adults")) == ["quoted", "same", "worded"]
    assert find("heals 30 of 60 adults")["same"].how == "these words in a claim"
    assert list(find("  VELODRIN heals 30 of  60 adults with back pain. ")) == ["number", "quoted", "same", "worded"]


@pytest.mark.parametrize("asked", ["Nobody says this anywhere.", "0123456789abcdef", "", " \n", "%", "100 % pain_"])
def test_what_nobody_says_is_found_nowhere(find: Find, asked: str) -> None:
    assert find(asked) == {}


def test_a_short_word_is_looked_for_in_full(find: Find) -> None:
    assert list(find("We did not ask")) == ["quoted"]
    assert list(find("“back pain”, and")) == ["part"]
    assert list(find('"back pain", and')) == ["part"]


def test_a_draft_is_no_page_on_the_site(find: Find) -> None:
    assert "draft" not in find(claim_of(CLAIM))
    assert "other" not in find(claim_of(CLAIM))
    assert "part" not in find(claim_of(CLAIM))


def test_on_the_command_line(root: Path) -> None:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    wanted = Wanted(DAY, url=url_of(root))
    told, code = repeated.tell(wanted, root, claim_of(CLAIM))
    assert code == 0
    assert told.startswith("4 pages on the site say this.\n  number  Number\n    a claim much like it")
    assert "(number 30 became 36): “Velodrin heals 36" in told
    assert "Does not confirm that a treatment is right" in told.splitlines()[-1]
    assert repeated.tell(wanted, root, "We did not ask")[0].startswith("1 page on the site says this.")
    with pytest.raises(Usage, match="name a claim by its id, or give the words"):
        repeated.tell(wanted, root, "  ")


def test_what_was_found_fits_the_step_of_a_complaint(tmp_path: Path, find: Find) -> None:
    pages = repeating.named(find("We did not ask").values())
    assert (pages, repeating.named([])) == ("quoted", "none")
    with opened(tmp_path) as store:
        store.record([seen("Velodrin heals.\n")], at="2026-11-25T08:00:00+00:00")
        words = {"from": "a", "words": "heals", "deadline": "2026-12-01"}
        assert did(store, "complaint", "receive", MARA, key="7", given=words).ok
        assert did(store, "complaint", "find", MARA, key="7", given={"claim": "c", "pages": pages}).ok
        assert not did(store, "complaint", "find", MARA, key="7", given={"claim": "c", "pages": pages}).ok


def test_find_is_completed_with_every_page(root: Path) -> None:
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    newsroom, claim = Newsroom(root, Wanted(DAY, url=url_of(root))), claim_of(CLAIM)
    given, told = repeated.completed(newsroom, "same", {"claim": claim[:6]})
    assert given == {"claim": claim, "pages": "number, quoted, same, worded"}
    assert told.startswith("4 pages on the site say this.")
    assert repeated.completed(newsroom, "same", {"claim": claim, "pages": "same"})[0]["pages"] == "same"
    for article, wrong in (("same", "0123456789abcdef"), ("other", claim), ("same", ""), ("nothing", claim)):
        with pytest.raises(Usage, match=r"too short|is no claim that this text still has"):
            repeated.completed(newsroom, article, {"claim": wrong})
