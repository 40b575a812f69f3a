"""The dossier: what was known about a page on a day, as one self-contained page that can be verified offline.

Pure: papers go in, HTML comes out. Nothing in the page comes from elsewhere and nothing in it runs; its records stand
in it as JSON, which `docs/verify_dossier.py` reads.
"""

from workbench.dossier.page import render

__all__ = ["render"]
