"""Closed lists of the program in the words that people choose from."""

from __future__ import annotations

CATEGORIES = {  # of findings that a person can add; the others are made by the program alone
    "uncited-claim": "A claim without a source",
    "vague-citation": "A source that cannot be found again",
    "citation-broken": "A reference that leads nowhere",
    "citation-retracted": "A source that was retracted",
    "statistic-impossible": "A number that cannot be",
    "statistic-suspicious": "A number that misleads",
    "dosing-unit": "A dose with a wrong or missing unit",
    "dosing-out-of-range": "A dose that is too high or too low",
    "dosing-incomplete": "A dose that lacks something",
    "regulatory-wrong": "A wrong approval or legal status",
    "marketing-absolute": "A promise that nobody can keep",
    "marketing-hype": "Praise instead of information",
    "marketing-urgency-or-testimonial": "Pressure to buy, or one person’s story as proof",
    "provenance-missing": "Author, reviewer or date is missing",
    "readability": "Hard to read",
    "terminology-error": "A wrong term",
    "stigmatising-language": "Words that hurt",
    "spelling-grammar": "Spelling or grammar",
    "internal-inconsistency": "The article contradicts itself",
    "cross-article-conflict": "Another article says otherwise",
    "library-drift": "Says otherwise than the library",
    "template-residue": "Left over from a template",
    "disclaimer-missing:medical-advice": "Missing: information, not advice",
    "disclaimer-missing:off-label": "Missing: the use is off-label",
    "disclaimer-missing:crisis-line": "Missing: a crisis line",
    "disclaimer-missing:urgent-help": "Missing: when to get help at once",
    "disclaimer-missing:affiliate-disclosure": "Missing: that links earn money",
    "disclaimer-missing:supplement-fda": "Missing: the statement for supplements",
    "disclaimer-missing:individual-results": "Missing: that results differ",
    "disclaimer-missing:risk": "Missing: the risks",
    "disclaimer-missing:regulatory-status": "Missing: the approval status",
}
CLAIMS = {
    "efficacy": "It works",
    "safety": "Safety",
    "dosing": "Dose",
    "statistic": "Statistic",
    "regulatory": "Approval or law",
    "cost": "Cost",
    "mechanism": "How it works",
    "prevalence": "How common",
    "comparative": "Comparison",
    "other": "Other",
}
SEVERITIES = {
    "error": "Error: a reader who acts on it could be hurt",
    "warning": "Warning: it misleads",
    "note": "Note: it could be better",
}
CITATIONS = {"linked": "Linked", "named": "Named only", "vague": "Vague", "none": "None"}
SOURCE_STATES = {  # of an identifier, or of a reference that has none
    "resolves": "Resolves",
    "not found": "Not found",
    "retracted": "Retracted",
    "corrected": "Corrected",
    "concern": "Concern raised",
    "malformed": "Cannot be right",
    "not verified": "Not looked up",
    "only named": "Only named",
    "vague": "Cannot be found again",
    "no identifier": "No identifier",
}


def choices(words: dict[str, str]) -> list[list[str]]:
    """As a field of a dialog takes them: value, words."""
    return [[value, text] for value, text in words.items()]
