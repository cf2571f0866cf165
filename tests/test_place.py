"""Headlines that extraction printed elsewhere: which of them goes above which text."""

from __future__ import annotations

import pytest

from convert.model import Label, Line
from convert.rules import load
from convert.stages.place import place

RULES = load()
LIBRARY = "新图书馆昨日开馆", "河湾市新图书馆昨日正式开馆，馆藏图书", "六十五万册，设有阅览座位一千八百个。"
BRIDGE = "望江大桥主塔封顶", "望江大桥南北主塔本周五全部封顶，桥长", "约两公里，两岸往来更快。"
TEA = "雾山乡茶农合作社十年", "雾山乡的茶农合作社成立十年，社员增加", "两倍，茶叶销往全国。"
Row = tuple[str, str]
BLANK = ("", "")


def head(story: tuple[str, str, str], tag: str = "B-headline") -> list[Row]:
    return [(tag, story[0])]


def body(story: tuple[str, str, str], dateline: str = "") -> list[Row]:
    return [("B-body", dateline + story[1]), ("I-body", story[2])]


def placed(*rows: Row) -> list[Row]:
    """The rows, as (tag, text), in their new order."""
    lines = [Line(n, text, text) for n, (_, text) in enumerate(rows, 1)]
    labels = [Label(tag, float(tag[0] == "B"), 0.9, float(tag[2:] == "headline")) for tag, _ in rows if tag]
    found, labels = place(lines, labels, RULES)
    return [(label.tag, line.text) for label, line in zip(labels, found)]


BYLINE = [("B-byline", "本报记者 方菲")]
WHOLE = [*head(LIBRARY), *body(LIBRARY), *head(BRIDGE), *BYLINE, *body(BRIDGE), *head(TEA), *body(TEA)]


@pytest.mark.parametrize("tag", ["B-headline", "B-crosshead"])
def test_headlines_below_the_texts_of_two_stories_go_above_them(tag: str) -> None:
    assert placed(*head(LIBRARY), *body(LIBRARY), BLANK, *body(BRIDGE), BLANK, *body(TEA), BLANK, *head(BRIDGE), *BYLINE, BLANK, *head(TEA, tag)) == WHOLE


def test_a_headline_below_its_text_and_above_anothers_goes_up() -> None:
    assert placed(*head(LIBRARY), *body(LIBRARY), BLANK, *body(BRIDGE), BLANK, *head(BRIDGE), *BYLINE, BLANK, *head(TEA), *body(TEA)) == WHOLE


def test_a_headline_that_reads_as_another_ones_first_row_goes_up() -> None:
    rest = [("I-headline", TEA[0])]
    assert placed(*head(LIBRARY), *body(LIBRARY), BLANK, *body(BRIDGE), BLANK, *head(BRIDGE), *BYLINE, BLANK, *rest, *body(TEA)) == WHOLE


def test_headlines_side_by_side_stand_above_their_texts() -> None:
    assert placed(*head(LIBRARY), BLANK, *head(BRIDGE), *BYLINE, *body(LIBRARY), BLANK, *body(BRIDGE), BLANK, *head(TEA), *body(TEA)) == WHOLE


def test_a_headline_in_mid_sentence_goes_and_the_sentence_is_whole() -> None:
    dated = body(BRIDGE, "本报讯 ")
    assert placed(*head(LIBRARY), body(LIBRARY)[0], BLANK, *head(BRIDGE, "B-crosshead"), BLANK, ("B-body", LIBRARY[2]), BLANK, *dated) \
        == [*head(LIBRARY), *body(LIBRARY), *head(BRIDGE), *dated]


@pytest.mark.parametrize("rows", [
    [*head(LIBRARY), *body(LIBRARY), *body(BRIDGE), *head(BRIDGE), *head(TEA), *body(TEA)],
    [*head(LIBRARY), *body(LIBRARY), BLANK, *body(BRIDGE), BLANK, ("B-headline", "春节期间本报休刊"), BLANK, *head(TEA), *body(TEA)],
    [*head(LIBRARY), *body(LIBRARY), BLANK, *head(BRIDGE), *body(BRIDGE), BLANK, *head(TEA), *body(TEA)],
    [*head(LIBRARY), *body(LIBRARY), BLANK, ("B-crosshead", "主塔封顶之后"), *body(TEA), BLANK, *body(BRIDGE)]],
    ids=["no blank lines", "told by no text", "all at home", "a section of its story"])
def test_what_may_stand_where_it_does_stays(rows: list[Row]) -> None:
    assert placed(*rows) == [row for row in rows if row != BLANK]


def test_a_whole_archive_in_one_dump_is_left_as_it_is() -> None:
    rows = [row for story in (LIBRARY, BRIDGE, TEA) * 150 for row in (*body(story), BLANK, *head(story), BLANK)]
    assert placed(*rows) == [row for row in rows if row != BLANK]


def test_a_row_between_blank_lines_that_reads_as_text_is_the_headline_of_the_dateline_that_tells_of_it() -> None:
    dated = body(BRIDGE, "本报讯 ")
    rows = [*head(LIBRARY), body(LIBRARY)[0], BLANK, ("I-body", BRIDGE[0]), BLANK, ("I-body", LIBRARY[2]), BLANK]
    assert placed(*rows, *dated) == [*head(LIBRARY), *body(LIBRARY), *head(BRIDGE), *dated]
    assert placed(*rows, *body(BRIDGE)) == [row for row in [*rows, *body(BRIDGE)] if row != BLANK]


def test_where_a_first_headline_stands_above_no_text_but_below_its_own_none_is_moved() -> None:
    """The page begins with a headline that nothing tells of, as a page's columns may; the others stand below their texts."""
    rows = [*head(("三月记事", "", "")), *body(LIBRARY, "本报讯 "), BLANK, *head(LIBRARY), BLANK, *body(BRIDGE, "本报讯 "), BLANK, *head(BRIDGE), BLANK, *body(TEA, "本报讯 "), BLANK, *head(TEA)]
    assert placed(*rows) == [row for row in rows if row != BLANK]
