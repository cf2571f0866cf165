"""Gather units into articles: which headline block belongs to which body, and where stories end.

May change: only the order of units. The page is cut by dynamic programming into segments, each a body
with its headline block before or after it, a body alone or a headline alone. A segment's score sums
what speaks for it: the page's habit (blocks before or after bodies), the characters that headline and
body share, datelines at a body's start, and penalties for stories that lack a part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from convert.model import Story, Unit
from convert.rules import Rules

HEAD = frozenset(("kicker", "headline", "subhead"))
OPENING = 360
"""Characters of a body that are compared with a headline: a lead says what the story is about."""
AHEAD = 48
"""Cuts that a segment may span: bounds the time on pages without headlines."""


@dataclass(frozen=True)
class Weights:
    """What speaks for and against a segment, in natural-log units; tuned on the shared pages, two folders at a time."""

    habit: float = 1.6
    likeness: float = 6.0
    dateline: float = 1.2
    inner_dateline: float = -2.2
    headless: float = -3.5
    bodiless: float = -4.5
    two_heads: float = -2.5
    after_credit: float = -1.5
    ends_badly: float = -1.5
    segment: float = -0.6


def segment(units: Sequence[Unit], rules: Rules, weights: Weights = Weights()) -> tuple[Story, ...]:
    """Stories in reading order; furniture must have been taken out of ``units``."""
    if not units:
        return ()
    page = _Page(units, rules, weights)
    return max((page.cut(before) for before in (weights.habit, -weights.habit)), key=lambda found: found[0])[1]


class _Page:
    """The page's units with everything that the scores ask for measured once."""

    def __init__(self, units: Sequence[Unit], rules: Rules, weights: Weights) -> None:
        self.units, self.w = units, weights
        n = len(units)
        self.head = [unit.role in HEAD for unit in units]
        for i, unit in enumerate(units):  # a byline belongs to the block or body that it touches
            if unit.role == "byline" and i and self.head[i - 1]:
                self.head[i] = True
        self.dateline = [not h and u.role == "body" and rules.datelines.opens(u.text) for h, u in zip(self.head, units)]
        self.cuts = self._cuts(n)
        self.inner = _running(self.dateline)
        self.heads = _running([units[i].role == "headline" and self._opens_head(i) for i in range(n)])
        self.credit = _running([i > 0 and units[i - 1].role == "credit" and u.role == "body" for i, u in enumerate(units)])
        self._pairs: dict[tuple[int, int], frozenset[str]] = {}
        self._openings: dict[int, str] = {}

    def _opens_head(self, i: int) -> bool:
        return i == 0 or self.units[i - 1].role not in ("headline", "kicker")

    def _cuts(self, n: int) -> list[int]:
        """Where a story may end: at a headline block's edges and inside it, and at what looks like a story's start."""
        cuts = [0]
        for i in range(1, n):
            before, here = self.head[i - 1], self.head[i]
            if before != here or (here and self.units[i].role in ("headline", "kicker")) or self.dateline[i] \
                    or self.units[i - 1].role == "credit" or self.units[i].role == "byline":
                cuts.append(i)
        return [*cuts, n]

    def cut(self, before: float) -> tuple[float, tuple[Story, ...]]:
        """Best score and segmentation where blocks stand before their bodies with the log-odds ``before``."""
        cuts = self.cuts
        best: list[float] = [0.0] + [float("-inf")] * (len(cuts) - 1)
        back: list[tuple[int, int]] = [(0, 0)] * len(cuts)
        for e in range(1, len(cuts)):
            for s in range(e - 1, max(-1, e - 1 - AHEAD), -1):
                score, split = self._score(cuts[s], cuts[e], before)
                if score is None:
                    break
                if best[s] + score > best[e]:
                    best[e], back[e] = best[s] + score, (s, split)
        found: list[Story] = []
        e = len(cuts) - 1
        while e:
            s, split = back[e]
            a, b = tuple(self.units[cuts[s]:split]), tuple(self.units[split:cuts[e]])
            found.append(Story(a, b) if split == cuts[s] or self.head[cuts[s]] else Story(b, a))
            e = s
        return best[-1], tuple(reversed(found))

    def _score(self, start: int, end: int, before: float) -> tuple[float | None, int]:
        """Score of one segment and where its two parts meet; None where a segment this long cannot be."""
        head = self.head
        changes = [i for i in range(start + 1, end) if head[i] != head[i - 1]] if end - start < 400 else \
            self._changes(start, end)
        if len(changes) > 1:
            return (None, 0) if len(changes) > 2 else (float("-inf"), 0)
        w = self.w
        if not changes:
            if head[start]:
                return w.segment + w.bodiless + self._headings(start, end), end
            return w.segment + w.headless + self._body(start, end), start
        split = changes[0]
        if head[start]:
            score = before / 2 + self._headings(start, split) + self._body(split, end) + self._alike(start, split, split, end)
        else:
            score = -before / 2 + self._headings(split, end) + self._body(start, split) + self._alike(split, end, start, split)
        return w.segment + score, split

    def _changes(self, start: int, end: int) -> list[int]:
        found = []
        for i in range(start + 1, end):
            if self.head[i] != self.head[i - 1]:
                found.append(i)
                if len(found) > 2:
                    break
        return found

    def _headings(self, start: int, end: int) -> float:
        lines = self.heads[end] - self.heads[start]
        return self.w.two_heads * max(0, lines - 1)

    def _body(self, start: int, end: int) -> float:
        w = self.w
        score = w.dateline if self.dateline[start] else 0.0
        score += w.inner_dateline * (self.inner[end] - self.inner[start + 1])
        return score + w.after_credit * (self.credit[end] - self.credit[start + 1])

    def _alike(self, head: int, head_end: int, body: int, body_end: int) -> float:
        """Share of the block's character pairs that the body's opening has, against what is usual by chance."""
        pairs = self._pairs.get((head, head_end))
        if pairs is None:
            pairs = self._pairs[head, head_end] = frozenset(
                pair for unit in self.units[head:head_end] if unit.role != "byline"
                for pair in map(str.__add__, unit.text, unit.text[1:]) if pair.isalnum())
        if len(pairs) < 2:
            return 0.0
        opening = self._openings.get(body)
        if opening is None:
            opening = ""
            for unit in self.units[body:body + 8]:
                opening += unit.text[:OPENING]
                if len(opening) > OPENING:
                    break
            self._openings[body] = opening
        length = sum(len(unit.text) for unit in self.units[body:min(body_end, body + 8)])
        text = opening[:min(OPENING, length)]
        return self.w.likeness * (sum(pair in text for pair in pairs) / len(pairs) - 0.3)


def _running(flags: Sequence[bool]) -> list[int]:
    out = [0]
    for flag in flags:
        out.append(out[-1] + flag)
    return out
