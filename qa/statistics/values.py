"""Values of a plan, fetched and sifted: what all operations share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.catalogue import Dimension
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Plan
from qa.statistics.rows import fetch

ADDITIVE: Final = frozenset(
    "antal årsarbetare kr tkr mnkr mdkr stycken platser ton kg m3 m2 kwh mwh gwh personer elever timmar toe".split()
)
_AVERAGED: Final = frozenset("genomsnittlig genomsnittligt genomsnitt median medel snitt per andel index tal".split())
_RATES: Final = ("tal", "grad", "kvot", "index", "andel")  # ends of words for what is no amount
MOST_CHOICES: Final = 8


def additive(plan: Plan) -> bool:
    """May values of the measure be summed?"""
    measure = plan.measure
    unit = measure.unit.removeprefix("1000 ")
    said = set(measure.words) | set(measure.description[:2]) - {"andel", "per"}
    rates = [word for word in measure.words if word.endswith(_RATES) and not word.endswith("antal")]
    return (unit in ADDITIVE or not unit) and not said & _AVERAGED and not rates


def present(figures: Iterable[TableFigure]) -> list[TableFigure]:
    return [figure for figure in figures if figure.value is not None]


def one_each(plan: Plan, periods: Sequence[Period], store: TableStore) -> list[TableFigure]:
    """The values of a question for one: without subtotals where there is something else, each cell once."""
    figures = fetch(plan, store, periods)
    if len(figures) > 1:
        firm = [one for one in figures if len(set(one.totals)) == max(len(set(other.totals)) for other in figures)]
        figures = firm if len(firm) == 1 else figures
    return figures


def with_labels(plan: Plan, dimension: Dimension, labels: tuple[str, ...]) -> tuple[Filter, ...]:
    rest = tuple(one for one in plan.filters if one.dimension is not dimension)
    return (*rest, Filter(dimension, labels))


def without_totals(plan: Plan, figures: Sequence[TableFigure]) -> list[TableFigure]:
    """The figures without rows that sum others up in a dimension that the plan leaves open."""
    fixed = {one.dimension.name for one in plan.filters}
    return [one for one in figures if not set(one.totals) - fixed] or list(figures)


def grouped(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """The values that are ranked: one for each label of the group."""
    found = fetch(plan, store, chosen.periods)
    named = any(one.dimension is plan.group for one in plan.filters)
    return found if named else without_totals(plan, found)


def ordered(figures: list[TableFigure], highest: bool) -> list[TableFigure]:
    return sorted(figures, key=lambda one: -(one.value or 0.0) if highest else (one.value or 0.0))
