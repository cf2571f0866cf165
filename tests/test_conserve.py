"""The proof that nothing is lost: every stage is broken on purpose, and the run stops with its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from convert import conserve, pipeline
from convert.errors import ConservationError
from convert.rules import load
from convert.source import read_source

from conftest import FIXTURES

RULES = load()


def page(name: str = "river-after"):
    path = FIXTURES / name / "input.txt"
    return read_source(path.name, path.read_bytes())


def test_white_space_never_counts() -> None:
    conserve.same_text("space", ["a b", "c"], ["ab\n", " c"])


@pytest.mark.parametrize("before, after, allowed", [(["３年"], ["3年"], {"digits": True}), (["govern-", "ment"], ["government"], {"hyphens": True})])
def test_a_named_change_is_allowed_only_where_it_is_named(before, after, allowed) -> None:
    conserve.same_text("x", before, after, **allowed)
    with pytest.raises(ConservationError, match="stage x"):
        conserve.same_text("x", before, after)


def test_order_counts_for_text_and_not_for_sets() -> None:
    conserve.same_set("x", ["甲", "乙"], ["乙", "甲"])
    with pytest.raises(ConservationError):
        conserve.same_text("x", ["甲", "乙"], ["乙", "甲"])


def test_the_message_shows_what_was_lost() -> None:
    with pytest.raises(ConservationError, match="segment lost '乙' and invented '丙'.*bug in convert"):
        conserve.same_set("segment", ["甲乙"], ["甲丙"])


def _drop_last(lines, *rest):
    return lines[:-1]


def _drop_character(lines, *rest):
    return tuple(line._replace(text=line.text.replace("馆", "")) for line in lines)


def _lose_story(units, *rest):
    from convert.stages.segment import segment

    return segment(units, *rest)[1:]


def _lose_block(stories, *rest):
    from convert.stages.headline import build

    return tuple(replace(a, blocks=a.blocks[1:]) for a in build(stories, *rest))


def _lose_unit(lines, labels, rules):
    from convert.stages.unwrap import unwrap

    return unwrap(lines, labels, rules)[1:]


def _invent(lines, labels, rules):
    from convert.stages.unwrap import unwrap

    units = unwrap(lines, labels, rules)
    return (replace(units[0], text=units[0].text + "新"), *units[1:])


def _lose_row(lines, labels, rules):
    from convert.stages.place import place

    return tuple(found[1:] for found in place(lines, labels, rules))


@pytest.mark.parametrize("stage, broken", [
    ("mend", lambda lines, rules: (_drop_character(lines), ())), ("columns", lambda lines, rules: (_drop_last(lines, rules), 1.0, ())), ("turn", lambda lines, rules: (_drop_last(lines, rules), 1.0, ())), ("space", _drop_character),
    ("place", _lose_row), ("unwrap", _lose_unit), ("unwrap", _invent), ("segment", _lose_story), ("headline", _lose_block)])
def test_a_broken_stage_stops_the_run_with_its_name(stage, broken, monkeypatch) -> None:
    monkeypatch.setattr(pipeline, "build" if stage == "headline" else stage, broken)
    with pytest.raises(ConservationError, match=f"the stage {stage} "):
        pipeline.run(page(), RULES)
