"""What can be seen of each line: the features that the labeller weighs.

None of them names a word of a story: they are widths against the column's width, what a line begins
and ends with, blank lines, open quotes, patterns from ``rules/``, and whether two characters on
either side of a line's end stand together elsewhere on the page. That is what carries across papers.
The method (line labelling with a linear-chain CRF over layout features) follows GROBID.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Sequence

from convert.kinship import said, shared, tokens
from convert.view import ENDS, FULL, View


INDENT = 5
"""Half-ems of an indent, and one for what digits are wider than half an em."""
_SLACK = [str(v) for v in range(-6, 9)]


def _slack(value: int, column: int) -> str:
    if value < -6:
        return "<<" if value < -12 else "<"
    if value <= 8:
        return _SLACK[value + 6]
    return ">" if value <= column // 3 else ">>" if value <= 2 * column // 3 else ">>>"


def _size(w: int) -> str:
    return str(w if w < 8 else 8 + w // 4 if w < 40 else 18 + w // 16 if w < 128 else 99)


def features(seen: View) -> list[list[str]]:
    """One list of feature names a line, as python-crfsuite takes them."""
    n = len(seen.texts)
    slack = [c - w for c, w in zip(seen.columns, seen.widths)]
    slack_name = [_slack(s, c) for s, c in zip(slack, seen.columns)]
    room = [0] + [seen.room(i) for i in range(1, n)]
    room_name = [_room(r) for r in room]
    fullness = [_fullness(seen, i) for i in range(n)]
    shapes = [_shape(seen, i, fullness[i]) for i in range(n)]
    own = [_own(seen, i, slack_name[i]) for i in range(n)]
    out: list[list[str]] = []
    echoes: dict[int, str] = {}
    told = _Told(seen)
    house = _house(seen)
    for i in range(n):
        f = list(own[i][0])
        p = i - 1
        if i:
            f += own[p][1]
            f += _across(seen, i, slack_name, room_name)
            f += _both_ends(seen, i, fullness)
        else:
            f.append("BOP")
        ahead = shapes[i + 1] if i + 1 < n else "$"
        f += [f"sh3={shapes[p] if i else '^'}{shapes[i]}{ahead}",
              f"sh4={shapes[p] if i else '^'}{shapes[i]}{ahead}{shapes[i + 2] if i + 2 < n else '$'}",
              f"run={_run(shapes, i, -1)}{shapes[i]}{_run(shapes, i, 1)}",
              f"sh|ratio={shapes[i]}{_ratio(seen, i)}{shapes[p] if i else '^'}"]
        if shapes[i] in "hwcbpfF" and (not i or shapes[p] in "eEfFhwp"):  # may be part of a headline block
            f += _heading(seen, i, shapes, house, echoes, told)
        if i > 1:
            f += own[i - 2][3]
        if i + 1 < n:
            f += own[i + 1][2]
            f.append("next-room=" + room_name[i + 1])
        else:
            f.append("EOP")
        if i + 2 < n:
            f += own[i + 2][4]
        if i < 3:
            f.append("top=%d" % i)
        if n - i <= 3:
            f.append("end=%d" % (n - i))
        out.append(f)
    return out


def _house(seen: View) -> str:
    """The paper's style as far as the page shows it: 0 to 2 for bylines on lines of their own, then whether kickers and subheads show themselves."""
    bylines = sum(1 for m in seen.marks if ("y" in m or "n" in m) and "f" not in m and "c" not in m)
    return f"{min(2, bylines)}{min(1, sum(1 for m in seen.marks if 's' in m or 'k' in m))}"


def _heading(seen: View, i: int, shapes: Sequence[str], house: str, echoes: dict[int, str], told: _Told) -> list[str]:
    """Features of a line that may be a kicker, headline, subhead or crosshead: itself and the line after it."""
    before = "^" if not i else shapes[i - 1] + ("" if seen.blanks[i] == 0 else "_")
    echo = echoes[i] = _echo(told, i)
    last = "-"
    if i and shapes[i - 1] in "hwcbpfF":
        last = echoes[i - 1] if i - 1 in echoes else _echo(told, i - 1)
    back = _back(told, i)
    f = [f"back={back}|{before}{shapes[i]}", f"back|echo={back}{echo}", f"echo={echo}", f"echo|sh={echo}|{before}{shapes[i]}", f"echo-1={last}|{shapes[i]}", f"echo2={last}{echo}",
         f"hd|{house}|{before}{shapes[i]}", f"hd|{house}|{_ratio(seen, i)}", f"hd|{before}|{_ratio(seen, i)}"]
    if i + 1 < len(shapes):
        gap = seen.columns[i + 1] - seen.widths[i + 1]
        f.append(f"hd|in={seen.indented}|{shapes[i]}|{_slack(gap, seen.columns[i + 1])}|{seen.last[i]}")
    opens = "".join(_opener(seen, k) for k in (i + 1, i + 2))
    f.append(f"hd|d|{opens}|{shapes[i]}")
    above, below = min(4, _run(shapes, i, -1)), min(4, _run(shapes, i, 1))
    start = i + below + 1
    opening = _opener(seen, start) + _news(seen, start)
    marks = "".join(mark for mark in "，：“、 （——" if mark in seen.texts[i])
    f += [f"ho|{above}{below}|{opening}", f"ho|{above}{below}|{opening}|{house}", f"ho|{opening}|{shapes[i]}",
          f"hp|{marks}|{shapes[i]}", f"hp|{house}|{above}{below}|{marks[:2]}"]
    if above or below:
        f += [f"hb|{above}{below}|{_box(seen, i, above, below)}", f"hb|{house}|{_box(seen, i, above, below)}"]
    if shapes[i] in "hwcf":
        runs_on = _continuity(told, i)
        f += [f"on={runs_on}|{shapes[i]}", f"on|back={runs_on}{back}", f"on|echo={runs_on}{echo}", f"on|d={runs_on}{opens}"]
    if not seen.wide:
        f.append(f"caps={_capitals(seen.texts[i])}|{shapes[i]}")
    if i + 1 < len(shapes):
        f += [f"hd|n|{before}{shapes[i]}{shapes[i + 1]}{seen.marks[i + 1]}", f"hd|n|{house}|{shapes[i + 1]}{_relative(seen, i, i + 1)}",
              f"hd|n|{_ratio(seen, i)}|{_ratio(seen, i + 1)}|{shapes[i + 1]}"]
    if i + 2 < len(shapes):
        f.append(f"hd|2|{shapes[i]}{shapes[i + 1]}{shapes[i + 2]}{seen.marks[i + 1]}|{seen.marks[i + 2]}")
        f += [f"pair+{name}" for name in _pair(seen, i, house)]
    if i:
        f += [f"hd|p|{house}|{shapes[i - 1]}{_relative(seen, i - 1, i)}", *[f"pair-{name}" for name in _pair(seen, i - 1, house)]]
    return f


def _pair(seen: View, i: int, house: str) -> tuple[str, ...]:
    """How many characters lines i and i + 1 have, a bracket at the end aside: a couplet's lines are short and of one length."""
    a, b = len(_unbracketed(seen.texts[i])), len(_unbracketed(seen.texts[i + 1]))
    difference = max(-4, min(4, b - a))
    return f"{house[0]}|{min(14, a)}|{difference}", f"{house[0]}|{min(a, b) // 3 if max(a, b) < 24 else 9}|{min(4, abs(b - a))}"


def _unbracketed(text: str) -> str:
    """The line without what stands in brackets at its end: papers put a column's name there."""
    at = text.rfind("（")
    return text[:at] if at > 0 and text.endswith("）") else text


ECHO_LINES, ECHO_BACK, CONTINUITY_LINES = 6, 40, 20
LEAD = 70
"""Characters within which a story says when it happened and who reports."""


class _Told:
    """What the lines of a page tell, each looked at once."""

    def __init__(self, seen: View) -> None:
        self._seen = seen
        self._known: dict[int, frozenset[str]] = {}

    def line(self, i: int) -> frozenset[str]:
        found = self._known.get(i)
        if found is None:
            found = self._known[i] = tokens(self._seen.texts[i], self._seen.rules)
        return found

    def lines(self, start: int, end: int) -> frozenset[str]:
        return frozenset().union(*[self.line(i) for i in range(max(0, start), min(end, len(self._seen.texts)))])


def _fifths(share: float) -> str:
    return str(int(5 * share)) if share >= 0 else "-"


def _echo(told: _Told, i: int) -> str:
    """How much of line i the lines after it say too, in fifths: a lead repeats its headline."""
    return _fifths(said(told.line(i), told.lines(i + 1, i + 1 + ECHO_LINES)))


def _back(told: _Told, i: int) -> str:
    """How much of line i the lines before it say too, in fifths."""
    return _fifths(said(told.line(i), told.lines(i - ECHO_BACK, i)))


def _continuity(told: _Told, i: int) -> str:
    """How much the lines after line i say of what the lines before it said: more at a crosshead than at a headline."""
    share = shared(told.lines(i + 1, i + 1 + ECHO_LINES), told.lines(i - CONTINUITY_LINES, i))
    return str(min(7, int(20 * share))) if share >= 0 else "-"


def _opener(seen: View, i: int) -> str:
    """What of line i opens a story's text: d a dateline, y a byline, n a bare name, $ the page's end, or -."""
    return next((m for m in "dyn" if m in seen.marks[i]), "-") if i < len(seen.texts) else "$"


def _capitals(text: str) -> int:
    """Share of a line's longer words that begin with a capital, in quarters: headlines in title case have many."""
    words = [word for word in text.split() if len(word) > 3]
    return 4 * sum(word[0].isupper() for word in words) // len(words) if words else 0


def _news(seen: View, i: int) -> str:
    """What of the text below a heading says that a story begins: t a time, r a reporter, or -."""
    text = "".join(seen.texts[i:i + 3])[:LEAD]
    return ("t" if seen.rules.lead_times.search(text) else "-") + ("r" if seen.rules.reporters.search(text) else "-")


def _box(seen: View, i: int, above: int, below: int) -> str:
    """Whether lines i - 1 and i were parted on purpose: had the widest line of the block room for what line i begins with?"""
    widest = max(seen.widths[i - above:i + below + 1])
    left = [widest - seen.widths[k - 1] - seen.lead[k] for k in (i, i + 1) if i - above < k <= i + below]
    names = ["<" if r < 0 else "0" if r < 4 else "1" if r < 10 else "2" for r in left]
    return ("^" if not above else "") + "".join(names) + ("$" if not below else "")


def _relative(seen: View, a: int, b: int) -> int:
    """How much wider line b is than line a, from -3 (far narrower) through 0 (within an em) to 3."""
    difference, base = seen.widths[b] - seen.widths[a], max(seen.widths[a], seen.widths[b], 1)
    share = difference / base
    step = 0 if abs(difference) <= 2 else 1 if abs(share) < 0.2 else 2 if abs(share) < 0.5 else 3
    return step if difference > 0 else -step


def _fullness(seen: View, i: int) -> str:
    """How line i fills its column: f leaves no room for what the next line begins with, p none if it is indented,
    s is short, w wider than the column."""
    slack = seen.columns[i] - seen.widths[i]
    if slack < -6:
        return "w"
    left = seen.room(i + 1) if i + 1 < len(seen.texts) else slack - FULL
    if left < 0:
        return "f"
    return "p" if left < INDENT and seen.indented != "n" else "s"


def _shape(seen: View, i: int, fullness: str) -> str:
    """The line in one letter: b breaks off full, p full if indented; e ends a sentence early, E ends one full, f and F do so with
    a question or a cry, h reads like a heading, w a heading wider than the column, c ends with a clause mark, early, i is short otherwise."""
    last = seen.last[i]
    if last in ("F", "FQ"):
        return "F" if fullness in "fp" else "f"
    if last in ENDS:
        return "E" if fullness in "fp" else "e"
    if fullness == "w":
        return "b" if last == "C" else "w"
    if fullness in "fp":
        return "b" if fullness == "f" else "p"
    return "c" if last == "C" else "h" if "。" not in seen.texts[i] else "i"


def _run(shapes: Sequence[str], i: int, way: int) -> int:
    """How many lines beyond line i, up to 6, look like headings: a poem or a list has many."""
    count, at = 0, i + way
    while count < 6 and 0 <= at < len(shapes) and shapes[at] in "hwcf":
        count, at = count + 1, at + way
    return count


def _ratio(seen: View, i: int) -> int:
    """Width against the column's, in tenths up to 2, then 20 or 30."""
    ratio = 10 * seen.widths[i] // max(1, seen.columns[i])
    return ratio if ratio < 16 else 20 if ratio < 30 else 30


def _room(value: int) -> str:
    return "<" if value < -4 else ">" if value > 12 else "+" if value > 4 else str(value)


def _own(seen: View, i: int, slack_name: str) -> tuple[tuple[str, ...], ...]:
    """Features of line i as seen from itself, the next line, the line before, two before and two after."""
    text = seen.texts[i]
    stops = text.count("。") + text.count("．") if seen.wide else text.count(". ")
    commas = text.count("，") + text.count("、") if seen.wide else text.count(",")
    return _own_names(slack_name, seen.first[i], seen.last[i], _size(seen.widths[i]), min(2, stops), min(2, commas),
                      min(6, seen.indents[i]), seen.spaced[i], seen.marks[i])


# Most lines of a page are alike in what can be seen of them: their feature names are made once.
@lru_cache(maxsize=1 << 15)
def _own_names(slack: str, first: str, last: str, size: str, stops: int, commas: int, indent: int, spaced: bool, marks: str) -> tuple[tuple[str, ...], ...]:
    each = [f"m={m}" for m in marks] or ["m="]
    shape = f"{slack}|{last}"
    mine = (f"w={size}", f"fc={first}", f"in={indent}", f"sp={spaced:d}", *each, f"fc|sl={first}|{slack}", f"lc|sl={shape}",
            f"cm|st|w={commas}{stops}|{size}", f"m|lc={marks}|{last}")
    far = (f"sl={slack}", f"lc={last}", *each)
    return (mine, tuple("-1:" + s for s in (f"w={size}", *each)), tuple("+1:" + s for s in (f"lc|sl={shape}", f"fc={first}", f"w={size}", *each)),
            tuple("-2:" + s for s in far), tuple("+2:" + s for s in far))


def _both_ends(seen: View, i: int, fullness: Sequence[str]) -> tuple[str, ...]:
    """How the lines on both sides of a break fill their columns: an indented line and a paragraph's last are short."""
    ends = f"{fullness[i - 1]}{seen.last[i - 1]}|{fullness[i]}"
    return (f"full={seen.indented}|{ends}", f"full|lc={seen.indented}|{ends}{seen.last[i]}", f"full|gap={seen.spacing}{min(2, seen.blanks[i])}|{ends}")


def _across(seen: View, i: int, slack_name: Sequence[str], room_name: Sequence[str]) -> tuple[str, ...]:
    """Features of the break between line i - 1 and line i."""
    p = i - 1
    return _across_names(f"{seen.spacing}{min(2, seen.blanks[i])}", room_name[i], seen.joins[i], min(2, seen.depth[i]),
                         seen.last[p], seen.first[i], slack_name[i], slack_name[p],
                         seen.indented, seen.openings[i], seen.marks[i], _slack(seen.widths[p] - seen.widths[i], 30), min(6, seen.indents[i]))


@lru_cache(maxsize=1 << 15)
def _across_names(gap: str, room: str, join: str, open_: int, before: str, first: str, mine: str, previous: str, indented: str,
                  opening: str, marks: str, step: str, indent: int) -> tuple[str, ...]:
    return (f"join={join}", f"lc|gap={before}|{gap}", f"lc|fc={before}|{first}", f"gap|room={gap}|{room}",
            f"lc|room|sl={before}|{room}|{mine}", f"ind|room|sl={indented}|{room}|{mine}", f"ind|lc|sl={indented}|{before}|{mine}",
            f"lc|join={before}|{join}|{room}", f"open|lc={open_}|{before}", f"psl|sl={previous}|{mine}", f"op|lc|room={opening}|{before}|{room}",
            f"m|lc|room={marks}|{before}|{room}", f"lc|dw={before}|{step}",
            f"ind|in|lc={indented}|{indent}|{before}", f"gap|lc|room={gap}|{before}|{room}")
