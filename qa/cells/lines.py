"""The same line in two bodies' tables: each body's cell is looked up by itself, then the two are added or compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from qa.cells.find import one_cell
from qa.cells.rows import Cell, Row, rows
from qa.compute import Worked
from qa.compute.operands import Operand, alike
from qa.compute.plan import Operation, is_turn, plan
from qa.query import Query
from qa.read.matching import Weighed, token_set, weigh
from qa.read.readings import Reading

_NAMES: Final = 0.65  # strength with which a word names a committee
_BODY: Final = re.compile(r"nämnd|styrelse|board|committee|council", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_COMPARED: Final = frozenset({Operation.DIFFERENCE, Operation.CHANGE})


def lines(query: Query, readings: Sequence[Reading], read: Callable[[Query], Sequence[Reading]]) -> Worked | None:
    """The sum of, or the difference between, one line of two committees' tables; None where that is not asked.

    read: the readings for a question of its own, best first.
    """
    asked = plan(query)
    if asked is None or asked.operation not in _COMPARED | {Operation.SUM}:
        return None
    bodies = _bodies(query, readings)
    if len(bodies) != 2:
        return None
    cells = [cell for body in bodies if (cell := _cell_of(query, body, bodies, read)) is not None]
    if len(cells) < len(bodies) or not _is_one_line(*cells):
        return None
    operands = tuple(_operand(row, cell) for row, cell in cells)
    if not alike(*operands):
        return None
    operation = Operation.SUM if asked.operation is Operation.SUM else Operation.DIFFERENCE
    return Worked(replace(asked, operation=operation, slots=()), operands)


def _bodies(query: Query, readings: Sequence[Reading]) -> list[str]:
    """The committees that the question names, in its order, in plain words."""
    known = {_plain(committee) for one in readings if (committee := one.passage.candidate.document.committee)}
    tokens = {committee: token_set(committee) for committee in known}
    named: dict[str, None] = {}
    for item in weigh(query):
        if _BODY.search(item.concept.word):
            meant = [committee for committee, found in tokens.items() if item.met_by(found) >= _NAMES]
            named.update(dict.fromkeys(sorted(meant, key=len)[:1]))  # the committee, not its working committee
    return list(named)


def _plain(committee: str) -> str:
    return " ".join(_WORD.findall(committee.casefold()))


def _cell_of(
    query: Query, body: str, bodies: Sequence[str], read: Callable[[Query], Sequence[Reading]]
) -> tuple[Row, Cell] | None:
    """The cell of one committee's table."""
    others = [one for one in bodies if one != body]
    left = [item for item in weigh(query) if not _is_of(item, others) or _is_of(item, [body])]
    text = query.question
    for item in weigh(query):
        text = text if item in left else re.sub(re.escape(item.concept.word), "", text, flags=re.IGNORECASE)
    alone = replace(query, meant=text, names=(), changes=False, concepts=tuple(item.concept for item in left))
    held = [row for row in rows(read(alone)) if _of(row, body)]
    about = (item.concept for item in left if not is_turn(item.concept.word) and not _is_of(item, [body]))
    return one_cell(replace(alone, concepts=tuple(about)), held)


def _is_of(item: Weighed, bodies: Sequence[str]) -> bool:
    return any(item.met_by(token_set(body)) >= _NAMES for body in bodies)


def _of(row: Row, body: str) -> bool:
    return _plain(row.passage.candidate.document.committee or "") == body


def _is_one_line(one: tuple[Row, Cell], two: tuple[Row, Cell]) -> bool:
    """Are label, head and time the same in both tables?"""
    (row, cell), (other, beside) = one, two
    return (
        row.label.casefold() == other.label.casefold()
        and cell.head.casefold() == beside.head.casefold()
        and (cell.period is None) == (beside.period is None)
        and (cell.period is None or beside.period is None or cell.period.same(beside.period))
    )


def _operand(row: Row, cell: Cell) -> Operand:
    figure = cell.figure
    if figure is None:
        raise ValueError("one_cell gives cells with values")
    return Operand(figure, row.passage, figure.measure, "", cell.period, row.rank, row.passage.row, cell.column)
