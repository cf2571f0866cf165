"""What speaks for a new story: signs at a joint, and how much two texts are about the same thing."""

from __future__ import annotations

from convert.contrast import Texts
from convert.joints import SIGNS, Joint, boundary, joints_of, signs, texts_of, told
from convert.kinship import RARE, said, shared, tokens, weight
from convert.model import Line, Unit
from convert.rules import load

RULES = load()
LIBRARY = "河湾市新图书馆昨日正式开馆，馆藏图书六十五万册，设有阅览座位一千八百个，市民凭身份证即可借阅。"
BRIDGE = "望江大桥南北主塔昨日全部封顶，大桥全长一千八百六十米，建成后从城北到机场只需二十分钟。"


def unit(role: str, text: str) -> Unit:
    return Unit(role, text, (Line(1, text, text),), 1.0, float(role == "headline"))


def signs_at(joints: list[Joint], j: int) -> dict[str, float]:
    return dict(zip(SIGNS, signs(told(joints, 0, j, True), joints[j - 1], joints[j], texts_of(joints, RULES), j)))


def at_second(*second: Unit) -> dict[str, float]:
    return signs_at(joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY), *second], RULES), 1)


def test_what_hiragana_is_part_of_tells_nothing_in_a_text_with_other_words() -> None:
    assert tokens("図書館の蔵書は市民が借りる。", RULES) == {"図書", "書館", "蔵書", "市民"}
    assert tokens("本の森へ", RULES) >= {"本の", "の森", "森へ"}


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
    assert boundary(tuple(other.values()), False) > 0 > boundary(tuple(same.values()), False)


def test_a_dateline_under_a_block_speaks_for_a_new_story() -> None:
    plain = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))
    dated = at_second(unit("headline", "大桥主塔封顶"), unit("body", "本报讯（记者 林知秋）" + BRIDGE))
    assert dated["dateline"] == 1.0 and boundary(tuple(dated.values()), False) > boundary(tuple(plain.values()), False)


def test_what_texts_share_does_not_count_under_a_dateline() -> None:
    alike = at_second(unit("headline", "图书馆的阅览座位"), unit("body", "本报讯（记者 林知秋）" + LIBRARY))
    other = at_second(unit("headline", "大桥主塔封顶"), unit("body", "本报讯（记者 林知秋）" + BRIDGE))
    assert alike["continuity"] == other["continuity"] and alike["repeats"] == other["repeats"] and boundary(tuple(alike.values()), False) > 0


def test_a_column_of_the_papers_speaks_too() -> None:
    assert at_second(unit("headline", "【城市脉动】大桥主塔封顶"), unit("body", BRIDGE))["column"] == 1.0
    assert at_second(unit("headline", "大桥主塔封顶（城市脉动）"), unit("body", BRIDGE))["column"] == 1.0
    assert at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))["column"] == 0.0


def test_a_text_that_breaks_off_is_hardly_over() -> None:
    def ends(text: str) -> float:
        return signs_at(joints_of([unit("headline", "新图书馆开馆"), unit("body", text), unit("headline", "大桥主塔封顶"), unit("body", BRIDGE)], RULES), 1)["unended"]

    assert (ends("望江的风吹过石桥"), ends(LIBRARY), ends("“馆里还有座位。”"), ends(LIBRARY + "（作者为馆员）")) == (1.0, 0.0, 0.0, 0.0)


def test_without_a_block_the_labeller_has_no_say() -> None:
    joints = joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY), unit("body", "本报讯（记者 林知秋）" + BRIDGE)], RULES)
    assert (joints[1].block, joints[1].odds) == ((), 0.0)


def test_a_story_that_has_hardly_begun_is_hardly_over() -> None:
    brief = at_second(unit("headline", "大桥主塔封顶"), unit("body", BRIDGE))["brief"]
    joints = joints_of([unit("headline", "新图书馆开馆"), unit("body", LIBRARY * 8), unit("headline", "大桥主塔封顶"), unit("body", BRIDGE)], RULES)
    long = signs_at(joints, 1)["brief"]
    assert brief > 0.8 and long == 0.0


OTHERS = ("春耕时节，农机合作社的拖拉机下田翻地，种粮大户忙着育秧，化肥已经备足。", "昨晚的足球联赛上，海燕队以三比一取胜，前锋攻入两球，球迷在看台上唱歌。")


def test_a_text_is_nearer_to_its_own_story_than_to_the_pages_others() -> None:
    texts = Texts([LIBRARY, "新图书馆的阅览座位每天座无虚席，馆藏图书外借两万册。", *OTHERS], RULES)
    assert texts.kin(0, 1) > 0.5 > 0 >= texts.kin(1, 2) and texts.kin(0, 3) <= 0


def test_what_every_text_of_a_page_shares_tells_nothing() -> None:
    paper = "河湾新区望江街道。"
    alone, everywhere = Texts([paper + LIBRARY, paper + BRIDGE, *OTHERS], RULES), Texts([paper + LIBRARY, paper + BRIDGE, *(paper + text for text in OTHERS)], RULES)
    assert alone.kin(0, 1) > everywhere.kin(0, 1)


def test_a_heading_is_announced_by_its_own_text_and_not_by_the_others() -> None:
    heading = tokens("望江大桥主塔封顶", RULES)
    assert Texts([LIBRARY, BRIDGE, *OTHERS], RULES).announces(heading, 0, 1) > 1 > Texts([LIBRARY, BRIDGE, BRIDGE, BRIDGE], RULES).announces(heading, 0, 1)


def test_what_a_text_is_about_may_have_been_told() -> None:
    again = "阅览座位不够用，阅览座位要预约。"
    assert Texts([LIBRARY, again], RULES).told(0, 1) > 0.9 and Texts([BRIDGE, again], RULES).told(0, 1) == 0 and Texts([LIBRARY, "休馆。"], RULES).told(0, 1) == -1


def test_texts_of_words_are_known_as_such() -> None:
    assert Texts(["The harbour library opens.", ""], RULES).words and not Texts([LIBRARY, "Harbour"], RULES).words
