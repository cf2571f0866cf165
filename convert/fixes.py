"""Corrections that a reader marked on the proof sheet: ``page.fix.yaml`` beside ``page.txt``.

    fixes:
      - {line: 78, text: "该生态园面对实体投资项目落", do: break}     # a new paragraph begins at this line
      - {line: 79, text: "地增多、要素资源集聚扩容、", do: join}      # this line goes on from the one before
      - {line: 90, text: "河湾市图书馆开馆", do: role, role: headline}
      - {line: 90, text: "河湾市图书馆开馆", do: move, to: 120, to_text: "本报讯 昨日，"}

A correction is anchored by line number and the line's text as it stands in the source; one whose line
reads differently now is stale: it is reported and not applied.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from convert.errors import UsageError
from convert.located import parse as parse_yaml
from convert.model import ROLES

ACTIONS = ("break", "join", "role", "move")
SUFFIX = ".fix.yaml"


class Fix(NamedTuple):
    """One correction; ``role`` is set for do=role, ``to`` and ``to_text`` for do=move."""

    line: int
    text: str
    do: str
    role: str = ""
    to: int = 0
    to_text: str = ""


def fixes_path(source: Path) -> Path:
    """Where the corrections of the page at ``source`` are kept."""
    return source.with_name(source.stem + SUFFIX)


def parse(name: str, data: bytes) -> tuple[Fix, ...]:
    """The corrections in a file's bytes. Raises :class:`UsageError` with file and line."""
    found = parse_yaml(name, data, UsageError)
    items = found.get("fixes")
    if items is None or not isinstance(items.value, list):
        if not found or items is not None and items.value is None:
            return ()
        raise UsageError(f"{name}:{items.line if items else 1}: expected a list under the key fixes")
    return tuple(_fix(f"{name}:{line}", item) for line, item in zip(items.lines or (), items.value))


def _fix(where: str, item: Any) -> Fix:
    if not isinstance(item, dict) or set(item) - set(Fix._fields):
        raise UsageError(f"{where}: a correction is a map of {', '.join(Fix._fields)}")
    given: dict[str, Any] = {}
    for key, value in item.items():
        text = value.value
        if not isinstance(text, str):
            raise UsageError(f"{where}: {key} must be text")
        if key in ("line", "to"):
            if not (text.isascii() and text.isdigit() and len(text) < 10):
                raise UsageError(f"{where}: {key} must be a number")
            text = int(text)
        given[key] = text
    fix = Fix(**{"line": 0, "text": "", "do": "", **given})
    if fix.do not in ACTIONS:
        raise UsageError(f"{where}: do must be one of {', '.join(ACTIONS)}")
    if fix.do == "role" and fix.role not in ROLES:
        raise UsageError(f"{where}: role must be one of {', '.join(ROLES)}")
    if fix.line < 1 or fix.do == "move" and fix.to < 1:
        raise UsageError(f"{where}: line{' and to' if fix.do == 'move' else ''} must be given")
    return fix
