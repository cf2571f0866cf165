"""Columns begin anew where none of them goes on in the row below; what stands side by side is read down to there."""

from __future__ import annotations

import pytest

from conftest import rows_of
from convert.model import Line
from convert.rules import load
from convert.stages.columns import columns
from convert.stretches import in_order, stretches

RULES = load()


def story(article: int) -> list[str]:
    """An article of river-after in rows of one column."""
    return rows_of("river-after", article, 14, "　　")


def in_four(rows: list[str]) -> list[list[str]]:
    """The rows in four columns of one height."""
    size = -(-len(rows) // 4)
    return [[*rows[k::size], "", ""][:4] for k in range(size)]


UPPER, LOWER = story(0), story(1)
PAGE = [*in_four(UPPER), *in_four(LOWER)]


@pytest.mark.parametrize(("above", "below"), [(0, 1), (1, 2), (0, 2)])
def test_columns_begin_anew_below_a_story_in_all_of_them(above: int, below: int) -> None:
    assert stretches([*in_four(story(above)), *in_four(story(below))], RULES) == [0, len(in_four(story(above)))]


def test_two_stories_beside_each_other_are_one_stretch() -> None:
    size = min(len(UPPER), len(LOWER))
    assert stretches([list(pair) for pair in zip(UPPER[:size], LOWER[:size])], RULES) == [0]


def test_a_long_dump_is_looked_at_in_parts(monkeypatch) -> None:
    monkeypatch.setattr("convert.stretches.LONGEST", len(in_four(UPPER)))
    assert stretches(PAGE, RULES)[:2] == [0, len(in_four(UPPER))]


def test_the_stage_reads_down_to_where_columns_begin_anew() -> None:
    lines = tuple(Line(k, text, text) for k, text in enumerate(("    ".join(row).rstrip() for row in PAGE), 1))
    read, _, notes = columns(lines, RULES)
    assert [line.text.strip() for line in read] == [text.strip() for text in UPPER + LOWER] and not notes


@pytest.mark.parametrize("at", range(2, len(in_four(UPPER)) - 2))
def test_swapped_lines_go_back(at: int) -> None:
    rows = in_four(UPPER)
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    order = in_order(rows, RULES)
    assert [rows[k] for k in order] == in_four(UPPER)


def test_lines_in_order_stay() -> None:
    assert in_order(PAGE, RULES) == list(range(len(PAGE)))
    assert in_order([], RULES) == []
