"""A small library of invented documents to ask, and readings made by hand that need no library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.model import Document, Form, Kind, Paragraph, Place, Role
from indexer.search import Search
from qa.engine import Engine
from qa.find.retrieve import Candidate
from qa.model import Citation
from qa.query import Query
from qa.read import features
from qa.read.readings import Reading, read
from qa.weights import Cascade, Linear

DOCUMENTS = Path(__file__).with_name("documents")

Open = Callable[..., Search]
MakeCandidate = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Cite = Callable[..., Citation]


def _indexed(folder: Path, library: Path) -> Search:
    build([folder], library, embedder=HashingEmbedder())
    return Search.open(library, embedder=HashingEmbedder())


@pytest.fixture(scope="session")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """The library of all documents in tests/qa/documents; no test writes to it."""
    with _indexed(DOCUMENTS, tmp_path_factory.mktemp("asked") / "library") as opened:
        yield opened


@pytest.fixture(scope="session")
def engine(search: Search) -> Engine:
    return Engine(search)


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Open]:
    """A library of its own: give file names of tests/qa/documents, or texts by file name."""
    opened: list[Search] = []

    def index(*names: str, **texts: str) -> Search:
        folder = tmp_path / "files"
        folder.mkdir()
        for name in names:
            (folder / name).write_bytes((DOCUMENTS / name).read_bytes())
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        opened.append(_indexed(folder, tmp_path / "library"))
        return opened[-1]

    yield index
    for each in opened:
        each.close()


@pytest.fixture
def candidate() -> MakeCandidate:
    """A candidate of one paragraph. document: tells documents apart. more: fields of Document, Place or Paragraph."""

    def make(text: str, role: Role = Role.ACCOUNT, document: str = "a", number: int = 1, **more: Any) -> Candidate:
        place = {name: more.pop(name) for name in ("section", "headings") if name in more}
        about = {name: more.pop(name) for name in ("kind", "date", "committee", "damaged", "dnr") if name in more}
        held = Document(document * 16, f"{document}.txt", **{"kind": Kind.RAPPORT, **about}, title="", format="text")
        paragraph = Paragraph(f"{document}{number:015d}", held.id, text, Place(number, **place), role, **more)
        return Candidate(held, paragraph, score=1.0)

    return make


@pytest.fixture
def reading() -> Read:
    """The readings of candidates for a query, ranked by nothing but how much of the question each sentence meets."""
    names = (features.NAMES, features.SECOND)
    plain = Cascade(
        *(Linear(each, np.array([float(name == "coverage of sentence") for name in each])) for each in names)
    )

    def readings(query: Query, *candidates: Candidate) -> list[Reading]:
        return read(query, list(candidates), plain)

    return readings


@pytest.fixture
def table(candidate: MakeCandidate) -> MakeCandidate:
    """A candidate that is a table of the given rows."""

    def make(*rows: tuple[str, ...]) -> Candidate:
        text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
        return candidate(text, form=Form.TABLE, rows=rows)

    return make


@pytest.fixture(scope="session")
def cite(search: Search) -> Cite:
    """A citation of the paragraph of a document that holds a quote."""

    def citation(path: str, quote: str, number: int = 1) -> Citation:
        document = search.library.find(path)
        found = [p for p in search.library.paragraphs(document.id) if quote in " ".join(p.text.split())]
        assert found, f"{quote!r} does not stand in {path}"
        return Citation(number, document, found[0], quote, None)

    return citation
