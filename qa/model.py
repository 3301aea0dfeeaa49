"""The nouns of an answer: Query -> Evidence -> Answer with Citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.model import Document, Paragraph


class Status(StrEnum):
    """What kind of answer went out."""

    ANSWERED = "answered"
    COMPUTED = "computed"
    CONFLICTING = "conflicting"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class AnswerFigure:
    """A number in an answer, with unit and hedge as written, ISO period; formula only when computed."""

    value: float
    unit: str = ""
    period: str = ""
    measure: str = ""
    hedge: str = ""
    formula: str = ""


@dataclass(frozen=True)
class Citation:
    """A paragraph that an answer stands on; `quote` is verbatim in `paragraph.text` (white space folded)."""

    number: int
    document: Document
    paragraph: Paragraph
    quote: str
    page: int | None


@dataclass(frozen=True)
class Answer:
    """What goes out. `related` holds the nearest paragraphs when nothing answered."""

    question: str
    language: str
    status: Status
    text: str
    figures: tuple[AnswerFigure, ...] = ()
    citations: tuple[Citation, ...] = ()
    related: tuple[Citation, ...] = ()
    elapsed_ms: float = 0.0


@dataclass(frozen=True)
class Hit:
    """One ranked paragraph."""

    document: Document
    paragraph: Paragraph
    score: float
