"""Reports of a run for people and for CI: one line, JSON, JUnit XML, annotations."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any, Sequence
from xml.etree import ElementTree

from convert.model import Note


@dataclass
class Row:
    """What became of one page."""

    page: str
    status: str = "converted"
    """converted, unchanged, would-change, failed or refused (by --fail-on)."""
    articles: int = 0
    paragraphs: int = 0
    warnings: int = 0
    lowest: float = 1.0
    """Lowest confidence of any part."""
    seconds: float = 0.0
    error: str | None = None
    notes: list[Note] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    stale_fixes: int = 0
    sha256: str = ""
    """Digest of the bytes that were converted."""

    @property
    def failed(self) -> bool:
        """Whether this page makes the run exit with 1."""
        return self.status in ("failed", "refused", "would-change")


def plural(count: int, word: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count} {word}" + ("" if count == 1 else "s")


def summary(row: Row) -> str:
    """One line on what came out of a page."""
    if row.error:
        return row.error
    return (f"{row.page}: {plural(row.articles, 'article')}, {plural(row.paragraphs, 'paragraph')}, "
            f"{plural(row.warnings, 'warning')}" + {"unchanged": " (unchanged)", "would-change": " (would change)"}.get(row.status, ""))


def as_log_json(row: Row) -> str:
    """The row as one line of JSON for ``--log-format json``."""
    return json.dumps(_plain(row), ensure_ascii=False)


def _plain(row: Row) -> dict[str, Any]:
    found = asdict(row)
    found["notes"] = [{"line": n.line, "rule": n.rule, "message": n.message} for n in row.notes]
    return found


def to_report(rows: Sequence[Row], seconds: float, peak: dict[str, int]) -> bytes:
    """The run as JSON: totals and a row a page; times in seconds, memory in bytes."""
    totals = {"pages": len(rows), "articles": sum(r.articles for r in rows), "paragraphs": sum(r.paragraphs for r in rows),
              "warnings": sum(r.warnings for r in rows), "failed": sum(r.failed for r in rows),
              "stale_fixes": sum(1 for r in rows if r.stale_fixes), "seconds": round(seconds, 3), "peak_memory": peak}
    keys = ("page", "status", "articles", "paragraphs", "warnings", "seconds", "error")
    pages = [{key: getattr(row, key) for key in keys} for row in rows]
    text = json.dumps({"schema": "convert/report/1", "totals": totals, "pages": pages}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace") + b"\n"


_XML_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(rows: Sequence[Row], seconds: float) -> bytes:
    """The run as JUnit XML: a test case a page, failed pages as failures."""
    failed = [row for row in rows if row.failed]
    suite = ElementTree.Element("testsuite", name="convert", tests=str(len(rows)), failures=str(len(failed)),
                                errors="0", skipped="0", time=f"{seconds:.3f}")
    for row in rows:
        case = ElementTree.SubElement(suite, "testcase", classname="convert", name=_XML_FORBIDDEN.sub("?", row.page),
                                      time=f"{row.seconds:.3f}")
        if row.failed:
            message = _XML_FORBIDDEN.sub("?", row.error or row.status)
            ElementTree.SubElement(case, "failure", message=message, type=row.status).text = message
    root = ElementTree.Element("testsuites")
    root.append(suite)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def as_annotations(row: Row) -> list[str]:
    """GitHub Actions workflow commands that put the page's warnings on its source lines."""
    out = []
    if row.error:
        out.append(f"::error file={_escaped(row.page, True)}::{_escaped(row.error)}")
    for note in row.notes:
        line = f",line={note.line}" if note.line else ""
        out.append(f"::warning file={_escaped(row.page, True)}{line},title={note.rule}::{_escaped(note.message)}")
    return out


def _escaped(text: str, in_property: bool = False) -> str:
    """Escapes of the workflow command syntax: %, CR, LF, and in properties : and , too."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
