"""Take out the spaces that justification and extraction put in, and write digits in one width.

May change: only white space and the width of digits.
"""

from __future__ import annotations

import re
from typing import Iterator

from convert.measure import DIGITS
from convert.model import Line
from convert.rules import Rules
from convert.tables import table_rows

WIDE = r"\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF"
MARKS = r"\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\u2014\u2018-\u201D\u2026\u22EF\u00B7"
_SPACE_RUN = re.compile(r"[ \t\u3000]+")
_LONE = re.compile(rf"(?<=[{WIDE}{MARKS}]) (?=[{WIDE}{MARKS}])")
_SPACED_RUN = re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=[{MARKS}]))[{WIDE}](?:[{MARKS}]* [{MARKS}]*[{WIDE}](?![{WIDE}])){{6,}}")
_AT_DIGIT = re.compile(rf"(?<=[{WIDE}{MARKS}])[ \t]+(?=[0-9０-９])|(?<=[0-9０-９%％])[ \t]+(?=[{WIDE}{MARKS}])")
_AT_MARK = re.compile(
    rf"(?<=[{WIDE}0-9])[ \t]+(?=[，。、：；！？）」』】》〉”’])|(?<=[（「『【《〈“‘])[ \t]+|[ \t]+(?=[，。、；：！？）」』】》〉])"
    rf"|(?<=[0-9])[ \t]+(?=[%％‰])|(?<=[，、；])[ \t]+(?=[{WIDE}{MARKS}0-9])|(?<=[{WIDE}])[ \t]+(?=[“‘「『《\"])|(?<=[”’」』》\"])[ \t]+(?=[{WIDE}])")
_DIGIT_GAP = re.compile(r"(?<=[0-9]) ?([.:,]) ?(?=[0-9])")
_LONE_DIGITS = re.compile(r"(?<![0-9A-Za-z.])([0-9]) (?=[0-9])|(?<=[0-9]) (?=[0-9](?![0-9A-Za-z]))")
"""A space beside a digit that stands alone: 2 0 2 4, 1 1日."""
_CUT_DECIMAL = re.compile("(?<=[0-9])[ \t](?=[.．][0-9])")
_CUT_YEAR = re.compile(r"(?<![0-9.])(?:([12]) ([0-9]{3})|([12][0-9]) ([0-9]{2})|([12][0-9]{2}) ([0-9]))(?=年)")
_LONE_CAPITALS = re.compile(r"(?<![A-Za-z])([A-Z]) (?=[A-Z](?![a-z]))")
_LONE_ONES = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9](?: [A-Za-z0-9])+(?![A-Za-z0-9])")
_AT_SIGN = re.compile("(?<=[0-9])[ \t]+(?=[%％‰℃])")
_HAS_WIDE_DIGIT = re.compile("[０-９]").search
_HAS_SPACE = re.compile(r"[ \t\u3000]").search
_HAS_WIDE = re.compile(f"[{WIDE}]").search
_GAP, _RUNNING = re.compile(f"(?<=[{WIDE}]) (?=[{WIDE}])"), frozenset("，。")
GAPS, GAP_SHARE = 8, 0.005
"""Spaces between wide characters in a page's running text, and their share of it, from which justification left them: of 632 pages without such damage none has
more than 7, or 0.0035."""
SPACED_SHARE = 0.5
"""A line is letter-spaced where at least this share of its wide characters stand alone between spaces."""


def space(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    """Lines with stray spaces gone; leading white space stays, because an indent is a sign of a paragraph."""
    return _without_gaps(tuple(_each(lines, rules)))


def _without_gaps(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with no spaces between wide characters where running text has more than writers put there: justification left them, in headings too."""
    running = [line.text for line in lines if not _RUNNING.isdisjoint(line.text)]
    gaps, size = sum([len(_GAP.findall(text)) for text in running if " " in text]), sum(map(len, running))
    if gaps < GAPS or gaps <= GAP_SHARE * size:
        return lines
    return tuple([line._replace(text=_GAP.sub("", line.text)) if " " in line.text else line for line in lines])


def _each(lines: tuple[Line, ...], rules: Rules) -> Iterator[Line]:
    """The lines, each tidied by what itself shows; the spaces between a table's cells stay."""
    for line, row in zip(lines, table_rows([line.text for line in lines])):
        text = line.text
        if row:
            line = line._replace(text=_SPACE_RUN.sub(" ", text.translate(DIGITS) if rules.half_width_digits else text).strip())
        elif text:
            if rules.half_width_digits and _HAS_WIDE_DIGIT(text):
                text = text.translate(DIGITS)
            if _HAS_SPACE(text):
                text = _tidied(text, rules)
            if text != line.text:
                line = line._replace(text=text)
        yield line


def letter_spaced(text: str) -> bool:
    """True where justification put a space after (almost) every character, as in ``例 、节 约 能 源``."""
    tokens = text.split()
    if len(tokens) < 4:
        return False
    wide = sum(1 for char in text if char >= "\u2E80")
    alone = sum(1 for token in tokens if len(token) <= 2 and token[-1] >= "\u2E80" and (len(token) == 1 or not token[0].isalpha()))
    return wide >= 4 and alone >= SPACED_SHARE * wide


def _tidied(text: str, rules: Rules) -> str:
    body = text.lstrip()
    indent, body = text[:len(text) - len(body)], body.rstrip()
    if not _HAS_SPACE(body):
        return indent + body
    if not _HAS_WIDE(body):
        return indent + _SPACE_RUN.sub(" ", body)
    body = _LONE_DIGITS.sub(r"\1", body)
    body = _LONE_CAPITALS.sub(r"\1", body)
    if letter_spaced(body) and not rules.bylines.whole(body):  # names are padded with spaces: 李 娟
        return indent + _closed_up(body)
    body = _SPACED_RUN.sub(lambda run: _LONE.sub("", run[0]), body)
    body = _CUT_YEAR.sub(r"\1\2\3\4\5\6", _CUT_DECIMAL.sub("", _AT_DIGIT.sub("", body)))
    return indent + _SPACE_RUN.sub(_one_space, _AT_MARK.sub("", body))


def _one_space(run: re.Match[str]) -> str:
    return "\u3000" if "\u3000" in run[0] else " "


def _closed_up(body: str) -> str:
    """A letter-spaced line with no space beside a wide character; whole words in Latin letters keep theirs."""
    body = _AT_SIGN.sub("", _LONE_ONES.sub(lambda run: run[0].replace(" ", ""), body))
    body = re.sub(rf"[ \t\u3000]+(?=[{WIDE}{MARKS}])|(?<=[{WIDE}{MARKS}])[ \t\u3000]+", "", body)
    if all(len(token) == 1 for token in body.split()):
        return "".join(body.split())
    return _DIGIT_GAP.sub(r"\1", body)
