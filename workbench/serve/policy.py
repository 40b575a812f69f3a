"""What a browser is told it may do with our pages: nothing from outside, and no script or style that is not ours.

Two policies. The pages of this folder that are plain text (sign-in, errors) run nothing and carry one style, known by
its hash. A dashboard runs Voilà's script and the widgets' modules; what else stands in it must carry the nonce of that
one answer, so that markup in an article could neither run nor style anything even if it were ever taken for markup.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

PAGE = Path(__file__).parent / "page"  # our templates
_PLAIN = PAGE / "plain.html"  # the one that carries the style
_EVERYWHERE = ("default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
_UNUSED = (
    "camera", "microphone", "geolocation", "payment", "usb", "serial", "hid", "midi", "display-capture",
    "screen-wake-lock", "browsing-topics",
)  # fmt: skip


def _hash() -> str:
    styles = re.findall(r"<style>(.*?)</style>", _PLAIN.read_text(encoding="utf-8"), re.DOTALL)
    digest = hashlib.sha256("".join(styles).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


_STYLE = _hash()


def plain() -> str:
    """The policy of everything but a dashboard."""
    return "; ".join((*_EVERYWHERE, f"style-src {_STYLE}", "img-src data:"))


def dashboard(nonce: str) -> str:
    """The policy of a dashboard whose own scripts and styles carry this nonce.

    anywidget's modules are blobs that a script of ours made. Styles that scripts make are given the nonce by the page's
    first script; attributes and elements that come as text are not.
    """
    return "; ".join(
        (
            *_EVERYWHERE,
            f"script-src 'self' 'nonce-{nonce}' blob:",
            f"style-src 'self' 'nonce-{nonce}' {_STYLE}",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
        )
    )


def headers() -> dict[str, str]:
    """The headers of every answer; a dashboard replaces the policy by its own."""
    return {
        "Content-Security-Policy": plain(),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
        "Referrer-Policy": "no-referrer",
        "Server": "workbench",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
