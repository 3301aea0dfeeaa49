"""Tables in plain text: columns set apart by blanks, tabs or upright bars below a line of heads.

Blanks alone prove little (letterheads, signatures and lists of those present are set in columns too), so a table of
blanks needs a line of heads and below it rows whose cells are values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = re.compile(r"(?:[^\S\n]{2,}|\t)[^\S\n]*")
_VALUE = re.compile(
    r"[(\[]?[-+−–±<>≈]?\s?\d[\d\s.,:/]*[)\]]?\s?(?:%|‰|:-|[a-zåäö]{1,5}\.?|[kmgt]?[kKwW]h|[TM]SEK|SEK|kWh)?|[-–—.…*]{1,3}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?")
_RULE = re.compile(r"[\s|+:=_-]*[-=_]{2,}[\s|+:=_-]*")
_FEWEST = 2  # rows with values, and columns
_MOSTLY = 0.8  # of the cells right of the labels


@dataclass(frozen=True)
class Cell:
    """Words of a line and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class TextTable:
    """rows: the cells; lines: each row as it is to be quoted; taken: how many lines of the text it is."""

    rows: list[list[str]]
    lines: list[str]
    taken: int


def table_at(lines: Sequence[str]) -> TextTable | None:
    """The table that begins with the first line, None where none does. lines: "" stands for blank ones between."""
    return _barred(lines) if "|" in lines[0] else _spaced(lines)


def may_begin(line: str) -> bool:
    """May the line be the heads of a table?"""
    return "|" in line or _GAP.search(line.strip()) is not None or line[:1].isspace()


def _barred(lines: Sequence[str]) -> TextTable | None:
    """ "Skola | Elever" over "Ekskolan | 212"."""
    rows: list[list[str]] = []
    told: list[str] = []
    taken = 0
    for line in lines:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not (rows and _RULE.fullmatch(line)):
            if len(cells) < _FEWEST or (rows and len(cells) != len(rows[0])):
                break
            rows += [cells] if any(cells) else []
            told += [line.strip()] if any(cells) else []
        taken += 1
    return TextTable(rows, told, taken) if len(rows) >= _FEWEST else None


def _spaced(lines: Sequence[str]) -> TextTable | None:
    """A line of heads over labels with values."""
    heads = _cells(lines[0])
    if not _are_heads(heads, lines[0]):
        return None
    columns = [Cell("", 0, 0), *heads] if lines[0][:1].isspace() else heads
    rows, taken = [[cell.text for cell in columns]], 1
    wrapped, parted = "", False
    for at, line in enumerate(lines[1:], 1):
        cells = _cells(line)
        if not cells or _RULE.fullmatch(line):
            parted = parted or not cells
            continue
        row = _placed(cells, columns)
        if row is None or ((parted or row[0] == columns[0].text) and _are_years(row[1:])):
            break
        if any(row[1:]):
            rows.append([f"{wrapped} {row[0]}".strip(), *row[1:]])
            wrapped, taken = "", at + 1
        elif wrapped:
            break
        elif _goes_on(lines[at + 1 :]):
            wrapped = row[0]
        elif row[0][:1].islower() and not parted and any(rows[-1][1:]) and len(rows) > 1:
            rows[-1][0], taken = f"{rows[-1][0]} {row[0]}", at + 1
        else:
            rows.append(row)
        parted = False
    rows = rows[: max(at for at, row in enumerate(rows) if any(row[1:])) + 1]
    told = [" ".join(filter(None, row)) for row in rows]
    return TextTable(rows, told, taken) if _holds_values(rows) else None


def _cells(line: str) -> list[Cell]:
    """The words between gaps of two blanks or more."""
    found: list[Cell] = []
    place = len(line) - len(line.lstrip())
    for piece in _GAP.split(line.strip()):
        start = line.index(piece, place)
        place = start + len(piece)
        found.append(Cell(piece, start, place))
    return [cell for cell in found if cell.text]


def _are_heads(cells: Sequence[Cell], line: str) -> bool:
    """Words or years, below which columns may stand: at least one beside the head of the labels."""
    fewest = 1 if line[:1].isspace() else _FEWEST
    return len(cells) >= fewest and all(_YEAR.fullmatch(cell.text) or not _is_value(cell.text) for cell in cells)


def _is_value(text: str) -> bool:
    return _VALUE.fullmatch(text) is not None


def _are_years(cells: Sequence[str]) -> bool:
    """Heads of a table of its own, where a blank line parts them or the head of the labels comes again."""
    return any(cells) and all(_YEAR.fullmatch(cell) for cell in cells if cell)


def _goes_on(lines: Sequence[str]) -> bool:
    """Is the label wrapped: does the next line go on with it, and bring the values?"""
    following = _cells(lines[0]) if lines else []
    return len(following) >= _FEWEST and following[0].text[:1].islower()


def _placed(cells: Sequence[Cell], columns: Sequence[Cell]) -> list[str] | None:
    """The words of each column; None for a line that is no row: prose, other heads, two cells in one column."""
    first, *rest = cells
    if first.end > columns[1].start or (rest and not any(_is_value(cell.text) for cell in rest)):
        return None
    if len(cells) == len(columns):
        return [cell.text for cell in cells]
    row = [first.text, *[""] * (len(columns) - 1)]
    for cell in rest:
        at = min(range(1, len(columns)), key=lambda place: _apart(cell, columns[place]))
        if row[at]:
            return None
        row[at] = cell.text
    return row


def _apart(cell: Cell, column: Cell) -> int:
    """How far a cell's left edge, or its right one, lies from that of the column's head, whichever is nearer."""
    return min(abs(cell.start - column.start), abs(cell.end - column.end))


def _holds_values(rows: Sequence[Sequence[str]]) -> bool:
    """Are the cells right of the labels values, in rows enough?"""
    filled = [[cell for cell in row[1:] if cell] for row in rows[1:] if any(row[1:])]
    values = sum(_is_value(cell) for row in filled for cell in row)
    return len(filled) >= _FEWEST and values >= _MOSTLY * sum(map(len, filled))
