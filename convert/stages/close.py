"""Close up a page whose every line has blank lines above it: those say nothing, and what stands farther apart still does.

May change: only blank lines.
"""

from __future__ import annotations

from collections import Counter

from convert.measure import blanks_before
from convert.model import Line

ALL = 0.95
"""Share of the lines with a blank line above from which all of them have one: a headline's second row may have none."""


def close(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines without the blank lines that most have above; the same tuple where lines stand together."""
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
