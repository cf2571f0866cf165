"""Chinese text turned into made-up languages, so that the labeller learns how other scripts are set.

The same characters always become the same word, so that a headline's words stand in its story too.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Iterator, Sequence

from phrases import ABBREVIATIONS, AGENCIES, CLAUSE_ENDS, FUNCTION_WORDS, MONTHS, PARTICLES, SENTENCE_ENDS, SOUNDS_OF_JAPAN, SUFFIXES, SYLLABLES

JAPANESE_MARKS = str.maketrans("，“”‘’！？", "、「」『』！？")
_TOKEN = re.compile(r"[\d.,]*\d|[A-Za-z]+|[\u3400-\u9fff]+|.", re.DOTALL)
_MARKS = {"、": ",", "；": ";", "：": ":", "。": ".", "！": "!", "？": "?", "—": " –", "…": " ..."}
_SENTENCE = re.compile("[^。！？]*[。！？][”』」]?")
LONG = 5
"""Characters of a word in Japanese on the average."""
KATAKANA, IN_TEXT, IN_HEADING = 9, 95, 15
"""Of a hundred Japanese words: those in katakana; those with hiragana behind them, in text and in headings."""
FUNCTION, NAMES, SHORT = 30, 42, 45
"""Of a hundred words: function words, names up to the second number, abbreviations; the rest are words."""


@dataclass(frozen=True)
class Tongue:
    """How a page in Latin script writes."""

    case: str
    """Of its headlines: sentence, title or upper."""
    nouns: bool
    """Whether nouns are capitals, as in German."""
    quotes: str
    kicked: float
    """Share of stories with a kicker, a word or three."""
    dated: float
    """Share of stories with a dateline."""


def tongue(rng: random.Random) -> Tongue:
    """A way of writing drawn at random."""
    return Tongue(rng.choice(("sentence", "sentence", "title", "title", "upper")), rng.random() < 0.15, rng.choice(('""', '""', "“”", "«»", "‘’")),
                  rng.choice((0, 0, 0.1, 0.5)), rng.choice((0, 0, 0.4, 0.9)))


def in_japanese(text: str, heading: bool = False) -> str:
    """The text as Japanese is written: words in Han characters or katakana, the same one always the same, with hiragana behind them; in a heading few."""
    out = ""
    tokens = _TOKEN.findall(text)
    for token, after in zip(tokens, [*tokens[1:], ""]):
        if not "\u3400" <= token[0] < "\ua000":
            out += token.translate(JAPANESE_MARKS)
            continue
        words = list(_stretches(token, LONG))
        for k, word in enumerate(words, 1):
            out += _katakana(word) if _hash(word) % 100 < KATAKANA else word
            code = _hash(word + str(len(out)))
            if k == len(words) and after == "。" and not heading:
                out += SENTENCE_ENDS[code % len(SENTENCE_ENDS)]
            elif k == len(words) and after == "，" and not heading:
                out += CLAUSE_ENDS[code % len(CLAUSE_ENDS)]
            elif code % 100 < (IN_HEADING if heading else IN_TEXT) and (after or k < len(words)):
                out += PARTICLES[code // 100 % len(PARTICLES)]
                out += PARTICLES[code // 1000 % len(PARTICLES)] if not heading and code % 3 == 0 else ""
    return out


def _katakana(word: str) -> str:
    code, out = _hash(word), ""
    for _ in range(3 + code % 3):
        out, code = out + SOUNDS_OF_JAPAN[code % len(SOUNDS_OF_JAPAN)], code // 5
    return out


def in_latin(text: str, t: Tongue) -> str:
    """The text in a made-up language, a word for every two characters or so; every third comma ends a sentence."""
    out, capital = "", True
    for token in _TOKEN.findall(text):
        char = token[0]
        if "\u3400" <= char < "\ua000":
            for word in [_word(stretch, t) for stretch in _stretches(token)]:
                out += (word[:1].upper() + word[1:] if capital else word) + " "
                capital = False
        elif char == "，":
            capital = len(out) % 3 == 0 or capital
            out = out.rstrip() + (". " if len(out) % 3 == 0 else ", ") if out else out
        elif char in _MARKS:
            out = out.rstrip() + _MARKS[char] + " " if out else out
            capital = capital or char in "。！？"
        elif char in "“「『":
            out += t.quotes[0]
        elif char in "”」』":
            out = out.rstrip() + t.quotes[1] + " " if out else out
        elif char.isalnum():
            out += token + " "
    return out.strip() or "Kareto"


def title_in_latin(text: str, t: Tongue) -> str:
    """A heading in the made-up language, short and in the page's case."""
    words = in_latin(text, t).strip(".").split()
    words = [word for k, word in enumerate(words) if not k or word.lower() not in FUNCTION_WORDS or len(word) % 2]
    title = " ".join(words)
    if t.case == "title":
        return " ".join(word if word in FUNCTION_WORDS else word[:1].upper() + word[1:] for word in words)
    return title.upper() if t.case == "upper" else title


def paragraphs(body: list[str], rng: random.Random) -> Iterator[str]:
    """The body in paragraphs of a sentence or two, as papers in Latin script set them."""
    for text in body:
        sentences = _SENTENCE.findall(text) or [text]
        size = rng.choice((1, 1, 2, 3))
        for k in range(0, len(sentences), size):
            yield "".join(sentences[k:k + size])


def latin_name(rng: random.Random) -> str:
    """A made-up person."""
    first, last = ("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3))).capitalize() for _ in range(2))
    return f"{first} {rng.choice(('', '', '', 'de ', 'J. '))}{last}"


def latin_phrase(rng: random.Random, shapes: Sequence[str]) -> str:
    """One of the shapes with a made-up person for every ``{name}`` and, in capitals, every ``{NAME}``."""
    shape = rng.choice(shapes)
    while "{name}" in shape or "{NAME}" in shape:
        shape = shape.replace("{name}", latin_name(rng), 1).replace("{NAME}", latin_name(rng).upper(), 1)
    return shape


def latin_dateline(rng: random.Random) -> str:
    """What stands before a story's first sentence: CITY, March 3 (Agency) —."""
    city = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))
    date = rng.choice(("", f", {rng.choice(MONTHS)} {rng.randint(1, 28)}"))
    agency = rng.choice(("", "", f" ({rng.choice(AGENCIES)})"))
    return f"{city.upper()}{date}{agency} {rng.choice('-–—')} "


def _stretches(text: str, share: int = 2) -> Iterator[str]:
    """Stretches of a few characters; one character in ``share`` ends one, so that a phrase is the same ones wherever it stands."""
    start = 0
    for k, char in enumerate(text, 1):
        if _hash(char) % share == share - 1 or k == len(text):
            yield text[start:k]
            start = k


def _hash(text: str) -> int:
    """Knuth's multiplicative hash, character by character: neighbours in the code chart become unlike words."""
    code = 0
    for char in text:
        code = (code + ord(char)) * 2654435761 % 2**32
    return code >> 7


def _word(text: str, t: Tongue) -> str:
    code = _hash(text)
    kind, code = code % 100, code // 100
    if kind < FUNCTION:
        return FUNCTION_WORDS[code % len(FUNCTION_WORDS)]
    if kind >= NAMES and kind < SHORT:
        return ABBREVIATIONS[code % len(ABBREVIATIONS)]
    word = ""
    for _ in range(1 + code % 3):
        word, code = word + SYLLABLES[code % len(SYLLABLES)], code // 3
    if kind < NAMES:
        return word.capitalize()
    word += SUFFIXES[code % len(SUFFIXES)]
    return word.capitalize() if t.nouns and code % 3 == 0 else word
