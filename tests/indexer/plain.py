"""The plainest reading there is, for tests of indexing: a paragraph ends at a blank line. Also a child to be killed.

`python plain.py FOLDER LIBRARY [STEP COUNT]` indexes a folder, tells each report as a line of JSON, and kills itself
when the step is reached for the count-th time.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from indexer.build import FileReport, build
from indexer.embedding import HashingEmbedder, Vectors
from indexer.errors import Reason, Refusal
from indexer.library import Library, Location
from indexer.model import Block, Document, Kind, Paragraph, Place, RawDocument, Role


def read_all(paths: Iterable[Path]) -> Iterator[tuple[Path, RawDocument | Refusal]]:
    """Text files; one that begins with "%" is refused as damaged."""
    for path in paths:
        text = path.read_text(encoding="utf-8")
        blocks = tuple(Block(part) for part in text.split("\n\n") if part.strip())
        refusal = Refusal(Reason.DAMAGED, "it begins with %", "Take the sign away.")
        yield path, refusal if text.startswith("%") else RawDocument("text", blocks)


def structure(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """Every block is a paragraph; one that ends in "?" is a question."""
    document = Document(content_hash[:16], name, Kind.OKAND, name, raw.format)
    return document, tuple(_paragraph(document.id, number, block.text) for number, block in enumerate(raw.blocks, 1))


def _paragraph(document_id: str, number: int, text: str) -> Paragraph:
    identity = sha256(f"{document_id}:{number}:{text}".encode()).hexdigest()[:16]
    role = Role.QUESTION if text.endswith("?") else Role.ACCOUNT
    return Paragraph(identity, document_id, text, Place(number), role)


def index(
    folder: Path,
    library: Path,
    report: Callable[[FileReport], None] = lambda _: None,
    checkpoint: Callable[[str], None] = lambda _: None,
) -> dict[str, int]:
    """Index a folder with the hashing embedder; how many files there were of each outcome."""
    done = build(
        [folder],
        library,
        embedder=HashingEmbedder(),
        report=report,
        read_all=read_all,
        structure=structure,
        checkpoint=checkpoint,
    )
    return done.outcomes


def put(
    library: Library,
    document: Document,
    paragraphs: Sequence[Paragraph],
    vectors: Vectors,
    *,
    location: Location | None = None,
    passages: Sequence[str] = (),
) -> str | None:
    """Put a document whose file is of no interest."""
    place = location or Location(document.path, "", document.path, document.id, "")
    hashes = passages or [""] * len(paragraphs)
    return library.put(document, paragraphs, vectors, location=place, passages=hashes, reading="")


def _tell(report: FileReport) -> None:
    sys.stdout.write(json.dumps(asdict(report)) + "\n")
    sys.stdout.flush()


def main(folder: str, library: str, step: str = "", count: str = "1") -> None:
    """See above."""
    seen: Counter[str] = Counter()

    def checkpoint(name: str) -> None:
        seen[name] += 1
        if name == step and seen[name] == int(count):
            os.kill(os.getpid(), signal.SIGKILL)

    index(Path(folder), Path(library), _tell, checkpoint)


if __name__ == "__main__":
    main(*sys.argv[1:])
