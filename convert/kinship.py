"""How much two texts are about the same thing: shared pairs of characters, the rarer the more they tell.

``data/pairs.json`` holds the pairs that any news text may have, with their weights (inverse document
frequency over the People's Daily of January 1998; ``tools/corpus.py`` writes it); every other pair weighs 1.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from operator import add
from typing import Iterable, Iterator, Mapping

from convert.learned import learned, spread
from convert.measure import HIRAGANA
from convert.rules import Rules

_WIDE_RUN = re.compile("[\u3041-\u3096\u30A0-\u30FA\u30FC-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF]{2,}")
_HIRAGANA = HIRAGANA.search
_WORD = re.compile(r"[^\W\d_]{4,}")
RARE = 10
"""What a token tells that is not among the common ones, in tenths."""
TELLING = 8
"""What a token tells at least, in tenths, that a text is about if it says it again."""
FEW = 2
"""A text with as many pairs of wide characters or fewer is read as words of another script."""


def _pairs(text: str) -> Iterator[str]:
    return chain.from_iterable([map(add, run, run[1:]) for run in _WIDE_RUN.findall(text)])


def wide_pairs(text: str) -> set[str]:
    """Pairs of wide characters that stand together in ``text``; two hiragana are grammar and tell nothing."""
    pairs: set[str] = set()
    for run in _WIDE_RUN.findall(text):  # run by run: hardly half of what one set of them all costs
        pairs.update(map(add, run, run[1:]))
    return {pair for pair in pairs if max(pair) > "\u3096"} if _HIRAGANA(text) else pairs


def tokens(text: str, rules: Rules) -> frozenset[str]:
    """What ``text`` may share with another: pairs of wide characters, or longer words of other scripts in lower case."""
    return chosen(wide_pairs(text), text, rules)


def repeated(text: str, among: frozenset[str]) -> frozenset[str]:
    """The tokens ``among`` those of ``text`` that it says more than once, and that few texts say."""
    counts = Counter(chain(_WORD.findall(text.lower()), _pairs(text)))
    get = weights().get
    return frozenset([token for token in among if counts[token] > 1 and get(token, RARE) >= TELLING])


def rare(found: frozenset[str]) -> frozenset[str]:
    """Those of the tokens that are not among the common ones."""
    return found.difference(weights())


def chosen(pairs: set[str], text: str, rules: Rules) -> frozenset[str]:
    """:func:`tokens` of a text whose pairs of wide characters are known."""
    if _HIRAGANA(text):  # a text with words enough in other characters does without those that hiragana are part of
        plain = {pair for pair in pairs if min(pair) > "\u3096"}
        pairs = plain if len(plain) > FEW else pairs
    if len(pairs) > FEW:
        return frozenset(pairs)
    return frozenset(_WORD.findall(text.lower())) - rules.frequent_words


@lru_cache(maxsize=1)
def weights() -> Mapping[str, int]:
    """What the commonest tokens tell, in tenths; one that is not here weighs :data:`RARE`.

    Whole numbers, because sets have no order: a sum of fractions would depend on it.
    """
    return spread(json.loads(learned("pairs.json").read_text("utf-8")), 2)


def weight(found: Iterable[str]) -> int:
    """What the tokens tell together, in tenths; one that every text may have counts little."""
    get = weights().get
    return sum([get(token, RARE) for token in found])


_weight = lru_cache(maxsize=1 << 12)(weight)


def said(part: frozenset[str], whole: frozenset[str]) -> float:
    """Share, 0 to 1, of what ``part`` tells that ``whole`` tells too; -1 where one is empty."""
    total = _weight(part) if whole else 0
    return weight(part & whole) / total if total else -1.0


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """What both texts tell, as a share, 0 to 1, of what the one tells that tells less; -1 where one is empty."""
    least = min(_weight(a), _weight(b)) if a and b else 0
    return weight(a & b) / least if least else -1.0


def told_by(part: frozenset[str], *texts: str) -> float:
    """:func:`said` for a whole that is given as texts, looked through without taking them apart."""
    if not part or not any(texts):
        return -1.0
    text = "\n".join(texts)  # no token goes on across a line
    if max(part) < "\u3000":
        text = text.lower()
    get, total = weights().get, _weight(part)
    found = sum([get(token, RARE) for token in part if token in text])
    return found / total if total else -1.0
