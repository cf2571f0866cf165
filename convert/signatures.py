"""Amend the labels of rows beside somebody's name: who signs a text, whose headline stands above."""

from __future__ import annotations

from typing import Sequence

from convert.announce import ANNOUNCED, LIKELY
from convert.model import Label
from convert.people import surnamed
from convert.rules import Rules
from convert.settle import DATE
from convert.view import ENDS, View


def below_a_signature(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead right below who signs a text is the next one's headline."""
    for i in range(1, len(labels)):
        if labels[i].tag == "B-crosshead" and signs(i - 1, labels, seen):
            labels[i] = labels[i]._replace(tag="B-headline", heading=max(labels[i].heading, LIKELY))


def named(labels: list[Label], seen: View) -> None:
    """A name of three characters that reads as a crosshead's second row is a byline, and what stands above it a headline."""
    for i in range(1, len(labels) - 1):
        if labels[i].tag == "I-crosshead" and "n" in seen.marks[i] and len(seen.texts[i]) == 3 and labels[i - 1].tag == "B-crosshead" and labels[i + 1].tag == "B-body":
            labels[i - 1:i + 1] = labels[i - 1]._replace(tag="B-headline", heading=max(labels[i - 1].heading, LIKELY)), Label("B-byline", 1.0, ANNOUNCED)


def issued(labels: list[Label], seen: View) -> None:
    """An organisation's name on a row of its own above a date alone, below a text that has ended, or a remark, and above no text, signs a notice, and the date says when."""
    for i in range(1, len(labels) - 1):
        above_text = i + 2 < len(labels) and labels[i + 2].tag[2:] in ("body", "byline")
        if _is_office(i, labels, seen) and DATE.fullmatch(seen.texts[i + 1]) and not above_text and (seen.last[i - 1] in ENDS or seen.rules.remarks.whole(seen.texts[i - 1])):
            labels[i:i + 2] = Label("B-body", 1.0, ANNOUNCED), Label("B-body", 1.0, ANNOUNCED)  # nobody reports there
            if i + 2 < len(labels) and labels[i + 2].tag[0] == "I":
                labels[i + 2] = labels[i + 2]._replace(tag="B" + labels[i + 2].tag[1:], begins=ANNOUNCED)


def _is_office(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is the name of an organisation that gives notice."""
    return labels[i].tag[2:] != "furniture" and seen.is_short(i) and seen.texts[i].endswith(seen.rules.offices_of_notices)


def names_author(text: str, rules: Rules) -> bool:
    """Whether what stands in brackets is somebody's name; of two characters it is a word as likely."""
    return len(text) > 2 and bool(surnamed(text, rules))


def signs(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is a byline below a text that has ended."""
    return i > 0 and labels[i].tag == "B-byline" and labels[i - 1].tag[2:] == "body" and seen.last[i - 1] in ENDS
