"""Write documents as EPUB 3: one chapter an article, a part a page; the same input gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, Sequence

from convert.model import Article, Block, Document, Part
from convert.writers.templating import template
from convert.writers.to_markdown import headline_text

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufdd0-\ufdef]|[\x7f-\x9f]")
"""Characters that XML 1.0 forbids (production 2, Char) or discourages."""
MODIFIED = "2000-01-01T00:00:00Z"
"""EPUB asks for a date of modification; a true one would make every run's bytes differ."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
TITLE_CHARS = 60
"""Characters of a first paragraph that stand in for the title of a story without a headline."""


def to_epub(document: Document, provenance: bool = False) -> bytes:
    """One page as an EPUB file's bytes; ``provenance`` adds ``data-lines`` attributes."""
    return merge_epub([document], document.source.name, provenance)


def merge_epub(documents: Sequence[Document], title: str, provenance: bool = False) -> bytes:
    """Several pages as one EPUB: a part a page, in the order given."""
    pages = [_page(n, document, provenance) for n, document in enumerate(documents, 1)]
    chapters = [chapter for page in pages for chapter in page["chapters"]]
    book = {"title": _clean(title) or "Untitled", "language": documents[0].language, "modified": MODIFIED,
            "identifier": "urn:convert:" + "".join(d.source.sha256 for d in documents)[:64], "pages": pages,
            "chapters": chapters, "provenance": provenance}
    if len(documents) > 1:
        book["identifier"] = "urn:convert:" + _digest(documents)
    files = [("META-INF/container.xml", template("container.xml").render()),
             ("OEBPS/content.opf", template("content.opf").render(book=book)),
             ("OEBPS/nav.xhtml", template("nav.xhtml").render(book=book)),
             ("OEBPS/style.css", template("style.css").render())]
    files += [(f"OEBPS/{chapter['file']}", template("chapter.xhtml").render(book=book, chapter=chapter))
              for chapter in chapters]
    return _zipped(files)


def _digest(documents: Sequence[Document]) -> str:
    import hashlib

    return hashlib.sha256("".join(d.source.sha256 for d in documents).encode()).hexdigest()


def _page(number: int, document: Document, provenance: bool) -> dict[str, Any]:
    chapters = [_chapter(f"p{number:04}-{k:03}", article, document, provenance)
                for k, article in enumerate(document.articles, 1)]
    if not chapters:  # a page of furniture alone: EPUB wants a chapter
        blocks = tuple(Block(part.text, part.lines, part.confidence, "paragraph") for part in document.furniture)
        chapters = [_chapter(f"p{number:04}-000", Article(document.source.name, "article", blocks=blocks), document, provenance)]
    return {"title": _clean(document.source.name), "chapters": chapters}


def _chapter(name: str, article: Article, document: Document, provenance: bool) -> dict[str, Any]:
    title = headline_text(article) or (article.blocks[0].text[:TITLE_CHARS] if article.blocks else article.id)
    element = {"crosshead": "h3", "caption": "p", "credit": "p", "byline": "p", "jump": "p", "paragraph": "p"}
    parts = [("h1", "headline", article.headline, headline_text(article))] if article.headline else []
    if article.kicker:
        parts.append(("p", "kicker", (article.kicker,), article.kicker.text))
    parts += [("p", "subhead", (part,), part.text) for part in article.subheads]
    parts += [(element[block.role], block.role, (block,), block.text) for block in article.blocks]
    return {"id": name, "file": f"{name}.xhtml", "title": _clean(title).strip() or article.id, "language": document.language,
            "elements": [{"tag": tag, "role": role, "text": _clean(text), "lines": _lines(found) if provenance else ""}
                         for tag, role, found, text in parts]}


def _lines(parts: Sequence[Part]) -> str:
    return " ".join(f"{a}-{b}" for part in parts for a, b in part.lines)



def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _zipped(files: Sequence[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), "application/epub+zip")
        for name, text in files:
            archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), text.encode("utf-8"))
    return out.getvalue()


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, ZIP_TIME)
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info
