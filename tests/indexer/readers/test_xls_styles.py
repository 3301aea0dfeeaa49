"""Percentages in workbooks of Excel 97-2003, in a file made here record by record."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from indexer.readers.dispatch import read_here
from indexer.readers.ole import stream_of
from indexer.readers.sniff import sniff
from indexer.tables.data import unpack_values
from indexer.tables.model import ValueData

SECTOR = 512


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def text(row: int, column: int, words: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 0) + words.encode("latin-1"))


def workbook() -> bytes:
    """A sheet "Blad" with a header and two rows, whose numbers have the format 0.0%."""
    styles = record(0x041E, struct.pack("<HHB", 170, 4, 0) + b"0.0%")
    styles += record(0x00E0, struct.pack("<HH", 0, 0).ljust(20, b"\0"))
    styles += record(0x00E0, struct.pack("<HH", 0, 170).ljust(20, b"\0"))
    cells = text(0, 0, "Enhet") + text(0, 1, "Andel") + text(1, 0, "Norra") + text(2, 0, "Södra")
    cells += record(0x0203, struct.pack("<HHHd", 1, 1, 1, 0.331))
    cells += record(0x0203, struct.pack("<HHHd", 2, 1, 1, 0.05))
    size = record(0x0200, struct.pack("<IIHHH", 0, 3, 0, 2, 0))
    head = begin(0x0005) + styles
    bound = record(0x0085, struct.pack("<IHBB", 0, 0, 4, 0) + b"Blad")
    offset = len(head) + len(bound) + 4
    bound = record(0x0085, struct.pack("<IHBB", offset, 0, 4, 0) + b"Blad")
    return head + bound + record(0x000A) + begin(0x0010) + size + cells + record(0x000A)


def container(stream: bytes) -> bytes:
    """An OLE container that holds the stream as "Workbook": header, sector table, directory, stream."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // SECTOR)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0
    )
    header += b"\xff" * (4 * 108)

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBB", len(raw), kind, 1)
            + links
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    root = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    directory = (root + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream))).ljust(SECTOR, b"\0")
    return header + table + directory + stream.ljust(sectors * SECTOR, b"\0")


def test_percentages_are_shown_as_excel_shows_them(tmp_path: Path) -> None:
    file = tmp_path / "bok.xls"
    file.write_bytes(container(workbook()))
    assert sniff(file) == "xls"
    (read,) = read_here(file).tables
    column = read.data.columns[1]
    assert isinstance(column, ValueData)
    assert np.allclose(unpack_values(column, 2), [33.1, 5.0])
    assert (read.table.sheet, read.table.columns[1].unit) == ("Blad", "procent")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)],
)
def test_broken_containers_hold_nothing(data: bytes) -> None:
    assert stream_of(data, "Workbook") is None
