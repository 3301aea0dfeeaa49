"""The catalogue of tables in library.db: what is known of each, its columns and labels; the rows are in files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from indexer.figures.period import Period
from indexer.tables.model import Addressing, Column, Label, Role, Table

_TABLES = "SELECT id, document_id, number, file, fields FROM tables"
_LABELLED = """
SELECT DISTINCT table_id, key, label FROM table_labels WHERE folded IN (SELECT value FROM json_each(?))
"""


def put_tables(connection: sqlite3.Connection, document_id: str, tables: Sequence[Table]) -> None:
    """Write the tables of a document in the place of those it had; each names its file."""
    connection.execute("DELETE FROM tables WHERE document_id = ?", (document_id,))
    for table in tables:
        table_id = table_id_of(document_id, table.number)
        connection.execute(
            "INSERT INTO tables (id, document_id, number, file, fields) VALUES (?, ?, ?, ?, ?)",
            (table_id, document_id, table.number, table.file, _fields(table)),
        )
        labels = ((table_id, column.key, at, label.text, label.text.casefold(), label.count)
                  for column in table.columns for at, label in enumerate(column.labels))  # fmt: skip
        connection.executemany("INSERT INTO table_labels VALUES (?, ?, ?, ?, ?, ?)", labels)


def tables(connection: sqlite3.Connection) -> list[Table]:
    """All tables, without labels, by document and number."""
    return [_table(row, {}) for row in connection.execute(_TABLES + " ORDER BY document_id, number")]


def tables_of(connection: sqlite3.Connection, document_id: str) -> list[Table]:
    """The tables of a document, without labels, by number."""
    rows = connection.execute(_TABLES + " WHERE document_id = ? ORDER BY number", (document_id,))
    return [_table(row, {}) for row in rows]


def tables_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Table]:
    """The tables among `ids` that are there, with their labels."""
    wanted = json.dumps(list(ids))
    labels: dict[str, dict[int, list[Label]]] = {}
    query = """SELECT table_id, key, label, count FROM table_labels
        WHERE table_id IN (SELECT value FROM json_each(?)) ORDER BY table_id, key, place"""
    for table_id, key, text, count in connection.execute(query, (wanted,)):
        labels.setdefault(table_id, {}).setdefault(key, []).append(Label(text, count))
    rows = connection.execute(_TABLES + " WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {row[0]: _table(row, labels.get(row[0], {})) for row in rows}


def labelled(connection: sqlite3.Connection, labels: Iterable[str]) -> list[tuple[str, int, str]]:
    """(table id, column key, label as stored) where a label is one of these, case aside."""
    folded = json.dumps([label.casefold() for label in labels])
    return [(row[0], row[1], row[2]) for row in connection.execute(_LABELLED, (folded,))]


def table_files(connection: sqlite3.Connection) -> set[str]:
    """The names of all files that tables refer to."""
    return {row[0] for row in connection.execute("SELECT DISTINCT file FROM tables")}


def table_id_of(document_id: str, number: int) -> str:
    """The id of a table: the same file read again has the same tables."""
    return sha256(f"{document_id}\ntable\n{number}".encode()).hexdigest()[:16]


def _fields(table: Table) -> str:
    values = asdict(table)
    for name in ("id", "document_id", "number", "file"):
        values.pop(name)
    for column in values["columns"]:
        column.pop("labels")
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _table(row: tuple[str, str, int, str, str], labels: dict[int, list[Label]]) -> Table:
    values: dict[str, Any] = json.loads(row[4])
    values["columns"] = tuple(_column(column, labels) for column in values["columns"])
    values["addressing"] = Addressing(values["addressing"])
    values["period"] = _period(values["period"])
    for name in ("notes", "header_rows", "order"):
        values[name] = tuple(values[name])
    for name in ("fixed", "marks"):
        values[name] = tuple((one, two) for one, two in values[name])
    return Table(id=row[0], document_id=row[1], number=row[2], file=row[3], **values)


def _column(values: dict[str, Any], labels: dict[int, list[Label]]) -> Column:
    values |= {
        "header": tuple(values["header"]),
        "role": Role(values["role"]),
        "period": _period(values["period"]),
        "fixed": tuple((one, two) for one, two in values["fixed"]),
        "totals": tuple(values["totals"]),
    }
    return replace(Column(**values), labels=tuple(labels.get(values["key"], ())))


def _period(values: dict[str, Any] | None) -> Period | None:
    return Period(**values) if values else None
