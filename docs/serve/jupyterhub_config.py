"""What a hub needs so that its people reach one review queue at /services/workbench/; part of its own file."""

import sys
from pathlib import Path

c = get_config()  # noqa: F821  JupyterHub gives it

c.JupyterHub.services = [
    {
        "name": "workbench",
        "url": "http://127.0.0.1:10101",
        "command": [sys.executable, str(Path("jupyterhub_door.py").resolve())],
        "environment": {"WORKBENCH_BEHIND": "http://127.0.0.1:8866", "WORKBENCH_HEADER": "X-Remote-User"},
        "oauth_no_confirm": True,
    }
]
c.JupyterHub.load_roles = [
    {"name": "user", "scopes": ["self", "access:services!service=workbench"]},  # or name a group instead
]
