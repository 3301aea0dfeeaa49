"""The catalogue entry of a value column: what it measures, in which unit, for which period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from indexer.figures.period import Period
from indexer.figures.periods import periods
from indexer.figures.units import canonical_unit
from indexer.tables.columns import Values
from indexer.tables.model import Column, Role
from indexer.tables.periods import is_part, period_of, period_of_iso, row_period
from indexer.tables.totals import is_whole
from indexer.tables.units import is_unit, unit_in, without_unit

_GENERIC = re.compile(
    r"(?:obs_?)?values?|värden?|data|helår(?:et)?|hela året|full year|whole year|hela läsåret|"
    r"ack(?:\.|umulerat)?|perioden|accumulated|year to date",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:\b|_)(?:andel|share|kvot|grad|procent)", re.IGNORECASE)
_MONEY = ("kr", "tkr", "mnkr", "mdkr")
_AMOUNTS = re.compile(
    r"budget|utfall|prognos|avvik|\bavv\b|kostnad|intäkt|utgift|inkomst|belopp|bokslut|netto|brutto|summa|total|"
    r"differens|resultat|anslag|invest|lön|avgift|hyra|ersättning|bidrag|stöd|skuld|skatt|"
    r"forecast|actual|outcome|deviation|cost|revenue|amount",
    re.IGNORECASE,
)  # what is counted in money
_OTHER_UNIT = re.compile(
    r"\b(?:bygg|öppnings|födelse|start|slut)år\b|\([^()]*/[^()]*\)|[a-zµ]+/(?:m[23²³]?|inv|år|barn|elev|person|km|dygn|st)\b|"
    r"\b(?:antal|andel|index|ålder|dygn|timmar|dagar|personer)",
    re.IGNORECASE,
)  # what is in another unit than the table as a whole
_JOINS = r"(?:år|den|per|för|i|under|ht|vt|hösten|våren)"
_CONNECTORS = re.compile(rf"^(?:[-–,:/]|{_JOINS}\b)\s*|\s*(?:[-–,:/]|\b{_JOINS})$", re.IGNORECASE)


def value_column(
    key: int,
    index: int,
    header: tuple[str, ...],
    values: Values,
    description: str = "",
    table_period: Period | None = None,
    part: str = "",
) -> Column:
    """header: the path above the column; table_period: what title or sheet declare for all values.

    part: the part of the header's year that all the rows are of ("Juli").
    """
    period = _period((*header, part) if part else header) or _part_of(table_period, header)
    return Column(
        key,
        index,
        header,
        Role.VALUE,
        measure=measure_in(header, period),
        unit=_unit(header, values, description),
        period=period,
        description=description,
        totals=tuple(cell for cell in header if is_whole(cell)),
    )


def measure_in(header: tuple[str, ...], period: Period | None) -> str:
    """The header without unit and period."""
    parts = []
    for cell in header:
        words = without_unit(cell)
        stated = period_of(cell)
        if period is not None and stated is not None:
            words = _trimmed(words.replace(stated.text, " "))
        if period is not None and stated is None and (found := _without_year((cell,), int(period.end[:4] or 0))):
            words = _trimmed(words.replace(found.text, " ")) if found.same(period) else words
        if is_part("", cell) or (is_unit(cell) and cell.lower() != "antal"):  # "Antal" is all that a column may say
            continue
        if words and not _GENERIC.fullmatch(words):
            parts.append(words)
    return ", ".join(dict.fromkeys(parts))


def _trimmed(words: str) -> str:
    words = " ".join(words.split())
    while (shorter := _CONNECTORS.sub("", words).strip()) != words:
        words = shorter
    return words


def _period(header: tuple[str, ...]) -> Period | None:
    """The narrowest period that the header names: "2023" over "Kvartal 1" is that quarter."""
    stated = row_period([("", cell) for cell in header])
    if stated is not None and not stated.start and stated.end:  # "t.o.m. 2024": what there is at its end
        stated = period_of_iso(stated.end) or stated
    if stated is None or stated.precision != "year":
        return stated
    return _without_year(header, int(stated.start)) or stated


def _without_year(header: tuple[str, ...], year: int) -> Period | None:
    """The one stretch of a year that the header names without the year: "31 oktober", "januari–oktober"."""
    kinds = ("day", "month", "range")
    found = [one for cell in header for one in periods(cell) if one.yearless and one.precision in kinds]
    return found[0].in_year(year) if len(found) == 1 and found[0].start and found[0].end else None


def _part_of(year: Period | None, header: tuple[str, ...]) -> Period | None:
    """ "Jan" below a title that names the year, "Januari–oktober" below one that names a day of it."""
    if year is None or year.precision != "year":
        one = year is not None and year.start[:4] == year.end[:4] != ""
        return _without_year(header, int(year.start[:4])) if year is not None and one else None
    found = row_period([("", year.start), *(("", cell) for cell in header)])
    return found if found and found.precision != "year" else None


def _unit(header: tuple[str, ...], values: Values, description: str) -> str:
    if values.percent:
        return "procent"
    for cell in reversed(header):
        if unit := unit_in(cell):
            return unit
        if _SHARE.search(cell):
            return "procent" if values.units & {"%", "procent"} or _hundreds(values) else ""
    if len(values.units) == 1:
        return canonical_unit(next(iter(values.units)))
    first = description.partition(". ")[0]
    return unit_in(first)


def with_stated_unit(entries: Sequence[Column], unit: str) -> list[Column]:
    """The columns with the unit that title or notes state, but for those that it is not said of.

    Where some headers state that very unit themselves, those that do not are in none, unless they are amounts as well
    ("Budget" beside "Avvikelse, tkr").
    """
    said = any(one.unit == unit for one in entries if one.role is Role.VALUE)
    amounts = _AMOUNTS if unit.split(" ")[0] in _MONEY else None
    return [
        replace(one, unit=unit)
        if one.role is Role.VALUE and not one.unit and (not said or (amounts and amounts.search(" ".join(one.header))))
        and not _OTHER_UNIT.search(one.name)
        else one
        for one in entries
    ]  # fmt: skip


def _hundreds(values: Values) -> bool:
    """Whether shares are given in hundredths: some is above one, none far above a hundred."""
    numbers = values.numbers[~np.isnan(values.numbers)]
    return bool(len(numbers)) and bool(np.abs(numbers).max() > 1)
