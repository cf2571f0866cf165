"""Columns side by side: gutters are found, lines across them end a region, single columns are left alone."""

from __future__ import annotations

from convert.model import Line
from convert.rules import load
from convert.stages.columns import columns

RULES = load()


def read(*texts: str) -> list[str]:
    return [line.text for line in columns(tuple(Line(n, t, t) for n, t in enumerate(texts, 1)), RULES) if line.text]


LEFT = ["清晨七点家住柳林", "小区的退休教师陶", "明义扫码取下一辆", "崭新的公共自行车", "沿河骑行。"]
RIGHT = ["今年以来河湾市投", "放公共自行车两千", "辆新建停放点一百", "六十处。"]


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [a + "    " + (RIGHT[k] if k < len(RIGHT) else "") for k, a in enumerate(LEFT)]
    assert read(*rows) == LEFT + RIGHT


def test_a_line_across_the_gutter_ends_the_columns() -> None:
    beside = [a + "    " + b for a, b in zip(LEFT, RIGHT)]
    wide = "一条横跨两栏的大标题在这里出现了"
    assert read(*beside, wide, *beside) == LEFT[:4] + RIGHT + [wide] + LEFT[:4] + RIGHT


def test_numbers_point_to_the_source_line() -> None:
    rows = tuple(Line(n, t, t) for n, t in enumerate((a + "    " + b for a, b in zip(LEFT, RIGHT)), 1))
    assert [line.number for line in columns(rows, RULES)] == [1, 2, 3, 4, 1, 2, 3, 4]


def test_an_indent_inside_a_column_is_kept() -> None:
    rows = ["    " + LEFT[0][:6] + "    " + RIGHT[0], *(a + "    " + b for a, b in zip(LEFT[1:], RIGHT[1:]))]
    assert read(*rows)[0].startswith("    ")


def test_one_column_is_handed_back_as_it_is() -> None:
    lines = tuple(Line(n, t, t) for n, t in enumerate(["发挥作用  弘扬精神", *LEFT, "甲  乙"], 1))
    assert columns(lines, RULES) is lines


def test_letter_spaced_lines_are_no_columns() -> None:
    spaced = tuple(Line(n, t, t) for n, t in enumerate(["面 积 2 . 6   万 平 方 米"] + LEFT * 3, 1))
    assert columns(spaced, RULES) is spaced
