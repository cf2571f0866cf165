"""How wide text is printed, how columns of it run, and what its characters do at a line's edges."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Iterable, Sequence

from convert.boxes import Box, boxes
from convert.rules import Rules

DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
"""Full-width digits and what they are."""
ONE_ROW_EACH = 0.7
"""Share of rows that have ended from which each is a paragraph of its own: the space before them is an indent then."""
EXCEEDED = 0.65
"""Share of lines that are no wider than their column at least: of titles, verses and lists as many may be as wide as each other."""
OVERFULL = 1.5
"""What a line somewhat wider than a column counts against that column, in lines that fill it."""
WINDOW = 14
"""Lines on each side over which a column's width is measured."""
_CLOSING, _OPENING = "、。，．：；”’」』）】》〉］〕｝〗", "“‘「『（【《〈［〔｛〖"
_SQUEEZED = re.compile(f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}])|[{_OPENING}](?=[{_OPENING}])")
"""Full-width marks that share an em with the next one (CSS Text 4, text-spacing-trim; CLREQ, 标点挤压)."""
_NO_QUOTES = dict.fromkeys(map(ord, "“”‘’「」『』《》〈〉 \u3000"))
INEXACT = re.compile(f"[\\x00-\u1FFF—…{_CLOSING}{_OPENING}]")
"""Characters by which a row may be a little wider or narrower than :func:`width` says."""
_WIDE_RUN = re.compile("[\u2000-\uffff]+")
KANA = re.compile("[\u3041-\u30FF]")
HIRAGANA = re.compile("[\u3041-\u3096]")
SAMPLE, KANA_SHARE = 2000, 0.1
"""Characters of a page by which Japanese is told, and the share of hiragana that it has at least."""
_CAPITALS = re.compile("[A-Z]")
_ADVANCES = {char: advance for advance, chars in {
    250: " .,", 278: "ijlt:;/", 333: "frI-()'‘’[]!", 389: "sJ", 444: "acez?“”", 556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "m",
    889: "M", 944: "W", 1000: "—…"}.items() for char in chars}
"""Advances in thousandths of an em where they are not 500 (Times-Roman, Adobe Core 14 font metrics): what counts is that an m is three times an i."""


def utf8_size(text: str) -> int:
    """Bytes of the text in UTF-8: three for a wide character, one for an ASCII one."""
    return len(text.encode("utf-8", "surrogatepass"))


def width(text: str) -> int:
    """Printed width in half-ems: a wide character is 2, an ASCII one 1, a capital a third more, a squeezed mark 1.

    Bytes tell the one from the other, so this needs no loop over characters.
    """
    size, squeezed = utf8_size(text), len(_SQUEEZED.findall(text))
    capitals = len(_CAPITALS.findall(text)) if size < 3 * len(text) else 0
    return ((len(text) + size) >> 1) - squeezed + (capitals + 1) // 3


def is_short(width: int, column: int) -> bool:
    """Whether a row is plainly short of its column: two thirds of it are more."""
    return 3 * width < 2 * column


def advance(text: str) -> int:
    """Printed width in half-ems of text in a script of letters, as a proportional typeface sets it."""
    get = _ADVANCES.get
    return round(sum([get(char, 500) for char in text]) / 500)


def unbracketed(text: str) -> str:
    """The row without what stands in brackets at its end: papers put a column's name there."""
    at = text.rfind("（")
    return text[:at] if at > 0 and text.endswith("）") else text


def bare_size(row: str) -> int:
    """Characters of a heading's row, quotation marks and what stands in brackets at its end aside: a couplet's lines have as many."""
    return len(unbracketed(row).translate(_NO_QUOTES))


def bracketed(text: str) -> bool:
    """Whether the row is all in brackets, as a column's name is, or that of whoever wrote the text above."""
    return text[0] in "（(" and text[-1] in "）)"


def blanks_before(texts: Iterable[str]) -> list[int]:
    """How many blank lines stand before each that is none."""
    out: list[int] = []
    gap = 0
    for text in texts:
        if text:
            out.append(gap)
            gap = 0
        else:
            gap += 1
    return out


def runs_of(fits: Sequence[bool]) -> list[tuple[int, int]]:
    """First row, and row behind the last, of every stretch of rows that fit."""
    edges = [i for i, (a, b) in enumerate(zip([False, *fits], [*fits, False])) if a != b]
    return list(zip(edges[::2], edges[1::2]))


def usual_width(counts: Counter[int], among: Iterable[int], default: int = 0) -> int:
    """Of the widths ``among``, in half-ems, the one that most rows have, or nearly; of two as common ones the wider. ``counts`` says how many have each."""
    return max(among, key=lambda size: counts[size] * (1 + size / 1000) + (counts[size - 1] + counts[size + 1]) / 2, default=default)


def ended(text: str, rules: Rules) -> bool:
    """Whether the text ends as a sentence does, or with what closes a bracket or a quotation."""
    return text[-1] in rules.sentence_ends or text[-1] in rules.closers or text[-1] == '"'


def unclosed(text: str, rules: Rules) -> int:
    """Brackets and quotations that the text opens, less those that it closes."""
    return sum(map(text.count, rules.openers)) - sum(map(text.count, rules.closers))


def beyond_margin(indents: Sequence[int], texts: Sequence[str], rules: Rules) -> Sequence[int]:
    """The half-ems that each row is indented by, of those that it stands in: what most rows stand in is a margin, if they are no paragraphs of one row each."""
    margin, _ = Counter(indents).most_common(1)[0] if indents else (0, 0)
    if not margin:
        return indents
    at_margin = [ended(text, rules) for text, indent in zip(texts, indents) if indent == margin]
    return [max(0, indent - margin) for indent in indents] if sum(at_margin) < ONE_ROW_EACH * len(at_margin) else indents


def japanese(text: str) -> bool:
    """Whether the text has hiragana as often as Japanese has; as much as a page's first columns hold is looked at."""
    return len(HIRAGANA.findall(text[:SAMPLE])) > KANA_SHARE * len(text[:SAMPLE])


def mostly_wide(text: str) -> bool:
    """Whether the text is mainly of wide characters; scripts of letters with two bytes each, as Cyrillic, are not."""
    size = len(text)
    return 3 * size < 2.2 * utf8_size(text) and size < 5.5 * (size - len(_WIDE_RUN.sub("", text)))


@lru_cache(maxsize=8)
def char_classes(rules: Rules) -> dict[str, str]:
    """What a character does, by character; letters and the rest are told apart in :func:`class_of`."""
    table: dict[str, str] = {}
    for name, chars in (("P", "·/／~～%％‰℃°+=#&*@|\\^_$￥¥"), ("D", rules.dashes), ("B", rules.bullets),
                        ("C", rules.clause_marks), ("E", rules.sentence_ends), ("F", rules.cries), ("O", rules.openers),
                        ("Q", rules.closers), ("N", "0123456789"), ("T", "\"'"), ("-", "-\u2010")):
        table.update(dict.fromkeys(chars, name))
    return table


def class_of(char: str) -> str:
    """Class of a character that is in no rule: K hiragana, H another wide one, U upper case, L other letter, P anything else."""
    if char >= "\u2E80":
        return "K" if "\u3041" <= char <= "\u3096" else "H"
    if char.isupper():
        return "U"
    return "L" if char.isalpha() else "P"


def column_widths(texts: Sequence[str], widths: Sequence[int], wide_script: bool) -> list[int]:
    """The width, in half-ems, of the column that each line stands in, measured over its neighbours in the same box.

    Justified wide text fills its lines, so the width that most lines fill is the column's; ragged Latin text
    does not, so there it is the width that one line in eight exceeds.
    """
    out: list[int] = []
    step = max(1, WINDOW // 3)
    for box in boxes(texts, widths) if wide_script else [Box(0, len(widths), 0)]:
        for start in range(box.start, box.end, step):
            near = widths[max(box.start, start - WINDOW):min(box.end, start + step + WINDOW)]
            value = _column(near, box) if wide_script else sorted(near)[(len(near) * 7) // 8]
            out.extend([value] * min(step, box.end - start))
    return out


def _column(near: Sequence[int], box: Box) -> int:
    """The width of the box's columns where rows are as wide as ``near`` says."""
    if not box.column:
        return _fullest(near)
    full = [w for w in near if box.fills(w)]
    return _fullest(full) if full else box.column


def _fullest(widths: Sequence[int]) -> int:
    """The width that most lines fill, that a third of them at most exceed, and that few do by no more than an indent: those would be the full ones."""
    counts = Counter(widths)
    get = counts.get
    best, value, least = -1e9, 0, sorted(widths)[int(EXCEEDED * len(widths))]
    for w, count in counts.items():
        if w < least:
            continue
        weight = 1.5 * count + get(w - 1, 0) + get(w - 2, 0) + w / 1000
        if weight > best:
            weight -= OVERFULL * (get(w + 3, 0) + get(w + 4, 0) + get(w + 5, 0) + get(w + 6, 0))
            if weight > best:
                best, value = weight, w
    return value
