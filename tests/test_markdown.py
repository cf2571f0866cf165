"""Markdown that parses back to the same text, checked with markdown-it-py."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt

from convert.model import Article, Block, Document, Part, Source
from convert.writers.to_markdown import _CONTROL, escape, to_markdown

PARSER = MarkdownIt("commonmark")
SPANS = ((1, 1),)


def shown(markdown: str) -> list[tuple[str, str]]:
    """(tag, text) of every block as a CommonMark reader sees it."""
    out, tag = [], ""
    for token in PARSER.parse(markdown):
        if token.type.endswith("_open"):
            tag = token.tag
        elif token.type == "inline":
            out.append((tag, "".join(child.content if child.type in ("text", "text_special", "code_inline", "html_inline") else f"<{child.type}>"
                                     for child in token.children or [])))
        elif token.type in ("html_block", "code_block", "fence", "hr"):
            out.append((token.type, token.content))
    return out


def page(*blocks: Block, headline: str = "标题", kicker: str = "引题", name: str = "page.txt") -> Document:
    article = Article("a1", "article", Part(kicker, SPANS), (Part(headline, SPANS),), (Part("副题", SPANS),), blocks=blocks)
    return Document(Source(name, "0" * 64, "utf-8", ("x",)), "zh-Hans", (article,))


NASTY = ["1. 第一", "1) 一", "# 不是标题", "* 星", "> 引", "- 项", "+ 加", "=== ", "---", "a < b && c > d", "_下划线_", "[链接](x)", "`代码`", "**粗**",
         "&amp; &#65;", "\\ 反斜杠", "![图](x)", "<script>alert(1)</script>", "<!-- x -->", "~~~", "    缩进", "\u3000\u3000缩进两格", "行尾  ", "***", "| a | b |",
         "http://example.org/a_b", "# ", "标题 #", "12345678901. 长", "^脚注", "$数学$", "1.5倍", "2024年"]


@pytest.mark.parametrize("text", NASTY)
def test_paragraphs_come_back_as_they_were(text: str) -> None:
    assert shown(escape(text)) == [("p", text)]


@pytest.mark.parametrize("text", NASTY)
def test_headlines_come_back_as_they_were(text: str) -> None:
    assert shown("# " + escape(text)) == [("h1", text)]


@settings(max_examples=400)
@given(st.text(min_size=1, max_size=60))
def test_any_text_comes_back(text: str) -> None:
    text = _CONTROL.sub("", text).replace("\t", " ")
    if text.strip():
        assert shown(escape(text)) == [("p", text)]
        assert shown("# " + escape(text)) == [("h1", text)]


def test_the_form_is_steady() -> None:
    text = to_markdown(page(Block("正文。", SPANS, 1.0, "paragraph"), Block("小标题", SPANS, 1.0, "crosshead")))
    assert shown(text.split("---\n", 2)[2]) == [("h1", "标题"), ("h6", "引题"), ("h2", "副题"), ("p", "正文。"), ("h3", "小标题")]


@pytest.mark.parametrize("name", ["page.txt", "a: b\n#c.txt", '"quoted".txt', "\u202ename.txt", "---.txt", "\ud800.txt"])
def test_front_matter_is_yaml_whatever_the_name(name: str) -> None:
    text = to_markdown(page(name=name)).encode("utf-8", "replace").decode()
    front = yaml.safe_load(re.match(r"---\n(.*?)\n---\n", text, re.S)[1])
    assert set(front) == {"source", "sha256", "encoding", "language", "articles"}


def test_provenance_is_off_unless_asked_for() -> None:
    found = page(Block("正文。", ((3, 4), (6, 6)), 1.0, "paragraph"))
    assert "<!--" not in to_markdown(found)
    assert "<!-- lines 3-4, 6 -->\n\n正文。" in to_markdown(found, provenance=True)
