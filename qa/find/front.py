"""Who signed, chaired, prepared or ordered something: lines of a document that share no word with such a question.

"Handläggare: Eva Ek" stands on the first page and the names below the last, so they are not found by words or meaning.
They are laid beside the paragraphs that were found, for the documents that were found first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indexer.library import Library
from indexer.model import Paragraph, Role
from qa.find.retrieve import Candidate
from qa.query import Query, Wants
from qa.read.offices import asked_office, asks_signature

_DOCUMENTS: Final = 5  # whose front pages and signatures are read
_LINES: Final = 8  # of each
_LONGEST: Final = 320  # characters of such a line or block
_AFTER: Final = 30  # candidates that are read before them
_FRONT: Final = frozenset({Role.PROCEDURE, Role.SIGNATURE})
_SIGNED: Final = re.compile(r"Justera[td]?\b", re.IGNORECASE)


def with_front(query: Query, candidates: list[Candidate], library: Library) -> list[Candidate]:
    """The candidates, with the lines on offices and signatures of the best documents among them."""
    office = asked_office(query.question)
    signed = asks_signature(query.question)
    if not candidates or query.wants is not Wants.PERSON or not (office or signed):
        return candidates
    known = {one.paragraph.id: one for one in candidates}
    least = min(one.score for one in candidates)
    lines: list[Candidate] = []
    for best in _first_of_each(candidates)[:_DOCUMENTS]:
        told = [one for one in library.paragraphs(best.document.id) if _tells(one, office, signed=signed)]
        lines += [
            known.get(one.id) or replace(best, paragraph=one, score=least, words=0.0, meaning=0.0)
            for one in told[:_LINES]
        ]
    moved = {one.paragraph.id for one in lines}
    first = candidates[:_AFTER]
    rest = [one for one in candidates[_AFTER:] if one.paragraph.id not in moved]
    early = {one.paragraph.id for one in first}
    return [*first, *(one for one in lines if one.paragraph.id not in early), *rest]


def _first_of_each(candidates: list[Candidate]) -> list[Candidate]:
    """The best candidate of each document, the document whose best paragraphs together are best first."""
    documents: dict[str, Candidate] = {}
    for one in candidates:
        documents.setdefault(one.document.id, one)
    return sorted(documents.values(), key=lambda one: one.document_behind)


def _tells(paragraph: Paragraph, office: re.Pattern[str] | None, *, signed: bool) -> bool:
    """Is it a short line of front page or signatures that names the office, or a signature where that is asked for?"""
    if paragraph.role not in _FRONT or len(paragraph.text) > _LONGEST:
        return False
    if office is not None and (office.search(paragraph.readable) or _SIGNED.match(paragraph.text)):
        return True
    return paragraph.role is Role.SIGNATURE
