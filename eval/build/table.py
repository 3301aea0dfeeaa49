"""A statistics table as this evaluation reads it: records with named members, and one value for each measure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

PERIOD = re.compile(r"^(?:19|20)\d\d(?:[/–-]\d{2,4}|[KMQ]\d{1,2})?$")
_PERIOD_NAMES = re.compile(r"^(år|ar|tid|year|period|månad|manad|kvartal|läsår|datum|vecka)$", re.IGNORECASE)
_MEASURE_NAMES = re.compile(
    r"^(uppgift|tabellinnehåll|variabel|mått|nyckeltal|indikator|kategorier|innehåll|contents)$", re.IGNORECASE
)
_TOTAL = re.compile(
    r"^(\d+ )?(totalt?|samtliga|summa|riket|hela |alla\b|sverige|total\b|båda |kvinnor och män|män och kvinnor|delsumma"
    r"|genomsnitt|medel|snitt|övrig|okän|uppgift saknas|ospec|därav|varav|- )"
    r"|\b(totalt|total|summa|sammanlagt|samtliga)\b|\w\+\w",
    re.IGNORECASE,
)
_AREA = re.compile(r"\b(län|county)$", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"andel|procent|%|\bper\b|genomsnitt|median|kvot|grad\b|index|snitt|medel|poäng|betyg|(?<!an)tal\b|\btid|dagar|ålder"
    r"|avvikelse|differens|förändring",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"antal|number|\btkr|mnkr|kronor|\bkr\b|budget|utfall|årsarbet|platser|utgift|intäkt|kostnad", re.IGNORECASE
)


@dataclass(frozen=True)
class Measure:
    """What a column or table measures. name: "" where only the title says it; period: "" where another column does."""

    name: str
    period: str = ""
    unit: str = ""
    percent: bool = False  # stored as a fraction, shown as a percentage

    @property
    def share(self) -> bool:
        """Is it measured in percent?"""
        return self.percent or re.search(r"andel|procent|%", f"{self.name} {self.unit}", re.IGNORECASE) is not None


@dataclass(frozen=True)
class Value:
    """A number as it stands. cells: its address, in every form that a product may cite it by."""

    number: Decimal
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """One row, or one place of a cube: (dimension, member) pairs and a value, or None, for each measure."""

    members: tuple[tuple[str, str], ...]
    values: dict[Measure, Value | None]


@dataclass(frozen=True)
class Table:
    """One table. title, notes: the lines above it; sheet: "" where there is none; unit: for the whole table."""

    document: str
    sheet: str
    title: str
    notes: tuple[str, ...]
    measures: tuple[Measure, ...]
    records: tuple[Record, ...]
    unit: str = ""

    @cached_property
    def constant(self) -> frozenset[str]:
        """The dimensions in which every record has the same member."""
        seen: dict[str, set[str]] = {}
        for record in self.records:
            for dimension, member in record.members:
                seen.setdefault(dimension, set()).add(member)
        return frozenset(dimension for dimension, members in seen.items() if len(members) == 1)

    def total(self, record: Record) -> bool:
        """Does the record hold a total, or a larger area among smaller ones?"""
        varying = [pair for pair in record.members if pair[0] not in self.constant]
        labels = [member for _, member in varying]
        return any(is_total(*pair) for pair in varying) or len(set(labels)) < len(labels)

    def adds_up(self, measure: Measure, about: str = "") -> bool:
        """May values of the measure be added over places or units? about: what else names the measure."""
        named = f"{measure.name or about or self.title} {measure.unit}"
        if any(dimension.lower() in named.lower() for dimension, _ in self.records[0].members):
            return False  # "Antal kommuner" in a row for one kommun is no count of what the row is about
        unit = self.unit if self.unit in {"tkr", "mnkr"} else ""
        return not measure.share and not _NOT_ADDED.search(named) and bool(_ADDED.search(f"{named} {unit}"))


def is_total(dimension: str, member: str) -> bool:
    """Is the member a total, a rest, or a county in a column of smaller places?"""
    small = "kommun" in dimension.lower() or "stadsdel" in dimension.lower()
    return _TOTAL.search(member) is not None or (small and _AREA.search(member) is not None)


def is_period(dimension: str, member: str = "") -> bool:
    """Is the dimension one of time?"""
    return _PERIOD_NAMES.search(dimension) is not None or PERIOD.match(member) is not None


def is_measure(dimension: str) -> bool:
    """Do the members of the dimension say what is measured?"""
    return _MEASURE_NAMES.search(dimension) is not None
