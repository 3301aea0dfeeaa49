"""One stream out of an OLE container (MS-CFB), the shell of office files before 2007."""

from __future__ import annotations

import struct

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on are no sectors
_ENTRY = 128
_HEADER_SECTORS = 109


def stream_of(data: bytes, name: str) -> bytes | None:
    """The bytes of the stream; None when the container lacks it or is broken."""
    if not data.startswith(_MARK) or len(data) < 512:
        return None
    try:
        return _stream(data, name)
    except (struct.error, IndexError):
        return None


def _stream(data: bytes, name: str) -> bytes | None:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    directory, _, cutoff, first_small, _, next_table, tables = struct.unpack_from("<IIIIIII", data, 48)
    sectors = list(struct.unpack_from(f"<{_HEADER_SECTORS}I", data, 76))
    for _ in range(min(tables, len(data) // size)):
        part = struct.unpack_from(f"<{size // 4}I", data, (next_table + 1) * size)
        sectors += part[:-1]
        next_table = part[-1]
    chain = [entry for sector in sectors if sector < _LAST
             for entry in struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)]  # fmt: skip
    entries = _joined(data, chain, directory, size, size)
    root = b""
    for at in range(0, len(entries), _ENTRY):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        called = entries[at : at + max(0, length - 2)].decode("utf-16-le", "replace")
        start, total = struct.unpack_from("<II", entries, at + 116)
        if at == 0:
            root = _joined(data, chain, start, size, size)
        if called == name and total >= cutoff:
            return _joined(data, chain, start, size, size)[:total]
        if called == name:
            table = _joined(data, chain, first_small, size, size)
            links = list(struct.unpack(f"<{len(table) // 4}I", table))
            return _joined(root, links, start, small, 0)[:total]
    return None


def _joined(data: bytes, chain: list[int], sector: int, size: int, header: int) -> bytes:
    """The sectors of a chain; one that comes back to itself ends."""
    parts, seen = [], 0
    while sector < _LAST and seen <= len(chain):
        begin = header + sector * size
        parts.append(data[begin : begin + size])
        sector = chain[sector]
        seen += 1
    return b"".join(parts)
