"""Label every line of the page at once: does a unit begin here, and of which role is it?

May change: nothing. A linear-chain CRF (python-crfsuite) weighs the features of ``features.py`` over
the sequence of lines; ``docs/model.md`` is its card. The model file is read on first use.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Sequence

from convert.amend import amend
from convert.decode import decode
from convert.features import features
from convert.learned import learned
from convert.lengths import weigh_lengths
from convert.model import Label, Line
from convert.parts import parted
from convert.rules import Rules
from convert.view import View, view

MODEL, WORDS = "lines.crfsuite", "words.crfsuite"
"""The labellers of wide characters and of scripts with spaces between words."""
CHUNK = 4000
"""Lines labelled at a time: keeps memory flat on dumps of a whole archive in one file."""
LIFTED = Label("B-furniture", 1.0, 1.0)
"""Of lines that are page furniture and nothing else."""


def label(lines: Sequence[Line], spaced: Sequence[bool], rules: Rules, model: str | None = None) -> list[Label]:
    """A label for each non-blank line, in order.

    ``spaced`` says of each non-blank line whether it came letter-spaced; ``model`` is the folder of
    another model than the package's.
    """
    filled = [i for i, line in enumerate(lines) if line.text]
    labels: list[Label] = []
    for start in range(0, len(filled), CHUNK):
        end = min(start + CHUNK, len(filled))
        first = filled[start - 1] + 1 if start else 0
        seen = view(lines[first:filled[end - 1] + 1], spaced[start:end], rules)
        found = _of_rows(seen, rules, model) if seen.texts else []
        labels += _of_lines(found, seen, end - start)
    return labels


def _of_rows(seen: View, rules: Rules, model: str | None) -> list[Label]:
    """A label for each printed row of a page."""
    labels = decode(features(seen), seen, _tagger(MODEL if seen.wide else WORDS, model))
    weigh_lengths(labels, seen)
    amend(labels, seen)
    return parted(seen.texts, labels, rules, model) if seen.wide else labels


def _of_lines(labels: list[Label], seen: View, lines: int) -> list[Label]:
    """The rows' labels as those of the lines that the rows were put together from, and those of the lines that were lifted out."""
    if len(labels) == lines:
        return labels
    out = [LIFTED] * lines
    for found, start, end in zip(labels, seen.starts, [*seen.starts[1:], lines]):
        out[start] = found
        if end - start > 1:
            rest = Label("I" + found.tag[1:], 0.0, found.sure, found.heading)
            out[start + 1:end] = [LIFTED if k in seen.lifted else rest for k in range(start + 1, end)]
    return out


@lru_cache(maxsize=4)
def _tagger(name: str, folder: str | None) -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    # Opened as a file: CRFsuite keeps pointing into a buffer given to open_inmemory, which Python frees.
    tagger.open(str(learned(name, folder)))
    return tagger
