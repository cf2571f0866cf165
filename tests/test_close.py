"""Double spacing: blank lines that stand between all rows say nothing."""

from __future__ import annotations

import pytest
from conftest import FIXTURES

import convert
from convert.source import numbered, read_source
from convert.stages.close import close


def closed(text: str) -> list[str]:
    return [line.text for line in close(numbered(read_source("p.txt", text.encode())))]


def test_a_blank_line_between_all_rows_goes_and_another_stays() -> None:
    assert closed("a\n\nb\n\n\nc\n\nd\n\ne\n") == ["a", "b", "", "c", "d", "e"]


def test_rows_keep_their_numbers() -> None:
    assert [line.number for line in close(numbered(read_source("p.txt", b"a\n\nb\n\nc")))] == [1, 3, 5]


@pytest.mark.parametrize("text", ["a", "a\nb\n\nc", "a\n\nb\nc\n\nd"])
def test_other_lines_stay_as_they_are(text: str) -> None:
    lines = numbered(read_source("p.txt", text.encode()))
    assert close(lines) == lines


def test_a_page_with_a_blank_line_after_every_row_says_what_it_says_without_any() -> None:
    rows = [row for row in (FIXTURES / "river-after" / "input.txt").read_text("utf-8").splitlines() if row.strip()]
    assert [[part.text for part in (*a.headline, *a.blocks)] for a in convert.parse("\n\n".join(rows)).articles] \
        == [[part.text for part in (*a.headline, *a.blocks)] for a in convert.parse("\n".join(rows)).articles]


ROW = "“河湾市图书馆”3月5日开馆，市民可借阅10万册。"


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000", "\u00a0"])
def test_characters_that_stand_apart_all_over_a_page_are_closed_up(gap: str) -> None:
    apart = "".join(char + gap * (char >= "\u2E80") for char in ROW)
    assert closed("\n".join([apart] * 3)) == [ROW + gap] * 3


def test_what_stands_farther_apart_stays_apart() -> None:
    halves = " ".join("发挥优势作用") + "  " + " ".join("弘扬河湾精神")
    assert closed("\n".join([" ".join(ROW)] * 3 + [halves]))[-1] == "发挥优势作用  弘扬河湾精神"


@pytest.mark.parametrize("text", ["本报记者 李明 张伟 王芳\n" * 3, "the quick fox\n" * 20 + "责编 李明 版式 王芳", ROW + "\n" + " ".join(ROW)])
def test_a_few_spaces_say_what_they_say(text: str) -> None:
    assert closed(text) == [line for line in text.split("\n") if line]
