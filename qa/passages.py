"""What is read: the sentences and rows of candidate paragraphs, each with the context that helps to understand it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from indexer.figures import Number, Period, Person, numbers, periods, persons, sentences
from indexer.model import Form, Role
from qa.matching import token_set
from qa.retrieve import Candidate

_WHOLE: Final = 320  # signature and attendance paragraphs up to this length are read as one


@dataclass(frozen=True)
class Passage:
    """One sentence (or table row, or signature block) of a candidate: `text` is paragraph.text[start:end]."""

    candidate: Candidate
    rank: int  # of the candidate among the retrieved, from 0
    start: int
    end: int
    first: bool

    @cached_property
    def raw(self) -> str:
        """Verbatim."""
        return self.candidate.paragraph.text[self.start : self.end]

    @cached_property
    def text(self) -> str:
        """As it should read: repaired where OCR damaged it."""
        paragraph = self.candidate.paragraph
        if paragraph.repaired is None:
            return self.raw
        before = len(paragraph.text[: self.start].split())
        return " ".join(paragraph.repaired.split()[before : before + len(self.raw.split())])

    @cached_property
    def context(self) -> str:
        """Title, headings and the question it answers: what the sentence leaves unsaid."""
        paragraph, document = self.candidate.paragraph, self.candidate.document
        return " ".join([document.title, document.committee or "", *paragraph.place.headings, paragraph.question or ""])

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Index tokens of the sentence."""
        return token_set(self.text)

    @cached_property
    def paragraph_tokens(self) -> frozenset[str]:
        """Index tokens of the whole paragraph."""
        return token_set(self.candidate.paragraph.readable)

    @cached_property
    def context_tokens(self) -> frozenset[str]:
        """Index tokens of the context."""
        return token_set(self.context)

    @cached_property
    def year(self) -> int | None:
        """The year that a month without a year most likely means: the document's own."""
        date = self.candidate.document.date
        return int(date[:4]) if date else None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Quantities in the sentence (offsets in `text`)."""
        return tuple(numbers(self.text, damaged=self.candidate.document.damaged))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Times that the sentence names."""
        return tuple(periods(self.text, year=self.year))

    @cached_property
    def context_periods(self) -> tuple[Period, ...]:
        """Times that the paragraph, its headings and the document's title and date give."""
        paragraph = self.candidate.paragraph
        around = f"{paragraph.readable}\n{self.context}\n{self.candidate.document.date or ''}"
        return tuple(periods(around, year=self.year))

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Persons that the sentence names."""
        return tuple(persons(self.text))


def passages(candidates: list[Candidate]) -> Iterator[Passage]:
    """Every sentence of every candidate."""
    for rank, candidate in enumerate(candidates):
        for index, (start, end) in enumerate(_spans(candidate)):
            yield Passage(candidate, rank, start, end, first=index == 0)


def _spans(candidate: Candidate) -> list[tuple[int, int]]:
    paragraph = candidate.paragraph
    whole = [(0, len(paragraph.text))]
    if paragraph.form is Form.HEADING:
        return whole
    if paragraph.role in {Role.SIGNATURE, Role.PROCEDURE} and len(paragraph.text) <= _WHOLE:
        return whole
    return sentences(paragraph.text) or whole
