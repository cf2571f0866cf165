"""Many pages: determinism, incremental runs, dying workers, kills at random moments, full disks, hostile input."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from convert.batch import Options, convert_job, run
from convert.plan import plan
from convert.save import save, sweep
from convert.errors import WriteError

from conftest import FIXTURES, PAGES

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"}


def archive(folder: Path, count: int) -> Path:
    """A folder of pages: the fixtures again and again, each with a line of its own."""
    folder.mkdir(parents=True)
    for n in range(count):
        text = (FIXTURES / PAGES[n % len(PAGES)] / "input.txt").read_text("utf-8")
        (folder / f"{n:04}.txt").write_text(text + f"\n— {n} —\n", "utf-8")
    return folder


def digest(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*"))
            if p.is_file() and p.name != ".convert-state.json"}


def convert(*args: object, **more) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "convert", *map(str, args)], capture_output=True, timeout=120,
                          env=ENVIRONMENT | more.pop("env", {}), **more)


def test_the_same_bytes_whatever_the_jobs_locale_zone_and_hash_seed(tmp_path: Path) -> None:
    pages = archive(tmp_path / "pages", 18)
    found = []
    for k, (jobs, env) in enumerate([(1, {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}),
                                     (2, {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}), (5, {"PYTHONUTF8": "0", "LANG": ""})]):
        out = tmp_path / f"out{k}"
        assert convert(pages, "--to", "md,json,epub,proof", "-o", out, "-j", jobs, env=env).returncode == 0
        found.append(digest(out))
    assert found[0] == found[1] == found[2] and len(found[0]) == 18 * 4 + 1


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    pages, out = archive(tmp_path / "pages", 6), tmp_path / "out"
    convert(pages, "-o", out)
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*")}
    done = convert(pages, "-o", out)
    assert b"6 unchanged" in done.stderr and {p: p.stat().st_mtime_ns for p in out.rglob("*")} == before


@pytest.mark.parametrize("change", ["source", "output", "rules", "options", "delete"])
def test_what_changed_is_made_again(tmp_path: Path, change: str) -> None:
    pages, out = archive(tmp_path / "pages", 3), tmp_path / "out"
    convert(pages, "-o", out)
    fresh, args = digest(out), []
    if change == "source":
        (pages / "0001.txt").write_text((pages / "0000.txt").read_text("utf-8"), "utf-8")
    elif change == "output":
        (out / "0001.md").write_text("edited", "utf-8")
    elif change == "delete":
        (out / "0001.md").unlink()
    elif change == "rules":
        (tmp_path / "r.yaml").write_text("furniture: {masthead: [x]}", "utf-8")
        args = ["--rules", tmp_path / "r.yaml"]
    else:
        args = ["--provenance"]
    done = convert(pages, "-o", out, *args)
    unchanged = 0 if change in ("rules", "options") else 2
    assert f"{unchanged} unchanged".encode() in done.stderr
    if change in ("output", "delete"):
        assert digest(out) == fresh


@pytest.mark.parametrize("damage", [b"", b"{", b'{"shape": 1, "entries": {"0000.md": [1]}}', b"[]", b"\xff\x00", b'{"shape": 1, "entries": {"0000.md": ["k", 1, 2, null]}}'])
def test_a_damaged_state_only_costs_time(tmp_path: Path, damage: bytes) -> None:
    pages, out = archive(tmp_path / "pages", 2), tmp_path / "out"
    convert(pages, "-o", out)
    fresh = digest(out)
    (out / ".convert-state.json").write_bytes(damage)
    assert convert(pages, "-o", out).returncode == 0 and digest(out) == fresh
    assert b"2 unchanged" in convert(pages, "-o", out).stderr


def test_two_runs_at_once(tmp_path: Path) -> None:
    pages, out = archive(tmp_path / "pages", 12), tmp_path / "out"
    alone = tmp_path / "alone"
    convert(pages, "-o", alone)
    both = [subprocess.Popen([sys.executable, "-m", "convert", str(pages), "-o", str(out)], env=ENVIRONMENT, stderr=subprocess.DEVNULL) for _ in "ab"]
    assert [process.wait(120) for process in both] == [0, 0]
    assert digest(out) == digest(alone)


def _dies(job, options):
    if job.source.name == "0003.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return convert_job(job, options)


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the workers have to inherit the replaced function")
def test_a_worker_that_dies_is_replaced_and_its_page_reported(tmp_path: Path, monkeypatch) -> None:
    from convert import batch

    pages = archive(tmp_path / "pages", 9)
    jobs = plan([str(pages)], ("md",), str(tmp_path / "out") + "/", "*.txt")
    monkeypatch.setattr(batch, "_convert_chunk", lambda chunk, options: [_dies(job, options) for job in chunk])
    monkeypatch.setattr(batch, "convert_job", _dies)
    # The replaced functions reach the workers by fork; pickling needs names that exist there.
    batch._convert_chunk.__module__, batch._convert_chunk.__qualname__ = "convert.batch", "_convert_chunk"
    rows = {Path(row.page).name: row for row in run(jobs, Options(), 2)}
    assert len(rows) == 9
    assert [name for name, row in rows.items() if row.status == "failed"] == ["0003.txt"]
    assert "died" in rows["0003.txt"].error
    assert sorted(p.name for p in (tmp_path / "out").glob("*.md")) == [f"{n:04}.md" for n in range(9) if n != 3]


def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    """A dozen kills here; make reliability does sixty."""
    pages, out, alone = archive(tmp_path / "pages", 30), tmp_path / "out", tmp_path / "alone"
    convert(pages, "--to", "md,json", "-o", alone)
    fresh = digest(alone)
    chance = random.Random(5)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-m", "convert", str(pages), "--to", "md,json", "-o", str(out), "-j", "2", "--force"],
                                   start_new_session=True, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        time.sleep(chance.uniform(0.15, 0.9))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if out.exists():
            seen = {k: v for k, v in digest(out).items() if not k.startswith(".convert-")}
            assert all(fresh[name] == value for name, value in seen.items()), "half an output was visible"
    assert convert(pages, "--to", "md,json", "-o", out).returncode == 0
    assert digest(out) == fresh


def test_sigint_ends_soon_and_can_be_resumed(tmp_path: Path) -> None:
    pages, out = archive(tmp_path / "pages", 400), tmp_path / "out"
    process = subprocess.Popen([sys.executable, "-m", "convert", str(pages), "-o", str(out), "-j", "2"], stderr=subprocess.PIPE, env=ENVIRONMENT,
                               preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL))  # a shell's background jobs ignore it, and so would what they start
    for _ in range(400):
        time.sleep(0.02)
        if len(list(out.glob("*.md"))) > 60:  # a few chunks are done
            break
    start = time.monotonic()
    process.send_signal(signal.SIGINT)
    text = process.communicate(timeout=10)[1]
    assert process.returncode == 130 and time.monotonic() - start < 2 and b"Traceback" not in text and b"interrupted" in text
    assert (out / ".convert-state.json").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX only")
def test_an_unwritable_folder_is_one_clear_line(tmp_path: Path, page: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = convert(page, "--to", "md", "-o", tmp_path / "file" / "x.md")
    assert done.returncode == 1 and b"cannot write" in done.stderr and done.stderr.count(b"\n") == 1


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "page.md"
    target.write_text("old")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(WriteError, match="No space left on device.*as it was"):
        save(target, b"new")
    assert target.read_text() == "old" and os.listdir(tmp_path) == ["page.md"]


def test_leftovers_of_dead_processes_are_swept_and_no_others(tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    for name in (f".convert-{dead.pid}-abc.tmp", f".convert-{os.getpid()}-abc.tmp", "mine.tmp"):
        (tmp_path / name).write_text("x")
    sweep(tmp_path)
    assert sorted(os.listdir(tmp_path)) == [f".convert-{os.getpid()}-abc.tmp", "mine.tmp"]


HOSTILE = {
    "one-line": "字" * 300_000, "latin-line": "word " * 60_000, "blank": "\n" * 60_000 + "一行\n", "nul-free-controls": "\x01\x02河湾\x07市\n" * 50,
    "bidi": "\u202e河湾\u2066市\u200b报\n" * 50, "xml": "\ufffe\uffff\ufdd0 a\n" * 20, "brackets": "（" * 40_000, "quotes": "“" * 9_999 + "\n" + "”" * 9_999,
    "spaces": "字 " * 50_000, "dashes": "—" * 50_000, "digits": "1 " * 50_000, "form-feeds": "河湾市\f\n" * 500, "markup": "<script>*_[`&amp;\n" * 500,
    "short": "一\n" * 30_000, "gutters": ("甲乙丙丁" + " " * 30) * 3_000, "jagged": "".join("字" * (k % 97) + "\n" for k in range(4_000))}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_in_time_with_nothing_lost(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(HOSTILE[name], "utf-8", newline="")
    start = time.monotonic()
    done = convert(path, "--to", "md,json,epub,proof", "-o", tmp_path / "out/")
    assert time.monotonic() - start < 40 and done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "out/page.json").read_text("utf-8"))
    told = "".join(b["text"] for a in found["articles"] for b in [*a["blocks"], *a["headline"], *a["subheads"], *([a["kicker"]] if a["kicker"] else [])])
    told += "".join(p["text"] for p in found["furniture"])
    from convert.rules import load

    want = "".join(HOSTILE[name].translate(load().replace).split())
    assert sorted(want) == sorted("".join(told.split()))


@pytest.mark.parametrize("name", ["../x.txt", "a\nb.txt", "\u202egpj.txt", "名" * 80 + ".txt", "-dash.txt", "sp ace 'q\".txt"])
def test_hostile_file_names(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    shutil.copy(FIXTURES / "river-single" / "input.txt", folder / name.replace("../", "_.."))
    done = convert(folder, "--to", "md,json,epub,proof", "-o", tmp_path / "out/")
    assert done.returncode == 0, done.stderr
    assert all(p.is_relative_to(tmp_path / "out") for p in (tmp_path / "out").rglob("*")) and len(list((tmp_path / "out").glob("*.md"))) == 1
