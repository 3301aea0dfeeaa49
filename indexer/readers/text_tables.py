"""Tables in plain text: columns set apart by blanks, tabs or upright bars below a line of heads.

Blanks and bars alone prove little (letterheads, signatures and lists of those present are set in columns too), so a
table needs a line of heads and below it rows whose cells are values; bars may have a rule below the heads instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_GAP = re.compile(r"(?:[^\S\n]{2,}|\t)[^\S\n]*")
_VALUE = re.compile(
    r"[(\[]?[-+−–±<>≈]?\s?\d[\d\s.,:/]*[)\]]?\s?(?:%|‰|:-|[a-zåäö]{1,5}\.?|[kmgt]?[kKwW]h|[TM]SEK|SEK|kWh)?|[-–—.…*]{1,3}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?")
_RULE = re.compile(r"[\s|+:=_-]*[-=_]{2,}[\s|+:=_-]*")
_BARRED_RULE = re.compile(r"[|+].*[-=_]{2}|[-=_]{2}.*[|+]")
_PERSON = re.compile(r"(?:[A-ZÅÄÖ][\w-]+,? )+[A-ZÅÄÖ][\w-]+,? ?\([A-ZÅÄÖ]\w{0,3}\)")
_MARK = re.compile(r"\d|[-–—.…*]{1,3}")  # behind a name: present, substitutes for the first, voted
_LONE = 60  # characters of a label that stands alone between rows with tabs
_FEWEST = 2  # rows with values, and columns
_MOSTLY = 0.8  # of the cells right of the labels
_BARRED_MOSTLY = 0.6  # bars are less often set for looks alone


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
    if "|" in lines[0]:
        return _barred(lines)
    return _tabbed(lines) if "\t" in lines[0] else _spaced(lines)


def may_begin(line: str) -> bool:
    """May the line be the heads of a table?"""
    return "|" in line or _GAP.search(line.strip()) is not None or line[:1].isspace()


def _barred(lines: Sequence[str]) -> TextTable | None:
    """ "Skola | Elever" over "Ekskolan | 212"."""
    rows: list[list[str]] = []
    told: list[str] = []
    taken, ruled = 0, False
    for line in lines:
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if rows and _RULE.fullmatch(line):
            ruled = ruled or (len(rows) == 1 and _BARRED_RULE.search(line) is not None)
        else:
            if len(cells) < _FEWEST or (rows and len(cells) != len(rows[0])):
                break
            rows += [cells] if any(cells) else []
            told += [line.strip()] if any(cells) else []
        taken += 1
    proved = len(rows) >= _FEWEST and (ruled or (_name_columns(rows[0]) and _holds_values(rows, _BARRED_MOSTLY)))
    return TextTable(rows, told, taken) if proved else None


def _tabbed(lines: Sequence[str]) -> TextTable | None:
    """Heads and rows parted by tabs: each tab is a column's edge, unless several of them part two heads."""
    heads = [cell.strip() for cell in lines[0].split("\t")]
    even = all(heads[1:])
    if not even:
        heads = [cell.strip() for cell in re.split(r"\t+", lines[0])]
    if len(heads) < _FEWEST or not _name_columns(heads[1:]):
        return None

    def row_of(line: str) -> list[str] | None:
        cells = [cell.strip() for cell in re.split(r"\t" if even else r"\t+", line)]
        lone = len(cells) == 1
        fits = len(cells) <= len(heads) and (even or lone or len(cells) == len(heads))
        if not fits or (lone and (len(line) > _LONE or line.endswith((".", ":")))):
            return None
        given = [cell for cell in cells[1:] if cell]
        return cells + [""] * (len(heads) - len(cells)) if not given or any(map(_is_value, given)) else None

    return _below(heads, lines, row_of)


def _spaced(lines: Sequence[str]) -> TextTable | None:
    """A line of heads over labels with values."""
    heads = _cells(lines[0])
    if not _are_heads(heads, lines[0]):
        return None
    columns = [Cell("", 0, 0), *heads] if lines[0][:1].isspace() else heads

    def row_of(line: str) -> list[str] | None:
        return None if "\t" in line.strip() else _placed(_cells(line), columns)

    return _below([cell.text for cell in columns], lines, row_of)


def _below(heads: list[str], lines: Sequence[str], row_of: Callable[[str], list[str] | None]) -> TextTable | None:
    """The rows below the heads, as `row_of` reads a line that is not blank; None of it is no row."""
    rows, taken = [heads], 1
    wrapped, parted = "", False
    for at, line in enumerate(lines[1:], 1):
        if not line.strip() or _RULE.fullmatch(line):
            parted = parted or not line.strip()
            continue
        row = row_of(line)
        if row is None or ((parted or row[0] == heads[0]) and _are_years(row[1:])):
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
    return len(cells) >= fewest and _name_columns([cell.text for cell in cells])


def _name_columns(heads: Sequence[str]) -> bool:
    """Are they words or years?"""
    return all(_YEAR.fullmatch(head) or not _is_value(head) for head in heads)


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


def _holds_values(rows: Sequence[Sequence[str]], mostly: float = _MOSTLY) -> bool:
    """Are the cells right of the labels values, in rows enough?"""
    filled = [[cell for cell in row[1:] if cell] for row in rows[1:] if any(row[1:]) and not _is_marked(row)]
    values = sum(_is_value(cell) for row in filled for cell in row)
    return len(filled) >= _FEWEST and values >= mostly * sum(map(len, filled))


def _is_marked(row: Sequence[str]) -> bool:
    """A politician with marks behind the name: one of those present or voting, who is not measured."""
    return _PERSON.fullmatch(row[0]) is not None and all(_MARK.fullmatch(cell) for cell in row[1:] if cell)
