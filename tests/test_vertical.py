"""Vertical rows: a character a line, and rows from the page's last to its first."""

from __future__ import annotations

from convert.measure import blanks_before
from convert.model import Line
from convert.pipeline import run
from convert.rules import load
from convert.source import read_source
from convert.stages.headline import spans
from convert.stages.turn import turn
from convert.vertical import backwards, keeps_indents, of_single_characters, paragraphs, upright

RULES = load()
TEXT = ("潮見港に新しい船が就航", "　潮見港と沖の島を結ぶ新しい船が１日、就航した。所要時間は二十分短い。",
        "　船長は「揺れが少ない」。と話した。島の子どもも乗り込んだ。", "図書館の分室が開く", "　図書館の分室が山里町に開いた。本は三千冊。",
        "　町は来年、もう一つ開く。", "祭りは雨の中", "　山里町の祭りが夜、行われた。", "　担ぎ手は三十人。")
STORY = ("潮見港に新しい船が就航", "　潮見港と沖の島を結ぶ新しい船が一日、就航した。所要時間はこれまでより二十分短く、冬の強い風でも欠航が減ると町はみる。",
         "　船の長さは六十二メートルで、定員は二百八十人。車いすの乗客がそのまま乗り込めるよう段差をなくした。",
         "　初めの便には島の子ども十八人が乗り込んだ。五年の児童は「港の町へ行く朝がゆっくりになる」と笑顔を見せた。",
         "山里町に図書館の分室", "　山里町の駅前に図書館の分室が開いた。町の図書館から運んだ本は三千冊で、夜は八時まで借りられる。",
         "　分室は空き店舗を改めたもの。駅を使う高校生が列車を待つ間に立ち寄れるようにと町の教育委員会が決めた。")
ROWS = [text[k:k + 13] for text in STORY for k in range(0, len(text), 13)]


def characters(*texts: str, indents: bool = True) -> str:
    """The texts as PyMuPDF gives vertical rows; poppler's -raw gives no spaces."""
    return "\n".join("".join(texts) if indents else "".join(texts).replace("　", ""))


def seen(page: str) -> tuple[list[str], list[int]]:
    lines = [line.strip() for line in page.split("\n")]
    return [line for line in lines if line], blanks_before(lines)


def test_a_page_of_single_characters_is_told_from_a_headline_of_them() -> None:
    assert of_single_characters(list("潮見港に新しい船が就航した。") * 2)
    assert not of_single_characters([*"東西南北闹新春", *ROWS])
    assert not of_single_characters(list("潮見港"))


def test_indents_part_its_paragraphs_and_headings() -> None:
    texts, blanks = seen(characters(*TEXT))
    starts = paragraphs(texts, blanks, RULES)
    assert keeps_indents(texts, blanks, RULES)
    assert ["".join(texts[a:b]) for a, b in zip(starts, [*starts[1:], len(texts)])] == [text.strip() for text in TEXT]


def test_without_indents_its_sentences_are_what_is_left() -> None:
    texts, blanks = seen(characters(*TEXT[:3], indents=False))
    starts = paragraphs(texts, blanks, RULES)
    assert not keeps_indents(texts, blanks, RULES)
    assert ["".join(texts[a:b]) for a, b in zip(starts, [*starts[1:], len(texts)])] == [
        "潮見港に新しい船が就航潮見港と沖の島を結ぶ新しい船が１日、就航した。", "所要時間は二十分短い。", "船長は「揺れが少ない」。", "と話した。", "島の子どもも乗り込んだ。"]


def test_a_number_among_the_characters_belongs_to_its_sentence_and_a_folio_does_not() -> None:
    texts = ["潮見新聞 12", *"島に", "12.5", *"人が住む。", *"港は", "3", ".", "5", *"キロ先だ。"]
    starts = paragraphs(texts, [0] * len(texts), RULES)
    assert ["".join(texts[a:b]) for a, b in zip(starts, [*starts[1:], len(texts)])] == ["潮見新聞 12", "島に12.5人が住む。", "港は3.5キロ先だ。"]


def test_a_page_of_characters_becomes_articles_and_says_so() -> None:
    document = run(read_source("page.txt", characters(*TEXT).encode()), RULES)
    first = document.articles[0]
    assert [part.text for part in first.headline] == [TEXT[0]]
    assert [block.text for block in first.blocks][:2] == [TEXT[1].strip().replace("１", "1"), TEXT[2].strip()]
    note, = [note for note in document.warnings if note.rule == "set-vertically"]
    assert note.line == 1 and "single character" in note.message and "pdf2txt" not in note.message
    lost = run(read_source("page.txt", characters(*TEXT, indents=False).encode()), RULES)
    assert any("pdf2txt.py -V" in note.message for note in lost.warnings if note.rule == "set-vertically")
    assert max(block.confidence for article in lost.articles for block in article.blocks) < 0.1


def test_rows_that_stand_backwards_are_turned_round() -> None:
    lines = tuple(Line(n, row, row) for n, row in enumerate(reversed(ROWS), 1))
    assert backwards(ROWS[::-1], RULES) and not backwards(ROWS, RULES)
    turned, sure, notes = turn(lines, RULES)
    assert [line.text for line in turned] == ROWS and 0.5 < sure < 1.0 and notes[0].rule == "set-vertically"
    forward = tuple(Line(n, row, row) for n, row in enumerate(ROWS, 1))
    assert turn(forward, RULES) == (forward, 1.0, ())


def test_lines_read_from_last_to_first_are_one_range() -> None:
    assert spans([Line(n, "", "") for n in (9, 8, 7, 3, 4)]) == ((7, 9), (3, 4))


def test_a_headline_of_single_characters_on_a_horizontal_page_is_one_row() -> None:
    page = ["市民可以借阅。", *"新图书馆", "3", *"月开馆", "新图书馆三月开馆，市民可以", "借阅。"]
    assert upright(page) == set(range(2, 9))
    assert upright(["水", "火", "市民可以借阅。"]) == set()
