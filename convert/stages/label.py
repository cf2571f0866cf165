"""Label every line of the page at once: does a unit begin here, and of which role is it?

May change: nothing. A linear-chain CRF (python-crfsuite) weighs the features of ``features.py`` over
the sequence of lines; ``docs/model.md`` is its card. The model file is read on first use.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, Sequence

from convert.features import features, view
from convert.model import TAGS, Label, Line
from convert.rules import Rules

MODEL = "lines.crfsuite"
CHUNK = 4000
"""Lines labelled at a time: keeps memory flat on dumps of a whole archive in one file."""
_BEGINS = tuple(tag for tag in TAGS if tag.startswith("B"))
_HEADING_ROLES = frozenset(("kicker", "headline", "subhead"))
_HEADING = tuple(tag for tag in TAGS if tag[2:] in _HEADING_ROLES)
CERTAIN = 0.995
"""A tag above this probability is not weighed against the others."""


def label(lines: Sequence[Line], spaced: Sequence[bool], rules: Rules, model: str | None = None) -> list[Label]:
    """A label for each non-blank line, in order.

    ``spaced`` says of each non-blank line whether it came letter-spaced; ``model`` is the path of
    another model than the package's.
    """
    filled = [i for i, line in enumerate(lines) if line.text]
    labels: list[Label] = []
    for start in range(0, len(filled), CHUNK):
        end = min(start + CHUNK, len(filled))
        first = filled[start - 1] + 1 if start else 0
        seen = view(lines[first:filled[end - 1] + 1], spaced[start:end], rules)
        labels += _decoded(features(seen), seen.glue, _tagger(model))
    return labels


@lru_cache(maxsize=4)
def _tagger(path: str | None) -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    # Opened as a file: CRFsuite keeps pointing into a buffer given to open_inmemory, which Python frees.
    tagger.open(path or str(resources.files("convert") / "data" / MODEL))
    return tagger


def _decoded(observations: list[list[str]], glue: Sequence[str], tagger: Any) -> list[Label]:
    tagger.set(observations)
    marginal = tagger.marginal
    known = frozenset(tagger.labels())
    begins_tags = [tag for tag in _BEGINS if tag in known]
    heading_tags = [tag for tag in _HEADING if tag in known]
    labels: list[Label] = []
    for i, tag in enumerate(tagger.tag()):
        p = marginal(tag, i)
        if glue[i] == "k" and tag[0] == "B" and i:  # no line may begin so: it is the rest of a row
            tag, p = "I" + labels[-1].tag[1:], 1.0
        role = tag[2:]
        if p > CERTAIN:  # what is left to the other tags does not matter
            labels.append(Label(tag, p if tag[0] == "B" else 1.0 - p, p, p if role in _HEADING_ROLES else 0.0))
            continue
        other = ("I" if tag[0] == "B" else "B") + tag[1:]
        sure = p + (marginal(other, i) if other in known else 0.0)
        labels.append(Label(tag, sum([marginal(t, i) for t in begins_tags]), sure,
                            sum([marginal(t, i) for t in heading_tags])))
    return labels
