"""The command as people and CI call it: outputs, one clear line for every error, exit codes, nothing half written."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from convert import __version__
from convert.cli import main

from conftest import FIXTURES, ROOT


def lines(data: bytes) -> list[str]:
    return data.decode().strip().splitlines()


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_markdown_beside_the_input_and_one_line(command, page: Path) -> None:
    done = command(page)
    assert (done.returncode, done.stdout) == (0, b"")
    assert page.with_suffix(".md").read_text("utf-8").startswith("---\nsource:")
    assert len(lines(done.stderr)) == 1 and "4 articles, 12 paragraphs" in lines(done.stderr)[0]


def test_an_output_that_would_not_change_is_not_rewritten(command, page: Path) -> None:
    command(page)
    before = page.with_suffix(".md").stat().st_mtime_ns
    assert command(page).returncode == 0 and page.with_suffix(".md").stat().st_mtime_ns == before


def test_several_formats_into_a_folder(command, page: Path, tmp_path: Path, checked) -> None:
    assert command(page, "--to", "md,json", "--to", "epub,proof", "-o", "out/").returncode == 0
    assert files(tmp_path / "out") == [".convert-state.json", "page.epub", "page.json", "page.md", "page.proof.html"]
    checked((tmp_path / "out/page.json").read_bytes())


def test_output_to_a_file_and_to_stdout(command, page: Path, tmp_path: Path, checked) -> None:
    assert command(page, "--to", "json", "-o", tmp_path / "x.json").returncode == 0
    done = command(page, "--to", "json", "-o", "-")
    assert done.stdout == (tmp_path / "x.json").read_bytes() and checked(done.stdout)["source"]["name"] == "page.txt"


def test_stdin_to_stdout(command, page: Path) -> None:
    done = command("-", "--to", "json", stdin=page.read_bytes())
    assert done.returncode == 0 and json.loads(done.stdout)["source"]["name"] == "stdin"


def test_script(command, page: Path) -> None:
    found = json.loads(command(page, "--to", "json", "-o", "-", "--script", "s2t").stdout)
    assert found["language"] == "zh-Hant" and "圖書館" in found["articles"][0]["headline"][0]["text"]


def test_folders_are_mirrored(command, tmp_path: Path) -> None:
    for name in ("a/one.txt", "a/b/two.txt", "a/skip.log", "a/.hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FIXTURES / "river-single" / "input.txt", tmp_path / name)
    assert command("a", "-o", "out").returncode == 0
    assert files(tmp_path / "out") == [".convert-state.json", "b/two.md", "one.md"]
    assert command("a", "--glob", "b/*.txt", "-o", "other/").returncode == 0
    assert files(tmp_path / "other") == [".convert-state.json", "b/two.md"]


def test_a_list_of_inputs(command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# pages\n{page}\n\n", "utf-8")
    assert command("@list.txt", "-o", "out/").returncode == 0
    assert "page.md" in files(tmp_path / "out")


def test_a_loop_of_links_is_walked_once(command, page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    shutil.move(page, folder / "page.txt")
    os.symlink(folder, folder / "again")
    done = command("pages", "-o", "out/")
    assert done.returncode == 0 and files(tmp_path / "out") == [".convert-state.json", "page.md"]


@pytest.mark.parametrize("args, code, message", [
    (["none.txt"], 1, "none.txt: no such file or folder"),
    ([], 2, "no input"),
    (["page.txt", "--to", "pdf"], 2, "unknown format 'pdf'; known: md, json, epub, proof"),
    (["page.txt", "--script", "x2y"], 2, "unknown script conversion 'x2y'"),
    (["page.txt", "--rules", "none.yaml"], 2, "none.yaml: cannot read the rules"),
    (["page.txt", "--fail-on", "rain"], 2, "use warning or low-confidence=N"),
    (["page.txt", "--jobs", "0"], 2, "jobs"),
    (["page.txt", "--no-such-option"], 2, "No such option"),
    (["page.txt", "--config", "none.yaml"], 2, "no such settings file"),
    (["page.txt", "copy/page.txt", "-o", "out/"], 2, "would both write"),
    (["page.txt", "--to", "md,json", "-o", "-"], 2, "one input in one format"),
    (["empty"], 1, "no page found"),
    (["empty.txt"], 1, "empty.txt: the file is empty; nothing to convert"),
    (["binary.txt"], 1, "binary.txt: binary data"),
    (["page.txt", "-o", "page.txt"], 2, "would overwrite an input"),
    (["@none.txt"], 1, "cannot read the list")])
def test_errors_are_one_line_and_write_nothing(command, page: Path, tmp_path: Path, args, code, message) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "copy").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    shutil.copy(page, tmp_path / "copy")
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    done = command(*args)
    assert done.returncode == code
    assert len(lines(done.stderr)) == 1 and message in lines(done.stderr)[0] and done.stdout == b""
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_one_bad_page_does_not_stop_the_others(command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 99)
    done = command("bad.txt", page, "-o", "out/")
    assert done.returncode == 1 and "page.md" in files(tmp_path / "out") and b"bad.txt" in done.stderr and b"Traceback" not in done.stderr


def test_check_writes_nothing_and_lists_what_would_change(command, page: Path, tmp_path: Path) -> None:
    done = command(page, "-o", "out/", "--check")
    assert done.returncode == 1 and b"would change: out/page.md" in done.stderr and not (tmp_path / "out").exists()
    command(page, "-o", "out/")
    assert command(page, "-o", "out/", "--check").returncode == 0
    (tmp_path / "out/page.md").write_text("edited", "utf-8")
    assert command(page, "-o", "out/", "--check").returncode == 1


def test_fail_on(command, page: Path) -> None:
    assert command(page, "--fail-on", "low-confidence=0").returncode == 0
    done = command(page, "--fail-on", "low-confidence=1.0")
    assert done.returncode == 1 and b"lowest confidence" in done.stderr


def test_reports(command, page: Path, tmp_path: Path) -> None:
    from xml.etree import ElementTree

    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    command("bad.txt", page, "-o", "out/", "--report", "r.json", "--junit", "r.xml")
    report = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert report["totals"]["pages"] == 2 and report["totals"]["failed"] == 1 and report["totals"]["peak_memory"]["parent"] > 1_000_000
    assert [set(row) for row in report["pages"]] == [{"page", "status", "articles", "paragraphs", "warnings", "seconds", "error"}] * 2
    suite = ElementTree.parse(tmp_path / "r.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1") and len(suite.findall("testcase/failure")) == 1


def test_annotations_on_github(command, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_bytes(b"\x00\x01" * 99)
    assert b"::error file=p.txt::" in command("p.txt", env={"GITHUB_ACTIONS": "true"}).stderr


def test_log_as_json_and_quiet(command, page: Path) -> None:
    row = json.loads(command(page, "--log-format", "json").stderr)
    assert row["page"] == str(page) and row["articles"] == 4
    assert command(page, "--quiet").stderr == b""


def test_merge_into_one_epub(command, page: Path, tmp_path: Path) -> None:
    shutil.copy(page, tmp_path / "page2.txt")
    assert command(tmp_path, "--merge", "issue.epub").returncode == 0
    assert files(tmp_path) == ["issue.epub", "page.txt", "page2.txt"]


def test_settings_are_found_upwards_and_the_command_line_wins(command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.convert]\nto = 'json'\noutput = 'built/'\n", "utf-8")
    inner = tmp_path / "deep" / "er"
    inner.mkdir(parents=True)
    assert command(page, cwd=inner).returncode == 0 and "page.json" in files(tmp_path / "built")
    assert command(page, "--to", "md", cwd=inner).returncode == 0 and "page.md" in files(tmp_path / "built")


@pytest.mark.parametrize("name, text, message", [
    ("convert.yaml", "formt: md", "unknown setting 'formt'"), ("convert.yaml", "tos: md", "did you mean 'to'?"),
    ("convert.yaml", "jobs: many", "wrong kind"), ("convert.yaml", "a: [", "convert.yaml:1: not YAML"), ("pyproject.toml", "x = [", "not TOML")])
def test_wrong_settings_are_named(command, page: Path, tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = command(page)
    assert done.returncode == 2 and message in done.stderr.decode() and len(lines(done.stderr)) == 1


def test_version_and_help(command) -> None:
    assert command("--version").stdout.decode().strip().endswith(__version__)
    text = command("--help").stdout.decode()
    assert "Examples:" in text and "convert pages/ --to md,json" in text and "Exit codes:" in text


def test_every_option_has_help_and_stands_in_the_manual() -> None:
    manual = (ROOT / "docs" / "command.md").read_text("utf-8")
    for param in main.params:
        if param.param_type_name == "option":
            assert param.help, param.name
            assert param.opts[-1] in manual, f"{param.opts[-1]} is missing from docs/command.md"


def test_a_warm_start_is_fast(command) -> None:
    command("--help")
    best = min(_timed(command) for _ in range(5))
    assert best < 0.4, "--help imports too much (make bench measures it without the test's own cost)"


def _timed(command) -> float:
    start = time.perf_counter()
    command("--help")
    return time.perf_counter() - start


def test_a_closed_pipe_is_no_traceback(page: Path) -> None:
    import subprocess

    shell = f'"{sys.executable}" -m convert "{page}" --to json -o - | head -c 10 >/dev/null'
    assert b"Traceback" not in subprocess.run(["sh", "-c", shell], capture_output=True, cwd=page.parent).stderr
