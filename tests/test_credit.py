"""Metadata: a second reading of datelines, bylines and credits; the cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convert.model import Article, Block
from convert.people import people
from convert.rules import load
from convert.stages.credit import credit

CASES, PAPERS = (json.loads((Path(__file__).parent / "cases" / name).read_text("utf-8")) for name in ("credit.json", "papers.json"))
BYLINES = [case for case in PAPERS if case["at"] == "byline"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["blocks"][-1][1][:16])
def test_credit(case: dict) -> None:
    blocks = tuple(Block(text, ((1, 1),), 1.0, role) for role, text in case["blocks"])
    found = credit([Article("a1", "article", blocks=blocks)], load())[0]
    assert list(found.byline.reporters) == case.get("reporters", [])
    assert list(found.byline.photographers) == case.get("photographers", [])
    assert found.byline.organisation == case.get("organisation")
    assert (found.dateline.place, found.dateline.date) == (case.get("place"), case.get("date"))
    assert found.blocks == blocks


@pytest.mark.parametrize("case", BYLINES, ids=[case["text"] for case in BYLINES])
def test_other_papers_bylines_name_their_people(case: dict) -> None:
    found = people(case["text"], load())
    assert (found.reporters, found.photographers) == (case.get("reporters", []), case.get("photographers", []))


LATIN = {"De notre correspondant, Julien Arnaud": ["Julien Arnaud"], "dal nostro inviato Paolo Serra": ["Paolo Serra"], "Von unserem Korrespondenten Jan Behrens": ["Jan Behrens"],
         "De notre envoyé spécial, Julien Arnaud": ["Julien Arnaud"], "Texto de Marcos Iriarte": ["Marcos Iriarte"], "Da nossa correspondente Ana Lima": ["Ana Lima"], "By Dana Whitlock": ["Dana Whitlock"], "By DANA WHITLOCK Courier Staff Writer": ["DANA WHITLOCK"], "Dana Whitlock, Political Editor": ["Dana Whitlock"],
         "By Dana Whitlock and Tomas Varga": ["Dana Whitlock", "Tomas Varga"], "By Dana Whitlock | Staff Writer": ["Dana Whitlock"], "VON HANS ELLER": ["HANS ELLER"],
         "Propos recueillis par Jean Delorme": ["Jean Delorme"], "By Dana Whitlock dana@ellerycourier.com": ["Dana Whitlock"],
         "From staff reports": [], "Special to The Courier": [], "By A Staff Reporter": [], "STAFF REPORT": [], "De nuestro corresponsal": [], "Contributing writer": []}
PHOTOS = {"PHOTO BY DANA WHITLOCK": ["DANA WHITLOCK"], "Dana Whitlock / Courier": ["Dana Whitlock"], "DANA WHITLOCK | THE COURIER": ["DANA WHITLOCK"],
          "AP Photo/Dana Whitlock": ["Dana Whitlock"], "Photo: Dana Whitlock/Courier": ["Dana Whitlock"], "Courtesy photo": [], "FILE PHOTO": [], "Getty Images": [], "Courtesy of the library": []}
DATELINES = ["Berlin (dpa) - Die", "BERLIN (dpa). Die", "Ellery, March 3: The", "ELLERY, MARCH 3: The", "ELLERY (AP) — The", "ELLERY, N.J. – The"]


@pytest.mark.parametrize("line", LATIN)
def test_bylines_in_latin_letters(line: str) -> None:
    assert load().bylines.whole(line) and people(line, load()) == (LATIN[line], [], None)


@pytest.mark.parametrize("line", PHOTOS)
def test_credits_in_latin_letters(line: str) -> None:
    assert load().credits.whole(line) and people(line, load(), photo=True) == ([], PHOTOS[line], None)


@pytest.mark.parametrize("line", DATELINES)
def test_datelines_in_latin_letters(line: str) -> None:
    assert load().datelines.opens(line)


@pytest.mark.parametrize("line", ["The council said on March 3: The", "They met in Berlin (again) - and", "Staff at the library", "He came from staff"])
def test_what_is_none_in_latin_letters(line: str) -> None:
    rules = load()
    assert not rules.datelines.opens(line) and not rules.bylines.whole(line) and not rules.credits.whole(line)


@pytest.mark.parametrize("line, credit", [("林知秋 图", True), ("（林知秋图）", True), ("本报记者林知秋影", True), ("林知秋摄", True), ("■林知秋 影", True),
                                          ("关税阴影", False), ("一部关于告别的电影", False), ("绘就乡村振兴新蓝图", False), ("镜头后的拍摄", False)])
def test_words_that_end_as_credits_do_are_none(line: str, credit: bool) -> None:
    assert load().credits.whole(line) == credit


@pytest.mark.parametrize("line, dateline", [("（早河讯）昨日", True), ("（青石综合电）昨日", True), ("（法青社电）昨日", True), ("（核电）项目", False), ("（太阳能发电）站", False), ("（无线通讯）设备", False), ("（据海河社电）", False), ("【记者手记】采访", False), ("【特訊】昨", True), ("【河湾报记者 林知秋】昨", True)])
def test_what_stands_in_brackets_before_a_text_is_a_dateline_or_a_word(line: str, dateline: bool) -> None:
    assert load().datelines.opens(line) == dateline


@pytest.mark.parametrize("line", [
    "河湾公安分局供图 河湾网发", "视频截图", "（网络截图）", "河湾台报道截图", "视觉中国 资料", "视觉中国/图", "河湾社 图", "资料图", "（均资料图片）", "图据河湾社", "图源网络",
    "图片来自网络", "图片由受访者提供", "本文图片均由受访者提供", "摄图网"])
def test_pictures_that_nobody_signed(line: str) -> None:
    assert load().credits.whole(line) and people(line, load(), photo=True).photographers == []


@pytest.mark.parametrize("text, role, photographers", [
    ("渡口的清晨。本报记者 林知秋 摄", "caption", ("林知秋",)), ("渡口的清晨。视觉中国 资料", "caption", ()), ("渡口的清晨。", "caption", ())])
def test_a_picture_is_credited_behind_its_caption(text: str, role: str, photographers: tuple[str, ...]) -> None:
    blocks = (Block(text, ((1, 1),), 1.0, role), Block("渡口每天有两班船。", ((2, 2),), 1.0, "paragraph"))
    assert credit([Article("a1", "article", blocks=blocks)], load())[0].byline.photographers == photographers


@pytest.mark.parametrize("lead, place, date", [
    ("WENDEL (Aug. 13) -- The harbour board said", "WENDEL", "Aug. 13"), ("WENDEL, Norland (AP) -- The harbour board said", "WENDEL", None),
    ("WENDEL--The harbour board said", "WENDEL", None), ("PORT SUBSIDIES--TARNOW", None, None)])
def test_latin_datelines(lead: str, place: str | None, date: str | None) -> None:
    found = credit([Article("a1", "article", blocks=(Block(lead, ((1, 1),), 1.0, "paragraph"),))], load())[0].dateline
    assert (found.place, found.date) == (place, date) and load().datelines.opens(lead) == (place is not None)


@pytest.mark.parametrize("line, reporters", [("《河湾》作者 方正明", ["方正明"]), ("《河湾周刊》记者 方正明 林知秋", ["方正明", "林知秋"]), ("河湾医院宣传科供稿 摄影/方正明 编辑/林知秋", None)])
def test_who_wrote_for_a_magazine_or_an_office(line: str, reporters: list[str] | None) -> None:
    assert load().bylines.whole(line) and (reporters is None or people(line, load()).reporters == reporters)
