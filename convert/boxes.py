"""Boxes: stretches of a page whose text is set in columns of one width, as a story across two columns beside others in one.

Of all ways to cut the page's rows into boxes the best is taken (a Viterbi search): what a row costs in a column of a
given width is by how it fills it, and another width costs as much as a few rows that fit badly. A row of text that breaks
off in mid-sentence is full, so it tells most; a headline's, a poem's and a list's rows, which have no mark inside, tell
only that a column is not narrower.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple, Sequence

FILLED, INDENT = 2, 5
"""Half-ems by which a full row may be off its column's width, and by which a full row that is indented falls short of it at most."""
INDENTED, SHORT, OVER, PERHAPS_OVER = 1.0, 3.0, 4.0, 2.0
"""What a row costs that breaks off and is full but indented, or short; one that is wider than its column, and one so that may be a headline's. Every other row costs nothing."""
ANOTHER, INSIDE = 6.0, 2.0
"""What it costs to begin another box, and what more to do so at a row of text: a story begins with its headline."""
_TEXT = re.compile("[，。、；：！？](?=.)").search
_ENDS = frozenset("。！？!?…：:；;”」』）)")
WIDTHS, ROWS = 8, 2
"""Widths that a page's columns may have at most, and rows that break off as wide, of each."""


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
    kinds = ["" if _TEXT(text) is None else "ends" if text[-1] in _ENDS else "breaks off" for text in texts]
    columns = _candidates([w for w, kind in zip(widths, kinds) if kind == "breaks off"])
    if len(columns) < 2:
        return [Box(0, len(widths), 0)]
    costs = {row: [_cost(*row, column) for column in columns] for row in set(zip(widths, kinds))}
    best = [0.0] * len(columns)
    came: list[list[int]] = []
    for row in zip(widths, kinds):
        least = min(best)
        origin, other = best.index(least), least + ANOTHER + INSIDE * bool(row[1])
        came.append([k if stay <= other else origin for k, stay in enumerate(best)])
        best = [min(stay, other) + cost for stay, cost in zip(best, costs[row])]
    return _stretches(came, columns, best.index(min(best)))


def _cost(w: int, kind: str, column: int) -> float:
    """Of a row of ``w`` half-ems in such a column."""
    short = column - w
    if short < -FILLED:
        return OVER if kind else PERHAPS_OVER
    return 0.0 if kind != "breaks off" or short <= FILLED else INDENTED if short <= INDENT else SHORT


def _stretches(came: Sequence[Sequence[int]], columns: Sequence[int], last: int) -> list[Box]:
    """The boxes, read off from the last row's column and where each row's best reading came from."""
    out, end, k = [], len(came), last
    for row in range(len(came) - 1, 0, -1):
        if came[row][k] != k:
            out.append(Box(row, end, columns[k]))
            end, k = row, came[row][k]
    return [Box(0, end, columns[k] if out else 0), *reversed(out)]


def _candidates(widths: Sequence[int]) -> list[int]:
    """Widths that a column of the page may have, the likeliest first, from those of the rows that break off."""
    counts = Counter(widths)
    near = {w: count + counts[w - 1] + counts[w + 1] for w, count in counts.items()}
    out: list[int] = []
    for w in sorted(near, key=lambda w: (-near[w], -counts[w], -w)):
        if near[w] < ROWS or len(out) == WIDTHS:
            break
        if all(abs(w - other) > INDENT for other in out):
            out.append(w)
    return out
