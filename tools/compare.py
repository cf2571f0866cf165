"""Compare two labellers on the same features: the CRF, and a Viterbi search over scores in our own code.

    python tools/compare.py ../shared/pages

Each folder is held out in turn; both train on the other two as they are (no pages set anew). The Viterbi
search takes its scores from an averaged structured perceptron (Collins, 2002), five passes. Printed are
the share of lines with the right tag, the F1 of unit starts, and seconds of training and labelling.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parent))
from gold import Page, read_pages  # noqa: E402
from train import SEED, SETTINGS  # noqa: E402

from convert.model import TAGS  # noqa: E402
from convert.rules import load  # noqa: E402

PASSES = 5
PENALTIES = {"c1": 1.0, "c2": 3.0}
"""A third of the trainer's, whose pages count eighteen times, and these once."""


class Perceptron:
    """Scores of (feature, tag) and (tag, tag) pairs; decoding is an exact Viterbi search."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
        self.steps = [[0.0] * len(TAGS) for _ in TAGS]
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
        self._step_sums = [[0.0] * len(TAGS) for _ in TAGS]
        self._time = 1

    def decode(self, observations: list[list[str]]) -> list[int]:
        size = range(len(TAGS))
        best, back = None, []
        columns = list(zip(*self.steps))
        for features in observations:
            rows = [self.weights[f] for f in features if f in self.weights]
            here = [sum(column) for column in zip(*rows)] if rows else [0.0] * len(TAGS)
            if best is None:
                best = here
                continue
            came, now = [], []
            for tag in size:
                scores = [b + s for b, s in zip(best, columns[tag])]
                top = max(scores)
                came.append(scores.index(top))
                now.append(top + here[tag])
            back.append(came)
            best = now
        path = [best.index(max(best))] if best else []
        for came in reversed(back):
            path.append(came[path[-1]])
        return path[::-1]

    def learn(self, pages: list[Page]) -> None:
        order, chance = list(range(len(pages))), random.Random(SEED)
        for _ in range(PASSES):
            chance.shuffle(order)
            for k in order:
                truth = [TAGS.index(tag) for tag in pages[k].tags]
                self._correct(pages[k].observations, truth, self.decode(pages[k].observations))
        for name, sums in self._sums.items():
            self.weights[name] = [w - s / self._time for w, s in zip(self.weights[name], sums)]
        self.steps = [[w - s / self._time for w, s in zip(row, sums)] for row, sums in zip(self.steps, self._step_sums)]

    def _correct(self, observations: list[list[str]], truth: list[int], guess: list[int]) -> None:
        for i, (t, g) in enumerate(zip(truth, guess)):
            if t != g:
                for name in observations[i]:
                    for tag, sign in ((t, 1.0), (g, -1.0)):
                        self.weights[name][tag] += sign
                        self._sums[name][tag] += sign * self._time
            if i and (t, truth[i - 1]) != (g, guess[i - 1]):
                for a, b, sign in ((truth[i - 1], t, 1.0), (guess[i - 1], g, -1.0)):
                    self.steps[a][b] += sign
                    self._step_sums[a][b] += sign * self._time
        self._time += 1


def crf(pages: list[Page], path: Path):
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**SETTINGS, **PENALTIES})
    for page in pages:
        trainer.append(page.observations, page.tags)
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger.tag


def viterbi(pages: list[Page], path: Path):
    model = Perceptron()
    model.learn(pages)
    return lambda observations: [TAGS[k] for k in model.decode(observations)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    args = parser.parse_args()
    folders = {path.name: list(read_pages(path, load())) for path in sorted(args.pages.iterdir()) if path.is_dir()}
    print("| held out | labeller | lines right | unit starts F1 | training | labelling |\n|---|---|---|---|---|---|")
    for held, pages in folders.items():
        known = [page for name, others in folders.items() if name != held for page in others]
        for name, make in (("CRF", crf), ("Viterbi, perceptron scores", viterbi)):
            with tempfile.TemporaryDirectory() as folder:
                start = time.perf_counter()
                tag = make(known, Path(folder, "model"))
                trained = time.perf_counter() - start
                start = time.perf_counter()
                pairs = [pair for page in pages for pair in zip(page.tags, tag(page.observations))]
                labelled = time.perf_counter() - start
            hit = sum(t[0] == g[0] == "B" for t, g in pairs)
            f1 = 2 * hit / (sum(t[0] == "B" for t, _ in pairs) + sum(g[0] == "B" for _, g in pairs))
            print(f"| {held} | {name} | {sum(t == g for t, g in pairs) / len(pairs):.4f} | {f1:.4f} | {trained:.0f} s | {labelled:.1f} s |", flush=True)


if __name__ == "__main__":
    main()
