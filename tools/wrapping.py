"""Cut text into printed rows: closers never begin a row, openers never end one, words of Latin script stay whole."""

from __future__ import annotations

import random
from typing import Iterator

from papers import CLOSERS, OPENERS

from convert.measure import width


def wrapped(text: str, column: int, indent: int, latin: bool, rng: random.Random, hyphens: bool = True) -> list[str]:
    """``text`` cut into rows of ``column`` half-ems, no row beginning with a closer or ending with an opener."""
    rows: list[str] = []
    row, room = "", column - indent
    for token in _tokens(text):
        size = width(row[-1:] + token.rstrip()) - width(row[-1:])
        if size > room and row:
            if latin and hyphens and size > 6 and room > 4 and rng.random() < 0.3 and token.strip().isalpha():
                cut = min(room - 1, size - 3)
                rows.append(row + token[:cut] + "-")
                token = token[cut:]
            else:
                rows.append(row.rstrip())
            row, room = "", column
            size = width(token.rstrip())
        row += token
        room -= size + (len(token) - len(token.rstrip()))
    if row.strip():
        rows.append(row.rstrip())
    return rows or [text]


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
