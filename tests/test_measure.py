"""How wide text is printed."""

from __future__ import annotations

import pytest

from convert.measure import advance, bare_size, beyond_margin, class_of, japanese, mostly_wide, width
from convert.rules import load


@pytest.mark.parametrize("text, size", [
    ("河湾市", 6),
    ("2024年", 6),
    ("他说：“好。”", 12),  # ：“ and 。” share an em each
    ("（《条例》）", 10),
    ("「好」、「美」", 12),
    ("甲，乙。", 8),
    ("CCTV", 5),
    ("", 0),
])
def test_width(text: str, size: int) -> None:
    assert width(text) == size


def test_quotes_spaces_and_a_columns_name_do_not_count_in_a_headings_size() -> None:
    assert bare_size("种好“责任田”") == bare_size("建起大粮仓（乡村观察）") == bare_size("建起 大粮仓") == 5


def test_mostly_wide() -> None:
    assert mostly_wide("河湾市有LED路灯三千盏") and not mostly_wide("A page of the Ellery Post, 第1版")
    assert not mostly_wide("Мост через реку откроют весной") and not mostly_wide("Η γέφυρα ανοίγει")


def test_japanese_is_told_by_its_hiragana() -> None:
    assert japanese("汐見港と沖ノ島を結ぶ新しいフェリー「しおかぜ」が就航した。") and not japanese("河湾市图书馆的の字书签卖出一千枚。")
    assert not japanese("")
    assert [class_of(char) for char in "のノ乃Aa"] == ["K", "H", "H", "U", "L"]


def test_letters_advance_as_a_proportional_typeface_sets_them() -> None:
    assert advance("mmm") == 3 * advance("lll") - 1 == 5
    assert advance("MILL") > advance("mill")


@pytest.mark.parametrize("indents, meant, texts", [
    ([2, 6, 2, 2, 6, 2], [0, 4, 0, 0, 4, 0], ["大桥通车", "四月一日", "上午，河", "湾大桥。", "桥长三百", "米。"]),
    ([4, 4, 4], [4, 4, 4], ["桥通了。", "路修了。", "水清了。"]),  # a paragraph each
    ([0, 4, 0], [0, 4, 0], ["大桥通车", "四月一日", "上午。"])])
def test_a_margin_is_no_indent(indents: list[int], meant: list[int], texts: list[str]) -> None:
    assert beyond_margin(indents, texts, load()) == meant
