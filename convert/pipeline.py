"""THE order of the stages, in one place: a decoded source goes in, a document comes out."""

from __future__ import annotations

from typing import Callable, NamedTuple, Sequence

from convert.calibration import LOW, calibrated
from convert.conserve import same_set, same_text
from convert.fixes import Fix
from convert.language import language
from convert.model import Article, Document, Label, Line, Note, Part, Source, Story, Unit
from convert.rules import Rules
from convert.source import numbered, pages_of
from convert.stages.close import close
from convert.stages.columns import columns
from convert.stages.correct import correct_labels, correct_stories, fresh
from convert.stages.credit import credit
from convert.stages.headline import build, spans
from convert.stages.label import label
from convert.stages.mend import mend, replacements
from convert.stages.part import part
from convert.stages.place import place
from convert.stages.reread import reread
from convert.stages.script import script
from convert.stages.segment import segment
from convert.stages.separate import separate
from convert.stages.space import letter_spaced, space
from convert.stages.turn import turn
from convert.stages.untwine import untwine
from convert.stages.unwrap import unwrap


class _Page(NamedTuple):
    """What one page of a source says, before its stories become articles."""

    lines: tuple[Line, ...]
    stories: tuple[Story, ...]
    furniture: tuple[Unit, ...]
    notes: tuple[Note, ...]
    in_order: float
    """The probability that the lines are in order."""


def run(source: Source, rules: Rules, conversion: str | None = None, fixes: Sequence[Fix] = (),
        model: str | None = None) -> Document:
    """Convert one dump; form feeds part the pages of several, each of which is read by itself.

    ``conversion`` names an OpenCC configuration, ``fixes`` are a reader's corrections, ``model`` is
    the folder of another model. Raises :class:`ConservationError` where a stage lost or invented text.
    """
    fixes, stale = fresh(fixes, source.lines)
    pages = [_read(lines, rules, fixes, model) for lines in pages_of(numbered(source))]
    in_order = {line.number: page.in_order for page in pages if page.in_order < 1.0 for line in page.lines}

    def sure(unit: Unit) -> float:
        return round(in_order.get(unit.pieces[0].number, 1.0) * calibrated(unit.role, unit.confidence), 4)

    furniture = tuple(Part(u.text, spans(u.pieces), sure(u)) for page in pages for u in page.furniture)
    stories = correct_stories([story for page in pages for story in page.stories], fixes)
    articles = credit(_built(stories, rules, sure), rules)
    document = Document(source, language((line.text for page in pages for line in page.lines), rules), articles, furniture,
                        (*stale, *(note for page in pages for note in page.notes), *_doubts(articles, furniture)))
    return script(document, conversion, rules) if conversion else document


def _read(raw: tuple[Line, ...], rules: Rules, fixes: Sequence[Fix], model: str | None) -> _Page:
    """One page's lines as stories."""
    lines, notes, in_order = _clean(raw, rules)
    spaced = [letter_spaced(line.text) for line in lines if line.text]
    lines = _spaced(lines, rules)
    labels = label(lines, spaced, rules, model)
    lines = _unindented(lines)
    filled = tuple([line for line in lines if line.text])
    labels = reread(filled, labels, rules, lambda other: segment(printed(unwrap(lines, other, rules)), rules, model), model)
    labels = correct_labels(labels, filled, fixes)
    placed, labels = place(lines, labels, rules)
    same_set("place", _texts(filled), _texts(placed))
    units, parted = _separated(_unwrapped(placed, labels, rules), rules)
    return _Page(filled, _segmented(printed(units), rules, model), tuple(u for u in units if u.role == "furniture"), (*notes, *parted), in_order)


def _clean(lines: tuple[Line, ...], rules: Rules) -> tuple[tuple[Line, ...], tuple[Note, ...], float]:
    """The lines cleaned, what there is to say of them, and the probability that they are in order."""
    closed = _checked("close", same_text, lines, close(lines))
    ordered, in_order, disordered = _ordered(closed, rules)
    single = _checked("untwine", same_set, ordered, untwine(ordered))
    parted = _checked("part", same_text, single, part(single, rules))
    mended, notes = mend(parted, rules)
    if mended != parted:
        _check_mended(parted, mended, {note.line for note in notes}, rules)
    return mended, (*disordered, *notes), in_order


def _ordered(lines: tuple[Line, ...], rules: Rules) -> tuple[tuple[Line, ...], float, tuple[Note, ...]]:
    """The lines in the order of whichever stage finds them in another, how sure that is, and what there is to say of it."""
    for name, stage in (("columns", columns), ("turn", turn)):
        out, in_order, notes = stage(lines, rules)
        _checked(name, same_set, lines, out)
        if out is not lines or notes:
            return out, in_order, notes
    return lines, 1.0, ()


def _checked(stage: str, same: Callable[[str, Sequence[str], Sequence[str]], None], lines: tuple[Line, ...], out: tuple[Line, ...]) -> tuple[Line, ...]:
    """What a stage gave back, compared with what it was given; a stage that changed nothing gave back the same tuple."""
    if out is not lines:
        same(stage, _texts(lines), _texts(out))
    return out


def _check_mended(lines: Sequence[Line], mended: Sequence[Line], noted: set[int], rules: Rules) -> None:
    changed = [(a, b) for a, b in zip(lines, mended) if a is not b and a.number not in noted]
    table = replacements(lines, rules)
    same_text("mend", (a.text.translate(table) for a, _ in changed), (b.text for _, b in changed), hyphens=True)


def _spaced(lines: tuple[Line, ...], rules: Rules) -> tuple[Line, ...]:
    out = space(lines, rules)
    same_text("space", _texts(lines), _texts(out), digits=True)
    return out


def _unindented(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """An indent has said what it has to say once the lines have labels."""
    return tuple([line._replace(text=line.text.strip()) if line.text[:1].isspace() else line for line in lines])


def _unwrapped(lines: tuple[Line, ...], labels: Sequence[Label], rules: Rules) -> tuple[Unit, ...]:
    units = unwrap(lines, labels, rules)
    same_set("unwrap", _texts(lines), [piece.text for unit in units for piece in unit.pieces])
    same_text("unwrap", [p.text for u in units for p in u.pieces], [u.text for u in units], hyphens=True)
    return units


def _separated(units: tuple[Unit, ...], rules: Rules) -> tuple[tuple[Unit, ...], tuple[Note, ...]]:
    out, notes = separate(units, rules)
    if notes:
        same_text("separate", [u.text for u in units], [u.text for u in out])
    return out, notes


def printed(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units that are the stories', without the page's furniture."""
    return tuple(u for u in units if u.role != "furniture")


def _segmented(units: tuple[Unit, ...], rules: Rules, model: str | None) -> tuple[Story, ...]:
    stories = segment(units, rules, model)
    same_set("segment", [u.text for u in units], [u.text for s in stories for u in (*s.head, *s.body)])
    return stories


def _built(stories: Sequence[Story], rules: Rules, sure: Callable[[Unit], float]) -> tuple[Article, ...]:
    articles = build(stories, rules, sure)
    same_set("headline", [u.text for s in stories for u in (*s.head, *s.body)],
             [part.text for article in articles for part in parts_of(article)])
    return articles


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def parts_of(article: Article) -> list[Part]:
    """Every part and block of an article, in the order in which it is read."""
    return [*([article.kicker] if article.kicker else []), *article.headline, *article.subheads, *article.blocks]


def _doubts(articles: Sequence[Article], furniture: Sequence[Part]) -> list[Note]:
    doubtful = [p for a in articles for p in parts_of(a) if p.confidence < LOW] + [p for p in furniture if p.confidence < LOW]
    return [Note(p.lines[0][0], "low-confidence",
                 f"{getattr(p, 'role', 'heading or furniture')} of confidence {p.confidence:.2f}: {p.text[:24]}", p.confidence)
            for p in sorted(doubtful, key=lambda p: p.lines[0])]
