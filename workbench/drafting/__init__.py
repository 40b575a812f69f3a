"""What a draft is told while it is written: the findings of the gate, in its words, in reading order.

Pure: text in, plain values out. The screen, the language server and the cells of a notebook all say what is said here.
"""

from workbench.drafting.desk import Desk, Draft, Drafted, Dropped
from workbench.drafting.panel import panel

__all__ = ["Desk", "Draft", "Drafted", "Dropped", "panel"]
