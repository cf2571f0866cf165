"""Rows whose label the likeliest reading of a page does not settle."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from convert.decode import _Said, stands_alone
from convert.model import Label


def test_a_row_that_ends_early_and_not_as_a_sentence_does_stands_alone() -> None:
    def stands(text_above: str, room: int, last: str = "H", tag: str = "B-body") -> bool:
        seen = SimpleNamespace(wide=True, last=[text_above, last, "H"], room=lambda i: room)
        return stands_alone(1, seen, [Label("B-body", 1.0, 1.0), Label(tag, 1.0, 1.0)])

    assert stands("E", 20)
    assert not stands("E", 2) and not stands("H", 20) and not stands("E", 20, last="E") and not stands("E", 20, tag="I-body")


class Tagger:
    """What a labeller says of row 1: the probability of each tag."""

    def __init__(self, **chances: float) -> None:
        self.chances = {name.replace("_", "-"): chance for name, chance in chances.items()}

    def labels(self) -> list[str]:
        return list(self.chances)

    def marginal(self, tag: str, i: int) -> float:
        return self.chances.get(tag, 0.0)


@pytest.mark.parametrize("marks, tag", [("", "B-headline"), ("h", "I-body")])
def test_a_row_likelier_a_heading_of_whatever_kind_than_text_is_one(marks: str, tag: str) -> None:
    said = _Said(Tagger(**{"I_body": 0.3, "B_headline": 0.4, "B_kicker": 0.25, "B_body": 0.05}))
    seen = SimpleNamespace(wide=True, last=["E", "H", "H"], marks=["", marks, ""], room=lambda i: 0)
    assert said.likelier("I-body", 0.3, 1, seen, [Label("B-body", 1.0, 1.0)]) == tag
