"""Cells that a plan leaves, gathered by label in the store: one cell for each label, or the sum of its many cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import Addressing, Column, Role, Source, Table, TableFigure, letter
from indexer.tables.store import TableStore, Where
from qa.statistics.catalogue import Dimension, Family, Measure
from qa.statistics.plan import Plan
from qa.statistics.rows import Block, blocks
from qa.statistics.titles import VERSIONS

EXPLICIT: Final = 60  # cells of a sum that are named one by one
_ALL_EXPLICIT: Final = 400  # of all sums of an answer
PERIOD: Final = "period"


@dataclass(frozen=True)
class Heap:
    """The cells of one column in the rows that fit, in the store.

    at: place of the table in its family. count: those with a number, that come to total; absent: those without.
    first, last: source rows of the ends. by: the key whose label tells it from the heaps beside it, None when it is
    alone.
    """

    at: int
    table: Table
    column: Column
    where: tuple[Where, ...]
    count: int
    absent: int
    total: float
    first: int
    last: int
    by: int | str | None = None

    @property
    def cells(self) -> int:
        """How many there are, with and without a number."""
        return self.count + self.absent

    @property
    def address(self) -> str:
        """The range that the cells lie in: "F5:F99"."""
        if self.table.addressing is not Addressing.CELL:
            return f"rad {self.first}–{self.last}"
        name = letter(self.column.index)
        return f"{name}{self.first}:{name}{self.last}"


@dataclass(frozen=True)
class Gathered(TableFigure):
    """The sum of many cells, as one value. `source` only tells it from others; citations name the cells.

    cells: all of them when they are few (`whole`), else the first. over: names of the dimensions summed over.
    """

    heaps: tuple[Heap, ...] = ()
    cells: tuple[TableFigure, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Cells with a number."""
        return sum(heap.count for heap in self.heaps)

    @property
    def absent(self) -> int:
        """Cells without."""
        return sum(heap.absent for heap in self.heaps)

    @property
    def whole(self) -> bool:
        """Whether `cells` holds all that are summed up."""
        return len(self.cells) == self.count


@dataclass(frozen=True)
class Group:
    """The heaps of one label, "" when nothing is grouped. rivals: what other tables have for the same."""

    label: str
    heaps: tuple[Heap, ...]
    rivals: tuple[tuple[Heap, ...], ...] = ()

    @property
    def cells(self) -> int:
        """How many cells, with and without a number."""
        return sum(heap.cells for heap in self.heaps)

    @property
    def value(self) -> float | None:
        """What they come to; None when none has a number."""
        total = sum(heap.total for heap in self.heaps)
        return round(total, 9) + 0.0 if any(heap.count for heap in self.heaps) else None


def groups(
    plan: Plan,
    periods: Sequence[Period] | None,
    store: TableStore,
    by: Dimension | str | None = None,
    *,
    measure: Measure | None = None,
) -> list[Group]:
    """What the plan leaves, every row of it, for each label of `by` in the order of the tables."""
    found: dict[str, list[Heap]] = {}
    for block in blocks(plan, store, periods, measure=measure):
        for label, heap in _heaps(block, by, plan, store):
            found.setdefault(label, []).append(heap)
    return [_settled(label, heaps, plan, store) for label, heaps in found.items()]


def _settled(label: str, heaps: list[Heap], plan: Plan, store: TableStore) -> Group:
    """The heaps of a label, less those that other tables have of the same: a fact stated twice is no sum.

    Tables of one family are parts of a whole where something tells them apart (`part_of`); else two that hold the same
    period state the same thing, and the newer document's is taken.
    """
    tables: dict[tuple[str, ...], dict[str, list[Heap]]] = {}
    for heap in heaps:
        part = part_of(plan.family, heap.at)
        tables.setdefault(part, {}).setdefault(heap.table.id, []).append(heap)
    if all(len(some) == 1 for some in tables.values()):
        return Group(label, tuple(heaps))
    kept: list[Heap] = []
    rivals: list[tuple[Heap, ...]] = []
    for some in tables.values():
        taken: set[str] = set()
        for own in sorted(some.values(), key=lambda own: age_of(plan.family, own[0].at), reverse=True):
            held = {iso for heap in own for iso in _isos(heap, store)}
            if taken & held or (taken and not held):
                rivals.append(tuple(own))
            else:
                kept += own
            taken |= held or {""}
    return Group(label, tuple(kept), tuple(rivals))


def part_of(family: Family, at: int) -> tuple[str, ...]:
    """What tells a table of a family from the others: labels that it stands for, and its title or file name.

    Years and versions do not: "Elever 2022" and "Elever 2023" are one table twice.
    """
    table = family.tables[at]
    name = table.title or family.documents[at].path.rpartition("/")[2].partition(".")[0]
    words = [word for word in re.findall(r"[^\W\d_]+", name.lower()) if word not in VERSIONS]
    return (*(f"{one}={label}" for one, label in sorted(family.slices[at].items())), " ".join(words))


def age_of(family: Family, at: int) -> tuple[str, str]:
    """For telling which of two tables is newer: by the document's date, else by the year in its name or title."""
    document = family.documents[at]
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{document.path} {family.tables[at].title}")
    return document.date or "", max(years, default="")


def _isos(heap: Heap, store: TableStore) -> tuple[str, ...]:
    """The periods of a heap's cells."""
    if heap.column.period is not None:
        return (heap.column.period.iso,)
    if heap.table.has_row_periods:
        return tuple(label.text for label in store.labels(heap.table, PERIOD, heap.where, limit=500))
    return (heap.table.period.iso,) if heap.table.period is not None else ()


def _heaps(block: Block, by: Dimension | str | None, plan: Plan, store: TableStore) -> list[tuple[str, Heap]]:
    """The heaps of a block with their labels."""
    key, label = _key(block, by, plan)
    found = []
    for one in store.sums(block.table, block.column, block.where, by=[] if key is None else [key]):
        if key is not None and one.labels[0] is None:
            continue
        named = label if key is None else str(one.labels[0])
        where = [condition for condition in block.where if condition.key != key or condition.negated]
        where += [] if key is None else [Where(key, (named,))]
        where += [Where("row", compare=">=", number=one.first), Where("row", compare="<=", number=one.last)]
        heap = Heap(block.at, block.table, block.column, tuple(where), one.count, one.missing, one.total,
                    one.first, one.last, key)  # fmt: skip
        found.append((named, heap))
    return found


def _key(block: Block, by: Dimension | str | None, plan: Plan) -> tuple[int | str | None, str]:
    """The stored column that tells the groups apart, else the label that the whole block has."""
    if isinstance(by, Dimension):
        if by.of_tables:
            return None, plan.family.slices[block.at].get(by.name, "")
        return by.keys[block.at], ""
    if by != PERIOD:
        return None, ""
    if block.column.period is None and block.table.has_row_periods:
        return PERIOD, ""
    stated = block.column.period or block.table.period
    return None, stated.iso if stated is not None else ""


def figures(plan: Plan, chosen: Sequence[Group], store: TableStore) -> list[TableFigure]:
    """A figure for each group: its one cell, or the sum of its cells."""
    heaps = [heap for group in chosen for heap in group.heaps if heap.cells]
    many = [heap for group in chosen if group.cells > 1 for heap in group.heaps]
    explicit = sum(heap.cells for heap in many) <= _ALL_EXPLICIT
    ends = _at_rows([(heap, row) for heap in heaps for row in {heap.first, heap.last}], store)
    over = _over(plan, max(chosen, key=lambda group: group.cells).heaps, store) if many else ()
    out: list[TableFigure] = []
    for group in chosen:
        if group.cells == 1:
            out.append(ends[_place(group.heaps[0], group.heaps[0].first)])
            continue
        some = [ends[_place(heap, row)] for heap in group.heaps for row in sorted({heap.first, heap.last})]
        out.append(_sum(group.heaps, some, over, explicit, store))
    return out


def gathered(plan: Plan, heaps: Sequence[Heap], store: TableStore) -> Gathered:
    """The sum of the cells of some heaps."""
    ends = _at_rows([(heap, row) for heap in heaps for row in {heap.first, heap.last}], store)
    some = [ends[_place(heap, row)] for heap in heaps for row in sorted({heap.first, heap.last})]
    return _sum(heaps, some, _over(plan, heaps, store), True, store)


def _place(heap: Heap, row: int) -> tuple[str, int, int]:
    return heap.table.id, heap.column.key, row


def _at_rows(places: Sequence[tuple[Heap, int]], store: TableStore) -> dict[tuple[str, int, int], TableFigure]:
    """The figures in rows, those of a column read together."""
    columns: dict[tuple[str, int], tuple[Heap, list[int]]] = {}
    for heap, row in places:
        columns.setdefault((heap.table.id, heap.column.key), (heap, []))[1].append(row)
    found: dict[tuple[str, int, int], TableFigure] = {}
    for heap, rows in columns.values():
        where = Where("row", tuple(str(row) for row in rows))
        for one in store.figures(heap.table, [heap.column], [where], limit=len(rows)):
            found[_place(heap, one.source.row)] = one
    return found


def _sum(
    heaps: Sequence[Heap], ends: Sequence[TableFigure], over: tuple[str, ...], explicit: bool, store: TableStore
) -> Gathered:
    """ends: the first and last cells of the heaps, that stand for all where these are many."""
    count = sum(heap.count for heap in heaps)
    cells = list(ends)
    if explicit and count <= EXPLICIT:
        found = [store.figures(heap.table, [heap.column], heap.where, limit=heap.cells) for heap in heaps if heap.count]
        cells = [replace(one, totals=()) for some in found for one in some if one.value is not None]
    first, heap = ends[0], heaps[0]
    conditions = "|".join(f"{where.key}{'≠' * where.negated}={','.join(where.labels[:3])}" for where in heap.where)
    return Gathered(
        table=heap.table,
        column=heap.column,
        source=Source(heap.table.sheet, f"{heap.address} {len(heaps)} {conditions}", -heap.first),
        measure=first.measure,
        dimensions=tuple(one for one in first.dimensions if one[0] not in over),
        unit=first.unit,
        period=_period(heaps, ends),
        value=round(sum(one.total for one in heaps), 9) + 0.0 if count else None,
        heaps=tuple(heaps),
        cells=tuple(cells),
        over=over,
    )


def _over(plan: Plan, heaps: Sequence[Heap], store: TableStore) -> tuple[str, ...]:
    """The names of the dimensions in which the cells differ."""
    names: dict[str, None] = {}
    for heap in heaps[:3]:
        labels = [column for column in heap.table.columns if column.role in (Role.DIMENSION, Role.MEASURE)]
        apart = set(store.apart(heap.table, [column.key for column in labels], heap.where))
        names |= dict.fromkeys(column.name for column in labels if column.key in apart)
    places = {heap.table.id for heap in heaps}
    for dimension in plan.family.dimensions:
        fixed = any(one.dimension is dimension and len(one.labels) == 1 for one in plan.filters)
        if dimension.of_tables and len(places) > 1 and not fixed:
            names[dimension.name] = None
    return tuple(names)


def _period(heaps: Sequence[Heap], ends: Sequence[TableFigure]) -> Period | None:
    """The period that all the cells share."""
    if len({one.period.iso if one.period else "" for one in ends}) > 1:
        return None
    for heap in heaps:
        if heap.column.period is None and heap.table.has_row_periods:
            named = [where.labels for where in heap.where if where.key == PERIOD and not where.negated]
            if not named or len(named[-1]) > 1:
                return None
    return ends[0].period
