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
