"""Which version of a check a decision was made about: a check is a file, so its content is its version."""

from __future__ import annotations

import msgspec

from workbench.fingerprint import digest
from workbench.model import Check


def of(check: Check) -> str:
    """Twelve digits that change when what the check looks for, says or weighs changes."""
    return digest(check.id, msgspec.json.encode(check, enc_hook=str, order="deterministic").decode())[:12]
