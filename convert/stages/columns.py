"""Split columns that stand side by side on one line, and read them one after the other.

May change: only the order of text and the white space between columns. ``pdftotext -layout`` prints a
page's columns beside each other with a gutter of spaces. A gutter is a stretch of print positions that
hardly any line has text at, with text on both its sides in many lines. A line that runs across the
gutters (a folio, a wide headline) ends the columns above it and stands by itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Sequence

from convert.model import Line
from convert.rules import Rules

_CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")
"""Text without two spaces in a row."""
MIN_LINES = 4
"""Lines with a gap that a page needs before it is looked at."""
BESIDE = 0.3
"""Share of the lines that have text on both sides of a gutter."""
BLOCKED = 0.12
"""Share of the lines that may have text in a gutter: headlines that span columns."""
JITTER = 3
"""Print positions by which a cell may start before its column: widths in a text dump are rounded."""


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


def columns(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    """Lines in reading order; the same tuple where nothing stands side by side."""
    gapped = sum(1 for line in lines if "  " in line.text.strip())
    if gapped < MIN_LINES:
        return lines
    rows = [_cells(line.text) for line in lines]
    starts = _column_starts(rows)
    if len(starts) < 2:
        return lines
    return _read(lines, rows, starts)


def _cells(text: str) -> list[_Cell]:
    """The line's cells with their print positions; a wide character takes two."""
    if not text:
        return []
    text = text.replace("\t", "        ")
    at, position, out = 0, 0, []
    for found in _CELL.finditer(text):
        position += _width(text[at:found.start()])
        end = position + _width(found[0])
        out.append(_Cell(position, end, found[0]))
        at, position = found.end(), end
    return out


def _width(text: str) -> int:
    return len(text) + sum(char >= "\u2E80" or char in "“”‘’—…·" for char in text)


def _column_starts(rows: Sequence[Sequence[_Cell]]) -> list[int]:
    """Print positions at which columns begin; one where there are no gutters."""
    filled = [row for row in rows if row]
    size = max(row[-1].end for row in filled)
    covered = [0] * (size + 2)
    for row in filled:
        for cell in row:
            covered[cell.start] += 1
            covered[cell.end] -= 1
    allowed, need = BLOCKED * len(filled), max(MIN_LINES, BESIDE * len(filled))
    starts, count, run = [min(row[0].start for row in filled)], 0, 0
    for x in range(size):
        count += covered[x]
        if count <= allowed:
            run += 1
            continue
        if run >= 2 and x - run > starts[0] and _beside(filled, x - run, x) >= need:
            starts.append(x)
        run = 0
    return starts


def _beside(rows: Sequence[Sequence[_Cell]], left: int, right: int) -> int:
    """Lines with text on both sides of the gutter from ``left`` to ``right`` and a gap there."""
    return sum(1 for row in rows if len(row) > 1 and any(
        a.end <= left + JITTER and b.start >= right - JITTER and b.start - a.end >= 2 for a, b in zip(row, row[1:])))


def _read(lines: Sequence[Line], rows: Sequence[Sequence[_Cell]], starts: Sequence[int]) -> tuple[Line, ...]:
    out: list[Line] = []
    held: list[list[Line]] = [[] for _ in starts]

    def release() -> None:
        for column in held:
            while column and not column[-1].text:
                column.pop()
            out.extend(column)
            column.clear()

    for line, row in zip(lines, rows):
        if row and _spans(row, starts):
            release()
            out.append(line)
            continue
        parts = _placed(row, starts)
        if not any(parts):
            if not any(held):
                out.append(line)
            else:
                for column in held:
                    column.append(line._replace(text=""))
            continue
        for column, start, cells in zip(held, starts, parts):
            text = "  ".join(cell.text for cell in cells)
            indent = " " * max(0, cells[0].start - start) if cells else ""
            column.append(line._replace(text=indent + text))
    release()
    return tuple(out)


def _spans(row: Sequence[_Cell], starts: Sequence[int]) -> bool:
    return any(cell.start < start - JITTER and cell.end > start + JITTER for cell in row for start in starts[1:])


def _placed(row: Sequence[_Cell], starts: Sequence[int]) -> list[list[_Cell]]:
    parts: list[list[_Cell]] = [[] for _ in starts]
    for cell in row:
        parts[max(k for k, start in enumerate(starts) if k == 0 or cell.start >= start - JITTER)].append(cell)
    return parts
