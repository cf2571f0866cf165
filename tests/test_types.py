"""The package's type hints hold, so whoever uses it as a library can trust them (PEP 561: ``py.typed``)."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT


def test_type_hints_hold() -> None:
    found = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


def test_type_hints_are_shipped() -> None:
    assert (ROOT / "convert" / "py.typed").is_file()
