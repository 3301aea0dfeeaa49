"""Lists in documents: a table with a row for each event ("Felanmälningar, oktober 2021"), counted by its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

from indexer.figures import Period, periods
from indexer.model import Document, Form, Kind, Paragraph, Role
from indexer.tables.totals import is_total
from qa.find.retrieve import Candidate
from qa.read.passages import Passage
from qa.read.readings import Reading
from qa.read.tabular import lists_events
from qa.statistics.question import Term
from qa.statistics.words import alike, beginnings, begins, modifier, words_of

_LIKE: Final = 0.7  # likeness from which a word of a list stands for the asked one
_BEGINNING: Final = 6  # letters of a word that begins a compound: "omsorg" of "omsorgsförvaltning"
_SHORT: Final = 12  # paragraphs of a document that is a list and little else
_DOCUMENTS: Final = 40  # best documents that are looked through


class Paragraphs(Protocol):
    """What is asked of the library."""

    def paragraphs(self, document_id: str) -> list[Paragraph]: ...


@dataclass(frozen=True)
class Row:
    """One row of a list: the passage that cites it, and its words."""

    passage: Passage
    words: frozenset[str]


@dataclass(frozen=True)
class Listing:
    """A document's list. title: the paragraph that names it; opening: the words that stand before its rows."""

    document: Document
    title: Paragraph
    opening: frozenset[str]
    rows: tuple[Row, ...] = field(repr=False)
    period: Period

    @cached_property
    def name(self) -> frozenset[str]:
        """The words of the title without its time."""
        return frozenset(words_of(self.title.text.replace(self.period.text, " ")))

    @cached_property
    def words(self) -> frozenset[str]:
        """What the list is of: title and opening."""
        return self.name | self.opening

    @property
    def content(self) -> tuple[str, ...]:
        """The rows' texts: two lists with the same are one."""
        return tuple(row.passage.raw for row in self.rows)


def is_list(paragraph: Paragraph) -> bool:
    """Is the paragraph a table with one row, marked with its day, for each event?"""
    return paragraph.form is Form.TABLE and paragraph.role is not Role.QUESTION and lists_events(paragraph.rows)


def listings(readings: Iterable[Reading], library: Paragraphs) -> list[Listing]:
    """The lists among the documents that were read, each content once, best document first."""
    documents: dict[str, Document] = {}
    for reading in readings:
        candidate = reading.passage.candidate
        if candidate.document.kind is Kind.LISTA or is_list(candidate.paragraph):
            documents.setdefault(candidate.document.id, candidate.document)
    found: dict[tuple[str, ...], Listing] = {}
    for document in list(documents.values())[:_DOCUMENTS]:
        listing = _listing(document, library.paragraphs(document.id))
        if listing is not None:
            found.setdefault(listing.content, listing)
    return list(found.values())


def met(term: Term, words: frozenset[str]) -> bool:
    """Do the words of a list say what the term asks? "Danskurser" are met by "kurser" only where "dans" stands too."""
    return any(all(_is_said(part, words) for part in alternative) for alternative, _ in term.alternatives)


def _is_said(asked: str, words: frozenset[str]) -> bool:
    like = [held for held in words if _is_like(asked, held)]
    known = beginnings(words)
    return any(not (front := modifier(asked, held)) or begins(front, known) for held in like)


def _is_like(asked: str, held: str) -> bool:
    return alike(asked, held) >= _LIKE or (len(asked) >= _BEGINNING and held.startswith(asked))


def _listing(document: Document, paragraphs: Sequence[Paragraph]) -> Listing | None:
    tables = [one for one in paragraphs if is_list(one)]
    if not tables or len(paragraphs) > _SHORT + len(tables) or len({one.rows[0] for one in tables}) > 1:
        return None
    title = next((one for one in paragraphs if one.form is Form.HEADING), None)
    period = _period(title, paragraphs)
    parts = [_rows(document, table) for table in tables]
    apart = [
        one for one in paragraphs if one.form is Form.TABLE and not is_list(one) and one.rows[:1] == tables[0].rows[:1]
    ]
    if title is None or period is None or apart or not all(parts):
        return None  # what is not read line by line would be counted short
    rows = [row for part in parts for row in part]
    before = [one.text for one in paragraphs if one.form is not Form.TABLE and one is not title]
    opening = words_of(" ".join((*before, *tables[0].rows[0])))
    return Listing(document, title, frozenset(opening), tuple(rows), period)


def _period(title: Paragraph | None, paragraphs: Sequence[Paragraph]) -> Period | None:
    """The one time that the title gives, with a year of its own."""
    if title is None:
        return None
    named = [one for one in periods(title.text) if not one.yearless and one.precision != "time"]
    return named[0] if len({one.iso for one in named}) == 1 else None


def _rows(document: Document, table: Paragraph) -> list[Row]:
    """The rows below the heads; [] where the text does not hold them line by line."""
    lines = table.text.split("\n")
    if len(lines) != len(table.rows):
        return []
    candidate, found, start = Candidate(document, table, 0.0), [], 0
    for at, line in enumerate(lines):
        if at and any(table.rows[at]) and not is_total(table.rows[at][0]):
            passage = Passage(candidate, 0, start, start + len(line), first=False)
            found.append(Row(passage, frozenset(words_of(line))))
        start += len(line) + 1
    return found


def of_time(listing: Listing, asked: Period) -> bool:
    """Is the list that of the time asked for, no part of it and nothing beyond?"""
    return listing.period.same(asked) or listing.period.days == asked.days
