"""What indexing tells: per file, per run, and what healing had to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["indexed", "unchanged", "replaced", "refused", "removed"]


@dataclass(frozen=True)
class FileReport:
    """What came of one file; given out only after it is on disk.

    path: as citations show it. reason: why it was refused, or a remark. document_id: None when there is none.
    seconds: work spent on it.
    """

    path: str
    outcome: Outcome
    reason: str = ""
    document_id: str | None = None
    paragraphs: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class BuildReport:
    """What came of one run. rebuilt: the search indexes that had to be made anew first. seconds: of the whole run."""

    files: tuple[FileReport, ...]
    change_number: int
    seconds: float
    rebuilt: tuple[str, ...] = ()

    @property
    def outcomes(self) -> dict[str, int]:
        """How many files there are of each outcome."""
        return dict(Counter(file.outcome for file in self.files))


@dataclass(frozen=True)
class HealReport:
    """What a check found. rebuilt: the search indexes that were wrong and are right now. seconds: of the check."""

    documents: int
    paragraphs: int
    rebuilt: tuple[str, ...]
    seconds: float


@dataclass(frozen=True)
class ReembedReport:
    """What embedding anew did.

    former, model: fingerprints of the models before and after. embedded: of all paragraphs those that this run
    embedded; the others had been done by a run that was stopped, or were of this model already.
    """

    former: str
    model: str
    paragraphs: int
    embedded: int
    seconds: float
