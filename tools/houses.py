"""Set made-up pages in the manner of many houses in several widths, with indents and without, and count the parts that convert reads right.

    python tools/houses.py [--wrong]      # prints the table of docs/accuracy.md, and which parts are wrong how often

``tests/cases/houses.yaml`` has the pages. A part is right if it stands for itself, whole, in its role; the heads of stories and of
sections count as each other, and so do kickers, headlines and subheads, captions and paragraphs, and bylines and paragraphs, because
what they are is often a house's own affair.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from itertools import product
from typing import Any, Iterator, Mapping, Sequence

import yaml
from others import CASES, bare, converted
from wrapping import wrapped

from convert.model import Document

LATIN, NARROW = ("en", "fr", "es", "de", "it"), (36, 44, 54, 66)
"""Languages in Latin letters, and half-ems of their columns; :data:`WIDE` is for the others."""
WIDE = (22, 24, 26, 28, 30, 32, 36, 40, 44, 52)
INDENT = {"zh-Hans": 4, "zh-Hant": 4}
LARGER, LEAF = 8, 28
"""Half-ems by which headings are set wider than the column, and rows of a column: a blank line stands where one ended."""
FAMILIES = ({"headline", "kicker", "subhead"}, {"headline", "crosshead"}, {"paragraph", "caption", "credit", "body"}, {"byline", "paragraph", "body"})
"""Roles that count as each other."""
Part = Mapping[str, str]


def page(parts: Sequence[Part], column: int, indent: int, latin: bool) -> list[str]:
    """The page's rows, with a blank line behind every column."""
    rng = random.Random(7)
    rows: list[str] = []
    for part in parts:
        (role, text), = part.items()
        if role in ("body", "caption"):
            rows += wrapped(text, column, indent if role == "body" else 0, latin, rng)
        elif role in ("headline", "kicker", "subhead"):
            rows += wrapped(text, column + (0 if latin else LARGER), 0, latin, rng)
        else:
            rows += wrapped(text, column if role != "furniture" else 999, 0, latin, rng)
    return [line for k, row in enumerate(rows, 1) for line in ((row, "") if k % LEAF == 0 else (row,))]


def found(document: Document) -> dict[str, set[str]]:
    """The roles of each text that the document has."""
    roles: dict[str, set[str]] = defaultdict(set)
    for article in document.articles:
        heads = [("headline", "".join(part.text for part in article.headline)), *(("headline", part.text) for part in article.headline),
                 *(("subhead", part.text) for part in article.subheads), *((("kicker", article.kicker.text),) if article.kicker else ())]
        for role, text in (*heads, *((block.role, block.text) for block in article.blocks)):
            roles[bare(text)].add(role)
    for part in document.furniture:
        roles[bare(part.text)].add("furniture")
    return roles


def wrong(parts: Sequence[Part], roles: Mapping[str, set[str]]) -> Iterator[str]:
    """The parts that are not right."""
    for part in parts:
        (role, text), = part.items()
        as_good = {role}.union(*(family for family in FAMILIES if role in family))
        if as_good.isdisjoint(roles.get(bare(text), ())):
            yield f"{role}: {text}"


def wrong_at(group: Mapping[str, Any], column: int, indent: int) -> list[str]:
    """The parts of a house's page that are not right in this setting."""
    rows = page(group["parts"], column, indent, group["language"] in LATIN)
    return list(wrong(group["parts"], found(converted(rows))))


def settings(language: str, wide: Sequence[int] = WIDE) -> Iterator[tuple[int, int]]:
    """Each column with each indent, in half-ems; ``wide`` are the columns of languages in wide characters."""
    return product(NARROW if language in LATIN else wide, (0, INDENT.get(language, 2)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="say which parts are wrong, and in how many settings")
    args = parser.parse_args()
    right, tried, faults = Counter(), Counter(), Counter()
    for group in yaml.safe_load((CASES / "houses.yaml").read_text("utf-8")):
        language, count = group["language"], len(group["parts"])
        for column, indent in settings(language):
            missed = wrong_at(group, column, indent)
            tried[language] += count
            right[language] += count - len(missed)
            faults.update(f"{group['house']}, {part}" for part in missed)
    print("| pages of many houses | parts | right |\n|---|---|---|")
    for language, count in tried.items():
        print(f"| {language} | {count} | {100 * right[language] / count:.1f} % |")
    if args.wrong:
        for part, times in faults.most_common():
            print(times, part)


if __name__ == "__main__":
    main()
