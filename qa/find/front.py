"""Who signed, chaired, prepared or ordered something: lines of a document that share no word with such a question.

"Handläggare: Eva Ek" stands on the first page and the names below the last, so they are not found by words or meaning.
They are laid beside the paragraphs that were found, for the documents that were found first.
"""

from __future__ import annotations

import re
from typing import Final

from indexer.library import Library
from indexer.model import Paragraph, Role
from qa.find.lines import lay_beside
from qa.find.retrieve import Candidate
from qa.query import Query, Wants
from qa.read.offices import CHECKED, LONGEST, TITLED, asked_office, asks_signature

_DOCUMENTS: Final = 5  # whose front pages and signatures are read
_LINES: Final = 8  # of each


def with_front(query: Query, candidates: list[Candidate], library: Library) -> list[Candidate]:
    """The candidates, with the lines on offices and signatures of the best documents among them."""
    office = asked_office(query.question)
    if query.wants is not Wants.PERSON or not (office or asks_signature(query.question)):
        return candidates
    return lay_beside(
        candidates,
        (
            (best, [one for one in library.paragraphs(best.document.id) if _tells(one, office)][:_LINES])
            for best in _first_of_each(candidates)[:_DOCUMENTS]
        ),
    )


def _first_of_each(candidates: list[Candidate]) -> list[Candidate]:
    """The best candidate of each document, the document whose best paragraphs together are best first."""
    documents: dict[str, Candidate] = {}
    for one in candidates:
        documents.setdefault(one.document.id, one)
    return sorted(documents.values(), key=lambda one: one.document_behind)


def _tells(paragraph: Paragraph, office: re.Pattern[str] | None) -> bool:
    """Is it a short line of front page or signatures that names the office, or any signature?"""
    if paragraph.role not in TITLED or len(paragraph.text) > LONGEST:
        return False
    if office is not None and (office.search(paragraph.readable) or CHECKED.match(paragraph.text)):
        return True
    return paragraph.role is Role.SIGNATURE
