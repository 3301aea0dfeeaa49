"""What is to be done with each file of a scan: nothing, a note in the library, or reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from indexer.errors import Reason, Refusal
from indexer.library import KnownFile, Library, Location
from indexer.model import Document
from indexer.reports import FileReport
from indexer.scan import Scan, Source, content_hash, settled, stamp
from indexer.versions import reading_fingerprint, refusal_fingerprint

Write = Callable[[Library], object]


@dataclass
class Plan:
    """settled: reports that need no reading, with what must be written first.

    unread: by content hash, the locations at which a content that must be read stands.
    sources: the file to read for each content.
    """

    known: dict[str, KnownFile]
    settled: list[tuple[FileReport, Write | None]] = field(default_factory=list)
    unread: dict[str, list[Location]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def gone(self, found: Scan) -> Iterator[KnownFile]:
        """Known files that are in a folder searched whole and were not found there."""
        for key, known in self.known.items():
            if key in found.sources or not _within(key, found.folders):
                continue
            if not _within(key, [*found.passed, *(folder for folder, _ in found.closed)]):
                yield known


def make_plan(found: Scan, library: Library) -> Plan:
    """Compare the files with what the library knows. Reads the content only of files whose stamp is new."""
    plan = Plan(library.known_files())
    documents = {document.id: document for document in library.documents()}
    readings = {known.document_id: known.reading for known in plan.known.values() if known.document_id}
    for source in found.sources.values():
        _decide(plan, source, documents, readings)
    for folder, why in found.closed:
        reason = str(Refusal(Reason.UNSAFE, f"the folder cannot be listed ({why})", "Give the user permission."))
        plan.settled.append((FileReport(folder, "refused", reason), None))
    return plan


def document_id_of(content: str) -> str:
    """The document id of a content hash (model.Document)."""
    return content[:16]


def _decide(plan: Plan, source: Source, documents: dict[str, Document], readings: dict[str, str]) -> None:
    known = plan.known.get(source.key)
    try:
        mark = stamp(source.file)
        same = known is not None and known.location.stamp == mark
        content = known.location.content if known and same else content_hash(source.file)
    except (OSError, Refusal) as error:
        plan.settled.append((FileReport(source.path, "refused", _why(error)), None))
        return
    root, path = (known.location.root, known.location.path) if known else (source.root, source.path)
    location = Location(source.key, root, path, content, mark if settled(mark) else "")
    if known and known.location.content == content and known.reading == _expected(known):
        plan.settled.append((_as_before(known), None if same else lambda library: library.touch(location)))
    elif readings.get(document_id_of(content)) == reading_fingerprint():
        plan.settled.append(_elsewhere(location, documents[document_id_of(content)]))
    else:
        plan.unread.setdefault(content, []).append(location)
        plan.sources.setdefault(content, source)


def _expected(known: KnownFile) -> str:
    return refusal_fingerprint() if known.refusal else reading_fingerprint()


def _as_before(known: KnownFile) -> FileReport:
    if known.refusal:
        reason, detail, advice = known.refusal
        return FileReport(known.location.path, "refused", str(Refusal(Reason(reason), detail, advice)))
    return FileReport(known.location.path, "unchanged", document_id=known.document_id)


def _elsewhere(location: Location, document: Document) -> tuple[FileReport, Write]:
    """The content of a document that the library has, at a new place."""
    report = FileReport(location.path, "indexed", f"same content as {document.path}", document.id)
    return report, lambda library: library.put_location(location, document.id, reading_fingerprint())


def _why(error: OSError | Refusal) -> str:
    if isinstance(error, Refusal):
        return str(error)
    return str(Refusal(Reason.UNSAFE, f"the file cannot be opened ({error.strerror})", "Give the user permission."))


def _within(key: str, folders: list[str]) -> bool:
    return any(PurePath(key).is_relative_to(folder) for folder in folders)
