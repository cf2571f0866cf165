"""Rows that were printed twice to make them bold."""

from __future__ import annotations

import convert
from convert.copies import copies
from convert.source import numbered, read_source
from convert.stages.untwine import untwine

HEAD, REST, TEXT = "望江大桥封顶通车还要", "一年", "望江大桥昨天封顶，通车还要一年。"


def test_the_second_of_two_rows_that_say_the_same_is_a_copy() -> None:
    assert copies([HEAD, HEAD, REST, REST, TEXT]) == {1, 3}


def test_a_short_row_alone_a_refrain_and_what_stands_three_times_are_none() -> None:
    assert copies([REST, REST, TEXT]) == set()
    assert copies(["归来吧，归来哟，", "归来吧，归来哟，", TEXT]) == set()
    assert copies([HEAD] * 3) == set()
    assert copies([HEAD, "", HEAD]) == set()
    assert copies(["先修桥再修路", "先修桥再修路", "，这是一条硬道理。"]) == set()


def test_where_several_rows_are_copies_one_with_marks_is_too() -> None:
    assert copies([HEAD, HEAD, TEXT, "大桥通了，路呢？", "大桥通了，路呢？"]) == {1, 4}


def untwined(text: str) -> list[str]:
    return [line.text for line in untwine(numbered(read_source("p.txt", text.encode())))]


def test_characters_that_are_given_twice_are_two_rows() -> None:
    assert untwined("望望江江大大桥桥封封顶顶\n" + TEXT) == ["望江大桥封顶", "望江大桥封顶", TEXT]
    assert untwined("望望江江大大桥桥封封顶顶\n通通车车")[2:] == ["通车", "通车"]
    assert untwined("TThhee HHaarrbboouurr")[0] == "The Harbour"


def test_other_rows_are_not_untwined() -> None:
    for text in ("天天向上", "哈哈哈哈哈哈哈哈", "11223344", "人人为我，我为人人", "望望江江大大桥桥封顶"):
        lines = numbered(read_source("p.txt", text.encode()))
        assert untwine(lines) is lines


def test_a_page_says_what_it_says_once() -> None:
    page = "\n".join([HEAD, HEAD, REST, REST, TEXT, "桥长五百米。", "河河湾湾图图书书馆馆开开馆馆", "河湾图书馆昨天开馆，市民可以借书。", "馆里有书三万册。"])
    document = convert.parse(page)
    assert ["".join(part.text for part in article.headline) for article in document.articles] == [HEAD + REST, "河湾图书馆开馆"]
    assert [part.text for part in document.furniture] == [HEAD, REST, "河湾图书馆开馆"]
