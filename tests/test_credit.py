"""Metadata: a second reading of datelines, bylines and credits; the cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convert.model import Article, Block
from convert.rules import load
from convert.stages.credit import credit

CASES = json.loads((Path(__file__).parent / "cases" / "credit.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["blocks"][-1][1][:16])
def test_credit(case: dict) -> None:
    blocks = tuple(Block(text, ((1, 1),), 1.0, role) for role, text in case["blocks"])
    found = credit([Article("a1", "article", blocks=blocks)], load())[0]
    assert list(found.byline.reporters) == case.get("reporters", [])
    assert list(found.byline.photographers) == case.get("photographers", [])
    assert found.byline.organisation == case.get("organisation")
    assert (found.dateline.place, found.dateline.date) == (case.get("place"), case.get("date"))
    assert found.blocks == blocks
