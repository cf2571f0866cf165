"""Where a text, or a heading above one, may begin: at the page's head, below furniture, a table, a sentence's end, the mark that closes a text or who signs it."""

from __future__ import annotations

from typing import Sequence

from convert.announce import behind_an_end
from convert.model import Label
from convert.sections import is_ornament
from convert.signatures import signs
from convert.view import ENDS, View


def stands_alone(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is read as text of its own, above a text that runs on, and ends without a mark."""
    return labels[i].tag == "B-body" and labels[i + 1].tag == "B-body" and labels[i + 2].tag == "I-body" and seen.last[i] in "HLUN"


def opens_text(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is read as the first of several rows of text, where the rows above have ended."""
    return labels[i].tag == "B-body" and labels[i + 1].tag == "I-body" and after_an_end(i, labels, seen)


def after_an_end(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i stands at the page's head, below furniture, a table, a row that ends a sentence, the mark that closes a text or who signs it."""
    if behind_an_end(i, labels, seen) or seen.tables[i - 1]:
        return True
    return i > 1 and seen.last[i - 2] in ENDS and is_ornament(seen.texts[i - 1], seen.rules) or signs(i - 1, labels, seen)
