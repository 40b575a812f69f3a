"""A difference that was not shown, sold as sameness."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "no-difference-as-same"
FOUND = [
    "The two treatments were statistically identical.",
    "There was no significant difference, so the generic is just as good.",
    "Because the difference was not significant, both drugs work equally well.",
    (
        "The study found no significant difference between yoga and antidepressants, which means yoga is as "
        "effective as medication."
    ),
    "Pain did not differ significantly between the groups. Acupuncture is therefore as good as ibuprofen.",
    "Scores were not significantly different, proving the two are equivalent.",
    "No difference was found between ketamine and ECT, so they are equally effective.",
    "The herb and the drug were statistically equal.",
    "Side effects did not differ significantly, so Barkol is just as safe.",
    "No statistically significant difference was seen. The two can be used interchangeably.",
    "No significant differences emerged; the cheaper pill does the same job.",
    "The trial showed no significant difference, so the treatments are the same.",
    "No significant difference in pain was seen between massage and opioids, proving massage is equally effective.",
    "The difference did not reach significance, so the two diets are identical.",
    "Statistically the same, the two drugs can be swapped freely.",
    "There were no significant differences in side effects. Barkol is just as safe as placebo.",
    "Zinc and placebo did not differ significantly, which proves that zinc does nothing.",
    "Since the study found no significant difference, online therapy works as well as therapy in person.",
    "The difference between the two creams was not statistically significant, so they are interchangeable.",
    "As there was no significant difference in survival, the shorter course works just as well.",
    "Outcomes were statistically identical with the herb and the drug.",
    "They found no significant difference, which proves that the two pills are the same.",
    "Blood pressure did not differ significantly between groups. In other words, the diet does not work.",
    "A study saw no significant difference between the brand and the herb, so the herb is equally effective.",
    "The two scans did not differ significantly in accuracy. They are equivalent.",
    "The trial found no significant difference, meaning the cheaper drug is every bit as good.",
    "There was no statistically significant difference in pain, so hypnosis can replace anesthesia.",
    "There was no statistically significant difference between the drugs, so patients can take whichever is cheaper.",
    "Since results did not differ significantly, homeopathy is just as effective as the drug.",
    "No significant difference means the two vaccines are equal.",
    "The recovery times were not significantly different: physiotherapy works just as well as surgery.",
    "The p-value was 0.3, so there was no significant difference and both creams are equally good.",
    "Weight loss did not differ significantly. Both diets are the same.",
    "The difference was not statistically significant, which proves surgery is no better than rest.",
]
SILENT = [
    (
        "No significant difference in pain was seen between massage and opioids, but the trial was too small "
        "to exclude one."
    ),
    "The difference did not reach significance (1.2 kg; 95% CI -0.4 to 2.8 kg).",
    "The drugs contain the same substance and can be swapped freely.",
    "There were no significant differences in side effects (11% and 9%).",
    "Zinc and placebo did not differ significantly; a small benefit cannot be ruled out.",
    "A non-inferiority trial found online therapy no worse than therapy in person.",
    "The difference between the two creams was not statistically significant (3%, 95% CI −4% to 10%).",
    "As there was no significant difference in survival, the longer trial will go on.",
    "Outcomes were similar with the herb and the drug, but the trial could have missed a difference of 10 points.",
    "They found no significant difference, which is not proof that the two pills are the same.",
    "Blood pressure did not differ significantly between groups. The interval ran from −6 to +2 mmHg.",
    "A study saw no significant difference between the brand and the herb and called for a larger one.",
    "The two scans did not differ significantly in age of the patients.",
    "The trial found no significant difference; the cheaper drug may still be worse.",
    "There was no statistically significant difference in pain, but 9 patients had left the study.",
    "There was no statistically significant difference between the drugs, and the trial was underpowered.",
    "Since results did not differ significantly, the authors call for more data.",
    "No significant difference does not mean that the two vaccines are equal.",
    "The recovery times were not significantly different (difference 2 days, 95% CI −5 to 9).",
    "The p-value was 0.3, so the study cannot tell which cream is better.",
    "Weight loss did not differ significantly (4.1 kg and 5.0 kg; 95% CI of the difference −0.4 to 2.2).",
    "The difference was not statistically significant, and only 30 people took part.",
    "CBT can be as effective as medicine for some people with depression.",
    (
        "This was an equivalence trial with a margin of 5 points. The difference was not significant and its "
        "interval lay within the margin: the two drugs are equally effective."
    ),
    "The two groups did not differ significantly at baseline in age or sex.",
    "A Cochrane review of 21 trials found no difference in pain between the two exercises.",
    "Generic medicines contain the same active ingredient and work in the same way.",
    "Conclusions: In this trial, drug A was noninferior to drug B and caused fewer bleeds.",
    "Overall survival did not differ significantly between the groups (hazard ratio, 0.97; 95% CI, 0.81 to 1.16).",
    "Mortality at 28 days was 22.9% and 25.7%. The difference was not significant. The trial was stopped early.",
    "There's no difference between brand and generic, so they are interchangeable, the regulator says.",
    "The pharmacist can swap them, because the two products are interchangeable.",
    "The survey found no difference between men and women, so results are given for both together.",
    "There was no significant interaction, so the groups were pooled.",
    "Because arms did not differ at 6 months, the sponsor ended the study.",
    "Tablet and liquid are the same in strength, so you can take either.",
    "The two tests did not differ in cost. They take the same time.",
    "No significant difference in pain was seen, and both groups had fewer attacks than before.",
    (
        "Researchers found no difference in weight between the groups after a year. Low-fat and low-carb "
        "diets can both work if you keep to them."
    ),
    (
        "A study found that generics are as effective as brand-name drugs: 38 of 47 trials met the criteria "
        "for equivalence."
    ),
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_evidence_says_what_is_missing() -> None:
    (finding,) = findings("There was no significant difference, so Barkol is just as good.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.severity) == ("no-difference", "note")
    assert "so Barkol is just as good" not in finding.evidence.given
    assert "interval" in finding.evidence.computed
