"""`queue show`: an article with everything that stands about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.queueing import left
from workbench.queueing.naming import SHOWN
from workbench.queueing.newsroom import Newsroom, Wanted
from workbench.queueing.stepping import OK
from workbench.review.covers import told as told_difference
from workbench.review.moves import told
from workbench.review.moves.phrases import moment
from workbench.review.moves.terms import NOBODY
from workbench.review.overview import Overview
from workbench.review.wording import Row, day
from workbench.writers.terminal import clean


def show(wanted: Wanted, working_directory: Path, name: str) -> tuple[str, int]:
    """Check one article and show its review, page and signatures, its findings, claims, messages and history.

    Raises:
        WorkbenchError: there is no such article, or the queue cannot be used.
    """
    newsroom = Newsroom(working_directory, wanted)
    with newsroom.open() as store:
        newsroom.refresh(store, name)
        article, states, overview = store.article(name), store.states(name), store.overview(name)
    lines = [f"{clean(article['title'])}  ({clean(name)})", _risk(article), "", *_standing(overview)]
    for finding in article["findings"]:
        lines += ["", *_finding(finding, states[finding["fingerprint"]])]
    lines += [*_part("Claims", _claims(overview)), *_part("Notices and complaints", _cases(overview))]
    lines += [*_part("Messages", _messages(overview)), "", "History", *map(_event, article["history"])]
    return "\n".join([*lines, "", *newsroom.closing()]) + "\n", OK


def _risk(article: dict[str, Any]) -> str:
    unknown = f" · {article['unknowns']} unknown" if article["unknowns"] else ""
    parts = ", ".join(f"{topic} {points}" for topic, points in article["parts"] if points)
    return f"risk {article['risk']}{unknown}" + (f" · {parts}" if parts else "")


def _standing(overview: Overview) -> Iterator[str]:
    """The review, the page, the text, who signed it, and who works on it."""
    article, work = overview.article, overview.work
    yield f"Review     {left.sentence(overview)}"
    yield f"Page       {_page(overview)}"
    yield f"Text       {work.text_hash[:SHOWN]}"
    yield from _approvals(overview)
    if article["assignee"] or article["due"]:
        due = f", due {day(article['due'])}" if article["due"] else ""
        yield f"With       {clean(article['assignee']) or 'nobody'}{due}"


def _approvals(overview: Overview) -> Iterator[str]:
    """The signatures of this review; beside one that no longer covers the text, what it still covers."""
    work = overview.work
    if work.state == "none" and not work.approvals:
        return
    yield f"Approvals  {clean(told([one for one in work.approvals if one.text_hash == work.text_hash]))}"
    for one in work.approvals:
        covers = "this text" if one.text_hash == work.text_hash else f"{one.text_hash[:SHOWN]}, no longer this text"
        second = "; second person: none" if one.second == NOBODY else ""
        carried = ", carried over" if one.carried else ""
        yield f"           {one.kind} by {clean(one.by)}, {moment(one.at)}{carried}: {covers}{second}"
    for text_hash, difference in overview.covered.items():
        yield f"           {text_hash[:SHOWN]}: {told_difference(difference)}"
        for change in difference.reopened():
            yield f"             {change.kind}: “{clean(change.now or change.before)}” ({', '.join(change.why)})"


def _page(overview: Overview) -> str:
    article = overview.article
    parts = [f"{overview.page}{' since ' + day(article['live_since']) if article['live_since'] else ''}"]
    if article["live"] == "held":
        parts.append("the site must confirm that it is down")
    if article["live_hash"]:
        same = article["live_hash"] == overview.work.text_hash
        parts.append("this text" if same else f"another text, {article['live_hash'][:SHOWN]}")
    parts += [clean(article["live_address"])] if article["live_address"] else []
    parts += [clean(told(overview.live_signed))] if overview.live_signed else []
    return " · ".join(parts)


def _finding(finding: dict[str, Any], state: dict[str, str]) -> list[str]:
    place = "whole article" if finding["whole"] else f"line {finding['line']}"
    words = "held back by its context" if finding["held_back"] else state["words"] or state["state"]
    lines = [f"{finding['id']:>3} {finding['severity']}  {place}  {finding['fingerprint']}  {clean(words)}"]
    lines.append(f"    {clean(finding['title'])} ({finding['check']})")
    lines += [f"    “{clean(finding['text'])}”"] if finding["text"] else []
    lines.append(f"    {clean(finding['message'])}")
    return [*lines, f"    {clean(state['reopened'])}"] if state["reopened"] else lines


def _part(title: str, lines: Iterator[str]) -> list[str]:
    """A part with its title; nothing where it has no line."""
    found = list(lines)
    return ["", title, *found] if found else []


def _claims(overview: Overview) -> Iterator[str]:
    for row in overview.claims:
        bars = ", bars the medical approval" if row["claim"] in overview.left else ""
        yield f"  {row['claim']}  {row['type']}  {row['state']}{bars}"
        yield f"    “{clean(row['text'])}”"
        rests = ", ".join(clean(row[part]) for part in ("source", "version", "locator") if row[part])
        hangs = f"fact {clean(row['fact'])}" if row["fact"] else ""
        if rests or hangs:
            yield f"    rests on {'; '.join(filter(None, (rests, hangs)))}"
        hint = overview.suggested.get(row["claim"])
        if hint is not None and row["state"] != "substantiated":
            yield f"    {clean(hint['by'])} suggests {clean(str(hint['given'].get('source', '')))}"


def _cases(overview: Overview) -> Iterator[str]:
    for row in overview.cases:
        key = "" if row["subject"] == "notice" else f" {clean(row['key'])}"
        given = ", ".join(
            f"{clean(name)}: {clean(str(value))}" for name, value in sorted(row["given"].items()) if value
        )
        yield f"  {row['subject'].capitalize()}{key}  {row['state']} since {row['since']}" + (
            f"  {given}" if given else ""
        )


def _messages(overview: Overview) -> Iterator[str]:
    for row in overview.messages:
        about = f" (finding {row['fingerprint']})" if row["fingerprint"] else ""
        yield f"  {clean(row['at'])}  {clean(row['by'])}{about}: {clean(row['text'])}"


def _event(event: Row) -> str:
    """One line an event, with the reason and the note where the sentence does not have them."""
    what = str(event["what"])
    more = " – ".join(part for part in (event["reason"], event["note"]) if part and part not in what)
    return f"  {clean(event['at'])}  {clean(event['who'])}: {clean(what)}{' ' + clean(more) if more else ''}"
