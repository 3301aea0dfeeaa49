"""Tables inside documents, row by row: which rows are heads, and which head stands over each cell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from indexer.figures.units import UNITS
from indexer.tables.periods import period_of

Rows = tuple[tuple[str, ...], ...]

_VALUE: Final = re.compile(
    r"^(?:(?:summa|totalt?)\s?:\s?)?[(]?[-–−]?\s?\d|^SEK\s?\d|^(?:cirka|ca\.?|c:a|drygt|knappt|minst|högst)\s\d",
    re.IGNORECASE,
)
_CODED: Final = re.compile(
    r"^(?:\d{1,2}[.)]|\d{1,5})\s+([A-ZÅÄÖ][a-zåäö]+|(?<=[.)]\s)[^\W\d]\w+)"
)  # "3. Lokaler", "1650 Kock"
_OF_YEAR: Final = re.compile(r"(?<=\d)\s*\((?:[^()]*\s)?(?:19|20)\d\d\)$")  # "79 (2024)", "8 (4 st 2026)"
_YEAR: Final = re.compile(r"(?:år\s)?(?:19|20)\d\d", re.IGNORECASE)
_DAY: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_DATED: Final = 0.9  # share of the rows of a list that bear a day
_FEWEST: Final = 2  # rows of a list


def is_value(cell: str) -> bool:
    """Does the cell hold a value, not words, a numbered item, a code with its name or a time?"""
    bare = _OF_YEAR.sub("", cell.strip())
    if _VALUE.match(bare) is None or period_of(bare) is not None:
        return False
    coded = _CODED.match(bare)
    return coded is None or coded[1].lower() in UNITS


@lru_cache(maxsize=4096)
def head_row(rows: Rows, at: int) -> int:
    """The row whose cells are the heads over row `at` (0 where there is none but the first).

    That is the first row, or the second below a caption that fills only its first cell, or a row of years in between.
    """
    first = 1 if len(rows) > 2 and not any(rows[0][1:]) and not any(map(is_value, rows[1][1:])) else 0
    later = [row for row in range(first + 1, at) if _years(rows[row])]
    return later[-1] if later else first


@lru_cache(maxsize=4096)
def heads(rows: Rows, at: int) -> tuple[str, ...]:
    """The heads over row `at`, one for each cell; a first row with empty cells is joined with the one below it."""
    place = head_row(rows, at)
    found = rows[place]
    below = rows[place + 1] if place + 1 < at else ()
    if len(below) == len(found) and "" in found[1:] and any(found[1:]) and not any(map(is_value, below)):
        return tuple(f"{one} {two}".strip() for one, two in zip(found, below, strict=True))
    return found


def _years(row: tuple[str, ...]) -> bool:
    filled = [cell.strip() for cell in row[1:] if cell.strip()]
    return len(filled) > 1 and all(_YEAR.fullmatch(cell) for cell in filled)


@lru_cache(maxsize=4096)
def lists_events(rows: Rows) -> bool:
    """Is it a list with one row, marked with its day, for each event? Its rows count something, its cells do not."""
    body = [row for row in rows[1:] if any(row)]
    dated = [row for row in body if sum(_DAY.fullmatch(cell.strip()) is not None for cell in row) == 1]
    valued = [row for row in body if any(is_value(cell) and "%" not in cell for cell in row)]
    return len(body) >= _FEWEST and len(dated) >= _DATED * len(body) and len(valued) < len(body) / 2
