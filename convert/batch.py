"""Convert many pages over processes: fast, one bad page never stops the others, nothing half done.

A worker converts a chunk of pages and writes their outputs itself; the parent only counts. Where a
worker dies, its chunk's pages are tried again one by one in a process of their own, and the page that
kills its process is reported as failed.
"""

from __future__ import annotations

import gc
import hashlib
import os
import re
import resource
import signal
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Sequence

from convert.errors import ConservationError, ConvertError
from convert.fixes import Fix, fixes_path, parse
from convert.model import Document
from convert.plan import STDIN, Job
from convert.report import Row
from convert.save import save

CHUNK = 16
"""Pages a task: large enough that passing tasks costs nothing, small enough that memory stays flat."""
AHEAD = 2
"""Tasks waiting for each worker."""
LEAVE = 1.0
"""Seconds that the thread that manages the workers has to end."""


@dataclass(frozen=True)
class Options:
    """What decides a run's outputs, beside its inputs."""

    rules: tuple[str, ...] = ()
    script: str | None = None
    provenance: bool = False
    check: bool = False
    """Write nothing; report outputs that would change."""
    fail_on: str | None = None
    """``warning``, ``low-confidence=N`` or None."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(jobs: Sequence[Job], options: Options, workers: int) -> Iterator[Row]:
    """A row for each page, as they are done. With one worker everything happens in this process."""
    if workers <= 1 or len(jobs) <= 1:
        for job in jobs:
            yield convert_job(job, options)
        return
    size = max(1, min(CHUNK, -(-len(jobs) // (workers * 4))))
    chunks = [tuple(jobs[i:i + size]) for i in range(0, len(jobs), size)]
    yield from _in_processes(chunks, options, workers)


def _in_processes(chunks: list[tuple[Job, ...]], options: Options, workers: int) -> Iterator[Row]:
    waiting = list(reversed(chunks))
    while waiting:
        running: dict[Future[list[Row]], tuple[Job, ...]] = {}
        pool = ProcessPoolExecutor(workers, initializer=_start_worker)
        broken: list[tuple[Job, ...]] = []
        try:
            while (waiting and not broken) or running:
                while waiting and not broken and len(running) < workers * (1 + AHEAD):
                    chunk = waiting.pop()
                    try:
                        running[pool.submit(_convert_chunk, chunk, options)] = chunk
                    except BrokenProcessPool:  # a worker died between two calls
                        broken.append(chunk)
                done, _ = wait(running, return_when=FIRST_COMPLETED)  # nothing to wait for ends at once
                for future in done:
                    chunk = running.pop(future)
                    try:
                        yield from future.result()
                    except BrokenProcessPool:
                        broken.append(chunk)
            pool.shutdown()
        except BaseException:
            _stop(pool)
            raise
        for chunk in broken:
            yield from _one_by_one(chunk, options)


def _one_by_one(chunk: tuple[Job, ...], options: Options) -> Iterator[Row]:
    """The pages of a chunk whose worker died, each in a process of its own."""
    for job in chunk:
        pool = ProcessPoolExecutor(1, initializer=_start_worker)
        try:
            yield pool.submit(convert_job, job, options).result()
            pool.shutdown()
        except BrokenProcessPool:
            yield Row(str(job.source), "failed", error=f"{job.source}: the process converting it died (killed or out of memory); "
                                                       "convert it alone to see why")
        except BaseException:
            _stop(pool)
            raise


def collect_rarely() -> None:
    """Let the garbage collector look a hundred times less often: a page's values make no cycles and die with it."""
    gc.set_threshold(100_000, 20, 20)


def _start_worker() -> None:
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides; workers are ended by it


def _stop(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    manager: Any = pool._executor_manager_thread
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    if manager is not None:  # Python, on its way out, may wake it just when it closes its pipe, and prints a traceback then
        manager.join(LEAVE)


def _convert_chunk(chunk: tuple[Job, ...], options: Options) -> list[Row]:
    return [convert_job(job, options) for job in chunk]


def convert_job(job: Job, options: Options) -> Row:
    """Convert one page and write its outputs; whatever goes wrong with the page is in the row."""
    return attempt(job, options)[0]


def attempt(job: Job, options: Options) -> tuple[Row, Document | None]:
    """The page's row, and its document where there is one."""
    start = time.perf_counter()
    row = Row(str(job.source))
    document = None
    try:
        document = load_document(job.source, options)
        _count(row, document)
        _deliver(job, document, options, row)
    except ConservationError as error:
        row.status, row.error = "failed", f"{job.source}: {error}"
    except ConvertError as error:
        text = str(error)
        row.status, row.error = "failed", text if str(job.source) in text else f"{job.source}: {text}"
    except MemoryError:
        row.status, row.error = "failed", f"{job.source}: not enough memory for this page; split the file"
    row.seconds = round(time.perf_counter() - start, 4)
    return row, document


def load_document(source: Path, options: Options) -> Document:
    """The document of the page at ``source``; raises :class:`ConvertError`."""
    from convert import pipeline
    from convert.rules import load
    from convert.source import read_source

    page = read_source(_shown(source), read_bytes(source))
    return pipeline.run(page, load(*options.rules), options.script, read_fixes(source))


def read_fixes(source: Path) -> tuple[Fix, ...]:
    """The corrections beside the page at ``source``; raises :class:`ConvertError` for a file that is none."""
    path = fixes_path(source)
    return parse(str(path), read_bytes(path)) if source != STDIN and path.is_file() else ()


def fixes_digest(source: Path) -> str:
    """Digest of the corrections beside the page at ``source``; empty where there are none."""
    path = fixes_path(source)
    if source == STDIN or not path.is_file():
        return ""
    return hashlib.sha256(read_bytes(path)).hexdigest()


def _shown(source: Path) -> str:
    return "stdin" if source == STDIN else source.name


def read_bytes(source: Path) -> bytes:
    """The input's bytes. Raises :class:`ConvertError` where it cannot be read or changes meanwhile."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    try:
        with open(source, "rb") as file:
            before = os.fstat(file.fileno())
            data = file.read()
            after = os.fstat(file.fileno())
    except IsADirectoryError:
        raise ConvertError(f"{source}: this is a folder; give a file") from None
    except OSError as error:
        raise ConvertError(f"{source}: cannot read the file ({error.strerror}); check its permissions") from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ConvertError(f"{source}: the file changed while it was being read; convert it again")
    return data


def _count(row: Row, document: Document) -> None:
    from convert.pipeline import parts_of

    row.articles = len(document.articles)
    row.sha256 = document.source.sha256
    row.paragraphs = sum(b.role in ("paragraph", "caption") for a in document.articles for b in a.blocks)
    row.warnings, row.notes = len(document.warnings), list(document.warnings)
    row.lowest = min((part.confidence for a in document.articles for part in parts_of(a)), default=1.0)
    row.stale_fixes = sum(note.rule == "stale-fix" for note in document.warnings)


def _deliver(job: Job, document: Document, options: Options, row: Row) -> None:
    from convert.writers import render

    refusal = _refusal(row, options.fail_on)
    if refusal:
        row.status, row.error = "refused", f"{job.source}: {refusal}"
    for format_name, target in job.outputs:
        data = render(document, format_name, options.provenance)
        if target == STDIN:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif options.check:
            if not same(target, data):
                row.status = "would-change" if row.status == "converted" else row.status
                row.outputs.append(str(target))
        else:
            if not same(target, data):  # an output that stands as it would be written is left alone
                save(target, data)
            row.outputs.append(str(target))
    if options.check and row.status == "converted":
        row.status = "unchanged"


def same(target: Path, data: bytes) -> bool:
    """Whether the file ``target`` holds ``data``."""
    try:
        return target.read_bytes() == data
    except OSError:
        return False


def _refusal(row: Row, fail_on: str | None) -> str | None:
    if fail_on == "warning" and row.warnings:
        return f"{row.warnings} warnings, first at line {row.notes[0].line}: {row.notes[0].message}"
    if fail_on and fail_on.startswith("low-confidence="):
        floor = float(fail_on.split("=", 1)[1])
        if row.lowest < floor:
            return f"lowest confidence {row.lowest:.2f} is under {floor}"
    return None


def peak_memory() -> dict[str, int]:
    """Highest resident memory, in bytes, of this process and of its largest worker."""
    unit = 1 if sys.platform == "darwin" else 1024
    return {"parent": _own_peak() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit,
            "largest_worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit}


def _own_peak() -> int:
    """This process's peak as Linux counts it, or 0: ``ru_maxrss`` begins with that of whoever started the process."""
    try:
        found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text("ascii", "replace"))
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
