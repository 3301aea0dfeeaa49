"""Pages of PDF originals: as images, and where on them a passage stands."""

from __future__ import annotations

from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, HTTPException, Path, Query, Request, Response

from api.drawing.pages import Pages
from api.engines import Engine
from api.examples_json import MARKS
from api.http_errors import COME_AGAIN
from api.limits import DRAWING_WAITS, QUOTE_CHARACTERS
from api.marks_json import MarksJson, marks_json
from api.originals import original
from api.routes.documents import UNCHANGED, DocumentId, document_of
from api.routes.given import TheEngine, ThePages
from api.tags import ASK_AGAIN, tagged, unchanged
from indexer.errors import NotFound, QuestionError
from indexer.library import Location

routes = APIRouter(tags=["documents"])

PageNumber = Annotated[int, Path(ge=1, le=100_000, examples=[1])]
_IMAGE = {"image/png": {"schema": {"type": "string", "format": "binary"}, "example": "\x89PNG ..."}}


@routes.get(
    "/api/documents/{document_id}/pages/{page}",
    response_class=Response,
    responses={200: {"description": "The page as an image.", "content": _IMAGE}, **UNCHANGED},
)
async def page_image(
    document_id: DocumentId,
    page: PageNumber,
    request: Request,
    engine: TheEngine,
    pages: ThePages,
    width: Annotated[int, Query(ge=400, le=1600, description="Of the image, in pixels.")] = 1000,
) -> Response:
    """A page of a PDF original as PNG; 404 for other formats, 410 when the file is gone or was changed.

    The header `X-Pages` says how many pages there are.
    """
    location = await to_thread.run_sync(_pdf, engine, document_id)
    tag = f'"{location.content[:24]}-{page}-{width}"'
    held = unchanged(request, tag)
    if held is not None:
        return held
    _require_place(pages)
    drawn = await to_thread.run_sync(pages.image, location, page, width, limiter=pages.turns)
    return Response(
        drawn.image, media_type="image/png", headers={"ETag": tag, "X-Pages": str(drawn.pages), **ASK_AGAIN}
    )


@routes.get(
    "/api/documents/{document_id}/pages/{page}/marks",
    response_model=MarksJson,
    responses={200: {"content": {"application/json": {"example": MARKS}}}, **UNCHANGED},
)
async def page_marks(
    document_id: DocumentId,
    page: PageNumber,
    request: Request,
    engine: TheEngine,
    pages: ThePages,
    paragraph: Annotated[str, Query(max_length=64, description="The id of a paragraph.")] = "",
    quote: Annotated[str, Query(max_length=QUOTE_CHARACTERS, description="What is quoted from it.")] = "",
) -> Response:
    """Where a paragraph, or a quote in it, stands on a page of a PDF original, line by line."""
    if not paragraph and not quote.strip():
        raise QuestionError("There is nothing to look for. Give ?paragraph=ID, ?quote=WORDS, or both.")
    location = await to_thread.run_sync(_pdf, engine, document_id)
    around = await to_thread.run_sync(engine.library.paragraphs, document_id) if paragraph else []
    if paragraph and all(one.id != paragraph for one in around):
        raise NotFound(f"The document has no paragraph {paragraph!r}. GET /api/documents/{document_id} lists them.")
    _require_place(pages)
    letters = await to_thread.run_sync(pages.letters, location, page, limiter=pages.turns)
    return tagged(request, await to_thread.run_sync(marks_json, letters, page, quote, around, paragraph))


def _pdf(engine: Engine, document_id: str) -> Location:
    """The original, which is a PDF. Raises NotFound, and HTTPException 410."""
    found = document_of(engine, document_id)
    if found.format != "pdf":
        raise NotFound(f"The original is no PDF but of the format {found.format!r}; only a PDF has pages to draw.")
    return original(engine.library, document_id)


def _require_place(pages: Pages) -> None:
    if pages.turns.statistics().tasks_waiting >= DRAWING_WAITS:
        raise HTTPException(503, "Too many pages wait to be drawn. Ask again in a moment.", COME_AGAIN)
