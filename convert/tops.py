"""Put the first rows of columns that extraction set on one line back on top of their columns.

Plain ``pdftotext`` prints the first rows of columns of wide characters that begin at one height on one line, a space between, and
then each column by itself, with blank lines between: the second cell of such a line is the first row of the
text behind the next blank line, the third that of the one behind the blank line after it.
"""

from __future__ import annotations

from typing import Sequence

from convert.even import INDENT, NEAR, WIDTHS
from convert.joining import is_wide
from convert.kinship import weights
from convert.measure import width
from convert.model import Line

_NO_START = frozenset("—─―“”‘’《》〈〉「」『』（）【】〔〕，。、；：！？…·")
"""What no cell but the first begins with: around these, extraction parts a single row."""
_MARKS = frozenset("，。；")
"""Marks of running text, of which a headline has few."""
FEWEST = WIDTHS.start // 2
"""Characters of a cell at least."""
ROWS = 2
"""Rows of a column's width, at least, below a line that is taken for the first rows of several; the one right below is of them, unless the line is a headline."""


def tops(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with such lines taken apart, each piece with the number of its line; the same tuple where there are none."""
    out: list[Line] = []
    waiting: list[Line] = []
    found = False
    for i, line in enumerate(lines):
        if waiting and line.text and out and not out[-1].text:
            out.append(waiting.pop(0))
        cells = [] if waiting or " " not in line.text else _cells(lines, i)
        if cells:
            found = True
            waiting = [line._replace(text=cell) for cell in cells[1:]]
            line = line._replace(text=cells[0])
        out.append(line)
    return tuple(out) if found else lines


def _cells(lines: Sequence[Line], i: int) -> list[str]:
    """The cells of line i where each of several is as wide as the column below, and as many texts follow behind blank lines; else none."""
    pieces = lines[i].text.split()
    if sum(len(piece) >= FEWEST and is_wide(piece[-1]) for piece in pieces) < 2 or any(piece[0] in _NO_START for piece in pieces[1:]):
        return []
    below = _block(lines, i + 1)
    column = _widest(lines[i + 1:below])
    cells = _as_wide(pieces, column)
    if len(cells) < 2 or column - width(lines[i + 1].text) > NEAR or sum(column - width(line.text) <= NEAR for line in lines[i + 1:below]) < ROWS:
        return []
    runs_on = not _MARKS.isdisjoint(lines[i].text) or _runs_on(cells[0], lines[i + 1].text)
    for cell in cells[1:]:
        start = next((k for k in range(below, len(lines)) if lines[k].text), len(lines))
        above, below = lines[below - 1].text, _block(lines, start)
        if abs(_widest(lines[start:below]) - column) > NEAR:
            return []
        runs_on = runs_on or _runs_on(above, cell) or start < len(lines) and _runs_on(cell, lines[start].text)
    return cells if runs_on else []


def _runs_on(above: str, below: str) -> bool:
    """Whether the characters on both sides of the break stand together in any paper."""
    return above[-1] + below[0] in weights()


def _widest(lines: Sequence[Line]) -> int:
    return max([width(line.text) for line in lines], default=0)


def _as_wide(pieces: Sequence[str], column: int) -> list[str]:
    """The pieces put together to cells of the column's width, or less by an indent; none where they do not make such."""
    cells = [pieces[0]]
    for piece in pieces[1:]:
        if column - width(cells[-1]) > INDENT:
            cells[-1] += " " + piece
        else:
            cells.append(piece)
    return cells if all(-NEAR <= column - width(cell) <= INDENT for cell in cells) else []


def _block(lines: Sequence[Line], i: int) -> int:
    """The next blank line from i on, or the end."""
    while i < len(lines) and lines[i].text:
        i += 1
    return i
