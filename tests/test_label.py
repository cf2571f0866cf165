"""What a line itself rules out or settles, whatever the labeller weighs."""

from __future__ import annotations

import pytest

from convert.model import HEADS, Label, Line
from convert.rules import load
from convert.stages.label import label
from convert.view import view

RULES = load()
PAGE = """河湾市新图书馆正式开馆
　　本报讯（记者 林知秋）河湾市新图书
馆昨日正式开馆，馆藏图书六十五万册，
设有阅览座位一千八百个。
　　全文见第二版（《河湾图书馆条例》第
十二版）。市民凭身份证即可办理借阅，
老年人可以预约送书上门服务。
（下转第3版）
　　馆长说，图书馆是一座城市的书房，建
设新图书馆就是让市民在家门口享受好的
文化服务。"""

BODY = """河湾市新图书馆昨日正式开馆，馆藏图
书六十五万册，设有阅览座位一千八百
个，市民凭身份证即可办理借阅手续，
老年人可以预约送书上门服务。"""


def labels(text: str) -> list[tuple[str, Label]]:
    lines = [Line(n, t, t) for n, t in enumerate(text.split("\n"), 1)]
    return [(line.text.strip(), found) for line, found in zip(lines, label(lines, [False] * len(lines), RULES))]


def test_every_line_has_a_label_with_probabilities() -> None:
    found = labels(PAGE)
    assert len(found) == 11
    assert all(0 <= p <= 1.0001 for _, tag in found for p in (tag.begins, tag.sure, tag.heading))


def test_a_jump_line_is_furniture() -> None:
    assert dict(labels(PAGE))["（下转第3版）"].tag == "B-furniture"


def test_a_line_with_half_a_bracket_is_no_furniture() -> None:
    assert dict(labels(PAGE))["十二版）。市民凭身份证即可办理借阅，"].tag == "I-body"
    assert dict(labels(PAGE.replace("十二版）。市民凭身份证即可办理借阅，", "十二版）")))["十二版）"].tag[2:] != "furniture"


@pytest.mark.parametrize("remark", ["（作者为河湾市图书馆馆长）", "（作者分别为河湾市图书馆馆长、青石大学\n教授）", "（周望舒参与采写）"])
def test_a_remark_in_brackets_behind_a_text_is_a_paragraph_of_its_own(remark: str) -> None:
    found = labels(PAGE.replace("（下转第3版）", remark))
    first, *rest = remark.split("\n")
    assert dict(found)[first].tag == "B-body"
    assert [dict(found)[row].tag for row in rest] == ["I-body"] * len(rest)


def test_whoever_speaks_in_an_interview_begins_a_paragraph() -> None:
    page = PAGE.replace("　　馆长说，图书馆是一座城市的书房，建\n设新图书馆就是让市民在家门口享受好的\n文化服务。", "馆长说，图书馆是城市的书房，人人可以来。\n问：借阅图书要交押金吗？办证要带什么呢？\n答：不用，带身份证就行，五分钟可以办好。")
    found = dict(labels(page))
    assert found["问：借阅图书要交押金吗？办证要带什么呢？"].tag == found["答：不用，带身份证就行，五分钟可以办好。"].tag == "B-body"


def test_what_goes_on_behind_a_bracket_is_no_remark() -> None:
    page = PAGE.replace("老年人可以预约送书上门服务。\n（下转第3版）", "老年人的家里也可以送书上门去的有服务。\n（见左图）以后每周二和周五都有一趟车，")
    assert dict(labels(page))["（见左图）以后每周二和周五都有一趟车，"].tag == "I-body"


def test_a_row_cut_in_two_is_one_line_of_its_paragraph() -> None:
    cut = PAGE.replace("馆昨日正式开馆，馆藏图书六十五万册，", "馆昨日正式开馆，馆藏“好书”\n，共六十五万册，")
    assert dict(labels(cut))["，共六十五万册，"].tag == "I-body"


def test_a_remark_that_closes_a_story_is_no_headline() -> None:
    for remark in ("案卷号：HW212/25", "数据来源：河湾市统计局", "延伸阅读：一座图书馆的十年", "本期统筹：林知秋", "对话人：周望舒（图书馆馆长）", "2025施政报告相关文章", "河湾社"):
        page = PAGE.replace("（下转第3版）", remark + "\n望江大桥主塔封顶")
        assert dict(labels(page))[remark].tag[2:] not in ("kicker", "headline", "subhead")


def test_a_page_number_between_dashes_is_furniture_wherever_it_stands() -> None:
    page = PAGE.replace("　　本报讯", "— 12 —\n　　本报讯")
    assert dict(labels(page))["— 12 —"].tag == "B-furniture"


def test_rows_without_a_mark_above_a_dateline_are_its_headline() -> None:
    story = "望江大桥主塔今日上午顺利封顶完成\n　　本报讯（记者 林知秋）望江大桥的两座\n主塔昨日封顶，全桥明年通车。"
    found = dict(labels(PAGE + "\n" + story))
    assert found["望江大桥主塔今日上午顺利封顶完成"].tag == "B-headline"
    assert found["本报讯（记者 林知秋）望江大桥的两座"].tag == "B-body"


def test_a_headline_above_a_dateline_where_the_text_before_ends_without_a_mark() -> None:
    story = "　　图为新馆大厅，现场人头涌动。图：河湾社\n望江大桥主塔今日上午顺利封顶完成\n　　本报讯（记者 林知秋）望江大桥的两座\n主塔昨日封顶，全桥明年通车。"
    found = dict(labels(PAGE + "\n" + story))
    assert found["望江大桥主塔今日上午顺利封顶完成"].tag[2:] == "headline"
    assert found["本报讯（记者 林知秋）望江大桥的两座"].tag == "B-body"


def test_a_question_below_furniture_and_above_a_dateline_is_a_headline() -> None:
    page = "— 1 —\n城市的书房还能开在哪里？\n" + "\n".join(PAGE.split("\n")[1:])
    assert dict(labels(page))["城市的书房还能开在哪里？"].tag == "B-headline"


def test_no_heading_stands_inside_a_bracket() -> None:
    page = PAGE.replace("老年人可以预约送书上门服务。", "老年人可以预约（The library is for\nEveryone In The City And\nits guests）送书上门服务。")
    assert dict(labels(page))["Everyone In The City And"].tag == "I-body"


def test_a_foreign_name_goes_on_in_the_next_row() -> None:
    page = PAGE.replace("老年人可以预约送书上门服务。", "设计者是建筑师Tomas\nHallgren，他来自北方的港口城市。")
    assert dict(labels(page))["Hallgren，他来自北方的港口城市。"].tag == "I-body"


def test_german_quotation_marks_keep_no_heading_inside() -> None:
    found = labels("""Die Überfahrt dauert zwölf Minuten
und kostet vier Euro. „Wir haben so
lange darauf gewartet“, sagte der
Wirt.
Gänse halten Zug auf
Eine Schar Gänse hat am Freitag den
Zug nach Tarnau eine Stunde lang
aufgehalten.""")
    assert dict(found)["Gänse halten Zug auf"].tag[2:] in HEADS


@pytest.mark.parametrize("headline", ["【河湾新事】秋收进度过八成 各村抢晴收稻", "在河湾安家 在河湾成长——新年寄语引发热烈反响"])
def test_a_byline_in_another_papers_manner_below_a_headline_is_no_text(headline: str) -> None:
    body = "市图书馆将于下月召开读者会，各行各\n图书六十五万册，设有阅览座位一千八\n百个，市民凭身份证即可办理借阅手续。"
    byline = "记者 林知秋 实习生 周望舒 文/图"
    assert dict(labels(f"{headline}\n{byline}\n{body}"))[byline].tag == "B-byline"


@pytest.mark.parametrize("headline", ["周師傅：渡口一守四十年", "兩岸再次交換渡輪班次"])
@pytest.mark.parametrize("byline", ["撰文：林知秋 攝影：周望舒", "林知秋（作家）"])
def test_a_row_below_a_headline_that_names_an_author_is_no_heading(headline: str, byline: str) -> None:
    before = "會議強調，河灣的高質量發展，將繼續為兩岸居民\n帶來更多便利的渡輪和公交線路。"
    body = "擺渡人老周今年六十歲，在河灣渡口掌舵四十年，\n送過上學的孩子，也送過趕集的老人，從未誤點。\n他說渡口明年就要改成公園，心裏既高興又不捨。"
    found = dict(labels(f"{before}\n{headline}\n{byline}\n{body}"))
    assert found[byline].tag == "B-byline"
    assert found[headline].tag[2:] in HEADS


@pytest.mark.parametrize("dateline", ["〔記者林知秋／青石報導", "（海峡社記者林知秋青石"])
def test_a_dateline_cut_inside_its_bracket_is_no_byline(dateline: str) -> None:
    rest = "〕" if dateline[0] == "〔" else "5日電）"
    page = f"河灣新圖書館開館\n{dateline}\n{rest}為了應對秋汛，河\n灣市昨日發布通告，渡口即日起停航三\n日，旅客可改乘巴士。"
    assert dict(labels(page))[dateline].tag == "B-body"


def test_names_that_extraction_ran_together_are_a_byline() -> None:
    page = f"渡口的灯又亮了\n林知秋方大海\n{BODY}"
    assert next(found.tag for text, found in labels(page) if text == "林知秋方大海") == "B-byline"


@pytest.mark.parametrize("row, tag", [("青芜", "B-byline"), ("墨耕", "B-byline"), ("故障", "I-headline"), ("开幕", "I-headline")])
def test_two_characters_below_a_headline_are_a_pen_name_where_they_are_no_word(row: str, tag: str) -> None:
    page = f"河湾县推进渡口安全设施改造工作三年行动\n河湾县日前启动渡口安全设施改造工作，\n三年内改造渡口四十处，投入两千万元。\n渡口终于又开了\n{row}\n近日报载，某县领导下乡时自带干粮，群\n众拍手称好。此事虽小，却值得各地的干\n部想一想。"
    assert dict(labels(page))[row].tag == tag


def test_a_datelines_second_row_begins_no_paragraph() -> None:
    page = "河灣港年吞吐\n量超七百萬噸\n本報河灣十二月三十一日電\n記者林知秋報道：截至十二\n月二十八日，河灣港年吞吐\n量突破七百萬噸，比上年同\n期增加六十萬噸。"
    found = dict(labels(page))
    assert (found["本報河灣十二月三十一日電"].tag, found["記者林知秋報道：截至十二"].tag) == ("B-body", "I-body")


def test_a_name_in_brackets_above_a_dateline_is_no_headline() -> None:
    page = f"{BODY}\n（林知秋）\n本报讯（记者方菲）{BODY}"
    assert next(found.tag for text, found in labels(page) if text == "（林知秋）")[2:] == "body"


def test_a_signature_may_be_the_rest_of_a_row_where_extraction_cut_rows_at_marks() -> None:
    cut = "河湾市昨日（三月五日）\n，图书馆开馆\n"  # a row in two pieces
    rows = f"{BODY}\n{cut}{BODY}\n老年人可以预约。\n（林知秋）"
    assert labels(f"{BODY}\n{BODY}\n老年人可以预约。\n（林知秋）")[-1][1].tag == "B-body"
    lines = [Line(n, t, t) for n, t in enumerate(rows.split("\n"), 1)]
    assert view(lines, [False] * len(lines), RULES).cut
    assert labels(rows)[-1][1].tag == "I-body"
