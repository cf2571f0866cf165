"""Read the YAML rule files into one frozen :class:`Rules`.

The built-in files travel inside the package; a user's file lies over them key by key: lists are
added to, everything else is replaced. An error names the file and the line.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping, Pattern

from convert.errors import RuleError
from convert.folio import Elements
from convert.located import Value, parse
from convert.matcher import Matcher

FILES = ("characters", "punctuation", "furniture", "credit", "headline", "script")


@dataclass(frozen=True, eq=False)  # identity: a page asks for its tables thousands of times
class Rules:
    """All words and patterns, compiled. Build it with :func:`load`."""

    replace: Mapping[int, str | None]
    """Translation table: radicals, second code points and vertical forms to characters, ligatures to letters, removed characters to None."""
    regional: Mapping[str, Mapping[int, str]]
    """By language, radicals that its fonts draw as another character than :attr:`replace` says."""
    half_width_digits: bool
    sentence_ends: frozenset[str]
    cries: frozenset[str]
    clause_marks: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]
    pairs: Mapping[str, str]
    """Closer to its opener."""
    no_line_start: frozenset[str]
    dashes: frozenset[str]
    bullets: frozenset[str]
    compound_starts: frozenset[str]
    kicker_endings: tuple[str, ...]
    subhead_openings: tuple[str, ...]
    section_openings: tuple[str, ...]
    attendance_endings: tuple[str, ...]
    event_endings: tuple[str, ...]
    editors_signs: tuple[str, ...]
    """How a note by the editors ends."""
    reporting: Pattern[str]
    """A name and a verb of reporting before a clause mark, at a line's start."""
    paragraph_openings: tuple[str, ...]
    lead_times: Pattern[str]
    """A time as a story's first sentence tells it."""
    reporters: Pattern[str]
    """A title of those who report."""
    furniture: Matcher
    elements: Elements
    """What folios and imprints are made of."""
    jump: Matcher
    dashed: Matcher
    datelines: Matcher
    dispatch: frozenset[str]
    """Characters that datelines end with."""
    filed: tuple[Pattern[str], ...]
    """Datelines with the groups place and date."""
    signed: tuple[Pattern[str], ...]
    """Datelines with the group names."""
    bylines: Matcher
    credits: Matcher
    captions: Matcher
    remarks: Matcher
    """Whole lines that close a story and are no headline."""
    parts: Mapping[str, str]
    surnames: Mapping[str, int]
    """Those of one character, each with its rank: the most frequent first."""
    compound_surnames: tuple[str, ...]
    reporter_titles: tuple[str, ...]
    """Of those who report, and what else stands beside the names of those who wrote."""
    photographer_titles: tuple[str, ...]
    deeds: tuple[str, ...]
    """What a byline says that its people did."""
    nobody: tuple[str, ...]
    """Patterns of what stands where a name would and is none."""
    simplified: frozenset[str]
    traditional: frozenset[str]
    function_words: Mapping[str, frozenset[str]]
    frequent_words: frozenset[str]
    sentence_openers: frozenset[str]
    conversions: Mapping[str, str]
    digest: str
    """SHA-256 over the rule files' bytes: what the incremental state compares."""


_STRINGS, _TEXT, _MAP_TEXT, _MAP_STRINGS = "a list of strings", "a string", "a map of strings", "a map of lists"
_SHAPE: dict[str, dict[str, str]] = {
    "characters": {"regional": _MAP_TEXT, **dict.fromkeys(("radicals", "duplicates", "vertical", "ligatures", "spaces", "em_spaces", "remove", "digits"), _TEXT)},
    "punctuation": dict.fromkeys(
        ("sentence_ends", "cries", "clause_marks", "openers", "closers", "no_line_start", "dashes", "bullets", "compound_starts"), _TEXT),
    "furniture": {"elements": _MAP_STRINGS, **dict.fromkeys(
        ("certain", "open", "folio", "dashed", "date", "editor", "contact", "jump", "masthead"), _STRINGS)},
    "credit": {"parts": _MAP_TEXT, "surnames": _TEXT, "dispatch": _TEXT, **dict.fromkeys(
        ("compound_surnames", "reporter_titles", "offices", "authorship", "photographer_titles", "deeds", "nobody", "datelines", "filed", "signed", "bylines", "credits", "captions"), _STRINGS)},
    "headline": dict.fromkeys(
        ("kicker_endings", "subhead_openings", "section_openings", "attendance_endings", "event_endings", "editors_signs", "reporting_verbs", "paragraph_openings", "lead_times", "remarks"), _STRINGS),
    "script": {"simplified": _TEXT, "traditional": _TEXT, "function_words": _MAP_STRINGS, "frequent_words": _STRINGS, "sentence_openers": _STRINGS, "conversions": _MAP_TEXT},
}
_OWN = {("furniture", key) for key in ("elements", "certain", "open")} | {("credit", key) for key in ("filed", "signed", "nobody")}
"""Patterns that work together, and that no user's file may change."""
_FURNITURE = ("folio", "dashed", "date", "editor", "contact", "masthead")
_PATTERNS = {("furniture", key) for key in (*_FURNITURE, "jump")} | {
    ("credit", key) for key in ("datelines", "bylines", "credits", "captions")} | {("headline", "remarks")}


def rules_folder() -> Any:
    """The folder of built-in rule files: inside the wheel, or the repository's in an editable install."""
    packed = resources.files("convert") / "rules"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "rules"


def load(*overlays: str | Path) -> Rules:
    """The built-in rules with the users' files laid over them, in order.

    A user's file has the built-in files' names as its top-level keys, for example
    ``furniture: {masthead: ['The Fictional Post']}``.

    Raises :class:`RuleError` (file and line) for a file that is missing, no YAML, or not of this shape.
    """
    return _load(tuple(str(path) for path in overlays))


@lru_cache(maxsize=8)
def _load(overlays: tuple[str, ...]) -> Rules:
    digest = hashlib.sha256()
    merged: dict[str, dict[str, Any]] = {}
    folder = rules_folder()
    for name in FILES:
        data = (folder / f"{name}.yaml").read_bytes()
        digest.update(data)
        merged[name] = _checked(f"rules/{name}.yaml", parse(f"rules/{name}.yaml", data, RuleError), _SHAPE[name])
    extra: dict[tuple[str, str], list[str]] = {}
    for path in overlays:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise RuleError(f"{path}: cannot read the rules ({error.strerror}); check --rules") from None
        digest.update(b"\0overlay\0" + data)
        _lay_over(path, parse(path, data, RuleError), merged, extra)
    return _compile(merged, extra, digest.hexdigest())


def _checked(name: str, found: dict[str, Value], shape: dict[str, str], partial: bool = False) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in found.items():
        if key not in shape:
            raise RuleError(f"{name}:{value.line}: unknown rule {key!r}{_nearest(key, shape)}")
        out[key] = _typed(name, key, value, shape[key])
    missing = set(shape) - set(out)
    if missing and not partial:
        raise RuleError(f"{name}:1: the rule {sorted(missing)[0]!r} is missing")
    return out


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = sorted(known)
    close = get_close_matches(word, known, 1, 0.5)
    return f"; did you mean {close[0]!r}?" if close else f" (known: {', '.join(known)})"


def _typed(name: str, key: str, value: Value, kind: str) -> Any:
    plain = value.value
    wrong = RuleError(f"{name}:{value.line}: {key} must be {kind}")
    if kind == _TEXT:
        if not isinstance(plain, str):
            raise wrong
        return plain
    if kind == _STRINGS:
        if not isinstance(plain, list) or not all(isinstance(item, str) and item for item in plain):
            raise wrong
        return [(item, line) for item, line in zip(plain, value.lines)]
    if not isinstance(plain, dict):
        raise wrong
    inner = _TEXT if kind == _MAP_TEXT else _STRINGS
    return {k: _typed(name, f"{key}.{k}", v, inner) for k, v in plain.items()}


def _lay_over(path: str, found: dict[str, Value], merged: dict[str, dict[str, Any]],
              extra: dict[tuple[str, str], list[str]]) -> None:
    for group, value in found.items():
        if group not in _SHAPE:
            raise RuleError(f"{path}:{value.line}: unknown group {group!r}{_nearest(group, _SHAPE)}")
        if not isinstance(value.value, dict):
            raise RuleError(f"{path}:{value.line}: {group} must be a map of rules")
        for key, new in _checked(path, value.value, _SHAPE[group], partial=True).items():
            if (group, key) in _OWN:
                raise RuleError(f"{path}:{value.value[key].line}: {key} is built in and cannot be laid over; lines of your paper go under {'masthead' if group == 'furniture' else 'datelines or bylines'}")
            if (group, key) in _PATTERNS:
                for pattern, line in new:
                    _try_pattern(path, line, key, pattern, _parts(merged["credit"]))
                    extra.setdefault((group, key), []).append(pattern)
            elif isinstance(new, list):
                merged[group][key] = [*merged[group][key], *new]
            elif isinstance(new, dict):
                merged[group][key] = {**merged[group][key], **new}
            else:
                merged[group][key] = new


def _try_pattern(path: str, line: int, key: str, pattern: str, parts: Mapping[str, str]) -> None:
    import regex

    try:
        regex.compile(_filled(pattern, parts))
    except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
        raise RuleError(f"{path}:{line}: {key}: not a regular expression: {error}") from None


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for key, part in parts.items():
        pattern = pattern.replace("{%s}" % key, f"(?:{part})")
    return pattern


def _parts(credit: Mapping[str, Any]) -> dict[str, str]:
    """The parts that patterns name; {title}, {office} and {surname} are made of those lists."""
    titles, offices = ("|".join(sorted((re.escape(word) for word, _ in credit[key]), key=len, reverse=True)) for key in ("reporter_titles", "offices"))
    return {**credit["parts"], "title": f"{credit['parts']['rank']}(?:{titles})", "office": offices, "surname": f"[{re.escape(credit['surnames'])}]"}


def _compile(merged: dict[str, dict[str, Any]], extra: dict[tuple[str, str], list[str]], digest: str) -> Rules:
    marks, credit = merged["punctuation"], merged["credit"]
    parts = _parts(credit)

    def matcher(group: str, key: str) -> Matcher:
        builtin = [_filled(p, parts) for p, _ in merged[group][key]]
        try:
            return Matcher(key, builtin, [_filled(p, parts) for p in extra.get((group, key), ())])
        except re.error as error:
            raise RuleError(f"rules/{group}.yaml:1: {key}: not a regular expression: {error}") from None

    def patterns(key: str) -> tuple[Pattern[str], ...]:
        try:
            return tuple(re.compile(rf"\s*{_filled(p, parts)}") for p, _ in credit[key])
        except re.error as error:
            raise RuleError(f"rules/credit.yaml:1: {key}: not a regular expression: {error}") from None

    def words(group: str, key: str) -> tuple[str, ...]:
        return tuple(word for word, _ in merged[group][key])

    if len(marks["openers"]) != len(marks["closers"]):
        raise RuleError("rules/punctuation.yaml:1: openers and closers must pair up, one for one")
    if merged["characters"]["digits"] not in ("half", "keep"):
        raise RuleError("rules/characters.yaml:1: digits must be half or keep")
    furniture = Matcher("furniture", [p for key in _FURNITURE for p, _ in merged["furniture"][key]],
                        [p for key in _FURNITURE for p in extra.get(("furniture", key), ())])
    return Rules(
        replace=_replacements(merged["characters"]),
        regional={language: dict(_pairs(pairs, language)) for language, pairs in merged["characters"]["regional"].items()},
        half_width_digits=merged["characters"]["digits"] == "half",
        **{key: frozenset(marks[key].split() if " " in marks[key] else marks[key]) for key in marks},
        pairs=dict(zip(marks["closers"], marks["openers"])),
        kicker_endings=words("headline", "kicker_endings"),
        subhead_openings=words("headline", "subhead_openings"),
        section_openings=words("headline", "section_openings"),
        attendance_endings=words("headline", "attendance_endings"),
        event_endings=words("headline", "event_endings"),
        editors_signs=words("headline", "editors_signs"),
        reporting=re.compile(rf"[^。，、；：！？,]{{2,14}}?(?:{'|'.join(map(re.escape, words('headline', 'reporting_verbs')))})[，,：:]"),
        paragraph_openings=words("headline", "paragraph_openings"),
        lead_times=re.compile("|".join([r"(?<![0-9.])[0-9]{1,2}\s*[日号號](?!电)", *map(re.escape, words("headline", "lead_times"))])),
        reporters=re.compile("|".join(re.escape(word) for word in (*words("credit", "reporter_titles"), *words("credit", "authorship")) if len(word) > 1)),
        furniture=furniture, elements=_elements(merged["furniture"]), jump=matcher("furniture", "jump"), dashed=matcher("furniture", "dashed"),
        datelines=matcher("credit", "datelines"), dispatch=frozenset(credit["dispatch"]), filed=patterns("filed"), signed=patterns("signed"), bylines=matcher("credit", "bylines"),
        remarks=matcher("headline", "remarks"), credits=matcher("credit", "credits"), captions=matcher("credit", "captions"), parts=parts,
        surnames={char: rank for rank, char in reversed([*enumerate(credit["surnames"])])},
        compound_surnames=words("credit", "compound_surnames"),
        reporter_titles=(*words("credit", "reporter_titles"), *words("credit", "authorship")),
        photographer_titles=words("credit", "photographer_titles"),
        deeds=words("credit", "deeds"), nobody=words("credit", "nobody"),
        simplified=frozenset(merged["script"]["simplified"]), traditional=frozenset(merged["script"]["traditional"]),
        function_words={k: frozenset(w for w, _ in v) for k, v in merged["script"]["function_words"].items()},
        frequent_words=frozenset(words("script", "frequent_words")),
        sentence_openers=frozenset(words("script", "sentence_openers")),
        conversions=merged["script"]["conversions"], digest=digest)


def _elements(furniture: Mapping[str, Any]) -> Elements:
    patterns = {kind: [p for p, _ in found] for kind, found in furniture["elements"].items()}
    companies = {key: [company for company, _ in furniture[key]] for key in ("certain", "open")}
    for key, found in companies.items():
        for unknown in {kind for company in found for kind in company.split()} - set(patterns):
            raise RuleError(f"rules/furniture.yaml:1: {key}: {unknown!r} is no kind of elements")
    try:
        return Elements(patterns, companies["certain"], companies["open"])
    except re.error as error:
        raise RuleError(f"rules/furniture.yaml:1: elements: not a regular expression: {error}") from None


def _replacements(characters: Mapping[str, Any]) -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(c): None for c in characters["remove"]}
    table.update({**{ord(c): " " for c in characters["spaces"]}, **{ord(c): "\u3000" for c in characters["em_spaces"]}})
    table.update({c: None for c in (*range(0x20), *range(0x7F, 0xA0)) if c != 9})
    for key in ("radicals", "duplicates", "vertical"):
        table.update(_pairs(characters[key], key))
    for entry in characters["ligatures"].split():
        if len(entry) < 2:
            raise RuleError(f"rules/characters.yaml:1: ligatures: {entry!r} has no letters; write the ligature and its letters together")
        table[ord(entry[0])] = entry[1:]
    return table


def _pairs(text: str, key: str) -> Iterator[tuple[int, str]]:
    for pair in text.split():
        if len(pair) != 2:
            raise RuleError(f"rules/characters.yaml:1: {key}: {pair!r} is not a pair of characters")
        yield ord(pair[0]), pair[1]
