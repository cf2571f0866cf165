"""How a sentence would read across a row's end."""

from __future__ import annotations

import pytest

from convert.reading import LEAST, MOST, begins_anew

RUNS_ON = [("河湾市推动经济高质量发", "展迈上新台阶"), ("新图书馆建设工", "程昨日开工"), ("他在会上强", "调，图书馆是城市的书房"), ("市民可以免费借", "阅图书")]
BEGINS = [("守住老街的烟火气息", "近日，记者来到河湾市"), ("河湾市新图书馆正式开馆", "记者从市文化局了解到"), ("渡口一守四十年", "今年六十岁的老周"), ("为了孩子的未来", "在河湾小学的操场上")]


@pytest.mark.parametrize("above, below", RUNS_ON)
def test_a_word_that_the_row_cuts_runs_on(above: str, below: str) -> None:
    assert int(begins_anew(above, below)) < 0


@pytest.mark.parametrize("above, below", BEGINS)
def test_what_opens_a_sentence_behind_a_heading_begins_anew(above: str, below: str) -> None:
    assert int(begins_anew(above, below)) > 0


def test_traditional_characters_read_as_simplified_ones() -> None:
    assert begins_anew("河灣市推動經濟高質量發", "展邁上新臺階") == begins_anew("河湾市推动经济高质量发", "展迈上新台阶")
    assert begins_anew("守住老街的煙火氣息", "記者來到") == begins_anew("守住老街的烟火气息", "记者来到")


def test_levels_are_bounded_and_pairs_that_nobody_counted_say_nothing_extreme() -> None:
    for above, below in (*RUNS_ON, *BEGINS, ("龘龘", "靐靐"), ("一", "二")):
        assert LEAST <= int(begins_anew(above, below)) <= MOST
    assert begins_anew("龘龘", "靐靐") == "0"


@pytest.mark.parametrize("above, below", [("图书馆。", "近日"), ("图书馆", "“近日"), ("the library", "opened"), ("図書館の", "開館"), ("图书馆", "2024年")])
def test_beside_other_than_chinese_characters_nothing_can_be_told(above: str, below: str) -> None:
    assert begins_anew(above, below) == ""
