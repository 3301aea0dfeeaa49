"""Reading many files with a few children: each child is kept from file to file and replaced when it is lost or old."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.errors import NamndsvarError, NotFound, Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.door import admit
from indexer.readers.sandbox import Child, Limits

Result = RawDocument | Refusal

FILES_PER_CHILD = 200  # parsers leak; a fresh interpreter costs a fraction of a second
_AHEAD = 4  # files in hand per worker, so that one slow file does not idle the others
_LOST = {Reason.TOO_LARGE, Reason.DAMAGED}


class Reading:
    """Reads files in at most `workers` child processes at a time; a context manager, safe to share among threads.

    task: the function each child runs, as "module:function"; tests plant their own.
    """

    def __init__(self, workers: int = 1, task: str = "indexer.readers.dispatch:read_here") -> None:
        from indexer.settings import settings  # here: the child imports this package and can do without pydantic

        self._task = task
        self._limits = Limits(settings().read_seconds, settings().read_memory_mb)
        self._file_mb = settings().file_mb
        self._workers = workers
        self._free = threading.BoundedSemaphore(workers)
        self._idle: deque[Child] = deque()
        self._lock = threading.Lock()
        self._living: set[Child] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def read(self, path: Path) -> RawDocument:
        """One file. Raises Refusal for everything that cannot be read, NotFound when there is no such file."""
        result = self._attempt(path)
        if isinstance(result, Refusal):
            raise result
        return result

    def read_all(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Result]]:
        """Each path with what it holds or why it was refused, in order, as soon as it and those before it are read.

        A file that vanished since it was listed is refused as having no text. Giving up half-way closes the reading:
        the files in hand are not waited for.
        """
        waiting: deque[tuple[Path, Future[Result]]] = deque()
        with ThreadPoolExecutor(self._workers, thread_name_prefix="reading") as pool:
            try:
                for path in paths:
                    waiting.append((path, pool.submit(self._result, path)))
                    while waiting and (waiting[0][1].done() or len(waiting) > _AHEAD * self._workers):
                        yield waiting[0][0], waiting.popleft()[1].result()
                while waiting:
                    yield waiting[0][0], waiting.popleft()[1].result()
            except BaseException:
                self.close()
                pool.shutdown(cancel_futures=True)
                raise

    def close(self) -> None:
        """End all children. Files being read are lost."""
        with self._lock:
            self._closed = True
            idle, busy = list(self._idle), list(self._living.difference(self._idle))
            self._idle.clear()
        for child in idle:
            self._forget(child)
        for child in busy:
            child.kill()

    def _result(self, path: Path) -> Result:
        try:
            return self._attempt(path)
        except NotFound:
            return Refusal(Reason.NO_TEXT, "the file is no longer there", "Index the folder again.")
        except Refusal as refusal:
            return refusal

    def _attempt(self, path: Path) -> Result:
        admit(path, self._file_mb)
        with self._free:
            child = self._take()
            used = child.files > 0
            result = child.ask(path.absolute())
            if not child.alive and used and isinstance(result, Refusal) and result.reason in _LOST:
                # What an earlier file left in the heap may have killed it: the file deserves a clean one.
                self._forget(child)
                child = self._take()
                result = child.ask(path.absolute())
            self._put_back(child)
            return result

    def _take(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        child = Child(self._task, self._limits)
        with self._lock:
            self._living.add(child)
            closed = self._closed
        if closed:
            self._forget(child)
            raise NamndsvarError("This reading is closed. Start a new one.")
        return child

    def _put_back(self, child: Child) -> None:
        with self._lock:
            keep = child.alive and child.files < FILES_PER_CHILD and not self._closed
            if keep:
                self._idle.append(child)
        if not keep:
            self._forget(child)

    def _forget(self, child: Child) -> None:
        with self._lock:
            self._living.discard(child)
        child.close()
