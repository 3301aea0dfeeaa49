"""The letters of a page as they are compared with those of a paragraph: without white space, hyphens and case.

Readers join the lines of a paragraph, take hyphens out at their ends and resolve ligatures; folded, both read the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Boxes: TypeAlias = NDArray[np.float32]
_HYPHENS: Final = frozenset("-\u00ad\u2010\u2011\u0002\ufffe")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


@cache
def folded_letter(letter: str) -> str:
    """What is left of one letter: mostly one small letter; none of a space, two of a ligature or an umlaut."""
    parts = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(part for part in parts if part not in _HYPHENS and unicodedata.category(part) not in _UNSEEN)


def folded(text: str) -> str:
    """The letters that count."""
    return "".join(map(folded_letter, text))


@dataclass(frozen=True)
class Letters:
    """The letters of a page, as they are drawn.

    boxes: (n, 4) left, top, right, bottom in fractions of the page; zeros where a letter has no place.
    pages: of the document. width, height: of the page in points.
    """

    text: str
    boxes: Boxes
    pages: int
    width: float
    height: float

    @cached_property
    def orders(self) -> tuple[Stream, ...]:
        """The letters as they are drawn, and line by line across the whole page, as tables are read."""
        drawn = range(len(self.text))
        return Stream.of(self.text, drawn), Stream.of(self.text, self._by_lines())

    def _by_lines(self) -> list[int]:
        """The letters from top to bottom and left to right; those whose middles lie close are on one line."""
        middles = (self.boxes[:, 1] + self.boxes[:, 3]) / 2
        heights = self.boxes[:, 3] - self.boxes[:, 1]
        lines: list[list[int]] = []
        top = height = -1.0
        for at in map(int, np.argsort(middles, kind="stable")):
            if heights[at] <= 0:
                continue
            if not lines or middles[at] - top > 0.4 * max(height, float(heights[at])):
                lines.append([])
                top, height = float(middles[at]), float(heights[at])
            lines[-1].append(at)
        return [at for line in lines for at in sorted(line, key=lambda one: float(self.boxes[one, 0]))]


@dataclass(frozen=True)
class Stream:
    """Folded letters in one order. at: for each of them, which letter of the page it comes from."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, order: Sequence[int]) -> Stream:
        """The letters of the text in an order."""
        parts = [(folded_letter(text[at]), at) for at in order]
        return cls("".join(part for part, _ in parts), tuple(at for part, at in parts for _ in part))

    def places(self, wanted: str) -> list[int]:
        """Where the folded letters stand, each place."""
        found, start = [], self.text.find(wanted) if wanted else -1
        while start >= 0:
            found.append(start)
            start = self.text.find(wanted, start + 1)
        return found
