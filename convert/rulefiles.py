"""Read the rule files: what they may hold, and a user's laid over the built-in ones.

The built-in files travel inside the package; a user's file lies over them key by key: lists are added to,
everything else is replaced. An error names the file and the line. ``docs/rules.md`` describes the files.
"""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path
from typing import Any, Iterable, Mapping, NamedTuple

from convert.errors import RuleError
from convert.located import Value, parse

FILES = ("characters", "punctuation", "furniture", "credit", "headline", "script")

_STRINGS, _TEXT, _MAP_TEXT, _MAP_STRINGS = "a list of strings", "a string", "a map of strings", "a map of lists"
_SHAPE: dict[str, dict[str, str]] = {
    "characters": {"regional": _MAP_TEXT, **dict.fromkeys(("radicals", "duplicates", "vertical", "ligatures", "spaces", "em_spaces", "remove", "digits"), _TEXT)},
    "punctuation": dict.fromkeys(
        ("sentence_ends", "cries", "clause_marks", "openers", "closers", "no_line_start", "dashes", "bullets", "compound_starts", "compound_words"), _TEXT),
    "furniture": {"elements": _MAP_STRINGS, **dict.fromkeys(
        ("certain", "open", "folio", "dashed", "date", "editors", "editor", "contact", "jump", "masthead"), _STRINGS)},
    "credit": {"parts": _MAP_TEXT, "surnames": _TEXT, "dispatch": _TEXT, **dict.fromkeys(
        ("compound_surnames", "reporter_titles", "offices", "authorship", "photographer_titles", "deeds", "nobody", "datelines", "filed", "signed", "sections", "bylines", "officials", "credits", "captions", "dateline_openings", "dateline_titles"), _STRINGS)},
    "headline": {"clause_links": _TEXT, "reporter_links": _TEXT, **dict.fromkeys(
        ("kicker_endings", "subhead_openings", "subtitles", "section_openings", "connectives", "japanese_connectives", "attendance_endings", "attendance_verbs", "company_words", "company_verbs", "event_endings", "plan_openings", "editors_signs", "speakers", "reporting_verbs", "paragraph_openings", "clause_openings", "lead_reporters", "offices_of_notices", "lead_times", "authors_notes", "remarks", "salutations", "section_labels", "columns"), _STRINGS)},
    "script": {"simplified": _TEXT, "traditional": _TEXT, "function_words": _MAP_STRINGS, "frequent_words": _STRINGS, "sentence_openers": _STRINGS, "short_words": _STRINGS, "one_word": _STRINGS, "abbreviations": _STRINGS, "weekdays": _STRINGS, "conversions": _MAP_TEXT},
}
_OWN = {("furniture", key) for key in ("elements", "certain", "open")} | {("credit", key) for key in ("filed", "signed", "nobody")}
"""Patterns that work together, and that no user's file may change."""
FURNITURE = ("folio", "dashed", "date", "editors", "editor", "contact", "masthead")
_PATTERNS = {("furniture", key) for key in (*FURNITURE, "jump")} | {
    ("credit", key) for key in ("datelines", "sections", "bylines", "officials", "credits", "captions")} | {("headline", "remarks"), ("headline", "salutations"), ("headline", "section_labels"), ("headline", "columns"), ("headline", "subtitles"), ("headline", "authors_notes")}


def rules_folder() -> Any:
    """The folder of built-in rule files: inside the wheel, or the repository's in an editable install."""
    packed = resources.files("convert") / "rules"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "rules"


class Read(NamedTuple):
    """What rule files say, by file and key."""

    merged: dict[str, dict[str, Any]]
    """Strings of lists with the line that each stands on."""
    extra: dict[tuple[str, str], list[str]]
    """A user's patterns, which run under a time limit."""
    digest: str
    """SHA-256 over the files' bytes."""


def read(overlays: tuple[str, ...]) -> Read:
    """The built-in files with the users' laid over them, in order.

    Raises :class:`RuleError` (file and line) for a file that is missing, no YAML, or not of their shape.
    """
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
    return Read(merged, extra, digest.hexdigest())


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
        return [(item, line) for item, line in zip(plain, value.lines or [value.line] * len(plain))]
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
                    _try_pattern(path, line, key, pattern, parts_of(merged["credit"]))
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
        regex.compile(filled(pattern, parts))
    except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
        raise RuleError(f"{path}:{line}: {key}: not a regular expression: {error}") from None


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    for key, part in parts.items():
        pattern = pattern.replace("{%s}" % key, f"(?:{part})")
    return pattern


def parts_of(credit: Mapping[str, Any]) -> dict[str, str]:
    """The parts that patterns name; {title}, {office} and {surname} are made of those lists."""
    titles, offices = ("|".join(sorted((re.escape(word) for word, _ in credit[key]), key=len, reverse=True)) for key in ("reporter_titles", "offices"))
    return {**credit["parts"], "title": f"{credit['parts']['rank']}(?:{titles})", "office": offices, "surname": f"[{re.escape(credit['surnames'])}]"}
