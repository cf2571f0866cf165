"""Marks spelt otherwise than papers print them are measured as those that they stand for."""

from __future__ import annotations

import pytest

from convert.rules import load
from convert.spelling import full_width_marks, usual_marks


def test_straight_quotes_open_and_close_in_turns_and_by_the_marks_beside_them() -> None:
    page = ['他说:"先修桥，', '再修路。"又说:"河', '水要清。"大家说:"好"，', '岸也要绿"。"路呢？"']
    assert usual_marks(page, load()) == ["他说:“先修桥，", "再修路。”又说:“河", "水要清。”大家说:“好”，", "岸也要绿”。“路呢？”"]


def test_dashes_of_other_kinds_are_dashes() -> None:
    assert usual_marks(["桥通了", "──记河湾大桥", "守住老底子--", "闯出新路子－－"], load()) == ["桥通了", "——记河湾大桥", "守住老底子——", "闯出新路子——"]


@pytest.mark.parametrize("spelt", ["＂先修桥＂，再修路", "〝先修桥〞，再修路", "'先修桥'，再修路", "''先修桥''，再修路"])
def test_quotes_of_other_kinds_are_quotes(spelt: str) -> None:
    assert usual_marks([spelt], load()) == ["“先修桥”，再修路"]


def test_an_apostrophe_in_a_foreign_word_is_none() -> None:
    assert usual_marks(["他读O'Brien的书"], load()) == ["他读O'Brien的书"]


HALF, FULL = "河湾市, 林知秋(记者):桥长3,500米,宽40.5米;好!", "河湾市，林知秋（记者）：桥长3,500米，宽40.5米；好！"


def test_half_width_marks_of_a_normalised_page_are_full_width_ones() -> None:
    assert full_width_marks([HALF] * 5) == [FULL] * 5


def test_a_page_with_full_width_marks_keeps_its_others() -> None:
    page = [HALF, *["桥，路，水，岸，堤，坝"] * 2]
    assert full_width_marks(page) is page


@pytest.mark.parametrize("text", ["Joan Pell, of Ellery, said: (no)", "人口1,250,300人"])
def test_marks_among_letters_and_digits_do_not_make_a_page_such(text: str) -> None:
    assert full_width_marks([text] * 9) == [text] * 9


def test_a_quotation_that_nobody_closed_turns_none_round_below_it() -> None:
    page = ['他说:"先修桥。', '再修路。', '又说"水"要清，', '"岸"要绿。']
    assert usual_marks(page, load()) == ["他说:“先修桥。", "再修路。", "又说”水“要清，", "“岸”要绿。"]


def test_a_quote_at_a_rows_end_closes_and_one_at_its_beginning_opens() -> None:
    assert usual_marks(['要清。"', '"岸要绿。"', '"路呢', '"，他问'], load()) == ["要清。”", "“岸要绿。”", "“路呢", "”，他问"]
