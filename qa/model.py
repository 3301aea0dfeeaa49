"""The nouns of an answer: Query -> Evidence -> Answer with Citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from indexer.model import Document, Paragraph

if TYPE_CHECKING:  # DuckDB is loaded only where there are tables
    from indexer.tables.model import Table, TableFigure
    from indexer.tables.store import Where


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
class Cells:
    """Cells of a stored table that a citation stands on.

    figures: the values used. where, count: of rows that were counted, the conditions and how many there are;
    rows: their addresses. total: of cells that were summed up, too many to be named; figures are then the first of
    them, count says how many have a number, and by is the key of the condition that tells them from other sums;
    of counted labels by is the key of their column.
    """

    table: Table
    figures: tuple[TableFigure, ...] = ()
    where: tuple[Where, ...] = ()
    count: int | None = None
    rows: tuple[str, ...] = ()
    total: float | None = None
    by: int | str | None = None


@dataclass(frozen=True)
class Citation:
    """A paragraph that an answer stands on; `quote` is verbatim in `paragraph.text` (white space folded).

    cells: of an answer from a table, the cells; the paragraph is then their row laid out as text.
    """

    number: int
    document: Document
    paragraph: Paragraph
    quote: str
    page: int | None
    cells: Cells | None = None


@dataclass(frozen=True)
class Point:
    """One value of a series: x is a period or a label, citation the number of the citation it stands in."""

    x: str
    y: float | None
    citation: int


@dataclass(frozen=True)
class Series:
    """Values that belong together, to be drawn. over_time: x runs over periods, oldest first."""

    label: str
    unit: str
    points: tuple[Point, ...]
    over_time: bool = False


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
    series: Series | None = None
    elapsed_ms: float = 0.0


@dataclass(frozen=True)
class Hit:
    """One ranked paragraph."""

    document: Document
    paragraph: Paragraph
    score: float
