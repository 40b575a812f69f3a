"""The contract that other programs rely on, held by its own script where that is beside the checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from speak import REPOSITORY, SHARED

SCRIPT = SHARED / "accept" / "contract.py"


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="the acceptance script is not beside this checkout")
def test_nothing_falls_short() -> None:
    command = Path(sys.executable).parent / "workbench"
    done = subprocess.run(
        [sys.executable, SCRIPT, command], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert "falls short" not in done.stdout
    assert (done.returncode, ", 0 failed" in done.stdout) == (0, True)
