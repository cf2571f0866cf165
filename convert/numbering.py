"""How a heading is numbered (一、…, （二）…, 3. …, ④…, 镜头五：…, PART 6), and rows that number a story's sections one after the other."""

from __future__ import annotations

import re
from typing import Sequence

LONGEST = 18
"""Characters of a section's heading at most."""
_LEADING = re.compile("([(（]?)([0-9]{1,2}|[一二三四五六七八九十]{1,3})([.．、)）])|([①-⑳])")
_COUNTED = re.compile("([\u3400-\u9fffA-Za-z]{1,7}?[. ]?)([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:[：:\\s丨|]|$)")
_PLAIN = re.compile("((?:[A-Za-z]{2,7}[. ]{0,2})?)(0?[1-9]|1[0-9])\\s*([/／|｜丨]?)\\s*(?![年月日时時点點个個万萬亿億元人名岁歲倍多分%％0-9.．、)）:：-])[^，。；：、！？]*$")
"""Digits with a title behind them, a bar or nothing between, or alone; behind a word in Latin letters or none."""
_CHAPTER = re.compile("第([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:章|[节節]|[编編])(?:[\\s\u3000：:][^，。；！？]*)?$")
"""What heads a part of a law, or of a report printed in full."""
_TITLED = re.compile("()([一二三四五六七八九十]{1,3})(、)[^，。；：、！？]{2,14}$")
"""A numeral with a title behind it: 一、总体要求; text stands between two of them, or they are items of a list."""
_BARE = re.compile("()[（(]?([一二三四五六七八九十]{1,3}|[0-9]{1,2})([)）]?)$")
"""A numeral alone, or in brackets."""
_NUMERALS = {character: value for value, character in enumerate("一二三四五六七八九十", 1)}


def number_of(title: str) -> tuple[str, int]:
    """The kind of a heading's number (the marks around it, the word before it), and the number; 0 where it has none."""
    leading, chapter = _LEADING.match(title), _CHAPTER.match(title)
    if chapter:
        return ("第", _value(chapter[1]))
    if leading:
        opening, number, closing, circled = leading.groups()
        return ("①", ord(circled) - ord("①") + 1) if circled else (opening + closing, _value(number))
    found = _PLAIN.match(title.split("\n", 1)[0]) or _COUNTED.match(title)
    return (found[1].strip(), _value(found[2])) if found else ("", 0)


def in_series(texts: Sequence[str], apart: Sequence[bool], short: Sequence[bool]) -> frozenset[int]:
    """The rows that number sections (1 利润, 02 / 漏洞, PART 3, 4): each number is one more than the last of its kind, from 1 on; chapters say so by themselves.

    ``apart`` says of each row whether it stands by itself: a page number cuts into a sentence; ``short`` whether it is plainly shorter than its column.
    """
    chains: dict[str, list[int]] = {}
    chapters = [i for i, text in enumerate(texts) if short[i] and len(text) <= LONGEST and _CHAPTER.match(text)]
    for i, text in enumerate(texts):
        found = _BARE.match(text) or _TITLED.match(text) or _PLAIN.match(text) if apart[i] and len(text) <= LONGEST else None
        if found:
            chain = chains.setdefault(found[1].strip() + found[3], [])
            if _value(found[2]) == len(chain) + 1:
                chain.append(i)
    listed = chains.get("、", [])
    if any([k + 1 == i for k, i in zip(listed, listed[1:])]):
        del chains["、"]
    return frozenset([*chapters, *[i for chain in chains.values() if len(chain) > 1 for i in chain]])


def _value(number: str) -> int:
    """What digits say, or a numeral of Chinese characters under a hundred: 二十三."""
    if number.isdigit():
        return int(number)
    tens, ten, units = number.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(units, 0)
