"""CPU of reading a saved web page, beside a bare parse of it by lexbor: `python tests/bench/web_pages.py`.

Budget: reading, with what is shared by all readers, takes at most 20 times the bare parse. Quote the ratios; single
seconds are noisy. What the page says is invented.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from selectolax.lexbor import LexborHTMLParser

from workbench.readers import webpage
from workbench.readers._outline import document
from workbench.readers._web.html import page as blocks_of
from workbench.readers._wordings import words

ROUNDS = 41
BUDGET = 20
_TEXT = (
    "the a of and to in people with cream drug dose trial doctor knee sleep skin pain risk week study group effect may"
    " can helps lowers raises treatment tablet clinic nurse patient blood heart sugar evidence placebo relief side"
)
_WORDS = sorted(words(_TEXT))
_MENU = ("Home", "Conditions", "Treatments", "Find a doctor", "Newsletter", "About us", "Contact", "Careers")
_SCRIPT = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());"


def _sentence(chance: random.Random) -> str:
    chosen = chance.choices(_WORDS, k=chance.randint(8, 22))
    return " ".join(chosen).capitalize() + chance.choice([".", ".", ".", "?", "&nbsp;mg."])


def _paragraph(chance: random.Random) -> str:
    inner = " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))
    if chance.random() < 0.5:
        word = chance.choice(inner.split())
        inner = inner.replace(
            word, f'<a href="https://example.org/{chance.randint(1, 99)}" rel="noopener">{word}</a>', 1
        )
    if chance.random() < 0.3:
        inner = inner.replace(" dose ", " <strong>dose</strong> ", 1).replace(" trial ", " <em>trial</em> ", 1)
    return f'<p class="wp-block-paragraph">{inner}</p>\n'


def _section(chance: random.Random, number: int) -> str:
    parts = [f'<h2 class="wp-block-heading" id="part-{number}">{_sentence(chance)[:40]}</h2>\n']
    parts += [_paragraph(chance) for _ in range(chance.randint(2, 4))]
    if number % 2:
        items = "".join(f"<li>{_sentence(chance)}</li>\n" for _ in range(4))
        parts.append(f'<ul class="wp-block-list">\n{items}</ul>\n')
    return "".join(parts)


def page(seed: int, sections: int) -> str:
    """A page as a blog system saves it: head, scripts, menu, article, comments, footer."""
    chance = random.Random(seed)
    menu = "".join(
        f'<li id="menu-item-{n}" class="menu-item menu-item-type-post_type"><a href="/{n}">{name}</a></li>\n'
        for n, name in enumerate(_MENU)
    )
    comments = "".join(
        f'<li id="comment-{n}" class="comment even depth-1"><div class="comment-body"><b class="fn">Reader {n}</b>'
        f"<p>{_sentence(chance)}</p></div></li>\n"
        for n in range(6)
    )
    links = "".join(f'<link rel="stylesheet" id="style-{n}-css" href="/style-{n}.css" media="all">\n' for n in range(8))
    body = "".join(_section(chance, number) for number in range(sections))
    return f"""<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_sentence(chance)[:50]} - Example Health</title>
<meta property="og:site_name" content="Example Health">
<meta property="article:published_time" content="2026-02-03T08:00:00+00:00">
{links}<style>.wp-block-list{{margin:0}}{".a{color:#123}" * 60}</style>
<script>{_SCRIPT * 6}</script>
<script type="application/ld+json">{{"@graph":[{{"@type":"Article","author":{{"name":"Ann Roe"}}}}]}}</script>
</head>
<body class="post-template-default single single-post">
<header id="masthead" class="site-header"><div class="site-branding">Example Health</div>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">
{menu}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
<article id="post-77" class="post-77 post type-post status-publish hentry category-news">
<header class="entry-header"><h1 class="entry-title">{_sentence(chance)[:60]}</h1>
<div class="entry-meta">By <a href="/author/ann">Ann Roe, MD</a> | March 3, 2026</div></header>
<div class="entry-content">
<figure class="wp-block-image"><img src="a.jpg" width="800" height="400" alt="A jar of cream" loading="lazy"></figure>
{body}</div></article>
<div class="sharedaddy"><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>
<section id="comments" class="comments-area"><h2>6 comments</h2><ol class="comment-list">
{comments}</ol></section></main>
<aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul>{menu}</ul></aside></div>
<footer id="colophon" class="site-footer"><p>&copy; 2026 Example Health</p></footer>
<script>{_SCRIPT * 12}</script>
</body>
</html>
"""


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Interleave the works, so that a slow moment of the machine meets all of them."""
    for sections in (3, 7, 14):
        html = page(1, sections)
        data = html.encode()
        drafts, _ = blocks_of(html)
        works: dict[str, Callable[[], object]] = {
            "bare parse": lambda html=html: LexborHTMLParser(html),  # type: ignore[misc]
            "blocks of HTML": lambda html=html: blocks_of(html),  # type: ignore[misc]
            "shared part": lambda html=html, drafts=drafts: document("a.html", html, drafts, {}),  # type: ignore[misc]
            "whole read": lambda data=data: webpage.read(data, "a.html"),  # type: ignore[misc]
        }
        seconds: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(ROUNDS):
            for name, work in works.items():
                seconds[name].append(_cpu(work))
        bare = statistics.median(seconds["bare parse"])
        print(f"{len(data) / 1000:.0f} kB, {len(drafts)} blocks, {ROUNDS} rounds, CPU milliseconds")
        for name, values in seconds.items():
            middle = statistics.median(values)
            kept = (
                f"  budget ×{BUDGET}: {'kept' if middle <= BUDGET * bare else 'OVER'}" if name == "whole read" else ""
            )
            print(
                f"  {name:15} median {middle * 1000:7.2f}  min {min(values) * 1000:7.2f}  ×{middle / bare:5.1f}{kept}"
            )


if __name__ == "__main__":
    main()
