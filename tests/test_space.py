"""Spaces that justification put in go; spaces that mean something stay."""

from __future__ import annotations

import pytest

from convert.model import Line
from convert.rules import load
from convert.stages.space import letter_spaced, space

RULES = load()


def tidied(text: str) -> str:
    return space((Line(1, text, text),), RULES)[0].text


@pytest.mark.parametrize("before, after", [
    ("例 、节 水 护 林 条 例 、湿 地 保 护 条", "例、节水护林条例、湿地保护条"),
    ("要 求 各 县 ，坚 决 守 住“ 两 条 底", "要求各县，坚决守住“两条底"),
    ("新 馆 从 哪 来 ？ （ 河 湾 故 事 ）", "新馆从哪来？（河湾故事）"),
    ("记者3月 6 日和 7 日上午，采访", "记者3月6日和7日上午，采访"),
    ("14 家，培育企业 27 家、", "14家，培育企业27家、"),
    ("在今天（3月2 4日）举行", "在今天（3月24日）举行"),
    ("世界5 0 0强，容量7 0 0兆瓦", "世界500强，容量700兆瓦"),
    ("运行6 4 7.7小时", "运行647.7小时"),
    ("３年来，第１２届", "3年来，第12届"),
    ("（Joan Pell ）说，", "（Joan Pell）说，"),
    ("节 能 率 提 高 了 1 0 % 以 上 。", "节能率提高了10%以上。"),
    ("增 长 4 . 5 %， 比 去 年 快", "增长4.5%，比去年快"),
    ("快 轨 R 1 线 的 建 设 者", "快轨R1线的建设者"),
    ("全书1 998年出齐，另有20 25年版", "全书1998年出齐，另有2025年版"),
    ("增长11 .6%，跑完42 .195公里", "增长11.6%，跑完42.195公里"),
    ("从\" 门外汉\" 到\" 行家里手\"", "从\"门外汉\"到\"行家里手\""),
    ("投运I T容量", "投运IT容量")])
def test_stray_spaces_go(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize("text", [
    "（记者 林知秋）", "本报记者 李 娟 张 弛", "发挥优势作用 弘扬河湾精神", "　　缩进的段落，如此", "by Joan Pell and Tom Ashby",
    "用GPT 4写作 and more", "电话0300 5550123", "今年有20 2025种"])
def test_meaningful_spaces_stay(text: str) -> None:
    assert tidied(text) == text


def test_full_width_digits_are_kept_where_the_rules_say_so(tmp_path) -> None:
    rules = tmp_path / "r.yaml"
    rules.write_text("characters: {digits: keep}", "utf-8")
    assert space((Line(1, "３年", "３年"),), load(rules))[0].text == "３年"


def test_unchanged_lines_are_the_same_object() -> None:
    line = Line(1, "没有空格的一行", "没有空格的一行")
    assert space((line,), RULES)[0] is line


def test_letter_spacing_is_recognised() -> None:
    assert letter_spaced("智 能 治 理 高 级 别 会 议")
    assert not letter_spaced("发挥作用 弘扬精神")
    assert not letter_spaced("The quick brown fox")


def test_spaces_that_justification_left_all_over_a_page_go_from_every_row() -> None:
    row, slogan = "河湾市图书 馆昨天开馆，市民 可以借阅", "发挥优势作用 弘扬河湾精神"
    rows = space(tuple(Line(n, text, text) for n, text in enumerate([slogan, *[row] * 4], 1)), RULES)
    assert [line.text for line in rows] == ["发挥优势作用弘扬河湾精神", *["河湾市图书馆昨天开馆，市民可以借阅"] * 4]
    few = tuple(Line(n, text, text) for n, text in enumerate([slogan, row, *["河湾市图书馆昨天开馆，市民可以借阅"] * 40], 1))
    assert [line.text for line in space(few, RULES)[:2]] == [slogan, row]
