"""Settings from ``convert.yaml`` or ``[tool.convert]`` in ``pyproject.toml``, found upwards from a folder."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from convert.errors import UsageError

KEYS: dict[str, type | tuple[type, ...]] = {
    "to": (str, list), "output": str, "script": str, "rules": (str, list), "jobs": int, "glob": str,
    "provenance": bool, "fail-on": str, "report": str, "junit": str, "log-format": str, "quiet": bool, "verbose": bool}
"""What a settings file may hold, by the long option's name."""


def find(start: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest settings at or above ``start`` and their file, or None."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name, reader in (("convert.yaml", _from_yaml), ("pyproject.toml", _from_pyproject)):
            path = folder / name
            if path.is_file():
                found = reader(path)
                if found is not None:
                    return path, check(path, found)
    return None


def read(path: Path) -> dict[str, Any]:
    """The settings in ``path``. Raises :class:`UsageError` for a file that is none."""
    if not path.is_file():
        raise UsageError(f"{path}: no such settings file; check --config")
    found = _from_pyproject(path) if path.suffix == ".toml" else _from_yaml(path)
    return check(path, found or {})


def check(path: Path, found: dict[str, Any]) -> dict[str, Any]:
    """``found`` with option names as Python names, and paths as seen from the file's folder."""
    out: dict[str, Any] = {}
    for key, value in found.items():
        name = str(key).replace("_", "-")
        if name not in KEYS:
            close = get_close_matches(name, KEYS, 1, 0.5)
            raise UsageError(f"{path}: unknown setting {key!r}" + (f"; did you mean {close[0]!r}?" if close else
                             f"; known: {', '.join(sorted(KEYS))}"))
        if not isinstance(value, KEYS[name]) or isinstance(value, bool) and KEYS[name] is not bool:
            raise UsageError(f"{path}: {key} has a value of the wrong kind ({value!r})")
        if name in ("rules", "report", "junit", "output"):
            value = [_from(path.parent, v) for v in value] if isinstance(value, list) else _from(path.parent, value)
        out[name.replace("-", "_")] = value
    return out


def _from(folder: Path, text: Any) -> str:
    return str(folder / text) + ("/" if text.endswith("/") else "") if text != "-" else str(text)


def _from_yaml(path: Path) -> dict[str, Any] | None:
    import yaml

    try:
        found = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise UsageError(f"{path}:{mark.line + 1 if mark else 1}: not YAML: {getattr(error, 'problem', 'unreadable')}") from None
    if not isinstance(found, dict):
        raise UsageError(f"{path}:1: expected a map of settings")
    return found


def _from_pyproject(path: Path) -> dict[str, Any] | None:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        settings: dict[str, Any] | None = tomllib.loads(path.read_text("utf-8")).get("tool", {}).get("convert")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    return settings
