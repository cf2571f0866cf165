"""Stretches of a page set in columns of one width."""

from __future__ import annotations

from convert.boxes import Box, boxes
from convert.measure import column_widths

TEXT, ENDED, HEAD, VERSE = "开馆了，市民", "开馆了，来吧。", "河湾市新图书馆开馆", "我往来的河湾"


def found(*stretches: tuple[str, list[int]]) -> list[tuple[int, int, int]]:
    """(first row, row after the last, column) of every box of a page of rows that say the same, by their widths."""
    texts = [text for text, widths in stretches for _ in widths]
    widths = [w for _, stretch in stretches for w in stretch]
    return [(box.start, box.end, box.column) for box in boxes(texts, widths)]


def test_a_page_of_one_width_is_one_box() -> None:
    assert found((TEXT, [26, 30, 30, 12] * 10), (HEAD, [18, 18]), (TEXT, [26, 30, 30, 30])) == [(0, 46, 0)]


def test_a_story_set_wider_is_a_box_of_its_own_and_begins_with_its_headline() -> None:
    assert found((TEXT, [30] * 20 + [8]), (HEAD, [16, 12]), (TEXT, [42, 46, 46, 20, 42, 46, 46, 10])) == [(0, 21, 30), (21, 31, 46)]


def test_a_story_set_narrower_between_others() -> None:
    assert found((TEXT, [46] * 12 + [8]), (HEAD, [16]), (TEXT, [26, 30, 30, 30, 30, 30, 30, 6]), (HEAD, [18]), (TEXT, [42] + [46] * 9)) \
        == [(0, 13, 46), (13, 22, 30), (22, 33, 46)]


def test_rows_that_break_off_are_full_though_none_follows_that_is_as_wide() -> None:
    paragraphs = [(TEXT, [58]), (ENDED, [20]), (TEXT, [60]), (ENDED, [34]), (TEXT, [60]), (ENDED, [8])]
    assert found((TEXT, [30] * 20 + [8]), (HEAD, [16]), *paragraphs) == [(0, 21, 30), (21, 28, 60)]


def test_a_headline_of_many_wide_rows_and_a_poem_are_none() -> None:
    assert found((TEXT, [30] * 12), (HEAD, [46, 46, 46, 46]), (TEXT, [26] + [30] * 12)) == [(0, 29, 0)]
    assert found((TEXT, [46] * 12), (VERSE, [12] * 20), (TEXT, [42] + [46] * 12)) == [(0, 45, 0)]


def test_indented_rows_are_no_columns_of_their_own() -> None:
    assert found((TEXT, [46] * 8 + [42] * 8)) == [(0, 16, 0)]


def test_a_column_is_measured_in_its_box() -> None:
    widths = [46] * 12 + [8] + [26, 30, 30, 30, 30, 29, 30, 30, 30, 30, 6] + [42] + [46] * 9
    assert column_widths([TEXT] * len(widths), widths, True)[13:23] == [30] * 10


def test_a_box_says_what_fills_it() -> None:
    assert Box(0, 9, 30).fills(28) and not Box(0, 9, 30).fills(26) and Box(0, 9, 0).fills(26)
