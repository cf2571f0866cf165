"""Tell a page's language from its characters."""

from __future__ import annotations

import re
from typing import Iterable

from convert.rules import Rules

_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters looked at."""


def language(texts: Iterable[str], rules: Rules) -> str:
    """A BCP 47 tag: ja, ko, zh-Hans, zh-Hant, the best-matching Latin-script language, or und."""
    text = "".join(f"{t}\n" for t in texts)[:SAMPLE]
    han = sum("\u3400" <= c <= "\u9fff" for c in text)
    kana = sum("\u3041" <= c <= "\u30fa" for c in text)
    hangul = sum("\uac00" <= c <= "\ud7a3" for c in text)
    letters = sum(c.isalpha() for c in text)
    if hangul > 0.3 * letters:
        return "ko"
    if kana > 0.1 * (han + kana) and kana + han > 0.3 * letters:
        return "ja"
    if han > 0.3 * letters and han:
        simplified = sum(c in rules.simplified for c in text)
        traditional = sum(c in rules.traditional for c in text)
        return "zh-Hant" if traditional > simplified else "zh-Hans"
    words = [w.lower() for w in _WORD.findall(text)]
    scores = {code: sum(w in known for w in words) for code, known in rules.function_words.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else "und"
