"""One run of the command: from checked settings to outputs, reports and the exit code."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path
from typing import Any, Iterator, Sequence

from convert import batch, report, state
from convert.errors import ConvertError, UsageError
from convert.plan import Job, is_folder, plan
from convert.progress import progress
from convert.report import Row
from convert.save import save, sweep
from convert.writers import FORMATS

STATE_EVERY = 5.0
"""Seconds between writes of the state, so that a killed run loses no more work than that."""


def run(values: dict[str, Any]) -> int:
    """Do what the settings say and return the exit code. Raises :class:`ConvertError` before anything is written."""
    batch.collect_rarely()
    formats = _formats(values["to"], bool(values["merge"]))
    options = _options(values)
    if values["merge"]:
        return _merge(values, options)
    if values["output"] not in (None, "-") and any(text.startswith("@") or os.path.isdir(text) for text in values["inputs"]):
        values = {**values, "output": values["output"].rstrip("/") + "/"}  # a folder's pages go into a folder, even one page
    jobs = plan(values["inputs"], formats, values["output"], values["glob"] or "*.txt")
    return _convert(values, options, jobs)


def _formats(given: Any, merging: bool) -> tuple[str, ...]:
    texts = [given] if isinstance(given, str) else list(given or ())
    names = [name.strip() for text in texts for name in text.split(",") if name.strip()] or ["epub" if merging else "md"]
    for name in names:
        if name not in FORMATS:
            raise UsageError(f"unknown format {name!r}; known: {', '.join(FORMATS)}")
    return tuple(dict.fromkeys(names))


def _options(values: dict[str, Any]) -> batch.Options:
    from convert.rules import load
    from convert.stages.script import check

    given = values["rules"] or ()
    rules = tuple(os.path.abspath(path) if Path(path).exists() else str(path) for path in ([given] if isinstance(given, str) else given))
    loaded = load(*rules)
    if values["script"]:
        check(values["script"], loaded)
    fail_on = values["fail_on"]
    if fail_on and fail_on != "warning":
        name, _, number = fail_on.partition("=")
        try:
            right = name == "low-confidence" and 0 <= float(number) <= 1
        except ValueError:
            right = False
        if not right:
            raise UsageError(f"--fail-on {fail_on}: use warning or low-confidence=N with N from 0 to 1")
    return batch.Options(rules, values["script"], bool(values["provenance"]), values["check"], fail_on)


def _convert(values: dict[str, Any], options: batch.Options, jobs: Sequence[Job]) -> int:
    start = time.perf_counter()
    memory = _Memory(values, options, jobs)
    talk = _Talk(values)
    bar = progress(len(jobs), talk.quiet)
    rows: list[Row] = []
    order = {str(job.source): n for n, job in enumerate(jobs)}
    try:
        for row in memory.rows(values["jobs"] or batch.cores()):
            rows.append(row)
            if len(jobs) == 1 or talk.wants(row):
                talk.row(row)
            bar.step(1)
    finally:
        bar.close()
        memory.write()
    rows.sort(key=lambda row: order[row.page])
    index = _index(values["output"], jobs, rows, options.check)
    if index:
        rows.append(index)
        talk.row(index)
    _report(values, rows, time.perf_counter() - start)
    if len(jobs) > 1:
        talk.total(rows, time.perf_counter() - start)
    return 1 if any(row.failed for row in rows) else 0


class _Memory:
    """What earlier runs left: pages whose outputs are current are not converted again."""

    def __init__(self, values: dict[str, Any], options: batch.Options, jobs: Sequence[Job]) -> None:
        self.options, self.jobs = options, jobs
        output = values["output"]
        keeps = output not in (None, "-") and is_folder(output, len(jobs), max(len(job.outputs) for job in jobs))
        self.state = state.State(Path(output)) if keeps and not options.check else None
        self.force = values["force"]
        self.key = ""
        if self.state:
            from convert.rules import load

            self.key = state.options_key(load(*options.rules).digest, options.script, options.provenance)
            for folder in {target.parent for job in jobs for _, target in job.outputs} | {self.state.folder}:
                sweep(folder)
        self.written = time.monotonic()

    def rows(self, workers: int) -> Iterator[Row]:
        """Rows of all pages: the current ones at once, the others as they are converted."""
        if not self.state:
            yield from batch.run(self.jobs, self.options, workers)
            return
        changed: list[Job] = []
        for job in self.jobs:
            row = None if self.force else self._current(job, self.state)
            if row is None:
                changed.append(job)
            else:
                yield row
        by_page = {str(job.source): job for job in changed}
        for row in batch.run(changed, self.options, workers):
            if row.error is None:
                self._record(by_page[row.page], row, self.state)
            yield row

    def _current(self, job: Job, kept: state.State) -> Row | None:
        """The earlier row of a page whose outputs all stand as they would be written now, else None."""
        try:
            digest = hashlib.sha256(batch.read_bytes(job.source)).hexdigest()
        except ConvertError:
            return None
        found = [entry for target, key in self._keys(job, digest) if (entry := kept.current(target, key)) is not None]
        if len(found) < len(job.outputs):
            return None
        articles, paragraphs, warnings, lowest = found[0]
        # A page that --fail-on may refuse, or whose warnings are to be annotated, is converted again.
        if self.options.fail_on or warnings and os.environ.get("GITHUB_ACTIONS"):
            return None
        return Row(str(job.source), "unchanged", articles, paragraphs, warnings, lowest)

    def _keys(self, job: Job, digest: str) -> list[tuple[Path, str]]:
        return [(target, state.source_key(self.key, name, job.source.name, digest, batch.fixes_digest(job.source)))
                for name, target in job.outputs]

    def _record(self, job: Job, row: Row, kept: state.State) -> None:
        # The digest is that of the bytes which were converted, so a source that changes meanwhile is seen next time.
        for target, key in self._keys(job, row.sha256):
            kept.record(target, key, [row.articles, row.paragraphs, row.warnings, row.lowest])
        if time.monotonic() - self.written > STATE_EVERY:
            self.write()

    def write(self) -> None:
        """Put the state on disk; a folder that cannot be written has been reported by its pages."""
        self.written = time.monotonic()
        if self.state:
            try:
                self.state.write()
            except ConvertError:
                pass


class _Talk:
    """What goes to stderr."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.quiet, self.verbose = bool(values["quiet"]), bool(values["verbose"])
        self.json = values["log_format"] == "json"
        self.github = os.environ.get("GITHUB_ACTIONS") == "true"

    def wants(self, row: Row) -> bool:
        """Whether a page of many is worth a line."""
        return row.failed or self.verbose or self.json or self.github and bool(row.notes)

    def row(self, row: Row) -> None:
        if self.json:
            self._say(report.as_log_json(row))
            return
        if row.failed or not self.quiet:
            self._say(("convert: " if row.error else "") + " ".join(report.summary(row).split()))
        if row.status == "would-change":
            for target in row.outputs:
                self._say(f"would change: {target}")
        if self.verbose:
            for note in row.notes:
                self._say(f"{row.page}:{note.line}: {note.rule}: {note.message}")
        if self.github:
            for line in report.as_annotations(row):
                self._say(line)

    def total(self, rows: Sequence[Row], seconds: float) -> None:
        if self.quiet or self.json:
            return
        failed, same = sum(r.failed for r in rows), sum(r.status == "unchanged" for r in rows)
        plural, stale = report.plural, sum(1 for r in rows if r.stale_fixes)
        self._say(f"{plural(len(rows), 'page')}: {plural(sum(r.articles for r in rows), 'article')}, "
                  f"{plural(sum(r.paragraphs for r in rows), 'paragraph')}, {plural(sum(r.warnings for r in rows), 'warning')}, "
                  f"{same} unchanged, {failed} failed, {seconds:.1f} s"
                  + (f"; stale corrections on {plural(stale, 'page')}" if stale else ""))

    @staticmethod
    def _say(text: str) -> None:
        print(text.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr)


def _report(values: dict[str, Any], rows: Sequence[Row], seconds: float) -> None:
    if values["report"]:
        save(Path(values["report"]), report.to_report(rows, seconds, batch.peak_memory()))
    if values["junit"]:
        save(Path(values["junit"]), report.to_junit(rows, seconds))


def _index(output: str | None, jobs: Sequence[Job], rows: Sequence[Row], check: bool) -> Row | None:
    """Write the index of the run's proof sheets into the output folder, or with ``check`` compare it."""
    from urllib.parse import quote

    from convert.writers.to_proof import to_index

    sheets = {str(job.source): target for job in jobs for name, target in job.outputs if name == "proof"}
    if not sheets or not output or not is_folder(output, len(jobs), 1) or len(jobs) < 2:
        return None
    found = [{"page": row.page, "articles": row.articles, "warnings": row.warnings, "lowest": row.lowest,
              "status": "failed" if row.error and not row.articles else "converted",
              "href": quote(os.path.relpath(sheets[row.page], output)) if row.articles else ""} for row in rows]
    data = to_index(found).encode("utf-8", "replace")
    target = Path(output) / "index.html"
    if not check:
        save(target, data)
    elif not batch.same(target, data):
        return Row(str(target), "would-change", outputs=[str(target)])
    return None


def _merge(values: dict[str, Any], options: batch.Options) -> int:
    from convert.writers.to_epub import merge_epub

    target = Path(values["merge"])
    start = time.perf_counter()
    jobs = plan(values["inputs"], ("json",), str(target.parent) + "/", values["glob"] or "*.txt")
    talk = _Talk(values)
    documents, rows = [], []
    for job in jobs:
        row, document = batch.attempt(Job(job.source, ()), options)
        rows.append(row)
        if row.error:
            talk.row(row)
        if document:
            documents.append(document)
    if not documents:
        raise ConvertError("no page could be converted; nothing to merge")
    data = merge_epub(documents, target.stem, options.provenance)
    if options.check:
        same = batch.same(target, data)
        rows.append(Row(str(target), "unchanged" if same else "would-change", outputs=[str(target)]))
        if not same:
            talk.row(rows[-1])
    else:
        save(target, data)
    _report(values, rows, time.perf_counter() - start)
    talk.total(rows, time.perf_counter() - start)
    return 1 if any(row.failed for row in rows) else 0
