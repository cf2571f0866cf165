"""Words that extraction ran together are parted where something shows that they were, and nowhere else."""

from __future__ import annotations

import pytest

import convert
from convert.model import Line, Unit
from convert.rules import load
from convert.stages.separate import separate

RULES = load()
PAGE = "河湾市图书馆昨天说，这一年来借书的人比上一年多了三成。"


def separated(*texts: str) -> tuple[list[str], list[str]]:
    """What becomes of paragraphs below one of Chinese, and what is noted."""
    units = [Unit("body", text, (Line(n, text, text),), 1.0) for n, text in enumerate((PAGE, *texts), 1)]
    out, notes = separate(units, RULES)
    return [unit.text for unit in out[1:]], [f"{note.line} {note.message}" for note in notes]


@pytest.mark.parametrize("text, want", [
    ("他说“AgreetoDiffer”。", "他说“Agree to Differ”。"),
    ("书名《theGardenHandbook》", "书名《the Garden Handbook》"),
    ("由EdmundVandelay主讲", "由Edmund Vandelay主讲"),
    ("（havelocalroots）", "（have local roots）"), ("‘EnglishGarden’", "‘English Garden’"),
])
def test_listed_words_and_names_run_together_are_parted_and_noted(text: str, want: str) -> None:
    out, notes = separated(text)
    assert out == [want] and notes[0].startswith("2 ")


@pytest.mark.parametrize("text", [
    "用WhatsApp和LinkedIn联系", "买了GreenBasket的股票", "下载LeaveTownSafe", "见www.agreetodiffer.org", "电邮agreetodiffer@river.example",
    "话题#AgreetoDiffer", "型号AgreetoDiffer-7", "叫Vandelay的人", "一部smartphone",
])
def test_one_word_stays_one(text: str) -> None:
    assert separated(text) == ([text], [])


def test_two_words_are_parted_where_the_page_shows_that_spaces_were_lost() -> None:
    assert separated("他做weeklymeeting，也买GreenBasket。")[0] == ["他做weeklymeeting，也买GreenBasket。"]
    assert separated("他做weeklymeeting，Peter'slaw和WhatsApp。", "againsttheriver")[0] == ["他做weekly meeting，Peter's law和WhatsApp。", "against the river"]


def test_the_page_s_own_spelling_comes_first() -> None:
    assert separated("频道“RIVR Vodcast”开播", "有人在RIVRVodcast说")[0] == ["频道“RIVR Vodcast”开播", "有人在RIVR Vodcast说"]


def test_pages_in_latin_letters_are_left_alone() -> None:
    text = "The garden of the town is open and the people agreetodiffer on what was in it for the town.\n" * 6
    assert "agreetodiffer" in convert.parse(text).articles[0].blocks[0].text


def test_a_page_s_warnings_say_so() -> None:
    document = convert.parse(f"河湾图书馆开馆\n{PAGE}他说“AgreetoDiffer”。")
    assert [(note.line, note.message) for note in document.warnings if note.rule == "words-run-together"] == [(2, "AgreetoDiffer is read as Agree to Differ")]
