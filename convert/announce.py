"""Amend the labels of rows above a headline or a dateline by what announces them: a colon, a dash, the dateline itself."""

from __future__ import annotations

import re
from typing import Sequence

from convert.bylines import is_cut
from convert.headings import CLAUSES
from convert.measure import bracketed
from convert.model import HEADINGS, HEADS, Label
from convert.paragraphs import in_brackets, opens_a_clause, rest_in_japanese
from convert.reading import cuts_number, cuts_word
from convert.settle import DATE
from convert.view import ENDS, View

HEADLINE_ROWS = 3
"""Rows above a dateline that may be its headline, where the labeller took them for text."""
ANNOUNCED = 0.8
"""Probability given to what a dateline below, or a missing indent, says of them."""
OTHERS = frozenset("ycdfb")
"""Marks of rows that may stand among headings and are none; who made a picture stands in brackets."""
HEADLINE_AND_TEXT = (Label("B-headline", 1.0, ANNOUNCED, ANNOUNCED), Label("B-body", 1.0, ANNOUNCED))
"""Labels of a headline's row and of a text's first below it."""
LIKELY, UNLIKELY = 0.9, 0.02
"""Probabilities of a headline given to a likely one, and to what is set or worded as a section's heading."""
MAYBE = 0.2
"""Probability of a heading from which a question below one may go on with it."""
_INITIAL = re.compile(r"[A-Z].*(?::|\b[A-Z]\.)|[A-ZÀ-Þ]{2}[^a-z]*,").fullmatch
"""A row in Latin letters that ends with a colon or an initial, or of capitals with a comma."""
BEYOND, BEYOND_SHARE, NARROWEST = 4, 0.15, 16
"""Half-ems, and share of the column, by which a row is wider that stands above several columns, and half-ems of a column at least."""
PERHAPS = 0.05
"""Probability that something begins at a row, under which the row is not looked at."""


def above_a_headline(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead right above a headline is its first row, or leads into it: a crosshead stands above text."""
    for i in range(len(labels) - 1):
        above, below = seen.texts[i], seen.texts[i + 1]
        if labels[i].tag != "B-crosshead" or labels[i + 1].tag != "B-headline" or i in seen.series or not seen.wide or seen.last[i] not in "HN":
            continue
        if cuts_number(above, below) or cuts_word(above, below):
            labels[i:i + 2] = labels[i + 1], labels[i + 1]._replace(tag="I-headline", begins=1.0 - ANNOUNCED)
        else:
            labels[i] = labels[i]._replace(tag="B-kicker", heading=max(labels[i].heading, labels[i + 1].heading))


def asked(labels: list[Label], seen: View) -> None:
    """A short row that ends with a cry or a question, right below a headline's row without a mark and above text, may go on with it."""
    for i in range(1, len(labels) - 1):
        if labels[i].tag == "B-body" and labels[i].heading > MAYBE and labels[i - 1].tag[2:] == "headline" and labels[i + 1].tag == "B-body" and seen.wide \
                and seen.last[i] == "F" and seen.last[i - 1] in "HNQ" and seen.is_short(i):
            labels[i] = labels[i]._replace(tag="I-headline", begins=1.0 - ANNOUNCED)


def begun_above(labels: list[Label], seen: View) -> None:
    """A row of its own that ends in mid-sentence, or with an initial, between the end of a text and a heading is that heading's first: 某某公司停业， / 为旧机送终."""
    for i in range(len(labels) - 1):
        below = labels[i + 1]
        if labels[i].tag == "B-body" and (below.tag == "B-headline" or below.tag == "B-crosshead" and below.heading > MAYBE) and _breaks_off(i, labels[i].heading, seen) and behind_an_end(i, labels, seen):
            rows = range(i + 1, end_of(i + 2, "I" + below.tag[1:], labels))
            labels[i] = below._replace(tag="B-headline", heading=max(below.heading, ANNOUNCED))
            for k in rows:
                labels[k] = labels[k]._replace(tag="I-headline", begins=1.0 - ANNOUNCED, heading=max(ANNOUNCED, labels[k].heading))


def _breaks_off(i: int, heading: float, seen: View) -> bool:
    text = seen.texts[i]
    return "。" not in text and (text[-1] in "，、" or text[-1] in "？！?!" and heading > MAYBE) if seen.wide else _INITIAL(text) is not None


def dated(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead right above a date alone is the headline of a speech or a notice."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-crosshead" and labels[i + 1].tag == "B-byline" and DATE.fullmatch(seen.texts[i + 1]):
            labels[i] = labels[i]._replace(tag="B-headline", heading=max(ANNOUNCED, labels[i].heading))


def led_into(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead right below a kicker is the headline that it leads into."""
    for i in range(1, len(labels)):
        if labels[i].tag == "B-crosshead" and labels[i - 1].tag[2:] == "kicker":
            labels[i] = labels[i]._replace(tag="B-headline", heading=max(labels[i].heading, ANNOUNCED))


def between_headings(labels: list[Label], seen: View) -> None:
    """A row of its own that ends as no text does, between two rows of headings, is the first of the one below."""
    for i in range(1, len(labels) - 1):
        below = labels[i + 1]
        above = labels[i - 1].tag[2:]
        if labels[i].tag == "B-body" and (above in HEADINGS or above == "crosshead" and seen.texts[i][-1] in "，、") and below.tag[0] == "B" and below.tag[2:] in HEADS \
                and (below.tag[2:] in HEADINGS or seen.texts[i][-1] in "，、") and seen.last[i] not in ENDS and OTHERS.isdisjoint(seen.marks[i]) and not seen.tables[i]:
            labels[i:i + 2] = below, below._replace(tag="I" + below.tag[1:], begins=1.0 - ANNOUNCED)


def introduced(labels: list[Label], seen: View) -> None:
    """A row that ends with a colon right above the headline of a dateline says whose words the headline is."""
    for i in range(len(labels) - 2):
        if labels[i].tag == "B-body" and labels[i + 1].tag in ("B-crosshead", "B-headline") and seen.texts[i][-1] in "：:":
            below = end_of(i + 2, "I" + labels[i + 1].tag[1:], labels)
            if below < len(labels) and "d" in seen.marks[below]:
                labels[i] = labels[i]._replace(tag="B-kicker", heading=ANNOUNCED)
                labels[i + 1:below] = headline_of([found.begins for found in labels[i + 1:below]])


def above_a_dash(labels: list[Label], seen: View) -> None:
    """A row of its own without an end, right above a heading's row that begins with a dash, is the headline of that subhead."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-body" and "s" in seen.marks[i + 1] and labels[i + 1].tag[2:] in HEADINGS and seen.last[i] not in ENDS:
            labels[i] = labels[i]._replace(tag="B-headline", heading=ANNOUNCED)
            labels[i + 1] = labels[i + 1]._replace(tag="B-subhead")


def announced(labels: list[Label], seen: View) -> None:
    """Rows without a mark, between a text that has ended and a dateline, are the headline that the dateline belongs to."""
    for i, marks in enumerate(seen.marks):
        start = _title_above(i, labels, seen) if "d" in marks else i
        if start < i:
            labels[start:i] = headline_of([1.0, *[0.0] * (i - start - 1)])
            labels[i] = Label("B-body", 1.0, ANNOUNCED)


def above_an_opening(labels: list[Label], seen: View) -> None:
    """Text of a row or a few that ends without a mark above what can only begin a text, or above a byline, is its headline."""
    for i in range(1, len(labels)):
        signed = labels[i].tag == "B-byline" and ("y" in seen.marks[i] or is_cut(i, seen)) and seen.last[i - 1] in ("HNQK" if seen.japanese else "HNQ")
        opens = signed or labels[i].tag == "B-body" and opens_a_clause(i, seen)
        if labels[i - 1].tag[2:] != "body" or not opens:
            continue
        start = i - 1
        while start and labels[start].tag[0] == "I" and i - start < HEADLINE_ROWS and seen.last[start - 1] not in ENDS:
            start -= 1
        if labels[start].tag[2:] == "body" and OTHERS.isdisjoint("".join(seen.marks[start:i])) and not any("。" in text for text in seen.texts[start:i]) \
                and (behind_an_end(start, labels, seen) or signed and labels[start - 1].tag[2:] in HEADINGS and not seen.rules.remarks.whole(seen.texts[start])):
            labels[start:i] = _below_or_above(start, [found.begins for found in labels[start:i]], labels)


def beyond_column(labels: list[Label], seen: View) -> None:
    """A row without a mark that is wider than the column of the rows around it, behind the end of a text, is a headline above several columns."""
    for i in range(len(labels) - 1):
        column = min(seen.columns[i:i + 2])
        if labels[i].tag[2:] == "body" and labels[i].begins > PERHAPS and seen.widths[i] - column > max(BEYOND, BEYOND_SHARE * column) and column > NARROWEST \
                and seen.widths[i + 1] <= seen.columns[i + 1] + BEYOND and (CLAUSES.isdisjoint(seen.texts[i]) or labels[i].heading > MAYBE and "。" not in seen.texts[i]) and OTHERS.isdisjoint(seen.marks[i]) \
                and seen.last[i] not in ("E", "EQ", "C") and not _goes_on_below(i, seen) and (behind_an_end(i, labels, seen) or labels[i - 1].tag[2:] in HEADINGS and not in_brackets(seen.texts[i])):
            labels[i:i + 1] = _below_or_above(i, [max(labels[i].begins, ANNOUNCED)], labels)
            if labels[i + 1].tag == "I-body":
                labels[i + 1] = Label("B-body", max(labels[i + 1].begins, ANNOUNCED), ANNOUNCED)


def _goes_on_below(i: int, seen: View) -> bool:
    """Whether a sentence would go on from row i into the next."""
    if seen.japanese:
        return seen.texts[i].endswith(seen.rules.japanese_connectives) or rest_in_japanese(seen.texts[i + 1]) is not None
    return seen.texts[i].endswith(seen.rules.connectives) or cuts_word(seen.texts[i], seen.texts[i + 1]) if seen.wide else seen.first[i + 1] == "L" or seen.last[i] == "-"


def behind_an_end(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i stands at the page's head, below furniture or below a row that ends a sentence."""
    return not i or labels[i - 1].tag == "B-furniture" or seen.last[i - 1] in ENDS


def headline_of(begins: Sequence[float]) -> list[Label]:
    """Labels of the rows of a headline that something announces, each with the probability that something begins there."""
    return [Label("I-headline" if k else "B-headline", chance, ANNOUNCED, ANNOUNCED) for k, chance in enumerate(begins)]


def _below_or_above(i: int, begins: Sequence[float], labels: Sequence[Label]) -> list[Label]:
    """The same of rows that stand at row i: below a heading they are more of its block, which is parted afterwards."""
    found = headline_of(begins)
    return [label._replace(tag="I-" + labels[i - 1].tag[2:]) for label in found] if i and labels[i - 1].tag[2:] in HEADINGS else found


def end_of(i: int, tag: str, labels: Sequence[Label]) -> int:
    """The first row from i on that has another tag."""
    return next((k for k in range(i, len(labels)) if labels[k].tag != tag), len(labels))


def _title_above(i: int, labels: Sequence[Label], seen: View) -> int:
    """Where the rows begin that read as text but are the headline of the dateline in row i; i where there are none."""
    start = i
    while start and i - start <= HEADLINE_ROWS and labels[start - 1].tag[2:] == "body" and CLAUSES.isdisjoint(seen.texts[start - 1]) \
            and "d" not in seen.marks[start - 1] and not bracketed(seen.texts[start - 1]) and (seen.last[start - 1] not in ENDS or start == i and _stands_first(i - 1, labels, seen)):
        start -= 1
    if start == i:
        return i
    if i - start <= HEADLINE_ROWS and (not start or labels[start - 1].tag[2:] != "body" or seen.last[start - 1] in ENDS):
        return start
    best = max(range(max(start, i - HEADLINE_ROWS), i), key=lambda k: labels[k].begins)
    return best if labels[best].begins > PERHAPS else i


def _stands_first(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is a cry or a question at the page's head or right below furniture."""
    return seen.last[i][0] == "F" and (not i or labels[i - 1].tag == "B-furniture")
