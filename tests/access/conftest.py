"""The harness of the widgets' tests, for tests that look at every screen alike."""

from widgets.conftest import page_on

__all__ = ["page_on"]
