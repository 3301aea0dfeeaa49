"""Where the tables of a sheet are: title, header rows, body, notes; several tables below or beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indexer.tables.grid import Grid, Kinds, Look
from indexer.tables.headings import NOTE, group_heading, headings_of, take_in
from indexer.tables.heads import first_data_row, repeated_heads

_TITLE_CHARACTERS = 160
_NEAR = 2  # blank rows between a header and its data
_LIST_COLUMNS, _LIST_ROWS, _LIST_CHARACTERS = 3, 3, 60


@dataclass
class Region:
    """One table on a sheet; rows and columns from 0.

    body: row numbers of the data rows. groups: {row: heading} of lone headings between them.
    titles, notes: lines as written.
    """

    columns: range
    heads: list[int]
    body: list[int] | range
    titles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)

    def append(self, rows: range) -> None:
        """More rows of the body."""
        if not isinstance(self.body, list):
            self.body = list(self.body)
        self.body.extend(rows)


@dataclass
class _Segment:
    """Rows between blank rows."""

    rows: range
    columns: range


def regions(grid: Grid) -> tuple[list[Region], list[str]]:
    """The tables of the sheet in reading order, and the lines of a sheet that has none."""
    looks = grid.looks()
    found: list[Region] = []
    loose: list[str] = []  # lines since the last table
    for segment in _with_heads(looks, list(_segments(looks))):
        for part in _side_by_side(looks, segment):
            loose = _read(grid, looks, part, found, loose)
    if found:
        found[-1].notes += loose
        loose = []
    return found, loose


def _segments(looks: Kinds) -> Iterator[_Segment]:
    filled = (looks != Look.BLANK).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        columns = np.flatnonzero((looks[first:last] != Look.BLANK).any(axis=0))
        yield _Segment(range(int(first), int(last)), range(int(columns[0]), int(columns[-1]) + 1))


def _with_heads(looks: Kinds, segments: list[_Segment]) -> Iterator[_Segment]:
    """The segments, a header row that a blank row parts from its data joined to them."""
    held: _Segment | None = None
    for segment in segments:
        if held is not None and _is_body(looks, segment, held):
            first = min(held.columns.start, segment.columns.start)
            columns = range(first, max(held.columns.stop, segment.columns.stop))
            segment = _Segment(range(held.rows.start, segment.rows.stop), columns)
        elif held is not None:
            yield held
        held = segment if _is_head(looks, segment) else None
        if held is None:
            yield segment
    if held is not None:
        yield held


def _is_head(looks: Kinds, segment: _Segment) -> bool:
    """Whether the segment is words alone, and its last row has several; years may stand in a single row of them."""
    part = looks[segment.rows.start : segment.rows.stop]
    numbers = (Look.NUMBER, Look.MARK) if (part != Look.BLANK).sum(axis=1)[:-1].max(initial=0) <= 1 else (
        Look.NUMBER, Look.MARK, Look.PERIOD)  # fmt: skip
    return not np.isin(part, numbers).any() and int((part[-1] != Look.BLANK).sum()) > 1


def _is_body(looks: Kinds, segment: _Segment, head: _Segment) -> bool:
    """Whether the segment begins with numbers, in columns that the row above has words for."""
    first, above = looks[segment.rows.start], looks[head.rows.stop - 1]
    numbers = np.isin(first, (Look.NUMBER, Look.MARK))
    near = segment.rows.start - head.rows.stop <= _NEAR
    return near and bool(numbers.any()) and bool((above[numbers] != Look.BLANK).all())


def _side_by_side(looks: Kinds, segment: _Segment) -> list[_Segment]:
    """The segment cut at blank columns behind which another table with labels of its own begins."""
    part = looks[segment.rows.start : segment.rows.stop]
    counts = (part != Look.BLANK).sum(axis=1)
    part = part[counts > 1]
    if len(part) < 2:
        return [segment]
    filled = (part != Look.BLANK).any(axis=0)
    starts = [column for column in segment.columns if filled[column] and (column == 0 or not filled[column - 1])]
    cuts = [column for column in starts[1:] if _labels_begin(part, column) and _has_numbers(part, column)]
    bounds = [segment.columns.start, *cuts, segment.columns.stop]
    return [_Segment(segment.rows, range(first, last)) for first, last in pairwise(bounds)]


def _labels_begin(part: Kinds, column: int) -> bool:
    cells = part[1:, column]
    texts, others = int((cells == Look.TEXT).sum()), int(np.isin(cells, (Look.NUMBER, Look.MARK)).sum())
    return texts > 1 and texts > others


def _has_numbers(part: Kinds, column: int) -> bool:
    return bool((part[1:, column + 1 :] == Look.NUMBER).any())


def _read(grid: Grid, looks: Kinds, segment: _Segment, found: list[Region], loose: list[str]) -> list[str]:
    """Take the segment in: as tables, as more of the last table, or as lines; the lines that belong to no table yet."""
    columns = slice(segment.columns.start, segment.columns.stop)
    part = looks[segment.rows.start : segment.rows.stop, columns]
    counts = (part != Look.BLANK).sum(axis=1)
    dense = np.flatnonzero(counts > 1)
    if not len(dense) or (len(dense) == 1 and not (part[dense[0]] == Look.NUMBER).any()):
        if found and _goes_on(grid, looks, segment, found[-1]):
            found[-1].append(segment.rows)
            return loose
        return loose + _lines(grid, segment.rows, segment.columns)
    first, last = _core(part, counts, dense)
    start = segment.rows.start
    above = _lines(grid, range(start, start + first), segment.columns)
    below = _lines(grid, range(start + last + 1, segment.rows.stop), segment.columns)
    core = part[first : last + 1]
    data = first_data_row(core, lambda row, column: grid.cell(start + first + row, segment.columns.start + column))
    if data is None:
        if not _is_list(grid, core, start + first, segment.columns, bool(found)):
            return loose + _lines(grid, segment.rows, segment.columns)
        data = 1
    while data > 1 and (core[data - 1] != Look.BLANK).sum() == 1 and core[data - 1, 0] != Look.BLANK:
        data -= 1  # a heading of the rows below
    if data == 0 and found and _same_shape(looks, segment, found[-1]):
        heading = group_heading(grid, looks, range(start, start + first), found[-1], above or loose)
        if heading is not None or not above:
            take_in(grid, looks, found[-1], range(start + first, start + last + 1), heading)
            found[-1].notes += below
            return [] if heading is not None else loose
    titles = _settle(loose, above, found)
    offset = start + first
    begins = [0, *repeated_heads(core, data, lambda row, at: grid.cell(offset + row, segment.columns.start + at))]
    for begin, end in pairwise([*begins, len(core)]):
        piece = core[begin:end]
        head = data if begin == 0 else first_data_row(piece, lambda row, at, begin=begin: grid.cell(  # type: ignore[misc]
            offset + begin + row, segment.columns.start + at)) or 1  # fmt: skip
        heads = list(range(offset + begin, offset + begin + head))
        found.append(_region(grid, looks, segment.columns, heads, range(offset + begin + head, offset + end)))
    found[len(found) - len(begins)].titles = titles
    found[-1].notes += below
    return []


def _core(part: Kinds, counts: NDArray[np.int64], dense: NDArray[np.int64]) -> tuple[int, int]:
    """From the first to the last row of several cells; a lone cell right above that heads a column of numbers too."""
    first, last = int(dense[0]), int(dense[-1])
    if first and counts[first - 1] == 1:
        column = int(np.flatnonzero(part[first - 1])[0])
        if column > 0 and part[first, column] in (Look.NUMBER, Look.MARK):
            first -= 1
    return first, last


def _lines(grid: Grid, rows: range, columns: range) -> list[str]:
    """The rows as lines of text, two cells as "term: explanation"."""
    lines = []
    for row in rows:
        cells = [text for column in columns if (text := grid.written(row, column))]
        if cells:
            lines.append(": ".join(cells) if len(cells) == 2 else " ".join(cells))
    return lines


def _settle(loose: list[str], above: list[str], found: list[Region]) -> list[str]:
    """Share out the lines between two tables: notes to the one before, titles to the one to come."""
    if not found:
        return loose + above
    titles = list(above)
    while loose and not titles and not NOTE.match(loose[-1]) and len(loose[-1]) <= _TITLE_CHARACTERS:
        titles = [loose.pop()]
    found[-1].notes += loose
    return titles


def _goes_on(grid: Grid, looks: Kinds, segment: _Segment, region: Region) -> bool:
    """Whether a single row behind a blank one is the table's last row (a total)."""
    cells = looks[segment.rows.start : segment.rows.stop, region.columns.start : region.columns.stop]
    return len(segment.rows) == 1 and segment.columns.start == region.columns.start and bool(
        (cells == Look.NUMBER).any()
    )  # fmt: skip


def _same_shape(looks: Kinds, segment: _Segment, region: Region) -> bool:
    """Whether rows without a header have their numbers where the table before has them."""
    mine = _numeric(looks, list(segment.rows), region.columns)
    theirs = _numeric(looks, list(region.body[-50:]), region.columns)
    inside = segment.columns.start >= region.columns.start and segment.columns.stop <= region.columns.stop
    return inside and bool(mine) and mine <= theirs


def _numeric(looks: Kinds, rows: list[int], columns: range) -> set[int]:
    """The columns with numbers; those that could be years count too."""
    return {column for column in columns if np.isin(looks[rows, column], (Look.NUMBER, Look.PERIOD)).any()}


def _is_list(grid: Grid, core: Kinds, row: int, columns: range, follows: bool) -> bool:
    """Whether rows without a number are a table of words: several short columns, a head of different words."""
    head = [grid.written(row, column) for column in columns]
    named = [text for text in head if text]
    if len(core) <= _LIST_ROWS or len(named) < (_LIST_COLUMNS if follows else 2) or len(set(named)) < len(named):
        return False
    sample = [grid.written(row + at, column) for at in range(1, min(len(core), 50)) for column in columns]
    lengths = [len(text) for text in sample if text]
    full = ((core != Look.BLANK).sum(axis=1) >= len(named) / 2).mean()
    return bool(full > 0.6 and lengths and sum(lengths) / len(lengths) <= _LIST_CHARACTERS)


def _region(grid: Grid, looks: Kinds, columns: range, heads: list[int], body: range) -> Region:
    """The region with its lone rows sorted out: headings of groups are no rows."""
    part = looks[body.start : body.stop, columns.start : columns.stop]
    single = np.flatnonzero((part != Look.BLANK).sum(axis=1) == 1)
    lone = [int(at) for at in single if part[at, 0] in (Look.TEXT, Look.PERIOD)]
    filled = (part != Look.BLANK).any(axis=1)
    if not lone and filled.all():
        return Region(columns, heads, body)
    headings = headings_of(grid, columns.start, body, lone)
    rows = [row for row in body if row not in headings and filled[row - body.start]]
    return Region(columns, heads, rows, groups=headings)
