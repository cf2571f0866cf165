"""Separate the words in Latin letters that extraction ran together.

May change: only white space, and every word that it parts is noted. A word is parted as the page spells it elsewhere
(``RIVRVodcast`` where ``RIVR Vodcast`` is printed too), behind a name that English lists (``JohnBrown``), and into
three listed words and more (``AgreetoDiffer``). Where one such word shows that the extraction loses spaces, those
of two words are parted as well: one word alone may be a compound or a maker's name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Callable, Iterator, Sequence

from convert.lexicon import is_word
from convert.measure import mostly_wide
from convert.model import Note, Unit
from convert.rules import Rules

_RUN = re.compile(r"(?<![0-9A-Za-z@#_./\\'’-])(?=['’A-Za-z]{6})[A-Za-z](?:['’]?[A-Za-z])+(?![0-9@_/\\-]|[.][A-Za-z])")
"""Letters that may be several words; no addresses, marks and numbers of models."""
_SPACED = re.compile(r"(?<![A-Za-z])[A-Za-z]['’A-Za-z]*(?: ['’A-Za-z]+)+")
_LETTERS = re.compile("[A-Za-z]{3}")
_INNER_CAPITAL = re.compile("[a-z][A-Z]")
_TITLE = re.compile("[A-Z][a-z]+(?=[A-Z]|$)")
LONG, CERTAIN, MEAN = 10, 12, 4
"""Letters from which two, and three, listed words run together are no compound that the list does not have, and what these have at least on average."""
LONGEST = 60
"""Letters beyond which nothing is looked for."""


def separate(units: Sequence[Unit], rules: Rules) -> tuple[tuple[Unit, ...], tuple[Note, ...]]:
    """The units with spaces between words that ran together, and a note for each such word."""
    text = "\n".join([unit.text for unit in units])
    runs = set(_RUN.findall(text)) if _LETTERS.search(text) else set()
    if not runs or not mostly_wide(text):  # a page of words alone would show at once that extraction loses spaces
        return tuple(units), ()
    known = _knowing(rules)
    unlisted = sorted(run for run in runs if len(run) <= LONGEST and run not in rules.one_word and not known(run))
    elsewhere = _spelt_with_spaces(units) if unlisted else {}
    certain = {run: words for run in unlisted for words in [elsewhere.get(run) or _named(run) or _many(run, known, rules)] if words}
    if not certain:
        return tuple(units), ()
    likely = {run: words for run in unlisted if run not in certain for words in [_two(run, known)] if words}
    return _parted(units, {**certain, **likely})


def _parted(units: Sequence[Unit], words: dict[str, str]) -> tuple[tuple[Unit, ...], tuple[Note, ...]]:
    out, notes = [], []
    for unit in units:
        found = [run for run in _RUN.findall(unit.text) if run in words]
        if found:
            unit = replace(unit, text=_RUN.sub(lambda run: words.get(run[0], run[0]), unit.text))
            notes += [Note(unit.pieces[0].number, "words-run-together", f"{run} is read as {words[run]}") for run in found]
        out.append(unit)
    return tuple(out), tuple(notes)


def _knowing(rules: Rules) -> Callable[[str], bool]:
    @lru_cache(maxsize=None)
    def known(text: str) -> bool:
        """True for a listed word in any case, or its possessive."""
        bare = re.sub("['’]s$", "", text)
        return any(is_word(form, rules.short_words) for form in (bare, bare.lower(), bare.capitalize()))
    return known


def _spelt_with_spaces(units: Sequence[Unit]) -> dict[str, str]:
    """Two and three words in a row as the page has them, by what they are without spaces."""
    found: dict[str, str] = {}
    for unit in units:
        for phrase in _SPACED.findall(unit.text):
            words = phrase.split(" ")
            for count in (2, 3):
                for i in range(len(words) - count + 1):
                    found["".join(words[i:i + count])] = " ".join(words[i:i + count])
    return found


def _named(run: str) -> str:
    """``run`` parted at its capitals where it begins with a name that is no other word."""
    words = _TITLE.findall(run)
    first = words[0] if len(words) > 1 and "".join(words) == run else ""
    return " ".join(words) if len(first) >= 4 and min(map(len, words)) > 1 and is_word(first, ()) and not is_word(first.lower(), ()) else ""


def _many(run: str, known: Callable[[str], bool], rules: Rules) -> str:
    """``run`` parted into three words and more, none of which a maker joins to a name: they have no capitals, or a short word stands in between."""
    words = _fewest(run, known)
    plain = run.islower() or words and words[0].islower() or any(word in rules.short_words for word in words[1:])
    return " ".join(words) if plain and len(words) > 2 and len(run) >= max(CERTAIN, MEAN * len(words)) else ""


def _two(run: str, known: Callable[[str], bool]) -> str:
    words = _fewest(run, known)
    return " ".join(words) if len(words) > 1 and (len(run) >= LONG or _INNER_CAPITAL.search(run)) else ""


def _fewest(run: str, known: Callable[[str], bool]) -> list[str]:
    """The fewest listed words that make up ``run``, short ones counting more; none begins with a small letter behind a capital."""
    best: list[tuple[float, list[str]] | None] = [(0.0, []), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        options = [(cost + (1 if end - start >= 4 else 1.5), [*words, run[start:end]]) for start, (cost, words) in _open(best[:end])
                   if _is_piece(run[start:end]) and known(run[start:end])]
        best[end] = min(options, default=None)
    return best[-1][1] if best[-1] else []


def _open(best: Sequence[tuple[float, list[str]] | None]) -> Iterator[tuple[int, tuple[float, list[str]]]]:
    return ((i, found) for i, found in enumerate(best) if found)


def _is_piece(text: str) -> bool:
    """True where capitals stand as in one word."""
    return text[1:].islower() or text.isupper() or text == "a"
