"""The stories, the styles and the names of which pages are set anew: what ``heads.py`` and ``typeset.py`` draw from."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from languages import Tongue, tongue
from phrases import FOREIGN, GIVEN, JAPANESE_GIVEN, JAPANESE_SURNAMES, PLACES, SOUNDS, SURNAMES

CLOSERS = set("。，、；：！？”’」』）】》〉!?,.;:)]}")
OPENERS = set("“‘「『（【《〈([{")
LATIN_COLUMNS = (18, 21, 24, 27, 27, 31, 31, 36, 42, 50, 62)
"""Half-ems of a column set in Latin script: twenty to seventy letters."""
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


def role_of(unit: dict) -> str:
    """A gold unit's role, without what the scorer allows beside it and without the sign that it goes on."""
    return unit["role"].split("|")[0].rstrip("+")


def text_of(unit: dict) -> str:
    """A gold unit's text as it was printed."""
    return unit.get("raw") or unit["text"]


def stories(units: list[dict]) -> Iterator[Story]:
    """The articles of one gold page."""
    found: dict[str, Story] = {}
    for unit in units:
        if unit["article"] == "0":
            continue
        role = role_of(unit)
        getattr(found.setdefault(unit["article"], Story()), role if hasattr(Story(), role) else "body").append(text_of(unit))
    yield from (story for story in found.values() if story.body and story.headline)


def stories_of(folder: Path) -> list[Story]:
    """The articles of a folder's gold pages."""
    return [story for gold in sorted(folder.glob("*.gold.json")) for story in stories(json.loads(gold.read_text("utf-8"))["units"])]


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
    """Share of squeezed punctuation marks, or of spaces between words in rows that it cuts, at which extraction cuts a row in two."""
    tongue: Tongue
    """How a page in Latin script writes."""
    hyphens: float
    """Share of words too long for their row that are cut there, in Latin script."""
    spaced: float
    """Share of lines that are letter-spaced."""
    rich: bool
    """Whether headline blocks get kickers, subheads and bylines of their own."""
    shapes: bool
    """Whether stories, and now and then the columns of one story, have widths of their own."""
    crossheads: bool
    digest: bool
    """Whether the page has many short stories."""
    dated: float
    """Share of stories that open with a dateline in another paper's manner."""
    columns: float
    """Share of headlines that end with the name of a column of the paper's, in brackets; half as many begin with one."""


def style(rng: random.Random, latin: bool) -> Style:
    """A style drawn at random, of a page in Latin script or of one in wide characters."""
    japanese = not latin and rng.random() < 0.17
    column = 2 * rng.choice((12, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40))
    return Style(column=rng.choice(LATIN_COLUMNS) if latin else column, tongue=tongue(rng), hyphens=rng.choice((0, 0, 0.3, 0.9)),
                 indent=rng.choice((0, 0, 4, 4, 4, 4, 4, 2) if not latin else (0, 2, 2, 4)), kept_indent=rng.random() < 0.15,
                 before=rng.random() < (0.92 if latin else 0.8),
                 blanks=rng.choice(("none", "none", "breaks", "breaks", "breaks", "paragraphs", "paragraphs", "mixed", "mixed", "all", "stories")),
                 unwrapped=rng.random() < 0.08, latin=latin, japanese=japanese, pieces=rng.choice((0, 0, 0.3, 0.8)),
                 spaced=rng.choice((0, 0.02, 0.02, 0.06)), rich=rng.random() < 0.6, shapes=rng.random() < 0.4, crossheads=rng.random() < 0.25,
                 digest=rng.random() < 0.25, columns=rng.choice((0, 0, 0.1, 0.4)), dated=rng.choice((0, 0, 0.2, 0.9)))


def name(rng: random.Random) -> str:
    """A made-up person."""
    if rng.random() < FOREIGN:
        return "·".join("".join(rng.choice(SOUNDS) for _ in range(rng.randint(2, 4))) for _ in range(2))
    given = rng.choice(GIVEN) + (rng.choice(GIVEN) if rng.random() < 0.65 else "")
    surname = rng.choice(SURNAMES)
    return f"{surname} {given}" if len(given) == 1 and rng.random() < 0.6 else surname + given


def japanese_name(rng: random.Random) -> str:
    """A made-up person in Japan."""
    return rng.choice(JAPANESE_SURNAMES) + rng.choice(("", "", "", "　")) + rng.choice(JAPANESE_GIVEN)


def filled(rng: random.Random, shape: str, japanese: bool = False) -> str:
    """The shape with a made-up name for every ``{name}``, place for every ``{place}``, number for every ``{n}``."""
    for slot, drawn in (("{name}", japanese_name if japanese else name), ("{place}", lambda rng: rng.choice(PLACES)), ("{n}", lambda rng: str(rng.randint(1, 28)))):
        while slot in shape:
            shape = shape.replace(slot, drawn(rng), 1)
    return shape


def retold(rng: random.Random, story: Story, pool: list[Story]) -> str:
    """A clause or two that the story itself tells early on: what kickers and subheads are made of."""
    clauses = [c for text in story.body[:4] for c in re.split("[，。！？；：]", text[:300]) if 5 <= len(c) <= 22 and BROKEN.isdisjoint(c)]
    if not clauses:
        return rng.choice(pool).headline[0].split()[0][:22]
    at = rng.randrange(len(clauses))
    more = clauses[at + 1:at + 2] if rng.random() < 0.2 else []
    return rng.choice(("，", " ", "")).join([clauses[at], *more])
