"""The values that flow through the workbench. All are frozen.

Two coordinate systems, never mixed:

*source*  code points of the article's source text, half-open `[start, end)`; what JSON, decisions and people see.
*seen*    code points of what the reader saw in one block (entities and escapes resolved, soft breaks as spaces);
          called `at` and `to`. `Block.span` is the only bridge from seen to source.
"""

from workbench.model.article import Article, Claim, Flag, Hit, Quantity, Reference, Sentence
from workbench.model.check import Check, Example, Measured, Reviewed, Source
from workbench.model.finding import (
    Backed,
    Counted,
    Decision,
    Engine,
    Evidence,
    Finding,
    Judgement,
    Match,
    Report,
    Reports,
    Results,
    Risk,
    Unread,
    View,
)
from workbench.model.gate import Gate, Ledger
from workbench.model.knowledge import Knowledge, Known, Proofread, Slip, SourceText
from workbench.model.origins import Cell, CellPlace, WordPlace, WordRun
from workbench.model.page import Block, Document, Link, Metadata, Run, Span
from workbench.model.terms import (
    CONFIDENCES,
    SEVERITIES,
    BlockKind,
    Certainty,
    Citation,
    ClaimType,
    Confidence,
    FlagName,
    QuantityKind,
    Severity,
    Verdict,
    limits,
)
from workbench.model.told import Amount, Approved, Conflict, Setting, Told, Value

__all__ = [
    "CONFIDENCES",
    "SEVERITIES",
    "Amount",
    "Approved",
    "Article",
    "Backed",
    "Block",
    "BlockKind",
    "Cell",
    "CellPlace",
    "Certainty",
    "Check",
    "Citation",
    "Claim",
    "ClaimType",
    "Confidence",
    "Conflict",
    "Counted",
    "Decision",
    "Document",
    "Engine",
    "Evidence",
    "Example",
    "Finding",
    "Flag",
    "FlagName",
    "Gate",
    "Hit",
    "Judgement",
    "Knowledge",
    "Known",
    "Ledger",
    "Link",
    "Match",
    "Measured",
    "Metadata",
    "Proofread",
    "Quantity",
    "QuantityKind",
    "Reference",
    "Report",
    "Reports",
    "Results",
    "Reviewed",
    "Risk",
    "Run",
    "Sentence",
    "Setting",
    "Severity",
    "Slip",
    "Source",
    "SourceText",
    "Span",
    "Told",
    "Unread",
    "Value",
    "Verdict",
    "View",
    "WordPlace",
    "WordRun",
    "limits",
]
