"""The file that a document was read from, as long as it is still the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from fastapi import HTTPException

from api.engines import Shelf
from indexer.errors import Refusal
from indexer.library import Location
from indexer.scan import content_hash, stamp

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "text": "text/plain; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "px": "text/x-pcaxis",
    "json-stat": "application/json",
}
OTHER = "application/octet-stream"
SHOWN_IN_PLACE = frozenset({"pdf", "text", "markdown"})  # the rest is saved: nothing of a document may run here


def original(shelf: Shelf, document_id: str) -> Location:
    """Where the document's file lies. Raises HTTPException 410 when it is gone or another one stands there."""
    found = next(_unchanged(shelf.locations([document_id]).get(document_id, [])), None)
    if found is None:
        raise HTTPException(410, "The original file is gone from its place, or was changed after it was indexed.")
    return found


def _unchanged(places: Sequence[Location]) -> Iterator[Location]:
    for place in places:
        path = Path(place.file)
        try:
            if stamp(path) == place.stamp or content_hash(path) == place.content:
                yield place
        except (OSError, Refusal):
            continue
