"""Rows of a table or a listing: results, prices, the weather, programmes. Each stands for itself, and the spaces in it part its cells."""

from __future__ import annotations

import re
from typing import Sequence

from convert.measure import runs_of

ROWS = {"time": 2, "figures": 2, "index": 2, "figure": 4}
"""Rows of a kind, one below the other, that make a table: with a time of day, with a name and several figures, with a page where more is told, or with a name and one figure."""
CELLS, FIGURES = 3, 2
"""Cells that a row with several figures has at least, and cells with figures; these are half of its cells or more."""
LONGEST = 6
"""Characters of a cell at most where a row of wide characters has more cells than that, and one with figures."""
_LETTERS = re.compile("[A-Za-z]")
_FIGURE, _DIGITS = re.compile("[0-9０-９]"), frozenset("0123456789０１２３４５６７８９+-−$¥￥")
_TIME = re.compile(r"\s*(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?=\D)")
_PROSE, _SENTENCE = frozenset("，。"), frozenset("，。、；！？")
_RESULT = re.compile("[0-9０-９]{1,3}[-－–—―:：∶比][0-9０-９]{1,3}$")
_PAGE = re.compile("[0-9]{1,2}面|[A-Z][0-9]{1,2}|第?[A-Z]?[0-9]{1,2}版")
_ENGLISH = re.compile(r"[,;.!?](?:\s|$)")


def table_rows(texts: Sequence[str]) -> list[bool]:
    """Which of the texts, blank ones aside, are rows of a table: enough of them, one below the other, that begin with a time of day, or hold a name and figures, and the row of as many cells that heads them."""
    found = [False] * len(texts)
    filled = [i for i, text in enumerate(texts) if text]
    kinds = [_kind(text) if " " in text or "\u3000" in text or text[:1].isdigit() or "\t" in text else "" for text in texts if text]  # few rows of wide characters
    for kind, least in ROWS.items() if any(kinds) else ():
        for start, end in runs_of([own == kind for own in kinds]):
            if end - start < least:
                continue
            headed = kind == "figures" and start > 0 and _heads(texts[filled[start - 1]], texts[filled[start]])
            for i in filled[start - headed:end]:
                found[i] = True
    return found


def is_row(text: str) -> bool:
    """Whether the text by itself is worded as a row of a table, with a time or several figures."""
    return _kind(text) in ("time", "figures")


def _kind(text: str) -> str:
    """One of :data:`ROWS`, or nothing."""
    if not _FIGURE.search(text):
        return ""
    if _TIME.match(text):
        return "time" if _PROSE.isdisjoint(text) else ""
    cells = text.split()
    if len(cells) > 1 and _PAGE.fullmatch(cells[-1]) and _PROSE.isdisjoint(text):
        return "index"
    names, figures = sum(len(cell) > 1 and not _FIGURE.search(cell) for cell in cells), _figures(cells)
    if not names or _is_sentence(text):
        return ""
    if len(cells) > CELLS and names > 1 and figures and max(map(len, cells)) <= LONGEST and max(text) > "\u2E80" and not _LETTERS.search(text):
        return "figures"
    if len(cells) < CELLS:
        return "figure" if names == figures == 1 and cells[1][0] in _DIGITS else ""
    return "figures" if figures >= FIGURES and 2 * figures >= len(cells) else ""


def _figures(cells: Sequence[str]) -> int:
    """Cells with figures; the result of a match is two."""
    return sum(2 if _RESULT.match(cell) else _FIGURE.search(cell) is not None for cell in cells)


def _heads(text: str, below: str) -> bool:
    """Whether the row has a cell for each figure of the table's row below it, and is no sentence; a name below may be of several words."""
    cells = below.split()
    return max(CELLS, _figures(cells)) <= len(text.split()) <= len(cells) + 1 and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    """Whether the text has a mark that parts clauses or sentences."""
    return not _SENTENCE.isdisjoint(text) or _ENGLISH.search(text) is not None
