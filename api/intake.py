"""Documents that come in and go out through HTTP: files in a folder of the library, indexed like any others.

A file lies in `uploads/<hash>/<name>`, so that two files of one name are two documents and neither replaces the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from anyio import CapacityLimiter

from api.limits import NAME_BYTES, UPLOADS
from api.waiting import when_free
from indexer.errors import NotFound, QuestionError
from indexer.scan import content_hash

if TYPE_CHECKING:
    from indexer.embedding import Embedder
    from indexer.reports import FileReport

T = TypeVar("T")


class Intake:
    """Takes files into one library and documents out of it, one at a time.

    embedder: gives what makes their vectors, when the first file comes.

    turns: for those who call it in threads of a server, so that who waits takes no thread from others.
    """

    def __init__(self, library: Path, embedder: Callable[[], Embedder]) -> None:
        self._library = library
        self._embedder = embedder
        self.folder = library / UPLOADS
        self.turns = CapacityLimiter(1)
        self._turn = Lock()

    def take(self, came: Path, name: str) -> FileReport:
        """Index a file that lies in `folder`; it is moved to its place there, and deleted when it is refused.

        Raises LibraryBusy when another process indexes for too long, and the other LibraryErrors.
        """
        place = self.folder / content_hash(came)[:16] / name
        place.parent.mkdir(parents=True, exist_ok=True)
        came.replace(place)
        try:
            report = self._in_turn(lambda: self._build(place))
        except BaseException:
            self._forget(place, unless_known=True)
            raise
        if report.outcome == "refused":
            self._forget(place)
        return report

    def remove(self, document_id: str) -> FileReport:
        """Take a document out of the library; a file that came through here is deleted too. Raises NotFound."""
        from indexer.build import remove

        places = self._places(document_id)
        if not places:
            raise NotFound(f"There is no document {document_id!r}. GET /api/documents lists them.")
        report = self._in_turn(lambda: remove(self._library, document_id))
        for place in places:
            if place.is_relative_to(self.folder.absolute()):
                self._forget(place)
        return report

    def _build(self, place: Path) -> FileReport:
        from indexer.build import build

        return build([place], self._library, embedder=self._embedder()).files[0]

    def _places(self, document_id: str) -> list[Path]:
        from indexer.library import Library

        with Library.open(self._library) as library:
            known = library.known_files().values()
            return [Path(file.location.file) for file in known if file.document_id == document_id]

    def _in_turn(self, work: Callable[[], T]) -> T:
        """The work's result, once neither this process nor another writes to the library."""
        with self._turn:
            return when_free(work)

    def _forget(self, place: Path, *, unless_known: bool = False) -> None:
        from indexer.library import Library

        if unless_known:
            with Library.open(self._library) as library:
                if str(place.absolute()) in library.known_files():
                    return
        place.unlink(missing_ok=True)
        with suppress(OSError):  # another name of the same content may lie there
            place.parent.rmdir()


def file_name(given: str) -> str:
    """The last part of a file's name, fit to lie in a folder. Raises QuestionError when nothing of it is."""
    last = given.replace("\\", "/").rpartition("/")[2]
    text = unicodedata.normalize("NFC", last.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    name = "".join("_" if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter for letter in text)
    name = name.strip().lstrip(".~")
    if not name:
        raise QuestionError("The file has no name. Give one: ?name=minutes.pdf, or a form with a file in it.")
    if len(name.encode()) > NAME_BYTES:
        raise QuestionError(f"The file's name is longer than {NAME_BYTES} bytes. Give it a shorter one.")
    return name
