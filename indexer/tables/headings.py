"""Lone lines among the rows of a table that say what the rows below them are of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indexer.tables.grid import Grid, Kinds, Look

if TYPE_CHECKING:
    from indexer.tables.regions import Region

NOTE = re.compile(
    r"(?:källa|source|not\b|noter|anm\b|anmärkning|obs\b|\*|\d\)|¹|²|³|\.\.|\(\.\.|tomt fält|tecken|förklaring|"
    r"kommentar|prel|statistiken|uppgifter(?:na)?\s|med\s|definition|https?:)",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:delsumma|summa|totalt?|total|sum of|sum)[\s:]+(?P<what>.+)", re.IGNORECASE)
_HEADING_CHARACTERS = 60


def group_heading(grid: Grid, looks: Kinds, above: range, region: Region, lines: list[str]) -> int | None:
    """The row of the one line right above rows without a header of their own: what these rows of the table are of."""
    if len(lines) != 1 or NOTE.match(lines[0]) or not region.heads:
        return None
    row = above.stop - 1 if above else None
    column = region.columns.start
    if row is None or looks[row, column] != Look.TEXT or len(grid.written(row, column)) > _HEADING_CHARACTERS:
        return None
    return row


def take_in(grid: Grid, looks: Kinds, region: Region, rows: range, heading: int | None) -> None:
    """More rows of the table; below a heading of their own its first rows have theirs in the same way."""
    if heading is not None:
        if not region.groups:
            column = region.columns.start
            part = looks[:, region.columns.start : region.columns.stop]
            alone = [row for row in region.body if (part[row] != Look.BLANK).sum() == 1 and part[row, 0] == Look.TEXT]
            region.groups |= {row: grid.written(row, column) for row in alone}
            region.body = [row for row in region.body if row not in region.groups]
        region.groups[heading] = grid.written(heading, region.columns.start)
    region.append(rows)


def headings_of(grid: Grid, column: int, body: range, lone: list[int]) -> dict[int, str]:
    """Those of the lone rows that head the rows below: labels below them are indented, or come back under others."""
    after = {body.start + at: body.start + at + 1 for at in lone if at + 1 < len(body)}
    labels = [grid.written(row, column) for row in body]
    repeated = {text for text in labels if labels.count(text) > 1} if len(labels) <= 5000 else set()
    summed = {found["what"].lower() for text in labels if (found := _SUM.fullmatch(text))}
    return {
        row: grid.written(row, column)
        for row, below in after.items()
        if indent(grid, below, column) > indent(grid, row, column)
        or grid.written(below, column) in repeated
        or grid.written(row, column).lower() in summed
    }


def indent(grid: Grid, row: int, column: int) -> int:
    """How deep a label is indented, by its format or by blanks before it."""
    code = int(grid.codes(column)[row])
    text = grid.texts[code] if code >= 0 else ""
    return grid.indents.get((row, column), 0) * 2 + len(text) - len(text.lstrip())
