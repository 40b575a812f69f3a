"""The kinds of health claim: one module for each claim type, with one function.

    def score(passage: Passage) -> Score

The points say how strongly a passage speaks of this type, the cues why, in words that an editor understands. Words
to look for are content: `checks/vocabulary/cues/<type>.txt` with a weight for each. A module whose name begins with
`_` is shared by the others and is no claim type.
"""
