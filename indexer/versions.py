"""Fingerprints of the code that shaped what is stored, so that an upgrade does again only what it must."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from indexer.embedding.passage import PASSAGE_VERSION
from indexer.settings import settings

_HERE = Path(__file__).parent
_REPAIR = ("ocr", "confusions", "contexts", "function_words", "tokens", "words")  # no more of `language` shapes them
_TABLES = (  # those that find tables; the rest of `tables` keeps and looks up
    "cells columns corners cube data from_blocks grid headings heads hierarchy measured_rows model notes paragraphs "
    "periods regions roles shared_periods subtotals tables totals units values weeks years"
).split()
_FIGURES = (  # numbers, units and periods of tables
    "digits formats hedges masks measured moments number numbers period periods ranges references spelled units wording"
).split()
_READING = (
    "model.py",
    "readers",
    "structure",
    *(f"tables/{name}.py" for name in _TABLES),
    *(f"figures/{name}.py" for name in _FIGURES),
    *(f"language/{name}.py" for name in _REPAIR),
    *(f"language/data/{name}.gz" for name in ("contexts", "heads", "words")),
)
_PARSERS = ("pypdfium2", "trafilatura", "lxml", "lxml_html_clean", "markdown-it-py", "python-calamine")
_TOKENS = ("language/tokens.py",)


@cache
def reading_fingerprint() -> str:
    """Changes when the readers or the structure do: documents read by others are read again."""
    parsers = ",".join(_version_of(name) for name in _PARSERS)
    return f"{PASSAGE_VERSION}:{_hash_of(_READING)}:{parsers}"


@cache
def tokens_fingerprint() -> str:
    """Changes when the token stream does: the word index is then made anew."""
    return f"{version('snowballstemmer')}:{_hash_of(_TOKENS)}"


def refusal_fingerprint() -> str:
    """Changes when a file that was refused deserves another try: other readers or other limits."""
    limits = settings()
    return f"{reading_fingerprint()}:{limits.file_mb}:{limits.read_seconds}:{limits.read_memory_mb}"


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _hash_of(names: tuple[str, ...]) -> str:
    digest = blake2b(digest_size=8)
    for file in sorted(file for name in names for file in _files(_HERE / name)):
        digest.update(file.relative_to(_HERE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
