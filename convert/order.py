"""Whether a page's rows stand in the order in which they are read: how often a sentence goes on from one into the next.

Extraction that goes down a page from height to height gives the rows of several columns in turns, or on one line; then
words hardly ever go on from row to row, and what stands below a sentence's end begins in mid-sentence as often as any other row.
"""

from __future__ import annotations

import re
from math import sqrt
from operator import add
from typing import NamedTuple, Sequence

from convert.measure import japanese
from convert.reading import together
from convert.rules import Rules
from convert.succession import has_ended

LEAST, FEW, SHARE_OF_ROWS = 4, 8, 0.3
"""Characters that a row has at least, and how many rows, and which share, break off between two Chinese characters at least."""
WHOLE = 0.4
"""Share of rows that have ended from which rows are paragraphs: of 60 pages in columns none has more than 0.31."""
IN_ORDER = 0.28
"""Share of these that attract each other from which they are in order: on all 330 shared pages 0.36 and more, and less on 57 of 60 that pdfplumber took out."""
BROKEN, AS_ELSEWHERE = 3, 0.45
"""Rows below a sentence's end that begin with a small letter at least, and how often as against other rows, where words are parted by spaces and rows are in
no order: 0.14 times at most on 40 English pages by poppler's -raw, PyMuPDF and PDFium, and so many and so often on 18 of 24 that pdfplumber took out."""
_STOPS = frozenset(".!?")
_TWO = re.compile(r"(?<!\S)[\u3400-\u9FFF]{2}(?!\S)")


class GoingOn(NamedTuple):
    """How often words go on from one row into the next."""

    share: float
    """Of the rows' ends between two Chinese characters those, 0 to 1, at which the two stand together in any paper."""
    error: float
    """Twice the standard error that the share has at most."""


def going_on(texts: Sequence[str], rules: Rules) -> GoingOn | None:
    """How often words go on; None where too few rows tell, where most are whole paragraphs, and in Japanese."""
    rows = [text for text in map(str.strip, texts) if len(text) >= LEAST]
    if sum(map(has_ended, rows)) >= WHOLE * len(rows) or japanese("".join(rows)):
        return None
    pairs = _TWO.findall(" ".join(map(add, [text[-1] for text in rows], [text[0] for text in rows[1:]])).translate(rules.replace))
    return GoingOn(together(pairs) / len(pairs), 1 / sqrt(len(pairs))) if len(pairs) >= max(FEW, SHARE_OF_ROWS * len(rows)) else None


def begun_in_sentence(texts: Sequence[str]) -> bool:
    """Whether rows below a sentence's end begin with a small letter about as often as others do, as they do in no order; in scripts that have such."""
    rows = [text for text in map(str.strip, texts) if text]
    small: dict[bool, list[bool]] = {True: [], False: []}
    for above, below in zip(rows, rows[1:]):
        if below[0].isalpha():
            small[above.rstrip("\"')”’»")[-1:] in _STOPS].append(below[0].islower())
    below_end, elsewhere = small[True], small[False]
    return sum(below_end) >= BROKEN and sum(below_end) * len(elsewhere) >= AS_ELSEWHERE * sum(elsewhere) * len(below_end)
