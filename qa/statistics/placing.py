"""The place of one among all, which of them changed the most between two times, and when something did."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from indexer.tables.store import TableStore
from qa.statistics.gather import PERIOD, Group, figures, groups
from qa.statistics.periods import Chosen
from qa.statistics.plan import Plan
from qa.statistics.results import Absent, Moved, Pair, Placed, Result
from qa.statistics.rows import available, fetch
from qa.statistics.values import MOST_CHOICES, days_of, grouped, split_by, summable

Step = tuple[Group, Group]
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
    """The labels whose values changed the most from the first time to the last, or the times since the one before."""
    steps = _over_time(plan, chosen, store) if plan.group == PERIOD else _of_labels(plan, chosen, store)
    if any(one.cells > 1 for step in steps for one in step) and not summable(plan, ()):
        return Absent(split=split_by(plan, chosen, store))
    known = [(one, two) for one, two in steps if one.value is not None and two.value is not None]
    if not known:
        return Absent(periods=chosen.periods)
    order = sorted(known, key=lambda step: -_moved(plan, step))
    top = _with_ties(plan, order)
    found = figures(plan, [one for step in top for one in step], store)
    pairs = [Pair(one, two, over_time=True, percent=plan.relative) for one, two in zip(*[iter(found)] * 2, strict=True)]
    missing = tuple(two.label for one, two in steps if one.value is None or two.value is None)
    return Moved(tuple(pairs), len(order), missing)


def _of_labels(plan: Plan, chosen: Chosen, store: TableStore) -> list[Step]:
    """What each label has at the first and at the last time; the one before, where a single time is named."""
    ends = chosen.periods
    if len(ends) == 1:
        same = [one for one in available(plan, store) if one.precision == ends[0].precision and one.days < ends[0].days]
        ends = (*same[-1:], *ends)
    if len(ends) < _FEWEST:
        return []
    first, last = ({one.label: one for one in groups(plan, [at], store, plan.group)} for at in (ends[0], ends[-1]))
    labels = dict.fromkeys((*first, *last))
    return [(first.get(label, Group(label, ())), last.get(label, Group(label, ()))) for label in labels]


def _over_time(plan: Plan, chosen: Chosen, store: TableStore) -> list[Step]:
    """From each time to the next."""
    found = groups(plan, chosen.periods, store, PERIOD)
    return list(pairwise(sorted(found, key=lambda one: days_of(one.label))))


def _moved(plan: Plan, step: Step) -> float:
    """How much it moved in the direction asked for."""
    one, two = (group.value or 0.0 for group in step)
    size = (two - one) / one * 100 if plan.relative and one > 0 else two - one
    return abs(size) if plan.either else size if plan.highest else -size


def _with_ties(plan: Plan, order: list[Step]) -> list[Step]:
    """The first `top` of the order, and those that moved as much as the last of them."""
    at = min(plan.top, len(order))
    least = round(_moved(plan, order[at - 1]), 6)
    return [step for step in order if round(_moved(plan, step), 6) >= least]
