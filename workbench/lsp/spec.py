"""How Jupyter's server finds us: an entry point of `jupyter_lsp_spec_v1`, so that nobody configures anything."""

from __future__ import annotations

import sys
from typing import Any

# JupyterLab calls the language of a Markdown file "ipythongfm".
_LANGUAGES = ("markdown", "ipythongfm", "html", "plaintext")
_TYPES = ("text/markdown", "text/x-markdown", "text/x-ipythongfm", "text/x-gfm", "text/html", "text/plain")


def spec(_: Any) -> dict[str, dict[str, Any]]:
    """The server as jupyter-lsp wants it told."""
    return {
        "workbench": {
            "version": 2,
            "argv": [sys.executable, "-m", "workbench", "lsp"],
            "languages": list(_LANGUAGES),
            "mime_types": list(_TYPES),
            "display_name": "workbench",
        }
    }
