"""Try to lose something: kills at random moments, a disk that fills up, thousands of pages. Prints a table.

    python tools/reliability.py [--kills 60] [--pages 10000]

The pages are the repository's fixtures again and again, each with a line of its own. The full disk needs
root, for a small tmpfs; without it that row says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
COMMAND = [sys.executable, "-m", "convert"]


def archive(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/input.txt"))]
    for n in range(count):
        (folder / f"{n:05}.txt").write_text(texts[n % len(texts)] + f"\n— {n} —\n", "utf-8")
    return folder


def digest(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*"))
            if p.is_file() and p.name != ".convert-state.json"}


def convert(*args: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True)


def kills(folder: Path, count: int) -> str:
    """kill -9 the whole process group at random moments of a run that writes three formats."""
    pages, out, alone = archive(folder / "pages", 200), folder / "out", folder / "alone"
    start = time.perf_counter()
    convert(pages, "--to", "md,json,epub", "-o", alone, "-j", "2")
    whole = time.perf_counter() - start
    fresh, chance, broken, partial, runs = digest(alone), random.Random(11), 0, 0, 0
    while broken < count and runs < 3 * count:
        runs += 1
        process = subprocess.Popen([*COMMAND, str(pages), "--to", "md,json,epub", "-o", str(out), "-j", "2", *(["--force"] if runs % 5 else [])],
                                   start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.05, 0.9 * whole))
        if process.poll() is None:
            broken += 1
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        seen = digest(out) if out.exists() else {}
        partial += sum(fresh[name] != value for name, value in seen.items() if not Path(name).name.startswith(".convert-"))
    convert(pages, "--to", "md,json,epub", "-o", out)
    same = digest(out) == fresh
    return f"kill -9 at random moments | {runs} runs, {broken} killed while running | partial outputs seen: {partial}; next run equals an undisturbed one: {same}"


def full_disk(folder: Path) -> str:
    """Convert onto a tmpfs too small for the outputs, then make room and run again."""
    small = folder / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", small], capture_output=True).returncode:
        return "full disk | not tried | no right to mount a tmpfs here"
    try:
        pages, alone = archive(folder / "pages", 40), folder / "alone"
        convert(pages, "--to", "json", "-o", alone)
        fresh = digest(alone)
        first = convert(pages, "--to", "json", "-o", small / "out")
        seen = digest(small / "out")
        partial = sum(fresh.get(name) != value for name, value in seen.items())
        clear = b"Traceback" not in first.stderr and b"cannot write" in first.stderr
        subprocess.run(["mount", "-o", "remount,size=20m", small], check=True)
        again = convert(pages, "--to", "json", "-o", small / "out")
        return (f"full disk (tmpfs of 160 kB) | 40 pages, exit {first.returncode}, {len(seen)} written | partial: {partial}; one clear line a page: {clear}; "
                f"after making room exit {again.returncode}, equal: {digest(small / 'out') == fresh}")
    finally:
        subprocess.run(["umount", small], capture_output=True)


def thousands(folder: Path, count: int) -> str:
    """The whole archive in three formats with memory and time, then again with nothing changed."""
    pages, out = archive(folder / "pages", count), folder / "out"
    times = []
    for extra in ((), ()):
        start = time.perf_counter()
        done = convert(pages, "--to", "json,md,epub", "-o", out, "-q", "--report", folder / "report.json", *extra)
        times.append(time.perf_counter() - start)
        if len(times) == 1:
            peak = json.loads((folder / "report.json").read_text("utf-8"))["totals"]["peak_memory"]
    made = sum(1 for _ in out.rglob("*.json")) - 1
    return (f"{count} pages to JSON, Markdown, EPUB | exit {done.returncode}, {made} pages made | {times[0]:.0f} s, then {times[1]:.1f} s unchanged "
            f"({times[1] / times[0]:.3f} of the first); peak memory: parent {peak['parent'] / 1e6:.0f} MB, largest worker {peak['largest_worker'] / 1e6:.0f} MB")


def giants(folder: Path) -> str:
    """100 MB in one line, and a million blank lines with a page behind them: time and memory of the whole process."""
    text = (FIXTURES / "river-after" / "input.txt").read_text("utf-8")
    line, told = text.replace("\n", ""), []
    for name, content in (("100 MB in one line", line * (100_000_000 // len(line.encode()))), ("a million blank lines before a page", "\n" * 1_000_000 + text)):
        page = folder / "giant.txt"
        page.write_text(content, "utf-8")
        start = time.perf_counter()
        done = subprocess.Popen([*COMMAND, str(page), "--to", "json", "-o", str(folder / "giant.json"), "--force"], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(done.pid, 0)
        kept = sum(map(len, _texts(json.loads((folder / "giant.json").read_text("utf-8"))))) == len("".join(content.split()))
        told.append(f"{name}: exit {os.waitstatus_to_exitcode(status)}, {time.perf_counter() - start:.0f} s, {usage.ru_maxrss / 1000:.0f} MB, every character kept: {kept}")
    return "giant files | once each | " + "; ".join(told)


def _texts(document: dict) -> list[str]:
    """Every text of a document without its white space."""
    parts = [*document["furniture"]]
    for article in document["articles"]:
        parts += [*([article["kicker"]] if article["kicker"] else []), *article["headline"], *article["subheads"], *article["blocks"]]
    return ["".join(part["text"].split()) for part in parts]


def changing_input(folder: Path) -> str:
    """Rewrite pages while they are being converted; the run after that must be right."""
    pages, out, alone = archive(folder / "pages", 60), folder / "out", folder / "alone"
    process = subprocess.Popen([*COMMAND, str(pages), "--to", "md", "-o", str(out), "-j", "2"], stderr=subprocess.DEVNULL)
    changed = 0
    while process.poll() is None:
        path = pages / f"{changed % 60:05}.txt"
        path.write_text(path.read_text("utf-8") + f"— {changed} —\n", "utf-8")
        changed += 1
        time.sleep(0.004)
    convert(pages, "--to", "md", "-o", out)
    convert(pages, "--to", "md", "-o", alone)
    return f"pages rewritten while being read | {changed} rewrites | next run equals an undisturbed one: {digest(out) == digest(alone)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pages", type=int, default=10_000)
    args = parser.parse_args()
    print("| what was tried | how often | what happened |\n|---|---|---|")
    for trial in (lambda f: kills(f, args.kills), full_disk, changing_input, giants, lambda f: thousands(f, args.pages)):
        with tempfile.TemporaryDirectory() as folder:
            print(f"| {trial(Path(folder))} |", flush=True)


if __name__ == "__main__":
    main()
