"""What can be seen of each line: the features that the labeller weighs.

None of them names a word of a story: they are widths against the column's width, what a line begins
and ends with, blank lines, open quotes, patterns from ``rules/``, and whether two characters on
either side of a line's end stand together elsewhere on the page. That is what carries across papers.
The method (line labelling with a linear-chain CRF over layout features) follows GROBID.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Sequence

from convert.headings import Headings
from convert.shapes import ABOVE, HEADING, bare_runs, fullness, ratio, room, runs, shape, size, slack
from convert.view import View


def features(seen: View) -> list[list[str]]:
    """One list of feature names a row, as python-crfsuite takes them."""
    n = len(seen.texts)
    slacks = [slack(c - w, c) for c, w in zip(seen.columns, seen.widths)]
    rooms = [room(seen.room(i) if i else 0) for i in range(n)]
    full = [fullness(seen, i) for i in range(n)]
    shapes = "".join([shape(seen, i, full[i]) for i in range(n)])
    around, unmarked = runs(shapes), bare_runs(seen.texts)
    headings = Headings(seen, shapes, around)
    own = [_own(seen, i, slacks[i]) for i in range(n)]
    out: list[list[str]] = []
    for i in range(n):
        f = [*own[i][0], *_shaped(seen, i, shapes, around[i])]
        if unmarked[i]:
            f.append(f"bare={unmarked[i]}|{shapes[i]}")
        if i:
            f += own[i - 1][1]
            f += _across(seen, i, slacks, rooms)
            f += _both_ends(seen, i, full)
        else:
            f.append("BOP")
        if i > 1:
            f += own[i - 2][3]
        if i + 1 < n:
            f += own[i + 1][2]
            f.append("next-room=" + rooms[i + 1])
        else:
            f.append("EOP")
        if i + 2 < n:
            f += own[i + 2][4]
        if not seen.wide:
            f += _of_words(seen, i, shapes, rooms)
        if shapes[i] in HEADING and (not i or shapes[i - 1] in ABOVE):
            f += headings.features(i)
        if i < 3:
            f.append(f"top={i}")
        if n - i <= 3:
            f.append(f"end={n - i}")
        out.append(f)
    return out


def _shaped(seen: View, i: int, shapes: str, around: tuple[int, int]) -> tuple[str, ...]:
    """The line's shape and its neighbours'; ``around`` is how many before and after it look like headings."""
    return _shaped_names(shapes[i - 1] if i else "^", shapes[i], shapes[i + 1:i + 3], *around, ratio(seen, i))


@lru_cache(maxsize=1 << 15)
def _shaped_names(before: str, mine: str, ahead: str, above: int, below: int, wide: int) -> tuple[str, ...]:
    return f"sh4={before}{mine}{ahead.ljust(2, '$')}", f"run={above}{mine}{below}", f"sh|ratio={mine}{wide}{before}"


def _own(seen: View, i: int, short: str) -> tuple[tuple[str, ...], ...]:
    """Features of line i as seen from itself, the next line, the line before, two before and two after."""
    text = seen.texts[i]
    stops = text.count("。") + text.count("．") if seen.wide else text.count(". ")
    commas = text.count("，") + text.count("、") if seen.wide else text.count(",")
    return _own_names(short, seen.first[i], seen.last[i], size(seen.widths[i]), min(2, stops), min(2, commas),
                      min(6, seen.indents[i]), seen.spaced[i], seen.marks[i])


# Most lines of a page are alike in what can be seen of them: their feature names are made once.
@lru_cache(maxsize=1 << 15)
def _own_names(short: str, first: str, last: str, wide: str, stops: int, commas: int, indent: int, spaced: bool, marks: str) -> tuple[tuple[str, ...], ...]:
    each = [f"m={m}" for m in marks] or ["m="]
    ends = f"{short}|{last}"
    mine = (f"w={wide}", f"fc={first}", f"in={indent}", f"sp={spaced:d}", *each, f"lc|sl={ends}",
            f"cm|st|w={commas}{stops}|{wide}", f"m|lc={marks}|{last}")
    far = (f"sl={short}", f"lc={last}", *each)
    return (mine, tuple("-1:" + s for s in (f"w={wide}", *each)), tuple("+1:" + s for s in (f"lc|sl={ends}", f"fc={first}", f"w={wide}", *each)),
            tuple("-2:" + s for s in far), tuple("+2:" + s for s in far))


def _of_words(seen: View, i: int, shapes: Sequence[str], rooms: Sequence[str]) -> list[str]:
    """In ragged text: whether this row, and the one before, was ended on purpose, above a capital or a small letter."""
    out = []
    if i:
        out.append(f"w|lc|fc|room={seen.last[i - 1]}|{seen.first[i]}|{rooms[i]}|{shapes[i - 1]}")
    if i and i + 1 < len(shapes):
        out.append(f"w|ind={seen.indented}|{seen.last[i - 1]}|{rooms[i]}|{rooms[i + 1]}")
    if i + 1 < len(shapes):
        out += [f"w+|lc|fc|room={seen.last[i]}|{seen.first[i + 1]}|{rooms[i + 1]}", f"w+|fc|fc|room={seen.first[i]}|{seen.first[i + 1]}|{rooms[i + 1]}|{seen.last[i]}"]
    return out


def _both_ends(seen: View, i: int, full: Sequence[str]) -> tuple[str, ...]:
    """How the lines on both sides of a break fill their columns: an indented line and a paragraph's last are short."""
    return (f"full|lc={seen.indented}|{full[i - 1]}{seen.last[i - 1]}|{full[i]}{seen.last[i]}",)


def _across(seen: View, i: int, slacks: Sequence[str], rooms: Sequence[str]) -> tuple[str, ...]:
    """Features of the break between line i - 1 and line i."""
    p = i - 1
    return _across_names(f"{seen.spacing}{min(2, seen.blanks[i])}", rooms[i], seen.joins[i], min(2, seen.depth[i]),
                         seen.last[p], seen.first[i], slacks[i],
                         seen.indented, seen.openings[i], seen.marks[i], slack(seen.widths[p] - seen.widths[i], 30), min(6, seen.indents[i]))


@lru_cache(maxsize=1 << 15)
def _across_names(gap: str, room: str, join: str, open_: int, before: str, first: str, mine: str, indented: str,
                  opening: str, marks: str, step: str, indent: int) -> tuple[str, ...]:
    return (f"join={join}", f"lc|gap={before}|{gap}", f"lc|fc={before}|{first}", f"gap|room={gap}|{room}",
            f"ind|room|sl={indented}|{room}|{mine}", f"ind|lc|sl={indented}|{before}|{mine}",
            f"lc|join={before}|{join}|{room}", f"open|lc={open_}|{before}", f"op|lc|room={opening}|{before}|{room}",
            f"m|lc|room={marks}|{before}|{room}", f"lc|dw={before}|{step}",
            f"ind|in|lc={indented}|{indent}|{before}")
