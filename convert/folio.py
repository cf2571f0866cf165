"""Take a line at a page's edge apart: paper, date, weekday, page number, section, editors, permits.

Papers put these in every order and company, so no list of whole lines holds the next paper's: a line
that is made of nothing else is recognised by what it is made of.
"""

from __future__ import annotations

import re
from typing import Iterable, Mapping, Sequence

_BETWEEN = re.compile(r"[\s|｜·•・/／■□◆◇△▲▽▼●○＊*—–―─、，,-]+")
WORD, NUMBER = "word", "number"
"""The kinds of what is no element, and of what is none by itself."""
LONGEST = 80
"""Characters of a line that are looked at: the longest imprints give a page's editors and how to reach them."""


class Elements:
    """The kinds of elements that a line may be made of, and which of them together make furniture of it."""

    __slots__ = ("_match", "_certain", "_open")

    def __init__(self, patterns: Mapping[str, Sequence[str]], certain: Iterable[str], open_: Iterable[str]) -> None:
        joined = "|".join(f"(?P<{kind}>{'|'.join(f'(?:{p})' for p in found)})" for kind, found in patterns.items())
        self._match = re.compile(joined).match
        self._certain = tuple(frozenset(company.split()) for company in certain)
        self._open = tuple(frozenset(company.split()) for company in open_)

    def kinds(self, text: str) -> frozenset[str]:
        """The kinds of the elements that ``text`` is made of, or none where it holds anything else."""
        found: set[str] = set()
        if len(text) > LONGEST:
            return frozenset()
        at = _past(text, 0)
        while at < len(text):
            element = self._match(text, at)
            if element is None or element.lastgroup is None or element.end() == at:
                return frozenset()
            found.add(element.lastgroup)
            at = _past(text, element.end())
        return frozenset(found)

    def certain(self, kinds: frozenset[str]) -> bool:
        """Whether a line of these kinds is page furniture wherever it stands."""
        return any(company <= kinds for company in self._open) or WORD not in kinds and any(company <= kinds for company in self._certain)


def _past(text: str, at: int) -> int:
    """Where the next element begins."""
    gap = _BETWEEN.match(text, at)
    return gap.end() if gap else at
