"""What an earlier run made, so that a run does only what has changed: one file in the output folder.

It is a cache and no more: deleted, truncated or overwritten by another run it only costs time, because
an entry counts only while its output on disk has the size and time that it names.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Sequence

from convert import __version__
from convert.save import save

NAME = ".convert-state.json"
SHAPE = 1


class State:
    """Entries by output path (relative to the state's folder): what it was made from, its size and time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries: dict[str, list[Any]] = _loaded(folder / NAME)
        self._dirty = False

    def current(self, target: Path, key: str) -> list[Any] | None:
        """The row that was reported for ``target`` where it still stands as made from ``key``, else None."""
        entry = self._entries.get(self._name(target))
        if not entry or entry[0] != key:
            return None
        try:
            stat = os.stat(target)
        except OSError:
            return None
        return entry[3] if [stat.st_size, stat.st_mtime_ns] == entry[1:3] else None

    def record(self, target: Path, key: str, row: list[Any]) -> None:
        """Note that ``target`` now stands as made from ``key``."""
        try:
            stat = os.stat(target)
        except OSError:
            return
        self._entries[self._name(target)] = [key, stat.st_size, stat.st_mtime_ns, row]
        self._dirty = True

    def write(self) -> None:
        """Put the state on disk, with what another run has added since; does nothing where nothing changed."""
        if not self._dirty:
            return
        merged = {**_loaded(self.folder / NAME), **self._entries}
        save(self.folder / NAME, json.dumps({"shape": SHAPE, "entries": merged}, ensure_ascii=False).encode("utf-8", "surrogateescape"))
        self._dirty = False

    def _name(self, target: Path) -> str:
        return os.path.relpath(target, self.folder)


def _loaded(path: Path) -> dict[str, list[Any]]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    entries = found.get("entries") if isinstance(found, dict) and found.get("shape") == SHAPE else None
    if not isinstance(entries, dict):
        return {}
    return {k: v for k, v in entries.items() if isinstance(v, list) and len(v) == 4}


def options_key(rules_digest: str, script: str | None, provenance: bool) -> str:
    """A digest of everything but the source that decides an output's bytes."""
    return hashlib.sha256("\0".join((__version__, _program_digest(), rules_digest, script or "", str(provenance))).encode()).hexdigest()


def source_key(options: str, format_name: str, name: str, sha256: str, fixes: str) -> str:
    """The key of one output: options, format, the source's name and digest, and its corrections' digest."""
    text = "\0".join((options, format_name, name, sha256, fixes))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


@lru_cache(maxsize=1)
def _program_digest() -> str:
    """Digest of the package's code and data: a development tree changes without its version changing."""
    digest = hashlib.sha256()
    for path in _files(resources.files("convert")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Any) -> Sequence[Any]:
    found: list[Any] = []
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_dir() and item.name not in ("__pycache__", "rules"):
            found += _files(item)
        elif item.is_file() and not item.name.endswith(".pyc"):
            found.append(item)
    return found
