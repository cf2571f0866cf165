"""Books of made-up stories, four on a page: what is read right of them today stays right."""

from __future__ import annotations

import sys

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import houses  # noqa: E402
from books import parts_of, read_book  # noqa: E402

BOOKS = {"mainland": ("zh-Hans", 0.955), "taiwan-hongkong": ("zh-Hant", 0.925), "japanese-2": ("ja", 0.955), "japanese-3": ("ja", 0.935), "english": ("en", 0.945),
         "french": ("fr", 0.72), "german": ("de", 0.705), "spanish": ("es", 0.925), "italian": ("it", 0.945)}
"""Language of each book, and share of the parts that are right at least; a point less than on the day when this was written."""
STORIES = 4


@pytest.mark.parametrize("book", BOOKS)
def test_parts_of_made_up_stories_stand_for_themselves(book: str) -> None:
    language, least = BOOKS[book]
    stories = read_book(ROOT / "tests" / "cases" / "books" / f"{book}.yaml")
    tried = missed = 0
    for at in range(0, len(stories), STORIES):
        parts = [{role: text} for story in stories[at:at + STORIES] for role, text in parts_of(story)]
        for column, indent in houses.settings(language, houses.WIDE[1::4]):
            tried += len(parts)
            missed += len(houses.wrong_at({"language": language, "parts": parts}, column, indent))
    assert tried - missed >= least * tried, (tried - missed) / tried
