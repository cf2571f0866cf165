"""Read who a line in Latin letters names: an author behind By, Von or Par, a photographer behind Photo by or before a slash."""

from __future__ import annotations

import re
from typing import Pattern

from convert.joining import is_wide

_OPENING = re.compile(r"(?:(?:[Dd]al?|DAL?|[Vv]on|VON|[Vv]an|[Dd][eao]|[Pp]ar)\s+(?:nostr[oaie]|notre|nos|unser\w{0,2}|onze|noss[oa]s?|nuestr[oa]s?)\s+\w+(?:\s+(?:spécial\w*|especial\w*|special\w*))?,?"
                      r"|(?:Texto|Texte|Testo)\s+(?:de|di|par)\b|(?:(?:[Ss]taff\s+)?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Pp]ictures?|[Ii]mages?|[Ii]llustrations?|[Gg]raphics?|Fotos?)|Written|Story|Words|Text|Reporting|Propos recueillis)"
                      r"\s*(?:[Bb]y\b|BY\b|par\b|courtesy of|[:/])?|[Bb]y\b|BY\b|From\b|[Vv]on\b|VON\b|[Pp]ar\b|PAR\b|[Pp]or\b|POR\b|[Dd]i\b|DI\b|Door\b|DOOR\b)\s*")
_OFFICE = re.compile(r"[,\s]*(?:\b[A-Z][\w’']*\s+)?\b(?:Staff|STAFF|Contributing|Senior|Chief|Special)\s+(?:[Ww]riter|WRITER|[Cc]orrespondent|[Rr]eporter|REPORTER|[Cc]olumnist)s?$")
_WHERE = re.compile(r"\s+in\s+[A-Z].*$|\s+\S+@\S+$|\s*\([^)]*\)$")
_PARTS, _AND = re.compile(r"\s*[|/]\s*"), re.compile(r",\s*|\s+(?:and|AND|&|und|et|y|e|en)\s+")
_PARTICLES = frozenset(("de", "del", "della", "di", "da", "van", "von", "der", "den", "la", "le", "al", "bin"))


def latin_people(text: str, nobody: Pattern[str]) -> list[str] | None:
    """The names in a line of Latin letters, in order; None where it has others. ``nobody`` matches what stands where a name would and is none."""
    line = text.strip("（）() ")
    if not line[:1].isascii() or any(map(is_wide, line)):
        return None
    for part in _PARTS.split(line):
        names = [name.strip(" .") for name in _AND.split(_plain(part))]
        found = [name for name in names if _is_name(name) and not nobody.fullmatch(name)]
        if found:
            return found
    return []


def _plain(part: str) -> str:
    """A part of the line without what leads into its names, and without their place and office behind them."""
    opening = _OPENING.match(part)
    return _OFFICE.sub("", _WHERE.sub("", part[opening.end() if opening else 0:]))


def _is_name(text: str) -> bool:
    """Whether the text is of two words and more that are written as names are."""
    words = text.split()
    return len(words) > 1 and all(word[0].isupper() or word in _PARTICLES for word in words)
