"""What a row settles by itself: the roles that its own text rules out or calls for, whatever the labeller weighs."""

from __future__ import annotations

import re
from typing import Callable, NamedTuple, Sequence

from convert import paragraphs
from convert.bylines import is_cut, is_short, names_somebody, reads_as_byline
from convert.model import HEADINGS, HEADS, Label
from convert.paragraphs import brackets
from convert.reading import cuts_number
from convert.view import ENDS, View

EVIDENCE = {"byline": frozenset("ync"), "credit": frozenset("ync"), "furniture": frozenset("f")}
"""Patterns of which a line in a role has one at least: without it the labeller has to be beyond doubt."""
BEYOND_DOUBT, IF_SHORT = 0.98, 0.5
"""Probability from which a role needs no evidence, and a byline none that is as short as a name below a heading."""
_BULLET = re.compile(r"[*•‣▪■●◆►]\s")
"""What an item begins with in scripts with spaces; ``rules.bullets`` are marks that stand in headings too."""
_DASHED = re.compile("[-–—] [^\\Wa-z]")
"""What an item, or what somebody says, begins with there, too, and no heading."""
_DAY = "[0-9〇一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
DATE = re.compile(f"[（(]?{_DAY}[）)]?")
"""A day with its month and year, and nothing else."""
_ADOPTED = re.compile(f"[（(]{_DAY}[^）)]{{2}}")
"""A bracket with a date and what was done then, below the title of a law or a resolution: （2026年2月28日某某会议通过）."""
LETTER = 3
"""Rows below a salutation in which no heading goes on."""
LIKELY_BYLINE = 0.2
"""A row that reads as a byline and says that somebody reports, and is one with this probability, is no heading."""
LIKELY_FURNITURE, TOP_FURNITURE = 0.15, 0.001
"""A row that reads as furniture, and is so with this probability, is no heading; the second at the page's head."""


class Row(NamedTuple):
    """A row whose tag is to be settled: the page, the labels of the rows above, and what the labeller says."""

    i: int
    seen: View
    labels: Sequence[Label]
    """Of the rows above, and of no other."""
    known: frozenset[str]
    """The labeller's tags."""
    chance: Callable[[str, int], float]
    """Its probability, 0 to 1, of a tag at a row."""
    named: bool = False
    """Whether the row is of names below a heading: a byline needs no other evidence then."""

    @property
    def text(self) -> str:
        return self.seen.texts[self.i]

    @property
    def before(self) -> str:
        """The role of the row above."""
        return self.labels[-1].tag[2:] if self.labels else ""

    def next_best(self, role: str) -> str:
        """The likeliest tag of another role."""
        return max((tag for tag in self.known if tag[2:] != role), key=lambda tag: (self.chance(tag, self.i), tag))


def settled(tag: str, row: Row) -> str:
    """The tag, or the one that the row itself calls for."""
    if "f" in row.seen.marks[row.i] and tag[2:] in HEADINGS and row.chance("B-furniture", row.i) > (
            TOP_FURNITURE if all(found.tag[2:] == "furniture" for found in row.labels) else LIKELY_FURNITURE):
        return _dated("B-furniture", row) or "B-furniture"
    for rule in ALONE:
        tag = rule(tag, row)
    for below in BELOW_ANOTHER if row.i else ():
        found = below(tag, row)
        if found:
            return found
    return tag


def _cut_out_of_a_sentence(tag: str, row: Row) -> str:
    """What opens a bracket, or closes one, and not both is a part of a sentence and no furniture."""
    return row.next_best("furniture") if tag[2:] == "furniture" and brackets(row.text) else tag


def _opens_a_body(tag: str, row: Row) -> str:
    """A dateline opens a text, and so does a bullet in scripts with spaces, where none stands in a heading; a remark that closes a story, and what somebody says below text or a crosshead, is no heading."""
    role, rules = tag[2:], row.seen.rules
    if role in HEADS and row.before == "body" and rules.remarks.whole(row.text) and names_somebody(row.i, row.seen):
        return "B-byline"
    dated = "d" in row.seen.marks[row.i] and role in HEADINGS or role == "byline" and _opens_as_dateline(row)
    no_heading = role in HEADS and (rules.remarks.whole(row.text) or rules.salutations.whole(row.text) or row.seen.turns[row.i] and row.before in ("body", "crosshead"))
    item = not row.seen.wide and (_BULLET.match(row.text) or role in HEADS and _DASHED.match(row.text))
    return "B-body" if dated or no_heading or item else tag


def _in_sentences(tag: str, row: Row) -> str:
    """A sentence that ends in mid-row makes no heading of a Chinese or Japanese row, unless the labeller is beyond doubt."""
    if not row.seen.wide or tag[2:] not in HEADS:
        return tag
    rest = tag[0] == "I" and row.before == "body"
    ends = "。" in row.text[:-1] and row.seen.last[row.i] != "D" or rest and row.labels[-1].tag == "B-body" and "。" in row.seen.texts[row.i - 1][:-1]
    return ("I-body" if rest else "B-body") if ends and row.chance(tag, row.i) < BEYOND_DOUBT else tag


def _section(tag: str, row: Row) -> str:
    """What numbers a section, one after the other, heads it."""
    return "B-crosshead" if row.i in row.seen.series and (tag[0] == "I" or tag[2:] not in HEADS) else tag


def _nobody(tag: str, row: Row) -> str:
    """What stands behind a bullet below text and names nobody is no byline."""
    nobody = tag == "B-byline" and row.before == "body" and row.text[0] in row.seen.rules.bullets and not names_somebody(row.i, row.seen)
    return row.next_best("byline") if nobody else tag


def _without_evidence(tag: str, row: Row) -> str:
    """A byline, a credit and furniture look like one."""
    role = tag[2:]
    evidence = EVIDENCE.get(role)
    if tag[0] == "I" or evidence is None or not evidence.isdisjoint(row.seen.marks[row.i]) or role == "byline" and row.named:
        return tag
    enough = IF_SHORT if role == "byline" and row.before in HEADS and is_short(row.i, row.seen) else BEYOND_DOUBT
    return row.next_best(role) if row.chance(tag, row.i) < enough else tag


def _editors(tag: str, row: Row) -> str:
    """Who edited the page is no part of a story."""
    return "B-furniture" if "f" in row.seen.marks[row.i] and row.seen.rules.editors.whole(row.text) else tag


def _opens_as_dateline(row: Row) -> bool:
    """Whether the row is a dateline that breaks off inside its bracket."""
    return brackets(row.text) > 0 and row.seen.rules.datelines.opens("".join(row.seen.texts[row.i:row.i + 2]))


def _inside_a_bracket(tag: str, row: Row) -> str | None:
    """No heading stands inside a bracket that a text has not ended in; in scripts with spaces „ “ and » « go by other sides."""
    seen, i = row.seen, row.i
    ended = seen.last[i - 1] in ENDS and seen.room(i) >= paragraphs.ENDED_EARLY
    return "I-body" if seen.wide and row.before == "body" and seen.depth[i] and not ended and tag[2:] in HEADS else None


def _rest_of_the_row_above(tag: str, row: Row) -> str | None:
    goes_on = "I-" + row.before
    return goes_on if tag != goes_on and row.before != "furniture" and paragraphs.cannot_begin(row.i, row.seen) else None


def _same_sentence(tag: str, row: Row) -> str | None:
    """A quotation may go on in another paragraph, or verse; a sentence, and what stands in brackets, does not."""
    if tag != "B-body" or row.before != "body":
        return None
    return "I-body" if (paragraphs.goes_on(row.i, row.seen, row.labels) if row.seen.wide else paragraphs.goes_on_in_words(row.i, row.seen)) else None


def _remark(tag: str, row: Row) -> str | None:
    """Who wrote a text, in brackets behind it, is a paragraph of its own, unless extraction cut it off a row."""
    seen, i = row.seen, row.i
    if not (row.before == "body" and tag[2:] in ("body", *HEADS) and (seen.last[i - 1] in ENDS or seen.tables[i - 1]) and paragraphs.is_remark(i, seen)):
        return None
    return "I-body" if seen.cut and seen.room(i) >= 0 and paragraphs.is_signature(row.text, seen.rules) else "B-body"


def _behind_a_dateline(tag: str, row: Row) -> str | None:
    """A title behind a dateline goes on with it: 【某某社某地3月5日电】 / 题：…."""
    return "I-body" if row.before == "body" and "d" in row.seen.marks[row.i - 1] and row.text.startswith(row.seen.rules.dateline_titles) else None


def _rest_of_a_caption(tag: str, row: Row) -> str | None:
    """A credit behind the end of a sentence that the full row above begins goes on with it, and so does one in brackets with a caption that says so by a sign of its own."""
    seen, i = row.seen, row.i
    if row.before == "body" and row.text[0] in "（(" and "c" in seen.marks[i] and seen.rules.captions.opens(seen.texts[paragraphs.start_of(i - 1, row.labels)]):
        return "I-body"
    begun = tag == "B-credit" and row.before in ("body", "credit") and seen.last[i - 1] not in ENDS and seen.room(i) < paragraphs.ENDED_EARLY
    return "I-" + row.before if begun and "。" in row.text[:-1] else None


def _dated(tag: str, row: Row) -> str | None:
    """A date alone right below a heading says when the speech or the notice was given; a page's date stands above it. In a bracket with what was done then it is text."""
    if row.before not in HEADS:
        return None
    if _ADOPTED.match(row.text) and tag[2:] in HEADS:
        return "B-body"
    signed = tag == "B-body" and row.i + 1 < len(row.seen.texts) and "y" in row.seen.marks[row.i + 1]
    return "B-byline" if (tag == "B-furniture" or signed) and DATE.fullmatch(row.text) else None


def _contact(tag: str, row: Row) -> str | None:
    """How to reach the author, below the byline, is no part of the text."""
    return "B-furniture" if row.before == "byline" and "@" in row.text and "f" in row.seen.marks[row.i] else None


def _paragraph(tag: str, row: Row) -> str | None:
    below_text = tag == "I-body" and row.before == "body"
    return "B-body" if below_text and (paragraphs.begins(row.i, row.seen) or paragraphs.ends_a_title(row.i - 1, row.seen, row.labels)) else None


def _more_of_the_heading(tag: str, row: Row) -> str | None:
    """A heading whose bracket is open, or that breaks off in a number, goes on."""
    if row.before not in HEADINGS or tag == "I-" + row.before:
        return None
    seen, i = row.seen, row.i
    return "I-" + row.before if seen.open_before(i) or seen.wide and cuts_number(seen.texts[i - 1], row.text) else None


def _byline(tag: str, row: Row) -> str | None:
    """What reads as a byline below a heading, or as a signature below a text that has ended; the last characters of a full row of names go on with it."""
    seen, i = row.seen, row.i
    if row.before == "byline" and tag[2:] in HEADS and len(row.text) <= (paragraphs.NAME if tag[0] == "I" else 1) and seen.room(i) < paragraphs.ENDED_EARLY:
        return "I-byline"
    if tag[2:] in HEADS and "y" in seen.marks[i] and (seen.japanese and row.before in HEADS or row.chance("B-byline", i) > LIKELY_BYLINE and seen.rules.reporters.search(row.text)):
        return "B-byline"
    below_heading = row.before in HEADINGS and tag[2:] == "body" and reads_as_byline(i, seen) and seen.last[i] not in ENDS
    return "B-byline" if below_heading or row.before == "body" and tag[2:] in HEADS and seen.last[i - 1] in ENDS and names_somebody(i, seen) else None


def _cut_byline(tag: str, row: Row) -> str | None:
    """A byline below a heading, or what may be one, or below what ended on purpose, that the width cut, and the rest of it."""
    heading = row.before in HEADS or row.labels[-1].tag == "B-body" and row.seen.last[row.i - 1] not in ENDS
    if (heading or row.seen.room(row.i) >= paragraphs.ENDED_EARLY) and is_cut(row.i, row.seen):
        return "B-byline"
    return "I-byline" if row.labels[-1].tag == "B-byline" and is_cut(row.i - 1, row.seen) else None


def _below_a_salutation(tag: str, row: Row) -> str | None:
    """What a letter says to those whom it addresses is text, and so is what it goes on with."""
    if row.before != "body" or tag[2:] not in HEADS:
        return None
    addressed = [row.seen.rules.salutations.whole(text) for text in row.seen.texts[max(0, row.i - LETTER):row.i]]
    return "B-body" if addressed[-1] else "I-body" if tag[0] == "I" and any(addressed) else None


ALONE = (_cut_out_of_a_sentence, _opens_a_body, _in_sentences, _nobody, _without_evidence, _section, _editors)
"""What any row rules out, in this order."""
BELOW_ANOTHER = (_cut_byline, _below_a_salutation, _behind_a_dateline, _dated, _contact, _inside_a_bracket, _rest_of_the_row_above, _rest_of_a_caption, _same_sentence, _remark, _paragraph, _more_of_the_heading, _byline)
"""What a row below another calls for: the first that does."""
