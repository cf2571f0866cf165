"""Tell a page's language from its characters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Iterable

from convert.measure import japanese
from convert.rules import Rules

_WORD = re.compile(r"[^\W\d_]+")
_HAN, _HANGUL = re.compile("[\u3400-\u9fff]+"), re.compile("[\uac00-\ud7a3]+")
SAMPLE = 60
"""Lines looked at."""


def language(texts: Iterable[str], rules: Rules) -> str:
    """A BCP 47 tag: ja, ko, zh-Hans, zh-Hant, the best-matching Latin-script language, or und."""
    text = "\n".join(islice(texts, SAMPLE))[:40 * SAMPLE]
    han, hangul = _count(_HAN, text), _count(_HANGUL, text)
    letters = _count(_WORD, text)
    if hangul > 0.3 * letters:
        return "ko"
    if japanese(text):
        return "ja"
    if han > 0.3 * letters and han:
        return "zh-Hant" if _count(_of(rules.traditional), text) > _count(_of(rules.simplified), text) else "zh-Hans"
    words = [w.lower() for w in _WORD.findall(text)]
    scores = {code: sum(w in known for w in words) for code, known in rules.function_words.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else "und"


def _count(pattern: re.Pattern[str], text: str) -> int:
    """Characters in the runs that the pattern matches."""
    return sum(map(len, pattern.findall(text)))


@lru_cache(maxsize=8)
def _of(chars: frozenset[str]) -> re.Pattern[str]:
    """Runs of these characters."""
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]+")
