"""Documents and their paragraphs as JSON, for whoever wants to read around a citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from api.engines import Shelf
from api.limits import UPLOADS
from api.matter import dnr_text
from indexer.library import Location
from indexer.model import Document, Paragraph
from qa.compose.speakers import speaker_label
from qa.find.retrieve import fits


class DocumentJson(BaseModel):
    """One file as understood; `document` is its path relative to the indexed folder.

    sha256: of the file as it was indexed (hex). paragraphs: how many. uploaded: it came through HTTP, and removing it
    deletes it; others come back when their folder is indexed again.
    """

    id: str
    document: str
    title: str
    kind: str
    format: str
    committee: str | None
    municipality: str | None
    date: str | None
    adjusted: str | None
    dnr: str | None
    status: str
    speaker: str
    pages: int | None
    damaged: bool
    sha256: str | None
    paragraphs: int
    uploaded: bool


class ParagraphJson(BaseModel):
    """One paragraph with its place, role and speaker; `paragraph` is its number in the document."""

    id: str
    paragraph: int
    text: str
    text_repaired: str | None
    form: str
    marker: str
    rows: list[list[str]]
    role: str
    speaker: str
    question: str | None
    page: int | None
    section: str | None
    headings: list[str]


class Facets(BaseModel):
    """What there is to filter by in the whole library: each value with its number of documents."""

    committee: dict[str, int]
    kind: dict[str, int]
    year: dict[str, int]


class DocumentsJson(BaseModel):
    """A part of the documents that fit. total: how many fit. next: the offset of the next part, null at the end."""

    documents: list[DocumentJson]
    total: int
    offset: int
    next: int | None
    facets: Facets


class WholeDocumentJson(BaseModel):
    """A document with its paragraphs in reading order."""

    document: DocumentJson
    paragraphs: list[ParagraphJson]


def documents_json(shelf: Shelf, wanted: Mapping[str, str], text: str, part: slice, language: str) -> DocumentsJson:
    """The part of the documents that fit the filters and hold all words of the text."""
    documents, words = shelf.documents(), text.casefold().split()
    fitting = [one for one in documents if fits(one, wanted) and all(word in _haystack(one) for word in words)]
    start, stop = part.start, part.stop
    return DocumentsJson(
        documents=document_jsons(shelf, fitting[part], language),
        total=len(fitting),
        offset=start,
        next=stop if stop < len(fitting) else None,
        facets=_facets(documents),
    )


def whole_document_json(document: Document, shelf: Shelf, language: str) -> WholeDocumentJson:
    """A document and its paragraphs in the shape that goes out."""
    listed = [_paragraph(paragraph, language) for paragraph in shelf.paragraphs(document.id)]
    return WholeDocumentJson(document=document_jsons(shelf, [document], language)[0], paragraphs=listed)


def document_jsons(shelf: Shelf, documents: Sequence[Document], language: str) -> list[DocumentJson]:
    """Documents in the shape that goes out."""
    ids = [one.id for one in documents]
    places, counts, uploads = shelf.locations(ids), shelf.paragraph_counts(ids), (shelf.path / UPLOADS).absolute()
    return [_document(one, places.get(one.id, ()), counts.get(one.id, 0), uploads, language) for one in documents]


def _document(
    document: Document, places: Sequence[Location], paragraphs: int, uploads: Path, language: str
) -> DocumentJson:
    return DocumentJson(
        id=document.id,
        document=document.path,
        title=document.title,
        kind=document.kind.value,
        format=document.format,
        committee=document.committee,
        municipality=document.municipality,
        date=document.date,
        adjusted=document.adjusted,
        dnr=dnr_text(document),
        status=document.status,
        speaker=speaker_label(document.speaker, language),
        pages=document.pages,
        damaged=document.damaged,
        sha256=places[0].content if places else None,
        paragraphs=paragraphs,
        uploaded=any(Path(place.file).is_relative_to(uploads) for place in places),
    )


def _haystack(document: Document) -> str:
    parts = (document.title, document.path, document.committee, *document.dnr)
    return " ".join(part for part in parts if part).casefold()


def _facets(documents: Sequence[Document]) -> Facets:
    def counted(value: Callable[[Document], str | None]) -> dict[str, int]:
        return dict(sorted(Counter(found for one in documents if (found := value(one))).items()))

    return Facets(
        committee=counted(lambda one: one.committee),
        kind=counted(lambda one: one.kind.value),
        year=counted(lambda one: (one.date or "")[:4]),
    )


def _paragraph(paragraph: Paragraph, language: str) -> ParagraphJson:
    return ParagraphJson(
        id=paragraph.id,
        paragraph=paragraph.place.number,
        text=paragraph.text,
        text_repaired=paragraph.repaired,
        form=paragraph.form.value,
        marker=paragraph.marker,
        rows=[list(row) for row in paragraph.rows],
        role=paragraph.role.value,
        speaker=speaker_label(paragraph.speaker, language),
        question=paragraph.question,
        page=paragraph.place.page,
        section=paragraph.place.section,
        headings=list(paragraph.place.headings),
    )
