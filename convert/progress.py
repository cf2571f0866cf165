"""Progress on stderr: a bar with rate and time left on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Protocol

EVERY = 10.0
"""Seconds between plain lines."""


class Progress(Protocol):
    """What a run tells of its progress."""

    def step(self, pages: int) -> None:
        """So many more pages are done."""

    def close(self) -> None:
        """The run has ended."""


class Silent:
    """No progress."""

    def step(self, pages: int) -> None:
        """Says nothing."""

    def close(self) -> None:
        """Says nothing."""


class Plain:
    """A line every :data:`EVERY` seconds."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.start = self.said = time.monotonic()

    def step(self, pages: int) -> None:
        self.done += pages
        now = time.monotonic()
        if now - self.said >= EVERY:
            rate = self.done / (now - self.start)
            left = (self.total - self.done) / rate if rate else 0
            print(f"{self.done} of {self.total} pages, {rate:.0f} pages/s, {left:.0f} s left", file=sys.stderr, flush=True)
            self.said = now

    def close(self) -> None:
        """The summary follows; nothing to add."""


class Bar:
    """rich's progress bar, on stderr."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress as RichProgress, TextColumn, TimeRemainingColumn

        self._bar = RichProgress(TextColumn("converting"), BarColumn(), MofNCompleteColumn(),
                                 TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
                                 console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("converting", total=total, rate="")
        self._start, self._done = time.monotonic(), 0
        self._bar.start()

    def step(self, pages: int) -> None:
        self._done += pages
        rate = self._done / max(1e-6, time.monotonic() - self._start)
        self._bar.update(self._task, advance=pages, rate=f"{rate:.0f} pages/s")

    def close(self) -> None:
        self._bar.stop()


def progress(total: int, quiet: bool) -> Progress:
    """The fitting kind for this stderr and so many pages."""
    if quiet or total < 2:
        return Silent()
    return Bar(total) if sys.stderr.isatty() else Plain(total)
