"""Which headline belongs to which body: habits, likeness, datelines, lone blocks and headless stories."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convert.model import Line, Unit
from convert.numbering import number_of
from convert.rules import load
from convert.stages.segment import segment

RULES = load()
LIBRARY = "本报讯 河湾市新图书馆昨日正式开馆，馆藏图书六十五万册，设有阅览座位一千八百个，市民凭身份证即可借阅。"
BRIDGE = "本报讯 望江大桥南北主塔昨日全部封顶，大桥全长一千八百六十米，建成后从城北到机场只需二十分钟。"
TEA = "雾山乡的茶农合作社成立十年，社员增加到二百六十三户，茶叶通过电商销往全国，茶园成了绿色银行。"


def unit(role: str, text: str, heading: float | None = None) -> Unit:
    p = heading if heading is not None else float(role in ("kicker", "headline", "subhead"))
    return Unit(role, text, (Line(1, text, text),), 1.0, p)


def stories(*units: Unit) -> list[tuple[list[str], list[str]]]:
    return [([u.text for u in s.head], [u.text for u in s.body]) for s in segment(units, RULES)]


def test_headlines_before_their_bodies() -> None:
    a, b = unit("headline", "新图书馆开馆"), unit("headline", "望江大桥主塔封顶")
    assert stories(a, unit("body", LIBRARY), b, unit("body", BRIDGE)) == [
        (["新图书馆开馆"], [LIBRARY]), (["望江大桥主塔封顶"], [BRIDGE])]


def test_headlines_after_their_bodies() -> None:
    a, b = unit("headline", "新图书馆开馆"), unit("headline", "望江大桥主塔封顶")
    assert stories(unit("body", LIBRARY), a, unit("body", BRIDGE), b) == [
        (["新图书馆开馆"], [LIBRARY]), (["望江大桥主塔封顶"], [BRIDGE])]


def test_a_block_between_two_bodies_goes_to_the_one_it_talks_about() -> None:
    found = stories(unit("body", LIBRARY), unit("headline", "河湾市新图书馆正式开馆"), unit("body", BRIDGE))
    assert (["河湾市新图书馆正式开馆"], [LIBRARY]) in found and ([], [BRIDGE]) in found


def test_a_page_that_is_one_article() -> None:
    assert stories(unit("headline", "一片叶子"), unit("body", TEA), unit("body", TEA)) == [(["一片叶子"], [TEA, TEA])]


def test_a_page_without_any_headline() -> None:
    assert stories(unit("body", TEA), unit("body", TEA)) == [([], [TEA, TEA])]


def test_a_headline_without_a_body() -> None:
    assert stories(unit("headline", "图片新闻")) == [(["图片新闻"], [])]


def test_a_story_without_a_headline_between_two_with() -> None:
    found = stories(unit("headline", "新图书馆开馆"), unit("body", LIBRARY), unit("body", "本报讯 " + TEA),
                    unit("headline", "望江大桥主塔封顶"), unit("body", BRIDGE))
    assert [head for head, _ in found] in ([["新图书馆开馆"], [], ["望江大桥主塔封顶"]], [["新图书馆开馆"], ["望江大桥主塔封顶"]])
    assert found[-1] == (["望江大桥主塔封顶"], [BRIDGE])


def test_a_crosshead_does_not_end_its_story() -> None:
    found = stories(unit("headline", "茶农合作社"), unit("body", TEA), unit("crosshead", "十年之路", 0.02), unit("body", "茶农合作社" + TEA))
    assert found == [(["茶农合作社"], [TEA, "十年之路", "茶农合作社" + TEA])]


def test_nothing_is_lost_whatever_the_roles() -> None:
    roles = ("kicker", "crosshead", "byline", "credit", "body", "headline", "subhead")
    units = [unit(roles[(k * k + k // 3) % 7], f"第{k}段文字") for k in range(60)]
    told = [text for head, body in stories(*units) for text in (*head, *body)]
    assert sorted(told) == sorted(u.text for u in units)


def test_a_headline_below_the_pages_last_picture_closes_it() -> None:
    found = stories(unit("body", LIBRARY), unit("headline", "河湾市新图书馆正式开馆"), unit("body", BRIDGE), unit("headline", "望江大桥主塔封顶"),
                    unit("body", "近日，桐花街道举办剪纸活动。"), unit("credit", "祝晓舟 摄"), unit("headline", "剪出新春好光景"))
    assert found[-1] == (["剪出新春好光景"], ["近日，桐花街道举办剪纸活动。", "祝晓舟 摄"])


def test_a_headline_that_extraction_put_inside_its_story_heads_it() -> None:
    found = stories(unit("body", LIBRARY), unit("body", "馆长说，图书馆还将送书上门。"), unit("headline", "河湾市新图书馆正式开馆"),
                    unit("body", "市民凭身份证即可在图书馆借阅馆藏图书。"))
    assert found == [(["河湾市新图书馆正式开馆"], [LIBRARY, "馆长说，图书馆还将送书上门。", "市民凭身份证即可在图书馆借阅馆藏图书。"])]


def parts_of_a_feature(note: str, last: str = "多家书店今年夏天把阅览室开到深夜，读者说城里的夜晚安静了许多。") -> list[tuple[list[str], list[str]]]:
    return stories(unit("headline", "一座城市的三间书房"), unit("body", note),
                   unit("headline", "河湾市图书馆：借阅进社区", 0.9), unit("byline", "本报记者 林知秋"), unit("body", "社区书架上的图书每周更换，老人孩子下楼就能借书，一年借出二十万册。" * 8),
                   unit("headline", "雾山乡书屋：茶园里读书", 0.9), unit("byline", "本报记者 周望舒"), unit("body", "茶农收工后到书屋上课，学记账学直播，书屋的灯常常亮到夜里十点。" * 8),
                   unit("headline", "望江大桥主塔封顶", 0.95), unit("body", last))


def test_what_a_note_by_the_editors_introduces_is_one_story() -> None:
    note = "读书能给一座城市带来什么？本报记者走访三间书房，记录读者的故事。"
    introduced = parts_of_a_feature(note + "——编 者", BRIDGE)
    assert [head for head, _ in introduced] == [["一座城市的三间书房"], ["望江大桥主塔封顶"]]
    assert len(parts_of_a_feature(note, BRIDGE)) == 4


def test_headings_built_alike_are_one_storys_sections() -> None:
    garden = "雾山乡的茶农合作社请来了技术员，老茶园今年没有打过一次农药，春茶卖得比往年早，也卖得比往年贵。"
    market = "雾山乡的合作社在网上开了三家茶叶店，茶农第一次把新茶寄到了全国各地，社员的收入比去年多了两成。"

    def told(first: str, second: str) -> int:
        return len(stories(unit("headline", "雾山茶香飘万家"), unit("byline", "本报记者 方菲"), unit("body", TEA),
                           unit("kicker", first), unit("headline", "老树发新芽"), unit("body", garden),
                           unit("kicker", second), unit("headline", "好茶卖好价"), unit("body", market)))

    assert told("守住老底子——", "闯出新路子——") == 1
    assert told("守住老底子——", "闯出新路子") > 1


def test_a_heading_whose_number_follows_the_last_ones_begins_no_story() -> None:
    sections = [(unit("headline", f"{number}、{title}"), unit("body", text)) for number, title, text in (("一", "新图书馆怎么借书", LIBRARY[4:]), ("二", "望江大桥何时通车", BRIDGE[4:]))]
    plain = [(replace(title, text=title.text[2:]), text) for title, text in sections]
    assert len(stories(unit("headline", "市民关心的几件事"), unit("body", TEA), *plain[0], *plain[1])) == 3
    assert len(stories(unit("headline", "市民关心的几件事"), unit("body", TEA), *sections[0], *sections[1])) == 2


@pytest.mark.parametrize("title, kind, number", [("二十三、渡口", "、", 23), ("（十）渡口", "（）", 10), ("3. Ferries", ".", 3), ("③渡口", "①", 3), ("镜头五：渡口", "镜头", 5), ("Part 2", "Part", 2), ("渡口三、四事", "", 0), ("渡口三兄弟", "", 0)])
def test_how_a_heading_is_numbered(title: str, kind: str, number: int) -> None:
    assert number_of(title) == (kind, number)
