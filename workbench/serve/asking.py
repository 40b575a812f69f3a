"""How a page's kernel asks the process that checks for all pages; an answer of None means: do it yourself."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from contextlib import closing
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import WorkbenchError
from workbench.model import Check

_LOOK = 0.05  # seconds between two looks at whether anybody still waits


class Place(msgspec.Struct, frozen=True):
    """Where the process is asked: an address on this machine, the launch's secret, and the file of its checks."""

    address: str
    secret: str
    checks: str


class Told(WorkbenchError):
    """What went wrong over there, in its own words and with its exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class Left(Exception):
    """Who asked went away before the answer."""


def ask(place: Place, question: Mapping[str, Any], leaves: Callable[[], bool] | None = None) -> Any:
    """The answer, as plain values; None where nobody answers. `leaves` says that nobody waits for it any more.

    Raises:
        Told: the answer is a mistake that a person can put right.
        Left: `leaves` said so; over there the work is given up.
    """
    try:
        with closing(Client(place.address, authkey=bytes.fromhex(place.secret))) as line:
            line.send_bytes(msgspec.json.encode(question))
            while leaves and not line.poll(_LOOK):
                if leaves():
                    raise Left
            answer = msgspec.json.decode(line.recv_bytes())
    except (OSError, EOFError, AuthenticationError, msgspec.DecodeError):
        return None
    if "error" in answer:
        raise Told(answer["error"], answer["code"])
    return answer.get("told")


def checks(place: Place) -> tuple[Check, ...] | None:
    """The loaded checks as that process left them for us, in a folder that is ours alone; None where it did not."""
    try:
        found: tuple[Check, ...] = pickle.loads(Path(place.checks).read_bytes())
    except (OSError, EOFError, pickle.PickleError):
        return None
    return found


def leave(place: Place, loaded: tuple[Check, ...]) -> None:
    """Put the loaded checks where kernels find them."""
    half = Path(f"{place.checks}.half")
    half.write_bytes(pickle.dumps(loaded, protocol=pickle.HIGHEST_PROTOCOL))
    half.replace(place.checks)
