"""Convert between script variants of Chinese with OpenCC (simplified, traditional, Taiwan, Hong Kong).

May change: any character of any text of the document, metadata too; source lines stay as they are.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Callable

from convert.errors import UsageError
from convert.model import Article, Document
from convert.rules import Rules


def script(document: Document, conversion: str, rules: Rules) -> Document:
    """The document with every text converted; ``conversion`` is an OpenCC configuration such as ``s2twp``.

    Raises :class:`UsageError` for a conversion that ``rules/script.yaml`` does not list.
    """
    check(conversion, rules)
    convert = _converter(conversion)
    return replace(document, language=rules.conversions[conversion],
                   articles=tuple(_article(a, convert) for a in document.articles),
                   furniture=tuple(replace(p, text=convert(p.text)) for p in document.furniture))


def check(conversion: str, rules: Rules) -> None:
    """Raise :class:`UsageError` unless ``conversion`` is known."""
    if conversion not in rules.conversions:
        raise UsageError(f"unknown script conversion {conversion!r}; known: {', '.join(sorted(rules.conversions))}")


@lru_cache(maxsize=4)
def _converter(conversion: str) -> Callable[[str], str]:
    from opencc import OpenCC  # opencc-python-reimplemented; 37 ms with a dictionary

    convert: Callable[[str], str] = OpenCC(conversion).convert
    return convert


def _article(article: Article, convert: Callable[[str], str]) -> Article:
    byline, dateline = article.byline, article.dateline
    return replace(
        article, kicker=article.kicker and _part(article.kicker, convert),
        headline=tuple(_part(p, convert) for p in article.headline),
        subheads=tuple(_part(p, convert) for p in article.subheads),
        blocks=tuple(_part(b, convert) for b in article.blocks),
        byline=replace(byline, reporters=tuple(map(convert, byline.reporters)),
                       photographers=tuple(map(convert, byline.photographers)),
                       organisation=byline.organisation and convert(byline.organisation)),
        dateline=replace(dateline, place=dateline.place and convert(dateline.place), date=dateline.date and convert(dateline.date)))


def _part(part: Any, convert: Callable[[str], str]) -> Any:
    return replace(part, text=convert(part.text))
