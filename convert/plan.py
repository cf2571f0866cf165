"""Which inputs become which outputs: decided as a whole before anything is read or written."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path
from typing import Iterator, NamedTuple, Sequence

from convert.errors import ConvertError, UsageError
from convert.writers import FORMATS

STDIN = Path("-")


class Job(NamedTuple):
    """One page to convert."""

    source: Path
    outputs: tuple[tuple[str, Path], ...]
    """(format, target) pairs."""


class Found(NamedTuple):
    """An input file and its place below the folder it was found in."""

    path: Path
    relative: Path


def plan(inputs: Sequence[str], formats: Sequence[str], output: str | None, glob: str) -> list[Job]:
    """Jobs for files, folders, ``@list`` files and ``-``, in a fixed order.

    Raises :class:`UsageError` where two inputs would write one output or an output would overwrite an
    input, and :class:`ConvertError` for an input that does not exist. Nothing is written.
    """
    found = list(_unique(_inputs(inputs, glob)))
    if not found:
        raise ConvertError(f"no page found: nothing matches {glob!r} in the folders given; see --glob")
    jobs = [Job(f.path, tuple((name, _target(f, name, output, len(found), len(formats))) for name in formats)) for f in found]
    _refuse_clashes(jobs)
    return jobs


def _inputs(inputs: Sequence[str], glob: str) -> Iterator[Found]:
    for text in inputs:
        if text == "-":
            yield Found(STDIN, Path("stdin.txt"))
        elif text.startswith("@"):
            yield from _inputs(_listed(Path(text[1:])), glob)
        else:
            path = Path(text)
            if path.is_dir():
                yield from _walked(path, glob)
            elif path.exists():
                yield Found(path, Path(path.name))
            else:
                raise ConvertError(f"{text}: no such file or folder; check the path")


def _listed(path: Path) -> list[str]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConvertError(f"@{path}: cannot read the list ({getattr(error, 'strerror', 'not UTF-8')})") from None
    listed = [line.strip() for line in lines]
    if any(line.startswith("@") for line in listed):
        raise UsageError(f"@{path}: a list cannot name another list")
    return [line for line in listed if line and not line.startswith("#")]


def _walked(folder: Path, glob: str) -> Iterator[Found]:
    """Pages below ``folder`` in sorted order; a folder reached twice through links is walked once."""
    seen: set[tuple[int, int]] = set()
    for parent, folders, files in os.walk(folder, followlinks=True):
        stat = os.stat(parent)
        if (stat.st_dev, stat.st_ino) in seen:
            folders[:] = []
            continue
        seen.add((stat.st_dev, stat.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            relative = path.relative_to(folder)
            if not name.startswith(".") and (fnmatch(name, glob) or fnmatch(relative.as_posix(), glob)):
                yield Found(path, relative)


def _unique(found: Iterator[Found]) -> Iterator[Found]:
    seen: set[Path] = set()
    for item in found:
        if item.path not in seen:
            seen.add(item.path)
            yield item


def is_folder(output: str, inputs: int, formats: int) -> bool:
    """Whether ``-o`` names a folder: it is one, ends like one, or has to hold several files."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir() or inputs > 1 or formats > 1


def _target(found: Found, format_name: str, output: str | None, inputs: int, formats: int) -> Path:
    name = found.relative.with_name(found.relative.stem + FORMATS[format_name].suffix)
    if output == "-" or found.path == STDIN and output is None:
        if inputs * formats > 1:
            raise UsageError("standard output takes one input in one format; give a folder with -o")
        return STDIN
    if output is None:
        return found.path.with_name(name.name)
    if is_folder(output, inputs, formats):
        if Path(output).is_file():
            raise UsageError(f"{output}: several outputs need a folder, and this is a file")
        return Path(output) / name
    return Path(output)


def _refuse_clashes(jobs: Sequence[Job]) -> None:
    owner: dict[str, Path] = {}
    sources = {os.path.abspath(job.source) for job in jobs if job.source != STDIN}
    for job in jobs:
        for _, target in job.outputs:
            if target == STDIN:
                continue
            key = os.path.abspath(target)
            if key in sources:
                raise UsageError(f"{job.source}: its output {target} would overwrite an input; choose another -o")
            if key in owner:
                raise UsageError(f"{owner[key]} and {job.source} would both write {target}; rename one or convert them apart")
            owner[key] = job.source
