"""What is to be worked out, as typed values: rules fill a Plan today, a language model may later. Never SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.figures.period import Period
from qa.statistics.catalogue import Dimension, Family, Measure


class Operation(StrEnum):
    """What is done with the values."""

    LOOKUP = "lookup"
    DIFFERENCE = "difference"  # of two periods or two labels, second minus first
    PERCENT_CHANGE = "percent change"
    SUM = "sum"
    MEAN = "mean"
    SHARE = "share"
    RANK = "rank"  # the highest or lowest, one or more
    PLACE = "place"  # of one label among all of its dimension
    RANK_OF_CHANGE = "rank of change"  # the labels whose values changed the most
    RANGE = "range"  # between the highest and the lowest
    COUNT = "count"
    TREND = "trend"
    COMPARE = "compare"  # of labels side by side


@dataclass(frozen=True)
class Filter:
    """Rows that have one of these labels in a dimension. said: the question names it; else it is a default.

    within: it says only where to look ("i Norrlän"), and is no part of what a share is of. part: a share is of these
    among all.
    """

    dimension: Dimension
    labels: tuple[str, ...]
    said: bool = True
    within: bool = False
    part: bool = False
    without: tuple[str, ...] = ()
    ratio: bool = False


@dataclass(frozen=True)
class Threshold:
    """What values must be to be counted. compare: "<", "<=", ">" or ">="."""

    compare: str
    number: float


@dataclass(frozen=True)
class Plan:
    """One question to the tables of a family.

    measures: what is asked for; the second of a share is the whole.
    filters: at most one for each dimension; several labels in one are operands, in the order of the question.
    periods: the operands in time, in order; () when the tables know none.
    group: the dimension whose labels are ranked, counted or compared; "period" for the points in time, "measure"
        for two measures; None for one value.
    top: how many of a rank. highest: from which end. unit: that the answer should be in, "" for that of the table.
    whole: a sum of all is asked for ("totalt"). placed: the label whose place is asked for.
    relative: changes are compared in percent; either: whichever way they go. cellwise: single cells are ranked or
        counted, and no sums.
    step: of points in time, the precision of those that are meant ("month"), "" when the question does not say.
    """

    operation: Operation
    family: Family
    measures: tuple[Measure, ...]
    filters: tuple[Filter, ...] = ()
    periods: tuple[Period, ...] = ()
    group: Dimension | str | None = None
    top: int = 1
    highest: bool = True
    threshold: Threshold | None = None
    unit: str = ""
    whole: bool = False
    placed: str = ""
    relative: bool = False
    cellwise: bool = False
    either: bool = False
    step: str = ""

    @property
    def measure(self) -> Measure:
        """The measure asked for."""
        return self.measures[0]
