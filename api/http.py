"""The HTTP interface: an app over one engine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
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
    """The app over an engine, or over the library at a path, which is opened here and once, and closed at the end.

    Raises LibraryMissing and the other LibraryErrors for a path that holds no library.
    """
    engine = open_engine(source) if isinstance(source, Path) else source
    app = FastAPI(
        title="Nämndsvar",
        summary="Ask the municipality's own documents and get an answer that can be checked.",
        docs_url=None,  # the documentation pages of FastAPI load their scripts from another host
        redoc_url=None,
        lifespan=_closing(engine) if engine is not source else None,
    )
    app.state.engine = engine
    app.include_router(routes)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    tell_errors(app)
    # the last added is the outermost: even a refused request gets the headers
    app.add_middleware(BodyLimit, most_bytes=BODY_BYTES)
    app.add_middleware(LocalOnly)
    app.add_middleware(SafeHeaders)
    return app


def _closing(engine: Engine) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The app's life, at whose end the engine is closed."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        with engine:
            yield

    return life
