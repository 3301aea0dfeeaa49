"""New vectors beside the old: collected in a table of their own, and put in their place in one transaction.

Until then the library answers with the old ones. Each function runs inside one transaction of its caller.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from indexer.errors import LibraryError
from indexer.library import writing
from indexer.library.rows import Vectors, to_paragraph, vector_blob
from indexer.model import Paragraph

_TABLE = """
CREATE TABLE new_vectors (
    key INTEGER PRIMARY KEY REFERENCES paragraphs (key) ON DELETE CASCADE,
    vector BLOB NOT NULL    -- as in vectors
)
"""
_NEXT = "next embedding"  # in meta: the fingerprint of the model that makes them
_MISSING = """
SELECT paragraphs.key, id, document_id, fields FROM paragraphs LEFT JOIN new_vectors USING (key)
WHERE new_vectors.key IS NULL AND paragraphs.key > ? ORDER BY paragraphs.key LIMIT ?
"""


def begin(connection: sqlite3.Connection, fingerprint: str) -> int:
    """Make room for a model's vectors; gives how many an earlier run has left. Those of a third model are dropped."""
    if not _is_begun(connection, fingerprint):
        drop(connection)
        connection.execute(_TABLE)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (_NEXT, fingerprint))
    return int(connection.execute("SELECT count(*) FROM new_vectors").fetchone()[0])


def drop(connection: sqlite3.Connection) -> None:
    """Forget the new vectors, if there are any."""
    connection.execute("DROP TABLE IF EXISTS new_vectors")
    connection.execute("DELETE FROM meta WHERE key = ?", (_NEXT,))


def missing(connection: sqlite3.Connection, after: int, limit: int) -> list[tuple[int, Paragraph]]:
    """The next paragraphs without a new vector after a key, with their keys."""
    return [(row[0], to_paragraph(*row[1:])) for row in connection.execute(_MISSING, (after, limit))]


def put(connection: sqlite3.Connection, keys: Sequence[int], vectors: Vectors) -> None:
    """Keep new vectors (n, d), one for each paragraph's key."""
    rows = zip(keys, map(vector_blob, vectors), strict=True)
    connection.executemany("INSERT OR REPLACE INTO new_vectors VALUES (?, ?)", rows)


def switch(connection: sqlite3.Connection, fingerprint: str) -> None:
    """Put the new vectors in the place of the old. Every paragraph counts as changed: readers take all anew."""
    if not _is_begun(connection, fingerprint) or missing(connection, 0, 1):
        raise LibraryError("Not every paragraph has its new vector yet. Run `namndsvar index --re-embed` again.")
    connection.execute("DROP TABLE vectors")
    connection.execute("ALTER TABLE new_vectors RENAME TO vectors")
    drop(connection)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('embedding', ?)", (fingerprint,))
    connection.execute("UPDATE paragraphs SET change = ?", (writing.log(connection, "", ()),))


def _is_begun(connection: sqlite3.Connection, fingerprint: str) -> bool:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_NEXT,)).fetchone()
    return row is not None and row[0] == fingerprint
