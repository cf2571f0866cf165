"""What a row settles by itself, whatever the labeller weighs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Sequence

import pytest

from convert.bylines import names_somebody
from convert.model import Label, Line
from convert.paragraphs import goes_on, opens_a_clause
from convert.people import people
from convert.rules import load
from convert.settle import Row, settled
from convert.view import view

RULES = load()
BODY = Label("B-body", 1.0, 0.9)
BEGINS = {"B-body": 0.9, "I-body": 0.1}
"""What the labeller says where it takes a row for a paragraph's first."""


def tag_of(rows: Sequence[str], i: int, above: Sequence[Label], chances: dict[str, float]) -> str:
    """What becomes of the tag that is likeliest of ``chances`` at row i, below rows with the labels ``above``."""
    seen = view([Line(n, text, text) for n, text in enumerate(rows, 1)], [False] * len(rows), RULES)
    return settled(max(chances, key=lambda tag: chances[tag]), Row(i, seen, above, frozenset(chances), lambda tag, i: chances.get(tag, 0.0)))


def test_no_paragraph_begins_inside_a_bracket() -> None:
    texts = ("河湾市图书馆今天（10月22", "日）公布，借书人次今年以来增长一成。", "市民说好。")
    assert tag_of(texts, 1, [BODY], BEGINS) == "I-body"
    assert tag_of(texts, 2, [BODY] * 2, BEGINS) == "B-body"


@pytest.mark.parametrize("row, tag", [("仝望舒", "B-byline"), ("逯秋", "B-byline"), ("少儿阅览区", "I-headline"), ("5G塔", "I-headline")])
def test_a_row_as_short_as_a_name_below_a_heading_may_have_a_rare_surname(row: str, tag: str) -> None:
    texts = ("小城书店", row, "书店或图书馆，在我生活多年的", "河湾非常多，老家就没那么多了。")
    assert tag_of(texts, 1, [Label("B-headline", 1.0, 0.9, 0.9)], {"B-byline": 0.6, "I-headline": 0.4}) == tag


@pytest.mark.parametrize(("above", "below"), [
    ("老周说：“渡口要改成公园了，我心里既", "高兴又不舍。”\n林知秋说。河湾渡口始建于八十年前，"),
    ("近日读到《河湾往事》\n（2021年）一书，书里记着渡口的来历和", "船工的故事。"),
    ("他说这叫做「渡口經濟」\n（ferry economy），兩岸居民都從中得", "到了好處。"),
    ("河湾市日前启动校园安全设施改造工作，三年内改造学校四十处，新建图书\n馆两座。", "工程明年完工。"),
    ("今年前三月渡口的客流同比增长\n14.9%，其中周末的客流占到一半", "还多。"),
    ("老周说：“渡口是‘\n十五里路上的头一站’，", "谁都要从这里过。”"),
    ("两岸的人来来往往，都盼着渡口早日计划\n室，说是新的候船", "厅要建。"),
    ("一位在渡口守了三十年的老船工对记者\n表示，今年过河的人", "少了一半。")])
def test_a_sentence_goes_on_whatever_the_labeller_says(above: str, below: str) -> None:
    rows = [*above.split("\n"), *below.split("\n")]
    at = next(i for i in range(1, len(rows)) if rows[i].startswith(("林知秋说", "（", "馆两座", "14", "十五里", "室，", "表示")))
    assert tag_of(rows, at, [BODY] * at, BEGINS) == "I-body"


@pytest.mark.parametrize("dateline", ["新华社青石6月28日电", "本报青石6月28日讯\n（记者 林知秋、方菲）"])
def test_no_paragraph_begins_right_below_a_dateline(dateline: str) -> None:
    rows = [*dateline.split("\n"), "2023年渡轮节今天在河湾开幕。"]
    assert tag_of(rows, len(rows) - 1, [BODY, BODY._replace(tag="I-body")][:len(rows) - 1], BEGINS) == "I-body"


@pytest.mark.parametrize("above, below", [("去年增长１６．", "２亿元，"), ("共有３", "２所学校"), ("河湾社", "（HNS）的消息"), ("在FOUNDRY", "上写道")])
def test_nothing_begins_inside_a_number_or_beside_a_foreign_word(above: str, below: str) -> None:
    classes = {"２": "N", "（": "O", "上": "H"}
    seen = SimpleNamespace(texts=[above, below], first=["H", classes[below[0]]], last=["U" if above.isascii() or above[-1].isascii() else "E" if above[-1] == "．" else "H", "H"])
    assert goes_on(1, seen, [BODY])


def test_a_dash_inside_a_bracket_leads_into_nothing() -> None:
    rows = ("河湾市新图书馆昨日正式开馆迎来众多读者", "专著《河湾考古十年（2016—", "2026）》系统梳理河湾考古事业的历程，全")
    assert tag_of(rows, 2, [BODY] * 2, {"I-body": 0.9, "B-body": 0.1}) == "I-body"


def test_what_is_no_byline_for_want_of_evidence_and_stands_inside_a_bracket_is_text() -> None:
    rows = ("老人可以预约（图书馆每周", "二和周五送书上门服务", "，人人可借）。")
    assert tag_of(rows, 1, [BODY], {"B-byline": 0.6, "B-headline": 0.3, "I-body": 0.1}) == "I-body"


@pytest.mark.parametrize("row, tag", [("林知秋、方菲等参加会见。", "B-body"), ("方菲参加上述活动。", "B-body"), ("方菲参加了会见，并同客人合影。", "I-body"), ("市民参加植树活动。", "I-body")])
def test_who_else_took_part_is_a_paragraph(row: str, tag: str) -> None:
    texts = ("河湾市市长昨日会见了来访的客人一行。", row)
    assert tag_of(texts, 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == tag
    assert tag_of(("河湾市市长昨日会见了来访的客人，由", row), 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == "I-body"


def test_who_else_took_part_may_take_two_rows() -> None:
    assert tag_of(("河湾市市长昨日会见了来访的客人一行。", "林知秋、方菲、秦小满、周大河等参加", "会见。"), 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == "B-body"


@pytest.mark.parametrize("row, tag", [("3. 白鹭岛，只要渡轮开航。", "B-body"), ("（3）白鹭岛，只要渡轮开航。", "I-body"), ("3、白鹭岛，只要渡轮开航。", "B-body"),
                                      ("3.5万人次走过了这座桥。", "I-body"), ("3) Gull Island, if the ferry", "B-body"), ("3 people saw the ferry go.", "I-body")])
def test_an_item_of_a_list_begins_a_paragraph_behind_an_end(row: str, tag: str) -> None:
    above = "旧铁路线走到第二个隧道为止。" if row[-1] == "。" else "as far as the second tunnel."
    assert tag_of((above, row, "后面还有一行。"), 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == tag
    assert tag_of((above[:-1] + "的", row), 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == "I-body"


@pytest.mark.parametrize("row, tag", [("* Harbour choir sings sea songs at the", "B-body"), ("• Tom Ashby shows how to bake the", "B-body"), ("- Payments to harbour workers", "B-body"), ("*Harbour choir sings", "I-headline"), ("- the ferry, too", "I-headline")])
def test_a_bullet_opens_a_text_in_scripts_with_spaces(row: str, tag: str) -> None:
    head = Label("B-headline", 1.0, 0.9, 0.9)
    assert tag_of(("What is on in Port Ellery this week", row, "old chapel on Friday at seven."), 1, [head], {"I-headline": 0.9, "B-body": 0.1}) == tag


@pytest.mark.parametrize("salutation", ["编辑同志：", "尊敬的市长先生：", "親愛的讀者："])
def test_a_letter_begins_with_whom_it_addresses(salutation: str) -> None:
    rows = ("公交站牌字太小", salutation, "新换的公交站牌好看，可是字太小，老人看", "不清。能不能把站名印大一些？")
    head = Label("B-headline", 1.0, 0.9, 0.9)
    assert tag_of(rows, 1, [head], {"B-kicker": 0.9, "B-body": 0.1}) == "B-body"
    assert tag_of(rows, 2, [head, BODY], {"B-headline": 0.9, "B-body": 0.1}) == "B-body"
    assert tag_of(rows, 3, [head, BODY, BODY], {"I-headline": 0.9, "I-body": 0.1}) == "I-body"
    assert tag_of(("公交站牌字太小", "站牌的问题：", *rows[2:]), 2, [head, BODY], {"B-headline": 0.9, "B-body": 0.1}) == "B-headline"


INTERVIEW = ("人物周刊：您第一次修桥是什么时候？", "苏木：一九八五年，修的是老家的安澜桥。", "人物周刊：后来呢？", "苏木：后来就一直修下去，修了二十", "七座。")


def test_names_that_take_turns_begin_paragraphs_and_head_nothing() -> None:
    assert tag_of(INTERVIEW, 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == "B-body"
    assert tag_of(INTERVIEW, 2, [BODY] * 2, {"B-headline": 0.9, "B-body": 0.1}) == "B-body"
    once = (*INTERVIEW[:2], *INTERVIEW[4:])
    assert tag_of(once, 1, [BODY], {"I-body": 0.9, "B-body": 0.1}) == "I-body"


@pytest.mark.parametrize("row, tag", [("Editor:", "B-body"), ("To the Editor:", "B-body"), ("Editor resigns", "I-headline")])
def test_a_letter_to_the_editor_is_addressed(row: str, tag: str) -> None:
    rows = ("Save the reading room of Port Ellery", row, "The plan to turn the reading room into", "offices is a mistake. I have used it.")
    assert tag_of(rows, 1, [Label("B-headline", 1.0, 0.9, 0.9)], {"I-headline": 0.9, "B-body": 0.1}) == tag


def test_no_paragraph_begins_behind_a_comma_on_a_full_row() -> None:
    rows = ("因管道维修，滨江路（青云街至渡口街段），", "请用户提前做好储水准备，届时用水车将来", "送水。")
    assert tag_of(rows, 1, [BODY], BEGINS) == "I-body"
    assert tag_of(("滨江路停水，", *rows[1:]), 1, [BODY], BEGINS) == "B-body"


@pytest.mark.parametrize("title, tag", [("题：常吃坚果有助入睡（记者安娜·霍尔特）", "B-body"), ("（记者安娜·霍尔特）", "I-body")])
def test_a_text_begins_below_the_title_behind_its_dateline(title: str, tag: str) -> None:
    rows = ("【海河社温德尔3月5日电】", title, "每天吃一小把坚果的人，入睡时间平均缩短了", "12分钟。")
    assert tag_of(rows, 2, [BODY, BODY._replace(tag="I-body")], {"I-body": 0.9, "B-body": 0.1}) == tag


@pytest.mark.parametrize("row, tag", [("河湾市 丁一平", "B-byline"), ("回音壁", "B-crosshead")])
def test_who_signs_a_text_is_no_heading(row: str, tag: str) -> None:
    rows = ("希望有关部门尽快协调解决。", row, "最近，我陪母亲坐公交，发现新换的站牌", "字很小。")
    assert tag_of(rows, 1, [BODY], {"B-crosshead": 0.7, "B-body": 0.3}) == tag


def test_the_last_character_of_a_full_row_of_names_goes_on_with_it() -> None:
    rows = ("■ 林知秋 本报特约记者 周望", "舒", "夜色如墨，一场夜渡演练在河湾", "悄然打响，渡工们摸黑上了船。")
    assert tag_of(rows, 1, [Label("B-byline", 1.0, 0.9)], {"I-crosshead": 0.7, "B-body": 0.3}) == "I-byline"


@pytest.mark.parametrize("row, tag", [("■漏洞", "B-crosshead"), ("■林知秋", "B-byline")])
def test_what_names_nobody_behind_a_bullet_below_text_is_no_byline(row: str, tag: str) -> None:
    rows = ("希望有关部门尽快协调解决。", row, "最近，我陪母亲坐公交，发现新换的站牌", "字很小。")
    assert tag_of(rows, 1, [BODY], {"B-byline": 0.7, "B-crosshead": 0.3}) == tag


@pytest.mark.parametrize("row, named", [("●本报驻温德尔特派记者 青山 ●", True), ("●青山绿水入画来", False), ("●本报记者", False)])
def test_a_title_behind_a_bullet_names_somebody_whatever_the_surname(row: str, named: bool) -> None:
    seen = view([Line(n, text, text) for n, text in enumerate(("北港罢工进入第三天", row, "温德尔最大港口的码头工人罢工", "进入第三天。"), 1)], [False] * 4, RULES)
    assert names_somebody(1, seen) == named


@pytest.mark.parametrize("row, tag", [
    ("编辑：方正明", "B-furniture"), ("编辑 方正明 校对 林一", "B-furniture"), ("编辑方正明校对林一", "B-furniture"), ("【责任编辑：方正明】", "B-furniture"), ("（编辑：方正明林知秋）", "B-furniture"),
    ("編輯 方正明", "B-furniture"), ("编辑部的故事", "B-headline"), ("编辑 一本好书", "B-headline")])
def test_who_edited_a_page_is_no_part_of_a_story(row: str, tag: str) -> None:
    rows = ("河湾市图书馆今天公布，借书人次今年以来增长一成。", row, "两岸大桥通车")
    assert tag_of(rows, 1, [BODY], {"B-headline": 0.9, "B-furniture": 0.05}) == tag


@pytest.mark.parametrize("above, below, tag", [
    ("渡口的清晨安静而明亮，渡船静静等着。本报记者林知", "秋摄", "I-body"), ("渡口的清晨安静而明亮，渡船静静等着。北河市河湾区公", "安分局供图", "I-body"),
    ("渡口的清晨安静而明亮，渡船静静等着。", "林知秋摄", "B-credit")])
def test_a_credit_that_the_width_cut_is_one(above: str, below: str, tag: str) -> None:
    rows = ("河湾渡口今年一月起每天都有渡船来往于两岸之间，一", above, below, "桥通了")
    assert tag_of(rows, 2, [BODY, BODY], {"B-credit": 0.9, "I-body": 0.1}) == tag


def test_a_heading_may_stand_below_a_text_that_ended_in_an_open_quotation() -> None:
    full, below = "他说“水库满了，大家都高兴得很，谁也没有想到今年会", ("渡口旧事", *["河湾渡口始建于八十年前，到了今天还是两岸往来的要道"] * 3)
    above, chances = [BODY, BODY._replace(tag="I-body")], {"B-crosshead": 0.9, "I-body": 0.1}
    assert tag_of((full, "这样。", *below), 2, above, chances) == "B-crosshead"
    assert tag_of((full, "这样的", *below), 2, above, chances) == "I-body"


@pytest.mark.parametrize("above", ["手机的屏幕约", "机身的尺寸为", "桥面的宽度超", "桥头种着柳、"])
def test_what_leads_into_a_number_or_pauses_goes_on(above: str) -> None:
    assert tag_of(("河湾市新桥昨日公布" + above, "161毫米和40米", "不等。"), 1, [BODY], BEGINS) == "I-body"


CUT = "河湾渡口始建于八十年前，是两岸往来的要道"


@pytest.mark.parametrize("above, below, tag", [
    ("河湾渡口改建工程提前完工", "此前，渡口每天只有两班船。", "B-body"), ("河湾渡口改建工程提前完工", "据河湾网3月9日报道，渡口每天", "B-body"),
    ("渡口的客流少了一半，与", "此前，每天的班次相比也少了。", "I-body"), ("渡口的客流一天比一天少，", "此前，每天的班次也少了一半。", "I-body"),
    ("渡口的客流少了一半，有数", "据显示，今年的报道，", "I-body")])
def test_what_opens_a_clause_stands_behind_no_word(above: str, below: str, tag: str) -> None:
    assert tag_of((CUT, above, below, CUT), 2, [BODY, BODY], {"I-body": 0.9, "B-body": 0.1}) == tag


FERRY = "渡口的清晨安静而明亮，渡船静静等着第一批过河的人"


@pytest.mark.parametrize("row, tag", [("渡口的清晨。河湾网资料", "B-body"), ("渡口的清晨", "B-crosshead"), ("渡船来了。大家都说——", "B-crosshead")])
def test_a_sentence_that_ends_in_mid_row_makes_no_heading(row: str, tag: str) -> None:
    rows = (FERRY, "来过。", row, FERRY, FERRY)
    assert tag_of(rows, 2, [BODY, BODY._replace(tag="I-body")], {"B-crosshead": 0.8, "I-body": 0.1}) == tag


def test_the_rest_of_a_caption_goes_on_with_it() -> None:
    rows = (FERRY, "今年的渡轮节在河湾举行，图为渡轮节上人们坐着从前", "的渡船。图：河湾社", FERRY)
    assert tag_of(rows, 2, [BODY, BODY], {"B-credit": 0.9, "I-body": 0.1}) == "I-body"
    assert tag_of((FERRY, "图为渡轮节。", "渡船。图：河湾社", FERRY), 2, [BODY, BODY], {"B-credit": 0.9, "I-body": 0.1}) == "B-credit"


def test_who_reports_below_a_headline_is_no_part_of_it() -> None:
    rows = (FERRY, "来过。", "河湾日报记者林知秋方菲", FERRY, FERRY)
    chances = {"B-headline": 0.5, "B-byline": 0.4}
    assert tag_of(rows, 2, [BODY, BODY._replace(tag="I-body")], chances) == "B-byline"
    assert tag_of((*rows[:2], "河湾日报的一百年", *rows[3:]), 2, [BODY, BODY._replace(tag="I-body")], chances) == "B-headline"


@pytest.mark.parametrize("date", ["2026年6月24日", "二〇二六年六月二十四日"])
def test_a_date_right_below_a_headline_is_the_texts_and_no_pages(date: str) -> None:
    rows = ("河湾渡口启用仪式上的讲话", date, FERRY, FERRY)
    assert tag_of(rows, 1, [Label("B-headline", 1.0, 0.9, 0.9)], {"B-furniture": 0.9}) == "B-byline"
    assert tag_of(rows, 1, [BODY], {"B-furniture": 0.9}) == "B-furniture"
    assert people(date, RULES).reporters == []


def test_a_byline_that_the_width_cut_is_one() -> None:
    rows = ("清河的账本", "本报记者 林知秋 通讯员 周望", "舒", "清河从青石山流出，经过三座城", "市，在河湾入海，二十年前，沿", "河的人说它是酱油河。")
    above, chances = [Label("B-headline", 1.0, 0.9, 0.9)], {"B-body": 0.6, "I-body": 0.4}
    assert tag_of(rows, 1, above, chances) == "B-byline"
    assert tag_of(rows, 2, [*above, Label("B-byline", 1.0, 0.9)], chances) == "I-byline"
    assert tag_of(("清河的账本", "记者从林知秋那里得知，清河已", "清。", *rows[3:]), 1, above, chances) == "B-body"


def test_a_credit_in_brackets_goes_on_with_a_caption_that_has_its_sign() -> None:
    rows = ("▲學生昨天在海邊記錄各種生物。", "（圖／校方提供）", "圖鑑印製五百本，分送鄰近學校，", "明年再版。")
    assert tag_of(rows, 1, [BODY], {"B-body": 0.9, "I-body": 0.1}) == "I-body"
    assert tag_of((rows[0][1:], *rows[1:]), 1, [BODY], {"B-body": 0.9, "I-body": 0.1}) == "B-body"


@pytest.mark.parametrize("above, row, opens", [
    ("青石桥学校多了一间木工房", "本报记者林知秋在青石桥学校采", True), ("望江路早市下月搬进新大棚", "记者昨日从市商务局获悉，早市", True),
    ("他昨天在望江路的家里接受", "本报记者采访时说，早市搬进大", False), ("早市的消息来自河湾日报社", "记者昨日从市商务局获悉的文件", False),
    ("青石桥学校多了一间木工房", "记者站在门口，看着学生走进去", False)])
def test_no_word_without_a_mark_stands_before_what_a_reporter_was_told(above: str, row: str, opens: bool) -> None:
    rows = [above, row, "访时看见，六年级学生正在做小", "板凳，新木工房有三十张台子。"]
    assert opens_a_clause(1, view([Line(n, text, text) for n, text in enumerate(rows, 1)], [False] * 4, RULES)) is opens


def test_when_a_resolution_was_passed_is_no_part_of_its_title() -> None:
    rows = ("河湾市委关于全民阅读的意见", "（2026年2月28日河湾市委第十", "二次全体会议通过）", "为深入推进全民阅读，建设书香")
    above = [Label("B-headline", 1.0, 0.9, 0.9)]
    assert tag_of(rows, 1, above, {"I-headline": 0.6, "B-body": 0.4}) == "B-body"
    assert tag_of((rows[0], "2026年2月28日", *rows[3:]), 1, above, {"B-furniture": 0.6, "B-body": 0.4}) == "B-byline"


def test_a_readers_name_with_a_bracket_that_the_width_cut_is_a_byline() -> None:
    rows = ("部活の送迎、親だけに頼らず", "会社員　志村真由美（雲見町・", "44）", "週末になると、息子の試合で百", "キロを走る。仕事を休む親もい", "る。")
    assert tag_of(rows, 1, [Label("B-headline", 1.0, 0.9, 0.9)], {"B-body": 0.6, "I-body": 0.4}) == "B-byline"


@pytest.mark.parametrize(("above", "below", "tag"), [
    ("The plan was signed on Monday afternoon by Gov.", "Ellen Marsh and the mayor of Tarnow.", "I-body"), ("A hearing is set for the Grange hall at 6 p.m.", "Thursday evening in Tarnow.", "I-body"),
    ("A hearing is set for the Grange hall at 6 p.m.", "Residents may speak there.", "B-body")])
def test_nothing_begins_behind_an_abbreviation_or_between_the_hour_and_the_day(above: str, below: str, tag: str) -> None:
    assert tag_of((above, below, "The board said so."), 1, [BODY], BEGINS) == tag


def test_a_date_between_a_headline_and_who_speaks_is_no_text() -> None:
    texts = ("河湾市新图书馆开馆发布会", "2026年3月5日", "河湾市图书馆新闻发言人林知秋", *["今天向大家介绍新图书馆的情况，它从去年春天开工，到昨天开馆，用了三年零"] * 3)
    head = [Label("B-headline", 1.0, 0.9, 0.9)]
    assert tag_of(texts, 1, head, BEGINS) == "B-byline"
    assert tag_of((*texts[:2], texts[3], texts[3]), 1, head, BEGINS) == "B-body"
