"""How likely one piece of text stands right below another in a column of wide characters.

Every number is the logarithm of how much oftener a row and the one below it look so than two rows of a page drawn by
chance: counted on 60 pages of Chinese stories that a browser set in columns and pypdf took out in order (12,000 rows).
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import add
from typing import AbstractSet, Iterable

from convert.measure import width
from convert.reading import attraction, opening
from convert.rules import Rules

BRIEF = 6
"""Half-ems by which a row that its column did not cut falls short of it at least: two characters and an indent's rest."""
WIDER = 3
"""Half-ems by which a row may exceed its column."""
BELOW_HEADING = {"heading": 1.7, "last": -2.5, "opening": 0.9, "other": -1.4}
"""Below a row that is short and has not ended: another such row, the short end of a paragraph, what opens a sentence, or another row."""
BELOW_END = {"heading": 0.5, "last": -1.8}
OPENING, NO_OPENING, MOST_OPENING, LEAST_OPENING = 0.75, 0.9, 1.2, -2.0
"""Below a row that has ended: times how much likelier a sentence begins so than not, and the bounds of that."""
HEADING_IN_SENTENCE = -1.9
"""For a row that is short and has not ended, in the middle of a sentence."""
STRANGE, STRANGE_OPENING, OPENING_IN_SENTENCE = -0.7, -1.3, -0.6
"""In the middle of a sentence: for two characters that do not attract each other, the same where a sentence would open, and what an opening takes from two that do."""
ON_PAGE, MOST_ATTRACTED, NUMBER, BEHIND_CLAUSE, ELSEWHERE = 1.2, 4.0, 2.5, 0.3, -0.25
"""For two characters that stand together elsewhere on the page, at most for two that attract each other, inside a number, times an opening behind a clause, and beside other characters."""
OPENS = 1.0
"""How much likelier a sentence begins so than not, from which on a row opens one."""
_CLAUSES = frozenset("，、；：,;:")
_STOPS, _CLOSERS = frozenset("。！？…"), frozenset("”』」）")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One column's text on one line."""

    line: int
    text: str
    width: int
    """In half-ems."""
    head: str
    """Its first two characters, no radicals among them."""
    tail: str
    """Its last two."""
    ended: bool
    opening: float
    """How much likelier a sentence begins so than not, in nats."""


def piece(line: int, text: str, rules: Rules) -> Piece:
    """The text, which is not blank, measured."""
    head = text[:2].translate(rules.replace)
    return Piece(line, text, width(text), head, text[-2:].translate(rules.replace), has_ended(text), opening(head))


def pairs_of(texts: Iterable[str]) -> set[str]:
    """Every two characters that stand together in the texts."""
    return {pair for text in texts for pair in map(add, text, text[1:])}


def has_ended(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return text[-1] in _STOPS or text[-1] in _CLOSERS and text[-2:-1] in _STOPS | _CLOSERS


def follows(above: Piece, below: Piece, column: int, pairs: AbstractSet[str]) -> float:
    """Log-likelihood ratio, in nats, that ``below`` stands right below ``above`` in a column of so many half-ems; ``pairs`` are the page's pairs of characters."""
    brief = column - below.width > BRIEF
    if above.ended:
        if brief:
            return BELOW_END["last" if below.ended and below.opening < OPENS else "heading"]
        return max(LEAST_OPENING, min(MOST_OPENING, below.opening * (OPENING if below.opening > 0 else NO_OPENING)))
    if column - above.width > BRIEF:
        return BELOW_HEADING[("last" if below.ended else "heading") if brief else "opening" if below.opening >= OPENS else "other"]
    if above.width > column + WIDER:
        return 0.0
    return _in_sentence(above, below, pairs) + (HEADING_IN_SENTENCE if brief and not below.ended else 0.0)


def _in_sentence(above: Piece, below: Piece, pairs: AbstractSet[str]) -> float:
    before, after = above.tail[-1:], below.head[:1]
    if before.isdigit() and after.isdigit():
        return NUMBER
    if before in _CLAUSES:
        return max(STRANGE, min(-STRANGE, BEHIND_CLAUSE * below.opening))
    if before < "\u3040" or after < "\u3040":
        return ELSEWHERE
    attracted = attraction(before + after)
    opens = below.opening >= OPENS
    if attracted is not None:
        return min(MOST_ATTRACTED, attracted) + (OPENING_IN_SENTENCE if opens else 0.0)
    if before + after in pairs:
        return ON_PAGE
    return STRANGE_OPENING if opens else STRANGE
