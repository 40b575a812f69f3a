"""Articles in notebooks: typed data frames, lazily loaded."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="NOT TESTED: data frames need workbench[notebook]")

from speak import REPOSITORY

import workbench
from workbench.errors import Unreadable, Usage

DAY = date(2026, 11, 25)
TEXT = """# Metformin

Metformin lowers blood sugar in adults with type 2 diabetes. About 20% feel sick in the first week [1].

It may not help everyone, but [a trial](https://example.org/trial) of 40 people says so.

It is a miracle cure.
"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n')
    (tmp_path / "draft.md").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "draft.md"


def test_claims_have_typed_columns(draft: Path) -> None:
    frame = workbench.read("draft.md", as_of=DAY).claims_frame()
    types = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert {types[name] for name in ("type", "type2", "citation", "certainty")} == {"category"}
    assert {types[name] for name in ("line", "start", "end")} == {"Int64"}
    assert {types[name] for name in ("text", "intervention", "condition", "population")} == {"string"}
    assert frame.index.name == "id" and frame.index.is_unique


def test_a_claim_s_place_and_numbers_are_exact(draft: Path) -> None:
    frame = workbench.read(draft, as_of=DAY).claims_frame()
    first = frame.iloc[0]
    assert TEXT[first["start"] : first["end"]] == first["text"]
    assert (first["line"], first["intervention"]) == (3, "metformin")
    numbers = [number for cell in frame["quantities"] for number in cell]
    assert next(number for number in numbers if number["text"] == "20%")["low"] == Decimal(20)
    assert any(found["target"] == "https://example.org/trial" for cell in frame["references"] for found in cell)


def test_citations_can_be_compared(draft: Path) -> None:
    frame = workbench.read("draft.md", as_of=DAY).claims_frame()
    assert list(frame["citation"].cat.categories) == ["linked", "named", "vague", "none"]
    assert (frame["citation"] > "linked").any()


def test_findings_have_typed_columns_and_severities_compare(draft: Path) -> None:
    page = workbench.check("draft.md", as_of=DAY)
    frame = page.findings_frame()
    assert len(frame) == len(page.report.findings) > 0
    assert "miracle-cure" in set(frame.loc[frame["severity"] >= "warning", "check"])
    assert str(frame["held_back"].dtype) == "boolean"


def test_a_finding_about_the_whole_article_has_no_place() -> None:
    article = REPOSITORY / "articles" / "migraine-prevention.md"
    frame = workbench.check(article, as_of=DAY).findings_frame()
    whole = frame[frame["start"].isna()]
    assert 0 < len(whole) < len(frame)
    assert whole["line"].isna().all() and (whole["text"] == "").all()


def test_a_page_without_claims_and_findings_has_the_same_columns(draft: Path) -> None:
    full = workbench.read("draft.md", as_of=DAY).claims_frame()
    draft.write_text("# Walking\n\nWe walk to the lake.\n")
    empty = workbench.read("draft.md", as_of=DAY).claims_frame()
    assert len(empty) == 0 and dict(empty.dtypes) == dict(full.dtypes)


def test_a_read_page_has_no_findings_and_says_what_to_call(draft: Path) -> None:
    page = workbench.read("draft.md", as_of=DAY)
    assert page.report is None
    with pytest.raises(Usage, match=r"call check\(…\)"):
        page.findings_frame()


def test_a_page_says_what_it_is_in_plain_words(draft: Path) -> None:
    assert repr(workbench.read("draft.md", as_of=DAY)).endswith("claims, as of 2026-11-25>")
    assert " findings, as of 2026-11-25>" in repr(workbench.check("draft.md", as_of=DAY))
    assert not hasattr(workbench.read("draft.md", as_of=DAY), "_repr_html_")  # article text is hostile


def test_people_s_decisions_are_in_the_frame(draft: Path) -> None:
    found = workbench.check("draft.md", as_of=DAY).findings_frame()
    row = found[found["check"] == "miracle-cure"].iloc[0]
    (draft.parent / "claims").mkdir()
    (draft.parent / "claims" / "decisions.csv").write_text(
        "article,check,fingerprint,text,decision,reason,note,by,second,on,until,text_hash\n"
        f"draft,miracle-cure,{row['fingerprint']},x,dismissed,wrong reading,,mara,,2026-11-01,,\n"
    )
    again = workbench.check("draft.md", as_of=DAY).findings_frame()
    assert set(again.loc[again["fingerprint"] == row["fingerprint"], "decision"]) == {"dismissed"}


@pytest.mark.parametrize(("path", "problem"), [("none.md", "no such file"), (".", "is a folder; name one article")])
def test_a_mistake_in_the_path_is_told(draft: Path, path: str, problem: str) -> None:
    with pytest.raises(Usage, match=problem):
        workbench.read(path, as_of=DAY)


def test_what_cannot_be_read_is_told(draft: Path) -> None:
    draft.write_bytes(b"caf\xe9")
    for call in (workbench.read, workbench.check):
        with pytest.raises(Unreadable):
            call("draft.md", as_of=DAY)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'raed'"):
        workbench.raed  # noqa: B018


def test_importing_loads_nothing_and_reading_loads_no_pandas(draft: Path) -> None:
    code = (
        "import sys, workbench\n"
        "assert not [name for name in sys.modules if name.startswith('workbench.')]\n"
        "page = workbench.read('draft.md')\n"
        "print([name for name in ('pandas', 'numpy', 'IPython', 'sqlalchemy') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
