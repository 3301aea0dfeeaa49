"""Rows of tables inside documents: label, cells of values with their heads, and what stands around the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from indexer.figures import Figure, Period, periods
from indexer.model import Form, Role
from qa.compute.cells import cell_figures
from qa.compute.operands import around
from qa.read.matching import Weighed, share_met, token_set
from qa.read.passages import Passage
from qa.read.readings import Reading
from qa.read.tabular import is_value

_NEVER: Final = frozenset({Role.QUESTION, Role.FURNITURE, Role.PROPOSAL})
_TABLES: Final = 24  # best tables that are looked through
_LONG: Final = 6  # letters of a word that may have an ending
_ENDING: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORT: Final = (
    (re.compile(r"\binv\b\.?", re.IGNORECASE), "invånare"),
    (re.compile(r"\b(?:förv)\b\.?", re.IGNORECASE), "förvaltning"),
)
_TIME: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{6}|\d{4}")
_MISSING: Final = re.compile(r"\.{1,3}|[-–—−]|…|x|u\.?s\.?", re.IGNORECASE)
_ASPECTS: Final = (  # of a head or a question, the first that fits
    (
        "deviation",
        re.compile(
            r"avvik|\bavv\b|differens|(?:över|under|over|exceed\w*) (?:its |the |sin )?budget|spräck|"
            r"överskott|underskott|deviat|varian|surplus|deficit",
            re.IGNORECASE,
        ),
    ),
    ("forecast", re.compile(r"prognos|forecast|projected", re.IGNORECASE)),
    ("outcome", re.compile(r"utfall|\boutcome|\bactual", re.IGNORECASE)),
    ("budget", re.compile(r"budget", re.IGNORECASE)),
)


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
        """Index tokens of title, headings, body and the first row's first cell."""
        paragraph = self.passage.candidate.paragraph
        first = f"{paragraph.rows[0][0]} {self.passage.columns[0][0]} {paragraph.speaker.body}"
        return self.passage.context_tokens | token_set(first)

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


def aspect(words: str) -> str:
    """Budget, outcome, forecast or deviation, as the words name it first of all; "" for none."""
    return next((name for name, pattern in _ASPECTS if pattern.search(words)), "")


def spelled(words: str) -> str:
    """The words of a head or label with the abbreviations of tables in full."""
    for pattern, full in _SHORT:
        words = pattern.sub(full, words)
    return words


def met_by(item: Weighed, words: str) -> float:
    """How well the words of a head or label meet a word of the question; an ending more or less is the same word."""
    asked = item.concept.word.lower()
    if len(asked) >= _LONG and any(_is_inflected(asked, word) for word in _WORD.findall(words.lower())):
        return 1.0
    return item.met_by(token_set(spelled(words)))


def covered(about: Sequence[Weighed], words: str) -> float:
    """Share, 0..1, of the question that the words of a head or label meet."""
    return share_met(about, [met_by(item, words) for item in about])


def _is_inflected(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return len(short) >= _LONG and len(long) - len(short) <= _ENDING and long.startswith(short)


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
        Cell(at, heads[at], cells[at], figures.get(at), _own_period(figures.get(at), cells[at], heads[at]))
        for at in range(first, len(cells))
        if heads[at].strip() and (at in figures or _missing(cells[at]))
    )
    label = ", ".join(
        dict.fromkeys(cell for cell in cells[:first] if cell.strip() and not _TIME.fullmatch(cell.strip()))
    )
    return Row(passage, label, held, rank) if held and label else None


def _own_period(figure: Figure | None, cell: str, head: str) -> Period | None:
    if figure is not None:
        return figure.period
    named = [period for period in periods(head) if period.precision != "time"]
    return named[0] if len(named) == 1 else None


def _missing(cell: str) -> bool:
    return _MISSING.fullmatch(cell.strip()) is not None
