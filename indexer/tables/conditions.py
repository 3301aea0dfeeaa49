"""Conditions on the rows of a stored table: typed, with every value that comes from a question bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indexer.tables.model import Role, Table

_COMPARISONS: Final = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}
_LISTED: Final = 16  # labels up to which the stored file is searched for each, so that blocks without them are skipped


@dataclass(frozen=True)
class Where:
    """One condition on rows; several hold together.

    key: the column's key, or "period" for the row's period (labels are then ISO: "2024-09"), or "row" (numbers).
    labels: the row's label is one of these, exactly as stored; negated: none of these (blank passes).
    compare, number: for VALUE columns and "row", "<", "<=", ">", ">=" or "=".
    """

    key: int | str
    labels: tuple[str, ...] = ()
    negated: bool = False
    compare: str = ""
    number: float = 0.0


def without_totals(table: Table, where: Sequence[Where] = ()) -> list[Where]:
    """The conditions, and that no row is a total in a column that they do not fix: for sums, counts and rankings.

    Where they name a total ("riket" beside a municipality), its code says nothing against it.
    """
    fixed = {condition.key: set(condition.labels) for condition in where if condition.labels and not condition.negated}
    columns = table.having(Role.DIMENSION, Role.MEASURE, Role.CODE, Role.PERIOD)
    if any(fixed.get(column.key, set()) & set(column.totals) for column in columns):
        columns = tuple(column for column in columns if column.role is not Role.CODE)
    totals = [Where(column.key, column.totals, negated=True) for column in columns if column.totals]
    return [*where, *(condition for condition in totals if condition.key not in fixed)]


def condition_of(where: Sequence[Where]) -> tuple[str, list[Any]]:
    """The WHERE clause with a leading blank, "" without conditions, and the values to bind in their order."""
    parts: list[str] = []
    values: list[Any] = []
    for condition in where:
        name = name_of(condition.key)
        if condition.compare:
            parts.append(f"{name} {_COMPARISONS[condition.compare]} ?")
            values.append(float(condition.number))
        elif condition.negated:
            parts.append(f"({name} IS NULL OR NOT list_contains(?::VARCHAR[], {name}::VARCHAR))")
            values.append(list(condition.labels))
        elif name == "row":
            rows = [int(one) for one in condition.labels] or [0]
            parts.append("row BETWEEN ? AND ? AND list_contains(?::INTEGER[], row)")
            values += [min(rows), max(rows), rows]
        elif 0 < len(condition.labels) <= _LISTED:
            parts.append(f"{name} IN ({', '.join('?' * len(condition.labels))})")
            values += condition.labels
        else:
            parts.append(f"list_contains(?::VARCHAR[], {name}::VARCHAR)")
            values.append(list(condition.labels))
    return (" WHERE " + " AND ".join(parts) if parts else ""), values


def name_of(key: int | str) -> str:
    """The stored column of a key."""
    return key if key in ("period", "row") and isinstance(key, str) else f"c{int(key)}"
