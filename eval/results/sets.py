"""The sets that are measured. The examples are always there; the others lie in a folder beside the repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True)
class GoldenSet:
    """Questions with known answers on a folder of documents. Paths are relative to the repository."""

    name: str
    title: str
    golden: Path
    documents: Path


@dataclass(frozen=True)
class PublicSet:
    """A public set of questions. form: see eval.retrieval.convert; part: which of its benchmarks, if it has several."""

    name: str
    title: str
    form: str
    source: Path
    part: str = ""


SHARED: Final = Path("../shared")
_DEV: Final = SHARED / "data" / "dev"

GOLDEN: Final = (
    GoldenSet(
        "examples",
        "Example documents (only the ranking of search has learnt from them)",
        Path("examples/questions.jsonl"),
        Path("examples/documents"),
    ),
    GoldenSet("seeds", "Five seeds", _DEV / "seed_questions.jsonl", SHARED / "seeds"),
    GoldenSet("alingsas", "Alingsås PDFs", _DEV / "alingsas_questions.jsonl", _DEV / "alingsas"),
    GoldenSet("statistics", "Statistics files", _DEV / "statistics_questions.jsonl", _DEV / "statistics"),
)
PUBLIC: Final = (
    PublicSet("swefaq", "SweFAQ (SuperLim 2): all candidates as one corpus", "swefaq", _DEV / "swefaq.jsonl"),
    PublicSet("building-sv", "Building FAQ, Swedish → Swedish", "building-faq", _DEV / "building_faq.jsonl", "sv"),
    PublicSet("building-en", "Building FAQ, English → Swedish", "building-faq", _DEV / "building_faq.jsonl", "en"),
    PublicSet("reports", "Swedish public reports", "swedish-reports", _DEV / "swedish_reports_questions.jsonl"),
)
