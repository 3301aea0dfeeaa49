"""Documents and their paragraphs as JSON, for whoever wants to read around a citation."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from api.matter import dnr_text
from indexer.model import Document, Paragraph
from qa.speakers import speaker_label


class DocumentJson(BaseModel):
    """One file as understood; `document` is its path relative to the indexed folder."""

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


class DocumentsJson(BaseModel):
    """All documents."""

    documents: list[DocumentJson]


class WholeDocumentJson(BaseModel):
    """A document with its paragraphs in reading order."""

    document: DocumentJson
    paragraphs: list[ParagraphJson]


def document_json(document: Document, language: str = "sv") -> DocumentJson:
    """A document in the shape that goes out."""
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
    )


def whole_document_json(document: Document, paragraphs: Sequence[Paragraph], language: str) -> WholeDocumentJson:
    """A document and its paragraphs in the shape that goes out."""
    listed = [_paragraph(paragraph, language) for paragraph in paragraphs]
    return WholeDocumentJson(document=document_json(document, language), paragraphs=listed)


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
