"""Set headline blocks: kickers, headlines in one or more rows, couplets, subheads, bylines."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from languages import latin_phrase, title_in_latin
from papers import BROKEN, Labelled, Story, Style, filled, name, retold
from phrases import ATTENDING, BYLINES, COLUMN_NAMES, JAPANESE_BYLINES, KICKER_ENDINGS, LATIN_BYLINES, TURNED
from wrapping import spaced_out, wrapped

from convert.measure import bare_size
from convert.parts import tells_event
from convert.rules import load

HEAD_BOXES = (0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.0, 1.2, 1.2, 1.6, 1.6, 2.2, 3.0, 3.0)
"""Widths of a headline's box in characters against the column's: its type is larger, the box may be wider."""
KICKED, SUBHEADED, SUBHEADED_AND_KICKED = 0.4, 0.3, 0.1
"""Share of stories with a made-up kicker, and subhead, where blocks have parts: few have both."""
BYLINED, BYLINED_AND_DATED = 0.7, 0.15
"""Share of stories with a made-up byline where blocks have parts: a dateline says who reports already."""
COUPLET = 9
"""Characters of a couplet's lines, as its type is large; longer ones are of one length exactly."""
RULES = load()
SPEECHES = tuple(ending for ending in KICKER_ENDINGS if ending not in ("", "——", "："))
"""How a kicker ends that says who said the headline."""


def headline_block(rng: random.Random, s: Style, story: Story, pool: list[Story]) -> list[Labelled]:
    """The rows of the story's headline block; papers that set parts give it some of its own, told in the story's or the pool's words."""
    if s.rich:
        if not story.byline and rng.random() < (BYLINED_AND_DATED if RULES.datelines.opens(story.body[0]) else BYLINED):
            story = replace(story, byline=[filled(rng, rng.choice(JAPANESE_BYLINES if s.japanese else BYLINES), s.japanese)])
        story = _in_parts(rng, story) if rng.random() < 0.9 else story
        story = _with_couplet(story) if rng.random() < 0.2 else story
    kicker, subhead, byline = list(story.kicker), list(story.subhead), list(story.byline)
    headline = list(story.headline)
    if s.latin:
        kicker = [retold(rng, story, pool)[:rng.randint(3, 6)]] if rng.random() < s.tongue.kicked else []
    elif s.rich:
        made_up = retold(rng, story, pool) if s.japanese else _kicker(rng, story, pool)
        if not kicker and rng.random() < KICKED and not _is_news(made_up, story):
            kicker = [made_up]
        said = bool(kicker) and kicker[0].endswith(SPEECHES)
        if not subhead and rng.random() < (SUBHEADED_AND_KICKED if kicker else SUBHEADED):
            subhead = [retold(rng, story, pool) if s.japanese else _subhead(rng, story, pool, attended=said)]
        headline = [_as_said(rng, story)] if said and rng.random() < 0.5 else headline
    out: list[Labelled] = []
    wide = rng.choice(HEAD_BOXES) * s.column
    if not s.latin and rng.random() < 0.08:
        headline[-1] = rng.choice(TURNED).replace("{h}", headline[-1])
    if s.latin:
        headline = [story.headline[0][:rng.randint(5, 26)]]
    elif s.rich and rng.random() < s.columns:  # the name of a column of the paper's, in brackets
        headline[-1] += f"{rng.choice(('', ' '))}（{retold(rng, story, pool)[:rng.choice(COLUMN_NAMES)]}）"
    elif rng.random() < s.columns / 2:
        headline[0] = f"【{retold(rng, story, pool)[:rng.randint(4, 8)]}】{headline[0]}"
    for role, texts, limit in (("kicker", kicker, wide * rng.choice((1.2, 1.6, 2))), ("headline", headline, wide),
                               ("subhead", subhead, wide * rng.choice((1.2, 1.6, 2))), ("byline", byline, 10_000)):
        for text in texts:
            out += _set_head(rng, s, text, role, int(limit))
    if out and rng.random() < 0.3:  # parts in type of different sizes are text boxes of their own
        out = [pair for k, line in enumerate(out) for pair in (((("", ""),) if k and line[1][0] == "B" else ()) + (line,))]
    if rng.random() < 0.15 and out:
        out = [("", ""), *out]
    if rng.random() < 0.15 and out:
        out.append(("", ""))
    return out


def _kicker(rng: random.Random, story: Story, pool: list[Story]) -> str:
    ending, size = rng.choice(KICKER_ENDINGS), rng.random()
    if size < 0.3:  # some are a few characters long, some run to a sentence
        told = retold(rng, story, pool)
        return told[:rng.randint(4, 8)] + ending if size < 0.15 else "，".join([told, retold(rng, story, pool)]) + ending
    return retold(rng, story, pool) + ending if rng.random() < 0.85 else rng.choice(pool).headline[0].split()[0][:12] + ending


def _subhead(rng: random.Random, story: Story, pool: list[Story], attended: bool) -> str:
    """What the story tells, behind a dash or not, or who was there; under what somebody ``attended`` and said, the latter only."""
    told, kind = retold(rng, story, pool), rng.random()
    if attended or 0.3 <= kind < 0.5:
        return name(rng).replace(" ", "") + rng.choice(ATTENDING)
    return "——" + told if kind < 0.3 else told


def _as_said(rng: random.Random, story: Story) -> str:
    """A headline of two or three clauses of the story, each on a line of its own, as what was said at a meeting is set."""
    clauses = [c for text in story.body[:6] for c in re.split("[，。！？；：]", text) if 6 <= len(c) <= 20 and BROKEN.isdisjoint(c)]
    at, count = rng.randrange(max(1, len(clauses))), rng.choice((2, 2, 3))
    return "\n".join(clauses[at:at + count]) or story.headline[0]


def _is_news(row: str, story: Story) -> bool:
    """Whether the row says what happened, above a dateline: so the headline of a short item reads, and hardly ever a kicker."""
    return RULES.datelines.opens(story.body[0]) and tells_event(row, RULES)


def _set_head(rng: random.Random, s: Style, text: str, role: str, limit: int) -> list[Labelled]:
    if s.latin:
        text = latin_phrase(rng, LATIN_BYLINES) if role == "byline" else title_in_latin(text, s.tongue)
    halves = [text] if role == "byline" else _halves(rng, s, text)
    rows = [row for half in halves for row in wrapped(half, max(limit, 12), 0, s.latin, rng)]
    if len(rows) > 1 and len(rows[-1]) < 3 and not s.latin and rng.random() < 0.5:  # designers balance a headline's lines, browsers do not
        whole = "".join(rows)
        rows = [whole[:(len(whole) + 1) // 2], whole[(len(whole) + 1) // 2:]]
    out = [(row, ("B-" if k == 0 else "I-") + role) for k, row in enumerate(rows)]
    return [(spaced_out(row), tag) if rng.random() < s.spaced and not s.latin else (row, tag) for row, tag in out]


def _halves(rng: random.Random, s: Style, text: str) -> list[str]:
    """A heading's printed lines before it is cut by width."""
    if "\n" in text:
        return text.split("\n")
    halves = text.split()
    if s.latin or len(halves) < 2:
        return [text]
    if s.japanese and rng.random() < 0.7:
        return ["\u3000".join(halves)]
    if not s.rich:
        return halves if rng.random() < 0.75 else [text]
    column = [halves.pop()] if halves[-1][0] == "（" else []
    return [*(halves if _is_couplet(halves) else ["，".join(halves)]), *column]


def _is_couplet(halves: list[str]) -> bool:
    longest, shortest = max(map(bare_size, halves)), min(map(bare_size, halves))
    return len(halves) > 1 and longest - shortest <= (longest <= COUPLET)


def _with_couplet(story: Story) -> Story:
    """The story with two clauses of its own of one length, one behind the other, as its headline's lines."""
    for text in story.body[:6]:
        clauses = re.split("[，。！？；：、]", text)
        for above, below in zip(clauses, clauses[1:]):
            if 4 <= len(above) <= len(below) <= min(COUPLET, len(above) + 1) and BROKEN.isdisjoint(above + below) and not any(map(str.isdigit, above + below)):
                return replace(story, headline=[f"{above} {below}"])
    return story


def _in_parts(rng: random.Random, story: Story) -> Story:
    """The story with the halves of its headline as parts, as papers that set parts set them where they are no couplet."""
    halves = story.headline[0].split()
    if len(story.headline) > 1 or len(halves) < 2 or story.kicker or story.subhead or _is_couplet(halves) and rng.random() < 0.7:
        return story
    at = rng.randint(1, len(halves) - 1)
    above, below = " ".join(halves[:at]), " ".join(halves[at:])
    if rng.random() < (0.85 if story.byline else 0.05 if tells_event(above, RULES) else 0.6):
        return replace(story, kicker=[above], headline=[below])
    return replace(story, headline=[above], subhead=[below])
