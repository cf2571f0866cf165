"""Books of made-up stories (``tests/cases/japanese.yaml``, ``tests/cases/books``): a story is a mapping of its kicker, headline, subhead and byline, its dateline, and its text line by line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Mapping

import yaml

HEADS = ("kicker", "headline", "subhead", "byline")
ENDS = "。」）.\"”！？…：?!:"
"""What a paragraph of a story ends with; a crosshead does not."""
_SIGNED = re.compile("（[\u3400-\u9fff]{2,4}）").fullmatch


def read_book(path: Path) -> list[dict[str, Any]]:
    """The stories of a book."""
    return yaml.safe_load(path.read_text("utf-8"))


def parts_of(story: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The story's parts, each with its role; a line without an end is a crosshead, if it does not say what it is."""
    first, *rest = story["body"]
    text = [next(iter(line.items())) if isinstance(line, dict) else (_role(line), line) for line in (story.get("dateline", "") + first, *rest)]
    return [*((role, story[role]) for role in HEADS if role in story), *text]


def _role(line: str) -> str:
    return "signature" if _SIGNED(line) else "body" if line[-1] in ENDS else "crosshead"
