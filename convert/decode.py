"""Decode: from what the labeller says of a page's rows to one label a row."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from convert.bylines import is_byline, is_cut, is_named
from convert.model import HEADINGS, HEADS, TAGS, Label
from convert.paragraphs import ENDED_EARLY, PARTING, PLAIN, begins_below, credited, opens_a_clause
from convert.settle import Row, settled
from convert.view import ENDS, View

_BEGINS = tuple(tag for tag in TAGS if tag.startswith("B"))
_HEADING = tuple(tag for tag in TAGS if tag[2:] in HEADINGS)
LIKELY = 0.2
"""A paragraph begins with this probability below a row that stands alone."""
SETTLED = 0.99
"""How sure a row is of what it says by itself: that a paragraph begins with it, or that none does."""
CERTAIN = 0.98
"""A tag above this probability is not weighed against the others."""


def decode(observations: list[list[str]], seen: View, tagger: Any) -> list[Label]:
    """A label for each row of ``seen``: the labeller's likeliest reading, and where a row says otherwise by itself, that."""
    tagger.set(observations)
    said = _Said(tagger)
    tags = tagger.tag()
    widest = max([width for width, tag in zip(seen.widths, tags) if tag[2:] in HEADINGS], default=0)
    labels: list[Label] = []
    for i, tag in enumerate(tags):
        p = said.chance(tag, i)
        if tag == "I-body" and p > CERTAIN and _plainly_goes_on(i, seen, labels):
            labels.append(Label(tag, 1.0 - p, p))
        else:
            labels.append(_label(said.likelier(tag, p, i, seen, labels), i, seen, labels, said, widest))
    return labels


class _Said:
    """What the labeller says of a page: the probability of each tag at each row."""

    def __init__(self, tagger: Any) -> None:
        self.chance: Callable[[str, int], float] = tagger.marginal
        self.known = frozenset(tagger.labels())
        self._begins = [tag for tag in _BEGINS if tag in self.known]
        self._headings = [tag for tag in _HEADING if tag in self.known]
        self._heads = [tag for tag in self._begins if tag[2:] in HEADS]

    def begins(self, i: int) -> float:
        """Probability that something begins at row i."""
        return sum([self.chance(tag, i) for tag in self._begins])

    def heading(self, i: int) -> float:
        """Probability that row i is a part of a headline block."""
        return sum([self.chance(tag, i) for tag in self._headings])

    def likelier(self, tag: str, p: float, i: int, seen: View, labels: list[Label]) -> str:
        """The tag of the likeliest reading of the page, of probability ``p``, or the likelier one of row i by itself; makes the row above a crosshead where it stands alone."""
        if p > CERTAIN:
            return tag
        if tag == "I-body" and p < 0.5 < self.chance("B-body", i):
            return "B-body"
        if tag == "B-body" and p < 0.5 < self.chance("I-body", i) and labels and labels[-1].tag[2:] == "body":
            return "I-body"
        if tag == "I-body" and p < 1 - LIKELY and stands_alone(i - 1, seen, labels) and self.begins(i) > LIKELY:
            labels[-1] = labels[-1]._replace(tag="B-crosshead")
            return "B-body"
        if tag == "I-body" and seen.wide and p < 0.5 < min(self.begins(i), self.heading(i)) and "h" not in seen.marks[i]:
            return max(self._heads, key=lambda head: self.chance(head, i))
        if tag == "B-body" and not seen.wide and sum([self.chance(head, i) for head in self._heads]) > p:  # a heading of whatever kind is likelier
            return max(self._heads, key=lambda head: self.chance(head, i))
        return tag


def _label(tag: str, i: int, seen: View, labels: Sequence[Label], said: _Said, widest: int) -> Label:
    """The label of row i: ``tag``, or what the row itself calls for."""
    named = False
    if labels and labels[-1].tag[2:] in HEADS:
        byline = said.chance("B-byline", i)
        named = is_named(i, seen, byline, widest)
        tag = "B-byline" if named or is_byline(i, seen, byline, widest) else tag
    own = settled(tag, Row(i, seen, labels, said.known, said.chance, named))
    role = own[2:]
    p = said.chance(own, i) if own in said.known else 1.0
    if p > CERTAIN:  # what is left to the other tags does not matter
        return Label(own, p if own[0] == "B" else 1.0 - p, p, p if role in HEADINGS else 0.0)
    other = ("I" if own[0] == "B" else "B") + own[1:]
    sure = p + (said.chance(other, i) if other in said.known else 0.0)
    begins = said.begins(i)
    if own == "B-body" and (tag != own or i and labels[-1].tag[2:] == "body" and begins_below(i, seen)):
        begins = max(begins, SETTLED)
    elif own == "I-body" and tag == "B-body":  # what was a heading may still be one by a dateline below
        begins = min(begins, 1 - SETTLED)
    return Label(own, begins, sure, said.heading(i))


def _plainly_goes_on(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i, below text, shows nothing that would speak against its going on; most rows of a page do not."""
    return (i > 0 and not seen.marks[i] and seen.last[i - 1] not in PARTING and labels[-1].tag[2:] == "body"
            and seen.first[i] != "B" and not credited(i, seen) and not opens_a_clause(i, seen) and not is_cut(i, seen))


def stands_alone(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i begins a paragraph, was ended on purpose, and not as a sentence ends: a crosshead, most likely."""
    return (i > 0 and seen.wide and labels[i].tag == "B-body" and seen.last[i - 1] in ENDS and seen.last[i] in PLAIN
            and seen.room(i + 1) >= ENDED_EARLY)
