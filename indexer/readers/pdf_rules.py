"""The ruling lines of a PDF page: straight strokes, thin bars and the borders of filled boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.readers.pdf_layout import Rule
from indexer.readers.pdf_text import turned

_THIN = 2.5  # points: a bar thinner than this is a line
_SHORT = 4.0  # points: shorter lines part nothing
_PATHS = 5000  # per page; drawings beyond this are no tables
_WIDE_PICTURE = 0.5  # of the page's area
_WHITE = (255, 255, 255)
_Point: TypeAlias = tuple[float, float]
_Box: TypeAlias = tuple[float, float, float, float]
_Colour: TypeAlias = tuple[int, ...]


def read_rules(page: pdfium.PdfPage, turn: int) -> tuple[Rule, ...]:
    """The rules of the page in the coordinates of the page as it is read (see `pdf_text.turned`)."""
    frame = page.get_bbox()
    rules: list[Rule] = []
    fills: list[tuple[_Box, _Colour]] = []
    for count, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if count >= _PATHS:
            return ()
        points = _points(shape)
        if not points or _unseen(shape, points, fills):
            continue
        placed = (Rule(*turned(segment, turn, frame)) for segment in _segments(points))
        rules.extend(rule for rule in placed if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORT)
    return tuple(rules)


def is_pictured(page: pdfium.PdfPage) -> bool:
    """Whether one image covers more than half of the page."""
    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1.0)
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        i_left, i_bottom, i_right, i_top = image.get_bounds()
        if (i_right - i_left) * (i_top - i_bottom) > _WIDE_PICTURE * area:
            return True
    return False


def _unseen(shape: pdfium.PdfObject, points: list[_Point], fills: list[tuple[_Box, _Colour]]) -> bool:
    """Whether the border of a filled box cannot be seen: white, or inside a box of its own colour."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, mode, stroked)
    if stroked.value or not mode.value:
        return not stroked.value
    parts = tuple(ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(shape, *parts)
    colour = tuple(part.value for part in parts)
    left, bottom, right, top = box = _bounds(points)
    if colour[:3] == _WHITE or colour[3] == 0:
        return True
    if min(right - left, top - bottom) > _THIN:
        for (o_left, o_bottom, o_right, o_top), other in fills[-60:]:
            if other == colour and o_left <= left and o_bottom <= bottom and o_right >= right and o_top >= top:
                return True
        fills.append((box, colour))
    return False


def _bounds(points: list[_Point]) -> _Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _segments(points: list[_Point]) -> Iterator[_Box]:
    """Upright and level lines of one path as (left, bottom, right, top); bars as one line, boxes as four."""
    left, bottom, right, top = _bounds(points)
    if right - left <= _THIN or top - bottom <= _THIN:
        middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
        tall = top - bottom > right - left
        yield (middle_x, bottom, middle_x, top) if tall else (left, middle_y, right, middle_y)
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x0 - x1) < 0.5 or abs(y0 - y1) < 0.5:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _points(shape: pdfium.PdfObject) -> list[_Point]:
    """The corners of a path without curves, closed where the path is, on the page."""
    x, y = ctypes.c_float(), ctypes.c_float()
    matrix, container = shape.get_matrix(), shape.container
    while container is not None:
        matrix, container = matrix.multiply(container.get_matrix()), container.container
    points: list[_Point] = []
    for index in range(raw.FPDFPath_CountSegments(shape)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO:
            return []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    return points
