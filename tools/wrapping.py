"""Cut text into printed rows: closers never begin a row, openers never end one, words of Latin script stay whole."""

from __future__ import annotations

import random
from typing import Iterator

from papers import CLOSERS, OPENERS

from convert.measure import advance, width

HYPHENS = "---\u2010\u2010"
UNLIKE = 0.02
"""How far typefaces are from the one that :func:`convert.measure.advance` knows, row by row (a standard deviation)."""


def wrapped(text: str, column: int, indent: int, latin: bool, rng: random.Random, hyphens: float = 0.0) -> list[str]:
    """``text`` cut into rows of ``column`` half-ems, no row beginning with a closer or ending with an opener.

    ``hyphens`` is the share of words of Latin script that are cut where they do not fit.
    """
    return _words(text, column, indent, rng, hyphens) if latin else _characters(text, column, indent)


def _characters(text: str, column: int, indent: int) -> list[str]:
    rows: list[str] = []
    row, room = "", column - indent
    for token in _tokens(text):
        size = width(row[-1:] + token.rstrip()) - width(row[-1:])
        if size > room and row:
            rows.append(row.rstrip())
            row, room = "", column
            size = width(token.rstrip())
        row += token
        room -= size + (len(token) - len(token.rstrip()))
    if row.strip():
        rows.append(row.rstrip())
    return rows or [text]


def _words(text: str, column: int, indent: int, rng: random.Random, hyphens: float) -> list[str]:
    rows: list[str] = []
    row, hyphen = "", rng.choice(HYPHENS)
    limit = (column - indent) * rng.gauss(1, UNLIKE)
    for word in text.split():
        while row and advance(f"{row} {word}") > limit:
            left = next((k for k in range(len(word) - 2, 1, -1) if advance(f"{row} {word[:k]}-") <= limit), 0)
            if left and word.isalpha() and rng.random() < hyphens:
                row, word = f"{row} {word[:left]}{hyphen}", word[left:]
            rows.append(row)
            row, limit = "", column * rng.gauss(1, UNLIKE)
        row = f"{row} {word}" if row else word
    return [*rows, row] if row else rows or [text]


def in_pieces(rng: random.Random, row: str) -> list[str]:
    """A row cut at some of its spaces, as PyMuPDF prints one that is drawn apart: all pieces but the last end with the space."""
    pieces = [""]
    for word in row.split():
        if pieces[-1] and rng.random() < 0.6:
            pieces.append("")
        pieces[-1] += word + " "
    return [*pieces[:-1], pieces[-1].rstrip()]


def _tokens(text: str) -> Iterator[str]:
    """Unbreakable clusters: a wide character with its closers, openers with what follows, words with their space."""
    token = ""
    for k, char in enumerate(text):
        following = text[k + 1] if k + 1 < len(text) else ""
        token += char
        word = _in_word(char) and following and _in_word(following) and char != "-"
        if char in OPENERS or following and following in CLOSERS or word or (following == " "):
            continue
        yield token
        token = ""
    if token:
        yield token


def _in_word(char: str) -> bool:
    """Whether the character is part of a word of Latin script."""
    return char < "\u2000" and not char.isspace() or char == "’"


def spaced_out(row: str) -> str:
    """The row letter-spaced, as justification leaves it."""
    return "".join(c if c in "，。、；：“" else c + " " for c in row).strip()
