"""Roles inside a headline block, couplets, cut headlines, captions and jump lines."""

from __future__ import annotations

import pytest

from convert.model import Article, Line, Story, Unit
from convert.rules import load
from convert.stages.headline import build, spans

RULES = load()


def unit(role: str, *texts: str) -> Unit:
    return Unit(role, "".join(texts), tuple(Line(n, t, t) for n, t in enumerate(texts, 1)), 1.0)


def article(*units: Unit) -> Article:
    head = tuple(u for u in units if u.role in ("kicker", "headline", "subhead"))
    body = tuple(u for u in units if u not in head)
    return build([Story(head, body)], RULES, lambda unit: unit.confidence)[0]


BYLINE = unit("byline", "本报记者 方 菲")


def test_a_couplet_keeps_its_lines() -> None:
    found = article(unit("headline", "筑牢防汛安全屏障", "守护百姓平安家园"))
    assert [p.text for p in found.headline] == ["筑牢防汛安全屏障", "守护百姓平安家园"]


def test_quotes_and_a_columns_name_do_not_make_a_couplet_uneven() -> None:
    found = article(unit("headline", "办好“家门口”诊室", "管好慢性老毛病（民生问答）"))
    assert [p.text for p in found.headline] == ["办好“家门口”诊室", "管好慢性老毛病（民生问答）"]


@pytest.mark.parametrize("rows", [
    ("望江大桥主塔今日封顶", "全桥明年五月建成通车使两岸居民往来更加方便"),  # of unlike length, and nothing runs on
    ("河湾推动农业高质量", "打造两岸粮仓"),
])
def test_rows_across_which_no_sentence_runs_on_are_lines(rows: tuple[str, str]) -> None:
    assert [p.text for p in article(unit("headline", *rows)).headline] == list(rows)


@pytest.mark.parametrize("rows", [
    ("河湾推动经济高质量发", "展迈上新的大台阶去"),  # as long as a couplet's, but a word is cut
    ("河湾市举行新图书馆落成", "开馆"),
    ("河湾出台规定（《两岸渡", "口管理》）保障安全"),
    ("青石镇守住一条老街", "，留住一城的烟火"),
])
def test_rows_that_go_on_are_one_line(rows: tuple[str, str]) -> None:
    assert [p.text for p in article(unit("headline", *rows)).headline] == ["".join(rows)]


def test_japanese_headlines_go_by_their_rows_sizes() -> None:
    assert len(article(unit("headline", "図書館の新館が開館", "市民が本を寄贈した")).headline) == 2
    assert len(article(unit("headline", "図書館の新館が来春に開館する", "式典あり")).headline) == 1


def test_a_headline_cut_by_width_is_joined() -> None:
    found = article(unit("headline", "河湾市举行新图书馆开馆仪", "式"))
    assert [p.text for p in found.headline] == ["河湾市举行新图书馆开馆仪式"]


def test_rows_that_a_hyphen_cuts_are_no_couplet() -> None:
    cut = Unit("headline", "河湾市举行cowent新图书馆", (Line(1, "河湾市举行co-", "河湾市举行co-"), Line(2, "went新图书馆", "went新图书馆")), 1.0)
    assert [p.text for p in article(cut).headline] == ["河湾市举行cowent新图书馆"]


def test_kicker_headline_and_subhead() -> None:
    found = article(unit("kicker", "顾长明在调研时强调"), unit("headline", "筑牢防汛屏障"), unit("subhead", "——全市防汛见闻"))
    assert (found.kicker.text, found.headline[0].text, found.subheads[0].text) == ("顾长明在调研时强调", "筑牢防汛屏障", "——全市防汛见闻")


def test_a_block_without_a_headline_gets_one() -> None:
    found = article(unit("kicker", "顾长明强调"), unit("kicker", "防汛备汛"), BYLINE)
    assert found.headline and "".join(p.text for p in found.headline) == "防汛备汛"


def test_a_subhead_on_its_headlines_line_is_taken_off() -> None:
    found = article(unit("headline", "两千辆公共自行车上街 ——慢行交通见闻"))
    assert found.headline[0].text == "两千辆公共自行车上街"
    assert found.subheads[0].text == "——慢行交通见闻"


def test_two_kickers_are_one_and_keep_a_hyphen_at_the_end_of_the_first() -> None:
    found = article(unit("kicker", "A self-"), unit("kicker", "made town"), unit("headline", "Brackwater at a hundred"))
    assert found.kicker.text == "A self- made town"


def test_a_captioned_picture_is_a_photo() -> None:
    found = article(unit("headline", "剪出好光景"), unit("body", "图为剪纸艺人向孩子们演示。"), unit("credit", "祝晓舟 摄"))
    assert found.kind == "photo" and [b.role for b in found.blocks] == ["caption", "credit"]


def test_a_long_story_with_a_credit_is_an_article() -> None:
    assert article(unit("headline", "长文"), unit("body", "长" * 500), unit("credit", "祝晓舟 摄")).kind == "article"


def test_a_jump_line_is_told_apart() -> None:
    assert [b.role for b in article(unit("body", "正文。"), unit("body", "（下转第2版）")).blocks] == ["paragraph", "jump"]


def test_spans_split_where_lines_are_missing() -> None:
    assert spans([Line(n, "", "") for n in (3, 4, 6, 7, 9)]) == ((3, 4), (6, 7), (9, 9))
    assert spans([Line(n, "", "") for n in (8, 9, 1, 2)]) == ((8, 9), (1, 2))


def test_a_heading_behind_a_byline_is_the_bodys_first_crosshead() -> None:
    head = (unit("headline", "跨城送饭一碗乡愁"), unit("byline", "方 菲"), unit("headline", "家乡的味道"))
    found = build([Story(head, (unit("body", "近日，一段视频走红。"),))], RULES, lambda unit: unit.confidence)[0]
    assert [p.text for p in found.headline] == ["跨城送饭一碗乡愁"]
    assert [(b.role, b.text) for b in found.blocks] == [
        ("byline", "方 菲"), ("crosshead", "家乡的味道"), ("paragraph", "近日，一段视频走红。")]
