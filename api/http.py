"""The HTTP interface: an app over one engine."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, contextmanager, nullcontext
from pathlib import Path
from threading import Event, Thread

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.answering import Answering
from api.description import describe
from api.drawing.pages import Pages
from api.engines import Engine, open_engine
from api.guards import BodyLimit, KeyAsked, LocalOnly, SafeHeaders
from api.http_errors import tell_errors
from api.intake import Intake
from api.limits import body_limits
from api.logs import log
from api.metrics import Metrics
from api.routes import routes
from api.tables import Tables
from api.watching import Watch
from indexer.errors import NamndsvarError
from indexer.settings import settings

PAGE = Path(__file__).parent / "page"
WARMING = ("Vad beslutade nämnden?", "What did the board decide?")  # what they are answered does not matter


def create_app(source: Engine | Path, *, everywhere: bool = False) -> FastAPI:
    """The app over an engine, or over the library at a path, which is opened here and once, and closed at the end.

    everywhere: requests from other machines are answered too; only where the settings have a key, which is then
    asked of every request that can learn anything of the library.
    Raises LibraryMissing and the other LibraryErrors for a path that holds no library.
    """
    engine = open_engine(source) if isinstance(source, Path) else source
    app = FastAPI(
        title="Nämndsvar",
        summary="Ask the municipality's own documents and get an answer that can be checked.",
        docs_url=None,  # the documentation pages of FastAPI load their scripts from another host
        redoc_url=None,
        lifespan=_life(engine, ours=engine is not source),
    )
    app.state.engine = engine
    app.state.metrics = metrics = Metrics()
    app.state.answering = Answering(engine, metrics)
    app.state.intake = Intake(engine.library.path, lambda: engine.embedder)
    app.state.pages = Pages()
    app.state.tables = Tables(engine.library.tables_folder)
    app.state.began = int(time.time())
    app.include_router(routes)
    app.mount("/page", StaticFiles(directory=PAGE), name="page")
    describe(app)
    tell_errors(app)
    _guard(app, metrics, everywhere=everywhere)
    return app


def _guard(app: FastAPI, metrics: Metrics, *, everywhere: bool) -> None:
    """Put the guards before the routes; the last added is the outermost: even a refused request gets the headers."""
    key = settings().api_key
    app.add_middleware(BodyLimit, limits=body_limits)
    if key and key.get_secret_value():
        app.add_middleware(KeyAsked, key=key.get_secret_value())
    elif everywhere:
        raise NamndsvarError("Without NAMNDSVAR_API_KEY only this machine can be answered.")
    if not everywhere:
        app.add_middleware(LocalOnly)
    app.add_middleware(Watch, metrics=metrics)
    app.add_middleware(SafeHeaders)


def _life(engine: Engine, *, ours: bool) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The app's life: the engine, where it is ours, warms up while the first requests come and is closed at the end."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        with closing(app.state.pages), closing(app.state.tables), _warmed(engine) if ours else nullcontext():
            yield

    return life


@contextmanager
def _warmed(engine: Engine) -> Iterator[None]:
    ended = Event()
    with engine:
        warming = Thread(target=_warm, args=(engine, ended), daemon=True)
        warming.start()
        yield
        ended.set()
        warming.join()  # a model that is being loaded would bring the interpreter down with it


def _warm(engine: Engine, ended: Event) -> None:
    """Load model, weights and word lists, so that the first question does not wait for them."""
    try:
        for question in WARMING:
            if not ended.is_set():
                engine.ask(question)
    except Exception as error:  # noqa: BLE001 - a question will fail the same way and tell it to the asker
        if not ended.is_set():
            log("not warm", level=logging.WARNING, error=error)
