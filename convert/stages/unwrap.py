"""Join labelled lines into units: paragraphs, headline parts, credits, furniture.

May change: only white space, and hyphens that cut a word at a line's end. Page furniture is lifted
out, and a paragraph on both its sides is joined.
"""

from __future__ import annotations

from functools import partial
from typing import Callable, Sequence

from convert.capitals import is_capital
from convert.joining import HYPHENS, is_wide, join, vocabulary
from convert.language import language
from convert.lexicon import LANGUAGES, is_word
from convert.model import Label, Line, Unit
from convert.rules import Rules


def unwrap(lines: Sequence[Line], labels: Sequence[Label], rules: Rules) -> tuple[Unit, ...]:
    """Units in the order in which they begin; ``labels`` has one label for each non-blank line."""
    filled = [line for line in lines if line.text]
    groups = _grouped(labels)
    joined = _joining([line.text.strip() for line in filled], rules)
    starts = {members[0]: k for k, (_, members) in enumerate(groups)}
    return tuple(
        Unit(role, _text(tuple(filled[i] for i in members), joined), tuple(filled[i] for i in members),
             _confidence(members, labels, starts), max(labels[i].heading for i in members))
        for role, members in groups)


def _grouped(labels: Sequence[Label]) -> list[tuple[str, list[int]]]:
    """(role, line indices) of every unit; furniture does not end the unit that it interrupts."""
    groups: list[tuple[str, list[int]]] = []
    open_unit: list[int] | None = None
    open_role = ""
    for i, (tag, *_) in enumerate(labels):
        way, role = tag[0], tag[2:]
        if role == "furniture":
            if way == "I" and groups and groups[-1][0] == role and groups[-1][1][-1] == i - 1:
                groups[-1][1].append(i)
            else:
                groups.append((role, [i]))
        elif way == "I" and open_unit is not None and role == open_role:
            open_unit.append(i)
        else:
            open_unit, open_role = [i], role
            groups.append((role, open_unit))
    return groups


def _joining(texts: list[str], rules: Rules) -> Callable[[str, str], str]:
    """How this page's pieces are joined: by its own words, and by those of its language where they are listed."""
    if not any([text[-1] in HYPHENS or is_capital(text) for text in texts]):
        return join
    joined = partial(join, words=vocabulary(texts))
    if language(texts, rules) not in LANGUAGES:
        return partial(joined, keep_hyphen=rules.compound_words)
    return partial(joined, keep_hyphen=rules.compound_starts, is_word=partial(is_word, short=rules.short_words))


RUN = 4096
"""Characters of a joined run: a long paragraph is joined in runs, so that the cost stays linear in its length."""


def _text(pieces: tuple[Line, ...], joined: Callable[[str, str], str]) -> str:
    runs = [pieces[0].text.strip()]
    for line in pieces[1:]:
        piece, before = line.text.strip(), runs[-1]
        if is_wide(before[-1]) and is_wide(piece[0]):
            runs.append(piece)
        elif len(before) > RUN:
            runs[-1] = before[:-RUN // 2]
            runs.append(joined(before[-RUN // 2:], piece))
        else:
            runs[-1] = joined(before, piece)
    return "".join(runs)


def _confidence(members: Sequence[int], labels: Sequence[Label], starts: dict[int, int]) -> float:
    """Probability that the unit's extent and role are right."""
    first, after = members[0], members[-1] + 1
    right = labels[first].sure * (labels[first].begins if labels[first].tag[0] == "B" else 1.0)
    for i in members[1:]:
        right *= 1.0 - labels[i].begins
    ends = labels[after].begins if after < len(labels) and after in starts else 1.0
    return min(1.0, max(0.0, right * ends))
