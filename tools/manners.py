"""Set one made-up page in the manners of many papers, and count those that convert reads right.

    python tools/manners.py [--wrong]      # prints the table of docs/accuracy.md, and what is wrong

``tests/cases/manners.yaml`` has three stories in each language, and what papers set above, below, between and behind the second
of them. Each manner is set in two widths, with and without indents. Right is a page of three articles with these headlines (a kicker or a
subhead aside), in which each paragraph begins where it should and none of what was set stands in another story, or is lifted out
where it heads a section.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from typing import Iterator, Mapping, Sequence

import yaml
from others import CASES, bare, converted
from wrapping import wrapped

from convert.model import Article, Document
from convert.pipeline import parts_of

INDENTS = (0, 4)
"""Half-ems."""
LARGER = 0.85
"""Share of a column's width that a headline in larger type of a script with spaces has."""
FEW = 8
"""Characters that tell one paragraph's beginning from another's."""
Story = Mapping[str, object]


def page(stories: Sequence[Story], manner: Mapping[str, Sequence[str]], column: int, indent: int, latin: bool) -> list[str]:
    """The page's rows: the second story in the manner, the others plainly."""
    rng = random.Random(7)
    rows: list[str] = []
    for k, story in enumerate(stories):
        own = manner if k == 1 else {}
        rows += [*own.get("above", ()), *wrapped(story["headline"], int(column * LARGER) if latin else 99, 0, latin, rng), *own.get("below", ())]
        for n, text in enumerate(story["body"]):
            rows += own.get("between", ())[n - 1:n] if n else ()
            rows += wrapped(text, column, indent, latin, rng)
            rows += own.get("middle", ()) if n == 0 else ()
        rows += own.get("end", ())
    return rows


def faults(document: Document, stories: Sequence[Story], manner: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What is wrong with a page, in a few words each."""
    articles = {bare("".join(part.text for part in article.headline)): article for article in document.articles}
    if len(document.articles) != len(stories):
        yield f"{len(document.articles)} articles"
    for k, story in enumerate(stories):
        article = articles.get(bare(story["headline"]))
        if article is None:
            yield f"no headline {story['headline']}"
            continue
        begun = [bare(block.text)[:FEW] for block in article.blocks]
        yield from (f"no paragraph {text[:FEW]}" for text in story["body"] if bare(text)[:FEW] not in begun)
        if k != 1:
            yield from (f"{text} in another story" for text in _set(manner) if _stands_in(text, article))
    lifted = [bare(part.text) for part in document.furniture]
    yield from (f"{text} lifted out" for text in manner.get("between", ()) if bare(text) in lifted)


def _set(manner: Mapping[str, Sequence[str]]) -> list[str]:
    return [text for place in ("above", "below", "middle", "between", "end") for text in manner.get(place, ())]


def _stands_in(text: str, article: Article) -> bool:
    return any(bare(text) == bare(part.text) for part in parts_of(article))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="say what is wrong with each page that is not right")
    args = parser.parse_args()
    right, tried = Counter(), Counter()
    for group in yaml.safe_load((CASES / "manners.yaml").read_text("utf-8")):
        name, latin = f"{group['name']}, {group['language']}", group["language"] == "en"
        for manner in group["manners"]:
            for column in group["columns"]:
                for indent in INDENTS:
                    rows = page(group["stories"], manner, column, indent, latin)
                    found = list(faults(converted(rows), group["stories"], manner))
                    tried[name] += 1
                    right[name] += not found
                    if found and args.wrong:
                        print(f"{name}, {manner['name']}, {column}, {indent}: {'; '.join(found)}")
    print("| manners | pages | right |\n|---|---|---|")
    for name, count in tried.items():
        print(f"| {name} | {count} | {100 * right[name] / count:.0f} % |")


if __name__ == "__main__":
    main()
