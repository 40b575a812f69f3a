"""The rows about an article: the review of what is being written, the version on the site, an urgent notice on it.

WORK and LIVE never share a field; a row that moves both says so.
"""

from __future__ import annotations

from workbench.review.moves.terms import ADMIN, AS_BEFORE, DECIDERS, EDITOR, MEDICAL, ROLES, WRITER, Move

_WHY = ("why, if errors are open",)
_TEXT = ("the hash of the text that was read",)
_SIGN = (*_TEXT, "no such approval yet")
_OPEN = "no error to decide, no fix outstanding"
_CLAIMS = "every efficacy, dose and safety claim substantiated or accepted"
_EDITORIAL = (*_SIGN, _OPEN)
_MEDICAL = (*_SIGN, _CLAIMS)
_BOTH = (*_MEDICAL, _OPEN)
_OTHER = ("the other approval stands",)
_ON_SITE = ("none", "published", "expired", "inherited", "held", "putting back")

WORK = (
    Move("work", "send", ("none",), "new", EDITOR, "anyone", _WHY),
    Move("work", "send", ("none",), "new", WRITER, "own text", _WHY),
    Move("work", "send", ("changes requested",), "in review", EDITOR, "anyone", _WHY),
    Move("work", "send", ("changes requested",), "in review", WRITER, "own text", _WHY),
    Move("work", "open", ("new",), "in review", DECIDERS),
    Move("work", "open", ("none",), "in review", DECIDERS, "anyone", ("a page expired or inherited",)),
    Move("work", "ask for changes", ("in review",), "changes requested", DECIDERS, "anyone",
         ("a request or a message", "no contest unanswered")),
    Move("work", "approve editorial", ("in review",), "approved", EDITOR, "not own text", _EDITORIAL, _OTHER),
    Move("work", "approve editorial", ("in review",), "in review", EDITOR, "not own text", _EDITORIAL),
    Move("work", "approve medical", ("in review",), "approved", MEDICAL, "not own text", _BOTH, _OTHER),
    Move("work", "approve medical", ("in review",), "in review", MEDICAL, "not own text", _MEDICAL),
    Move("work", "withdraw approval", ("in review", "approved"), "in review", DECIDERS, "anyone",
         ("an approval of one's own",)),
    Move("work", "mark live", ("approved",), "none", (*EDITOR, *ADMIN), "anyone",
         (*_TEXT, "both approvals on this text", _OPEN, _CLAIMS),
         sets=(("live", "published"),)),
    Move("work", "the text changes", ("none",), "new"),
    Move("work", "the text changes", ("approved",), "in review"),
    Move("work", "an inherited page is edited, its wave or its date comes", ("none",), "in review"),
)  # fmt: skip

LIVE = (
    Move("live", "hold", ("published", "expired", "inherited"), "held", DECIDERS, "anyone", ("a reason",)),
    Move("live", "put back", ("held",), "putting back", DECIDERS),
    Move("live", "agree", ("putting back",), AS_BEFORE, DECIDERS, "another"),
    Move("live", "overrule", ("putting back",), "held", DECIDERS, "another"),
    Move("live", "undo", ("putting back",), "held", DECIDERS, "the same"),
    Move("live", "its approved text is marked live", _ON_SITE, "published"),
    Move("live", "its date passes or a fact changes", ("published",), "expired"),
)

NOTICE = (
    Move("notice", "warn", ("none", "over"), "proposed", DECIDERS, "anyone", ("notice",)),
    Move("notice", "agree", ("proposed",), "live", ROLES, "another"),
    Move("notice", "overrule", ("proposed",), "none", DECIDERS, "another"),
    Move("notice", "undo", ("proposed",), "none", DECIDERS, "the same"),
    Move("notice", "24 hours pass", ("live",), "over", sets=(("work", "in review"),)),
)
