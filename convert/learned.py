"""Where what was learned lies: the package's ``data`` folder, or a folder with another model."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any, Mapping


def learned(name: str, folder: str | None = None) -> Any:
    """The file ``name`` of the model in ``folder``, or of the package's own."""
    return (Path(folder) if folder else resources.files("convert") / "data") / name


def spread(table: Mapping[str, str], size: int) -> dict[str, int]:
    """Values by text, of ``size`` characters each, of a table that has all texts of one value in one string."""
    return {texts[i:i + size]: int(value) for value, texts in table.items() for i in range(0, len(texts), size)}
