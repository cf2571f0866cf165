"""Tell a page's language from its characters."""

from __future__ import annotations

import re
from itertools import islice
from typing import Iterable

from convert.measure import japanese
from convert.rules import Rules

_WORD = re.compile(r"[^\W\d_]+")
_HAN, _HANGUL = re.compile("[\u3400-\u9fff]"), re.compile("[\uac00-\ud7a3]")
SAMPLE = 60
"""Lines looked at."""


def language(texts: Iterable[str], rules: Rules) -> str:
    """A BCP 47 tag: ja, ko, zh-Hans, zh-Hant, the best-matching Latin-script language, or und."""
    text = "\n".join(islice(texts, SAMPLE))[:40 * SAMPLE]
    han, hangul = len(_HAN.findall(text)), len(_HANGUL.findall(text))
    letters = sum(map(str.isalpha, text))
    if hangul > 0.3 * letters:
        return "ko"
    if japanese(text):
        return "ja"
    if han > 0.3 * letters and han:
        simplified = sum(map(rules.simplified.__contains__, text))
        traditional = sum(map(rules.traditional.__contains__, text))
        return "zh-Hant" if traditional > simplified else "zh-Hans"
    words = [w.lower() for w in _WORD.findall(text)]
    scores = {code: sum(w in known for w in words) for code, known in rules.function_words.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else "und"
