"""The built wheel works in another folder: rules, model, templates and both commands travel inside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from conftest import FIXTURES, ROOT


def test_the_wheel_converts_in_another_folder(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".venv", ".git", "demo", "fixtures", "tests", "docs", "__pycache__"))
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, source], check=True, capture_output=True)
    wheel = next(tmp_path.glob("newsprint_convert-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("convert/rules/furniture.yaml", "convert/data/lines.crfsuite", "convert/data/document.schema.json", "convert/templates/proof.html"):
        assert name in names
    # Unpacked beside the tests' own dependencies, without the sources: what pip install does, offline.
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    shutil.rmtree(source)
    page = shutil.copy(FIXTURES / "river-after" / "input.txt", tmp_path / "page.txt")
    env = {**os.environ, "PYTHONPATH": str(site)}
    code = "import convert, convert.rulefiles; print(convert.__file__); print(convert.rulefiles.rules_folder())"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True).stdout.splitlines()
    assert all(line.startswith(str(site)) for line in told)
    done = subprocess.run([sys.executable, "-m", "convert", page, "--to", "md,json,epub,proof", "-o", "out/"], cwd=tmp_path, env=env, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "page.md").read_bytes() .replace(b'"page.txt"', b'"input.txt"') == (FIXTURES / "river-after" / "expected.md").read_bytes()
    scripts = next(name for name in names if name.endswith("entry_points.txt"))
    text = zipfile.ZipFile(wheel).read(scripts).decode()
    assert "convert = convert.cli:main" in text and "newsprint-convert = convert.cli:main" in text
