"""Match whole lines, or their beginnings, against a set of patterns: built-in ones as one expression, a user's under a time limit."""

from __future__ import annotations

import re
from typing import Any, Iterable

from convert.errors import RuleTimeout

PATTERN_SECONDS = 0.25
"""Longest time, in seconds, that one pattern of a user's file may take on one line."""
LONGEST_MATCHED = 400
"""Lines longer than this many characters are no folio, byline or credit: patterns skip them."""


class Matcher:
    """One named set of whole-line patterns: the built-in ones as one expression, a user's apart.

    A user's patterns run under a time limit, because they may be written carelessly.
    """

    __slots__ = ("name", "_whole", "_opens", "_extra")

    def __init__(self, name: str, builtin: Iterable[str], extra: Iterable[str]) -> None:
        self.name = name
        joined = "|".join(f"(?:{p})" for p in builtin)
        builtin_pattern = re.compile(joined) if joined else None
        self._whole = builtin_pattern.fullmatch if builtin_pattern else None
        self._opens = builtin_pattern.match if builtin_pattern else None
        self._extra = tuple(_compile_bounded(p) for p in extra)

    def whole(self, text: str) -> bool:
        """True where a pattern matches all of ``text``; raises :class:`RuleTimeout`."""
        if self._whole is not None and len(text) <= LONGEST_MATCHED and self._whole(text):
            return True
        return bool(self._extra) and self._bounded("fullmatch", text)

    def opens(self, text: str) -> bool:
        """True where a pattern matches at the start of ``text``; raises :class:`RuleTimeout`."""
        if self._opens is not None and self._opens(text[:LONGEST_MATCHED]):
            return True
        return bool(self._extra) and self._bounded("match", text)

    def _bounded(self, how: str, text: str) -> bool:
        if len(text) > LONGEST_MATCHED:
            if how == "fullmatch":
                return False
            text = text[:LONGEST_MATCHED]
        for pattern in self._extra:
            try:
                if getattr(pattern, how)(text, timeout=PATTERN_SECONDS):
                    return True
            except TimeoutError:
                raise RuleTimeout(
                    f"rule {self.name}: the pattern {pattern.pattern!r} took over "
                    f"{PATTERN_SECONDS} s on one line; simplify it (nested repeats are the usual cause)"
                ) from None
        return False


def _compile_bounded(pattern: str) -> Any:
    import regex  # only needed where a user brings patterns

    return regex.compile(pattern)
