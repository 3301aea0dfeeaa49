"""Taking a document out of the library."""

from __future__ import annotations

from anyio import to_thread
from fastapi import APIRouter

from api.examples_json import REMOVED_FILE
from api.index_json import FileJson, file_json
from api.routes.documents import DocumentId
from api.routes.given import TheIntake

routes = APIRouter(tags=["documents"])


@routes.delete(
    "/api/documents/{document_id}",
    responses={200: {"content": {"application/json": {"example": REMOVED_FILE}}}},
)
async def delete(document_id: DocumentId, intake: TheIntake) -> FileJson:
    """Take a document out; it is gone in the very next answer.

    An uploaded file is deleted. One of an indexed folder stays there and comes back when the folder is indexed again.
    """
    return file_json(await to_thread.run_sync(intake.remove, document_id, limiter=intake.turns))
