"""What a way of finding places must do, and the chunks that the baselines share."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from eval.errors import NothingFound
from eval.extract import pdf_pages, plain_text

CHARACTERS, OVERLAP = 1000, 200
"""Of a chunk: the numbers of LangChain's tutorials."""
LINE_END_HYPHEN = "\ufffe"  # as PDFium gives it
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
    found = [
        Found(path.relative_to(folder).as_posix(), chunk)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix.lower() in FORMATS
        for page in _pages(path)
        for chunk in splitter.split_text(page)
    ]
    if not found:
        raise NothingFound(f"There is no text in the documents of {folder}.")
    return found


def _pages(path: Path) -> list[str]:
    """The pages of a PDF, words joined at line ends; any other text as one page."""
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        return [page.replace(LINE_END_HYPHEN, "") for page in pdf_pages(content)]
    whole = plain_text(path)
    return [whole] if whole else []


def threads() -> int:
    """One thread per core, unless the environment says less."""
    return int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1
