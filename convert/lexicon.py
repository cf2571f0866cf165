"""English words: where one begins and ends tells what a hyphen at a row's end is, and which space extraction lost or put in.

``data/english.txt`` is SCOWL's list (``tools/lexicon.py`` writes it), read when first asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Container

from convert.learned import learned

LEAST = 4
"""Letters of the list's shortest words; shorter ones are those of ``rules/script.yaml``."""

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ja", "ko")
"""Languages on whose pages words in Latin letters are taken for English ones."""


def is_word(text: str, short: Container[str]) -> bool:
    """True for an English word as it is written inside a sentence: names with their capital; ``short`` has the words of fewer than four letters."""
    return text in _words() if len(text) >= LEAST else text in short


def unlisted(_: str) -> bool:
    """What :func:`is_word` is where no list is known."""
    return False


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(line for line in learned("english.txt").read_text("utf-8").split("\n") if not line.startswith("#"))
