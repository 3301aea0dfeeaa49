"""Values whose time the table does not write beside them: in its title, its file name, or in a date of each thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.figures.period import Period
from indexer.tables.model import Addressing
from indexer.tables.store import TableStore
from qa.statistics.amounts import MONEY
from qa.statistics.parts_of_years import parts_in
from qa.statistics.periods import Chosen, year_of
from qa.statistics.plan import Plan
from qa.statistics.rows import available, tables_in
from qa.statistics.times import Times

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS: Final = "jan feb mar apr maj jun jul aug sep okt nov dec".split()
_MONTH: Final = re.compile(
    r"\b(?:(jan)uari|(feb)ruari|(mar)s|(apr)il|(maj)|(jun)i|(jul)i|(aug)usti|(sep)tember|(okt)ober|(nov)ember|"
    r"(dec)ember)\b|\b(höst)\w*|\b(vår)(?:en|termin\w*)\b",
    re.IGNORECASE,
)
_TERMS: Final = {"höst": range(7, 13), "vår": range(1, 7)}
_LONGEST: Final = 6  # months of a time that a date in it may stand for
_NOTES: Final = 12


def lists_year(plan: Plan, chosen: Chosen, times: Times, store: TableStore) -> bool:
    """Is a list of what happened on days of the whole year asked for, by its title, its file or days beyond it?"""
    days = bool(chosen.periods) and all(one.precision == "day" and one.start == one.end for one in chosen.periods)
    asked = [one.start for one in times.stated if one.precision == "year" and one.start == one.end]
    if not days or len(asked) != 1 or len(times.stated) != 1:
        return False
    return all(years == {asked[0]} for years in _years_named(plan)) or _goes_past(plan, asked[0], store)


def _goes_past(plan: Plan, year: str, store: TableStore) -> bool:
    """Has the list days from the first month or before, and up to the last ones or after the year, whatever is asked?

    A list that ends in the year may go on: only a title or file name of years up to this one says that it does not.
    """
    held = available(replace(plan, filters=(), group=None), store)
    if not held or held[0].days[0] >= f"{year}-02":
        return False
    last = held[-1].days[1]
    return last > f"{year}-12-31" or (last >= f"{year}-11" and all(_ends(name, year) for name in _names(plan)))


def _ends(name: str, year: str) -> bool:
    """Does a title or file name of several years end with this one, and not with a part of it?"""
    years = _YEAR.findall(name)
    part = any(period.precision != "year" for _, period in parts_in(name.replace("_", " "))) or _MONTH.search(name)
    return len(years) > 1 and max(years) == year and not part


def names_year(plan: Plan, times: Times) -> bool:
    """Does the file or title of values without a period name the one year that is asked for?"""
    if len(times.stated) != 1 or year_of(times.stated[0]).days[1] != times.stated[0].days[1]:
        return False
    if times.stated[0].precision not in ("year", "day"):
        return False
    if any(plan.family.tables[at].addressing is Addressing.PAGE for at in tables_in(plan)):
        return False
    return all(years == {times.stated[0].start[:4]} for years in _years_named(plan))


def so_far(plan: Plan, chosen: Chosen, times: Times) -> bool:
    """Is money of the first months of a year all that there is of the year asked for?"""
    if plan.measure.unit not in MONEY or plan.group == "period":
        return False
    years = [one for one in times.stated if one.precision == "year" and one.start == one.end]
    part = [one for one in chosen.periods if one.precision in ("range", "tertial") and one.start.endswith("-01")]
    return any(year.covers(one) and year.days != one.days for year in years for one in part)


def at_their_time(times: Times, plan: Plan, held: Sequence[Period]) -> Times:
    """The times with the year in the place of a part of it, where the table says that it counts in that part.

    "hösten 2022" is 2022 in a table of the persons "den 31 oktober" of each year.
    """
    months = _months_named(plan)
    years = {one.iso for one in held}
    stated = tuple(
        year_of(one) if year_of(one).start in years and _counted_in(one, months) else one for one in times.stated
    )
    return replace(times, stated=tuple({one.iso: one for one in stated}.values()))


def _counted_in(asked: Period, months: frozenset[int]) -> bool:
    if len(asked.start) < len("2022-10") or asked.start[:4] != asked.end[:4]:
        return False
    first, last = int(asked.start[5:7]), int(asked.end[5:7])
    return last - first < _LONGEST and any(first <= month <= last for month in months)


def _months_named(plan: Plan) -> frozenset[int]:
    """The months in which the tables and their measure say that they count, as far as these are one or two."""
    found: set[int] = set()
    texts = [plan.measure.name, " ".join(plan.measure.description)]
    for at in tables_in(plan):
        table = plan.family.tables[at]
        texts += [table.title, table.sheet, *table.notes[:_NOTES]]
    for match in _MONTH.finditer(" ".join(texts)):
        said = next(filter(None, match.groups())).lower()
        found |= set(_TERMS[said]) if said in _TERMS else {_MONTHS.index(said) + 1}
    return frozenset(found) if len(found) <= _LONGEST else frozenset()


def _years_named(plan: Plan) -> list[set[str]]:
    """The years in title and file name of each table."""
    return [set(_YEAR.findall(name)) for name in _names(plan)] or [set()]


def _names(plan: Plan) -> list[str]:
    """Title and file name of each table."""
    places = tables_in(plan)
    return [f"{plan.family.tables[at].title} {plan.family.documents[at].path.rpartition('/')[2]}" for at in places]
