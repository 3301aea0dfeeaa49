"""From a sheet to a table, where its header is beyond doubt; every other sheet is left out.

A header is one row of labels, or a row of groups above a row of labels. Every column that holds values must have a
label of its own, and every numeric column a group if one has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eval.build.columns import CODES, Column, columns_below, entry_at
from eval.build.grids import Grid
from eval.build.table import PERIOD, Measure, Record, Table, Value

_SOURCE_LINE = re.compile(r"https?://|^källa|^statistik från|^uttag", re.IGNORECASE)
_FRACTION = re.compile(r"andel|procent|%|kvot|grad\b|omsättning|frånvaro", re.IGNORECASE)
_UNITS = (
    (re.compile(r"\btkr\b|tusental kronor|tusen kronor", re.IGNORECASE), "tkr"),
    (re.compile(r"\bmnkr\b|miljoner kronor|\bmkr\b", re.IGNORECASE), "mnkr"),
    (re.compile(r"procentenhet", re.IGNORECASE), "procentenheter"),
    (re.compile(r"procent|%|\bandel", re.IGNORECASE), "procent"),
    (re.compile(r"\bdagar\b", re.IGNORECASE), "dagar"),
    (re.compile(r"\bantal\b", re.IGNORECASE), "antal"),
)
_DEEPEST_HEADER = 40
_FEWEST_ROWS = 3
_LONGEST_MEMBER = 60


def tables(grid: Grid) -> Iterator[Table]:
    """The table of a sheet: one, or none when its header leaves any doubt."""
    for top in range(min(len(grid.rows), _DEEPEST_HEADER)):
        body = list(_body(grid, top))
        columns = columns_below(grid, top, body)
        if columns and len(body) >= _FEWEST_ROWS:
            table = _table(grid, top, body, columns)
            if table:
                yield table
            return


def unit_of(*texts: str) -> str:
    """The unit that a label or title names, "" for none; the first text that names one decides."""
    for text in texts:
        for pattern, unit in _UNITS:
            if pattern.search(text):
                return unit
    return ""


def _body(grid: Grid, top: int) -> Iterator[int]:
    for row in range(top + 1, len(grid.rows)):
        filled = sum(1 for entry in grid.rows[row] if entry.text)
        if filled < 2:  # a blank line, or a note
            return
        yield row


def _table(grid: Grid, top: int, body: Sequence[int], columns: Sequence[Column]) -> Table | None:
    lines = _lines(grid, top)
    title = next((line for line in lines if len(line) >= 8 and ":" not in line[:25]), "")
    measured = [(column, measure) for column, measure in _measures(grid, columns, title) if measure]
    twice = Counter(measure for _, measure in measured)
    measured = [(column, measure) for column, measure in measured if twice[measure] == 1]
    named = [column for column in columns if not column.numeric and not CODES.search(column.label)]
    records = _records(grid, body, _key(named, len(body)), measured)
    if not measured or len(records) < _FEWEST_ROWS:
        return None
    notes = tuple(line for line in lines if line != title and re.match(r"^[^:.]{3,25}: ?[^:]{2,40}$", line))
    measures = tuple(measure for _, measure in measured)
    whole = unit_of(*(line for line in lines if not line.startswith("Not")))
    return Table(grid.document, "" if grid.alone else grid.sheet, title, notes, measures, records, whole)


def _lines(grid: Grid, top: int) -> list[str]:
    """The lines above the header that hold one text only."""
    texts = [[entry.text for entry in row if entry.text] for row in grid.rows[:top]]
    return [line[0] for line in texts if len(line) == 1 and not _SOURCE_LINE.search(line[0])]


def _measures(grid: Grid, columns: Iterable[Column], title: str) -> Iterator[tuple[Column, Measure | None]]:
    for column in columns:
        if column.numeric:
            yield column, _measure(grid, column, title)


def _measure(grid: Grid, column: Column, title: str) -> Measure | None:
    """What the column measures; None for fractions of which it is not known how they are shown."""
    numbers = [entry for entry in column.entries if entry.number is not None]
    percent = all(entry.percent for entry in numbers)
    name, period = column.label, ""
    if PERIOD.match(column.label):
        name, period = column.group, column.label
    elif PERIOD.match(column.group):
        period = column.group
    elif column.group:
        name = f"{column.group}: {column.label}"
    small = all(entry.number is not None and abs(entry.number) <= 1 for entry in numbers)
    if any(entry.percent for entry in numbers) != percent or (
        small and not percent and _FRACTION.search(f"{name} {title}")
    ):
        return None
    if sum(1 for entry in numbers if entry.number == 0) * 2 > len(numbers):
        return None  # zero in most rows may well mean that nothing was reported
    return Measure(name, period, "procent" if percent else unit_of(name), percent)


def _key(named: Sequence[Column], rows: int) -> list[Column]:
    """As few columns as tell the rows apart, those to the right dropped first; columns with one member are kept."""
    kept = list(named)
    for column in reversed(named):
        rest = [other for other in kept if other is not column]
        constant = len({entry.text for entry in column.entries}) == 1
        if rest and not constant and _distinct(rest, rows) == _distinct(named, rows):
            kept = rest
    return kept


def _distinct(columns: Sequence[Column], rows: int) -> int:
    return len({tuple(column.entries[row].text for column in columns) for row in range(rows)})


def _records(
    grid: Grid, body: Sequence[int], key: Sequence[Column], measured: Sequence[tuple[Column, Measure]]
) -> tuple[Record, ...]:
    """The rows whose members are all there, short, and told apart from every other row."""
    members = [tuple((column.label, column.entries[row].text) for column in key) for row in range(len(body))]
    seen = Counter(members)
    records = []
    for row, named in enumerate(members):
        whole = all(member and len(member) <= _LONGEST_MEMBER for _, member in named)
        if named and whole and seen[named] == 1:
            records.append(Record(named, {measure: _value(grid, body[row], column) for column, measure in measured}))
    return tuple(records)


def _value(grid: Grid, row: int, column: Column) -> Value | None:
    number = entry_at(grid, row, column.place).number
    return None if number is None else Value(number, (grid.address(row, column.place),))
