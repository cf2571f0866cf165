"""Chinese text turned into made-up languages, so that the labeller learns how other scripts are set."""

from __future__ import annotations

import random

from phrases import KANA, SYLLABLES

JAPANESE_MARKS = str.maketrans("，“”‘’！？", "、「」『』！？")


def in_kana(text: str) -> str:
    """The text with a third of its characters as kana, the same one always the same, and Japanese marks."""
    return "".join(KANA[ord(c) % len(KANA)] if "\u3400" <= c < "\ua000" and ord(c) % 5 < 2 else c for c in text.translate(JAPANESE_MARKS))


def in_latin(text: str, rng: random.Random, title: bool = False) -> str:
    """The text in a made-up language: words of one to three syllables, the same character always the same syllable."""
    out: list[str] = []
    word, size, capital, named = "", rng.randint(1, 3), True, 0
    marks = {"，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "！": "!", "？": "?"}

    def flush() -> None:
        nonlocal word, size, capital
        nonlocal named
        if word:
            named = max(0, named - 1) or (2 if rng.random() < 0.05 else 0)  # names are capitals in mid-sentence
            out.append((word.capitalize() if capital or title or named else word) + " ")
            capital = False
        word, size = "", rng.choice((1, 1, 2, 2, 3))

    for char in text:
        if "\u3400" <= char < "\ua000":
            word += SYLLABLES[ord(char) % len(SYLLABLES)]
            size -= 1
            if size <= 0:
                flush()
            continue
        flush()
        if char in marks and out:
            out[-1] = out[-1].rstrip() + marks[char] + " "
            capital = capital or marks[char] in ".!?"
        elif char in "“「『":
            out.append("“")
        elif char in "”」』" and out:
            out[-1] = out[-1].rstrip() + "” "
        elif char.isdigit():
            if out and out[-1].rstrip().isdigit():
                out[-1] = out[-1].rstrip()
            out.append(char + " ")
    flush()
    return "".join(out).strip() or "Kareto"
