"""Characters: what is mended, and that everything legitimate passes unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from convert.model import Line
from convert.rules import load
from convert.stages.mend import mend

RULES = load()


def mended(text: str) -> str:
    return mend((Line(1, text, text),), RULES)[0][0].text


@pytest.mark.parametrize("text", [
    "“两个引号”‘单引号’，！？；：（）《》【】、。…—", "１２３ＡＢＣ全角", "ｶﾅ半角カナ", "fish &amp; chips &lt;b&gt;", "œuvre æon ĳs ß",
    "「本報訊」『引文』", "café naïve Zürich «guillemets»", "①②③ ㈱ ℃ № ½", "10×20 35° ±2 µm §3", "é vs e\u0301",
    "『水を飲む』・ー々〆ヶ", "神楽坂の﨑さん", "Привет, мир", "Ελληνικά", "한국어 문장", "a\tb", "naïve – “quote” — it’s", "x ² y ³ ® ©"])
def test_legitimate_text_passes_unchanged(text: str) -> None:
    line = Line(1, text, text)
    lines, notes = mend((line,), RULES)
    assert lines[0].text == text and not notes


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF) | st.sampled_from("“”‘’，。！？；：（）《》—…、０９ＡＺ「」 aZ9,.!?")))
def test_chinese_with_any_punctuation_is_handed_back_as_the_same_object(text: str) -> None:
    line = Line(1, text, text)
    assert mend((line,), RULES)[0][0] is line


def test_radicals_become_characters() -> None:
    assert mended("⼈⽂与⺠生，⻓期⻋⻔") == "人文与民生，长期车门"


@pytest.mark.parametrize("page, meant", [
    ("这些用⼾在⾭年时见过⻩河", "这些用户在青年时见过黄河"), ("神⼾の⾭い海と⿊い船を見た", "神戸の青い海と黒い船を見た"), ("這些⼾外的⿊色山頭", "這些戶外的黑色山頭")])
def test_a_radical_is_what_its_language_draws_it_as(page: str, meant: str) -> None:
    assert mended(page) == meant


def test_typographic_spaces_are_spaces() -> None:
    assert mended("2026\u00a0年\u2009春") == "2026 年 春"


def test_vertical_forms_and_second_code_points_become_characters() -> None:
    assert mended("港︑山︒﹁海﹂︵二︶") == "港、山。「海」（二）"
    assert mended("\uf967可能\uf90a色") == "不可能金色"


def test_ligatures_become_letters() -> None:
    assert mended("a ﬁne oﬃce on the ﬂoor") == "a fine office on the floor"


def test_invisible_characters_go() -> None:
    assert mended("隐\u200b藏\ufeff\u202e字\x07符\u00ad") == "隐藏字符\u2010"
    assert mended("软\u00ad连") == "软连"
    assert mended("gov\u2010\u00ad") == "gov\u2010"


def test_pdfium_s_mark_is_a_hyphen_behind_a_cut_word_and_nothing_elsewhere() -> None:
    assert mended("a wholly\uFFFE") == "a wholly-" and mended("a wholly\x02") == "a wholly-" and mended("a wholly¬") == "a wholly-"
    assert mended("河湾\x02") == "河湾" and mended("\uFFFE河湾\uFFFE市") == "河湾市"


def test_a_soft_hyphen_at_a_row_s_start_is_the_cut_of_the_row_above() -> None:
    rows = [Line(n, text, text) for n, text in enumerate(("the Janu\u00ada", "\u00ad ry issue", "of op\u00ader\u00adat\u00ad ions", "“", "\u00ad 5"), 1)]
    assert [line.text for line in mend(tuple(rows), RULES)[0]] == ["the Janua\u2010", "ry issue", "of operations", "“", " 5"]


def test_a_nul_is_a_character_without_a_name() -> None:
    lines, notes = mend((Line(3, "500 mln dlr\0untied", "500 mln dlr\0untied"),), RULES)
    assert lines[0].text == "500 mln dlr untied" and [(note.line, note.rule) for note in notes] == [(3, "unnamed-character")]


def test_mojibake_is_undone_and_noted() -> None:
    broken = "本报讯，今天".encode().decode("latin-1")
    lines, notes = mend((Line(7, broken, broken),), RULES)
    assert lines[0].text == "本报讯，今天"
    assert [(note.line, note.rule) for note in notes] == [(7, "mojibake")]


def test_a_line_of_nothing_but_controls_becomes_blank() -> None:
    assert mended("\x0c\u200b") == ""


def test_raw_never_changes() -> None:
    assert mend((Line(1, "⼈", "⼈"),), RULES)[0][0].raw == "⼈"
