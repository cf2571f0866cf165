"""The proof that a stage lost and invented nothing.

Compared are the characters before and after a stage, save what the stage may change. The common case
(equal once white space is gone) costs two passes of C code over the text.
"""

from __future__ import annotations

from collections import Counter
from typing import Iterable

from convert.errors import ConservationError
from convert.joining import HYPHENS
from convert.measure import DIGITS


def same_text(stage: str, before: Iterable[str], after: Iterable[str], *, digits: bool = False,
              hyphens: bool = False) -> None:
    """Raise :class:`ConservationError` unless both hold the same characters in the same order.

    White space never counts; ``digits`` allows another width of digits, ``hyphens`` hyphens that went.
    """
    a, b = _bare(before), _bare(after)
    if a == b:
        return
    if digits:
        a, b = a.translate(DIGITS), b.translate(DIGITS)
    if hyphens and a != b:
        drop = str.maketrans("", "", HYPHENS)
        a, b = a.translate(drop), b.translate(drop)
    if a != b:
        _fail(stage, a, b)


def same_set(stage: str, before: Iterable[str], after: Iterable[str]) -> None:
    """Raise :class:`ConservationError` unless both hold the same characters in whatever order."""
    a, b = _bare(before), _bare(after)
    if a != b and (len(a) != len(b) or Counter(a) != Counter(b)):
        lost, new = Counter(a) - Counter(b), Counter(b) - Counter(a)
        raise ConservationError(f"the stage {stage} lost {_shown(lost)} and invented {_shown(new)}; "
                                "this is a bug in convert, please report it with the input")


def _bare(texts: Iterable[str]) -> str:
    return "".join("\n".join(texts).split())


def _shown(chars: Counter[str]) -> str:
    return repr("".join(chars.elements())[:20]) if chars else "nothing"


def _fail(stage: str, a: str, b: str) -> None:
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    raise ConservationError(f"the stage {stage} changed {a[at:at + 12]!r} to {b[at:at + 12]!r} (character {at}); "
                            "this is a bug in convert, please report it with the input")
