"""The marks of a passage on a page as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from api.drawing.letters import Letters, folded
from api.drawing.marks import Found, Mark, Passage, marks, pages_of, passage
from indexer.model import Paragraph


class MarkJson(BaseModel):
    """A rectangle in fractions (0 to 1) of the page as it is drawn, from its left upper corner."""

    left: float
    top: float
    width: float
    height: float


class MarksJson(BaseModel):
    """Where a passage stands on a page, a rectangle for each line; none where it was not found for certain.

    found: what the marks are of. width, height: of the page in points. began, continues: whether the paragraph has
    parts on an earlier and on a later page.
    """

    page: int
    pages: int
    width: float
    height: float
    found: Found
    marks: list[MarkJson]
    began: bool = False
    continues: bool = False


def marks_json(
    letters: Letters, page: int, quote: str, paragraphs: Sequence[Paragraph], paragraph_id: str
) -> MarksJson:
    """The marks on a page of a paragraph, of a quote in it, or of a quote alone where `paragraph_id` is empty."""
    at = next((at for at, one in enumerate(paragraphs) if one.id == paragraph_id), None)
    wanted = Passage("", folded(quote)) if at is None else passage(paragraphs, at, page, quote)
    on = [] if at is None else sorted(pages_of(paragraphs[at]))
    found, places = marks(letters, wanted)
    return MarksJson(
        page=page,
        pages=letters.pages,
        width=round(letters.width, 2),
        height=round(letters.height, 2),
        found=found,
        marks=[_mark(one) for one in places],
        began=bool(on) and page > on[0],
        continues=bool(on) and page < on[-1],
    )


def _mark(one: Mark) -> MarkJson:
    return MarkJson(
        left=round(one.left, 5),
        top=round(one.top, 5),
        width=round(one.right - one.left, 5),
        height=round(one.bottom - one.top, 5),
    )
