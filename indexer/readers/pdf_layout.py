"""What stands on a PDF page: runs of letters, ruling lines, lines of text.

All lengths are in points. x grows to the right, y grows downwards from the top of the page as it is read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from indexer.readers.hyphens import SOFT

_SPACE = 0.12  # of the font size: a wider gap between two runs is a space
_GLUED = 0.35  # the same for runs drawn as one word


@dataclass(frozen=True, slots=True)
class Run:
    """Letters on one baseline in one style, without a wide gap inside.

    starts: the left edge of each letter of `text`.
    glued: it was drawn right after the run before, with no space between.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    starts: tuple[float, ...]
    glued: bool = False

    def part(self, start: int, end: int) -> Run:
        """The letters from `start` to `end` as a run of their own."""
        right = self.starts[end] if end < len(self.text) else self.right
        return Run(
            self.text[start:end], self.starts[start], right, self.base, self.size, self.bold, self.starts[start:end]
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line: upright when x is constant."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it parts columns (else it parts rows)."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Line:
    """The runs that share a baseline, from left to right."""

    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """The words of the line with single spaces; a line-end hyphen is kept only at its end."""
        words = " ".join(self.raw.split())
        if SOFT not in words[:-1]:
            return words
        return words.replace(SOFT + " ", "- ").rstrip(SOFT).replace(SOFT, "") + SOFT * words.endswith(SOFT)

    @cached_property
    def raw(self) -> str:
        """The runs' text, a space where there is a gap between two runs."""
        parts: list[str] = []
        for before, run in zip((None, *self.runs[:-1]), self.runs, strict=True):
            if before is not None and run.left - before.right > (_GLUED if run.glued else _SPACE) * run.size:
                parts.append(" ")
            parts.append(run.text)
        return "".join(parts)

    @property
    def left(self) -> float:
        """Left edge of the first letter."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Right edge of the last letter."""
        return max(run.right for run in self.runs)

    @cached_property
    def base(self) -> float:
        """Baseline of most of the letters."""
        return self._most("base")

    @cached_property
    def size(self) -> float:
        """Font size of most of the letters."""
        return self._most("size")

    @cached_property
    def bold(self) -> bool:
        """Whether every letter and digit is bold."""
        return all(run.bold for run in self.runs if any(map(str.isalnum, run.text))) and any(
            run.bold for run in self.runs
        )

    def _most(self, name: str) -> float:
        counts: Counter[float] = Counter()
        for run in self.runs:
            counts[getattr(run, name)] += len(run.text.strip()) or 0
        return float(counts.most_common(1)[0][0])


@dataclass(frozen=True)
class Page:
    """One page as drawn: number from 1, its size, its letters and its ruling lines.

    aside: text that stands at an angle to the rest (stamps along the margin, watermarks).
    unread: it is a picture of text, or could not be loaded.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    aside: tuple[str, ...] = ()
    unread: bool = False
