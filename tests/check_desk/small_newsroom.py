"""A small newsroom with one check and one article."""

from __future__ import annotations

from pathlib import Path

CHECK = """
title = "A word"
category = "marketing-hype"
detector = "phrase"
severity = "note"
confidence = "medium"
message = "“{text}” is a word."
why = "Words matter."
advice = "Choose another."
held_back_by = ["quoted"]
sources = [{ title = "A book of words" }]
example = [
  { text = "A moon drop.", finds = ["moon drop"] },
  { text = "Two moon drops.", finds = ["moon drops"] },
  { text = "A “moon drop”.", finds = [], held_back = ["moon drop"] },
  { text = "A drop.", finds = [] },
]
[params]
phrases = ["moon drop~"]
"""
ARTICLE = "# Drops\n\nTake a moon drop at night. It is a star drop by day.\n"
WHERE = "marketing/moon-drop.toml"


def lay_out(root: Path, check: str = CHECK, article: str = ARTICLE) -> Path:
    (root / "articles").mkdir(exist_ok=True)
    (root / "articles" / "drops.md").write_text(article, encoding="utf-8")
    (root / "workbench.toml").write_text('[newsroom]\ncountry = "US"\n', encoding="utf-8")
    put(root, check)
    return root


def put(root: Path, check: str, where: str = WHERE) -> None:
    place = root / "checks" / where
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(check, encoding="utf-8")
