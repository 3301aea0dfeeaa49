"""Piece: a paragraph in the making, between the reader's Block and the model's Paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.model import Form


@dataclass(frozen=True)
class Piece:
    """One paragraph as it stands on the page, before role and place are known.

    text: line breaks taken out. page, page_breaks, level, marker, emphasis, rows: as in Block, for this text.
    """

    text: str
    form: Form = Form.TEXT
    page: int | None = None
    page_breaks: tuple[int, ...] = ()
    level: int | None = None
    marker: str = ""
    emphasis: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def last_page(self) -> int | None:
        """The page on which the piece ends."""
        return None if self.page is None else self.page + len(self.page_breaks)
