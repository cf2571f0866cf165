"""Labelled lines to units: joining, lifting furniture, provenance."""

from __future__ import annotations

from convert.model import Label, Line
from convert.rules import load
from convert.stages.unwrap import unwrap

RULES = load()


def units(*rows: tuple[str, str]) -> list[tuple[str, str, tuple[int, ...]]]:
    lines = [Line(n, text, text) for n, (_, text) in enumerate(rows, 1)]
    labels = [Label(tag, float(tag[0] == "B"), 1.0) for tag, text in rows if text]
    return [(u.role, u.text, tuple(p.number for p in u.pieces)) for u in unwrap(lines, labels, RULES)]


def test_a_blank_line_in_mid_sentence_is_bridged() -> None:
    assert units(("B-body", "河湾市举行"), ("", ""), ("I-body", "开馆仪式。")) == [("body", "河湾市举行开馆仪式。", (1, 3))]


def test_furniture_is_lifted_out_of_a_paragraph() -> None:
    assert units(("B-body", "投放公共"), ("B-furniture", "— 2 —"), ("I-body", "自行车。")) == [
        ("body", "投放公共自行车。", (1, 3)), ("furniture", "— 2 —", (2,))]


def test_two_furniture_lines_stay_two() -> None:
    assert [u[1] for u in units(("B-furniture", "第2版"), ("B-furniture", "3月1日"))] == ["第2版", "3月1日"]


def test_an_inside_line_of_another_role_begins_a_unit() -> None:
    assert [u[0] for u in units(("B-headline", "开馆"), ("I-body", "昨日"))] == ["headline", "body"]


def test_doubt_lowers_confidence() -> None:
    lines = [Line(1, "甲", "甲"), Line(2, "乙", "乙")]
    sure = unwrap(lines, [Label("B-body", 1, 1), Label("I-body", 0, 1)], RULES)[0].confidence
    unsure = unwrap(lines, [Label("B-body", 1, 1), Label("I-body", 0.4, 1)], RULES)[0].confidence
    assert sure == 1.0 and abs(unsure - 0.6) < 1e-9


def test_a_very_long_paragraph_is_joined_whole() -> None:
    rows = [("B-body", "字" * 20)] + [("I-body", "文" * 20)] * 2000
    assert len(units(*rows)[0][1]) == 20 * 2001
