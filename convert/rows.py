"""Put printed rows together again: extraction cuts a row in two where it squeezes punctuation, 「」|，, where justification parts its words, and a vertical row at every character."""

from __future__ import annotations

from typing import Sequence

from convert.capitals import below_capitals
from convert.rules import Rules
from convert.vertical import of_single_characters, paragraphs, upright

CUT = 200
"""A page on which one line in as many plainly is the rest of a row has rows cut into pieces."""
OVER, UNDER = 2, 3
"""Half-ems by which a row put together may be wider or narrower than its column."""
HABIT = 0.9
"""Share of lines that end with a space from which that is how the page's lines end, and no sign of a row that goes on."""
COLUMN = "【〔"
"""Brackets that open a unit below a sentence's end: a paper's column, a dateline."""
INDENT = 4
"""Half-ems by which Chinese papers indent a paragraph."""
WIDEST = 1.2
"""Times the width of the widest row of one line that a row put together may have."""


def rows(texts: Sequence[str], blanks: Sequence[int], widths: Sequence[int], columns: Sequence[int], rules: Rules) -> list[int]:
    """Index of the line that each row begins with.

    ``texts`` are the non-blank lines, ``blanks`` the blank lines before each, ``widths`` and
    ``columns`` their and their columns' widths in half-ems.
    """
    if of_single_characters(texts):
        return paragraphs(texts, blanks, rules)
    marks = rules.clause_marks | rules.sentence_ends | rules.closers
    squeezed = marks & rules.no_line_start
    rests = [text[0] in squeezed for text in texts]
    cut, goes_on = CUT * sum(rests) > len(texts), upright(texts) | below_capitals(texts, wide=True)
    either = marks | rules.openers
    starts: list[int] = []
    i = total = 0
    while i < len(texts):
        added = widths[i] - (i > 0 and texts[i - 1][-1] in either and texts[i][0] in either)  # where two marks meet, they share an em
        if i in goes_on:
            total += widths[i]
        elif starts and rests[i] and total + added <= columns[i - 1] + 2 * OVER:
            total += added
        elif cut and starts and (not blanks[i] or texts[i][0] in rules.openers) and not _opens_unit(i, texts, rules) and not _is_indented(i, total, texts, widths, columns, rules) and _completes(i, total, texts, blanks, widths, columns, either):
            total += added
        else:
            starts.append(i)
            total = widths[i]
        i += 1
    return starts


def _opens_unit(i: int, texts: Sequence[str], rules: Rules) -> bool:
    """Whether line i begins with such a bracket, or with a remark on who wrote the text, below a sentence's end."""
    return texts[i - 1][-1] in rules.sentence_ends and (texts[i][0] in COLUMN or texts[i][0] in "（(" and rules.authors_notes.opens(texts[i]))


def _is_indented(i: int, total: int, texts: Sequence[str], widths: Sequence[int], columns: Sequence[int], rules: Rules) -> bool:
    """Whether line i is as short as a paragraph's first is, below the two characters that end another.

    With these it makes a whole row; but where a mark is squeezed a row holds more than that.
    """
    column = columns[i - 1]
    return total == INDENT and texts[i - 1][-1] in rules.sentence_ends and texts[i][0] in rules.openers and column - UNDER <= total + widths[i] <= column


def _completes(i: int, total: int, texts: Sequence[str], blanks: Sequence[int], widths: Sequence[int], columns: Sequence[int],
               marks: frozenset[str]) -> bool:
    """Whether line i and those cut off right behind it, between ``marks``, fill the row that has ``total`` half-ems so far."""
    column, first = columns[i - 1], i
    while i < len(texts) and (i == first or not blanks[i]) and texts[i - 1][-1] in marks and texts[i][0] in marks:
        total += widths[i]
        if total > column + OVER + i - first:
            return False
        if total >= column - UNDER:
            return True
        i += 1
    return False


def rows_of_words(texts: Sequence[str], open_ended: Sequence[bool], blanks: Sequence[int], widths: Sequence[int]) -> list[int]:
    """The same for words with spaces between them: PyMuPDF ends a line, with its space, where justification made that space wide.

    ``open_ended`` says of each line whether it ended with a space.
    """
    below = below_capitals(texts, wide=False)
    return [i for i in _open_rows(open_ended, blanks, widths) if i not in below]


def _open_rows(open_ended: Sequence[bool], blanks: Sequence[int], widths: Sequence[int]) -> list[int]:
    every = list(range(len(widths)))
    if not any(open_ended) or sum(open_ended) > HABIT * len(widths):
        return every
    starts = [i for i in every if not i or blanks[i] or not open_ended[i - 1]]
    ends = [*starts[1:], len(widths)]
    together = [sum(widths[a:b]) + (b - a - 1) // 2 for a, b in zip(starts, ends)]
    limit = WIDEST * max((total for a, b, total in zip(starts, ends, together) if b - a == 1), default=max(together))
    return [i for a, b, total in zip(starts, ends, together) for i in (range(a, b) if total > limit else (a,))]
