"""Learn how headline blocks are parted: the weights of ``convert/parts.py`` from labelled rows.

Logistic regressions (scikit-learn, L2) over the blocks of the shared pages and of pages set anew.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from convert.measure import mostly_wide
from convert.parts import blocks, house_of, signs
from convert.rules import Rules

STRENGTH, SIDE_STRENGTH = 0.00085, 0.0085
"""Inverses of the L2 penalties: for whether a part begins, and for which side the headline is on, of which there are few examples."""
PLAIN, SCALE = ("runs-on", "dash", "verb", "attending", "event", "news", "said", "plan"), 5.0
"""Signs by which a row says itself what it is, and how much larger they are than others: the penalty holds them back less."""
SMALL = 0.01
"""Weights under this are left out of the file."""


class Example(NamedTuple):
    """What two neighbouring rows of a headline block show, and their tags."""

    signs: list[str]
    above: str
    below: str
    weight: int


def examples(texts: Sequence[str], tags: Sequence[str], rules: Rules, weight: int) -> Iterator[Example]:
    """Every two neighbouring rows of a page's headline blocks."""
    if not mostly_wide("".join(texts)):
        return
    house = house_of(texts, tags, rules)
    for start, block in blocks(texts, tags, rules):
        for k in range(1, len(block.rows)):
            yield Example(signs(block, k, house, rules), tags[start + k - 1], tags[start + k], weight)


def fit(found: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Weights for whether a part begins, and whether the headline lies below where one does."""
    sides = {("kicker", "headline"): True, ("headline", "subhead"): False}
    pairs = [(example, sides.get((example.above[2:], example.below[2:]))) for example in found if example.below[0] == "B"]
    return {"begins": _fitted(found, [example.below[0] == "B" for example in found], STRENGTH),
            "below": _fitted([example for example, side in pairs if side is not None], [side for _, side in pairs if side is not None], SIDE_STRENGTH)}


def _fitted(found: Sequence[Example], truth: Sequence[bool], strength: float) -> dict[str, float]:
    names = DictVectorizer()
    seen = names.fit_transform([{name: _scale(name) for name in example.signs} for example in found])
    model = LogisticRegression(C=strength, fit_intercept=False, max_iter=4000)
    model.fit(seen, truth, sample_weight=[example.weight for example in found])
    return {name: round(float(weight) * _scale(name), 2) for name, weight in zip(names.get_feature_names_out(), model.coef_[0])
            if abs(weight) >= SMALL}


def _scale(name: str) -> float:
    return SCALE if name in PLAIN else 1.0
