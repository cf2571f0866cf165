"""Accuracy on the shared pages, by folder and extractor, beside simple baselines.

    python tools/accuracy.py ../shared                          # print
    python tools/accuracy.py ../shared --write docs/accuracy.md # and renew the tables between the markers
    python tools/accuracy.py ../shared --folds .venv/folds      # also with each folder held out of training
    python tools/accuracy.py ../shared --printed .venv/english .venv/layout  # also on the pages of tools/printed.py

The figures are those of ../shared/score.py.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import ModuleType

from judging import judged

from convert import pipeline
from convert.rules import load
from convert.source import read_source
from convert.writers.to_json import as_dict

FIGURES = ("kept", "furniture_left", "invented", "para_p", "para_r", "para_f1", "article_exact", "headline_exact", "headline_linked", "roles",
           "text_exact", "meta_f1")
PRINTED = {"english": "### English news, printed in a browser: a language and papers that nothing was learned from",
           "japanese": "### Made-up Japanese stories, printed in a browser: no Japanese text was learned from",
           "book-mainland": "### A book of made-up stories in the manner of dailies of the mainland",
           "book-taiwan-hongkong": "### The same of papers of Taiwan and Hong Kong",
           "book-japanese-2": "### The same of Japanese papers, a second book",
           "book-japanese-3": "### The same of Japanese papers, a third book",
           "book-english": "### The same of American local papers",
           "book-french": "### The same of French regional papers",
           "book-german": "### The same of German regional papers",
           "book-spanish": "### The same of Spanish regional papers",
           "book-italian": "### The same of Italian regional papers",
           "plain": "### Chinese articles in columns as `pdftotext` prints them without an option, and pdfminer",
           "rows": "### Chinese articles in columns as pdfplumber prints them, from height to height across the columns",
           "padded": "### The People's Daily again, side by side, as four extractors print it when asked to keep the page's layout",
           "vertical": "### The same Japanese stories in vertical rows, as every extractor gives them",
           "web": "### News sites of the mainland, printed in a browser: articles of some thirty houses that nothing was learned from",
           "web-hant": "### News sites of the mainland in traditional script",
           "web-latin": "### News sites in English, French, Spanish and Latvian",
           "press": "### The People's Daily of January 1998, printed in a browser: a fourth paper (its articles are among the pages set anew for training)",
           "press-hant": "### The People's Daily in traditional script",
           "layout": "### Chinese articles in columns as `pdftotext -layout` prints them: a shape that nothing was learned from"}
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Tally:
    """Counts by folder and by extractor, and the reliability of confidences."""

    def __init__(self, score: ModuleType) -> None:
        self.score = score
        self.counts: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
        self.trust: list[tuple[float, bool]] = []

    def add(self, groups: list[str], gold: dict, outputs: list, meta: list | None) -> None:
        found = self.score.score(gold, outputs, meta)
        for group in groups:
            self.counts[group].update(found)

    def table(self, title: str) -> str:
        rows = [f"| {title} | pages | " + " | ".join(FIGURES) + " |", "|---" * (len(FIGURES) + 2) + "|"]
        for group, count in self.counts.items():
            figures = self.score.figures(count)
            rows.append(f"| {group} | {figures['pages']} | " + " | ".join("–" if figures[k] is None else str(figures[k]) for k in FIGURES) + " |")
        return "\n".join(rows)


def convert_folder(folder: Path, tally: Tally, model: str | None) -> None:
    rules = load()
    for text in sorted(folder.glob("*.txt")):
        gold = json.loads(text.with_name(text.stem + ".gold.json").read_text("utf-8"))
        document = pipeline.run(read_source(text.name, text.read_bytes()), rules, model=model)
        told = as_dict(document)
        tally.add([folder.name, f"{folder.name}, {gold['extractor']}"], gold, list(tally.score.units_of(told)), tally.score.meta_of(told))
        tally.trust += [(confidence, right) for _, confidence, right in judged(document, gold["units"], tally.score.squeeze)]


def reliability(rows: list[tuple[float, bool]]) -> str:
    out = ["| confidence given | decisions | right |", "|---|---|---|"]
    for low, high in zip(BINS, BINS[1:]):
        inside = [right for confidence, right in rows if low <= confidence < high]
        if inside:
            out.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {100 * sum(inside) / len(inside):.1f} % |")
    return "\n".join(out)


def baselines(shared: Path, score: ModuleType) -> str:
    """Paragraph figures of three simple ways over the same pages; they know no articles and no roles."""
    kinds = {"every blank line a paragraph": lambda text: re.split(r"\n[ \t\u3000]*\n", text), "every line a paragraph": lambda text: text.split("\n")}
    if shutil.which("ebook-convert"):
        kinds["calibre's heuristics"] = calibre
    rows = ["| baseline | kept | para_p | para_r | para_f1 |", "|---|---|---|---|---|"]
    for name, split in kinds.items():
        total: collections.Counter = collections.Counter()
        for text in sorted((shared / "pages").glob("*/*.txt")):
            gold = json.loads(text.with_name(text.stem + ".gold.json").read_text("utf-8"))
            outputs = [(0, "body", score.squeeze(part)) for part in split(text.read_text("utf-8")) if score.squeeze(part)]
            total.update(score.score(gold, outputs))
        f = score.figures(total)
        rows.append(f"| {name} | {f['kept']} | {f['para_p']} | {f['para_r']} | {f['para_f1']} |")
    return "\n".join(rows)


def calibre(text: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.txt"), Path(folder, "out.txt")
        source.write_text(text, "utf-8")
        subprocess.run(["ebook-convert", source, target, "--enable-heuristics"], capture_output=True, check=True)
        return re.split(r"\n\s*\n", target.read_text("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--folds", type=Path, help="folder of the folds' models (tools/train.py --folds)")
    parser.add_argument("--printed", type=Path, nargs="*", default=[], help="folders of pages printed in a browser, with gold (tools/printed.py)")
    args = parser.parse_args()
    score = scorer(args.shared)
    folders = sorted(path for path in (args.shared / "pages").iterdir() if path.is_dir())
    parts = []
    if args.folds:
        held = Tally(score)
        for folder in folders:
            convert_folder(folder, held, str(args.folds / folder.name))
        parts += ["### Held out: each folder with a model trained on the other two", held.table("folder"),
                  "#### Reliability of the confidences, folders held out", reliability(held.trust)]
    everything = Tally(score)
    for folder in folders:
        convert_folder(folder, everything, None)
    seed = json.loads((args.shared / "seed" / "gold.json").read_text("utf-8"))
    told = as_dict(pipeline.run(read_source("page.txt", (args.shared / "seed" / "page.txt").read_bytes()), load()))
    everything.add(["seed page"], seed, list(score.units_of(told)), score.meta_of(told))
    parts += ["### The shipped model, which has seen these pages in training", everything.table("folder"),
              "#### Reliability of the confidences, the shipped model", reliability(everything.trust), "### Baselines", baselines(args.shared, score)]
    for folder in args.printed:
        printed = Tally(score)
        convert_folder(folder, printed, None)
        parts += [PRINTED[folder.name], printed.table("folder")]
    text = "\n\n".join(parts)
    print(text)
    if args.write:
        page = args.write.read_text("utf-8")
        args.write.write_text(page[:page.index(BEGIN) + len(BEGIN)] + "\n\n" + text + "\n\n" + page[page.index(END):], "utf-8")


if __name__ == "__main__":
    main()
