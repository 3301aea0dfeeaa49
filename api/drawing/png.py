"""Pixels -> PNG (ISO/IEC 15948), with what the standard library has."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR = 0, 2  # colour types
_UP = 2  # filter: each byte less the one above, which makes text on white small
_LEVEL = 4  # of 9: a page of text takes about 20 ms, and little more than the smallest form's room


def png(pixels: NDArray[np.uint8]) -> bytes:
    """The pixels (height, width, 3: red, green, blue) as a PNG; grey where no pixel has a colour."""
    height, width, _ = pixels.shape
    grey = bool((pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 1] == pixels[..., 2]).all())
    rows = (pixels[..., 0] if grey else pixels).reshape(height, -1)
    lines = np.full((height, rows.shape[1] + 1), _UP, dtype=np.uint8)
    lines[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=lines[1:, 1:])
    head = struct.pack(">IIBBBBB", width, height, 8, _GREY if grey else _COLOUR, 0, 0, 0)
    return SIGNATURE + b"".join(
        _chunk(kind, body)
        for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(lines.tobytes(), _LEVEL)), (b"IEND", b""))
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
