"""What holds for any input at all: one clear error or a valid document that lost and invented nothing."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import convert
from convert import pipeline
from convert.errors import ConservationError, ConvertError
from convert.rules import load
from convert.source import read_source
from convert.writers import FORMATS, render

ALPHABET = st.sampled_from("河湾市报讯记者图书馆一二，。、；：！？“”‘’（）《》【】「」—…·\n\n\n  \u3000\taZ-'\"0９１.,⼈\u200b\u202e\x07<&#*_[]`~|")
TEXT = st.text(ALPHABET | st.characters(exclude_categories=["Cs"]), max_size=400)
QUIET = dict(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@settings(max_examples=200, **QUIET)
@given(TEXT)
def test_any_text_is_converted_or_refused_in_one_line(schema, text: str) -> None:
    try:
        document = convert.parse(text)
    except ConservationError:
        raise
    except ConvertError as error:
        assert "\n" not in str(error)
        return
    told = json.loads(render(document, "json"))
    jsonschema.validate(told, schema)
    for name in FORMATS:
        render(document, name)


@settings(max_examples=200, **QUIET)
@given(st.binary(max_size=600))
def test_any_bytes_are_converted_or_refused(data: bytes) -> None:
    try:
        pipeline.run(read_source("page.txt", data), load())
    except ConservationError:
        raise
    except ConvertError as error:
        assert str(error).startswith("page.txt: ")


@settings(max_examples=60, **QUIET)
@given(st.binary(max_size=300))
def test_any_rule_file_is_read_or_refused_with_a_line(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("rules") / "r.yaml"
    path.write_bytes(data)
    try:
        load(path)
    except ConvertError as error:
        assert str(path) in str(error) or "rules/" in str(error)


@pytest.mark.parametrize("seed", range(6))
def test_order_of_lines_never_loses_any(seed: int) -> None:
    import random

    from conftest import FIXTURES, PAGES

    chance = random.Random(seed)
    lines = [line for page in PAGES for line in (FIXTURES / page / "input.txt").read_text("utf-8").splitlines()]
    chance.shuffle(lines)
    document = convert.parse("\n".join(lines))  # the pipeline's own checks raise where anything is lost
    covered = {n for p in [p for a in document.articles for p in pipeline.parts_of(a)] + list(document.furniture) for a, b in p.lines for n in range(a, b + 1)}
    assert covered == {n for n, line in enumerate(lines, 1) if line.strip()}
