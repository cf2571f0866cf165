"""Find verses and tables among the rows of text: rows that were ended on purpose, whatever the labeller says."""

from __future__ import annotations

from typing import Iterable, Sequence

from convert.announce import ANNOUNCED
from convert.joining import is_wide
from convert.measure import runs_of
from convert.model import HEADS, Label
from convert.view import ENDS, View

VERSES = 6
"""Rows without a mark from which on they are verses."""
MARKED_VERSES, MARKED = 8, frozenset(("C", "E", "EQ"))
"""Rows that all end with a mark from which on they are: on 690 pages wrapped prose has six in a row at most."""

VERSES_OR_HEADS = frozenset(("body", *HEADS))
"""Roles that the labeller gives to a poem's rows and the headline below it."""


def in_verse(labels: list[Label], seen: View) -> None:
    """In rows of text without a mark, more than prose ever has, each that the one above left room for is a verse; in rows that all end with a mark, each is."""
    _as_verses(labels, seen)
    for start, end in _long([found.tag[2:] == "body" and _is_unmarked(text) for found, text in zip(labels, seen.texts)], VERSES):
        _part(labels, [k for k in range(start, end) if k == start or seen.room(k) >= 0])
    for start, end in _long([found.tag[2:] == "body" and last in MARKED and first != "B" for found, first, last in zip(labels, seen.first, seen.last)], MARKED_VERSES):
        _part(labels, range(start + 1, end))  # the first may be a paragraph's last row


def _as_verses(labels: list[Label], seen: View) -> None:
    """Of more short rows without a mark than a headline has, below a poem's headline, its byline or its first verses, the last, or what stands below a blank line, heads the next text; the others are verses."""
    unmarked = [2 * width < column and found.tag[2:] in VERSES_OR_HEADS and _is_unmarked(text)
                for found, text, width, column in zip(labels, seen.texts, seen.widths, seen.columns)]
    for start, end in _long(unmarked, VERSES + 1):
        head = next((k for k in range(start, end) if labels[k].tag[2:] != "body"), end)
        if head == start and not (start and labels[start - 1].tag == "B-byline"):
            head += 1 if end - start > VERSES + 1 else end  # the poem's own headline
        if head < end - 1 and end < len(labels):
            headline = next((k for k in range(end - 1, head, -1) if seen.blanks[k]), end - 1)
            labels[head:headline] = [Label("B-body", ANNOUNCED, ANNOUNCED)] * (headline - head)
            labels[headline] = labels[headline]._replace(tag="B" + labels[headline].tag[1:])


def in_table(labels: list[Label], seen: View) -> None:
    """Each row of a table is a unit of text, and what stands below it begins another: a row without an end, above a headline, is that headline's first."""
    for start, end in runs_of(seen.tables):
        labels[start:end] = [Label("B-body", max(found.begins, ANNOUNCED), ANNOUNCED) for found in labels[start:end]]
        if end < len(labels) and labels[end].tag[0] == "I":
            labels[end] = labels[end]._replace(tag="B" + labels[end].tag[1:], begins=ANNOUNCED)
        if end + 1 < len(labels) and labels[end].tag == "B-body" and labels[end + 1].tag == "B-headline" and seen.last[end] not in ENDS and seen.texts[end][0] not in "（(":
            labels[end:end + 2] = labels[end + 1], labels[end + 1]._replace(tag="I-headline", begins=1.0 - ANNOUNCED)


def _part(labels: list[Label], at: Iterable[int]) -> None:
    """Have a paragraph begin with each of the rows."""
    for k in at:
        labels[k] = labels[k]._replace(tag="B-body", begins=max(labels[k].begins, ANNOUNCED))


def _long(fits: Sequence[bool], least: int) -> list[tuple[int, int]]:
    """The stretches of rows that fit, if they are long enough."""
    return [(start, end) for start, end in runs_of(fits) if end - start >= least]


def _is_unmarked(text: str) -> bool:
    """Whether the row is of wide characters without a mark or a digit."""
    return (text.isalpha() or " " in text and text.replace(" ", "").isalpha()) and is_wide(text[0])
