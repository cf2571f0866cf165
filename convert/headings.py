"""Features of lines that may be a kicker, headline, subhead or crosshead.

They weigh what the line and its neighbours look like, how much of the line the text around it says
too, what the text below opens with, and whether the lines of a block were parted on purpose.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Sequence

from convert.kinship import chosen, told_by, wide_pairs
from convert.measure import unbracketed
from convert.shapes import HEADING, ratio, relative, slack
from convert.view import View

ECHO_LINES, ECHO_BACK, CONTINUITY_LINES = 6, 40, 20
"""Lines after and before a heading that are searched for what it says; lines before, for the story's own words."""
CLAUSES = frozenset("，。、")
HALVES = 60
"""Characters that a heading in halves has at most."""
LEAD = 70
"""Characters within which a story says when it happened and who reports."""


class Headings:
    """The features of one page's headings; what its lines tell is looked at once."""

    def __init__(self, seen: View, shapes: Sequence[str], around: Sequence[tuple[int, int]]) -> None:
        self._seen = seen
        self._shapes = shapes
        self._around = around
        self._house = _house(seen)
        self._page = "\n".join(seen.texts)
        self._at = [0, *accumulate(len(text) + 1 for text in seen.texts)]
        """Where each row begins on the page."""
        self._echoes: dict[int, str] = {}
        self._owns: dict[int, frozenset[str]] = {}
        self._rows: dict[int, set[str]] = {}
        self._pairs: dict[int, tuple[str, ...]] = {}

    def features(self, i: int) -> list[str]:
        """Feature names of line i, whose shape and place a part of a headline block may have; none where it plainly is no such part."""
        text = self._seen.texts[i]
        if self._shapes[i] in "bp" and not CLAUSES.isdisjoint(text) and (" " not in text or len(text) > HALVES):  # a full line with a comma, and not in halves, is hardly ever one
            return []
        return [*self._echoed(i), *self._placed(i), *self._blocked(i), *self._next(i)]

    def _echoed(self, i: int) -> list[str]:
        shapes = self._shapes
        mine = shapes[i]
        back, echo = self._back(i), self._echo(i)
        last = self._echo(i - 1) if i and shapes[i - 1] in HEADING else "-"
        out = [f"back|echo={back}{echo}", f"echo={echo}|{mine}", f"echo-1={last}|{mine}", f"echo2={last}{echo}"]
        if mine in "hwcf":
            runs_on = self._continuity(i)
            out += [f"on={runs_on}|{mine}", f"on|back={runs_on}{back}", f"on|echo={runs_on}{echo}"]
        return out

    def _placed(self, i: int) -> list[str]:
        seen, mine, before, house = self._seen, self._shapes[i], self._before(i), self._house
        wide = ratio(seen, i)
        out = [f"hd|{house}|{before}{mine}", f"hd|{house}|{wide}", f"hd|d|{self._opens(i)}|{mine}"]
        if not seen.wide:
            out.append(f"caps={_capitals(seen.texts[i])}|{mine}")
        return out

    def _blocked(self, i: int) -> list[str]:
        """The line as one of a block of heading-like lines, and what opens the text below the block."""
        seen, house = self._seen, self._house
        above, below = (min(4, count) for count in self._around[i])
        start = i + below + 1
        opening = _opener(seen, start) + _news(seen, start)
        marks = "".join(mark for mark in "，：“、 （——" if mark in seen.texts[i])
        out = [f"ho|{above}{below}|{opening}", f"ho|{above}{below}|{opening}|{house}", f"ho|{opening}|{self._shapes[i]}",
               f"hp|{marks}|{self._shapes[i]}", f"hp|{house}|{above}{below}|{marks[:2]}"]
        if above or below:
            box = _box(seen, i, above, below)
            out += [f"hb|{above}{below}|{box}", f"hb|{house}|{box}"]
        return out

    def _next(self, i: int) -> list[str]:
        """The line beside the lines after and before it."""
        seen, shapes, house, out = self._seen, self._shapes, self._house, []
        mine = shapes[i]
        if i + 1 < len(shapes):
            gap, ahead = seen.columns[i + 1] - seen.widths[i + 1], shapes[i + 1]
            out += [f"hd|in={seen.indented}|{mine}|{slack(gap, seen.columns[i + 1])}|{seen.last[i]}",
                    f"hd|n|{house}|{ahead}{relative(seen, i, i + 1)}", *["pair+" + name for name in self._pair(i)]]
        if i + 2 < len(shapes):
            out.append(f"hd|2|{mine}{shapes[i + 1]}{shapes[i + 2]}{seen.marks[i + 1]}|{seen.marks[i + 2]}")
        if i:
            out += [f"hd|p|{house}|{shapes[i - 1]}{relative(seen, i - 1, i)}", *["pair-" + name for name in self._pair(i - 1)]]
        return out

    def _pair(self, i: int) -> tuple[str, ...]:
        found = self._pairs.get(i)
        if found is None:
            found = self._pairs[i] = _pair(self._seen, i, self._house)
        return found

    def _before(self, i: int) -> str:
        return self._shapes[i - 1] + ("_" if self._seen.blanks[i] else "") if i else "^"

    def _opens(self, i: int) -> str:
        return _opener(self._seen, i + 1) + _opener(self._seen, i + 2)

    def _echo(self, i: int) -> str:
        """How much of line i the lines after it say too, in fifths: a lead repeats its headline."""
        found = self._echoes.get(i)
        if found is None:
            found = self._echoes[i] = _fifths(told_by(self._own(i), self._text(i + 1, i + 1 + ECHO_LINES)))
        return found

    def _back(self, i: int) -> str:
        """How much of line i the lines before it say too, in fifths."""
        return _fifths(told_by(self._own(i), self._text(i - ECHO_BACK, i)))

    def _continuity(self, i: int) -> str:
        """How much of the lines after line i the lines before it say too, in twentieths: more at a crosshead than at a headline."""
        share = told_by(self._tokens(i + 1, i + 1 + ECHO_LINES), self._text(i - CONTINUITY_LINES, i))
        return str(min(7, int(20 * share))) if share >= 0 else "-"

    def _own(self, i: int) -> frozenset[str]:
        """The tokens of line i."""
        found = self._owns.get(i)
        if found is None:
            found = self._owns[i] = self._tokens(i, i + 1)
        return found

    def _text(self, start: int, end: int) -> str:
        return self._page[self._at[max(0, start)]:self._at[min(end, len(self._at) - 1)]]

    def _tokens(self, start: int, end: int) -> frozenset[str]:
        rows = [self._row(k) for k in range(start, min(end, len(self._seen.texts)))]
        return chosen(set().union(*rows), self._text(start, end), self._seen.rules)

    def _row(self, i: int) -> set[str]:
        """The pairs of wide characters of line i."""
        found = self._rows.get(i)
        if found is None:
            found = self._rows[i] = wide_pairs(self._seen.texts[i])
        return found


def _fifths(share: float) -> str:
    return str(int(5 * share)) if share >= 0 else "-"


def _house(seen: View) -> str:
    """The paper's style as far as the page shows it: 0 to 2 for bylines on lines of their own, then whether kickers and subheads show themselves."""
    bylines = sum(1 for m in seen.marks if ("y" in m or "n" in m) and "f" not in m and "c" not in m)
    return f"{min(2, bylines)}{min(1, sum(1 for m in seen.marks if 's' in m or 'k' in m))}"


def _opener(seen: View, i: int) -> str:
    """What of line i opens a story's text: d a dateline, y a byline, n a bare name, $ the page's end, or -."""
    return next((m for m in "dyn" if m in seen.marks[i]), "-") if i < len(seen.texts) else "$"


def _news(seen: View, i: int) -> str:
    """What of the text below a heading says that a story begins: t a time, r a reporter, or -."""
    text = "".join(seen.texts[i:i + 3])[:LEAD]
    return ("t" if seen.rules.lead_times.search(text) else "-") + ("r" if seen.rules.reporters.search(text) else "-")


def _capitals(text: str) -> int:
    """Share of a line's longer words that begin with a capital, in quarters: headlines in title case have many."""
    words = [word for word in text.split() if len(word) > 3]
    return 4 * sum(word[0].isupper() for word in words) // len(words) if words else 0


def _box(seen: View, i: int, above: int, below: int) -> str:
    """Whether lines i - 1 and i were parted on purpose: had the widest line of the block room for what line i begins with?"""
    widest = max(seen.widths[i - above:i + below + 1])
    left = [widest - seen.widths[k - 1] - seen.lead[k] for k in (i, i + 1) if i - above < k <= i + below]
    names = ["<" if r < 0 else "0" if r < 4 else "1" if r < 10 else "2" for r in left]
    return ("^" if not above else "") + "".join(names) + ("$" if not below else "")


def _pair(seen: View, i: int, house: str) -> tuple[str, ...]:
    """How many characters lines i and i + 1 have, a bracket at the end aside: a couplet's lines are short and of one length."""
    a, b = len(unbracketed(seen.texts[i])), len(unbracketed(seen.texts[i + 1]))
    difference = max(-4, min(4, b - a))
    return f"{house[0]}|{min(14, a)}|{difference}", f"{house[0]}|{min(a, b) // 3 if max(a, b) < 24 else 9}|{min(4, abs(b - a))}"
