"""Which rows of a headline block are one part, and which part is the headline."""

from __future__ import annotations

import pytest

from convert.model import Label
from convert.parts import Block, House, blocks, house_of, parted, signs
from convert.rules import load

RULES = load()
BODY = "河湾市今年将新建学校十二所。"
DATED = "本报河湾3月5日电 （记者方菲）" + BODY


def page(*rows: tuple[str, str]) -> list[tuple[str, str]]:
    """(tag, text) of each row after the block's parts were put anew."""
    texts = [text for _, text in rows]
    found = parted(texts, [Label(tag, float(tag[0] == "B"), 1.0, 1.0) for tag, _ in rows], RULES)
    return [(label.tag, text) for label, text in zip(found, texts)]


def head(*texts: str, byline: bool = True, body: str = "") -> list[str]:
    """Tags of the block's rows on a page of a paper that prints bylines (or does not), all taken for one headline at first; ``body``: what stands below in place of a byline."""
    rows = [("B-headline" if k == 0 else "I-headline", text) for k, text in enumerate(texts)]
    below = [("B-byline", "本报记者 方 菲")] if byline else []
    other = [("B-headline", "望江大桥主塔封顶"), *below, ("B-body", BODY)]
    return [tag for tag, _ in page(*rows, *([] if body else below), ("B-body", body or BODY), *other)[:len(texts)]]


def test_a_kicker_ends_with_its_dash() -> None:
    assert head("河湾市推进学校建设，缓解入学难题——", "让孩子在家门口上好学") == ["B-kicker", "B-headline"]


def test_a_subhead_begins_with_its_dash() -> None:
    assert head("两千辆单车上街", "——河湾慢行交通见闻") == ["B-headline", "B-subhead"]


def test_who_was_there_stands_below_the_headline() -> None:
    assert head("河湾市政协举行第五十一次会议", "林知秋主持审议全会议程草案等", body=DATED) == ["B-headline", "B-subhead"]
    block = Block(("河湾市读书论坛开幕", "周望舒宣读省长贺信"), False, True, "n")
    assert "attendance" in signs(block, 1, House(1, False), RULES)
    assert "attendance" not in signs(block._replace(rows=("河湾市读书论坛开幕", "宣读省长贺信")), 1, House(1, False), RULES)


def test_lines_of_one_length_are_a_couplet() -> None:
    assert head("筑牢防汛屏障", "守护百姓平安") == ["B-headline", "I-headline"]


def test_a_couplet_below_a_kicker() -> None:
    assert head("河湾市多部门联合开展汛前检查——", "筑牢防汛屏障", "守护百姓平安") == ["B-kicker", "B-headline", "I-headline"]


def test_what_somebody_said_stands_on_several_lines() -> None:
    assert head("顾长明在检查防汛工作时强调", "压紧压实防汛备汛责任", "坚决守护群众生命安全", body=DATED) == ["B-kicker", "B-headline", "I-headline"]


@pytest.mark.parametrize(("above", "below"), [("《河湾市学校建设规划》印发", "到2030年新增学位四万个"), ("河湾前两月用电量增长6.2%", "居民用电占三成")])
def test_a_short_items_news_is_its_headline(above: str, below: str) -> None:
    assert head(above, below, body=DATED) == ["B-headline", "B-subhead"]


def test_without_bylines_a_block_is_one_headline() -> None:
    assert head("渡輪航線復航", "每日開十二班", byline=False) == ["B-headline", "I-headline"]


@pytest.mark.parametrize("rest", ["（四季谈）", "家门口的变化）"])
def test_a_columns_name_in_brackets_goes_on(rest: str) -> None:
    above = "从一条河看一座城" + ("（" if rest[0] != "（" else "")
    assert head(above, rest) == ["B-headline", "I-headline"]


@pytest.mark.parametrize("above", ["守着“一盏灯”", "妙手修“旧书”"])
def test_no_part_begins_with_a_comma(above: str) -> None:
    assert head(above, "，四十年照亮山里孩子求学路") == ["B-headline", "I-headline"]


@pytest.mark.parametrize(("above", "below"), [("図書館の貸し出", "し、深夜も駅に受け取り棚"), ("大橋に新型のケー", "ブル点検車")])
def test_no_part_begins_inside_a_japanese_word(above: str, below: str) -> None:
    assert head(above, below) == ["B-headline", "I-headline"]


def test_rows_as_wide_as_three_headlines_get_were_cut_by_the_width() -> None:
    heads = [("北原町の空き家バンク登録", "百件超す"), ("県立美術館で港町の写真展", "百二十点"), ("汐見港へ新型旅客船が就航", "片道四十五分")]
    rows = [row for above, below in heads for row in (("B-kicker", above), ("B-headline", below), ("B-byline", "社会部　山田太郎"), ("B-body", BODY))]
    assert [tag for tag, text in page(*rows) if tag[2:] in ("kicker", "headline")] == ["B-headline", "I-headline"] * 3
    dashed = [(tag, text[:-1] + "——" if tag == "B-kicker" else text) for tag, text in rows]
    assert [tag for tag, text in page(*dashed) if tag[2:] in ("kicker", "headline")] == ["B-kicker", "B-headline"] * 3


@pytest.mark.parametrize(("above", "below"), [("用真心敲开乡亲们的", "“心门”，河湾驿站"), ("从渡口到大桥，河湾人都在", "等这一天的到来")])
def test_a_row_that_ends_with_what_connects_goes_on(above: str, below: str) -> None:
    assert head(above, below) == ["B-headline", "I-headline"]


def test_a_blocks_last_row_of_a_few_characters_goes_on() -> None:
    assert head("首届河湾智能船舶应用技能大展", "启动", body=DATED) == ["B-headline", "I-headline"]
    assert head("河湾学子二十年的人才之约", "青石", "汇聚英才 塑造科创优势")[1] == "B-headline"  # what stands between is none


def test_a_japanese_headline_stands_above_its_subhead() -> None:
    rows = [("B-headline", "特産の桃、欧州へ初出荷"), ("I-headline", "農協、傷まぬ箱を開発"), ("B-byline", "経済部　山田太郎"), ("B-body", "青葉町の農協は九日、特産の桃をはじめて欧州に送り出した。" * 3)]
    assert [tag for tag, _ in page(*rows)[:2]] == ["B-headline", "B-subhead"]


def test_two_blocks_in_a_row_are_parted_by_themselves() -> None:
    texts = ["顾长明强调", "防汛备汛抓早抓实", "——全市见闻", "顾长明指出", "春耕生产不误农时"]
    tags = ["B-kicker", "B-headline", "B-subhead", "B-kicker", "B-headline"]
    assert [(start, len(block.rows)) for start, block in blocks(texts, tags, RULES)] == [(0, 3), (3, 2)]


def test_the_house_is_what_the_page_shows() -> None:
    assert house_of(["甲", "乙", "丙"], ["B-headline", "B-byline", "B-body"], RULES) == House(1, False, (), 2)
    assert house_of(["甲——", "乙丙"], ["B-kicker", "B-headline"], RULES) == House(0, True, (6,), 6)


def test_a_row_break_in_mid_word_shows() -> None:
    texts = ["望江新区科", "技馆开馆", "春耕忙", "青禾村播种", "本报讯 春耕开始，青禾村和忙青合作社同时播种。", "2024"]
    tags = ["B-headline", "I-headline", "B-headline", "I-headline", "B-body", "B-headline"]
    assert [block.across for _, block in blocks([*texts[:2], "分隔。", *texts[2:]], [*tags[:2], "B-body", *tags[2:]], RULES)] == ["w", "y", ""]
    assert [block.across for _, block in blocks(["山外有望", "碧海无涯", "A座开门"], ["B-headline", "I-headline", "I-headline"], RULES)] == ["n-"]


def test_signs_name_no_word_of_the_story() -> None:
    block = Block(("河湾市2024年预算公布", "教育支出增长（财经）"), True, False, "n")
    assert not [name for name in signs(block, 1, House(2, False), RULES) if "河" in name or "财" in name]


def test_signs_of_what_a_block_says() -> None:
    news = Block(("《河湾市学校建设规划》印发", "到2030年新增学位四万个"), False, True, "n")
    assert "news" in signs(news, 1, House(2, False), RULES)
    assert "news" not in signs(news._replace(dateline=False), 1, House(2, False), RULES)
    speech = Block(("顾长明强调", "压实防汛责任", "守护群众安全"), False, False, "nn")
    assert ["said" in signs(speech, k, House(2, True), RULES) for k in (1, 2)] == [False, True]
    assert "said" not in signs(speech._replace(rows=("防汛见闻——", *speech.rows[1:])), 2, House(2, True), RULES)


def test_probabilities_stay_probabilities() -> None:
    labels = [Label(f"{way}-headline", float(way == "B"), 1.0, 0.9) for way in "BII"]
    found = parted(["河湾市开展检查——", "筑牢屏障", "守护平安"], labels, RULES)
    assert all(0 <= p <= 1 for label in found for p in (label.begins, label.sure, label.heading))


def test_what_a_kicker_leads_into_is_one_headline() -> None:
    assert head("河湾市十年治水不停步——", "清水绕城", "白鹭飞来") == ["B-kicker", "B-headline", "I-headline"]
    assert head("河湾市十年治水不停步——", "清水绕城白鹭飞来", "——来自一线的报告")[2] == "B-subhead"
    assert head("顾长明在河湾调研时强调", "压实防汛责任守护群众安全", "许若兰出席")[2] == "B-subhead"
    assert head("顾长明对汛情作出指示强调", "压实防汛责任", "守护群众安全", "确保平安度汛", "许若兰作出批示")[4] == "B-subhead"


def test_a_row_of_one_character_is_the_rest_of_the_row_above() -> None:
    assert head("望江大桥南北主塔今天全部封", "顶") == ["B-headline", "I-headline"]


def test_what_a_dash_inside_a_row_leads_into_goes_on_in_the_next() -> None:
    assert head("一生守一个渡口——记河湾县老船", "工方大海和他的女儿") == ["B-headline", "I-headline"]


def test_a_row_that_leads_into_the_text_with_a_dash_is_no_headline() -> None:
    assert head("山村书记", "春节前村民们领到了救济款，他们从心底里敬佩这位———") == ["B-headline", "B-subhead"]


@pytest.mark.parametrize("subtitle", ["记河湾县船工方大海", "訪河灣縣船工方大海", "三论今年的防汛工作", "读《河湾县志》", "望江大桥建设纪实"])
def test_a_subtitle_behind_a_dash_at_a_rows_end_goes_on(subtitle: str) -> None:
    assert head("一生守渡口——", subtitle) == ["B-headline", "I-headline"]


@pytest.mark.parametrize("headline", ["记者走进防汛一线", "访问团抵达望江", "评选十佳渡口", "读懂预警信息"])
def test_what_only_begins_like_a_subtitle_is_led_into(headline: str) -> None:
    assert head("河湾市推进学校建设，缓解入学难题——", headline) == ["B-kicker", "B-headline"]


def test_no_part_begins_inside_a_number() -> None:
    assert head("河湾港去年盈利三", "点五亿元创下新高") == ["B-headline", "I-headline"]


@pytest.mark.parametrize("column, role", [("今日关注", "B-kicker"), ("社论", "B-kicker"), ("记者观察②", "B-kicker"), ("关注乡村振兴", "B-headline")])
def test_the_name_of_a_column_is_the_kicker(column: str, role: str) -> None:
    assert head(column, "老茶园变成了观光园", byline=False)[0] == role


def test_a_japanese_headline_of_two_halves_is_whole() -> None:
    text = "青浜市の渡船が今月末で引退する。島と本土を結んできた。"
    assert [tag for tag, _ in page(("B-headline", "渡船つばめ丸が引退へ　後継は電動船"), ("I-headline", "半世紀で三百万人を運ぶ"), ("B-body", text))][:2] == ["B-headline", "B-subhead"]
    assert [tag for tag, _ in page(("B-headline", "渡船つばめ丸が引退へ　後継は電動"), ("I-headline", "船に"), ("B-body", text))][:2] == ["B-headline", "I-headline"]


def test_halves_of_a_headline_in_traditional_script_are_one_unless_a_row_says_what_it_is() -> None:
    rows = [("B-headline", "海線鐵路高架化"), ("I-headline", "望海市府明年動工"), ("B-byline", "記者林知秋"), ("B-body", "市交通局昨日表示，細部設計已獲核定，工期六年。" * 3)]
    assert [tag for tag, _ in page(*rows)[:2]] == ["B-headline", "I-headline"]
    marked = page(*rows, ("B-headline", "——望海見聞"), rows[-1])
    assert [tag for tag, _ in marked[:2]] == [tag for tag, _ in page(("B-headline", "海线铁路高架化"), ("I-headline", "望海市府明年动工"), ("B-byline", "记者林知秋"), ("B-body", BODY), ("B-headline", "——望海见闻"), ("B-body", BODY))[:2]]
