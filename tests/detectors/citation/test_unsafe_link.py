"""Links that no reader can use, and the many unusual ones that are as they should be."""

from __future__ import annotations

import pytest
from speak import AS_OF, content, findings

from workbench import batch, engine
from workbench.model import Block, Document, Link, Run

CHECK = "unsafe-link"
UNSAFE = {  # text → what its message says
    "[Order](javascript:buy) today.": "starts a program",
    "[Order](JavaScript:buy) today.": "starts a program",
    '<a href="java&#10;script:buy">Order</a> today.': "starts a program",
    '<a href=" &#x1;vbscript:buy">Order</a> today.': "starts a program",
    "It was [published](data:text/html;base64,PGI+).": "holds its page in the link itself",
    "Read [it](file:///home/ann/a.pdf).": "the writer’s own machine",
    "Read [it](<C:\\a.pdf>) and [that](d:/b.pdf).": "the writer’s own machine",
    "Read [it](http://localhost:8888/x).": "the writer’s own machine",
    "Read it on http://127.0.0.1/x today.": "the writer’s own machine",
}
WAITING = ["[here](#)", "[here](http://)", "[here](TODO)", "[here](<insert link>)"]
FINE = [
    "[Back to top](#) or [↑](#)",
    "[ward](mailto:ward@clinic.example), [call](tel:+15550100), [text](sms:+15550100)",
    "[doses](#doses), [note](#fn1), [page](/doses), [page](doses.html), [page](../a), [page](?a=1)",
    "[paper](doi:10.1000/xyz), [book](urn:isbn:9780000000000), [list](ftp://clinic.example/a)",
    "[data](https://data.example/x), [file](https://clinic.example/file:a), [it](//clinic.example/javascript:x)",
    "[local](https://localhost.example/a), [local](https://clinic.example/localhost)",
    "The words javascript:x and data: stand here, and file:///a too.",
    "![a brace](data:image/png;base64,AAAA)",
    "`[here](#)`",
    "Sleep well.[^1]\n\n[^1]: A note.",
]


@pytest.mark.parametrize(("text", "says"), UNSAFE.items())
def test_an_unsafe_link_is_a_warning_at_its_words(text: str, says: str) -> None:
    found = findings(text, CHECK)
    assert found
    for finding in found:
        assert says in finding.message
        assert (finding.severity, finding.held_back) == ("warning", False)
        assert "\n" not in finding.message


@pytest.mark.parametrize("link", WAITING)
def test_a_placeholder_is_a_note(link: str) -> None:
    (found,) = findings(f"The guide is {link} now.", CHECK)
    assert (found.text, found.severity) == ("here", "note")
    assert "leads nowhere yet" in found.message


def test_an_empty_address_is_a_placeholder_too() -> None:
    text = "Our guide is here."
    block = Block("paragraph", text, (Run(0, 0, len(text)),), links=(Link(13, 17, ""),))
    article = engine.analyse(Document("a.md", text, (block,)), content().lexicon, "US", AS_OF)
    (found,), _ = engine.run(article, batch.chosen(content(), (CHECK,)), content().tables)
    assert (found.text, found.message) == ("here", "The link “here” leads nowhere yet: an empty address.")


@pytest.mark.parametrize("text", FINE)
def test_other_links_are_left_alone(text: str) -> None:
    assert findings(text, CHECK) == []


def test_furniture_is_held_back() -> None:
    (found,) = findings("[Share this](#)", CHECK)
    assert found.held_back


def test_a_long_target_is_shown_in_part() -> None:
    (found,) = findings(f"It was [published](data:text/html,{'a' * 5_000}).", CHECK)
    assert len(found.message) < 200
    assert "…" in found.message
