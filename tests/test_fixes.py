"""Corrections: what they do, when they are stale, and what is wrong with a file of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from convert import pipeline
from convert.errors import UsageError
from convert.fixes import Fix, parse
from convert.rules import load
from convert.source import read_source

from conftest import FIXTURES

PAGE = FIXTURES / "river-side" / "input.txt"
SOURCE = read_source("input.txt", PAGE.read_bytes())


def fixed(*fixes: Fix):
    return pipeline.run(SOURCE, load(), fixes=fixes)


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(SOURCE.lines, 1) if text in line)


def fix(text: str, do: str, **more) -> Fix:
    n = line_of(text)
    return Fix(n, SOURCE.lines[n - 1], do, **more)


def starts(document) -> set[int]:
    return {b.lines[0][0] for a in document.articles for b in a.blocks}


def test_break_and_join() -> None:
    inside = line_of("清晨七点") + 1
    assert inside in starts(fixed(Fix(inside, SOURCE.lines[inside - 1], "break")))
    second = fix("今年以来", "join")
    assert second.line in starts(fixed()) and second.line not in starts(fixed(second))


def test_role() -> None:
    found = fixed(fix("今年以来", "role", role="credit"))
    assert [b.role for a in found.articles for b in a.blocks if b.lines[0][0] == line_of("今年以来")] == ["credit"]


def test_a_headline_moves_to_another_article() -> None:
    to = line_of("清晨七点")
    found = fixed(fix("望江大桥主塔封顶", "move", to=to, to_text=SOURCE.lines[to - 1]))
    assert "望江大桥主塔封顶" in "".join(p.text for p in [*found.articles[0].headline, *found.articles[0].subheads])


def test_a_correction_whose_line_reads_differently_is_stale() -> None:
    n = line_of("今年以来")
    found = fixed(Fix(n, "别的文字", "join"), Fix(9999, "没有这行", "break"))
    stale = [note for note in found.warnings if note.rule == "stale-fix"]
    assert len(stale) == 2 and stale[0].line == n and "mark it again" in stale[0].message
    assert starts(found) == starts(fixed())


def test_spaces_do_not_make_a_correction_stale() -> None:
    n = line_of("今年以来")
    assert not [w for w in fixed(Fix(n, " " + SOURCE.lines[n - 1] + " ", "join")).warnings if w.rule == "stale-fix"]


def test_check_counts_stale_corrections(command, tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path / "p.txt")
    shutil.copy(PAGE, tmp_path / "q.txt")
    (tmp_path / "p.fix.yaml").write_text("fixes:\n  - {line: 3, text: 别的, do: join}\n", "utf-8")
    command("p.txt", "q.txt", "-o", "out/")
    done = command("p.txt", "q.txt", "-o", "out/", "--check", "--report", "r.json")
    assert b"stale corrections on 1 page" in done.stderr
    assert '"stale_fixes": 1' in (tmp_path / "r.json").read_text("utf-8")


def test_a_changed_correction_makes_the_page_again(command, tmp_path: Path) -> None:
    shutil.copy(PAGE, tmp_path / "p.txt")
    command("p.txt", "-o", "out/")
    n = line_of("今年以来")
    (tmp_path / "p.fix.yaml").write_text(f"fixes:\n  - {{line: {n}, text: '{SOURCE.lines[n - 1]}', do: join}}\n", "utf-8")
    before = (tmp_path / "out/p.md").read_bytes()
    assert command("p.txt", "-o", "out/").returncode == 0 and (tmp_path / "out/p.md").read_bytes() != before


@pytest.mark.parametrize("text, message", [
    ("fixes: [", "x.fix.yaml:1: not YAML"), ("fixes: 3", "expected a list"), ("fixes:\n - {line: 1, text: a, do: fly}", "x.fix.yaml:2: do must be"),
    ("fixes:\n - {line: a, text: b, do: join}", ":2: line must be a number"), ("fixes:\n - {line: 1, text: b, do: role, role: king}", "role must be"),
    ("fixes:\n - {line: 1, text: b, do: move}", "line and to must be given"), ("fixes:\n - 7", "a correction is a map")])
def test_a_wrong_file_is_located(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse("x.fix.yaml", text.encode())
