"""Drop caps: the large letter that a text begins with comes out on a line of its own, above the rest of its row."""

from __future__ import annotations

import re
from typing import Sequence

from convert.reading import drops

_CAPITAL = re.compile(r"[\"'“‘„«]?[^\W\d_]")
_GOES_ON = re.compile(r"(?:[^\W\d_A-Z]|[^\W\d_a-z]{2})")


def below_capitals(texts: Sequence[str], wide: bool) -> set[int]:
    """Lines that stand below a drop cap and go on with its word."""
    return _below_characters(texts) if wide else {
        i for i in range(1, len(texts)) if is_capital(texts[i - 1]) and _GOES_ON.match(texts[i])}


def _below_characters(texts: Sequence[str]) -> set[int]:
    """The same of wide characters, if most of those that stand alone above text are capitals: others are headings, or rests of rows."""
    alone = [i for i in range(1, len(texts) - 1) if is_letter(texts[i]) and not is_letter(texts[i - 1]) and not is_letter(texts[i + 1])]
    if 2 * sum(drops(texts[i - 1], texts[i], texts[i + 1]) for i in alone) <= len(alone):
        return set()
    return {i + 1 for i in alone if drops(texts[i - 1], texts[i], texts[i + 1], apart=0.0)}


def is_letter(text: str) -> bool:
    """Whether the line is one wide character that is no mark."""
    return len(text) == 1 and text > "\u3040" and text.isalpha()


def is_capital(text: str) -> bool:
    """Whether the line is one capital of a script of letters, with the quotation mark before it."""
    return len(text) <= 2 and _CAPITAL.fullmatch(text) is not None and text.isupper()
