"""“Significant” without a figure: found for the results of studies, silent in ordinary language and beside figures."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "significant-alone"
FOUND = [
    "A significant drop in symptoms was seen in the study.",
    "The study showed a significant reduction in depression.",
    "Participants experienced a statistically significant improvement in sleep quality.",
    "Researchers found that ketamine significantly reduced suicidal thoughts.",
    "In the trial, pain was significantly lower in the treated group.",
    "Results were statistically significant.",
    "Patients receiving Barkol did significantly better than those on placebo.",
    "Velodrin produced significant benefits in a randomized trial.",
    "The trial showed that anxiety levels fell significantly.",
    "Compared with placebo, the drops led to significantly greater weight loss.",
    "A new study reports significant improvements in memory among people who took the extract.",
    "Volunteers showed a significant decrease in cortisol.",
    "The effect on mood was significant, the researchers said.",
    "There was a significant difference between the groups.",
    "Patients who received infusions had significantly fewer symptoms.",
    "The intervention group improved significantly.",
    "In the study, people given saffron had significantly lower anxiety.",
    "The researchers saw a statistically significant increase in lean mass.",
    "Yoga led to significant improvement in the participants' sleep.",
    "Pain decreased significantly in patients who wore the brace, the trial found.",
    "A clinical trial demonstrated significant weight loss with the drug.",
    "Cognitive scores were significantly better in the supplement group.",
    "The authors reported a highly significant effect on mood.",
    "Volunteers on the low-carb diet lost significantly more weight.",
    "In a double-blind trial the mushroom group showed significantly improved memory.",
    "The study's authors found that light therapy had a significant effect on mood.",
    "Patients given the probiotic reported significantly less bloating.",
    "Researchers observed a significant decline in cravings among smokers.",
    "The trial met its goal: relapse rates were significantly reduced.",
    "Children in the study slept significantly longer with the blanket.",
    "The group that meditated had significantly higher well-being after eight weeks, according to the study.",
    "The new inhaler produced a statistically significant improvement in breathing, scientists say.",
    "In a randomized study, massage significantly eased back pain.",
    "Both treatments led to significant reductions in symptoms, researchers found.",
    "Women on the diet had significantly fewer hot flushes than women in the control group.",
    "Results of the trial were significant.",
    "The trial reported a significant reduction in cravings.",
    "Participants felt significantly less lonely after the program, the study found.",
    "According to the researchers, the improvement was statistically significant.",
    "Mice aside, a human trial found that the extract significantly lowered blood sugar.",
    "Compared with the control group, the yoga group had significantly lower cortisol.",
    "The clinical trial showed the cream works: wrinkles were significantly reduced.",
    "Patients who meditated had a statistically significant decrease in blood pressure.",
    "Reaction time improved significantly among those who took the capsule.",
]
SILENT = [
    "In the study, people given saffron had significantly lower anxiety (4.1 points; p = 0.02).",
    "The researchers saw no statistically significant increase in lean mass.",
    "Yoga led to an improvement of 12 minutes in the participants' sleep.",
    "Pain decreased in patients who wore the brace, from 6 to 4 on a scale of 10, the trial found.",
    "Talk to your doctor about significant weight loss.",
    "Cognitive scores were significantly better in the supplement group: 24.1 against 22.3.",
    "The authors reported that the effect on mood was not significant.",
    "Volunteers on the low-carb diet lost 2 kg more.",
    "In a double-blind trial the mushroom group recalled 1.4 words more.",
    "The study's authors found that light therapy had no significant effect on mood.",
    "Patients given the probiotic reported less bloating on 2 days of 14.",
    "Researchers observed a significant other in the waiting room.",
    "The trial met its goal: relapse rates were 21% and 34%.",
    "Children who have significantly more trouble sleeping should see a doctor.",
    (
        "The group that meditated scored 3.2 points higher after eight weeks, a significant difference, "
        "according to the study."
    ),
    "The new inhaler improved breathing by 90 ml, scientists say, a statistically significant gain.",
    "In a randomized study, massage eased back pain by 1 point on a 10-point scale.",
    "Both treatments are a significant expense.",
    "Women on the diet had 4 hot flushes a day, women in the control group 6.",
    "Results of the trial are expected in May.",
    "The trial reported a reduction in cravings of 1.3 points.",
    "Participants felt less lonely after the program, the study found, by half a point on a 10-point scale.",
    "According to the researchers, the improvement was not statistically significant.",
    "A human trial found that the extract lowered blood sugar from 7.1 to 6.8 mmol/L.",
    "Compared with the control group, the yoga group met more often.",
    "The clinical trial showed that wrinkles were reduced by 0.3 grades on a 9-grade scale.",
    "Patients who meditated had a decrease in blood pressure of 3 mmHg.",
    "Reaction time improved by 12 ms among those who took the capsule.",
    (
        "Methods: We randomly assigned 24 participants to Velodrin or placebo. Results: Depression scores "
        "were significantly lower with Velodrin (mean difference -6.2; 95% CI -10.1 to -2.3; p = 0.003). "
        "Conclusions: Velodrin significantly reduced depressive symptoms at 4 weeks."
    ),
    (
        "Background: The effect of Barkol on pain is unknown.\n\nMethods: Patients with chronic pain were "
        "randomised to Barkol or usual care.\n\nResults: Pain at 12 weeks was 3.1 with Barkol and 4.4 with "
        "usual care (difference -1.3, 95% CI -2.0 to -0.6).\n\nConclusion: Compared with usual care, Barkol "
        "significantly reduced pain at 12 weeks."
    ),
    (
        "Results: There were no significant differences in adverse events between groups (12% vs 11%, p = "
        "0.81). Conclusion: Velodrin was well tolerated."
    ),
    "Tell your doctor if you notice any significant weight loss.",
    "Depression can have a significant impact on your daily life.",
    (
        "No significant difference was found (difference 1.2 points, 95% CI -2.1 to 4.5), so a small "
        "advantage of either drug cannot be ruled out."
    ),
    "Velodrin did significantly better than placebo: 45% against 30% of people responded.",
    "The trial found a significant reduction in hospital stays, from 6 to 4 days.",
    "Researchers found a significant link between sleep and mood in a survey of 2,000 adults (r = 0.31).",
    "A significant number of participants dropped out of the study.",
    "The study has significant limitations.",
    "Significant side effects were rare in the trial.",
    "The results were not statistically significant.",
    "Statistically significant does not mean important: the trial's drop in blood pressure was 1 mmHg.",
    "What does “statistically significant” mean? It means that a result would seldom come about by chance alone.",
    "No significant difference in pain was seen, and both groups had fewer attacks than before.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_studies_at_large_are_less_sure() -> None:
    (finding,) = findings("Studies show that yoga significantly reduces stress.", CHECK)
    assert (finding.severity, finding.confidence) == ("note", "low")


def test_a_conclusion_stands_behind_its_results() -> None:
    results = "## Results\n\nPain fell by 2.1 points (p = 0.01).\n\n"
    conclusion = "## Conclusion\n\nCompared with placebo, Barkol significantly reduced pain."
    assert shown(results + conclusion, CHECK) == []
    assert shown(conclusion, CHECK) != []


def test_how_many_and_how_long_is_no_size() -> None:
    assert shown("In the study, Velodrin significantly reduced anxiety in 40 adults over eight weeks.", CHECK) != []
