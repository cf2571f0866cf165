"""Imports go one way: cli -> run -> batch -> pipeline, writers; stages know neither each other nor files."""

from __future__ import annotations

import ast
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "convert"


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("convert"):
            found |= {f"{node.module}.{alias.name}" if node.module == "convert" else node.module for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def convert_imports(path: Path) -> set[str]:
    return {name for name in imports(path) if name.startswith("convert.")}


def test_stages_import_no_stages_files_or_formats() -> None:
    allowed = {"convert.amend", "convert.capitals", "convert.model", "convert.rules", "convert.measure", "convert.joining", "convert.features", "convert.view", "convert.errors", "convert.fixes",
               "convert.headings", "convert.joints", "convert.language", "convert.contrast", "convert.decode", "convert.people", "convert.kinship", "convert.learned", "convert.lengths", "convert.lexicon", "convert.order", "convert.strands", "convert.stretches", "convert.tables", "convert.parts", "convert.reading", "convert.shapes", "convert.tops", "convert.gutters", "convert.even", "convert.spelling", "convert.vertical"}
    for path in (PACKAGE / "stages").glob("*.py"):
        assert convert_imports(path) <= allowed, path.name
        assert not imports(path) & {"os", "sys", "pathlib", "logging", "io"}, path.name


def test_writers_know_the_document_and_nothing_of_stages() -> None:
    allowed = {"convert.model", "convert.calibration", "convert.writers.to_markdown", "convert.writers.templating"}
    for path in (PACKAGE / "writers").glob("*.py"):
        assert convert_imports(path) <= allowed, path.name


def test_the_model_imports_nothing() -> None:
    assert not convert_imports(PACKAGE / "model.py")


def test_the_command_only_parses_and_reports() -> None:
    assert not {name for name in convert_imports(PACKAGE / "cli.py") if ".stages" in name or ".writers" in name}


def test_nothing_below_the_command_imports_it() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.name not in ("__main__.py", "cli.py"):
            assert "convert.cli" not in convert_imports(path), path.name


def test_files_stay_small() -> None:
    for path in [*PACKAGE.rglob("*.py"), *(ROOT / "tools").glob("*.py")]:
        assert len(path.read_text("utf-8").splitlines()) <= 430, f"{path.name} is over 430 lines: split it"
