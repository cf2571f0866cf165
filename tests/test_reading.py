"""How a sentence would read across a row's end."""

from __future__ import annotations

import pytest

from convert.reading import cuts_number, is_word, runs_on

RUNS_ON = [("河湾市推动经济高质量发", "展迈上新台阶"), ("新图书馆建设工", "程昨日开工"), ("他在会上强", "调，图书馆是城市的书房"), ("完善公共服务设", "施建设")]
BEGINS = [("守住老街的烟火气息", "近日，记者来到河湾市"), ("河湾市新图书馆正式开馆", "记者从市文化局了解到"), ("渡口一守四十年", "今年六十岁的老周"), ("为了孩子的未来", "在河湾小学的操场上")]


@pytest.mark.parametrize("above, below", RUNS_ON)
def test_a_word_that_the_row_cuts_runs_on(above: str, below: str) -> None:
    assert runs_on(above, below) is True


@pytest.mark.parametrize("above, below", BEGINS)
def test_what_opens_a_sentence_behind_a_heading_does_not(above: str, below: str) -> None:
    assert runs_on(above, below) is False


def test_traditional_characters_read_as_simplified_ones() -> None:
    assert runs_on("河灣市推動經濟高質量發", "展邁上新臺階") is True
    assert runs_on("守住老街的煙火氣息", "記者來到") is False


def test_pairs_that_nobody_counted_say_nothing() -> None:
    assert runs_on("龘龘", "靐靐") is False


@pytest.mark.parametrize("above, below", [("图书馆。", "近日"), ("图书馆", "“近日"), ("the library", "opened"), ("図書館の", "開館"), ("图书馆", "2024年")])
def test_beside_other_than_chinese_characters_nothing_can_be_told(above: str, below: str) -> None:
    assert runs_on(above, below) is None


@pytest.mark.parametrize("above, below, cut", [("河湾港去年盈利三", "点五亿元", True), ("渡船运客突破八百多万", "元", True), ("图书馆藏书达6", "万册", True),
                                               ("老街茶馆开张", "一年接客十万", False), ("河湾百货迎来第一", "批顾客", False)])
def test_a_number_goes_on_across_a_break(above: str, below: str, cut: bool) -> None:
    assert cuts_number(above, below) is cut


@pytest.mark.parametrize("pair, word", [("开幕", True), ("開幕", True), ("故障", True), ("青芜", False), ("墨耕", False)])
def test_a_word_is_what_any_paper_says_together(pair: str, word: bool) -> None:
    assert is_word(pair) is word
