"""Section 9's promises about contrast, recomputed from tokens.css for every pair of colours, in both themes."""

from __future__ import annotations

from itertools import product

import pytest
from widgets.test_look import SEVERITIES, THEMES, contrast

SURFACES = ("bg", "surface", "raised", "sunken")
TEXTS = ("text", "text-2", "text-3")


@pytest.mark.parametrize(("theme", "text", "surface"), list(product(THEMES, TEXTS, SURFACES)))
def test_text_on_every_surface(theme: str, text: str, surface: str) -> None:
    assert contrast(theme, text, surface) >= 4.9


@pytest.mark.parametrize(("theme", "severity", "surface"), list(product(THEMES, SEVERITIES, SURFACES)))
def test_severity_words(theme: str, severity: str, surface: str) -> None:
    assert contrast(theme, severity, surface) >= 5.4
    assert contrast(theme, severity, f"{severity}-soft") >= 5.4


@pytest.mark.parametrize(("theme", "surface"), list(product(THEMES, ("bg", "surface", "raised"))))  # none on sunken
def test_borders_of_controls_and_the_ring_of_focus(theme: str, surface: str) -> None:
    assert contrast(theme, "control", surface) >= 3
    assert contrast(theme, "focus", surface) >= 5.6


@pytest.mark.parametrize("theme", THEMES)
def test_filled_things_can_be_read(theme: str) -> None:
    assert contrast(theme, "on-accent", "accent") >= 4.9
    for severity in SEVERITIES:
        assert contrast(theme, f"on-{severity}", severity) >= 4.9
        assert contrast(theme, "text", f"{severity}-mark") >= 4.9


@pytest.mark.parametrize("theme", THEMES)
def test_no_two_severities_are_told_by_colour_alone(theme: str) -> None:
    """Near miss: in grey they are alike, so shape, line, number and word tell them (see test_without_colour)."""
    pairs = ((one, other) for one in SEVERITIES for other in SEVERITIES if one < other)
    assert all(contrast(theme, one, other) < 3 for one, other in pairs)
