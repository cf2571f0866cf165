"""Untwine a row that was printed twice to make it bold: extraction may give each of its characters twice, 河河湾湾市市.

May change: only the order of such a row's characters. It becomes two rows that say the same; the label stage lifts the second
one out, as it does where extraction gave two.
"""

from __future__ import annotations

import re
from typing import Iterator

from convert.model import Line

_TWICE = re.compile(r"\s*(?:(\S)\1\s*)+")
_PAIR = re.compile(r"(\S)\1")
PAIRS, DIFFERENT = 4, 3
"""Characters that are given twice, and different ones among them, in such a row at least."""


def untwine(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines with each such row as two; the same tuple where there is none."""
    if not any(map(_twice, [line.text for line in lines])):
        return lines
    return tuple(_rows(lines))


def _rows(lines: tuple[Line, ...]) -> Iterator[Line]:
    below = False
    for line in lines:
        below = _twice(line.text) or below and _TWICE.fullmatch(line.text) is not None
        row = line._replace(text=_PAIR.sub(r"\1", line.text)) if below else line
        yield from (row, row) if below else (line,)


def _twice(text: str) -> bool:
    """Whether the row, by itself, is one that was printed twice; right below another a short one is too."""
    pairs = _PAIR.findall(text) if _TWICE.fullmatch(text) else ()
    return len(pairs) >= PAIRS and len(set(pairs)) >= DIFFERENT and not all(map(str.isdigit, pairs))
