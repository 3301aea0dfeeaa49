"""Shared by the tests of the indexer."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from indexer.embedding import HashingEmbedder
from indexer.library import Library
from indexer.model import Document, Kind, Paragraph, Place, Role

Put = Callable[..., Document]


@pytest.fixture(scope="session")
def plain() -> ModuleType:
    """The module plain.py beside this file."""
    spec = importlib.util.spec_from_file_location("plain", Path(__file__).with_name("plain.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["plain"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def put(library: Library, plain: ModuleType) -> Put:
    """Put a document of the given texts at a path; gives the document."""

    def put_texts(path: str, texts: Sequence[str], **more: object) -> Document:
        content = sha256("\n".join(texts).encode()).hexdigest()
        document = Document(content[:16], path, Kind.SVAR, "Svar", "text")
        paragraphs = [
            Paragraph(f"{document.id[:12]}{number:04x}", document.id, text, Place(number), Role.ACCOUNT)
            for number, text in enumerate(texts, 1)
        ]
        plain.put(library, document, paragraphs, HashingEmbedder().embed_passages(texts), **more)
        return document

    return put_texts
