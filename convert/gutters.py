"""Find the gutters between columns that stand side by side on one line.

A gutter is a stretch of print positions that hardly any line has text at, with text on both its sides in
many lines. Where the stories stand in boxes of their own, one below the other, each box has its own gutters (a
cut across the page before the cuts along it, as in the recursive X-Y cut of Nagy and Seth, 1984).
"""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple, Sequence

from convert.model import Line

MIN_LINES = 4
"""Lines with a gap that a page needs before it is looked at."""
BESIDE = 0.3
"""Share of the lines that have text on both sides of a gutter."""
BLOCKED = 0.12
"""Share of the lines that may have text in a gutter: headlines that span columns."""
HEAD_ROWS = 5
"""Lines that a box's headline and byline take at most, above the columns of its text."""
FEW = 2
"""Lines that have text on both sides of a gutter at least; they are enough for a column after the second, if its lines begin at one position, or two: indents."""
ENOUGH = 3
"""Lines with cells beside each other by which a box is judged."""
INDENT = 3
"""Print positions by which a headline may stand in from the page's edge, and a row from its column's."""
APART = 2
"""Blank lines above a box with two columns; above one with more, where columns hardly pause together, one will do."""


class Print(NamedTuple):
    """How print positions are counted."""

    wide: int
    """Positions of a wide character: pdftotext counts every character as one, a terminal a wide one as two."""
    gap: int
    """Spaces that a gutter has at least."""
    jitter: int
    """Positions by which a cell may start before its column: widths in a text dump are rounded."""
    least: int
    """Positions from one column's start to the next's at least: the halves of a poem's lines are closer than columns."""


OF_WORDS = (Print(1, 2, 3, 12),)
OF_WIDE = (Print(2, 2, 3, 12), Print(1, 1, 0, 9))


class Cell(NamedTuple):
    start: int
    end: int
    text: str


class Box(NamedTuple):
    """Some lines of the page that have gutters of their own."""

    start: int
    end: int
    columns: list[int]
    """Print positions at which columns begin; one where there are no gutters."""
    support: int
    """Lines with text on both sides of a gutter, summed over the gutters."""
    exact: int
    """Cells that begin exactly where a column does."""


def looked_at(lines: Sequence[Line], how: Print) -> tuple[Print, list[list[Cell]], list[Box]]:
    rows = [_cells(line.text, how.wide, how.gap) for line in lines]
    apart = rows if how.gap > 1 else [_cells(line.text, how.wide, 2) for line in lines]
    return how, rows, _boxes(rows, apart, how)


def _cells(text: str, wide: int, gap: int) -> list[Cell]:
    """The line's cells, parted by ``gap`` spaces or more, with their print positions."""
    at, position, out = 0, 0, []
    text = text.replace("\t", "        ")
    for found in _CELLS[gap].finditer(text):
        position += _width(text[at:found.start()], wide)
        end = position + _width(found[0], wide)
        out.append(Cell(position, end, found[0]))
        at, position = found.end(), end
    return out


_CELLS = {1: re.compile(r"\S+"), 2: re.compile(r"\S+(?:[ \u3000]\S+)*")}


def _width(text: str, wide: int) -> int:
    return len(text) + (wide - 1) * sum(char >= "\u2E80" or char in "“”‘’—…·" for char in text)


def _boxes(rows: Sequence[Sequence[Cell]], apart: Sequence[Sequence[Cell]], how: Print) -> list[Box]:
    """The page's boxes; one where more of it stands beside each other so. ``apart`` are its cells that are two spaces apart."""
    boxes = [_box(rows, start, end, how) for start, end in _cut_across(rows, apart, how)]
    whole = _box(rows, 0, len(rows), how)
    return [whole] if whole.support > sum(box.support for box in boxes) else boxes


def _cut_across(rows: Sequence[Sequence[Cell]], apart: Sequence[Sequence[Cell]], how: Print) -> list[tuple[int, int]]:
    """First line and end of each box: one ends where a headline of the page's width stands, or where lines run across its gutters."""
    cuts = [0]
    pending, columns, measured = 0, [0], 0
    waiting: list[tuple[int, Sequence[Cell]]] = []
    for start, end, headed in _pieces(apart):
        if headed:
            cuts.append(start)
            pending, columns, measured, waiting = start, [0], 0, []
        if end - max(cuts[-1], measured) >= measured - cuts[-1]:  # measured anew each time that the box has doubled
            trial = _box(rows, cuts[-1], pending if pending > cuts[-1] else end, how).columns
            measured = end
            columns = trial if len(trial) > 1 else columns
        waiting += [(start, row) for row in apart[start:end] if len(row) > 1]
        if len(waiting) < ENOUGH:
            continue
        across = [at for at, row in waiting if spans(row, columns, how.jitter)]
        if len(across) > len(waiting) / 3 and pending > cuts[-1]:
            cuts.append(across[0])
            columns, measured = _box(rows, across[0], end, how).columns, end
        pending, waiting = end, []
    return list(zip(cuts, [*cuts[1:], len(rows)]))


def _pieces(apart: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of lines that begin with one at the page's left edge alone, and whether that is a box's headline for certain."""
    left = min(row[0].start for row in apart if row) + INDENT
    start, headed, blank, alone = 0, False, 0, True
    for i, row in enumerate(apart):
        if not row:
            blank += 1
            continue
        lone = len(row) == 1 and row[0].start <= left
        if i and lone and (blank or not alone):
            yield start, i, headed
            start, headed = i, blank > 0 and _heads_box(apart[i:i + 3 * HEAD_ROWS], left, blank)
        blank, alone = 0, lone
    yield start, len(apart), headed


def _heads_box(rows: Sequence[Sequence[Cell]], left: int, blank: int) -> bool:
    """Whether the first of ``rows``, below ``blank`` blank ones, begins a headline that has the width of the page, with columns below it."""
    below = [row for row in rows if row]
    alone = next((k for k, row in enumerate(below) if len(row) > 1), 0)
    if not 0 < alone <= HEAD_ROWS or any(row[0].start > left for row in below[:alone]):
        return False
    return blank >= APART or len(below[alone]) > 2


def _box(rows: Sequence[Sequence[Cell]], start: int, end: int, how: Print) -> Box:
    """The lines from ``start`` to ``end`` with their gutters."""
    filled = [row for row in rows[start:end] if row]
    beside = [row for row in filled if len(row) > 1]  # a line of one cell may be a headline that spans columns
    if not beside:
        return Box(start, end, [0], 0, 0)
    covered = [0] * (max(row[-1].end for row in beside) + 2)
    for row in beside:
        for cell in row:
            covered[cell.start] += 1
            covered[cell.end] -= 1
    allowed, need = BLOCKED * len(beside), max(min(MIN_LINES, len(filled) // 2), BESIDE * len(filled))
    starts, support, count, run = [min(row[0].start for row in filled)], 0, 0, 0
    for x, change in enumerate(covered):
        count += change
        if count <= allowed:
            run += 1
            continue
        if run >= how.gap and x - run > starts[0] and x - starts[-1] >= how.least:
            right = _beside(beside, x - run, x, how)
            across = sum(len(row) == 1 and row[0].start < x - run and row[0].end > x for row in filled)
            below = sum(x - how.jitter <= row[0].start <= x + INDENT for row in filled)  # rows of the column at heights of their own
            enough = need if len(starts) == 1 or len(set(right)) > 2 else FEW  # the last column may be short
            if len(right) >= FEW and len(right) + below >= max(enough, across):
                starts.append(x)
                support += len(right)
        run = 0
    return Box(start, end, starts, support, sum(cell.start in starts[1:] for row in beside for cell in row))


def _beside(rows: Sequence[Sequence[Cell]], left: int, right: int, how: Print) -> list[int]:
    """Where the text on the right begins in the lines with text on both sides of the gutter from ``left`` to ``right`` and a gap there."""
    found = [[b.start for a, b in zip(row, row[1:]) if a.end <= left + how.jitter and b.start >= right - how.jitter and b.start - a.end >= how.gap]
             for row in rows]
    return [starts[0] for starts in found if starts]


def spans(row: Sequence[Cell], starts: Sequence[int], jitter: int) -> bool:
    return any(cell.start < start - jitter and cell.end > start + jitter for cell in row for start in starts[1:])
