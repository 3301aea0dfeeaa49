"""Whether tantivy's files are as they were written: each one ends in a checksum of itself.

File = body, footer as JSON with "crc" (CRC-32 of body), length of the footer (u32), magic number (u32), little-endian
(tantivy/src/directory/footer.rs).
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

_MAGIC = 1337
_TAIL = 8
_PARTS = ("term", "idx", "store", "fieldnorm", "pos", "fast")


def sealed(folder: Path) -> bool:
    """True when every file named by meta.json is there and whole."""
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
