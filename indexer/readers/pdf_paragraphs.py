"""Lines grouped into the pieces of a page: paragraphs, list items, headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.model import Form
from indexer.readers.hyphens import SOFT, join
from indexer.readers.pdf_columns import Columns
from indexer.readers.pdf_layout import Line
from indexer.readers.pdf_markers import split_marker
from indexer.readers.pdf_tables import Rows, Table, linear

_STEP = 1.22  # of the usual step between two lines: a larger one parts paragraphs
_SAME_SIZE = 0.6  # points
_INDENT = 6.0  # points
_SECTION = re.compile(r"§+\s?\d")
_STOP = (".", ":", "!", "?", "”", '"')


@dataclass(frozen=True)
class Measure:
    """What is usual in the document.

    body: font size of most of the text. step: distance of baselines in a paragraph, of the font size.
    right: x where full lines end.
    """

    body: float
    step: float
    right: float


@dataclass(frozen=True)
class Piece:
    """A block in the making.

    unfinished: its last line runs to the right margin without a full stop, so it may go on on the next page.
    top, bottom: first and last baseline.
    """

    text: str
    form: Form
    page: int
    marker: str = ""
    rows: Rows = ()
    size: float = 0.0
    bold: bool = False
    unfinished: bool = False
    page_breaks: tuple[int, ...] = ()


def to_pieces(items: Sequence[Line | Columns | Table], page: int, measure: Measure) -> list[Piece]:
    """The pieces of one page, whose lines, columns and tables are given from top to bottom."""
    pieces: list[Piece] = []
    held: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            if held and _parts(held, item, measure):
                pieces.append(_paragraph(held, page, measure))
                held = []
            held.append(item)
            continue
        if held:
            pieces.append(_paragraph(held, page, measure))
            held = []
        pieces.extend(_table(item, page))
    if held:
        pieces.append(_paragraph(held, page, measure))
    return pieces


def _table(item: Columns | Table, page: int) -> Iterable[Piece]:
    if isinstance(item, Columns) and item.texts:
        return [Piece(text, Form.TEXT, page) for text in item.texts]
    return [Piece(linear(item.rows), Form.TABLE, page, rows=item.rows)]


def _parts(held: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether `line` begins a new piece."""
    before = held[-1]
    step = line.base - before.base
    if _SECTION.match(before.text) and len(held) == 1 and line.bold and step < 3.5 * line.size:
        return False
    return (
        step > _STEP * measure.step * max(line.size, before.size)
        or step < 0.3 * line.size
        or abs(line.size - before.size) > _SAME_SIZE
        or line.bold != before.bold
        or bool(split_marker(line.text)[0])
        or _SECTION.match(line.text) is not None and not _flows(before, line, measure)
        or _outdented(held, line, measure)
    )


def _outdented(held: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether the line leaves the hanging indent of an item, or is indented itself."""
    before = held[-1]
    if split_marker(held[0].text)[0]:
        return line.left < held[0].left - _INDENT or (
            line.left < _text_left(held[0]) - _INDENT and not _flows(before, line, measure)
        )
    return abs(line.left - before.left) > _INDENT and not _flows(before, line, measure)


def _text_left(line: Line) -> float:
    marker = split_marker(line.text)[0]
    starts = [run.left for run in line.runs]
    return starts[1] if marker and len(starts) > 1 else starts[0]


def _flows(before: Line, line: Line, measure: Measure) -> bool:
    """Whether `line` goes on where `before` was full: its first word would not have fitted there."""
    if before.text.endswith((SOFT, "-")):
        return True
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * len(first) / max(len(line.text), 1)
    room = measure.right - before.right
    if line.text[0].islower() and not before.text.endswith(_STOP):
        return True
    return width + 0.3 * line.size > room - 0.5 * line.size


def _paragraph(lines: Sequence[Line], page: int, measure: Measure) -> Piece:
    marker, first = split_marker(lines[0].text)
    text = first
    for before, line in zip(lines, lines[1:], strict=False):
        text = join(text, line.text) if _flows(before, line, measure) else f"{text}\n{line.text}"
    form = Form.ITEM if marker else Form.TEXT
    size, bold = lines[-1].size, lines[-1].bold
    piece = Piece(text.rstrip(SOFT), form, page, marker, size=size, bold=bold)
    if _is_heading(piece, lines, measure):
        whole = f"{marker} {piece.text}".strip()
        return replace(piece, form=Form.HEADING, text=whole.replace("\n", " ") if not _SECTION.match(whole) else whole, marker="")
    full = measure.right - lines[-1].right < 6 * measure.body
    return replace(piece, unfinished=text.endswith(SOFT) or (full and not text.endswith((".", "!", "?"))))


def _is_heading(piece: Piece, lines: Sequence[Line], measure: Measure) -> bool:
    large = piece.size > measure.body + _SAME_SIZE
    if not (large or piece.bold) or len(lines) > 4 or len(piece.text) > 250:
        return False
    if piece.marker and not piece.marker[0].isdigit():
        return False
    return any(map(str.isalpha, piece.text)) and not (piece.text.endswith((".", ",", ";")) and len(piece.text) > 80)
