"""The whole path on pages written for it: right to the paragraph, golden outputs, valid JSON, the order of stages."""

from __future__ import annotations

import inspect
import json
import re

import pytest

import convert
from convert import pipeline
from convert.model import Document
from convert.writers import render

from conftest import FIXTURES, PAGES, squeezed, truth

PROSE = ("paragraph", "caption", "crosshead")


def document(page: str) -> Document:
    return convert.read(FIXTURES / page / "input.txt")


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_right_to_the_paragraph(page: str) -> None:
    want, found = truth(page), document(page)
    assert found.language == want["language"]
    assert [[squeezed(p) for p in a["body"]] for a in want["articles"]] == [
        [squeezed(b.text) for b in a.blocks if b.role in PROSE] for a in found.articles]
    assert [squeezed(a["headline"]) for a in want["articles"]] == [squeezed("".join(p.text for p in a.headline)) for a in found.articles]
    assert [squeezed(text) for text in want["furniture"]] == [squeezed(p.text) for p in found.furniture]


@pytest.mark.parametrize("page", PAGES)
def test_kickers_subheads_bylines_and_credits(page: str) -> None:
    for want, found in zip(truth(page)["articles"], document(page).articles):
        assert squeezed(want.get("kicker")) == squeezed(found.kicker.text if found.kicker else "")
        assert [squeezed(s) for s in want.get("subheads", [])] == [squeezed(p.text) for p in found.subheads]
        assert squeezed(want.get("byline")) == "".join(squeezed(b.text) for b in found.blocks if b.role == "byline")
        assert squeezed(want.get("credit")) == "".join(squeezed(b.text) for b in found.blocks if b.role == "credit")
        assert want.get("kind", "article") == found.kind


@pytest.mark.parametrize("page", PAGES)
def test_who_filed_it_and_where(page: str) -> None:
    for want, found in zip(truth(page)["articles"], document(page).articles):
        if "reporters" in want:
            assert want["reporters"] == list(found.byline.reporters)
            assert want.get("photographers", []) == list(found.byline.photographers)
            assert want["place"] == found.dateline.place


@pytest.mark.parametrize("page", PAGES)
def test_paragraphs_read_as_printed(page: str) -> None:
    """Word spaces, hyphens and quotation marks too, not only the characters."""
    def plain(text: str) -> str:
        return re.sub(r"(?<=[\u2e80-\uffef]) | (?=[\u2e80-\uffef])", "", text)

    for want, found in zip(truth(page)["articles"], document(page).articles):
        assert [plain(p) for p in want["body"]] == [plain(b.text) for b in found.blocks if b.role in PROSE]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["json", "md"])
def test_golden(page: str, name: str, checked) -> None:
    made = render(document(page), name)
    if name == "json":
        checked(made)
    assert made == (FIXTURES / page / f"expected.{name}").read_bytes(), "make golden renews the expected outputs"


@pytest.mark.parametrize("page", PAGES)
def test_every_line_is_accounted_for_once(page: str) -> None:
    """Provenance: each non-blank source line is in a part (side-by-side columns: in several)."""
    found = document(page)
    parts = [p for a in found.articles for p in pipeline.parts_of(a)] + list(found.furniture)
    covered = {n for part in parts for first, last in part.lines for n in range(first, last + 1)}
    assert covered == {n for n, line in enumerate(found.source.lines, 1) if line.strip()}


@pytest.mark.parametrize("page", PAGES)
def test_clean_text_stays_clean(page: str) -> None:
    """Converting the articles as one line a paragraph gives the same paragraphs again."""
    found = document(page)
    paragraphs = [b.text for a in found.articles for b in a.blocks if b.role == "paragraph"]
    from convert.rules import load
    from convert.stages.mend import mend
    from convert.stages.space import space
    from convert.source import numbered, read_source

    lines = numbered(read_source("again", "\n".join(paragraphs).encode()))
    mended, notes = mend(lines, load())
    assert [line.text for line in space(mended, load())] == paragraphs and not notes


def test_a_byline_cut_in_the_middle_of_a_name() -> None:
    assert document("river-after").articles[0].byline.reporters == ("林知秋",)
    assert document("river-after").articles[2].byline.reporters == ("邵青禾",)


def test_words_that_pdfium_cut_are_whole_again() -> None:
    found = convert.parse("Ferry Opens\nThe ferry across the bay is a self\uFFFErun business of the town, and it was built\n"
                                 "in the north. Passengers were glad of the infor\uFFFEmation on the way. Other information is given daily.\n")
    text = " ".join(b.text for a in found.articles for b in a.blocks)
    assert "a self-run business" in text and "the information on" in text


def test_the_order_of_the_stages() -> None:
    """A reordering is a decision: it changes this test."""
    text = inspect.getsource(pipeline)
    run = inspect.getsource(pipeline._read) + inspect.getsource(pipeline.run)
    calls = re.findall(r"\b(fresh|_clean|_spaced|label|reread|correct_labels|place|_unwrapped|_segmented|correct_stories|_built|credit|script)\(", run)
    assert calls == ["_clean", "_spaced", "label", "reread", "correct_labels", "place", "_unwrapped", "_segmented",
                     "fresh", "correct_stories", "credit", "_built", "script"]
    assert text.index("close(lines)") < text.index("_ordered(closed, rules)") < text.index("untwine(ordered)") < text.index("part(single, rules)") < text.index("mend(parted, rules)")
    assert text.index('("columns", columns)') < text.index('("turn", turn)')


def test_form_feeds_part_pages_that_are_read_by_themselves() -> None:
    """Of an issue taken out of one PDF: the second page's lines keep their numbers, its habits are its own."""
    first, second = ((FIXTURES / page / "input.txt").read_text("utf-8") for page in ("river-after", "river-single"))
    alone, other = convert.parse(first), convert.parse(second)
    both = convert.parse(f"{first}\f{second}\f")
    assert [[b.text for b in a.blocks] for a in both.articles] == [[b.text for b in a.blocks] for a in (*alone.articles, *other.articles)]
    assert [a.id for a in both.articles] == [f"a{n}" for n in range(1, len(both.articles) + 1)]
    offset = len(first.splitlines())
    assert both.articles[-1].blocks[-1].lines == tuple((a + offset, b + offset) for a, b in other.articles[-1].blocks[-1].lines)


def test_script_conversion_reaches_every_text() -> None:
    found = convert.read(FIXTURES / "river-after" / "input.txt", script="s2twp")
    assert found.language == "zh-Hant-TW"
    told = json.loads(render(found, "json"))
    assert told["articles"][0]["byline"]["organisation"] == "河灣日報"
    assert "圖書館" in told["articles"][0]["headline"][0]["text"]
    assert told["articles"][2]["dateline"]["place"] == "雲嶺"
    assert found.source.lines == document("river-after").source.lines


def test_library_errors_are_one_line(tmp_path) -> None:
    from convert.errors import ConvertError

    for bad in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ConvertError) as error:
            convert.read(bad)
        assert "\n" not in str(error.value) and str(bad) in str(error.value)
    with pytest.raises(ConvertError, match="unknown script conversion 's2x'"):
        convert.parse("文", script="s2x")
