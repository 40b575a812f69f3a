"""The back catalogue by commands: import, plan, wave, sample, rest and causes, on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from postgres import Server
from queue_desk import Desk, person, quick

from workbench import queueing
from workbench.cli import main
from workbench.errors import Usage
from workbench.queueing import Only, backlog
from workbench.queueing.waves import Wave

STOP = "Stop taking Velodrin at once if you feel better; you can stop your antidepressant today without your doctor."
WONDER = "These drops are a miracle cure."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path, "[review]\nminutes = 3\n")
    (tmp_path / "articles/old/deep").mkdir(parents=True)
    for number in range(4):
        head = f"---\ntitle: Page {number}\ncanonical: https://news.example/p{number}\npublished: 2020-05-01\n---\n\n"
        made.write(f"old/p{number}", f"{head}# Page {number}\n\n{STOP if number == 2 else WONDER}\n")
    return made


def code_of(text: str, wave: str) -> str:
    return text.rpartition(f"workbench queue wave {wave} ")[2].split()[0]


def test_import_reads_the_folder_and_leaves_the_queue_alone(desk: Desk) -> None:
    said = desk.does("ada", backlog.import_pages, "articles/old")
    assert said.splitlines()[:2] == ["4 pages imported as inherited.", "4 inherited pages are not in the queue."]
    stored = [desk.article(column, "old/p1") for column in ("state", "live", "live_address", "live_since")]
    assert stored == ["none", "inherited", "https://news.example/p1", "2020-05-01"]
    again = desk.does("ada", backlog.import_pages, "articles/old")
    assert again.splitlines()[:2] == ["0 pages imported as inherited.", "4 pages known already, unchanged."]
    listed = desk.does("mara", queueing.list_articles)
    assert "old/p1" not in listed and "drops" in listed and "4 inherited pages are not in the queue." in listed
    listed = desk.does("mara", queueing.list_articles, (), Only(inherited=True))
    assert "old/p1" in listed and "Inherited" in listed and "not in the queue" not in listed


def test_what_cannot_be_read_is_told_at_the_end_and_the_rest_comes(desk: Desk) -> None:
    (desk.root / "articles/old/bad.md").write_bytes(b"\xff\xfe\xff")
    (desk.root / "articles/old/p1.html").write_text("<p>Another.</p>", encoding="utf-8")
    text, code = backlog.import_pages(desk.wanted, desk.root, "articles/old", person=person("ada"))
    assert code == 3 and text.startswith("4 pages imported as inherited.")
    assert [line.partition(": ")[2].partition(": ")[0] for line in text.splitlines()[-2:]] == [
        "articles/old/p1.md", "articles/old/bad.md",
    ]  # fmt: skip
    assert "would share the name “old/p1” with articles/old/p1.html; rename one" in text


def test_a_page_in_the_queue_stays_there(desk: Desk) -> None:
    desk.shows("drops")
    said = desk.does("ada", backlog.import_pages, "articles")
    assert "In the queue already, and left as it is: drops" in said and desk.article("live", "drops") == "none"
    assert desk.article("live", "calm") == "inherited"


@pytest.mark.parametrize(
    ("who", "folder", "why"),
    [
        ("tom", "articles/old", "Only an editor or an admin can do this; you are here as writer."),
        ("ines", "articles/old", "Only an editor or an admin can do this; you are here as medical reviewer."),
        ("stranger", "articles/old", "You can read everything here. To decide, ask Ada Brandt"),
        ("ada", "articles/none", "there is no such folder"),
        ("ada", "articles/drops.md", "there is no such folder"),
        ("ada", ".", "does not lie below articles/"),
        ("ada", "..", "does not lie below articles/"),
    ],
)
def test_import_refused(desk: Desk, who: str, folder: str, why: str) -> None:
    assert why in desk.refused(who, backlog.import_pages, folder)


def test_a_plan_is_printed_and_moves_by_its_code(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    text, code = backlog.plan(desk.wanted, desk.root, Wave("harm"))
    assert code == 0 and text.startswith("Wave “harm now”: 1 page, ")
    assert "3.0 minutes a decision are assumed: only 0 were timed here" in text
    assert "  old/p2  abrupt stop: " in text and "Left out: " in text
    assert desk.article("state", "old/p2") == "none"
    said = desk.does("mara", backlog.enter, Wave("harm"), code_of(text, "harm"))
    done = f"1 page came into review. Wave “harm now”, {code_of(text, 'harm')}."
    assert said.splitlines() == [done, "3 inherited pages are not in the queue."]
    assert "Wave “harm now”: abrupt stop" in desk.shows("old/p2")
    assert desk.article("state", "old/p2") == "in review" and desk.article("state", "old/p1") == "none"


def test_a_changed_list_is_refused_and_printed_anew(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    old = code_of(backlog.plan(desk.wanted, desk.root, Wave("harm"))[0], "harm")
    desk.write("old/p9", f"# Another\n\n{STOP}\n")
    desk.does("ada", backlog.import_pages, "articles/old")
    before = desk.counts()
    text, code = backlog.enter(desk.wanted, desk.root, Wave("harm"), old, person=person("mara"))
    assert (code, desk.counts()) == (2, before) and "Nothing was changed" in text
    assert "old/p9" in text and code_of(text, "harm") != old
    desk.does("mara", backlog.enter, Wave("harm"), code_of(text, "harm"))
    assert desk.article("state", "old/p9") == "in review"


def test_who_cannot_start_a_wave(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    code = code_of(backlog.plan(desk.wanted, desk.root, Wave("harm"))[0], "harm")
    for who in ("tom", "ada"):
        assert "Only an editor or a medical reviewer can" in desk.refused(who, backlog.enter, Wave("harm"), code)
    assert "No page is in the wave" in desk.refused("mara", backlog.enter, _reach(desk, ""), code)


def _reach(desk: Desk, rows: str) -> Wave:
    (desk.root / "page views.csv").write_text(f"address,views\n{rows}", encoding="utf-8")
    return Wave("reach", "page views.csv")


def test_page_views(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    wave = _reach(desk, "https://news.example/p3/,70\nhttps://news.example/none,3\nhttps://news.example/p1,x\n")
    text, _ = backlog.plan(desk.wanted, desk.root, wave)
    assert "  old/p3  risk " in text and "old/p1" not in text and " × 70 views" in text
    assert "page views.csv: line 3: no inherited page is “https://news.example/none”" in text
    assert "page views.csv: line 4: “x” is no number of views" in text
    assert text.splitlines()[-1].endswith("--reach 'page views.csv'")
    desk.does("mara", backlog.enter, wave, code_of(text, "reach"))
    assert desk.article("state", "old/p3") == "in review"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("harms", "“harms” is no wave; choose one of: harm, reach, sample, rest"),
        ("reach", "needs --reach FILE"),
    ],
)
def test_no_such_wave(words: str, why: str) -> None:
    with pytest.raises(Usage, match=why):
        Wave(words)


def test_a_table_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(Usage, match=r"--reach: gone\.csv cannot be read"):
        backlog.plan(desk.wanted, desk.root, Wave("reach", "gone.csv"))


def test_a_sample_and_what_it_showed(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    assert "No sample was drawn yet" in backlog.samples(desk.wanted, desk.root)[0]
    text, _ = backlog.plan(desk.wanted, desk.root, Wave("sample", size=4))
    assert "--size 4 --seed 2026-11-25" in text
    desk.does("mara", backlog.enter, Wave("sample", size=4, seed="2026-11-25"), code_of(text, "sample"))
    said, _ = backlog.samples(desk.wanted, desk.root)
    assert "  articles/old: no page looked at yet: nothing can be said. 4 of 4 drawn pages are still" in said
    desk.does("mara", queueing.decide, "old/p2", desk.finding("abrupt-stop", "old/p2"), "fix")
    desk.does("mara", queueing.changes, "old/p2")
    (finding,) = [desk.finding("miracle-cure", "old/p1")]
    desk.does("mara", queueing.decide, "old/p1", finding, "fix")
    desk.does("mara", queueing.changes, "old/p1")
    said, _ = backlog.samples(desk.wanted, desk.root)
    assert "  articles/old: 1 harmful of 2: at most 97.5 % of 4 pages. 2 of 4 drawn pages are still" in said
    assert "    harmful: old/p2" in said and "harmful: old/p1" not in said


def test_the_rest(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    day = date(2026, 12, 1)
    said = desk.does("mara", backlog.settle, "old/p1", "merge", day, "old/p0")
    assert said == "old/p1: merge into old/p0. It comes into review on its next edit, or on 1 Dec 2026.\n"
    assert "is not ahead" in desk.refused("mara", backlog.settle, "old/p3", "keep", date(2026, 11, 25))
    assert "no inherited page" in desk.refused("mara", backlog.settle, "drops", "keep", day)
    text, _ = backlog.plan(desk.wanted, desk.root, Wave("rest", size=2))
    assert "old/p1" not in text and "1 page of the rest have a day already." in text
    desk.does("mara", backlog.enter, Wave("rest", size=2), code_of(text, "rest"))
    desk.later(24 * 6)
    listed = desk.does("mara", queueing.list_articles)
    assert "old/p1" in listed and "3 inherited pages are not in the queue." in listed
    desk.later(24 * 8)
    desk.does("mara", queueing.list_articles)
    assert [desk.article("state", f"old/p{number}") for number in range(4)] == ["in review"] * 4


def test_the_overview_counts_each_page_once(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    text, _ = backlog.plan(desk.wanted, desk.root, None)
    assert text.startswith("4 inherited pages are not in the queue.\nWave “harm now”: 1 page, ")
    assert "Wave “random sample”: 3 pages" in text and "Wave “the rest, by date”: 0 pages" in text


def test_causes_come_with_the_command_that_decides_them(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    text, _ = backlog.causes(desk.wanted, desk.root, 0)
    before = len(text.splitlines())
    lines = text.splitlines()
    assert lines[0].startswith("3 uses  ") and lines[1] == f"  {WONDER}"
    words = lines[2].partition("queue decide ")[2].split()
    assert words[-1] == "ACTION" and len(words) == 5
    said = desk.does("mara", queueing.decide, words[0], words[1:-1], "fix")
    assert said.startswith("3 findings of one cause.")
    text, _ = backlog.causes(desk.wanted, desk.root, 0)
    assert len(text.splitlines()) == before - 3 and words[1] not in text
    short, _ = backlog.causes(desk.wanted, desk.root, 1)
    assert short.splitlines()[:3] == text.splitlines()[:3]


def test_one_page_is_opened_by_hand(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    assert "Only an editor or a medical reviewer can" in desk.refused("tom", queueing.start, "old/p1")
    desk.does("mara", queueing.start, "old/p1")
    assert (desk.article("state", "old/p1"), desk.article("live", "old/p1")) == ("in review", "inherited")
    assert "  old/p1" not in backlog.plan(desk.wanted, desk.root, Wave("rest"))[0]


def test_the_list_checks_inherited_pages_only_when_their_text_changed(desk: Desk) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    days = [desk.article("last_checked", f"old/p{number}") for number in range(2)]
    desk.later(24)
    desk.does("mara", queueing.list_articles)
    assert [desk.article("last_checked", f"old/p{number}") for number in range(2)] == days
    assert str(desk.article("last_checked", "drops")) == "2026-11-26"
    desk.does("mara", queueing.list_articles, ["articles/old/p0.md"])  # named, it is checked
    assert str(desk.article("last_checked", "old/p0")) == "2026-11-26"
    desk.write("old/p1", f"# Page 1\n\n{WONDER} {WONDER}\n")
    assert "old/p1" in desk.does("mara", queueing.list_articles)
    (desk.root / "articles/old/p3.md").write_bytes(b"\xff\xfe\xff")
    text, code = queueing.list_articles(desk.wanted, desk.root)
    assert code == 3 and "Not read  articles/old/p3.md" in text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("plan", 0, "4 inherited pages are not in the queue."),
        ("plan --wave harm", 0, "Wave “harm now”: 1 page"),
        ("plan --wave harms", 2, "“harms” is no wave"),
        ("sample", 0, "No sample was drawn yet"),
        ("causes --first 1", 0, "3 uses  "),
        ("list --inherited", 0, "Inherited"),
        ("rest old/p1 keep --by soon", 2, "--by: “soon” is no date"),
        ("wave reach 00000000", 2, "the wave reach needs --reach FILE"),
        ("import articles/none", 2, "there is no such folder"),
    ],
)
def test_by_the_command_line(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    words: str,
    code: int,
    said: str,
) -> None:
    desk.does("ada", backlog.import_pages, "articles/old")
    monkeypatch.setenv("JUPYTERHUB_USER", "mara")
    monkeypatch.setattr("gc.disable", lambda: None)
    here = ["--as-of", "2026-11-25", "--at", "2026-11-25T09:00+00:00", "--database", desk.url]
    monkeypatch.setattr("sys.argv", ["workbench", "queue", *words.split(), *here])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsysbinary.readouterr()
    assert (ended.value.code, said in (told.out + told.err).decode()) == (code, True)
