"""Success stories as proof, and patients, experts and studies that are merely quoted."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "testimonial-as-evidence": [
        "“After three weeks on Glowroot my blood sugar dropped and I threw away my meter!” – Bea M., verified customer",
        CLINIC + "“I have not had a single migraine since my first session,” says Tom, 44.",
        CLINIC + "Maria had lived with back pain for ten years; after one treatment she was dancing again.",
        CLINIC + "“I feel ten years younger and my knees no longer ache,” writes Ana.",
        "More than 50,000 satisfied customers can't be wrong.",
        "See why over 20,000 women trust Glowroot.",
        "Glowroot has a 4.9-star average from 3,000 reviews.",
        "Our patients report dramatic improvements after just one visit.",
        "Read what real people say about their results.",
        "Hollywood stars swear by it.",
        CLINIC + "John, a 52-year-old teacher, lost 45 pounds in four months with us.",
        "“It cured my eczema in two weeks.” — Dana, Texas",
        CLINIC + "“I was skeptical at first, but it really works!” – Kim",
        CLINIC + "“Barkol saved my marriage,” one client told us.",
        "It worked for Ana, and it will work for you.",
        CLINIC + "Countless patients have overcome their depression with our help.",
    ],
}
INFORMS = {
    "testimonial-as-evidence": [
        "“The staff explained every step,” says a patient of our clinic.",
        "“The results surprised us,” said Dr. Egil Example, who led the trial.",
        "Ana Example, 54, took part in the trial. Her pain went away, she said, but it came back in March.",
        "Patients report their pain on a scale from 0 to 10.",
        "Many patients report headaches in the first week.",
        "My grandmother's arthritis made it hard to open jars.",
        "I lost my sense of smell after the infection.",
        "People who took the drug lost 5% of their weight.",
        "Customer reviews are not evidence that a product works.",
        "Testimonials on a site can be written by anyone.",
        "If your pain is gone, you can stop the tablets.",
        "The rash disappeared within a week in 8 of 10 children.",
        "Women report hot flushes more often at night.",
        "Real people took part in the tests of the app's text.",
        "He felt better after the operation, but the cancer had spread.",
        "Our patients wait 20 minutes on average.",
        "Crohn's disease symptoms stopped in half of them.",
        "Users report dry mouth and nausea.",
        "In the survey, many users reported better sleep.",
        "Aspirin is used by millions of people.",
        "The happier people in the study slept longer.",
        "Our patients reported improvement in the first month.",
        "Some people swear by honey for a cough.",
        "The first patients report better sight, but the trial goes on.",
        "People who have used inhalers for years may need a new one.",
        "“My pain is gone,” said one participant – Ruth, 60.",
        "Her symptoms eased after surgery.",
        "My skin was dry, so I used a plain cream.",
        "The nurse changed my dressing and my mind.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


STORY = "“My pain was gone in a week.”"


@pytest.mark.parametrize(
    "around",
    [
        "{} – Ana E., verified buyer",
        "★★★★★\n\n{}",
        "{}\n\n– Ana E.",
        "## Testimonials\n\n{}",
        CLINIC + "{}",
        "Rated 4.9 out of 5. {}",
    ],
)
def test_a_story_in_the_first_person_counts_where_it_sells_or_is_signed(around: str) -> None:
    assert shown(around.format(STORY), "testimonial-as-evidence") != []


@pytest.mark.parametrize(
    "around",
    [
        "{} said Ana Example, who took part in the trial.",
        "{} That is what one man wrote in his diary.",
        "Ana, 54, has gout. {} It came back in May.",
    ],
)
def test_a_story_that_a_reporter_tells_does_not(around: str) -> None:
    assert findings(around.format(STORY), "testimonial-as-evidence") == []


def test_one_sentence_is_one_finding() -> None:
    text = CLINIC + "“My pain was gone, my sleep improved and it changed my life,” says Ana."
    assert len(shown(text, "testimonial-as-evidence")) == 1
