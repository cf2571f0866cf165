"""Where a headline block is parted: which printed rows make one part, and which part is the headline.

Two small logistic regressions over what can be seen of two neighbouring rows (``tools/blocks.py`` learns
them into ``data/parts.json``): does a new part begin between them, and if so, is the headline below?
Rows in wide characters only: where words are set ragged, the labeller's word stands.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from math import exp, log
from typing import Iterator, Mapping, NamedTuple, Sequence

from convert.cuts import by_odds, by_width, outgrows
from convert.kinship import weights
from convert.language import language
from convert.learned import learned
from convert.measure import bare_size, bracketed, japanese, unbracketed, unclosed, width
from convert.model import HEADINGS, Label
from convert.reading import cuts_number, runs_on
from convert.rules import Rules
from convert.settle import DATE

WEIGHTS = "parts.json"
SURE = 20.0
"""Log-odds are kept within this, so that no probability is 0 or 1."""
_SIZES = (4, 6, 8, 10, 13, 17, 22)
_STEPS = (1, 2, 3, 5, 8)
UNLIKELY = 0.02
"""Probability that what leads into the text below a block is its headline, where the block has another row."""
NAME = 4
"""Characters of a row that is too short to be what the width cut off a headline."""
KICKERS_IN_JAPAN = 0.1
"""How likely the headline lies below the block's first part in Japanese, as against Chinese: there a headline with a longer subhead is the rule, and a kicker the exception."""
PARTS_IN_TRADITIONAL = 0.3
"""How likely a part begins in traditional script, as against simplified, where no row says by itself what it is: the pages with bylines that the weights were learned from are of a daily of the mainland,
which has kickers; in Taiwan and Hong Kong halves of one headline are the rule."""
SERIES, SUBJECT = 8, 3
"""Characters of a Japanese part that may be a kicker as well as a headline, and of one that is a kicker above another (囲碁, 書評)."""
TOO_SHORT = 3
"""Characters of a block's last row that is no part by itself: what the width left of a headline (开幕)."""
WIDE_AS = 4
"""Half-ems by which a row that the width cut is narrower than the widest: marks go over to the next row with the character before."""
INSIDE_WORD = re.compile("[\u3041-\u30FF\u3400-\u9FFF][\u3041-\u3096]|[\u30A1-\u30FF]{2}")
"""Characters on both sides of a break inside a Japanese word: what ends in hiragana, or is of katakana."""
_SAID_BY_DASH = re.compile("[^—―─－-][—―─－]+[^—―─－-]")
"""A dash inside a row: 一生守渡口——记河湾船工. On the shared pages the next row of the block goes on 17 times of 17."""
_COUNTED = re.compile("[0-9][0-9人円歳回件個本台校社年月日時分秒点位度倍割店戸団]")
"""A number and what it counts on both sides of a break in a Japanese headline."""
_AMOUNT = re.compile("(?:[0-9]|[0-9][%％]|[0-9][万億亿萬]{0,2}[\u3400-\u9FFF]{1,2})$")
"""A number and what it counts, at a row's end."""
_SPACE = re.compile("(?<=[\u3040-\u9fff」』）])[ \u3000](?=[\u3040-\u9fff「『])")
_MARKS = "，：“「、 "


class House(NamedTuple):
    """The paper's style as far as the page shows it."""

    bylines: int
    """Bylines on rows of their own: 0, 1 or 2 for more."""
    marked: bool
    """Whether a kicker or a subhead shows itself by its dash or its verb."""
    cut: tuple[int, ...] = ()
    """Widths in half-ems of the rows that have another below them in their block."""
    widest: int = 0
    """Of all rows of headline blocks."""
    japanese: bool = False
    traditional: bool = False
    """Whether the page is in traditional script."""


class Block(NamedTuple):
    """The rows of one headline block, and how the story goes on below it."""

    rows: tuple[str, ...]
    byline: bool
    dateline: bool
    across: str
    """For each row but the first: y or n, whether the page says the characters on both sides of the break together elsewhere, w where any paper does; - where they are not wide."""


def _is_marked(row: str, rules: Rules) -> bool:
    """Whether the row by itself says that it is a kicker or a subhead."""
    return row.startswith(rules.subhead_openings) or row.endswith(rules.kicker_endings)


def signs(block: Block, k: int, house: House, rules: Rules) -> list[str]:
    """What rows ``k - 1`` and ``k`` of the block show, as names; ``docs/model.md`` explains them."""
    above, below = block.rows[k - 1], block.rows[k]
    a, b = bare_size(above), bare_size(below)
    style, step = str(house.bylines), _step(b - a)
    big, small = _bin(a, _SIZES), _bin(b, _SIZES)
    place = f"{min(4, len(block.rows))}{min(3, k)}"
    names = ["one", f"house={style}", f"marked={style}{house.marked:d}", f"step={step}", f"step={step}|{style}", f"above={big}", f"above={big}|{style}",
             f"below={small}", f"below={small}|{style}", f"above|step={big}{step}", f"above|step={big}{step}|{style}",
             f"place={place}", f"place={place}|{style}", f"place|above={place}{big}", f"place|below={place}{small}", f"place|step={place}{step}",
             *(f"above{mark}" for mark in _MARKS if mark in above), *(f"below{mark}" for mark in _MARKS if mark in below)]
    names += ["runs-on"] if runs_on(above, below) else []
    names += [f"across={block.across[k - 1]}", f"across={block.across[k - 1]}{step}", f"across={block.across[k - 1]}|{style}"]
    attends, event = _tells_who_was_there(below, rules), tells_event(above, rules)
    for name, shown in (("dash", below.startswith(rules.subhead_openings)), ("verb", above.endswith(rules.kicker_endings)),
                        ("attendance", attends), ("attending", attends and (house.marked or house.bylines > 0)),
                        ("said", any(_tells_who_said(row, rules) for row in block.rows[:k - 1])), ("news", block.dateline and event),
                        ("event", event), ("plan", below.startswith(rules.plan_openings)), ("event-below", tells_event(below, rules)),
                        ("bracketed", unbracketed(above) != above), ("brackets", unbracketed(below) != below),
                        ("digits-above", _has_digit(above)), ("digits-below", _has_digit(below)), ("opens", above[0] == "【"),
                        ("byline", block.byline), ("dateline", block.dateline)):
        if shown:
            names += [name, f"{name}|{style}{house.marked:d}", f"{name}|{step}"]
    return names


def _tells_who_was_there(row: str, rules: Rules) -> bool:
    """Whether the row says who attended or spoke, by its end or by a name and a verb at its start."""
    return row.endswith(rules.attendance_endings) or rules.attendance.match(row) is not None


def _tells_who_said(row: str, rules: Rules) -> bool:
    """Whether the row is a kicker that ends with a verb, and what it leads into are somebody's words."""
    return row.endswith(rules.kicker_endings) and row[-1] not in rules.dashes


def tells_event(row: str, rules: Rules) -> bool:
    """Whether a heading's row says what happened, or by how much: so a short item's headline ends."""
    return row.endswith(rules.event_endings) or bool(_AMOUNT.search(row))


def _step(difference: int) -> str:
    return "0" if not difference else ("-" if difference < 0 else "+") + str(_bin(abs(difference), _STEPS))


def _bin(value: int, cuts: Sequence[int]) -> int:
    return sum(value >= cut for cut in cuts)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def parted(texts: Sequence[str], labels: Sequence[Label], rules: Rules, model: str | None = None) -> list[Label]:
    """The labels of a page's rows with every headline block's parts put anew; ``model`` is another model's folder."""
    out = list(labels)
    tags = [label.tag for label in labels]
    house = house_of(texts, tags, rules)
    for start, block in blocks(texts, tags, rules):
        if len(block.rows) > 1:
            out[start:start + len(block.rows)] = _of_block(block, labels[start:start + len(block.rows)], house, rules, model)
    return out


def house_of(texts: Sequence[str], tags: Sequence[str], rules: Rules) -> House:
    """What a page's rows and their tags say of the paper's style."""
    heads = [text for text, tag in zip(texts, tags) if tag[2:] in HEADINGS]
    cut = tuple([width(row) for start, end in _spans(tags) for row in texts[start:end - 1]])
    bylines = sum([tag == "B-byline" and not DATE.fullmatch(text) for text, tag in zip(texts, tags)])
    return House(min(2, bylines), any(_is_marked(text, rules) for text in heads), cut, max(map(width, heads), default=0), japanese("".join(texts)), language(texts, rules) == "zh-Hant")


def blocks(texts: Sequence[str], tags: Sequence[str], rules: Rules) -> Iterator[tuple[int, Block]]:
    """Every headline block and its first row."""
    for start, end in _spans(tags):
        rows, below = tuple(texts[start:end]), tags[end] if end < len(tags) else ""
        yield start, Block(rows, below == "B-byline", below == "B-body" and rules.datelines.opens("".join(texts[end:end + 2])), "".join(_across(a, b, texts) for a, b in zip(rows, rows[1:])))


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First row of every headline block, and the row after its last; a kicker, and a headline under a subhead, begin another block."""
    start = -1
    above = ""
    for k, tag in enumerate([*tags, ""]):
        role = tag[2:]
        if start >= 0 and (role not in HEADINGS or tag[0] == "B" and (role == "kicker" != above or role == "headline" and above == "subhead")):
            yield start, k
            start = -1
        if start < 0 and role in HEADINGS:
            start = k
        above = role


def _across(above: str, below: str, texts: Sequence[str]) -> str:
    pair = above[-1] + below[0]
    if not ("\u3400" <= min(pair) and max(pair) < "\uff00"):
        return "-"
    return "w" if pair in weights() else "y" if any(pair in text for text in texts) else "n"


def _of_block(block: Block, labels: Sequence[Label], house: House, rules: Rules, model: str | None) -> list[Label]:
    begins, lies_below = _learned(model)
    names = [signs(block, k, house, rules) for k in range(1, len(block.rows))]
    column = names_column(block.rows[0], block.rows[1], rules)
    breaks = [1.0 if k == 1 and column else _breaks(block, k, house, rules, _chance(begins, found)) for k, found in enumerate(names, 1)]
    starts = [0, *(k for k, chance in enumerate(breaks, 1) if chance > 0.5)]
    below = [_chance(lies_below, names[k - 1]) for k in starts[1:]]
    if house.japanese and below and not any(_is_marked(row, rules) for row in block.rows):
        below = _in_japan(below, "".join(block.rows[:starts[1]]))
    if below and block.rows[-1][-1] in rules.dashes:  # it leads into the text, as a kicker does into its headline
        below[-1] = min(below[-1], UNLIKELY)
    if column:
        below[0] = max(below[0], 1 - UNLIKELY)
    scores = [sum(map(log, below[:m])) + sum(log(1 - chance) for chance in below[m:]) for m in range(len(starts))]
    headline = scores.index(max(scores))
    out: list[Label] = []
    for m, (start, end) in enumerate(zip(starts, [*starts[1:], len(block.rows)])):
        role = "kicker" if m < headline else "headline" if m == headline else "subhead"
        sides = [chance if j < headline else 1 - chance for j, chance in enumerate(below)][max(0, m - 1):m + 1]
        for k in range(start, end):
            heading = labels[k].heading
            out.append(Label(("B-" if k == start else "I-") + role, breaks[k - 1] if k else labels[0].begins, heading * min(sides, default=1.0), heading))
    return out


def _in_japan(below: Sequence[float], first: str) -> list[float]:
    """Probabilities that the headline lies below each part of a Japanese block, of which ``first`` is the first part: kickers are rare but short."""
    rare = [by_odds(chance, KICKERS_IN_JAPAN) for chance in below]
    if len(first) <= SERIES and "、" not in first:
        rare[0] = max(below[0], 1 - UNLIKELY) if len(first) <= SUBJECT else below[0]
    return rare


def _breaks(block: Block, k: int, house: House, rules: Rules, chance: float) -> float:
    """Probability that a part begins at row k, of which the weights say ``chance``."""
    if _goes_on(block, k, house, rules):
        return 0.0
    if _attends(block, k, rules) or house.japanese and (_below_halves(block, k) or outgrows(block.rows[k - 1], block.rows[k], rules)):
        return 1.0
    if house.japanese:
        return by_width(chance, width(block.rows[k - 1]), house.cut, house.widest)
    return by_odds(chance, PARTS_IN_TRADITIONAL) if house.traditional and not house.marked else chance


def _in_halves(row: str) -> bool:
    """Whether a space parts the row in two: a Japanese headline is whole then."""
    return any([len(half) >= NAME for half in _SPACE.split(row)[1:]])


def _below_halves(block: Block, k: int) -> bool:
    """Whether row k, of more than a name, stands below a headline of two halves and is none itself."""
    return len(block.rows[k]) > NAME and _in_halves(block.rows[k - 1]) and not _in_halves(block.rows[k])


def names_column(row: str, below: str, rules: Rules) -> bool:
    """Whether a heading's row is the name of a paper's column, and no words of the row below; of a few characters no sentence need be asked."""
    return (len(row) <= NAME or not runs_on(row, below)) and rules.columns.whole(row)


def _goes_on(block: Block, k: int, house: House, rules: Rules) -> bool:
    """Whether row k cannot begin a part: inside a bracket, a word or a number, of a character or, at the block's end, a few, on either side of a comma, below what connects, in what a dash in the row above leads into, or one at its end if it reads as a subtitle, below a row that the width cut, a column's name in brackets, or in what a kicker leads into."""
    row, above = block.rows[k], "".join(block.rows[:k])
    last = block.rows[k - 1]
    least = TOO_SHORT if k + 1 == len(block.rows) and not house.japanese else 1
    return (unclosed(above, rules) > 0
            or len(row) <= least
            or above[-1] in "，、" or row[0] in rules.clause_marks
            or bracketed(row)
            or above.endswith(rules.japanese_connectives if house.japanese else rules.connectives)
            or INSIDE_WORD.fullmatch(above[-1] + row[0]) is not None
            or _is_behind_dash(last, row, rules)
            or cuts_number(above, row)
            or house.japanese and _COUNTED.fullmatch(above[-1] + row[0]) is not None
            or not _is_marked(last, rules) and _cut_by_width(last, house)
            or _is_led_into(block, k, rules))


def _is_behind_dash(above: str, row: str, rules: Rules) -> bool:
    """Whether the row goes on with what a dash inside the one above leads into, or is the subtitle that one at its end does: 贡献在渡口—— / 记河湾船工."""
    return _SAID_BY_DASH.search(above) is not None \
        or above.endswith(rules.kicker_endings) and above[-1] in rules.dashes and rules.subtitles.opens(row)


def _attends(block: Block, k: int, rules: Rules) -> bool:
    """Whether row k says who was there, below a kicker that says who spoke."""
    return block.rows[k].endswith(rules.attendance_endings) and any(_tells_who_said(row, rules) for row in block.rows[:k])


def _is_led_into(block: Block, k: int, rules: Rules) -> bool:
    """Whether row k, plain as the one above it, goes on with what a kicker above both leads into: subheads below such a kicker show that they are."""
    row, above = block.rows[k], block.rows[k - 1]
    return any(other.endswith(rules.kicker_endings) for other in block.rows[:k - 1]) \
        and above[-1] not in "）)" and not _is_marked(above, rules) and not row.startswith(rules.subhead_openings) and not row.endswith(rules.attendance_endings)


def _cut_by_width(row: str, house: House) -> bool:
    """Whether the row is as wide as headings get on this page, and two others that go on below are just as wide."""
    size = width(row)
    return house.widest - size < WIDE_AS and sum(abs(other - size) <= 1 for other in house.cut) > 2


def _chance(weights: Mapping[str, float], names: Sequence[str]) -> float:
    get = weights.get
    return 1 / (1 + exp(-max(-SURE, min(SURE, sum([get(name, 0.0) for name in names])))))


@lru_cache(maxsize=4)
def _learned(model: str | None) -> tuple[Mapping[str, float], Mapping[str, float]]:
    found = json.loads(learned(WEIGHTS, model).read_text("utf-8"))
    return found["begins"], found["below"]
