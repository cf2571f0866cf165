"""The shared pages with other damage: the same pages spelt otherwise, and their articles set in shapes that the pages do not have.

    python tools/damage.py ../shared .venv/folds     # prints the table of docs/accuracy.md

A page says the same however its dump spells it: the first rows should all be alike. The others set every unit of a page
anew, in narrow and wide columns, one line each, or with the headlines below their stories. Each folder is converted
with the model that has not seen it; every second page is taken.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Callable, Iterable, Sequence

from accuracy import Tally, convert_folder, scorer
from papers import role_of, text_of
from wrapping import wrapped

from convert.model import HEADINGS

FIGURES = ("kept", "para_f1", "article_exact", "headline_exact", "meta_f1")
EVERY, SEED = 2, 3
RADICALS = str.maketrans("人文一大日生工民水方立行高用户", "⼈⽂⼀⼤⽇⽣⼯⺠⽔⽅⽴⾏⾼⽤⼾")
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
HEADLINE_ROW = 44
"""Half-ems of a headline's row at least."""
Units = Sequence[dict]


def each(change: Callable[[str], str]) -> Callable[[str], str]:
    """The change at every line that is not blank."""
    return lambda text: "\n".join(change(line) if line.strip() else line for line in text.split("\n"))


def rows_of(text: str) -> list[str]:
    return [row for row in text.split("\n") if row.strip()]


def gapped(share: float, text: str) -> str:
    """The text with a space behind this share of its wide characters, as justification and OCR leave them."""
    rng = random.Random(SEED)
    return re.sub("[\u4e00-\u9fff](?=[\u4e00-\u9fff])", lambda found: found[0] + " " * (rng.random() < share), text)


SPELT: dict[str, Callable[[str], str]] = {
    "as they are": str,
    "a margin before every row": each(lambda row: "  " + row),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "straight quotes": lambda text: text.translate(str.maketrans("“”", '""')),
    "quotes of Taiwan (〝〞)": lambda text: text.translate(str.maketrans("“”", "〝〞")),
    "dashes of a table (─)": lambda text: text.replace("—", "─"),
    "full-width digits": lambda text: text.translate(WIDE_DIGITS),
    "radicals": lambda text: text.translate(RADICALS),
    "a space behind one wide character in fifty": partial(gapped, 0.02),
    "a space behind one wide character in ten": partial(gapped, 0.1),
    "a space behind every wide character": lambda text: re.sub("([\u3001-\uffef])(?=[^\n])", r"\1 ", text),
    "half-width marks (Unicode's form KC)": partial(unicodedata.normalize, "NFKC"),
    "no blank line": lambda text: "\n".join(rows_of(text)),
    "a blank line after every row": lambda text: "\n\n".join(rows_of(text)),
}


def set_in(column: int, indent: int, units: Units, head: Callable[[str], Iterable[str]] = lambda row: (row,), capitals: bool = False) -> str:
    """The units in rows of ``column`` characters, headlines wider, with a blank line where a column ended and above headlines.

    ``head`` says what extraction makes of a headline's row; with ``capitals`` an article begins with a drop cap.
    """
    rng = random.Random(SEED)
    rows: list[str] = []
    left = rng.randint(40, 70)
    begun: set[str] = set()
    for unit in units:
        role, text = role_of(unit), text_of(unit)
        if role == "headline":
            rows.append("")
        width = 2 * column if role in ("body", "credit", "caption") else max(2 * column, HEADLINE_ROW)
        opens = role == "body" and not unit["role"].endswith("+")
        first = opens and unit["article"] not in begun
        if first:
            begun.add(unit["article"])
        if first and capitals and text[0].isalpha():
            rows.append(text[0])
            text = text[1:]
        for row in wrapped(text, width, 0 if first and capitals else indent if opens else 0, False, rng):
            rows += head(row) if role == "headline" else (row,)
            left -= 1
            if not left:
                rows.append("")
                left = rng.randint(40, 70)
    return "\n".join(rows) + "\n"


def unwrapped(units: Units) -> str:
    return "\n".join(map(text_of, units)) + "\n"


def heads_last(units: Units) -> list[dict]:
    """The units with each article in one piece, its headline block behind its body."""
    by_article: dict[str, list[dict]] = {}
    for k, unit in enumerate(units):
        by_article.setdefault(unit["article"] if unit["article"] != "0" else f"0 {k}", []).append(unit)
    return [unit for found in by_article.values() for unit in sorted(found, key=lambda unit: role_of(unit) in HEADINGS)]


SHAPES: dict[str, tuple[Callable[[Units], Units], Callable[[Units], str]]] = {
    **{f"columns of {column} characters, {'indented' if indent else 'no indents'}": (list, partial(set_in, column, indent))
       for column, indent in ((10, 4), (10, 0), (20, 0), (36, 4))},
    "a line for every paragraph": (list, unwrapped),
    "headlines below, columns of 16": (heads_last, partial(set_in, 16, 4)),
    "headlines printed twice, for boldness": (list, partial(set_in, 16, 4, head=lambda row: (row, row))),
    "the same, each character twice": (list, partial(set_in, 16, 4, head=lambda row: ("".join(2 * char for char in row),))),
    "vertical headlines, a character a line": (list, partial(set_in, 16, 4, head=lambda row: row.replace(" ", ""))),
    "drop caps": (list, partial(set_in, 16, 4, capitals=True)),
}
"""By name, in which order a page's units stand, and how they are set."""


def measured(kind: str, shared: Path, folds: Path) -> list[dict]:
    """The figures of every folder with this damage."""
    out = []
    for folder in sorted(path for path in (shared / "pages").iterdir() if path.is_dir()):
        tally = Tally(scorer(shared))
        with tempfile.TemporaryDirectory() as scratch:
            place = Path(scratch, folder.name)
            place.mkdir()
            for page in sorted(folder.glob("*.txt"))[::EVERY]:
                _damage(kind, page, place)
            convert_folder(place, tally, str(folds / folder.name))
        out.append(tally.score.figures(tally.counts[folder.name]))
    return out


def _damage(kind: str, page: Path, place: Path) -> None:
    gold = page.with_name(page.stem + ".gold.json").read_text("utf-8")
    if kind in SPELT:
        text = SPELT[kind](page.read_text("utf-8"))
        gold = re.sub("[“”]", r'\\"', gold) if kind == "straight quotes" else SPELT[kind](gold) if "dashes" in kind or "〝" in kind else gold
    else:
        told = json.loads(gold)
        order, setting = SHAPES[kind]
        told["units"] = order(told["units"])
        text = setting(told["units"])
        gold = json.dumps(told, ensure_ascii=False)
    (place / page.name).write_text(text, "utf-8")
    (place / f"{page.stem}.gold.json").write_text(gold, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("folds", type=Path, help="folder of the folds' models (tools/train.py --folds)")
    args = parser.parse_args()
    kinds = [*SPELT, *SHAPES]
    print("| damage | " + " | ".join(FIGURES) + " |\n" + "|---" * (len(FIGURES) + 1) + "|")
    with ProcessPoolExecutor() as pool:
        for kind, found in zip(kinds, pool.map(partial(measured, shared=args.shared, folds=args.folds), kinds)):
            print(f"| {kind} | " + " | ".join(" / ".join(f"{figures[name]:.3f}" for figures in found) for name in FIGURES) + " |", flush=True)


if __name__ == "__main__":
    main()
