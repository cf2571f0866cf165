"""Rows that extraction cut at squeezed punctuation, and the columns that they fill."""

from __future__ import annotations

import pytest

from convert.measure import column_widths, width
from convert.rows import rows, rows_of_words
from convert.rules import load

RULES = load()
MARKED = "开馆了，"
FULL = "河湾市新图书馆昨日正式开馆迎来"  # 15 characters, 30 half-ems


def starts(*texts: str, blanks: tuple[int, ...] | None = None) -> list[int]:
    return rows(texts, blanks or (0,) * len(texts), [width(t) for t in texts], [30] * len(texts), RULES)


def test_a_piece_that_begins_with_a_comma_goes_on_with_the_row() -> None:
    assert starts(FULL, "今天（七月十一日）", "，读者来了", FULL) == [0, 1, 3]


def test_pieces_between_brackets_fill_one_row() -> None:
    assert starts("他读过《河湾》", "（上下卷）", "，她也", FULL) == [0, 3]
    assert starts("她说了很久", "，", "“书我找了好几年”", FULL) == [0, 3]


def test_a_row_of_many_titles_holds_more_than_its_characters_are_wide() -> None:
    assert starts(FULL, "有《河湾》", "、", "《渡口》", "、", "《灯》", "、", "《街》", FULL) == [0, 1, 8]


def test_a_blank_line_may_stand_before_a_quotation_that_fills_the_row() -> None:
    assert starts("馆长对记者说，", "，", "“只有多读书才好", FULL, blanks=(0, 0, 1, 0)) == [0, 3]
    assert starts("馆长对记者说，", "，", "只有多读书才好的", FULL, blanks=(0, 0, 1, 0)) == [0, 2, 3]


def test_an_opening_quote_after_a_full_row_begins_a_row() -> None:
    assert starts("市民说", "，", FULL, "“开馆了。”") == [0, 2, 3]


def test_a_paragraph_that_opens_with_a_quote_stays_one() -> None:
    assert starts("，", "开馆了。", "“我从城北赶来，只为看书。", FULL) == [0, 1, 2, 3]


def test_a_columns_name_below_a_sentences_end_is_no_rest_of_its_row() -> None:
    assert starts("，", "市民可以借阅图书。", "【河湾新事】", FULL) == [0, 1, 2, 3]
    assert starts("，", "市民可以借阅图书。", "“河湾新事”", FULL) == [0, 1, 3]


@pytest.mark.parametrize(("remark", "together"), [("（作者为图书馆馆长）", False), ("（林知秋参与采写）", False), ("（摘自《河湾日报》）", False), ("（馆内设有热水间）", True)])
def test_who_wrote_a_text_stands_on_a_row_of_its_own_though_it_may_fill_the_one_above(remark: str, together: bool) -> None:
    assert (starts("，", "我爱读书。", remark, FULL) == [0, 1, 3]) is together


def test_a_page_without_cut_rows_is_left_alone() -> None:
    assert starts("他读过《河湾》", "（一至四卷）", FULL) == [0, 1, 2]


def test_a_column_is_as_wide_as_its_full_lines_not_its_indented_ones() -> None:
    assert set(column_widths([MARKED] * 12, [28, 28, 32, 28, 28, 32, 12, 28, 32, 28, 32, 28], True)) == {32}


def test_a_heading_does_not_widen_a_column() -> None:
    assert set(column_widths([MARKED] * 16, [30] * 8 + [44, 46] + [30] * 6, True)) == {30}


def test_a_neighbour_of_another_width_does_not_count() -> None:
    found = column_widths([MARKED] * 80, [30] * 40 + [50] * 40, True)
    assert found[0] == 30 and found[-1] == 50


def test_words_drawn_apart_are_one_row() -> None:
    lines = ["Efforts ", "to ", "break ", "an", "impasse between coffee", "exporting ", "nations failed."]
    ended = [line.endswith(" ") for line in lines]
    assert rows_of_words(lines, ended, [0] * 7, [len(line) for line in lines]) == [0, 4, 5]


def test_a_page_whose_lines_all_end_with_a_space_is_left_alone() -> None:
    assert rows_of_words(["the river"] * 10, [True] * 10, [0] * 10, [20] * 10) == list(range(10))


def test_more_words_than_a_row_holds_are_no_row() -> None:
    assert rows_of_words(["the river"] * 6, [False, True, True, False, False, False], [0] * 6, [20, 19, 20, 18, 20, 20]) == [0, 1, 2, 3, 4, 5]


def test_an_indented_row_below_the_two_characters_that_end_a_paragraph_is_a_row() -> None:
    assert starts("，", FULL, "来。", "“书真多啊真好”林知秋笑着", FULL) == [0, 1, 2, 3, 4]
    assert starts("，", FULL, "来。", "“书真多啊真好”林知秋笑着说", FULL) == [0, 1, 2, 4]
