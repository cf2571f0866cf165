"""Drop caps: a text's first letter on a line of its own."""

from __future__ import annotations

import pytest

from convert import parse
from convert.capitals import below_capitals
from convert.joining import join
from convert.lexicon import is_word

SHORT = frozenset(("as", "in", "it", "on", "new", "all"))


@pytest.mark.parametrize("capital, below, whole", [
    ("T", "he harbour library", "The harbour library"), ("T", "HE harbour", "THE harbour"), ("“W", "e waited", "“We waited"), ("É", "tienne", "Étienne"),
    ("A", "fter three years", "After three years"), ("A", "s the bridge", "As the bridge"), ("A", "new bridge", "A new bridge"), ("I", "waited", "I waited"),
    ("A", "The bridge", "A The bridge"), ("T", "3 tons", "T 3 tons")])
def test_a_capital_and_its_word(capital: str, below: str, whole: str) -> None:
    assert join(capital, below, words=frozenset(("s", "new", "waited")), is_word=lambda text: is_word(text, SHORT)) == whole


def test_letters_of_a_list_are_no_capitals() -> None:
    assert below_capitals(["A", "The bridge is open", "B", "The road is closed"], wide=False) == set()
    assert below_capitals(["The bridge", "T", "he bridge is open"], wide=False) == {2}


def test_a_story_begins_with_its_drop_cap() -> None:
    page = """Harbour library opens its doors

T
he new harbour library opened on
Monday, three years after the first
stone was laid beside the old docks.
Readers queued from seven in the
morning.

A
fter the speeches the mayor took the
first book home, and promised to
bring it back.
"""
    article, = parse(page).articles
    assert [block.text[:20] for block in article.blocks] == ["The new harbour libr", "After the speeches t"]
    assert article.blocks[0].lines[0][0] == 3


def test_a_chinese_story_begins_with_its_drop_cap() -> None:
    page = ["新图书馆正式开馆", "河", "湾市新图书馆三月五日正式", "开馆，首日来了三千人。"]
    assert below_capitals(page, wide=True) == {2}
    block, = parse("\n".join(page)).articles[0].blocks
    assert block.text == "河湾市新图书馆三月五日正式开馆，首日来了三千人。" and block.lines == ((2, 4),)


def test_the_rest_of_a_headlines_row_and_short_crossheads_are_no_drop_caps() -> None:
    assert below_capitals(["河湾市新图书馆工程开", "工", "本报河湾3月5日电 新图书馆"], wide=True) == set()
    assert below_capitals(["粮食产量稳定。", "稳", "上半年，河湾市粮食产量", "增长。", "新", "新动能贡献率超过一半"], wide=True) == set()
