"""What only Japanese shows: indents of one em, what no text begins or ends with, and the rows of its headlines."""

from __future__ import annotations

from itertools import cycle, islice
from typing import Sequence

import pytest

from convert.amend import amend
from convert.model import Label, Line
from convert.parts import parted
from convert.paragraphs import begins, goes_on
from convert.rules import load
from convert.view import View, view

RULES = load()
COLUMN = 20
STORY = "渡船は島の人の足である。朝は高校生と勤め人を、昼は病院へ通う人を乗せて走る。船長は毎朝五時に起き、潮の色を確かめてから綱を解く。冬は波が高く、三日に一度は休む。"
BEGUN, FIRST, REST = Label("B-body", 1.0, 0.9), Label("I-body", 0.2, 0.9), Label("I-body", 0.0, 0.9)


def seen(texts: Sequence[str]) -> View:
    return view([Line(n, text, text) for n, text in enumerate(texts, 1)], [False] * len(texts), RULES)


def set_in(indent: int, times: int = 6) -> list[str]:
    """Paragraphs of some two rows in a column of COLUMN characters, the first row short by ``indent``."""
    rows = []
    for k in range(times):
        text = (STORY * 2)[3 * k:3 * k + 2 * COLUMN + 8 + k % 5 - indent].rstrip("。、") + "。"
        rows += [text[:COLUMN - indent], *(text[at:at + COLUMN] for at in range(COLUMN - indent, len(text), COLUMN))]
    return rows


def tags(above: Sequence[str], row: str, below: Sequence[str], tag: str = "B-body") -> list[str]:
    """The tags of ``row`` and of the first row below it, amended."""
    texts = [*above, row, *below]
    labels = [*(BEGUN for _ in above), Label(tag, 1.0, 0.6, 0.2), *islice(cycle([FIRST if tag == "B-body" else BEGUN, REST]), len(below))]
    amend(labels, seen(texts))
    return [found.tag for found in labels[len(above):len(above) + 2]]


@pytest.mark.parametrize(("indent", "shown"), [(1, "j"), (0, "n")])
def test_a_page_shows_whether_paragraphs_are_indented_by_one_em(indent: int, shown: str) -> None:
    assert seen(set_in(indent)).indented == shown
    assert seen(set_in(indent, 1)).indented == "?"


def test_a_row_that_leaves_room_for_more_than_the_indent_is_a_headline() -> None:
    above, below = set_in(1), ["新しい船は風の力も借りて走り、油は三割", "減る。港の人たちはそう聞いて喜んだ。"]
    assert seen([*above, *below]).indented == "j"
    below[0] = below[0][:COLUMN - 1]
    assert tags(above, "渡船、秋に二隻目が就航", below) == ["B-headline", "B-body"]
    assert tags(above, "港の人は秋に着く船を心待ちにしている、", below)[0] == "B-body"
    assert tags(set_in(0), "渡船、秋に二隻目が就航してから三年", below)[0] == "B-body"


@pytest.mark.parametrize("row", ["港の人は「秋に着く船を待ち", "秋に来る船は赤いペンキのフェ", "秋に新しい船が着くと聞いた島の"])
def test_what_breaks_off_in_mid_sentence_is_no_heading(row: str) -> None:
    below = ["リーだと話した」と港の人は言い、笑った。", "皆がうなずく。"]
    assert tags(set_in(0), row, below, "B-crosshead") == ["B-body", "I-body"]
    assert tags(set_in(0), "秋に新しい船が着く", ["港の人は毎朝、沖の方を見てから働き始め", "る。"], "B-crosshead")[0] == "B-crosshead"


def test_a_crosshead_of_two_rows_below_a_headline_is_its_subhead() -> None:
    texts = ["渡船に二隻目の船", "秋から一日に十二便となり", "通院も楽に", "港の会社は三日、新しい船を入れると発表し", "た。"]
    labels = [Label("B-headline", 1.0, 0.9, 0.9), Label("B-crosshead", 1.0, 0.6, 0.2), Label("I-crosshead", 0.1, 0.6, 0.2), BEGUN, REST]
    amend(labels, seen(texts))
    assert [found.tag for found in labels[:3]] == ["B-headline", "B-subhead", "I-subhead"]


def test_a_kicker_is_of_one_block_with_its_headline() -> None:
    texts = ["衆院選あす公示", "港の再編、三氏が論戦", "五区の選挙は四日に始まる。", "三人が立つ。"]
    labels = [Label("B-kicker", 1.0, 0.6, 0.9), Label("B-headline", 1.0, 0.6, 0.9), BEGUN, BEGUN]
    amend(labels, seen(texts))
    assert [found.tag for found in labels[:2]] == ["B-headline", "I-headline"]


def heads(*blocks: Sequence[str]) -> list[str]:
    """The tags of the rows of headline blocks, each above a text."""
    texts, labels = [], []
    for rows in blocks:
        texts += [*rows, STORY]
        labels += [Label("I-headline" if k else "B-headline", 0.5, 0.9, 0.9) for k in range(len(rows))] + [BEGUN]
    return [found.tag for found in parted(texts, labels, RULES) if found.tag[2:] != "body"]


def test_a_row_above_a_wider_one_was_not_cut_by_the_width() -> None:
    assert heads(("渡船に二隻目、秋に就航", "港の会社、通院と通学の便を増やす")) == ["B-headline", "B-subhead"]


def test_rows_that_others_are_as_wide_as_were_cut_by_the_width() -> None:
    cut = [("渡船に二隻目が就", "航"), ("図書館の棚、夜も", "開放"), ("山里の梨を台湾へ", "出荷")]
    assert heads(("古墳から飾り馬具を展示する博物館が開館",), *cut) == ["B-headline", *["B-headline", "I-headline"] * 3]


@pytest.mark.parametrize(("above", "below"), [("介護施設で集団感染24", "人が入院"), ("消えた商店街の", "灯をともす")])
def test_a_number_and_what_connects_go_on(above: str, below: str) -> None:
    assert heads((above, below)) == ["B-headline", "I-headline"]


@pytest.mark.parametrize(("above", "below", "on"), [
    ("港の人は「あすから船が出る。島では皆が待", "っている。酒もある」と話し、笑顔を見せた。", True),
    ("船長は「波が高い日は船を出さないと決めた」", "と話し、綱を解いた。", True), ("船長は「波が高い日は船を出さないと決めた」", "ところが翌朝は晴れた。", False)])
def test_a_row_that_begins_with_a_particle_or_inside_a_quotation_goes_on(above: str, below: str, on: bool) -> None:
    rows = [*set_in(0, 2), above, below]
    found = seen(rows)
    assert goes_on(len(rows) - 1, found, [BEGUN] * len(rows)) is on


def test_a_question_behind_an_answer_begins_a_paragraph() -> None:
    rows = [*set_in(0, 2), "「はい。潮の色で分かります」", "――毎朝ですか。"]
    assert begins(len(rows) - 1, seen(rows))
