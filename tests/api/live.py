"""A server on a port of its own over a small library of invented letters, for tests with real clients."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from api.http import create_app
from indexer.build import build

MINUTES = """PROTOKOLL
Fritidsnämnden 2021-03-10

§ 12 Lekplatser i parkerna
Fritidsnämnden beslutar att bygga två nya lekplatser i Ekparken.

§ 13 Bad
Fritidsnämnden beslutar att avslå förslaget om ett utebad.
"""
LETTER = """Svar på skrivelse om lekplatser

Antalet lekplatser var 57 stycken i oktober 2020.
"""
QUESTION = "Vad beslutade fritidsnämnden om lekplatser?"


def library(folder: Path) -> Path:
    """Index the two letters; gives the library's folder."""
    documents = folder / "documents"
    documents.mkdir()
    (documents / "protokoll.txt").write_text(MINUTES, encoding="utf-8")
    (documents / "svar.txt").write_text(LETTER, encoding="utf-8")
    for file in documents.iterdir():
        os.utime(file, (time.time() - 60,) * 2)
    build([documents], folder / "library")
    return folder / "library"


@contextmanager
def serving(library: Path) -> Iterator[str]:
    """The address of a server that runs while the block does."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(library), log_config=None, access_log=False, timeout_graceful_shutdown=2)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)
