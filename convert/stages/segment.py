"""Gather units into articles: which headline block belongs to which body, and where stories end.

May change: only the order of units. The page is a row of joints: headline-like blocks between bodies,
and places inside a body where a story may begin (a dateline, the paragraph after a photo credit). Each
joint is one of four things: nothing (its block is a crosshead), a boundary whose block heads the next
body, a boundary whose block closes the body before, or a block that stands alone. A Viterbi search over
the joints finds the best reading of the page as a whole, once for each habit a page may have (blocks
before their bodies, or after), and the better of the two is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from typing import Callable, Iterator, NamedTuple, Sequence

from convert.joints import Joint, boundary, joints_of, signs, told
from convert.kinship import said
from convert.model import Story, Unit
from convert.rules import Rules


@dataclass(frozen=True)
class Weights:
    """What speaks for and against a reading beside the learned signs of ``joints.py``, in natural-log units."""

    habit: float = 4.0
    """Against a block on the other side of its body than the page's habit calls for."""
    likeness: float = 3.5
    """Times the share of the block's tokens that its body's opening has, where the side is in question."""
    usual_likeness: float = 0.4
    missed: float = log(2)
    """For a new story: one too many spoils one article, one too few spoils two."""
    headless: float = -2.5
    bodiless: float = -6.0
    two_heads: float = -4.0


class _Path(NamedTuple):
    score: float
    choices: tuple | None
    """Linked list of the choices taken, newest first: (choice, rest)."""
    opened: int
    """Index of the body that opened the current story."""


def segment(units: Sequence[Unit], rules: Rules, model: str | None = None, weights: Weights = Weights()) -> tuple[Story, ...]:
    """Stories in reading order; furniture must have been taken out of ``units``; ``model`` is another model's folder."""
    if not units:
        return ()
    joints = joints_of(units, rules)
    likeness, parting = _likeness(joints, weights), _parting(joints, model)
    best = max((_search(joints, weights, side, parting, likeness) for side in (1, -1)), key=lambda path: path.score)
    choices: list[str] = []
    rest = best.choices
    while rest:
        choices.append(rest[0])
        rest = rest[1]
    return _stories(joints, choices[::-1])


def _search(joints: Sequence[Joint], w: Weights, side: int, parting: Callable[[int, int, bool, bool], float],
            likeness: Callable[[int, int], float]) -> _Path:
    """The best path where blocks stand before (side 1) or after (side -1) their bodies."""
    paths = {(False, False): _Path(0.0, None, 0)}  # key: has the open story a headline, and a body?
    for j, joint in enumerate(joints):
        after: dict[tuple[bool, bool], _Path] = {}
        for (headed, full), path in paths.items():
            for choice, gain, now in _choices(j, joint, path.opened, headed, full, w, side, likeness, parting):
                fresh = choice != "X"
                opened = j if fresh else path.opened
                key = now, bool(joint.after.units) or (full and not fresh)
                new = _Path(path.score + gain, (choice, path.choices), opened)
                if key not in after or new.score > after[key].score:
                    after[key] = new
        paths = after
    ends = [p._replace(score=p.score + _closing(headed, full, w)) for (headed, full), p in paths.items()]
    return max(ends, key=lambda p: p.score)


def _choices(j: int, joint: Joint, opened: int, headed: bool, full: bool, w: Weights, side: int, likeness: Callable[[int, int], float],
             parting: Callable[[int, int, bool, bool], float]) -> Iterator[tuple[str, float, bool]]:
    """(choice, score, whether the story open afterwards has a headline) for one joint on one path."""
    close = _closing(headed, full, w) if j else 0.0
    new_story = w.missed + parting(opened, j, headed, True) if j else 0.0
    if not joint.block:
        if j:
            yield "X", 0.0, headed
        yield "S", close + new_story, False
        return
    if j and (full or headed):
        yield "X", 0.0 if full else -w.two_heads, headed
    yield "B", close + new_story - (w.habit if side < 0 else 0.0), True
    if full and not headed:
        closes = w.missed + parting(opened, j, headed, False) + likeness(j, opened)
        yield "A", closes - (w.habit if side > 0 else 0.0), False
    yield "D", close + new_story + w.bodiless, False


def _closing(headed: bool, full: bool, w: Weights) -> float:
    if full:
        return 0.0 if headed else w.headless
    return w.bodiless if headed else 0.0


def _likeness(joints: Sequence[Joint], w: Weights) -> Callable[[int, int], float]:
    """Score of a block (by its joint) for a body (by its joint), each computed once."""

    @lru_cache(maxsize=None)
    def score(block: int, body: int) -> float:
        share = said(joints[block].tokens, joints[body].after.opening)
        return w.likeness * (share - w.usual_likeness) if share >= 0 else 0.0

    return score


def _parting(joints: Sequence[Joint], model: str | None) -> Callable[[int, int, bool, bool], float]:
    """Log-odds of a new story at a joint (by its index), given the joint that opened the one before, whether that one is
    headed, and whether the joint's block speaks for the text below it; one that closes a story may well repeat it."""

    @lru_cache(maxsize=None)
    def score(opened: int, j: int, headed: bool, heads: bool) -> float:
        joint = joints[j] if heads else replace(joints[j], tokens=frozenset())
        return boundary(signs(told(joints, opened, j, headed), joints[j - 1], joint), model)

    return score


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
        elif choice == "A":
            head = joint.block
            close()
        else:
            close()
            head = joint.block
            if choice == "D":
                close()
        body += joint.after.units
    close()
    return tuple(stories)


def _as_crosshead(unit: Unit) -> Unit:
    return unit if unit.role == "byline" else replace(unit, role="crosshead")
