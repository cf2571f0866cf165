"""Put headlines that extraction printed elsewhere above the texts that they tell of.

May change: only the order of lines, and the labels around a moved one. ``pdftotext`` prints a headline set
across columns behind the text of the columns below it, pdfminer headlines that stand side by side before the
texts below them: two stories' texts then stand in one, and a headline in mid-sentence. A headline that
the text right below it says nothing of goes where a text begins (behind an end and blank lines, or with a
dateline) that says most of it, if the other texts say little of it, and this one shares little with the text above.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator, Mapping, Sequence

from convert.joining import is_wide
from convert.joints import OPENING, TITLE
from convert.kinship import shared, told_by, tokens
from convert.measure import ended, unbracketed
from convert.model import HEADINGS, HEADS, Label, Line
from convert.rules import Rules

HOME = 0.2
"""Share of a headline's words from which on the text right below it tells of it."""
SURE, STRANGE = 0.5, 0.05
"""Share of a headline's words that a text says, less what other texts say of them and what it shares with the text above, from which on the headline is put above it; and what it
shares with the text above at most where no dateline says that another story begins."""
BELOW = 0.05
"""By how much more, a heading, the texts above a page's headings say of them than the texts below from which on its headlines stand below their texts, and none is moved."""
MOST = 400
"""Headings and texts of a page that are compared at most: a dump of a whole archive is no page."""
BEFORE = 24
"""Rows above a gap that are compared with those below, and rows below a heading that are looked at first."""
ABOVE_TEXT = HEADS | {"byline", "furniture"}
"""Roles of the rows that may stand between a heading and its text."""
PROBABLY = 0.9
"""Probability given to a moved row of being part of a headline block."""


@dataclass(frozen=True)
class _Head:
    """Rows ``start`` to ``end`` of a headline, with its byline."""

    start: int
    end: int
    tokens: frozenset[str]
    below: int
    """The row that the text below all headings here begins with; -1 where there is none."""
    supposed: bool
    """Whether the labeller took it for text."""
    section: bool
    """Whether it is a crosshead."""


@dataclass(frozen=True)
class _Part:
    """A text, from its first row on to where another may begin."""

    start: int
    dated: bool
    """Whether it opens with a dateline."""
    text: str
    above: str
    """The end of the text before it, if no heading stands between."""
    headed: bool
    """Whether a heading stands between."""
    fresh: bool
    """Whether the text before it, whatever stands between, has ended."""


def place(lines: Sequence[Line], labels: Sequence[Label], rules: Rules) -> tuple[tuple[Line, ...], list[Label]]:
    """The lines that are not blank, in order, with their labels; ``labels`` has one for each of these."""
    filled = tuple([line for line in lines if line.text])
    gaps = _gaps(lines)
    if not any(gaps):
        return filled, list(labels)
    alone = _alone(filled, labels, gaps, rules)
    supposed = [Label("B-crosshead", 1.0, 0.0) if k in alone else label for k, label in enumerate(labels)]
    heads = _heads(filled, supposed, gaps, alone, rules)
    astray = any(head.supposed or _is_untold(head, filled, supposed, gaps, rules) for head in heads)
    parts = _parts(filled, supposed, gaps, heads, rules) if astray and len(heads) < MOST else []
    moves = _moves(heads, parts, rules) if 1 < len(parts) < MOST else {}
    return _moved(filled, labels, supposed, moves, rules) if moves else (filled, list(labels))


def _alone(filled: Sequence[Line], labels: Sequence[Label], gaps: Sequence[bool], rules: Rules) -> frozenset[int]:
    """Rows of text between blank lines that may be headlines by what they end with."""
    return frozenset([k for k, line in enumerate(filled) if gaps[k] and (k + 1 == len(filled) or gaps[k + 1]) and labels[k].tag[2:] == "body"
                      and len(line.text) <= TITLE and "。" not in line.text and not ended(line.text, rules)])


def _gaps(lines: Sequence[Line]) -> list[bool]:
    """For each line that is not blank, whether a blank one stands above it."""
    return [not above.text for above, line in zip((Line(0, "", " "), *lines), lines) if line.text]


def _heads(filled: Sequence[Line], labels: Sequence[Label], gaps: Sequence[bool], alone: frozenset[int], rules: Rules) -> list[_Head]:
    """The page's headings, parted where blank lines stand in them."""
    found: list[_Head] = []
    for start, end in _runs(labels):
        cuts = [start, *(k for k in range(start + 1, end) if gaps[k] and labels[k].tag[2:] in HEADS), end]
        below = next((k for k in range(end, len(filled)) if labels[k].tag[2:] not in ABOVE_TEXT), -1)
        for a, b in zip(cuts, cuts[1:]):
            title = "\n".join([unbracketed(filled[k].text) for k in range(a, b) if labels[k].tag[2:] in HEADS])
            found.append(_Head(a, b, tokens(title, rules), below, a in alone, labels[a].tag[2:] == "crosshead"))
    return found


def _is_untold(head: _Head, filled: Sequence[Line], labels: Sequence[Label], gaps: Sequence[bool], rules: Rules) -> bool:
    """Whether the first rows below a heading say hardly anything of it: most pages have no such heading, and are not looked at further."""
    if head.below < 0:
        return True
    end = next((k for k in range(head.below + 1, min(len(filled), head.below + BEFORE)) if labels[k].tag[2:] in HEADS or _begins(k, filled, labels, gaps, rules)),
               min(len(filled), head.below + BEFORE))
    return told_by(head.tokens, _joined(filled[head.below:end])) < HOME


def _runs(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """First row, and row after the last, of headings in a row and the bylines below them."""
    start = -1
    for k in range(len(labels) + 1):
        role = labels[k].tag[2:] if k < len(labels) else ""
        if role in HEADS and start < 0:
            start = k
        elif start >= 0 and role not in HEADS and role != "byline":
            yield start, k
            start = -1


def _parts(filled: Sequence[Line], labels: Sequence[Label], gaps: Sequence[bool], heads: Sequence[_Head], rules: Rules) -> list[_Part]:
    """The page's texts between its headings, parted where another may begin."""
    heading = [False] * len(filled)
    for head in heads:
        heading[head.start:head.end] = [True] * (head.end - head.start)
    bounds: list[int] = []
    headed = True
    for k, found in enumerate(labels):
        if not heading[k] and found.tag[2:] != "furniture" and (headed or _begins(k, filled, labels, gaps, rules)):
            bounds.append(k)
        headed = heading[k] or headed and found.tag[2:] == "furniture"
    parts: list[_Part] = []
    for start, end in zip(bounds, [*bounds[1:], len(filled)]):
        stop = next((k for k in range(start, end) if heading[k]), end)
        top = next((k + 1 for k in range(start - 1, max(-1, start - BEFORE), -1) if heading[k]), max(0, start - BEFORE))
        parts.append(_Part(start, rules.datelines.opens(_joined(filled[start:start + 2])), _joined(filled[start:stop]), _joined(filled[top:start])[-OPENING:],
                           any(heading[(bounds[len(parts) - 1] if parts else 0):start]), _follows_an_end(start, filled, heading, labels, rules)))
    return parts


def _follows_an_end(start: int, filled: Sequence[Line], heading: Sequence[bool], labels: Sequence[Label], rules: Rules) -> bool:
    last = next((k for k in range(start - 1, -1, -1) if not heading[k] and labels[k].tag[2:] != "furniture"), -1)
    return last < 0 or ended(filled[last].text, rules)


def _begins(k: int, filled: Sequence[Line], labels: Sequence[Label], gaps: Sequence[bool], rules: Rules) -> bool:
    """Whether a text may begin at row k, below another's last row."""
    return labels[k].tag == "B-body" and ended(filled[k - 1].text, rules) and (gaps[k] or rules.datelines.opens(_joined(filled[k:k + 2])))


def _joined(lines: Sequence[Line]) -> str:
    texts = [line.text for line in lines]
    return ("" if texts and is_wide(texts[0][0]) else " ").join(texts)


def _moves(heads: Sequence[_Head], parts: Sequence[_Part], rules: Rules) -> dict[int, _Head]:
    """The headings that go elsewhere, each by the row above which it goes."""
    texts = {part.start: part.text for part in parts}
    displaced = [head for head in heads if head.tokens and (head.supposed or told_by(head.tokens, texts.get(head.below, "")) < HOME)]
    home = [head for head in heads if head not in displaced]
    doubted = [head for head in displaced if not head.supposed]
    stand_below = heads[0].start > parts[0].start and len(home) < len(doubted)
    if not displaced or stand_below or _leaning(heads, parts, texts) < -BELOW * len(heads):
        return {}
    taken = {head.below for head in home}
    scored = sorted(((_score(head, k, parts, head.below < 0 or head.below in taken, rules), head.start, k, head) for head in displaced
                     for k, part in enumerate(parts) if part.start not in taken and part.start != head.below), key=lambda found: (-found[0], *found[1:3]))
    moves: dict[int, _Head] = {}
    moved: set[int] = set()
    for score, start, k, head in scored:
        there = moves.get(parts[k].start)
        if score < SURE or start in moved or there and head.end != there.start and head.start != there.end:
            continue
        moves[parts[k].start] = replace(head, start=min(start, there.start), end=max(head.end, there.end)) if there else head
        moved.add(start)
    return moves


def _leaning(heads: Sequence[_Head], parts: Sequence[_Part], texts: Mapping[int, str]) -> float:
    """How much more the texts below the page's headings say of them than the texts above do: less on a page whose headlines stand below their texts."""
    leaning, above = 0.0, 0
    for head in heads:
        while above < len(parts) and parts[above].start < head.start:
            above += 1
        if above and head.below in texts and not head.section:
            leaning += max(0.0, told_by(head.tokens, texts[head.below])) - max(0.0, told_by(head.tokens, parts[above - 1].text))
    return leaning


def _score(head: _Head, k: int, parts: Sequence[_Part], homeless: bool, rules: Rules) -> float:
    """How well a heading fits above the k-th part; ``homeless``: where it stands is no text, or another heading's."""
    part = parts[k]
    opening = told_by(head.tokens, part.text[:OPENING])
    if opening <= 0 or not part.dated and (not homeless or head.supposed or not part.fresh):
        return 0.0
    continuity = max(0.0, shared(tokens(part.above, rules), tokens(part.text[:OPENING], rules))) if part.above else 0.0
    if not part.dated and continuity > STRANGE:
        return 0.0
    end = next((n for n in range(k + 1, len(parts)) if parts[n].headed), len(parts))
    texts = [other.text for other in parts]
    return (opening + told_by(head.tokens, *texts[k:end])) / 2 - max(0.0, told_by(head.tokens, *texts[:k], *texts[end:])) - continuity


def _moved(filled: tuple[Line, ...], labels: Sequence[Label], supposed: Sequence[Label], moves: dict[int, _Head], rules: Rules) -> tuple[tuple[Line, ...], list[Label]]:
    """The rows in their new order."""
    out = list(labels)
    gone = {k for head in moves.values() for k in range(head.start, head.end)}
    order: list[int] = []
    for k in range(len(filled)):
        if k in moves:
            head = moves[k]
            out[head.start:head.end] = _as_headline(supposed[head.start:head.end])
            order += range(head.start, head.end)
            out[k] = out[k]._replace(tag="B" + out[k].tag[1:])
        if k in gone:
            continue
        if k and k - 1 in gone and k not in moves:
            out[k] = _healed(out[k], filled[order[-1]].text if order else "", out[order[-1]].tag if order else "", rules)
        order.append(k)
    return tuple([filled[k] for k in order]), [out[k] for k in order]


def _as_headline(labels: Sequence[Label]) -> list[Label]:
    """The labels of a moved block: a headline block from its first row on."""
    if not any(label.tag[2:] in HEADINGS for label in labels):
        labels = [label._replace(tag=label.tag[:2] + "headline") if label.tag[2:] in HEADS else label for label in labels]
    return [label._replace(tag=label.tag if k else "B" + label.tag[1:], heading=max(label.heading, PROBABLY)) if label.tag[2:] in HEADINGS else label
            for k, label in enumerate(labels)]


def _healed(label: Label, above: str, tag: str, rules: Rules) -> Label:
    """The label of a row below which a heading stood in the way: it goes on with the text above where this has not ended, and is a heading's first row where the one above it went."""
    if label.tag == "B-body" and tag[2:] == "body" and not ended(above, rules):
        return label._replace(tag="I-body")
    return label._replace(tag="B" + label.tag[1:]) if label.tag[2:] in HEADS and tag[2:] not in HEADS else label
