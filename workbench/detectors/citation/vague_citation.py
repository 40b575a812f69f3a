"""Appeals to research, studies or experts that nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.citation import _vague
from workbench.detectors.citation._naming import Naming
from workbench.detectors.citation._reading import Lists
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Match

PAGE = True  # what stands elsewhere on the page counts


def detect(
    article: Article,
    *,
    phrases: Hits,
    works: Hits = (),
    one_work: Hits = (),
    evidence: Hits = (),
    rules: Hits = (),
    experts: Hits = (),
    scientists: Hits = (),
    shows: Hits = (),
    says: Hits = (),
    tells: Hits = (),
    done: Hits = (),
    but_not: Hits = (),
    named: Hits = (),
    bodies: str = "",
    page_names: Hits = (),
) -> Iterator[Match]:
    """Each vague appeal, one for every stretch of words.

    An appeal is held back, and stays visible, where the same or the next sentence of its paragraph names or links the
    study, and behind the background of an abstract, which tells of its own study. What `_reading` reads off the
    grammar is added to the wordings of `phrases`.

    Args:
        phrases: wordings that appeal to unnamed research or experts.
        works: nouns for works of research in the plural; they count bare ("studies show") or among many.
        one_work: the same in the singular ("a study"); what one unnamed study found is vague unless the page names its
            source anywhere, as a news story does.
        evidence: nouns for what research amounts to ("research", "evidence"), which may also stand behind "the".
        rules: nouns for guidance; that of a public body by name can be looked up.
        experts: plural nouns for people whose judgement is appealed to.
        scientists: plural nouns for people who do research; what they found counts as what a study found.
        shows: verbs by which research says something.
        says: verbs by which experts do.
        tells: verbs by which one study tells what it did.
        done: participles for tested and proven.
        but_not: wordings that only look like an appeal.
        named: wordings that name a source (a journal, authors, an identifier, a numbered entry).
        bodies: the key of a list of public bodies, which name whose guidance it is.
        page_names: wordings by which a page names the source it reports on.
    """
    naming, idioms = Naming(article, named), by_sentence(but_not)
    known = by_sentence(article.hits.get(bodies, ()))
    page = page_names[0] if page_names else None
    words = (works, one_work, evidence, rules, experts, scientists, shows, says, tells, done)
    lists = Lists(*map(by_sentence, words))
    for place, kind in _vague.appeals(article, phrases, lists):
        around = idioms.get(place.sentence, ())
        cue = next((idiom for idiom in around if overlap(place, idiom)), None)
        cue = cue or naming.near(place.sentence)
        if cue is None and kind == "rule":
            cue = next(iter(known.get(place.sentence, ())), None)
        if cue is None and kind == "story":
            cue = page
        if cue is None:
            cue = naming.abstract(place.sentence)
        flags = () if cue is None else (exception(article, place, cue),)
        yield Match(sentence=place.sentence, at=place.at, to=place.to, flags=flags)
