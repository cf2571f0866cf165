"""Documentation is tested: examples run, links lead somewhere, what the README promises exists."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import convert

from conftest import PAGES, ROOT

DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "rules").glob("*.md"), *(ROOT / "fixtures").glob("*.md")])


def test_the_readmes_python_example_says_what_it_prints(capsys, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)[1]
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    promised = re.findall(r"^print\(.*?\)\s+# (.*)$", code, re.M)
    assert promised and printed[:len(promised)] == promised


def test_docstring_examples() -> None:
    assert doctest.testmod(convert).attempted and not doctest.testmod(convert).failed


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_lead_somewhere(path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_make_targets_of_the_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for path in DOCUMENTS:
        for target in re.findall(r"make ([a-z]+)\b", path.read_text("utf-8")):
            if f"`make {target}" in path.read_text("utf-8") or f"    make {target}" in path.read_text("utf-8"):
                assert re.search(rf"^{target}:", makefile, re.M), f"{path.name}: make {target}"


def test_the_catalogue_names_every_fixture() -> None:
    text = (ROOT / "fixtures" / "README.md").read_text("utf-8")
    for page in PAGES:
        stem = re.sub(r"-\d$", "", page)
        assert page in text or stem in text, page


def test_every_rule_file_says_what_it_is_for() -> None:
    for path in (ROOT / "rules").glob("*.yaml"):
        text = path.read_text("utf-8")
        assert text.startswith("# ") and re.search(r"Read by the (stages?|module)", text), path.name
        assert path.name in (ROOT / "docs" / "rules.md").read_text("utf-8")


def test_action_and_hook_are_yaml() -> None:
    assert yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["using"] == "composite"
    assert yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]["id"] == "convert-check"


def test_dependencies_hold_one_opencc() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert "opencc-python-reimplemented" in text and not re.search(r'"opencc[">=<]', text)


@pytest.mark.parametrize("name", ["convert", "newsprint-convert"])
def test_completion_is_offered(name: str) -> None:
    script = Path(sys.executable).parent / name
    variable = f"_{name.upper().replace('-', '_')}_COMPLETE"
    assert f'eval "$({variable}=bash_source {name})"' in (ROOT / "docs" / "command.md").read_text("utf-8")
    done = subprocess.run([script], env={**os.environ, variable: "bash_source"}, capture_output=True, text=True)
    assert done.returncode == 0 and "complete -o nosort" in done.stdout


def test_the_changelog_has_this_version() -> None:
    assert f"## {convert.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
