"""Read an article's metadata: who wrote and photographed it, where and when it was filed.

May change: nothing. The metadata are a second reading; the text keeps its dateline and byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Pattern, Sequence

from convert.model import Article, Block, Byline, Dateline
from convert.people import caption_credit, names_of, people, surnamed
from convert.rules import Rules

LEAD = 140
"""Characters of a story's first paragraph that may hold its dateline."""
_OPENING = "【〔﹝(（［["
_BRACKET = re.compile(r"(?:[（(]|^[【〔])([^）)】〕]{2,60})[）)】〕]")


@dataclass(frozen=True)
class _Patterns:
    lead: Pattern[str]
    """How a first paragraph opens that may say, in brackets, who filed it."""
    trailing: Pattern[str]
    """A photographer named behind a text's last sentence."""
    closing: Pattern[str]
    """Names that end a text, in brackets or behind a title."""


@lru_cache(maxsize=8)
def _patterns(rules: Rules) -> _Patterns:
    titles, agency = rules.parts["title"], rules.parts["agency"]
    return _Patterns(
        lead=re.compile(rf"\s*[【〔(（]?\s*[据據]?(?:{agency}|[讯訊]|[^，。]{{0,12}}(?:{titles}))"),
        trailing=re.compile(rf"[。！？”」]\s*[（(]?\s*(?:[\u3400-\u9fff]{{0,8}}(?:{titles})\s*)?(?P<names>[\u3400-\u9fff·、\s]{{2,14}}?)\s*(?:摄影|攝影|摄|攝)\s*[）)]?$"),
        closing=re.compile(rf"\s*[（(【]\s*(?:{rules.parts['locality']}\s+|[^）)】]{{0,8}}(?:{titles}|部[・\s]))?\s*(?P<names>[^）)】]{{2,24}})[）)】]$|[。！？”」]\s*(?:本报|本報)?(?:{titles})\s*(?P<signed>[\u3400-\u9fff、\s]{{2,24}})$"))


def credit(articles: Sequence[Article], rules: Rules) -> tuple[Article, ...]:
    """The articles with byline and dateline filled in from their text."""
    patterns = _patterns(rules)
    return tuple(replace(a, byline=_byline(a, patterns, rules), dateline=_dateline(a, rules)) for a in articles)


def _first_paragraph(article: Article) -> str:
    return next((b.text for b in article.blocks if b.role in ("paragraph", "caption", "crosshead")), "")[:LEAD]


def _dateline(article: Article, rules: Rules) -> Dateline:
    """Where and when the story was filed, as its first paragraph says, or a byline that has a place."""
    for text in (_first_paragraph(article), *(block.text for block in article.blocks if block.role == "byline")):
        for pattern in rules.filed:
            if found := pattern.match(text):
                group = found.groupdict()
                return Dateline(_clean(group.get("place")), _clean(group.get("date")))
    return Dateline()


def _byline(article: Article, p: _Patterns, rules: Rules) -> Byline:
    reporters: list[str] = []
    photographers: list[str] = []
    organisation: str | None = None
    for block in _of_the_story(article.blocks):
        text = caption_credit(block.text, rules) if block.role == "caption" else block.text if block.role in ("byline", "credit") else ""
        if text:
            found = people(text, rules, photo=block.role != "byline")
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


def _of_the_story(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the bylines below crossheads, where several parts have one each, or the story has its own."""
    parts = next((k for k, block in enumerate(blocks) if block.role == "crosshead"), len(blocks))
    own, of_parts = (sum(block.role == "byline" for block in half) for half in (blocks[:parts], blocks[parts:]))
    if not own and of_parts < 2:
        return list(blocks)
    return [block for k, block in enumerate(blocks) if k < parts or block.role != "byline"]


def _filed_by(lead: str, p: _Patterns, rules: Rules) -> tuple[list[str], str | None]:
    """Who filed the story, as its first paragraph says."""
    for pattern in rules.signed:
        found = pattern.match(lead)
        if found:
            return (names_of if found[0].lstrip()[0] in _OPENING else surnamed)(found["names"], rules), None
    if p.lead.match(lead):
        brackets = list(_BRACKET.finditer(lead, 0, 90))
        for bracket in brackets:
            if rules.reporters.search(bracket[1]):
                named = people(bracket[1], rules)
                return named.reporters, named.organisation
        if brackets and lead[:brackets[0].start()].endswith(tuple("电電讯訊 ")):
            return surnamed(brackets[0][1], rules), None
    return [], None


def _closed_by(last: str, p: _Patterns, rules: Rules) -> list[str]:
    """Who signs the story at its end, where nothing else stands there."""
    found = p.closing.search(last[-40:])
    return surnamed(found["names"] or found["signed"], rules) if found else []


def _clean(text: str | None) -> str | None:
    """Without the spaces of justification; words in Latin letters keep theirs."""
    bare = (text or "").strip(" .-")
    return (bare if bare[:1] < "\u2E80" and not bare[:1].isdigit() else "".join(bare.split())) or None
