"""Amend the labels of rows of scripts with spaces by what they say themselves: sentences, numbers, marks, signatures, names."""

from __future__ import annotations

import re

from convert.announce import ANNOUNCED, LIKELY, UNLIKELY, end_of
from convert.lexicon import is_word
from convert.model import HEADINGS, HEADS, Label
from convert.paragraphs import start_of
from convert.view import ENDS, View

_NUMBERED = re.compile(r"[0-9]{1,2}[.)]\s+[A-Z“\"]").match
_SENTENCE = re.compile(r"[a-z]{4}[.?!][”’\"']?\s+[“‘\"']?[A-Z]").search
_RUBRIC = re.compile(r"[A-ZÀ-Þ][\w’'-]+\. (?=[A-ZÀ-Þ])").match
"""What French and German headlines begin with: Rugby. Valmont s’impose; Lindenau. Das Waldbad bleibt."""
_ENDED = re.compile(r"[a-z]{4}\.[”’\"']?$").search
_SIGNED = re.compile(r"[—–]\s*(?:[Tt]he\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}").fullmatch
_READER = re.compile(r"[A-Z][A-Z.'’-]*(?:\s+[A-Z][A-Z.'’-]*){1,3},\s+[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}").fullmatch
"""Who wrote a letter, and where that is: JOAN PELL, North Ellery."""
_NAME = re.compile(r"[A-Z][a-z'’-]+(?:\s[A-Z]\.)?(?:\s[A-Z][A-Za-z'’-]+){1,2}").fullmatch
_CAPITAL_NAME = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){1,2}").fullmatch
_FIELD = re.compile(r"[A-Z][A-Za-z ]{1,14}:\s\S").match
_INITIALS = re.compile(r"(?:^|.*\s)(?:[A-Z]\.){2,}").fullmatch
_CAPITALS = re.compile(r"[A-Z]{2,}").findall
_SAID = re.compile(r".*,.*\b(?:say|says|said|find|finds|warn|warns)[.]?|[A-Z][\w’' ]{2,30}? says? .*").fullmatch
_WORD = re.compile("([A-Z][a-z]{3,}),? [a-z]")
_SMALL = "abcdefghijklmnopqrstuvwxyz0123456789$"
SENTENCE, LONG = 3, 5
"""Words of a headline at least, and from which a part is one."""
CAPITALS = 3
"""Words in capitals of a row that is a headline."""
STORY, SMALL = 30, 3
"""Rows below a headline in which a story tells of those whom it names, and letters that any headline may begin small."""


def in_sentences(labels: list[Label], seen: View) -> None:
    """No heading holds the end of a sentence and the next one's beginning, nor ends with a full stop behind a quotation."""
    i = 0
    while i < len(labels):
        end = i + 1
        if labels[i].tag[2:] in HEADINGS:
            end = end_of(end, "I" + labels[i].tag[1:], labels)
            rubric = _RUBRIC(seen.texts[i])
            if any([_SENTENCE(text, rubric.end() if rubric and not k else 0) or end - i > 1 and _ENDED(text) and not (rubric and not k) for k, text in enumerate(seen.texts[i:end])]):
                labels[i:end] = [Label("I-body" if k else "B-body", found.begins, ANNOUNCED) for k, found in enumerate(labels[i:end])]
        i = end


def sections_in_words(labels: list[Label], seen: View) -> None:
    """A short row with an item's number heads a section; a name behind a dash, or in capitals with a town, below a text that has ended, signs it; rows that each name what they tell (What: …, When: …) are text."""
    for i in range(1, len(labels) - 1):
        text, below = seen.texts[i], labels[i + 1]
        if labels[i].tag == "B-body" and below.tag == "I-body" and _NUMBERED(text) and seen.is_short(i) \
                and seen.last[i] not in ENDS and seen.last[i - 1] in ENDS and seen.first[i + 1] in "USO":
            labels[i] = labels[i]._replace(tag="B-crosshead", heading=UNLIKELY)
            labels[i + 1] = below._replace(tag="B-body", begins=LIKELY)
        elif seen.last[i - 1] in ENDS and labels[i].tag[0] == "B" and (_SIGNED(text) and below.tag[0] == "B" or _READER(text)):
            labels[i:i + 2] = Label("B-byline", 1.0, ANNOUNCED), below._replace(tag="B" + below.tag[1:], begins=max(below.begins, ANNOUNCED))
    fields = [_FIELD(text) is not None for text in seen.texts]
    for i, field in enumerate(fields):
        if field and labels[i].tag[2:] in HEADS and (i and fields[i - 1] or i + 1 < len(fields) and fields[i + 1]):
            labels[i] = Label("B-body", 1.0, ANNOUNCED)


def cased(labels: list[Label], seen: View) -> None:
    """A row behind the end of a text and above another that is in capitals alone, of three words and more, or in title case, if the next word had room on it, is a headline."""
    for i in range(len(labels) - 1):
        text, below = seen.texts[i], seen.texts[i + 1]
        if labels[i].tag == "B-body" and labels[i + 1].tag[2:] == "body" and "d" not in seen.marks[i] and (not i or seen.last[i - 1] in ENDS) \
                and (text.isupper() and len(_CAPITALS(text)) >= CAPITALS and not below.isupper() or _in_title_case(text) and seen.first[i + 1] in "STO" and seen.room(i + 1) >= 0):
            labels[i:i + 2] = Label("B-headline", labels[i].begins, ANNOUNCED, ANNOUNCED), labels[i + 1]._replace(tag="B-body", begins=ANNOUNCED)


def _in_title_case(text: str) -> bool:
    """Whether a row of four words and more that ends as no sentence does has a capital at every word of four letters and more, three of them at least."""
    words = text.split()
    long = [word for word in words if len(word) > SMALL and word[0].isalpha()]
    return len(words) > CAPITALS <= len(long) and all([word[0].isupper() for word in long]) and (text[-1].isalnum() or text.endswith("..."))


def abbreviated(labels: list[Label], seen: View) -> None:
    """A short row right below a headline's without a mark that ends with initials, and not as a sentence, is the headline's last."""
    for i in range(1, len(labels) - 1):
        if labels[i].tag == "B-body" and labels[i - 1].tag[2:] == "headline" and labels[i + 1].tag == "B-body" and seen.last[i - 1] not in ENDS \
                and seen.is_short(i) and _INITIALS(seen.texts[i]):
            labels[i] = labels[i]._replace(tag="I-headline", begins=1.0 - ANNOUNCED)


def named_in_words(labels: list[Label], seen: View) -> None:
    """A name alone below a headline in small letters, in capitals or not, which nothing in the text below says again, is a byline."""
    for i in range(1, len(labels) - 1):
        if labels[i].tag[2:] in HEADINGS and labels[i - 1].tag[2:] in HEADINGS and labels[i + 1].tag[2:] in ("body", "byline") and (_NAME(seen.texts[i]) or _CAPITAL_NAME(seen.texts[i])) and _in_small_letters(" ".join(seen.texts[start_of(i - 1, labels):i])) \
                and seen.texts[i].split()[-1] not in "\n".join(seen.texts[i + 1:i + 1 + STORY]):
            labels[i] = Label("B-byline", 1.0, ANNOUNCED)


def _in_small_letters(text: str) -> bool:
    """Whether a headline has two longer words and more that begin small: none is in title case, nor in capitals."""
    return sum([len(word) > SMALL and word[0].islower() for word in text.split()]) > 1


def attributed(labels: list[Label], seen: View) -> None:
    """A kicker of three words and more above a row that says who says so, or of five and more that leads into nothing, is the headline, and that row its subhead: a kicker names a subject."""
    for i in range(len(labels) - 1):
        k = end_of(i + 1, "I-kicker", labels)
        end = end_of(k + 1, "I-headline", labels)
        if labels[i].tag == "B-kicker" and k < len(labels) and labels[k].tag == "B-headline" \
                and _is_sentence(" ".join(seen.texts[i:k]), " ".join(seen.texts[k:end])):
            labels[i:end] = [found._replace(tag=("B-" if j in (0, k - i) else "I-") + ("headline" if j < k - i else "subhead")) for j, found in enumerate(labels[i:end])]


def _is_sentence(above: str, below: str) -> bool:
    words = len(above.split())
    return words >= LONG and above[-1].isalpha() or words >= SENTENCE and _SAID(below) is not None


def begins_plainly(above: str, below: str) -> bool:
    """Whether ``below`` begins with a listed English word that is written small inside a sentence, and another small one, and ``above`` ends with such a one or a number: none is of a name."""
    first, last = _WORD.match(below), above.rsplit(None, 1)[-1]
    return first is not None and last[0] in _SMALL and is_word(first[1].lower(), ()) and not is_word(first[1], ())
