"""Where a paragraph begins, or goes on, by what two rows show themselves: signatures, remarks, datelines, brackets, numbers."""

from __future__ import annotations

import re
from typing import Sequence

from convert.joining import HYPHENS
from convert.model import Label
from convert.people import surnamed
from convert.reading import cuts_word, runs_on
from convert.rules import Rules
from convert.view import ENDS, View

PARTING = ENDS | {"Q", "D"}
"""Classes of line ends at which a mark may part units."""
PLAIN = "HKLUNQ"
"""Classes of characters that end no sentence."""
HOURS = ("a.m.", "p.m.", "am", "pm")
"""What an hour of the day ends with."""
ENDED_EARLY = 6
"""Half-ems left on a row that was ended on purpose, at least."""
NAME = 4
"""Characters of a name at most."""
REMARK = 4
"""Rows of a remark in brackets at most."""
CREDIT, STARS = 12, "*＊"
"""Characters of a credit at most, and what stands around an author's note."""
_CREDITED = frozenset(":：/／╱摄攝图圖料" + STARS)
_BEHIND_SENTENCE = re.compile("(?<=[。！？!?])[^。！？!?]+$")
_NUMBER = re.compile("[0-9０-９][.．]?$")
"""A number at a row's end, which may go on behind its point."""
_ITEM = re.compile("[(（]?[0-9０-９]{1,2}(?:[.．)）](?=\\s)|、)|第[0-9一二三四五六七八九十百]{1,5}[条條](?:之[一二三四五])?[\\s\u3000]")
"""What an item of a list begins with, or an article of a law."""
_LABELLED = re.compile("[^\\s。、「」（）]{1,8}(?:（[^）]{1,6}）)?[ \u3000][^\\s]").match
"""What names a Japanese paragraph, with a space behind it: 作り方　…; running text has no spaces."""
rest_in_japanese = re.compile("[をへっゃゅょぁんー]|[とのにがは][\u3400-\u9fff]").match
"""What no Japanese text begins with: small kana, and particles before a noun or a verb."""
_SHARE = re.compile("[0-9.]+[%％]")
"""What no paragraph begins with below a row without an end."""
FOREIGN = tuple({foreign, own} for foreign in "LU" for own in "HK")
"""Classes of the characters on both sides of a break between a word in Latin letters and text of the page's own script."""
_REST_OF_CLAUSE = re.compile("[\u4e00-\u9fff][，；]")
"""Of 11,699 paragraphs on the shared pages 7 begin so, none below a row of text that ends plainly; 4,614 rows below such a row do."""
_LEADS_INTO_A_NUMBER = "为為达達约約至到近超逾第每仅僅共与與和及在将將从從是于於"
"""What ends no text above a number."""
_GLOSS = re.compile("[（(] ?[A-Za-z]{2}")
LED_IN = 4
"""Half-ems left on a row that ends with a dash where it leads into what follows."""
BRACKETS, CLOSING_QUOTES = (("（(", "）)"), ("【〔[", "】〕]"), ("《", "》")), "”」』"
DATELINE, DATELINE_ROWS = 40, 4
"""Characters and rows of a dateline at most, with who reports in brackets."""


def in_brackets(text: str) -> bool:
    """Whether the text opens a bracket that it does not close; quotation marks are none."""
    return any(sum(map(text.count, opening)) > sum(map(text.count, closing)) for opening, closing in BRACKETS)


def brackets(text: str) -> int:
    """Brackets that the text opens and does not close, less those that it closes and does not open."""
    return sum(map(text.count, "（(【〔[《「『")) - sum(map(text.count, "）)】〕]》」』"))


def begins(i: int, seen: View) -> bool:
    """Whether a paragraph begins with row i, below text, whatever the labeller says."""
    return (_opens_another(i, seen) or seen.last[i - 1] in PARTING and _parted_by_a_mark(i, seen)
            or seen.wide and seen.first[i] == "B" or credited(i, seen) or opens_a_clause(i, seen))


def begins_below(i: int, seen: View) -> bool:
    """The same, or whether row i is a remark in brackets behind a sentence's end."""
    return begins(i, seen) or seen.last[i - 1] in ENDS and is_remark(i, seen)


def goes_on(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i, below text, goes on with its sentence, or with what stands in brackets, whatever the labeller says."""
    above, text = seen.texts[i - 1], seen.texts[i]
    if in_brackets(above) or seen.first[i] == "N" and (_NUMBER.search(above) or seen.last[i - 1] in PLAIN and _SHARE.match(text)):
        return True
    # Of 10,125 paragraphs on the shared pages those that end with a pause are verses; verse.py finds them whatever is said here.
    return ({seen.last[i - 1], seen.first[i]} in FOREIGN or above[-1] == "、" or above[-1] == "，" and seen.room(i) < ENDED_EARLY or
            seen.first[i] == "N" and above[-1] in _LEADS_INTO_A_NUMBER or _explains(above, text, seen.last[i - 1])
            or seen.last[i - 1] in PLAIN and seen.rules.says.match(text) is not None
            or above[-1] in CLOSING_QUOTES and seen.rules.attributions.match(text) is not None
            or seen.japanese and _goes_on_in_japanese(i, seen)
            or not seen.indents[i] and (cuts_word(above, text) or reads_on(i, seen))
            or _is_dateline(i - 1, seen, labels))


def goes_on_in_words(i: int, seen: View) -> bool:
    """Whether row i, in a script with spaces, goes on behind an abbreviation that ends no sentence, or behind an hour with the day."""
    last = seen.texts[i - 1].rsplit(None, 1)[-1].lower()
    return last in seen.rules.abbreviations or last in HOURS and seen.texts[i].startswith(seen.rules.weekdays)


def _goes_on_in_japanese(i: int, seen: View) -> bool:
    """Whether row i, below a row without an end that is full, begins with a particle, or inside a quotation that a full row above opens."""
    return seen.room(i) < ENDED_EARLY and (seen.last[i - 1] in PLAIN and rest_in_japanese(seen.texts[i]) is not None or seen.depth[i] > 0)


def reads_on(i: int, seen: View) -> bool:
    """Whether the row above is full, and a word or a clause goes on from it into row i: what is left of it there is a single character, or a sentence would read on."""
    if seen.room(i) >= ENDED_EARLY:
        return False
    return seen.last[i - 1] in PLAIN and _REST_OF_CLAUSE.match(seen.texts[i]) is not None or runs_on(seen.texts[i - 1], seen.texts[i]) is True


def glosses(i: int, seen: View) -> bool:
    """Whether row i opens with a foreign word in brackets for what the row above ends with: 美国有线新闻网 / （CNN）记者"""
    return seen.last[i - 1] in PLAIN and _GLOSS.match(seen.texts[i]) is not None


def cannot_begin(i: int, seen: View) -> bool:
    """Whether row i is the rest of a row, of a word, or of a foreign phrase: nothing may begin so."""
    return (seen.first[i] in "CEQ" or seen.last[i - 1] == "O" or seen.wide and seen.first[i] in "LU" and seen.last[i - 1] in "LU"
            or _cuts_word(seen.texts[i - 1], seen.texts[i]) or ends_a_credit(i, seen))


def ends_a_credit(i: int, seen: View) -> bool:
    """Whether row i is the rest of a picture's credit that the full row above begins: 渡口的清晨。本报记者林知 / 秋摄"""
    if seen.room(i) >= ENDED_EARLY or len(seen.texts[i]) > CREDIT or not seen.wide or seen.last[i - 1] not in PLAIN:
        return False
    behind = _BEHIND_SENTENCE.search(seen.texts[i - 1])
    begun = behind[0] if behind else seen.texts[i - 1]
    return not seen.rules.credits.whole(begun.strip()) and seen.rules.credits.whole((begun + seen.texts[i]).strip())


def is_remark(i: int, seen: View) -> bool:
    """Whether row i opens a bracket that closes where a row ends: who wrote the text, or took part in it."""
    text = ""
    for row in seen.texts[i:i + REMARK] if seen.wide and seen.texts[i][0] in "（(" else ():
        text += row
        if not brackets(text):
            return text[-1] in "）)"
    return False


def is_signature(text: str, rules: Rules) -> bool:
    """Whether the row has names in brackets and nothing else: it may be the rest of a row that extraction cut at the bracket."""
    return len(text) <= NAME + 2 or bool(surnamed(text[1:-1], rules))


def credited(i: int, seen: View) -> bool:
    """Whether the row before ends with a picture's credit behind a sentence, or with the star that closes a note."""
    above = seen.texts[i - 1]
    if _CREDITED.isdisjoint(above[-CREDIT:]):
        return False
    if above[-1] in STARS:
        return sum(map("".join(seen.texts[max(0, i - REMARK):i]).count, STARS)) % 2 == 0
    behind = _BEHIND_SENTENCE.search(above)
    return behind is not None and seen.rules.credits.whole(behind[0])


def opens_a_clause(i: int, seen: View) -> bool:
    """Whether row i opens with what stands behind a mark or where a text begins, below a row that ends without one: that is a heading, or whatever else ends so."""
    if seen.last[i - 1] != "H":
        return False
    above, rules = seen.texts[i - 1][-1], seen.rules
    begun = seen.texts[i] + (seen.texts[i + 1] if i + 1 < len(seen.texts) else "")
    opens = (above not in rules.clause_links and rules.clause_openings.match(seen.texts[i]) is not None
             or above not in rules.reporter_links and rules.lead_reporters.match(begun) is not None)
    return opens and not cuts_word(seen.texts[i - 1], seen.texts[i])


def _opens_another(i: int, seen: View) -> bool:
    """Whether row i opens with a dateline that is not the rest of the one above: 本报河湾3月5日电 / 记者方菲报道：…"""
    return seen.wide and "d" in seen.marks[i] and not ("d" in seen.marks[i - 1] and seen.last[i - 1] in PLAIN)


def _parted_by_a_mark(i: int, seen: View) -> bool:
    """Whether the row before closes a unit in brackets or leads into a list with a dash, or this one signs the text above, remarks on it, or says who speaks."""
    text, last, rules = seen.texts[i], seen.last[i - 1], seen.rules
    above = seen.texts[i - 1]
    if above[-1] == "】" or seen.wide and last == "D" and seen.room(i) >= LED_IN and not in_brackets(above):
        return True
    ended = last in ENDS or seen.japanese and last == "Q" and "s" in seen.marks[i]
    return ended and (seen.japanese and _LABELLED(text) is not None or "s" in seen.marks[i] or "b" in seen.marks[i] and text[0] in "【〔［" or _ITEM.match(text) is not None or seen.turns[i] or rules.remarks.whole(text) or _names_company(i, seen))


def _names_company(i: int, seen: View) -> bool:
    """Whether row i, or it and the next, is one sentence that says who else took part: 林知秋、方菲等参加会见。"""
    text = seen.texts[i] if "。" in seen.texts[i] else "".join(seen.texts[i:i + 2])
    return seen.rules.company.fullmatch(text) is not None


def _explains(above: str, text: str, last: str) -> bool:
    """Whether a bracket goes on with the row above: behind plain text, a work's title, or with a foreign word for what was quoted."""
    return text[0] in "（(" and last in PLAIN and (last != "Q" or above[-1] == "》" or text[1:].lstrip()[:1].isascii())


def ends_a_title(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether row i closes the bracket behind a dateline and a title: 【某某社某地3月5日电】题：…（记者某某）; the text begins below it."""
    text = _dateline_until(i, seen, labels)
    return text[-1:] in ")）" and _is_titled(text, seen)


def _is_dateline(i: int, seen: View, labels: Sequence[Label]) -> bool:
    """Whether the paragraph that ends with row i is a dateline and nothing else."""
    text = _dateline_until(i, seen, labels)
    return text != "" and len(text) <= DATELINE and not _is_titled(text, seen)


def start_of(i: int, labels: Sequence[Label]) -> int:
    """The row that the unit of row i begins with."""
    while i and labels[i].tag[0] == "I":
        i -= 1
    return i


def _dateline_until(i: int, seen: View, labels: Sequence[Label]) -> str:
    """The paragraph that ends with row i where it is hardly more than a dateline, or nothing."""
    if seen.texts[i][-1] not in ")）" and seen.texts[i][-1] not in seen.rules.dispatch:
        return ""
    start = i
    while start and labels[start].tag[0] == "I" and i - start < DATELINE_ROWS:
        start -= 1
    text = "".join(seen.texts[start:i + 1])
    return text if len(text) <= 2 * DATELINE and "，" not in text and not brackets(text) and seen.rules.datelines.opens(text) else ""


def _is_titled(text: str, seen: View) -> bool:
    return any([title in text for title in seen.rules.dateline_titles])


def _cuts_word(above: str, text: str) -> bool:
    """Whether a hyphen cuts a word between two rows."""
    return above[-1] in HYPHENS and above[-2:-1].isalpha() and text[0].isalpha()
