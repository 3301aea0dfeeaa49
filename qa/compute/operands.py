"""The figures that may be worked with: those of the best paragraphs' sentences and of tables' cells, alike.

A Figure is a Figure whether it stands in a sentence or a cell: it has its own words (the clause, or the row's label and
the column's head), a unit and a period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from indexer.figures import Figure, Period, canonical_unit, figures
from indexer.model import Form, Role
from qa.compute.cells import cell_figures
from qa.query import PIECES, Query
from qa.read.matching import token_set
from qa.read.passages import Passage
from qa.read.readings import Reading
from qa.read.tabular import lists_events
from qa.read.times import RELATIVE, around, named, shifted, stated_before

_PARAGRAPHS: Final = 14  # best paragraphs whose sentences and rows are all looked through
_NEVER: Final = frozenset({Role.QUESTION, Role.FURNITURE, Role.PROPOSAL})  # what is proposed has not come to be
_YEARS_BEFORE: Final = re.compile(r"\b(?:(ett|två|tre|fyra|fem) år (?:tidigare|dessförinnan|innan))\b", re.IGNORECASE)
_SAME_PART: Final = re.compile(
    r"\b(?:samma|motsvarande) (?:period|tid|månad|kvartal|tertial)\w*(?: (?:under|för|år|i))* ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FORECAST: Final = re.compile(r"prognos|forecast", re.IGNORECASE)
_EXPECTED: Final = re.compile(
    r"prognos|forecast|\b(?:väntas|förväntas|beräknas|bedöms|räkna\w* med|expect\w*|projected|estimated)\b",
    re.IGNORECASE,
)
_YEAR: Final = 4  # characters of an ISO year
_AGAINST: Final = re.compile(r"^\s*(?:mot|jämfört med)\b", re.IGNORECASE)
_NUMBERS: Final = {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5}


@dataclass(frozen=True)
class Operand:
    """A stated figure and the passage that it stands in.

    own: tokens of what says which figure it is. row, column: place of a cell in its table, None in a sentence.
    period: its time, also where only the heading or title gives it. rank: of its paragraph among the readings.
    """

    figure: Figure
    passage: Passage
    label: str
    clause: str
    period: Period | None
    rank: int = 0
    row: int | None = None
    column: int | None = None

    @cached_property
    def own(self) -> frozenset[str]:
        """Tokens of its measure and clause."""
        return token_set(f"{self.label} {self.clause}")

    @cached_property
    def measure(self) -> frozenset[str]:
        """Tokens of its measure alone."""
        return token_set(self.label)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Tokens of its clause, or of a cell's row and column."""
        return token_set(self.clause or self.label)

    @cached_property
    def named(self) -> frozenset[str]:
        """Its own words; those of a cell with the heading over its table."""
        if self.row is None:
            return self.own
        over = (*self.passage.candidate.paragraph.place.headings[-1:], self.passage.columns[0][0])
        return self.own | token_set(" ".join(over))

    @cached_property
    def around(self) -> frozenset[str]:
        """Its own words, those of its sentence and headings."""
        return self.named | self.passage.tokens | self.passage.context_tokens

    @property
    def is_expected(self) -> bool:
        """Is it a forecast's?"""
        return _FORECAST.search(f"{self.label} {self.clause}") is not None

    @property
    def value(self) -> float:
        """As stated, not scaled."""
        return self.figure.number.value

    @property
    def place(self) -> tuple[str, int, int | None]:
        """Where it stands: two operands of one place are one."""
        return self.passage.candidate.paragraph.id, self.passage.start + self.figure.number.start, self.column


def alike(one: Operand, two: Operand) -> bool:
    """Can the two be added and compared: of one kind, scale and unit, and not a rate with an amount?"""
    a, b = one.figure.number, two.figure.number
    if a.dimension != b.dimension and {a.dimension, b.dimension} - {"count", "plain"}:
        return False
    if a.scale != b.scale or a.per != b.per or "range" in (a.kind, b.kind):
        return False
    units = {canonical_unit(a.unit), canonical_unit(b.unit)} - PIECES - {"antal"}
    return len(units) <= 1 or (a.kind == b.kind == "count")


def asks_forecast(query: Query) -> bool:
    """Is a forecast asked about, not what came to be?"""
    return _EXPECTED.search(query.question) is not None


def operands(readings: list[Reading], *, proposals: bool = False) -> list[Operand]:
    """The figures of the best paragraphs, each text once, best paragraph first; those of proposals only if asked."""
    best: dict[str, int] = {}
    texts: set[str] = set()
    for reading in readings:
        paragraph = reading.passage.candidate.paragraph
        if paragraph.id not in best and len(best) < _PARAGRAPHS and paragraph.text not in texts:
            best[paragraph.id] = len(best)
            texts.add(paragraph.text)
    found = [
        operand
        for reading in sorted(readings, key=lambda reading: reading.passage.start)
        if (rank := best.get(reading.passage.candidate.paragraph.id)) is not None
        for operand in _operands(reading.passage, rank, proposals)
    ]
    return sorted(found, key=lambda operand: operand.rank)


def _operands(passage: Passage, rank: int, proposals: bool) -> Iterator[Operand]:
    role = passage.candidate.paragraph.role
    if (role in _NEVER and not (proposals and role is Role.PROPOSAL)) or lists_events(passage.candidate.paragraph.rows):
        return
    if passage.candidate.paragraph.form is Form.TABLE:
        yield from _of_row(passage, rank)
        return
    text, said = passage.candidate.paragraph.text, ""
    whole = not passage.candidate.document.damaged
    read = text if whole else passage.text
    for figure in _figures(read, passage.year, not whole):
        clause = read[slice(*figure.clause)]
        if _AGAINST.search(clause):
            said = f"{said} {figure.measure}"  # "64 barn, mot 54 under 2022" counts the same
        elif token_set(figure.measure):  # else "år 2016 var den 52,3 mnkr"
            said = figure.measure
        if whole and not passage.start <= figure.number.start < passage.end:
            continue
        yield Operand(
            figure if _relative(figure, clause, passage) == (None, None) else replace(figure, period=None),
            passage,
            f"{said} {figure.number.unit}".strip(),
            clause,
            _in_context(_period(figure, clause, passage), passage),
            rank,
        )


def _in_context(period: Period | None, passage: Passage) -> Period | None:
    """The figure's own time, with the year that heading or title give where it has none; else theirs."""
    context = around(passage)
    if period is None or context is None or not period.yearless:
        return period or context
    return period.in_year(int(context.days[0][:4]))


def _of_row(passage: Passage, rank: int) -> Iterator[Operand]:
    for column, figure in cell_figures(passage):
        yield Operand(
            figure,
            passage,
            figure.measure,
            "",
            _in_context(figure.period, passage),
            rank,
            passage.row,
            column,
        )


@lru_cache(maxsize=1 << 12)
def _figures(text: str, year: int | None, damaged: bool) -> tuple[Figure, ...]:
    return tuple(figures(text, year=year, damaged=damaged))


def _period(figure: Figure, clause: str, passage: Passage) -> Period | None:
    """The figure's period; "året innan" is set by the time that the words before it or the headings give."""
    relative, years = _relative(figure, clause, passage)
    if relative is None and years is None:
        return _same_part(figure.period, passage)
    back = _NUMBERS[years[1].lower()] if years is not None else 1
    base = stated_before(passage) or around(passage)
    if years is not None:
        base = figure.period or base
    return None if base is None else shifted(base, -back)


def _same_part(period: Period | None, passage: Passage) -> Period | None:
    """Of "samma period 2020", the part of the year that is named before it."""
    if period is None or len(period.iso) != _YEAR:
        return period
    text = passage.candidate.paragraph.text
    said = _SAME_PART.search(text)
    if said is None or int(said[1]) != int(period.start):
        return period
    parts = [one for one in named(text[: said.start()]) if one.start != one.end or len(one.start) > _YEAR]
    if not parts or parts[-1].yearless or not parts[-1].start:
        return period
    return shifted(parts[-1], int(period.start) - int(parts[-1].start[:_YEAR]))


def _relative(figure: Figure, clause: str, passage: Passage) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """What names the figure's time by another time: "året innan", "två år tidigare"."""
    relative = RELATIVE.search(clause)
    years = _YEARS_BEFORE.search(passage.text) if relative is None and _AGAINST.search(clause) else None
    return relative, years
