"""Rows that extraction cut at every mark."""

from __future__ import annotations

import convert
from convert.fragments import are_fragments, rows_of_fragments, thin_width
from convert.rules import load

RULES = load()
UNITS = ("望江大桥封顶",
         "望江大桥昨天封顶，全长八百米，宽四十米，有六条车道和两条人行道，桥塔高过百米，是河湾市最长的桥。通车以后，从城东到城西只要十分钟，比绕行北渡口近了一半的路。",
         "图书馆三月开馆",
         "新图书馆有书八十万册，座位一千二百个，市民凭身份证即可入馆，全年免费开放，不收押金。馆里还有盲文阅览室，由志愿者值班。",
         "馆长说，儿童阅览区在一层，周末有人讲故事，二层是自习室，三层有河湾地方志和老照片，可以查阅，也可以复印带走。")
COLUMN = 30


def rows() -> list[str]:
    """The units in rows of 15 ems, with marks of half an em."""
    out: list[str] = []
    for unit in UNITS:
        row = ""
        for char in unit:
            if row and thin_width(row + char) > COLUMN:
                out.append(row)
                row = ""
            row += char
        out.append(row)
    return out


ROWS = rows()


def fragments(rows: list[str]) -> list[str]:
    """The rows as poppler's -raw gives them."""
    out: list[str] = []
    for row in rows:
        piece = ""
        for char in row:
            if char in "“《" and piece:
                out.append(piece)
                piece = ""
            piece += char
            if char in "，。、；：”》":
                out.append(piece)
                piece = ""
        out += [piece] if piece else []
    return out


def test_lines_that_mostly_end_with_clause_marks_are_fragments() -> None:
    assert are_fragments(fragments(ROWS))
    assert not are_fragments(ROWS * 2)
    assert not are_fragments(["风吹过河，"] * 20)


def test_fragments_are_put_together_to_rows_that_fill_their_column() -> None:
    pieces = fragments(ROWS)
    starts = rows_of_fragments(pieces, [0] * len(pieces), list(map(thin_width, pieces)), RULES)
    found = ["".join(pieces[a:b]) for a, b in zip(starts, [*starts[1:], len(pieces)])]
    assert found == ROWS


def test_a_heading_below_a_short_row_is_a_row_of_its_own() -> None:
    document = convert.parse("\n".join(fragments(ROWS)))
    assert [part.text for article in document.articles for part in article.headline] == [UNITS[0], UNITS[2]]
    assert [block.text for article in document.articles for block in article.blocks] == [UNITS[1], *UNITS[3:]]
