"""Where the columns of a page end and begin anew, further down: one story set in all of them, and another below it.

No line runs across the page there, and the columns' rows hardly pause at one height, so positions do not tell. What does is how sentences
run on (``succession.py``): at such a place none of the columns goes on in the row below, and each goes on at the top of the next column.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import Iterator, Sequence

from convert.measure import width
from convert.rules import Rules
from convert.succession import Piece, follows, piece

ANEW = 8.0
"""Against each place where all columns begin anew, in nats: with 6 to 8 most stories of 144 pages in columns were whole."""
NARROWEST = 16
"""Half-ems that a full row measures at least."""
LONGEST = 500
"""Rows that are looked at together."""
_Row = tuple[Piece | None, ...]


def stretches(rows: Sequence[Sequence[str]], rules: Rules) -> list[int]:
    """The rows at which columns begin anew, the first of all among them; ``rows`` holds the texts of wide characters in each column."""
    return [start + at for start in range(0, len(rows), LONGEST) for at in _Columns(rows[start:start + LONGEST], rules).starts()] or [0]


class _Columns:
    """Columns side by side, and how likely each row goes on in another."""

    def __init__(self, rows: Sequence[Sequence[str]], rules: Rules) -> None:
        self._rows = [tuple([piece(i, text.strip(), width(text.strip()), rules) if text.strip() else None for text in texts]) for i, texts in enumerate(rows)]
        none = (None,) * len(rows[0])
        self._above = list(accumulate(self._rows, _latest, initial=none))
        self._below = list(accumulate(reversed(self._rows), _latest, initial=none))[::-1]
        full = _full(found.width for row in self._rows for found in row if found)
        pairs = {pair for texts in rows for text in texts for pair in map(str.__add__, text, text[1:])}
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


def _full(widths: Iterator[int]) -> int:
    """The width that most rows have, or nearly."""
    counts = Counter(size for size in widths if size >= NARROWEST)
    return max(counts, key=lambda size: counts[size] * (1 + size / 1000) + (counts[size - 1] + counts[size + 1]) / 2, default=NARROWEST)
