"""Set pages vertically, as Japanese papers are, and take them out with every extractor: what convert makes of vertical rows.

    python tools/vertical.py tests/cases/japanese.yaml OUT [--pages 40]     # OUT/NAME.txt and OUT/NAME.gold.json, as in ../shared/pages

The made-up stories of ``tests/cases/japanese.yaml`` in tiers of vertical rows (11 to 22 characters), paragraphs begun with an
ideographic space, set by reportlab in a font with vertical metrics (browsers turn their glyphs one by one, and extractors
cannot know such rows). Each page is taken out by all of them. Nothing is learned from these pages.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Iterator, NamedTuple, Sequence

from printed import FOLIOS, KINDS, Printed, save
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from convert.rules import Rules, load

SEED = 1
EXTRACTORS = ("poppler", "poppler-layout", "poppler-raw", "pymupdf", "pdfium", "pdfminer-vertical")
ROWS, FOLIO = "HeiseiMin-W3", "HeiseiKakuGo-W5"
EDGE, BETWEEN_TIERS, HEADING = 40, 14, 1.3
"""Points around the page and between tiers; how much wider than its type a heading's row is."""


class Row(NamedTuple):
    text: str
    size: float
    x: float
    tier: int


class Style(NamedTuple):
    """How a paper sets its pages, in points."""

    wide: int
    high: int
    size: int
    length: int
    """Characters of a row."""
    pitch: float
    scale: float
    """Size of a headline's type, by that of the text."""

    @property
    def tier(self) -> int:
        return self.length * self.size + 1

    @property
    def tiers(self) -> int:
        return (self.high - 2 * EDGE + BETWEEN_TIERS) // (self.tier + BETWEEN_TIERS)


def style(rng: random.Random) -> Style:
    wide, high = rng.choice(((1000, 1400), (842, 1190)))
    size = rng.choice((9, 10, 11))
    return Style(wide, high, size, rng.choice((11, 12, 13, 15, 18, 22)), size * rng.choice((1.4, 1.6)), rng.choice((1.4, 1.8)))


def broken(text: str, length: int, rules: Rules) -> Iterator[str]:
    """The text in rows of ``length`` characters; what may not begin a row takes the characters before it along."""
    while text:
        end = min(length, len(text))
        while 1 < end < len(text) and (text[end] in rules.no_line_start or text[end - 1] in rules.openers):
            end -= 1
        yield text[:end]
        text = text[end:]


def placed(stories: Sequence[Printed], of: Style, rules: Rules) -> tuple[list[Printed], list[Row]]:
    """The stories that the page has room for, and where their rows stand: from right to left, tier by tier."""
    kept: list[Printed] = []
    rows: list[Row] = []
    x, tier = float(of.wide - EDGE), 0
    for story in stories:
        own: list[Row] = []
        at, level = x, tier
        for role, text in story.parts:
            size = of.size * (of.scale if role == "headline" else 1.15 if role in ("kicker", "subhead") else 1.0)
            step = of.pitch if size == of.size else HEADING * size
            for row in broken(("\u3000" if role == "body" else "") + text, int(of.tier / size), rules):
                if at - step < EDGE:
                    at, level = float(of.wide - EDGE), level + 1
                at -= step
                own.append(Row(row, size, at, level))
        if level < of.tiers:
            kept.append(story)
            rows += own
            x, tier = at, level
    return kept, rows


def draw(rows: Sequence[Row], font: UnicodeCIDFont, folio: str, of: Style, pdf: Path) -> None:
    canvas = Canvas(str(pdf), pagesize=(of.wide, of.high))
    canvas.setFont(FOLIO, 8)
    canvas.drawString(EDGE, of.high - EDGE / 2, folio)
    for row in rows:
        canvas.setFont(font.fontName, row.size)
        canvas.drawString(row.x, of.high - EDGE - row.tier * (of.tier + BETWEEN_TIERS), row.text)
    canvas.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=40)
    args = parser.parse_args()
    font = UnicodeCIDFont(ROWS, isVertical=True)
    registerFont(font)
    registerFont(UnicodeCIDFont(FOLIO))
    kind, rules, rng = KINDS["japanese"], load(), random.Random(SEED)
    stories = list(kind.read(args.source))
    args.out.mkdir(parents=True, exist_ok=True)
    pdf = args.out / "page.pdf"
    for n in range(args.pages):
        of = style(rng)
        folio = rng.choice(("", FOLIOS[kind.lang].format(rng.randint(2, 24))))
        leaf, rows = placed(kind.page(rng, stories), of, rules)
        draw(rows, font, folio, of, pdf)
        for extractor in EXTRACTORS:
            save(args.out, f"vertical-{n:03}-{extractor}", pdf, leaf, folio, extractor, kind.lang)
    pdf.unlink()


if __name__ == "__main__":
    main()
