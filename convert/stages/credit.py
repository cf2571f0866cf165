"""Read an article's metadata: who wrote and photographed it, where and when it was filed.

May change: nothing. The metadata are a second reading; the text keeps its dateline and byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Pattern, Sequence

from convert.model import Article, Byline, Dateline
from convert.people import names_of, people, surnamed
from convert.rules import Rules

LEAD = 140
"""Characters of a story's first paragraph that may hold its dateline."""
_BRACKET = re.compile(r"[（(]([^）)]{2,60})[）)]")


@dataclass(frozen=True)
class _Patterns:
    lead: Pattern[str]
    filed: tuple[Pattern[str], ...]
    """How a story says where and when it was filed; the first that fits is read."""
    dated: Pattern[str]
    signed: tuple[Pattern[str], ...]
    """How a dateline says who filed it."""
    latin_filed: Pattern[str]
    trailing: Pattern[str]
    closing: Pattern[str]


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> _Patterns:
    titles = "|".join(sorted((re.escape(t) for t in rules.reporter_titles if len(t) > 1), key=len, reverse=True))
    place, date, name = rules.parts["place"], rules.parts["date"], r"[\u3400-\u9fff·]{2,4}(?:[\s、]+[\u3400-\u9fff·]{2,4}){0,3}?"
    agency = r"(?:本\s*[报報刊台]|(?![据據])[\u3400-\u9fff]{2,6}社|[\u3400-\u9fff]{1,4}[网網]|[\u3400-\u9fff]{2,8}[报報]|[\u3400-\u9fff]{2,6}日报)"
    opening, closing, told = r"\s*[【〔(（［\[]\s*", r"\s*[】〕)）］\]]", f"(?:{'|'.join(map(re.escape, rules.deeds))})"
    glued = r"(?P<names>[\u3400-\u9fff]{3}|[\u3400-\u9fff]{2})(?P<place>[\u3400-\u9fff]{2,3})"
    return _Patterns(
        lead=re.compile(rf"\s*[【〔(（]?\s*(?:{agency}|[讯訊]|[^，。]{{0,12}}(?:{titles}))"),
        filed=tuple(map(re.compile, (
            rf"\s*[【(（]?\s*(?:{agency})\s*(?P<place>{place})?\s*(?P<date>{date})\s*[电電讯訊]",
            rf"{opening}[^，。：】）]{{0,10}}?(?:{titles}){glued}(?P<date>[0-9]{{1,2}}日)[电電]{closing}",
            rf"{opening}[^，。：】）]{{0,14}}?[/／](?P<place>(?!综合|綜合)[\u3400-\u9fff]{{2,6}}?){told}{closing}",
            rf"{opening}[^，。：】）]{{0,10}}?(?:{titles}){glued}{told}{closing}",
            rf"\s*(?:{titles})(?:{name})[/／](?P<place>(?!综合|綜合)[\u3400-\u9fff]{{2,6}}?){told}",
            rf"{opening}(?P<place>[^=＝】）\s]{{1,10}}?)[=＝][^】）]{{2,20}}{closing}",
            rf"{opening}(?P<place>[^】］\s]{{1,8}}?)(?:共同|時事|支局){closing}",
            rf"{opening}(?P<place>[^】］\s]{{1,8}}?)\s*(?P<date>[0-9]{{1,2}}日)?\s*(?:ロイター|共同|時事|AP|ＡＰ|AFP){closing}",
            rf"{opening}本[报報](?P<place>[\u3400-\u9fff]{{2,4}})[讯訊]{closing}"))),
        dated=re.compile(rf"\s*[【(（]?\s*(?:本\s*[报報刊台])?\s*(?:综合|綜合)?[讯訊]\s*[】)）]?\s*(?:[（(][^）)]{{2,40}}[）)])?\s*(?P<date>{date})"),
        signed=tuple(map(re.compile, (
            rf"{opening}[^，。：】）]{{0,10}}?(?:{titles}){glued}(?:[0-9]{{1,2}}日[电電]|{told}){closing}",
            rf"{opening}[^，。：】）]{{0,10}}?(?:{titles})?(?P<names>{name})[/／][\u3400-\u9fff]{{2,6}}?{told}?{closing}",
            rf"{opening}[^，。：】）]{{0,10}}?(?:{titles})(?P<names>{name}){told}{closing}",
            rf"(?:{titles})(?P<names>{name})[/／][\u3400-\u9fff]{{2,6}}?{told}",
            rf"{opening}[^=＝】）\s]{{1,10}}?[=＝](?P<names>[\u3040-\u9fff]{{3,8}}){closing}",
            rf"[^，。]{{0,24}}?[讯訊电電】]?[\s】]*(?:(?P<org>[\u3400-\u9fff]{{2,8}}?))?(?:{titles})[\s]*(?P<names>{name}){told}\s*[：:]?"))),
        latin_filed=re.compile(r"(?P<place>[A-Z][A-Z .'’-]{2,30})(?:,\s*(?P<date>[A-Z][a-z]{2,9}\.?\s*[0-9]{1,2})|,\s*[A-Z][A-Za-z.]{1,12})?\s*(?:\([A-Z][A-Za-z ]{1,20}\)\s*)?(?:—|–|--?)\s"),
        trailing=re.compile(rf"[。！？”」]\s*[（(]?\s*(?:[\u3400-\u9fff]{{0,8}}(?:{titles})\s*)?(?P<names>[\u3400-\u9fff·、\s]{{2,14}}?)\s*(?:摄影|攝影|摄|攝)\s*[）)]?$"),
        closing=re.compile(rf"[。！？”」]?\s*[（(【]\s*(?:[^）)】]{{0,8}}(?:{titles}))?\s*(?P<names>[^）)】]{{2,24}})[）)】]$"))


def credit(articles: Sequence[Article], rules: Rules) -> tuple[Article, ...]:
    """The articles with byline and dateline filled in from their text."""
    patterns = _patterns(rules)
    return tuple(replace(a, byline=_byline(a, patterns, rules), dateline=_dateline(a, patterns)) for a in articles)


def _first_paragraph(article: Article) -> str:
    return next((b.text for b in article.blocks if b.role in ("paragraph", "caption", "crosshead")), "")[:LEAD]


def _dateline(article: Article, p: _Patterns) -> Dateline:
    text = _first_paragraph(article)
    for source in (text, *(block.text for block in article.blocks if block.role == "byline")):
        for pattern in p.filed:
            found = pattern.match(source)
            if found:
                return Dateline(_clean(found["place"]), _clean(found.groupdict().get("date")))
    found = p.dated.match(text)
    if found:
        return Dateline(None, _clean(found["date"]))
    found = p.latin_filed.match(text)
    return Dateline(found["place"].strip(" .-"), found["date"]) if found else Dateline()


def _byline(article: Article, p: _Patterns, rules: Rules) -> Byline:
    reporters: list[str] = []
    photographers: list[str] = []
    organisation: str | None = None
    for block in article.blocks:
        if block.role in ("byline", "credit"):
            found = people(block.text, rules, photo=block.role == "credit")
            reporters += found.reporters
            photographers += found.photographers
            organisation = organisation or found.organisation
    last = article.blocks[-1].text if article.blocks else ""
    closing = next((block.text for block in reversed(article.blocks) if block.role == "paragraph"), "")
    filed, org = _filed_by(_first_paragraph(article), p, rules)
    reporters = [*filed, *reporters] or _closed_by(closing, p, rules)
    if not photographers:
        taken = p.trailing.search(last[-30:])
        photographers += names_of(taken["names"], rules) if taken else []
    return Byline(tuple(dict.fromkeys(reporters)), tuple(dict.fromkeys(photographers)), org or organisation)


def _filed_by(lead: str, p: _Patterns, rules: Rules) -> tuple[list[str], str | None]:
    """Who filed the story, as its first paragraph says."""
    for pattern in p.signed:
        found = pattern.match(lead)
        if found:
            return names_of(found["names"], rules), None
    if p.lead.match(lead):
        bracket = _BRACKET.search(lead, 0, 90)
        if bracket and rules.reporters.search(bracket[1]):
            found = people(bracket[1], rules)
            return found.reporters, found.organisation
        if bracket and lead[bracket.start() - 1] in "电電讯訊 ":
            return surnamed(bracket[1], rules), None
    return [], None


def _closed_by(last: str, p: _Patterns, rules: Rules) -> list[str]:
    """Who signs the story in brackets at its end, where nothing else stands there."""
    found = p.closing.search(last[-40:])
    return surnamed(found["names"], rules) if found else []


def _clean(text: str | None) -> str | None:
    return "".join(text.split()) or None if text else None
