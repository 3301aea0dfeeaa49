"""Whether index files are as they were written.

tantivy: each file ends in a checksum of itself (tantivy/src/directory/footer.rs).
File = body, footer as JSON with "crc" (CRC-32 of body), length of the footer (u32), magic number (u32), little-endian.
Chroma keeps none, so we do. Opening it adds a row to the table acquire_write of its database and counts that in the
file's head (https://www.sqlite.org/fileformat.html#the_database_header); these bytes are left out, and the table is
emptied before it outgrows its page.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any

_MAGIC = 1337
_TAIL = 8
DATABASE = "chroma.sqlite3"
_COUNTERS = (slice(24, 28), slice(92, 100))  # of changes, and which SQLite made the last one
_OPENINGS = 200  # a page of acquire_write holds about 450
_PARTS = ("term", "idx", "store", "fieldnorm", "pos", "fast")


def crc_footers_hold(folder: Path) -> bool:
    """Whether every file named by tantivy's meta.json is there and whole."""
    try:
        segments = json.loads((folder / "meta.json").read_bytes())["segments"]
        return all(_whole(folder / name) for segment in segments for name in _files(segment))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _files(segment: dict[str, Any]) -> list[str]:
    """The files of a segment: its parts, and the list of deleted entries when there is one."""
    stem = segment["segment_id"].replace("-", "")
    deletes = segment["deletes"]
    dead = [f"{deletes['opstamp']}.del"] if deletes else []
    return [f"{stem}.{part}" for part in (*_PARTS, *dead)]


def _whole(file: Path) -> bool:
    content = memoryview(file.read_bytes())
    if len(content) < _TAIL or int.from_bytes(content[-4:], "little") != _MAGIC:
        return False
    length = int.from_bytes(content[-8:-4], "little")
    footer = json.loads(bytes(content[-_TAIL - length : -_TAIL]))
    return bool(zlib.crc32(content[: -_TAIL - length]) == footer["crc"])


def seals(folder: Path) -> dict[str, int]:
    """CRC-32 of each file of a Chroma folder, by path relative to it; the same as long as nobody writes vectors."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): _seal(file) for file in files}


def _seal(file: Path) -> int:
    if file.name == DATABASE:
        return _database_seal(file)
    value = 0
    with file.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            value = zlib.crc32(chunk, value)
    return value


def _database_seal(file: Path) -> int:
    """Without the counters and the page of acquire_write; 0 when it is no database."""
    content = bytearray(file.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    root = _root_page(file)
    if not size or not root:
        return 0
    for part in (*_COUNTERS, slice((root - 1) * size, root * size)):
        content[part] = bytes(len(content[part]))
    return zlib.crc32(content)


def openings_trimmed(folder: Path) -> bool:
    """Whether the table acquire_write can be read; it is emptied when it grows. Undoes what a killed opening left."""
    connection = sqlite3.connect(folder / DATABASE, timeout=0)
    try:
        if connection.execute("SELECT count(*) FROM acquire_write").fetchone()[0] > _OPENINGS:
            with connection:
                connection.execute("DELETE FROM acquire_write")
        return True
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_BUSY  # someone is opening it: the next time will do
    except (sqlite3.Error, UnicodeError):
        return False
    finally:
        connection.close()


def _root_page(file: Path) -> int:
    """The page of the table acquire_write, 0 when there is none to be found."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'acquire_write'").fetchone()
        return int(row[0]) if row else 0
    except (sqlite3.Error, UnicodeError):  # the latter for names that are no text any more
        return 0
    finally:
        connection.close()
