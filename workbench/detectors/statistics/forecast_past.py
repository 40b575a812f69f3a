"""A forecast told as future for a year that is past."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.disclaimers._dates import read as month_of
from workbench.figures import forecasts
from workbench.figures.stated_changes import Forecast
from workbench.model import Article, Evidence, Flag, Match
from workbench.patterns import exact

VALUES = ("year", "since")
_YEAR = r"\b(?:19|20)\d\d\b"
_REPORT = r"\b(?:report|forecast|analysis|study|estimate|paper|analysts?|review|published)\b"
_BEHIND = 6  # characters behind the words that date it in which their year may stand
_SPEAKER = (  # whoever is quoted says when; a quotation without a speaker is the page's own voice
    r"\b(?:said|says|say|told|wrote|writes|predict(?:s|ed)?|promis(?:es|ed)|according|claim(?:s|ed)?|announc\w+|added"
    r"|adds|reckon\w*|think\w*|believ\w+|expect(?:s|ed)|headline|slogan|title)\b"
)
_DATES = ("updated", "reviewed", "published")


def detect(article: Article, *, unless: Hits = ()) -> Iterator[Match]:
    """Every forecast for a year that was past when the page was last changed; without a date, that is past today.

    A forecast that the page dates itself ("a 2019 report", "was expected to") is told as what it was.

    Args:
        unless: words of its sentence that make no forecast of it (a deadline, a rule, a goal).
    """
    foretold = forecasts.read(article)
    if not foretold:
        return
    said, today = _page_year(article)
    off = {hit.sentence for hit in unless}
    for forecast in foretold:
        year = int(forecast.year.value)
        if forecast.past or forecast.words.sentence in off or _dated(article, forecast, year) or year >= today:
            continue
        since = f"the page is of {said}" if said else f"it is {today} now"
        yield Match(
            forecast.words.sentence,
            forecast.words.at,
            forecast.words.to,
            values={"year": str(year), "since": since},
            evidence=Evidence("forecast", forecast.words.text, f"{year} is past: {since}"),
            flags=_quoted(article, forecast),
        )


def _quoted(article: Article, forecast: Forecast) -> tuple[Flag, ...]:
    """The quotation that a forecast stands in, where somebody is told to speak."""
    sentence = article.sentences[forecast.words.sentence]
    near = article.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    speaks = any(exact(_SPEAKER).search(one.shadow) for one in near if one.block == sentence.block)
    at, to = forecast.words.at, forecast.words.to
    for flag in sentence.flags if speaks else ():
        if flag.flag == "quoted" and flag.at <= at < flag.to:
            return (Flag("exception", flag.start, flag.end, flag.cue, at, to),)
    return ()


def _page_year(article: Article) -> tuple[str, int]:
    """The latest date that the page tells of itself, and its year; without one, this year."""
    meta = article.document.meta
    told = [(when, text) for name in _DATES if (when := month_of(text := getattr(meta, name))) is not None]
    return (max(told)[1], max(told)[0].year) if told else ("", article.as_of.year)


def _dated(article: Article, forecast: Forecast, year: int) -> bool:
    """Whether its sentence or the one before says of when the forecast is."""
    index = forecast.words.sentence
    sentence = article.sentences[index]
    dated = b"" if forecast.dated is None else sentence.shadow[forecast.dated.at : forecast.dated.to + _BEHIND]
    if any(int(found.group()) < year for found in exact(_YEAR).finditer(dated)):
        return True
    near = article.sentences[max(0, index - 1) : index]
    before = [one for one in near if one.block == sentence.block and exact(_REPORT).search(one.shadow)]
    return any(int(found.group()) < year for one in before for found in exact(_YEAR).finditer(one.shadow))
