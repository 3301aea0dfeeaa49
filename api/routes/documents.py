"""Reading what the library holds: the list of documents, one of them, its original file."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse

from api.document_json import DocumentsJson, WholeDocumentJson, documents_json, whole_document_json
from api.engines import Engine
from api.examples_json import DOCUMENTS, WHOLE_DOCUMENT
from api.limits import MOST_DOCUMENTS
from api.originals import MEDIA_TYPES, OTHER, SHOWN_IN_PLACE, original
from api.routes.given import Language, Responses, TheEngine
from api.tags import ASK_AGAIN, tagged, unchanged
from indexer.errors import NotFound
from indexer.model import Document

routes = APIRouter(tags=["documents"])

Word = Annotated[str, Query(max_length=300)]
DocumentId = Annotated[str, Path(examples=["5f0c9f6b0c5a4f6e"], max_length=64)]
UNCHANGED: Responses = {304: {"description": "What the asker holds, named by If-None-Match, is unchanged."}}
_FILE = {"schema": {"type": "string", "format": "binary"}, "example": "%PDF-1.7 ..."}
_BYTES = dict.fromkeys((kind.partition(";")[0] for kind in (*MEDIA_TYPES.values(), OTHER)), _FILE)


@routes.get(
    "/api/documents",
    response_model=DocumentsJson,
    responses={200: {"content": {"application/json": {"example": DOCUMENTS}}}, **UNCHANGED},
)
def documents(
    request: Request,
    engine: TheEngine,
    language: Language = "sv",
    committee: Word = "",
    kind: Word = "",
    year: Word = "",
    text: Word = "",
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_DOCUMENTS)] = MOST_DOCUMENTS,
) -> Response:
    """The documents that answers come from, a part at a time.

    committee, kind, year: as the documents state them, case aside. text: words that title, path, registry number or
    committee hold, all of them.
    """
    wanted = {"committee": committee, "kind": kind, "year": year}
    listed = documents_json(engine.library, wanted, text, slice(offset, offset + limit), language)
    return tagged(request, listed)


@routes.get(
    "/api/documents/{document_id}",
    response_model=WholeDocumentJson,
    responses={200: {"content": {"application/json": {"example": WHOLE_DOCUMENT}}}, **UNCHANGED},
)
def document(document_id: DocumentId, request: Request, engine: TheEngine, language: Language = "sv") -> Response:
    """A document with its paragraphs; `language` is that of the speakers' labels."""
    found = document_of(engine, document_id)
    return tagged(request, whole_document_json(found, engine.library, language))


@routes.get(
    "/api/documents/{document_id}/original",
    response_class=FileResponse,
    responses={200: {"description": "The file as it was indexed.", "content": _BYTES}, **UNCHANGED},
)
def original_file(document_id: DocumentId, request: Request, engine: TheEngine) -> Response:
    """The file that the document was read from; 410 when it is gone from the disk or was changed since."""
    found = document_of(engine, document_id)
    location = original(engine.library, document_id)
    tag = f'"{location.content[:24]}"'
    return unchanged(request, tag) or FileResponse(
        location.file,
        media_type=MEDIA_TYPES.get(found.format, OTHER),
        filename=FilePath(location.file).name,
        content_disposition_type="inline" if found.format in SHOWN_IN_PLACE else "attachment",
        headers={"ETag": tag, **ASK_AGAIN},
    )


def document_of(engine: Engine, document_id: str) -> Document:
    """The document. Raises NotFound."""
    found = engine.library.document(document_id)
    if found is None:
        raise NotFound(f"There is no document {document_id!r}. GET /api/documents lists them.")
    return found
