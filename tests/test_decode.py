"""Rows whose label the likeliest reading of a page does not settle."""

from __future__ import annotations

from types import SimpleNamespace

from convert.decode import stands_alone
from convert.model import Label


def test_a_row_that_ends_early_and_not_as_a_sentence_does_stands_alone() -> None:
    def stands(text_above: str, room: int, last: str = "H", tag: str = "B-body") -> bool:
        seen = SimpleNamespace(wide=True, last=[text_above, last, "H"], room=lambda i: room)
        return stands_alone(1, seen, [Label("B-body", 1.0, 1.0), Label(tag, 1.0, 1.0)])

    assert stands("E", 20)
    assert not stands("E", 2) and not stands("H", 20) and not stands("E", 20, last="E") and not stands("E", 20, tag="I-body")
