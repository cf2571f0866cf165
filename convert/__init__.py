"""convert: raw text dumps of newspaper pages in, clean articles out.

>>> import convert
>>> doc = convert.parse("本报讯（记者 李明）昨日，河湾市图书馆开馆。\\n\\n河湾市图书馆开馆\\n")
>>> doc.articles[0].byline.reporters
('李明',)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from convert.model import Document

__version__ = "0.1.0"
__all__ = ["read", "parse", "__version__"]


def read(path: str | Path, *, rules: Sequence[str | Path] = (), script: str | None = None) -> "Document":
    """Convert the page in the file ``path``.

    ``rules`` are rule files laid over the built-in ones; ``script`` is an OpenCC conversion such as
    ``"s2twp"``. Raises :class:`convert.errors.ConvertError` (a file that cannot be read or decoded,
    rules or a script that do not exist) with a message of one line.
    """
    from convert.errors import ConvertError

    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ConvertError(f"{path}: cannot read the file ({error.strerror}); check the path") from None
    return _run(Path(path).name, data, rules, script)


def parse(text: str, *, name: str = "text", rules: Sequence[str | Path] = (), script: str | None = None) -> "Document":
    """Convert the page given as ``text``; ``name`` stands for it in the document. Otherwise as :func:`read`."""
    return _run(name, text.encode("utf-8", "surrogatepass"), rules, script)


def _run(name: str, data: bytes, rules: Sequence[str | Path], script: str | None) -> "Document":
    from convert import pipeline
    from convert.rules import load
    from convert.source import read_source
    from convert.stages.script import check

    loaded = load(*rules)
    if script:
        check(script, loaded)
    return pipeline.run(read_source(name, data), loaded, script)
