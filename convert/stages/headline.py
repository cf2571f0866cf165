"""Settle the roles inside a headline block and build the articles.

May change: nothing but the grouping of lines. One block has one headline, at most one kicker above it
and any number of subheads; a couplet keeps its lines, a headline cut by width is joined.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Callable, Sequence

from convert.joining import HYPHENS, is_wide, join
from convert.measure import KANA, bare_size
from convert.model import Article, Block, Line, Part, Span, Story, Unit
from convert.people import caption_credit
from convert.reading import runs_on
from convert.rules import Rules

CAPTION_CHARS = 400
"""A picture's text is at most this long; a longer one with a credit is a story with a picture."""
CAPTION_BLOCKS = 3
REST = 3
"""Characters that a width leaves over for a headline's last row at most."""


def build(stories: Sequence[Story], rules: Rules, calibrated: Callable[[Unit], float]) -> tuple[Article, ...]:
    """Articles ``a1``, ``a2`` … in reading order; ``calibrated`` gives the probability that a unit is right."""
    return tuple(_article(f"a{n}", story, rules, calibrated) for n, story in enumerate(stories, 1))


def spans(pieces: Sequence[Line]) -> tuple[Span, ...]:
    """The line ranges of ``pieces``: lines that follow each other, one way or the other, make one range."""
    out: list[Span] = []
    for line in pieces:
        if out and out[-1][0] - 1 <= line.number <= out[-1][1] + 1:
            out[-1] = (min(out[-1][0], line.number), max(out[-1][1], line.number))
        else:
            out.append((line.number, line.number))
    return tuple(out)


def _article(name: str, story: Story, rules: Rules, calibrated: Callable[[Unit], float]) -> Article:
    head, lead = _parted(story.head)
    kicker, headline, subheads = _settled(_split_dashes(head, rules))
    body = [*lead, *story.body]
    photo = _is_photo(story, rules)
    blocks = tuple(Block(u.text, spans(u.pieces), calibrated(u), _role(u, photo, rules)) for u in body)
    return Article(name, "photo" if photo else "article",
                   _part(kicker, calibrated) if kicker else None,
                   tuple(part for unit in headline for part in _printed_lines(unit, rules, calibrated)),
                   tuple(_part(unit, calibrated) for unit in subheads), blocks=blocks)


def _role(unit: Unit, photo: bool, rules: Rules) -> str:
    """The role of a block: a picture's credit behind a sentence makes both its caption."""
    if unit.role == "body":
        return "jump" if rules.jump.whole(unit.text) else "caption" if photo else "paragraph"
    return "caption" if unit.role == "credit" and caption_credit(unit.text, rules) not in ("", unit.text) else unit.role


def _parted(units: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """A story's headline block, and the bylines below it; a heading behind a byline is the body's first crosshead."""
    end = next((k for k, u in enumerate(units) if u.role == "byline" and k), len(units))
    head = [u for u in units[:end] if u.role != "byline"]
    if not head:
        return [u for u in units if u.role != "byline"], [u for u in units if u.role == "byline"]
    return head, [u for u in units[:end] if u.role == "byline"] + [
        u if u.role == "byline" else replace(u, role="crosshead") for u in units[end:]]


def _part(unit: Unit, calibrated: Callable[[Unit], float]) -> Part:
    return Part(unit.text, spans(unit.pieces), calibrated(unit))


def _split_dashes(head: Sequence[Unit], rules: Rules) -> list[Unit]:
    """A subhead that extraction put on its headline's line is taken off again: ``… ——…``."""
    out: list[Unit] = []
    for unit in head:
        if unit.role == "headline":
            for opening in rules.subhead_openings:
                at = unit.text.find(" " + opening)
                if len(opening) > 1 and at > 0 and len(unit.pieces) == 1:
                    out.append(_cut(unit, 0, at))
                    unit = replace(_cut(unit, at, None), role="subhead")
                    break
        out.append(unit)
    return out


def _cut(unit: Unit, start: int, end: int | None) -> Unit:
    return replace(unit, text=unit.text[start:end].strip())


def _settled(head: Sequence[Unit]) -> tuple[Unit | None, list[Unit], list[Unit]]:
    """Kicker, headline units and subheads of one block."""
    if not head:
        return None, [], []
    plain = "subhead" if any(u.role == "headline" for u in head) else "headline"
    roles = [plain if u.role == "crosshead" else u.role for u in head]
    if "headline" not in roles:  # a block has a headline: a kicker's last line or the first subhead
        roles[max((i for i, role in enumerate(roles) if role == "kicker"), default=0)] = "headline"
    first = roles.index("headline")
    for i, role in enumerate(roles):
        if role == "kicker" and i > first or role == "headline" and i > first and "headline" != roles[i - 1]:
            roles[i] = "subhead"
        elif role == "subhead" and i < first:
            roles[i] = "kicker"
    kickers = [u for u, role in zip(head, roles) if role == "kicker"]
    return (reduce(_merged, kickers) if kickers else None, [u for u, role in zip(head, roles) if role == "headline"],
            [u for u, role in zip(head, roles) if role == "subhead"])


def _merged(a: Unit, b: Unit) -> Unit:
    """Two kickers as one; they are parts of their own, so a hyphen between them cuts no word."""
    space = "" if is_wide(a.text[-1]) or is_wide(b.text[0]) else " "
    return Unit(a.role, a.text + space + b.text, a.pieces + b.pieces, min(a.confidence, b.confidence))


def _printed_lines(unit: Unit, rules: Rules, calibrated: Callable[[Unit], float]) -> list[Part]:
    """The headline's printed lines: rows that the width cut are one."""
    texts = [piece.text.strip() for piece in unit.pieces]
    starts = [0, *(k for k in range(1, len(texts)) if _begins_a_line(texts, k, rules))]
    if len(starts) == 1:
        return [_part(unit, calibrated)]
    sure = calibrated(unit)
    return [Part(reduce(join, texts[start:end]), spans(unit.pieces[start:end]), sure) for start, end in zip(starts, [*starts[1:], len(texts)])]


def _begins_a_line(texts: Sequence[str], k: int, rules: Rules) -> bool:
    """Whether row ``k`` of a headline is a printed line of its own: where a sentence would not run on into it, or else where all rows are of one size."""
    above, below, before = texts[k - 1], texts[k], "".join(texts[:k])
    if len(above) == 1 or len(below) == 1 or any(text[-1] in HYPHENS or not (is_wide(text[0]) or is_wide(text[-1])) for text in (above, below)):  # what a hyphen cuts is a word
        return False
    if below[0] in rules.clause_marks or 3 * len(below) < len(above) and len(below) <= REST or any(before.count(opener) > before.count(closer) for opener, closer in ("（）", "《》", "“”", "「」")):
        return False
    inside = None if KANA.search("".join(texts)) else runs_on(above, below)
    return _even(texts) if inside is None else not inside


def _even(texts: Sequence[str]) -> bool:
    """Whether the rows are of about one size, as a couplet's are."""
    sizes = [bare_size(text) for text in texts]
    return len(sizes) <= 3 and max(sizes) - min(sizes) <= max(2, max(sizes) // 6)


def _is_photo(story: Story, rules: Rules) -> bool:
    credits = [u for u in story.body if u.role == "credit"]
    text = [u for u in story.body if u.role in ("body", "crosshead")]
    if not text or len(text) > CAPTION_BLOCKS or sum(len(u.text) for u in text) > CAPTION_CHARS or rules.datelines.opens(text[0].text):
        return False
    return bool(credits) or any(rules.captions.opens(u.text) for u in text)
