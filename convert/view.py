"""Measure a page's lines: everything that the features of ``features.py`` are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from convert.assemble import assemble
from convert.edges import LONGEST_WORD, closes_with_a_remark, depths, joins, last_class, lead_width
from convert.marks import marks_of
from convert.measure import advance, char_classes, class_of, is_short, japanese
from convert.model import Line
from convert.numbering import in_series
from convert.rules import Rules
from convert.turns import turns

ENDS = frozenset(("E", "EQ", "F", "FQ"))
"""Classes of line ends at which a sentence may end."""
ONE_EM = 3
"""How many times as often as otherwise the row below a paragraph's plain end is short by an em on a page that indents by one."""
SHORT_FIRST, FULL_FIRST, NO_INDENT = 2.3, 0.85, 1.0
"""What a paragraph's first row says for an indent of one em where that leaves no room on it, and against one where it is full, in nats, and what all must say: of 120 made-up Japanese pages
that indent 53 in 100 such rows are of the first kind, of 60 that do not 5."""
PLAIN, FEW_FIRSTS, WIDEST_INDENT = 4, 4, 6
"""Half-ems of room that make a paragraph's end plain; paragraphs that tell whether a page indents; half-ems that an indent has at most, where words are parted by spaces."""
FULL = 2
"""Half-ems by which a full line may fall short: hanging and squeezed punctuation take that much."""


@dataclass
class View:
    """Parallel lists over the page's printed rows; filled once, read by the feature writer."""

    starts: list[int]
    """Index of the non-blank line that each row begins with: extraction cuts some rows into several lines."""
    lifted: frozenset[int]
    """Indices of the non-blank lines that are page furniture and nothing else: no row holds them."""
    texts: list[str]
    blanks: list[int]
    """Blank lines just before each row."""
    indents: Sequence[int]
    """Half-ems that each row stands in from the page's margin."""
    widths: list[int]
    columns: list[int]
    first: list[str]
    """Class of the first character (``measure.py``), or S for a word that is a capital only where a sentence begins."""
    last: list[str]
    lead: list[int]
    """Width in half-ems of the first unbreakable cluster: what the line before would have needed room for."""
    marks: list[str]
    """Pattern hits: d dateline, y byline, c credit, f furniture, k kicker ending, s subhead opening, p caption,
    n a bare name, l list item, o paragraph opening, r a name and a verb of reporting, b all in brackets, h a column's name in brackets, or a part of one, and more,
    t a column's name in brackets at the end."""
    openings: list[str]
    """How often the line's first two characters open lines that plainly open paragraphs: 0, 1 or 2 for more."""
    spaced: list[bool]
    depth: list[int]
    """Brackets and quotes open at the line's start."""
    joins: list[str]
    """Whether the pair of characters across the line's start stands together elsewhere: y, n, or - where it cannot be told."""
    wide: bool
    japanese: bool
    indented: str
    """Whether the page indents its paragraphs: y, n, k (the indents were kept), j (by one em, as in Japan) or ?."""
    rules: Rules
    spacing: str
    """Blank lines: 0 none, s some, m many, p between paragraphs, a after every line."""
    cut: bool
    """Whether rows were put together that extraction had cut at squeezed punctuation: others may be left, where a row is not full."""
    tables: list[bool]
    """Whether each row is one of a table."""
    turns: list[bool]
    """Whether each row begins with who speaks, in an interview."""
    series: frozenset[int]
    """Rows that number the sections of a story, one after the other."""

    def room(self, i: int) -> int:
        """Half-ems left on line i - 1 after what line i begins with had been put there: 0 or more means that the
        line was ended on purpose."""
        return self.columns[i - 1] - self.widths[i - 1] - self.lead[i] - (not self.wide)

    def is_short(self, i: int) -> bool:
        """Whether line i is plainly short: two thirds of its column are more."""
        return is_short(self.widths[i], self.columns[i])

    def open_before(self, i: int) -> bool:
        """Whether a bracket or quotation that line i - 1 opens is still open at line i."""
        return self.depth[i] > self.depth[i - 1]


def view(lines: Sequence[Line], spaced: Sequence[bool], rules: Rules) -> View:
    """Measure the non-blank lines of a page."""
    page = assemble(lines, spaced, rules)
    texts, widths, columns, wide = page.texts, page.widths, page.columns, page.wide
    classes = char_classes(rules)
    get = classes.get
    first = [get(t[0]) or class_of(t[0]) for t in texts]
    last = [last_class(t, classes) for t in texts]
    if wide:
        last = ["EQ" if remark else kind for kind, remark in zip(last, closes_with_a_remark(texts, classes))]
        lead = [lead_width(t, f, classes) for t, f in zip(texts, first)]
    else:
        last = [last_class(t[:-1] + "”", classes) if kind == "O" and t[-2:-1].strip() else kind for kind, t in zip(last, texts)]  # „…“ and »…« close with what opens elsewhere
        words = [t.split(" ", 1)[0] for t in texts]
        first = ["S" if kind == "U" and word.lower() in rules.sentence_openers else kind for kind, word in zip(first, words)]
        lead = [max(1, advance(word[:LONGEST_WORD])) for word in words]
    in_japanese = japanese("".join(texts))
    surnames = frozenset() if in_japanese else rules.surnames  # of one character
    marks = [marks_of(t, w, c, stands, before, after, surnames, rules) for t, w, c, stands, before, after in
             zip(texts, widths, columns, _may_stand_alone(page.blanks, widths, columns, last), ["", *texts], [*texts[1:], ""])]
    short = [*map(is_short, widths, columns)]
    series = in_series(texts, _apart(short, last, page.tables), short) if wide else frozenset()
    for i in series:
        marks[i] = marks[i].replace("f", "")
    seen = View(page.starts, page.lifted, texts, page.blanks, page.indents, widths, columns, first, last, lead, marks, [], page.spaced,
                depths(texts, rules), joins(texts), wide, in_japanese, "?", rules, "0", page.cut, page.tables, turns(texts, rules), series)
    seen.spacing = _spacing(seen)
    seen.indented = _indented(seen)
    seen.openings = _openings(seen)
    return seen


def _apart(short: Sequence[bool], last: Sequence[str], tables: Sequence[bool]) -> list[bool]:
    """Rows that are plainly short, below one that has ended or is short too, and of no table."""
    return [mine and not table and (before or end in ENDS) for mine, table, before, end in zip(short, tables, [True, *short], ["", *last])]


def _may_stand_alone(blanks: Sequence[int], widths: Sequence[int], columns: Sequence[int], last: Sequence[str]) -> list[bool]:
    """Lines that may be a unit by themselves; a full line inside a sentence is not asked whether it is a byline."""
    out = []
    before_ends = True
    for blank, w, column, kind in zip(blanks, widths, columns, last):
        ends = kind in ENDS or not -2 * FULL <= column - w <= 2 * FULL
        out.append(before_ends or ends or blank > 0)
        before_ends = ends
    return out


def _indented_words(seen: View) -> str:
    """Ragged lines are short by as much as an indent all the time, but no line in mid-sentence has room for the next word unless it is indented."""
    firsts = [i for i in range(1, len(seen.widths) - 1) if seen.last[i - 1] in ENDS and seen.room(i) > PLAIN and seen.last[i] in "LUN-C"]
    if len(firsts) < FEW_FIRSTS:
        return "?"
    share = sum(0 <= seen.room(i + 1) <= WIDEST_INDENT for i in firsts) / len(firsts)
    return "y" if share >= 0.25 else "n" if share <= 0.1 else "?"


def _openings(seen: View) -> list[str]:
    counts: dict[str, int] = {}
    starts = [i == 0 or seen.last[i - 1] in ENDS and seen.columns[i - 1] - seen.widths[i - 1] > seen.lead[i] + 4
              for i in range(len(seen.texts))]
    for text, opens in zip(seen.texts, starts):
        if opens:
            counts[text[:2]] = counts.get(text[:2], 0) + 1
    return [str(min(2, counts.get(text[:2], 0) - opens)) for text, opens in zip(seen.texts, starts)]


def _spacing(seen: View) -> str:
    """How blank lines are used on the page: see :attr:`View.spacing`."""
    blanks, last = seen.blanks, seen.last
    n = len(blanks)
    share = sum(1 for b in blanks if b) / max(1, n)
    if share == 0 or share >= 0.8:
        return "a" if share else "0"
    at_end = sum(1 for i in range(1, n) if blanks[i] and last[i - 1] in ENDS)
    gaps = sum(1 for i in range(1, n) if blanks[i])
    plain = [blanks[i] > 0 for i in range(1, n) if last[i - 1] in ENDS and seen.columns[i - 1] - seen.widths[i - 1] > seen.lead[i] + 4]
    if gaps >= 3 and at_end >= 0.7 * gaps and sum(plain) >= 0.7 * len(plain):
        return "p"
    return "s" if share < 0.12 else "m"


def _indented_in_japan(seen: View) -> str:
    """Japanese papers indent by one em, if at all; a row that is short by as much may be so by kinsoku."""
    room = [seen.room(i + 1) for i in range(1, len(seen.widths) - 1) if seen.last[i - 1] in ENDS and seen.last[i] not in ENDS]
    short, full = sum(0 <= left <= FULL + 1 for left in room), sum(left < 0 for left in room)
    if short + full < FEW_FIRSTS:
        return "j" if short > 1 and short > full else "?"
    return "j" if SHORT_FIRST * short - FULL_FIRST * full > NO_INDENT else "n"


def _indented(seen: View) -> str:
    """Of the lines after a sentence's end, how many are short by an indent (or kept it)?

    On the shared pages a half to nine tenths are where paragraphs are indented, under a sixth where
    they are not; in between, the lines after a paragraph's plain end decide.
    """
    kept = sum(1 for indent in seen.indents if 2 <= indent <= 6)
    if kept >= 2 and 0.03 * len(seen.indents) < kept < 0.6 * len(seen.indents):
        return "k"
    if not seen.wide:
        return _indented_words(seen)
    if seen.japanese:
        return _indented_in_japan(seen)
    after = short = plain_short = plain_full = one_em = 0
    for i in range(1, len(seen.widths)):
        if seen.last[i - 1] not in ENDS:
            continue
        slack = seen.columns[i] - seen.widths[i]
        indent = seen.indents[i] >= 2 or 3 <= slack <= 5
        after += 1
        short += indent
        if seen.columns[i - 1] - seen.widths[i - 1] >= max(6, seen.lead[i] + 2):
            plain_short += indent
            plain_full += not indent and abs(slack) <= FULL
            one_em += slack == 2
    if one_em > 1 and one_em >= ONE_EM * (plain_full - one_em + plain_short):
        return "j"  # one em, as Japanese papers indent
    if after < 5:
        return "?"
    share = short / after
    if 0.15 < share < 0.25:
        share = float(plain_short >= plain_full)
    return "y" if share >= 0.25 else "n"


