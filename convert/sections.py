"""Tell the headings of a story's sections, and the names of columns, from headlines, by what the rows say themselves."""

from __future__ import annotations

from convert.announce import ANNOUNCED, LIKELY, UNLIKELY, end_of
from convert.bylines import names_somebody
from convert.model import HEADINGS, HEADS, Label
from convert.numbering import number_of
from convert.paragraphs import STARS
from convert.parts import names_column
from convert.rules import Rules
from convert.view import ENDS, View

FEW = 2
"""Characters that are no headline."""
LABEL = 12
"""Characters of the name of a column, or of a part of a story, at most."""
_ORNAMENTS = frozenset(STARS + "×✕❖")


def sections(labels: list[Label], seen: View) -> None:
    """A heading that says that it opens or ends a story, that numbers a section, or that is a character or two above text, is a section's; so is the row below a number."""
    for i, found in enumerate(labels):
        if found.tag[0] == "B" and found.tag[2:] in HEADS and (
                i in seen.series or seen.texts[i].startswith(seen.rules.section_openings)
                or len(seen.texts[i]) <= FEW and i + 1 < len(labels) and labels[i + 1].tag == "B-body"):
            labels[i] = found._replace(tag="B-crosshead", heading=min(UNLIKELY, found.heading))
            if i in seen.series and i and labels[i - 1].tag == "B-crosshead" and number_of(seen.texts[i])[1] == 1:  # above a story's first section stands its headline
                labels[i - 1] = labels[i - 1]._replace(tag="B-headline", heading=max(ANNOUNCED, labels[i - 1].heading))
        elif i - 1 in seen.series and found.tag[2:] in HEADINGS and len(seen.texts[i - 1]) <= FEW:
            for k in range(i, end_of(i + 1, "I" + found.tag[1:], labels)):
                labels[k] = labels[k]._replace(tag="I-crosshead", begins=min(1.0 - LIKELY, labels[k].begins), heading=min(UNLIKELY, labels[k].heading))
        elif i - 1 in seen.series and seen.texts[i - 1][-1].isdigit() and i + 1 < len(labels) and labels[i + 1].tag[2:] == "body" \
                and seen.is_short(i) and seen.last[i] not in ENDS:
            labels[i] = found._replace(tag="I-crosshead", begins=1.0 - LIKELY, heading=UNLIKELY)
            labels[i + 1] = labels[i + 1]._replace(tag="B-body")


def is_ornament(text: str, rules: Rules) -> bool:
    """Whether the row is of stars or bullets alone; a dash leads into something."""
    return not text[-1].isalnum() and len(text) <= LABEL and all([c in _ORNAMENTS or c in rules.bullets or c.isspace() for c in text])


def ornaments(labels: list[Label], seen: View) -> None:
    """Stars and bullets on a row of their own head a section, and text begins below them; right above a heading they end the text above."""
    for i in range(1, len(labels) - 1):
        if seen.texts[i][0].isalnum() or labels[i].tag[2:] == "furniture" or not is_ornament(seen.texts[i], seen.rules):
            continue
        below = labels[i + 1]
        if below.tag[2:] in HEADS and labels[i - 1].tag[2:] == "body":
            labels[i], labels[i + 1] = Label("I-body", 0.0, ANNOUNCED), below._replace(tag="B" + below.tag[1:])
        else:
            labels[i] = Label("B-crosshead", 1.0, ANNOUNCED, UNLIKELY)
            if below.tag == "I-body":
                labels[i + 1] = below._replace(tag="B-body", begins=LIKELY)


def labelled(labels: list[Label], seen: View) -> None:
    """The name of a part of a story is a crosshead, and text begins below it; the name of a column, right above a headline's row that it is no word of, is its kicker."""
    rules = seen.rules
    for i in [i for i, text in enumerate(seen.texts[:-1]) if len(text) <= LABEL and labels[i].tag != "B-furniture"]:
        text, below = seen.texts[i], labels[i + 1]
        if labels[i].tag != "B-byline" and below.tag[2:] == "body" and rules.section_labels.whole(text):
            labels[i] = Label("B-crosshead", 1.0, ANNOUNCED)
            labels[i + 1] = below._replace(tag="B-body", begins=max(below.begins, ANNOUNCED))
        elif (labels[i].tag[0] == "B" or not i or seen.last[i - 1] in ENDS) and below.tag in ("I-headline", "B-headline", "B-crosshead") and names_column(text, seen.texts[i + 1], rules):
            labels[i] = labels[i]._replace(tag="B-kicker", heading=max(labels[i].heading, ANNOUNCED))
            labels[i + 1] = below._replace(tag="B-headline", heading=max(below.heading, ANNOUNCED))


def below_editors(labels: list[Label], seen: View) -> None:
    """Above the line of those who edited a story stands who wrote it, and a row without a mark that reads as text or a crosshead below it is the next story's headline."""
    for i in range(2, len(labels) - 1):
        if labels[i - 1].tag != "B-furniture" or not seen.rules.editors.whole(seen.texts[i - 1]):
            continue
        if labels[i - 2].tag == "B-body" and names_somebody(i - 2, seen):
            labels[i - 2] = labels[i - 2]._replace(tag="B-byline")
        ended = seen.last[i - 2] in ENDS or labels[i - 2].tag[2:] == "byline"
        if ended and labels[i].tag in ("B-body", "I-body", "B-crosshead") and labels[i + 1].tag[2:] == "body" and seen.last[i] in "HNQ" and "。" not in seen.texts[i] and not seen.marks[i]:
            labels[i:i + 2] = Label("B-headline", 1.0, ANNOUNCED, ANNOUNCED), labels[i + 1]._replace(tag="B-body", begins=ANNOUNCED)
