"""Find the headings that a space parts in two: running text of wide characters has none."""

from __future__ import annotations

import re
from typing import Sequence

from convert.announce import ANNOUNCED, LIKELY
from convert.headings import CLAUSES
from convert.model import HEADS, Label
from convert.reading import runs_on
from convert.signatures import signs
from convert.view import ENDS, View

SECTION = 0.1
"""Probability of a headline given to a row of two halves within a story: eight of ten head a section."""
_SPACE = re.compile("(?<=[\u3400-\u9fff”’」』》！？])[ \u3000]+(?=[\u3400-\u9fff“‘「『《])")
HALF, LONGEST_HALF, SPACED = 4, 12, 0.02
"""Characters of a half of a heading at least, and at most below another heading; share of a page's rows that have such a space from which spaces say nothing."""


def in_halves(labels: list[Label], seen: View) -> None:
    """A row of two halves with a space between them and no mark, below a text that has ended or a heading, is a heading, if no sentence would run on from half to half or into the next row: running text has no spaces but stray ones."""
    if sum([_SPACE.search(text) is not None and found.tag[0] == "I" for text, found in zip(seen.texts, labels)]) > max(1, SPACED * len(labels)):
        return
    for i in range(1, len(labels) - 1):
        halves = _halves(seen.texts[i], labels[i - 1].tag[2:] in HEADS) if labels[i].tag == "B-body" and labels[i + 1].tag[2:] == "body" and _may_head(i, labels, seen) else None
        ends_below = seen.last[i + 1] in ENDS and 2 * seen.widths[i + 1] < seen.columns[i + 1]  # text is longer than that
        if halves and not ends_below and set("ycdfln").isdisjoint(seen.marks[i]) and not runs_on(*halves) and not runs_on(halves[1], seen.texts[i + 1]):
            below = labels[i - 1].tag[2:] == "headline"
            labels[i] = labels[i]._replace(tag="I-headline" if below else "B-crosshead", heading=max(labels[i].heading, ANNOUNCED if below else SECTION))
            labels[i + 1] = labels[i + 1]._replace(tag="B-body", begins=max(labels[i + 1].begins, LIKELY))


def _halves(text: str, below: bool) -> tuple[str, str] | None:
    """What stands before the one space between wide characters of a text without a mark that pauses, and what stands behind it.

    ``below`` another heading, where a picture's caption may stand, both are short and of letters only.
    """
    halves = _SPACE.split(text) if CLAUSES.isdisjoint(text) and text[-1] not in "：:；;" and text[0] not in "【（(" else []
    if len(halves) != 2 or min(map(len, halves)) < HALF or sum(map(halves[0].count, "“‘「『《")) > sum(map(halves[0].count, "”’」』》")):
        return None
    plain = all([half.isalpha() and len(half) <= LONGEST_HALF for half in halves])
    return (halves[0], halves[1]) if plain or not below else None


def _may_head(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether a heading may stand below the row above row i: a text that has ended, a signature, another heading."""
    return seen.last[i - 1] in ENDS or labels[i - 1].tag[2:] in ("headline", "crosshead") or signs(i - 1, labels, seen)
