"""What rows begin and end with."""

from __future__ import annotations

import pytest

from convert.edges import LONGEST_QUOTATION, closes_with_a_remark, depths, joins, last_class, lead_width
from convert.measure import char_classes, class_of
from convert.rules import load

RULES = load()
CLASSES = char_classes(RULES)


@pytest.mark.parametrize("text, kind", [("他走了。", "E"), ("“走吧。”", "EQ"), ("（见图）", "Q"), ("她说，", "C")])
def test_what_stands_inside_a_closer_tells_how_a_row_ends(text: str, kind: str) -> None:
    assert last_class(text, CLASSES) == kind


@pytest.mark.parametrize("text, half_ems", [("水库", 2), ("水，库", 4), ("“水库", 4), ("（水）库", 6), ("2031年", 4), ("harbour 水", 7)])
def test_a_row_begins_with_what_no_break_may_part(text: str, half_ems: int) -> None:
    assert lead_width(text, CLASSES.get(text[0]) or class_of(text[0]), CLASSES) == half_ems


def test_a_bracket_is_open_until_it_is_closed() -> None:
    assert depths(["他说：“水库", "（今年）", "满了。”", "完"], RULES) == [0, 1, 1, 0]


def test_a_bracket_that_nothing_closes_is_a_misprint() -> None:
    assert depths(["（水库", *["满了"] * (LONGEST_QUOTATION + 1)], RULES)[-1] == 0


def test_characters_across_a_rows_start_stand_together_elsewhere_or_not() -> None:
    assert joins(["大水", "库满水", "上有水库。", "a"]) == ["-", "y", "n", "-"]


def test_a_quotation_that_a_misprint_leaves_open_is_over_with_the_next() -> None:
    assert depths(["他说“水库“满了。", "大家说“好”。", "雨停了。"], RULES) == [0, 1, 0]


def test_a_misprint_is_forgotten_though_others_open_and_close_below() -> None:
    rows = ["（水库", *["他说“满了", "”，又说“好”。"] * LONGEST_QUOTATION]
    assert depths(rows, RULES)[-2:] == [0, 1]


@pytest.mark.parametrize("rows, closes", [
    (["桥通了。（据河湾报）"], True), (["桥通了。（据河湾", "报、北河网）"], True), (["桥通了（据河湾报）"], False), (["（据河湾报）"], False),
    (["桥通了。", "（据河湾报）"], False)])
def test_a_bracket_behind_a_sentence_in_mid_row_ends_a_text(rows: list[str], closes: bool) -> None:
    assert closes_with_a_remark(rows, CLASSES)[-1] == closes


@pytest.mark.parametrize("rows, ends", [
    (["説明会を開いた。（編輯：林知秋）1150305"], True), (["亀裂が見つかったことから始まった。＝3面に関連記事"], True), (["見つかったことから始まった。＝3面に", "関連記事"], True),
    (["三面の記事"], False), (["市の記録は1150305"], False)])
def test_an_agencys_number_and_where_the_story_goes_on_close_a_text(rows: list[str], ends: bool) -> None:
    assert closes_with_a_remark(rows, CLASSES)[-1] is ends
