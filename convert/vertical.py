"""Vertical rows, as extraction gives them: a character a line, or whole rows from the page's last to its first, or a headline's characters on a page set horizontally.

Of Japanese pages set vertically poppler's -raw and PyMuPDF give every character a line of its own. What is left of the rows
then are sentences and, where paragraphs begin with an ideographic space, the blank lines that these leave.
"""

from __future__ import annotations

from typing import Sequence
from unicodedata import category

from convert.capitals import is_letter
from convert.measure import ended
from convert.rules import Rules

SINGLE, OF_TEXT, FEW = 0.4, 0.15, 20
"""Share of a page's lines that hold a single wide character, and share of its characters that these are, from which its rows were vertical, and lines that it
has at least: of 13,000 pages set horizontally one has 0.34 of its lines, and two have 0.2 and more; vertical headlines are fewer characters."""
HEADLINE, NUMBER = 3, 4
"""Characters of a vertical headline at least, and of a number or word that lies among them at most."""
FEW_GAPS, INDENTED = 4, 0.25
"""Blank lines of such a page, and the share of them behind a sentence's end, from which they are paragraphs' indents."""
BACKWARDS, TIMES, PLAINLY = 5, 2, 6
"""Breaks that speak for the rows' standing backwards, at least, and how many times those that speak for their order; and how many more
of these say that they stand in order. Of 40 vertical pages that PDFium gave backwards all are told so, of 11,000 others, columns side by side aside, none."""
LOOKED_AT = 500
"""Lines by which that is told: a dump of many pages without form feeds costs no more than one."""
_SPACES = " \u3000"


def of_single_characters(texts: Sequence[str]) -> bool:
    """Whether the page's rows were vertical, and a line stands for every character; ``texts`` are its non-blank lines."""
    single = sum([len(text) == 1 and text > "\u2E80" for text in texts])
    return len(texts) >= FEW and single >= SINGLE * len(texts) and single >= OF_TEXT * sum(map(len, texts))


def upright(texts: Sequence[str]) -> set[int]:
    """Lines of a page set horizontally that go on with the line above, because they are of a vertical headline: each line of it holds a character."""
    letters = [is_letter(text) for text in texts]
    single = [len(text) == 1 or text.isascii() and len(text) <= NUMBER for text in texts]
    found: set[int] = set()
    i = 0
    while i < len(texts):
        if not letters[i]:
            i += 1
            continue
        end = next((k for k in range(i, len(texts)) if not single[k]), len(texts))
        start = next((k + 1 for k in range(i - 1, -1, -1) if not _leads(texts[k])), 0)
        if sum(letters[i:end]) >= max(HEADLINE, (end - start) / 2):
            found.update(range(start + 1, end))
        i = end
    return found


def _leads(text: str) -> bool:
    """Whether the line is a number or an opening mark, as a headline may begin with."""
    return text.isdigit() and len(text) <= NUMBER or len(text) == 1 and category(text) in ("Ps", "Pi")


def keeps_indents(texts: Sequence[str], blanks: Sequence[int], rules: Rules) -> bool:
    """Whether the blank lines of a page of single characters are what paragraphs' indents left: they stand behind sentences' ends."""
    gaps = [i for i in range(1, len(texts)) if blanks[i]]
    return len(gaps) >= FEW_GAPS and sum([_sentence_ends(i, texts, rules) for i in gaps]) >= INDENTED * len(gaps)


def paragraphs(texts: Sequence[str], blanks: Sequence[int], rules: Rules) -> list[int]:
    """Index of the line that each paragraph or heading of a page of single characters begins with, or each sentence where nothing says more.

    What stands between a sentence's end and a paragraph's indent, and is no sentence itself, is a heading.
    """
    begins = [i for i in range(len(texts)) if not i or blanks[i] or _sentence_ends(i, texts, rules)]
    if not keeps_indents(texts, blanks, rules):
        return begins
    gaps = {i for i in begins if blanks[i]} | {len(texts)}
    return [i for i, after in zip(begins, [*begins[1:], len(texts)]) if not i or i in gaps or after in gaps and not _sentence_ends(after, texts, rules)]


def _sentence_ends(i: int, texts: Sequence[str], rules: Rules) -> bool:
    """Whether a sentence, with what closes it, or a horizontal row ends above line i, or such a row begins there."""
    if i < len(texts) and (_is_horizontal(texts[i]) or texts[i] in rules.no_line_start):
        return _is_horizontal(texts[i])
    k = i - 1
    while k > 0 and texts[k] in rules.closers:
        k -= 1
    return k >= 0 and (_is_horizontal(texts[i - 1]) or texts[k] > "\u2E80" and texts[k] in rules.sentence_ends)


def _is_horizontal(text: str) -> bool:
    """Whether the line is no character of a vertical row, nor a number or a word that stands among them."""
    return len(text) > 1 and max(text) > "\u2E80"


def backwards(texts: Sequence[str], rules: Rules) -> bool:
    """Whether the page's rows stand from its last to its first: ``texts`` are its non-blank lines, with their indents.

    A break speaks for an order in which an indented row stands below one that has ended, or in which the two characters across it
    stand together inside a row of the page.
    """
    texts = texts[:LOOKED_AT]
    whole = "\n".join(texts)
    forth = back = 0
    for above, below in zip(texts, texts[1:]):
        forth += _follows(above, below, whole, rules)
        back += _follows(below, above, whole, rules)
        if forth - back >= PLAINLY:
            return False
    return back >= BACKWARDS and back >= TIMES * forth


def _follows(above: str, below: str, whole: str, rules: Rules) -> bool:
    indented, end, start = below[0] in _SPACES, above.rstrip(_SPACES), below.lstrip(_SPACES)
    if indented or ended(end, rules):
        return indented and ended(end, rules)
    return end[-1] > "\u3040" and start[0] > "\u3040" and end[-1] + start[0] in whole
