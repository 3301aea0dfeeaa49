"""The pages' pieces as the document's blocks: paragraphs that a page break cut are made whole, headings get levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from indexer.model import Block, Form
from indexer.readers.hyphens import SOFT, join
from indexer.readers.pdf_paragraphs import Measure, Piece
from indexer.readers.pdf_tables import linear

_Style: TypeAlias = tuple[int, bool, bool]
_STOP = (".", ":", "!", "?")


def to_blocks(pages: Sequence[Sequence[Piece]], measure: Measure) -> tuple[Block, ...]:
    """The pieces of all pages, page by page, as blocks."""
    whole: list[Piece] = []
    for pieces in pages:
        rest = list(pieces)
        if whole and rest and _goes_on(whole[-1], rest[0]):
            whole[-1] = _joined(whole[-1], rest.pop(0))
        whole.extend(rest)
    levels = _levels(whole)
    return tuple(_block(piece, levels, measure) for piece in whole if piece.text.strip())


def _goes_on(before: Piece, after: Piece) -> bool:
    if before.form is Form.TABLE and after.form is Form.TABLE:
        return len(before.rows[0]) == len(after.rows[0])
    if before.form not in (Form.TEXT, Form.ITEM) or after.form is not Form.TEXT or not before.size:
        return False
    if before.text.endswith(SOFT):
        return True
    if before.text.endswith(_STOP):
        return False
    return after.text[0].islower() or (before.full and abs(before.size - after.size) < 0.6 and not before.marker)


def _joined(before: Piece, after: Piece) -> Piece:
    turns = after.page - before.page - len(before.page_breaks)  # more than one where a page between holds no text
    if before.form is Form.TABLE:
        rows = after.rows[1:] if after.rows[0] == before.rows[0] else after.rows
        at, text, rows = len(before.text) + 1, linear(before.rows + rows), before.rows + rows
        return replace(before, text=text, rows=rows, page_breaks=before.page_breaks + (at,) * turns)
    text = join(before.text, after.text)
    breaks = before.page_breaks + (len(text) - len(after.text),) * turns
    return replace(before, text=text, bold=before.bold and after.bold, full=after.full, page_breaks=breaks)


def _levels(pieces: Iterable[Piece]) -> dict[_Style, int]:
    """Heading depth by style: larger first, then bold."""
    headings = [piece for piece in pieces if piece.form is Form.HEADING]
    styles = {_style(piece) for piece in headings}
    levels = {style: level for level, style in enumerate(sorted(styles, reverse=True), 1)}
    sections = [_style(piece) for piece in headings if piece.text.startswith("§")]
    return levels | dict.fromkeys(sections, min((levels[style] for style in sections), default=1))


def _style(piece: Piece) -> _Style:
    """What tells headings of one depth from others; a § heading is one also when it is set smaller."""
    return round(piece.size), piece.bold, piece.text.startswith("§")


def _block(piece: Piece, levels: dict[_Style, int], measure: Measure) -> Block:
    heading = piece.form is Form.HEADING
    return Block(
        text=piece.text.rstrip(SOFT),
        form=piece.form,
        page=piece.page,
        page_breaks=piece.page_breaks,
        level=levels[_style(piece)] if heading else None,
        marker=piece.marker,
        emphasis=heading or piece.bold or piece.size > measure.body + 0.6,
        rows=piece.rows,
    )
