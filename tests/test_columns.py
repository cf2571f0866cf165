"""Columns side by side: gutters are found, lines across them end a region, single columns are left alone."""

from __future__ import annotations

import re

import pytest

from conftest import FIXTURES
from convert.model import Line
from convert.order import GoingOn
from convert.rules import load
from convert.stages.columns import columns

RULES = load()


def numbered(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(n, t, t) for n, t in enumerate(texts, 1))


def read(*texts: str) -> list[str]:
    return [line.text for line in columns(numbered(*texts), RULES)[0] if line.text]


LEFT = ["清晨七点家住柳林", "小区的退休教师陶", "明义扫码取下一辆", "崭新的公共自行车", "沿河骑行。"]
RIGHT = ["今年以来河湾市投", "放公共自行车两千", "辆新建停放点一百", "六十处。"]


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [a + "    " + (RIGHT[k] if k < len(RIGHT) else "") for k, a in enumerate(LEFT)]
    assert read(*rows) == LEFT + RIGHT


def test_a_line_across_the_gutter_ends_the_columns() -> None:
    beside = [a + "    " + b for a, b in zip(LEFT, RIGHT)]
    wide = "一条横跨两栏的大标题在这里出现了"
    assert read(*beside, wide, *beside) == LEFT[:4] + RIGHT + [wide] + LEFT[:4] + RIGHT


def test_numbers_point_to_the_source_line() -> None:
    rows = numbered(*(a + "    " + b for a, b in zip(LEFT, RIGHT)))
    assert [line.number for line in columns(rows, RULES)[0]] == [1, 2, 3, 4, 1, 2, 3, 4]


def test_an_indent_inside_a_column_is_kept() -> None:
    rows = ["    " + LEFT[0][:6] + "    " + RIGHT[0], *(a + "    " + b for a, b in zip(LEFT[1:], RIGHT[1:]))]
    assert read(*rows)[0].startswith("    ")


def test_one_column_is_handed_back_as_it_is() -> None:
    lines = numbered("发挥作用  弘扬精神", *LEFT, "甲  乙")
    assert columns(lines, RULES)[0] is lines


def test_letter_spaced_lines_are_no_columns() -> None:
    spaced = numbered("面 积 2 . 6   万 平 方 米", *LEFT * 3)
    assert columns(spaced, RULES)[0] is spaced


UPPER = ["Two old trams   went back     The city has      Next year the",
         "into service    on Monday     forty drivers     line will be",
         "at the depot.   after work.   for them.         longer."]
LOWER = ["A goose stopped the             said the crew had to wait",
         "harbour train for an hour       until it had crossed the",
         "on Friday. The driver           bridge on foot."]


def test_boxes_below_each_other_have_gutters_of_their_own() -> None:
    found = read("Trams back on Harbour Street", *UPPER, "", "", "Goose stops train", *LOWER)
    assert found == ["Trams back on Harbour Street", "Two old trams", "into service", "at the depot.", "went back", "on Monday", "after work.",
                     "The city has", "forty drivers", "for them.", "Next year the", "line will be", "longer.", "Goose stops train",
                     "A goose stopped the", "harbour train for an hour", "on Friday. The driver", "said the crew had to wait",
                     "until it had crossed the", "bridge on foot."]


def test_boxes_with_the_same_gutters_are_read_one_below_the_other() -> None:
    cells = [re.split(" {2,}", row) for row in UPPER]
    story = [row[k] for k in range(4) for row in cells]
    assert read("Trams back", *UPPER, "", "Goose stops", *UPPER) == ["Trams back", *story, "Goose stops", *story]


def test_rows_at_heights_of_their_own_speak_for_their_column() -> None:
    rows = ["Two old trams went     the city has forty     paint in March.",
            "into service again     drivers for them,     The line will",
            "at the depot after     it said.",
            "                                             be longer, the",
            "a long winter, and     Next year they get",
            "                                             council said.",
            "people cheered.        some new",
            "Nobody was late.       seats.",
            "The sun came out."]
    assert [text.strip() for text in read("Trams back", *rows)][-4:] == ["paint in March.", "The line will", "be longer, the", "council said."]


@pytest.mark.parametrize("items", [
    ["1.   The harbour wall at sunset, with a", "     paper of chips from the stall.", "2.   The old railway line as far as", "     the second tunnel.", "3.   Gull Island, if the ferry runs,",
     "     and sandwiches.", "4.   The rain garden behind the school", "     on Saturdays."],
    ["1.   老码头的防波堤，日落时最好看，别忘了", "     带上一件外套。", "2.   旧铁路线走到第二个隧道为止，夏天的", "     傍晚有蝙蝠飞出来。", "3.   白鹭岛，只要渡轮开航。请自己带上干",
     "     粮和足够的水。", "4.   柳林小学背后的雨水花园，每个星期六", "     开放。"]], ids=["words", "wide"])
def test_a_list_whose_items_hang_is_no_columns(items: list[str]) -> None:
    lines = numbered(*items)
    assert columns(lines, RULES)[0] is lines


def test_columns_may_be_aligned_by_characters_not_by_width() -> None:
    """pdftotext counts a wide character as one position."""
    left = ["河湾市2023至2024年投放", "公共自行车两千辆。", "市民出行更方便了。", "新建停放点160处，", "城区慢行道97公里。"]
    right = ["清晨七点，家住柳林小区的", "陶明义扫码取下一辆新车，", "沿河骑行去上早班。", "沿路已有骑手。", "他说这样很好。"]
    assert read(*(a.ljust(18) + b for a, b in zip(left, right))) == left + right


CLOSE = ["清晨七点家住柳林小区的陶", "明义扫码取下一辆崭新的车", "沿着河岸绿道骑行去上早班", "一路上的骑手渐渐多了起来", "他说这样的早晨很舒服。"], \
    ["今年以来河湾市投放公共自", "行车两千辆新建停放点百处", "城区的慢行道已有九十公里", "市民出行越来越方便也越来", "越绿色。"]
SHORT = ["他说很好。", "路上车少。", "天气晴朗。"]


def close_together(left: list[str], right: list[str]) -> list[str]:
    return [f"{a} {b}" for a, b in zip(left[:4], right)] + [a.ljust(15) + b for a, b in zip([left[4], *SHORT], [right[4], *SHORT])]


def test_full_lines_of_close_columns_have_one_space_between_them() -> None:
    left, right = CLOSE
    assert read(*close_together(left, right)) == left + SHORT + right + SHORT


def test_the_halves_of_a_poems_lines_are_no_columns() -> None:
    poem = [f"{half} {half[::-1]}" for half in ("春江潮水连海平", "海上明月共潮生", "滟滟随波千万里", "何处春江无月明", "江流宛转绕芳甸")]
    lines = numbered(*poem, "  甲  乙", "  丙  丁", "  戊  己", "  庚  辛")
    assert columns(lines, RULES)[0] is lines


def sure(*texts: str) -> float:
    return columns(numbered(*texts), RULES)[1]


def test_how_sure_the_order_is() -> None:
    assert sure(*LEFT, *RIGHT) == 1.0
    by_cells = sure(*close_together(*CLOSE))
    words = sure(*(f"the harbour library opens on {day:12}    new bridge is closed for {day}" for day in ("Monday", "Tuesday", "Friday", "Sunday") * 3))
    assert 0.5 < by_cells <= 0.95 < words < 1.0


@pytest.mark.parametrize(("share", "least", "most"), [(0.8, 0.8, 0.9), (0.5, 0.6, 0.7), (0.46, 0.5, 0.6)])
def test_columns_whose_words_seldom_go_on_are_doubted(monkeypatch, share: float, least: float, most: float) -> None:
    monkeypatch.setattr("convert.stages.columns.going_on", lambda texts, rules: GoingOn(share, 0.0))
    assert least <= sure(*(FIXTURES / "river-layout" / "input.txt").read_text("utf-8").splitlines()) < most


def test_rows_of_several_columns_without_padding_are_noted_and_doubted() -> None:
    left, right = ("清晨七点家住柳林小区的退休", "明义扫码取下一辆崭新的公共", "沿河骑行去看望住在城东的老", "友两人约好一同去逛新图书馆"), \
        ("今年以来河湾市投放公共自行", "车两千辆新建停放点一百六十", "处市民骑行半小时内不收费用", "全年骑行超过三百万人次以上")
    rows = numbered(*(f"{a} {b}" for a, b in zip(left, right)), "沿河骑行。", "辆新建停放点。")
    assert columns(rows, RULES)[0] is rows and columns(rows, RULES)[1] < 0.5  # too few rows to tell what continues what
    note, = columns(rows, RULES)[2]
    assert (note.line, note.rule) == (1, "columns-run-together") and "4 lines" in note.message and "-layout" in note.message
    assert not columns(numbered(*(f"{a}  {b}" for a, b in zip(left, right))), RULES)[2] and not columns(numbered(*left, *right), RULES)[2]


STORY = ["The ferry to Gull Island will", "run every half hour from next", "week. The council said on", "Monday that two boats had", "been repaired this winter.", "A third was bought, and it", "has room for ninety people.", "Fares stay as they are now."]
OTHER = ["The school on the hill has", "won a prize for its garden.", "Pupils planted trees in the", "yard with the help of two", "gardeners who live nearby.", "They worked even when the", "rain fell for weeks on end,", "one of them said on Friday."]


def test_words_in_no_order_are_noted_and_doubted() -> None:
    for rows in ([f"{a} {b}" for a, b in zip(STORY, OTHER)] * 3, [row for pair in zip(OTHER, STORY) for row in pair]):
        read, in_order, (note,) = columns(numbered("", *rows), RULES)
        assert [line.text for line in read] == ["", *rows] and in_order < 0.7
        assert (note.line, note.rule) == (2, "columns-run-together") and "pdftotext -raw" in note.message
    assert columns(numbered(*STORY, *OTHER), RULES)[1:] == (1.0, ())


LONG = "河湾市新圖書館昨日正式開館迎來了第一批"


def beside(*rows: tuple[str, str]) -> list[str]:
    """Rows of two columns as pdftotext -layout prints them: behind a full row a single space stands."""
    return [f"{a} {b}" if len(a) == len(LONG) else f"{a}{' ' * (len(LONG) - len(a) + 2)}{b}" for a, b in rows]


def test_headlines_in_two_halves_begin_boxes_of_their_own() -> None:
    text = beside((LONG, LONG), (LONG, LONG), (LONG, LONG), ("市民凭證借閱。", LONG), ("館內設有座位。", "全年開放。"))
    heads = ["望江大橋封頂                通車還要一年", "圖書館開館       市民先睹為快", "渡口改建為公園           渡船保留"]
    found = read(*(row for head in heads for row in (head, *text)))
    story = [LONG, LONG, LONG, "市民凭證借閱。", "館內設有座位。", LONG, LONG, LONG, LONG, "全年開放。"]
    assert found == [row for head in heads for row in (head, *story)]


TOPS = numbered("渡口改建為公園", "清晨七點，家住柳林小區退休 今年以來河灣市投放公共自行 老周說渡口明年就要改成公園",
                "教師明義掃碼取下一輛嶄新的", "公共自行車沿着河邊慢慢騎行", "到了城東。", "",
                "車兩千輛新建停放點一百六十", "處市民騎行半小時內不收費用", "全年騎行。", "", "他心裏既高興又捨不得因為擺", "渡四十年送過上學的孩子們了")


def test_a_headline_of_two_halves_as_wide_as_the_columns_stays_whole() -> None:
    rows = [line.text for line in TOPS]
    rows[1] = "望江大橋主塔昨天正午已封頂 南北兩岸引橋年底以前可通車 往返兩岸往後只要五分多鐘車"
    assert columns(numbered(*rows), RULES)[0] == numbered(*rows)


def test_first_rows_on_one_line_go_on_top_of_their_columns() -> None:
    found, in_order, _ = columns(TOPS, RULES)
    first = TOPS[1].text.split(" ")
    assert in_order == 1.0 and [(line.number, line.text) for line in found] == [
        (1, TOPS[0].text), (2, first[0]), *((n, TOPS[n - 1].text) for n in (3, 4, 5, 6)), (2, first[1]), *((n, TOPS[n - 1].text) for n in (7, 8, 9, 10)),
        (2, first[2]), *((n, TOPS[n - 1].text) for n in (11, 12))]


def test_a_line_that_is_no_first_row_of_several_columns_stays() -> None:
    narrow = numbered(*(line.text.replace(" ", "　") if line.number == 2 else line.text for line in TOPS[:6]))
    dashed = numbered(*(line.text.replace(" ", " ——", 1) if line.number == 2 else line.text for line in TOPS))
    headline = numbered("河灣市新圖書館 昨日正式開館", *(line.text for line in TOPS[2:]))
    for lines in (narrow, dashed, headline):
        assert columns(lines, RULES)[0] is lines
