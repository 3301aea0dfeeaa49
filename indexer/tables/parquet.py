"""Writing the rows of a table as one immutable Parquet file, named by a hash of its content.

A stored file has, for each row of the source:
    row     INTEGER  source row number from 1 (label-addressed tables: a running number)
    period  VARCHAR  ISO of the row's PERIOD columns together ("2024-09", "2001-10/2001-12"); NULL when it has none
    c<key>  VARCHAR of label columns (NULL: blank), DOUBLE of VALUE columns (NULL: missing)
    m<key>  VARCHAR of VALUE columns that have any: what stands in the place of a missing number ("..", NULL: blank),
            or beside a number (a footnote mark, "prel.")
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from indexer.errors import LibraryError
from indexer.tables.data import unpack_labels, unpack_numbers, unpack_values
from indexer.tables.model import LabelData, TableData

SUFFIX = ".parquet"
_MEMORY_MB = 400
_BLOCK = 1 << 20


def write(data: TableData, folder: Path) -> str:
    """Write the rows into `folder`, made when there is none; the file's name without suffix.

    A file of this content that is there already is left as it is. Raises Refusal for data that do not fit together,
    LibraryError when the disk does not take them.
    """
    arrays = _arrays(data)
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{os.getpid()}.draft"
    try:
        _copy(arrays, draft)
        name = _hash(draft)
        _sync(draft)
        draft.replace(folder / (name + SUFFIX))
        _sync(folder)
    except (OSError, duckdb.Error) as error:
        draft.unlink(missing_ok=True)
        raise LibraryError(f"A table could not be written to {folder} ({error}). Check free space.") from error
    return name


def sweep(folder: Path, wanted: set[str]) -> int:
    """Delete stored files that no table refers to, and drafts of writers that were killed; how many."""
    if not folder.is_dir():
        return 0
    gone = [file for file in folder.iterdir() if file.suffix != SUFFIX or file.stem not in wanted]
    for file in gone:
        file.unlink(missing_ok=True)
    return len(gone)


def is_whole(folder: Path, name: str) -> bool:
    """Whether a stored file is there and its content is what its name says."""
    file = folder / (name + SUFFIX)
    return file.is_file() and _hash(file) == name


def _arrays(data: TableData) -> dict[str, Any]:
    rows = data.rows
    arrays: dict[str, Any] = {"row": unpack_numbers(data)}
    if data.periods is not None:
        arrays["period"] = unpack_labels(data.periods, rows)
    for key, column in data.columns.items():
        if isinstance(column, LabelData):
            arrays[f"c{int(key)}"] = unpack_labels(column, rows)
            continue
        arrays[f"c{int(key)}"] = unpack_values(column, rows)
        if column.marks is not None:
            arrays[f"m{int(key)}"] = unpack_labels(column.marks, rows)
    return arrays


def _copy(arrays: dict[str, Any], file: Path) -> None:
    """One row group after another, so that memory holds one of them."""
    connection = duckdb.connect(config={"memory_limit": f"{_MEMORY_MB}MB", "threads": 1})
    try:
        connection.execute("SET preserve_insertion_order = true")
        connection.register("source", arrays)
        connection.execute(
            f"COPY (SELECT {', '.join(_selected(name, array) for name, array in arrays.items())} FROM source) "
            "TO ? (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)",
            [str(file)],
        )
    finally:
        connection.close()


def _selected(name: str, array: Any) -> str:
    """NaN, which stands for missing in memory, becomes NULL."""
    if array.dtype == np.float64:
        return f"CASE WHEN isnan({name}) THEN NULL ELSE {name} END AS {name}"
    return f"{name}::VARCHAR AS {name}" if array.dtype == object else name


def _hash(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()[:32]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
