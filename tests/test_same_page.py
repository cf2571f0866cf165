"""What a page says does not depend on how its dump spells it: margins, spaces, quotes, dashes, digits and radicals."""

from __future__ import annotations

import re
import unicodedata
from typing import Callable

import pytest
from conftest import FIXTURES, PAGES

import convert
from convert import pipeline
from convert.model import Document

SIDE_BY_SIDE = {"river-columns", "river-columns-3", "river-layout", "river-side", "river-heights", "ellery-columns", "ellery-boxes"}
CHINESE = [page for page in PAGES if page.startswith("river") and page not in SIDE_BY_SIDE]
USUAL = str.maketrans({"“": '"', "”": '"', "〝": '"', "〞": '"', "─": "—"})
RADICALS = str.maketrans("人文一大日生工民水方立行高用", "⼈⽂⼀⼤⽇⽣⼯⺠⽔⽅⽴⾏⾼⽤")


def each(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change at every line that is not blank."""
    return lambda text: "\n".join(change(line) if line.strip() else line for line in text.split("\n"))


DAMAGE = {
    "margin": each(lambda line: "  " + line),
    "wide margin": each(lambda line: "\u3000" + line),
    "spaces at the end": each(lambda line: line + "   "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "straight quotes": lambda text: text.translate(str.maketrans("“”", '""')),
    "dashes of a table": lambda text: text.replace("—", "─"),
    "full-width digits": lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "tabs as indents": lambda text: text.replace("\u3000\u3000", "\t"),
    "radicals": lambda text: text.translate(RADICALS),
    "compatibility form": lambda text: unicodedata.normalize("NFKC", text),
    "quotes of Taiwan": lambda text: text.translate(str.maketrans("“”", "〝〞")),
    "characters apart": lambda text: re.sub("([\u3001-\uffef])(?=[^\n\u3000])", r"\1 ", text),
}


def told(document: Document) -> list[tuple[int, str, str]]:
    """Every part: its article, its role and what it says, spaces, quotes and dashes aside."""
    return [(k, getattr(part, "role", "heading"), "".join(unicodedata.normalize("NFKC", part.text.translate(USUAL)).split())) for k, article in enumerate(document.articles)
            for part in pipeline.parts_of(article)]


@pytest.mark.parametrize("name", DAMAGE)
@pytest.mark.parametrize("page", CHINESE)
def test_a_page_spelt_otherwise_says_the_same(page: str, name: str) -> None:
    text = (FIXTURES / page / "input.txt").read_text("utf-8")
    damaged = DAMAGE[name](text)
    assert told(convert.parse(damaged)) == told(convert.parse(text))
