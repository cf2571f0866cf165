"""Rows that extraction set on one line before or behind a dash are parted, and nothing else is."""

from __future__ import annotations

from convert.model import Line
from convert.rules import load
from convert.stages.part import part

RULES = load()
TEXT = ["河湾市新图书馆昨日正式开馆，馆藏图", "书六十五万册，设有阅览座位一千八百", "个，市民凭身份证即可办理借阅手续。"]


def read(*texts: str) -> list[str]:
    return [line.text for line in part(tuple(Line(n, t, t) for n, t in enumerate(texts, 1)), RULES)]


def test_a_subhead_behind_its_headline() -> None:
    assert read("一座城市的书房（文化观察） ——走进河湾市新图书馆", *TEXT)[:2] == ["一座城市的书房（文化观察）", "——走进河湾市新图书馆"]


def test_two_rows_of_a_paragraph() -> None:
    assert read(*TEXT, "馆长说，这里是一座城市最大的书房 ——它为每一位市民和孩子敞开大门，")[3:] == ["馆长说，这里是一座城市最大的书房", "——它为每一位市民和孩子敞开大门，"]


def test_a_signature_behind_a_text_that_has_ended() -> None:
    assert read(*TEXT[:2], "请看报道。 ——编 者")[2:] == ["请看报道。", "——编 者"]


def test_the_row_behind_a_dash_that_ends_one() -> None:
    assert read(*TEXT, "书房更友好—— 图书馆添了座位")[3:] == ["书房更友好——", "图书馆添了座位"]
    assert read(*TEXT, "“书房+课堂”—— “孩子们在这里找到了朋友”")[3:] == ["“书房+课堂”——", "“孩子们在这里找到了朋友”"]


def test_a_space_that_somebody_typed_behind_a_dash_stays() -> None:
    assert read(*TEXT, "馆长说—— 这里是城市的书房，向所有")[3:] == ["馆长说—— 这里是城市的书房，向所有"]  # a full row
    paragraphs = ["馆长说，新馆把书送到渡口—— 借书的人在船上就能看完一本。", *TEXT[2:] * 3]
    assert read(*paragraphs)[0] == paragraphs[0]


def test_a_quotation_behind_a_dash_in_mid_row_stays() -> None:
    page = [text + text for text in TEXT]
    assert read(*page, "馆长说得很明白—— “这里是城市的书房”。他还说，")[3:] == ["馆长说得很明白—— “这里是城市的书房”。他还说，"]


def test_a_dash_inside_a_row_stays() -> None:
    for row in ("馆长说，这里。是 ——它为", "书房 —— 城市的客厅", "书房——城市的客厅"):
        assert read(*TEXT, row)[3:] == [row]


def test_words_of_latin_script_are_left_alone() -> None:
    page = tuple(Line(n, t, t) for n, t in enumerate(("The library opened on Monday.", "It is a large house ——and it has", "many seats for its readers."), 1))
    assert part(page, RULES) is page


def test_numbers_point_to_the_source_line() -> None:
    page = tuple(Line(n, t, t) for n, t in enumerate(("一座城市的书房（文化观察） ——走进河湾市新图书馆", *TEXT), 1))
    assert [line.number for line in part(page, RULES)] == [1, 1, 2, 3, 4]


def test_the_row_below_a_cut_word_is_set_apart_again() -> None:
    assert read("The ferry is a wholly\uFFFEowned one, built in the cross\x02", "channel years.") == ["The ferry is a wholly\uFFFE", "owned one, built in the cross\x02", "channel years."]
    assert read("河湾\uFFFE市图书馆") == ["河湾\uFFFE市图书馆"]


def test_a_headlines_last_character_before_the_dateline_below_it() -> None:
    assert read("顾长明会见青石市市", "长本报讯（记者 林知秋）顾长明昨日", *TEXT)[:3] == ["顾长明会见青石市市", "长", "本报讯（记者 林知秋）顾长明昨日"]
    for above, text in (("河湾市新图书馆开馆", "据新华社青石3月5日电 河湾市新图"), ("渡口夜里也供电", "据新华社青石3月5日电 河湾市渡口"), ("顾长明说，这一次的", "新华社电讯写得好，读")):
        assert read(above, text, *TEXT)[:2] == [above, text]
