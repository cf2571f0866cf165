"""Write a file so that nobody ever sees half of it: temporary file beside the target, then rename.

A run that is killed leaves at most a temporary file; :func:`sweep` removes those of dead processes.
There is no fsync for each output: the state file records sizes, so an output that a power cut emptied
is written again by the next run.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from convert.errors import WriteError

_TEMPORARY = re.compile(r"\.convert-(\d+)-\w+\.tmp")


def save(path: Path, data: bytes) -> None:
    """Put ``data`` under ``path``. Raises :class:`WriteError`; the old file then stands as it was."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise WriteError(f"{path}: a folder has the output's name; choose another with -o")
        handle, temporary = tempfile.mkstemp(prefix=f".convert-{os.getpid()}-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        raise WriteError(f"{path}: cannot write ({error.strerror}); the target is as it was") from None
    finally:
        if temporary is not None:
            try:
                os.unlink(temporary)
            except OSError:
                pass


def sweep(folder: Path) -> None:
    """Remove the temporary files that processes which are no longer alive left in ``folder``."""
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        found = _TEMPORARY.fullmatch(name)
        if found and not _alive(int(found[1])):
            try:
                os.unlink(folder / name)
            except OSError:
                pass


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
