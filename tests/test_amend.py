"""What a row says of the labels of the rows above it."""

from __future__ import annotations

from typing import Sequence

import pytest

from convert.amend import amend
from convert.model import Label, Line
from convert.numbering import in_series
from convert.rules import load
from convert.view import view

RULES = load()
BODY = ("The ferry between Tarnow and Lindmere will run every", "twelve minutes from Monday, the harbour board said.")


def amended(texts: Sequence[str], *labels: Label) -> list[Label]:
    """The labels of the rows as amended."""
    found = list(labels)
    amend(found, view([Line(n, text, text) for n, text in enumerate(texts, 1)], [False] * len(texts), RULES))
    return found


def labelled(rows: Sequence[tuple[str, str]]) -> list[Label]:
    """The labels of rows as amended."""
    return amended([text for text, _ in rows], *(Label(tag, 1.0, 0.6, 0.4) for _, tag in rows))


def tags(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Their tags alone."""
    return [found.tag for found in labelled(rows)]


def test_a_crosshead_right_above_the_headline_of_a_dateline_leads_into_it() -> None:
    above = [("市民可借阅。", "I-body"), ("一季度", "B-crosshead"), ("新增图书借阅点三十一个", "B-headline")]
    assert tags([*above, ("本报河湾5月6日电（记者林知秋）市图书", "B-body")])[1] == "B-kicker"
    assert tags([*above[:2], ("市图书馆今年新增借阅点", "B-body")])[1] == "B-crosshead"


TEXT = [("河湾市新图书馆昨日正式开馆，馆藏图", "B-body"), ("书六十五万册，设有座位一千八百个。", "I-body")]


def test_a_row_with_a_columns_name_is_a_headline_or_the_end_of_one() -> None:
    row = ("家门口的书香（城市观察）", "B-body")
    assert tags([*TEXT, row, *TEXT])[2] == "B-headline"
    assert tags([*TEXT, ("开馆一年——", "B-crosshead"), row, *TEXT])[2:4] == ["B-headline", "I-headline"]
    assert tags([*TEXT, ("家门口的书香", "B-body"), *TEXT])[2] != "B-headline"
    assert tags([TEXT[0], row, *TEXT])[1] == "B-body"


def test_a_row_that_the_next_one_begins_like_is_a_headline() -> None:
    lead = [("望江大桥南北主塔昨日下午全部封顶，", "I-body"), ("大桥全长一千八百六十米。", "I-body")]
    assert tags([*TEXT, ("望江大桥南北主塔封顶", "B-body"), *lead])[2:4] == ["B-headline", "B-body"]
    assert tags([*TEXT, ("望江大桥昨日又有新消息", "B-body"), *lead])[2:4] == ["B-body", "I-body"]
    assert tags([TEXT[0], ("望江大桥南北主塔封顶", "B-body"), *lead])[1:3] == ["B-body", "I-body"]


@pytest.mark.parametrize(("row", "first"), [("【河湾新事】", True), ("【案件编号：HW212】", False), ("【河湾新事", False)])
def test_a_columns_name_on_a_row_of_its_own_above_a_headline_is_its_first_row(row: str, first: bool) -> None:
    found = tags([*TEXT, (row, "B-body"), ("望江大桥主塔封顶", "B-headline"), *TEXT])
    assert found[2:4] == (["B-headline", "I-headline"] if first else ["B-body", "B-headline"])


def test_a_crosshead_that_breaks_off_in_mid_word_is_text() -> None:
    full = "书香进村入户让孩子们走进新的图书"
    assert tags([*TEXT, (full, "B-crosshead"), ("馆读书，一年四季都能来，", "B-body"), *TEXT])[2:4] == ["B-body", "I-body"]
    assert tags([*TEXT, (full, "B-crosshead"), ("近日，河湾市的孩子们有了", "B-body"), *TEXT])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*TEXT, ("书香进村入户", "B-crosshead"), ("站，孩子们一年四季都能来。", "B-body"), *TEXT])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*TEXT, (full, "B-crosshead"), ("站，孩子们一年四季都能来。", "B-body"), *TEXT])[2:4] == ["B-body", "I-body"]


def test_a_crosshead_that_a_foreign_word_in_brackets_glosses_is_text() -> None:
    assert tags([*TEXT, ("河湾有线新闻网", "B-crosshead"), ("（HNN）记者昨日报道说，", "B-body"), *TEXT])[2:4] == ["B-body", "I-body"]
    assert tags([*TEXT, ("河湾有线新闻网", "B-crosshead"), ("（一）记者昨日报道说，", "B-body"), *TEXT])[2:4] == ["B-crosshead", "B-body"]


def test_a_row_of_two_halves_below_a_text_that_has_ended_is_a_heading() -> None:
    below = [("图书馆今年又添了三辆流动书车，开进", "I-body"), ("山里的村子。", "I-body")]
    assert tags([*TEXT, ("书香进村入户 流动车开到门口", "B-body"), *below])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*TEXT, ("书香进村入户，流动车开到门口", "B-body"), *below])[2:4] == ["B-body", "I-body"]
    assert tags([("市民昨日走进了新的河湾市图书馆，", "B-body"), ("书香进村入户 流动车开到门口", "B-body"), *below])[1:3] == ["B-body", "I-body"]
    assert tags([*TEXT, ("新华社青石5月6日电 流动书车开进", "B-body"), *below])[2:4] == ["B-body", "I-body"]


def test_what_stands_above_a_credit_above_text_heads_a_story() -> None:
    found = labelled([*TEXT, ("望江大桥主塔封顶", "B-crosshead"), ("林知秋摄", "B-credit"), *TEXT])
    assert found[2].tag == "B-headline" and found[2].heading > 0.8
    assert tags([*TEXT, ("望江大桥主塔封顶", "B-crosshead"), ("林知秋摄", "B-credit")])[2] == "B-crosshead"


def test_a_row_without_a_mark_between_a_heading_and_text_is_the_headings_last() -> None:
    heads = [("公交集团公布新线路安排", "B-headline"), ("包括城北三条夜班线路", "B-body")]
    assert tags([*TEXT, *heads, *TEXT])[2:4] == ["B-headline", "I-headline"]
    assert tags([*TEXT, heads[0], ("包括城北三条夜班线路。", "B-body"), *TEXT])[3] == "B-body"
    assert tags([*TEXT, *heads, ("城南一条", "B-body"), ("城西一条", "B-body")])[3] == "B-body"


def with_story(*head: tuple[str, str]) -> list[tuple[str, str]]:
    return [*head, (BODY[0], "B-body"), (BODY[1], "I-body")]


def test_a_kicker_with_no_room_for_the_next_word_is_the_headlines_first_row() -> None:
    cut = with_story(("Harbour Board Sees Ferries", "B-kicker"), ("Crossing Every Twelve", "B-headline"), ("Minutes", "I-headline"))
    assert tags(cut)[:3] == ["B-headline", "I-headline", "I-headline"]
    hyphenated = with_story(("LIND-", "B-kicker"), ("MERE BOARD", "I-kicker"), ("SEES FERRIES", "I-headline"))
    assert tags(hyphenated)[:3] == ["B-headline", "I-headline", "I-headline"]


@pytest.mark.parametrize("kicker, headline", [("Shipping", "Harbour Board Sees Ferries Crossing"), ("Shipping", "HARBOUR")])
def test_a_kicker_with_room_or_written_otherwise_stays_one(kicker: str, headline: str) -> None:
    assert tags(with_story((kicker, "B-kicker"), (headline, "B-headline")))[:2] == ["B-kicker", "B-headline"]


def test_a_sections_name_that_stands_twice_stays_a_kicker() -> None:
    one = with_story(("Shipping", "B-kicker"), ("Harbour", "B-headline"), ("Board Sees", "I-headline"))
    two = with_story(("Shipping", "B-kicker"), ("Ferries", "B-headline"), ("Sold", "I-headline"))
    found = tags([*one, *two])
    assert found[0] == "B-kicker" and found[len(one)] == "B-kicker"


def test_a_row_as_wide_as_the_column_that_the_text_below_tells_again_is_its_headline() -> None:
    text = [("the harbour board said.", "I-body"), ("Lindmere ferries cross every twelve minutes", "B-body"),
            ("Lindmere ferries will cross the river every", "I-body"), ("twelve minutes from Monday, the board said.", "I-body")]
    assert tags(text)[1:3] == ["B-headline", "B-body"]


@pytest.mark.parametrize("row", ["Lindmere ferries cross every twelve minutes of", "They saw ferries cross every twelve minutes"])
def test_a_row_in_mid_sentence_is_no_headline_though_the_text_below_tells_it_again(row: str) -> None:
    text = [("the harbour board said.", "I-body"), (row, "B-body"), ("Lindmere ferries will cross the river every", "I-body"),
            ("twelve minutes from Monday, the board said.", "I-body")]
    assert tags(text)[1:3] == ["B-body", "I-body"]


JAPANESE = [("汐見港と沖ノ島を結ぶ新しいフェリーが一日、", "B-body"), ("就航した。所要時間は二十分短い。", "I-body")]


def test_a_short_japanese_heading_above_text_is_a_crosshead_and_a_long_one_is_left_to_the_texts() -> None:
    found = labelled([*JAPANESE, ("若者の店", "B-headline"), *JAPANESE, ("山里町の棚田で田植え", "B-crosshead"), *JAPANESE])
    assert found[2].tag == "B-crosshead" and found[2].heading < 0.2
    assert found[5].tag == "B-crosshead" and found[5].heading > 0.8
    assert labelled([("若者の店", "B-headline"), *JAPANESE])[0].tag == "B-headline"
    assert labelled([*JAPANESE, ("若者の店", "B-headline"), ("【汐見＝佐藤健】汐見港と沖ノ島を結ぶ新しい船", "B-body")])[2].tag == "B-headline"


def test_the_length_of_a_chinese_heading_tells_nothing() -> None:
    assert labelled([*TEXT, ("青年的店", "B-headline"), *TEXT])[2].tag == "B-headline"


def test_a_japanese_row_as_wide_as_the_column_that_the_text_below_tells_again_is_its_headline() -> None:
    text = [*JAPANESE, ("沖ノ島航路に新型旅客船", "B-body"), ("沖ノ島を結ぶ航路に一日、新型の旅客船が", "I-body"), ("就航した。", "I-body")]
    assert [found.tag for found in labelled(text)[2:4]] == ["B-headline", "B-body"]
    sentence = [*JAPANESE, ("沖ノ島航路に新型旅客船が", "B-body"), *text[3:]]
    assert [found.tag for found in labelled(sentence)[2:4]] == ["B-body", "I-body"]


DATED = ("本报河湾5月6日电（记者林知秋）市图书", "B-body")


def test_a_colon_right_above_the_headline_of_a_dateline_says_whose_words_it_is() -> None:
    assert tags([*TEXT, ("市水务局：", "B-body"), ("今年汛期河水偏高", "B-crosshead"), ("城北尤其要防", "I-crosshead"), DATED])[2:5] == ["B-kicker", "B-headline", "I-headline"]
    assert tags([*TEXT, ("措施如下：", "B-body"), ("一、加固堤防", "B-crosshead"), *TEXT])[2:4] == ["B-body", "B-crosshead"]


def test_a_row_right_above_one_that_begins_with_a_dash_is_its_headline() -> None:
    assert tags([*TEXT, ("一座图书馆的十年", "B-body"), ("——记河湾市新图书馆", "B-kicker"), *TEXT])[2:4] == ["B-headline", "B-subhead"]
    assert tags([TEXT[0], ("书六十五万册。", "B-body"), ("——记河湾市新图书馆", "B-kicker"), *TEXT])[1:3] == ["B-body", "B-kicker"]


@pytest.mark.parametrize("heading, tag", [(0.7, "B-headline"), (0.3, "B-body")])
def test_a_row_of_its_own_that_is_likelier_a_heading_than_text_is_one(heading: float, tag: str) -> None:
    found = amended(("善做加减乘除，释放潜能！", TEXT[0][0], TEXT[1][0]), Label("B-body", 1.0, 0.4, heading), Label("B-body", 1.0, 1.0), Label("I-body", 0.0, 1.0))
    assert found[0].tag == tag


@pytest.mark.parametrize("row, heading, tag", [("先蹲下，再遮头，抓牢桌腿……", 0.7, "B-kicker"), ("先蹲下，再遮头，抓牢桌腿……", 0.3, "B-body"), ("数据来源：河湾市统计局", 0.7, "B-body")])
def test_a_row_above_a_headline_that_is_likelier_a_heading_is_its_kicker(row: str, heading: float, tag: str) -> None:
    found = amended((row, "地震来时这样做", TEXT[0][0], TEXT[1][0]), Label("B-body", 1.0, 0.4, heading), Label("B-headline", 1.0, 0.9, 0.9), Label("B-body", 1.0, 1.0), Label("I-body", 0.0, 1.0))
    assert found[0].tag == tag


def test_rows_that_all_end_with_a_mark_are_verses_and_no_bullets() -> None:
    rows = ["我等船的渡口，", "有一树老柳遮荫，", "一支竹篙两岸风。", "我乘凉的渡口，", "有芦花飞，有灯火，", "照见桥上的行人。", "今夜，谁在渡口，", "听水声到天明。"]
    assert tags([*TEXT, *((row, "I-body") for row in rows), *TEXT])[2:10] == ["B-body"] * 8
    assert tags([*TEXT, *((row, "I-body") for row in rows[:6]), *TEXT])[2:8] == ["I-body"] * 6
    assert tags([*TEXT, *(("•" + row, "I-body") for row in rows), *TEXT])[2:10] == ["I-body"] * 8


def test_rows_without_a_mark_are_verses() -> None:
    verses = [("渡口的老柳树", "I-body"), ("把影子递给流水", "I-body"), ("摆渡人收起竹篙", "B-body"), ("收起一河星光从上游到下游都不说话的那片苇荡", "I-body"), ("没有回声", "I-body"), ("天就要亮了", "I-body"), ("船还系着", "I-body")]
    assert tags([*TEXT, *verses, *TEXT])[2:9] == ["B-body", "B-body", "B-body", "B-body", "I-body", "B-body", "B-body"]
    assert tags([*TEXT, *verses[:4], *TEXT])[2:4] == ["I-body", "I-body"]


def test_the_last_of_many_rows_without_a_mark_heads_the_next_text() -> None:
    poem = ["渡口的老柳树", "把影子递给流水", "摆渡人收起竹篙", "收起一河星光", "没有回声", "船还系着", "闲话渡口"]
    rows = [(row, tag) for row, tag in zip(poem, ["B-body", "B-body", "B-headline", *["I-headline"] * 4])]
    assert tags([*TEXT, *rows, ("何满", "B-byline"), *TEXT])[2:9] == ["B-body"] * 6 + ["B-headline"]
    assert tags([*TEXT, *rows[2:], ("何满", "B-byline"), *TEXT])[2:7] == ["B-headline"] + ["I-headline"] * 4


def test_what_stands_below_a_signature_is_the_next_texts_headline() -> None:
    rows = [("河湾市 丁一平", "B-byline"), ("公交站牌字太小 老人看不清", "B-body"), *TEXT]
    assert tags([*TEXT, *rows])[2:4] == ["B-byline", "B-headline"]
    assert tags([TEXT[0], ("书六十五万册，设有座位一千八百个，", "I-body"), *rows])[3] == "B-body"


def test_what_a_kicker_leads_into_is_its_headline() -> None:
    rows = [("第五届河湾读书节启幕——", "B-kicker"), ("让书香浸润每一个角落", "B-crosshead"), ("本报记者 林知秋", "B-byline"), *TEXT]
    assert tags(rows)[1] == "B-headline"
    assert tags([*TEXT, *rows[1:]])[2] == "B-crosshead"


def test_a_row_without_an_end_between_two_rows_of_headings_is_one() -> None:
    rows = [("Harbour board stops the bridge", "B-headline"), ("Costs have almost doubled –", "B-body"), ("vote possible in autumn", "B-headline"), *[(text, "I-body" if k else "B-body") for k, text in enumerate(BODY)]]
    assert tags(rows)[:3] == ["B-headline", "B-headline", "I-headline"]
    assert tags([rows[0], ("Costs have doubled, it said.", "B-body"), *rows[2:]])[1] == "B-body"


@pytest.mark.parametrize("above, tag", [("B-headline", "I-headline"), ("B-crosshead", "I-headline")])
def test_a_row_of_two_halves_below_a_heading_goes_on_with_it(above: str, tag: str) -> None:
    head = Label(above, 1.0, 0.7, 0.7)
    found = amended(("消防员正在救人", "卖假酒获刑三年 还要十倍赔偿", "花九十八元买一瓶酒，贴上标签转手", "就卖一千二百元。"), head, *(Label(tag, 1.0, 0.8, 0.2) for tag in ("B-body", "I-body", "I-body")))
    assert [label.tag for label in found] == ["B-headline", tag, "B-body", "I-body"]


def test_a_row_without_an_end_between_a_table_and_a_headline_is_that_headlines_first() -> None:
    table = [(row, "I-body") for row in ("Ellery 41 20 61", "Fairmont 38 22 60", "Lowden 30 31 61")]
    rows = [*[(text, "I-body") for text in BODY], *table, ("Tennis: Novak takes title in", "I-body"), ("Windmere", "B-headline"), *[(text, "I-body") for text in BODY]]
    assert tags(rows)[5:7] == ["B-headline", "I-headline"]


def test_a_number_and_the_title_below_it_are_one_crosshead() -> None:
    rows = [("1", "B-crosshead"), ("谁在赚钱", "B-headline"), *TEXT, ("2", "B-headline"), ("谁来管", "I-body"), *TEXT]
    assert tags([*TEXT, *rows])[2:9] == ["B-crosshead", "I-crosshead", "B-body", "I-body", "B-crosshead", "I-crosshead", "B-body"]
    assert tags([*TEXT, ("1 谁在赚钱", "B-headline"), *TEXT, ("2 谁来管", "B-headline"), *TEXT])[2:6:3] == ["B-crosshead", "B-crosshead"]


def test_a_row_of_stars_heads_a_section_and_a_dash_leads_into_something() -> None:
    assert tags([*TEXT, ("＊＊＊", "B-headline"), *TEXT])[2] == "B-crosshead"
    assert tags([*TEXT, ("———", "B-headline"), *TEXT])[2] == "B-headline"


@pytest.mark.parametrize("row, tag", [("阅读提示", "I-headline"), ("■链接", "I-body"), ("【点评】", "B-body"), ("编者按：", "B-kicker")])
def test_the_name_of_a_part_beside_the_text_is_a_crosshead(row: str, tag: str) -> None:
    assert tags([("河湾新图书馆开馆", "B-headline"), *TEXT, (row, tag), ("图书馆怎样开门？", "I-body"), *TEXT])[3:5] == ["B-crosshead", "B-body"]
    assert tags([("河湾新图书馆开馆", "B-headline"), (row, "I-headline"), *TEXT])[1:3] == ["B-crosshead", "B-body"]


@pytest.mark.parametrize("row, tag", [("■聚焦", "B-crosshead"), ("新春走基层", "B-headline"), ("乡村振兴·一线", "B-body"), ("记者观察⑤", "I-body")])
def test_the_name_of_a_column_above_a_headline_is_its_kicker(row: str, tag: str) -> None:
    below = "I-headline" if tag == "B-headline" else "B-headline"
    assert tags([*TEXT, (row, tag), ("老茶园变成了观光园", below), *TEXT])[2:4] == ["B-kicker", "B-headline"]
    assert tags([*TEXT, ("乡亲们的新生活", "B-headline"), ("老茶园变成了观光园", "I-headline"), *TEXT])[2:4] == ["B-headline", "I-headline"]


def test_where_indents_are_kept_an_indented_heading_is_a_crosshead() -> None:
    indented = [("　　" + text if tag == "B-body" else text, tag) for text, tag in TEXT]
    rows = [("图书馆开馆", "B-headline"), *indented, *indented, ("　　少儿阅览区最热闹", "B-headline"), *indented]
    found = labelled(rows)
    assert [found[0].tag, found[5].tag] == ["B-headline", "B-crosshead"] and found[5].heading < 0.2
    assert tags([(text.strip("　"), tag) for text, tag in rows])[5] == "B-headline"


def test_a_row_below_a_columns_name_that_hardly_ends_anything_is_text() -> None:
    found = amended(("走，去图书馆过暑假（河湾新事）", "暑假怎么过？跟着河湾市的孩子们", "去图书馆，看书，听故事，学剪纸，", "一整天都不够用。"), Label("B-headline", 1.0, 0.9, 0.9), Label("B-subhead", 0.8, 0.45, 0.48), Label("B-body", 0.4, 0.96, 0.03), Label("I-body", 0.0, 1.0))
    assert [label.tag for label in found] == ["B-headline", "B-body", "I-body", "I-body"]


@pytest.mark.parametrize("above, heading, tags", [("B-crosshead", 0.4, ["B-headline", "I-headline"]), ("B-headline", 0.4, ["B-headline", "I-headline"]),
                                                  ("B-crosshead", 0.1, ["B-crosshead", "B-crosshead"]), ("B-headline", 0.1, ["B-headline", "B-crosshead"])])
def test_a_crosshead_right_below_a_heading_is_its_second_row_where_it_may_be(above: str, heading: float, tags: list[str]) -> None:
    found = amended(("甲方称打退对手进攻", "乙方称守住了渡口", TEXT[0][0], TEXT[1][0]), Label(above, 1.0, 0.5, 0.2 if above == "B-crosshead" else 0.9), Label("B-crosshead", 1.0, 0.5, heading), Label("B-body", 1.0, 1.0), Label("I-body", 0.0, 1.0))
    assert [label.tag for label in found[:2]] == tags


@pytest.mark.parametrize("heading, tag", [("结语：一座城的书房", "B-crosshead"), ("结束了的渡口", "B-headline")])
def test_a_heading_that_opens_or_ends_a_story_is_a_sections(heading: str, tag: str) -> None:
    assert tags([*TEXT, (heading, "B-headline"), *TEXT])[2] == tag


def test_where_no_row_was_wrapped_each_is_a_paragraph() -> None:
    page = ["大桥通车", "河湾大桥今天上午九点通车，市民步行过江。", "桥长三百二十米。", "两岸居民说，从此上班不用再绕路了。", "市里还将修两座桥。"]
    labels = [Label("B-headline", 1.0, 0.9, 0.9), *[Label("B-body", 1.0, 0.9), Label("I-body", 0.2, 0.9)] * 2]
    assert [found.tag for found in amended(page, *labels)] == ["B-headline", *["B-body"] * 4]
    wrapped = ["大桥通车", "河湾大桥今天上午九点通", "车，市民步行过江。", "两岸居民说，从此上班不", "用再绕路了。"]
    assert [found.tag for found in amended(wrapped, *labels)] == ["B-headline", *["B-body", "I-body"] * 2]


def test_a_row_of_two_parts_with_a_space_between_is_a_japanese_headline() -> None:
    page = ["図書館は夜も開く。", "台風、県内に最接近へ 交通に乱れ", "予報では十六日夜が山場になるという", "見込みだ。"]
    labels = [Label("B-body", 1.0, 0.9), Label("B-body", 1.0, 0.9), *[Label("I-body", 0.2, 0.9)] * 2]
    assert [found.tag for found in amended(page, *labels)] == ["B-body", "B-headline", "B-body", "I-body"]
    assert amended([page[0], page[1].replace(" ", ""), *page[2:]], *labels)[1].tag == "B-body"


@pytest.mark.parametrize("rows, first", [
    (("Shipping", "FERRY TO RUN ALL NIGHT", "FROM MONDAY"), "B-kicker"),
    (("World news", "Ferry to run all night", "from Monday"), "B-headline"),
    (("Ferry", "to run all night from", "Monday on"), "B-headline")])
def test_a_headlines_first_row_in_another_manner_of_writing_names_a_section(rows: tuple[str, ...], first: str) -> None:
    labels = [Label("B-headline", 1.0, 0.6, 0.6), *[Label("I-headline", 0.2, 0.6, 0.6)] * 2, Label("B-body", 1.0, 0.9), Label("I-body", 0.0, 0.9)]
    assert amended([*rows, *BODY], *labels)[0].tag == first
    assert rows[0] != "World news" or amended([*rows, *BODY, rows[0]], *labels, Label("B-headline", 1.0, 0.6, 0.6))[0].tag == "B-kicker"


def test_a_character_or_two_by_themselves_above_text_are_no_headline() -> None:
    rows = [("稳", "B-headline"), ("上半年，河湾市粮食产量稳定", "B-body"), ("在去年的水平。", "I-body")]
    assert tags(rows)[0] == "B-crosshead"
    assert tags([("稳中求进", "B-headline"), *rows[1:]])[0] == "B-headline"


def test_a_word_that_goes_on_shows_that_a_short_page_was_wrapped() -> None:
    notice = ["讣告", "原河湾市文化局局长、离休干部林守诚同志因病医治无", "效，于昨天凌晨三时在市人民医院逝世，享年九十六岁。", "遗体告别仪式定于后天上午九时在市殡仪馆中厅举行。", "家属谢绝花圈和挽联。"]
    found = labelled(list(zip(notice, ("B-headline", "B-body", "I-body", "I-body", "I-body"))))
    assert [label.tag for label in found[1:]] == ["B-body", "I-body", "B-body", "B-body"]


HEADLINE, PROSE = ("Old tannery rises again as bakery", "B-headline"), [("Every morning at five, Nora Lindqvist unlocks the", "B-body"), ("tannery and lights its ovens.", "I-body")]


@pytest.mark.parametrize("row, tag", [("Dana Whitlock", "B-byline"), ("Nora Lindqvist", "I-headline"), ("Canal row", "I-headline")])
def test_a_name_below_a_headline_in_small_letters_is_a_byline(row: str, tag: str) -> None:
    assert tags([HEADLINE, (row, "I-headline"), *PROSE])[1] == tag
    assert tags([("Old Tannery Rises Again", "B-headline"), (row, "I-headline"), *PROSE])[1] == "I-headline"


def test_no_heading_of_words_holds_two_sentences() -> None:
    quote = [("“People said nobody would walk down here for", "B-headline"), ("bread,” Lindqvist said. “They were wrong by", "I-headline"), ("about four hundred people.”", "I-headline")]
    assert tags([*PROSE, *quote, *PROSE])[2:5] == ["B-body", "I-body", "I-body"]
    assert tags([*PROSE, quote[0], ("bread, or so they say", "I-headline"), *PROSE])[2:4] == ["B-headline", "I-headline"]


def test_what_parts_and_ends_stories_of_words() -> None:
    headline = ("New orchid found on the cliffs", "B-headline")
    assert tags([*PROSE, ("■", "B-kicker"), headline, *PROSE])[2:4] == ["I-body", "B-headline"]
    assert tags([*PROSE, ("* * *", "B-body"), ("“People said nobody would walk down here,” said", "I-body"), *PROSE[1:]])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*PROSE, ("— Dana Whitlock", "B-kicker"), headline, *PROSE])[2] == "B-byline"
    assert tags([*PROSE, ("1. Bread", "B-body"), ("The bakery sells six hundred loaves a day, and it", "I-body"), *PROSE[1:]])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*PROSE, ("What: Canal Row Bakery", "B-headline"), ("Where: 14 Canal Row", "B-kicker"), headline, *PROSE])[2:5] == ["B-body", "B-body", "B-headline"]


RAN = [("東雲大学の研究チームは、県北部の岩場で", "B-body"), ("新種のランを見つけたと発表した。", "I-body")]


@pytest.mark.parametrize("row, tag", [("社説", "B-kicker"), ("◆くらし", "B-kicker"), ("古い倉庫", "B-headline")])
def test_japanese_columns_are_kickers(row: str, tag: str) -> None:
    assert tags([*RAN, (row, "B-headline"), ("県北で新種のランを発見", "I-headline"), *RAN])[2] == tag


def test_bullets_alone_end_a_text_or_part_it() -> None:
    assert tags([*RAN, ("■", "B-headline"), ("県北で新種のランを発見", "I-headline"), *RAN])[2:4] == ["I-body", "B-headline"]
    assert tags([*RAN, ("◇　◇", "I-body"), *RAN])[2:4] == ["B-crosshead", "B-body"]


def test_a_name_in_brackets_above_a_headline_signs_the_text_above() -> None:
    assert tags([*RAN, ("【山田太郎】", "B-body"), ("県北で新種のランを発見", "B-headline"), *RAN])[2] == "B-body"
    assert tags([*RAN, ("【くらしの窓】", "B-body"), ("県北で新種のランを発見", "B-headline"), *RAN])[2:4] == ["B-headline", "I-headline"]


@pytest.mark.parametrize("row, tags_of", [("陈见微", ["B-headline", "B-byline"]), ("多少人", ["B-crosshead", "I-crosshead"])])
def test_a_name_that_reads_as_a_crossheads_second_row_is_a_byline(row: str, tags_of: list[str]) -> None:
    assert tags([*TEXT, ("港股短线料上试二万六", "B-crosshead"), (row, "I-crosshead"), *TEXT])[2:4] == tags_of


def test_a_row_of_its_own_below_a_table_may_be_a_heading() -> None:
    table = [(row, "B-body") for row in ("8:00-17:00 青云路", "9:00-12:00 渡口街", "13:00-18:00 滨江花园小区")]
    assert tags([*TEXT, *table, ("天气早知道", "B-body"), *TEXT])[5] == "B-crosshead"
    assert tags([TEXT[0], ("天气早知道", "B-body"), *TEXT])[1] == "B-body"


def test_what_ends_without_a_mark_above_the_opening_of_a_clause_is_a_heading() -> None:
    lead = [("此前，渡口每天只有两班船，过河的人", "B-body"), ("要等上大半天。", "I-body")]
    assert tags([*TEXT, ("河湾渡口改建工程今天上午提前已完工", "B-body"), *lead])[2:4] == ["B-crosshead", "B-body"]  # of what kind, what the texts share tells
    assert tags([*TEXT, ("河湾渡口改建工程今天上午已经提前", "B-body"), ("完工", "I-body"), *lead])[2:5] == ["B-headline", "I-headline", "B-body"]
    assert tags([TEXT[0], ("河湾渡口改建工程今天上午提前已完工", "B-body"), *lead])[1] == "B-body"


@pytest.mark.parametrize("row", ["第一章 总则", "第二节　渡口", "第三编"])
def test_a_chapter_of_a_law_heads_a_section(row: str) -> None:
    assert tags([*TEXT, ("河湾市渡口条例", "B-headline"), (row, "B-crosshead"), ("第一条 为了管理渡口，制定本条例。", "B-body")])[3] == "B-crosshead"


def test_a_row_beyond_its_column_is_a_headline_above_several() -> None:
    wide, goes_on = "河湾渡口改建工程提前三个月完工明年迎客", "河湾渡口改建工程提前三个月完工明年迎来第一批过河的"
    text = [*TEXT * 3]
    assert tags([*text, (wide + "人", "B-body"), ("河湾市昨日说，渡口改建已经完工，明年", "I-body"), *TEXT])[6:8] == ["B-headline", "B-body"]
    assert tags([*text, (goes_on, "B-body"), ("客人，河湾市昨日这样说，渡口改建已经", "I-body"), *TEXT])[6:8] == ["B-body", "I-body"]


STORY = [(BODY[0], "B-body"), (BODY[1], "I-body")]


@pytest.mark.parametrize(("row", "tag"), [("FERRY TO RUN ALL NIGHT...", "B-headline"), ("FERRY.", "B-body"), ("Ferry to run all night...", "B-body")])
def test_a_row_in_capitals_behind_the_end_of_a_text_is_a_headline(row: str, tag: str) -> None:
    assert tags([*STORY, (row, "B-body"), *STORY])[2] == tag


@pytest.mark.parametrize("row", ["Harbour board:", "Tarnow slams the S.", "TARNOW, LINDMERE,"])
def test_a_headlines_first_row_may_end_as_a_sentence_does(row: str) -> None:
    assert tags([*STORY, (row, "B-body"), ("Ferry to run", "B-headline"), ("all night", "I-headline"), *STORY])[2:5] == ["B-headline", "I-headline", "I-headline"]
    assert tags([*STORY, ("He was 84.", "B-body"), ("Ferry to run", "B-headline"), *STORY])[2:4] == ["B-body", "B-headline"]


def test_what_stands_without_a_mark_above_a_byline_is_a_headline() -> None:
    title = [("河湾渡口改建完工，明年起每天", "B-body"), ("“两班渡船”", "I-body")]
    assert tags([*TEXT, *title, ("河湾日报记者 林知秋", "B-byline"), *TEXT])[2:4] == ["B-headline", "I-headline"]
    assert tags([*TEXT, *TEXT, ("河湾日报记者 林知秋", "B-byline"), *TEXT])[2:4] == ["B-body", "I-body"]


def test_a_heading_below_a_number_heads_that_section_and_one_above_the_first_the_story() -> None:
    numbered = [("1", "B-crosshead"), ("河湾渡口主任：林知秋", "B-headline"), ("和他的船工", "I-headline"), *TEXT, ("2", "B-crosshead"), ("北河渡口", "B-headline"), *TEXT]
    found = tags([*TEXT, ("两个渡口的人", "B-crosshead"), *numbered])
    assert found[2:6] == ["B-headline", "B-crosshead", "I-crosshead", "I-crosshead"] and found[9] == "I-crosshead"


def test_a_short_question_below_a_headlines_row_may_go_on_with_it() -> None:
    assert tags([*TEXT, ("两岸渡口的船工林知秋", "B-headline"), ("是什么人?", "B-body"), *TEXT])[3] == "I-headline"
    assert tags([*TEXT, ("两岸渡口的船工林知秋。", "B-headline"), ("是什么人?", "B-body"), *TEXT])[3] == "B-body"


def test_what_reads_as_a_crosshead_right_above_a_headline_is_a_part_of_its_block() -> None:
    assert tags([*TEXT, ("船队今年盈利三", "B-crosshead"), ("点五亿元", "B-headline"), *TEXT])[2:4] == ["B-headline", "I-headline"]
    assert tags([*TEXT, ("河湾两岸通桥", "B-crosshead"), ("渡口今起停航", "B-headline"), *TEXT])[2:4] == ["B-kicker", "B-headline"]


def test_a_row_that_ends_in_mid_sentence_above_a_heading_is_its_first() -> None:
    assert tags([*TEXT, ("河湾最后一条渡船停航，", "B-body"), ("两岸居民来送行", "B-crosshead"), *TEXT])[2:4] == ["B-headline", "I-headline"]
    assert tags([*TEXT, ("林知秋说：", "B-body"), ("两岸居民来送行", "B-crosshead"), *TEXT])[2:4] == ["B-body", "B-crosshead"]


def test_a_row_between_crossheads_that_pauses_is_a_part_of_their_heading() -> None:
    assert "B-body" not in tags([*TEXT, ("河湾渡口的一个月：", "B-crosshead"), ("船工守在渡口边，", "B-body"), ("一个都没有走", "B-crosshead"), *TEXT])[2:5]
    assert tags([*TEXT, ("河湾渡口的一个月", "B-crosshead"), ("船工守在渡口边：", "B-body"), ("一个都没有走", "B-crosshead"), *TEXT])[3] == "B-body"


def test_a_row_wider_than_the_column_below_it_is_a_headline_above_that() -> None:
    narrow = [("市图书馆昨日正式", "B-body"), ("开馆，馆藏图书一", "I-body"), ("万册。", "I-body")] * 4
    found = labelled([*TEXT * 3, ("河湾渡口改建工程提前完工了明年迎客", "B-body"), *narrow])
    assert found[6].tag in ("B-headline", "B-crosshead")


@pytest.mark.parametrize(("row", "below", "tag"), [
    ("Five Lessons of the Ferry for Lindmere", "At the harbour board, they say", "B-headline"), ("Harbour: Developments in Lindmere...", "As the ferry", "B-headline"),
    ("Harbour Master Elin Marwick of Lindmere", "Harbour said on Monday", "B-body"), ("The ferry of the harbour in Lindmere", "At the harbour", "B-body")])
def test_a_row_in_title_case_above_the_beginning_of_a_sentence_is_a_headline(row: str, below: str, tag: str) -> None:
    assert tags([*STORY * 3, (row, "B-body"), (below, "I-body"), *STORY])[6] == tag


def test_a_headlines_last_row_may_end_with_initials() -> None:
    head = [("Ferry help stirs questions about", "B-headline"), ("relations with the", "I-headline")]
    assert tags([*STORY, *head, ("rest of the U.S.", "B-body"), *STORY])[4] == "I-headline"
    assert tags([*STORY, *head, ("He was 84.", "B-body"), *STORY])[4] == "B-body"


def test_what_stands_below_the_editors_of_a_story_is_the_next_ones_headline() -> None:
    title = ("河湾渡口改建工程今天上午提前完工", "B-body")
    editors = ("编辑 方正明 校对 林知秋", "B-furniture")
    assert tags([*TEXT, editors, title, *TEXT])[3] == "B-headline"
    below = [("后每天有两班船来往于两岸，船票不涨", "I-body"), ("价。", "I-body")]
    assert tags([*TEXT, editors, title, *below])[3] == "B-headline"
    assert tags([TEXT[0], editors, title, *below])[2] == "B-body"


def test_a_columns_name_in_square_brackets_is_a_headlines_first_row() -> None:
    assert tags([*TEXT, ("[河湾新事]", "B-body"), ("两岸渡口通桥", "B-headline"), *TEXT])[2:4] == ["B-headline", "I-headline"]


def test_who_reports_stands_before_what_he_does() -> None:
    rows = [("两岸渡口通桥了", "B-headline"), ("一位船工对《河湾报》", "I-headline"), ("表示，渡口从前每天有两班船，过河的", "B-body"), ("人不少。", "I-body")]
    assert tags([*TEXT, *rows])[2:6] == ["B-headline", "B-body", "I-body", "I-body"]


def test_a_japanese_row_that_a_space_parts_is_more_of_the_heading_above() -> None:
    text = ["県が青浜港の再編計画をまとめ", "た。"]
    found = amended(["社説", "港の再編　足を残す議論を", *text], Label("B-headline", 1.0, 0.9, 0.9), Label("B-body", 1.0, 0.9), *[Label("I-body", 0.2, 0.9)] * 2)
    assert [label.tag for label in found] == ["B-kicker", "B-headline", "B-body", "I-body"]


def test_what_is_wider_than_the_column_right_below_a_heading_is_more_of_it() -> None:
    wide, head = ("上游关了二百家小厂下游三座城市谈了七年之久", "B-body"), ("谁来为水买单", "B-headline")
    assert tags([*TEXT * 3, head, wide, *TEXT * 3])[7] == "I-headline"


def test_what_stands_between_a_heading_and_a_byline_is_more_of_the_heading() -> None:
    block = [("谁来为水买单", "B-headline"), ("“账算清了，水才能清”", "B-body")]
    assert tags([*TEXT, *block, ("河湾周刊记者 林知秋", "B-byline"), *TEXT])[3] == "I-headline"
    assert tags([*TEXT, block[0], ("对话人：周望舒", "B-body"), ("河湾周刊记者 林知秋", "B-byline"), *TEXT])[3] == "B-body"


def test_a_reader_in_capitals_with_a_town_signs_a_letter() -> None:
    assert tags([*PROSE, ("JOAN PELL, Ellery", "B-headline"), ("Plow our street, too", "I-headline"), *PROSE])[2:4] == ["B-byline", "B-headline"]


RUNS_ON = [(text, "I-body") for text, _ in TEXT]


@pytest.mark.parametrize(("row", "tag"), [
    ("再读“救命”纸团 民警找到突破口", "B-crosshead"), ("狂奔的集团连环爆雷 暗伤曝露了吗？", "B-crosshead"), ("男孩写“救命 救命”纸团抛出引警察来", "B-body"),
    ("民警再读纸团， 找到突破口", "B-body"), ("开馆用的5G 信号覆盖全馆上下", "B-body")])
def test_a_row_that_a_space_parts_below_a_text_that_has_ended_is_a_heading(row: str, tag: str) -> None:
    assert tags([*TEXT * 3, (row, "B-body"), *RUNS_ON])[6] == tag


def test_spaces_say_nothing_where_text_has_them() -> None:
    spaced = [("河湾市新图书馆 昨日正式开馆，馆藏图", "B-body"), ("书六十五万册设有 座位一千八百个。", "I-body")]
    assert tags([*spaced * 3, ("再读“救命”纸团 民警找到突破口", "B-body"), *RUNS_ON])[6] == "B-body"


def test_numerals_with_titles_between_texts_head_sections_and_below_each_other_are_a_list() -> None:
    page = ["一、总体要求", *[text for text, _ in TEXT], "二、重点任务", *[text for text, _ in TEXT], "三、保障措施", *[text for text, _ in TEXT]]
    assert in_series(page, [True] * 9, [len(text) < 8 for text in page]) == {0, 3, 6}
    assert not in_series(["一、锻炼身体", "二、多读好书", *[text for text, _ in TEXT]], [True] * 4, [True, True, False, False])


def test_a_bullet_alone_above_text_heads_it_and_bullets_below_each_other_are_a_list() -> None:
    text = [(row, "I-body") for row, _ in TEXT]
    assert tags([*TEXT, ("◇春の山野草展", "B-body"), *text])[2:4] == ["B-crosshead", "B-body"]
    assert tags([*TEXT, ("●河湾晚茶", "B-body"), ("●青石豆花", "B-body"), ("●望江鱼面", "B-body"), *text])[2] == "B-body"
    assert tags([*TEXT, ("●河湾市新图书馆昨日正式开馆馆藏图书", "B-body"), *text])[2] == "B-body"


@pytest.mark.parametrize(("row", "headline", "named"), [
    ("CLARA MEDINA", "El ferri de San Telmo vuelve a cruzar", True), ("CLARA MEDINA", "EL FERRI VUELVE A CRUZAR", False), ("A CRUZAR", "El ferri vuelve ayer otra vez", False)])
def test_a_name_in_capitals_below_a_headline_in_small_letters_is_a_byline(row: str, headline: str, named: bool) -> None:
    assert (tags([(headline, "B-headline"), (row, "I-headline"), *PROSE])[1] == "B-byline") is named


def test_what_stands_right_below_a_japanese_headline_is_a_subhead() -> None:
    text = ["青浜市の渡船「つばめ丸」が今月末で引", "退する。1974年の就航以来、島と本土を", "結び、延べ三百万人を運んだ。後継は県内", "初の電動船となる。"]
    found = amended(["渡船「つばめ丸」引退へ", "半世紀で三百万人を運ぶ", *text], Label("B-headline", 1.0, 0.9, 0.9), Label("B-crosshead", 1.0, 0.6, 0.2), Label("B-body", 1.0, 0.9), *[Label("I-body", 0.2, 0.9)] * 3)
    assert [label.tag for label in found[:3]] == ["B-headline", "B-subhead", "B-body"]


def test_who_gives_notice_signs_it_with_a_date() -> None:
    below = [("青石区人民法院", "B-headline"), ("2026年3月5日", "I-headline")]
    assert tags([*TEXT, *below, ("老房加梯谈下来了", "I-headline"), *TEXT])[2:5] == ["B-body", "B-body", "B-headline"]
    assert tags([*TEXT, *below, *TEXT])[2] != "B-body"


def test_a_name_behind_a_star_below_a_text_heads_nothing() -> None:
    assert tags([*TEXT, ("★林知秋", "B-body"), *[(text, "I-body") for text, _ in TEXT]])[2] != "B-crosshead"


def test_a_long_row_that_ends_in_mid_sentence_goes_on_where_nothing_else_was_wrapped() -> None:
    rows = ["河湾市新图书馆昨日正式开馆，馆藏图书六十五万册，市民凭身份证即可借阅。", "首日到馆读者超过两千人，不少家长带着孩子在门前排起了很长很长的队伍。",
            "馆长表示，今后每周六上午都会请一位作家来馆里，与读者谈谈写作与生活。", "据了解，新图书馆从今年春天开工到昨天开馆，历时三年零四个月，总投资4",
            "亿元，设有座位一千八百个。"]
    labels = [Label("B-body", 1.0, 0.9), *[Label("I-body", 0.3, 0.9)] * 4]
    assert [found.tag for found in amended(rows, *labels)] == [*["B-body"] * 4, "I-body"]


NEWS = ("High winds toppled trees and power lines across", "three counties overnight, leaving 12,000 customers", "without power at dawn on Sunday.")


@pytest.mark.parametrize(("row", "below", "tag"), [
    ("Storm knocks out power to 12,000", NEWS[0], "B-headline"), ("Storm knocks out power to 12,000", "High Street lost power lines across", "B-body"),
    ("Storm knocks out lights in the old valley", NEWS[0], "B-body")])
def test_a_plain_word_at_the_texts_beginning_says_that_the_row_above_is_its_headline(row: str, below: str, tag: str) -> None:
    text = [Label("B-body", 1.0, 0.9), *[Label("I-body", 0.2, 0.9)] * 3]
    assert amended([BODY[1], row, below, *NEWS[1:]], Label("B-body", 1.0, 0.9), *text)[1].tag == tag


@pytest.mark.parametrize(("above", "below", "tag"), [
    ("Library fines end", "Lost books must still be paid for, trustees say", "B-headline"), ("Marlow", "Lost books must still be paid for, trustees say", "B-kicker"),
    ("The old library", "Lost books must still be paid for", "B-kicker")])
def test_a_row_that_says_who_says_so_is_the_subhead_of_a_headline(above: str, below: str, tag: str) -> None:
    labels = [Label("B-kicker", 1.0, 0.6, 0.6), Label("B-headline", 1.0, 0.6, 0.6), Label("B-body", 1.0, 0.9), Label("I-body", 0.0, 0.9)]
    assert amended([above, below, *BODY], *labels)[0].tag == tag


def test_what_a_headline_begins_with_is_no_sentence() -> None:
    labels = [Label("B-headline", 1.0, 0.6, 0.6), Label("I-headline", 0.2, 0.6, 0.6), Label("B-body", 1.0, 0.9), Label("I-body", 0.0, 0.9)]
    assert amended(["Rugby. Valmont s’impose", "dans la douleur", *BODY], *labels)[0].tag == "B-headline"
    assert amended(["Valmont gagne encore. Le stade", "chante toute la nuit", *BODY], *labels)[0].tag == "B-body"


@pytest.mark.parametrize(("above", "tag"), [("Un millier de personnes pour la maternité", "B-headline"), ("Trois ans après", "B-kicker")])
def test_a_part_of_many_words_is_no_kicker_in_scripts_with_spaces(above: str, tag: str) -> None:
    labels = [Label("B-kicker", 1.0, 0.6, 0.6), Label("B-headline", 1.0, 0.6, 0.6), Label("B-body", 1.0, 0.9), Label("I-body", 0.0, 0.9)]
    assert amended([above, "La direction dément toute fermeture", *BODY], *labels)[0].tag == tag
