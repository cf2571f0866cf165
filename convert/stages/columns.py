"""Split columns that stand side by side on one line, and read them one after the other.

May change: only the order of text and the white space between columns. ``pdftotext -layout`` prints a
page's columns beside each other, with a gutter of spaces (``gutters.py`` finds it) or, where columns of
wide characters stand close, with a single space (``even.py`` goes by the width of their cells). A line that
runs across the columns (a folio, a headline) ends the columns above it and stands by itself.
"""

from __future__ import annotations

from typing import Iterator, Sequence

from convert.even import beside, even_columns
from convert.gutters import BESIDE, MIN_LINES, OF_WIDE, OF_WORDS, Box, Cell, Print, looked_at, spans
from convert.measure import japanese, mostly_wide
from convert.model import Line, Note
from convert.order import IN_ORDER, begun_in_sentence, going_on
from convert.rules import Rules
from convert.strands import taken_apart
from convert.stretches import in_order, stretches
from convert.tables import table_rows
from convert.tops import tops

NEARLY = 0.9
"""Share of the support that gutters have from which the width of cells is asked: it parts the rows too whose gutter is a single space."""
RULE = "columns-run-together"
"""Name of the note that says that rows of several columns stand on one line."""
ADVICE = "take the page out of its PDF again in the order of its text (pdftotext -raw or -layout, pypdf, PyMuPDF unsorted)"
STRAY = 0.02
"""Share of lines that hold two spaces side by side up to which nothing is padded."""
LOOKED_AT = 150
"""Lines of a page without padding by which it is told whether they are in order."""
DOUBTFUL = 0.45
"""Share of words that go on from row to row under which what was read on a padded page may be no columns: it is taken apart by sentences, if more go on then."""
RUN_TOGETHER, OF_ROWS_RUN_TOGETHER, OF_ROWS_TAKEN_APART, OF_WORDS_RUN_TOGETHER = 0.15, 0.29, 0.82, 0.6
"""Share of the lines with rows of several columns, and no padding, from which a page may be out of order: of 330 shared pages one has 0.1, of 60 that pdftotext
printed of close columns 29 have more; and the shares of parts that were right, of those that were certain otherwise, where columns were not told, where they were, and in
scripts with spaces."""
Placed = list[str] | None
"""A line's text in each column; None for a line that runs across them."""
OF_GOING_ON = 1.3
"""Times the share of words that go on from row to row, and its error: no more parts of columns side by side were right, of those that were certain otherwise, on
240 pages by four extractors."""
BY_CELLS, BY_CELLS_AND_GUTTERS, BY_GUTTERS, OF_WORDS_BY_GUTTERS = 0.85, 0.91, 0.83, 0.96
"""Shares of parts that were right, of those that were certain otherwise, on 120 pages that pdftotext -layout printed of columns set in a browser:
where columns of wide characters were told by the width of their cells alone, or as well by gutters, or by gutters alone; and of words, on 13."""


def columns(lines: tuple[Line, ...], rules: Rules) -> tuple[tuple[Line, ...], float, tuple[Note, ...]]:
    """Lines in reading order, the probability, 0 to 1, that it is, and a note where it is not; the same tuple, and 1, where nothing stands side by side.

    First rows of columns that stand on one line alone go back on top of their columns, if that shows.
    """
    filled = [line.text for line in lines if line.text]
    tables = table_rows([line.text for line in lines])  # their columns are no page's
    gapped = [line for line, row in zip(lines, tables) if not row and " " in line.text.strip()]
    least = max(MIN_LINES, RUN_TOGETHER * len(filled))
    wide = mostly_wide("".join(filled))
    padded = sum("  " in line.text.strip() for line in gapped)
    read, sure = _split(lines, filled, len(gapped), padded, wide, rules) if len(gapped) >= least else (tops(lines), 1.0)
    together = _run_together(gapped, least) if padded <= STRAY * len(filled) else []
    return _by_sentences(lines, read, sure, padded, together, rules) if wide else _of_words(read, sure)


def _by_sentences(lines: tuple[Line, ...], read: tuple[Line, ...], sure: float, padded: int, together: Sequence[Line], rules: Rules) -> tuple[tuple[Line, ...], float, tuple[Note, ...]]:
    """The lines as ``read``, or as their sentences run on, if more do so than as read; a note says so, or that the lines that stand ``together`` are in no order."""
    told = going_on([line.text for line in (read if padded else read[:LOOKED_AT])], rules)
    if told and told.share < (DOUBTFUL if padded else IN_ORDER):
        apart = tuple([lines[i]._replace(text=text) for i, text in taken_apart([line.text for line in lines], rules)])
        better = going_on([line.text for line in apart], rules)
        if better and better.share > told.share + (told.error if told.share >= IN_ORDER else 0.0):
            what = "rows of several columns stand between each other, and were put in the order in which their sentences run on: look it through, or"
            return apart, OF_ROWS_TAKEN_APART, (Note((together or apart)[0].number, RULE, f"{what} {ADVICE}"),)
    if together and (told.share < IN_ORDER if told else not padded):
        return lines, OF_ROWS_RUN_TOGETHER, (Note(together[0].number, RULE, f"{len(together)} lines hold rows of several columns, out of order; {ADVICE}"),)
    return read, min(sure, OF_GOING_ON * (told.share + told.error)) if told and sure < 1.0 else sure, ()


def _of_words(read: tuple[Line, ...], sure: float) -> tuple[tuple[Line, ...], float, tuple[Note, ...]]:
    """The lines as ``read``, with a note where sentences do not run on in them: with single spaces between, nothing tells columns apart from words."""
    if not begun_in_sentence([line.text for line in read]):
        return read, sure, ()
    first = next(line.number for line in read if line.text)
    return read, sure * OF_WORDS_RUN_TOGETHER, (Note(first, RULE, f"the rows of several columns stand between each other, out of order; {ADVICE}"),)


def _split(lines: tuple[Line, ...], filled: Sequence[str], gapped: int, padded: int, wide: bool, rules: Rules) -> tuple[tuple[Line, ...], float]:
    """The lines column by column, and how sure that is; of the ``filled`` ones so many are ``gapped``, and so many of these ``padded``."""
    if gapped < BESIDE * len(filled) or padded < MIN_LINES and not (wide and padded and beside(filled) >= max(MIN_LINES, BESIDE * len(filled))):
        return tops(lines), 1.0
    readings = [looked_at(lines, how) for how in (OF_WIDE if wide else OF_WORDS)]
    how, rows, boxes = max(readings, key=lambda reading: _supported(reading[2]))
    support, exact = _supported(boxes)
    placed = even_columns([line.text for line in lines]) if wide else []
    even = _even_support(lines, placed)
    if even >= (support, max(1, exact)) or even[0] >= NEARLY * support and (even[1] or placed.count(None) > len(boxes)):
        return tuple(_read(lines, placed, rules)), BY_CELLS + (BY_CELLS_AND_GUTTERS - BY_CELLS) * min(1.0, support / max(1, even[0]))
    if all(len(box.columns) < 2 for box in boxes):
        return tops(lines), 1.0
    read = tuple(line for box in boxes for line in _read(lines[box.start:box.end], _placed(rows[box.start:box.end], box, how), rules))
    return read, BY_GUTTERS if wide else OF_WORDS_BY_GUTTERS


def _run_together(gapped: Sequence[Line], least: float) -> list[Line]:
    """The lines with rows of neighbouring columns of wide characters, if they are ``least`` or more: on a page where nothing is padded they are in no order then.

    So ``pdftotext`` without an option prints columns that stand close, and pdfplumber all.
    """
    together = [line for line in gapped if beside([line.text])]
    return together if len(together) >= least else []


def _supported(boxes: Sequence[Box]) -> tuple[int, int]:
    return sum(box.support for box in boxes), sum(box.exact for box in boxes)


def _even_support(lines: Sequence[Line], placed: Sequence[Placed]) -> tuple[int, int]:
    """Texts beside each other in lines of even columns, and those in lines where no gutter can be seen."""
    neighbours = [(sum(map(bool, texts)) - 1, "  " in line.text.strip()) for line, texts in zip(lines, placed) if texts and any(texts)]
    return sum(count for count, _ in neighbours), sum(count for count, gapped in neighbours if not gapped)


def _placed(rows: Sequence[Sequence[Cell]], box: Box, how: Print) -> Iterator[Placed]:
    """The box's lines column by column."""
    starts = box.columns
    for row in rows:
        row = row if how.jitter else _cut(row, starts)
        if spans(row, starts, how.jitter):
            yield None
            continue
        parts: list[list[Cell]] = [[] for _ in starts]
        for cell in row:
            parts[max(k for k, start in enumerate(starts) if k == 0 or cell.start >= start - how.jitter)].append(cell)
        yield [_text(cells, start) for cells, start in zip(parts, starts)]


def _cut(row: Sequence[Cell], starts: Sequence[int]) -> Sequence[Cell]:
    """The row with cells cut at columns that they run into, where another cell shows by its place that the row is one of columns."""
    if not any(cell.start in starts[1:] for cell in row):
        return row
    out: list[Cell] = []
    for cell in row:
        for start in starts[1:]:
            if cell.start < start < cell.end:
                out.append(Cell(cell.start, start, cell.text[:start - cell.start]))
                cell = Cell(start, cell.end, cell.text[start - cell.start:])
        out.append(cell)
    return out


def _text(cells: Sequence[Cell], start: int) -> str:
    """The cells of one column with the spaces between them and before them."""
    out, at = "", start
    for cell in cells:
        out += " " * (cell.start - at) + cell.text
        at = cell.end
    return out


def _read(lines: Sequence[Line], placed: Iterator[Placed] | Sequence[Placed], rules: Rules) -> Iterator[Line]:
    """The lines one column after the other, as far as no line runs across them and columns do not begin anew."""
    held: list[tuple[Line, list[str]]] = []
    for line, texts in zip(lines, placed):
        if texts is None or not line.text and not held:
            yield from _released(held, rules)
            held = []
            yield line
        else:
            held.append((line, texts))
    yield from _released(held, rules)


def _released(held: Sequence[tuple[Line, list[str]]], rules: Rules) -> Iterator[Line]:
    text = "".join(["".join(texts) for _, texts in held])
    chinese = mostly_wide(text) and not japanese(text)
    if chinese:
        held = [held[k] for k in in_order([texts for _, texts in held], rules)]
    rows = [texts for _, texts in held]
    starts = stretches(rows, rules) if chinese else [0]
    for start, end in zip(starts, [*starts[1:], len(held)]):
        for column in zip(*rows[start:end]):
            size = max((k + 1 for k, text in enumerate(column) if text), default=0)
            yield from (line._replace(text=text) for (line, _), text in zip(held[start:end], column[:size]))
