"""How patient and how polite the look-ups are."""

from __future__ import annotations

import msgspec

from workbench import __version__


class Manners(msgspec.Struct, frozen=True):
    """Bounds of asking; times in seconds, `largest` in bytes.

    `pause` lies between two requests to one host, `timeout` bounds each wait for the other side and `patience` a whole
    answer; a failed request is made again, `attempts` times in all, after `back_off`, twice that, …, or what the
    service asks for, if that is at most `longest_wait`. After `give_up` failures in a row a service is left alone.
    """

    pause: float = 0.35
    at_once: int = 2
    timeout: float = 15.0
    patience: float = 60.0
    attempts: int = 4
    back_off: float = 1.0
    longest_wait: float = 30.0
    largest: int = 5_000_000
    give_up: int = 3


def user_agent(mailto: str) -> str:
    """How we name ourselves to the services."""
    contact = f" (mailto:{mailto})" if mailto else ""
    return f"workbench/{__version__}{contact}"
