"""Leftovers of templates and tools, and the sound texts that look like them."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "template-residue"


def shown(text: str, suffix: str = ".md") -> list[str]:
    return [finding.text for finding in findings(text, CHECK, suffix) if not finding.held_back]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Call {{ phone }} today.", "{{ phone }}"),
        ("Dear %FIRST_NAME%, we are glad.", "%FIRST_NAME%"),
        ("Dear ${user.name}, we are glad.", "${user.name}"),
        ("We treat gout in [Your City] and around.", "[Your City]"),
        ("The dose is [add dose here] a day.", "[add dose here]"),
        ("It helps in most cases [citation needed].", "[citation needed]"),
        ("(insert photo of the clinic here) We open at nine.", "(insert photo of the clinic here)"),
        ("Your text goes here.", "Your text goes here"),
        ("TODO: ask the pharmacist.", "TODO"),
        ("The score is NaN.", "NaN"),
        ("Price: undefined", "Price: undefined"),
        ("The value is [object Object].", "[object Object]"),
        ('Salt [caption id="a7" align="left"] raises it.', '[caption id="a7" align="left"]'),
        ("Order at https://INSERT-LINK", "https://INSERT-LINK"),
        ("Order at http://localhost:8000/shop", "http://localhost"),
        (
            "For more information, please contact Glowroot is an herb.",
            "For more information, please contact Glowroot is",
        ),
        ("At , we care for your joints.", "At ,"),
        ("Welcome to !", "Welcome to !"),
        ("SEO title: gout and diet", "SEO title:"),
        ("As an AI language model, I cannot see a doctor.", "As an AI language model"),
        ("Here is the rewritten article:", "Here is the rewritten article"),
        ("# Diet (H3)\n\nEat less meat.", "(H3)"),
    ],
)
def test_a_leftover_is_found(text: str, left: str) -> None:
    assert [one.startswith(left) for one in shown(text)] == [True]


@pytest.mark.parametrize("text", ["Fish &amp;amp; nuts are fine.", "&lt;p&gt;Fish is fine.&lt;/p&gt;"])
def test_markup_that_the_reader_sees_is_found(text: str) -> None:
    assert shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Read the sign: the clinic is for adults. offers no surgery. It opens at nine.",
        "The texts are for readers of any age. publishes news about health.",
    ],
)
def test_a_sentence_without_its_name_is_found(text: str) -> None:
    (finding,) = findings(text, CHECK)
    assert "lost the name" in finding.message


def test_a_link_that_nobody_filled_in_is_found() -> None:
    (finding,) = findings("See [our prices](https://shop.example/{{id}}) and [our staff](staff.md).", CHECK)
    assert finding.text == "our prices"
    assert "nobody filled in" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Write `{{ phone }}` in the template.",
        '```json\n{"email": "x"}\n```',
        '    {{ phone }}\n    {"a": 1}',
        "The dose [5 mg] was doubled [6].",
        "He said that it works [sic].",
        "The set {1, 2} has two members.",
        "The risk is low (p < 0.05) and > 3 in some.",
        "Famotidine blocks H2 receptors.",
        "The subtype of the virus (H3) spreads fast in schools.",
        "The cause is undefined, and the null result stands.",
        "What we offer:\n\n- is free of charge\n- does not hurt",
        "Take it twice a day (e.g. at eight). It is safe with food.",
        "Dr. Example is here, vs. last year.",
        "Is it safe? It is, at the usual dose.",
        "Please visit the clinic. It is open.",
        "Patients who visit Calder Bay Hospital are seen at once.",
        "To learn more, visit Calder Bay Hospital or call.",
        "Look at the price, the dose and the date.",
        "We are at, or near, the limit.",
        "Your name, here and on the form, must match.",
        "Write your name here: it helps the nurse.",
        "Her nan takes a tablet.",
        "The code [A] stands for adults, [C] for children.",
        "Read more at https://health.example/gout.",
        "AT&T; R&D; salt & pepper.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_a_receptor_at_the_end_of_a_heading_is_held_back() -> None:
    (finding,) = findings("# Histamine blockers (H2)\n\nThey reduce acid.", CHECK)
    assert finding.held_back


def test_code_in_a_web_page_is_left_alone() -> None:
    page = "<main><p>Write <code>{{ name }}</code> for the name, not {{ title }}.</p></main>"
    assert shown(page, ".html") == ["{{ title }}"]
