"""The HTTP interface: an app over one engine."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.engines import Engine, open_engine
from api.guards import BodyLimit, LocalOnly, SafeHeaders
from api.http_errors import tell_errors
from api.limits import BODY_BYTES
from api.routes import routes

PAGE = Path(__file__).parent / "page"


def create_app(source: Engine | Path) -> FastAPI:
    """The app over an engine, or over the library at a path, which is opened here and once.

    Raises LibraryMissing and the other LibraryErrors for a path that holds no library.
    """
    app = FastAPI(
        title="Nämndsvar",
        summary="Ask the municipality's own documents and get an answer that can be checked.",
        docs_url=None,  # the documentation pages of FastAPI load their scripts from another host
        redoc_url=None,
    )
    app.state.engine = open_engine(source) if isinstance(source, Path) else source
    app.include_router(routes)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    tell_errors(app)
    # the last added is the outermost: even a refused request gets the headers
    app.add_middleware(BodyLimit, most_bytes=BODY_BYTES)
    app.add_middleware(LocalOnly)
    app.add_middleware(SafeHeaders)
    return app
