"""What a page's rows begin and end with: the clusters and brackets at their edges, and the pairs of characters across them."""

from __future__ import annotations

import re
from functools import lru_cache
from struct import unpack
from typing import Callable, Sequence

from convert.measure import class_of
from convert.rules import Rules

LONGEST_WORD = 24
"""Characters of a word that are measured."""
REMARK = 3
"""Rows above the last of a remark in brackets at most."""
REMARK_TAIL = 12
"""Characters of the row above in which it may begin where a story goes on."""
_JUMP = re.compile("[。」』）][＝=▶→]?[0-9]{1,2}(?:[・、,][0-9]{1,2})*面(?:(?:に|へ|から)(?:関連(?:記事)?|続く|つづく)|参照)$")
_NUMBER = re.compile("(?<=[)）])[0-9]{6,8}$")
LONGEST_QUOTATION = 12
"""Rows after which a bracket or quotation counts as closed."""


def last_class(text: str, classes: dict[str, str]) -> str:
    """Class of a row's last character, or of the mark inside a closing one: EQ and FQ, Q where there is none."""
    kind = classes.get(text[-1]) or class_of(text[-1])
    if kind in "QT":  # what stands inside the closer tells more than the closer; French sets a space between
        for char in reversed((text[:-1].rstrip() if text[-1] == "»" else text[:-1])[-2:]):
            inner = classes.get(char, "")
            if inner in ("E", "F"):
                return inner + "Q"
            if inner not in ("Q", "T"):
                break
        return "Q"
    return kind


def closes_with_a_remark(texts: Sequence[str], classes: dict[str, str]) -> list[bool]:
    """Whether each row ends with a bracket that opens behind a sentence's end, in mid-row, there or up to :data:`REMARK` rows above: who wrote the text, where it is from.

    An agency's number may stand behind the bracket: 。（編輯：某某）1150305; and behind the sentence's end where the story goes on in the paper: 。＝3面に関連記事.
    """
    texts = [_NUMBER.sub("", text) for text in texts]
    jumps = [text[-1] in "事続連く照" and _JUMP.search(above[-REMARK_TAIL:] + text) is not None for above, text in zip(["", *texts], texts)]
    return [jump or text[-1] in "）)" and text[0] not in "（(" and _behind_an_end("".join(texts[max(0, i - REMARK):i + 1]), classes) for i, (jump, text) in enumerate(zip(jumps, texts))]


def _behind_an_end(text: str, classes: dict[str, str]) -> bool:
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] in "）)") - (text[at] in "（(")
        if not depth:
            return last_class(text[:at].rstrip() or " ", classes) in ("E", "EQ", "F", "FQ")
    return False


def lead_width(text: str, kind: str, classes: dict[str, str]) -> int:
    """Width in half-ems of the first unbreakable cluster of a row that begins with class ``kind`` (kinsoku: JIS X 4051)."""
    if kind in "HKBD":
        size = 2
        for char in text[1:3]:
            if classes.get(char) not in ("C", "E", "Q"):
                break
            size += 2 if char >= "\u2000" else 1
        return size
    if kind == "O":
        bare = text[next((k for k, char in enumerate(text) if classes.get(char) != "O"), len(text)):]
        opened = 2 * (len(text) - len(bare))
        return opened + (lead_width(bare, classes.get(bare[0]) or class_of(bare[0]), classes) if bare else 0)
    end = 0
    for char in text[:LONGEST_WORD]:
        if char.isspace() or char >= "\u2E80":
            break
        end += 1
    return max(1, end)


def depths(texts: Sequence[str], rules: Rules) -> list[int]:
    """How many brackets and quotations are open where each row starts."""
    openers = rules.openers
    brackets = _brackets_in(rules)
    out: list[int] = []
    opened: dict[str, int] = {}
    for row, text in enumerate(texts):
        if opened and row - min(opened.values()) > LONGEST_QUOTATION:  # an opener that nothing closes is a misprint, not a quotation
            opened = {char: at for char, at in opened.items() if row - at <= LONGEST_QUOTATION}
        out.append(len(opened))
        for char in brackets(text):
            if char in openers:
                opened.pop(char, None)  # none stands inside its like: that is a misprint, or a quotation's next paragraph
                opened[char] = row
            elif opened:
                opened.popitem()
    return out


@lru_cache(maxsize=8)
def _brackets_in(rules: Rules) -> Callable[[str], list[str]]:
    """Finds the brackets and quotes of a text, in order."""
    return re.compile(f"[{re.escape(''.join(sorted(rules.openers | rules.closers)))}]").findall


def joins(texts: Sequence[str]) -> list[str]:
    """Whether the characters across each row's start stand together elsewhere on the page: y, n, or - where one is no Chinese or Japanese character."""
    units = "\n".join(texts).encode("utf-16-le", "surrogatepass")
    pairs = {*_numbers(units), *_numbers(units[2:])}
    out = ["-"]
    for before, text in zip(texts, texts[1:]):
        a, b = before[-1], text[0]
        out.append(("y" if ord(a) + (ord(b) << 16) in pairs else "n") if a >= "\u3400" and b >= "\u3400" and a < "\uff00" and b < "\uff00" else "-")
    return out


def _numbers(units: bytes) -> tuple[int, ...]:
    """Every two 16-bit units as one number: a page's pairs of characters are looked up twice as fast as strings."""
    count = len(units) // 4
    return unpack(f"<{count}I", units[:4 * count])
