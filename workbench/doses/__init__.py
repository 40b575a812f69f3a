"""Doses as prose states them: `read(article, facts, words, lists)` gives every `Dose` of an article.

An amount is connected with its drug, route, form, release, rhythm, running time, course, people, indication and
setting, across its sentence, the sentences beside it, its table row, its lead-in and its headings. Nothing is judged.
"""

from workbench.doses.reading import read
from workbench.doses.scene import Lists
from workbench.doses.stated import Dose, Drug, Group, Length, Manner, Setting, Times, Words

__all__ = ["Dose", "Drug", "Group", "Length", "Lists", "Manner", "Setting", "Times", "Words", "read"]
