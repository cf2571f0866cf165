"""What patterns a printed row shows."""

from __future__ import annotations

import pytest

from convert.measure import DIGITS
from convert.model import Line
from convert.rules import load
from convert.view import view

RULES = load()
TEXT = ["河湾市新图书馆昨日正式开馆，馆藏图", "书六十五万册，设有阅览座位一千八百", "个，市民凭身份证即可办理借阅手续。"]


def marks(*texts: str) -> list[str]:
    return view([Line(n, t, t) for n, t in enumerate(texts, 1)], [False] * len(texts), RULES).marks


@pytest.mark.parametrize("row, mark", [
    ("【城市书房】河湾市新图书馆开馆", "h"),
    ("【城市书房】", "b"),
    ("让书香飘满河湾（城市观察）", "t"),
    ("林 秋", "n"),
    ("宓 秋", "n"),
    ("本报记者", "y"),
    ("陆青松摄（河湾图片社）", "c"),
])
def test_a_row_of_its_own(row: str, mark: str) -> None:
    assert mark in marks(*TEXT, row, *TEXT)[3]


def test_a_rare_name_below_a_columns_name_is_one() -> None:
    assert "n" in marks(*TEXT, "让书香飘满河湾（城市观察）", "宓知秋", *TEXT)[4]
    assert "n" not in marks(*TEXT, "让书香飘满河湾", "宓知秋", *TEXT)[4]


def test_surnames_of_one_character_are_none_in_japanese() -> None:
    text = ["市立図書館は昨日、新しい建物で開館", "した。蔵書は六十五万冊で、座席は千", "八百ある。市民は身分証で借りられる。"]
    assert "n" in marks(*TEXT, "连城", *TEXT)[3] and "n" not in marks(*text, "连城", *text)[3]
    assert "n" in marks(*text, "佐藤健", *text)[3]


def test_a_byline_that_fills_its_row() -> None:
    names = "本报记者 林知秋 陆青松 宓 秋 周远"
    assert "y" in marks(*TEXT, "河湾市新图书馆昨日迎来首批市民读者", names, *TEXT)[4]


    assert "y" in marks(*TEXT, "河湾市新图书馆昨日迎来首批市民", "記者林知秋、陆青松、周望舒／河湾報導", *TEXT)[4]


def test_a_dateline_in_a_bracket_may_take_two_rows() -> None:
    assert "d" in marks("【海河社温德尔3月5", "日电】河湾市新图书馆昨日", "正式开馆。")[0]
    assert "d" not in marks("【海河社温德尔3月5", "日这天】河湾市新图书馆昨", "日正式开馆。")[0]


def test_text_that_begins_with_half_a_word_is_no_dateline() -> None:
    assert "d" not in marks("案件将于下周在河湾市人民法院继续审", "訊，届时仍有五名证人出庭作证说明。")[1]
    assert "d" in marks("讯（记者 林知秋）河湾市新图书馆昨日", "正式开馆。")[0]


def seen(*texts: str):
    return view([Line(n, t, t.strip()) for n, t in enumerate(texts, 1)], [False] * len(texts), RULES)


WORDS = ["Efforts to break the impasse on", "the harbour line have ended in", "a draw, the town council said."]


def test_a_row_of_words_drawn_apart_is_full() -> None:
    found = seen(*WORDS, "The ", "crew ", "went home", "to wait for the next meeting.")
    assert found.texts[3] == "The crew went home" and found.starts == [0, 1, 2, 3, 6]
    assert found.widths[3] == found.columns[3]


def test_a_page_of_words_shows_its_indents_where_a_first_row_had_room_for_the_next_word() -> None:
    rows = ["The crew went home to wait", "for the next long meeting of the town", "board in May."]
    plain = ["The crew went home to wait a", "week for the next meeting of", "the board."]
    assert seen(*rows * 5).indented == "y" and seen(*plain * 5).indented == "n"


def test_digits_are_as_wide_as_the_page_that_has_them_shows() -> None:
    def widths(rows: list[str]) -> list[int]:
        return view([Line(n, raw, raw.translate(DIGITS)) for n, raw in enumerate(rows, 1)], [False] * len(rows), RULES).widths

    full = "河湾市新图书馆昨日正式开馆迎来"
    printed_wide = ["河湾市新图书馆１９９８年正式来", "馆藏图书６５万册座位１８００个"]
    assert widths([full, *printed_wide, full, full, full]) == [30] * 6
    printed_narrow = ["河湾市新图书馆１９９８年正式开馆来", "馆藏图书６５万册座位１８００个开馆了"]
    assert widths([full, *printed_narrow, full, full, full]) == [30] * 6


@pytest.mark.parametrize("first, second, third", [("1 利润", "2 漏洞", "7 漏洞"), ("01 / 利润", "02 / 漏洞", "02 | 漏洞"), ("1", "2", "4"), ("PART 1", "PART 2", "DAY 2"), ("1利润", "2漏洞", "2日"), ("（一）", "（二）", "（四）"), ("一", "二", "四")])
def test_numbered_rows_in_a_series_are_sections_and_no_folios(first: str, second: str, third: str) -> None:
    found = seen(*TEXT, first, *TEXT, second, *TEXT)
    assert found.series == {3, 7} and "f" not in found.marks[3] + found.marks[7]
    assert not seen(*TEXT, first, *TEXT, third, *TEXT).series


def test_rows_of_a_table_are_no_sections() -> None:
    assert not seen(*TEXT, "1 河湾海燕 24 53", "2 南坪铁人 24 51", "3 青石猛虎 24 46", *TEXT).series


def test_a_page_number_in_mid_sentence_is_no_section() -> None:
    assert not seen(*TEXT[:2], "1", *TEXT[2:], *TEXT[:2], "2", *TEXT[2:]).series


@pytest.mark.parametrize(("row", "byline"), [
    ("本报记者林知秋通讯员周望舒", True), ("本报记者昨日从河湾市图书馆了解到", False), ("本报记者向通讯员了解到新图书馆昨日", False)])
def test_two_titles_whose_spaces_are_lost_make_a_byline_that_fills_its_row(row: str, byline: bool) -> None:
    assert ("y" in marks(*TEXT[:2], row, *TEXT)[2]) is byline


@pytest.mark.parametrize(("row", "byline"), [
    ("青石大学党委副书记林知秋", True), ("河湾银行党委委员、副行长周望舒", True), ("记青石大学党委副书记林知秋", False), ("方菲宣读河湾市主席贺信", False), ("青石大学党委副书记", False)])
def test_an_authors_office_and_name_may_run_together(row: str, byline: bool) -> None:
    wide = [text * 2 for text in TEXT]
    assert ("y" in marks(*wide, "让书香飘满河湾的每一条街", row, *wide)[4]) is byline


def test_what_a_reading_of_a_japanese_word_stands_in_is_no_columns_name() -> None:
    assert "t" in marks("让书香飘满河湾（城市观察）", *TEXT)[0]
    assert "t" not in marks("海を渡った人形の頭（かしら）", *TEXT)[0]


@pytest.mark.parametrize(("row", "last"), [("mehr kann ich nicht tun.“", "EQ"), ("sprach von einem „Blankoscheck“", "Q"), ("pas d’école, pas de village. »", "EQ"), ("Der Bürgermeister sagte: “", "O")])
def test_what_closes_a_quotation_in_german_and_french(row: str, last: str) -> None:
    text = ["Die Stadt will das Freibad nun doch erhalten, und", "der Rat stimmt am Donnerstag über die Kosten ab."]
    assert view([Line(n, t, t) for n, t in enumerate([*text, row, *text], 1)], [False] * 5, RULES).last[2] == last
