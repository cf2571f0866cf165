"""Learn what speaks for a new story: the weights of ``convert/joints.py`` from pages with gold.

The joints are those that a labeller finds on pages that it has not seen, so that the weights know its
mistakes. A logistic regression (scikit-learn, L2) in which every folder counts the same.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple, Sequence

import numpy
from gold import owners, prepared
from sklearn.linear_model import LogisticRegression

from convert.joints import SIGNS, joints_of, signs, told
from convert.model import Line, Unit
from convert.rules import Rules
from convert.stages.label import label
from convert.stages.unwrap import unwrap

STRENGTH = 0.2
"""Inverse of the L2 penalty."""


class Example(NamedTuple):
    """The signs of one joint, and whether a story begins there."""

    signs: tuple[float, ...]
    begins: bool


def examples(folder: Path, model: Path, rules: Rules) -> list[Example]:
    """Every joint of a folder's pages, as the labeller in the folder ``model`` reads them."""
    return [example for gold in sorted(folder.glob("*.gold.json")) for example in _of_page(gold, model, rules)]


def _of_page(gold: Path, model: Path, rules: Rules) -> list[Example]:
    text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
    lines, spaced = prepared(text.name, text.read_bytes(), rules)
    story = _stories(lines, json.loads(gold.read_text("utf-8"))["units"], rules)
    if story is None:
        return []
    units = tuple(u for u in unwrap(lines, label(lines, spaced, rules, str(model)), rules) if u.role != "furniture")
    joints = joints_of(units, rules)
    at = [story.get((joint.after.units or joint.block)[0].pieces[0]) for joint in joints]
    found = []
    for j in range(1, len(joints)):
        before = next((joint for joint in reversed(joints[:j]) if joint.after.units), None)
        last = _mostly(story, before.after.units) if before else None
        if last in (None, "0") or at[j] in (None, "0"):
            continue
        opened = j - 1
        while opened and at[opened - 1] == last:
            opened -= 1
        found.append(Example(signs(told(joints, opened, j, bool(joints[opened].block)), joints[j - 1], joints[j]), at[j] != last))
    return found


def _mostly(story: dict[Line, str], units: Sequence[Unit]) -> str | None:
    """The gold article that most of a body is of: a headline that the labeller took for its last paragraph is of the next one."""
    sizes: Counter[str | None] = Counter()
    for unit in units:
        sizes[story.get(unit.pieces[0])] += len(unit.text)
    return sizes.most_common(1)[0][0]


def _stories(lines: Sequence[Line], units: list[dict], rules: Rules) -> dict[Line, str] | None:
    """The gold article of every line, or None where page and gold differ."""
    owner = owners(lines, units, rules)
    return None if owner is None else {line: Counter(units[k]["article"] for k, _ in chars).most_common(1)[0][0] for line, chars in owner if chars}


def fit(folders: Sequence[Sequence[Example]]) -> dict[str, float]:
    """A weight for each of :data:`SIGNS`, from the examples of each folder."""
    rows = [example for folder in folders for example in folder]
    each = [1 / len(folder) for folder in folders for _ in folder]
    x = numpy.array([row.signs for row in rows])
    scale = x.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000)
    model.fit(x / scale, [row.begins for row in rows], sample_weight=numpy.array(each) * len(each) / sum(each))
    return {name: round(float(value), 3) for name, value in zip(SIGNS, model.coef_[0] / scale)}


def write(weights: dict[str, float] | dict[str, dict[str, float]], path: Path) -> None:
    """Write weights as ``convert/joints.py`` and ``convert/parts.py`` read them."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", "utf-8")
