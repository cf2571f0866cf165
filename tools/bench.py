"""Measure speed: start-up, whole runs, each stage, scaling with size, many pages.

    python tools/bench.py ../shared [--pages 2000]

Prints MB of input a second (1 MB = 10^6 bytes); best of several runs, one process unless said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable

from convert import pipeline
from convert.batch import collect_rarely
from convert.language import language
from convert.rules import load
from convert.source import numbered, read_source
from convert.stages.close import close
from convert.stages.columns import columns
from convert.stages.credit import credit
from convert.stages.headline import build
from convert.stages.label import label
from convert.stages.mend import mend
from convert.stages.part import part
from convert.stages.segment import segment
from convert.stages.separate import separate
from convert.stages.space import letter_spaced, space
from convert.stages.unwrap import unwrap
from convert.writers import render

RULES = load()


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest of ``runs`` runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def started(*args: str) -> float:
    return best(lambda: subprocess.run([sys.executable, "-m", "convert", *args], capture_output=True, check=True), 7)


def stages(pages: list[tuple[str, bytes]]) -> None:
    """Each stage by itself, on what the stage before it made."""
    size = sum(len(data) for _, data in pages) / 1e6
    state: dict[str, list] = {"sources": pages}

    def measure(name: str, work: Callable[[], list], into: str) -> None:
        seconds = best(lambda: state.__setitem__(into, work()), 2)
        print(f"  {name:<10} {size / seconds:8.1f} MB/s  {100 * seconds / whole:5.1f} % of the whole")

    whole = best(lambda: [pipeline.run(read_source(n, d), RULES) for n, d in pages], 2)
    measure("decode", lambda: [numbered(read_source(n, d)) for n, d in pages], "raw")
    measure("close", lambda: [close(p) for p in state["raw"]], "closed")
    measure("columns", lambda: [columns(p, RULES)[0] for p in state["closed"]], "split")
    measure("part", lambda: [part(p, RULES) for p in state["split"]], "parted")
    measure("mend", lambda: [mend(p, RULES)[0] for p in state["parted"]], "mended")
    state["spaced"] = [[letter_spaced(x.text) for x in p if x.text] for p in state["mended"]]
    measure("space", lambda: [space(p, RULES) for p in state["mended"]], "lines")
    measure("label", lambda: [label(p, s, RULES) for p, s in zip(state["lines"], state["spaced"])], "labels")
    measure("unwrap", lambda: [unwrap(p, k, RULES) for p, k in zip(state["lines"], state["labels"])], "units")
    measure("separate", lambda: [separate(u, RULES)[0] for u in state["units"]], "separated")
    state["told"] = [pipeline.printed(units) for units in state["separated"]]
    measure("segment", lambda: [segment(u, RULES) for u in state["told"]], "stories")
    measure("headline", lambda: [build(s, RULES, lambda unit: unit.confidence) for s in state["stories"]], "articles")
    measure("credit", lambda: [credit(a, RULES) for a in state["articles"]], "credited")
    measure("language", lambda: [language((x.text for x in p if x.text), RULES) for p in state["lines"]], "languages")
    documents = [pipeline.run(read_source(n, d), RULES) for n, d in pages]
    for name in ("json", "md", "epub", "proof"):
        measure(name, lambda: [render(document, name) for document in documents], "out")
    print(f"  checks of conservation: {100 * conservation(pages) / whole:.1f} % of the whole")


def conservation(pages: list[tuple[str, bytes]]) -> float:
    """Seconds that the pipeline's checks take over all pages."""
    spent = 0.0
    names = ("same_set", "same_text")
    originals = {name: getattr(pipeline, name) for name in names}

    def timed(check: Callable[..., None]) -> Callable[..., None]:
        def run(*args: object, **more: object) -> None:
            nonlocal spent
            start = time.perf_counter()
            check(*args, **more)
            spent += time.perf_counter() - start
        return run

    for name in names:
        setattr(pipeline, name, timed(originals[name]))
    for name, data in pages:
        pipeline.run(read_source(name, data), RULES)
    for name in names:
        setattr(pipeline, name, originals[name])
    return spent


def scaling(pages: list[tuple[str, bytes]]) -> None:
    """Time per byte as one file grows: 1, 10 and 100 times the input."""
    base = b"\n".join(data for _, data in pages)[:100_000]
    base = base[:base.rfind(b"\n") + 1]
    per_byte = []
    for times in (1, 10, 100):
        data = base * times
        seconds = best(lambda: render(pipeline.run(read_source("big.txt", data), RULES), "json"), 3 if times < 100 else 1)
        per_byte.append(seconds / len(data))
        print(f"  {times:>3}x  {len(data) / 1e6:7.2f} MB  {len(data) / 1e6 / seconds:6.2f} MB/s  {per_byte[-1] / per_byte[0]:5.2f} times the time per byte")


def many(shared: Path, count: int) -> None:
    """A folder of many pages of the seed's size: one process, two, and a second run with nothing changed."""
    seed = (shared / "seed" / "page.txt").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        pages, out = Path(folder, "pages"), Path(folder, "out")
        pages.mkdir()
        for n in range(count):
            (pages / f"{n:05}.txt").write_bytes(seed + f"\n— {n} —\n".encode())
        times = {}
        for name, args in (("1 process", ["-j", "1", "--force"]), ("2 processes", ["-j", "2", "--force"]), ("again", ["-j", "2"])):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-m", "convert", str(pages), "--to", "json", "-o", f"{out}/", "-q", *args,
                            "--report", f"{folder}/report.json"], check=True)
            times[name] = time.perf_counter() - start
            peak = json.loads(Path(folder, "report.json").read_text("utf-8"))["totals"]["peak_memory"]
            print(f"  {name:<12} {times[name]:7.1f} s  {count / times[name]:6.0f} pages/s; peak memory: parent {peak['parent'] / 1e6:.0f} MB, "
                  f"largest worker {peak['largest_worker'] / 1e6:.0f} MB")
        print(f"  2 processes are {times['1 process'] / times['2 processes']:.2f} times as fast as 1; "
              f"a second run takes {times['again'] / times['2 processes']:.3f} of the first")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--pages", type=int, default=2000, help="pages of the many-pages run")
    args = parser.parse_args()
    collect_rarely()  # as the command does
    pages = [(path.name, path.read_bytes()) for path in sorted((args.shared / "pages").glob("*/*.txt"))]
    size = sum(len(data) for _, data in pages) / 1e6
    seed = str(args.shared / "seed" / "page.txt")
    print(f"start-up: --help {1000 * started('--help'):.0f} ms; the seed page to Markdown {1000 * started(seed, '-o', '-'):.0f} ms")
    seconds = best(lambda: [render(pipeline.run(read_source(n, d), RULES), "json") for n, d in pages])
    print(f"whole, to JSON: {size / seconds:.2f} MB/s over {len(pages)} pages, {size:.1f} MB")
    print("stages:")
    stages(pages)
    print("scaling:")
    scaling(pages)
    print(f"many pages ({args.pages}):")
    many(args.shared, args.pages)


if __name__ == "__main__":
    main()
