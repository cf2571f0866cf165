"""Line labels for training: gold units, aligned with the lines of their page by their characters."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Iterator, NamedTuple, Sequence

from papers import role_of, text_of

from convert import pipeline
from convert.features import features
from convert.model import ROLES, Line
from convert.rules import Rules
from convert.source import numbered, read_source
from convert.stages.close import close
from convert.stages.space import letter_spaced, space
from convert.view import view

DROPPED = set("-\u00ad\u2010\u200b\u200c\u200d\ufeff")


class Page(NamedTuple):
    """One labelled page: its printed rows, and features and a tag for each."""

    texts: list[str]
    observations: list[list[str]]
    tags: list[str]


def squeeze(text: str, rules: Rules) -> str:
    """``text`` without white space and hyphens, in compatibility form: how gold and page are compared."""
    folded = unicodedata.normalize("NFKC", text.translate(rules.replace))
    return "".join(c for c in folded if not c.isspace() and c not in DROPPED)


def prepared(name: str, data: bytes, rules: Rules) -> tuple[tuple[Line, ...], list[bool]]:
    """Lines as the labeller sees them, and whether each non-blank one was letter-spaced."""
    lines, *_ = pipeline._clean(numbered(read_source(name, data)), rules)
    return despaced(lines, rules)


def despaced(lines: Sequence[Line], rules: Rules) -> tuple[tuple[Line, ...], list[bool]]:
    """The same of lines that need no mending: set anew, or mended."""
    return space(tuple(lines), rules), [letter_spaced(line.text) for line in lines if line.text]


def made_up(rows: Sequence[str], rules: Rules) -> tuple[tuple[Line, ...], list[bool]]:
    """The same of the raw lines of a page that was made up."""
    return despaced(close(tuple([Line(n, text, text) for n, text in enumerate(rows, 1)])), rules)


def owners(lines: Sequence[Line], units: list[dict], rules: Rules) -> list[tuple[Line, list[tuple[int, bool]]]] | None:
    """For every non-blank line its characters' units (index, whether the character begins it); None where page and gold differ."""
    owner = [(k, j == 0) for k, unit in enumerate(units) for j in range(len(squeeze(unit["text"], rules)))]
    found, at = [], 0
    for line in lines:
        if line.text:
            size = len(squeeze(line.text, rules))
            found.append((line, owner[at:at + size]))
            at += size
    return found if at == len(owner) else None


def tags_of(lines: tuple[Line, ...], units: list[dict], rules: Rules) -> list[str] | None:
    """A tag for every non-blank line, or None where page and gold differ in their characters."""
    owner, roles = owners(lines, units, rules), roles_of(units)
    if owner is None:
        return None
    tags: list[str] = []
    for _, chars in owner:
        if not chars:
            tags.append("I-body" if not tags else "I" + tags[-1][1:])
            continue
        k, starts = chars[0]
        tags.append(("B-" if starts and not units[k]["role"].endswith("+") else "I-") + roles[k])
    return tags


def roles_of(units: list[dict]) -> list[str]:
    """The labeller's role of every unit; of three short paragraphs in a row none is a crosshead: it is a list or a poem."""
    roles = [_crosshead_or(role_of(unit), text_of(unit)) for unit in units]
    for k in range(len(roles) - 2):
        if all(role in ("crosshead", "verse") for role in roles[k:k + 3]):
            roles[k:k + 3] = ["verse"] * 3
    return [role if role in ROLES else "body" for role in roles]


def _crosshead_or(role: str, text: str) -> str:
    """Gold calls a crosshead body; the labeller does better to know it: short, with no end of a sentence."""
    heading = role == "body" and len(text) <= 28 and not text.startswith(("本报", "本報", "新华社", "新華社")) and text[-1] not in "。！？…”’」』）)】：:；;，." and "。" not in text
    return "crosshead" if heading else role


def read_page(text: Path, gold: Path, rules: Rules) -> Page | None:
    """One page with its gold, or None (with a word on stderr) where the two differ."""
    lines, spaced = prepared(text.name, text.read_bytes(), rules)
    tags = tags_of(lines, json.loads(gold.read_text("utf-8"))["units"], rules)
    if tags is None:
        print(f"{text.name}: gold and page differ; left out", file=sys.stderr)
        return None
    return _labelled(lines, spaced, tags, rules)


def set_anew(rows: Sequence[tuple[str, str]], rules: Rules) -> Page:
    """A page that was made up: its raw lines, each with its tag; a blank line has the tag ""."""
    lines, spaced = made_up([text for text, _ in rows], rules)
    return _labelled(lines, spaced, [tag for text, tag in rows if text], rules)


def _labelled(lines: Sequence[Line], spaced: Sequence[bool], tags: Sequence[str], rules: Rules) -> Page:
    """The rows that the lines are put together to, with features; ``tags`` has one for each non-blank line."""
    seen = view(lines, spaced, rules)
    return Page(seen.texts, features(seen), [tags[k] for k in seen.starts])


def read_pages(folder: Path, rules: Rules) -> Iterator[Page]:
    """Every page of ``folder`` that has gold and agrees with it."""
    for gold in sorted(folder.glob("*.gold.json")):
        page = read_page(gold.with_name(gold.name.replace(".gold.json", ".txt")), gold, rules)
        if page:
            yield page
