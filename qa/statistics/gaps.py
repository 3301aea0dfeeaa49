"""What a sum, a mean or a course over time should hold and the tables have no row for: listed labels, times between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from indexer.tables.store import TableStore
from qa.statistics.gather import PERIOD, groups
from qa.statistics.periods import Chosen
from qa.statistics.plan import Plan
from qa.statistics.rows import available


@dataclass(frozen=True)
class Gaps:
    """labels: listed ones that have no row. times (ISO): those between first and last that only others have rows of."""

    labels: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


NONE: Final = Gaps()


def gaps_in(plan: Plan, chosen: Chosen, store: TableStore) -> Gaps:
    """What the plan has no row for; a row without a number is no gap, for it is there to be told."""
    labels: list[str] = []
    times: list[str] = []
    for one in plan.filters:
        if one.said and len(one.labels) > 1 and not one.without and not one.dimension.of_tables:
            held = {group.label for group in groups(plan, chosen.periods, store, one.dimension)}
            labels += [label for label in one.labels if label not in held]
    if len(chosen.periods) > 1:
        held = {group.label for group in groups(plan, chosen.periods, store, PERIOD)}
        times = [iso for iso in _between(plan, chosen, store) if iso not in held]
    return Gaps(tuple(labels), tuple(times))


def _between(plan: Plan, chosen: Chosen, store: TableStore) -> list[str]:
    """The times from the first to the last that the tables have rows of, whatever these are of."""
    first, last = chosen.periods[0], chosen.periods[-1]
    everywhere = available(replace(plan, filters=(), group=None), store)
    return [
        one.iso
        for one in everywhere
        if one.precision == first.precision == last.precision and first.days[0] < one.days[0] < last.days[0]
    ]
