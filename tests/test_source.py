"""Bytes to lines: encodings, line ends, and errors that say where."""

from __future__ import annotations

import pytest

from convert.errors import DecodeError, EmptyInput
from convert.source import numbered, pages_of, read_source

HANS = "本报讯（记者 林知秋）三月十八日，河湾市召开会议，研究部署今年的工作。会议指出，要坚持为民服务。\n" * 3
HANT = "【本報訊】停航三年的渡輪航線將於下月復航，運輸署表示，新航線會採用兩艘電動渡輪，每日來回十二班。\n" * 3
JAPANESE = "汐見市は六日、新しい市立図書館を来月一日に開館すると発表した。蔵書は四十万冊を予定している。\n" * 3


@pytest.mark.parametrize("text, encoding, found", [
    (HANS, "utf-8", "utf-8"), (HANS, "utf-8-sig", "utf-8"), (HANS, "gb18030", "gb18030"), (HANS, "utf-16", "utf-16-le"),
    (HANS, "utf-16-be", "utf-16-be"), (HANT, "big5", "big5hkscs"), (HANT, "utf-8", "utf-8"), (JAPANESE, "shift_jis", "cp932"),
    (JAPANESE, "euc_jp", "euc_jp"), (HANS, "utf-32", "utf-32-le")])
def test_encodings_are_found_and_recorded(text: str, encoding: str, found: str) -> None:
    source = read_source("page.txt", text.encode(encoding))
    assert source.encoding == found
    assert list(source.lines) == text.splitlines()


def test_latin_text_in_windows_1252() -> None:
    text = "The council’s café re-opened — “at last”, said the mayor of Port Ellery on Tuesday."
    assert read_source("p", text.encode("cp1252")).lines == (text,)


def test_line_ends_of_every_system_count_one_line() -> None:
    assert read_source("p", b"a\r\nb\rc\nd").lines == ("a", "b", "c", "d")


def test_separators_that_are_no_line_ends_stay_in_their_line() -> None:
    text = "一\u2028二\x0b三\x0c四\x85五\x1c六"
    assert read_source("p", text.encode()).lines == (text,)


def test_lines_of_white_space_are_blank_but_counted() -> None:
    lines = numbered(read_source("p", "甲\n \u3000\n乙".encode()))
    assert [(line.number, line.text) for line in lines] == [(1, "甲"), (2, ""), (3, "乙")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  \t\n", "\u3000\n".encode()])
def test_nothing_to_convert(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="page.txt.*nothing to convert"):
        read_source("page.txt", data)


def test_damaged_utf8_names_the_byte() -> None:
    data = HANS.encode()
    with pytest.raises(DecodeError, match=r"page.txt: not valid UTF-8 at byte 61\b"):
        read_source("page.txt", data[:61] + b"\xff" + data[61:])


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(200), b"%PDF-1.7\n" + bytes(range(128, 256)) * 9,
                                  "text\0more".encode()])
def test_binary_data_is_refused_with_an_offset(data: bytes) -> None:
    with pytest.raises(DecodeError, match="byte"):
        read_source("page.txt", data)


def test_few_nuls_are_characters_that_extraction_could_not_name() -> None:
    assert read_source("page.txt", HANS.encode() * 9 + b"a\0b").encoding == "utf-8"


def test_a_wrong_byte_order_mark_is_an_error() -> None:
    with pytest.raises(DecodeError, match="byte"):
        read_source("page.txt", b"\xff\xfea\x00b")


@pytest.mark.parametrize("first, second", [("utf-8", "gb18030"), ("gb18030", "utf-8"), ("utf-8", "big5")])
@pytest.mark.parametrize("times", [1, 10])
def test_mixed_encodings_are_an_error_and_never_garbage(first: str, second: str, times: int) -> None:
    data = (HANS * times).encode(first) + (HANT if second == "big5" else HANS).encode(second)
    with pytest.raises(DecodeError, match="byte"):
        read_source("page.txt", data)


@pytest.mark.parametrize("text, pages", [
    ("a\nb\n", [[1, 2]]), ("a\n\fb\nc\n\f", [[1], [2, 3]]), ("\fa\n\f\nb", [[1], [3]]), ("a\f\nb\f", [[1], [2]]), ("a\n\f\f\nb", [[1], [3]])])
def test_form_feeds_part_pages(text: str, pages: list[list[int]]) -> None:
    assert [[line.number for line in page] for page in pages_of(numbered(read_source("p.txt", text.encode())))] == pages
