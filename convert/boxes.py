"""Boxes: stretches of a page whose text is set in columns of one width, as a story across two columns beside others in one.

Of all ways to cut the page's rows into boxes the best is taken (a Viterbi search): what a row costs in a column of a
given width is by how it fills it, and another width costs as much as a few rows that fit badly. Only rows with a mark
inside tell: a headline's, a poem's and a list's are of any width.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple, Sequence

FILLED, INDENT = 2, 5
"""Half-ems by which a full row may be off its column's width, and by which a full row that is indented falls short of it at most."""
INDENTED, SHORT, OVER = 1.5, 2.5, 4.0
"""What a row costs that is full but indented, that is short, and that is wider than its column; one that fills its column costs nothing."""
ANOTHER, INSIDE = 5.0, 2.0
"""What it costs to begin another box, and what more to do so at a row of text: a story begins with its headline."""
_INSIDE = re.compile("[，。、；：？！](?=.)").search
WIDTHS, ROWS = 8, 2
"""Widths that a page's columns may have at most, and rows that are as wide, of each."""


class Box(NamedTuple):
    """Rows of a page that stand in columns of one width."""

    start: int
    end: int
    """The row after the last."""
    column: int
    """Half-ems; 0 where the whole page is one box."""

    def fills(self, w: int) -> bool:
        """Whether a row of ``w`` half-ems may fill a column of the box."""
        return not self.column or abs(self.column - w) <= FILLED


def boxes(texts: Sequence[str], widths: Sequence[int]) -> list[Box]:
    """The page's boxes in reading order, from its rows and their widths in half-ems."""
    telling = [_INSIDE(text) is not None for text in texts]
    columns = _candidates([b for (a, above), (b, tells) in pairwise(zip(widths, telling)) if above and tells and abs(a - b) <= FILLED])
    if len(columns) < 2:
        return [Box(0, len(widths), 0)]
    costs = {w: [_cost(w, column) for column in columns] for w in set(widths)}
    best = [0.0] * len(columns)
    came: list[list[int]] = []
    for w, tells in zip(widths, telling):
        least = min(best)
        origin, other = best.index(least), least + ANOTHER + INSIDE * tells
        came.append([k if stay <= other else origin for k, stay in enumerate(best)])
        best = [min(stay, other) for stay in best]
        if tells:
            best = [so_far + cost for so_far, cost in zip(best, costs[w])]
    return _stretches(came, columns, best.index(min(best)))


def _stretches(came: Sequence[Sequence[int]], columns: Sequence[int], last: int) -> list[Box]:
    """The boxes, read off from the last row's column and where each row's best reading came from."""
    out, end, k = [], len(came), last
    for row in range(len(came) - 1, 0, -1):
        if came[row][k] != k:
            out.append(Box(row, end, columns[k]))
            end, k = row, came[row][k]
    return [Box(0, end, columns[k] if out else 0), *reversed(out)]


def _candidates(widths: Sequence[int]) -> list[int]:
    """Widths that a column of the page may have, the likeliest first, from those of rows that are as wide as the row above."""
    counts = Counter(widths)
    near = {w: count + counts[w - 1] + counts[w + 1] for w, count in counts.items()}
    out: list[int] = []
    for w in sorted(near, key=lambda w: (-near[w], -counts[w], -w)):
        if near[w] < ROWS or len(out) == WIDTHS:
            break
        if all(abs(w - other) > INDENT for other in out):
            out.append(w)
    return out


def _cost(w: int, column: int) -> float:
    short = column - w
    if short < -FILLED:
        return OVER
    return 0.0 if short <= FILLED else INDENTED if short <= INDENT else SHORT
