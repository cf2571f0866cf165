"""Look again at rows that may be a headline, and that the labeller took for text.

May change: nothing. The labeller goes from row to row; whether another story stands below a row shows
when the page's texts are compared. So the page is gathered as if all these rows were headlines: those
that head a story then are headlines, the others stay text. In wide characters only: on English pages
the second look found more headlines that are none than that are one.
"""

from __future__ import annotations

from typing import Callable, Iterator, Sequence

from convert.measure import mostly_wide, unclosed
from convert.model import Label, Line, Story
from convert.parts import parted
from convert.rules import Rules
from convert.spelling import full_width_marks, usual_marks

MAYBE = 0.05
"""Probability of a heading from which a row is looked at again."""
LIKE_THE_FIRST = 0.3
"""Share of the first row's probability of a heading that the others have at least."""
ROWS = 4
"""Rows that such a headline has at most."""
ABOVE, BELOW = ("body", "credit", ""), ("body", "byline")
"""Roles of the rows that it may stand between, page furniture aside: what stands right below a heading or a byline is their story's first sentence."""
SURE = 0.5
"""Probability that is given to what was found so."""


def reread(lines: Sequence[Line], labels: Sequence[Label], rules: Rules, gathered: Callable[[Sequence[Label]], Sequence[Story]],
           model: str | None = None) -> list[Label]:
    """The labels with the headlines that a second look finds.

    ``lines`` are the non-blank ones, a label for each; ``gathered`` gives the page's stories as other labels
    read it; ``model`` is the folder of another model than the package's.
    """
    doubtful = list(maybe_headlines(lines, labels, rules))
    if not doubtful or not mostly_wide("".join([line.text for line in lines])):
        return list(labels)
    heads = {unit.pieces[0] for story in gathered(with_headlines(labels, doubtful)) if story.body for unit in story.head}
    found = [(start, end) for start, end in doubtful if lines[start] in heads]
    if not found:
        return list(labels)
    return parted(full_width_marks(usual_marks([line.text for line in lines], rules)), with_headlines(labels, found, SURE), rules, model)


def maybe_headlines(lines: Sequence[Line], labels: Sequence[Label], rules: Rules) -> Iterator[tuple[int, int]]:
    """First row, and row after the last, of what was taken for text and may be a headline above more text."""
    i = 0
    while i < len(labels):
        end = i
        while end < len(labels) and end - i < ROWS and labels[end].tag[2:] == "body" and labels[end].heading > (max(MAYBE / 2, LIKE_THE_FIRST * labels[i].heading) if end > i else MAYBE):
            end += 1
        if i < end < len(labels) and labels[end].tag[2:] in BELOW and _role_above(i, labels) in ABOVE \
                and not any(line.text[-1] in rules.sentence_ends or "。" in line.text for line in lines[i:end]) and not _remarks("".join([line.text for line in lines[i:end]]), rules):
            yield i, end
        i = max(end, i + 1)


def _role_above(i: int, labels: Sequence[Label]) -> str:
    """The role of the last row above row i that is no page furniture."""
    return next((labels[k].tag[2:] for k in range(i - 1, -1, -1) if labels[k].tag[2:] != "furniture"), "")


def _remarks(text: str, rules: Rules) -> bool:
    """Whether the text opens with a bracket, or closes one that it has not opened: who wrote the text above, or where it is from."""
    return text.lstrip()[:1] in "（(" or unclosed(text, rules) < 0


def with_headlines(labels: Sequence[Label], rows: Sequence[tuple[int, int]], least: float = 0.0) -> list[Label]:
    """The labels with a headline at each of the rows, of the probability ``least`` or more, and a paragraph below it."""
    out = list(labels)
    for start, end in rows:
        heading = max(least, out[start].heading)
        out[start:end] = [Label("B-headline" if k == start else "I-headline", float(k == start), heading, heading) for k in range(start, end)]
        if out[end].tag == "I-body":
            out[end] = Label("B-body", 1.0, out[end].sure)
    return out
