"""Find the rows of an interview that begin with who speaks: the words of ``rules/headline.yaml``, and names that take turns."""

from __future__ import annotations

import re
from collections import Counter
from typing import Sequence

from convert.rules import Rules

_WHO = re.compile("([\u3040-\u30ff\u3400-\u9fffA-Za-z·]{1,10}) ?[：:](?![0-9/])").match
TURNS, ALONE = 2, 3
"""Rows that begin with the same name and a colon from which on it takes turns with another, and from which on by itself, where answers go unnamed."""


def turns(texts: Sequence[str], rules: Rules) -> list[bool]:
    """Whether each row of a page begins with who speaks."""
    named = [_WHO(text) if "：" in text[:12] or ":" in text[:12] else None for text in texts]
    if not any(named):
        return [False] * len(texts)
    often = Counter(who[1] for who in named if who)
    least = TURNS if sum(count >= TURNS for count in often.values()) > 1 else ALONE
    return [who is not None and (often[who[1]] >= least or rules.speakers.match(text) is not None) for who, text in zip(named, texts)]
