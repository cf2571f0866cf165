"""A second look at rows that may be headlines."""

from __future__ import annotations

from typing import Sequence

import pytest
from conftest import FIXTURES

from convert import pipeline
from convert.model import Label, Line, Story, Unit
from convert.rules import load
from convert.source import read_source
from convert.stages.reread import MAYBE, ROWS, maybe_headlines, reread

RULES = load()
ROWS_OF_A_PAGE = ("馆藏图书外借两万册。", "望江大桥今年通车", "大桥南北主塔昨日封顶，全长一千八百", "六十米。")


def lines(*texts: str) -> list[Line]:
    return [Line(n, text, text) for n, text in enumerate(texts, 1)]


def labels(*found: tuple[str, float]) -> list[Label]:
    return [Label(tag, float(tag[0] == "B"), 0.9, heading) for tag, heading in found]


DOUBT = labels(("B-body", 0.0), ("B-body", 0.3), ("I-body", 0.0), ("I-body", 0.0))


def heading_story(labelled: Sequence[Label]) -> list[Story]:
    """The page as a story whose head is the second row, where that is labelled a headline."""
    rows = lines(*ROWS_OF_A_PAGE)
    head = tuple(Unit("headline", row.text, (row,), 1.0) for row, label in zip(rows, labelled) if label.tag == "B-headline")
    return [Story(head, tuple(Unit("body", row.text, (row,), 1.0) for row in rows[2:]))]


def tags(found: Sequence[Label]) -> list[str]:
    return [label.tag for label in found]


def test_a_row_that_heads_a_story_is_a_headline_and_what_stands_below_a_paragraph() -> None:
    assert tags(reread(lines(*ROWS_OF_A_PAGE), DOUBT, RULES, heading_story)) == ["B-body", "B-headline", "B-body", "I-body"]


def test_nothing_else_is_thought_of_otherwise() -> None:
    found = reread(lines(*ROWS_OF_A_PAGE), DOUBT, RULES, heading_story)
    assert found[0] == DOUBT[0] and found[3] == DOUBT[3] and found[2].heading == 0.0 and found[1].heading >= 0.5


def test_a_row_that_heads_nothing_stays_text() -> None:
    assert reread(lines(*ROWS_OF_A_PAGE), DOUBT, RULES, lambda _: []) == DOUBT


def test_without_a_doubt_the_page_is_not_gathered_again() -> None:
    def gathered(_: Sequence[Label]) -> list[Story]:
        raise AssertionError

    sure = [label._replace(heading=0.0) for label in DOUBT]
    assert reread(lines(*ROWS_OF_A_PAGE), sure, RULES, gathered) == sure
    words = lines("The library opens.", "New bridge opens this year", "Both towers of the bridge", "are finished.")
    assert reread(words, DOUBT, RULES, gathered) == DOUBT


def candidates(*rows: tuple[str, str, float]) -> list[tuple[int, int]]:
    return list(maybe_headlines(lines(*(text for text, *_ in rows)), labels(*((tag, heading) for _, tag, heading in rows)), RULES))


def test_rows_that_may_be_a_headline() -> None:
    text = ("大桥南北主塔昨日封顶，全长", "I-body", 0.0)
    assert candidates(("望江大桥", "B-body", 0.4), ("今年通车", "I-body", 0.3), text) == [(0, 2)]
    assert candidates(("望江大桥今年通车", "B-body", MAYBE), text) == []
    assert candidates(("望江大桥今年通车。", "B-body", 0.4), text) == []
    assert candidates(("本报记者 林知秋", "B-byline", 0.0), ("一座桥能走多远", "B-body", 0.4), text) == []
    assert candidates(("大桥封顶", "B-headline", 1.0), ("一座桥能走多远", "B-body", 0.4), text) == []
    assert candidates(("望江大桥今年通车", "B-body", 0.4), ("大桥封顶", "B-headline", 1.0)) == []
    assert candidates(*(("望江的风", "B-body", 0.4) for _ in range(ROWS + 3)), text)[0] == (0, ROWS)


def test_a_page_whose_headlines_ask() -> None:
    """Without the second look two of its three stories run into their neighbours."""
    page = (FIXTURES / "hill-questions" / "input.txt").read_bytes()
    headlines = ["".join(part.text for part in article.headline) for article in pipeline.run(read_source("page.txt", page), RULES).articles]
    assert headlines == ["桥通了，渡船往哪里去？", "粮仓里长出一座书塔（夜读）", "今年的春茶为什么晚？"]


def test_without_the_second_look_they_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "reread", lambda lines, labels, rules, gathered, model: list(labels))
    page = (FIXTURES / "hill-questions" / "input.txt").read_bytes()
    assert len(pipeline.run(read_source("page.txt", page), RULES).articles) < 3


def test_a_row_far_less_likely_a_headline_than_the_one_above_is_not_looked_at_with_it() -> None:
    rows = lines(*ROWS_OF_A_PAGE)
    assert list(maybe_headlines(rows, labels(("B-body", 0.0), ("B-body", 0.3), ("I-body", 0.05), ("I-body", 0.0)), RULES)) == [(1, 2)]
    assert list(maybe_headlines(rows[:2] + lines("大桥南北主塔昨日封顶", "全长一千米。"), labels(("B-body", 0.0), ("B-body", 0.3), ("I-body", 0.15), ("I-body", 0.0)), RULES)) == [(1, 3)]
