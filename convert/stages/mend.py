"""Mend characters: mojibake, Kangxi and CJK radicals, ligatures, controls and zero-width marks.

May change: only the characters that ``rules/characters.yaml`` names, and lines of mojibake, each of
which is noted. Quotation marks, widths and legitimate text pass through unchanged: ftfy's own
defaults would write “ ” as straight quotes and ，！ as ASCII.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Iterable, Mapping

from convert.joining import CUT, HYPHENS, SOFT
from convert.language import language
from convert.model import Line, Note
from convert.rules import Rules

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_ORDINARY = (" -~\t\u2010-\u2027\u2030-\u205E\u3000-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E"
             "\u2460-\u24FF\u25A0-\u25FF\u2600-\u266F\u2190-\u21FF\u00B7\u00B0\u00D7\u2116\u2103")
_UNUSUAL = re.compile(f"[^{_ORDINARY}]")
_RISKY = re.compile("[\x80-\x9F\u00A1-\u024F\u0370-\u052F\uFB00-\uFB06\uFFFD\uD800-\uDFFF]")
_CUT_AT_END = re.compile(f"{CUT}$")
SOFT_HYPHEN = "\u00AD"
_GAP_IN_WORD = re.compile(rf"(?<=[^\W\d_]){SOFT_HYPHEN} (?=[^\W\d_])")


def mend(lines: tuple[Line, ...], rules: Rules) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """Lines with their characters mended, and a note for every line where mojibake was undone or a character has no name."""
    out: list[Line] = []
    notes: list[Note] = []
    unusual = _UNUSUAL.search
    table = replacements(lines, rules)
    for line in lines:
        text = line.text
        if not text or not unusual(text):
            out.append(line)
            continue
        if text[0] == SOFT_HYPHEN and out and out[-1].text[-1:].isalpha():  # poppler prints the hyphen of the row above here at times
            out[-1] = out[-1]._replace(text=out[-1].text + SOFT)
            text = text[1:].lstrip(" ")
        text, encoding_fixed = _mended(text, table)
        if encoding_fixed:
            notes.append(Note(line.number, "mojibake", "text in a wrong encoding was put right; compare with the source"))
        if "\0" in line.text:
            notes.append(Note(line.number, "unnamed-character", "extraction could not name a character here; compare with the page"))
        out.append(line if text == line.text else line._replace(text=text if not text.isspace() else ""))
    return tuple(out), tuple(notes)


def replacements(lines: Iterable[Line], rules: Rules) -> Mapping[int, str | None]:
    """What single characters of a page become: some radicals are drawn as another character in its language's fonts."""
    texts = [line.text for line in lines]
    whole = "".join(texts)
    if not any(chr(code) in whole for table in rules.regional.values() for code in table):
        return rules.replace
    return {**rules.replace, **rules.regional.get(language(filter(None, texts), rules), {})}


def _mended(text: str, table: Mapping[int, str | None]) -> tuple[str, bool]:
    if text.endswith(SOFT_HYPHEN):  # at a line's end it was printed as a hyphen, which may stand there too
        bare = text.rstrip(SOFT_HYPHEN)
        text = bare if bare.endswith(tuple(HYPHENS)) else bare + SOFT
    elif _CUT_AT_END.search(text):
        text = text[:-1] + "-"
    text = _GAP_IN_WORD.sub("", text)  # no word ends where one may be cut
    fixed = _fix_encoding(text) if _RISKY.search(text) else text
    return fixed.translate(table), fixed != text


def _fix_encoding(text: str) -> str:
    import ftfy  # 35 ms to import, and most pages never need it

    return ftfy.fix_text(text, _ftfy_config())


def _ftfy_config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    # Every option that would rewrite legitimate text is off: widths, quotes, ligatures, entities,
    # normalization. What is left undoes mojibake and repairs surrogates.
    return TextFixerConfig(unescape_html=False, fix_latin_ligatures=False, fix_character_width=False,
                           uncurl_quotes=False, fix_line_breaks=False, remove_control_chars=False,
                           remove_terminal_escapes=False, normalization=None, explain=False)
