"""The addresses of the HTTP interface: its table of contents."""

from types import ModuleType

from fastapi import APIRouter

from api.routes import (
    asking,
    cells,
    completions,
    deleting,
    documents,
    feedback,
    page,
    pages,
    searching,
    uploading,
    watching,
)
from api.routes.given import ERRORS, OPENAI_ERRORS, Responses

PARTS = (page, asking, searching, documents, pages, cells, uploading, deleting, feedback, watching, completions)


def errors_of(part: ModuleType) -> Responses:
    """The errors that the routes of a part may answer: OpenAI's shape where its clients ask."""
    return OPENAI_ERRORS if part is completions else ERRORS


routes = APIRouter()
for part in PARTS:
    routes.include_router(part.routes, responses=errors_of(part))
