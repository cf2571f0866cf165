"""Part printed rows that extraction set on one line: behind a word cut by a hyphen, on either side of a dash, or before a dateline.

May change: only where lines end. PDFium sets the row below a cut word right behind it and prints a mark in
the hyphen's place. poppler and PyMuPDF take the tall box of a dash for text beside the row above, or below; the space
that they put there shows it. poppler may set a headline's last characters, on a row of their own, on the dateline's below them.
"""

from __future__ import annotations

import re

from convert.joining import CUT, CUT_MARKS
from convert.measure import column_widths, ended, mostly_wide, width
from convert.model import Line
from convert.reading import is_han, is_word
from convert.rules import Rules
from convert.view import FULL

_DASH = re.compile(r"(?<=\S)\s+(?=(?:——|──|――)[^\s—─―])|(?<=[^\s—─―](?:——|──|――))\s+(?=\S)")
_BEHIND_A_CUT = re.compile(f"(?<={CUT})(?=\\S)")
OVER = 4
"""Half-ems by which a printed row may be wider than its column."""


def part(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    """Lines with a line's parts one after the other, each with its number; the same tuple where there are none."""
    return _at_datelines(_at_dashes(_at_hyphens(lines), rules), rules)


def _at_hyphens(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if not any(mark in line.text for line in lines for mark in CUT_MARKS):
        return lines
    return tuple(line._replace(text=piece) for line in lines for piece in _BEHIND_A_CUT.split(line.text))


def _at_dashes(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    texts = [line.text for line in lines if line.text]
    dashed = [text for text in texts if "—" in text or "─" in text or "―" in text]
    if not any(map(_DASH.search, dashed)) or not mostly_wide("".join(texts)):
        return lines
    columns = iter(column_widths(texts, [width(text.strip()) for text in texts], True))
    out: list[Line] = []
    for line in lines:
        column = next(columns) if line.text else 0
        pieces = _DASH.split(line.text)
        if len(pieces) == 2 and _are_rows(pieces[0], pieces[1], column, rules):
            out += [line._replace(text=piece) for piece in pieces]
        else:
            out.append(line)
    return tuple(out)


def _at_datelines(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    """The lines with what stands right before a dateline, and is the rest of the word that the row above breaks off in, on a line of its own."""
    out: list[Line] = []
    above = ""
    for line in lines:
        found = rules.dateline_openings.match(line.text) if above else None
        if found and _goes_on_in(above, found["before"]) and rules.datelines.opens(line.text[found.end("before"):]):
            out += [line._replace(text=found["before"]), line._replace(text=line.text[found.end("before"):])]
        else:
            out.append(line)
        above = line.text or above
    return tuple(out) if len(out) > len(lines) else lines


def _goes_on_in(above: str, text: str) -> bool:
    """Whether the row above breaks off inside a word that the text goes on with: 会见新加坡总|理."""
    return is_han(above[-1] + text) and is_word(above[-1] + text[0])


def _are_rows(above: str, below: str, column: int, rules: Rules) -> bool:
    """Whether the one ends something, the two are a heading's, or each of them fits the column that both do not.

    Behind a dash the next row may stand, if it has not ended and the two are no full row; before an opener the space may be the opener's own.
    """
    rows = width(above.strip()), width(below)
    if above[-1] in rules.dashes and below[0] not in rules.openers:
        return not ended(below, rules) and abs(column - sum(rows)) > FULL and max(rows) <= column + OVER
    return ended(above, rules) or rules.sentence_ends.isdisjoint(above + below) \
        or max(rows) <= column + OVER < sum(rows)
