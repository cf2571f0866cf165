"""Gather units into articles: which headline block belongs to which body, and where stories end.

May change: only the order of units. The page is a row of joints: headline-like blocks between bodies,
and places inside a body where a story may begin (a dateline, the paragraph after a photo credit). Each
joint is one of four things: nothing (its block is a crosshead), a boundary whose block heads the next
body, a boundary whose block closes the body before, or a block that stands alone. A Viterbi search over
the joints finds the best reading of the page as a whole, once for each habit a page may have (blocks
before their bodies, or after), and the better of the two is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from math import log
from typing import Callable, Iterator, NamedTuple, Sequence

from convert.model import HEADINGS, Story, Unit
from convert.rules import Rules

_WIDE_RUN = re.compile("[\u30A0-\u30FA\u30FC-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF]{2,}")
OPENING = 360
"""Characters of a body that are compared with a headline: a lead says what its story is about."""


@dataclass(frozen=True)
class Weights:
    """What speaks for and against a reading, in natural-log units; ``docs/model.md`` says how they were set."""

    habit: float = 4.0
    """For a block on the side of its body that the page's habit calls for."""
    heading: float = 0.8
    """Times the labeller's log-odds that the block is a headline block and no crosshead."""
    likeness: float = 3.5
    """Times the share of the block's character pairs that its body's opening has."""
    usual_likeness: float = 0.4
    continuity: float = 24.0
    """Against a boundary, times the share of character pairs that the texts on both its sides have in common."""
    usual_continuity: float = 0.1
    lead: float = 10.0
    """The same for the text after it and the opening of the story so far, headline included."""
    usual_lead: float = 0.1
    title: float = 4.0
    """The same for the share of the story's headline that the text after the boundary says."""
    usual_title: float = 0.15
    staying: float = 4.0
    """For a crosshead, times the share of its character pairs that the story before it says."""
    usual_staying: float = 0.12
    filed: float = 1.0
    """Times the log-odds that a block's story begins with a dateline or byline where the page's stories do, and does
    not where they do not: a crosshead is followed by neither."""
    dateline: float = 3.0
    """For a boundary inside a body before a paragraph that begins with a dateline."""
    plain_start: float = -4.5
    """For a boundary inside a body, without a block."""
    headless: float = -2.5
    bodiless: float = -6.0
    two_heads: float = -4.0
    crosshead: float = 0.0
    """For a block that stays inside its story."""


FILED_CROSSHEAD = 0.02
"""Share of crossheads that a dateline follows."""


class _Body(NamedTuple):
    units: tuple[Unit, ...]
    opening: str
    text: str
    dateline: bool


@dataclass
class _Joint:
    """What stands between two bodies; the block is empty inside a running text."""

    block: tuple[Unit, ...]
    odds: float
    after: _Body = field(default_factory=lambda: _Body((), "", "", False))
    tokens: frozenset[str] = frozenset()
    filed: bool = False
    """Whether a dateline or a byline follows the block or stands in it."""


class _Path(NamedTuple):
    score: float
    choices: tuple | None
    """Linked list of the choices taken, newest first: (choice, rest)."""
    opened: int
    """Index of the body that opened the current story."""
    full: bool
    """Whether the current story has a body yet."""


def segment(units: Sequence[Unit], rules: Rules, weights: Weights = Weights()) -> tuple[Story, ...]:
    """Stories in reading order; furniture must have been taken out of ``units``."""
    if not units:
        return ()
    joints = _joints(units, rules)
    likeness, kinship = _likeness(joints, weights), _kinship(joints, weights, rules)
    best = max((_search(joints, weights, side, kinship, likeness) for side in (1, -1)), key=lambda path: path.score)
    choices: list[str] = []
    rest = best.choices
    while rest:
        choices.append(rest[0])
        rest = rest[1]
    return _stories(joints, choices[::-1])


def _joints(units: Sequence[Unit], rules: Rules) -> list[_Joint]:
    joints: list[_Joint] = []
    block: list[Unit] = []
    body: list[Unit] = []

    def close() -> None:
        if block or body or not joints:
            joints.append(_joint(tuple(block), tuple(body), rules))
            block.clear()
            body.clear()

    for i, unit in enumerate(units):
        heading = unit.role in HEADINGS or unit.role == "crosshead"
        if heading or unit.role == "byline" and block and not body:
            if body or block and _opens_block(unit, block):
                close()
            block.append(unit)
            continue
        dateline = unit.role == "body" and rules.datelines.opens(unit.text)
        if body and (dateline or body[-1].role == "credit" or unit.role == "byline"):
            close()
        body.append(unit)
    close()
    return joints


def _opens_block(unit: Unit, block: Sequence[Unit]) -> bool:
    """Whether a second headline block begins here, right below another."""
    last = block[-1].role
    return unit.role == "kicker" and last != "kicker" or unit.role == "headline" and last in ("subhead", "byline") \
        or (unit.role == "crosshead") != (last == "crosshead") and last != "kicker"


def _joint(block: tuple[Unit, ...], body: tuple[Unit, ...], rules: Rules) -> _Joint:
    opening = ""
    for unit in body[:6]:
        opening += unit.text[:OPENING]
        if len(opening) >= OPENING:
            break
    dateline = bool(body) and body[0].role == "body" and rules.datelines.opens(body[0].text)
    heads = [u for u in block if u.role != "byline"]
    p = max((u.heading for u in heads), default=0.0)
    odds = log(max(p, 1e-4) / max(1 - p, 1e-4))
    return _Joint(block, odds, _Body(body, opening[:OPENING], "\n".join([u.text for u in body]).lower(), dateline), _tokens("\n".join(u.text for u in heads), rules),
                  dateline or any(u.role == "byline" for u in (*block, *body[:1])))


def _tokens(text: str, rules: Rules) -> frozenset[str]:
    """What two texts about one thing share: pairs of wide characters without kana, longer words of other scripts."""
    pairs: set[str] = set()
    for run in _WIDE_RUN.findall(text):
        pairs.update(map(str.__add__, run, run[1:]))
    if len(pairs) > 2:
        return frozenset(pairs)
    stop = rules.frequent_words
    return frozenset(w for w in re.findall(r"[^\W\d_]{4,}", text.lower()) if w not in stop)


def _search(joints: Sequence[_Joint], w: Weights, side: int, kinship: Callable[[int, int, bool], tuple[float, float]],
            likeness: Callable[[int, int], float]) -> _Path:
    """The best path where blocks stand before (side 1) or after (side -1) their bodies."""
    habit = _filing_habit(joints)
    paths: dict[bool, _Path] = {False: _Path(0.0, None, 0, False)}  # key: has the open story a headline?
    for j, joint in enumerate(joints):
        after: dict[bool, _Path] = {}
        opens = w.filed * habit[joint.filed] if joint.block else w.dateline if joint.after.dateline else 0.0
        for headed, path in paths.items():
            parting, staying = kinship(path.opened, j, headed) if j else (0.0, 0.0)
            for choice, gain, now in _choices(j, joint, path, headed, w, side, likeness, opens + parting, staying):
                fresh = choice != "X"
                opened = j if fresh else path.opened
                full = bool(joint.after.units) or (path.full and not fresh)
                new = _Path(path.score + gain, (choice, path.choices), opened, full)
                if now not in after or new.score > after[now].score:
                    after[now] = new
        paths = after
    ends = [p._replace(score=p.score + _closing(headed, p.full, w)) for headed, p in paths.items()]
    return max(ends, key=lambda p: p.score)


def _filing_habit(joints: Sequence[_Joint]) -> dict[bool, float]:
    """Log-odds of a headline block against a crosshead where a dateline or byline follows, and where none does."""
    heads = [joint.filed for joint in joints if joint.odds > 1.0]
    share = (sum(heads) + 1) / (len(heads) + 2)
    return {True: log(share / FILED_CROSSHEAD), False: log((1 - share) / (1 - FILED_CROSSHEAD))}


def _choices(j: int, joint: _Joint, path: _Path, headed: bool, w: Weights, side: int, likeness: Callable[[int, int], float],
             boundary: float, staying: float) -> Iterator[tuple[str, float, bool]]:
    """(choice, score, whether the story open afterwards has a headline) for one joint on one path."""
    close = _closing(headed, path.full, w) if j else 0.0
    if not joint.block:
        if j:
            yield "X", 0.0, headed
        yield "S", close + (boundary + w.plain_start if j else 0.0), False
        return
    odds, habit = w.heading * joint.odds, w.habit * side / 2
    if j and (path.full or headed):
        merged = 0.0 if path.full else -0.5 * w.two_heads
        yield "X", w.crosshead + staying + (merged if path.full else -merged), headed
    like = likeness(j, j)
    yield "B", close + boundary + odds + habit + like, True
    if path.full and not headed:
        yield "A", boundary + odds - habit + likeness(j, path.opened), False
    yield "D", close + boundary + odds + w.bodiless, False


def _closing(headed: bool, full: bool, w: Weights) -> float:
    if full:
        return 0.0 if headed else w.headless
    return w.bodiless if headed else 0.0


def _likeness(joints: Sequence[_Joint], w: Weights) -> Callable[[int, int], float]:
    """Score of a block (by its joint) for a body (by its joint), each computed once."""
    known: dict[tuple[int, int], float] = {}

    def score(block: int, body: int) -> float:
        found = known.get((block, body))
        if found is None:
            tokens, opening = joints[block].tokens, joints[body].after.opening.lower()
            share = sum(t in opening for t in tokens) / len(tokens) if len(tokens) > 1 and opening else w.usual_likeness
            found = known[block, body] = w.likeness * (share - w.usual_likeness)
        return found

    return score


def _kinship(joints: Sequence[_Joint], w: Weights, rules: Rules) -> Callable[[int, int, bool], tuple[float, float]]:
    """Of the story opened at one joint and what stands at another: score of a boundary there, and of a crosshead."""
    told = [_tokens(joint.after.opening, rules) for joint in joints]
    known: dict[tuple[int, int, bool], tuple[float, float]] = {}

    def score(opened: int, j: int, headed: bool) -> tuple[float, float]:
        found = known.get((opened, j, headed))
        if found is None:
            title = joints[opened].tokens if headed else frozenset()
            parting = 0.0
            for weight, usual, share in ((w.continuity, w.usual_continuity, _shared(told[j - 1], told[j])),
                                         (w.lead, w.usual_lead, _shared(title | told[opened], told[j])),
                                         (w.title, w.usual_title, len(title & told[j]) / len(title) if title and told[j] else -1.0)):
                if share >= 0:
                    parting -= weight * (share - usual)
            block = joints[j].tokens
            before = joints[opened].after.text + joints[j - 1].after.text if opened < j - 1 else joints[opened].after.text
            said = sum(map(before.__contains__, block)) / len(block) if len(block) > 1 and before else w.usual_staying
            found = known[opened, j, headed] = parting, w.staying * (said - w.usual_staying)
        return found

    return score


def _shared(before: frozenset[str], after: frozenset[str]) -> float:
    """Share of the smaller text's tokens that both texts have; -1 where one is missing."""
    return len(before & after) / min(len(before), len(after)) if before and after else -1.0


def _stories(joints: Sequence[_Joint], choices: Sequence[str]) -> tuple[Story, ...]:
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
