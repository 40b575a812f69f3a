"""Health claims on press releases, sellers, forums and posts."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "weak-source"
WRONG = [
    "Glowroot lowers blood pressure ([video](https://www.youtube.com/watch?v=1)).",
    "Velodrin cures migraine, [many people on Reddit](https://old.reddit.com/r/migraine/1) agree.",
    "As seen on TikTok, magnesium cream cures insomnia.",
    "According to a blog post, zinc prevents colds.",
    "According to the company website, the pump relieves pain.",
    "Users on Quora say that the diet reverses diabetes.",
    "The gel relieves pain [1].\n\n## References\n\n1. Gel launch. [Release](https://www.businesswire.com/news/1)",
    "Velodrin is [safer than aspirin](https://medium.com/@x/velodrin).",
]
FAIR = [
    "Glowroot lowers blood pressure ([trial](https://pubmed.ncbi.nlm.nih.gov/123/)).",
    "Watch [our video](https://www.youtube.com/watch?v=1) on how to use the inhaler.",
    "Join the clinic on [Facebook](https://www.facebook.com/c).",
    "The app costs $5 on [Amazon](https://www.amazon.com/app).",
    "Do not trust what TikTok says about fasting.",
    "A post on Reddit wrongly claims that bleach cures colds.",
    "The press release was sent out on Monday.",
    "She writes a blog about her migraine.",
    "Forums can help people with rare diseases feel less alone.",
    "The company website lists its shops.",
    "The gel relieves pain ([label](https://www.accessdata.fda.gov/label)).",
    "Support groups on Facebook are free.",
    "Ask the seller for the certificate.",
    "According to the label, take it with food.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []


def test_the_kind_of_source_is_told_with_its_row() -> None:
    (found,) = findings("Glowroot lowers blood pressure ([thread](https://old.reddit.com/r/x)).", CHECK)
    assert "a forum" in found.message
    assert found.evidence is not None
    assert found.evidence.rows[0]["host"] == "reddit.com"


def test_one_better_source_is_enough() -> None:
    text = "Glowroot lowers blood pressure ([post](https://medium.com/x), [trial](https://doi.org/10.5555/abc))."
    assert findings(text, CHECK) == []


def test_a_host_that_only_ends_alike_is_another_host() -> None:
    assert findings("Glowroot lowers blood pressure ([trial](https://notreddit.com/x)).", CHECK) == []
