"""Set articles anew as page dumps, with the damage that extraction does, and label every line.

The shared pages hold three papers in a handful of styles. To learn what carries across papers, the
trainer also reads the same articles set in styles that those pages do not have: other widths and
indents, headline blocks of other shapes, blank lines everywhere or nowhere, furniture in
mid-paragraph, one line a paragraph, and a made-up Latin-script language (every wide character
becomes a syllable) set ragged with hyphens.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace

from gold import roles_of
from heads import headline_block
from languages import in_japanese, in_latin, latin_dateline, latin_name, latin_phrase, paragraphs, title_in_latin
from papers import BROKEN, CLOSERS, LATIN_COLUMNS, OPENERS, Labelled, Story, Style, filled, retold, style
from phrases import (CREDITS, CROSSHEADS, DATELINES, FURNITURE, HAN_PAPERS, JAPANESE_BYLINES, JAPANESE_CREDITS, JAPANESE_DATELINES, JAPANESE_FURNITURE, JAPANESE_PAPERS, JAPANESE_SIGNED,
                     LATIN_CREDITS, LATIN_FURNITURE, LATIN_SIGNED, ORDINALS, PAPERS, SIGNED)
from wrapping import in_pieces, spaced_out, wrapped

LONGEST = 12
"""Paragraphs of a story set in Latin script at most."""
DATELINE = re.compile("^[^，。]{2,24}?[讯電电訊]\\s*(?:（[^）]{2,24}）)?\\s*")


def page(rng: random.Random, pool: list[Story], latin: bool = False) -> list[Labelled]:
    """One page of a few stories of ``pool``, in a style of its own; in made-up Latin script where that is asked for."""
    s = style(rng, latin)
    lines: list[Labelled] = []
    paper = rng.choice(PAPERS if s.latin else JAPANESE_PAPERS if s.japanese else HAN_PAPERS).replace("{name}", latin_name(rng).split()[-1])
    if s.japanese:
        s = replace(s, indent=rng.choice((2, 2, 2, 0)), pieces=0)
    furniture = rng.random() < 0.7
    if furniture and rng.random() < 0.7:
        lines += [(_furniture(rng, s, paper), "B-furniture") for _ in range(rng.choice((1, 1, 2)))]
    count = rng.randint(6, 12) if s.digest else rng.choice((1, 2, 3, 4, 5, 6))
    for story in rng.sample(pool, min(len(pool), count)):
        lines += _set(rng, s, story, pool)
    if furniture and rng.random() < 0.5:
        lines.append((_furniture(rng, s, paper), "B-furniture"))
    if furniture and rng.random() < 0.35:
        _interrupt(rng, s, lines, paper)
    if s.blanks == "all":
        lines = [pair for line in lines if line[1] for pair in (line, ("", ""))]
    return lines


def stories_together(rng: random.Random, pool: list[Story], latin: bool = False) -> list[tuple[str, int]]:
    """The raw lines of a few stories of ``pool`` below each other, headlines first, each with its story's number; made-up crossheads in Latin script only."""
    s = replace(style(rng, latin), japanese=False, before=True, crossheads=latin and rng.random() < 0.5, unwrapped=False)
    chosen = rng.sample(pool, min(len(pool), rng.randint(6, 12) if s.digest else rng.randint(2, 6)))
    return [(text, k) for k, story in enumerate(chosen) for text, _ in _set(rng, s, story, pool)]


def _set(rng: random.Random, s: Style, story: Story, pool: list[Story]) -> list[Labelled]:
    """One story in the page's style."""
    if not s.rich:  # a paper that sets parts sets them on all its pages
        story = replace(story, kicker=[], subhead=[], byline=[])
    story = _photo(rng, story) if rng.random() < 0.12 else story
    story = _brief(rng, story) if s.digest else story
    story = _unusual(rng, story, pool)
    if s.latin:
        story = replace(story, body=list(paragraphs(story.body, rng))[:LONGEST])
    else:
        story = _japanese(rng, s, story) if s.japanese else _signed(rng, _dated(rng, s, story), pool)
    if s.shapes:
        s = replace(s, column=_other_width(rng, s))
    head, body = headline_block(rng, s, story, pool), _body(rng, s, story)
    before = s.before if rng.random() < (0.99 if s.latin else 0.93) else not s.before
    lines = head + body if before else body + head
    if s.blanks == "stories" or rng.random() < 0.15:
        lines.append(("", ""))
    return lines


def _other_width(rng: random.Random, s: Style) -> int:
    return rng.choice(LATIN_COLUMNS) if s.latin else 2 * rng.choice((12, 14, 16, 18, 20, 24))


def _photo(rng: random.Random, story: Story) -> Story:
    """The story as a captioned picture: a paragraph or two, 图为…, a credit."""
    body = [text for text in story.body if len(text) < 160][:rng.choice((1, 1, 2))] or [story.body[0][:120]]
    if rng.random() < 0.5:
        body = [*body[:-1], "图为" + body[-1]]
    return Story(headline=story.headline, body=body, credit=[filled(rng, rng.choice(CREDITS))])


def _brief(rng: random.Random, story: Story) -> Story:
    """The story's first paragraphs only, more often than not without its dateline."""
    first = DATELINE.sub("", story.body[0]) if rng.random() < 0.7 else story.body[0]
    return replace(story, body=[first or story.body[0], *story.body[1:rng.randint(1, 4)]])


def _dated(rng: random.Random, s: Style, story: Story) -> Story:
    """Now and then the story with a dateline in another paper's manner."""
    if rng.random() >= s.dated:
        return story
    return replace(story, body=[filled(rng, rng.choice(DATELINES)) + (DATELINE.sub("", story.body[0]) or story.body[0]), *story.body[1:]])


def _unusual(rng: random.Random, story: Story, pool: list[Story]) -> Story:
    """Now and then the story as a poem or with a list."""
    body, kind = story.body, rng.random()
    clauses = [c for text in body for c in re.split("[，。！？；：]", text) if 3 <= len(c) <= 18 and BROKEN.isdisjoint(c)]
    if kind < 0.05 and len(clauses) > 8:
        body = [c + rng.choice(("", "", "", "，", "。")) for c in clauses[:rng.randint(8, 40)]]
    elif kind < 0.08 and len(clauses) > 6:
        shape = rng.choice(("{n}.{c}", "{n}、{c}", "（{n}）{c}", "●{c}", "{c}；"))
        items = [shape.replace("{n}", str(n)).replace("{c}", c) for n, c in enumerate(clauses[:rng.randint(4, 14)], 1)]
        at = rng.randint(1, len(body))
        body = [*body[:at], *items, *body[at:]]
    return replace(story, body=body)


def _signed(rng: random.Random, story: Story, pool: list[Story]) -> Story:
    """Now and then the story with a line that closes it."""
    body = story.body
    if rng.random() < 0.22:
        told, code = retold(rng, story, pool)[:rng.randint(4, 16)], rng.choice("ABCDH") * rng.randint(1, 4) + f"{rng.randint(1, 4000)}/{rng.randint(10, 2030)}"
        body = [*body, filled(rng, rng.choice(SIGNED).replace("{told}", told).replace("{code}", code))]
    return replace(story, body=body)


def _interrupt(rng: random.Random, s: Style, lines: list[Labelled], paper: str) -> None:
    """Put a folio between two lines of a body: in mid-paragraph, as a rule."""
    inside = [i for i, (_, tag) in enumerate(lines) if tag[2:] == "body" and i and lines[i - 1][1][2:] == "body"]
    if inside:
        at = rng.choice(inside)
        gap = [("", "")] if rng.random() < 0.5 else []
        lines[at:at] = [*gap, (_furniture(rng, s, paper), "B-furniture"), *gap]


def _furniture(rng: random.Random, s: Style, paper: str) -> str:
    if s.latin:
        return rng.choice(LATIN_FURNITURE).replace("{n}", str(rng.randint(1, 16))).replace("{paper}", paper).replace("{name}", latin_name(rng))
    return filled(rng, rng.choice(JAPANESE_FURNITURE if s.japanese else FURNITURE).replace("{paper}", paper), s.japanese)


def _body(rng: random.Random, s: Style, story: Story) -> list[Labelled]:
    out: list[Labelled] = []
    for n, (role, text) in enumerate(_with_crossheads(rng, s, story.body)):
        if s.latin:
            text = _latin(rng, s, role, text, n == 0)
        rows = [text] if s.unwrapped else wrapped(text, s.column, s.indent, s.latin, rng, s.hyphens)
        labelled: list[Labelled] = []
        for k, row in enumerate(rows):  # rows may be set anew on the way
            if k == 0 and s.kept_indent and s.indent:
                row = ("　" * (s.indent // 2) if not s.latin else " " * s.indent) + row
            full = k + 1 < len(rows)
            if full and not s.latin and rng.random() < s.spaced:
                row = spaced_out(row)
            pieces = _words_apart(rng, s, row, full) if s.latin else _pieces(rng, s, row)
            labelled += [(piece, ("B-" if k == 0 and j == 0 else "I-") + role) for j, piece in enumerate(pieces)]
            if s.blanks in ("breaks", "mixed") and rng.random() < 0.04:
                labelled.append(("", ""))
                if s.shapes and rng.random() < 0.2 and k + 2 < len(rows):  # the column goes on in another width
                    rest = "".join(rows[k + 1:]) if not s.latin else " ".join(rows[k + 1:]).replace("- ", "").replace("\u2010 ", "")
                    rows[k + 1:] = wrapped(rest, _other_width(rng, s), 0, s.latin, rng, s.hyphens)
        if s.blanks == "paragraphs" or s.blanks == "mixed" and rng.random() < 0.7:
            labelled.append(("", ""))
        out += labelled
    if s.latin and rng.random() < 0.1:
        out.append((latin_phrase(rng, LATIN_SIGNED), "B-body"))
    made_up = [filled(rng, rng.choice(JAPANESE_CREDITS if s.japanese else CREDITS), s.japanese)] if not story.credit and rng.random() < 0.15 else []
    out += [(latin_phrase(rng, LATIN_CREDITS) if s.latin else text, "B-credit") for text in (*story.credit, *made_up)]
    return out


def _latin(rng: random.Random, s: Style, role: str, text: str, first: bool) -> str:
    """A part of a body in Latin script; the first may open with a dateline."""
    if role == "crosshead":
        return title_in_latin(text, s.tongue)
    if not first:
        return in_latin(text, s.tongue)
    return (latin_dateline(rng) if rng.random() < s.tongue.dated else "") + in_latin(DATELINE.sub("", text) or text, s.tongue)


def _with_crossheads(rng: random.Random, s: Style, body: list[str]) -> list[tuple[str, str]]:
    """(role, text) of a body; some get crossheads, also right under the headline."""
    out: list[tuple[str, str]] = []
    shape, ordinals = ("{c}", "1") if s.latin else (rng.choice(CROSSHEADS), rng.choice(ORDINALS))
    for k, (text, role) in enumerate(zip(body, roles_of([{"role": "body", "text": text} for text in body]))):
        if s.crossheads and rng.random() < (0.3 if k else 0.15) and len(text) > 60:
            clauses = _clauses(text)
            if clauses:
                n = sum(found == "crosshead" for found, _ in out) % len(ordinals)
                said = _said_above(rng, clauses[:4], [c for other in body if other is not text for c in _clauses(other)])
                out.append(("crosshead", shape.replace("{n}", ordinals[n]).replace("{w}", clauses[-1][:2]).replace("{c}", said)))
        out.append((role, text))
    return out


def _clauses(text: str) -> list[str]:
    return [c for c in re.split("[，。、]", text) if 5 <= len(c) <= 20]


def _said_above(rng: random.Random, here: list[str], elsewhere: list[str]) -> str:
    """What a crosshead says: now and then the words of the paragraph below, more often some of them, or others of its story."""
    told, kind = rng.choice(here), rng.random()
    if kind < 0.15 or not elsewhere:
        return told
    other = rng.choice(elsewhere)
    return other if kind < 0.5 else told[:(len(told) + 1) // 2] + other[len(other) // 2:]


def _words_apart(rng: random.Random, s: Style, row: str, full: bool) -> list[str]:
    """A full row of words cut where justification drew them apart, as PyMuPDF prints it."""
    return in_pieces(rng, row) if s.pieces and full and rng.random() < s.pieces else [row]


def _pieces(rng: random.Random, s: Style, row: str) -> list[str]:
    """A row cut at squeezed punctuation, as poppler and PyMuPDF print it."""
    if not s.pieces:
        return [row]
    for i in range(1, len(row) - 1):
        pair = row[i - 1] + row[i]
        if rng.random() < s.pieces and pair[0] in CLOSERS | OPENERS and pair[1] in CLOSERS | OPENERS:
            return [row[:i], *_pieces(rng, s, row[i:])]
    return [row]


def _japanese(rng: random.Random, s: Style, story: Story) -> Story:
    """The story as Japanese is written, with a dateline, credits and a closing line as in Japan."""
    kana = Story(**{role: [in_japanese(text, heading=role != "body") for text in texts] for role, texts in vars(story).items()})
    first, *rest = [in_japanese(DATELINE.sub("", story.body[0]) or story.body[0]), *kana.body[1:]]
    body = [(filled(rng, rng.choice(JAPANESE_DATELINES), True) if rng.random() < s.dated else "") + first, *rest]
    if rng.random() < 0.2:
        signed = filled(rng, rng.choice(JAPANESE_SIGNED), True)
        body = [*body[:-1], body[-1] + signed] if rng.random() < 0.7 else [*body, signed]
    return replace(kana, body=body, byline=[filled(rng, rng.choice(JAPANESE_BYLINES), True) for _ in story.byline],
                   credit=[filled(rng, rng.choice(JAPANESE_CREDITS), True) for _ in story.credit])
