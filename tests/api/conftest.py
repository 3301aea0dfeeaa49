"""A fake engine over two small invented documents, so that the doors are tested without loading a model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import engines
from api.http import create_app
from indexer.errors import QuestionError
from indexer.library import KnownFile, Location
from indexer.model import Document, Form, Kind, Paragraph, Place, Role, Speaker
from indexer.tables.model import Table
from qa.model import Answer, AnswerFigure, Citation, Hit, Status

MINUTES = Document(
    id="a" * 16,
    path="2018/protokoll.txt",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Plan för fler lekplatser i parkerna",
    format="text",
    committee="Fritidsnämnden",
    date="2018-03-14",
    adjusted="2018-03-21",
    dnr=("FN 2017:77",),
)
LETTER_BYTES = "Hur många lekplatser finns?".encode()
LETTER_HASH = sha256(LETTER_BYTES).hexdigest()
LETTER = Document("b" * 16, "brev.docx", Kind.SKRIVELSE, "Skrivelse om <b>lekplatser</b>", "docx")


def paragraph(number: int, text: str, role: Role, document: Document = MINUTES, **more: Any) -> Paragraph:
    place = Place(number=number, page=1 + number // 4, section=more.pop("section", "§ 27"), headings=("Ärendet",))
    return Paragraph(f"{document.id[0]}{number:015d}", document.id, text, place, role, **more)


PARAGRAPHS = {
    MINUTES.id: [
        paragraph(1, "Ärendet", Role.PROCEDURE, form=Form.HEADING),
        paragraph(2, "Nämnden beslutar att godkänna planen.", Role.DECISION, speaker=Speaker(body="fritidsnämnden")),
        paragraph(
            3,
            "Antalet lekplatser har ökat från 31 stycken 2015\ntill 57 stycken i oktober 2017.",
            Role.CLAIM,
            speaker=Speaker(parties=("V", "S")),
        ),
        paragraph(4, "År Antal\n2016 12", Role.ACCOUNT, form=Form.TABLE, rows=(("År", "Antal"), ("2016", "12"))),
        paragraph(5, "Forvaltningen bedomer [1] laget.", Role.ACCOUNT, repaired="Förvaltningen bedömer [1] läget."),
    ],
    LETTER.id: [
        paragraph(1, "Hur många lekplatser\x1b[31m finns?", Role.QUESTION, LETTER, section=None),
    ],
}


def citation(number: int, document: Document, at: int, quote: str) -> Citation:
    cited = PARAGRAPHS[document.id][at - 1]
    return Citation(number, document, cited, quote, cited.place.page)


@dataclass
class FakeShelf:
    """The library's reading part over the two documents, whose files are in a folder of their own."""

    path: Path = Path("nowhere")

    def documents(self) -> list[Document]:
        return [MINUTES, LETTER]

    def document(self, document_id: str) -> Document | None:
        return next((document for document in self.documents() if document.id == document_id), None)

    def paragraphs(self, document_id: str) -> list[Paragraph]:
        return PARAGRAPHS.get(document_id, [])

    def known_files(self) -> dict[str, KnownFile]:
        place = Location(str(self.path / "brev.docx"), str(self.path), "brev.docx", LETTER_HASH, "")
        scan = Location(str(self.path / "scan.pdf"), str(self.path), "scan.pdf", "c" * 64, "")
        return {
            place.file: KnownFile(place, LETTER.id, "1", None),
            scan.file: KnownFile(scan, None, "1", ("no text", "its pages are images", "Run it through OCR.")),
        }

    def locations(self, document_ids: Iterable[str]) -> dict[str, list[Location]]:
        letter = Location(str(self.path / "brev.docx"), str(self.path), "brev.docx", LETTER_HASH, "")
        minutes = Location(str(self.path / "protokoll.txt"), str(self.path), MINUTES.path, "a" * 64, "")
        places = {LETTER.id: [letter], MINUTES.id: [minutes]}
        return {one: places[one] for one in document_ids if one in places}

    def tables_of(self, document_id: str) -> list[Table]:
        return []

    @property
    def tables_folder(self) -> Path:
        return self.path / "tables"

    def paragraph_counts(self, document_ids: Iterable[str]) -> dict[str, int]:
        return {one: len(PARAGRAPHS[one]) for one in document_ids}

    def meta(self, key: str) -> str:
        return {"embedding": "hashing:1", "library": "f" * 32}[key]

    def status(self) -> dict[str, Any]:
        made = {"change_number": 7, "embedding": "hashing:1", "format": 2, "product": "0.1.0", "bytes": 4096}
        return {"path": str(self.path), **self.counts(), "vectors": 6, **made, "sources": [str(self.path)]}

    change_number: int = 7

    def counts(self) -> dict[str, int]:
        return {"documents": 2, "paragraphs": 6}


@dataclass
class FakeEngine:
    """Answers by what the question contains, and remembers what it was asked."""

    library: FakeShelf = field(default_factory=FakeShelf)
    asked: list[tuple[str, tuple[str, ...], dict[str, str]]] = field(default_factory=list)
    closed: bool = False

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> FakeEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, question: str, history: Sequence[str] = (), filters: Mapping[str, str] | None = None) -> Answer:
        self.asked.append((question, tuple(history), dict(filters or {})))
        if "trasig" in question:
            raise ValueError("the engine\nbroke")
        if "vägra" in question:
            raise QuestionError("That cannot be asked.")
        language = "en" if question.startswith("How") else "sv"
        if "badhus" in question:
            near = (citation(1, LETTER, 1, "Hur många lekplatser\x1b[31m finns?"),)
            return Answer(question, language, Status.NOT_FOUND, "Det står inte i dokumenten.", related=near)
        text = "57 lekplatser i oktober 2017, uppger (V) och (S) [1].\nNämnden godkände planen [2]."
        quote = "Antalet lekplatser har ökat från 31 stycken 2015 till 57 stycken i oktober 2017."
        figure = AnswerFigure(57.0, "stycken", "2017-10", "lekplatser")
        citations = (
            citation(1, MINUTES, 3, quote),
            citation(2, MINUTES, 2, "Nämnden beslutar att godkänna planen."),
        )
        return Answer(question, language, Status.ANSWERED, text, (figure,), citations, elapsed_ms=12.345)

    def search(self, query: str, k: int = 10, filters: Mapping[str, str] | None = None) -> list[Hit]:
        self.asked.append((query, (), dict(filters or {})))
        hits = [Hit(MINUTES, PARAGRAPHS[MINUTES.id][2], 1.5), Hit(LETTER, PARAGRAPHS[LETTER.id][0], 0.25)]
        return [] if "badhus" in query else hits[:k]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeEngine:
    """The engine that every command opens in this test."""
    fake = FakeEngine(FakeShelf(tmp_path))
    monkeypatch.setattr(engines, "open_engine", lambda path: fake)
    return fake


@pytest.fixture
def client(engine: FakeEngine) -> TestClient:
    """A browser on this machine."""
    return TestClient(create_app(engine), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
