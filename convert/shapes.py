"""What one line looks like, in a letter or a step: the vocabulary of the features."""

from __future__ import annotations

import re
from typing import Sequence

from convert.measure import INEXACT
from convert.view import ENDS, FULL, View

INDENT, ONE_EM = 5, 3
"""Half-ems of an indent of two characters, and of one, and one for what digits are wider than half an em."""
OVERFULL = -2
"""A row this much wider than its column is no part of it where its width is exact; one half-em more, and it never is."""
HEADING = "hwcbpfF"
"""Shapes that a part of a headline block may have."""
ABOVE = "eEfFhwp"
"""Shapes of lines below which a headline block may begin or go on."""
_MARK = re.compile("[，。、；：！？…,;!?]|[.:](?=\\s|$)")
_SLACK = [str(v) for v in range(-6, 9)]


def slack(value: int, column: int) -> str:
    """Half-ems that a line falls short of its column, in steps that grow coarser."""
    if value < -6:
        return "<<" if value < -12 else "<"
    if value <= 8:
        return _SLACK[value + 6]
    return ">" if value <= column // 3 else ">>" if value <= 2 * column // 3 else ">>>"


def size(w: int) -> str:
    """A line's width in half-ems, in steps that grow coarser."""
    return str(w if w < 8 else 8 + w // 4 if w < 40 else 18 + w // 16 if w < 128 else 99)


def room(value: int) -> str:
    """Half-ems left on a line (:meth:`convert.view.View.room`), in steps that grow coarser."""
    return "<" if value < -4 else ">" if value > 12 else "+" if value > 4 else str(value)


def ratio(seen: View, i: int) -> int:
    """Width against the column's, in tenths up to 2, then 20 or 30."""
    ratio = 10 * seen.widths[i] // max(1, seen.columns[i])
    return ratio if ratio < 16 else 20 if ratio < 30 else 30


def relative(seen: View, a: int, b: int) -> int:
    """How much wider line b is than line a, from -3 (far narrower) through 0 (within an em) to 3."""
    difference, base = seen.widths[b] - seen.widths[a], max(seen.widths[a], seen.widths[b], 1)
    share = difference / base
    step = 0 if abs(difference) <= 2 else 1 if abs(share) < 0.2 else 2 if abs(share) < 0.5 else 3
    return step if difference > 0 else -step


def fullness(seen: View, i: int) -> str:
    """How line i fills its column: f leaves no room for what the next line begins with, p none if it is indented,
    s is short, w wider than the column."""
    short = seen.columns[i] - seen.widths[i]
    if short <= OVERFULL and (short < OVERFULL or not INEXACT.search(seen.texts[i])):
        return "w"
    left = seen.room(i + 1) if i + 1 < len(seen.texts) else short - FULL
    if left < 0:
        return "f"
    if not seen.wide or seen.indented == "n":
        return "s"
    return "p" if left < (ONE_EM if seen.indented == "j" else INDENT) else "s"


def shape(seen: View, i: int, full: str) -> str:
    """The line in one letter: b breaks off full, p full if indented; e ends a sentence early, E ends one full, f and F do so with
    a question or a cry, h reads like a heading, w a heading wider than the column, c ends with a clause mark, early, i is short otherwise."""
    last = seen.last[i]
    if last in ("F", "FQ"):
        return "F" if full in "fp" else "f"
    if last in ENDS:
        return "E" if full in "fp" else "e"
    if full == "w":
        return "b" if last == "C" else "w"
    if full in "fp":
        return "b" if full == "f" else "p"
    return "c" if last == "C" else "h" if "。" not in seen.texts[i] else "i"


def runs(shapes: Sequence[str]) -> list[tuple[int, int]]:
    """How many lines before each line, and after it, up to 6, look like headings: a poem or a list has many."""
    likely = [shape in "hwcf" for shape in shapes]
    return list(zip(_streaks(likely), reversed(_streaks(likely[::-1]))))


def bare_runs(texts: Sequence[str]) -> list[str]:
    """How many rows before each row, and after it, up to 3, have no punctuation mark; empty for a row that has one."""
    bare = [not _MARK.search(text) for text in texts]
    return [f"{min(3, above)}{min(3, below)}" if mine else ""
            for mine, above, below in zip(bare, _streaks(bare), reversed(_streaks(bare[::-1])))]


def _streaks(likely: Sequence[bool]) -> list[int]:
    """How many true ones, up to 6, stand in a row just before each."""
    out, count = [], 0
    for one in likely:
        out.append(count)
        count = min(6, count + 1) if one else 0
    return out
