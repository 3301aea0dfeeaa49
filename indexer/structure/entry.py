"""Entry: a piece with its place in the skeleton of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from indexer.structure.headings import Part
from indexer.structure.pieces import Piece

TITLE, SECTION, MAIN, SUB, ASKED = 0, 1, 2, 3, 6  # ranks of headings, outermost first


class Sort(StrEnum):
    """What a piece is in the skeleton."""

    HEADING = "heading"
    BODY = "body"
    SIGNATURE = "signature"
    CONTENTS = "contents"


@dataclass(frozen=True)
class Entry:
    """A piece with its place in the skeleton.

    rank: depth of a heading, 0 outermost. part: what it opens by the dictionary. section: the § that it opens.
    signers: the names in a signature.
    """

    piece: Piece
    sort: Sort = Sort.BODY
    rank: int = SUB
    part: Part | None = None
    section: str | None = None
    signers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.piece.text


def together(before: Piece, after: Piece) -> Piece:
    """Two pieces as one, with a blank between."""
    begin = len(before.text) + 1
    turned = (begin,) if before.last_page != after.page else ()
    moved = tuple(begin + offset for offset in after.page_breaks)
    return replace(before, text=f"{before.text} {after.text}", page_breaks=before.page_breaks + turned + moved)
