"""Write a document as Markdown (CommonMark 0.31) that parses back to the same text.

Each article: ``#`` its headline, ``######`` its kicker, ``##`` each subhead, ``###`` a crosshead,
paragraphs. A thematic break stands between articles and YAML front matter before them.
"""

from __future__ import annotations

import json
import re

from convert.model import Article, Document, Part

_MARKUP = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w+;)")
_AT_START = re.compile(r"(?:[#+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_EDGE = re.compile(r"^[^\S\n]+|[^\S\n]+$")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_markdown(document: Document, provenance: bool = False) -> str:
    """The document as Markdown text; ``provenance`` puts the source lines into HTML comments."""
    chunks = [_front_matter(document)]
    for n, article in enumerate(document.articles):
        if n:
            chunks.append("* * *")
        chunks += _article(article, provenance)
    return "\n\n".join(chunks) + "\n"


def _front_matter(document: Document) -> str:
    source = document.source
    fields = {"source": source.name, "sha256": source.sha256, "encoding": source.encoding,
              "language": document.language, "articles": len(document.articles)}
    # JSON strings are YAML strings: nothing in a file name can break out of them.
    return "\n".join(["---", *(f"{key}: {json.dumps(_clean(v) if isinstance(v, str) else v, ensure_ascii=False)}"
                               for key, v in fields.items()), "---"])


def _article(article: Article, provenance: bool) -> list[str]:
    out: list[str] = []

    def add(prefix: str, text: str, parts: tuple[Part, ...]) -> None:
        if provenance:
            lines = ", ".join(f"{a}-{b}" if a != b else str(a) for part in parts for a, b in part.lines)
            out.append(f"<!-- lines {lines} -->")
        out.append(prefix + escape(text))

    if article.headline:
        add("# ", headline_text(article), article.headline)
    if article.kicker:
        add("###### ", article.kicker.text, (article.kicker,))
    for part in article.subheads:
        add("## ", part.text, (part,))
    for block in article.blocks:
        add("### " if block.role == "crosshead" else "", block.text, (block,))
    return out


def headline_text(article: Article) -> str:
    """The headline's printed lines in one: a space parts the lines of a couplet."""
    return " ".join(part.text for part in article.headline)


def escape(text: str) -> str:
    """``text`` so that CommonMark shows it as it is."""
    text = _MARKUP.sub(lambda found: "\\" + found[0], _clean(text))
    text = _AT_START.sub(_escape_start, text, 1) if _AT_START.match(text) else text
    if text.endswith("#"):
        text = text[:-1] + "\\#" if not text.endswith("\\#") else text
    return _EDGE.sub(lambda found: "".join(f"&#{ord(c)};" for c in found[0]), text)


def _escape_start(found: re.Match[str]) -> str:
    # Before a digit a backslash would be shown: there the full stop after the number is escaped.
    return found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0]


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
