"""How a sentence would read across a row's end: does the next row begin anew, or go on in the middle of a word?

``data/breaks.json`` holds, from the People's Daily of January 1998 (``tools/corpus.py`` writes it), how much more often
than elsewhere a character, or a pair, ends a clause and opens a sentence, and which two characters attract each other
(pointwise mutual information; Church and Hanks, 1990).
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Mapping, NamedTuple, Sequence

from convert.learned import learned, spread

UNIT = 2
"""Parts of a nat that the file counts in."""
OPENS, ENDS, ATTRACTS = 1.5, 1.5, -1.25
"""What the three say for a break between sentences (logistic regression on that paper's sentence ends against its mid-sentences)."""
INSIDE, INSIDE_A_WORD = -3.75, -7.0
"""Log-odds of a break between sentences under which it is one inside a word or a phrase, and one inside a word whatever else speaks for it."""
DROPPED = 4.0
"""Log-odds by which the break above such a character is likelier one between sentences than the one below: 19 in 20 of texts' first characters on the shared
pages show it, if set so, and 6 of the 123 characters that stand on a row alone there."""
_CUT_NUMBER = re.compile("[0-9〇一二三四五六七八九十百千万亿萬億点點][0-9〇一二三四五六七八九十百千万亿萬億点點多余餘元年月日号號时時分%％成倍]")


class Breaks(NamedTuple):
    """What was counted, in halves of a nat."""

    opens: Mapping[str, int]
    """Characters and pairs: how much likelier they are where a sentence begins than elsewhere."""
    ends: Mapping[str, int]
    """The same where a clause ends."""
    attracts: Mapping[str, int]
    """Pairs that stand together more often than by chance."""
    simplified: Mapping[int, str]
    """Traditional characters and what they are in simplified script."""


def is_han(text: str) -> bool:
    """Whether the text is of Chinese characters only."""
    return "\u3400" <= min(text) and max(text) <= "\u9FFF"


def cuts_number(above: str, below: str) -> bool:
    """Whether a number, or what it counts, goes on from ``above`` into ``below``: 盈利三|点五亿元."""
    return _CUT_NUMBER.fullmatch(above[-1] + below[0]) is not None


def runs_on(above: str, below: str) -> bool | None:
    """Whether a sentence would run on from ``above`` into ``below`` in the middle of a word or a phrase; None beside other than Chinese characters, where nothing can be told."""
    if not is_han(above[-1] + below[0]):
        return None
    return _odds(above[-2:], below[:2]) < INSIDE


def drops(above: str, capital: str, below: str, apart: float = DROPPED) -> bool:
    """Whether a Chinese character on a row of its own is the capital of the text below and no rest of the row above, nor a heading: a sentence reads on from it, and hardly into it."""
    if not is_han(capital + below[0]):
        return False
    on = _odds(capital, below[:2])
    return on < 0 and _odds(above[-2:], capital) > on + apart if is_han(above[-1]) else on < INSIDE


def cuts_word(above: str, below: str) -> bool:
    """Whether the break between ``above`` and ``below`` is one inside a Chinese word; False beside other characters."""
    return is_han(above[-1] + below[0]) and _odds(above[-2:], below[:2]) < INSIDE_A_WORD


def is_word(pair: str) -> bool:
    """Whether two Chinese characters stand together in any paper more often than by chance, as those of a word do and those of a pen name do not."""
    return attraction(pair) is not None


def together(pairs: Sequence[str]) -> int:
    """How many of these pairs of Chinese characters stand together in any paper more often than by chance."""
    found = _breaks()
    return sum([pair in found.attracts for pair in "\n".join(pairs).translate(found.simplified).split("\n")])


def opening(start: str) -> float:
    """How much likelier one or two Chinese characters stand where a sentence begins than elsewhere, in nats; 0 for others."""
    found = _breaks()
    start = start.translate(found.simplified)
    return found.opens.get(start, found.opens.get(start[:1], 0)) / UNIT


def attraction(pair: str) -> float | None:
    """How much oftener two Chinese characters stand together in any paper than by chance, in nats; None where they do not."""
    found = _breaks()
    attracts = found.attracts.get(pair.translate(found.simplified))
    return None if attracts is None else attracts / UNIT


@lru_cache(maxsize=1 << 14)
def _odds(end: str, start: str) -> float:
    """Log-odds that a sentence begins with ``start`` behind ``end``."""
    found = _breaks()
    end, start = end.translate(found.simplified), start.translate(found.simplified)
    opens = found.opens.get(start, found.opens.get(start[0], 0))
    ends = found.ends.get(end, found.ends.get(end[-1], 0))
    return (OPENS * opens + ENDS * ends + ATTRACTS * found.attracts.get(end[-1] + start[0], 0)) / UNIT


@lru_cache(maxsize=1)
def _breaks() -> Breaks:
    found = json.loads(learned("breaks.json").read_text("utf-8"))
    chars, pairs = ({name: spread(table, size) for name, table in found[kind].items()} for kind, size in (("chars", 1), ("pairs", 2)))
    return Breaks({**chars["opens"], **pairs["opens"]}, {**chars["ends"], **pairs["ends"]}, pairs["attracts"], str.maketrans(*found["simplified"]))
