"""Put headline blocks that extraction stacked above their stories: two blocks with no text between them.

``pdftotext`` prints a headline set across columns behind the text of the columns below it, pdfminer prints
headlines that stand side by side before the texts below them: two stories' texts then stand in one. Where
the second begins, a gap shows; the gaps are tried, and the blocks go where they say most of what follows,
little of the rest, and where the texts around the gap share least.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Iterator, Sequence

from convert.joints import OPENING, Joint, joints_of
from convert.kinship import shared, told_by, tokens
from convert.measure import unbracketed
from convert.model import HEADINGS, Unit
from convert.rules import Rules

SURE = 0.35
"""Share of a block's words that its text says, less what other texts say of them and what the texts around the gap share, from which on it is moved."""
GAPS, STACKED = 8, 3
"""Gaps that are tried at most, the nearest first, and blocks of a stack; a page has no more columns side by side as a rule."""
HEADING = 0.9
"""Probability given to a moved block of being a headline block."""


def unstacked(units: Sequence[Unit], rules: Rules) -> list[Joint]:
    """The joints of ``units``, with stacked blocks above the texts that they tell of; furniture must have been taken out."""
    joints = joints_of(units, rules)
    moved = list(units)
    for start, end in _stacks(joints):
        _put_above(moved, joints, start, end, rules) or _put_below(moved, joints, start, end, rules)
    return joints_of(moved, rules) if moved != list(units) else joints


def _stacks(joints: Sequence[Joint]) -> Iterator[tuple[int, int]]:
    """First of the joints whose blocks have no text below them, and the joint behind the last of these; a page's only block is none."""
    start = 0
    while start < len(joints):
        end = start
        while end < len(joints) and joints[end].block and not joints[end].after.units:
            end += 1
        if start < end <= start + STACKED:
            yield start, end
        start = end + 1


def _put_above(units: list[Unit], joints: Sequence[Joint], start: int, end: int, rules: Rules) -> bool:
    """Put the blocks of joints ``start`` to ``end`` above parts of the text before them, where it shows which."""
    first = next((k for k in range(start - 1, -1, -1) if joints[k].block or not k), 0)
    text = [unit for joint in joints[first:start] for unit in joint.after.units]
    below = joints[end].after.text if end < len(joints) else ""
    return _put(units, [None, *joints[start:end]], text, _gaps(text, rules)[-GAPS:], below, rules)


def _put_below(units: list[Unit], joints: Sequence[Joint], start: int, end: int, rules: Rules) -> bool:
    """Put all blocks of the stack but its first, and the block of joint ``end`` behind it, above parts of the text below that one."""
    last = next((k for k in range(end + 1, len(joints)) if joints[k].block), len(joints))
    text = [unit for joint in joints[end:last] for unit in joint.after.units]
    return _put(units, joints[start:end + 1], text, _gaps(text, rules)[:GAPS], "", rules)


def _gaps(text: Sequence[Unit], rules: Rules) -> list[int]:
    """Where a text may begin: behind an end and blank lines, or with a dateline."""
    ends = rules.sentence_ends | rules.closers
    return [k for k, (above, below) in enumerate(zip(text, text[1:]), 1) if below.role == "body" and above.text[-1] in ends
            and (below.pieces[0].number - above.pieces[-1].number > 1 or rules.datelines.opens(below.text))]


def _put(units: list[Unit], joints: Sequence[Joint | None], text: Sequence[Unit], gaps: Sequence[int], aside: str, rules: Rules) -> bool:
    """Put the blocks of all joints but the first above the parts of ``text`` that they tell of; the first, if any, heads what is before these."""
    cuttings = [(min(_scores(joints, text, cuts, aside, rules)), cuts) for cuts in combinations(gaps, len(joints) - 1)]
    score, cuts = max(cuttings, default=(0.0, ()))
    if score < SURE:
        return False
    for joint, cut in zip(joints[1:], cuts):
        assert joint
        for unit in joint.block:
            units.remove(unit)
        at = units.index(text[cut])
        units[at:at] = _as_headline(joint.block)
    return True


def _scores(joints: Sequence[Joint | None], text: Sequence[Unit], cuts: Sequence[int], aside: str, rules: Rules) -> list[float]:
    """For each block how well it fits where its text would begin."""
    texts = ["\n".join(unit.text for unit in text[a:b]) for a, b in zip((0, *cuts), (*cuts, len(text)))]
    out = []
    for k, joint in enumerate(joints):
        if joint:
            title = tokens("\n".join(unbracketed(unit.text) for unit in joint.block if unit.role != "byline"), rules)
            elsewhere = max(told_by(title, other) for other in (*texts[:k], *texts[k + 1:], aside))
            out.append(told_by(title, texts[k]) - elsewhere - (max(0.0, _continuity(texts[k - 1], texts[k], rules)) if k else 0.0))
    return out


def _continuity(above: str, below: str, rules: Rules) -> float:
    return shared(tokens(above[-OPENING:], rules), tokens(below[:OPENING], rules))


def _as_headline(block: Sequence[Unit]) -> list[Unit]:
    """The block as a headline block: what stands right below another is no crosshead."""
    if any(unit.role in HEADINGS for unit in block):
        return [replace(unit, heading=HEADING) if unit.role in HEADINGS else unit for unit in block]
    return [replace(unit, role="headline", heading=HEADING) if unit.role == "crosshead" else unit for unit in block]
