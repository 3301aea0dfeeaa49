"""One value, or the sum or mean that it is made of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indexer.tables.model import Missing, TableFigure
from indexer.tables.store import TableStore
from qa.statistics.gaps import gaps_in
from qa.statistics.gather import PERIOD, figures, gathered, groups
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Plan
from qa.statistics.results import Absent, Choices, Conflict, Result, Single, Together
from qa.statistics.rows import blocks, fetch
from qa.statistics.values import MOST_CHOICES, additive, cells, one_each, present, rivals, split_by, summable

MOST_PARTS: Final = 400  # of a sum or mean that are named one by one
_UNTOLD: Final = re.compile(r"sakna|saknas|sekret|missing|inte\s+redovis|ej\s+redovis|för\s+få|osäker", re.IGNORECASE)
MOST_SUMS: Final = 30  # that a mean is taken of, named one by one


def lookup(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    found = cells(plan, chosen.periods, store)
    if not found:
        return Absent(periods=tuple(chosen.periods))
    if len(found) == 1:
        return single(plan, found[0], store)
    if len({(one.value, one.mark) for one in found}) == 1 and len(found) < 4:
        return single(plan, found[0], store)
    if not present(found):
        return Absent(figures=tuple(found[:MOST_CHOICES]))
    averages = plan.measure.unit == "antal" and any((one.value or 0.0) % 1 for one in found)  # no whole things
    if summable(plan, chosen.periods) and not (averages and not plan.whole):
        return summed(plan, chosen, store)
    if len(found) > MOST_CHOICES:
        return Absent(split=split_by(plan, chosen, store))
    return Choices(tuple(present(found)[:MOST_CHOICES]))


def single(plan: Plan, figure: TableFigure, store: TableStore) -> Result:
    if figure.value is None:
        return Absent(figures=(figure,))
    if figure.value == 0 and (doubt := _doubtful(plan, figure, store)) is not None:
        return Single(figure, True, doubt)
    if others := rivals(plan, figure, store):
        return Conflict((figure, *others))
    if plan.whole and additive(plan) and (together := _against_total(plan, figure, store)) is not None:
        return together
    return Single(figure)


def _doubtful(plan: Plan, figure: TableFigure, store: TableStore) -> TableFigure | None:
    """The same cell of another period, when every number of this column is zero and that one is not."""
    group = store.groups(figure.table, figure.column)[0]
    if group.count < 3 or group.lowest != 0 or group.highest != 0:
        return None
    others = [one for one in fetch(plan, store, None) if one.value and one.period and figure.period]
    return max(others, key=lambda one: one.period.days if one.period else ("", ""), default=None)


def _against_total(plan: Plan, figure: TableFigure, store: TableStore) -> Result | None:
    """The parts of a total that was taken by default or by name, when they come to it."""
    totals = [one for one in plan.filters if any(label in one.dimension.totals for label in one.labels)]
    for one in totals:
        parts = [label for label in one.dimension.labels if label not in one.dimension.totals]
        if not 1 < len(parts) <= 12 or one.dimension.of_tables:
            continue
        tried = replace(
            plan,
            filters=tuple(Filter(one.dimension, tuple(parts)) if other is one else other for other in plan.filters),
        )
        found = fetch(tried, store, [figure.period] if figure.period else None)
        known = [part for part in present(found) if not part.is_total or part.totals == figure.totals]
        total = Together(tuple(known), total=figure, missing=tuple(one for one in found if one.value is None))
        places = max(map(_places, [figure, *known]))
        if known and abs(total.value - (figure.value or 0.0)) < 0.5 * 10**-places:
            return total
    return None


def _places(figure: TableFigure) -> int:
    text = repr(figure.value)
    return len(text.partition(".")[2]) if not text.endswith(".0") else 0


def summed(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    """The sum of all that the plan leaves, also of two measures."""
    if len(plan.measures) > 1:
        sides = [one_each(replace(plan, measures=(measure,)), chosen.periods, store) for measure in plan.measures]
        parts = [one for some in sides for one in some]
        missing = tuple(one for one in parts if one.value is None)
        return Absent(figures=missing) if missing or not parts else Together(tuple(parts))
    return _together(plan, chosen, store, mean=False)


def averaged(plan: Plan, chosen: Chosen, store: TableStore) -> Result:
    if len(found := cells(plan, chosen.periods, store)) == 1:
        return single(plan, found[0], store)
    return _together(plan, chosen, store, mean=True)


def _together(plan: Plan, chosen: Chosen, store: TableStore, mean: bool) -> Result:
    """A sum or mean over every row that the plan leaves: cell by cell when they are few."""
    if not mean and not additive(plan):
        found = fetch(plan, store, chosen.periods, limit=MOST_CHOICES + 1)
        if len(found) > MOST_CHOICES and present(found):
            return Absent(split=split_by(plan, chosen, store))
        return Choices(tuple(present(found))) if present(found) else Absent(figures=tuple(found[:3]))
    by = plan.group if mean else None
    kept = groups(plan, chosen.periods, store, by)
    absent = sum(heap.absent for group in kept for heap in group.heaps)
    if absent and (chosen.parts or not any(group.value is not None for group in kept)):
        empty = _without_number(plan, chosen, store)
        if len(empty) >= MOST_CHOICES or any(map(_is_unknown, empty)) or absent == sum(one.cells for one in kept):
            return Absent(figures=tuple(empty))
    if not kept:
        return Absent(periods=chosen.periods)
    heaps = [heap for group in kept for heap in group.heaps]
    if mean and by == PERIOD and any(one.cells > 1 for one in kept) and not summable(plan, ()):
        return Absent(split=split_by(plan, chosen, store))  # no mean of rates of all that the table has
    gaps = gaps_in(plan, chosen, store)
    if mean and any(group.cells > 1 for group in kept) and by is not None and summable(plan, chosen.periods):
        if len(kept) > MOST_SUMS:
            return Together((gathered(plan, heaps, store),), True, groups=len(kept), gaps=gaps)
        sums = figures(plan, kept, store)
        missing, parts = tuple(one for one in sums if one.value is None), present(sums)
        return Together(tuple(parts), True, missing=missing, groups=len(parts), gaps=gaps)
    if sum(heap.cells for heap in heaps) > MOST_PARTS:
        whole = groups(plan, chosen.periods, store) if by is not None else kept
        some = tuple(gathered(plan, [heap], store) for one in whole for heap in one.heaps if heap.count)
        return Together(some, mean, gaps=gaps)
    parts = [one for heap in heaps for one in store.figures(heap.table, [heap.column], heap.where, limit=MOST_PARTS)]
    known, missing = present(parts), tuple(one for one in parts if one.value is None)
    return Together(tuple(replace(one, totals=()) for one in known), mean, missing=missing, gaps=gaps)


def _is_unknown(figure: TableFigure) -> bool:
    """Is there a number that the table does not give, and not nothing to report ("-")?"""
    told = " ".join(sentence for mark, sentence in figure.table.marks if mark == figure.mark)
    return figure.missing is not Missing.NIL or bool(_UNTOLD.search(told))


def _without_number(plan: Plan, chosen: Chosen, store: TableStore) -> list[TableFigure]:
    """The first cells that hold no number, from the whole of the tables."""
    found: list[TableFigure] = []
    for block in blocks(plan, store, chosen.periods):
        lowest = store.figures(block.table, [block.column], block.where, order="missing", limit=MOST_CHOICES)
        found += [one for one in lowest if one.value is None]
    return found[:MOST_CHOICES]
