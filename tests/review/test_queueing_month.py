"""A month of a newsroom with 2,000 old pages, by the command line alone, on both databases.

Three waves, a typo and a lost “not” after approvals, a changed label, expiry by date, a complaint with its dossier, an
urgent notice. Every number that a command reports is counted anew here, from the records and not by the program.
"""

from __future__ import annotations

import csv
import gc
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from month_desk import ON_SITE, OPEN, Month, costs_told, first_drawn, is_between, is_bound, loaded, wave_told
from month_pages import CALL, PROMISE, SECTIONS, SHARED, SITE, inherited, pack
from postgres import Server
from queue_desk import CALM, Desk, quick

from workbench import config

ERROR, CURE, STOP = "free-of-worry", "miracle-cure", "abrupt-stop"
SEED, EACH = "march 7", 3
FACT = "velodrin-label"
PAPERS = ("--source", "The label", "--version", "17", "--place", "section 5", "--fact", FACT)
NEW = ("--value", "20 mg", "--country", "US", "--effective", "2025-03-01", "--source", "Label, version 18")
TYPO = CALM + "\nKeep the lamp of the bedrom low.\n"
CARE = CALM.replace("Rest", "Care").replace("reduces pain", "lowers the risk of falls")
CARE += "\nDo not open the window at noon.\n"
WAITS = CALM.replace("Rest", "Calls") + "".join(f"\n{CALL.format(number)}\n" for number in range(100, 180))


@pytest.fixture
def month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], database: Server | None
) -> Iterator[Month]:
    quick(monkeypatch)
    toy = pack()
    monkeypatch.setattr(config, "content_root", lambda: toy)
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, SITE)
    inherited(tmp_path)
    yield Month(desk, monkeypatch, capfd)
    gc.enable()  # the command line turns it off


def test_a_month(month: Month) -> None:
    _import(month)
    _harm(month)
    month.desk.later(14)
    _reach(month)
    month.desk.later(24)
    _sample(month)
    month.desk.later(48)
    _approvals(month)
    month.desk.later(24)
    _by_date(month)
    _changed_label(month)
    month.desk.later(24)
    _complaint(month)
    _notice(month)
    _digests(month)
    _trust(month)
    _records(month)


def _left(month: Month, told: str) -> None:
    """How many inherited pages are outside the queue."""
    assert re.search(rf"^{month.outside():,} inherited pages are not in the queue\.$", told, re.MULTILINE), told


def _import(month: Month) -> None:
    month.barred("ines", "import", "articles/old")
    told = month.does("ada", "import", "articles/old")
    number = month.number("SELECT count(*) FROM articles WHERE name LIKE 'old/%'")
    assert number == sum(SECTIONS.values()) and told.startswith(f"{number} pages imported as inherited.\n")
    assert month.outside() == number
    _left(month, told)
    listed = month.does("mara", "list")
    assert "old/" not in listed
    _left(month, listed)
    said = month.does("mara", "causes", "--first", "0")
    for uses, sentence in re.findall(r"^([\d,]+) uses  .*\n  (.*)$", said, re.MULTILINE):
        if not sentence.startswith("The whole page"):
            query = (
                f"SELECT count(*) FROM findings WHERE sentence = '{sentence.replace(chr(39), chr(39) * 2)}' AND {OPEN}"
            )
            assert month.number(query) == int(uses)
    assert "declared: footer" in said and "30 uses  No word about" in said  # the guides have it from their footer


def _harm(month: Month) -> None:
    """The plan is printed before anything moves; the pages are those that the records name."""
    told = month.does("ines", "plan", "--wave", "harm")
    counts, hours, names, code = wave_told(told)
    found = month.read(f"SELECT DISTINCT article FROM findings WHERE \"check\" = '{STOP}' AND {OPEN}")
    assert sorted(names) == sorted(name for (name,) in found) and counts == month.costs(names)
    assert hours == round(counts[3] * 2 / 60, 1) and "only 0 were timed here" in told
    assert "Left out: Approved by nobody (false approval; right 9 of 10 times" in told
    _in_short(month, names)
    before = month.outside()
    month.barred("tom", "wave", "harm", code)
    end, again = month.types("mara", "wave", "harm", "00000000")
    assert end == 2 and code in again and month.outside() == before
    _left(month, month.does("mara", "wave", "harm", code))
    assert month.outside() == before - len(names)
    for name in names:
        month.does("mara", "decide", name, month.finding(name, STOP), "fix")
    first = names[0]
    month.does("mara", "changes", first)
    page = month.desk.root / f"articles/{first}.md"
    page.write_text(
        page.read_text("utf-8").replace("You can stop", "Ask before you stop").replace(" today", ""), "utf-8"
    )
    month.does("mara", "show", first)
    assert month.read(f"SELECT state FROM findings WHERE article = '{first}' AND NOT held_back") == [("fixed",)]


def _in_short(month: Month, harm: list[str]) -> None:
    """All waves in short: each after those before it."""
    told = month.does("ines", "plan")
    _left(month, told)
    frames = {section: [name for name in month.waiting(section) if name not in harm] for section in SECTIONS}
    drawn = [
        name
        for section, names in frames.items()
        for name in first_drawn(names, 60, f"{month.day} articles/old/{section}")
    ]
    rest = {name for names in frames.values() for name in names} - set(drawn)
    for title, pages in (("harm now", harm), ("random sample", drawn), ("the rest, by date", rest)):
        (line,) = re.findall(rf"^(Wave “{title}”: .*)$", told, re.MULTILINE)
        counts, hours = costs_told(line)
        assert counts == month.costs(pages) and hours == round(counts[3] * 2 / 60, 1), line


def _reach(month: Month) -> None:
    """The views weigh the risk; eleven alarms were right and eleven were not."""
    views = {f"old/mood/p{index:03}": 1000 - index for index in range(0, 60, 2)}
    rows = "".join(f"https://news.example/mood/{int(name[-3:])},{number}\n" for name, number in views.items())
    (month.desk.root / "reach.csv").write_text(f"address,views\n{rows}", encoding="utf-8")
    wish = ("--reach", "reach.csv", "--size", "22")
    counts, hours, names, code = wave_told(told := month.does("mara", "plan", "--wave", "reach", *wish))
    risks = dict(month.read("SELECT name, risk FROM articles WHERE name LIKE 'old/mood/%'"))
    assert names == sorted(views, key=lambda name: (-risks[name] * views[name], name))[:22]
    assert all(f"  {name}  risk {risks[name]} × {views[name]:,} views" in told for name in names)
    timed = month.pace()[1]
    assert counts == month.costs(names) and hours == round(counts[3] * 2 / 60, 1) and f"only {timed} were" in told
    _left(month, month.does("mara", "wave", "reach", code, *wish))
    for number, name in enumerate(names):
        verdict = ("dismiss", "--reason", "wrong reading") if number % 2 else ("fix",)
        month.does("mara", "decide", name, month.finding(name, ERROR), *verdict)


def _sample(month: Month) -> None:
    """Drawn by the seed and the names alone; what it showed goes with the exact bound."""
    frames = {section: month.waiting(section) for section in SECTIONS}
    wish = ("--size", str(EACH), "--seed", SEED)
    counts, hours, names, code = wave_told(told := month.does("mara", "plan", "--wave", "sample", *wish))
    drawn = {part: first_drawn(all_, EACH, f"{SEED} articles/old/{part}") for part, all_ in frames.items()}
    assert sorted(names) == sorted(name for some in drawn.values() for name in some)
    minutes, timed = month.pace()
    assert f"{minutes:.1f} minutes a decision: the median of {timed} made here." in told
    assert counts == month.costs(names) and hours == round(counts[3] * minutes / 60, 1)
    _left(month, month.does("mara", "wave", "sample", code, *wish))
    harmful = set()
    for name in names[:-1]:
        found = month.read(
            f"SELECT fingerprint FROM findings WHERE article = '{name}' AND severity = 'error' AND {OPEN}"
        )
        for (finding,) in found:
            month.does("mara", "decide", name, finding, "fix")
            harmful.add(name)
        month.does("mara", "changes", name, "--message", "Please look at the dates.")
    shown = month.does("mara", "sample")
    for part, some in drawn.items():
        looked, bad = [name for name in some if name != names[-1]], [name for name in some if name in harmful]
        (line,) = re.findall(rf"^  articles/old/{part}: (.*)$", shown, re.MULTILINE)
        k, n, percent, of = re.match(r"(\d+) harmful of (\d+): at most ([\d.]+) % of (\d+) pages\.", line).groups()  # type: ignore[union-attr]
        assert (int(k), int(n), int(of)) == (len(bad), len(looked), len(frames[part]))
        assert is_bound(int(k), int(n), percent, "0.05") and ("1 of 3 drawn pages" in line) == (len(looked) < EACH)
    assert harmful == set(re.findall(r"harmful: (\S+)", shown)) and harmful


def _approvals(month: Month) -> None:
    """A typo is carried over, and the difference that says so verifies; a lost “not” is not."""
    desk = month.desk
    for name, text in (("calm", TYPO), ("care", CARE)):
        desk.write(name, text)
        month.does("mara", "open", name)
        for (claim,) in month.read(f"SELECT claim FROM claims WHERE article = '{name}'"):
            month.does("ines", "claim", name, claim, "substantiate", *PAPERS)
        month.signs("mara", "editorial", name)
        assert "Approved by mara (editorial) and ines (medical)" in month.signs("ines", "medical", name)
    signed = month.text("calm")
    desk.write("calm", TYPO.replace("bedrom", "bedroom"))
    desk.write("care", CARE.replace("Do not", "Do"))
    for name in ("calm", "care"):
        assert "no longer this text" in month.does("mara", "show", name)
    assert "ines (medical, carried)" in month.signs("otto", "editorial", "calm")
    _difference_verifies(month, signed)
    assert "the medical approval" in month.signs("otto", "editorial", "care")
    assert dict(month.read("SELECT name, state FROM articles WHERE name IN ('calm', 'care')")) == {
        "calm": "approved", "care": "in review",
    }  # fmt: skip
    shown = month.does("ines", "show", "care")
    assert "1 sentence is open again" in shown and "changed: “Do open the window at noon.” (a denial: " in shown
    month.signs("ines", "medical", "care")
    for name in ("calm", "care"):
        month.goes_live(name)


def _difference_verifies(month: Month, signed: str) -> None:
    """The stored difference has the name that the history signs, and tells the two texts as they are stored."""
    query = "SELECT given, steps.note, row_hash, steps.text_hash FROM steps JOIN history ON history = history.id"
    carried = month.read(f"{query} WHERE steps.article = 'calm' AND action = 'approve medical' ORDER BY steps.id DESC")
    given, note, row_hash, now = loaded(carried[0][0]), *carried[0][1:]
    difference = given["difference"]
    packed = json.dumps(difference, ensure_ascii=False, separators=(",", ":"))
    name = sha256(f"difference\0{packed}".encode()).hexdigest()[:16]
    assert note == f"difference {name}" and row_hash and given["of"] == "ines"
    assert (difference["before"], difference["now"]) == (signed, now) == (given["from"], month.text("calm"))
    texts = dict(month.read("SELECT text_hash, text FROM revisions WHERE article = 'calm'"))
    (change,) = difference["changes"]
    assert change["before"] in texts[signed] and change["now"] in texts[now] and change["why"] == []
    assert sha256(texts[now].encode()).hexdigest() == now


def _by_date(month: Month) -> None:
    """A risk and a page of the rest come back when their days have come."""
    month.does(
        "mara", "decide", "drops", month.finding("drops", CURE), "accept", "--reason", "A name", "--until", "2025-02-14"
    )
    told = month.does("mara", "rest", "old/sleep/p001", "keep", "--by", "2025-02-14")
    assert "on 14 Feb 2025" in told
    before = month.outside()
    month.does("mara", "list")
    assert month.outside() == before
    month.desk.later(24 * 7)
    listed = month.does("mara", "list")
    assert month.outside() == before - 1 and "old/sleep/p001" in listed
    _left(month, listed)
    assert month.finding("drops", CURE)


def _changed_label(month: Month) -> None:
    """The touched live sentences are listed first; pages expire, accepted risks are open again, no commit fails."""
    desk, change = month.desk, ("fact", FACT, "change", *NEW)
    desk.write("evening", CALM.replace("Rest", "Evening") + f"\n{PROMISE.format(7)}\n")
    month.does("mara", "open", "evening")
    hangs = ("--reason", "As on the label", "--until", "2025-04-01", "--fact", FACT)
    month.does("mara", "decide", "evening", month.finding("evening", ERROR), "accept", *hangs)
    month.does("mara", "decide", "sleep", month.finding("sleep", CURE), "accept", *hangs)
    (accepting,) = month.read("SELECT fingerprint FROM findings WHERE article = 'evening' AND state = 'accepting'")
    month.does("ines", "decide", "evening", accepting[0], "agree")
    month.does("ada", "export")
    checked = _checked(month)
    assert checked == [0, 0, 0]
    end, told = month.types("ines", *change)
    query = f"""SELECT articles.name, claims.text FROM claims JOIN articles ON claims.article = articles.name
        JOIN revisions ON revisions.article = articles.name AND revisions.text_hash = live_hash
        WHERE fact = '{FACT}' AND live IN {ON_SITE} AND number BETWEEN first_revision AND last_revision"""
    touched = [f"  {name}: {text}" for name, text in sorted(month.read(query))]
    assert end == 0 and told.startswith(f"This touches {len(touched)} live sentences:\n") and len(touched) == 2
    assert told.splitlines()[1:-1] == touched
    month.barred("mara", *change)
    month.does("ines", *change, "--seen", told.split()[-1])
    lives = dict(month.read("SELECT name, live FROM articles WHERE name IN ('calm', 'care', 'evening')"))
    assert lives == {"calm": "expired", "care": "expired", "evening": "none"}
    assert month.number(f"SELECT count(*) FROM claims WHERE fact = '{FACT}' AND state != 'expired'") == 0
    assert month.finding("evening", ERROR) and month.finding("sleep", CURE)
    month.does("ada", "export")
    assert _checked(month) == checked


def _checked(month: Month) -> list[int]:
    """How CI answers to a commit of these pages."""
    pages = [f"articles/{name}.md" for name in ("evening", "sleep", "calm")]
    return [month.runs("tom", "check", page, "--as-of", month.day)[0] for page in pages]


def _complaint(month: Month) -> None:
    """Received, every page found that repeats it, corrected; the dossier of it verifies offline, and no other does."""
    words = "reduces pain in adults"
    letter = ("--from", "A reader", "--words", words, "--deadline", "2025-03-10")
    month.barred("tom", "complaint", "calm", "c-1", "receive", *letter)
    month.does("mara", "complaint", "calm", "c-1", "receive", *letter)
    query = f"""SELECT name FROM articles JOIN revisions ON article = name AND text_hash = live_hash
        WHERE live IN {ON_SITE} AND text LIKE '%{words}%'"""
    pages = sorted(name for (name,) in month.read(query))
    assert pages == ["calm", "old/pain/p010", "old/pain/p020"]  # the draft that says it is not on the site
    told = month.does("mara", "repeats", words)
    assert told.startswith("3 pages on the site say this.\n") and re.findall(r"^  (\S+)  ", told, re.MULTILINE) == pages
    ((claim,),) = month.read("SELECT claim FROM claims WHERE article = 'calm'")
    told = month.does("mara", "complaint", "calm", "c-1", "find", "--claim", claim[:6])
    assert told.startswith(f"{len(pages)} pages on the site say this.\n")
    before = month.day
    month.desk.later(24)
    _corrected(month, "eases pain in some adults")
    month.does("mara", "complaint", "calm", "c-1", "correct", "--notice", "Corrected: it helps some people.")
    ((state, given),) = month.read("SELECT state, given FROM cases WHERE subject = 'complaint'")
    assert state == "corrected" and loaded(given)["pages"] == ", ".join(pages) and loaded(given)["claim"] == claim
    place = month.desk.root / "calm.html"
    end, said = month.runs(
        "ines", "dossier", "calm", "--at", before, "--complaint", "c-1", "--out", str(place), *month.where
    )
    assert end == 0, said
    _dossier_verifies(month, place)


def _corrected(month: Month, words: str) -> None:
    """The text says it rightly, and is live again."""
    desk = month.desk
    desk.write("calm", TYPO.replace("bedrom", "bedroom").replace("reduces pain in adults", words))
    month.does("mara", "open", "calm")
    ((claim,),) = month.read(f"SELECT claim FROM claims WHERE article = 'calm' AND text LIKE '%{words}%'")
    month.does("ines", "claim", "calm", claim, "substantiate", *PAPERS)
    month.signs("otto", "editorial", "calm")
    month.signs("ines", "medical", "calm")
    month.goes_live("calm")


def _dossier_verifies(month: Month, place: Path) -> None:
    page = place.read_text("utf-8")
    (records,) = re.findall('<script type="application/json" id="records">(.*?)</script>', page, re.DOTALL)
    kept = json.loads(records)
    rows = [row for row in kept["history"] if "id" in row]
    mine = f"(article = 'calm' OR (subject = 'fact' AND \"key\" = '{FACT}')) AND id <= {kept['end'][0]}"
    assert [(row["id"], row["hash"]) for row in rows] == month.read(
        f"SELECT id, hash FROM history WHERE {mine} ORDER BY id"
    )
    assert sum(row.get("skipped", 1) for row in kept["history"]) == kept["end"][0]
    assert SHARED in page.replace("&#x27;", "'") or SHARED in kept["text"]["text"]
    script = Path(__file__).parents[2] / "docs/verify_dossier.py"
    spoiled = place.with_name("spoiled.html")
    spoiled.write_text(page.replace("A reader", "A friend", 1), "utf-8")
    for file, verdict in ((place, 0), (spoiled, 1)):
        done = subprocess.run([sys.executable, str(script), str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == verdict and (done.stdout == "OK\n") == (verdict == 0), done.stdout


def _notice(month: Month) -> None:
    """Live with two people, for 24 hours and no longer."""
    month.does("mara", "notice", "calm", "Do not take it with Barkol before you have called us.")
    month.barred("mara", "notice", "calm", "agree")
    month.does("tom", "notice", "calm", "agree")
    since = month.desk.now
    state = "SELECT state FROM cases WHERE subject = 'notice'"
    month.desk.later(23)
    month.does("mara", "list", "articles/calm.md")
    assert month.read(state) == [("live",)]
    month.desk.later(1)
    month.does("mara", "list", "articles/calm.md")
    assert month.read(state) == [("over",)] and (month.desk.now - since).total_seconds() > 24 * 3600
    assert month.read("SELECT state, live FROM articles WHERE name = 'calm'") == [("in review", "published")]


def _digests(month: Month) -> None:
    """What waits for two people, counted in the records."""
    month.does("mara", "assign", "care", "ines", "--due", (month.desk.now + timedelta(days=3)).date().isoformat())
    month.does("mara", "assign", "sleep", "mara")
    month.does("mara", "decide", "evening", month.finding("evening", ERROR), "dismiss", "--reason", "agreed exception")
    month.does(
        "otto",
        "complaint",
        "care",
        "c-2",
        "receive",
        "--from",
        "A nurse",
        "--words",
        "open",
        "--deadline",
        "2025-04-01",
    )
    for who in ("ines", "mara"):
        told = month.does(who, "digest", "--for", who)
        headings = {name: int(number) for name, number in re.findall(r"^(\S.*) \((\d+)\)$", told, re.MULTILINE)}
        assert headings == _waits(month, who), told
        entry = month.does(who, "digest", "--for", who, "--ics")
        assert f"SUMMARY:{sum(headings.values())} things in the review queue" in entry
    assert month.does("tom", "digest", "--for", "tom") == "Nothing waits for you.\n"


def _waits(month: Month, who: str) -> dict[str, int]:
    last = (month.desk.now + timedelta(days=7)).date().isoformat()
    first = (month.desk.now - timedelta(days=7)).date().isoformat()
    given = f"SELECT count(*) FROM articles WHERE assignee = '{who}' AND "
    proposed = [row for row in month.standing() if row["decision"] in ("second", "accepting", "questioned")]
    sampled = [row for row in month.standing() if row["sample"] and row["on"] >= first]
    found = {
        "Due soon": month.number(f"{given} due BETWEEN '2025' AND '{last}'"),
        "Given to you": month.number(f"{given} (due = '' OR due > '{last}')"),
        "Complaints": month.number(
            "SELECT count(*) FROM cases WHERE subject = 'complaint' AND state IN ('received', 'found')"
        ),
        "Second opinions": sum(row["by"] != who for row in proposed),
        "Medical reviews": month.number("SELECT count(*) FROM articles WHERE stage = 'medical review'"),
        "Expired pages": month.number("SELECT count(*) FROM articles WHERE live = 'expired' AND state = 'none'"),
        "In your sample": sum(who not in (row["by"], row["second"]) for row in sampled),
    }
    if who != "ines":
        found["Medical reviews"] = found["In your sample"] = 0
    return {heading: number for heading, number in found.items() if number}


def _trust(month: Month) -> None:
    """People's verdicts on findings and on held-back matches, and what they found that no check saw."""
    month.desk.write("calls", WAITS)
    told = month.does("mara", "matches", "calls")
    held = "SELECT fingerprint FROM findings WHERE article = 'calls' AND held_back ORDER BY place"
    all_ = [name for (name,) in month.read(held)]
    put_up = [name for name in all_ if int(sha256(f"held back sample\0{name}".encode()).hexdigest()[:16], 16) % 20 == 0]
    assert len(all_) == 80 and len(put_up) > 1 and re.findall(r"^  calls  (\w{16})  ", told, re.MULTILINE) == put_up
    other = next(name for name in all_ if name not in put_up)
    assert "one in twenty" in month.barred("mara", "match", "calls", other, "counts")
    month.barred("tom", "match", "calls", put_up[0], "harmless")
    month.does("mara", "match", "calls", put_up[0], "harmless")
    month.barred("otto", "match", "calls", put_up[0], "undo")
    month.does("mara", "match", "calls", put_up[0], "undo")
    month.does("ines", "match", "calls", put_up[0], "counts")
    for name in put_up[1:]:
        month.does("otto", "match", "calls", name, "harmless")
    assert f"{len(put_up)} of {len(put_up)} have their verdict." in month.does("mara", "matches", "calls")
    note = ("--category", "vague-citation", "--note", "Which trial?")
    assert "stands 80 times" in month.barred("mara", "add", "calls", "call the desk", *note)
    month.barred("tom", "add", "calls", "Velodrin reduces", *note)
    month.does("mara", "add", "calls", "Velodrin  reduces", *note)
    month.barred("tom", "trust", "--export")
    _trusted(month, month.does("ada", "trust", "--export"), len(put_up))


def _trusted(month: Month, told: str, looked: int) -> None:
    decided = [row for row in month.standing() if row["decision"] in ("fix", "dismissed", "accepted")]
    misread = ("wrong reading", "quoted or denied")
    wrong = Counter(row["check"] for row in decided if row["decision"] == "dismissed" and row["reason"] in misread)
    of = Counter(row["check"] for row in decided)
    shares = re.findall(r"^  (\S+): right (\d+) of (\d+); between ([\d.]+) and ([\d.]+) %$", told, re.MULTILINE)
    assert {check: (int(right), int(number)) for check, right, number, *_ in shares} == {
        check: (number - wrong[check], number) for check, number in of.items()
    }
    assert wrong[ERROR] == 11 and of[STOP] == 12
    ((check, harmless, number, low, high),) = re.findall(
        r"^  (\S+): harmless (\d+) of (\d+); between ([\d.]+) and ([\d.]+) %$", told, re.MULTILINE
    )
    assert (check, int(harmless), int(number)) == (STOP, looked - 1, looked) and is_between(
        looked - 1, looked, low, high
    )
    assert all(is_between(int(right), int(number), low, high) for _, right, number, low, high in shares)
    missed = dict(re.findall(r"^  ([a-z:-]+): (\d+)$", told, re.MULTILINE))
    assert missed == {"vague-citation": "1", "dosing-out-of-range": "1"}
    with (month.desk.root / "checks/measured.csv").open(encoding="utf-8") as file:
        stored = [(row["check"], row["right"], row["of"], row["on"]) for row in csv.DictReader(file)]
    assert stored == [(check, right, number, month.day) for check, right, number, *_ in shares]


def _records(month: Month) -> None:
    """The history is whole, and its export is the chain that the database holds."""
    assert month.does("mara", "audit", "--verify").startswith("The history is whole")
    told = month.does("mara", "audit", "--export", "month.json")
    rows = json.loads((month.desk.root / "month.json").read_text("utf-8"))
    rows = rows if isinstance(rows, list) else rows["history"]
    assert f"month.json: {len(rows)} rows." in told and len(rows) == month.number("SELECT count(*) FROM history")
    assert all(after["prev"] == before["hash"] for before, after in pairwise(rows))
    assert month.read("SELECT number, hash FROM history_end") == [(rows[-1]["id"], rows[-1]["hash"])]
