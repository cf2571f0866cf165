"""Patterns that a printed row shows, a letter each: a dateline, a byline, a credit, furniture, a column's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Container

from convert.folio import NUMBER, WORD
from convert.measure import DIGITS, is_short, width
from convert.people import caption_credit
from convert.rules import Rules

_ITEM = re.compile(r"[(（]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[.．、)）]|\s+(?=[^\W\d]))")
_BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕", "[": "]", "［": "］"}
_COLUMN = re.compile("[^。，、；：（(]（(?![化笔筆][名]|音[译譯]|[\u3041-\u30ff]+）)[^（）。，；：0-9]{2,14}）$")
_DASHED = re.compile("[^—―─]+[—―─]{1,2}[^—―─]+").fullmatch
"""A heading with a dash inside, whose subtitle may go on below."""
_CLAUSE = frozenset("，,：:")
_SENTENCE = frozenset("，。；！？")
_APART = frozenset(" /／╱")
NARROW, FULL_IF_INDENTED = 30, 8
"""Half-ems of a column that a dateline may not fit into, and by which a row that is full may fall short, indented or not."""
ENDED = 4
"""Half-ems by which a row falls short that ends a caption."""
TITLE = 8
"""Characters within which a byline that fills its row says that somebody reports."""
OFFICIAL = 30
"""Characters at most of an author's office and name."""
REPORTING = 20
"""Characters within which a name and a verb of reporting end with a clause mark; spares most lines the expression."""


def marks_of(text: str, w: int, column: int, stands: bool, before: str, after: str, surnames: Container[str], rules: Rules) -> str:
    """The letters of :attr:`convert.view.View.marks` for a row of ``w`` half-ems in a column of ``column``.

    ``stands``: the row may be a unit by itself; ``before`` and ``after`` are the rows above and below; ``surnames`` are those of one character that the page's language has.
    """
    found = ""
    if w <= 3 * column:
        if text.endswith(rules.kicker_endings):
            found += "k"
        if text.startswith(rules.subhead_openings):
            found += "s"
        if text.endswith(rules.attendance_endings):
            found += "a"
        if _opens_with_dateline(text, w, column, before, after, rules):
            found += "d"
        listed = (text[0] >= "\u3400" or text[0] in rules.bullets) and not _APART.isdisjoint(text) or _names_two(text, rules)  # names of a byline that fills its row
        if (stands or listed) and w <= 90 and "，" not in text and not text.endswith("。"):
            if rules.furniture.whole(text) or may_be_furniture(text, rules):
                found += "f"
            if w <= 60:
                if rules.bylines.whole(text) and not rules.sections.whole(text):
                    found += "y"
                if w <= 20 and _name_like(text, rules) and (text[0] in surnames or text.startswith(rules.compound_surnames) or _COLUMN.search(before) or _padded(text)) or w <= 28 and _foreign_name(text):
                    found += "n"
                if rules.credits.whole(text) or w <= column - ENDED and caption_credit(text, rules):
                    found += "c"
        if "y" not in found and len(text) <= OFFICIAL and _SENTENCE.isdisjoint(text) and (is_short(w, column) or "、" in text) and rules.officials.whole(text) and not _DASHED(before):
            found += "y"
        if rules.captions.opens(text):
            found += "p"
        if text[0] in _BRACKETS and text.find(_BRACKETS[text[0]]) == len(text) - 1:
            found += "b"
        elif text[0] in "【〔":
            found += "h"
        elif text[-1] == "）" and "d" not in found and _COLUMN.search(text):
            found += "t"
        elif _ITEM.match(text):
            found += "l"
        if text.startswith(rules.paragraph_openings):
            found += "o"
        elif not _CLAUSE.isdisjoint(text[:REPORTING]) and rules.reporting.match(text):
            found += "r"
    return found


def _names_two(text: str, rules: Rules) -> bool:
    """Whether the row says of one person and of another that they report: 本报记者林知秋通讯员方菲."""
    if rules.reporters.search(text, 0, TITLE) is None:
        return False
    behind = [text[title.end():] for title in rules.reporters.finditer(text)]
    return len(behind) > 1 and all([rest[:1] in rules.surnames or rest.startswith(rules.compound_surnames) for rest in behind])


def _opens_with_dateline(text: str, w: int, column: int, before: str, after: str, rules: Rules) -> bool:
    """Whether a dateline begins with the row; in a narrow column, or inside a bracket, it may go on in the next one."""
    opens = rules.datelines.opens
    if text[0] in "【［〔" and _BRACKETS[text[0]] not in text:
        return opens(text + after)
    if column > NARROW:
        return opens(text)
    if opens(text):
        return not (text[0] in rules.dispatch and abs(column - width(before)) <= FULL_IF_INDENTED and opens(before + text))
    return column - w <= FULL_IF_INDENTED and opens(text + after) and (after[:1] in rules.dispatch or not opens(after))


def lifted(text: str, rules: Rules) -> bool:
    """Whether the line is page furniture and can be nothing else: a folio of several elements, a jump line."""
    return _SENTENCE.isdisjoint(text) and (rules.elements.certain(_kinds(text, rules)) or rules.jump.whole(text) or rules.dashed.whole(text))


def may_be_furniture(text: str, rules: Rules) -> bool:
    """Whether the line is made of a folio's elements alone."""
    kinds = _kinds(text, rules)
    return bool(kinds - {NUMBER}) and WORD not in kinds


@lru_cache(maxsize=1 << 10)
def _kinds(text: str, rules: Rules) -> frozenset[str]:
    return rules.elements.kinds(text if rules.half_width_digits else text.translate(DIGITS))


def _name_like(text: str, rules: Rules) -> bool:
    """Two to four wide characters, or two or three such names with spaces between them; four of the first only behind a surname of two."""
    tokens = text.split()
    return len(tokens) <= 5 and all(1 <= len(t) <= 4 and t[0] >= "\u3400" and t[-1] >= "\u3400" and t[-1] < "\ua000" for t in tokens) \
        and len("".join(tokens)) >= 2 and (len(tokens[0]) <= 3 or text.startswith(rules.compound_surnames))


def _padded(text: str) -> bool:
    """Two characters with a space between, as a short name is set beside longer ones."""
    return len(text) == 3 and text[1].isspace()


def _foreign_name(text: str) -> bool:
    """Parts of wide characters with a dot between, as names from abroad are written by their sound."""
    parts = text.split("·")
    return 2 <= len(parts) <= 4 and all(2 <= len(part) <= 7 and all("\u3400" <= c < "\ua000" for c in part) for part in parts)
