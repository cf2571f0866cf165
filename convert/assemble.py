"""From a page's lines to its printed rows: what is lifted out, how wide a line was printed, which lines are one row."""

from __future__ import annotations

import re
from collections import Counter
from operator import add
from typing import NamedTuple, Sequence

from convert.capitals import is_capital
from convert.copies import copies
from convert.fragments import are_fragments, rows_of_fragments, thin_width
from convert.marks import lifted
from convert.measure import advance, beyond_margin, column_widths, mostly_wide, width
from convert.model import Line
from convert.rows import rows, rows_of_words
from convert.rules import Rules
from convert.spelling import full_width_marks, usual_marks
from convert.tables import table_rows

TAB = 4
"""Half-ems of a tab at a row's start: papers indent by two characters."""
_WIDE_DIGIT = re.compile("[０-９]")


class Rows(NamedTuple):
    """Parallel lists over a page's printed rows; :class:`convert.view.View` says what each holds."""

    starts: list[int]
    lifted: frozenset[int]
    texts: list[str]
    blanks: list[int]
    indents: Sequence[int]
    spaced: list[bool]
    widths: list[int]
    columns: list[int]
    wide: bool
    cut: bool
    tables: list[bool]


class _Lines(NamedTuple):
    """Parallel lists over the lines that are kept."""

    kept: list[int]
    """Of the non-blank lines, which."""
    filled: int
    """Non-blank lines in all."""
    texts: list[str]
    blanks: list[int]
    indents: list[int]
    open_ended: list[bool]
    """Whether the line ended with a space."""
    narrowed: list[int]
    """Half-ems that it lost when its full-width digits became half-width ones."""


def assemble(lines: Sequence[Line], spaced: Sequence[bool], rules: Rules) -> Rows:
    """The printed rows of a page; ``spaced`` says of each non-blank line whether it came letter-spaced."""
    found = _kept(lines, rules)
    wide = mostly_wide("".join(found.texts))
    spelt = usual_marks(found.texts, rules) if wide else found.texts
    texts = full_width_marks(spelt) if wide else spelt
    fragments = wide and are_fragments(texts)
    measure = thin_width if fragments else width if wide else advance
    widths = [measure(text) for text in spelt]
    lost = found.narrowed if texts is spelt else [n + measure(text) - w for n, text, w in zip(found.narrowed, texts, widths)]
    tables = table_rows(texts)
    columns = _columns(tables, texts, widths, wide)
    lost = lost if wide and _set_in_full_width(lost, widths, columns) else [0] * len(texts)
    if any(lost):
        widths = list(map(add, widths, lost))
        columns = _columns(tables, texts, widths, wide)
    if fragments:
        starts = rows_of_fragments(texts, found.blanks, widths, rules)
    else:
        starts = rows(texts, found.blanks, widths, columns, rules) if wide else rows_of_words(texts, found.open_ended, found.blanks, widths)
    blanks, indents, apart = found.blanks, beyond_margin(found.indents, found.texts, rules), [spaced[k] for k in found.kept]
    if len(starts) < len(texts):
        ends = [*starts[1:], len(texts)]
        spelt, texts = ([_row(each[a:b], wide) for a, b in zip(starts, ends)] for each in (spelt, texts))
        blanks, indents, apart = [blanks[a] for a in starts], [indents[a] for a in starts], [any(apart[a:b]) for a, b in zip(starts, ends)]
        widths = [measure(text) + sum(lost[a:b]) for text, a, b in zip(spelt, starts, ends)]
        tables = table_rows(texts) if any(tables) else [False] * len(texts)
        columns = _columns(tables, texts, widths, wide)
        if not wide:  # a row whose words were drawn apart is full
            widths = [max(w, column) if b - a > 1 else w for w, column, a, b in zip(widths, columns, starts, ends)]
    return Rows([found.kept[k] for k in starts], frozenset(range(found.filled)).difference(found.kept), texts, blanks, indents, apart, widths, columns,
                wide, wide and len(starts) < len(found.texts), tables)


def _kept(lines: Sequence[Line], rules: Rules) -> _Lines:
    """The non-blank lines, without page furniture that is nothing else and copies of the line above."""
    out = _Lines([], sum([bool(line.text) for line in lines]), [], [], [], [], [])
    again = copies([line.text.strip() for line in lines])
    gap, filled = 0, -1
    for k, line in enumerate(lines):
        text = line.text
        if not text:
            gap += 1
            continue
        bare = text.strip()
        filled += 1
        if k in again or lifted(bare, rules):
            continue
        out.kept.append(filled)
        out.texts.append(bare)
        out.indents.append(0 if bare == text else width(text[:len(text) - len(text.lstrip())].expandtabs(TAB)))
        out.blanks.append(gap)
        out.open_ended.append(line.raw[-1:].isspace())
        out.narrowed.append(_narrowed(line.raw, bare))
        gap = 0
    return out


def _columns(tables: Sequence[bool], texts: Sequence[str], widths: list[int], wide: bool) -> list[int]:
    """The width of each row's column; a table's rows fill none, and count as the page's commonest."""
    if any(tables):
        usual, _ = Counter([w for w, row in zip(widths, tables) if not row] or widths).most_common(1)[0]
        widths = [usual if row else w for w, row in zip(widths, tables)]
    return column_widths(texts, widths, wide)


def _row(pieces: Sequence[str], wide: bool) -> str:
    """A row's pieces as one text, for measuring: a drop cap, as large as it is, stands against its word."""
    return "".join(pieces) if wide else pieces[0] + " ".join(pieces[1:]) if is_capital(pieces[0]) else " ".join(pieces)


def _narrowed(raw: str, text: str) -> int:
    """Half-ems that ``text`` lost when its full-width digits became half-width ones; 0 where it is a part of the raw line only."""
    digits = len(_WIDE_DIGIT.findall(raw))
    return digits if digits and len("".join(raw.split())) == len("".join(text.split())) and not _WIDE_DIGIT.search(text) else 0


def _set_in_full_width(narrowed: Sequence[int], widths: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether the page was printed with the full-width digits that its dump has: more rows with such fill their columns so than without."""
    short = [(column - w, lost) for w, lost, column in zip(widths, narrowed, columns) if lost]
    return sum([abs(by - lost) <= 1 for by, lost in short]) > sum([abs(by) <= 1 for by, _ in short])
