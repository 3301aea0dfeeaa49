"""RawDocument -> Document with Paragraphs: what was read gets its meaning.

pieces (lines joined) -> outline (headings, signatures) -> kind and metadata -> walk (role, speaker, place, question)
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from indexer.language.ocr import damaged, repair
from indexer.language.words import known
from indexer.model import Document, Form, Paragraph, Place, RawDocument, Speaker
from indexer.structure import metadata
from indexer.structure.entry import Entry
from indexer.structure.joining import pieces
from indexer.structure.kinds import kind_of
from indexer.structure.outline import outline
from indexer.structure.passage import Said
from indexer.structure.walk import walk
from indexer.tables.paragraphs import FORMATS, structured

__all__ = ["structure"]


def structure(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """The document as understood and its paragraphs in reading order.

    content_hash: the document's id, 16 hex characters of the file's SHA-256.
    name: the file's name or relative path with `/`; a weak hint for kind and title, and the document's path.
    """
    if raw.format in FORMATS:
        return structured(raw, content_hash=content_hash, name=name)
    entries = outline(pieces(raw, known))
    document = _document(raw, entries, content_hash, name)
    said = walk(entries, document.kind, document.speaker, document.committee)
    status = metadata.status_of(
        document.kind, document.adjusted, f"{document.title}\n{name}", {one.role for one in said}
    )
    document = replace(document, status=status)
    paragraphs = tuple(_paragraph(document, number, one) for number, one in enumerate(said, start=1))
    if not document.damaged:
        return document, paragraphs
    return _readable_document(document), tuple(_readable(paragraph) for paragraph in paragraphs)


def _document(raw: RawDocument, entries: list[Entry], content_hash: str, name: str) -> Document:
    """What the document says of itself."""
    kind = kind_of(raw, entries, name)
    committee = metadata.committee_of(raw, entries, kind)
    date = metadata.date_of(raw, entries, kind)
    return Document(
        id=content_hash,
        path=name,
        kind=kind,
        title=metadata.title_of(raw, entries, kind, committee, date, name),
        format=raw.format,
        committee=committee,
        municipality=metadata.municipality_of(raw, entries),
        date=date,
        adjusted=metadata.adjusted_of(raw, entries),
        dnr=metadata.dnrs_of(raw, entries),
        speaker=metadata.speaker_of(raw, entries, kind, committee),
        pages=raw.pages,
        damaged=damaged("\n".join(entry.text for entry in entries)),
    )


def _paragraph(document: Document, number: int, said: Said) -> Paragraph:
    """One entry as the model's Paragraph."""
    piece = said.entry.piece
    digest = hashlib.sha256(f"{document.id}\n{number}\n{piece.text}".encode())
    return Paragraph(
        id=digest.hexdigest()[:16],
        document_id=document.id,
        text=piece.text,
        place=Place(number, piece.page, piece.page_breaks, said.section, said.headings),
        role=said.role,
        form=Form.HEADING if said.heading else Form.TEXT if piece.form is Form.HEADING else piece.form,
        speaker=said.speaker,
        marker=piece.marker,
        question=said.question,
        rows=piece.rows,
    )


def _readable_document(document: Document) -> Document:
    """The document with title, committee and speaker as they should read; names of persons are left alone."""
    return replace(
        document,
        title=repair(document.title),
        committee=repair(document.committee) if document.committee else None,
        speaker=_readable_speaker(document.speaker),
    )


def _readable(paragraph: Paragraph) -> Paragraph:
    """The paragraph with what search and display use as it should read; its text stays as read."""
    better = repair(paragraph.text)
    return replace(
        paragraph,
        repaired=better if better != paragraph.text else None,
        place=replace(paragraph.place, headings=tuple(repair(heading) for heading in paragraph.place.headings)),
        speaker=_readable_speaker(paragraph.speaker),
        question=repair(paragraph.question) if paragraph.question else None,
    )


def _readable_speaker(speaker: Speaker) -> Speaker:
    """The speaker with body and role as they should read."""
    return replace(speaker, body=repair(speaker.body), role=repair(speaker.role))
