"""The types that travel through the pipeline: lines in, a document out.

Everything here is immutable and knows nothing of files, rules or formats.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]
"""First and last source line of a stretch of text, from 1, both included."""


class Line(NamedTuple):
    """One line of the source.

    A NamedTuple, not a dataclass: a page has hundreds, and line stages hand back the same object
    where they change nothing.
    """

    number: int
    """Line number in the source, from 1; side-by-side columns give one number to several lines."""
    raw: str
    """The line as decoded, never changed after reading."""
    text: str
    """The line as the stages so far have cleaned it; blank lines are the empty string."""


@dataclass(frozen=True)
class Source:
    """A decoded input: where it came from and what it said."""

    name: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """A remark about the source: data, to be printed, written as JSON or turned into a failure."""

    line: int
    """Source line, from 1; 0 for the page as a whole."""
    rule: str
    """Short kebab-case name of what was seen."""
    message: str
    confidence: float | None = None
    """The confidence (0 to 1) that caused a low-confidence note, else None."""


@dataclass(frozen=True)
class Part:
    """A run of text and the source lines it came from."""

    text: str
    lines: tuple[Span, ...]
    """Several spans where page furniture interrupted the text."""
    confidence: float = 1.0
    """Calibrated probability, 0 to 1, that this part's extent and role are right."""


@dataclass(frozen=True)
class Block(Part):
    """A part of a body, with its role."""

    role: str = "paragraph"
    """paragraph, caption, credit, byline, crosshead or jump."""


@dataclass(frozen=True)
class Byline:
    """Who wrote and photographed an article: a second reading of its text."""

    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    organisation: str | None = None


@dataclass(frozen=True)
class Dateline:
    """Where and when an article was filed, as printed."""

    place: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Article:
    """A story: its headline block, its metadata and its body in reading order."""

    id: str
    kind: str
    """``article``, or ``photo`` for a captioned picture."""
    kicker: Part | None = None
    headline: tuple[Part, ...] = ()
    """One part a printed line: a couplet has two; a line cut by the column's width has one."""
    subheads: tuple[Part, ...] = ()
    byline: Byline = field(default_factory=Byline)
    dateline: Dateline = field(default_factory=Dateline)
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Document:
    """A page, converted."""

    source: Source
    language: str
    articles: tuple[Article, ...]
    furniture: tuple[Part, ...] = ()
    warnings: tuple[Note, ...] = ()


class Label(NamedTuple):
    """What the labeller says of one line."""

    tag: str
    """One of :data:`TAGS`."""
    begins: float
    """Probability, 0 to 1, that a new unit begins at this line."""
    sure: float
    """Probability, 0 to 1, that the line's role is the tag's."""
    heading: float = 0.0
    """Probability, 0 to 1, that the line is a kicker, headline or subhead."""


ROLES = ("body", "kicker", "headline", "subhead", "byline", "credit", "crosshead", "furniture")
"""Roles that the labeller tells apart; a tag is ``B-`` (begins) or ``I-`` (inside) and a role."""

HEADINGS = frozenset(("kicker", "headline", "subhead"))
"""Roles of a headline block's parts."""
HEADS = HEADINGS | {"crosshead"}
"""The same, and what stands between a story's sections: all that is set as a heading."""

TAGS = tuple(f"{way}-{role}" for role in ROLES for way in "BI")


@dataclass(frozen=True)
class Unit:
    """A paragraph or a headline part before it is known which article it belongs to."""

    role: str
    """One of :data:`ROLES`."""
    text: str
    pieces: tuple[Line, ...]
    """The lines it was joined from, in order."""
    confidence: float
    heading: float = 0.0
    """Probability, 0 to 1, that it is a part of a headline block."""


@dataclass(frozen=True)
class Story:
    """Units of one article, before roles are settled."""

    head: tuple[Unit, ...]
    body: tuple[Unit, ...]
