"""Read justified columns of one width, as ``pdftotext -layout`` prints columns of wide characters.

It takes the gutter of a full line for the space between two words, pads what stands beside a short line, counts
every character as one position, and gives rows that stand at different heights in their columns lines of their own.
So positions tell a cell's column only nearly; what tells it is that the cell before is as wide as the column.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Iterable, Mapping, NamedTuple, Sequence

from convert.measure import usual_width, width

WIDTHS = range(16, 81)
"""Half-ems that a column may measure: the halves of a poem's lines are narrower."""
LEAST, SHARE = 6, 0.15
"""Cells of the column's width that a page needs, and their share of all."""
FEW = 4
"""The same number for a box of its own; with fewer it has the page's measures, or those of its widest cell."""
GUTTERS = [quarter / 4 for quarter in range(2, 37)]
"""Print positions from one column's end to the next one's start."""
NEAR = 3
"""Half-ems by which a full cell may fall short or exceed: squeezed marks, digits wider or narrower than half an em."""
INDENT, GAP = 5, 2
"""Print positions that stand before an empty column's neighbour at least, and between cells that are no words of one column."""
FAR = 1.3
"""Positions that stand behind a word of a headline at most, for each of its characters: its type is larger, and positions are those of the page's."""
SEVERAL = 2
"""Boxes from which on, where all columns of each begin together, twice as many lines may have an empty first column."""
HALVES = 3
"""Cells that a headline has at most."""
BOXED, PADDED, FULLEST = 0.8, 0.12, 0.8
"""Share of headlines across a page below which all columns begin, share of lines with an empty first column, where stories stand in boxes of their
own; share of a box's lines that have no more columns than its fullest have."""
_CELL = re.compile(r"\S+")
_ENDS, _MARKS = frozenset("。！？”」』）…；"), frozenset("。，；、")


class Cell(NamedTuple):
    start: int
    gap: int
    """Print positions between the cell before, or the line's start, and this one."""
    text: str
    width: int


class Pitch(NamedTuple):
    """How a page's columns stand."""

    width: int
    """Half-ems of a full row."""
    step: float
    """Print positions from one column's start to the next's, as far as they tell."""
    full: int
    """Cells that are full rows."""
    starts: tuple[int, ...] = ()
    """Where each column starts, where cells behind padding show it for all of them."""

    def nearest(self, position: int) -> int:
        """The column that starts nearest to a print position."""
        if not self.starts:
            return round(position / self.step)
        return min(range(len(self.starts)), key=lambda k: abs(self.starts[k] - position))

    def indent(self, column: int, position: int) -> str:
        """The spaces of a row's indent; none where it is not known where each column starts, because the first column's alone would mislead."""
        indent = position - self.starts[column] if column < len(self.starts) else 0
        return " " * indent if 1 < indent < INDENT else ""


Row = Sequence[Cell]


def even_columns(texts: Sequence[str]) -> list[list[str] | None]:
    """For each line its text in each column, or None for one that runs across them; empty where there are no such columns."""
    rows = [_cells(text) for text in texts]
    page = _pitch(rows)
    if page.full < max(LEAST, SHARE * sum(map(len, rows))):
        return []
    heads = _heads(rows, page)
    starts = [-1, *heads, len(rows)]
    boxes = [_box(rows[a + 1:b], page) for a, b in zip(starts, starts[1:])]
    return _read(boxes if _boxed(rows, boxes[1:]) else [_in_columns(rows, page)])


def beside(texts: Iterable[str]) -> int:
    """Lines of which two cells and more are as wide as a column may be."""
    return sum(sum(cell.width >= WIDTHS.start for cell in _cells(text)) > 1 for text in texts)


def _cells(text: str) -> list[Cell]:
    out, end = [], 0
    for found in _CELL.finditer(text):
        out.append(Cell(found.start(), found.start() - end, found[0], width(found[0])))
        end = found.end()
    return out


def _pitch(rows: Sequence[Row]) -> Pitch:
    """The width that most cells have, and the step at which cells behind padding begin."""
    sizes = Counter(cell.width for row in rows for cell in row)
    full = usual_width(sizes, WIDTHS)
    starts = [cell.start for row in rows for k, cell in enumerate(row) if cell.gap >= (GAP if k else INDENT)]
    step = max((full / 2 + gutter for gutter in GUTTERS), key=lambda step: sum(_off(x, step) <= 1 for x in starts))
    return Pitch(full, step, sizes[full - 1] + sizes[full] + sizes[full + 1])


def _off(position: int, step: float) -> float:
    """How far a print position is from the start of a column after the first."""
    return abs(position - step * max(1, round(position / step)))


def _fullest(rows: Iterable[Mapping[int, str]]) -> int:
    """Columns that the fuller ones of the rows have."""
    counts = sorted(map(len, rows))
    return counts[int(FULLEST * (len(counts) - 1))]


def _heads(rows: Sequence[Row], page: Pitch) -> list[int]:
    """Lines that may be the headline of a box: alone at the left edge, above a line of several columns, and no last row of the text above."""
    filled = [i for i, row in enumerate(rows) if row]
    columns = _fullest(_placed(rows[i], page) for i in filled)
    found: list[int] = []
    run: list[int] = []
    for i in filled:
        if _alone(rows[i], page, columns):
            run.append(i)
            continue
        while len(run) > 1 and run[0] != filled[0] and _last(rows[run[0]], page):  # a box has a headline
            run.pop(0)
        found += run
        run = []
    return found


def _alone(row: Row, page: Pitch, columns: int) -> bool:
    """Whether the line holds the first column's text and no other's, or, on a page of so many columns, a headline of larger type."""
    if row[0].start >= INDENT or row[-1].text[-1] in _MARKS or any("。" in cell.text for cell in row):
        return False
    if set(_placed(row, page)) == {0}:
        return True
    if len(row) > HALVES or any(not _MARKS.isdisjoint(cell.text) for cell in row):
        return False
    if row[0].width > page.width + 2 * NEAR or len(row) > 1 and all(cell.width < page.width - NEAR for cell in row):
        return True
    return sum(cell.width > page.width - NEAR for cell in row) < min(len(row), columns - 1) and all(
        cell.gap < GAP or cell.gap <= FAR * len(before.text) + GAP and _off(cell.start, page.step) > 2 for before, cell in zip(row, row[1:]))


def _last(row: Row, page: Pitch) -> bool:
    """Whether the line is a full row, or a row that ends a sentence."""
    size = _size(row)
    return abs(size - page.width) < NEAR or row[-1].text[-1] in _ENDS and size < page.width + NEAR


def _size(row: Row) -> int:
    return sum(cell.width for cell in row) + len(row) - 1


def _box(rows: Sequence[Row], page: Pitch) -> list[dict[int, str] | None]:
    """The rows of one box, by its own measures if it has enough of them: each as its text by column; None for one that is wider than a column and not cut."""
    pitch = _pitch(rows)
    if pitch.full < FEW:
        widest = max((cell.width for row in rows for cell in row), default=0)
        pitch = page if widest <= page.width + 2 * NEAR else pitch._replace(width=widest)
    return _in_columns(rows, pitch._replace(starts=_starts(rows, pitch)))


def _starts(rows: Sequence[Row], pitch: Pitch) -> tuple[int, ...]:
    """Where the columns of a box start; empty where cells behind padding do not show it for each column that the box's fullest row has."""
    columns = max((sum(cell.width > pitch.width - NEAR for cell in row) for row in rows), default=0)
    counts = Counter(cell.start for row in rows for k, cell in enumerate(row) if cell.gap >= (GAP if k else INDENT))
    groups: list[list[int]] = []
    for start in sorted(counts):
        if not groups or start - groups[-1][-1] > NEAR:
            groups.append([])
        groups[-1].append(start)
    often = [group[0] for group in groups if sum(counts[start] for start in group) > 1]
    apart = all(b - a >= pitch.width / 3 for a, b in zip((0, *often), often))
    return (0, *often) if columns > 1 and len(often) >= columns - 1 and apart else ()


def _in_columns(rows: Sequence[Row], pitch: Pitch) -> list[dict[int, str] | None]:
    return [None if len(row) == 1 and row[0].start < INDENT and row[0].width > pitch.width + 2 * NEAR else _placed(row, pitch) for row in rows]


def _placed(row: Row, pitch: Pitch) -> dict[int, str]:
    out: dict[int, str] = {}
    column, held = -1, 0
    for k, cell in enumerate(row):
        near, joined = pitch.nearest(cell.start), held + cell.gap + cell.width
        if k == 0:
            column = near if cell.gap >= INDENT else 0
        elif cell.gap >= GAP:
            if near > column:
                column = near
            elif joined > pitch.width + NEAR or cell.gap > INDENT:
                column += 1
        elif joined > pitch.width + NEAR or held >= pitch.width - 2:
            column += 1
        if column in out:
            out[column] += " " + cell.text
            held = joined
        else:
            out[column], held = pitch.indent(column, cell.start) + cell.text, cell.width
    return out


def _boxed(rows: Sequence[Row], boxes: Sequence[Sequence[dict[int, str] | None]]) -> bool:
    """Whether the stories stand in boxes of their own: below their headlines all columns begin together, and hardly a line has none in the first."""
    begun = [[row for row in box if row] for box in boxes]
    begun = [box for box in begun if box]
    whole = sum(0 in box[0] and len(box[0]) >= _fullest(box) for box in begun)
    padded = sum(row[0].start >= INDENT for row in rows if row)
    allowed = PADDED * (1 + (whole == len(begun) > SEVERAL))
    return bool(begun) and whole >= BOXED * len(begun) and padded <= allowed * sum(map(bool, rows))


def _read(boxes: Sequence[Sequence[dict[int, str] | None]]) -> list[list[str] | None]:
    """The boxes' lines with a text for every column of their box, and the headlines between them; empty where no line has two columns."""
    out: list[list[str] | None] = []
    several = False
    for k, box in enumerate(boxes):
        if k:
            out.append(None)
        count = 1 + max((max(row, default=0) for row in box if row is not None), default=0)
        several = several or count > 1
        out += [row if row is None else [row.get(column, "") for column in range(count)] for row in box]
    return out if several else []
