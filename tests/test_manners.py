"""Pages set in the manners of many papers: what papers set beside a story, and how they head its sections."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
import yaml

import convert

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "manners.yaml").read_text("utf-8"))
COLUMN = 15
"""Characters of a row."""


def manners(*languages: str) -> Iterator[Any]:
    for group in CASES:
        if group["language"] in languages:
            for manner in group["manners"]:
                yield pytest.param(group["stories"], manner, id=f"{group['language']} {group['name']} {manner['name']}")


@pytest.mark.parametrize("stories, manner", list(manners("zh-Hans", "ja")))
def test_nothing_that_is_set_beside_a_story_takes_its_text_away(stories: list[dict], manner: dict) -> None:
    """Each paragraph's first row, and what heads a section, stands in an article, not among the furniture."""
    rows: list[str] = []
    for k, story in enumerate(stories):
        own = manner if k == 1 else {}
        rows += [*own.get("above", ()), story["headline"], *own.get("below", ())]
        for n, text in enumerate(story["body"]):
            rows += [*(own.get("between", ())[n - 1:n] if n else ()), *(text[at:at + COLUMN] for at in range(0, len(text), COLUMN)), *(own.get("middle", ()) if not n else ())]
        rows += own.get("end", ())
    found = convert.parse("\n".join(rows))
    told = bare("".join(block.text for article in found.articles for block in article.blocks))
    assert all(bare(text[:COLUMN]) in told for story in stories for text in story["body"])
    assert all(bare(text) in told for text in manner.get("between", ()))


def bare(text: str) -> str:
    return "".join(text.split())
