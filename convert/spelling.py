"""Marks that a dump spells otherwise than papers print them: straight quotes, half-width marks, dashes made of other marks. For measuring only: what is written keeps its own."""

from __future__ import annotations

import re
from typing import Sequence

from convert.edges import LONGEST_QUOTATION
from convert.rules import Rules

_UNUSUAL = re.compile("[\"'＂〝〞─━―－]|--|––")
_QUOTES_AND_DASHES = str.maketrans("─━―－＂〝〞", "————\"“”")
_HALF, _FULL = ",:;?!()", "，：；？！（）"
_FULL_OF = dict(zip(_HALF, _FULL))
_WIDE = "\u2E80-\u2FFF\u3003-\u9FFF\uF900-\uFAFF"
_HALF_WIDTH = re.compile(rf"(?<=[{_WIDE}”’»%])[,:;?!] ?|[,:;?!] ?(?=[{_WIDE}“‘«])|[()]")
_APOSTROPHES = re.compile(rf"(?<=[{_WIDE}，、。：])''?|''?(?=[{_WIDE}])")
_CLAUSES = re.compile(rf"(?<=[{_WIDE}]),")
FEW = 5
"""Half-width commas behind wide characters, more than full-width ones, from which a page has half-width marks: text that was normalised (Unicode's form KC) has."""


def usual_marks(texts: list[str], rules: Rules) -> list[str]:
    """The texts, of wide characters, with the marks that others stand for.

    Straight double quotes open and close in turns, save that one behind a colon or where a row begins opens, and one before a clause mark or where a row ends
    closes (kinsoku: none is parted from what it opens or closes): a quotation that nobody closed turns round no more than what stands up to the next of these.
    """
    if any(map(_UNUSUAL.search, texts)):
        texts = [text.translate(_QUOTES_AND_DASHES).replace("--", "——").replace("––", "——") for text in texts]
        texts = [_APOSTROPHES.sub('"', text) if "'" in text else text for text in texts]
    return _curled(texts, rules.clause_marks | rules.sentence_ends) if any('"' in text for text in texts) else texts


def full_width_marks(texts: list[str]) -> list[str]:
    """The texts, of wide characters, with full-width marks where the page has half-width ones; the same list where it has none."""
    if sum([len(_CLAUSES.findall(text)) for text in texts if "," in text]) < max(FEW, sum([text.count("，") for text in texts])):
        return texts
    return [_HALF_WIDTH.sub(lambda mark: _FULL_OF[mark[0].strip()], text) for text in texts]


def _curled(texts: Sequence[str], closing: frozenset[str]) -> list[str]:
    out: list[str] = []
    opened, before, rows = False, " ", 0
    for text in texts:
        chars = list(text)
        rows = rows + 1 if opened else 0
        opened = opened and rows <= LONGEST_QUOTATION
        for k, char in enumerate(chars):
            if char == '"':
                after = chars[k + 1] if k + 1 < len(chars) else ""
                opened = before in "：:" or not k and len(chars) > 1 and after not in closing or not opened and after not in closing and after != ""
                chars[k] = "“" if opened else "”"
            before = chars[k]
        out.append("".join(chars))
    return out
