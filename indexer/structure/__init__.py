"""RawDocument -> Document with Paragraphs: what was read gets its meaning.

pieces (lines joined) -> outline (headings, signatures) -> kind and metadata -> walk (role, speaker, place, question)
"""

from __future__ import annotations

import hashlib

from indexer.model import Document, Form, Paragraph, Place, RawDocument
from indexer.structure import damage, metadata
from indexer.structure.joining import pieces
from indexer.structure.kinds import kind_of
from indexer.structure.outline import outline
from indexer.structure.passage import Said
from indexer.structure.walk import walk

__all__ = ["structure"]


def structure(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
    """The document as understood and its paragraphs in reading order.

    content_hash: the document's id, 16 hex characters of the file's SHA-256.
    name: the file's name or relative path with `/`; a weak hint for kind and title, and the document's path.
    """
    entries = outline(pieces(raw, damage.known))
    kind = kind_of(raw, entries, name)
    committee = metadata.committee_of(raw, entries, kind)
    speaker = metadata.speaker_of(entries, kind, committee)
    said = walk(entries, kind, speaker, committee)
    date, adjusted = metadata.date_of(raw, entries, kind), metadata.adjusted_of(raw, entries)
    title = metadata.title_of(raw, entries, kind, committee, date, name)
    damaged = damage.damaged("\n".join(entry.text for entry in entries))
    document = Document(
        id=content_hash,
        path=name,
        kind=kind,
        title=title,
        format=raw.format,
        committee=committee,
        municipality=metadata.municipality_of(raw, entries),
        date=date,
        adjusted=adjusted,
        dnr=metadata.dnrs_of(raw, entries, kind),
        status=metadata.status_of(kind, adjusted, f"{title}\n{name}", {one.role for one in said}),
        speaker=speaker,
        pages=raw.pages,
        damaged=damaged,
    )
    return document, tuple(_paragraph(document, number, one) for number, one in enumerate(said, start=1))


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
        repaired=damage.repaired(piece.text) if document.damaged else None,
        question=said.question,
        rows=piece.rows,
    )
