"""Page furniture of papers never seen: recognised by what it is made of, wherever it stands, and kept out of the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convert import pipeline
from convert.marks import lifted, may_be_furniture
from convert.rules import load
from convert.source import read_source

HERE = Path(__file__).parent
CASES = json.loads((HERE / "cases" / "furniture.json").read_text("utf-8"))
RULES = load()
PAGES = {name: (HERE.parent / "fixtures" / name / "input.txt").read_text("utf-8").split("\n") for name in ("river-unwrapped", "river-blanks", "shiomi-1", "ellery-1")}


@pytest.mark.parametrize("line", CASES["lifted"])
def test_a_line_of_elements_is_furniture_wherever_it_stands(line: str) -> None:
    assert lifted(line, RULES)


def test_full_width_digits_are_digits_where_they_are_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("characters: {digits: keep}", "utf-8")
    assert lifted("２０２６年３月５日　星期四　第３版", load(tmp_path / "mine.yaml"))


@pytest.mark.parametrize("line", CASES["perhaps"])
def test_one_element_alone_may_be_furniture(line: str) -> None:
    assert not lifted(line, RULES) and may_be_furniture(line, RULES)


@pytest.mark.parametrize("line", ["Le Courrier d’Ellerville page 12", "El Correo de Ellervilla página 12", "Ellerstedter Zeitung Seite 12"])
def test_a_running_title_with_its_page_is_furniture_in_other_languages(line: str) -> None:
    assert RULES.furniture.whole(line)


@pytest.mark.parametrize("line", CASES["text"])
def test_text_is_neither(line: str) -> None:
    assert not lifted(line, RULES) and not may_be_furniture(line, RULES)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("line", CASES["lifted"])
def test_a_page_reads_the_same_with_furniture_in_the_midst_of_it(name: str, line: str) -> None:
    lines = PAGES[name]
    plain = _texts(lines)
    for at in (0, len(lines) // 3, len(lines) // 2, len(lines)):
        texts, furniture = _texts([*lines[:at], line, *lines[at:]])
        assert texts == plain[0] and len(furniture) == len(plain[1]) + 1


def _texts(lines: list[str]) -> tuple[list[str], list[str]]:
    document = pipeline.run(read_source("page.txt", "\n".join(lines).encode()), RULES)
    return [part.text for article in document.articles for part in (*article.headline, *article.subheads, *article.blocks)], [part.text for part in document.furniture]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("line", CASES["perhaps"])
def test_what_may_be_furniture_is_at_the_edges_of_a_page(name: str, line: str) -> None:
    for lines in ([line, *PAGES[name]], [*PAGES[name], "", line]):
        assert len(_texts(lines)[1]) == len(_texts(PAGES[name])[1]) + 1


def test_a_page_of_nothing_but_furniture_has_no_article() -> None:
    document = pipeline.run(read_source("page.txt", "河湾日报 3\n2026年3月5日 星期四 第3版\n".encode()), RULES)
    assert not document.articles and [part.text for part in document.furniture] == ["河湾日报3", "2026年3月5日 星期四 第3版"]


@pytest.mark.parametrize("line", ["一" * 79, "A " * 40, "星期" * 40, "1" * 79, "責任編輯" * 20, "a.b@" * 19, "電話 0" + "1 " * 37, "新聞" * 39, "日" * 80, "甲子" * 40])
def test_no_line_takes_long(line: str) -> None:
    from time import perf_counter

    start = perf_counter()
    for _ in range(100):
        lifted(line, RULES)
    assert perf_counter() - start < 0.5


@pytest.mark.parametrize("line", ["扫码看视频", "更多内容请扫二维码", "扫一扫 关注河湾日报", "今日天气 多云 12℃～20℃"])
def test_what_a_page_says_of_itself_may_be_furniture(line: str) -> None:
    assert RULES.furniture.whole(line) and not lifted(line, RULES)


@pytest.mark.parametrize("line", ["扫码支付有风险", "扫码点餐成标配", "天气转凉 注意添衣"])
def test_what_a_headline_says_of_it_is_none(line: str) -> None:
    assert not RULES.furniture.whole(line)


@pytest.mark.parametrize("line", ["139万元", "3公里", "12天", "8小时", "3人受伤", "40 亿元"])
def test_an_amount_is_no_page_number(line: str) -> None:
    assert not RULES.furniture.whole(line)


@pytest.mark.parametrize("line", ["12天下", "5人物", "4 综合", "03 天气"])
def test_a_section_with_its_page_is_furniture(line: str) -> None:
    assert RULES.furniture.whole(line) or may_be_furniture(line, RULES)
