"""What speaks for a new story: signs at a joint, and how much two texts are about the same thing."""

from __future__ import annotations

from convert.joints import SIGNS, boundary, joints_of, signs, told
from convert.kinship import RARE, said, shared, tokens, weight
from convert.model import Line, Unit
from convert.rules import load

RULES = load()
LIBRARY = "河湾市新图书馆昨日正式开馆，馆藏图书六十五万册，设有阅览座位一千八百个，市民凭身份证即可借阅。"
BRIDGE = "望江大桥南北主塔昨日全部封顶，大桥全长一千八百六十米，建成后从城北到机场只需二十分钟。"


def unit(role: str, text: str) -> Unit:
    return Unit(role, text, (Line(1, text, text),), 1.0, float(role == "headline"))


def at_second(*second: Unit) -> dict[str, float]:
    joints = joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY), *second], RULES)
    return dict(zip(SIGNS, signs(told(joints, 0, 1, True), joints[0], joints[1])))


def test_shared_words_of_any_news_count_less_than_names() -> None:
    assert weight(tokens("中国经济发展", RULES)) < weight(tokens("望江大桥封顶", RULES))


def test_traditional_and_simplified_common_words_count_alike() -> None:
    assert weight({"經濟"}) == weight({"经济"}) < RARE


def test_said_and_shared() -> None:
    title, text = tokens("新图书馆开馆", RULES), tokens(LIBRARY, RULES)
    assert said(title, text) > 0.6 > shared(text, tokens(BRIDGE, RULES))
    assert said(title, frozenset()) == shared(frozenset(), text) == -1


def test_latin_words_are_compared_without_the_frequent_ones() -> None:
    assert tokens("They would open the harbour library", RULES) == {"open", "harbour", "library"}


def test_a_crosshead_of_the_same_story_speaks_against_a_new_one() -> None:
    other = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))
    same = at_second(unit("headline", "图书馆的阅览座位"), unit("body", "图书馆设有阅览座位一千八百个，馆藏图书六十五万册，市民凭身份证即可借阅。"))
    assert same["continuity"] > other["continuity"] and same["repeats"] > other["repeats"]
    assert boundary(tuple(other.values())) > 0 > boundary(tuple(same.values()))


def test_a_dateline_under_a_block_speaks_for_a_new_story() -> None:
    plain = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))
    dated = at_second(unit("headline", "大桥主塔封顶"), unit("body", "本报讯（记者 林知秋）" + BRIDGE))
    assert dated["dateline"] == 1.0 and boundary(tuple(dated.values())) > boundary(tuple(plain.values()))


def test_what_texts_share_does_not_count_under_a_dateline() -> None:
    alike = at_second(unit("headline", "图书馆的阅览座位"), unit("body", "本报讯（记者 林知秋）" + LIBRARY))
    other = at_second(unit("headline", "大桥主塔封顶"), unit("body", "本报讯（记者 林知秋）" + BRIDGE))
    assert alike["continuity"] == other["continuity"] and alike["repeats"] == other["repeats"] and boundary(tuple(alike.values())) > 0


def test_the_look_of_a_block_speaks_too() -> None:
    found = at_second(unit("headline", "【城市脉动】大桥主塔封顶，明年 通车"), unit("body", BRIDGE))
    assert (found["column"], found["clause"], found["gap"]) == (1.0, 1.0, 1.0)
    assert at_second(unit("headline", "大桥主塔封顶（城市脉动）"), unit("body", BRIDGE))["column"] == 1.0
    plain = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))
    assert (plain["column"], plain["clause"], plain["gap"], plain["opening"]) == (0.0, 0.0, 0.0, 0.0)
    assert at_second(unit("headline", "大桥主塔封顶"), unit("body", "近日，" + BRIDGE))["opening"] == 1.0


def test_without_a_block_the_labeller_has_no_say() -> None:
    joints = joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY), unit("body", "本报讯（记者 林知秋）" + BRIDGE)], RULES)
    assert (joints[1].block, joints[1].odds) == ((), 0.0)


def test_a_story_that_has_hardly_begun_is_hardly_over() -> None:
    brief = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))["brief"]
    joints = joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY * 8), unit("headline", "大桥主塔封顶"), unit("body", BRIDGE)], RULES)
    long = dict(zip(SIGNS, signs(told(joints, 0, 1, True), joints[0], joints[1])))["brief"]
    assert brief > 0.8 and long == 0.0
