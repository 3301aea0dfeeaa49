"""What came of indexing, as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import BaseModel

if TYPE_CHECKING:
    from indexer.build import BuildReport, FileReport
    from indexer.reports import ReembedReport


class FileJson(BaseModel):
    """What came of one file; `reason` says why it was refused, or remarks on it."""

    path: str
    outcome: str
    reason: str | None
    document_id: str | None
    paragraphs: int
    seconds: float


class ReembedJson(BaseModel):
    """What embedding anew did: the model that makes the vectors now, and how many paragraphs this run embedded."""

    model: str
    paragraphs: int
    embedded: int
    seconds: float


class ReembeddedJson(BaseModel):
    """The answer to `index --re-embed` without a path."""

    reembedded: ReembedJson


class IndexJson(BaseModel):
    """What came of all files, how many of each outcome, and which search indexes had to be made anew.

    reembedded: null unless the library's text was embedded anew first.
    """

    indexed: int
    unchanged: int
    replaced: int
    refused: int
    removed: int
    change_number: int
    rebuilt: list[str]
    seconds: float
    files: list[FileJson]
    reembedded: ReembedJson | None = None


def reembed_json(done: ReembedReport) -> ReembeddedJson:
    """The report in the shape that goes out when there is no other."""
    return ReembeddedJson(reembedded=_reembedded(done))


def index_json(done: BuildReport, reembedded: ReembedReport | None = None) -> IndexJson:
    """The report in the shape that goes out."""
    counts = Counter(done.outcomes)
    return IndexJson(
        indexed=counts["indexed"],
        unchanged=counts["unchanged"],
        replaced=counts["replaced"],
        refused=counts["refused"],
        removed=counts["removed"],
        change_number=done.change_number,
        rebuilt=list(done.rebuilt),
        seconds=round(done.seconds, 3),
        files=[file_json(report) for report in done.files],
        reembedded=_reembedded(reembedded) if reembedded else None,
    )


def _reembedded(done: ReembedReport) -> ReembedJson:
    return ReembedJson(
        model=done.model, paragraphs=done.paragraphs, embedded=done.embedded, seconds=round(done.seconds, 3)
    )


def file_json(report: FileReport) -> FileJson:
    """One report line in the shape that goes out."""
    return FileJson(
        path=report.path,
        outcome=report.outcome,
        reason=report.reason or None,
        document_id=report.document_id,
        paragraphs=report.paragraphs,
        seconds=round(report.seconds, 3),
    )
