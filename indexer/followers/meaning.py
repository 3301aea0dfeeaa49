"""The meaning index: nearest vectors by cosine, kept by Chroma in this process.

What is known of Chroma 1.5.9 and guarded against here: a process that reads while another writes sees a frozen index;
a cut index answers without an error; flipped bytes can end the whole process. So a marker says whether the last
writer finished, seals say whether the index files are as it left them, and doubt is settled in a child process.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from indexer.followers.failure import FollowerFailed, translated
from indexer.followers.generation import Generations, State
from indexer.followers.probe import survives
from indexer.followers.sealed import openings_trimmed, seals
from indexer.library import Library
from indexer.library.rows import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_NAME = "meaning index"
_SHAPE = "meaning:1"
COLLECTION = "paragraphs"
HNSW = {
    "space": "cosine",
    "ef_construction": 200,
    "ef_search": 200,  # Chroma's defaults here and for neighbours lose hits
    "max_neighbors": 32,
    "batch_size": 1,  # with this each call is on disk when it returns; else readers write the rest, and may be killed
    "sync_threshold": 1,
}
"""Fixed when the collection is made."""
_BATCH = 5000  # Chroma takes at most 5,461 in one call
_CHANGES = 500
_DEAD = 10_000  # deleted vectors stay in Chroma's graph; when there are more of them than live ones, begin anew


@dataclass(frozen=True)
class _Open:
    state: State
    client: Client
    collection: Collection


class Meaning:
    """The meaning index of one library. Searches are safe from several threads."""

    def __init__(self, folder: Path) -> None:
        self._generations = Generations(folder)
        self._open: _Open | None = None
        self._guard = threading.Condition(threading.RLock())
        self._searches = 0  # under way: nobody closes the index under them

    @property
    def change_number(self) -> int:
        """See Follower: as it was when this process opened the index. 0 when there is none."""
        found = self._opened()
        return found.state.change if found else 0

    @property
    def interrupted(self) -> bool:
        """See Follower."""
        state = self._generations.state()
        return state is not None and not state.clean

    def reached(self) -> int:
        """The change number that the files have reached, without opening them; 0 when there are none."""
        state = self._generations.state()
        return state.change if state else 0

    def fits(self, library: Library) -> bool:
        """Whether the vectors, as this process has them open, are of the model that the library has now."""
        found = self._opened()
        return found is None or found.state.shape == _shape(library)

    @translated(_NAME)
    def healthy(self, library: Library) -> bool:
        """See Follower. Reads the files once; starts a child process when the last writer did not finish."""
        state = self._generations.state()
        if state is None or (state.library, state.shape) != (library.meta("library"), _shape(library)):
            return False
        if state.change > library.change_number:
            return False
        folder = self._generations.path(state)
        if not state.clean:
            return survives(folder, library.path, state.change)
        return openings_trimmed(folder) and seals(folder) == state.seals

    def agrees(self, library: Library) -> bool:
        """See Follower. Tried in a child process."""
        state = self._generations.state()
        return state is not None and survives(self._generations.path(state), library.path, state.change, whole=True)

    @translated(_NAME)
    def count(self) -> int:
        """The number of vectors in the index."""
        with self._in_use() as found:
            return found.collection.count() if found else 0

    @translated(_NAME)
    def search(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The nearest k, as (paragraph id, cosine similarity), best first. vector: (d,), unit length."""
        with self._in_use() as found:
            if found is None:
                raise FollowerFailed("There is no meaning index. `namndsvar verify` makes it anew.")
            return nearest(found.collection, vector[np.newaxis], k)[0] if k > 0 else []

    @translated(_NAME)
    def catch_up(self, library: Library) -> None:
        """See Follower. Costs nothing when there is nothing to take in: Chroma is not even imported."""
        with self._guard:
            state = self._generations.state()
            if state is None or state.shape != _shape(library):
                self.rebuild(library)
                return
            if state.clean and state.change == library.change_number:
                return
            if self._open is not None and state != self._open.state:
                self.close()  # another process has written since
            if self._opened() is None or state.dead > max(_DEAD, library.counts()["vectors"]):
                self.rebuild(library)
            else:
                self._finish(self._follow(self._generations.write(replace(state, clean=False)), library))

    @translated(_NAME)
    def rebuild(self, library: Library) -> None:
        """See Follower."""
        with self._guard:
            self.close()
            state = self._generations.begin(library.meta("library"), _shape(library))
            self._open = _made(state, self._generations.path(state))
            self._finish(self._follow(state, library))

    def refresh(self) -> None:
        """See Follower. What another process wrote is seen only after the index is opened anew: see `reopen`."""

    def distrust(self) -> None:
        """Have the index checked by a child process before anyone opens it again. Call it as a writer."""
        if state := self._generations.state():
            self._generations.write(replace(state, clean=False))

    def reopen(self) -> None:
        """Let go of the index, so that the next search opens it as it stands now.

        Chroma shares what it has open of a folder within a process: the old must be closed before it is opened anew.
        """
        self.close()

    def close(self) -> None:
        """See Follower. Waits for searches that are under way."""
        with self._guard:
            self._guard.wait_for(lambda: not self._searches)
            if self._open is not None:
                self._open.client.close()
                self._open = None

    @contextmanager
    def _in_use(self) -> Iterator[_Open | None]:
        """The index, which is not closed until the block ends. Many threads may use it at once."""
        with self._guard:
            found = self._opened()
            self._searches += 1
        try:
            yield found
        finally:
            with self._guard:
                self._searches -= 1
                self._guard.notify_all()

    def _opened(self) -> _Open | None:
        with self._guard:
            if self._open is None and (state := self._generations.state()):
                self._open = _existing(state, self._generations.path(state))
            return self._open

    def _follow(self, state: State, library: Library) -> State:
        found = self._opened()
        assert found is not None
        upto = library.change_number
        while state.change < upto:
            changes = [change for change in library.changes_since(state.change, _CHANGES) if change.number <= upto]
            reached = changes[-1].number if changes else upto
            gone = {paragraph_id for change in changes for paragraph_id in change.gone}
            tail = library.vectors_between(state.change, reached)
            dead = _delete(found.collection, sorted(gone.union(tail.ids)))
            _add(found.collection, tail.ids, tail.vectors)
            state = replace(state, change=reached, dead=state.dead + dead)
        return state

    def _finish(self, state: State) -> None:
        """Mark the index as clean at the change number that it has reached."""
        found = self._opened()
        assert found is not None
        found_seals = seals(self._generations.path(state))
        written = self._generations.switch(replace(state, seals=found_seals))
        self._open = replace(found, state=written)


def _shape(library: Library) -> str:
    return f"{_SHAPE}:{library.meta('embedding')}:{sorted(HNSW.items())}"


def client(folder: Path) -> Client:
    """Chroma in this process on a folder, without telemetry."""
    import chromadb  # takes most of a second
    from chromadb.config import Settings

    return cast("Client", chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False)))


def nearest(collection: Collection, vectors: Vectors, k: int) -> list[list[tuple[str, float]]]:
    """For each of vectors (n, d) the nearest k, as (paragraph id, cosine similarity), best first."""
    given: Any = list(vectors)
    answer = collection.query(query_embeddings=given, n_results=k, include=["distances"])
    distances = answer["distances"] or [[] for _ in given]
    return [
        [(paragraph_id, 1.0 - float(distance)) for paragraph_id, distance in zip(ids, row, strict=True)]
        for ids, row in zip(answer["ids"], distances, strict=True)
    ]


def _made(state: State, folder: Path) -> _Open:
    opened = client(folder)
    configuration: Any = {"hnsw": HNSW}
    collection = opened.create_collection(COLLECTION, configuration=configuration, embedding_function=None)
    return _Open(state, opened, collection)


def _existing(state: State, folder: Path) -> _Open | None:
    """None when Chroma says that it cannot open it. Call `healthy` first: it may also crash."""
    from chromadb.errors import ChromaError

    opened = client(folder)
    try:
        return _Open(state, opened, opened.get_collection(COLLECTION, embedding_function=None))
    except (ChromaError, ValueError):
        opened.close()
        return None


def _delete(collection: Collection, ids: Sequence[str]) -> int:
    """Take out those of `ids` that are there; how many were."""
    count = 0
    for part in _parts(len(ids)):
        if known := collection.get(ids=list(ids[part]), include=[])["ids"]:
            collection.delete(ids=known)
            count += len(known)
    return count


def _add(collection: Collection, ids: Sequence[str], vectors: Vectors) -> None:
    """Put in ids that are not there: over one that is, Chroma takes twenty times as long as to delete and add."""
    for part in _parts(len(ids)):
        collection.upsert(ids=list(ids[part]), embeddings=vectors[part])


def _parts(count: int) -> Iterator[slice]:
    return (slice(start, start + _BATCH) for start in range(0, count, _BATCH))
