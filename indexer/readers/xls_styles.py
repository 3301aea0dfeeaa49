"""Number formats of a workbook of Excel 97-2003 (MS-XLS), which calamine leaves out: which cells are percentages.

Only records that say so are read: BOUNDSHEET, FORMAT, XF, and the cells NUMBER, RK, MULRK and FORMULA.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from indexer.readers.ole import stream_of
from indexer.readers.xlsx_styles import Looks, flag

_BOUND_SHEET, _FORMAT, _STYLE, _BEGIN, _END = 0x0085, 0x041E, 0x00E0, 0x0809, 0x000A
_CELLS = {0x0203, 0x027E, 0x0006}  # NUMBER, RK, FORMULA: row, column, style
_MANY_CELLS = 0x00BD  # MULRK: row, first column, (style, number) ..., last column
_PERCENT_FORMATS = {9, 10}  # built in


def xls_looks(path: Path) -> dict[str, Looks]:
    """By sheet name; empty when the workbook is of an older kind."""
    stream = stream_of(path.read_bytes(), "Workbook")
    if stream is None:
        return {}
    names, formats, styles = [], set(_PERCENT_FORMATS), []
    for kind, data in _records(stream, 0):
        if kind == _BOUND_SHEET:
            names.append((struct.unpack_from("<I", data)[0], _text(data, 6, data[6])))
        elif kind == _FORMAT and "%" in _text(data, 4, struct.unpack_from("<H", data, 2)[0]):
            formats.add(struct.unpack_from("<H", data)[0])
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", data, 2)[0])
    percent = {at for at, number in enumerate(styles) if number in formats}
    return {name: _looks(stream, offset, percent) for offset, name in names} if percent else {}


def _looks(stream: bytes, offset: int, percent: set[int]) -> Looks:
    looks = Looks()
    for kind, data in _records(stream, offset):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", data)
            if style in percent:
                flag(looks, row, column)
        elif kind == _MANY_CELLS:
            row, first = struct.unpack_from("<HH", data)
            for at in range((len(data) - 6) // 6):
                if struct.unpack_from("<H", data, 4 + at * 6)[0] in percent:
                    flag(looks, row, first + at)
    return looks


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, from its beginning to its end; charts within it are skipped."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + size]
        at += 4 + size
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1 and len(data) == size:
            yield kind, data


def _text(data: bytes, at: int, length: int) -> str:
    """A string at its length's place: XLUnicodeString and its short form, whose option byte tells the width."""
    wide = data[at + 1] & 1 if at == 6 else data[at] & 1
    begin = at + 2 if at == 6 else at + 1
    raw = data[begin : begin + (length * 2 if wide else length)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")
