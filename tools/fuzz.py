"""Coverage-guided fuzzing of the reader and pipeline, the rules loader and the corrections, with atheris.

    python tools/fuzz.py --minutes 20

A crash is any exception but ConvertError. Each target gets a third of the time, in a process of its own. The
input that crashed one is kept in the working directory, under the name that libFuzzer gave it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TARGETS = ("page", "rules", "fixes")


def one(target: str, corpus: str, seconds: int) -> None:
    """Fuzz one target; ends with libFuzzer's own summary."""
    import atheris

    with atheris.instrument_imports(include=["convert"]):
        import convert.rules
        from convert import fixes, pipeline
        from convert.errors import ConvertError
        from convert.source import read_source
        from convert.writers import render

    rules = convert.rules.load()

    def page(data: bytes) -> None:
        document = pipeline.run(read_source("fuzz.txt", data), rules)
        for name in ("json", "md", "epub", "proof"):
            render(document, name, True)

    def overlay(data: bytes) -> None:
        path = Path(corpus).with_suffix(".yaml")
        path.write_bytes(data)
        convert.rules._load.cache_clear()
        convert.rules.load(path)

    work = {"page": page, "rules": overlay, "fixes": lambda data: fixes.parse("f.yaml", data)}[target]

    def test(data: bytes) -> None:
        try:
            work(data)
        except ConvertError as error:
            if type(error).__name__ == "ConservationError":
                raise

    atheris.Setup([sys.argv[0], corpus, f"-max_total_time={seconds}", "-max_len=4096", "-timeout=25", "-rss_limit_mb=4096", "-print_final_stats=1"], test)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--target", choices=TARGETS)
    parser.add_argument("--corpus")
    args = parser.parse_args()
    seconds = int(args.minutes * 60)
    if args.target:
        one(args.target, args.corpus, seconds)
        return
    root = Path(__file__).resolve().parent.parent
    seeds = {"page": root.glob("fixtures/*/input.txt"), "rules": root.glob("rules/*.yaml"), "fixes": ()}
    failed = False
    for target in TARGETS:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder, target)
            corpus.mkdir()
            for n, seed in enumerate(seeds[target]):
                (corpus / str(n)).write_bytes(seed.read_bytes()[:4096])
            done = subprocess.run([sys.executable, __file__, "--target", target, "--corpus", str(corpus), "--minutes", str(args.minutes / 3)],
                                  capture_output=True, text=True, cwd=folder, env={**os.environ, "PYTHONHASHSEED": "0"})
            tail = [line for line in done.stderr.splitlines() if line.startswith(("stat::number_of_executed", "Done", "==", "#")) or "ERROR" in line]
            failed |= done.returncode != 0
            print(f"{target}: exit {done.returncode}; " + "; ".join(tail[-3:]), flush=True)
            if done.returncode:
                print(done.stderr[-3000:])
                for crash in (*Path(folder).glob("crash-*"), *Path(folder).glob("timeout-*"), *Path(folder).glob("oom-*")):
                    print("kept:", shutil.copy(crash, "."))
    sys.exit(failed)


if __name__ == "__main__":
    main()
