"""What convert makes of the furniture, datelines, bylines and credits of papers that the shared pages are not of.

    python tools/others.py ../shared      # prints the table of docs/accuracy.md

The lines are ``tests/cases/furniture.json`` and ``tests/cases/papers.json``: made up in the manner of papers of the
mainland, Taiwan, Hong Kong and Japan. Each is put into pages: furniture at the head, in the middle and at the end of a shared
page; the others at their place in the second of three stories, set anew. Right is a line of furniture that is lifted out whole, and a
story whose headline, reporters, photographers, place and date are all as the line says.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import Callable, Iterator

import papers
from languages import in_japanese
from opencc import OpenCC
from typeset import DATELINE
from wrapping import wrapped

from convert import pipeline
from convert.model import Article, Document
from convert.rules import load
from convert.source import read_source

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
DRAWS, EVERY = 8, 40
"""Pages that a line of a story is tried on; of the shared pages, those that a line of furniture is."""
DATELINES = {"zh-Hans": "本报讯　", "zh-Hant": "【本報訊】"}
"""Of the other stories, and of the one that has a credit or a closing line."""
QUOTES = str.maketrans("“”", "「」")
RULES = load()


def converted(lines: list[str]) -> Document:
    return pipeline.run(read_source("page.txt", "\n".join(lines).encode()), RULES)


def bare(text: str) -> str:
    return "".join(text.split())


def furniture(pages: Path) -> Iterator[tuple[str, bool]]:
    """For every line and place, whether the line was lifted out."""
    chosen = [path.read_text("utf-8").split("\n") for path in sorted(pages.glob("*/*.txt"))[::EVERY]]
    cases = json.loads((CASES / "furniture.json").read_text("utf-8"))
    for kind in ("lifted", "perhaps"):
        for line in cases[kind]:
            for page in chosen:
                for place, at in (("head", 0), ("middle", len(page) // 2), ("end", len(page))):
                    parts = converted([*page[:at], line, *page[at:]]).furniture
                    yield f"furniture, {'several elements' if kind == 'lifted' else 'one element'}, {place}", any(bare(line) in bare(part.text) for part in parts)


def lines_of_stories(pages: Path) -> Iterator[tuple[str, bool]]:
    """For every line, whether the story that it was put into is read as the line says."""
    pool = [story for story in papers.stories_of(pages / "zh-Hans") if 2 <= len(story.body) <= 8]
    traditional = OpenCC("s2tw")
    turns: dict[str, Callable[[str], str]] = {"zh-Hans": str, "zh-Hant": lambda text: traditional.convert(text).translate(QUOTES), "ja": in_japanese}
    for case in json.loads((CASES / "papers.json").read_text("utf-8")):
        for seed in range(DRAWS):
            lines, title = _page(random.Random(seed), pool, case, turns[case["language"]])
            yield f"{case['at']}, {case['language']}", _right(converted(lines), title, case)


def _page(rng: random.Random, pool: list[papers.Story], case: dict, turn: Callable[[str], str]) -> tuple[list[str], str]:
    column, indent = 2 * rng.choice((13, 16, 20, 24)), 2 if case["language"] == "ja" else rng.choice((0, 4))
    lines: list[str] = []
    title = ""
    for k, story in enumerate(rng.sample(pool, 3)):
        headline, body, mine = turn(" ".join(story.headline)), [turn(DATELINE.sub("", text)) for text in story.body], k == 1
        if mine:
            title = headline
            body[-1] += case["text"] if case["at"] == "closing" else ""
        body[0] = (case["text"] if mine and case["at"] == "dateline" else DATELINES.get(case["language"], "") if case["at"] != "byline" else "") + body[0]
        lines += [headline, *([case["text"]] if mine and case["at"] == "byline" else [])]
        lines += [row for text in body for row in wrapped(text, column, indent, False, rng)]
        lines += [case["text"]] if mine and case["at"] == "credit" else []
    return lines, title


def _right(document: Document, title: str, case: dict) -> bool:
    found = [article for article in document.articles if bare("".join(part.text for part in article.headline)) == bare(title)]
    return bool(found) and _said(found[0]) == (case.get("reporters", []), case.get("photographers", []), case.get("place"), case.get("date"))


def _said(article: Article) -> tuple[list[str], list[str], str | None, str | None]:
    return list(article.byline.reporters), list(article.byline.photographers), article.dateline.place, article.dateline.date


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    pages = parser.parse_args().shared / "pages"
    right, tried = Counter(), Counter()
    for kind, one in (*furniture(pages), *lines_of_stories(pages)):
        right[kind] += one
        tried[kind] += 1
    print("| lines | tried | right |\n|---|---|---|")
    for kind, count in tried.items():
        print(f"| {kind} | {count} | {100 * right[kind] / count:.0f} % |")


if __name__ == "__main__":
    main()
