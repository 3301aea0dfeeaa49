"""What is read: the sentences and rows of candidate paragraphs, each with the context that helps to understand it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from indexer.figures import Number, Period, Person, numbers, periods, persons, sentences
from indexer.model import Form, Role, Speaker
from qa.find.retrieve import Candidate
from qa.read.matching import token_set
from qa.read.tabular import head_row, heads

_HEADING_NUMBER: Final = re.compile(r"^\s*(?:§+\s*)?\d+(?:\.\d+)*\.?")
_ROW: Final = re.compile(r"[^\n]*\S[^\n]*")
_WHOLE: Final = 320  # signature and attendance paragraphs up to this length are read as one


_cached: Final = lru_cache(maxsize=1 << 15)  # the same sentences are read for many questions


@_cached
def _numbers(text: str, damaged: bool) -> tuple[Number, ...]:
    return tuple(numbers(text, damaged=damaged))


@_cached
def _periods(text: str, year: int | None) -> tuple[Period, ...]:
    return tuple(periods(text, year=year))


@_cached
def _persons(text: str) -> tuple[Person, ...]:
    return tuple(persons(text))


@_cached
def _sentences(text: str) -> list[tuple[int, int]]:
    return sentences(text)


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
        head = self.head if self.start > 0 else ""
        around = [document.title, document.committee or "", *paragraph.place.headings, paragraph.question or "", head]
        return " ".join(around)

    @property
    def speaker(self) -> tuple[Role, Speaker]:
        """Who says it, and as what."""
        return self.candidate.paragraph.role, self.candidate.paragraph.speaker

    @property
    def head(self) -> str:
        """The row of heads of the table that the passage is a row of, "" elsewhere."""
        paragraph = self.candidate.paragraph
        if paragraph.form is not Form.TABLE:
            return ""
        lines = paragraph.text.split("\n")
        return lines[head_row(paragraph.rows, self.row)] if 0 < self.row < len(paragraph.rows) else lines[0]

    @property
    def row(self) -> int:
        """Which line of its paragraph the passage begins on."""
        return self.candidate.paragraph.text.count("\n", 0, self.start)

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

    @property
    def columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Heads and cells of the table row that the passage is, of one length; ((), ()) elsewhere."""
        paragraph = self.candidate.paragraph
        if paragraph.form is not Form.TABLE or not 0 < self.row < len(paragraph.rows):
            return (), ()
        over, cells = heads(paragraph.rows, self.row), paragraph.rows[self.row]
        return (over, cells) if len(over) == len(cells) else ((), ())

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Quantities in the sentence (offsets in `text`); those of a table row cell by cell (offsets in the cell)."""
        cells = self.columns[1]
        if cells:
            return tuple(number for cell in cells for number in _numbers(cell, False))
        text = self.text
        if self.candidate.paragraph.form is Form.HEADING:  # its own number counts nothing
            text = _HEADING_NUMBER.sub(lambda number: " " * len(number.group()), text)
        return _numbers(text, self.candidate.document.damaged)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Times that the sentence names."""
        return _periods(self.text, self.year)

    @cached_property
    def context_periods(self) -> tuple[Period, ...]:
        """Times that the paragraph, its headings and the document's title and date give."""
        paragraph = self.candidate.paragraph
        around = f"{paragraph.readable}\n{self.context}\n{self.candidate.document.date or ''}"
        return _periods(around, self.year)

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Persons that the sentence names."""
        return _persons(self.text)


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
    if paragraph.form is Form.TABLE:
        rows = [match.span() for match in _ROW.finditer(paragraph.text)] or whole
        return rows[1:] if len(rows) > 1 and not numbers(paragraph.text[slice(*rows[0])]) else rows  # not the heads
    if paragraph.role in {Role.SIGNATURE, Role.PROCEDURE} and len(paragraph.text) <= _WHOLE:
        return whole
    return _sentences(paragraph.text) or whole
