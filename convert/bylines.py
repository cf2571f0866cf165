"""Which row below a heading is a byline: what reads as one, and names that nothing but their place tells from a headline's last row."""

from __future__ import annotations

from convert.paragraphs import ENDED_EARLY, NAME, brackets
from convert.people import people, surnamed
from convert.reading import is_han, is_word, runs_on
from convert.view import ENDS, View

LIKELY, LIKELY_NAME = 0.02, 0.2
"""A row below a heading that names somebody as bylines do, or is a name and nothing else, is one from this probability on: other papers' bylines are few in training."""
CUT_REST, FIRST_TITLE = 4, 12
"""Half-ems that the rest of a byline which the width cut leaves on its row at least; characters of the first row in which a reporter's title stands."""
NAMES = 16
"""Characters of a row of names at most."""
LEFT = 4
"""Half-ems that the row above a name leaves of the width that headings have: what the width cut off a headline may be as short."""


def is_named(i: int, seen: View, chance: float, widest: int) -> bool:
    """Whether row i, below a heading, is of names alone, so that nothing else need say that it is a byline.

    ``chance`` is the labeller's probability of a byline there, ``widest`` the width in half-ems of the page's widest heading.
    """
    uncut = _is_uncut(i, seen, widest)
    return chance > LIKELY and (_is_names(i, seen) or uncut and _is_pen_name(i, seen)) or chance > LIKELY_NAME and uncut and is_short(i, seen)


def is_byline(i: int, seen: View, chance: float, widest: int) -> bool:
    """Whether row i, below a heading, is a byline by the labeller's word, by its pattern or by a known surname."""
    return (chance > 0.5 or chance > LIKELY and names_somebody(i, seen)
            or chance > LIKELY_NAME and _is_uncut(i, seen, widest) and bool(surnamed(seen.texts[i], seen.rules)))


def reads_as_byline(i: int, seen: View) -> bool:
    """Whether a byline's pattern fits row i whole, and it is no dateline, nor a part of one; without brackets, what its people did ends it."""
    text = seen.texts[i]
    dated = "d" in seen.marks[i] and not (seen.first[i] == "H" and text.endswith(seen.rules.deeds))
    return "y" in seen.marks[i] and not dated and not brackets(text)


def is_cut(i: int, seen: View) -> bool:
    """Whether row i begins a byline that the width cut, and row i + 1 is the rest of it, and no more: 本报记者 林知秋 通讯员 周望 / 舒. One name is enough behind a bullet, and where a bracket is cut."""
    if not seen.wide or i + 1 >= len(seen.texts) or seen.room(i + 1) >= ENDED_EARLY or seen.columns[i + 1] - seen.widths[i + 1] < CUT_REST:
        return False
    bracketed = brackets(seen.texts[i]) > 0
    if not bracketed and not seen.rules.reporters.search(seen.texts[i][:FIRST_TITLE]) or seen.last[i + 1] in ENDS:
        return False
    text = seen.texts[i] + seen.texts[i + 1]
    named = people(text, seen.rules)
    sure = bracketed or text[0] in seen.rules.bullets
    return (not brackets(text) and seen.rules.bylines.whole(text) and len(named.reporters) > (not sure)
            and all(surnamed(name, seen.rules) for name in (*named.reporters, *named.photographers)))


def is_short(i: int, seen: View) -> bool:
    """Whether row i is as short as a name: right below a heading a surname may be a rare one."""
    text = seen.texts[i]
    return seen.wide and not seen.japanese and 2 <= len(text) <= NAME and not any([char.isascii() and char.isalnum() for char in text])


def _is_uncut(i: int, seen: View, widest: int) -> bool:
    """Whether the row above row i left room of the width that the page's headings have."""
    return seen.widths[i - 1] + LEFT <= widest


def names_somebody(i: int, seen: View) -> bool:
    """Whether row i reads as a byline, and somebody whom it names has a known surname, or a bullet and a title that stand before the name."""
    if not reads_as_byline(i, seen):
        return False
    named = people(seen.texts[i], seen.rules)
    known = any(surnamed(name, seen.rules) for name in (*named.reporters, *named.photographers))
    return known or bool(named.reporters) and seen.texts[i][0] in seen.rules.bullets and seen.rules.reporters.search(seen.texts[i]) is not None


def _is_names(i: int, seen: View) -> bool:
    """Whether row i is made of two names and more with known surnames, and of nothing else: extraction runs them together."""
    return seen.wide and not seen.japanese and len(seen.texts[i]) <= NAMES and len(surnamed(seen.texts[i], seen.rules)) > 1


def _is_pen_name(i: int, seen: View) -> bool:
    """Whether row i is two characters that are no word, and no sentence would run on into them: what the width cut off a headline is a word, or the rest of one."""
    text = seen.texts[i]
    return (seen.wide and not seen.japanese and len(text) == 2 and is_han(text)
            and not is_word(text) and not runs_on(seen.texts[i - 1], text) and i + 1 < len(seen.texts) and len(seen.texts[i + 1]) > NAME)
