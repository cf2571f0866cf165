"""Amend the labels of Japanese rows: by the spaces, the lengths and the indents that only Japanese has, and by what no text begins or ends with."""

from __future__ import annotations

import re
from typing import Sequence

from convert.announce import ANNOUNCED, HEADLINE_AND_TEXT, LIKELY, OTHERS, UNLIKELY
from convert.headings import ECHO_LINES
from convert.kinship import told_by, tokens
from convert.model import HEADINGS, HEADS, Label
from convert.openings import after_an_end, opens_text
from convert.paragraphs import in_brackets, start_of
from convert.parts import INSIDE_WORD
from convert.shapes import fullness
from convert.view import View

SHORT, LONG = 8, 10
"""Characters under which a heading that stands alone is likely a crosshead, and from which it is likely none, though nothing else says so."""
SURE = 0.7
"""Probability of a headline that the labeller gives to a short one that the text below tells again."""
INDENT = 2
"""Half-ems of a paragraph's indent."""
HALVES = re.compile("[\u3040-\u9fff]{3}[ \u3000][\u3040-\u9fff]{2}")
"""A space between two halves of a heading: running text has none."""
_AMOUNT = re.compile("[0-9〇一二三四五六七八九十百千万億]{1,6}[人件回円％%歳台戸校個本年日位連]$")


def spaced_apart(labels: list[Label], seen: View) -> None:
    """A row that a space parts in two, without a mark at its end, above a text that begins there, is a headline of two parts, or more of the heading above."""
    for i in range(len(labels) - 1):
        below = i > 0 and labels[i - 1].tag[2:] in HEADS and labels[i].tag == "B-body" and labels[i + 1].tag == "I-body"
        if (below or opens_text(i, labels, seen)) and HALVES.search(seen.texts[i]) and "。" not in seen.texts[i] and seen.last[i] in "HK" and set("ycdf").isdisjoint(seen.marks[i]):
            _set_headline(i, labels)


def in_mid_sentence(labels: list[Label], seen: View) -> None:
    """What reads as a heading of one row and breaks off there, in a quotation, in a word of katakana or behind a particle, goes on as text."""
    for i in range(len(labels) - 1):
        if labels[i].tag in ("B-crosshead", "B-headline") and labels[i + 1].tag == "B-body" and (not i or labels[i - 1].tag[2:] not in HEADS) and breaks_off(i, seen):
            labels[i:i + 2] = Label("B-body", labels[i].begins, ANNOUNCED), labels[i + 1]._replace(tag="I-body", begins=UNLIKELY)


def unindented(labels: list[Label], seen: View) -> None:
    """Where paragraphs are indented, a row without a full stop above one that may be indented is a heading if it fills its column whole, or leaves room for more than the indent."""
    if seen.indented != "j":
        return
    for i in range(1, len(labels) - 1):
        first = labels[i].tag == "B-body" and labels[i + 1].tag == "I-body" and fullness(seen, i + 1) == "p"
        plain = seen.last[i] in "HKN" and "。" not in seen.texts[i] and OTHERS.isdisjoint(seen.marks[i]) and not in_brackets(seen.texts[i]) and not breaks_off(i, seen)
        apart = seen.widths[i] >= seen.columns[i] and seen.first[i] != "O" or seen.room(i + 1) >= INDENT
        if first and plain and apart and (after_an_end(i, labels, seen) or labels[i - 1].tag[2:] in HEADS):
            if labels[i - 1].tag == "B-crosshead":
                labels[i - 1] = labels[i - 1]._replace(tag="B-headline", heading=max(labels[i - 1].heading, ANNOUNCED))
            _set_headline(i, labels)


def one_block(labels: list[Label], seen: View) -> None:
    """What reads as a kicker right above a headline, and is no column's name, is of one block with it, to be parted afterwards: the labeller knows the kickers of Chinese."""
    for i in range(1, len(labels)):
        if labels[i - 1].tag[2:] == "kicker" and labels[i].tag == "B-headline" and not seen.rules.columns.whole(seen.texts[i - 1]):
            k = start_of(i - 1, labels)
            labels[k:i + 1] = [found._replace(tag="I-headline" if j else "B-headline") for j, found in enumerate(labels[k:i + 1])]


def by_length(labels: list[Label], seen: View) -> None:
    """Crossheads are a few characters long: the labeller, which knows those of Chinese, takes headlines for them.

    Whether a new story begins at a longer heading is left to what the texts around it share.
    """
    for i, found in enumerate(labels):
        text = seen.texts[i]
        if found.tag == "B-crosshead" and (len(text) >= SHORT and _tells(text) or seen.rules.columns.whole(text)):
            labels[i] = found._replace(heading=max(LIKELY, found.heading))
        elif found.tag in ("B-crosshead", "B-headline") and len(text) < SHORT and _alone_above_text(i, labels, seen) and not HALVES.search(text) and not (found.heading > SURE and _is_told(i, seen)):
            labels[i] = found._replace(tag="B-crosshead", heading=min(UNLIKELY, found.heading))


def _tells(text: str) -> bool:
    """Whether a heading is long, or has a pause, halves or an amount, as headlines do."""
    return len(text) >= LONG or "、" in text or HALVES.search(text) is not None or _AMOUNT.search(text) is not None


def _is_told(i: int, seen: View) -> bool:
    """Whether the text below says half of the heading again."""
    return told_by(tokens(seen.texts[i], seen.rules), "\n".join(seen.texts[i + 1:i + 1 + ECHO_LINES])) > 0.5


def _set_headline(i: int, labels: list[Label]) -> None:
    """Make row i a headline above a text, or more of the headline block above it."""
    labels[i:i + 2] = HEADLINE_AND_TEXT
    if i and labels[i - 1].tag[2:] in HEADINGS:
        labels[i] = labels[i]._replace(tag="I-" + labels[i - 1].tag[2:])


def breaks_off(i: int, seen: View) -> bool:
    """Whether row i ends where no heading does."""
    above, below = seen.texts[i:i + 2]
    return seen.open_before(i + 1) or INSIDE_WORD.fullmatch(above[-1] + below[0]) is not None and above[-1] > "\u3096" and below[0] > "\u3096" or above.endswith(seen.rules.japanese_connectives)


def _alone_above_text(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether the heading of row i stands below another row and right above a text that no dateline opens."""
    return 0 < i < len(labels) - 1 and labels[i + 1].tag == "B-body" and "d" not in seen.marks[i + 1]
