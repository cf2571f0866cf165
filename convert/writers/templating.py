"""Templates of the writers, compiled once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=None)
def template(name: str) -> Any:
    """The template ``convert/templates/NAME``; an undefined name in it is an error. Jinja is imported on first use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(loader=PackageLoader("convert", "templates"), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters["visible"] = visible
    return environment.get_template(name)


def visible(text: str) -> str:
    """Controls and bidirectional marks as what they are called, so that they cannot disguise text."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\u3000\u00a0\t" else f"[U+{ord(char):04X}]" for char in text)
