"""Bytes to numbered lines: find the encoding, split at line ends, record what was done."""

from __future__ import annotations

import codecs
import hashlib
from typing import Iterator

from convert.errors import DecodeError, EmptyInput
from convert.model import Line, Source

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CANDIDATES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "euc_kr", "utf-16-le", "utf-16-be", "cp1252")
"""Encodings tried after UTF-8, in this order where two read equally well."""
FORM_FEED = "\f"
SAMPLE = 200_000
"""Bytes that are looked at to choose among the candidates; the whole file is then decoded strictly."""
FEW = 0.01
"""Share of NULs up to which they are characters that extraction could not name (PDFium prints them so), and the file is text."""
MOSTLY = 0.9
"""Share of bytes that must be good UTF-8 for a file to count as damaged UTF-8, not as another encoding."""


def read_source(name: str, data: bytes) -> Source:
    """Decode ``data`` and split it into lines; ``name`` is kept for messages and provenance.

    Raises :class:`EmptyInput` where there is no text and :class:`DecodeError`, naming the byte
    offset, where no supported encoding fits.
    """
    if not data.strip():
        raise EmptyInput(f"{name}: the file is empty; nothing to convert")
    text, encoding = decode(name, data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    if not any(line.strip() for line in lines):
        raise EmptyInput(f"{name}: the file holds only white space; nothing to convert")
    return Source(name, hashlib.sha256(data).hexdigest(), encoding, tuple(lines))


def numbered(source: Source) -> tuple[Line, ...]:
    """The source's lines as the stages take them; lines of white space have empty text."""
    return tuple(Line(n, raw, raw if raw and not raw.isspace() else "") for n, raw in enumerate(source.lines, 1))


def pages_of(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """The lines of each page: extractors put a form feed before the first line of the next one. Pages without text are left out."""
    if not any(FORM_FEED in line.raw for line in lines):
        yield lines
        return
    start = 0
    for k, line in enumerate((*lines, Line(0, FORM_FEED, ""))):
        if line.raw.startswith(FORM_FEED) or k and lines[k - 1].raw.endswith(FORM_FEED):
            if any(line.text for line in lines[start:k]):
                yield lines[start:k]
            start = k


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Text and encoding name of ``data``: byte-order mark, else UTF-8, else the best candidate."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(name, data[len(mark):], encoding, len(mark)), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _good_utf8(data) >= MOSTLY:
            raise DecodeError(
                f"{name}: not valid UTF-8 at byte {error.start}; the rest reads as UTF-8, so repair "
                "or remove the bytes there") from None
        return _detected(name, data, error.start)
    if text.count("\0") > FEW * len(text):
        if text.count("\0") * 5 > len(text):
            return _detected(name, data, data.index(b"\0"))
        raise DecodeError(f"{name}: binary data at byte {data.index(0)} (a NUL); give the text of the page")
    return text, "utf-8"


def _strict(name: str, data: bytes, encoding: str, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(f"{name}: not valid {encoding} at byte {offset + error.start}; repair the file") from None


def _good_utf8(data: bytes) -> float:
    """Share of the non-ASCII bytes that are part of well-formed UTF-8."""
    sample = data[:SAMPLE]
    good = sample.decode("utf-8", "ignore")
    wide = sum(1 for byte in sample if byte > 127)
    kept = len(good.encode("utf-8")) - sum(1 for char in good if char < "\x80")
    return kept / wide if wide else 0.0


def _detected(name: str, data: bytes, offset: int) -> tuple[str, str]:
    best, chosen = 0.0, ""
    for encoding in CANDIDATES:
        # A cut inside a character at the sample's end is no fault of the encoding.
        sample = codecs.getincrementaldecoder(encoding)()
        try:
            text = sample.decode(data[:SAMPLE])
            quality = _reads_like_text(text)
            if encoding.startswith("utf-16") and not _COMMON.intersection(text[:20_000]):
                continue  # any bytes are UTF-16: without one frequent character they are something else
        except UnicodeDecodeError:
            continue
        if quality > best + 0.02:
            best, chosen = quality, encoding
    if best < 0.5:
        raise DecodeError(f"{name}: binary data or an unknown encoding at byte {offset}; "
                          "supported: UTF-8, UTF-16, GB18030, Big5, Shift-JIS, EUC-JP, EUC-KR, Windows-1252")
    return _strict(name, data, chosen, 0), chosen


_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出会可也你对说能而子那得着下自之年过发后里行方成多"
    "這為個國時來們會對說過發後裡經學實現關開問間動員務報記者日月市民政府工全部本新社省长長電电訊讯文业業"
    "，。、：；！？“”‘’「」『』（）《》—…　の に は を た が で て と し れ さ ある い する から な こ も よ く ま")


def _reads_like_text(text: str) -> float:
    """How far decoded text looks like text, about 0 to 1: frequent characters for, rare and control ones against.

    The frequent ones are the head of the character frequency lists of modern Chinese (Jun Da, 2004)
    and the kana; any text in these languages is a third of them.
    """
    good, bad, wide = 0.0, 0.0, 0
    for char in text[:20_000]:
        code = ord(char)
        if code < 0x80:
            good += code >= 0x20 or char in "\t\n\r\f"
            bad += 5 * (code < 0x20 and char not in "\t\n\r\f")
            continue
        wide += 1
        if char in _COMMON or 0x3040 <= code < 0x3100:
            good += 3
        elif 0xAC00 <= code < 0xD7A4 or 0xC0 <= code < 0x250:
            good += 1.5
        elif 0x4E00 <= code < 0xA000 or 0xFF00 <= code < 0xFF5F or 0x2010 <= code < 0x2027:
            good += 0.9
        else:
            bad += 1 + 4 * (0x80 <= code < 0xA0 or 0xE000 <= code < 0xF900 or 0xFF61 <= code < 0xFFA0 or code > 0xFFFF)
    total = len(text[:20_000]) + wide
    return (good - bad) / total if total else 0.0
