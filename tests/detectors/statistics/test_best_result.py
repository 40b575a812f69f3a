"""A result told by its best figure: found for results, silent for harms, prices and beside what is usual."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "best-result-as-headline"
FOUND = [
    "Response as high as 89%!",
    "Ketamine therapy helps up to 85% of patients.",
    "With success rates as high as 90 percent, TMS is changing lives.",
    "Up to 9 in 10 patients get relief.",
    "Patients report up to a 75% reduction in pain.",
    "As many as 80 percent of our clients recover fully.",
    "Remission rates of up to 70%!",
    "Barkol cuts migraine days by up to 68%.",
    "Relief in up to 92 per cent of cases",
    "Effective in up to 95% of patients!",
    "Our infusions improve mood in as many as 83% of people.",
    "Studies show response rates up to 76%.",
    "Hair grows up to 5 times faster with our serum.",
    "A maximum of 88% of participants responded.",
    "Depression gone in up to 80% of patients: ketamine is a success!",
    "Our laser clears nails in as many as 87% of cases.",
    "Studies show TMS works for up to 83% of patients.",
    "Botox reduces migraine days by up to 50 percent!",
    "Success rates as high as 95% make this the treatment of choice.",
    "As many as 9 out of 10 patients become pain-free.",
    "Up to 75% improvement in anxiety in two weeks",
    "The implant restores hearing by as much as 90%.",
    "Ketamine: depression lifts in as many as 4 out of 5 patients",
    "Patients can expect pain relief of up to 90%.",
    "Clinical studies show improvement rates as high as 94 percent.",
    "Up to 88% of our clients stay sober.",
    "It can boost memory by up to 200%!",
    "The therapy has helped up to 79% of veterans with PTSD.",
    "With an efficacy of up to 96%, no other shot comes close!",
    "Our gummies calm up to 9 in 10 children.",
    "Hearing improved by as much as 60% in our patients!",
    "Laser treatment: up to 95% success",
    "You could reverse diabetes: up to 86% of participants did so.",
    "With Barkol, as many as 70 percent are free of pain within a day.",
    "Up to 90% of patients say goodbye to migraines!",
    "The treatment can improve sleep by as much as 65%.",
    "Clinics report success in as many as 8 in 10 patients.",
    "Recovery rates as high as 97%",
    "Our detox removes up to 99% of toxins.",
    "Hair regrowth in up to 94% of men!",
    "The spray stops snoring in as many as 85% of users.",
    "Up to 7 out of 10 of our patients can stop their tablets.",
]
SILENT = [
    "Ketamine helped 45 to 80% of patients, depending on the study.",
    "Our laser clears nails in about half of all cases; in one small study it was as many as 87%.",
    "Up to 83% of patients in the trial completed all sessions.",
    "Botox reduces migraine days by about two a month on average.",
    "Success rates as high as 95% are advertised; typical rates are near 60%.",
    "As many as 9 out of 10 people have back pain at some time.",
    "Up to 75% of people with anxiety also have insomnia.",
    "The implant costs as much as $40,000, and insurance covers up to 90%.",
    "Ketamine: what we know and what we do not",
    "Patients can expect pain to fall by about a third.",
    "Clinical studies show improvement rates of 20 to 94 percent, and most are near 50.",
    "Up to 88% of road deaths involve alcohol.",
    "It can raise blood levels by up to 200% if taken with grapefruit.",
    "The therapy is offered to veterans with PTSD, up to 20% of whom leave early.",
    "Efficacy was 52% overall and up to 96% in one age band.",
    "Up to 9 in 10 children have had a cold by Christmas.",
    "Hearing improved by 20% on average and by as much as 60% in one patient.",
    "Laser treatment: what it costs, up to 95% of which is covered",
    "Up to 86% of participants lived in cities.",
    "With Barkol, 40 percent are free of pain within a day, against 30 percent with a dummy.",
    "Up to 90% of people with migraine have a relative who has it too.",
    "The treatment improved sleep by 65 minutes in one study and not at all in another.",
    "Clinics report success in 3 to 8 of 10 patients, depending on how they count.",
    "Recovery rates range from 40% to 97%",
    "Our detox of the tap water was up to standard.",
    "Hair loss affects up to 80% of men by the age of 80.",
    "The spray reduced snoring by 2 dB on average.",
    "7 out of 10 patients in the trial kept taking their tablets.",
    "Up to 1 in 10 people get a headache after the injection.",
    "Up to 80% of people will have back pain at some point in their lives.",
    (
        "Common side effects (may affect up to 1 in 10 people): headache, nausea. Uncommon (may affect up to "
        "1 in 100 people): rash. Rare (may affect up to 1 in 1,000 people): fits."
    ),
    "Exercise can lower your risk of early death by up to 30%.",
    "Surgery can cost up to 40% more in private hospitals.",
    "Response rates in trials ranged from 33% to 89%, depending on the scale that was used.",
    "As many as 30% of people with depression do not respond to the first drug.",
    "Up to 50% of people who stop taking antidepressants get withdrawal symptoms.",
    "Up to 20% of the dose is absorbed through the skin, which improves with heat.",
    "The battery lasts up to 50% longer and works for two weeks.",
    "Taking it with food can increase absorption by up to 40%.",
    "Two thirds of patients recover. Recovery can take up to 12 weeks.",
    "Up to 60% of people with mild depression get better without treatment within a year.",
    "You can take up to 4 tablets a day. Relief usually starts within 30 minutes.",
    "Statins can lower LDL cholesterol by up to 55%, depending on the drug and dose.",
    "Hearing aids help up to 90% of people with hearing loss, but only one in five who need them has one.",
    "A hernia comes back in up to 10% of people. Most patients recover within six weeks.",
    (
        "The pill is more than 99% effective if taken correctly. With typical use, about 9 in 100 women "
        "become pregnant each year."
    ),
    "Up to two thirds of people with back pain recover in six weeks; up to 40% have another attack within a year.",
    "In vitro, the gel killed up to 99% of bacteria.",
    "The test finds up to 95% of cancers and gives a false alarm in 8%.",
    "You may have relief for up to 12 weeks. You can have up to 3 injections a year.",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK) != []


@pytest.mark.parametrize("text", SILENT)
def test_careful_words_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "severity", "confidence"),
    [
        ("Response as high as 89%!", "warning", "medium"),
        ("Our patients see success rates of up to 92%.", "warning", "medium"),
        ("# Relief for up to 85% of sufferers", "warning", "medium"),
        ("The new course helps up to 85% of patients.", "note", "medium"),
        ("The coil is up to 99% effective.", "note", "low"),
        ("The new course helps [up to 85% of patients](https://doi.org/10.1000/example).", "note", "low"),
    ],
)
def test_a_headline_weighs_more_than_a_sentence(text: str, severity: str, confidence: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.severity, finding.confidence) == (severity, confidence)
    assert finding.evidence is not None
    assert finding.evidence.kind == "best-value"
