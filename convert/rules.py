"""Compile what the rule files say (``rulefiles.py`` reads them) into one frozen :class:`Rules`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Iterator, Mapping, Pattern, Sequence

from convert.errors import RuleError
from convert.folio import Elements
from convert.matcher import Matcher
from convert.rulefiles import FURNITURE, Read, filled, parts_of, read


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
    compound_words: frozenset[str]
    kicker_endings: tuple[str, ...]
    subhead_openings: tuple[str, ...]
    section_openings: tuple[str, ...]
    connectives: tuple[str, ...]
    japanese_connectives: tuple[str, ...]
    attendance_endings: tuple[str, ...]
    attendance: Pattern[str]
    """A name and what its bearer did where something took place, at a line's start."""
    company: Pattern[str]
    """A sentence that says by name who else took part: a paragraph of its own."""
    event_endings: tuple[str, ...]
    plan_openings: tuple[str, ...]
    editors_signs: tuple[str, ...]
    """How a note by the editors ends."""
    speakers: Pattern[str]
    """Who speaks in an interview, and a colon."""
    reporting: Pattern[str]
    """A name and a verb of reporting before a clause mark, at a line's start."""
    says: Pattern[str]
    """A verb of reporting and a clause mark at a line's start: who reports stands before it."""
    attributions: Pattern[str]
    """A name and a verb of reporting before a sentence's end, at a line's start: they close the quotation above."""
    paragraph_openings: tuple[str, ...]
    clause_openings: Pattern[str]
    """What opens a clause, with its comma, or says whose report is told, at a line's start."""
    clause_links: frozenset[str]
    """Characters behind which what opens a clause may stand without a mark."""
    offices_of_notices: tuple[str, ...]
    """How the name of who gives notice ends."""
    lead_reporters: Pattern[str]
    """How a story's first sentence says that a reporter was told, or saw, what it tells, at a line's start."""
    reporter_links: frozenset[str]
    """Characters behind which it may stand without a mark."""
    lead_times: Pattern[str]
    """A time as a story's first sentence tells it."""
    reporters: Pattern[str]
    """A title of those who report."""
    furniture: Matcher
    elements: Elements
    """What folios and imprints are made of."""
    editors: Matcher
    """Whole lines that name a page's editors and nobody else."""
    jump: Matcher
    dashed: Matcher
    datelines: Matcher
    dispatch: frozenset[str]
    """Characters that datelines end with."""
    dateline_openings: Pattern[str]
    """What a paper calls itself, or an agency, behind one or two characters (the group ``before``) at a line's start."""
    dateline_titles: tuple[str, ...]
    """What a title begins with that stands behind a dateline."""
    filed: tuple[Pattern[str], ...]
    """Datelines with the groups place and date."""
    signed: tuple[Pattern[str], ...]
    """Datelines with the group names."""
    sections: Matcher
    """Lines that read as a byline, and name a part of a story."""
    bylines: Matcher
    officials: Matcher
    credits: Matcher
    captions: Matcher
    subtitles: Matcher
    """How a row begins that goes on with a headline behind its dash."""
    authors_notes: Matcher
    """How a remark in brackets begins that says who wrote the text above."""
    remarks: Matcher
    """Whole lines that close a story and are no headline."""
    section_labels: Matcher
    """Whole lines that name a part of a story set beside its text."""
    columns: Matcher
    """Whole lines that are the name of a paper's column, or of a kind of text."""
    salutations: Matcher
    """Whole lines that address somebody, as a letter begins."""
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
    short_words: frozenset[str]
    one_word: frozenset[str]
    abbreviations: frozenset[str]
    weekdays: tuple[str, ...]
    conversions: Mapping[str, str]
    digest: str
    """SHA-256 over the rule files' bytes: what the incremental state compares."""


def load(*overlays: str | Path) -> Rules:
    """The built-in rules with the users' files laid over them, in order.

    A user's file has the built-in files' names as its top-level keys, for example
    ``furniture: {masthead: ['The Fictional Post']}``.

    Raises :class:`RuleError` (file and line) for a file that is missing, no YAML, or not of this shape.
    """
    return _load(tuple(str(path) for path in overlays))


@lru_cache(maxsize=8)
def _load(overlays: tuple[str, ...]) -> Rules:
    return _compiled(read(overlays))


def _compiled(found: Read) -> Rules:
    merged, extra = found.merged, found.extra
    marks, credit = merged["punctuation"], merged["credit"]
    parts = parts_of(credit)

    def matcher(group: str, key: str) -> Matcher:
        builtin = [filled(p, parts) for p, _ in merged[group][key]]
        try:
            return Matcher(key, builtin, [filled(p, parts) for p in extra.get((group, key), ())])
        except re.error as error:
            raise RuleError(f"rules/{group}.yaml:1: {key}: not a regular expression: {error}") from None

    def patterns(key: str) -> tuple[Pattern[str], ...]:
        try:
            return tuple(re.compile(rf"\s*{filled(p, parts)}") for p, _ in credit[key])
        except re.error as error:
            raise RuleError(f"rules/credit.yaml:1: {key}: not a regular expression: {error}") from None

    def words(group: str, key: str) -> tuple[str, ...]:
        return tuple(word for word, _ in merged[group][key])

    def any_of(key: str, group: str = "headline") -> str:
        return _any_of(words(group, key))

    name = rf"(?:{any_of('compound_surnames', 'credit')}|[{credit['surnames']}])[\u3400-\u9FFF]{{1,2}}"

    if len(marks["openers"]) != len(marks["closers"]):
        raise RuleError("rules/punctuation.yaml:1: openers and closers must pair up, one for one")
    if merged["characters"]["digits"] not in ("half", "keep"):
        raise RuleError("rules/characters.yaml:1: digits must be half or keep")
    furniture = Matcher("furniture", [filled(p, parts) for key in FURNITURE for p, _ in merged["furniture"][key]],
                        [p for key in FURNITURE for p in extra.get(("furniture", key), ())])
    return Rules(
        replace=_replacements(merged["characters"]),
        regional={language: dict(_pairs(pairs, language)) for language, pairs in merged["characters"]["regional"].items()},
        half_width_digits=merged["characters"]["digits"] == "half",
        **{key: frozenset(marks[key].split() if " " in marks[key] else marks[key]) for key in marks},
        pairs=dict(zip(marks["closers"], marks["openers"])),
        kicker_endings=words("headline", "kicker_endings"),
        subhead_openings=words("headline", "subhead_openings"),
        section_openings=words("headline", "section_openings"),
        connectives=words("headline", "connectives"),
        japanese_connectives=words("headline", "japanese_connectives"),
        attendance_endings=words("headline", "attendance_endings"),
        attendance=re.compile(f"{name}{any_of('attendance_verbs')}"),
        company=re.compile(f"{name}(?:[、和]{name})*{any_of('company_words')}*{any_of('company_verbs')}[^。，；：？！]*。"),
        event_endings=words("headline", "event_endings"), plan_openings=words("headline", "plan_openings"),
        editors_signs=words("headline", "editors_signs"),
        speakers=re.compile(rf"{any_of('speakers')}\s*[:：]"),
        reporting=re.compile(rf"[^。，、；：！？,]{{2,14}}?{any_of('reporting_verbs')}[，,：:]"),
        says=re.compile(rf"{any_of('reporting_verbs')}[，,：:]"),
        attributions=re.compile(rf"[^。，、；：！？,]{{2,14}}?{any_of('reporting_verbs')}。"),
        paragraph_openings=words("headline", "paragraph_openings"),
        clause_openings=re.compile(rf"{any_of('clause_openings')}，|[据據][^，。：]{{2,14}}?(?:[报報][道導导]|消息|[统統][计計])[，：]"), clause_links=frozenset(merged["headline"]["clause_links"]),
        offices_of_notices=words("headline", "offices_of_notices"), lead_reporters=re.compile("|".join(words("headline", "lead_reporters"))), reporter_links=frozenset(merged["headline"]["reporter_links"]),
        lead_times=re.compile("|".join([r"(?<![0-9.])[0-9]{1,2}\s*[日号號](?!电)", *map(re.escape, words("headline", "lead_times"))])),
        reporters=re.compile("|".join(re.escape(word) for word in (*words("credit", "reporter_titles"), *words("credit", "authorship")) if len(word) > 1)),
        furniture=furniture, elements=_elements(merged["furniture"]), editors=matcher("furniture", "editors"), jump=matcher("furniture", "jump"), dashed=matcher("furniture", "dashed"),
        datelines=matcher("credit", "datelines"), dispatch=frozenset(credit["dispatch"]),
        dateline_openings=_behind_others(words("credit", "dateline_openings")),
        dateline_titles=words("credit", "dateline_titles"), filed=patterns("filed"), signed=patterns("signed"), sections=matcher("credit", "sections"), bylines=matcher("credit", "bylines"), officials=matcher("credit", "officials"),
        subtitles=matcher("headline", "subtitles"), authors_notes=matcher("headline", "authors_notes"), remarks=matcher("headline", "remarks"), salutations=matcher("headline", "salutations"), section_labels=matcher("headline", "section_labels"), columns=matcher("headline", "columns"), credits=matcher("credit", "credits"), captions=matcher("credit", "captions"), parts=parts,
        surnames={char: rank for rank, char in reversed([*enumerate(credit["surnames"])])},
        compound_surnames=words("credit", "compound_surnames"),
        reporter_titles=(*words("credit", "reporter_titles"), *words("credit", "authorship")),
        photographer_titles=words("credit", "photographer_titles"),
        deeds=words("credit", "deeds"), nobody=tuple(filled(p, parts) for p in words("credit", "nobody")),
        simplified=frozenset(merged["script"]["simplified"]), traditional=frozenset(merged["script"]["traditional"]),
        function_words={k: frozenset(w for w, _ in v) for k, v in merged["script"]["function_words"].items()},
        frequent_words=frozenset(words("script", "frequent_words")),
        sentence_openers=frozenset(words("script", "sentence_openers")),
        short_words=frozenset(words("script", "short_words")), one_word=frozenset(words("script", "one_word")), abbreviations=frozenset(words("script", "abbreviations")), weekdays=words("script", "weekdays"),
        conversions=merged["script"]["conversions"], digest=found.digest)


def _any_of(words: Sequence[str]) -> str:
    """A pattern that matches any of the words."""
    return f"(?:{'|'.join(map(re.escape, words))})"


def _behind_others(openings: Sequence[str]) -> Pattern[str]:
    """One of the openings behind one or two characters (the group ``before``), where none stands at the beginning itself."""
    opening = _any_of(openings)
    return re.compile(rf"(?!{opening})(?P<before>[\u3400-\u9FFF]{{1,2}}?){opening}")


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
    table[0] = " "
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
