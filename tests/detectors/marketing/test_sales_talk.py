"""The checks of sales talk together: many ways to sell, plain care in the same words, and careful pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from speak import findings, report_of

CHECKS = {
    "conspiracy",
    "fear-or-shame",
    "hype-density",
    "natural-is-safe",
    "one-remedy-for-everything",
    "price-bait",
    "promising-as-praise",
    "steering-to-one-seller",
    "superiority-without-comparator",
    "testimonial-as-evidence",
    "urgency-or-scarcity",
}
PAGES = Path(__file__).parents[2] / "labels"
CLINIC = "Our clinic treats tired people. We offer drips. "
MOST = 0.4  # hits in 1,000 words of careful prose

SELLS = [
    "Dr. Vale's pioneering protocol has revolutionised the management of tinnitus.",
    "Patients travel from across the globe for our unrivaled expertise.",
    "This is the future of fertility.",
    "Stem cells represent a seismic shift in orthopedics.",
    "A truly extraordinary experience awaits you.",
    "Meet the pill that Silicon Valley can't stop talking about.",
    "Rediscover the joy of living with our transformative retreat.",
    "It has given countless patients a new lease on life.",
    "Psychedelics are poised to upend psychiatry.",
    "The device has astonishing healing properties.",
    "Peptides: the biohacker's secret weapon",
    "An innovative, holistic and powerful path to lasting vitality.",
    "Say goodbye to wrinkles and hello to radiant skin!",
    "This remarkable root has stunned scientists.",
    "We are on a mission to disrupt sleep forever.",
    "The most comprehensive hormone optimization program in Texas.",
    "Appointments go quickly, so don't delay.",
    "Offer valid through Friday only.",
    "Seats are limited to 12 participants. Reserve yours.",
    "Don't let this chance slip away.",
    "Call our office today to secure your spot.",
    "Sale ends at midnight on Monday.",
    "One mother told us her son's autism symptoms faded within weeks.",
    "“I finally got my life back,” says Joan.",
    "“Five stars! My back hasn't felt this good in 20 years.” (Google review)",
    "Before coming to us, Peter could barely walk. Today he runs marathons.",
    "Over 90% of our patients say they feel better.",
    "Influencers can't stop raving about it.",
    "See the incredible before-and-after photos of our clients.",
    "“After just two sessions I stopped taking my antidepressants.” - L.K.",
    "Unlock your full potential with peptide therapy.",
    "Don't let low testosterone hold you back from the life you deserve.",
    "Our patients have experienced life-changing results.",
    "Stem cells are one of the most exciting advances in modern medicine.",
    "Clients rave about their glowing skin.",
    "The blend is backed by thousands of glowing reviews.",
    "Spots fill up quickly, so call today.",
    "It is a breakthrough, non-invasive solution.",
    "Ketamine is quickly becoming the gold standard of depression care.",
    "The shot has emerged as a beacon of hope for sufferers.",
    "Discover the power of ketamine.",
    "We are thrilled to bring this revolutionary service to Dayton.",
    "Patients enjoy rapid and dramatic relief.",
    "Turn back the hands of time with our facial.",
    "Begin your transformative healing journey.",
    "The therapy harnesses the body's natural healing ability.",
    "Achieve the results you've always wanted.",
    "The outcome was nothing short of remarkable.",
    "Discover the life-changing benefits of red light.",
    "Get superior results without surgery.",
    "Glowroot is America's #1 sleep supplement.",
    "Patients describe profound and lasting relief.",
    "We are proud of our remarkable success rates.",
    "Experience the magic of Glowroot.",
    "It is a total game changer for your joints.",
    "You will be astonished by the difference.",
    "It's like a reset button for the brain.",
    "An elite team of visionary doctors will guide you.",
    "It delivers unmatched purity and unrivalled strength.",
    "Barkol has taken social media by storm.",
    "The treatment has transformed countless lives.",
]
INFORMS = [
    "The study is the first to follow patients for ten years.",
    "It may take several weeks before you notice any change.",
    "Some people say that the therapy changed their lives; others felt no effect.",
    "Your doctor can refer you to a leading hospital for heart surgery.",
    "This medicine can be life-saving in a severe asthma attack.",
    "New treatments are giving hope to families, but they are costly.",
    "The surgeon has ten years of experience.",
    "There is limited space in the middle ear.",
    "The first 30 minutes after a cut are the most important.",
    "Only two people left the trial early.",
    "The last dose is given at six months.",
    "Order a repeat prescription seven days before you run out.",
    "Register with a dentist before you move.",
    "Book an eye test every two years.",
    "Powerful medicines called biologics may be used if others fail.",
    "Patients said that the leaflet was clear.",
    "My mother had breast cancer, and I was tested at 40.",
    "I take my tablets with breakfast.",
    "People who stop smoking feel better within weeks.",
    "The device is better tolerated than a mask.",
    "Cream works faster than tablets for a mild rash.",
    "Early treatment leads to better results.",
    "Rates are higher than in other countries.",
    "Plant sterols lower cholesterol slightly.",
    "Natural oils protect the skin barrier, so harsh soaps can do harm.",
    "Herbal teas without caffeine are safe in small amounts during pregnancy.",
    "The agency warned that the company hid the risks of the implant.",
    "Doctors rarely prescribe it now.",
    "The drug's maker kept the trial data secret until 2019, the court heard.",
    "Alcohol can ruin your sleep.",
    "Untreated hearing loss can lead to loneliness.",
    "Vaccines protect children against measles, polio, mumps and rubella.",
    "Prednisolone treats asthma, arthritis, lupus and eczema.",
    "Smoking causes cancer, stroke, asthma attacks and gum disease.",
    "A month of insulin can cost as little as $35 under Medicare.",
    "The ring costs only $30 in Kenya.",
    "Try the free app from the NHS.",
    "Groups such as Diabetes UK can help you.",
    "A promising vaccine failed in a late trial.",
    "The panel called the results encouraging but said that more data were needed.",
    "Dramatic images in the news can upset children.",
    "The exciting part of the puberty talk, teachers say, is the question box.",
    "The nurse was amazing, one child wrote.",
    "Unlike a cold, flu comes on fast.",
    "No other drug was taken during the trial.",
    "Nothing relieves the pain of a kidney stone like time and strong painkillers, some patients say.",
    "Your family needs to know the signs of a low blood sugar.",
    "Stop and rest now if you feel dizzy.",
    "Call now for an ambulance.",
    "Transform the mixture into a paste.",
]


def shown(text: str) -> list[str]:
    """What these checks report openly."""
    return [finding.text for finding in findings(text) if finding.check in CHECKS and not finding.held_back]


@pytest.mark.parametrize("text", SELLS)
def test_a_page_that_sells_is_read_as_one(text: str) -> None:
    assert shown(CLINIC + text) != []


@pytest.mark.parametrize("text", INFORMS)
def test_plain_care_is_silent(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("kind", ["patient-info", "news", "abstract", "leaflet"])
def test_careful_pages_are_quiet(kind: str) -> None:
    reports = [report_of(path) for path in sorted(PAGES.glob(f"*/{kind}-*.md"))]
    hits = [
        (report.path, finding.text)
        for report in reports
        for finding in report.findings
        if finding.check in CHECKS and not finding.held_back
    ]
    assert reports != []
    assert len(hits) <= MOST * sum(report.words for report in reports) / 1000, hits
