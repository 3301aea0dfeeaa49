"""The questions that a library answers, as SQL over one reading connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from indexer.library.records import Change, KnownFile, Location, Tail
from indexer.library.rows import to_document, to_paragraph, to_vectors
from indexer.model import Document, Paragraph

# A document that stands in several places shows the path at which it was first seen.
_DOCUMENTS = """
SELECT id, (SELECT path FROM locations WHERE document_id = documents.id ORDER BY rowid LIMIT 1), fields FROM documents
"""
_PARAGRAPHS = "SELECT id, document_id, fields FROM paragraphs"
_KNOWN = """
SELECT file, root, path, content, stamp, document_id, coalesce(documents.reading, locations.reading), refusal
FROM locations LEFT JOIN documents ON documents.id = document_id
"""
_PLACES = """
SELECT document_id, file, root, path, content, stamp FROM locations
WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY rowid
"""
_NEIGHBOURS = """
SELECT other.id, other.document_id, other.fields FROM paragraphs AS this JOIN paragraphs AS other USING (document_id)
WHERE this.id = ? AND other.number BETWEEN this.number - ? AND this.number + ? ORDER BY other.number
"""
_TAIL = "SELECT id, vector FROM paragraphs JOIN vectors USING (key) WHERE change > ? AND change <= ? ORDER BY key"


def documents(connection: sqlite3.Connection) -> list[Document]:
    """All documents, by path."""
    return [to_document(*row) for row in connection.execute(_DOCUMENTS + " ORDER BY 2, 1")]


def document(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """One document or None."""
    row = connection.execute(_DOCUMENTS + " WHERE id = ?", (document_id,)).fetchone()
    return to_document(*row) if row else None


def paragraphs(connection: sqlite3.Connection, document_id: str) -> list[Paragraph]:
    """A document's paragraphs in reading order."""
    rows = connection.execute(_PARAGRAPHS + " WHERE document_id = ? ORDER BY number", (document_id,))
    return [to_paragraph(*row) for row in rows]


def paragraphs_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Paragraph]:
    """The current paragraphs among `ids`, in the order of `ids`."""
    wanted = list(ids)
    rows = connection.execute(_PARAGRAPHS + " WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
    found = {row[0]: to_paragraph(*row) for row in rows}
    return {paragraph_id: found[paragraph_id] for paragraph_id in wanted if paragraph_id in found}


def current(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that are paragraphs now; cheaper than fetching them."""
    query = "SELECT id FROM paragraphs WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in connection.execute(query, (json.dumps(list(ids)),))}


def neighbours(connection: sqlite3.Connection, paragraph_id: str, before: int, after: int) -> list[Paragraph]:
    """The paragraph with up to `before` ahead of it and `after` behind it, in reading order."""
    return [to_paragraph(*row) for row in connection.execute(_NEIGHBOURS, (paragraph_id, before, after))]


def change_number(connection: sqlite3.Connection) -> int:
    """The number of the last committed change, 0 in an empty library."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()[0])


def changes_since(connection: sqlite3.Connection, change: int, limit: int) -> list[Change]:
    """The next changes after a change number, oldest first."""
    query = "SELECT number, document_id, gone FROM changes WHERE number > ? ORDER BY number LIMIT ?"
    return [Change(row[0], row[1], tuple(json.loads(row[2]))) for row in connection.execute(query, (change, limit))]


def vectors_between(connection: sqlite3.Connection, after: int, upto: int) -> Tail:
    """The vectors of current paragraphs written after one change number and not after another."""
    rows = connection.execute(_TAIL, (after, upto)).fetchall()
    return Tail(upto, tuple(row[0] for row in rows), to_vectors([row[1] for row in rows]))


def vectors_of_passages(connection: sqlite3.Connection, passages: Iterable[str]) -> dict[str, bytes]:
    """Vectors that the library already has, by hash of the passage that was embedded."""
    query = """SELECT passage, vector FROM paragraphs JOIN vectors USING (key)
        WHERE passage IN (SELECT value FROM json_each(?))"""
    return dict(connection.execute(query, (json.dumps(list(passages)),)).fetchall())


def known_files(connection: sqlite3.Connection) -> dict[str, KnownFile]:
    """Every file seen, by absolute path."""
    return {row[0]: _known(row) for row in connection.execute(_KNOWN)}


def locations(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, list[Location]]:
    """Where each of the documents stands, the place at which it was first seen first; unknown ones are left out."""
    found: dict[str, list[Location]] = {}
    for document_id, *place in connection.execute(_PLACES, (json.dumps(list(ids)),)):
        found.setdefault(document_id, []).append(Location(*place))
    return found


def paragraph_counts(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """How many paragraphs each of the documents has; unknown ones are left out."""
    query = """SELECT document_id, count(*) FROM paragraphs
        WHERE document_id IN (SELECT value FROM json_each(?)) GROUP BY document_id"""
    return dict(connection.execute(query, (json.dumps(list(ids)),)).fetchall())


def document_names(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """(document id, path, absolute file) for each place where a document stands."""
    query = "SELECT document_id, path, file FROM locations WHERE document_id IS NOT NULL ORDER BY path"
    return connection.execute(query).fetchall()


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How much of each there is."""
    tables = {name: f"SELECT count(*) FROM {name}" for name in ("documents", "paragraphs", "vectors")}
    tables |= {
        "files": "SELECT count(*) FROM locations WHERE document_id IS NOT NULL",
        "refused": "SELECT count(*) FROM locations WHERE document_id IS NULL",
    }
    return {name: int(connection.execute(query).fetchone()[0]) for name, query in tables.items()}


def _known(row: tuple[str, str, str, str, str, str | None, str, str | None]) -> KnownFile:
    refusal = tuple(json.loads(row[7])) if row[7] else None
    return KnownFile(Location(*row[:5]), row[5], row[6], refusal)
