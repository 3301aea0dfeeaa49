"""What comes out of a Plan: values of the tables and what was worked out of them, before any words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.figures.period import Period
from indexer.tables.model import TableFigure
from qa.model import Cells
from qa.statistics.gaps import NONE, Gaps
from qa.statistics.gather import Gathered


@dataclass(frozen=True)
class Single:
    """One value as it stands. doubtful: a zero like all others of its column, while `before` shows another year's."""

    figure: TableFigure
    doubtful: bool = False
    before: TableFigure | None = None


@dataclass(frozen=True)
class Pair:
    """Two values side by side: earlier and later, or one label and another."""

    first: TableFigure
    second: TableFigure
    over_time: bool = False
    percent: bool = False

    @property
    def difference(self) -> float:
        """Second minus first."""
        return clean((self.second.value or 0.0) - (self.first.value or 0.0))

    @property
    def change(self) -> float | None:
        """In percent of the first; None from zero, between negative balances and for percentages."""
        one, two = self.first.value or 0.0, self.second.value or 0.0
        if one <= 0 or two < 0 or self.first.unit in ("procent", "promille"):
            return None
        return clean((two - one) / one * 100)


@dataclass(frozen=True)
class Together:
    """A sum or unweighted mean of parts. total: the table's own row for the sum, when it has one.

    groups: of a mean, over how many sums it is taken; 0 when over cells. gaps: what has no row.
    """

    parts: tuple[TableFigure, ...]
    mean: bool = False
    total: TableFigure | None = None
    missing: tuple[TableFigure, ...] = ()
    groups: int = 0
    gaps: Gaps = NONE

    @property
    def value(self) -> float:
        """What the parts come to."""
        total = math.fsum(part.value or 0.0 for part in self.parts)
        return clean(total / self.count if self.mean else total)

    @property
    def count(self) -> int:
        """Over how many values the mean is taken: cells, or the sums of a group's cells."""
        return self.groups or sum(part.count if isinstance(part, Gathered) else 1 for part in self.parts)


@dataclass(frozen=True)
class Part:
    """A share: part of the whole, in percent."""

    part: TableFigure
    whole: TableFigure

    @property
    def value(self) -> float:
        """In percent."""
        return clean((self.part.value or 0.0) / (self.whole.value or 1.0) * 100)


@dataclass(frozen=True)
class Ranked:
    """The first of an order. among: how many have a value. missing: labels without one.

    mixed: each is a single cell, for labels have several that cannot be summed.
    """

    figures: tuple[TableFigure, ...]
    among: int
    missing: tuple[str, ...] = ()
    over_time: bool = False
    mixed: bool = False


@dataclass(frozen=True)
class Placed:
    """The place of one in an order: 1 and up. ahead: those before it. among: how many have a value. all: it and them.

    shared: how many others have the same place. missing: labels without a value.
    """

    figure: TableFigure
    ahead: tuple[TableFigure, ...]
    place: int
    among: int
    all: tuple[TableFigure, ...]
    shared: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moved:
    """The first of an order of changes, each from an earlier value to a later one. missing: labels without both."""

    pairs: tuple[Pair, ...]
    among: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spread:
    """Between the highest and the lowest."""

    highest: TableFigure
    lowest: TableFigure
    missing: tuple[str, ...] = ()
    mixed: bool = False

    @property
    def value(self) -> float:
        """Highest minus lowest."""
        return clean((self.highest.value or 0.0) - (self.lowest.value or 0.0))


@dataclass(frozen=True)
class Counted:
    """How many rows or values fit; `shown` are cited. among: how many were looked at.

    nearest: when none fits, the one that comes nearest.
    rows: of rows that were counted, their conditions and addresses with what they are called, one by one when few.
    """

    count: int
    shown: tuple[TableFigure, ...]
    among: int = 0
    missing: tuple[str, ...] = ()
    rows: tuple[tuple[Cells, str], ...] = ()
    nearest: TableFigure | None = None


@dataclass(frozen=True)
class Series:
    """Values over time, oldest first, or of several labels. gaps: times without a row; short: an end is not there."""

    figures: tuple[TableFigure, ...]
    over_time: bool = True
    gaps: Gaps = NONE
    short: bool = False


@dataclass(frozen=True)
class Conflict:
    """Values that different tables state for the same, the newer table's first."""

    figures: tuple[TableFigure, ...]


@dataclass(frozen=True)
class Choices:
    """The question can mean several things: what each would give."""

    figures: tuple[TableFigure, ...]
    measures: bool = False


@dataclass(frozen=True)
class Absent:
    """No answer. figures: cells that should hold it and do not. periods: those there are, where another was asked for.

    held: measures that the table has instead. partial: only part of the asked period is there. split: dimensions by
    which the table tells the values apart, that cannot be put together. step: the kind of time that it does not tell
    apart ("month"). unnamed: words of the question that it has nothing for; kinds: what it does not tell apart.
    """

    figures: tuple[TableFigure, ...] = ()
    periods: tuple[Period, ...] = ()
    asked: tuple[Period, ...] = ()
    held: tuple[str, ...] = ()
    partial: bool = False
    unnamed: tuple[str, ...] = ()
    kinds: bool = False
    split: tuple[str, ...] = ()
    step: str = ""


Result = (
    Single | Pair | Together | Part | Ranked | Placed | Moved | Spread | Counted | Series | Conflict | Choices | Absent
)


def clean(value: float) -> float:
    """Without the dust of binary fractions."""
    return round(value, 9) + 0.0


def tied(figures: Sequence[TableFigure], top: int) -> Sequence[TableFigure]:
    """The first `top` of an order, and those that share the last place."""
    while top < len(figures) and figures[top].value == figures[top - 1].value:
        top += 1
    return figures[:top]
