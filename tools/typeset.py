"""Set articles anew as page dumps, with the damage that extraction does, and label every line.

The shared pages hold three papers in a handful of styles. To learn what carries across papers, the
trainer also reads the same articles set in styles that those pages do not have: other widths and
indents, headline blocks of other shapes, blank lines everywhere or nowhere, furniture in
mid-paragraph, one line a paragraph, and a made-up Latin-script language (every wide character
becomes a syllable) set ragged with hyphens.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import Iterator

from gold import roles_of
from languages import in_kana, in_latin
from phrases import ATTENDING, BYLINES, CREDITS, FOREIGN, FURNITURE, GIVEN, KICKER_ENDINGS, LATIN_FURNITURE, SIGNED, SOUNDS, SURNAMES

from convert.measure import width
from convert.rules import load

CLOSERS = set("。，、；：！？”’」』）】》〉!?,.;:)]}")
OPENERS = set("“‘「『（【《〈([{")
HEAD_BOXES = (0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.0, 1.2, 1.2, 1.6, 1.6, 2.2, 3.0, 3.0)
"""Widths of a headline's box in characters against the column's: its type is larger, the box may be wider."""
COUPLET = 9
"""Characters of a couplet's lines, as its type is large; longer ones are of one length exactly."""
EVENTS = load().event_endings
_DATELINE = re.compile("^[^，。]{2,24}?[讯電电訊]\\s*(?:（[^）]{2,24}）)?\\s*")
BROKEN = CLOSERS - set("！？") | OPENERS


@dataclass
class Story:
    """One article's texts, by role."""

    kicker: list[str] = field(default_factory=list)
    headline: list[str] = field(default_factory=list)
    subhead: list[str] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    credit: list[str] = field(default_factory=list)


Labelled = tuple[str, str]
"""A raw line and its tag; a blank line has the tag ""."""


def stories(units: list[dict]) -> Iterator[Story]:
    """The articles of one gold page."""
    found: dict[str, Story] = {}
    for unit in units:
        if unit["article"] == "0":
            continue
        role = unit["role"].split("|")[0].rstrip("+")
        text = unit.get("raw") or unit["text"]
        getattr(found.setdefault(unit["article"], Story()), role if hasattr(Story(), role) else "body").append(text)
    yield from (story for story in found.values() if story.body and story.headline)


@dataclass
class Style:
    """How one page is set."""

    column: int
    """Width of a column in half-ems."""
    indent: int
    """Indent of a paragraph in half-ems."""
    kept_indent: bool
    before: bool
    blanks: str
    """none, breaks (in mid-paragraph), paragraphs, mixed (both, here and there), all, stories."""
    unwrapped: bool
    latin: bool
    japanese: bool
    pieces: float
    """Share of squeezed punctuation marks at which extraction cuts a row in two."""
    spaced: float
    """Share of lines that are letter-spaced."""
    rich: bool
    """Whether headline blocks get kickers, subheads and bylines of their own."""
    shapes: bool
    """Whether stories, and now and then the columns of one story, have widths of their own."""
    crossheads: bool
    digest: bool
    """Whether the page has many short stories."""
    columns: float
    """Share of headlines that end with the name of a column of the paper's, in brackets; half as many begin with one."""


def style(rng: random.Random) -> Style:
    """A style drawn at random."""
    language = rng.random()
    latin, japanese = language < 0.18, language > 0.86
    column = 2 * rng.choice((12, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40))
    return Style(column=rng.choice((34, 40, 46, 60, 72)) if latin else column,
                 indent=rng.choice((0, 0, 4, 4, 4, 4, 4, 2) if not latin else (0, 2, 3)), kept_indent=rng.random() < 0.15,
                 before=rng.random() < 0.6,
                 blanks=rng.choice(("none", "none", "breaks", "breaks", "breaks", "paragraphs", "paragraphs", "mixed", "mixed", "all", "stories")),
                 unwrapped=rng.random() < 0.08, latin=latin, japanese=japanese, pieces=rng.choice((0, 0, 0.3, 0.8)),
                 spaced=rng.choice((0, 0.02, 0.02, 0.06)), rich=rng.random() < 0.6, shapes=rng.random() < 0.4, crossheads=rng.random() < 0.25,
                 digest=rng.random() < 0.25, columns=rng.choice((0, 0, 0.1, 0.4)))


def page(rng: random.Random, pool: list[Story]) -> list[Labelled]:
    """One page of a few stories of ``pool``, in a style of its own."""
    s = style(rng)
    lines: list[Labelled] = []
    if s.japanese:
        s = replace(s, indent=rng.choice((2, 2, 2, 0)), pieces=0)
    furniture = rng.random() < 0.7
    if furniture and rng.random() < 0.7:
        lines += [(_furniture(rng, s), "B-furniture") for _ in range(rng.choice((1, 1, 2)))]
    count = rng.randint(6, 12) if s.digest else rng.choice((1, 2, 3, 4, 5, 6))
    for story in rng.sample(pool, min(len(pool), count)):
        lines += _set(rng, s, story, pool)
    if furniture and rng.random() < 0.5:
        lines.append((_furniture(rng, s), "B-furniture"))
    if furniture and rng.random() < 0.35:
        _interrupt(rng, s, lines)
    if s.blanks == "all":
        lines = [pair for line in lines if line[1] for pair in (line, ("", ""))]
    return lines


def stories_together(rng: random.Random, pool: list[Story]) -> list[tuple[str, int]]:
    """The raw lines of a few stories of ``pool`` below each other, headlines first, each with its story's number; without made-up crossheads."""
    s = replace(style(rng), latin=False, japanese=False, before=True, crossheads=False, unwrapped=False)
    chosen = rng.sample(pool, min(len(pool), rng.randint(6, 12) if s.digest else rng.randint(2, 6)))
    return [(text, k) for k, story in enumerate(chosen) for text, _ in _set(rng, s, story, pool)]


def _set(rng: random.Random, s: Style, story: Story, pool: list[Story]) -> list[Labelled]:
    """One story in the page's style."""
    if not s.rich:  # a paper that sets parts sets them on all its pages
        story = replace(story, kicker=[], subhead=[], byline=[])
    story = _photo(rng, story) if rng.random() < 0.12 else story
    story = _brief(rng, story) if s.digest else story
    story = _unusual(rng, story, pool)
    story = _japanese(story) if s.japanese else story
    if s.shapes:
        s = replace(s, column=_other_width(rng, s))
    head, body = _head(rng, s, story, pool), _body(rng, s, story)
    before = s.before if rng.random() < 0.93 else not s.before
    lines = head + body if before else body + head
    if s.blanks == "stories" or rng.random() < 0.15:
        lines.append(("", ""))
    return lines


def _other_width(rng: random.Random, s: Style) -> int:
    return rng.choice((34, 40, 46)) if s.latin else 2 * rng.choice((12, 14, 16, 18, 20, 24))


def _photo(rng: random.Random, story: Story) -> Story:
    """The story as a captioned picture: a paragraph or two, 图为…, a credit."""
    body = [text for text in story.body if len(text) < 160][:rng.choice((1, 1, 2))] or [story.body[0][:120]]
    if rng.random() < 0.5:
        body = [*body[:-1], "图为" + body[-1]]
    return Story(headline=story.headline, body=body, credit=[_filled(rng, rng.choice(CREDITS))])


def _brief(rng: random.Random, story: Story) -> Story:
    """The story's first paragraphs only, more often than not without its dateline."""
    first = _DATELINE.sub("", story.body[0]) if rng.random() < 0.7 else story.body[0]
    return replace(story, body=[first or story.body[0], *story.body[1:rng.randint(1, 4)]])


def _unusual(rng: random.Random, story: Story, pool: list[Story]) -> Story:
    """Now and then the story as a poem or with a list, or signed at its end."""
    body, kind = story.body, rng.random()
    clauses = [c for text in body for c in re.split("[，。！？；：]", text) if 3 <= len(c) <= 18 and BROKEN.isdisjoint(c)]
    if kind < 0.05 and len(clauses) > 8:
        body = [c + rng.choice(("", "", "", "，", "。")) for c in clauses[:rng.randint(8, 40)]]
    elif kind < 0.08 and len(clauses) > 6:
        shape = rng.choice(("{n}.{c}", "{n}、{c}", "（{n}）{c}", "●{c}", "{c}；"))
        items = [shape.replace("{n}", str(n)).replace("{c}", c) for n, c in enumerate(clauses[:rng.randint(4, 14)], 1)]
        at = rng.randint(1, len(body))
        body = [*body[:at], *items, *body[at:]]
    if rng.random() < 0.22:
        told, code = _told(rng, story, pool)[:rng.randint(4, 16)], rng.choice("ABCDH") * rng.randint(1, 4) + f"{rng.randint(1, 4000)}/{rng.randint(10, 2030)}"
        body = [*body, _filled(rng, rng.choice(SIGNED).replace("{told}", told).replace("{code}", code))]
    return replace(story, body=body)


def _interrupt(rng: random.Random, s: Style, lines: list[Labelled]) -> None:
    """Put a folio between two lines of a body: in mid-paragraph, as a rule."""
    inside = [i for i, (_, tag) in enumerate(lines) if tag[2:] == "body" and i and lines[i - 1][1][2:] == "body"]
    if inside:
        at = rng.choice(inside)
        gap = [("", "")] if rng.random() < 0.5 else []
        lines[at:at] = [*gap, (_furniture(rng, s), "B-furniture"), *gap]


def _furniture(rng: random.Random, s: Style) -> str:
    shape = rng.choice(LATIN_FURNITURE if s.latin else FURNITURE)
    return shape.replace("{n}", str(rng.randint(1, 16))).replace("{name}", in_latin(_name(rng), rng) if s.latin else _name(rng))


def _name(rng: random.Random) -> str:
    if rng.random() < FOREIGN:
        return "·".join("".join(rng.choice(SOUNDS) for _ in range(rng.randint(2, 4))) for _ in range(2))
    given = rng.choice(GIVEN) + (rng.choice(GIVEN) if rng.random() < 0.65 else "")
    surname = rng.choice(SURNAMES)
    return f"{surname} {given}" if len(given) == 1 and rng.random() < 0.6 else surname + given


def _head(rng: random.Random, s: Style, story: Story, pool: list[Story]) -> list[Labelled]:
    if s.rich:
        story = _in_parts(rng, story) if rng.random() < 0.9 else story
        story = _with_couplet(story) if rng.random() < 0.2 else story
    kicker, subhead, byline = list(story.kicker), list(story.subhead), list(story.byline)
    if s.rich:
        if not kicker and rng.random() < 0.5:
            kicker = [_kicker(rng, story, pool)]
        if not subhead and rng.random() < 0.3:
            told, kind = _told(rng, story, pool), rng.random()
            subhead = ["——" + told if kind < 0.3 else _name(rng).replace(" ", "") + rng.choice(ATTENDING) if kind < 0.5 else told]
        if not byline and rng.random() < 0.6:
            byline = [_filled(rng, rng.choice(BYLINES))]
    out: list[Labelled] = []
    wide = rng.choice(HEAD_BOXES) * s.column
    headline = list(story.headline)
    if s.rich and rng.random() < s.columns:  # the name of a column of the paper's, in brackets
        headline[-1] += f"{rng.choice(('', ' '))}（{_told(rng, story, pool)[:rng.randint(3, 8)]}）"
    elif rng.random() < s.columns / 2:
        headline[0] = f"【{_told(rng, story, pool)[:rng.randint(4, 8)]}】{headline[0]}"
    for role, texts, limit in (("kicker", kicker, wide * rng.choice((1.2, 1.6, 2))), ("headline", headline, wide),
                               ("subhead", subhead, wide * rng.choice((1.2, 1.6, 2))), ("byline", byline, 10_000)):
        for text in texts:
            out += _set_head(rng, s, text, role, int(limit))
    if out and rng.random() < 0.3:  # parts in type of different sizes are text boxes of their own
        out = [pair for k, line in enumerate(out) for pair in (((("", ""),) if k and line[1][0] == "B" else ()) + (line,))]
    if rng.random() < 0.15 and out:
        out = [("", ""), *out]
    if rng.random() < 0.15 and out:
        out.append(("", ""))
    return out


def _filled(rng: random.Random, shape: str) -> str:
    while "{name}" in shape:
        shape = shape.replace("{name}", _name(rng), 1)
    return shape


def _kicker(rng: random.Random, story: Story, pool: list[Story]) -> str:
    ending, size = rng.choice(KICKER_ENDINGS), rng.random()
    if size < 0.3:  # some are a few characters long, some run to a sentence
        told = _told(rng, story, pool)
        return told[:rng.randint(4, 8)] + ending if size < 0.15 else "，".join([told, _told(rng, story, pool)]) + ending
    return _told(rng, story, pool) + ending if rng.random() < 0.85 else rng.choice(pool).headline[0].split()[0][:12] + ending


def _told(rng: random.Random, story: Story, pool: list[Story]) -> str:
    """A clause or two that the story itself tells early on: what kickers and subheads are made of."""
    clauses = [c for text in story.body[:4] for c in re.split("[，。！？；：]", text[:300]) if 5 <= len(c) <= 22 and BROKEN.isdisjoint(c)]
    if not clauses:
        return rng.choice(pool).headline[0].split()[0][:22]
    at = rng.randrange(len(clauses))
    more = clauses[at + 1:at + 2] if rng.random() < 0.2 else []
    return rng.choice(("，", " ", "")).join([clauses[at], *more])


def _set_head(rng: random.Random, s: Style, text: str, role: str, limit: int) -> list[Labelled]:
    if s.latin:
        text = in_latin(text, rng, title=role == "headline" and rng.random() < 0.4).rstrip(".")
    halves = _halves(rng, s, text)
    rows = [row for half in halves for row in _wrapped(half, max(limit, 12), 0, s.latin, rng, hyphens=False)]
    if len(rows) > 1 and len(rows[-1]) < 3 and not s.latin:  # designers balance a headline's lines
        whole = "".join(rows)
        rows = [whole[:(len(whole) + 1) // 2], whole[(len(whole) + 1) // 2:]]
    out = [(row, ("B-" if k == 0 else "I-") + role) for k, row in enumerate(rows)]
    return [(_spaced_out(row), tag) if rng.random() < s.spaced and not s.latin else (row, tag) for row, tag in out]


def _halves(rng: random.Random, s: Style, text: str) -> list[str]:
    """A heading's printed lines before it is cut by width."""
    halves = text.split()
    if s.latin or len(halves) < 2:
        return [text]
    if not s.rich:
        return halves if rng.random() < 0.75 else [text]
    column = [halves.pop()] if halves[-1][0] == "（" else []
    return [*(halves if _is_couplet(halves) else ["，".join(halves)]), *column]


def _is_couplet(halves: list[str]) -> bool:
    longest, shortest = max(map(len, halves)), min(map(len, halves))
    return len(halves) > 1 and longest - shortest <= (longest <= COUPLET)


def _with_couplet(story: Story) -> Story:
    """The story with two clauses of its own of one length, one behind the other, as its headline's lines."""
    for text in story.body[:6]:
        clauses = re.split("[，。！？；：、]", text)
        for above, below in zip(clauses, clauses[1:]):
            if 4 <= len(above) <= len(below) <= min(COUPLET, len(above) + 1) and BROKEN.isdisjoint(above + below) and not any(map(str.isdigit, above + below)):
                return replace(story, headline=[f"{above} {below}"])
    return story


def _in_parts(rng: random.Random, story: Story) -> Story:
    """The story with the halves of its headline as parts, as papers that set parts set them where they are no couplet."""
    halves = story.headline[0].split()
    if len(story.headline) > 1 or len(halves) < 2 or story.kicker or story.subhead or _is_couplet(halves) and rng.random() < 0.7:
        return story
    at = rng.randint(1, len(halves) - 1)
    above, below = " ".join(halves[:at]), " ".join(halves[at:])
    if rng.random() < (0.25 if halves[at - 1].endswith(EVENTS) else 0.65):
        return replace(story, kicker=[above], headline=[below])
    return replace(story, headline=[above], subhead=[below])


def _body(rng: random.Random, s: Style, story: Story) -> list[Labelled]:
    out: list[Labelled] = []
    for role, text in _with_crossheads(rng, s, story.body):
        if s.latin:
            text = in_latin(text, rng)
        rows = [text] if s.unwrapped else _wrapped(text, s.column, s.indent, s.latin, rng)
        labelled: list[Labelled] = []
        for k, row in enumerate(rows):  # rows may be set anew on the way
            if k == 0 and s.kept_indent and s.indent:
                row = ("　" * (s.indent // 2) if not s.latin else " " * s.indent) + row
            full = k + 1 < len(rows)
            if full and not s.latin and rng.random() < s.spaced:
                row = _spaced_out(row)
            pieces = _pieces(rng, s, row)
            labelled += [(piece, ("B-" if k == 0 and j == 0 else "I-") + role) for j, piece in enumerate(pieces)]
            if s.blanks in ("breaks", "mixed") and rng.random() < 0.04:
                labelled.append(("", ""))
                if s.shapes and rng.random() < 0.2 and k + 2 < len(rows):  # the column goes on in another width
                    rest = "".join(rows[k + 1:]) if not s.latin else " ".join(rows[k + 1:])
                    rows[k + 1:] = _wrapped(rest, _other_width(rng, s), 0, s.latin, rng)
        if s.blanks == "paragraphs" or s.blanks == "mixed" and rng.random() < 0.7:
            labelled.append(("", ""))
        out += labelled
    made_up = [_filled(rng, rng.choice(CREDITS))] if not story.credit and rng.random() < 0.15 else []
    for text in (*story.credit, *made_up):
        out.append((in_latin(text, rng) if s.latin else text, "B-credit"))
    return out


def _with_crossheads(rng: random.Random, s: Style, body: list[str]) -> list[tuple[str, str]]:
    """(role, text) of a body; some get crossheads made of a clause of the paragraph below, also right under the headline."""
    out: list[tuple[str, str]] = []
    for k, (text, role) in enumerate(zip(body, roles_of([{"role": "body", "text": text} for text in body]))):
        if s.crossheads and rng.random() < (0.3 if k else 0.15) and len(text) > 60:
            clauses = [c for c in text.replace("。", "，").split("，") if 5 <= len(c) <= 20]
            if clauses:
                out.append(("crosshead", rng.choice(clauses[:4])))
        out.append((role, text))
    return out


def _spaced_out(row: str) -> str:
    return "".join(c if c in "，。、；：“" else c + " " for c in row).strip()


def _pieces(rng: random.Random, s: Style, row: str) -> list[str]:
    """A row cut at squeezed punctuation, as poppler and PyMuPDF print it."""
    if not s.pieces or s.latin:
        return [row]
    for i in range(1, len(row) - 1):
        pair = row[i - 1] + row[i]
        if rng.random() < s.pieces and pair[0] in CLOSERS | OPENERS and pair[1] in CLOSERS | OPENERS:
            return [row[:i], *_pieces(rng, s, row[i:])]
    return [row]


def _wrapped(text: str, column: int, indent: int, latin: bool, rng: random.Random, hyphens: bool = True) -> list[str]:
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


def _japanese(story: Story) -> Story:
    """The story with a third of its characters as kana, the same one always the same, and Japanese marks."""
    return Story(**{role: [in_kana(text) for text in texts] for role, texts in vars(story).items()})


def _in_word(char: str) -> bool:
    return char < "\u2000" and not char.isspace() or char == "’"
