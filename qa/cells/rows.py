"""Rows of tables inside documents: label, cells of values with their heads, and what stands around the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from indexer.figures import Figure, Period, periods
from indexer.model import Form, Role
from qa.cells.words import aspect, spelled
from qa.compute.cells import cell_figures
from qa.read.matching import token_set
from qa.read.passages import Passage
from qa.read.readings import Reading
from qa.read.tabular import is_value
from qa.read.times import around

_NEVER: Final = frozenset({Role.QUESTION, Role.FURNITURE, Role.PROPOSAL})
_TABLES: Final = 24  # best tables that are looked through
_TIME: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{6}|\d{4}")
_MISSING: Final = re.compile(r"\.{1,3}|[-–—−]|…|x|u\.?s\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A cell below a head; figure is None where the table marks that there is no value."""

    column: int
    head: str
    text: str
    figure: Figure | None
    period: Period | None  # of its own head, label or mark

    @property
    def aspect(self) -> str:
        """Budget, outcome, forecast or deviation, "" where the head names none."""
        return aspect(self.head)


@dataclass(frozen=True)
class Row:
    """A row with its values. rank: of its table among the readings, from 0."""

    passage: Passage
    label: str
    cells: tuple[Cell, ...]
    rank: int

    @cached_property
    def label_tokens(self) -> frozenset[str]:
        """Index tokens of the label."""
        return token_set(spelled(self.label))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """Index tokens of each word of the label."""
        return tuple(token_set(word) for word in re.findall(r"[^\W\d_]{3,}", spelled(self.label)))

    @cached_property
    def around_tokens(self) -> frozenset[str]:
        """Index tokens of what stands around the row, and of the body that tells it."""
        return self.passage.context_tokens | token_set(f"{self.around} {self.passage.candidate.paragraph.speaker.body}")

    @cached_property
    def around(self) -> str:
        """Title, headings, caption, head of the labels, the names of file and municipality, and where it belongs."""
        paragraph, document = self.passage.candidate.paragraph, self.passage.candidate.document
        named = re.sub(r"[-_/.]+", " ", document.path)
        return " ".join(
            (
                self.passage.context,
                paragraph.rows[0][0],
                self.passage.columns[0][0],
                document.municipality or "",
                named,
                *sorted(self.passage.candidate.around),
            )
        )

    @cached_property
    def dates(self) -> tuple[Period, ...]:
        """The days that the document and the folder that it lies in bear."""
        document = self.passage.candidate.document
        named = document.path.replace("/", " ").replace("_", " ")
        return tuple(one for one in periods(f"{document.date or ''} {named}") if one.precision == "day")

    @property
    def caption(self) -> str:
        """The table's first cell and the nearest heading over it."""
        paragraph = self.passage.candidate.paragraph
        return " ".join((paragraph.rows[0][0], *paragraph.place.headings[-1:]))

    @property
    def of_annex(self) -> bool:
        """Does its document call itself an annex?"""
        document = self.passage.candidate.document
        return "bilaga" in f"{document.path.rsplit('/', 1)[-1]} {document.title}".lower()

    @property
    def municipality(self) -> str:
        """The first word of the document's municipality's name, in lower case."""
        return (self.passage.candidate.document.municipality or "").split(" ")[0].lower()

    @cached_property
    def near_tokens(self) -> frozenset[str]:
        """Index tokens of what the labels stand below and of the nearest heading."""
        return token_set(" ".join((self.passage.columns[0][0], *self.passage.candidate.paragraph.place.headings[-1:])))

    @property
    def table(self) -> str:
        """The paragraph that shows the table."""
        return self.passage.candidate.paragraph.id

    @cached_property
    def period(self) -> Period | None:
        """The time that the headings or the title give."""
        return around(self.passage)


def rows(readings: Iterable[Reading]) -> list[Row]:
    """The rows with values of the best tables, best table first, in reading order."""
    ranks: dict[str, int] = {}
    found: list[Row] = []
    for reading in readings:
        passage = reading.passage
        paragraph = passage.candidate.paragraph
        if paragraph.form is not Form.TABLE or paragraph.role in _NEVER or not passage.columns[0]:
            continue
        rank = ranks.setdefault(paragraph.id, len(ranks))
        row = _row(passage, rank) if rank < _TABLES else None
        if row is not None:
            found.append(row)
    return sorted(found, key=lambda row: (row.rank, row.passage.start))


def _row(passage: Passage, rank: int) -> Row | None:
    heads, cells = passage.columns
    figures = dict(cell_figures(passage))
    first = next((at for at, cell in enumerate(cells) if at and (is_value(cell) or _missing(cell))), None)
    if first is None or is_value(cells[0]):
        return None
    held = tuple(
        Cell(at, heads[at], cells[at], figures.get(at), _own_period(figures.get(at), cells[0], heads[at]))
        for at in range(first, len(cells))
        if heads[at].strip() and (at in figures or _missing(cells[at]))
    )
    label = ", ".join(
        dict.fromkeys(cell for cell in cells[:first] if cell.strip() and not _TIME.fullmatch(cell.strip()))
    )
    return Row(passage, label, held, rank) if held and label else None


def _own_period(figure: Figure | None, label: str, head: str) -> Period | None:
    """The figure's time, else that of the head; a month in the label is that of the head's year."""
    named = [period for period in periods(head) if period.precision != "time"]
    own = figure.period if figure is not None else named[0] if len(named) == 1 else None
    months = [period for period in periods(label) if period.yearless and period.precision == "month"]
    if own is not None and len(own.start) == 4 and own.start == own.end and len(months) == 1:
        return months[0].in_year(int(own.start))
    return own


def _missing(cell: str) -> bool:
    return _MISSING.fullmatch(cell.strip()) is not None
