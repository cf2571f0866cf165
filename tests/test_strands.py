"""Columns whose rows stand in one sequence are taken apart by how their sentences run on."""

from __future__ import annotations

import pytest

from conftest import rows_of
from convert.model import Line
from convert.order import IN_ORDER, going_on
from convert.rules import load
from convert.stages.columns import columns
from convert.strands import taken_apart
from convert.succession import follows, piece

RULES = load()
LEFT, RIGHT = (rows_of("river-after", article, 14, "　") for article in (0, 1))
SIZE = min(len(LEFT), len(RIGHT))
LEFT, RIGHT = [[text.strip() for text in side[:SIZE]] for side in (LEFT, RIGHT)]
SIDE_BY_SIDE, IN_TURNS = [f"{a} {b}" for a, b in zip(LEFT, RIGHT)], [text for pair in zip(LEFT, RIGHT) for text in pair]


@pytest.mark.parametrize("lines", [SIDE_BY_SIDE, IN_TURNS], ids=["on one line", "in turns"])
def test_rows_go_below_the_row_that_they_continue(lines: list[str]) -> None:
    assert [text for _, text in taken_apart(lines, RULES)] == [*LEFT, *RIGHT]


def test_each_piece_keeps_its_line() -> None:
    assert all(text in SIDE_BY_SIDE[line] for line, text in taken_apart(SIDE_BY_SIDE, RULES))


def test_lines_of_one_column_stay() -> None:
    assert going_on([*LEFT, *RIGHT], RULES).share > IN_ORDER > going_on(IN_TURNS, RULES).share
    assert going_on(LEFT[:3], RULES) is None and going_on(["河湾市新图书馆正式开馆迎来读者。"] * 20, RULES) is None
    assert taken_apart([], RULES) == []


def test_the_stage_says_what_it_did_and_how_sure_it_is() -> None:
    lines = tuple(Line(k, text, text) for k, text in enumerate(IN_TURNS, 1))
    read, sure, (note,) = columns(lines, RULES)
    assert [line.text for line in read] == [*LEFT, *RIGHT] and sorted(line.number for line in read) == [line.number for line in lines]
    assert note.rule == "columns-run-together" and "put in the order" in note.message and 0.5 < sure < 0.9


def test_spaces_in_a_few_lines_change_nothing_about_it() -> None:
    texts = [text if k % 9 else text[:7] + "  " + text[7:] for k, text in enumerate(IN_TURNS)]
    read, sure, (note,) = columns(tuple(Line(k, text, text) for k, text in enumerate(texts, 1)), RULES)
    assert [line.text.replace(" ", "") for line in read] == [*LEFT, *RIGHT] and "put in the order" in note.message and sure < 0.9


@pytest.mark.parametrize(("above", "likely", "unlikely"), [
    ("河湾市新图书馆昨天正式开", "馆，市民排起长队等候入场", "林渐渐多起来，河岸绿道上"),
    ("全市公共自行车已投放２０", "００辆，新建停放点一百处", "馆，市民排起长队等候入场"),
    ("市民排起长队等候入场看书。", "据了解，新图书馆每周开放", "们的书房，让读者安心看书"),
    ("河湾新馆", "本报讯（记者 方菲）记者昨", "的人群渐渐多了起来，市民"),
])
def test_what_a_row_says_of_the_one_below(above: str, likely: str, unlikely: str) -> None:
    first, good, bad = (piece(k, text, RULES) for k, text in enumerate((above, likely, unlikely)))
    assert follows(first, good, 24, frozenset()) > follows(first, bad, 24, frozenset())
