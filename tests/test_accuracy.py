"""Floors of accuracy on the shared pages, where they stand beside the repository; lowering one is a decision.

The shipped model has seen these pages in training: the floors guard against regressions. What it gets
right on papers it has not seen is in docs/accuracy.md.
"""

from __future__ import annotations

import collections
import importlib.util
import json

import pytest

from convert import pipeline
from convert.rules import load
from convert.source import read_source
from convert.writers.to_json import as_dict

from conftest import SHARED

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the shared pages are not here")
EVERY = 4
FLOORS = {
    "zh-Hans": {"kept": 1.0, "para_f1": 0.99, "article_exact": 0.96, "headline_exact": 0.97, "text_exact": 0.995},
    "zh-Hant": {"kept": 1.0, "para_f1": 0.99, "article_exact": 0.94, "headline_exact": 0.96, "text_exact": 0.965},
    "daily": {"kept": 1.0, "para_f1": 0.98, "article_exact": 0.95, "headline_exact": 0.93, "text_exact": 0.99},
}


@pytest.fixture(scope="module")
def score():
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(path) -> dict:
    return as_dict(pipeline.run(read_source(path.name, path.read_bytes()), load()))


@pytest.mark.parametrize("folder", FLOORS)
def test_floors(folder: str, score) -> None:
    total: collections.Counter = collections.Counter()
    for path in sorted((SHARED / "pages" / folder).glob("*.txt"))[::EVERY]:
        gold = json.loads(path.with_name(path.stem + ".gold.json").read_text("utf-8"))
        document = told(path)
        total.update(score.score(gold, list(score.units_of(document)), score.meta_of(document)))
    figures = score.figures(total)
    assert {name: figures[name] for name, floor in FLOORS[folder].items() if figures[name] < floor} == {}


def test_the_seed_page_is_right(score) -> None:
    gold = json.loads((SHARED / "seed" / "gold.json").read_text("utf-8"))
    document = told(SHARED / "seed" / "page.txt")
    figures = score.figures(score.score(gold, list(score.units_of(document)), score.meta_of(document)))
    perfect = ("kept", "para_f1", "article_exact", "headline_exact", "headline_linked", "meta_f1")
    assert {name: figures[name] for name in perfect} == dict.fromkeys(perfect, 1.0)
    assert figures["invented"] == 0 and figures["roles"] >= 0.9
