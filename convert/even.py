"""Read columns of one width that a single space parts, as ``pdftotext -layout`` prints columns of wide characters that stand close.

It takes the gutter of a full line for the space between two words, and pads what stands beside a short line,
counting every character as one: full lines are cut by their printed width, cells behind padding placed by
their characters.
"""

from __future__ import annotations

import re
from typing import Sequence

from convert.measure import width

COLUMNS = range(2, 9)
NARROWEST = 19
"""Half-ems from one column's start to the next's at least: the halves of a poem's lines are closer."""
NEAR = 3
"""Half-ems by which a gutter may be off: punctuation is squeezed, digits are narrower or wider than half an em."""
FULL = 6
"""Half-ems by which a full line may fall short of the others, or exceed them."""
FULLEST = 0.8
"""Share of the lines that are narrower than a full line: most of a page of many columns is a short line in one of them."""
SHARE, LEAST = 0.6, 4
"""Share of the full lines, and number of them, that must have a space at every gutter."""
PADDING = " " * 5
"""More than an indent: the first column is empty here."""
_CELL = re.compile(r"\S+(?: \S+)*")


def even_columns(texts: Sequence[str]) -> list[list[str] | None]:
    """For each line its text in each column, or None for one that runs across them; empty where there are no such columns."""
    widths = [width(text) for text in texts]
    filled = sorted(size for text, size in zip(texts, widths) if text)
    whole = filled[int(FULLEST * (len(filled) - 1))]
    full = [(size + 1, _spaces(text)) for text, size in zip(texts, widths)
            if abs(size - whole) <= FULL and " " in text.strip() and "  " not in text.strip()]
    best = 0
    for count in COLUMNS:
        if whole < NARROWEST * count:
            break
        cut = [cuts for size, spaces in full if (cuts := _gutters(spaces, count, size / count))]
        if len(cut) >= max(LEAST, SHARE * len(full)):
            best, pitch, starts = count, (whole + 1) / count, [0, *(min(at) + 1 for at in zip(*cut))]
    return [_placed(text, best, pitch, starts) for text in texts] if best else []


def _spaces(text: str) -> list[tuple[int, int]]:
    """Where the text behind each space begins, in half-ems, and the space's index."""
    return [(width(text[:at]) + 1, at) for at, char in enumerate(text) if char == " "]


def _gutters(spaces: Sequence[tuple[int, int]], count: int, pitch: float) -> list[int]:
    """Indices of the spaces between ``count`` columns that begin ``pitch`` half-ems apart; none where one is missing."""
    out = []
    for start in (k * pitch for k in range(1, count)):
        off, at = min(((abs(x - start), at) for x, at in spaces), default=(pitch, 0))
        if off > NEAR:
            return []
        out.append(at)
    return out


def _placed(text: str, count: int, pitch: float, starts: Sequence[int]) -> list[str] | None:
    out = [""] * count
    least = int(text.startswith(PADDING))
    for found in _CELL.finditer(text):
        cell, at = found[0], max(k for k, start in enumerate(starts) if k <= least or found.start() >= start)
        size = width(cell)
        several = min(count - at, round((size + 1) / pitch) if size > pitch + NEAR else 1)
        cuts = _gutters(_spaces(cell), several, pitch) if several > 1 else []
        if several > 1 and not cuts and cell == text.strip():
            return None
        for k, (a, b) in enumerate(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(cell)])):
            out[at + k] += (" " if out[at + k] else "") + cell[a:b]
        least = min(count - 1, at + len(cuts) + 1)
    return out
