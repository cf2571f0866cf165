"""Split columns that stand side by side on one line, and read them one after the other."""

from __future__ import annotations

from convert.model import Line
from convert.rules import Rules


def columns(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    return lines
