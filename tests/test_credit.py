"""Metadata: a second reading of datelines, bylines and credits; the cases are data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convert.model import Article, Block
from convert.people import people
from convert.rules import load
from convert.stages.credit import credit

CASES, PAPERS = (json.loads((Path(__file__).parent / "cases" / name).read_text("utf-8")) for name in ("credit.json", "papers.json"))
BYLINES = [case for case in PAPERS if case["at"] == "byline"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["blocks"][-1][1][:16])
def test_credit(case: dict) -> None:
    blocks = tuple(Block(text, ((1, 1),), 1.0, role) for role, text in case["blocks"])
    found = credit([Article("a1", "article", blocks=blocks)], load())[0]
    assert list(found.byline.reporters) == case.get("reporters", [])
    assert list(found.byline.photographers) == case.get("photographers", [])
    assert found.byline.organisation == case.get("organisation")
    assert (found.dateline.place, found.dateline.date) == (case.get("place"), case.get("date"))
    assert found.blocks == blocks


@pytest.mark.parametrize("case", BYLINES, ids=[case["text"] for case in BYLINES])
def test_other_papers_bylines_name_their_people(case: dict) -> None:
    found = people(case["text"], load())
    assert (found.reporters, found.photographers) == (case.get("reporters", []), case.get("photographers", []))
