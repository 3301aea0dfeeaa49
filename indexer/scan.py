"""Which files there are to index, and how each is told apart from others and from its earlier self."""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from indexer.errors import NotFound, Reason, Refusal
from indexer.library.opening import DATABASE

_CHUNK = 1 << 20
_SETTLED_NS = 2_000_000_000  # a file changed within this time may change again without a new time stamp


@dataclass(frozen=True)
class Source:
    """A file to index. key: its absolute path as text that can be stored. path: relative to root, with `/`."""

    file: Path
    key: str
    root: str
    path: str


@dataclass
class Scan:
    """What was found.

    folders: those searched whole. passed: those below them that were not looked into, being libraries. closed: (folder,
    reason) for those that could not be listed.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    closed: list[tuple[str, str]] = field(default_factory=list)


def scan(paths: Sequence[Path], library: Path) -> Scan:
    """List the files under `paths`, sorted, without hidden ones and without libraries. Raises NotFound."""
    found = Scan()
    for path in paths:
        top = path.resolve()
        if top.is_dir():
            found.folders.append(storable(str(top)))
            for file in _walk(top, library.resolve(), found):
                _add(found, file, top)
        elif os.path.lexists(path):
            _add(found, Path(os.path.abspath(path)), Path(os.path.abspath(path)).parent)  # noqa: PTH100 - links stay
        else:
            raise NotFound(f"There is no file or folder {path}. Check the path.")
    return found


def stamp(file: Path) -> str:
    """Size and times of a plain file; any change to it changes the stamp. Raises Refusal, OSError."""
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise Refusal(Reason.UNSAFE, "it is not a plain file", "Index plain files only.")
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def settled(mark: str) -> bool:
    """Whether a stamp is old enough to prove that a file with the same stamp has the same content."""
    return time.time_ns() - max(int(value) for value in mark.split(":")[1:]) > _SETTLED_NS


def content_hash(file: Path) -> str:
    """SHA-256 of the file's bytes, hex. Raises OSError."""
    digest = sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def storable(text: str) -> str:
    """A path as valid Unicode; bytes that are none become escapes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _add(found: Scan, file: Path, root: Path) -> None:
    key = storable(str(file))
    path = unicodedata.normalize("NFC", storable(file.relative_to(root).as_posix()))
    found.sources.setdefault(key, Source(file, key, storable(str(root)), path))


def _walk(top: Path, library: Path, found: Scan) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        found.closed.append((storable(str(error.filename)), error.strerror or str(error)))

    for folder, folders, files in os.walk(top, onerror=closed):
        at = Path(folder)
        if at == library or DATABASE in files:
            found.passed.append(storable(str(at)))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not _hidden(name))
        yield from (at / name for name in sorted(files) if not _hidden(name))


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))  # the latter: lock files of office programs
