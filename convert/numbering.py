"""How a heading is numbered: 一、…, （二）…, 3. …, ④…, 镜头五：…."""

from __future__ import annotations

import re
from typing import Sequence

LONGEST = 16
"""Characters of a numbered heading at most."""
_ITEM = re.compile("(0?[1-9]|1[0-9])[ \u3000]*(?![年月日时時点點个個万萬亿億元人名])[^\\W\\d_][^，。；：、]*$").match
_LEADING = re.compile("([(（]?)([0-9]{1,2}|[一二三四五六七八九十]{1,3})([.．、)）])|([①-⑳])")
_COUNTED = re.compile("([\u3400-\u9fffA-Za-z]{1,5}?[. ]?)([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[：:\\s丨|]|$)")
_NUMERALS = {character: value for value, character in enumerate("一二三四五六七八九十", 1)}


def number_of(title: str) -> tuple[str, int]:
    """The kind of a heading's number (the marks around it, the word before it), and the number; 0 where it has none."""
    leading = _LEADING.match(title)
    if leading:
        opening, number, closing, circled = leading.groups()
        return ("①", ord(circled) - ord("①") + 1) if circled else (opening + closing, _value(number))
    counted = _COUNTED.match(title)
    return (counted[1], _value(counted[2])) if counted else ("", 0)


def in_series(texts: Sequence[str]) -> list[int]:
    """The rows that begin with a number, have no mark and are short, each number one more than the last one's, from 1 on: sections' headings, where a folio would stand alone."""
    found: list[int] = []
    for i, text in enumerate(texts):
        item = _ITEM(text) if len(text) <= LONGEST else None
        if item and int(item[1]) == len(found) + 1:
            found.append(i)
    return found if len(found) > 1 else []


def _value(number: str) -> int:
    """What digits say, or a numeral of Chinese characters under a hundred: 二十三."""
    if number.isdigit():
        return int(number)
    tens, ten, units = number.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(units, 0)
