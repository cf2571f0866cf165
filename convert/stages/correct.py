"""Apply a reader's corrections: to the labels of lines, and to which story a headline belongs to.

May change: labels and grouping, never text. A correction whose line reads differently now is stale: it is
left out, with a note.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from convert.fixes import Fix
from convert.model import HEADINGS, Label, Line, Note, Story, Unit


def fresh(fixes: Sequence[Fix], source: Sequence[str]) -> tuple[tuple[Fix, ...], tuple[Note, ...]]:
    """The corrections whose lines still read as when they were marked, and a note for each of the others."""
    good, notes = [], []
    for fix in fixes:
        anchors = [(fix.line, fix.text)] + ([(fix.to, fix.to_text)] if fix.do == "move" else [])
        stale = [line for line, text in anchors if line > len(source) or "".join(source[line - 1].split()) != "".join(text.split())]
        if stale:
            notes.append(Note(min(stale[0], len(source)), "stale-fix",
                              f"the correction '{fix.do}' no longer fits: line {stale[0]} reads differently now; mark it again"))
        else:
            good.append(fix)
    return tuple(good), tuple(notes)


def correct_labels(labels: Sequence[Label], lines: Sequence[Line], fixes: Sequence[Fix]) -> list[Label]:
    """The labels with breaks, joins and roles as the corrections say; ``lines`` are the non-blank ones."""
    out = list(labels)
    at = {line.number: i for i, line in reversed(list(enumerate(lines)))}
    for fix in fixes:
        i = at.get(fix.line)
        if i is None:
            continue
        role = out[i].tag[2:]
        if fix.do == "break":
            out[i] = _sure("B", role)
        elif fix.do == "join" and i:
            before = next((k for k in range(i - 1, -1, -1) if out[k].tag[2:] != "furniture"), i - 1)
            _recast(out, i, out[before].tag[2:], "I")
        elif fix.do == "role":
            _recast(out, i, fix.role, "B" if out[i].tag[0] == "B" or fix.role != role else "I")
    return out


def _recast(labels: list[Label], i: int, role: str, way: str) -> None:
    """Give line i, and the lines that go on from it, another role."""
    old = labels[i].tag[2:]
    labels[i] = _sure(way, role)
    for k in range(i + 1, len(labels)):
        if labels[k].tag != f"I-{old}":
            break
        labels[k] = _sure("I", role)


def _sure(way: str, role: str) -> Label:
    return Label(f"{way}-{role}", float(way == "B"), 1.0, float(role in HEADINGS))


def correct_stories(stories: Sequence[Story], fixes: Sequence[Fix]) -> tuple[Story, ...]:
    """The stories with headline parts moved as the corrections say."""
    out = list(stories)
    for fix in fixes:
        if fix.do != "move":
            continue
        source, unit = next(((k, u) for k, s in enumerate(out) if (u := _holding(s, fix.line))), (None, None))
        target = next((k for k, s in enumerate(out) if _holding(s, fix.to)), None)
        if source is None or unit is None or target is None or source == target:
            continue
        out[source] = Story(_without(out[source].head, unit), _without(out[source].body, unit))
        moved = replace(unit, role=unit.role if unit.role in HEADINGS else "headline")
        head = out[target].head
        end = next((k for k, u in enumerate(head) if u.role == "byline"), len(head))
        out[target] = Story((*head[:end], moved, *head[end:]), out[target].body)
    return tuple(story for story in out if story.head or story.body)


def _holding(story: Story, line: int) -> Unit | None:
    return next((u for u in (*story.head, *story.body) if any(p.number == line for p in u.pieces)), None)


def _without(units: tuple[Unit, ...], unit: Unit) -> tuple[Unit, ...]:
    return tuple(u for u in units if u is not unit)
