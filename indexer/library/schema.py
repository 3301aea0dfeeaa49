"""The tables of library.db and the versions that guard them.

locations --> documents --> paragraphs --> vectors
                        --> tables --> table_labels; the rows of tables are files in tables/
changes: one row for each committed change, so that followers can catch up.
"""

from __future__ import annotations

FORMAT = 2
APPLICATION_ID = 0x4E44_5356  # "NDSV", so that a foreign SQLite file is told apart from an old library

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    gone TEXT NOT NULL  -- JSON list of the ids of the paragraphs that this change took away
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    fields TEXT NOT NULL,   -- JSON, see rows.py
    reading TEXT NOT NULL,  -- the readers and structure that made the paragraphs
    change INTEGER NOT NULL
);

CREATE TABLE paragraphs (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    fields TEXT NOT NULL,   -- JSON, see rows.py
    passage TEXT NOT NULL,  -- hash of the text that was embedded: equal passages share the work
    change INTEGER NOT NULL,
    UNIQUE (document_id, number)
);
CREATE INDEX paragraphs_by_change ON paragraphs (change);
CREATE INDEX paragraphs_by_passage ON paragraphs (passage);

CREATE TABLE vectors (
    key INTEGER PRIMARY KEY REFERENCES paragraphs (key) ON DELETE CASCADE,
    vector BLOB NOT NULL    -- float32, little-endian, unit length
);

CREATE TABLE tables (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,     -- name of the stored rows in tables/, without suffix: a hash of their content
    fields TEXT NOT NULL,   -- JSON, see catalogue.py
    UNIQUE (document_id, number)
);

CREATE TABLE table_labels (
    table_id TEXT NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
    key INTEGER NOT NULL,   -- of the column
    place INTEGER NOT NULL, -- order in the table
    label TEXT NOT NULL,
    folded TEXT NOT NULL,   -- the label for looking up, case aside
    count INTEGER NOT NULL,
    PRIMARY KEY (table_id, key, place)
) WITHOUT ROWID;
CREATE INDEX table_labels_by_label ON table_labels (folded);

CREATE TABLE locations (
    file TEXT PRIMARY KEY,  -- absolute path
    root TEXT NOT NULL,     -- the folder that was indexed, absolute
    path TEXT NOT NULL,     -- relative to root, with "/": what citations show
    content TEXT NOT NULL,  -- SHA-256 of the file, hex
    stamp TEXT NOT NULL,    -- size, mtime and ctime when it was hashed; "" when they prove nothing
    document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,  -- NULL: refused
    reading TEXT NOT NULL,
    refusal TEXT            -- JSON [reason, detail, advice] of a refused file
);
CREATE INDEX locations_by_document ON locations (document_id);
"""
