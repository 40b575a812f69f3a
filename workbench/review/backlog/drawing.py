"""A random sample that anybody can draw again: which pages come follows from the seed and their names alone."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.fingerprint import digest


def drawn(names: Iterable[str], size: int, seed: str) -> list[str]:
    """At most `size` of these names, in the order in which they were drawn.

    Each name has a number: the first 16 hex digits of SHA-256 over "back catalogue", the seed and the name, as
    `fingerprint.digest` joins them. The smallest numbers are drawn, so that neither order nor other pages matter.
    """
    return sorted(names, key=lambda name: (digest("back catalogue", seed, name), name))[:size]
