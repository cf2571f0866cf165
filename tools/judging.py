"""Which parts of a converted page are right."""

from __future__ import annotations

from typing import Callable

from convert.model import Document

GOLD_ROLES = {"paragraph": "body", "caption": "body", "crosshead": "body", "jump": "furniture"}
"""What gold calls a block's role, where it has another name."""


def judged(document: Document, units: list[dict], squeezed: Callable[[str], str]) -> list[tuple[str, float, bool]]:
    """(role, confidence, right?) of every part: right where gold has the same text in the same role."""
    truth = {(role, squeezed(unit["text"])) for unit in units for role in unit["role"].split("|")}
    rows = [("furniture", part.confidence, ("furniture", squeezed(part.text)) in truth) for part in document.furniture]
    for article in document.articles:
        title = ("headline", squeezed("".join(p.text for p in article.headline))) in truth
        rows += [("headline", part.confidence, title) for part in article.headline]
        named = [("kicker", article.kicker)] if article.kicker else []
        named += [("subhead", part) for part in article.subheads] + [(block.role, block) for block in article.blocks]
        rows += [(role, part.confidence, (GOLD_ROLES.get(role, role), squeezed(part.text)) in truth) for role, part in named]
    return rows
