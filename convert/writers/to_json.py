"""Write a document as JSON, version 1; ``data/document.schema.json`` is its schema."""

from __future__ import annotations

import json
from typing import Any

from convert.model import Article, Document, Part

SCHEMA = "convert/document/1"
LEVELS = 4
"""Document, articles, article, blocks: what stands deeper is written on one line."""
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def to_json(document: Document) -> str:
    """The document as JSON text: UTF-8 characters as they are, keys in a fixed order, a newline at the end."""
    return _laid_out(as_dict(document), LEVELS, "\n") + "\n"


def _laid_out(value: Any, levels: int, newline: str) -> str:
    """``value`` as JSON with a line for each item of its outer levels: a part or block stands on one line.

    The encoder of the standard library is quick only where it does not indent.
    """
    if not levels or not value or not isinstance(value, (dict, list)):
        return _encoded(value)
    inner = newline + " "
    if isinstance(value, list):
        return "[" + inner + ("," + inner).join([_laid_out(item, levels - 1, inner) for item in value]) + newline + "]"
    return "{" + inner + ("," + inner).join([f"{_encoded(key)}: {_laid_out(item, levels - 1, inner)}" for key, item in value.items()]) + newline + "}"


def as_dict(document: Document) -> dict[str, Any]:
    """The document as plain lists, dicts, strings and numbers, in the schema's shape."""
    source = document.source
    return {
        "schema": SCHEMA,
        "source": {"name": source.name, "sha256": source.sha256, "encoding": source.encoding, "lines": len(source.lines)},
        "language": document.language,
        "articles": [_article(article) for article in document.articles],
        "furniture": [_part(part) for part in document.furniture],
        "warnings": [{"line": note.line, "rule": note.rule, "message": note.message} for note in document.warnings],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "kind": article.kind,
        "kicker": _part(article.kicker) if article.kicker else None,
        "headline": [_part(part) for part in article.headline],
        "subheads": [_part(part) for part in article.subheads],
        "byline": {"reporters": list(article.byline.reporters), "photographers": list(article.byline.photographers),
                   "organisation": article.byline.organisation},
        "dateline": {"place": article.dateline.place, "date": article.dateline.date},
        "blocks": [{"role": block.role, **_part(block)} for block in article.blocks],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"text": part.text, "lines": [list(span) for span in part.lines], "confidence": part.confidence}
