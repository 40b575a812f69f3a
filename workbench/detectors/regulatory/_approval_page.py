"""An assertion in its page: what its pronoun stands for, the list it opens, and the matches that come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.detectors.regulatory._approval_doubt import Doubt
from workbench.detectors.regulatory._approval_grammar import ALL, MEDICINES, POINTERS
from workbench.detectors.regulatory._approval_judge import Claimed, Judge, evidence, failed
from workbench.detectors.regulatory._approval_names import Lexis, Name, Starts, Text, plain, text_of
from workbench.detectors.regulatory._approval_reading import Reading
from workbench.detectors.regulatory._approval_uses import governed
from workbench.detectors.regulatory._rows import ANY_USE, INSTITUTIONS
from workbench.facts import Row
from workbench.model import Article, Flag, FlagName, Match, Sentence

_EARLIER, _BEFORE = 3, 2  # sentences back that a pronoun may reach, in its block and in the block before
_ITEM_HEAD = 6  # words of a list item within which its use begins


class Page:
    """The article's sentences as words and names."""

    def __init__(
        self,
        article: Article,
        judge: Judge,
        names: Lexis,
        kinds: tuple[str, ...] = (),
        not_kinds: tuple[str, ...] = (),
    ) -> None:
        self.article, self.judge, self.names = article, judge, names
        self.kinds, self.not_kinds = kinds, not_kinds
        self._blocks: dict[int, list[Sentence]] = {}
        for sentence in article.sentences:
            self._blocks.setdefault(sentence.block, []).append(sentence)
        self._lists: dict[int, list[int]] = {}  # introducing block → its items
        for index, block in enumerate(article.document.blocks):
            head = block.section[-1] if block.lead_in is None and block.section else block.lead_in
            if block.kind == "item" and head is not None and index in self._blocks:
                self._lists.setdefault(head, []).append(index)

    def text(self, sentence: Sentence) -> Text:
        """The words of a sentence with the names of products, uses, regulators and places among them."""
        return text_of(sentence.shadow, self.names)

    def sentences_of(self, block: int) -> list[Sentence]:
        """The sentences of a block."""
        return self._blocks.get(block, [])

    def near(self, sentence: Sentence, starts: Starts) -> bool:
        """Whether a name that begins so may stand here, a little before, or in a heading above; cheap."""
        before = self.article.sentences[max(sentence.index - _EARLIER - _BEFORE, 0) : sentence.index + 1]
        heads = [self._blocks.get(index, [])[-1:] for index in self.article.block(sentence).section]
        around = (*before, *(one for found in heads for one in found))
        return any(not starts.isdisjoint(plain(other.shadow)) for other in around)

    def matches(self, sentence: Sentence, reading: Reading) -> Iterator[Match]:
        """The verdicts on an assertion: one match for all that is contradicted, one for each of the rest."""
        products = reading.who.products or self.meant(sentence, reading.cue.first) or _firms(reading.called)
        if reading.opens:
            items = tuple(self.items(sentence))
            for item, use in items:
                yield from self._judged(item, reading, products, (use,), item_use=use)
            if items:
                return
        yield from self._judged(sentence, reading, products, reading.uses)

    def _judged(
        self,
        sentence: Sentence,
        reading: Reading,
        products: tuple[Name, ...],
        uses: tuple[Name, ...],
        item_use: Name | None = None,
    ) -> Iterator[Match]:
        cue, against = reading.cue, []
        for product in products:
            every = self.text(sentence).word(product.first - 1) in ALL
            for use in uses or (None,):
                explicit = cue.explicit and bool(cue.place)  # "the agency" may be anybody's, so no clinic is meant
                claimed = Claimed(
                    product, use, reading.named, cue.place, explicit, reading.past, reading.limited, every
                )
                ruling = self.judge.rule(claimed)
                if not self.concerns(ruling.row):
                    continue
                if ruling.verdict == "fail" and ruling.row:
                    against.append((product, use, ruling.row))
                    continue
                at, to = self._reach(sentence, reading, (product,), (use,), item_use)
                rows = (ruling.row,) if ruling.row else ()
                given = sentence.text[at:to]
                yield Match(
                    sentence.index, at, to, ruling.verdict, evidence=evidence(rows, given, ruling.past), key=product.key
                )
        if against:
            yield self._against(sentence, reading, against, item_use)

    def concerns(self, row: Row | None) -> bool:
        """Whether this check speaks of such rows; without a row only the check for everything else does."""
        kind = row["kind"] if row else ""
        return kind in self.kinds if self.kinds else kind not in self.not_kinds

    def _against(
        self, sentence: Sentence, reading: Reading, against: list[tuple[Name, Name | None, Row]], item_use: Name | None
    ) -> Match:
        rows = tuple({id(row): row for _, _, row in against}.values())
        named = tuple({use.first: use for _, use, _ in against if use}.values())
        at, to = self._reach(sentence, reading, tuple(product for product, _, _ in against), named, item_use)
        flags = self._flags(sentence, reading.doubt) if item_use is None else ()
        place = Match(sentence.index, at, to, flags=flags)
        products = _list(row["product"] for _, _, row in against)
        uses = _list(self._printed(sentence, use) for use in named) or ANY_USE[0]
        return failed(rows, place, sentence.text[at:to], products, uses)

    def _reach(
        self,
        sentence: Sentence,
        reading: Reading,
        products: Iterable[Name],
        uses: Iterable[Name | None],
        item_use: Name | None,
    ) -> tuple[int, int]:
        """The tightest stretch with the approval words and the uses; with the products where no use is named."""
        text = self.text(sentence)
        if item_use:
            return text.words[item_use.first].at, text.words[item_use.after - 1].to
        marks = [use for use in uses if use] or [
            name for name in products if name in (*reading.who.products, *reading.called)
        ]
        first = min(reading.cue.first, *(name.first for name in marks), reading.cue.first)
        after = max(reading.cue.after, *(name.after for name in marks), reading.cue.after)
        return text.words[first].at, text.words[after - 1].to

    def _printed(self, sentence: Sentence, name: Name) -> str:
        found = self.text(sentence).words
        return sentence.text[found[name.first].at : found[name.after - 1].to]

    def _flags(self, sentence: Sentence, doubt: Doubt | None) -> tuple[Flag, ...]:
        if doubt is None:
            return ()
        at, to = doubt.word.at, doubt.word.to
        span = self.article.span(sentence, at, to)
        name: FlagName = "negated" if doubt.denies else "hedged"
        return (Flag(name, span.start, span.end, sentence.text[at:to], 0, len(sentence.text)),)

    def meant(self, sentence: Sentence, first: int) -> tuple[Name, ...]:
        """What a pronoun before word `first` stands for: the product named before it, else in the heading above."""
        text = self.text(sentence)
        named = _drugs([name for name in text.products.found if name.after <= first])
        if any(text.word(at) in MEDICINES and text.word(at - 1) in POINTERS for at in range(first)):
            named = [name for name in named if name not in _firms(tuple(named))]  # "the drug" is no clinic and no tea
        if named:
            return _one(named)
        for other in self._earlier(sentence):
            found = self._only(other)
            if found is not None:
                return found
        return ()

    def _earlier(self, sentence: Sentence) -> Iterator[Sentence]:
        """Where a pronoun may point: back in the block, to the end of the block before it, then up the headings."""
        yield from reversed(
            [other for other in self._blocks[sentence.block] if other.index < sentence.index][-_EARLIER:]
        )
        block = self.article.block(sentence)
        if block.kind == "paragraph":
            above = self.article.document.blocks[sentence.block - 1] if sentence.block else None
            if above and above.kind == "paragraph" and above.section == block.section:
                yield from reversed(self._blocks.get(sentence.block - 1, [])[-_BEFORE:])
        for index in reversed(block.section):
            yield from self._blocks.get(index, [])[-1:]

    def _only(self, sentence: Sentence) -> tuple[Name, ...] | None:
        """The sentence's product; none where it names several, None where it names no product at all."""
        names = self.text(sentence).products.found
        return _one(_drugs(names)) if names else None

    def items(self, sentence: Sentence) -> Iterator[tuple[Sentence, Name]]:
        """The items of the list that this sentence introduces, each with the use it begins with."""
        for index in self._lists.get(sentence.block, ()):
            item = self._blocks[index][0]
            found = governed(self.text(item), 0, inside=True)
            if found.uses and found.uses[0].first <= _ITEM_HEAD:
                yield item, found.uses[0]


def _drugs(names: Sequence[Name]) -> Sequence[Name]:
    """These names without clinics and the like, where others are among them."""
    return [name for name in names if any(row["kind"] not in INSTITUTIONS for row in name.rows)] or names


def _firms(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Of what "it" is called, clinics and supplements: none of them is approved, whichever is meant."""
    return tuple(name for name in names if all(row["kind"] in INSTITUTIONS for row in name.rows))


def _one(names: Sequence[Name]) -> tuple[Name, ...]:
    """The first of these names where all mean one product, nothing where they do not."""
    same = all(set(map(id, name.rows)) & set(map(id, names[0].rows)) for name in names)
    return (names[0],) if same else ()


def _list(parts: Iterable[str]) -> str:
    distinct = tuple(dict.fromkeys(parts))
    return " and ".join((", ".join(distinct[:-1]), distinct[-1])) if len(distinct) > 1 else "".join(distinct)
