"""Doubted rows begin a paragraph where the story's paragraphs are as long as that would make them."""

from __future__ import annotations

from time import perf_counter
from types import SimpleNamespace

from convert.lengths import weigh_lengths
from convert.model import Label

ROW = "字" * 20
SURE, NOT, DOUBTED = Label("B-body", 1.0, 1.0), Label("I-body", 0.0, 1.0), Label("I-body", 0.45, 1.0)


def begun(labels: list[Label], full: bool = True, first: str = "H", row: str = ROW) -> list[int]:
    """Rows at which a paragraph begins; all rows end a sentence, and are full or not."""
    seen = SimpleNamespace(wide=row != ROW, texts=[row] * len(labels), last=["E"] * len(labels), first=[first] * len(labels), room=lambda i: 0 if full else 9)
    weigh_lengths(labels, seen)
    return [i for i, found in enumerate(labels) if found.tag == "B-body"]


USUAL = [SURE, NOT, NOT, NOT] * 4
"""A story whose paragraphs have four rows."""


def test_a_paragraph_begins_where_the_one_above_is_as_long_as_usual() -> None:
    assert begun([*USUAL, SURE, NOT, NOT, NOT, DOUBTED, NOT, NOT, NOT]) == [0, 4, 8, 12, 16, 20]


def test_none_begins_where_both_would_be_too_short() -> None:
    assert begun([*USUAL, SURE, NOT, Label("B-body", 0.55, 1.0), NOT]) == [0, 4, 8, 12, 16]


def test_the_best_of_several_doubted_rows_is_found() -> None:
    assert begun([*USUAL, SURE, NOT, DOUBTED, NOT, DOUBTED, NOT, DOUBTED, NOT]) == [0, 4, 8, 12, 16, 20]


def test_what_stands_in_brackets_is_not_doubted() -> None:
    assert begun([*USUAL, SURE, NOT, NOT, NOT, DOUBTED, NOT, NOT, NOT], row="（" + ROW[1:]) == [0, 4, 8, 12, 16]


def test_a_row_that_ends_early_shows_by_itself_what_it_is() -> None:
    assert begun([*USUAL, SURE, NOT, NOT, NOT, DOUBTED, NOT, NOT, NOT], full=False) == [0, 4, 8, 12, 16]


def test_a_quotation_begins_a_paragraph_sooner() -> None:
    doubted = [*USUAL, SURE, NOT, NOT, NOT, Label("I-body", 0.2, 1.0), NOT, NOT]
    assert 20 not in begun([*doubted]) and 20 in begun([*doubted], first="O")


def test_the_probability_says_how_sure_that_is() -> None:
    labels = [*USUAL, SURE, NOT, NOT, NOT, DOUBTED, NOT, NOT, NOT]
    begun(labels)
    assert labels[20].begins > 0.6 and labels[19] == NOT and labels[16] == SURE
    begun(labels := [*USUAL, SURE, DOUBTED, NOT, NOT])
    assert labels[17].begins < 0.2


def test_pages_without_text_are_left_alone() -> None:
    assert begun([]) == [] and begun([Label("B-headline", 1.0, 1.0), Label("I-headline", 0.0, 1.0)]) == []


def test_a_page_of_nothing_but_doubts_takes_no_time() -> None:
    before = perf_counter()
    begun([SURE, *[DOUBTED] * 4000])
    assert perf_counter() - before < 5  # every pair of rows weighed would take minutes
