"""The addresses of the HTTP interface: its table of contents."""

from fastapi import APIRouter

from api.routes import asking, completions, deleting, documents, feedback, page, searching, uploading, watching
from api.routes.given import ERRORS, OPENAI_ERRORS

routes = APIRouter()
for part in (page, asking, searching, documents, uploading, deleting, feedback, watching):
    routes.include_router(part.routes, responses=ERRORS)
routes.include_router(completions.routes, responses=OPENAI_ERRORS)
