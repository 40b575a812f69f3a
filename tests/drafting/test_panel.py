"""What a writer reads: places in an editor's own count, what nobody looked at, and that silence is no approval."""

from __future__ import annotations

import pytest

from workbench.drafting.units import Units
from workbench.drafting.wording import head, silence

MIRACLE = "Ferrol tea is a miracle cure."


def placed(said, word: str = "miracle"):
    return next(one for one in said["findings"] if word in one["text"])


@pytest.mark.parametrize("before", ["", "😀 ", "🧑‍⚕️🧑‍⚕️ ", "عربي ", "日本語の ", "e\u0301 ", "\U00010ffff "])
def test_places_are_counted_as_a_browser_counts(say, before: str) -> None:
    text = f"# Tea\n\n{before}{MIRACLE}\n"
    one = placed(say(text))
    units = text.encode("utf-16-le")
    assert units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") == one["text"]
    assert one["line"] == 3


def test_units_of_a_text_without_rare_characters_are_its_own() -> None:
    assert [Units("añb").of(at) for at in range(4)] == [0, 1, 2, 3]
    assert [Units("a😀b").of(at) for at in range(4)] == [0, 1, 3, 4]


def test_reading_order_and_numbers(say) -> None:
    said = say(f"# Tea\n\n{MIRACLE}\n\nIt works for everyone. Guaranteed.\n")
    numbers = [one["id"] for one in said["findings"]]
    starts = [one["start"] for one in said["findings"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert starts == sorted(starts)
    assert {one["check"] for one in said["findings"]} == set(said["checks"])


def test_the_dose_that_does_not_agree_shows_its_sum(say) -> None:
    said = say("# An infusion\n\nYou receive 0.5 mg/kg of ketamine, so a 70 kg adult has 53 mg in all.\n")
    one = placed(said, "53 mg")
    assert "35 mg" in one["message"] and "35 mg" in one["evidence"]["working"]["sum"]
    assert one["replace"] == ""


def test_silence_is_no_approval(say) -> None:
    said = say("# Walking\n\nWe walk to the lake on Sundays.\n")
    assert said["silence"].startswith("No check fired.")
    assert said["counts"] == {"error": 0, "warning": 0, "note": 0}
    assert "✓" not in said["silence"]
    assert silence(9, 9, [{"title": "Doses", "n": 2}]) == (
        "No check fired. 9 claims carry a source; nobody has confirmed that the sources say so. Not checked: 2 × Doses."
    )


def test_an_empty_draft_is_neither_ready_nor_wrong(say) -> None:
    assert say("")["head"] == head(0, 0) == "Nothing to check yet"
    assert head(10, 0) == "Ready for review" and head(10, 1) == "Not ready yet"


def test_what_could_not_be_checked_is_listed_with_what_is_missing(say) -> None:
    text = (
        "# Help\n\nSuicide is a risk. If you have thoughts of suicide, you are not alone. " + "We talk about it. " * 30
    )
    without = say(text, country="")
    assert any("country" in one["why"] for one in without["unchecked"])
    row = next(one for one in without["needed"]["rows"] if one["check"] == "missing-crisis-line")
    assert (row["state"], row["insert"]) == ("unknown", None)
    assert without["needed"]["unknown"] >= 1


def test_what_the_context_makes_harmless_is_counted_and_not_listed(say) -> None:
    said = say("# Tea\n\nNo tea is a miracle cure.\n")
    assert said["held"] >= 1
    assert not any("miracle" in one["text"] for one in said["findings"])


def test_claims_without_a_source_are_listed_and_those_with_one_are_not(say) -> None:
    said = say(
        "# Tea\n\nFerrol tea lowers blood pressure by 12% in adults. "
        "Ferrol tea lowers cholesterol in adults ([trial](https://doi.org/10.1000/182)).\n"
    )
    assert said["claims"]["n"] == 2 and said["claims"]["sourced"] == 1
    assert [row["line"] for row in said["claims"]["rows"]] == [3]
    assert "blood pressure" in said["claims"]["rows"][0]["text"]


def test_a_short_text_is_too_short_to_score(say) -> None:
    lines = say(f"# Tea\n\n{MIRACLE}\n")["reading"]
    assert lines[0]["state"] == "held" and "too short to score" in lines[0]["text"]
    assert any(one["text"] == "Longest sentence: 6 words" for one in lines)


def test_hostile_words_stay_words(say) -> None:
    text = "# <img src=x onerror=alert(1)>\n\n<script>alert(1)</script> Ferrol {tea} is a miracle cure {0.__class__}.\n"
    assert placed(say(text))["text"]


def test_at_most_so_many_findings_are_sent(say) -> None:
    said = say("# Tea\n\n" + f"{MIRACLE}\n\n" * 2300)
    assert len(said["findings"]) == 2000 and said["left"] > 0
    assert said["counts"]["warning"] + said["counts"]["note"] >= 2300
