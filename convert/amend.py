"""Amend the labels of a page's rows by what the rows around them say: a dateline, a missing indent, room that was left.

The labeller weighs each row with its neighbours; these rules hold where what decides stands further off, or is
too rare for it to learn.
"""

from __future__ import annotations

import re
from typing import Sequence

from convert.announce import ANNOUNCED, BEYOND, HEADLINE_AND_TEXT, LIKELY, OTHERS, UNLIKELY, above_a_dash, above_a_headline, above_an_opening, announced, asked, begun_above, between_headings, beyond_column, dated, end_of, headline_of, introduced, led_into
from convert.halves import in_halves
from convert.headings import CLAUSES, ECHO_LINES
from convert.japanese import HALVES, SHORT, breaks_off, by_length, in_mid_sentence, one_block, spaced_apart, unindented
from convert.kinship import told_by, tokens
from convert.model import HEADINGS, HEADS, Label
from convert.openings import after_an_end, opens_text, stands_alone
from convert.paragraphs import ENDED_EARLY, PLAIN, cannot_begin, glosses, in_brackets, reads_on, start_of
from convert.rules import Rules
from convert.sections import below_editors, labelled, ornaments, sections
from convert.shapes import fullness
from convert.signatures import below_a_signature, issued, named, names_author
from convert.verse import in_table, in_verse
from convert.view import ENDS, View
from convert.words import abbreviated, attributed, begins_plainly, cased, in_sentences, named_in_words, sections_in_words

ABOVE_COLUMN = ("B-kicker", "B-headline", "B-crosshead")
"""Tags of a row that goes on in one with a column's name."""
SAME = 6
"""Characters that a headline and its lead's first row begin with alike."""
DOUBTFUL = 0.3
"""Probability of a headline from which two crossheads in a row are one."""
PARAGRAPHS = range(2, 7)
"""Half-ems of a paragraph's indent."""
UNWRAPPED = 0.6
"""Share of the longer half of a page's rows that end a text, from which each row is a paragraph: of 632 wrapped pages none has more than 0.5, of 165 whose
paragraphs are a row each none less than 0.68."""
ENDED = ENDS | {"Q"}
"""Classes of line ends at which a text may end, or what stands in brackets."""
TOLD, FEWEST = 0.6, 3
"""Share of a row that the rows below say again where it is their headline, and the words or pairs that it has at least."""
TOLD_IF_BEGUN = 0.3
"""The same share where the next row begins with a word that is written small inside a sentence."""
TOLD_IN_JAPAN, HARDLY = 0.4, 0.003
"""The same share in Japanese, where something may begin below with more than this probability: of 531 first rows on 160 pages of made-up stories that end so, 11 of the 13 headlines say so much, and one of the others."""
_COLUMN_ROW = re.compile("【[^】：:]{2,20}】|［[^］：:]{2,20}］|〔[^〕：:]{2,20}〕|\\[[^\\]：:]{2,20}\\]").fullmatch


def amend(labels: list[Label], seen: View) -> None:
    """Put the headings that the rules below find into the labels of the page's rows, one for each."""
    for rule in IN_WORDS if not seen.wide else IN_JAPANESE if seen.japanese else IN_CHINESE:
        rule(labels, seen)


def _alone(labels: list[Label], seen: View) -> None:
    """A row of its own that ends without a mark, between a text that has ended and one that runs on, is a heading."""
    for i in range(len(labels) - 2):
        if stands_alone(i, labels, seen) and "l" not in seen.marks[i] and after_an_end(i, labels, seen):
            labels[i] = labels[i]._replace(tag="B-crosshead", heading=max(labels[i].heading, 0.5))  # of what kind, nothing tells


def _cut_in_mid_word(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead and is full, and breaks off in a word or a clause that the row below goes on with, or glosses, is text."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-crosshead" and labels[i + 1].tag == "B-body" and (reads_on(i + 1, seen) or glosses(i + 1, seen)):
            labels[i:i + 2] = labels[i]._replace(tag="B-body", heading=0.0), labels[i + 1]._replace(tag="I-body", begins=min(labels[i + 1].begins, UNLIKELY))


def _begun_again(labels: list[Label], seen: View) -> None:
    """A row as wide as its column that the next row begins like is a headline: a lead takes it up again, a sentence does not."""
    for i in range(len(labels) - 1):
        if opens_text(i, labels, seen) and seen.texts[i][:SAME] == seen.texts[i + 1][:SAME] and len(seen.texts[i]) > SAME and "。" not in seen.texts[i]:
            labels[i:i + 2] = HEADLINE_AND_TEXT


def _in_column(labels: list[Label], seen: View) -> None:
    """A row that ends with the name of a paper's column, in brackets, and goes on nowhere is a headline, or the last row of the heading right above it."""
    for i in range(len(labels)):
        if not ("t" in seen.marks[i] and labels[i].tag == "B-body" and (i + 1 == len(labels) or labels[i + 1].tag == "B-body")):
            continue
        if i and labels[i - 1].tag in ABOVE_COLUMN:
            labels[i - 1] = labels[i - 1]._replace(tag="B-headline", heading=max(labels[i - 1].heading, ANNOUNCED))
            labels[i] = labels[i]._replace(tag="I-headline", begins=0.0, heading=ANNOUNCED)
        elif after_an_end(i, labels, seen):
            labels[i] = labels[i]._replace(tag="B-headline", heading=max(labels[i].heading, ANNOUNCED))


def _above_headline(labels: list[Label], seen: View) -> None:
    """A column's name in 【】 on a row of its own, between a text that has ended and a headline, is the headline's first row; with a colon inside it is a remark on the text."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-body" and labels[i + 1].tag == "B-headline" and _COLUMN_ROW(seen.texts[i]) and not names_author(seen.texts[i][1:-1], seen.rules) and after_an_end(i, labels, seen):
            labels[i:i + 2] = labels[i + 1], labels[i + 1]._replace(tag="I-headline", begins=0.0)


def _below_column(labels: list[Label], seen: View) -> None:
    """A row that may be text, below one that ends with a column's name and above one that hardly begins anything, is text: such a name ends a headline."""
    for i in range(1, len(labels) - 1):
        found = labels[i]
        if "t" in seen.marks[i - 1] and labels[i - 1].tag[2:] in HEADINGS and found.tag in ("B-subhead", "I-headline") and "s" not in seen.marks[i] \
                and found.sure < 0.5 and labels[i + 1].tag == "B-body" and labels[i + 1].begins < 0.5:
            labels[i:i + 2] = Label("B-body", found.begins, 1.0 - found.heading), labels[i + 1]._replace(tag="I-body")


def _credited(labels: list[Label], seen: View) -> None:
    """What reads as a crosshead right above a credit that stands above text is the headline of a picture's story."""
    for i in range(len(labels) - 2):
        if labels[i].tag == "B-crosshead" and labels[i + 1].tag == "B-credit" and labels[i + 2].tag == "B-body":
            labels[i] = labels[i]._replace(tag="B-headline", heading=max(labels[i].heading, LIKELY))


def _unended(labels: list[Label], seen: View) -> None:
    """A row of its own that ends without a mark, right below a heading's row and above a text that runs on, is the heading's last."""
    for i in range(1, len(labels) - 2):
        if stands_alone(i, labels, seen) and not seen.marks[i] and CLAUSES.isdisjoint(seen.texts[i]) and seen.texts[i][-1] not in seen.rules.clause_links \
                and labels[i - 1].tag[2:] in ("headline", "crosshead", "subhead"):
            labels[i] = labels[i]._replace(tag="I" + labels[i - 1].tag[1:], begins=0.0, heading=labels[i - 1].heading)


def _said_below(labels: list[Label], seen: View) -> None:
    """A headline's last row, above one that begins with a verb of reporting and a mark, is the text's first: somebody stands before what he does."""
    for i in range(1, len(labels) - 1):
        if labels[i].tag == "I-headline" and labels[i + 1].tag == "B-body" and seen.rules.says.match(seen.texts[i + 1]):
            labels[i:i + 2] = Label("B-body", 1.0, ANNOUNCED), labels[i + 1]._replace(tag="I-body", begins=0.0)


def _likelier(labels: list[Label], seen: View) -> None:
    """A row of its own that is likelier a heading than text is one: the kicker of a headline right below, else a headline."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-body" and labels[i].heading > labels[i].sure and labels[i + 1].tag in ("B-headline", "B-body", "B-byline") \
                and not seen.rules.remarks.whole(seen.texts[i]) and seen.texts[i][0] not in "（(" and "。" not in seen.texts[i][:-1]:
            labels[i] = labels[i]._replace(tag="B-kicker" if labels[i + 1].tag == "B-headline" else "B-headline", sure=labels[i].heading)


def _doubled(labels: list[Label], seen: View) -> None:
    """Two crossheads in a row, or a headline and a crosshead, with no text between, are the headline that they may be: a crosshead stands below text. Of several rows in Japanese only."""
    for k in range(1, len(labels) - 1):
        end = end_of(k + 1, "I-crosshead", labels)
        if labels[k].tag != "B-crosshead" or k in seen.series or end == len(labels) or labels[end].tag != "B-body" or end > k + 1 and not seen.japanese:
            continue
        start = start_of(k - 1, labels)
        heading = max(found.heading for found in labels[start:end])
        if labels[start].tag == "B-crosshead" and (start == k - 1 or seen.japanese):
            if heading > DOUBTFUL:
                labels[start:end] = [found._replace(heading=max(ANNOUNCED, heading)) for found in headline_of([labels[start].begins, *[0.0] * (end - start - 1)])]
        elif labels[k - 1].tag[2:] == "headline" and seen.japanese and len("".join(seen.texts[k:end])) > SHORT:
            labels[k:end] = [found._replace(tag=found.tag[:2] + "subhead", heading=max(ANNOUNCED, found.heading)) for found in labels[k:end]]
        elif labels[k - 1].tag[2:] == "headline" and labels[k].heading > DOUBTFUL:
            labels[k] = labels[k]._replace(tag="I-headline", begins=1.0 - ANNOUNCED)


def _bulleted(labels: list[Label], seen: View) -> None:
    """A row of its own that begins with a bullet and ends without a mark, above a text without one, heads that text: items of a list stand below each other."""
    for i in range(len(labels) - 1):
        alone = seen.room(i + 1) >= ENDED_EARLY or seen.widths[i] > seen.columns[i] + BEYOND or seen.japanese and HALVES.search(seen.texts[i]) is not None
        if seen.first[i] == "B" and labels[i].tag[2:] == "body" and alone and seen.first[i + 1] != "B" and labels[i + 1].tag[2:] == "body" \
                and seen.last[i] in "HNKQ" and "。" not in seen.texts[i] and OTHERS.isdisjoint(seen.marks[i]) and not seen.tables[i] and len(seen.texts[i]) > 1 and not names_author(seen.texts[i][1:].strip(), seen.rules):
            labels[i:i + 2] = Label("B-crosshead", 1.0, ANNOUNCED, max(labels[i].heading, 0.5)), labels[i + 1]._replace(tag="B-body", begins=max(labels[i + 1].begins, ANNOUNCED))


def _one_row_each(labels: list[Label], seen: View) -> None:
    """Where nearly every long row ends as a text does, each row of text is a paragraph, but behind a long one that ends in mid-sentence: nothing else was wrapped."""
    half = sorted(map(len, seen.texts))[len(seen.texts) // 2]
    long = [last in ENDED for last, text in zip(seen.last, seen.texts) if len(text) >= half]
    for i, found in enumerate(labels if sum(long) > UNWRAPPED * len(long) else ()):
        unended = seen.last[i - 1] not in ENDED and (reads_on(i, seen) or seen.last[i - 1] in PLAIN and seen.room(i) < 0)
        if found.tag == "I-body" and not (unended or cannot_begin(i, seen)):
            labels[i] = found._replace(tag="B-body", begins=max(found.begins, ANNOUNCED))


def _indented(labels: list[Label], seen: View) -> None:
    """Where extraction kept the paragraphs' indents, a heading that is indented is set as a paragraph: a crosshead."""
    if seen.indented != "k":
        return
    for i, found in enumerate(labels):
        if found.tag[2:] in HEADS and seen.indents[i] in PARAGRAPHS:
            labels[i] = found._replace(tag=found.tag[:2] + "crosshead", heading=min(UNLIKELY, found.heading))


def _unindented(labels: list[Label], seen: View) -> None:
    """Where paragraphs are indented, a row that fills the column whole, without a mark, above one that may be indented, is a headline."""
    if seen.indented != "y":
        return
    for i in range(1, len(labels) - 1):
        if opens_text(i, labels, seen) and seen.widths[i] >= seen.columns[i] and CLAUSES.isdisjoint(seen.texts[i]) and not in_brackets(seen.texts[i]) and fullness(seen, i + 1) == "p":
            labels[i:i + 2] = HEADLINE_AND_TEXT


def _run_on(labels: list[Label], seen: View) -> None:
    """A kicker on whose row the headline's first word has no room is that headline's beginning: what has a row of its own on purpose has room."""
    blocks = [(i, k, end_of(k + 1, "I-headline", labels)) for i, found in enumerate(labels) if found.tag == "B-kicker"
              for k in [end_of(i + 1, "I-kicker", labels)] if k < len(labels) and labels[k].tag[2:] == "headline"]
    cut = [block for block in blocks if _had_no_room(*block, seen)]
    for i, k, _ in cut if 2 * len(cut) > len(blocks) else ():
        labels[i] = labels[i]._replace(tag="B-headline")
        labels[i + 1:k + 1] = [found._replace(tag="I-headline", begins=0.0) for found in labels[i + 1:k + 1]]


def _names_section(labels: list[Label], seen: View) -> None:
    """A headline's first row that stands on the page again, or alone is not in capitals, names a section: it is a kicker."""
    for i in range(len(labels) - 1):
        if labels[i].tag == "B-headline" and labels[i + 1].tag == "I-headline" and not seen.texts[i + 1][0].islower() and (
                seen.texts.count(seen.texts[i]) > 1 or not seen.texts[i].isupper() and all(map(str.isupper, seen.texts[i + 1:end_of(i + 1, "I-headline", labels)]))):
            labels[i:i + 2] = labels[i]._replace(tag="B-kicker"), labels[i + 1]._replace(tag="B-headline")


def _had_no_room(i: int, k: int, end: int, seen: View) -> bool:
    """Whether the word that row k begins with has no room on the row above, in a block of rows i to ``end`` in one manner of writing; a section's name stands on the page again."""
    above, below = seen.texts[k - 1], seen.texts[k]
    return seen.widths[k - 1] + seen.lead[k] >= max(seen.widths[i:end]) and above.isupper() == below.isupper() and seen.texts.count(above) == 1


def _told_below(labels: list[Label], seen: View) -> None:
    """A row that no sentence breaks off at, above a text that says most of it again, is a headline as wide as its column.

    Not so in Chinese, where a row breaks off anywhere; there the second look finds them (``stages/reread.py``).
    """
    for i in range(len(labels) - 1):
        told = tokens(seen.texts[i], seen.rules) if opens_text(i, labels, seen) and _may_be_whole(i, seen) else frozenset()
        if len(told) >= FEWEST and told_by(told, "\n".join(seen.texts[i + 1:i + 1 + ECHO_LINES])) > _enough(i, labels, seen):
            labels[i:i + 2] = HEADLINE_AND_TEXT


def _enough(i: int, labels: Sequence[Label], seen: View) -> float:
    """Share of row i that the rows below say again from which it is their headline: less where the next row may begin something by its own first word."""
    if seen.japanese:
        return TOLD_IN_JAPAN if labels[i + 1].begins > HARDLY else TOLD
    return TOLD_IF_BEGUN if not seen.wide and begins_plainly(seen.texts[i], seen.texts[i + 1]) else TOLD


def _may_be_whole(i: int, seen: View) -> bool:
    """Whether row i may be a heading, and the next one the beginning of a text, by what they begin and end with."""
    if seen.wide:
        return seen.last[i] in "HKN" and seen.first[i + 1] in "HNO" and "。" not in seen.texts[i] and "d" not in seen.marks[i] and not breaks_off(i, seen)
    return seen.last[i] in "LUN" and seen.first[i] != "S" and seen.first[i + 1] in "US" and not _breaks_off(seen.texts[i], seen.rules)


def _breaks_off(text: str, rules: Rules) -> bool:
    """Whether the row ends with a word that no headline ends with."""
    last = text.rsplit(None, 1)[-1].lower()
    return any(last in words for words in rules.function_words.values())


_FIRST = (_begun_again, _in_column, _below_column, _credited, _unended, _alone, in_halves, issued, below_a_signature, named, _cut_in_mid_word, dated, led_into, labelled, between_headings, introduced, above_a_dash, _likelier, above_a_headline, begun_above, asked, _said_below, _doubled)
IN_CHINESE = (*_FIRST, _bulleted, _unindented, announced, above_an_opening, below_editors, beyond_column, in_verse, ornaments, sections, _indented, _one_row_each, _above_headline, in_table)
IN_JAPANESE = (spaced_apart, by_length, *_FIRST, one_block, in_mid_sentence, _bulleted, by_length, _told_below, unindented, announced, above_an_opening, beyond_column, ornaments, sections, _indented, _one_row_each, _above_headline, in_table)
IN_WORDS = (in_sentences, named_in_words, _alone, ornaments, between_headings, sections_in_words, cased, abbreviated, begun_above, _run_on, _names_section, attributed, _told_below, beyond_column, _one_row_each, in_table)
"""The rules, in the order in which they are asked."""
