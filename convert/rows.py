"""Put printed rows together again: extraction cuts a row in two where it squeezes punctuation, 「」|，."""

from __future__ import annotations

from typing import Sequence

from convert.rules import Rules

CUT = 200
"""A page on which one line in as many plainly is the rest of a row has rows cut into pieces."""
OVER, UNDER = 2, 3
"""Half-ems by which a row put together may be wider or narrower than its column."""


def rows(texts: Sequence[str], blanks: Sequence[int], widths: Sequence[int], columns: Sequence[int], rules: Rules) -> list[int]:
    """Index of the line that each row begins with.

    ``texts`` are the non-blank lines, ``blanks`` the blank lines before each, ``widths`` and
    ``columns`` their and their columns' widths in half-ems.
    """
    marks = rules.clause_marks | rules.sentence_ends | rules.closers
    rests = [text[0] in marks for text in texts]
    cut = CUT * sum(rests) > len(texts)
    starts: list[int] = []
    i = total = 0
    while i < len(texts):
        if starts and rests[i] and total + widths[i] <= columns[i - 1] + 2 * OVER:
            total += widths[i]
        elif cut and starts and not blanks[i] and _completes(i, total, texts, blanks, widths, columns, rules):
            total += widths[i]
        else:
            starts.append(i)
            total = widths[i]
        i += 1
    return starts


def _completes(i: int, total: int, texts: Sequence[str], blanks: Sequence[int], widths: Sequence[int], columns: Sequence[int],
               rules: Rules) -> bool:
    """Whether line i and those cut off behind it fill the row that has ``total`` half-ems so far."""
    column = columns[i - 1]
    while i < len(texts) and not blanks[i] and _cut_before(texts[i - 1][-1], texts[i][0], rules):
        total += widths[i]
        if total > column + OVER:
            return False
        if total >= column - UNDER:
            return True
        i += 1
    return False


def _cut_before(last: str, first: str, rules: Rules) -> bool:
    ends = last in rules.clause_marks or last in rules.sentence_ends or last in rules.closers or last in rules.openers
    return ends and (first in rules.openers or first in rules.closers or first in rules.clause_marks or first in rules.sentence_ends)
