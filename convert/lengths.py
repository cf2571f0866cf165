"""Weigh where paragraphs begin against how long the paragraphs of a story are.

Where nothing is indented, a paragraph whose last row is full shows nothing of its end, and the labeller, which sees a
few rows at a time, cannot know that two sentences are too short, or ten too long, for this story. So the rows that it
doubts are read again for each story as a whole: the best cut of its rows into paragraphs, by the labeller's odds and by
how far each paragraph's length, in characters and in sentences, is from the usual (a semi-Markov reading; Sarawagi and Cohen, 2004).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, chain, pairwise
from math import exp, log, log1p
from statistics import median
from typing import Callable, Sequence

from convert.measure import runs_of
from convert.model import Label
from convert.paragraphs import goes_on
from convert.view import ENDS, View

_STOP = re.compile("[。！？!?]")
DOUBT = 0.02
"""Rows of which it is likelier than this that a paragraph begins, and that none does, are read again."""
ROOM = 4
"""Half-ems left on the row above from which it ended on purpose."""
SPREAD, WEIGHT = (0.35, 0.4), (0.5, 0.4)
"""Spread of the logarithms of a story's lengths in characters and in sentences, and what these weigh against the labeller's odds."""
TAILS = 4
"""Degrees of freedom of Student's distribution, which both are taken to have."""
QUOTED = 1.0
"""Log-odds in favour of a paragraph that begins with a quotation mark or bracket."""
MOST = 60
"""Rows of doubt in one paragraph at most."""
USUAL = 4
"""Paragraphs of a story that say as much of its usual length as the page does. ``docs/model.md`` says how these numbers were found."""


def weigh_lengths(labels: list[Label], seen: View) -> None:
    """Set the tags of the rows at which a paragraph may begin, and the probabilities that one does."""
    stories = _stories(labels)
    doubted = [[i for i in range(start + 1, end) if _in_doubt(i, labels, seen)] for start, end in stories]
    if not any(doubted):
        return
    measures = ([0, *accumulate(map(len, seen.texts))], [0, *accumulate([len(_STOP.findall(text)) for text in seen.texts])])
    paragraphs = [list(pairwise([*_begun(labels, *story), story[1]])) for story in stories]
    lengths = [[[_log(measure, a, b) for a, b in found] for found in paragraphs] for measure in measures]
    usual = [median(chain.from_iterable(found)) for found in lengths]
    for (start, end), rows, *own in zip(stories, doubted, *lengths):
        if rows:
            points = [*sorted({*_begun(labels, start, end), *rows}), end]
            means = [(sum(found) + USUAL * page) / (len(found) + USUAL) for found, page in zip(own, usual)]
            _read(labels, seen, points, frozenset(rows), _fitting(measures, means))


def _in_doubt(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether a paragraph may begin with row i or not: behind a sentence's end on a full row, where neither row says."""
    return (DOUBT < labels[i].begins < 1 - DOUBT and seen.last[i - 1] in ENDS and seen.room(i) < ROOM
            and not (seen.wide and goes_on(i, seen, labels)))


def _stories(labels: Sequence[Label]) -> list[tuple[int, int]]:
    """First row and end of each stretch of text without a heading."""
    return [(start, end) for start, end in runs_of([found.tag[2:] == "body" for found in labels]) if labels[start].tag == "B-body"]


def _begun(labels: Sequence[Label], start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if labels[i].tag[0] == "B"]


def _log(measure: Sequence[int], start: int, end: int) -> float:
    """Logarithm of the length of a paragraph from a row to another; ``measure`` is what stands before each row."""
    return log(max(1, measure[end] - measure[start]))


def _fitting(measures: Sequence[Sequence[int]], means: Sequence[float]) -> Callable[[int, int], float]:
    """How well a paragraph from a row to another fits a story whose lengths have these ``means``."""
    def fits(start: int, end: int) -> float:
        off = [_log(measure, start, end) - mean for measure, mean in zip(measures, means)]
        return -WEIGHT[0] * off[0] - sum([weight * (TAILS + 1) / 2 * log1p((far / spread) ** 2 / TAILS) for weight, far, spread in zip(WEIGHT, off, SPREAD)])
    return fits


def _read(labels: list[Label], seen: View, points: Sequence[int], doubted: frozenset[int], fits: Callable[[int, int], float]) -> None:
    """Choose among the ``doubted`` rows those at which a paragraph begins; one begins at every other point."""
    odds = {i: log(labels[i].begins / (1 - labels[i].begins)) + QUOTED * (seen.first[i] == "O") for i in doubted}
    best: dict[int, tuple[float, int]] = {points[0]: (0.0, points[0])}
    for k, end in enumerate(points[1:], 1):
        options = []
        for start in reversed(points[max(0, k - MOST):k]):
            options.append((best[start][0] + fits(start, end), start))
            if start not in doubted:
                break
        score, start = max(options)
        best[end] = (score + odds.get(end, 0.0), start)
    chosen = [points[-1]]
    while chosen[-1] != points[0]:
        chosen.append(best[chosen[-1]][1])
    chosen.reverse()
    for i in doubted:
        k = bisect_left(chosen, i)
        before, after = chosen[k - 1], chosen[k + 1] if chosen[k] == i else chosen[k]
        gain = odds[i] + fits(before, i) + fits(i, after) - fits(before, after)
        labels[i] = labels[i]._replace(tag="B-body" if chosen[k] == i else "I-body", begins=1 / (1 + exp(-gain)))
