"""Rows that were printed twice to make them bold, one over the other: extraction gives the second one too, right below the first."""

from __future__ import annotations

from typing import Sequence

WHOLE, SEVERAL = 4, 2
"""Characters of a row that is a copy wherever it stands; rows that stand twice on a page from which one with marks inside is a copy too, and no refrain."""
_MARKS = frozenset("，。；：！？,.;:!?")
_GOING_ON = tuple("，。、；：！？”’」』）》")


def copies(texts: Sequence[str]) -> set[int]:
    """Which of a page's lines, with blank ones empty, say what the line above says because they were printed twice.

    A row that stands three times and more in succession is none, nor is one that the next line goes on with: a text may begin as its
    crosshead does. A short one is none but right below another copy.
    """
    twice = [i for i in range(1, len(texts)) if texts[i] and texts[i] == texts[i - 1] and texts[i - 2:i - 1] != [texts[i]] and texts[i + 1:i + 2] != [texts[i]]
             and not "".join(texts[i + 1:i + 2]).startswith(_GOING_ON)]
    whole = [i for i in twice if len(texts[i]) >= WHOLE]
    several = len(whole) >= SEVERAL
    found: set[int] = set()
    for i in twice:
        if (several or _MARKS.isdisjoint(texts[i])) and (len(texts[i]) >= WHOLE or i - 2 in found):
            found.add(i)
    return found
