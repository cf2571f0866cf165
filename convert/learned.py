"""Where what was learned lies: the package's ``data`` folder, or a folder with another model."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any


def learned(name: str, folder: str | None = None) -> Any:
    """The file ``name`` of the model in ``folder``, or of the package's own."""
    return (Path(folder) if folder else resources.files("convert") / "data") / name
