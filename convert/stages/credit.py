"""Read an article's metadata: who wrote and photographed it, where and when it was filed.

May change: nothing. The metadata are a second reading; the text keeps its dateline and byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Pattern, Sequence

from convert.model import Article, Byline, Dateline
from convert.rules import Rules

LEAD = 140
"""Characters of a story's first paragraph that may hold its dateline."""


@dataclass(frozen=True)
class _Patterns:
    lead: Pattern[str]
    filed: Pattern[str]
    dated: Pattern[str]
    bracket: Pattern[str]
    people: Pattern[str]
    latin_by: Pattern[str]
    latin_filed: Pattern[str]
    photo: Pattern[str]
    trailing: Pattern[str]
    photo_label: Pattern[str]


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> _Patterns:
    titles = "|".join(sorted(map(re.escape, rules.reporter_titles), key=len, reverse=True))
    photo = "|".join(sorted(map(re.escape, rules.photographer_titles), key=len, reverse=True))
    place, date = rules.parts["place"], rules.parts["date"]
    agency = r"(?:本\s*[报報刊台]|(?![据據])[\u3400-\u9fff]{2,6}社|[\u3400-\u9fff]{1,4}[网網]|[\u3400-\u9fff]{2,8}[报報]|[\u3400-\u9fff]{2,6}日报)"
    return _Patterns(
        lead=re.compile(rf"\s*[【(（]?\s*(?:{agency}|[讯訊])"),
        filed=re.compile(rf"\s*[【(（]?\s*(?P<agency>{agency})\s*(?P<place>{place})?\s*(?P<date>{date})\s*[电電讯訊]"),
        dated=re.compile(rf"\s*[【(（]?\s*(?:本\s*[报報刊台])?\s*(?:综合|綜合)?[讯訊]\s*[】)）]?\s*(?:[（(][^）)]{{2,40}}[）)])?\s*(?P<date>{date})"),
        bracket=re.compile(rf"[（(]\s*(?P<org>[\u3400-\u9fffA-Za-z]{{2,16}}?)?\s*(?:{titles})\s*[:：]?\s*(?P<names>[^）)]{{2,60}}?)\s*[）)]"),
        people=re.compile(rf"[（(■●◆\s]*(?P<org>[\u3400-\u9fffA-Za-z]{{2,16}}?)?\s*(?:{titles})\s*[:：/／丨|=＝]?\s*(?P<names>[\u3400-\u9fffA-Za-z·.、，,\s\u3000]{{2,60}})"),
        latin_by=re.compile(r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s+(?P<names>[A-Z].{2,80})"),
        latin_filed=re.compile(r"(?P<place>[A-Z][A-Z .'’-]{2,30})(?:,\s*(?P<date>[A-Z][a-z]{2,9}\.?\s*[0-9]{1,2})|,\s*[A-Z][A-Za-z.]{1,12})?\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*)?(?:—|–|--?)\s"),
        photo=re.compile(rf"[（(]?\s*(?:(?P<org>[\u3400-\u9fff]{{2,12}}?)\s*(?:{titles})\s*[:：/]?)?\s*(?P<names>[\u3400-\u9fffA-Za-z·.、，,\s\u3000]{{2,40}}?)\s*[/／]?\s*(?:{photo})(?:报道|報道|提供)?\s*[）)]?"),
        trailing=re.compile(rf"[。！？”」]\s*[（(]?\s*(?:[\u3400-\u9fff]{{0,8}}(?:{titles})\s*)?(?P<names>[\u3400-\u9fff·、\s]{{2,14}}?)\s*(?:摄影|攝影|摄|攝)\s*[）)]?$"),
        photo_label=re.compile(rf"(?:{photo}|图片|圖片|照片|[Pp]hotos?(?: by)?)\s*[:：/／丨|=＝]?\s*(?P<names>.{{2,60}})"))


def credit(articles: Sequence[Article], rules: Rules) -> tuple[Article, ...]:
    """The articles with byline and dateline filled in from their text."""
    patterns = _patterns(rules)
    return tuple(replace(a, byline=_byline(a, patterns, rules), dateline=_dateline(a, patterns)) for a in articles)


def _first_paragraph(article: Article) -> str:
    return next((b.text for b in article.blocks if b.role in ("paragraph", "caption", "crosshead")), "")[:LEAD]


def _dateline(article: Article, p: _Patterns) -> Dateline:
    text = _first_paragraph(article)
    found = p.filed.match(text)
    if found:
        return Dateline(_clean(found["place"]), _clean(found["date"]))
    found = p.dated.match(text)
    if found:
        return Dateline(None, _clean(found["date"]))
    found = p.latin_filed.match(text)
    return Dateline(found["place"].strip(" .-"), found["date"]) if found else Dateline()


def _byline(article: Article, p: _Patterns, rules: Rules) -> Byline:
    reporters: list[str] = []
    photographers: list[str] = []
    organisation: str | None = None
    lead = _first_paragraph(article)
    if p.lead.match(lead):
        found = p.bracket.search(lead, 0, 90)
        if found:
            reporters += _people(found["names"], rules)
            organisation = _organisation(found["org"])
    for block in article.blocks:
        if block.role == "byline":
            names, org = _from_byline(block.text, p, rules)
            reporters += [name for name in names if name not in reporters]
            organisation = organisation or org
        elif block.role == "credit":
            photographers += _photographers(block.text, p, rules)
    last = article.blocks[-1].text if article.blocks else ""
    if not photographers:
        found = p.trailing.search(last[-30:])
        photographers += _people(found["names"], rules) if found else []
    return Byline(tuple(dict.fromkeys(reporters)), tuple(dict.fromkeys(photographers)), organisation)


def _from_byline(text: str, p: _Patterns, rules: Rules) -> tuple[list[str], str | None]:
    found = p.latin_by.match(text)
    if found:
        names = re.split(r",\s*|\s+(?:and|AND|&|und|et|y)\s+", found["names"])
        return [name.strip(" .") for name in names if name.strip(" .")], None
    people: list[str] = []
    organisation = None
    at = 0
    while found := p.people.match(text, at):
        people += _people(found["names"], rules)
        organisation = organisation or _organisation(found["org"])
        at = found.end()
    return people or _people(text.strip("（）() "), rules), organisation


def _photographers(text: str, p: _Patterns, rules: Rules) -> list[str]:
    found = p.photo.fullmatch(text) or p.photo_label.fullmatch(text)
    return _people(found["names"], rules) if found else []


def _people(text: str, rules: Rules) -> list[str]:
    """Names in a list; a name of two characters is padded with a space to align with longer ones (李 娟)."""
    titles = sorted((*rules.reporter_titles, *rules.photographer_titles), key=len, reverse=True)
    for title in titles:
        if len(title) > 1:
            text = text.replace(title, "、")
    names: list[str] = []
    for group in re.split(r"[、，,;；/／]", text):
        tokens = re.split(r"[\s\u3000]+", group.strip())
        if all(token and token[0] < "\u2E80" for token in tokens):
            tokens = [" ".join(tokens)]
        names += [name for token in _unpadded(tokens) for name in _unglued(token, rules)]
    return [name for name in names if 2 <= len(name) <= 40]


def _unglued(text: str, rules: Rules) -> list[str]:
    """Names that extraction ran together, taken apart where each part begins with a surname; else the text as one."""
    if len(text) < 4 or text[0] < "\u3400" or "·" in text or text.startswith(rules.compound_surnames) and len(text) == 4:
        return [text]
    best: dict[int, list[str]] = {0: []}
    for end in range(2, len(text) + 1):
        for size in (2, 3, 4):
            name = text[end - size:end] if end >= size else ""
            surname = name.startswith(rules.compound_surnames) if size == 4 else name[:1] in rules.surnames
            if name and surname and end - size in best:
                found = [*best[end - size], name]
                if end not in best or len(found) < len(best[end]):
                    best[end] = found
    return best.get(len(text), [text])


def _unpadded(tokens: Sequence[str]) -> list[str]:
    out: list[str] = []
    open_name = False
    for token in tokens:
        if len(token) == 1 and open_name:
            out[-1] += token
            open_name = False
        else:
            out.append(token)
            open_name = len(token) == 1
    return out


def _organisation(text: str | None) -> str | None:
    return text if text and len(text) > 2 and not text.startswith(("本报", "本報")) else None


def _clean(text: str | None) -> str | None:
    return "".join(text.split()) or None if text else None
