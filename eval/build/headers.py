"""From a sheet to a table, where its header is beyond doubt; every other sheet is left out.

A header is one row of labels, or a row of groups above a row of labels. Every column that holds values must have a
label of its own, and every numeric column a group if one has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eval.build.grids import Entry, Grid
from eval.build.table import PERIOD, Measure, Record, Table, Value

_CODES = re.compile(r"kod\b|code\b|\bnr\b|nummer|\bid\b|sort|ordning|diarie|^rank", re.IGNORECASE)
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
_LONGEST_LABEL = 90
_LONGEST_MEMBER = 60


@dataclass(frozen=True)
class Column:
    """One column. label: its own; group: what stands above it, "" for nothing."""

    place: int
    label: str
    group: str
    entries: tuple[Entry, ...]

    @property
    def numeric(self) -> bool:
        """Numbers and marks for missing ones, nothing else; codes, years and sort keys are not numbers."""
        numbers = [entry.number for entry in self.entries if entry.number is not None]
        readable = all(entry.number is not None or entry.missing for entry in self.entries)
        years = all(PERIOD.match(str(number)) for number in numbers)
        return readable and len(numbers) * 3 >= len(self.entries) and not years and not _CODES.search(self.label)


def tables(grid: Grid) -> Iterator[Table]:
    """The table of a sheet: one, or none when its header leaves any doubt."""
    for top in range(min(len(grid.rows), _DEEPEST_HEADER)):
        body = list(_body(grid, top))
        columns = _columns(grid, top, body)
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


def _columns(grid: Grid, top: int, body: Sequence[int]) -> list[Column]:
    width = max((len(row) for row in grid.rows), default=0)
    labels = _texts(grid, top, width)
    above = _texts(grid, top - 1, width) if top else [""] * width
    grouped = sum(1 for text in above if text) >= 2
    groups = _groups(above, labels) if grouped else [""] * width
    columns = []
    for place in range(width):
        entries = tuple(_at(grid, row, place) for row in body)
        if not any(entry.text for entry in entries):
            continue
        label, group = labels[place], groups[place]
        if not label and grouped and above[place]:
            label, group = above[place], ""
        if not label:
            return []
        columns.append(Column(place, label, group, entries))
    return columns if _sound(columns) else []


def _groups(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """What stands above each column; a group goes on to the right over blanks, but only over columns with a label."""
    found, current = [], ""
    for text, label in zip(above, labels, strict=True):
        current = (text or current) if label else ""
        found.append(current)
    return found


def _sound(columns: Sequence[Column]) -> bool:
    numeric = [column for column in columns if column.numeric]
    texts = [column for column in columns if not column.numeric]
    headed = all(not _is_number(column.label) for column in columns)
    return (
        bool(numeric)
        and bool(texts)
        and headed
        and not columns[0].numeric
        and len({bool(column.group) for column in numeric}) == 1
        and all(len(column.label) <= _LONGEST_LABEL for column in columns)
    )


def _is_number(label: str) -> bool:
    return re.fullmatch(r"[-−]?[\d\s.,]+%?", label) is not None and not PERIOD.match(label)


def _table(grid: Grid, top: int, body: Sequence[int], columns: Sequence[Column]) -> Table | None:
    lines = _lines(grid, top)
    title = next((line for line in lines if len(line) >= 8 and ":" not in line[:25]), "")
    measured = [(column, measure) for column, measure in _measures(grid, columns, title) if measure]
    twice = Counter(measure for _, measure in measured)
    measured = [(column, measure) for column, measure in measured if twice[measure] == 1]
    named = [column for column in columns if not column.numeric and not _CODES.search(column.label)]
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
    number = _at(grid, row, column.place).number
    return None if number is None else Value(number, (grid.address(row, column.place),))


def _texts(grid: Grid, row: int, width: int) -> list[str]:
    return [_at(grid, row, place).text for place in range(width)]


def _at(grid: Grid, row: int, place: int) -> Entry:
    cells = grid.rows[row]
    return cells[place] if place < len(cells) else Entry("")
