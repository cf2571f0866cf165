"""A page as a row of joints: headline-like blocks between bodies, and what speaks for a new story at each."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple, Sequence

from convert.contrast import FAR, NONE, Texts
from convert.kinship import said, shared, told_by, tokens
from convert.learned import learned
from convert.measure import ended, utf8_size
from convert.model import HEADS, Unit
from convert.numbering import number_of
from convert.rules import Rules
from convert.tables import is_row

OPENING, FIRST = 360, 80
"""Characters at a body's start that are compared with other texts, and of its first sentence."""
TITLE = 45
"""Characters that a headline has at most."""
WEIGHTS = "joints.json"
UNSURE = 0.01
"""The labeller's probabilities are kept this far from 0 and 1."""
BRIEF = 900
"""Bytes, 300 wide characters, under which a story is hardly over; the shorter, the less."""
USUAL = (0.32, 0.15, 0.12, 0.3, 0.0, 0.0)
"""What is taken for the texts' shares and contrasts where they cannot be told, or do not matter: above a dateline, beside a byline."""
SIGNS = ("one", "odds", "bare", "dateline", "dateline-again", "byline", "reporter", "continuity", "title", "repeats", "told", "kin", "announces",
         "after-credit", "unended", "column", "brief")
"""What :func:`signs` tells, in this order; ``docs/model.md`` explains each."""
_COLUMN = re.compile("^[【《〔[]|（[^（）。，]{2,14}）$")
"""What a headline begins or ends with and a crosshead hardly ever does: a column's name, a work's title."""


_MARK, _QUOTES = re.compile("[—─―“”「」：、·？！?!]"), frozenset("“”「」")
"""Marks that tell how a heading is built; no brackets, because a paper's columns and works' titles stand in them."""


class Body(NamedTuple):
    """The text between two blocks."""

    units: tuple[Unit, ...]
    opening: frozenset[str]
    """Tokens of the first :data:`OPENING` characters."""
    text: str
    size: int
    """Of the text, in bytes."""
    dateline: bool
    reporter: bool
    """Whether its first sentence names a reporter."""
    note: bool
    """Whether it ends as a note by the editors does, which introduces what follows."""
    unended: bool
    """Whether it does not end as texts do: with the end of a sentence, a credit, a remark in brackets."""


NOTHING = Body((), NONE, "", 0, False, False, False, False)


@dataclass
class Joint:
    """What stands between two bodies, and the body after it; the block is empty inside a running text."""

    block: tuple[Unit, ...]
    odds: float
    """Log-odds, from the labeller, that the block is a headline block and no crosshead; 0 without a block."""
    after: Body = field(default_factory=lambda: NOTHING)
    title: str = ""
    """The block's text, without bylines."""
    tokens: frozenset[str] = NONE
    """Those of the title."""
    byline: bool = False
    """Whether a byline follows the block or stands in it."""
    parallel: bool = False
    """Whether the block before or after is built as this one is, as the headings of one story's sections are."""
    serial: bool = False
    """Whether its number follows that of the last block with a number of this kind."""


def joints_of(units: Sequence[Unit], rules: Rules) -> list[Joint]:
    """The joints of a page in reading order."""
    joints: list[Joint] = []
    block: list[Unit] = []
    body: list[Unit] = []

    def close() -> None:
        if block or body or not joints:
            joints.append(_joint(tuple(block), tuple(body), rules))
            block.clear()
            body.clear()

    for unit in units:
        label = unit.role == "crosshead" and body and rules.section_labels.whole(unit.text)  # of a box beside the text: no story begins there
        if unit.role in HEADS and not label or unit.role == "byline" and block and not body:
            if body or block and _opens_block(unit, block):
                close()
            block.append(unit)
            continue
        dateline = unit.role == "body" and rules.datelines.opens(unit.text)
        if (dateline or unit.role == "byline") and body and _untitled(body[-1], rules):
            title = body.pop()
            if body:
                close()
            block.append(replace(title, role="headline", heading=max(title.heading, 0.5)))
        if body and (dateline or body[-1].role == "credit" or unit.role == "byline"):
            close()
        body.append(unit)
    close()
    _match(joints)
    return joints


def _match(joints: Sequence[Joint]) -> None:
    """Mark the joints whose blocks, without bylines and datelines, are built as the block before or after them is, or whose numbers go on."""
    blocked = [joint for joint in joints if joint.title]
    built = [() if joint.byline or joint.after.dateline else _built(joint.title) for joint in blocked]
    for k in range(1, len(blocked)):
        if built[k] and built[k] == built[k - 1]:
            blocked[k - 1].parallel = blocked[k].parallel = True
    last: dict[str, tuple[int, Joint]] = {}
    for joint in blocked:
        kind, number = number_of(joint.title)
        before = last.get(kind)
        if before and number > 1 and before[0] == number - 1 and not joint.after.dateline:
            joint.serial = before[1].parallel = True
        last[kind] = number, joint


def _built(title: str) -> tuple[str, ...]:
    """The marks of a heading's first part, where they tell how it is built: two and more that are not only quotes around a word of it."""
    first = title.split("\n", 1)[0]
    marks = tuple(_MARK.findall(first))
    return marks if len(marks) > 1 and (set(marks) - _QUOTES or first[0] + first[-1] == "".join(marks)) else ()


def _untitled(unit: Unit, rules: Rules) -> bool:
    """Whether a short text without an end stands where a headline should: right above a dateline or a byline."""
    ended = rules.sentence_ends | rules.cries | rules.clause_marks
    return unit.role == "body" and len(unit.text) <= TITLE and unit.text[-1:] not in ended and unit.text[-2:-1] not in ended \
        and "。" not in unit.text and ". " not in unit.text and unit.text[0] not in "（(【[" and not rules.remarks.whole(unit.text) and not is_row(unit.text)


def _opens_block(unit: Unit, block: Sequence[Unit]) -> bool:
    """Whether a second headline block begins here, right below another."""
    last = block[-1].role
    return unit.role == "kicker" and last != "kicker" or unit.role == "headline" and last in ("subhead", "byline") \
        or unit.role != "byline" and (unit.role == "crosshead") != (last == "crosshead") and last != "kicker"


def _joint(block: tuple[Unit, ...], body: tuple[Unit, ...], rules: Rules) -> Joint:
    heads = [u for u in block if u.role != "byline"]
    p = min(1 - UNSURE, max(UNSURE, max((u.heading for u in heads), default=0.0)))
    after = _body(body, rules)
    title = "\n".join(u.text for u in heads)
    return Joint(block, log(p / (1 - p)) if heads else 0.0, after, title, tokens(title, rules),
                 any(u.role == "byline" for u in (*block, *body[:1])))


def _body(units: tuple[Unit, ...], rules: Rules) -> Body:
    if not units:
        return NOTHING
    text = "\n".join([u.text for u in units])
    return Body(units, tokens(text[:OPENING], rules), text, utf8_size(text), units[0].role == "body" and rules.datelines.opens(units[0].text),
                bool(rules.reporters.search(text[:FIRST])), text.endswith(rules.editors_signs),
                units[-1].role == "body" and not ended(text, rules))


class Told(NamedTuple):
    """What the story says that is open before a joint."""

    title: frozenset[str]
    """Tokens of its headline."""
    texts: tuple[str, ...]
    size: int
    """Of the texts, in bytes."""
    dateline: bool
    """Whether it opens with one."""
    opened: int
    """The joint that opened it."""


def texts_of(joints: Sequence[Joint], rules: Rules) -> Texts:
    """The texts of a page's joints, to be compared with each other."""
    return Texts([joint.after.text for joint in joints], rules)


def told(joints: Sequence[Joint], opened: int, j: int, headed: bool) -> Told:
    """The story opened at joint ``opened`` as it stands before joint ``j``; ``headed``: that joint's block is its headline."""
    near = joints[max(opened, j - FAR):j]
    return Told(joints[opened].tokens if headed else NONE, tuple([joint.after.text for joint in near]),
                sum([joint.after.size for joint in near]), joints[opened].after.dateline, opened)


def signs(story: Told, before: Joint, joint: Joint, texts: Texts, j: int) -> tuple[float, ...]:
    """What speaks for a new story at ``joint``, the page's joint ``j``, or against it: a number for each of :data:`SIGNS`.

    ``before`` is the joint just before, whose body is the last of ``story``; ``texts`` are the page's.
    """
    body, previous = joint.after, before.after
    return (1.0, joint.odds, float(not joint.block), float(body.dateline), float(body.dateline and story.dateline),
            float(joint.byline), float(body.reporter), *(USUAL if body.dateline or joint.byline else _shares(story, joint, texts, j)),
            float(bool(previous.units) and previous.units[-1].role == "credit"), float(previous.unended), float(bool(_COLUMN.search(joint.title))),
            max(0.0, 1 - story.size / BRIEF))


def _shares(story: Told, joint: Joint, texts: Texts, j: int) -> tuple[float, ...]:
    """How much the texts around the joint share: continuity, title, repeats, told, kin, announces; where it cannot be told, as much as usual."""
    body = joint.after
    continuity = shared(texts.closing(j - 1), body.opening)
    repeated, kin = texts.of_story(story.opened, j)
    found = (sqrt(continuity) if continuity > 0 else continuity, said(story.title, body.opening), told_by(joint.tokens, *story.texts), repeated)
    shares = [share if share >= 0 else usual for share, usual in zip(found, USUAL)]
    return (*shares, kin, texts.announces(joint.tokens, story.opened, j))


@lru_cache(maxsize=4)
def _weights(model: str | None) -> dict[str, tuple[float, ...]]:
    found = json.loads(learned(WEIGHTS, model).read_text("utf-8"))
    return {script: tuple(weights[name] for name in SIGNS) for script, weights in found.items()}


def boundary(found: Sequence[float], words: bool, model: str | None = None) -> float:
    """Log-odds of a new story, from its signs; the weights are learned (``tools/parting.py``), for wide characters and for ``words`` apart.

    ``model`` is a folder with other weights than the package's.
    """
    return sum(map(float.__mul__, found, _weights(model)["words" if words else "wide"]))
