"""A real JupyterLab on the folder of a newsroom, as writers have it: nothing of ours is configured."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from e2e.served import until

TOKEN = "for-this-test"
_SETTINGS = '{"fetchNews": "false", "checkForUpdates": false}'


def _listening(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def laboratory(root: Path, aside: Path) -> Iterator[str]:
    """Starts it in the folder; yields the address up to the path of a file. `aside` takes what it writes for itself."""
    settings = aside / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(_SETTINGS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--ServerApp.port={port}", f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0",
        f"--LabApp.user_settings_dir={aside / 'settings'}", f"--LabApp.workspaces_dir={aside / 'workspaces'}",
    ]  # fmt: skip
    environment = {**os.environ, "JUPYTER_CONFIG_DIR": str(aside / "config"), "JUPYTER_PREFER_ENV_PATH": "1"}
    with (aside / "said.txt").open("wb") as out:
        process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        until(lambda: _listening(port) or process.poll() is not None, "JupyterLab", 60)
        assert process.poll() is None, (aside / "said.txt").read_text()
        yield f"http://127.0.0.1:{port}/lab/tree/"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
