"""Which lines of a page in columns extraction swapped, and where its columns end and begin anew, further down: one story set in all of them, and another below it.

pdftotext -layout prints one line before the other where the heights of their rows overlap. No line runs across the page where columns begin
anew, and their rows hardly pause at one height, so positions tell neither. What does is how sentences run on (``succession.py``): across
swapped lines they do in each column that has a row on both once these stand the other way round; where columns begin anew none goes on in the
row below, and each goes on at the top of the next column.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import accumulate, chain
from typing import Sequence

from convert.measure import usual_width
from convert.rules import Rules
from convert.succession import Piece, follows, pairs_of, piece

ANEW = 8.0
"""Against each place where all columns begin anew, in nats: with 6 to 8 most stories of 144 pages in columns were whole."""
SWAPPED, SWAPPED_IN_EACH = 3.0, 1.0
"""Against two lines' being swapped, and for each column that has a row on both, in nats: the best for articles of 120 such pages."""
NARROWEST = 16
"""Half-ems that a full row measures at least."""
LONGEST = 500
"""Rows that are looked at together."""
_Row = tuple[Piece | None, ...]


def in_order(rows: Sequence[Sequence[str]], rules: Rules) -> list[int]:
    """The order of the rows, by their numbers, with those put right that extraction swapped; ``rows`` as in :func:`stretches`."""
    return [start + at for start in range(0, len(rows), LONGEST) for at in _Columns(rows[start:start + LONGEST], rules).in_order()]


def stretches(rows: Sequence[Sequence[str]], rules: Rules) -> list[int]:
    """The rows at which columns begin anew, the first of all among them; ``rows`` holds the texts of wide characters in each column."""
    return [start + at for start in range(0, len(rows), LONGEST) for at in _Columns(rows[start:start + LONGEST], rules).starts()] or [0]


class _Columns:
    """Columns side by side, and how likely each row goes on in another."""

    def __init__(self, rows: Sequence[Sequence[str]], rules: Rules) -> None:
        self._rows = [tuple([piece(i, text, rules) if text else None for text in map(str.strip, texts)]) for i, texts in enumerate(rows)]
        none: _Row = (None,) * len(rows[0])
        self._above = list(accumulate(self._rows, _latest, initial=none))
        self._below = list(accumulate(reversed(self._rows), _latest, initial=none))[::-1]
        sizes = Counter(found.width for row in self._rows for found in row if found and found.width >= NARROWEST)
        full, pairs = usual_width(sizes, sizes, NARROWEST), pairs_of(chain.from_iterable(rows))
        self._link = lru_cache(maxsize=None)(lambda above, below: follows(above, below, full, pairs) if above and below else 0.0)

    def starts(self) -> list[int]:
        """Of all ways to cut the columns the likeliest (Viterbi)."""
        ends = [end for end in range(1, len(self._rows)) if any(self._rows[end])] + [len(self._rows)]
        best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
        for end in ends:
            best[end] = max((score + self._read(start, end), start) for start, (score, _) in best.items())
        starts, at = [], len(self._rows)
        while at:
            at = best[at][1]
            starts.append(at)
        return starts[::-1]

    def in_order(self) -> list[int]:
        """The rows from above, one before the other where that reads better."""
        filled = [i for i, row in enumerate(self._rows) if any(row)]
        order = list(range(len(self._rows)))
        above, k = self._above[0], 0
        while k + 1 < len(filled):
            i, j = filled[k], filled[k + 1]
            swap = self._gain(above, self._rows[i], self._rows[j], self._below[j + 1]) > SWAPPED
            if swap:
                order[i], order[j] = j, i
                above = _latest(above, self._rows[j])
            above = _latest(above, self._rows[i])
            k += 2 if swap else 1
        return order

    def _gain(self, above: _Row, first: _Row, second: _Row, below: _Row) -> float:
        """What speaks for reading ``second`` before ``first``, between the rows ``above`` and ``below``."""
        link, gain = self._link, 0.0
        for last, a, b, following in zip(above, first, second, below):
            if a and b:
                gain += link(last, b) + link(b, a) + link(a, following) - link(last, a) - link(a, b) - link(b, following) - SWAPPED_IN_EACH
        return gain

    def _read(self, start: int, end: int) -> float:
        """What speaks for reading the rows from ``start`` up to ``end`` column by column, and then those below."""
        columns = [(first, last) for first, last in zip(self._below[start], self._above[end]) if first and last and first.line < end and last.line >= start]
        score = sum([self._link(last, first) for (_, last), (first, _) in zip(columns, columns[1:])])
        if end == len(self._rows):
            return score
        below = next(filter(None, self._below[end]), None)
        across = sum([self._link(above, found) for above, found in zip(self._above[end], self._below[end])])
        return score + (self._link(columns[-1][1], below) if columns else 0.0) - across - ANEW


def _latest(before: _Row, row: _Row) -> _Row:
    return tuple([found or last for found, last in zip(row, before)])
