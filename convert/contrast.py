"""What a text has in common with one story, as against the page's other texts.

Two texts of one page share the words of their paper, its place and its day. What tells is whether a text
shares more with the story above it than with the rest of the page.
"""

from __future__ import annotations

from functools import lru_cache
from math import log, sqrt
from typing import Sequence

from convert.kinship import rare, repeated, said, tokens
from convert.rules import Rules

SIZE = 1000
"""Characters of each text that are compared."""
FAR = 40
"""Texts of a long story that are looked back on, and of the page on either side that a text is compared with."""
CLOSING = 360
"""Characters at a text's end that are compared with what follows."""
DOUBT, HEADING_DOUBT = 0.01, 0.05
"""Added to the shares of texts, and of headings, that are compared: where both are small, chance decides."""
STRANGE, STRANGE_IN_WORDS, HEADING_STRANGE = 0.02, 0.04, 0.03
"""What texts of different stories share as a rule, in wide characters and in words, and what one says of another's heading: as if it were one more text."""
NONE: frozenset[str] = frozenset()


class Texts:
    """A page's texts in reading order; each is looked at, and compared with another, on demand and once."""

    def __init__(self, texts: Sequence[str], rules: Rules) -> None:
        self._texts = [text[:SIZE] for text in texts]
        self._tokens = lru_cache(maxsize=None)(lambda text: tokens(text, rules))
        self._ends = [text[-CLOSING:] for text in texts]
        self._rares: dict[int, frozenset[str]] = {}
        self._shared: dict[tuple[int, int], int] = {}
        self._of_story: dict[tuple[int, int], tuple[float, float]] = {}
        self._about: dict[int, frozenset[str]] = {}
        self.words = all(max(found) < "\u3000" for found in map(self._tokens, self._texts) if found)
        """Whether the texts are of a script with spaces between words."""

    def closing(self, j: int) -> frozenset[str]:
        """Tokens of the last :data:`CLOSING` characters of text ``j``."""
        return self._tokens(self._ends[j])

    def of_story(self, opened: int, j: int) -> tuple[float, float]:
        """What text ``j`` shares with the story from ``opened`` up to it: see :meth:`told` and :meth:`kin`."""
        found = self._of_story.get((opened, j))
        if found is None:
            found = self._of_story[opened, j] = self.told(opened, j), self.kin(opened, j)
        return found

    def kin(self, opened: int, j: int) -> float:
        """Log-ratio of what text ``j`` shares with the texts from ``opened`` up to it, and with the page's others; 0 where it cannot be told.

        Shares are of rare tokens, over the geometric mean of both sizes (Ochiai's coefficient).
        """
        size, story = len(self._rare(j)), [k for k in range(max(opened, j - FAR), j) if self._rare(k)]
        if not size or not story:
            return 0.0
        here = sum([self._common(k, j) for k in story]) / sqrt(size * sum([len(self._rare(k)) for k in story]))
        shares = [self._common(k, j) / sqrt(size * len(self._rare(k))) for k in self._others(opened, j)]
        return log((here + DOUBT) / ((sum(shares) + (STRANGE_IN_WORDS if self.words else STRANGE)) / (len(shares) + 1) + DOUBT))

    def told(self, opened: int, j: int) -> float:
        """Share, 0 to 1, of what text ``j`` says more than once that the texts from ``opened`` up to it say too; -1 where nothing is."""
        found = self._about.get(j)
        if found is None:
            found = self._about[j] = repeated(self._texts[j], self._said(j))
        story = [self._said(k) for k in range(max(opened, j - FAR), j)]
        again = NONE.union(*[found & other for other in story])
        return said(found, again) if again else 0.0 if found and any(story) else -1.0

    def announces(self, heading: frozenset[str], opened: int, j: int) -> float:
        """Log-ratio of what text ``j`` says of a heading, and what the page's texts do that are not of the story from ``opened`` on; 0 where it cannot be told."""
        if not heading or not self._said(j):
            return 0.0
        shares = [said(heading, self._said(k)) for k in self._others(opened, j)]
        return log((said(heading, self._said(j)) + HEADING_DOUBT) / ((sum(shares) + HEADING_STRANGE) / (len(shares) + 1) + HEADING_DOUBT))

    def _said(self, j: int) -> frozenset[str]:
        return self._tokens(self._texts[j])

    def _rare(self, j: int) -> frozenset[str]:
        found = self._rares.get(j)
        if found is None:
            found = self._rares[j] = rare(self._said(j))
        return found

    def _others(self, opened: int, j: int) -> list[int]:
        return [k for k in (*range(max(0, opened - FAR), opened), *range(j + 1, min(len(self._texts), j + 1 + FAR))) if self._rare(k)]

    def _common(self, k: int, j: int) -> int:
        key = (k, j) if k < j else (j, k)
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = len(self._rare(k) & self._rare(j))
        return found
