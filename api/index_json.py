"""What came of indexing, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from indexer.build import FileReport


class FileJson(BaseModel):
    """What came of one file; `reason` only when it was refused."""

    path: str
    outcome: str
    reason: str | None
    document_id: str | None
    paragraphs: int
    seconds: float


class IndexJson(BaseModel):
    """What came of all files, and how many of each outcome."""

    indexed: int
    unchanged: int
    replaced: int
    refused: int
    removed: int
    files: list[FileJson]


def index_json(reports: Sequence[FileReport]) -> IndexJson:
    """The reports in the shape that goes out."""
    counts = Counter(str(report.outcome) for report in reports)
    return IndexJson(
        indexed=counts["indexed"],
        unchanged=counts["unchanged"],
        replaced=counts["replaced"],
        refused=counts["refused"],
        removed=counts["removed"],
        files=[_file(report) for report in reports],
    )


def _file(report: FileReport) -> FileJson:
    return FileJson(
        path=str(report.path),
        outcome=str(report.outcome),
        reason=report.reason or None,
        document_id=report.document_id or None,
        paragraphs=report.paragraphs or 0,
        seconds=round(report.seconds or 0.0, 3),
    )
