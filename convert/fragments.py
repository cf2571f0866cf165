"""Rows of which extraction ends a line at every mark: poppler's -raw does where a paper's marks are narrower than their ems.

What is left tells the rows: a line that ends without a mark, above one that begins with none, ends where its row did.
"""

from __future__ import annotations

from collections import Counter
from typing import Sequence

from convert.measure import width
from convert.rules import Rules

AT_ENDS, FEW, LEAST, VERSES = 0.9, 15, 0.2, 0.85
"""Share of a page's marks that end a line, and their number, from which rows were cut at marks, and shares of its lines that end with one then at least, and at
most: of 11,000 other pages none has more than 0.53 of its marks at lines' ends; verses all end with one, single characters hardly any."""
AROUND = 15
"""Stretches on each side by which the width of a column is told."""
JUSTIFIED = 2
"""Half-ems by which a row may be wider than its column: characters are set closer where they have to be."""
INDENT = 6
"""Half-ems by which a full row may fall short, indented and justified."""
_ENDING = "，、；：。"
_THIN = str.maketrans("，。、；：！？“”‘’（）《》「」『』【】", ",.,;:!?,,,,,,,,,,,,,,")
"""Marks that take half an em."""


def are_fragments(texts: Sequence[str]) -> bool:
    """Whether the page's lines are what marks part: ``texts`` are its non-blank ones."""
    at_ends = sum([text[-1] in _ENDING for text in texts])
    if not max(FEW, LEAST * len(texts)) <= at_ends <= VERSES * len(texts):
        return False
    whole = "".join(texts)
    return at_ends >= AT_ENDS * sum(map(whole.count, _ENDING))


def thin_width(text: str) -> int:
    """Printed width in half-ems where a mark takes one."""
    return width(text.translate(_THIN))


def rows_of_fragments(texts: Sequence[str], blanks: Sequence[int], widths: Sequence[int], rules: Rules) -> list[int]:
    """Index of the line that each row begins with; ``blanks`` are the blank lines before each line, ``widths`` their :func:`thin_width`."""
    marks = rules.clause_marks | rules.sentence_ends | rules.cries | rules.closers
    begins = [i for i in range(len(texts)) if not i or blanks[i] or not (texts[i - 1][-1] in marks or texts[i][0] in rules.openers)]
    stretches = list(zip(begins, [*begins[1:], len(texts)]))
    totals = [sum(widths[a:b]) for a, b in stretches]
    starts: list[int] = []
    for k, (a, b) in enumerate(stretches):
        starts += _filled(a, b, texts, widths, _usual(totals[max(0, k - AROUND):k + AROUND + 1]), rules)
    return starts


def _usual(totals: Sequence[int]) -> int:
    """The width that most stretches have, a half-em more or less: most are one row."""
    counts = Counter(totals)
    return max(counts, key=lambda total: (counts[total - 1] + 2 * counts[total] + counts[total + 1], total))


def _filled(a: int, b: int, texts: Sequence[str], widths: Sequence[int], column: int, rules: Rules) -> list[int]:
    """Where rows begin in lines ``a`` to ``b``: each is as full as may be, from the end on.

    The last ends without a mark: it fills its column, or is a heading, as far back as no sentence has ended.
    """
    last = _row_that_ends(b, a, widths, column)
    if sum(widths[last:b]) < column - INDENT:
        last = next((k for k in range(b - 1, last, -1) if texts[k - 1][-1] in rules.sentence_ends | rules.closers), last)
    starts = [last]
    while starts[-1] > a:
        starts.append(_row_that_ends(starts[-1], a, widths, column))
    return starts[::-1]


def _row_that_ends(end: int, a: int, widths: Sequence[int], column: int) -> int:
    """The first line, from ``a`` on, of the fullest row that ends before line ``end``."""
    start, total = end - 1, widths[end - 1]
    while start > a and total + widths[start - 1] <= column + JUSTIFIED:
        start -= 1
        total += widths[start]
    return start
