"""Lines grouped into the pieces of a page: paragraphs, list items, headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.model import Form
from indexer.readers.hyphens import SOFT, join
from indexer.readers.pdf_columns import Columns
from indexer.readers.pdf_layout import Line
from indexer.readers.pdf_markers import split_marker
from indexer.readers.pdf_tables import Rows, Table, linear

_STEP = 1.22  # of the usual step between two lines: a larger one parts paragraphs
_SAME_SIZE = 0.6  # points
_INDENT = 6.0  # points
_TITLE = 3.5  # of the font size: from the line with the § down to the title
_NUMBER_LINE = 40  # letters: a line with a § that is longer is text
_SUBHEAD = 1.6  # points over the body: two such bold lines are two headings, larger ones may be one title
_FULL = 8.0  # of the body size: a line that ends closer to the margin is full
_SECTION = re.compile(r"§+\s?\d")
_BARE = re.compile(r"[-–−]?\d[\d\s.,]*%?")
_AXIS = 8.0  # of the font size: steps between the numbers of an axis
_LEADERS = re.compile(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*")
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

    full: its last line runs to the right margin, so it may go on on the next page.
    """

    text: str
    form: Form
    page: int
    marker: str = ""
    rows: Rows = ()
    size: float = 0.0
    bold: bool = False
    full: bool = False
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


def _is_bare(text: str) -> bool:
    """Whether the line is a lone number, as along the axis of a chart."""
    return _BARE.fullmatch(text) is not None


def _table(item: Columns | Table, page: int) -> Iterable[Piece]:
    if isinstance(item, Columns) and item.texts:
        return [Piece(_LEADERS.sub(" ", text), Form.TEXT, page) for text in item.texts]
    return [Piece(linear(item.rows), Form.TABLE, page, rows=item.rows)]


def _parts(held: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether `line` begins a new piece."""
    before = held[-1]
    step = line.base - before.base
    if _is_bare(before.text) and _is_bare(line.text):
        return step > _AXIS * line.size
    if len(held) == 1 and _is_titled(before, line) and step < _TITLE * line.size:
        return False
    flows = _flows(before, line, measure)
    return (
        step > _STEP * measure.step * max(line.size, before.size)
        or step < 0.3 * line.size
        or abs(line.size - before.size) > _SAME_SIZE
        or (line.bold != before.bold and not (_is_full(before, measure) and _in_sentence(before, line)))
        or (line.bold and not flows and line.text[0].isupper() and line.size < measure.body + _SUBHEAD)
        or (bool(split_marker(line.text)[0]) and not _is_dash_in_item(held, line, measure))
        or (_SECTION.match(line.text) is not None and not flows)
        or _outdented(held, line, measure)
    )


def _is_titled(before: Line, line: Line) -> bool:
    """Whether `before` is no more than a § number and dnr, and `line` the title under it."""
    stands_out = line.bold or line.size > before.size + _SAME_SIZE
    return stands_out and len(before.text) < _NUMBER_LINE and _SECTION.match(before.text) is not None


def _is_full(line: Line, measure: Measure) -> bool:
    """Whether the line runs to the right margin."""
    return measure.right - line.right < _FULL * measure.body


def _in_sentence(before: Line, line: Line) -> bool:
    """Whether the words show that a sentence goes on."""
    return before.text.endswith(SOFT) or (line.text[0].islower() and not before.text.endswith(_STOP))


def _is_dash_in_item(held: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether a dash at the start of the line is a dash in the running text of an item or a paragraph."""
    return (
        line.text[0] in "-–—"
        and not held[-1].text.endswith(_STOP)
        and _is_full(held[-1], measure)
        and abs(line.left - (held[-1].left if len(held) > 1 else _text_left(held[0]))) < _INDENT
    )


def _outdented(held: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether the line leaves the hanging indent of an item, or is indented itself."""
    before = held[-1]
    flows = _flows(before, line, measure)
    if split_marker(held[0].text)[0]:
        return (line.left < held[0].left - _INDENT and not _in_sentence(before, line)) or (
            line.left < _text_left(held[0]) - _INDENT and not flows
        )
    if line.left > before.left + _INDENT and before.text.endswith(_STOP):
        return True
    return abs(line.left - before.left) > _INDENT and not flows


def _text_left(line: Line) -> float:
    marker = split_marker(line.text)[0]
    starts = [run.left for run in line.runs]
    return starts[1] if marker and len(starts) > 1 else starts[0]


def _flows(before: Line, line: Line, measure: Measure) -> bool:
    """Whether the text runs on from `before` to `line`, so that the line's end means nothing.

    It does not when the next line's first word would have fitted, unless the text itself shows that it goes on.
    """
    if before.text.endswith((SOFT, "-")):
        return True
    if _LEADERS.search(before.text):
        return False
    first = re.match(r"(?:[\d.,]+\s)*\S+", line.text)
    letters = len(first[0]) if first else 1
    width = (line.right - line.left) * letters / len(line.text)
    if width + 0.8 * line.size > measure.right - before.right:
        return True
    if before.text.endswith(_STOP):
        return False
    return line.text[0].islower() or line.text[0] in "(–-"


def _paragraph(lines: Sequence[Line], page: int, measure: Measure) -> Piece:
    marker, first = split_marker(lines[0].text)
    text = first
    if all(_is_bare(line.text) for line in lines):
        return Piece("\n".join(line.text for line in lines), Form.TEXT, page, size=lines[-1].size)
    for before, line in pairwise(lines):
        text = join(text, line.text) if _flows(before, line, measure) else f"{text}\n{line.text}"
    form = Form.ITEM if marker else Form.TEXT
    titled = len(lines) > 1 and _SECTION.match(lines[0].text) is not None
    size, bold = lines[-1].size, all(line.bold for line in lines[titled:])
    piece = Piece(_LEADERS.sub(" ", text), form, page, marker, size=size, bold=bold)
    if _is_heading(piece, lines, measure):
        return replace(piece, form=Form.HEADING, text=f"{marker} {piece.text}".strip(), marker="")
    return replace(piece, full=_is_full(lines[-1], measure))


def _is_heading(piece: Piece, lines: Sequence[Line], measure: Measure) -> bool:
    large = piece.size > measure.body + _SAME_SIZE
    if not (large or piece.bold) or len(lines) > 4 or len(piece.text) > 250:
        return False
    if (piece.marker and not piece.marker[0].isdigit()) or piece.text[0].islower():
        return False
    if any(_LEADERS.search(line.text) for line in lines):
        return False
    return any(map(str.isalpha, piece.text)) and not (piece.text.endswith((".", ",", ";")) and len(piece.text) > 80)
