"""The sources that claims rest on, kept in `claims/sources/`: their index, their text, the places that bear a claim."""

from workbench.sources.evidence import Confirmed, parse_evidence
from workbench.sources.index import FOLDER, NAME
from workbench.sources.places import Place, best
from workbench.sources.resting import key_of, keys_named
from workbench.sources.shelf import Shelf, evidence_of, shelf, written_out

__all__ = [
    "FOLDER",
    "NAME",
    "Confirmed",
    "Place",
    "Shelf",
    "best",
    "evidence_of",
    "key_of",
    "keys_named",
    "parse_evidence",
    "shelf",
    "written_out",
]
