"""The text of a paragraph that is embedded: a paragraph alone often does not say what it is about."""

from __future__ import annotations

from hashlib import blake2b

from indexer.model import Document, Paragraph

PASSAGE_VERSION = 1  # raise it when `passage_text` changes: documents are then read and embedded again
_HEADINGS = 2


def passage_text(document: Document, paragraph: Paragraph) -> str:
    """Title, the nearest headings, the question that the paragraph answers, and its text, one a line."""
    headings = [heading for heading in paragraph.place.headings[-_HEADINGS:] if heading != document.title]
    parts = [document.title, *headings, paragraph.question or "", paragraph.readable]
    return "\n".join(part for part in parts if part)


def passage_hash(text: str) -> str:
    """A name for the passage: equal passages are embedded once."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
