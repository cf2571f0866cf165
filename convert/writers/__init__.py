"""Writers: a document in, text or bytes out. They know the document and nothing of stages.

``FORMATS`` is the whole list: name, file ending and writer.
"""

from __future__ import annotations

from importlib import import_module
from typing import Callable, NamedTuple

from convert.model import Document


class Format(NamedTuple):
    """An output format: its file ending and where its writer is (imported on first use)."""

    suffix: str
    module: str


FORMATS = {
    "md": Format(".md", "to_markdown"),
    "json": Format(".json", "to_json"),
    "epub": Format(".epub", "to_epub"),
    "proof": Format(".proof.html", "to_proof"),
}


def render(document: Document, format_name: str, provenance: bool = False) -> bytes:
    """The document in the format's bytes; ``provenance`` adds source lines where the format has none."""
    module = FORMATS[format_name].module
    writer: Callable[..., str | bytes] = getattr(import_module(f"convert.writers.{module}"), module)
    done = writer(document, provenance=provenance) if format_name in ("md", "epub") else writer(document)
    return done.encode("utf-8", "replace") if isinstance(done, str) else done
