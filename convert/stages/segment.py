"""Gather units into articles: which headline block belongs to which body, and where stories end.

May change: only the order of units. The page is a row of joints: headline-like blocks between bodies,
and places inside a body where a story may begin (a dateline, the paragraph after a photo credit). Each
joint is one of five things: nothing (its block is a crosshead), a boundary whose block heads the next
body, a boundary whose block closes the body before, a block that stands alone, or one that extraction
put inside the story that it heads. A Viterbi search over
the joints finds the best reading of the page as a whole, once for each habit a page may have (blocks
before their bodies, or after), and the better of the two is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import Any, Iterator, NamedTuple, Sequence

from convert.contrast import NONE, Texts
from convert.joints import BRIEF, Joint, boundary, joints_of, signs, texts_of, told
from convert.kinship import said
from convert.model import Story, Unit
from convert.rules import Rules


@dataclass(frozen=True)
class Weights:
    """What speaks for and against a reading beside the learned signs of ``joints.py``, in natural-log units."""

    habit: float = 4.0
    """Against a block on the other side of its body than the page's habit calls for."""
    below: float = 2.0
    """Against a page whose blocks stand below their bodies: papers hardly ever do that, extraction does at times."""
    likeness: float = 3.5
    """Times the share of the block's tokens that its body's opening has, where the side is in question."""
    usual_likeness: float = 0.4
    missed: float = log(2)
    """For a new story: one too many spoils an article, one too few spoils two."""
    introduced: float = 6.0
    """Against a new story at what reads as a part of the one that a note by the editors introduces."""
    parallel: float = 3.0
    """Against a new story at a heading that is built, mark for mark, as the one before or after it: so are the headings of one story's sections."""
    serial: float = 8.0
    """Against one at a heading whose number follows the last one's: 一、…, 二、…."""
    misplaced: float = -2.0
    """For a headline block inside its own story, where extraction put it: under this, the story must announce it plainly."""
    headless: float = -2.5
    bodiless: float = -6.0
    one_block: float = 4.0
    """For reading what stands right below a headline block, with no text between, as more of it or a crosshead."""


INSIDE = ("X", "M")
"""Choices that do not begin a story."""


class _Path(NamedTuple):
    score: float
    choices: tuple[str, Any] | None
    """Linked list of the choices taken, newest first: (choice, rest)."""
    opened: int
    """Index of the body that opened the current story."""


def segment(units: Sequence[Unit], rules: Rules, model: str | None = None, weights: Weights = Weights()) -> tuple[Story, ...]:
    """Stories in reading order; furniture must have been taken out of ``units``; ``model`` is another model's folder."""
    if not units:
        return ()
    joints = joints_of(units, rules)
    judge = _Judge(joints, texts_of(joints, rules), weights, model)
    best = max((_search(judge, side) for side in (1, -1)), key=lambda path: path.score)
    choices: list[str] = []
    rest = best.choices
    while rest:
        choices.append(rest[0])
        rest = rest[1]
    return _stories(joints, choices[::-1])


class _Judge:
    """What a page's joints say for and against a reading, each looked at once."""

    def __init__(self, joints: Sequence[Joint], texts: Texts, weights: Weights, model: str | None) -> None:
        self.joints = joints
        self._texts = texts
        self.weights = weights
        self._model = model
        self._likeness: dict[tuple[int, int], float] = {}
        self._parting: dict[tuple[int, int, bool, bool, bool], float] = {}

    def likeness(self, block: int, body: int) -> float:
        """Score of a block (by its joint) for a body (by its joint)."""
        found = self._likeness.get((block, body))
        if found is None:
            share = said(self.joints[block].tokens, self.joints[body].after.opening)
            found = self.weights.likeness * (share - self.weights.usual_likeness) if share >= 0 else 0.0
            self._likeness[block, body] = found
        return found

    def leaning(self) -> float:
        """How much more the texts below the page's blocks say of them than the texts above do."""
        between = [j for j in range(1, len(self.joints)) if self.joints[j].odds > 0 and self.joints[j].after.units and self.joints[j - 1].after.units]
        return sum(self.likeness(j, j) - self.likeness(j, j - 1) for j in between)

    def parting(self, opened: int, j: int, headed: bool, heads: bool, after: bool = False) -> float:
        """Score of a new story at joint ``j`` after the one opened at joint ``opened``, which is headed or not.

        ``heads``: the joint's block speaks for the text below it; one that closes a story may well repeat it.
        ``after``: on this page blocks close their stories, however brief these are.
        """
        found = self._parting.get((opened, j, headed, heads, after))
        if found is None:
            story, joint = told(self.joints, opened, j, headed), self.joints[j]
            if not heads:
                joint = replace(joint, title="", tokens=NONE)
            if after:
                story = story._replace(size=BRIEF)
            found = self.weights.missed + boundary(signs(story, self.joints[j - 1], joint, self._texts, j), self._texts.words, self._model)
            if self.joints[opened].after.note and not joint.after.dateline and _is_another_part(self.joints[opened + 1], self.joints[j]):
                found -= self.weights.introduced
            if joint.parallel:
                found -= self.weights.parallel
            if joint.serial:
                found -= self.weights.serial
            self._parting[opened, j, headed, heads, after] = found
        return found


def _is_another_part(first: Joint, joint: Joint) -> bool:
    """Whether the joint is set as the first part of a story is, below the note that introduces it: a byline, and as many kickers."""
    return joint is first or first.byline and joint.byline and _kickers(joint) == _kickers(first)


def _kickers(joint: Joint) -> int:
    return sum(unit.role == "kicker" for unit in joint.block)


def _search(judge: _Judge, side: int) -> _Path:
    """The best path where blocks stand before (side 1) or after (side -1) their bodies."""
    w = judge.weights
    start = side * judge.leaning() - (w.below if side < 0 else 0.0)
    paths = {(False, False): _Path(start, None, 0)}  # key: has the open story a headline, and a body?
    for j, joint in enumerate(judge.joints):
        after: dict[tuple[bool, bool], _Path] = {}
        for (headed, full), path in paths.items():
            for choice, gain, now in _choices(judge, side, j, path.opened, headed, full):
                fresh = choice not in INSIDE
                key = now, bool(joint.after.units) or (full and not fresh)
                new = _Path(path.score + gain, (choice, path.choices), j if fresh else path.opened)
                if key not in after or new.score > after[key].score:
                    after[key] = new
        paths = after
    ends = [p._replace(score=p.score + _closing(headed, full, w)) for (headed, full), p in paths.items()]
    return max(ends, key=lambda p: p.score)


def _choices(judge: _Judge, side: int, j: int, opened: int, headed: bool, full: bool) -> Iterator[tuple[str, float, bool]]:
    """(choice, score, whether the story open afterwards has a headline) for one joint on one path."""
    w = judge.weights
    close = _closing(headed, full, w) if j else 0.0
    new_story = judge.parting(opened, j, headed, True) if j else 0.0
    if not judge.joints[j].block:
        if j:
            yield "X", 0.0, headed
        yield "S", close + new_story, False
        return
    if j and (full or headed):
        yield "X", 0.0 if full else w.one_block, headed
    yield "B", close + new_story - (w.habit if side < 0 else 0.0), True
    if full and not headed:
        closes = judge.parting(opened, j, headed, False, side < 0) + judge.likeness(j, opened)
        yield "M", judge.likeness(j, opened) + w.misplaced, True
        contrary = side > 0 and judge.joints[j].after.units  # with no text below there is no other side
        yield "A", closes - (w.habit if contrary else 0.0), False
    yield "D", close + new_story + w.bodiless, False


def _closing(headed: bool, full: bool, w: Weights) -> float:
    if full:
        return 0.0 if headed else w.headless
    return w.bodiless if headed else 0.0


def _stories(joints: Sequence[Joint], choices: Sequence[str]) -> tuple[Story, ...]:
    stories: list[Story] = []
    head: tuple[Unit, ...] = ()
    body: tuple[Unit, ...] = ()

    def close() -> None:
        nonlocal head, body
        if head or body:
            stories.append(Story(head, body))
        head, body = (), ()

    for joint, choice in zip(joints, choices):
        if choice == "X":
            for unit in joint.block:
                if body or unit.role == "crosshead":
                    body += (_as_crosshead(unit),)
                else:
                    head += (unit,)
        elif choice == "M":
            head = joint.block
        elif choice == "A":
            closing, opening = _around_bylines(joint)
            head = closing
            close()
            body = opening
        else:
            close()
            head = joint.block
            if choice == "D":
                close()
        body += joint.after.units
    close()
    return tuple(stories)


def _around_bylines(joint: Joint) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The block of a headline that closes a story, and the bylines below it, which are of the text that follows."""
    end = len(joint.block)
    while joint.after.units and end > 1 and joint.block[end - 1].role == "byline":
        end -= 1
    return joint.block[:end], joint.block[end:]


def _as_crosshead(unit: Unit) -> Unit:
    return unit if unit.role == "byline" else replace(unit, role="crosshead")
