"""The pages' pieces as the document's blocks: paragraphs that a page break cut are made whole, headings get levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.model import Block, Form
from indexer.readers.hyphens import SOFT, join
from indexer.readers.pdf_paragraphs import Measure, Piece


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
    if before.form not in (Form.TEXT, Form.ITEM) or after.form is not Form.TEXT or not before.unfinished:
        return False
    return before.text.endswith(SOFT) or after.text[0].islower() or abs(before.size - after.size) < 0.6


def _joined(before: Piece, after: Piece) -> Piece:
    if before.form is Form.TABLE:
        rows = after.rows[1:] if after.rows[0] == before.rows[0] else after.rows
        lost = len(after.text) - len("\n".join(" ".join(filter(None, row)) for row in rows))
        text = f"{before.text}\n{after.text[lost:]}"
        at = len(before.text) + 1
        return replace(before, text=text, rows=before.rows + rows, page_breaks=(*before.page_breaks, at))
    text = join(before.text, after.text)
    at = len(text) - len(after.text)
    return replace(after, text=text, form=before.form, page=before.page, marker=before.marker, page_breaks=(*before.page_breaks, at))


def _levels(pieces: Iterable[Piece]) -> dict[tuple[float, bool], int]:
    """Heading depth by style: larger first, then bold."""
    styles = {(round(piece.size), piece.bold) for piece in pieces if piece.form is Form.HEADING}
    return {style: level for level, style in enumerate(sorted(styles, reverse=True), 1)}


def _block(piece: Piece, levels: dict[tuple[float, bool], int], measure: Measure) -> Block:
    heading = piece.form is Form.HEADING
    return Block(
        text=piece.text.rstrip(SOFT),
        form=piece.form,
        page=piece.page,
        page_breaks=piece.page_breaks,
        level=levels[round(piece.size), piece.bold] if heading else None,
        marker=piece.marker,
        emphasis=heading or piece.bold or piece.size > measure.body + 0.6,
        rows=piece.rows,
    )
