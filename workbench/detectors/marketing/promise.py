"""Promises: an effect that is said to be certain, for everybody or complete, with nothing that keeps it in bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workbench.detectors import Hits
from workbench.detectors.marketing._promise_page import Excuses, PromisePage, praised_in
from workbench.detectors.marketing._promise_pairs import Promise, Side, bare, in_order, merged, pairs
from workbench.detectors.marketing._promise_plain import Plain, plain
from workbench.model import Article, Match

VALUES = ("cue", "how")


def detect(
    article: Article,
    *,
    whole: Hits = (),
    sold: Hits = (),
    certain: Hits = (),
    universal: Hits = (),
    complete: Hits = (),
    effects: Hits = (),
    milder: Hits = (),
    announced: Hits = (),
    gains: Hits = (),
    everybody: Hits = (),
    works: Hits = (),
    whatever: Hits = (),
    gone: Hits = (),
    assured: Hits = (),
    ending: Hits = (),
    ever: Hits = (),
    barred: Hits = (),
    undone: Hits = (),
    ills: Hits = (),
    ill_lists: tuple[str, ...] = (),
    own: Hits = (),
    total: Hits = (),
    persons: Hits = (),
    each: Hits = (),
    erasing: Hits = (),
    benefits: Hits = (),
    remedies: Hits = (),
    remedy_lists: tuple[str, ...] = (),
    agents: Hits = (),
    agent_lists: tuple[str, ...] = (),
    selling: Hits = (),
    limits: Hits = (),
    softened: Hits = (),
    witness: Hits = (),
    but_not: Hits = (),
    gives_way: tuple[str, ...] = (),
    near: int = 5,
    least: int = 2,
    excused_by_source: bool = False,
    place: Literal["anywhere", "headings"] = "anywhere",
) -> Iterator[Match]:
    """Every stretch of a sentence that promises.

    A word of certainty alone promises nothing (“always take it with food”), nor does an effect alone. They have to
    stand in one clause, and somebody has to promise: the page sells, or the sentence names what has the effect.

    Args:
        whole: phrases that promise by themselves, on any page.
        sold: phrases that promise on a page that sells, or beside one of `remedies`.
        certain: words for what cannot fail; with an effect near.
        universal: words for everybody and everything, on a page that sells; with an effect near.
        complete: words for all of it and for ever; with an effect near.
        effects: words for what a treatment does, in the present: what was seen in a study is told in the past.
        milder: effects that are too much only where they are certain or for everybody (“improves”).
        announced: openings that announce a result to the reader (“you will”), on a page that sells; before a gain.
        gains: results that a reader hopes for.
        everybody: universals of persons and cases, on any page ("in every case"); with one of `works` near.
        works: what is too much for everybody ("recovers", "works").
        whatever: universals of circumstance ("however bad it is"), on any page; with an effect or one of `gone`.
        gone: what an ill does that is got rid of ("disappears").
        assured: openings that vouch for a result, on any page ("you can be sure that"); before a gain or an effect.
        ending: verbs that put an end to something; with one of `ills` behind and a word of `complete` or `ever` near.
        ever: words for good and all.
        barred: words that rule out what follows ("no chance of"), on any page; before one of `ills`.
        undone: words that rule out what stands before ("is out of the question"), on any page; behind one of `ills`.
        ills: what nobody wants, beside the lexicon keys in `ill_lists`.
        remedies: what is sold or taken without a doctor (“balm”), beside the lexicon keys in `remedy_lists`; beside it
            wider words are too much:
        total: such words (“nobody”, “is over”), before or behind any effect or gain.
        persons: people of all sorts (“every runner”); there before or behind an effect or gain too.
        benefits: weaker effects, which count there (“soothes”).
        each: words of quantity; before one of `ills` such a word too (“every cough”).
        erasing: the strongest verbs of ending; before one of `ills` they promise there (“erases wrinkles”).
        own: words of somebody who speaks of what they sell ("our formula"); one of them makes a page that sells.
        agents: what can have an effect, beside the lexicon keys in `agent_lists`.
        selling: words of somebody who offers what the page is about; `least` different ones make a page that sells.
        limits: words that keep a promise in bounds, wherever in the sentence they stand; it is held back.
        softened: words that do so where no comma stands between (“usually”).
        witness: words by which somebody tells their own story (“my”). A quotation on a page that sells is the seller's
            word unless it has one; any other quotation is held back.
        but_not: idioms and terms of art; a promise that overlaps one is held back.
        gives_way: lexicon keys of other checks; what they report is not reported again.
        near: words at most between a cue and its effect.
        excused_by_source: a sentence with a named or linked source is held back.
        place: where to look; “headings” leaves the text alone.
    """
    listed = [article.hits.get(key, ()) for key in agent_lists]
    taken = [article.hits.get(key, ()) for key in gives_way]
    page = PromisePage(article, (selling, own), least, (agents, *listed), witness, taken)
    excuses = Excuses(article, page, limits, softened, but_not, excused_by_source)
    found = [Promise(hit, hit, "without limits") for hit in whole]
    praised = praised_in(article, in_order(remedies, own, *(article.hits.get(key, ()) for key in remedy_lists)))
    found += [Promise(hit, hit, "without limits") for hit in sold if page.sells or hit.sentence in praised]
    any_effect = in_order(effects, milder)
    paired: list[tuple[Hits, Hits, str, Side]] = [
        (certain, any_effect, "as certain", "both"),
        (complete, effects, "as complete", "both"),
    ]
    if page.sells:
        paired += [(universal, any_effect, "for everybody", "both"), (announced, gains, "as certain", "behind")]
    for cues, beside, how, side in paired:
        stretches = pairs(article, cues, beside, near, side)
        found += [Promise(*pair, how) for pair in stretches if page.sells or page.acts(pair[0].sentence)]
    found += plain(
        article,
        Plain(
            everybody=everybody,
            works=works,
            whatever=whatever,
            strong=in_order(effects, gone),
            assured=assured,
            good=in_order(gains, effects, gone),
            ending=ending,
            ever=in_order(complete, ever),
            barred=barred,
            undone=undone,
            ills=in_order(ills, *(article.hits.get(key, ()) for key in ill_lists)),
            total=total,
            persons=persons,
            each=each,
            erasing=erasing,
            benefits=benefits,
            announced=announced,
            praised=praised,
        ),
    )
    for promise in merged(found):
        sentence = article.sentences[promise.place.sentence]
        if (place == "headings" and not sentence.flagged("heading")) or page.taken(promise.place):
            continue
        hit, cue = bare(promise.place, sentence.text), sentence.text[promise.cue.at : promise.cue.to]
        values = {"cue": cue, "how": promise.how}
        yield Match(hit.sentence, hit.at, hit.to, values=values, flags=excuses.of(hit))
