"""The place of one among all, and which of them changed the most between two times."""

from __future__ import annotations

from typing import Final

from indexer.tables.model import TableFigure
from indexer.tables.store import TableStore
from qa.statistics.gather import Group, figures, groups
from qa.statistics.periods import Chosen
from qa.statistics.plan import Plan
from qa.statistics.results import Absent, Moved, Pair, Placed, Result
from qa.statistics.rows import fetch
from qa.statistics.values import MOST_CHOICES, grouped, split_by, summable

_FEWEST: Final = 2
_MOST_PLACED: Final = 400  # values that one answer holds


def place_of(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """Which place the named label has among all of its dimension; those of equal value share one."""
    found = grouped(plan, chosen, store)
    if found.mixed:
        return Absent(split=split_by(plan, chosen, store))
    order = found.ordered(plan.highest)
    own = next((one for one in order if one.label == plan.placed), None)
    if own is None or len(order) < _FEWEST:
        return Absent(figures=tuple(fetch(plan, store, chosen.periods, limit=MOST_CHOICES)) if own else ())
    place = 1 + next(at for at, one in enumerate(order) if one.value == own.value)
    order = [own, *(one for one in order if one is not own)]
    known = figures(plan, order[:_MOST_PLACED], store)
    ahead = [one for one in known[1:] if one.value != own.value][: place - 1]
    shared = sum(one.value == own.value for one in order) - 1
    return Placed(known[0], tuple(ahead), place, len(order), tuple(known), shared, found.missing)


def changed_most(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """The labels whose values changed the most from the first time to the last."""
    if len(chosen.periods) < _FEWEST:
        return Absent(periods=chosen.periods)
    ends = [groups(plan, [period], store, plan.group) for period in (chosen.periods[0], chosen.periods[-1])]
    if any(one.cells > 1 for some in ends for one in some) and not summable(plan, ()):
        return Absent(split=split_by(plan, chosen, store))
    first, last = ({one.label: one for one in some if one.value is not None} for some in ends)
    both = [label for label in first if label in last]
    labels = {one.label for some in ends for one in some}
    order = sorted(both, key=lambda label: -_moved(plan, first[label], last[label]))
    if not order:
        return Absent(periods=chosen.periods)
    top = _with_ties(plan, order, first, last)
    pairs = [
        Pair(one, two, over_time=True, percent=plan.relative)
        for one, two in zip(_figures(plan, top, first, store), _figures(plan, top, last, store), strict=True)
    ]
    return Moved(tuple(pairs), len(order), tuple(label for label in labels if label not in both))


def _moved(plan: Plan, first: Group, last: Group) -> float:
    """How much a label moved in the direction asked for."""
    one, two = first.value or 0.0, last.value or 0.0
    size = (two - one) / one * 100 if plan.relative and one > 0 else two - one
    return size if plan.highest else -size


def _with_ties(plan: Plan, order: list[str], first: dict[str, Group], last: dict[str, Group]) -> list[str]:
    """The first `top` of the order, and those that moved as much as the last of them."""
    at = min(plan.top, len(order))
    least = round(_moved(plan, first[order[at - 1]], last[order[at - 1]]), 6)
    return [label for label in order if round(_moved(plan, first[label], last[label]), 6) >= least]


def _figures(plan: Plan, labels: list[str], known: dict[str, Group], store: TableStore) -> list[TableFigure]:
    return figures(plan, [known[label] for label in labels], store)
