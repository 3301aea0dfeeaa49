"""Tables drawn with ruling lines or shaded boxes: the grid is rebuilt from the rules and filled with the letters.

Outer borders may be missing, and cells may span rows and columns; where no rule parts two cells they are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from indexer.readers.pdf_layout import Box, Rule, Run

_NEAR = 3.0  # points: rules closer than this meet
_NARROW = 6.0  # points: walls closer than this are one wall
_APART = 15.0  # points: tables with the same columns closer than this are one table
_MOST_RULES = 600  # more than this is a drawing
_COVER = 0.5  # of a cell's side that a rule must cover to part it from the next
_T = TypeVar("_T")


@dataclass(frozen=True)
class Grid:
    """The walls of one table.

    columns, rows: the x and y of the walls from left to right and from top to bottom, outer walls included.
    owner: for each row and column the (row, column) of the first cell that it is one with.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    owner: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        """The table's outline."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    def column(self, x: float) -> int:
        """The column that x lies in."""
        return max(min(bisect_right(self.columns, x), len(self.columns) - 1) - 1, 0)

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The (row, column) of the cell that holds the point, which must lie in the box."""
        row = min(bisect_right(self.rows, y), len(self.rows) - 1) - 1
        return self.owner[max(row, 0)][self.column(x)]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Every grid of at least two columns or two rows, from top to bottom."""
    merged = _without_insets(_merge(rules))
    if len(merged) > _MOST_RULES:
        return []
    grids = (_grid(group) for group in _stacked(_touching(merged)))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: (grid.box.top, grid.box.left))


def cut(run: Run, grid: Grid) -> list[Run]:
    """The run in parts, one for each column of the grid that it stands in."""
    if not (grid.box.left < run.right and run.left < grid.box.right):
        return [run]
    places = [grid.cell(min(max(x, grid.box.left), grid.box.right), run.base - run.size / 3) for x in run.starts]
    ends = [i for i in range(1, len(places)) if places[i] != places[i - 1] and run.text[i - 1] == " "]
    parts = [run.part(start, end) for start, end in zip([0, *ends], [*ends, len(run.text)], strict=True)]
    return [part for part in parts if part.text.strip()]


def _merge(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one straight line that touch or overlap as one rule."""
    merged: list[Rule] = []
    for upright in (True, False):
        same = [rule for rule in rules if rule.upright is upright]
        for line in _clusters(same, lambda rule: rule.left if rule.upright else rule.top, 1.0):
            spans = sorted((rule.top, rule.bottom) if upright else (rule.left, rule.right) for rule in line)
            at = line[0].left if upright else line[0].top
            for start, end in _unions(spans):
                merged.append(Rule(at, start, at, end) if upright else Rule(start, at, end, at))
    return merged


def _without_insets(rules: Sequence[Rule]) -> list[Rule]:
    """The rules without the borders of shaded text inside a cell, which run close beside the cell's own walls."""
    uprights = [rule for rule in rules if rule.upright]
    insets = [rule for rule in uprights if any(_shadows(wall, rule) for wall in uprights)]

    def is_inset(rule: Rule) -> bool:
        if rule.upright:
            return rule in insets
        ends = [abs(inset.left - x) <= 1 for x in (rule.left, rule.right) for inset in insets if _meets(inset, rule)]
        return sum(ends) >= 2

    return [rule for rule in rules if not is_inset(rule)]


def _shadows(wall: Rule, rule: Rule) -> bool:
    return (
        1 < abs(wall.left - rule.left) <= _NARROW
        and wall.top <= rule.top + 1
        and rule.bottom <= wall.bottom + 1
        and wall.bottom - wall.top > 1.2 * (rule.bottom - rule.top)
    )


def _meets(upright: Rule, level: Rule) -> bool:
    return upright.top - 1 <= level.top <= upright.bottom + 1


def _clusters(items: Iterable[_T], key: Callable[[_T], float], near: float) -> list[list[_T]]:
    clusters: list[list[_T]] = []
    for item in sorted(items, key=key):
        if clusters and key(item) - key(clusters[-1][0]) <= near:
            clusters[-1].append(item)
        else:
            clusters.append([item])
    return clusters


def _unions(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    unions: list[tuple[float, float]] = []
    for start, end in spans:
        if unions and start <= unions[-1][1] + _NEAR:
            unions[-1] = unions[-1][0], max(unions[-1][1], end)
        else:
            unions.append((start, end))
    return unions


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        joined = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([rule, *(other for group in joined for other in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - _NEAR <= other.right
        and other.left - _NEAR <= one.right
        and one.top - _NEAR <= other.bottom
        and other.top - _NEAR <= one.bottom
    )


def _stacked(groups: Iterable[list[Rule]]) -> list[list[Rule]]:
    """Groups right under each other with the same columns as one: a head is often drawn apart from its table."""
    stacked: list[list[Rule]] = []
    for group in sorted(groups, key=lambda group: min(rule.top for rule in group)):
        for above in stacked:
            gap = min(rule.top for rule in group) - max(rule.bottom for rule in above)
            if -_NEAR <= gap <= _APART and _same_columns(above, group):
                above.extend(group)
                break
        else:
            stacked.append(group)
    return stacked


def _same_columns(one: Iterable[Rule], other: Iterable[Rule]) -> bool:
    walls, others = (
        _walls([rule.left for rule in rules if rule.upright], [x for rule in rules for x in (rule.left, rule.right)])
        for rules in (list(one), list(other))
    )
    return 3 <= len(walls) == len(others) and all(abs(a - b) <= _NARROW for a, b in zip(walls, others, strict=True))


def _grid(rules: Sequence[Rule]) -> Grid | None:
    columns = _walls([rule.left for rule in rules if rule.upright], [x for r in rules for x in (r.left, r.right)])
    rows = _walls([rule.top for rule in rules if not rule.upright], [y for r in rules for y in (r.top, r.bottom)])
    if len(columns) < 3 and len(rows) < 3:
        return None
    if len(columns) < 2 or len(rows) < 2:
        return None
    return Grid(columns, rows, _owners(rules, columns, rows))


def _walls(inner: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """Where the walls stand: the rules' own places and the outermost ends of the rules across."""
    places = [sum(group) / len(group) for group in _clusters(inner, float, _NARROW)]
    low, high = min(ends), max(ends)
    before = [low] if not places or places[0] - low > _NARROW else []
    after = [high] if not places or high - places[-1] > _NARROW else []
    return (*before, *places, *after)


def _owners(
    rules: Sequence[Rule], columns: Sequence[float], rows: Sequence[float]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each cell the first cell of those that no rule parts from it."""
    uprights = [rule for rule in rules if rule.upright]
    levels = [rule for rule in rules if not rule.upright]
    owner = [[(row, column) for column in range(len(columns) - 1)] for row in range(len(rows) - 1)]
    for row in range(len(rows) - 1):
        top, bottom = rows[row], rows[row + 1]
        for column in range(len(columns) - 1):
            left, right = columns[column], columns[column + 1]
            if column and not _parted(
                ((r.top, r.bottom) for r in uprights if abs(r.left - left) <= _NARROW), top, bottom
            ):
                owner[row][column] = owner[row][column - 1]
            elif row and not _parted(((r.left, r.right) for r in levels if abs(r.top - top) <= _NARROW), left, right):
                owner[row][column] = owner[row - 1][column]
    return tuple(map(tuple, owner))


def _parted(spans: Iterable[tuple[float, float]], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(high, end) - max(low, start)) for low, high in spans)
    return covered >= _COVER * (end - start)
