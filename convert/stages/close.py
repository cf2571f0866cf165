"""Close up a page whose every line has blank lines above it, or whose characters all stand apart: such spaces say nothing, and what stands farther apart still does.

May change: only white space.
"""

from __future__ import annotations

import re
from collections import Counter

from convert.measure import blanks_before
from convert.model import Line

ALL = 0.95
"""Share of the lines with a blank line above from which all of them have one: a headline's second row may have none."""
APART, FEW, FEWEST = 0.3, 30, 0.1
"""Share of the places between two wide characters with a space in them, and number of such places, from which characters stand apart all over the page, as OCR
and justification set them (of 12,000 pages set otherwise none has a share of 0.25), and the share of a page's characters that are spaces then at least."""
ROW = 0.5
"""The share of a row's places, as against the page's, from which it is such a row."""
_WIDE = "\u2E80-\u2FFF\u3001-\uFFEF"
_TOGETHER, _GAP = re.compile(f"(?<=[{_WIDE}])(?=[{_WIDE}])"), re.compile(rf"(?<=[{_WIDE}])[^\S\n]+(?=[{_WIDE}])")


def close(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines without the blank lines that most have above, and without the spaces that most characters have behind; the same tuple where nothing stands apart."""
    return _characters(_rows(lines))


def _rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    gaps = blanks_before([line.text for line in lines])
    if sum(map(bool, gaps[1:])) < ALL * len(gaps[1:]) or len(gaps) < 2:
        return lines
    usual, _ = Counter(gaps[1:]).most_common(1)[0]
    out: list[Line] = []
    gap = 0
    for line in lines:
        gap = 0 if line.text else gap + 1
        if line.text or gap > usual:
            out.append(line)
    return tuple(out)


def _characters(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    whole = "\n".join([line.text for line in lines])
    if len(whole) - len("".join(whole.split())) < FEWEST * len(whole):
        return lines
    gaps = Counter(_GAP.findall(whole)).most_common(1)
    if not gaps:
        return lines
    gap, count = gaps[0]
    share = count / (count + len(_TOGETHER.findall(whole)))
    if count < FEW or share < APART:
        return lines
    beside = f"{_WIDE}“”‘’—…·"
    usual = re.compile(f"(?<=[{beside}]){gap}(?=[{beside}0-9])|(?<=[0-9%]){gap}(?=[{beside}])")
    return tuple([line._replace(text=usual.sub("", line.text)) if _share(line.text, gap) >= ROW * share else line for line in lines])


def _share(text: str, gap: str) -> float:
    """The share of the places between two wide characters of a row that have such a gap; a space or two in a row without say what they say."""
    gaps = _GAP.findall(text).count(gap)
    return gaps / (gaps + len(_TOGETHER.findall(text))) if gaps else 0.0
