"""Label every line of the page at once: does a unit begin here, and of which role is it?

May change: nothing. A linear-chain CRF (python-crfsuite) weighs the features of ``features.py`` over
the sequence of lines; ``docs/model.md`` is its card. The model file is read on first use.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Callable, Sequence

from convert.features import features
from convert.headings import CLAUSES
from convert.joining import HYPHENS
from convert.learned import learned
from convert.model import HEADINGS, HEADS, TAGS, Label, Line
from convert.parts import parted
from convert.people import people, surnamed
from convert.rules import Rules
from convert.shapes import fullness
from convert.view import ENDS, View, view

MODEL, WORDS = "lines.crfsuite", "words.crfsuite"
"""The labellers of wide characters and of scripts with spaces between words."""
CHUNK = 4000
"""Lines labelled at a time: keeps memory flat on dumps of a whole archive in one file."""
_BEGINS = tuple(tag for tag in TAGS if tag.startswith("B"))
_HEADING = tuple(tag for tag in TAGS if tag[2:] in HEADINGS)
EVIDENCE = {"byline": frozenset("ync"), "credit": frozenset("ync"), "furniture": frozenset("f")}
"""Patterns of which a line in a role has one at least: without it the labeller has to be beyond doubt."""
BEYOND_DOUBT = 0.98
LIKELY_FURNITURE = 0.15
"""A row that reads as furniture, and is so with this probability, is no heading."""
LIKELY_BYLINE = 0.05
"""A row below a heading that names somebody as bylines do is one from this probability on: other papers' bylines are few in training."""
HEADLINE_ROWS = 3
"""Rows above a dateline that may be its headline, where the labeller took them for text."""
ANNOUNCED = 0.8
"""Probability given to what a dateline below, or a missing indent, says of them."""
PERHAPS = 0.05
"""Probability that something begins at a row above a dateline under which the row is not looked at."""
PARTING = ENDS | {"Q", "D"}
"""Classes of line ends at which a mark may part units."""
LED_IN = 4
"""Half-ems left on a row that ends with a dash where it leads into what follows."""
LIFTED = Label("B-furniture", 1.0, 1.0)
"""Of lines that are page furniture and nothing else."""
CERTAIN = 0.98
"""A tag above this probability is not weighed against the others."""


def label(lines: Sequence[Line], spaced: Sequence[bool], rules: Rules, model: str | None = None) -> list[Label]:
    """A label for each non-blank line, in order.

    ``spaced`` says of each non-blank line whether it came letter-spaced; ``model`` is the folder of
    another model than the package's.
    """
    filled = [i for i, line in enumerate(lines) if line.text]
    labels: list[Label] = []
    for start in range(0, len(filled), CHUNK):
        end = min(start + CHUNK, len(filled))
        first = filled[start - 1] + 1 if start else 0
        seen = view(lines[first:filled[end - 1] + 1], spaced[start:end], rules)
        found = _decoded(features(seen), seen, _tagger(MODEL if seen.wide else WORDS, model)) if seen.texts else []
        labels += _of_lines(parted(seen.texts, found, rules, model) if seen.wide else found, seen, end - start)
    return labels


def _of_lines(labels: list[Label], seen: View, lines: int) -> list[Label]:
    """The rows' labels as those of the lines that the rows were put together from, and those of the lines that were lifted out."""
    if len(labels) == lines:
        return labels
    out = [LIFTED] * lines
    for found, start, end in zip(labels, seen.starts, [*seen.starts[1:], lines]):
        rest = Label("I" + found.tag[1:], 0.0, found.sure, found.heading)
        out[start:end] = [LIFTED if k in seen.lifted else found if k == start else rest for k in range(start, end)]
    return out


@lru_cache(maxsize=4)
def _tagger(name: str, folder: str | None) -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    # Opened as a file: CRFsuite keeps pointing into a buffer given to open_inmemory, which Python frees.
    tagger.open(str(learned(name, folder)))
    return tagger


def _decoded(observations: list[list[str]], seen: View, tagger: Any) -> list[Label]:
    tagger.set(observations)
    marginal = tagger.marginal
    known = frozenset(tagger.labels())
    begins_tags = [tag for tag in _BEGINS if tag in known]
    heading_tags = [tag for tag in _HEADING if tag in known]
    head_tags = [tag for tag in begins_tags if tag[2:] in HEADS]
    labels: list[Label] = []
    for i, found in enumerate(tagger.tag()):
        p = marginal(found, i)
        if found == "I-body" and p < 0.5 < marginal("B-body", i):  # a paragraph more likely than not begins
            found, p = "B-body", marginal("B-body", i)
        elif found == "B-body" and not seen.wide and sum([marginal(t, i) for t in head_tags]) > p:  # a heading of whatever kind is likelier
            found = max(head_tags, key=lambda t: marginal(t, i))
            p = marginal(found, i)
        if found != "B-byline" and labels and labels[-1].tag[2:] in HEADS:
            byline = marginal("B-byline", i)
            if byline > 0.5 or byline > LIKELY_BYLINE and _names_somebody(i, seen):
                found, p = "B-byline", byline
        tag = _possible(found, i, seen, labels, known, marginal)
        if tag != found:
            p = marginal(tag, i) if tag in known else 1.0
        role = tag[2:]
        if p > CERTAIN:  # what is left to the other tags does not matter
            labels.append(Label(tag, p if tag[0] == "B" else 1.0 - p, p, p if role in HEADINGS else 0.0))
            continue
        other = ("I" if tag[0] == "B" else "B") + tag[1:]
        sure = p + (marginal(other, i) if other in known else 0.0)
        labels.append(Label(tag, sum([marginal(t, i) for t in begins_tags]), sure,
                            sum([marginal(t, i) for t in heading_tags])))
    labels = _leading_in(_alone(labels, seen), seen)
    return _announced(_unindented(labels, seen), seen) if seen.wide else labels


def _alone(labels: list[Label], seen: View) -> list[Label]:
    """A row of its own that ends without a mark, between a text that has ended and one that runs on, is a heading."""
    for i in range(len(labels) - 2):
        if labels[i].tag == "B-body" and seen.last[i] in "HLUN" and labels[i + 1].tag == "B-body" and labels[i + 2].tag == "I-body" \
                and "l" not in seen.marks[i] and _after_an_end(i, labels, seen):
            labels[i] = labels[i]._replace(tag="B-crosshead", heading=max(labels[i].heading, 0.5))  # of what kind, nothing tells
    return labels


def _leading_in(labels: list[Label], seen: View) -> list[Label]:
    """What reads as a crosshead right above the headline of a dateline leads into it: a crosshead stands above text."""
    for i in range(len(labels) - 2):
        if labels[i].tag != "B-crosshead" or labels[i + 1].tag != "B-headline" or seen.last[i] != "H":
            continue
        below = next((k for k in range(i + 2, len(labels)) if labels[k].tag != "I-headline"), i)
        if "d" in seen.marks[below]:
            labels[i] = labels[i]._replace(tag="B-kicker", heading=max(labels[i].heading, labels[i + 1].heading))
    return labels


def _after_an_end(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i stands at the page's head, below furniture, or below a row that ends a sentence."""
    return not i or labels[i - 1].tag == "B-furniture" or seen.last[i - 1] in ENDS


def _unindented(labels: list[Label], seen: View) -> list[Label]:
    """Where paragraphs are indented, a row that fills the column whole, without a mark, above one that may be indented, is a headline."""
    if seen.indented != "y":
        return labels
    for i in range(1, len(labels) - 1):
        if labels[i].tag == "B-body" and labels[i + 1].tag == "I-body" and seen.widths[i] >= seen.columns[i] \
                and CLAUSES.isdisjoint(seen.texts[i]) and _after_an_end(i, labels, seen) and fullness(seen, i + 1) == "p":
            labels[i] = Label("B-headline", 1.0, ANNOUNCED, ANNOUNCED)
            labels[i + 1] = Label("B-body", 1.0, ANNOUNCED)
    return labels


def _announced(labels: list[Label], seen: View) -> list[Label]:
    """Rows without a mark, between a text that has ended and a dateline, are the headline that the dateline belongs to."""
    for i, marks in enumerate(seen.marks):
        start = _title_above(i, labels, seen) if "d" in marks else i
        if start < i:
            labels[start:i] = [Label("B-headline" if k == start else "I-headline", float(k == start), ANNOUNCED, ANNOUNCED) for k in range(start, i)]
            labels[i] = Label("B-body", 1.0, ANNOUNCED)
    return labels


def _title_above(i: int, labels: Sequence[Label], seen: View) -> int:
    """Where the rows begin that read as text but are the headline of the dateline in row i; i where there are none."""
    start = i
    while start and i - start <= HEADLINE_ROWS and labels[start - 1].tag[2:] == "body" and CLAUSES.isdisjoint(seen.texts[start - 1]) \
            and "d" not in seen.marks[start - 1] and (seen.last[start - 1] not in ENDS or start == i and _stands_first(i - 1, labels, seen)):
        start -= 1
    if start == i:
        return i
    if i - start <= HEADLINE_ROWS and (not start or labels[start - 1].tag[2:] != "body" or seen.last[start - 1] in ENDS):
        return start
    best = max(range(max(start, i - HEADLINE_ROWS), i), key=lambda k: labels[k].begins)
    return best if labels[best].begins > PERHAPS else i


def _stands_first(i: int, labels: Sequence[Label], seen: View) -> bool:
    """Whether row i is a cry or a question at the page's head or right below furniture."""
    return seen.last[i][0] == "F" and (not i or labels[i - 1].tag == "B-furniture")


def _brackets(text: str) -> int:
    """Brackets that the text opens and does not close, less those that it closes and does not open."""
    return sum(map(text.count, "（(【〔[《「『")) - sum(map(text.count, "）)】〕]》」』"))


def _reads_as_byline(i: int, seen: View) -> bool:
    """Whether a byline's pattern fits row i whole, and it is no dateline, nor a part of one."""
    return "y" in seen.marks[i] and "d" not in seen.marks[i] and not _brackets(seen.texts[i])


def _names_somebody(i: int, seen: View) -> bool:
    """Whether row i reads as a byline, and somebody whom it names has a known surname."""
    if not _reads_as_byline(i, seen):
        return False
    named = people(seen.texts[i], seen.rules)
    return any(surnamed(name, seen.rules) for name in (*named.reporters, *named.photographers))


def _next_best(role: str, i: int, known: frozenset[str], marginal: Callable[[str, int], float]) -> str:
    """The likeliest tag of line i in another role."""
    return max((t for t in known if t[2:] != role), key=lambda t: (marginal(t, i), t))


def _parted_by_a_mark(i: int, seen: View) -> bool:
    """Whether the row before closes a unit in brackets or leads into a list with a dash, or this one signs the text above."""
    last = seen.last[i - 1]
    return seen.texts[i - 1][-1] == "】" or last in ENDS and "s" in seen.marks[i] or seen.wide and last == "D" and seen.room(i) >= LED_IN


def _cut_word(i: int, seen: View) -> bool:
    """Whether a hyphen cuts a word between the row before and this one."""
    above = seen.texts[i - 1]
    return above[-1] in HYPHENS and above[-2:-1].isalpha() and seen.texts[i][0].isalpha()


def _possible(tag: str, i: int, seen: View, labels: Sequence[Label], known: frozenset[str], marginal: Callable[[str, int], float]) -> str:
    """The tag, or the next best one where the line itself rules it out."""
    role, marks = tag[2:], seen.marks[i]
    if "f" in marks and role in HEADINGS and marginal("B-furniture", i) > LIKELY_FURNITURE:
        return "B-furniture"
    if role == "furniture" and _brackets(seen.texts[i]):  # cut out of a sentence
        tag = _next_best(role, i, known, marginal)
        role = tag[2:]
    opens_body = "d" in marks and role in HEADINGS  # a dateline does
    if opens_body or role in HEADS and seen.rules.remarks.whole(seen.texts[i]):
        tag, role = "B-body", "body"
    evidence = EVIDENCE.get(role)
    if evidence and evidence.isdisjoint(marks) and tag[0] == "B" and marginal(tag, i) < BEYOND_DOUBT:
        tag = _next_best(role, i, known, marginal)
    if not i:
        return tag
    before = labels[-1].tag[2:]
    if seen.wide and before == "body" and seen.depth[i] and role in HEADS:  # no heading stands inside a bracket; „ “ and » « go by other sides
        return "I-body"
    if (seen.first[i] in "CEQ" or seen.wide and seen.first[i] in "LU" and seen.last[i - 1] in "LU" or _cut_word(i, seen)) and tag != "I-" + before and before != "furniture":
        return "I-" + before  # no line may begin so: it is the rest of a row, of a word, or of a foreign phrase
    if tag == "I-body" and before == "body" and (seen.wide and "d" in marks or seen.last[i - 1] in PARTING and _parted_by_a_mark(i, seen)):
        return "B-body"
    if before in HEADINGS:
        if seen.open_before(i) and tag != "I-" + before:  # a bracket of the heading's is still open
            return "I-" + before
        if role == "body" and _reads_as_byline(i, seen) and seen.last[i] not in ENDS:
            return "B-byline"
    return tag
