"""The HTTP interface: an app over one engine."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.answering import Answering
from api.engines import Engine, open_engine
from api.guards import BodyLimit, KeyAsked, LocalOnly, SafeHeaders
from api.http_errors import tell_errors
from api.intake import Intake
from api.limits import body_bytes
from api.metrics import Metrics
from api.routes import routes
from api.watching import Watch
from indexer.errors import NamndsvarError
from indexer.settings import settings

PAGE = Path(__file__).parent / "page"


def create_app(source: Engine | Path, *, everywhere: bool = False) -> FastAPI:
    """The app over an engine, or over the library at a path, which is opened here and once, and closed at the end.

    everywhere: requests from other machines are answered too; only where the settings have a key, which is then
    asked of every request.
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
    app.state.metrics = metrics = Metrics()
    app.state.answering = Answering(engine, metrics)
    app.state.intake = Intake(engine.library.path)
    app.state.began = int(time.time())
    app.include_router(routes)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    tell_errors(app)
    _guard(app, metrics, everywhere=everywhere)
    return app


def _guard(app: FastAPI, metrics: Metrics, *, everywhere: bool) -> None:
    """Put the guards before the routes; the last added is the outermost: even a refused request gets the headers."""
    key = settings().api_key
    app.add_middleware(BodyLimit, most_bytes=body_bytes)
    if key and key.get_secret_value():
        app.add_middleware(KeyAsked, key=key.get_secret_value())
    elif everywhere:
        raise NamndsvarError("Without NAMNDSVAR_API_KEY only this machine can be answered.")
    if not everywhere:
        app.add_middleware(LocalOnly)
    app.add_middleware(Watch, metrics=metrics)
    app.add_middleware(SafeHeaders)


def _closing(engine: Engine) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The app's life, at whose end the engine is closed."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        with engine:
            yield

    return life
