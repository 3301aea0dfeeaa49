"""Libraries of corpora, kept in a work folder: indexed again only when the corpus or the product's index changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from eval import indexing
from eval.retrieval.beir import Passage
from eval.retrieval.shelf import Shelf, fingerprint, shelve

SHAPED_BY = ("embedding", "format", "product")
"""What `status --json` tells of how a library was made: one made otherwise cannot be searched."""


@dataclass(frozen=True)
class Kept:
    """A corpus in a library. refused: how many of its files the product would not read."""

    library: Path
    shelf: Shelf
    refused: int
    index_seconds: float | None  # None when it was there already


def library_of(passages: Sequence[Passage], work: Path, product: str) -> Kept:
    """The library of a corpus, under `work`. A run that was cut off goes on where it stood."""
    place = work / f"{fingerprint(passages)}-{_mark(product)}"
    shelf = shelve(passages, place / "documents")
    library = place / "library"
    report = indexing.index(place / "documents", library, product)
    new = report.get("indexed", 0) + report.get("replaced", 0)
    return Kept(library, shelf, report.get("refused", 0), report.get("seconds") if new else None)


def _mark(product: str) -> str:
    """How the product indexes now, told by a library of one document."""
    with TemporaryDirectory(prefix="eval-mark-") as folder:
        probe = Path(folder)
        shelve([Passage("probe", "", "Nämnden beslutar att godkänna förslaget.")], probe / "documents")
        indexing.index(probe / "documents", probe / "library", product)
        told = indexing.status(probe / "library", product)
    return sha256(json.dumps([told.get(field) for field in SHAPED_BY]).encode()).hexdigest()[:8]
