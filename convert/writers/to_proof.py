"""Write the proof sheet: one HTML file, the raw page on the left and the articles as read on the right.

Everything is inside the file; without JavaScript it is a readable page whose line numbers are links.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple, Sequence

from convert.calibration import LOW
from convert.model import Article, Document, Part
from convert.writers.templating import template

TINTS = 6
"""Article colours; they repeat in this order."""
CHART_POINTS = 600
"""Points of the confidence chart at the most, whatever the page's length."""


class Shown(NamedTuple):
    """A part as the sheet shows it."""

    id: str
    role: str
    tag: str
    text: str
    lines: tuple[tuple[int, int], ...]
    confidence: float
    low: bool


class Story(NamedTuple):
    """An article as the sheet shows it; number 0 is the page's furniture."""

    number: int
    tint: int
    title: str
    meta: str
    parts: list[Shown]


class Raw(NamedTuple):
    """A source line as the sheet shows it."""

    number: int
    text: str
    part: str
    tint: int
    marks: str
    note: str


def to_proof(document: Document) -> str:
    """The document's proof sheet as HTML."""
    stories = [_story(n, article) for n, article in enumerate(document.articles, 1)]
    if document.furniture:
        parts = [_shown(f"f{k}", "furniture", "p", part) for k, part in enumerate(document.furniture, 1)]
        stories.append(Story(0, TINTS, "Page furniture", "", parts))
    lines = _raw_lines(document, stories)
    low = sum(part.low for story in stories for part in story.parts)
    return str(template("proof.html").render(document=document, stories=stories, lines=lines, low=low, limit=LOW,
                                          chart=_chart(document, stories), roles=_ROLES, data=_data(document)))


def to_index(rows: Sequence[dict[str, Any]]) -> str:
    """The index of a folder's sheets: ``rows`` have page, href, articles, warnings, lowest and status."""
    return str(template("index.html").render(rows=rows))


_ROLES = ("body", "kicker", "headline", "subhead", "byline", "credit", "crosshead", "furniture")


def _story(number: int, article: Article) -> Story:
    prefix = f"a{number}-"
    rows: list[tuple[str, str, Part]] = []
    if article.kicker:
        rows.append(("kicker", "p", article.kicker))
    rows += [("headline", "h3", part) for part in article.headline]
    rows += [("subhead", "p", part) for part in article.subheads]
    rows += [(block.role, "h4" if block.role == "crosshead" else "p", block) for block in article.blocks]
    parts = [_shown(f"{prefix}{k}", role, tag, part) for k, (role, tag, part) in enumerate(rows, 1)]
    title = " ".join(part.text for part in article.headline) or f"Story {number} (no headline)"
    return Story(number, (number - 1) % TINTS, title, _meta(article), parts)


def _meta(article: Article) -> str:
    fields = [("reporters", ", ".join(article.byline.reporters)), ("photographers", ", ".join(article.byline.photographers)),
              ("organisation", article.byline.organisation), ("place", article.dateline.place), ("date", article.dateline.date)]
    return " · ".join(f"{name}: {value}" for name, value in fields if value)


def _shown(name: str, role: str, tag: str, part: Part) -> Shown:
    return Shown(name, role, tag, part.text, part.lines, part.confidence, part.confidence < LOW)


def _raw_lines(document: Document, stories: Sequence[Story]) -> list[Raw]:
    source = document.source.lines
    owner: dict[int, tuple[Shown | None, Story | None, bool]] = {}
    for story in stories:
        for part in story.parts:
            last = part.lines[-1][1] if part.lines else 0
            for first, end in part.lines:
                for number in range(first, end + 1):
                    owner[number] = (part, story, number == last)
    out = []
    for number, text in enumerate(source, 1):
        shown, of, ends = owner.get(number, (None, None, False))
        marks, note = _marks(text, shown, ends)
        out.append(Raw(number, text, shown.id if shown else "", of.tint if of else -1, marks, note))
    return out


def _marks(text: str, part: Shown | None, last: bool) -> tuple[str, str]:
    """CSS classes of a raw line and what they say in words."""
    if not text.strip():
        return "blank", "blank line removed"
    marks, notes = [], []
    bare = text.strip()
    if part and bare not in part.text:
        spaceless, joined = "".join(bare.split()), "".join(part.text.split())
        if spaceless in joined:
            marks.append("spaced")
            notes.append("spaces closed up")
        elif not bare.endswith("-"):
            marks.append("mended")
            notes.append("characters mended")
    if part and part.role == "furniture":
        marks.append("furniture")
        notes.append("page furniture")
    elif part:
        marks.append("ends" if last else "joins")
        notes.append("ends here" if last else "joined to the next")
    if part and part.low:
        marks.append("low")
    return " ".join(marks), ", ".join(notes)


def _chart(document: Document, stories: Sequence[Story]) -> dict[str, Any]:
    """Confidence over the lines, as SVG coordinates: x from 0 to 1000, y from 0 (certain) to 100."""
    total = max(1, len(document.source.lines))
    scale = 1000 / total
    points: list[tuple[float, float]] = []
    bands = []
    for story in stories:
        numbers = [span for part in story.parts for span in part.lines]
        if not numbers or not story.number:
            continue
        first, last = min(a for a, _ in numbers), max(b for _, b in numbers)
        bands.append({"x": round((first - 1) * scale, 1), "width": round((last - first + 1) * scale, 1),
                      "tint": story.tint, "title": story.title})
        points += [((a - 1) * scale, 100 * (1 - p.confidence)) for p in story.parts for a, _ in p.lines]
        points += [(b * scale, 100 * (1 - p.confidence)) for p in story.parts for _, b in p.lines]
    points.sort()
    if len(points) > CHART_POINTS:  # the lowest confidence of each stretch is what matters
        step = -(-len(points) // CHART_POINTS)
        points = [max(points[i:i + step], key=lambda p: p[1]) for i in range(0, len(points), step)]
    return {"bands": bands, "line": " ".join(f"{x:.1f},{y:.1f}" for x, y in points)}


def _data(document: Document) -> str:
    """What the script needs, as JSON that is safe inside a script element."""
    text = json.dumps({"name": document.source.name, "sha256": document.source.sha256}, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
