"""Shared helpers: the fixture pages, their truth, and a schema check for every JSON that tests make."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from importlib import resources
from pathlib import Path
from typing import Any, Callable

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
PAGES = sorted(path.parent.name for path in FIXTURES.glob("*/input.txt"))
SHARED = Path(os.environ.get("CONVERT_SHARED", ROOT.parent / "shared"))


def squeezed(text: str | None) -> str:
    """Text without white space, in compatibility form: what a stage may not change."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "") if not c.isspace())


def truth(page: str) -> dict[str, Any]:
    """What a fixture page says, written by hand before the page was damaged."""
    return yaml.safe_load((FIXTURES / page / "truth.yaml").read_text("utf-8"))


def rows_of(page: str, article: int, width: int, indent: str) -> list[str]:
    """An article's paragraphs, without spaces, in rows of ``width`` characters."""
    texts = [indent + body.replace(" ", "") for body in truth(page)["articles"][article]["body"]]
    return [text[k:k + width] for text in texts for k in range(0, len(text), width)]


@pytest.fixture(scope="session")
def schema() -> dict[str, Any]:
    return json.loads((resources.files("convert") / "data" / "document.schema.json").read_text("utf-8"))


@pytest.fixture
def checked(schema: dict[str, Any]) -> Callable[[bytes | str], dict[str, Any]]:
    """Parse the JSON of a document and validate it against the printed schema."""

    def check(text: bytes | str) -> dict[str, Any]:
        found = json.loads(text)
        jsonschema.validate(found, schema)
        return found

    return check


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command in a folder of its own."""

    def run(*args: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None,
            timeout: float = 120) -> subprocess.CompletedProcess[bytes]:
        environment = {k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"} | (env or {})
        return subprocess.run([sys.executable, "-m", "convert", *map(str, args)], input=stdin, capture_output=True,
                              cwd=cwd or tmp_path, env=environment, timeout=timeout)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A copy of a fixture page in a folder of its own."""
    return Path(shutil.copy(FIXTURES / "river-after" / "input.txt", tmp_path / "page.txt"))
