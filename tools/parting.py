"""Learn what speaks for a new story: the weights of ``convert/joints.py`` from pages with gold.

The joints are those that a labeller finds on pages that it has not seen, so that the weights know its
mistakes: a folder's own pages, and its stories set together anew, in other company. A logistic
regression (scikit-learn, L2) in which every folder counts the same.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Iterator, NamedTuple, Sequence

import numpy
import papers
import typeset
from gold import made_up, owners, prepared
from sklearn.linear_model import LogisticRegression

from convert.joints import SIGNS, joints_of, signs, texts_of, told
from convert.model import Line, Unit
from convert.rules import Rules
from convert.pipeline import printed
from convert.stages.label import label
from convert.stages.reread import maybe_headlines, with_headlines
from convert.stages.unwrap import unwrap

STRENGTH = 0.05
"""Inverse of the L2 penalty."""
SET_ANEW, SET_IN_WORDS, PAGE_WEIGHT = 300, 200, 10
"""Pages of each folder's stories that are set anew, and in made-up Latin script, and what a joint of a page with gold counts against one of the former."""
SEED = 5


class Example(NamedTuple):
    """The signs of one joint, whether a story begins there, and what it counts."""

    signs: tuple[float, ...]
    begins: bool
    weight: int


def examples(folder: Path, model: Path, rules: Rules) -> list[Example]:
    """Every joint of a folder's pages, as they are and set anew, as the labeller in the folder ``model`` reads them."""
    golds = sorted(folder.glob("*.gold.json"))
    units = [json.loads(gold.read_text("utf-8"))["units"] for gold in golds]
    pages = [(*page, PAGE_WEIGHT) for gold, found in zip(golds, units) if (page := _with_gold(gold, found, rules))]
    rng, pool = random.Random(SEED), [story for found in units for story in papers.stories(found)]
    pages += [(*_set_anew(rng, pool, rules), 1) for _ in range(SET_ANEW)]
    return [Example(*found, weight) for lines, spaced, story, weight in pages for found in _joints(lines, spaced, story, model, rules)]


def examples_in_words(folder: Path, model: Path, rules: Rules) -> list[Example]:
    """The same of the folder's stories set together anew in made-up Latin script."""
    rng, pool = random.Random(SEED), papers.stories_of(folder)
    pages = [_set_anew(rng, pool, rules, latin=True) for _ in range(SET_IN_WORDS)]
    return [Example(*found, 1) for page in pages for found in _joints(*page, model, rules)]


def _with_gold(gold: Path, units: list[dict], rules: Rules) -> tuple[Sequence[Line], list[bool], dict[Line, str]] | None:
    """A page's lines, which of them came letter-spaced, and the gold article of each; None where page and gold differ."""
    text = gold.with_name(gold.name.replace(".gold.json", ".txt"))
    lines, spaced = prepared(text.name, text.read_bytes(), rules)
    owner = owners(lines, units, rules)
    return None if owner is None else (
        lines, spaced, {line: Counter(units[k]["article"] for k, _ in chars).most_common(1)[0][0] for line, chars in owner if chars})


def _set_anew(rng: random.Random, pool: list[papers.Story], rules: Rules, latin: bool = False) -> tuple[Sequence[Line], list[bool], dict[Line, str]]:
    """The same of stories set together anew."""
    rows = typeset.stories_together(rng, pool, latin)
    lines, spaced = made_up([text for text, _ in rows], rules)
    return lines, spaced, {line: str(rows[line.number - 1][1] + 1) for line in lines}


def _joints(lines: Sequence[Line], spaced: list[bool], story: dict[Line, str], model: Path, rules: Rules) -> Iterator[tuple[tuple[float, ...], bool]]:
    """The signs of a page's joints, and whether a story begins there; furniture does not count."""
    labels = label(lines, spaced, rules, str(model))
    units = printed(unwrap(lines, with_headlines(labels, list(maybe_headlines([line for line in lines if line.text], labels, rules))), rules))
    joints = joints_of(units, rules)
    texts = texts_of(joints, rules)
    at = [story.get((joint.after.units or joint.block)[0].pieces[0]) for joint in joints]
    for j in range(1, len(joints)):
        before = next((joint for joint in reversed(joints[:j]) if joint.after.units), None)
        last = _mostly(story, before.after.units) if before else None
        if last in (None, "0") or at[j] in (None, "0"):
            continue
        opened = j - 1
        while opened and at[opened - 1] == last:
            opened -= 1
        yield signs(told(joints, opened, j, bool(joints[opened].block)), joints[j - 1], joints[j], texts, j), at[j] != last


def _mostly(story: dict[Line, str], units: Sequence[Unit]) -> str | None:
    """The gold article that most of a body is of: a headline that the labeller took for its last paragraph is of the next one."""
    sizes: Counter[str | None] = Counter()
    for unit in units:
        sizes[story.get(unit.pieces[0])] += len(unit.text)
    return sizes.most_common(1)[0][0]


def fit(folders: Sequence[Sequence[Example]]) -> dict[str, float]:
    """A weight for each of :data:`SIGNS`, from the examples of each folder."""
    rows = [example for folder in folders for example in folder]
    totals = [sum(row.weight for row in folder) for folder in folders]
    each = [row.weight / total for folder, total in zip(folders, totals) for row in folder]
    x = numpy.array([row.signs for row in rows])
    scale = x.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000)
    model.fit(x / scale, [row.begins for row in rows], sample_weight=numpy.array(each) * len(each) / sum(each))
    return {name: round(float(value), 3) for name, value in zip(SIGNS, model.coef_[0] / scale)}


def write(weights: dict[str, dict[str, float]], path: Path) -> None:
    """Write weights as ``convert/joints.py`` and ``convert/parts.py`` read them."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", "utf-8")
