"""One treatment for illnesses that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workbench import clauses
from workbench.detectors import Hits
from workbench.detectors.marketing import _conditions
from workbench.detectors.marketing._selling import cleared, offers_something, words
from workbench.detectors.marketing._slots import together
from workbench.detectors.phrase import by_sentence, overlap
from workbench.facts import Table
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("scope",)
PAGE = True  # what stands elsewhere on the page counts


def detect(
    article: Article,
    *,
    table: Table,
    conditions: str,
    groups: Mapping[str, tuple[str, ...]],
    treats: Hits,
    summed: Hits = (),
    anything: Hits = (),
    answer: Hits = (),
    near: int = 10,
    labelled: Hits = (),
    offers: str = "",
    least: int = 2,
    but_not: Hits = (),
    cleared_by: Hits = (),
    conditions_least: int = 4,
    groups_least: int = 3,
) -> Iterator[Match]:
    """Every statement that one treatment treats so many conditions of so many groups, in a sentence or a list.

    Args:
        table: the vocabulary of conditions, with the kind of each in its column `note`.
        conditions: the key of its hits ("vocabulary/conditions").
        groups: group of illnesses → kinds that belong to it; a kind of no group does not count.
        treats: words of treating ("cures", "works for"); what stands behind them in the clause is treated.
        summed: words of treating that stand behind the list ("heals them all").
        anything: every illness at once ("whatever ails you"); with an `answer` close by, reported as it stands.
        answer: what is offered against it.
        near: words at most between the two.
        labelled: words that leaflets use ("is used to treat"); they count where the page sells.
        offers: the key of the words of a page that sells ("vocabulary/selling").
        least: so many different ones make a page sell.
        but_not: treating that is no claim of one remedy ("conditions we treat"); held back.
        cleared_by: words that show, wherever in the sentence, a status, a study, harms or a whole class of drugs.
        conditions_least: so many different conditions …
        groups_least: … of so many groups.
    """
    leaflet = frozenset(labelled) if labelled and offers_something(article, offers, least) else frozenset()
    ends = frozenset(summed)
    named = by_sentence(article.hits.get(conditions, ()))
    cues = sorted({*treats, *leaflet, *ends}, key=_place) if named else []
    index = None  # of the table; made where a list is long enough
    group_of = {kind: group for group, kinds in groups.items() for kind in kinds}
    taken: set[int] = set()
    for cue in cues:
        if cue.sentence in taken:
            continue
        listed = tuple(_before(article, cue, named) if cue in ends else _treated(article, cue, named))
        if len(listed) < conditions_least:
            continue
        index = index or _conditions.rows(table)
        found = _conditions.distinct(article, listed, index, group_of)
        if len(found) < conditions_least or len({one.group for one in found}) < groups_least:
            continue
        taken.add(cue.sentence)
        inside = [one.hit for one in found if one.hit.sentence == cue.sentence]
        hit = Hit(cue.sentence, min(one.at for one in (cue, *inside)), max(one.to for one in (cue, *inside)))
        near_by = () if cue in leaflet else but_not
        spared = [one for one in near_by if one.sentence == cue.sentence and overlap(one, cue)]
        shown = tuple({"condition": words(article, one.hit), "group": one.group} for one in found)
        scope = f"{len(found)} conditions of {len({one.group for one in found})} different kinds"
        evidence = Evidence("one-remedy", f"{len(found)} conditions", rows=shown)
        yield _match(article, hit, scope, evidence, [*spared, *cleared_by])
    for hit in together(article, (anything, answer), near):
        if hit.sentence not in taken:
            yield _match(article, hit, "every illness", None, ())


def _match(article: Article, hit: Hit, scope: str, evidence: Evidence | None, cues: Iterable[Hit]) -> Match:
    flags = cleared(article, hit, cues)
    return Match(hit.sentence, hit.at, hit.to, values={"scope": scope}, evidence=evidence, flags=flags)


def _before(article: Article, cue: Hit, named: Mapping[int, Hits]) -> Iterator[Hit]:
    """Conditions before the cue in its sentence, and those of the question that it answers."""
    block, last = article.sentences[cue.sentence].block, cue.sentence - 1
    if last >= 0 and article.sentences[last].block == block and article.sentences[last].text.rstrip().endswith("?"):
        yield from named.get(last, ())
    yield from (hit for hit in named.get(cue.sentence, ()) if hit.to <= cue.at)


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, -hit.to


def _treated(article: Article, cue: Hit, named: Mapping[int, Hits]) -> Iterator[Hit]:
    """Conditions behind the cue in its clause, and those in the items of the list that the sentence introduces."""
    sentence = article.sentences[cue.sentence]
    end = clauses.rest(sentence.shadow, cue.to)
    yield from (hit for hit in named.get(cue.sentence, ()) if cue.to <= hit.at < end)
    if sentence.shadow.rstrip().endswith(b":"):
        for item in article.sentences[cue.sentence + 1 :]:
            if article.block(item).lead_in != sentence.block:
                return
            yield from named.get(item.index, ())[:1]
