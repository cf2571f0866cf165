"""Read YAML from users' files: plain values with the line that each stands on, and nothing surprising.

Scalars stay the words that were written (a bare ``off``, ``no`` or ``12:30`` too); anchors, aliases,
duplicate keys, deep nesting and large files are refused, so that no file costs more than its size.
"""

from __future__ import annotations

from typing import Any

import yaml

from convert.errors import UsageError

MAX_BYTES, MAX_DEPTH = 5_000_000, 8


class Value:
    """A scalar (text or None), list or map, with the line that it begins on."""

    def __init__(self, value: Any, line: int, lines: list[int] | None = None) -> None:
        self.value, self.line, self.lines = value, line, lines
        """``lines`` has a line for each item of a list."""


def parse(name: str, data: bytes, error: type[UsageError]) -> dict[str, Value]:
    """The top-level map in ``data``. Raises ``error`` naming file and line."""
    if len(data) > MAX_BYTES:
        raise error(f"{name}:1: {len(data)} bytes are too many (at most {MAX_BYTES})")
    try:
        _guard(name, data, error)
        node = yaml.compose(data, Loader=yaml.SafeLoader)
    except yaml.YAMLError as found:
        mark = getattr(found, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise error(f"{name}:{line}: not YAML: {getattr(found, 'problem', None) or 'unreadable text'}") from None
    except ValueError:  # UnicodeDecodeError is one
        raise error(f"{name}:1: not YAML: the file is not UTF-8 text") from None
    if node is None:
        return {}
    value = _plain(name, node, error)
    if not isinstance(value.value, dict):
        raise error(f"{name}:{value.line}: expected a map")
    return value.value


def _guard(name: str, data: bytes, error: type[UsageError]) -> None:
    depth = 0
    for event in yaml.parse(data, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise error(f"{name}:{line}: anchors and aliases are not allowed; write the value out")
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            if depth > MAX_DEPTH:
                raise error(f"{name}:{line}: nested deeper than {MAX_DEPTH} levels")
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1


def _plain(name: str, node: yaml.Node, error: type[UsageError]) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Value(node.value if node.tag != "tag:yaml.org,2002:null" else None, line)
    if isinstance(node, yaml.SequenceNode):
        items = [_plain(name, item, error) for item in node.value]
        return Value([item.value for item in items], line, [item.line for item in items])
    found: dict[str, Value] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise error(f"{name}:{key.start_mark.line + 1}: a key must be a word")
        if key.value in found:
            raise error(f"{name}:{key.start_mark.line + 1}: the key {key.value!r} stands twice")
        found[key.value] = _plain(name, value, error)
    return Value(found, line)
