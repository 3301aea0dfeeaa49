"""What a way of finding places must do, and the chunks that the baselines share."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from eval.baselines.pages import pages

CHARACTERS, OVERLAP = 1000, 200
"""Of a chunk: the numbers of LangChain's tutorials."""
FORMATS: Final = frozenset({".docx", ".htm", ".html", ".md", ".odt", ".pdf", ".txt"})


@dataclass(frozen=True)
class Found:
    """A piece of text that was found. document: path relative to the indexed folder."""

    document: str
    text: str


class Engine(Protocol):
    """A way of finding places. Made without work; what it needs is loaded by `index`."""

    def index(self, folder: Path) -> None:
        """Take in every document of the folder."""

    def answers(self, questions: Sequence[str], k: int) -> Iterator[list[Found]]:
        """For each question the k best pieces, best first, one question after another."""


def chunks(folder: Path) -> list[Found]:
    """The text of every document in chunks, page by page, as a loader and splitter of LangChain give them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP)
    return [
        Found(path.relative_to(folder).as_posix(), chunk)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix.lower() in FORMATS
        for page in pages(path)
        for chunk in splitter.split_text(page)
    ]


def threads() -> int:
    """One thread per core, unless the environment says less."""
    return int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1
