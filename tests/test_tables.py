"""Rows of tables and listings stand for themselves, and their cells stay apart; running text is none."""

from __future__ import annotations

import pytest

import convert
from convert.model import Line
from convert.rules import load
from convert.stages.columns import columns
from convert.stages.space import space
from convert.tables import table_rows

RULES = load()
RESULTS = ["球队 赛 胜 平 负 积分", "河湾队 12 9 2 1 29", "柳林队 12 9 1 2 28", "青石队 11 7 2 2 23"]
STOCKS = ["600123 河湾银行 12.35 +0.21 1.73%", "600456 石桥水泥 8.02 -0.05 -0.62%"]
PROGRAMMES = ["18:00 新闻联播", "19:35 电视剧：渡口人家（12、13集）", "9:20 纪录片"]
RATES = ["美元 7.1234", "欧元 7.7810", "日元 0.0478", "港元 0.9123"]
ENGLISH = ["           P  W  D  L  Pts", "Ellery Rovers  12  9  2  1  29", "Gull Island    11  7  2  2  23"]
SCORES = ["汐見商　5－3　北原", "青浜　　2－1　南浦工"]
INDEX = ["社会　消えた駅の時計　23面", "くらし　春の山菜　保存のこつ　14面"]
WEATHER = ["今天白天 多云转阴 东北风3到4级 最高气温28℃", "今天夜间 阴有小雨 北风2级 最低气温21℃"]


@pytest.mark.parametrize("rows", [RESULTS, STOCKS, PROGRAMMES, RATES, ENGLISH, SCORES, *([row.replace("－", mark) for row in SCORES] for mark in "∶：比―"), INDEX, ["Weather B8", "Obituaries B4"], WEATHER])
def test_rows_of_a_table(rows: list[str]) -> None:
    around = ["新图书馆昨天开馆。", *rows, "市民排起长队入场。"]
    assert table_rows(around) == [False, *[True] * len(rows), False]


@pytest.mark.parametrize("rows", [
    RESULTS[1:2], RATES[:3],
    ["2 0 2 6 年 1 月 1 日 ， 新 馆", "开 馆 ， 读 者 3 0 0 0 人 次"],
    ["他们在2024年 12月 3日启程，", "走过 12个 村庄 30座 桥。"],
    ["in 1986 and 12 of the 40 boats, the", "council said 3 of 4 were safe. It"],
    ["本报记者 方菲 林知秋 秦小满", "本报记者 白鹭 周望舒 彭远山"],
    ["18:00，新馆准时开馆迎客，", "19:30，最后一批读者离开。"]])
def test_what_is_no_table(rows: list[str]) -> None:
    assert not any(table_rows(rows))


def test_a_tables_figures_stay_apart() -> None:
    lines = tuple(Line(k, text, text) for k, text in enumerate(["１２  ９  ２ 馆 １", *RESULTS[:1], "河湾队  １２  9  2  1  29", *RESULTS[2:]], 1))
    assert [line.text for line in space(lines, RULES)][1:] == RESULTS


@pytest.mark.parametrize(("names", "text"), [
    (("河湾队", "柳林队", "青石队", "石桥队", "荷塘队", "东岭队", "南浦队", "北原队"), "终场哨响，近万名球迷在看台上唱起了河湾老歌。"),
    (("Rovers", "Town", "Island", "Sands", "Lane", "Boys", "School", "Station"), "Rovers went top of the county league on Saturday.")])
def test_a_tables_columns_are_no_columns_of_the_page(names: tuple[str, ...], text: str) -> None:
    table = [f"{name:<12}{12 - k % 2}  {9 - k:>2}  {k:>2}  {30 - 3 * k:>2}" for k, name in enumerate(names)]
    lines = tuple(Line(k, row, row) for k, row in enumerate([text, text, *table, text], 1))
    assert columns(lines, RULES)[0] is lines


def test_a_table_in_a_story_keeps_its_rows_and_ends_with_them() -> None:
    page = "\n".join(["河湾队升至榜首", "本报讯（记者 方菲）市足球联赛昨日战罢第十二轮，", "河湾队在终场前四分钟由替补前锋头球破门，以二比一", "战胜柳林队。", *RESULTS,
                      "下周河湾队将客场挑战青石队，轮渡公司将为球迷加", "开两班渡轮。"])
    article, = convert.parse(page).articles
    assert [block.text for block in article.blocks][-5:] == [*RESULTS, "下周河湾队将客场挑战青石队，轮渡公司将为球迷加开两班渡轮。"]
