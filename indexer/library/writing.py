"""The transactions that change a library. Each function runs inside one transaction of its caller."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from indexer.library.records import Location
from indexer.library.rows import Vectors, document_fields, paragraph_fields, vector_blob
from indexer.model import Document, Paragraph

_PUT_DOCUMENT = """
INSERT INTO documents (id, fields, reading, change) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET fields = excluded.fields, reading = excluded.reading, change = excluded.change
"""
# A file that is already known keeps its root and path: a citation must not change because a subfolder was indexed.
_PUT_LOCATION = """
INSERT INTO locations (file, root, path, content, stamp, document_id, reading, refusal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (file) DO UPDATE SET content = excluded.content, stamp = excluded.stamp,
    document_id = excluded.document_id, reading = excluded.reading, refusal = excluded.refusal
"""


def put_document(
    connection: sqlite3.Connection,
    document: Document,
    paragraphs: Sequence[Paragraph],
    vectors: Vectors,
    passages: Sequence[str],
    reading: str,
) -> None:
    """Write a document with its paragraphs and vectors in the place of what it had before."""
    kept = {paragraph.id for paragraph in paragraphs}
    gone = [paragraph_id for paragraph_id in paragraph_ids(connection, document.id) if paragraph_id not in kept]
    change = log(connection, document.id, gone)
    connection.execute(_PUT_DOCUMENT, (document.id, document_fields(document), reading, change))
    connection.execute("DELETE FROM paragraphs WHERE document_id = ?", (document.id,))
    for paragraph, vector, passage in zip(paragraphs, vectors, passages, strict=True):
        cursor = connection.execute(
            "INSERT INTO paragraphs (id, document_id, number, fields, passage, change) VALUES (?, ?, ?, ?, ?, ?)",
            (paragraph.id, document.id, paragraph.place.number, paragraph_fields(paragraph), passage, change),
        )
        connection.execute("INSERT INTO vectors VALUES (?, ?)", (cursor.lastrowid, vector_blob(vector)))


def put_location(
    connection: sqlite3.Connection,
    location: Location,
    document_id: str | None,
    reading: str,
    refusal: tuple[str, str, str] | None = None,
) -> str | None:
    """Say what stands at a file. Returns the id of a document that went because this was its last place."""
    row = connection.execute("SELECT document_id FROM locations WHERE file = ?", (location.file,)).fetchone()
    told = json.dumps(refusal, ensure_ascii=False) if refusal else None
    at = (location.file, location.root, location.path, location.content, location.stamp)
    connection.execute(_PUT_LOCATION, (*at, document_id, reading, told))
    before = row[0] if row else None
    return before if before not in (None, document_id) and _drop_if_homeless(connection, before) else None


def remove_location(connection: sqlite3.Connection, file: str) -> str | None:
    """Forget a file. Returns the id of a document that went with it."""
    row = connection.execute("DELETE FROM locations WHERE file = ? RETURNING document_id", (file,)).fetchone()
    if row is None or row[0] is None:
        return None
    return row[0] if _drop_if_homeless(connection, row[0]) else None


def remove_document(connection: sqlite3.Connection, document_id: str) -> None:
    """Take out a document with everything derived from it and every place where it stood."""
    log(connection, document_id, paragraph_ids(connection, document_id))
    connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def forget_reading(connection: sqlite3.Connection, document_ids: Sequence[str]) -> None:
    """Mark documents as read by nobody known."""
    connection.executemany("UPDATE documents SET reading = '' WHERE id = ?", [(one,) for one in document_ids])


def log(connection: sqlite3.Connection, document_id: str, gone: Sequence[str]) -> int:
    """Append to the change log; returns the new change number."""
    cursor = connection.execute(
        "INSERT INTO changes (document_id, gone) VALUES (?, ?)", (document_id, json.dumps(list(gone)))
    )
    return int(cursor.lastrowid or 0)


def paragraph_ids(connection: sqlite3.Connection, document_id: str) -> list[str]:
    """The ids of a document's paragraphs in reading order."""
    rows = connection.execute("SELECT id FROM paragraphs WHERE document_id = ? ORDER BY number", (document_id,))
    return [row[0] for row in rows]


def _drop_if_homeless(connection: sqlite3.Connection, document_id: str) -> bool:
    """Remove a document that stands nowhere any more; one that still does may have another path now: log that."""
    if connection.execute("SELECT 1 FROM locations WHERE document_id = ? LIMIT 1", (document_id,)).fetchone():
        log(connection, document_id, ())
        return False
    remove_document(connection, document_id)
    return True
