"""Label every line of the page at once: does a unit begin here, and of which role is it?

May change: nothing. A linear-chain CRF (python-crfsuite) weighs the features of ``features.py`` over
the sequence of lines; ``docs/model.md`` is its card. The model file is read on first use.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Callable, Sequence

from convert.amend import amend
from convert.features import features
from convert.joining import HYPHENS
from convert.learned import learned
from convert.lengths import weigh_lengths
from convert.model import HEADINGS, HEADS, TAGS, Label, Line
from convert.parts import parted
from convert.people import people, surnamed
from convert.reading import cuts_number, is_han, is_word, runs_on
from convert.rules import Rules
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
LIKELY_BYLINE, LIKELY_NAME = 0.02, 0.2
"""A row below a heading that names somebody as bylines do, or is a name and nothing else, is one from this probability on: other papers' bylines are few in training."""
NAME, NAMES = 4, 16
"""Characters of a name, and of a row of names, at most."""
LEFT = 4
"""Half-ems that the row above a name leaves of the width that headings have: what the width cut off a headline may be as short."""
PARTING = ENDS | {"Q", "D"}
"""Classes of line ends at which a mark may part units."""
REMARK = 4
"""Rows of a remark in brackets at most."""
CREDIT, STARS = 12, "*＊"
"""Characters of a credit at most, and what stands around an author's note."""
_CREDITED = frozenset(":：/／" + STARS)
_NUMBER = re.compile("[0-9０-９][.．]?$")
"""A number at a row's end, which may go on behind its point."""
_BEHIND_SENTENCE = re.compile("(?<=[。！？!?])[^。！？!?]+$")
FOREIGN = tuple({foreign, own} for foreign in "LU" for own in "HK")
"""Classes of the characters on both sides of a break between a word in Latin letters and text of the page's own script."""
LED_IN = 4
"""Half-ems left on a row that ends with a dash where it leads into what follows."""
LIFTED = Label("B-furniture", 1.0, 1.0)
"""Of lines that are page furniture and nothing else."""
_QUOTES, CLOSING_QUOTES = frozenset("「『"), "”」』"
DATELINE, DATELINE_ROWS = 40, 4
"""Characters and rows of a dateline at most, with who reports in brackets."""
LIKELY, ENDED_EARLY = 0.2, 6
"""A paragraph begins with this probability below a row that stands alone; half-ems left on such a row at least."""
PLAIN = "HKLUNQ"
"""Classes of characters that end no sentence."""
SETTLED = 0.99
"""How sure a row is of what it says by itself: that a paragraph begins with it, or that none does."""
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
        out[start] = found
        if end - start > 1:
            rest = Label("I" + found.tag[1:], 0.0, found.sure, found.heading)
            out[start + 1:end] = [LIFTED if k in seen.lifted else rest for k in range(start + 1, end)]
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
    tags = tagger.tag()
    widest = max([width for width, tag in zip(seen.widths, tags) if tag[2:] in HEADINGS], default=0)
    for i, found in enumerate(tags):
        p = marginal(found, i)
        if found == "I-body" and p > CERTAIN and _goes_on(i, seen, labels):
            labels.append(Label(found, 1.0 - p, p))
            continue
        if found == "I-body" and p < 0.5 < marginal("B-body", i):  # a paragraph more likely than not begins
            found, p = "B-body", marginal("B-body", i)
        elif found == "B-body" and p < 0.5 < marginal("I-body", i) and labels and labels[-1].tag[2:] == "body":
            found, p = "I-body", marginal("I-body", i)
        elif found == "I-body" and p < 1 - LIKELY and _stands_alone(i - 1, seen, labels) and sum([marginal(t, i) for t in begins_tags]) > LIKELY:
            found, p = "B-body", marginal("B-body", i)
            labels[-1] = labels[-1]._replace(tag="B-crosshead")
        elif found == "B-body" and not seen.wide and sum([marginal(t, i) for t in head_tags]) > p:  # a heading of whatever kind is likelier
            found = max(head_tags, key=lambda t: marginal(t, i))
            p = marginal(found, i)
        named = False
        if labels and labels[-1].tag[2:] in HEADS:
            byline = marginal("B-byline", i)
            uncut = seen.widths[i - 1] + LEFT <= widest
            whole = byline > LIKELY_NAME and uncut
            named = byline > LIKELY_BYLINE and (_is_names(i, seen) or uncut and _is_pen_name(i, seen)) or whole and _is_short_below_heading(i, seen, labels)
            if named or byline > 0.5 or byline > LIKELY_BYLINE and _names_somebody(i, seen) or whole and surnamed(seen.texts[i], seen.rules):
                found, p = "B-byline", byline
        tag = _possible(found, i, seen, labels, known, marginal, named)
        if tag != found:
            p = marginal(tag, i) if tag in known else 1.0
        role = tag[2:]
        if p > CERTAIN:  # what is left to the other tags does not matter
            labels.append(Label(tag, p if tag[0] == "B" else 1.0 - p, p, p if role in HEADINGS else 0.0))
            continue
        other = ("I" if tag[0] == "B" else "B") + tag[1:]
        sure = p + (marginal(other, i) if other in known else 0.0)
        begins = sum([marginal(t, i) for t in begins_tags])
        if tag != found and role == "body" == found[2:]:
            begins = max(begins, SETTLED) if tag[0] == "B" else min(begins, 1 - SETTLED)
        labels.append(Label(tag, begins, sure,
                            sum([marginal(t, i) for t in heading_tags])))
    weigh_lengths(labels, seen)
    amend(labels, seen)
    return labels


def _goes_on(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i, below text, shows nothing that would speak against its going on; most rows of a page do not."""
    return i > 0 and not seen.marks[i] and seen.last[i - 1] not in PARTING and labels[-1].tag[2:] == "body" and seen.first[i] != "B" and not _credited(i, seen)


def _stands_alone(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i begins a paragraph, was ended on purpose, and not as a sentence ends: a crosshead, most likely."""
    return (i > 0 and seen.wide and labels[i].tag == "B-body" and seen.last[i - 1] in ENDS and seen.last[i] in PLAIN
            and seen.room(i + 1) >= ENDED_EARLY)


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


def _is_names(i: int, seen: View) -> bool:
    """Whether row i is made of two names and more with known surnames, and of nothing else: extraction runs them together."""
    return seen.wide and not seen.japanese and len(seen.texts[i]) <= NAMES and len(surnamed(seen.texts[i], seen.rules)) > 1


def _is_pen_name(i: int, seen: View) -> bool:
    """Whether row i is two characters that are no word, and no sentence would run on into them: what the width cut off a headline is a word, or the rest of one."""
    text = seen.texts[i]
    return (seen.wide and not seen.japanese and len(text) == 2 and is_han(text)
            and not is_word(text) and not runs_on(seen.texts[i - 1], text) and i + 1 < len(seen.texts) and len(seen.texts[i + 1]) > NAME)


def _is_short_below_heading(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i is as short as a name, right below a heading: a surname may be a rare one."""
    return seen.wide and not seen.japanese and 2 <= len(seen.texts[i]) <= NAME and bool(labels) and labels[-1].tag[2:] in HEADS


def _opens_as_dateline(i: int, seen: View) -> bool:
    """Whether row i is a dateline that breaks off inside its bracket."""
    return _brackets(seen.texts[i]) > 0 and seen.rules.datelines.opens("".join(seen.texts[i:i + 2]))


def _next_best(role: str, i: int, known: frozenset[str], marginal: Callable[[str, int], float]) -> str:
    """The likeliest tag of line i in another role."""
    return max((t for t in known if t[2:] != role), key=lambda t: (marginal(t, i), t))


def _opens_another(i: int, seen: View) -> bool:
    """Whether row i opens with a dateline that is not the rest of the one above: 本报河湾3月5日电 / 记者方菲报道：…"""
    return seen.wide and "d" in seen.marks[i] and not ("d" in seen.marks[i - 1] and seen.last[i - 1] in PLAIN)


def _parted_by_a_mark(i: int, seen: View) -> bool:
    """Whether the row before closes a unit in brackets or leads into a list with a dash, or this one signs the text above, remarks on it, or says who speaks."""
    last = seen.last[i - 1]
    return seen.texts[i - 1][-1] == "】" or last in ENDS and ("s" in seen.marks[i] or seen.rules.speakers.match(seen.texts[i]) is not None or seen.rules.remarks.whole(seen.texts[i])) or seen.wide and last == "D" and seen.room(i) >= LED_IN


def _credited(i: int, seen: View) -> bool:
    """Whether the row before ends with a picture's credit behind a sentence, or with the star that closes a note."""
    above = seen.texts[i - 1]
    if _CREDITED.isdisjoint(above[-CREDIT:]):
        return False
    if above[-1] in STARS:
        return sum(map("".join(seen.texts[max(0, i - REMARK):i]).count, STARS)) % 2 == 0
    behind = _BEHIND_SENTENCE.search(above)
    return behind is not None and seen.rules.credits.whole(behind[0])


def _is_remark(i: int, seen: View) -> bool:
    """Whether row i opens a bracket that closes where a row ends: who wrote the text, or took part in it."""
    text = ""
    for row in seen.texts[i:i + REMARK] if seen.wide and seen.texts[i][0] in "（(" else ():
        text += row
        if not _brackets(text):
            return text[-1] in "）)"
    return False


def _in_a_sentence(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i, below text, goes on with its sentence whatever the labeller says."""
    above, text = seen.texts[i - 1], seen.texts[i]
    if seen.first[i] == "N" and _NUMBER.search(above):
        return True
    return ({seen.last[i - 1], seen.first[i]} in FOREIGN or _explains(above, text, seen.last[i - 1]) or seen.rules.attributions.match(text) is not None and above[-1] in CLOSING_QUOTES
            or not seen.indents[i] and seen.room(i) < ENDED_EARLY and runs_on(above, text) is True or _is_dateline(i - 1, seen, labels))


def _explains(above: str, text: str, last: str) -> bool:
    """Whether a bracket goes on with the row above: behind plain text, a work's title, or with a foreign word for what was quoted."""
    return text[0] in "（(" and last in PLAIN and (last != "Q" or above[-1] == "》" or text[1:].lstrip()[:1].isascii())


def _is_dateline(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether the paragraph that ends with row i is a dateline and nothing else."""
    start = i
    while start and labels[start].tag[0] == "I" and i - start < DATELINE_ROWS:
        start -= 1
    text = "".join(seen.texts[start:i + 1])
    return (text[-1] in seen.rules.dispatch or text[-1] in ")）") and len(text) <= DATELINE and "，" not in text and not _brackets(text) and seen.rules.datelines.opens(text)


def _is_signature(text: str, rules: Rules) -> bool:
    """Whether the row has names in brackets and nothing else: it may be the rest of a row that extraction cut at the bracket."""
    return len(text) <= NAME + 2 or bool(surnamed(text[1:-1], rules))


def _cut_word(i: int, seen: View) -> bool:
    """Whether a hyphen cuts a word between the row before and this one."""
    above = seen.texts[i - 1]
    return above[-1] in HYPHENS and above[-2:-1].isalpha() and seen.texts[i][0].isalpha()


def _possible(tag: str, i: int, seen: View, labels: Sequence[Label], known: frozenset[str], marginal: Callable[[str, int], float], named: bool = False) -> str:
    """The tag, or the next best one where the line itself rules it out; ``named``: a byline needs no other evidence."""
    role, marks = tag[2:], seen.marks[i]
    if "f" in marks and role in HEADINGS and marginal("B-furniture", i) > LIKELY_FURNITURE:
        return "B-furniture"
    if role == "furniture" and _brackets(seen.texts[i]):  # cut out of a sentence
        tag = _next_best(role, i, known, marginal)
        role = tag[2:]
    opens_body = "d" in marks and role in HEADINGS or role == "byline" and _opens_as_dateline(i, seen)
    if opens_body or role in HEADS and seen.rules.remarks.whole(seen.texts[i]):
        tag, role = "B-body", "body"
    evidence = EVIDENCE.get(role)
    if evidence and evidence.isdisjoint(marks) and tag[0] == "B" and not (role == "byline" and named) and marginal(tag, i) < (0.5 if role == "byline" and _is_short_below_heading(i, seen, labels) else BEYOND_DOUBT):
        tag = _next_best(role, i, known, marginal)
    if not i:
        return tag
    before = labels[-1].tag[2:]
    if seen.wide and before == "body" and seen.depth[i] and role in HEADS:  # no heading stands inside a bracket; „ “ and » « go by other sides
        return "I-body"
    if (seen.first[i] in "CEQ" or seen.wide and seen.first[i] in "LU" and seen.last[i - 1] in "LU" or _cut_word(i, seen)) and tag != "I-" + before and before != "furniture":
        return "I-" + before  # no line may begin so: it is the rest of a row, of a word, or of a foreign phrase
    if seen.wide and tag == "B-body" and before == "body" and (_in_a_sentence(i, seen, labels) or _brackets(seen.texts[i - 1]) > 0 and _QUOTES.isdisjoint(seen.texts[i - 1])):
        return "I-body"  # a quotation may go on in another paragraph, or verse; what stands in brackets does not
    if before == "body" and role in ("body", *HEADS) and seen.last[i - 1] in ENDS and _is_remark(i, seen):
        return "I-body" if seen.cut and seen.room(i) >= 0 and _is_signature(seen.texts[i], seen.rules) else "B-body"
    if tag == "I-body" and before == "body" and (_opens_another(i, seen) or seen.last[i - 1] in PARTING and _parted_by_a_mark(i, seen) or seen.wide and seen.first[i] == "B" or _credited(i, seen)):
        return "B-body"
    if before in HEADINGS:
        if tag != "I-" + before and (seen.open_before(i) or seen.wide and cuts_number(seen.texts[i - 1], seen.texts[i])):  # a bracket of the heading's is still open, or a number
            return "I-" + before
        if role == "body" and _reads_as_byline(i, seen) and seen.last[i] not in ENDS:
            return "B-byline"
    return tag
