"""Turn round a page of vertical rows that extraction gave from the last to the first.

May change: only the order of lines. PDFium takes vertical rows that begin at one height for pieces of one line, and reads them
from left to right. A page that extraction gave a character a line is left as it is, and noted.
"""

from __future__ import annotations

from convert.measure import blanks_before, mostly_wide
from convert.model import Line, Note
from convert.rules import Rules
from convert.vertical import backwards, keeps_indents, of_single_characters

BACKWARDS, OF_CHARACTERS, WITHOUT_INDENTS = 0.88, 0.87, 0.07
"""Shares of the parts that were right, of those that were certain otherwise, on pages set vertically (``make vertical``): where the rows stood backwards,
and where each character has a line, with what paragraphs' indents leave and without."""
AGAIN = "; its paragraphs are lost: take it out of its PDF again with PDFium or pdfminer's pdf2txt.py -V"


def turn(lines: tuple[Line, ...], rules: Rules) -> tuple[tuple[Line, ...], float, tuple[Note, ...]]:
    """Lines in reading order, the probability, 0 to 1, that they are the page's rows, and a note where these were vertical; the same tuple, and 1, where nothing says so."""
    filled = [line for line in lines if line.text]
    texts = [line.text for line in filled]
    if of_single_characters(texts):
        kept = keeps_indents(texts, blanks_before([line.text for line in lines]), rules)
        alone = sum([len(text) == 1 for text in texts])
        return lines, OF_CHARACTERS if kept else WITHOUT_INDENTS, _vertical(filled[0], f"{alone} lines hold a single character" + ("" if kept else AGAIN))
    if mostly_wide("".join(texts)) and backwards(texts, rules):
        return lines[::-1], BACKWARDS, _vertical(filled[0], "its rows stand from last to first, and are read the other way round")
    return lines, 1.0, ()


def _vertical(first: Line, how: str) -> tuple[Note, ...]:
    return (Note(first.number, "set-vertically", f"a page set vertically: {how}"),)
