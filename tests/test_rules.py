"""Rule files: checked strictly, located errors, users' files on top."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT

from convert.errors import RuleError, RuleTimeout
from convert.rules import load


def overlay(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_masthead_is_added(tmp_path: Path) -> None:
    rules = load(overlay(tmp_path, "furniture:\n  masthead: ['河湾日报']\n"))
    assert rules.furniture.whole("河湾日报") and rules.furniture.whole("第2版 要闻")
    assert not load().furniture.whole("河湾日报")


def test_text_replaces_and_lists_add(tmp_path: Path) -> None:
    rules = load(overlay(tmp_path, "characters: {digits: keep}\nheadline: {kicker_endings: [有话说]}\n"))
    assert not rules.half_width_digits
    assert "有话说" in rules.kicker_endings and "强调" in rules.kicker_endings


def test_a_title_of_a_users_is_known_in_datelines_and_bylines(tmp_path: Path) -> None:
    rules = load(overlay(tmp_path, "credit:\n  reporter_titles: [观察员]\n  bylines: ['{title}团']\n"))
    assert rules.datelines.opens("观察员林知秋报道：水库蓄水。") and rules.bylines.whole("观察员团")
    assert not load().datelines.opens("观察员林知秋报道：水库蓄水。")


def test_bare_off_and_times_stay_words(tmp_path: Path) -> None:
    assert "off" in load(overlay(tmp_path, "headline:\n  kicker_endings: [off, 12:30]\n")).kicker_endings


@pytest.mark.parametrize("text, message", [
    ("furnitur: {masthead: [x]}", r"mine.yaml:1: unknown group 'furnitur'; did you mean 'furniture'\?"),
    ("furniture:\n  mastheads: [x]", r"mine.yaml:2: unknown rule 'mastheads'; did you mean 'masthead'\?"),
    ("furniture:\n  masthead: x", r"mine.yaml:2: masthead must be a list of strings"),
    ("furniture:\n  masthead:\n    - ok\n    - '(['", r"mine.yaml:4: masthead: not a regular expression"),
    ("furniture: [", r"mine.yaml:1: not YAML"),
    ("- a", r"mine.yaml:1: expected a map"),
    ("furniture: {masthead: [x], masthead: [y]}", r"stands twice"),
    ("a: &x 1\nb: *x", r"mine.yaml:1: anchors and aliases"),
    ("characters: {digits: maybe}", r"digits must be half or keep"),
    ("characters: {radicals: abc}", r"not a pair"),
    ("characters: {ligatures: ﬁ}", r"has no letters"),
    ("characters: {vertical: '︒'}", r"vertical: '︒' is not a pair"),
    ("furniture:\n  certain: [date]", r"mine.yaml:2: certain is built in .* masthead"),
    ("credit: {filed: [x]}", r"filed is built in"),
    ("punctuation: {openers: '（'}", r"must pair up"),
    ("a: " + "[" * 60 + "]" * 60, r"nested deeper")])
def test_errors_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load(overlay(tmp_path, text))


def test_a_missing_file_and_binary_rules(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot read the rules"):
        load(tmp_path / "none.yaml")
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="b.yaml:1: not YAML"):
        load(path)


def test_a_yaml_bomb_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"b{i}: &b{i} [*{'a' if not i else f'b{i-1}'},*{'a' if not i else f'b{i-1}'}]\n" for i in range(40))
    with pytest.raises(RuleError, match="anchors"):
        load(overlay(tmp_path, bomb))


def test_a_runaway_pattern_is_stopped_and_named(tmp_path: Path) -> None:
    rules = load(overlay(tmp_path, "furniture:\n  masthead: ['(a|aa)+$']\n"))
    with pytest.raises(RuleTimeout, match="furniture.*a|aa.*0.25 s"):
        rules.furniture.whole("a" * 200 + "b")


def test_the_digest_tells_rules_apart(tmp_path: Path) -> None:
    assert load().digest == load().digest != load(overlay(tmp_path, "headline: {kicker_endings: [x]}")).digest


def test_every_dateline_of_other_papers_manner_opens_a_story() -> None:
    """Save a bare （记者 …）, which a dateline cut by the column's edge goes on with."""
    cases = [case["text"] for case in json.loads((ROOT / "tests" / "cases" / "papers.json").read_text("utf-8")) if case["at"] == "dateline"]
    missed = [text for text in cases if not load().datelines.opens(text + "望江大桥昨日封顶。")]
    assert len(cases) > 30 and set(missed) <= {"（记者 林知秋）"}
    assert load().datelines.opens("记者林知秋报道：望江大桥封顶。") and not load().datelines.opens("记者林知秋报道了望江大桥封顶。")


@pytest.mark.parametrize("line", ["据海河社电", "海河社供本报专稿", "本报综合整理", "摘自《河湾文史》", "作者为河湾大学教授", "*文中人物均为化名", "逢周三刊出", "本文為作者個人意見，不代表本報立場", "2025年3月6日于河湾", "执笔：林知秋"])
def test_what_closes_a_text_is_a_remark(line: str) -> None:
    assert load().remarks.whole(line)


@pytest.mark.parametrize("line", ["据报道这是首座", "作者是谁", "作者为民发声，读者点赞", "文中有画", "本栏目开播", "自河湾出发"])
def test_what_a_headline_may_say_is_none(line: str) -> None:
    assert not load().remarks.whole(line)
