"""Take columns apart whose rows stand in one sequence, as extraction prints them that goes down a page from height to height.

What pdfplumber gives by itself, PDFBox when it sorts, and pdftotext where columns are close: rows of
neighbouring columns at one height stand on one line, with a space between, and those at other heights on lines between. No
position is left. What tells a row's column is which row it continues (``succession.py``), that all columns' rows are
as far apart, so that each has one between two of another, and that a full row is as wide as the column.

The page is cut into stretches, each of so many columns of one width, or of lines that run across it. A beam search over
the lines keeps, for each such layout, the likeliest ways to deal the rows to its columns; a stretch may end at any line,
and what then counts as well is whether each column's first row continues the last one of the column before.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import Iterator, NamedTuple, Sequence, TypeVar

from convert.measure import usual_width
from convert.rules import Rules
from convert.succession import Piece, follows, pairs_of, piece

NARROWEST, WIDEST = 20, 120
"""Half-ems that a column may measure."""
NEAR, INDENT, APART = 3, 4, 5
"""Half-ems by which a full row may differ from its column, by which a paragraph's first is shorter, and by which the widths of two layouts differ at least."""
LAYOUTS, SHARE, NARROWER = 3, 0.08, 0.6
"""Widths that a page's columns may have, the share of its rows that each fills at least, and how much of the commonest it measures at least."""
GUTTER = 3
"""Half-ems between two columns, about."""
COLUMNS = 8
"""Columns that a page may have."""
BEAM = 24
"""Ways to deal the rows that are kept of each layout."""
SKIPPED, SKIPPED_IN_SENTENCE, SKIPPED_AGAIN = 2.0, 12.0, 1.0
"""Against a column that has no row while all others have one, behind a paragraph or a heading, in mid-sentence, and each time after that; in nats, as all that follows."""
STRETCH, ACROSS, UNUSED = 4.0, 1.0, 8.0
"""Against a new stretch, a line that runs across the page, and a column without a row."""
SIDE_BY_SIDE = 6.0
"""Against a line across the page that may as well be full rows of several columns."""
ENDED, CUT_OFF = 2.0, -3.0
"""For a stretch whose last row has ended, and one whose last row has not."""
SPARE = 0.45
"""Against each column, for every line: one too many always finds a row or two."""
TOO_WIDE, SHORT_AND_ENDED, SHORT = 4.0, 0.7, 2.0
"""Against a piece that is wider than its column, that is shorter and has ended, and that is only shorter."""
SPACED, SPACED_BEHIND_MARK, SPACED_BESIDE_LETTERS = 1.0, 3.0, 0.2
"""Against a space inside a piece, between wide characters, behind one of :data:`MARKS`, and elsewhere."""
MARKS = frozenset("，。；：！？、")
SPLITS, WORSE = 4, 5.0
"""Ways to cut a line into pieces that are looked at, and by how much they may be worse than the best."""
LONGEST = 500
"""Lines that are taken apart at a time."""
_TOKEN = re.compile(r"\S+")
_T = TypeVar("_T")


class Layout(NamedTuple):
    """How a stretch of the page is set."""

    columns: int
    width: int
    """Of each, in half-ems."""


class _Step(NamedTuple):
    """What was made of one line, and of those before it."""

    layout: Layout | None
    """None for a line across the page."""
    pieces: tuple[Piece, ...]
    columns: tuple[int, ...]
    begins: bool
    """Whether a stretch begins with the line."""
    before: _Step | None


class _Path(NamedTuple):
    """One way to deal the rows of a stretch so far; which row is the last of each column is the key that it is kept under."""

    score: float
    turns: tuple[int, ...]
    """The line of each column's last row but one."""
    firsts: tuple[Piece | None, ...]
    step: _Step | None


_Lasts = tuple[Piece | None, ...]


def taken_apart(texts: Sequence[str], rules: Rules) -> list[tuple[int, str]]:
    """The texts' pieces in reading order, each with the number of its text; blank texts have none. Empty where no columns are found."""
    filled = [(i, text) for i, text in enumerate(texts) if text.strip()]
    parts = [filled[start:start + LONGEST] for start in range(0, len(filled), LONGEST)]
    read = [_Page(lines, rules).read() for lines in parts]
    return [piece for found, lines in zip(read, parts) for piece in found or lines] if any(read) else []


class _Page:
    """A page's lines, and what was found out of them."""

    def __init__(self, lines: Sequence[tuple[int, str]], rules: Rules) -> None:
        self._lines = lines
        self._rules = rules
        self._tokens = [[found.span() for found in _TOKEN.finditer(text)] for _, text in lines]
        self._pieces: dict[tuple[int, int, int], Piece] = {}
        self._links: dict[tuple[Piece, Piece, int], float] = {}
        self._splits: dict[tuple[int, int], list[tuple[float, tuple[Piece, ...]]]] = {}
        self._pairs = pairs_of(text for _, text in lines)
        self._widths = self._measured()

    def read(self) -> list[tuple[int, str]]:
        """The pieces in reading order; none where all lines stay as they stand."""
        readings = [(step, score - SPARE * columns * len(self._lines)) for columns in (self._counts() if self._widths else ())
                    for score, step in [self._reading(self._layouts(columns))]]
        step = max(readings, key=lambda reading: reading[1], default=(None, 0.0))[0]
        pieces = [(piece.line, piece.text) for piece in _in_order(step)]
        return [] if [line for line, _ in pieces] == [line for line, _ in self._lines] else pieces

    def _measured(self) -> list[int]:
        """The widths that many tokens have, the commonest first."""
        counts = Counter(self._piece(k, n, n + 1).width for k, tokens in enumerate(self._tokens) for n in range(len(tokens)))
        total = sum(count for size, count in counts.items() if size >= NARROWEST)
        found: list[int] = []
        while len(found) < LAYOUTS:
            size = usual_width(counts, range(int(NARROWER * found[0]) if found else NARROWEST, WIDEST))
            share = sum(counts[near] for near in range(size - 2, size + NEAR))
            if share == 0 or found and share < max(LAYOUTS + 1, SHARE * total):
                break
            found.append(size)
            for near in range(size - APART, size + APART + 1):
                counts[near] = 0
        return found

    def _counts(self) -> range:
        """How many columns the page may have: about as many as full rows stand on one line."""
        full = sorted(sum(abs(p.width - self._widths[0]) <= NEAR for p in self._split(k, self._widths[0])[0][1]) for k in range(len(self._lines)))
        side_by_side = min(COLUMNS, full[-2] if len(full) > 1 else full[-1])
        return range(max(1, side_by_side - 1), min(COLUMNS, side_by_side + 2) + 1)

    def _layouts(self, columns: int) -> list[Layout]:
        """The layouts of a page of so many columns of the commonest width: where they are wider, there are fewer of them."""
        space = columns * (self._widths[0] + GUTTER)
        return [Layout(max(1, min(COLUMNS, round(space / (size + GUTTER)))), size) for size in self._widths]

    def _reading(self, layouts: Sequence[Layout]) -> tuple[float, _Step | None]:
        """The likeliest reading in these layouts, and its score."""
        best: tuple[float, _Step | None] = (0.0, None)
        open_: dict[Layout, dict[_Lasts, _Path]] = {layout: {} for layout in layouts}
        for k, tokens in enumerate(self._tokens):
            for layout in layouts:
                none = (None,) * layout.columns
                fresh = _Path(best[0] - STRETCH, (-1,) * layout.columns, none, best[1])
                open_[layout] = self._dealt(k, layout, [(none, fresh), *open_[layout].items()])
            against = ACROSS + (SIDE_BY_SIDE if any(self._holds_rows(k, layout.width) for layout in layouts) else 0.0)
            across = best[0] - against, _Step(None, (self._piece(k, 0, len(tokens)),), (0,), True, best[1])
            ended = [(self._ended(lasts, path, layout), path.step) for layout in layouts for lasts, path in open_[layout].items()]
            best = max([across, *ended], key=lambda reading: reading[0])
        return best

    def _dealt(self, k: int, layout: Layout, paths: Sequence[tuple[_Lasts, _Path]]) -> dict[_Lasts, _Path]:
        """The paths with line k dealt to the columns in every way, as many as are kept; the first of ``paths`` begins a stretch."""
        found: dict[_Lasts, _Path] = {}
        for n, (lasts, path) in enumerate(paths):
            for cost, pieces in self._split(k, layout.width):
                for columns in combinations(range(layout.columns), len(pieces)):
                    score = path.score - cost + self._gain(pieces, columns, lasts, path, layout)
                    now = _put(lasts, columns, pieces)
                    if now in found and found[now].score >= score:
                        continue
                    turns = _put(path.turns, columns, [last.line if (last := lasts[c]) else -1 for c in columns])
                    firsts = _put(path.firsts, columns, [path.firsts[c] or piece for c, piece in zip(columns, pieces)])
                    found[now] = _Path(score, turns, firsts, _Step(layout, pieces, columns, not n, path.step))
        return dict(sorted(found.items(), key=lambda item: -item[1].score)[:BEAM])

    def _gain(self, pieces: Sequence[Piece], columns: Sequence[int], lasts: _Lasts, path: _Path, layout: Layout) -> float:
        """What speaks for the pieces' being the next ones of these columns."""
        gain = 0.0
        for piece, column in zip(pieces, columns):
            above = lasts[column]
            if above is None:
                continue
            gain += self._link(above, piece, layout.width)
            for other, last in enumerate(lasts):
                line = last.line if last else -1
                if line < above.line and other not in columns:
                    first = SKIPPED if last and _may_pause(last, layout.width) else SKIPPED_IN_SENTENCE
                    gain -= (first if line >= path.turns[column] else SKIPPED_AGAIN) / (layout.columns - 1)
        return gain

    def _ended(self, lasts: _Lasts, path: _Path, layout: Layout) -> float:
        """The path's score if its stretch ends here."""
        score = path.score - UNUSED * lasts.count(None)
        for last, first in zip(lasts, path.firsts[1:]):
            if last and first:
                score += self._link(last, first, layout.width)
        return score + (0.0 if lasts[-1] is None else ENDED if lasts[-1].ended else CUT_OFF)

    def _link(self, above: Piece, below: Piece, column: int) -> float:
        key = above, below, column
        found = self._links.get(key)
        if found is None:
            found = self._links[key] = follows(above, below, column, self._pairs)
        return found

    def _piece(self, k: int, start: int, end: int) -> Piece:
        """The tokens from ``start`` up to ``end`` of line k as one."""
        found = self._pieces.get((k, start, end))
        if found is None:
            line, text = self._lines[k]
            text = text[self._tokens[k][start][0]:self._tokens[k][end - 1][1]]
            found = self._pieces[k, start, end] = piece(line, text, self._rules)
        return found

    def _split(self, k: int, column: int) -> list[tuple[float, tuple[Piece, ...]]]:
        """The best ways to cut line k into pieces of columns so wide, with what speaks against each."""
        found = self._splits.get((k, column))
        if found is None:
            ways = list(self._ways(k, column))
            found = self._splits[k, column] = [way for way in ways if way[0] <= ways[0][0] + WORSE]
        return found

    def _holds_rows(self, k: int, column: int) -> bool:
        """Whether line k holds full rows of several columns so wide."""
        return sum(not _misfit(found, column) for found in self._split(k, column)[0][1]) > 1

    def _ways(self, k: int, column: int) -> Iterator[tuple[float, tuple[Piece, ...]]]:
        text, tokens = self._lines[k][1], self._tokens[k]
        best: list[list[tuple[float, tuple[Piece, ...]]]] = [[(0.0, ())]]
        for end in range(1, len(tokens) + 1):
            ways: list[tuple[float, tuple[Piece, ...]]] = []
            spaced = 0.0
            for start in range(end - 1, -1, -1):
                found = self._piece(k, start, end)
                if start < end - 1:
                    if found.width > column + NEAR + 1:
                        break
                    spaced += _spaced(text[slice(*tokens[start])], text[tokens[start + 1][0]])
                cost = spaced + _misfit(found, column)
                ways += [(before + cost, (*pieces, found)) for before, pieces in best[start]]
            best.append(sorted(ways, key=lambda way: way[0])[:SPLITS])
        yield from best[-1]


def _may_pause(last: Piece, column: int) -> bool:
    """Whether space may stand below a piece: a paragraph ends with it, or it is a heading's."""
    return last.ended or column - last.width > INDENT + NEAR


def _put(values: tuple[_T, ...], columns: Sequence[int], new: Sequence[_T]) -> tuple[_T, ...]:
    out = list(values)
    for column, value in zip(columns, new):
        out[column] = value
    return tuple(out)


def _spaced(before: str, after: str) -> float:
    """What speaks against a space between two tokens of one row; inside a bracket names have some."""
    if before[-1] in MARKS:
        return SPACED_BEHIND_MARK
    return SPACED if before[-1] >= "\u2E80" and after >= "\u2E80" and before.rfind("（") <= before.rfind("）") else SPACED_BESIDE_LETTERS


def _misfit(found: Piece, column: int) -> float:
    """What speaks against a piece by its width."""
    over = found.width - column
    if abs(over) <= NEAR or abs(over + INDENT) <= 2:
        return 0.0
    return TOO_WIDE + over / 8 if over > 0 else SHORT_AND_ENDED if found.ended else SHORT


def _in_order(last: _Step | None) -> Iterator[Piece]:
    """The pieces of a reading, stretch by stretch and column by column."""
    steps: list[_Step] = []
    while last:
        steps.append(last)
        last = last.before
    held: list[list[Piece]] = []
    for step in reversed(steps):
        if step.begins:
            yield from (piece for column in held for piece in column)
            held = [[] for _ in range(step.layout.columns if step.layout else 1)]
        for piece, column in zip(step.pieces, step.columns):
            held[column].append(piece)
    yield from (piece for column in held for piece in column)
