"""What the figures of the lessons show, as plain data: frames that a slider or a list walks, each with its table.

A figure is {"title", "label", "control": "slider" or "choice", "start", "frames"}; a frame is {"at", "caption", "draw",
"table": {"head", "rows"}}. `draw` names one of four drawings: "line" (possible values and a printed one), "icons"
(people in groups), "bars", "text" (marked words). Numbers are worked out exactly; a float is only a place on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from workbench.statistics import means, shares
from workbench.statistics.printed import plain

Figure = dict[str, Any]
Frame = dict[str, Any]

MOST = 1000  # people drawn in one group


def figure(title: str, label: str, frames: Iterable[Frame], start: str = "", control: str = "slider") -> Figure:
    """A figure of these frames; `start` is the `at` of the first one shown.

    Raises:
        ValueError: there is no frame, or none of that name.
    """
    listed = list(frames)
    names = [frame["at"] for frame in listed]
    if not listed:
        raise ValueError("a figure needs at least one frame")
    at = names.index(start) if start else 0
    return {"title": title, "label": label, "control": control, "start": at, "frames": listed}


def frame(at: str, caption: str, draw: Mapping[str, Any], head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Frame:
    """One step of a figure: what it shows, in words, drawn, and as a table."""
    table = {"head": list(head), "rows": [[str(cell) for cell in row] for row in rows]}
    return {"at": at, "caption": caption, "draw": dict(draw), "table": table}


def percent_line(percent: str, sizes: Iterable[int], start: int) -> Figure:
    """Which percentages a group can give, near a printed one, for each size of the group."""
    return figure(
        f"Can {percent}% be true?", "People in the group", [_percent(percent, n) for n in sizes], start=str(start)
    )


def _percent(percent: str, n: int) -> Frame:
    printed, places = Decimal(percent), shares.decimals(Decimal(percent))
    below, above = shares.neighbours(printed, n)
    near = [(count, shares.share(count, n, places)) for count in (*below, *above)]
    possible = bool(shares.fits(printed, places, n))
    said = "yes" if possible else "no"
    listed = ", ".join(f"{count} → {share}%" for count, share in near)
    caption = f"With {n} people: {said}. The counts nearest to {percent}% give: {listed}."
    drawn = _line([(float(share), f"{count} of {n}") for count, share in near], printed, f"{percent}%", possible)
    rows = [(f"{count} of {n}", f"{share}%", "yes" if Decimal(share) == printed else "no") for count, share in near]
    return frame(str(n), caption, drawn, ("People", "Share", f"Prints as {percent}%"), rows)


def mean_line(mean: str, sizes: Iterable[int], start: int) -> Figure:
    """The possible means of whole answers next to a printed one, for each size of the group."""
    return figure(
        f"Can a mean of {mean} be true?", "People in the group", [_mean(mean, n) for n in sizes], start=str(start)
    )


def _mean(mean: str, n: int) -> Frame:
    printed = Decimal(mean)
    possible = bool(means.grim(printed, n).rounded)
    middle = int(printed * n)
    totals = [total for total in range(middle - 1, middle + 3) if total >= 0]
    near = [(total, plain(Fraction(total, n), shares.decimals(printed))) for total in totals]
    listed = ", ".join(f"{total} ÷ {n} = {value}" for total, value in near)
    said = "yes" if possible else "no"
    caption = f"With {n} people: {said}. {listed}."
    drawn = _line([(float(value), f"sum {total}") for total, value in near], printed, mean, possible)
    rows = [(total, f"{total} ÷ {n}", value, "yes" if value == printed else "no") for total, value in near]
    return frame(str(n), caption, drawn, ("Sum of answers", "Working", "Mean", f"Prints as {mean}"), rows)


def _line(dots: Sequence[tuple[float, str]], target: Decimal, label: str, fits: bool) -> dict[str, Any]:
    places = [x for x, _ in dots] + [float(target)]
    return {
        "kind": "line", "low": min(places), "high": max(places), "fits": fits, "target": float(target), "label": label,
        "dots": [{"x": x, "label": name} for x, name in dots],
    }  # fmt: skip


def treated(control: int, reduction: int) -> int:
    """Of people with this many events, how many are left after a relative reduction in percent, half rounded up."""
    left = Decimal(control) * (100 - reduction) / 100
    return int(left.quantize(Decimal(1), ROUND_HALF_UP))


def needed(control: int, left: int, of: int) -> int | None:
    """The number needed to treat, rounded up; None where nothing is gained."""
    return -(-of // (control - left)) if control > left else None


def risk_icons(reduction: int, controls: Iterable[int], event: str, of: int = MOST, start: int = 0) -> Figure:
    """The same relative reduction at several risks: two groups of people, the difference, the number needed to treat.

    Args:
        reduction: of the risk, in percent.
        controls: people with the event among `of` without the treatment.
        of: people in each group, at most 1,000.
        start: the first risk shown; 0 = the first.
        event: what happens, as one noun that takes “a” (“stroke”).
    """
    frames = [_risk(reduction, control, of, event) for control in controls]
    title = f"“{reduction}% less risk”: of how much?"
    label = f"People of {of} with a {event}, untreated"
    return figure(title, label, frames, start=str(start) if start else "")


def _risk(reduction: int, control: int, of: int, event: str) -> Frame:
    left = treated(control, reduction)
    fewer, number = control - left, needed(control, left, of)
    gain = f"{number} people must be treated for one of them to gain." if number else "Nobody gains."
    caption = f"{control} of {of} become {left} of {of}: {fewer} fewer. {gain}"
    groups = [{"name": "Untreated", "of": of, "hit": control}, {"name": "Treated", "of": of, "hit": left}]
    rows = [
        ("Untreated", f"{control} of {of}", f"{shares.share(control, of, 1)}%"),
        ("Treated", f"{left} of {of}", f"{shares.share(left, of, 1)}%"),
        ("Fewer", f"{fewer} of {of}", f"{shares.share(fewer, of, 1)} points"),
        ("Needed to treat", number or "none", ""),
    ]
    return frame(str(control), caption, {"kind": "icons", "groups": groups}, ("Group", f"With a {event}", "Risk"), rows)


def volumes(dose: str, strengths: Sequence[str], start: str) -> Figure:
    """How many millilitres hold one dose (mg), for vials of several strengths (mg in a mL)."""
    amounts = {strength: plain(Fraction(dose) / Fraction(strength), 2) for strength in strengths}
    most = max(amounts.values())
    frames = []
    for strength, amount in amounts.items():
        units = plain(Fraction(dose) / Fraction(strength) * 100, 0)
        caption = f"{dose} mg from a vial of {strength} mg/mL: {dose} ÷ {strength} = {amount} mL, or {units} units."
        bars = [
            {"name": f"{one} mg/mL", "value": float(value / most), "text": f"{value} mL", "on": one == strength}
            for one, value in amounts.items()
        ]
        rows = [(f"{one} mg/mL", f"{dose} ÷ {one}", f"{value} mL") for one, value in amounts.items()]
        frames.append(frame(strength, caption, {"kind": "bars", "bars": bars}, ("Vial", "Working", "Volume"), rows))
    return figure(f"{dose} mg is not a volume", "Strength in mg/mL", frames, start=start)


def bars(title: str, label: str, steps: Mapping[str, Mapping[str, float]], limit: float | None = None) -> Figure:
    """A list of bars for each step of a choice (grades of each version of a text); `limit` draws a line."""
    most = max([value for step in steps.values() for value in step.values()] + [limit or 0.0, 1.0])
    frames = []
    for at, step in steps.items():
        drawn = [
            {
                "name": name,
                "value": max(0.0, value) / most,
                "text": f"{value:.1f}",
                "on": limit is None or value <= limit,
            }
            for name, value in step.items()
        ]
        draw = {"kind": "bars", "bars": drawn, "limit": None if limit is None else limit / most}
        under = (
            "" if limit is None else f" {sum(bool(bar['on']) for bar in drawn)} of {len(drawn)} at or under {limit:g}."
        )
        rows = [(name, f"{value:.1f}") for name, value in step.items()]
        frames.append(frame(at, f"{at}.{under}", draw, ("Measure", "Value"), rows))
    return figure(title, label, frames, control="choice")


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> dict[str, Any]:
    """A text with marked words: `spans` are (start, end, kind); one that overlaps an earlier one is left out."""
    parts, at = [], 0
    for start, end, kind in sorted(spans):
        if start < at or end <= start:
            continue
        parts += [{"text": text[at:start], "kind": ""}, {"text": text[start:end], "kind": kind}]
        at = end
    parts.append({"text": text[at:], "kind": ""})
    return {"kind": "text", "parts": [part for part in parts if part["text"]]}


def parts(title: str, label: str, text: str, named: Mapping[str, tuple[str, str]]) -> Figure:
    """One text, a part of it marked at each step: `named` maps a part's name to its exact words and what to ask of it.

    Raises:
        ValueError: the words do not stand in the text.
    """
    frames = []
    rows = [(name, words, asked) for name, (words, asked) in named.items()]
    for name, (words, asked) in named.items():
        start = text.index(words)
        draw = marked(text, [(start, start + len(words), "mark")])
        frames.append(frame(name, f"{name}: “{words}”. {asked}", draw, ("Part", "Words", "Ask"), rows))
    return figure(title, label, frames, control="choice")
