"""Whether the width cut a row of a Japanese headline, or it ended on purpose: what its width is beside the row below, and beside the page's other rows."""

from __future__ import annotations

from typing import Sequence

from convert.edges import lead_width
from convert.measure import char_classes, class_of, width
from convert.rules import Rules

ALONE, ALIKE = 12.0, {2: 1 / 8}
"""By how much a Japanese part is likelier to end with a row that is narrower than the page's widest heading, where no other of those that have one below is as wide, and where one other is; where two are it does not.
Of 59 such rows of made-up stories that leave the weights in doubt 24 of the first kind end a part and 5 do not, 2 of the second do and 15 do not, none of the last does and 49 do not."""


def outgrows(above: str, row: str, rules: Rules) -> bool:
    """Whether what ``row`` begins with would have had room on the row above, were that as wide as it: no width cut it."""
    classes = char_classes(rules)
    return width(row) >= width(above) + lead_width(row, classes.get(row[0]) or class_of(row[0]), classes)


def by_width(chance: float, size: int, others: Sequence[int], widest: int) -> float:
    """The probability that a part ends with a row of ``size`` half-ems, which ``chance`` is by itself: the width that cut it cut others as well, and what ends on purpose does so anywhere.

    ``others`` are the widths of all the page's rows that have another below them in their headline block, ``widest`` that of its widest heading.
    """
    alike = sum([abs(other - size) <= 1 for other in others])
    odds = ALONE if alike == 1 and widest - size > 1 else ALIKE.get(alike, 1.0 if alike < 2 else 0.0)
    return by_odds(chance, odds)


def by_odds(chance: float, times: float) -> float:
    """A probability whose odds are so many times those of ``chance``."""
    return chance * times / (chance * times + 1 - chance)
