"""Turn the labeller's scores into probabilities that hold: of what is given 0.9 or more, 95 % are right.

``data/calibration.json`` holds, for each role, scores and the share of units at such a score that were
right on pages held out from training (isotonic regression; ``tools/train.py`` writes it).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import lru_cache

from convert.learned import learned

LOW = 0.7
"""Below this a unit is reported as a warning."""


@lru_cache(maxsize=1)
def _tables() -> dict[str, tuple[list[float], list[float]]]:
    file = learned("calibration.json")
    return {role: (pair[0], pair[1]) for role, pair in json.loads(file.read_text("utf-8")).items()} if file.is_file() else {}


def calibrated(role: str, score: float) -> float:
    """Probability, 0 to 1 with three decimals, that a unit of this role and raw score is right."""
    table = _tables().get(role)
    if table is None:
        return round(score, 3)
    scores, shares = table
    return round(shares[max(0, bisect_right(scores, score) - 1)], 3)
