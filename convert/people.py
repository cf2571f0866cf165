"""Read who a line names: reporters and photographers, by the titles that stand before or behind the names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator, NamedTuple, Pattern, Sequence

from convert.latin_names import latin_people
from convert.rules import Rules

_EDGES = " \t\u3000（）()【】〔〕[]［］■□●◆◇◎○▲△▽▼★☆|｜=＝"
_SEPARATORS = " \t\u3000:：/／╱丨|｜=＝・、，,"
_AGE = re.compile("(?<=[\u3040-\u9fff])[ \u3000]?[（(]?[0-9]{1,2}歳?$")
GIVEN = 3
"""Characters of a given name at most, behind a surname of two and more."""
RARE = 400
"""Ranks of two surnames, together, from which four characters are rather one Japanese name (伊勢谷薫) than two of two."""
_NOTE = re.compile("[（(]([^（）()]*)[）)]$")


class People(NamedTuple):
    """Whom a line names."""

    reporters: list[str]
    photographers: list[str]
    organisation: str | None


class _Titles(NamedTuple):
    found: Pattern[str]
    photo: frozenset[str]
    deed: Pattern[str]
    placed: Pattern[str]
    """A place of two characters, and what the people did there, at the end."""
    whence: Pattern[str]
    """Where a lone author lives, or what he is, before his name."""
    editors: Pattern[str]
    """Who edited what the others wrote, at the end."""
    nobody: Pattern[str]


@lru_cache(maxsize=8)
def _titles(rules: Rules) -> _Titles:
    words = sorted({*rules.reporter_titles, *rules.photographer_titles}, key=len, reverse=True)
    alone = "|".join(word if len(word) > 1 else rf"(?<![\u3400-\u9fff]){word}(?![\u3400-\u9fff])" for word in words)
    parts = rules.parts
    behind = "|".join(word for word in words if word in rules.photographer_titles)
    return _Titles(re.compile(f"(?:{alone}|(?:{behind})$)"), frozenset(rules.photographer_titles),
                   re.compile(rf"\s*(?:[/／╱]\s*[\u3400-\u9fff]{{2,6}}?)?\s*(?:{'|'.join(map(re.escape, rules.deeds))})$|\s+{parts['from']}$"),
                   re.compile(rf"(?<=\S)\s+([\u3400-\u9fff]{{2}})(?:{'|'.join(map(re.escape, rules.deeds))})$"),
                   re.compile(rf"\s*(?:{parts['locality']}\s+|{parts['province']}[\u3400-\u9fff]{{2,4}}\s+|[\u3400-\u9fff、]*(?:{parts['office']})\s*)(?=[\u3400-\u9fff](?:{parts['given']})$)"),
                   re.compile(rf"(?<=[\u3400-\u9fff])\s*(?:{parts['bullet']}\s*{parts['editing']}[\s:：/／丨|｜]*|{parts['editing']}[\s:：/／丨|｜]+)[\u3400-\u9fff\s、]+$"), re.compile("|".join(rules.nobody)))


def people(text: str, rules: Rules, photo: bool = False) -> People:
    """Whom a byline names or, where ``photo``, the credit of a picture: names without a title are the photographer's there."""
    latin = latin_people(text, _titles(rules).nobody)
    if latin is not None:
        return People([] if photo else latin, latin if photo else [], None)
    out: tuple[list[str], list[str]] = ([], [])
    organisation = None
    photo_titles = _titles(rules).photo
    for stretch, before, behind, last in _stretches(text, rules):
        if behind and not (last and behind in photo_titles):
            stretch, whose = _parted(stretch, bool(before))
            organisation = organisation or whose
        title = behind if last and (behind in photo_titles or not before) else before
        target = out[title in photo_titles if title else photo]
        names = [name for found in names_of(stretch.strip(_SEPARATORS), rules) for name in _whose(found, rules)]
        target += [name for name in names if name not in target]
    return People(*out, organisation)


def caption_credit(text: str, rules: Rules) -> str:
    """The picture's credit that stands behind a caption's last sentence, or that all of the text is; nothing where there is none."""
    credit = text[text.rfind("。", 0, -1) + 1:].strip()
    return credit if rules.credits.whole(credit) else ""


def _whose(name: str, rules: Rules) -> list[str]:
    """The name without the desk or the house that a dot joins to it (運動部・山田太郎), or nobody."""
    parts = name.split("・")
    found = [part for part in parts if not _titles(rules).nobody.fullmatch(part)]
    return found if len(found) < len(parts) else [name]


def _stretches(text: str, rules: Rules) -> Iterator[tuple[str, str, str, bool]]:
    """What stands between a line's titles, the titles before and behind it, and whether it is the last that holds anything."""
    titles, note = _titles(rules), _NOTE.search(text)
    if note and note.start():  # 新华社发（某某 摄）; 某某 摄（某某社）; 文/某某（某某社编译）
        text = note[1] if titles.found.search(note[1]) and not note[1].endswith(rules.reporter_titles) else text[:note.start()]
    text = titles.whence.sub("", titles.deed.sub("", _placed(titles.editors.sub("", _AGE.sub("", text.strip(_EDGES))), rules)), count=1)
    found = list(titles.found.finditer(text))
    between = [text[a:b] for a, b in zip([0, *(t.end() for t in found)], [*(t.start() for t in found), len(text)])]
    for k, stretch in enumerate(between):
        yield stretch, _before(k, found, between), found[k][0] if k < len(found) else "", not any(rest.strip(_SEPARATORS) for rest in between[k + 1:])


def _placed(text: str, rules: Rules) -> str:
    """A byline without the place that its last word names before what its people did: 记者 某某 青石报道."""
    place = _titles(rules).placed.search(text)
    return text[:place.start()] if place and place[1][0] not in rules.surnames else text


def _before(k: int, found: Sequence[re.Match[str]], stretches: Sequence[str]) -> str:
    """The title before stretch k: of several with nothing between (文/图) the first."""
    while k > 1 and not stretches[k - 1].strip(_SEPARATORS):
        k -= 1
    return found[k - 1][0] if k else ""


def _parted(stretch: str, named: bool) -> tuple[str, str | None]:
    """A stretch before a title without what stands against the title and says whose it is, and that; after ``named`` names a lone one is a name."""
    tokens = re.split(r"[\s/／╱]+", stretch.strip())
    if not tokens[0] or stretch[-1] in _SEPARATORS or named and len(tokens) == 1:
        return stretch, None
    whose = tokens[-1].strip(_SEPARATORS)
    return " ".join(tokens[:-1]), whose if len(whose) > 2 and not whose.startswith(("本报", "本報")) else None


def names_of(text: str, rules: Rules) -> list[str]:
    """Names in a list; a name of two characters is padded with a space to align with longer ones (李 娟)."""
    for title in sorted((*rules.reporter_titles, *rules.photographer_titles), key=len, reverse=True):
        if len(title) > 1:
            text = text.replace(title, "、")
    names: list[str] = []
    for group in re.split(r"[、，,;；/／╱:：｜]", text):
        tokens = re.split(r"[\s\u3000]+", group.strip())
        if all(token and token[0] < "\u2E80" for token in tokens):
            tokens = [" ".join(tokens)]
        names += [name for token in _unpadded(tokens, rules) for name in _unglued(token, rules)]
    return [name for name in names if 2 <= len(name) <= 40]


def surnamed(text: str, rules: Rules) -> list[str]:
    """The names in the text where it holds nothing else, each with a known surname, or none."""
    names = names_of(text, rules)
    known = all(2 <= len(name) <= 5 and (name[0] in rules.surnames and len(name) <= 3 or name.startswith(rules.compound_surnames)) for name in names)
    return names if known and "".join(names) == re.sub(r"[\s、，]", "", text) else []


def _unglued(text: str, rules: Rules) -> list[str]:
    """Names that extraction ran together, taken apart where each part begins with a surname, into as few as may be and of the most frequent surnames; else the text as one."""
    if len(text) < 4 or text[0] < "\u3400" or "·" in text or text.startswith(rules.compound_surnames) and len(text) == 4:
        return [text]
    best: dict[int, tuple[int, int, list[str]]] = {0: (0, 0, [])}
    for end in range(2, len(text) + 1):
        for size in (2, 3, 4):
            name = text[end - size:end] if end >= size else ""
            surname = name.startswith(rules.compound_surnames) if size == 4 else name[:1] in rules.surnames
            if name and surname and end - size in best:
                count, ranks, names = best[end - size]
                found = count + 1, ranks + rules.surnames.get(name[0], len(rules.surnames)), [*names, name]
                best[end] = min(found, best.get(end, found))
    count, ranks, names = best.get(len(text), (1, 0, [text]))
    return [text] if count == 2 and len(text) == 4 and ranks > RARE else names


def _unpadded(tokens: Sequence[str], rules: Rules) -> list[str]:
    """The names whose halves a space parts: 李 娟, 佐藤 花子."""
    out: list[str] = []
    open_name = False
    for token in tokens:
        if open_name and (len(token) == 1 or len(out[-1]) > 1 and len(token) <= GIVEN and not token.startswith(rules.compound_surnames)):
            out[-1] += token
            open_name = False
        else:
            out.append(token)
            open_name = len(token) == 1 or token in rules.compound_surnames
    return out
