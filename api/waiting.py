"""Waiting for one's turn to write to the library: a server that serves it writes now and then, for moments."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from api.limits import BUSY_SECONDS
from indexer.errors import LibraryBusy

T = TypeVar("T")
_PAUSE = 0.1  # seconds between two tries


def when_free(work: Callable[[], T]) -> T:
    """The work's result, once no other process writes. Raises LibraryBusy when that takes too long.

    work: raises LibraryBusy before it has done anything.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return work()
        except LibraryBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
