"""Words of several kinds close together: order, distance, overlap."""

from __future__ import annotations

from speak import article

from workbench.detectors.marketing._slots import nearest, together
from workbench.model import Article, Hit


def places(page: Article, *words: str) -> tuple[Hit, ...]:
    """Where words stand in a page, in reading order."""
    found = []
    for sentence in page.sentences:
        for word in words:
            at = sentence.text.find(word)
            while at >= 0:
                found.append(Hit(sentence.index, at, at + len(word)))
                at = sentence.text.find(word, at + 1)
    return tuple(sorted(found, key=lambda hit: (hit.sentence, hit.at)))


def stretches(text: str, *slots: tuple[str, ...], near: int = 5) -> list[str]:
    page = article(text)
    hits = [places(page, *slot) for slot in slots]
    return [page.sentences[hit.sentence].text[hit.at : hit.to] for hit in together(page, hits, near)]


def test_one_of_each_kind_makes_a_stretch() -> None:
    assert stretches("This price ends at noon.", ("price",), ("ends",)) == ["price ends"]
    assert stretches("This price is low.", ("price",), ("ends",)) == []


def test_the_order_is_free_but_the_usual_one_counts_more() -> None:
    assert stretches("Until noon the price is low.", ("price",), ("noon",)) == ["noon the price"]
    assert stretches("My pain is gone and I sing.", ("My", "I"), ("gone",)) == ["My pain is gone"]


def test_too_far_apart_is_nothing() -> None:
    assert stretches("The price of a box of six blue lamps ends.", ("price",), ("ends",)) == []
    assert stretches("The price of a box of six blue lamps ends.", ("price",), ("ends",), near=8) != []


def test_three_kinds_have_to_be_there() -> None:
    kinds = ("mum",), ("since",), ("sings",)
    assert stretches("My mum sings since May.", *kinds) == ["mum sings since"]
    assert stretches("My mum sings.", *kinds) == []


def test_sentences_are_not_joined() -> None:
    assert stretches("This is the price. It ends.", ("price",), ("ends",)) == []


def test_each_sentence_has_one() -> None:
    found = stretches("The price ends, the price ends. A price ends.", ("price",), ("ends",))
    assert found == ["price ends", "price ends"]


def test_words_that_share_a_character_are_one_thing() -> None:
    assert stretches("A half price offer.", ("half price",), ("price",)) == []


def test_a_long_row_of_hits_takes_linear_time() -> None:
    text = ("price " * 4000 + "x " * 4000 + "ends ") * 3 + "."
    page = article(text)
    assert len(list(together(page, [places(page, "price"), places(page, "ends")], 5))) <= len(page.sentences)


def test_the_nearest_is_told_with_its_distance() -> None:
    far = nearest(b"the pen and the ink", Hit(0, 4, 7), (Hit(0, 16, 19),), 5)
    assert far == (2, Hit(0, 16, 19))
    assert nearest(b"the pen and the ink", Hit(0, 4, 7), (Hit(0, 16, 19),), 1) is None
