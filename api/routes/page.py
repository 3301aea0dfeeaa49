"""The chat page."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

INDEX = Path(__file__).parents[1] / "page" / "index.html"

routes = APIRouter()


@routes.get("/", include_in_schema=False)
def page() -> FileResponse:
    """The chat page."""
    return FileResponse(INDEX, media_type="text/html")
