"""Inside the child: one page of a PDF as pixels, or its letters with their places."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from api.drawing.png import png
from indexer.errors import Reason, Refusal

MOST_PIXELS_HIGH: Final = 4000
MOST_LETTERS: Final = 100_000
_FINE: Final = 1_000_000  # steps across the page: pdfium gives places in whole ones
_BROKEN = "\ufffd"


class Wanted(NamedTuple):
    """What of a page is wanted. width: of the image in pixels, 0 for the letters instead."""

    path: str
    page: int
    width: int


def answer(wanted: Wanted) -> bytes:
    """A line of JSON and the bytes that it speaks of. Raises Refusal, MemoryError and whatever pdfium does.

    The line: "pages" of the document; of a page that it has, "width" and "height" in points. The bytes: the image,
    or the letters, as `letters` lays them out.
    """
    with _opened(wanted.path) as document:
        told: dict[str, Any] = {"pages": len(document)}
        if wanted.page > len(document):
            return _line(told)
        page = document[wanted.page - 1]
        width, height = page.get_size()
        told |= {"width": width, "height": height}
        return _line(told) + (_drawn(page, wanted.width) if wanted.width else letters(page))


def letters(page: pdfium.PdfPage) -> bytes:
    """The letters in the order in which they are drawn: JSON text of them on a line, then for each its box.

    A box is left, top, right, bottom as fractions of the page as it is seen, 4-byte floats, little-endian.
    """
    textpage = page.get_textpage()
    count = min(textpage.count_chars(), MOST_LETTERS)
    text = "".join(_letter(raw.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))
    boxes = np.zeros((count, 4), dtype=np.float64)
    box = raw.FS_RECTF()
    for index in range(count):
        if raw.FPDFText_GetLooseCharBox(textpage.raw, index, box):
            boxes[index] = box.left, box.top, box.right, box.bottom
    return _line(text) + _seen(page, boxes).astype("<f4").tobytes()


def _drawn(page: pdfium.PdfPage, width: int) -> bytes:
    points_wide, points_high = page.get_size()
    scale = min(width / max(points_wide, 1.0), MOST_PIXELS_HIGH / max(points_high, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    return png(bitmap.to_numpy()[..., :3])


def _seen(page: pdfium.PdfPage, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Boxes of the page's own coordinates as it is seen: turned and cropped, upside down, in fractions."""
    origin, right, up = (_device(page, *point) for point in ((0, 0), (1000, 0), (0, 1000)))
    along, upwards = (right - origin) / 1000, (up - origin) / 1000
    one = origin + boxes[:, :1] * along + boxes[:, 1:2] * upwards
    other = origin + boxes[:, 2:3] * along + boxes[:, 3:4] * upwards
    return np.clip(np.hstack([np.minimum(one, other), np.maximum(one, other)]) / _FINE, 0.0, 1.0)


def _device(page: pdfium.PdfPage, x: float, y: float) -> NDArray[np.float64]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, _FINE, _FINE, 0, x, y, left, top)
    return np.array([left.value, top.value], dtype=np.float64)


def _letter(code: int) -> str:
    return _BROKEN if 0xD800 <= code <= 0xDFFF or code == 0 else chr(code)


def _line(told: object) -> bytes:
    return json.dumps(told).encode() + b"\n"


@contextmanager
def _opened(path: str) -> Iterator[pdfium.PdfDocument]:
    try:
        with pdfium.PdfDocument(path) as document:
            yield document
    except pdfium.PdfiumError as error:
        raise Refusal(Reason.DAMAGED, f"the page cannot be drawn ({error})", "Read the original file.") from None
