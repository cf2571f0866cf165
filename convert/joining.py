"""Join two pieces of text across a line's end as a reader would."""

from __future__ import annotations

import re
from typing import Callable, Container

from convert.capitals import is_capital
from convert.lexicon import unlisted
from convert.measure import utf8_size

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[-\u2010]$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
SOFT = "\u2010"
"""What browsers print for a soft hyphen; on a page that has it at line ends only, it is no part of a word."""
HYPHENS = "-" + SOFT
CUT_MARKS = "\x02\uFFFE¬"
CUT = f"[^\\W_\u2E80-\uFFFD][{CUT_MARKS}]"
"""What PDFium prints for the hyphen of a word cut at a row's end, and OCR for one that may go, and the pattern of one where it may be that."""
DASHES = "—–"
"""Marks that papers of scripts with spaces set with one on both sides, or with none."""
ALONE = "aieoyàéóúèö"
"""Letters that are words by themselves in one language or another."""
WHOLE = 3
"""Letters from which two halves that are words by themselves are taken for a compound's: an-other is none."""
_PARTICLE = re.compile("(?:sur|sous|le|la|les|en|de|du|des|lès|aux|au|et)-|[dl][’']")
"""What goes on after a hyphen in French names of places, and has another behind it or an apostrophe: Coteaux-sur-Aire, main-d’œuvre."""
_BEHIND_VERBS = ("elle", "elles", "il", "ils", "on")
"""French pronouns behind a verb (sourit-elle), which no syllable is: one begins with a consonant."""


def is_wide(char: str) -> bool:
    """True for characters of scripts that are written without spaces between words, and their punctuation."""
    return char >= "\u2E80" and not "\uAC00" <= char <= "\uD7A3"


def join(before: str, after: str, words: Container[str] = (), keep_hyphen: Container[str] = (), is_word: Callable[[str], bool] = unlisted) -> str:
    """``before`` and ``after`` as one text.

    Wide text joins without a space, words with one. A hyphen at the end of ``before`` goes where the
    word calls for it: ``words`` are the page's own words in lower case, which decide where they can, and
    ``is_word`` knows the language's. ``keep_hyphen`` are first parts of compounds, those that are no words by themselves where the language's words are known.
    """
    if not before or not after:
        return before + after
    a, b = before[-1], after[0]
    if is_capital(before) and _is_one_word(a, after, words, is_word):
        return before + after
    if a in HYPHENS and len(before) > 1 and not before[-2].isspace() and before[-2] not in HYPHENS:
        return _at_hyphen(before, after, words, keep_hyphen, is_word)
    if _needs_no_space(a, b, before) and not (a in DASHES and before[-2:-1] == " " and not is_wide(b) or b in DASHES and after[1:2] == " " and not is_wide(a)):
        return before + after
    return before + " " + after


def _is_one_word(capital: str, after: str, words: Container[str], is_word: Callable[[str], bool]) -> bool:
    """Whether a drop cap and what stands below it are one word: behind a letter that is a word by itself, if what follows is none, or is a few letters that both together are."""
    rest = _WORD_AFTER.match(after)
    if rest is None or not (after[0].islower() or rest[0].isupper() and len(rest[0]) > 1):
        return False
    letter, word = capital.lower(), rest[0].lower()
    return letter not in ALONE or not (word in words or is_word(word)) or len(word) < WHOLE and is_word(letter + word)


def _needs_no_space(a: str, b: str, before: str) -> bool:
    if is_wide(a) or is_wide(b):
        return True
    near = before[-40:]
    wide_text = not near.isascii() and any(map(is_wide, near))
    if a in "“‘([" or b in ",.;:!?)]%’":
        return True
    if wide_text:
        # In Chinese and Japanese text quotes and dashes are wide too, and a number may be cut.
        return a in "”’—…·\"" or b in "“”‘—…·\"" or a.isdigit() and b.isdigit() or a in "/@" or b in "/@"
    return a in "—/" or b in "—"


def _at_hyphen(before: str, after: str, words: Container[str], keep_hyphen: Container[str], is_word: Callable[[str], bool]) -> str:
    first, second = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    if not first or not second or not after[0].islower():
        return before + after
    a, b = first[1], second[0]
    if before[-1] == SOFT and SOFT not in words:
        return before[:-1] + after
    if a.lower() + "-" + b.lower() in words:
        return before + after
    if is_word is unlisted and (_PARTICLE.match(after) or b in _BEHIND_VERBS):
        return before + after
    whole = a + b
    if whole.lower() in words or is_word(whole) or is_word(whole.lower()):
        return before[:-1] + after
    if len(a) == 1 or a.isupper() or (is_word(b) or is_word is unlisted) and (is_word(a) or a.lower() in keep_hyphen):
        return before + after
    if min(len(a), len(b)) >= WHOLE and a.lower() in words and b.lower() in words:
        return before + after
    return before[:-1] + after


def vocabulary(texts: list[str]) -> frozenset[str]:
    """The words in Latin and like scripts of the page, in lower case, hyphenated ones as they stand.

    The word before a hyphen at a line's end, a drop cap, and the word after either are left out: they may be halves.
    :data:`SOFT` is among them where one of them has it inside.
    """
    found: set[str] = set()
    cut = False
    for text in texts:
        if utf8_size(text) < 3 * len(text) or cut:
            words = [w.lower() for w in WORD.findall(text)]
            if cut and words:
                words = words[1:]
            cut = text.endswith(tuple(HYPHENS)) or is_capital(text)
            found.update(words[:-1] if cut else words)
        else:
            cut = False
    if any(SOFT in word for word in found):
        found.add(SOFT)
    return frozenset(found)
