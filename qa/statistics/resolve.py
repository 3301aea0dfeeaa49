"""Match -> Plan: the operation, what is grouped, and what holds where the question leaves something out."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from indexer.tables.store import TableStore
from indexer.tables.totals import is_part, is_whole
from qa.statistics.ages import summed_ages
from qa.statistics.catalogue import Dimension, Measure
from qa.statistics.columns_asked import chosen_columns
from qa.statistics.filters import filters_of, of_one_kind, rest_of, wanted
from qa.statistics.fitting import fits_unit
from qa.statistics.gather import PERIOD
from qa.statistics.match import Match
from qa.statistics.operation_asked import (
    highest_asked,
    moves_either_way,
    operation_asked,
    over_periods,
    placed_label,
    ranks,
    rises_most,
)
from qa.statistics.own_totals import with_named_sums
from qa.statistics.places import lying_in
from qa.statistics.plan import Filter, Operation, Plan
from qa.statistics.question import Asked
from qa.statistics.rows import fetch, tables_in, where_of
from qa.statistics.spans import counts_periods, step_of
from qa.statistics.values import additive
from qa.statistics.wholes import measures_of, stated_sum

_WEIGHTY: Final = 0.4
_WHOLE: Final = 0.9  # share of a label's words
_SAID: Final = 0.85
_HALF: Final = 0.5
_SEVERAL: Final = 2
_ALL: Final = 0.999  # of what the parts come to, which may be rounded
MEASURE: Final = "measure"
_COUNTY: Final = re.compile(r"\s+(?:län\w*|county)\b", re.IGNORECASE)
_GROUPED: Final = (Operation.RANK, Operation.RANK_OF_CHANGE, Operation.RANGE, Operation.COUNT, Operation.MEAN)


def resolve(asked: Asked, match: Match, store: TableStore, beside: Sequence[Match] = ()) -> Plan:
    """The plan of a reading; periods are left to `qa.statistics.periods`. beside: readings on other measures."""
    if (whole := stated_sum(asked, match)) is not None:
        match = replace(match, measure=whole)
    filters = filters_of(asked, match)
    operation = operation_asked(asked, match, filters)
    if (over := _over_measures(asked, match, filters, operation, beside)) is not None:
        return with_defaults(over, store)
    if operation is Operation.PLACE:
        return with_defaults(_place(asked, match, filters), store)
    inside = {one.dimension: lying_in(match.family, one.dimension, one.labels[0], store) for one in filters}
    group = _group(asked, match, filters, operation, {one for one, labels in inside.items() if labels})
    if isinstance(group, Dimension):
        filters = [
            _members(one, inside[one.dimension]) if one.dimension is group and len(one.labels) == 1 else one
            for one in filters
        ]
        filters = [one for one in filters if one.dimension is not group or len(one.labels) > 1]
    filters += rest_of(match, filters)
    if isinstance(group, Dimension) and all(one.dimension is not group for one in filters) and not match.measure.rows:
        filters += [kind] if (kind := of_one_kind(asked, group)) is not None else []
    plan = Plan(
        operation=operation,
        family=match.family,
        measures=measures_of(match, operation, asked, beside),
        filters=tuple(filters),
        group=group,
        top=asked.top,
        highest=rises_most(asked) if operation is Operation.RANK_OF_CHANGE else highest_asked(asked),
        threshold=asked.threshold,
        unit=asked.unit,
        whole=asked.has("whole"),
        cellwise=asked.has("single") or (operation is Operation.COUNT and counts_periods(asked)),
        relative=asked.unit == "procent" and match.measure.unit != "procent",
        either=operation is Operation.RANK_OF_CHANGE and moves_either_way(asked),
        step=step_of(asked) if group == PERIOD else "",
    )
    return with_defaults(plan, store)


def _over_measures(
    asked: Asked, match: Match, filters: Sequence[Filter], operation: Operation, beside: Sequence[Match]
) -> Plan | None:
    """The plan over several measures: ages added up, two set against each other, columns ranked; None for one."""
    family, kept = match.family, tuple(filters)
    if len(ages := summed_ages(asked, match.measure, family.measures)) > 1 and operation is Operation.LOOKUP:
        return Plan(Operation.SUM, family, ages, kept, group=MEASURE, unit=asked.unit)
    second = _second(asked, match, filters, beside)
    if second is not None:
        measures = tuple(
            one.measure
            for one in sorted((match, second), key=lambda one: min(one.chief - (match.chief & second.chief)))
        )
        both = Operation.DIFFERENCE if asked.has("difference", "other") else Operation.SUM
        return Plan(both, family, measures, kept, group=MEASURE, unit=asked.unit)
    if columns := chosen_columns(asked, match):
        return Plan(Operation.RANK, family, columns, kept, group=MEASURE, top=asked.top,
                    highest=highest_asked(asked), unit=asked.unit)  # fmt: skip
    return None


def _place(asked: Asked, match: Match, filters: Sequence[Filter]) -> Plan:
    """The place of one label among the others of its dimension."""
    hit = placed_label(asked, match)
    assert hit is not None, "a place is asked of a label"
    rest = tuple(one for one in (*filters, *rest_of(match, filters)) if one.dimension is not hit.dimension)
    rest += (kind,) if (kind := of_one_kind(asked, hit.dimension, hit.label)) is not None else ()
    return Plan(Operation.PLACE, match.family, (match.measure,), rest, group=hit.dimension,
                highest=highest_asked(asked), unit=asked.unit, placed=hit.label)  # fmt: skip


def _second(asked: Asked, match: Match, filters: Sequence[Filter], beside: Sequence[Match]) -> Match | None:
    """Another measure of the table that the question names by a word of its own, to be compared with this one."""
    if any(len(one.labels) > 1 for one in filters) or asked.has("share"):
        return None
    if not asked.has("difference", "other") and not (asked.quotes and asked.has("whole")):
        return None
    if asked.has("which", "where") and asked.has("highest", "lowest") and ranks(asked, match):
        return None  # "vilken ... mest, och med hur mycket"
    how_much = asked.has("difference") and not asked.has("lowest")  # "hur mycket högre"
    if len(asked.times.stated) > 1 or asked.has("change") or (asked.has("highest", "lowest") and not how_much):
        return None
    for other in beside:
        if (
            other.family is not match.family
            or other.measure is match.measure
            or not _comparable(other.measure.unit, match.measure.unit)
        ):
            continue
        apart = (match.chief - other.chief, other.chief - match.chief)
        sides = zip(apart, (match.measure, other.measure), strict=True)
        if all(any(_names(asked, at, measure) for at in some) for some, measure in sides):
            return other
    return None


def _comparable(one: str, two: str) -> bool:
    """Is one the same kind of amount as the other: two numbers of things, of which only one says so?"""
    return one == two or ("" in (one, two) and fits_unit("antal", one or two))


def _names(asked: Asked, at: int, measure: Measure) -> bool:
    """Does the term name the measure: by its weight, or by a telling word of its header ("granted and performed")?"""
    term = asked.terms[at]
    said = {words[0] for words, _ in term.alternatives if len(words) == 1}
    return term.weight >= _WEIGHTY or not said.isdisjoint(measure.telling)


def _members(one: Filter, inside: Sequence[str]) -> Filter:
    """ "kommun i Norrlän" where the county stands among its municipalities: all of them are meant."""
    return replace(one, labels=tuple(inside or [label for label in one.labels if label not in one.dimension.totals]))


def _group(
    asked: Asked, match: Match, filters: Sequence[Filter], operation: Operation, areas: Collection[Dimension] = ()
) -> Dimension | str | None:
    """What is ranked, counted or averaged over: listed labels, time, or the labels of a dimension."""
    if operation is Operation.SHARE:
        return next((one.dimension for one in filters if one.ratio), None)
    listed = next((one.dimension for one in filters if len(one.labels) > 1), None)
    if listed is not None:
        return listed
    over_time = asked.times.last or (
        operation is Operation.MEAN and (len(asked.times.stated) > 1 or over_periods(asked, match))
    )
    if operation is Operation.COUNT and counts_periods(asked) and not match.measure.rows:
        return next((one for one in match.named if wanted(asked, match) == match.named[one]), PERIOD)
    if operation is Operation.TREND or (asked.has("when") and operation in (Operation.RANK, Operation.RANK_OF_CHANGE)):
        return PERIOD
    if operation not in _GROUPED:
        return None
    if operation is Operation.MEAN and over_time:
        return PERIOD
    named = _named_group(asked, match, filters, areas)
    if named is not None or operation is Operation.MEAN:
        return named
    if operation is Operation.RANK and over_time:
        return PERIOD
    return max(_open(match, filters), key=lambda dimension: len(dimension.labels), default=None)


def _named_group(
    asked: Asked, match: Match, filters: Sequence[Filter], areas: Collection[Dimension]
) -> Dimension | None:
    """The dimension that the question names, nearest to what it chooses or counts, unless a label of it is fixed."""
    chosen = wanted(asked, match)
    fixed = {one.dimension for one in filters if any(label not in one.dimension.totals for label in one.labels)}
    fixed -= {one for one in areas if match.named.get(one) == chosen}
    free = [(one, at) for one, at in match.named.items() if one not in fixed and not one.is_flag]
    free = [item for item in free if asked.has("when") or not item[0].is_dated]
    order = sorted(
        free, key=lambda item: (item[0].code or item[0].is_dated, abs(item[1] - (chosen or 0)), -len(item[0].labels))
    )
    return order[0][0] if order else None


def _open(match: Match, filters: Sequence[Filter]) -> list[Dimension]:
    """Dimensions that the question fixes no label of."""
    fixed = {one.dimension for one in filters}
    free = [one for one in match.family.dimensions if one not in fixed and not one.code and len(one.labels) > 1]
    return [one for one in free if not one.is_dated] or free


def with_defaults(plan: Plan, store: TableStore) -> Plan:
    """Every dimension left open that has a total is set to it, where rows with it are left."""
    fixed = {one.dimension for one in plan.filters}
    for dimension in plan.family.dimensions:
        if dimension in fixed or dimension is plan.group or not dimension.totals:
            continue
        if plan.operation is Operation.COUNT and plan.measure.rows:
            continue
        tried = _default(plan, dimension, store)
        if tried is not None:
            plan = tried
    return with_named_sums(plan, store)


def _default(plan: Plan, dimension: Dimension, store: TableStore) -> Plan | None:
    """Set to a word for all, else to the only total; of several subtotals to the one that all others come to."""
    totals = [label for label in dimension.labels if label in dimension.totals and not is_part(label)]
    order = sorted(totals, key=lambda label: (not is_whole(label), -totals.index(label)))
    tried = [replace(plan, filters=(*plan.filters, Filter(dimension, (label,), said=False))) for label in order]
    held = [one for one in tried if _holds(one, store)]
    if len(held) < _SEVERAL or is_whole(held[0].filters[-1].labels[0]) or not additive(plan):
        return held[0] if held else None
    sizes = [math.fsum(one.value or 0.0 for one in fetch(each, store)) for each in held]
    parts = [one for one in fetch(plan, store) if dimension.totals.isdisjoint(dict(one.dimensions).values())]
    whole = math.fsum(one.value or 0.0 for one in parts)
    return held[sizes.index(max(sizes))] if max(sizes) >= whole * _ALL else None


def _holds(plan: Plan, store: TableStore) -> bool:
    """Are there rows, and when grouped, more than one label to choose from?"""
    for at in tables_in(plan):
        table, where = plan.family.tables[at], where_of(plan, at)
        if not isinstance(plan.group, Dimension) or plan.group.of_tables:
            if store.count(table, where):
                return True
            continue
        labels = [one.text for one in store.labels(table, plan.group.keys[at], where, limit=50)]
        if len([label for label in labels if label not in plan.group.totals]) > 1:
            return True
    return False
