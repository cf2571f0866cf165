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
from convert.model import ROLES

ACTIONS = ("break", "join", "role", "move")
SUFFIX = ".fix.yaml"
MAX_BYTES = 5_000_000


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
    import yaml

    try:
        if len(data) > MAX_BYTES:
            raise UsageError(f"{name}: too large for a file of corrections")
        node = yaml.compose(data, Loader=yaml.SafeLoader)
        found = yaml.safe_load(data)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise UsageError(f"{name}:{mark.line + 1 if mark else 1}: not YAML: {getattr(error, 'problem', None) or 'unreadable text'}") from None
    items = found.get("fixes") if isinstance(found, dict) else None
    if found is not None and not isinstance(items, list):
        raise UsageError(f"{name}:1: expected a list under the key fixes")
    lines = _lines(node)
    return tuple(_fix(name, lines[k] if k < len(lines) else 1, item) for k, item in enumerate(items or ()))


def _lines(node: Any) -> list[int]:
    for key, value in getattr(node, "value", None) or ():
        if key.value == "fixes" and isinstance(value.value, list):
            return [item.start_mark.line + 1 for item in value.value]
    return []


def _fix(name: str, line: int, item: Any) -> Fix:
    where = f"{name}:{line}"
    if not isinstance(item, dict) or set(item) - set(Fix._fields):
        raise UsageError(f"{where}: a correction is a map of {', '.join(Fix._fields)}")
    fix = Fix(item.get("line", 0), item.get("text", ""), item.get("do", ""), item.get("role", ""), item.get("to", 0), item.get("to_text", ""))
    wanted = {"line": int, "text": str, "do": str, "role": str, "to": int, "to_text": str}
    for key, kind in wanted.items():
        if not isinstance(getattr(fix, key), kind):
            raise UsageError(f"{where}: {key} must be {'a number' if kind is int else 'text'}")
    if fix.do not in ACTIONS:
        raise UsageError(f"{where}: do must be one of {', '.join(ACTIONS)}")
    if fix.do == "role" and fix.role not in ROLES:
        raise UsageError(f"{where}: role must be one of {', '.join(ROLES)}")
    if fix.line < 1 or fix.do == "move" and fix.to < 1:
        raise UsageError(f"{where}: line{' and to' if fix.do == 'move' else ''} must be given")
    return fix
