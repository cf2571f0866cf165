"""Headline blocks with no text between them: which of them goes above which text."""

from __future__ import annotations

import pytest

from convert.model import Line, Unit
from convert.rules import load
from convert.stages.segment import segment

RULES = load()
LIBRARY = ("河湾市新图书馆昨日正式开馆，馆藏图书六十五万册，设有阅览座位一千八百个，市民凭身份证即可借阅。", "图书馆的少儿阅览区占了两层，每周六下午讲故事。")
BRIDGE = ("望江大桥南北主塔昨日全部封顶，大桥全长一千八百六十米，建成后从城北到机场只需二十分钟。", "大桥的钢箱梁将在秋天开始吊装。")
TEA = ("雾山乡的茶农合作社成立十年，社员增加到二百六十三户，茶叶通过电商销往全国。", "雾山乡的春茶今年提前一周开采。")
HEADS = {LIBRARY: "新图书馆昨日开馆", BRIDGE: "望江大桥主塔封顶", TEA: "雾山乡茶农合作社十年"}


def stories(*rows: tuple[str, str] | None) -> dict[str, list[str]]:
    """The paragraphs of each headline's story, from (role, text) of each unit; None is a blank line."""
    units = [Unit(role, text, (Line(n, text, text),), 1.0, float(role == "headline"))
             for n, (role, text) in ((n, row) for n, row in enumerate(rows, 1) if row)]
    return {"".join(unit.text for unit in story.head if unit.role == "headline"): [unit.text for unit in story.body if unit.role == "body"]
            for story in segment(units, RULES)}


def body(text: tuple[str, str]) -> list[tuple[str, str]]:
    return [("body", paragraph) for paragraph in text]


def head(text: tuple[str, str], role: str = "headline") -> tuple[str, str]:
    return role, HEADS[text]


WHOLE = {HEADS[text]: list(text) for text in (LIBRARY, BRIDGE, TEA)}


@pytest.mark.parametrize("role", ["headline", "crosshead"])
def test_blocks_below_the_texts_of_two_stories_go_above_them(role: str) -> None:
    found = stories(head(LIBRARY), *body(LIBRARY), None, *body(BRIDGE), None, *body(TEA), None,
                    head(BRIDGE), ("byline", "本报记者 方菲"), head(TEA, role), ("byline", "林知秋"))
    assert found == WHOLE


def test_a_block_below_its_text_and_above_anothers_headline() -> None:
    found = stories(head(LIBRARY), *body(LIBRARY), None, *body(BRIDGE), None, head(BRIDGE), ("byline", "方菲"), head(TEA), *body(TEA))
    assert found == WHOLE


def test_headlines_side_by_side_above_their_texts() -> None:
    found = stories(head(LIBRARY), ("byline", "林知秋"), head(BRIDGE), ("byline", "方菲"), *body(LIBRARY), None, *body(BRIDGE), None, head(TEA), *body(TEA))
    assert found == WHOLE


def test_without_a_gap_nothing_is_taken_apart() -> None:
    found = stories(head(LIBRARY), *body(LIBRARY), *body(BRIDGE), head(BRIDGE), ("byline", "方菲"), head(TEA), *body(TEA))
    assert found[HEADS[LIBRARY]] == [*LIBRARY, *BRIDGE]


def test_a_block_that_no_text_tells_of_stays() -> None:
    found = stories(head(LIBRARY), *body(LIBRARY), None, *body(BRIDGE), None, ("headline", "春节期间本报休刊四天"), ("byline", "方菲"), head(TEA), *body(TEA))
    assert found[HEADS[LIBRARY]] == [*LIBRARY, *BRIDGE]
