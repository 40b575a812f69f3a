"""What people did, by grammar: the past of any verb, as a pattern for the word right behind them."""

from __future__ import annotations

PAST = (  # regular verbs, and those that have a past of their own
    r"(?:\w{2,}ed|ate|awoke|bade|beat|became|began|bent|bet|bit|bled|blew|bought|bred|broke|brought|built|burnt|came"
    r"|caught|chose|clung|could|crept|cut|dealt|did|drank|drew|drove|dug|fed|fell|felt|flew|fled|forgave|forgot|fought"
    r"|found|froze|gave|got|grew|had|heard|held|hid|hit|hung|hurt|kept|knelt|knew|laid|lay|leant|learnt|led|left|lent"
    r"|lit|lost|made|meant|met|paid|put|quit|ran|rang|read|rode|rose|said|sang|sank|sat|saw|sent|set|shook|shot|slept"
    r"|slid|sold|sought|spent|split|spoke|sprang|stood|stole|struck|stuck|stung|swam|swept|swore|swung|taught|thought"
    r"|threw|told|took|tore|understood|went|wept|were|woke|won|wore|would|wrote)"
)
