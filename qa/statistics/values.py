"""Values of a plan, fetched and sifted: what all operations share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import Role, TableFigure
from indexer.tables.periods import period_of_iso
from indexer.tables.store import TableStore
from qa.statistics.amounts import MONEY
from qa.statistics.catalogue import Dimension, Measure
from qa.statistics.gather import Group, age_of, figures, groups, part_of
from qa.statistics.periods import Chosen
from qa.statistics.plan import Filter, Plan
from qa.statistics.rows import blocks, fetch, tables_in
from qa.statistics.words import root

ADDITIVE: Final = frozenset(
    """antal tusental årsarbetare kr tkr mnkr mdkr stycken platser ton kg m3 m2 kwh mwh gwh personer elever timmar
    toe hektar kvm""".split()
)
_AVERAGED: Final = frozenset(
    "genomsnittlig genomsnittligt genomsnitt median medel medellön medelinkomst medelålder medelvärde medeltal snitt "
    "per andel index tal poäng average mean".split()
)
_RATES: Final = ("tal", "grad", "kvot", "index", "andel")  # ends of words for what is no amount
_PRICES: Final = ("pris", "avgift", "taxa", "lön", "hyra", "arvode")  # in kronor, of one thing: no amounts either
_COUNTS: Final = ("antal", "kvartal", "tusental", "miljontal")
_STOCK: Final = (
    "folkmängd invånare befolkning anställd tjänster årsarbetare elev barn lärare brukare platser boende inskriv "
    "arbetslös sysselsatt person lägenhet bostäder konsult medlem låntagare saldo skuld tillgång population "
    "employee pupil"
).split()  # what is there at a time: the same ones are counted again in the next month
_FLOW: Final = (
    "berör konkurs varsl anmäl ansök född avlid döda inflytt utflytt påbörj avslut besök beslut bevilja "
    "färdigställ nybygg utlån levere timmar dygn nyinskriv tillkom avgå slutat började olyck skada brott affected "
    "births deaths visits resor tillsyn ärende utsläpp avfall förbruk produc produk portion utryck samtal bokning "
    "deltag inkom klagomål bränder larm kontroll ansökning intäkt kostnad"
).split()  # what happens in a time: adds up over months
MOST_CHOICES: Final = 8
_SEVERAL: Final = 200  # cells among which a total is looked for that the defaults have left


def additive(plan: Plan, measure: Measure | None = None) -> bool:
    """May values of the measure be summed?"""
    measure = measure or plan.measure
    unit = measure.unit.removeprefix("1000 ")
    said = set(measure.words) | set(measure.description[:2]) - {"andel", "per"}
    rates = [word for word in measure.words if word.endswith(_RATES) and not word.endswith(_COUNTS)]
    rates += [word for word in measure.words if unit == "kr" and word.endswith(_PRICES)]
    said -= {"per"} if _told_apart(plan, measure) or not (measure.own or measure.divided) else set()
    return (unit in ADDITIVE or not unit) and not said & _AVERAGED and not rates


def _told_apart(plan: Plan, measure: Measure) -> bool:
    """ "Timmar per enhet och kvartal": a title may say "per" of what tells the values apart."""
    if measure.own or measure.unit:
        return False
    names = {root(word) for one in (*plan.family.dimensions, *plan.family.parts) for word in one.words}
    return bool(measure.per) and any(root(word) in names for word in measure.per)


def summable(plan: Plan, periods: Sequence[Period], measure: Measure | None = None) -> bool:
    """May they be summed over these periods? Those who are there in each of two months are not twice as many."""
    measure = measure or plan.measure
    money = measure.unit in MONEY
    stock = not money and any(begin in word for word in measure.words for begin in _STOCK)
    stock = stock and not any(begin in word for word in measure.words for begin in _FLOW)
    return additive(plan, measure) and (len(periods) <= 1 or not stock)


def present(figures: Iterable[TableFigure]) -> list[TableFigure]:
    return [figure for figure in figures if figure.value is not None]


def one_each(
    plan: Plan, periods: Sequence[Period], store: TableStore, measure: Measure | None = None
) -> list[TableFigure]:
    """The values of a question for one: the cell, its total among several, or the sum of those that may be summed."""
    found = cells(plan, periods, store, measure)
    if len(found) < 2 or not summable(plan, periods, measure):
        return found
    one = groups(plan, periods, store, measure=measure)
    return figures(plan, one, store) if one and one[0].value is not None and not one[0].rivals else found


def cells(
    plan: Plan, periods: Sequence[Period], store: TableStore, measure: Measure | None = None
) -> list[TableFigure]:
    """The cells of a question for one, without subtotals where there is something else; of very many the first.

    Of one that two tables state alike, that of the newer; `rivals` has those that differ.
    """
    found = fetch(plan, store, periods, measure=measure, limit=_SEVERAL)
    if 1 < len(found) < _SEVERAL:
        found = [some[0] for some in _same(plan, found)]
        most = max(len(set(one.totals)) for one in found)
        firm = [one for one in found if len(set(one.totals)) == most]
        found = firm if len(firm) == 1 else found
    return found


def rivals(plan: Plan, figure: TableFigure, store: TableStore) -> list[TableFigure]:
    """What other tables state for the same as a figure, where that is another value; newer ones first."""
    if len(tables_in(plan)) < 2 or figure.period is None:
        return []
    found = _same(plan, fetch(plan, store, [figure.period], limit=_SEVERAL))
    own = next((some for some in found if any(_at(one) == _at(figure) for one in some)), [])
    values = {figure.value: figure} | {one.value: one for one in reversed(own) if one.value is not None}
    return [one for one in own if values.get(one.value) is one and one.value != figure.value]


def _at(figure: TableFigure) -> tuple[str, str]:
    return figure.table.id, figure.source.cell


def _same(plan: Plan, found: Sequence[TableFigure]) -> list[list[TableFigure]]:
    """The figures by what they state: those of tables that state the same together, the newest first."""
    places = {table.id: at for at, table in enumerate(plan.family.tables)}
    groups: dict[object, list[TableFigure]] = {}
    for one in found:
        iso = one.period.iso if one.period else ""
        said = (part_of(plan.family, places[one.table.id]), one.dimensions, one.codes, iso, one.measure)
        own = groups.setdefault(said, [])
        if own and any(other.table.id == one.table.id for other in own):
            groups[(said, *_at(one))] = [one]  # twice in one table: two rows that nothing tells apart
        else:
            own.append(one)
    for some in groups.values():
        some.sort(key=lambda one: age_of(plan.family, places[one.table.id]), reverse=True)
    return list(groups.values())


def with_labels(plan: Plan, dimension: Dimension, labels: tuple[str, ...]) -> tuple[Filter, ...]:
    rest = tuple(one for one in plan.filters if one.dimension is not dimension)
    return (*rest, Filter(dimension, labels))


@dataclass(frozen=True)
class Grouped:
    """The values that are ranked, one for each label, or cell by cell where a label has several that are no amounts.

    known: groups with a value, in the order of the tables. missing: labels without one. mixed: the groups are cells.
    """

    known: list[Group]
    missing: tuple[str, ...] = ()
    mixed: bool = False

    def ordered(self, highest: bool) -> list[Group]:
        """By value; of equal ones the first in the table."""
        return sorted(self.known, key=lambda one: -(one.value or 0.0) if highest else (one.value or 0.0))


def grouped(plan: Plan, chosen: Chosen, store: TableStore) -> Grouped:
    """Every value of the plan for each label of its group, from the whole of the tables."""
    found = groups(plan, chosen.periods, store, plan.group)
    mixed = any(group.cells > 1 for group in found) and not summable(plan, chosen.periods)
    known = [group for group in found if group.value is not None]
    return Grouped(known, tuple(group.label for group in found if group.value is None), mixed)


def extreme_cells(plan: Plan, chosen: Chosen, store: TableStore, *, highest: bool, limit: int) -> list[TableFigure]:
    """The highest or lowest single cells, from the whole of the tables."""
    found: list[TableFigure] = []
    for block in blocks(plan, store, chosen.periods):
        order = "highest" if highest else "lowest"
        found += present(store.figures(block.table, [block.column], block.where, order=order, limit=limit))
    return sorted(found, key=lambda one: -(one.value or 0.0) if highest else (one.value or 0.0))[:limit]


def split_by(plan: Plan, chosen: Chosen, store: TableStore) -> tuple[str, ...]:
    """The names of the dimensions that the plan leaves open and its cells differ in."""
    names: dict[str, None] = {}
    for block in blocks(plan, store, chosen.periods)[:3]:
        columns = [column for column in block.table.columns if column.role is Role.DIMENSION]
        apart = set(store.apart(block.table, [column.key for column in columns], block.where))
        group = plan.group.keys[block.at] if isinstance(plan.group, Dimension) else -1
        names |= dict.fromkeys(column.name for column in columns if column.key in apart and column.key != group)
    return tuple(names)


def days_of(iso: str) -> tuple[str, str]:
    """The first and last day of an ISO period, for sorting."""
    period = period_of_iso(iso)
    return period.days if period is not None else ("", "")
