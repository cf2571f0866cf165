"""Joining across line ends: the cases are data."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from convert.joining import join, vocabulary
from convert.lexicon import is_word
from convert.rules import load

RULES = load()
CASES = json.loads((Path(__file__).parent / "cases" / "join.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["joined"][:20])
def test_join(case: dict) -> None:
    words = frozenset(case.get("words", ()))
    assert join(case["before"], case["after"], words, RULES.compound_starts, partial(is_word, short=RULES.short_words)) == case["joined"]


def test_where_no_list_is_known_the_page_s_own_words_decide() -> None:
    assert join("ein in-", "teressanter Garten", ()) == "ein interessanter Garten"
    assert join("der blau-", "graue Garten", {"blau", "graue"}) == "der blau-graue Garten"


def test_vocabulary_leaves_out_halves_of_cut_words() -> None:
    assert vocabulary(["a half-hearted govern-", "ment at work"]) == {"a", "half-hearted", "at", "work"}


def test_vocabulary_tells_whether_compounds_have_the_hyphen_that_cuts() -> None:
    assert "\u2010" in vocabulary(["a half\u2010hearted try"]) and "\u2010" not in vocabulary(["a half-hearted gov\u2010", "ernment"])


@pytest.mark.parametrize(("above", "below", "joined"), [
    ("être au rendez-", "vous avec lui", "être au rendez-vous avec lui"), ("les vignes de Coteaux-", "sur-Aire", "les vignes de Coteaux-sur-Aire"), ("reste la main-", "d’œuvre", "reste la main-d’œuvre"),
    ("« J’en cherche un », sourit-", "elle.", "« J’en cherche un », sourit-elle."), ("la direc-", "tion dément", "la direction dément")])
def test_french_compounds_keep_their_hyphen(above: str, below: str, joined: str) -> None:
    assert join(above, below, keep_hyphen=RULES.compound_words) == joined


def test_compounds_of_a_language_whose_words_are_not_known_keep_their_hyphen() -> None:
    assert join("le vice-", "président", keep_hyphen=RULES.compound_words) == "le vice-président"
    assert join("le prési-", "dent", keep_hyphen=RULES.compound_words) == "le président"
