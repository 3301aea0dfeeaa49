"""Questions that the library invites and answers: for the first look at a chat page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from indexer.model import Document, Kind, Paragraph, Role
from qa.model import Answer, Status

_TRIED: Final = 12  # questions asked at most before giving up
_REFERENCE: Final = re.compile(
    r"^(?:§+\s*\d+(?:/\d+)?\s*)?(?:(?:dnr\s*)?\d{4}[./:]\S+\s*(?:[A-ZÅÄÖ]{2,4}\b)?\s*)?", re.IGNORECASE
)
_ASKS: Final = {
    "sv": {"decision": "Vad beslutades om {matter}?", "questions": "Vilka frågor ställer skrivelsen?"},
    "en": {"decision": "What was decided on {matter}?", "questions": "Which questions does the letter ask?"},
}
_LONGEST: Final = 90


class Shelf(Protocol):
    """The part of the library that examples are made from."""

    def documents(self) -> Sequence[Document]:
        """All documents."""

    def paragraphs(self, document_id: str) -> Sequence[Paragraph]:
        """The paragraphs of a document in reading order."""


class Answers(Protocol):
    """Whatever answers questions from a library."""

    @property
    def library(self) -> Shelf:
        """The library."""

    def ask(self, question: str) -> Answer:
        """One answer."""


def example_questions(engine: Answers, language: str, wanted: int = 3) -> list[str]:
    """Up to `wanted` questions in "sv" or "en" that the library answers now; [] when it answers none of those tried."""
    found: list[str] = []
    for number, question in enumerate(_candidates(engine, language)):
        if len(found) == wanted or number == _TRIED:
            break
        if engine.ask(question).status is not Status.NOT_FOUND:
            found.append(question)
    return found


def _candidates(engine: Answers, language: str) -> Iterator[str]:
    asks, seen = _ASKS[language], set()
    documents = engine.library.documents()
    if any(document.kind is Kind.SKRIVELSE for document in documents):
        yield asks["questions"]
    for document in documents:
        for paragraph in engine.library.paragraphs(document.id):
            if paragraph.role is not Role.DECISION or not paragraph.place.headings:
                continue
            matter = _matter(paragraph.place.headings[0])
            if matter and matter not in seen:
                seen.add(matter)
                yield asks["decision"].format(matter=matter)


def _matter(heading: str) -> str:
    """The matter of a § heading without its references, as in a sentence; "" when it is none to ask about."""
    words = _REFERENCE.sub("", " ".join(heading.split())).strip()
    if not len(words.split()) >= 2 or len(words) > _LONGEST:
        return ""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
