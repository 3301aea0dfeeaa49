"""Values, units, periods and labels in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from math import floor, log10
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import TableFigure
from indexer.tables.weeks import number_of
from qa.statistics.amounts import MONEY, factor, is_amount
from qa.statistics.catalogue import Dimension
from qa.statistics.cite import written_period
from qa.statistics.phrases import MONTHS, QUARTERS, UNITS, phrase
from qa.statistics.plan import Operation, Plan
from qa.statistics.titles import label_phrase, measure_phrase

_SHOWN = 50  # labels that tell whether codes stand before them
_LONG = 2  # decimals that are still shown; a value with more is given with one
_SMALL = 1.0  # below it a single decimal is too few
_BALANCES = ("avvikelse", "resultat", "differens", "saldo")


_YEAR_OF: Final = re.compile(r"(?:^|[a-zåäö_ ])(?:år|ar|year)$", re.IGNORECASE)  # "Byggår", "byggar", "year"
_YEARS: Final = (1500, 2100)


def is_year(figure: TableFigure) -> bool:
    """Is the value a year ("Byggår"), which is written without a blank?"""
    value = figure.value or 0.0
    return (
        not figure.unit and value % 1 == 0 and _YEARS[0] <= value <= _YEARS[1] and bool(_YEAR_OF.search(figure.measure))
    )


@dataclass(frozen=True)
class Speech:
    """How one answer writes: its language, and how many decimals its values have."""

    language: str
    plan: Plan
    decimals: int = 0
    exact: bool = True
    names: dict[str, str] = field(default_factory=dict)

    def number(self, value: float, decimals: int | None = None) -> str:
        """With the table's decimals: "19,0", "1 266,0", "−87 750"."""
        places = self.places(value) if decimals is None else decimals
        text = f"{abs(rounded(value, places)):,.{places}f}"
        if self.language == "sv":
            text = text.replace(",", "\u00a0").replace(".", ",")
        return f"\u2212{text}" if value < 0 and any(digit in text for digit in "123456789") else text

    def places(self, value: float) -> int:
        """How many decimals a value is given with: those of the table, or fewer where it has too many."""
        return self.decimals if self.exact else min(self.decimals, telling(value))

    def amount(self, value: float, unit: str, decimals: int | None = None) -> str:
        """ "18,8 procent", "2 391 640 tkr"."""
        return f"{self.number(value, decimals)} {self.unit(unit)}".strip()

    def unit(self, unit: str) -> str:
        """The unit in the language of the answer; what is counted has none."""
        if unit == "antal":
            return ""
        if unit.startswith("1000 "):
            return f"{phrase(self.language, 'thousand')} {unit.removeprefix('1000 ')}"
        if self.language == "sv":
            return unit
        if " per " in unit:
            head, _, tail = unit.partition(" per ")
            return f"{UNITS.get(head, head)} per {UNITS.get(tail, tail)}"
        return UNITS.get(unit, unit)

    def value(self, figure: TableFigure) -> str:
        """The value as the answer gives it: in the unit asked for, with what a negative balance is."""
        value = figure.value or 0.0
        if is_year(figure):
            return f"{value:.0f}"
        text = self.amount(value, figure.unit)
        converted = self.converted(figure)
        if converted is not None:
            text = f"{self.amount(converted[0], converted[1], 1)} ({text})"
        elif self.exact and self.decimals == _LONG and abs(value) >= _SMALL:
            text = f"{text} ({phrase(self.language, 'rounded', value=self.number(value, 1))})"
        return f"{text}{self.balance(figure)}"

    def balance(self, figure: TableFigure) -> str:
        """ " (underskott)" behind a negative deviation."""
        if (
            not any(word in figure.measure.lower() for word in _BALANCES)
            or not figure.value
            or figure.unit not in MONEY
        ):
            return ""
        return f" ({phrase(self.language, 'deficit' if figure.value < 0 else 'surplus')})"

    def converted(self, figure: TableFigure) -> tuple[float, str] | None:
        """The value in the unit asked for, where that is another size of the table's."""
        wanted, held = self.plan.unit, figure.unit
        size = factor(held, wanted) if wanted in ("mnkr", "tkr") or is_amount(wanted) else None
        return None if size in (None, 1.0) else ((figure.value or 0.0) / (size or 1.0), wanted)

    def difference_unit(self, unit: str) -> str:
        """Percentages differ in percentage points."""
        return "procentenheter" if unit == "procent" else unit

    def period(self, period: Period | None) -> str:
        """ "2023", "2024/25", "april 2026", "fjärde kvartalet 2001"."""
        if period is None:
            return ""
        if period.start == period.end and len(period.start) == 7:
            return f"{MONTHS[self.language][int(period.start[5:]) - 1]} {period.start[:4]}"
        if period.start == period.end and len(period.start) == 10:
            day, month = int(period.start[8:]), MONTHS[self.language][int(period.start[5:7]) - 1]
            return f"{day} {month} {period.start[:4]}"
        if period.precision == "quarter":
            return f"{QUARTERS[self.language][(int(period.start[5:7]) - 1) // 3]} {period.start[:4]}"
        if period.precision == "week":
            return phrase(self.language, "week", number=number_of(period.start, period.end), year=period.start[:4])
        if len(period.start) == len(period.end) == 7:
            return f"{self.period(_month(period.start))}–{self.period(_month(period.end))}"
        return written_period(period)

    def listed(self, parts: Sequence[str]) -> str:
        """ "a, b och c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {phrase(self.language, 'and')} {parts[-1]}"

    def label(self, figure: TableFigure) -> str:
        """The label of the dimension that tells the figures of a group apart."""
        group = self.plan.group
        if isinstance(group, Dimension):
            return self.label_in(figure, group)
        return figure.column.measure or figure.measure if group == "measure" else self.period(figure.period)

    def label_in(self, figure: TableFigure, dimension: Dimension) -> str:
        """The figure's label in a dimension."""
        at = self._table(figure)
        if dimension.of_tables:
            return self.plan.family.slices[at].get(dimension.name, "")
        column = figure.table.column(dimension.keys[at])
        found = dict((*figure.dimensions, *figure.codes))
        return label_phrase(found.get(column.name, ""), dimension.labels[:_SHOWN])

    def labels(self, figure: TableFigure) -> dict[str, str]:
        """All labels of the figure by the names of their dimensions, those that its table stands for among them."""
        own = self.plan.family.slices[at] if (at := self._table(figure)) < len(self.plan.family.slices) else {}
        return {**own, **dict(figure.dimensions)}

    def _table(self, figure: TableFigure) -> int:
        return next((at for at, table in enumerate(self.plan.family.tables) if table.id == figure.table.id), 0)

    def said(self) -> list[str]:
        """The labels that the question names, without those of the group and those of times, which are said as such."""
        apart = (self.plan.group, *self.plan.family.parts)
        found = [one for one in self.plan.filters if one.said and one.dimension not in apart]
        return [
            phrase(self.language, "left_out", labels=self.listed(one.without))
            if one.without
            else ", ".join(_flag(one.dimension, label) for label in one.labels)
            for one in found
        ]

    def defaults(self) -> str:
        """ "Samtliga (Typ av huvudman)" for what the question leaves open."""
        found = [one for one in self.plan.filters if not one.said and one.dimension is not self.plan.group]
        return ", ".join(
            f"{one.labels[0]} ({one.dimension.name})" if one.dimension.name else one.labels[0] for one in found
        )

    def measure(self) -> str:
        """What is measured, as the table says."""
        measure, table = self.plan.measure, self.plan.family.tables[0]
        chosen = self.plan.operation is Operation.RANK and self.plan.group == "measure" and table.title
        return measure_phrase(*((table.title, False) if chosen else (measure.name, measure.own)), table.title)


def _flag(dimension: Dimension, label: str) -> str:
    if label.lower() in ("ja", "nej", "yes", "no", "x"):
        return f"{dimension.name}: {label}"
    return label_phrase(label, dimension.labels[:_SHOWN])


def rounded(value: float, places: int) -> float:
    """Halves away from nought, as people round: 11.25 is 11.3."""
    step = Decimal(1).scaleb(-places)
    return float(Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP))


def _month(iso: str) -> Period:
    return Period(iso, iso, iso, 0, 0, "month")


def decimals_of(figures: Sequence[TableFigure], beside: Sequence[TableFigure] = ()) -> tuple[int, bool]:
    """How many decimals the values are written with, and whether those are all they have.

    beside: other values of the column; 19 among 16,5 and 27,5 is 19,0.
    """
    own = max((_decimals(figure.value) for figure in figures if figure.value is not None), default=0)
    if own > _LONG:
        return own, False
    others = max((_decimals(figure.value) for figure in beside if figure.value is not None), default=0)
    return (max(own, others) if others <= _LONG else own), True


def telling(value: float) -> int:
    """How many decimals a value is given with that is not written in full: one, of small ones two digits (0.055)."""
    return 1 if not value or abs(value) >= _SMALL else 1 - floor(log10(abs(value)))


def _decimals(value: float) -> int:
    text = f"{value:.9f}".rstrip("0")
    return len(text.partition(".")[2])
