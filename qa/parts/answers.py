"""The one figure that answers a part of a question; none where the reader would refuse, or another fits as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from indexer.figures import Period
from indexer.model import Form
from qa.cells.find import one_cell
from qa.cells.fit import SURE, in_column
from qa.cells.rows import Cell, Row, rows
from qa.cells.words import aspect, met_by, wanted_words
from qa.choose.prefer import preferred
from qa.compute.apart import told_apart
from qa.compute.choose import fits_time
from qa.compute.operands import Operand, alike, asks_forecast, operands
from qa.parts.questions import Part
from qa.query import Query
from qa.read.lead import lead
from qa.read.matching import Weighed, coverage, token_set, weigh
from qa.read.readings import Reading, put_first
from qa.read.typed import typed_numbers
from qa.refuse.odds import log_odds
from qa.refuse.rules import beside_the_question
from qa.understand.concepts import concepts

Read = Callable[[Query], list[Reading]]

_SURE: Final = 0.5  # log-odds of the refuser from which a part is answered: the other part must be so too
_LOOKED_AT: Final = 6  # best readings of which one may give the figure
_BEHIND: Final = 3.0  # how far below the best one it may read
_NAMED: Final = 0.4  # strength with which the sentence must meet the thing that the part is of


def answered(part: Part, read: Read) -> Operand | None:
    """The operand that answers the part, None where none does for sure."""
    readings = preferred(part.query, read(part.query))
    left = readings
    for reading in readings[:_LOOKED_AT]:
        if reading.score < readings[0].score - _BEHIND:
            break
        table = reading.passage.candidate.paragraph.form is Form.TABLE
        found = _of_table(part, readings, reading) if table else _of_sentence(part, reading)
        if found is not None:
            return found if is_sure(part.query, put_first(reading, left)) else None
        if _answers_another(part, reading):
            left = [one for one in left if one is not reading]
    return None


def is_sure(query: Query, readings: list[Reading]) -> bool:
    """Would the reader answer with the best of the readings?"""
    return not beside_the_question(query, readings[0]) and log_odds(query, readings) >= _SURE


def _of_table(part: Part, readings: Sequence[Reading], reading: Reading) -> Operand | None:
    """The cell that the part names among the best tables, or that of the row which is named by the thing alone."""
    cell = one_cell(part.query, rows(readings)) or _beside_thing(part, rows([reading]))
    if cell is None or cell[1].figure is None:
        return None
    row, found, figure = *cell, cell[1].figure
    if part.thing and not _is_named(part, f"{row.label} {found.head}"):
        return None
    period = found.period or row.period
    if part.time is not None and _fits(part.time, period) == 0:
        return None
    return Operand(figure, row.passage, figure.measure, "", period, row.rank, row.passage.row, found.column)


def _beside_thing(part: Part, held: Sequence[Row]) -> tuple[Row, Cell] | None:
    """The row whose label is the thing, with the one value that it has below the heads that may be meant."""
    if not held or not part.thing or not _is_named(part, held[0].label):
        return None
    cells = [cell for _, cell in in_column(part.query, wanted_words(part.query), held[0])]
    cells = [cell for cell in cells if cell.aspect != "deviation" or aspect(part.query.question) == "deviation"]
    return (held[0], cells[0]) if len({cell.text for cell in cells}) == 1 else None


def in_one(query: Query, things: Sequence[str], readings: Sequence[Reading]) -> list[Operand]:
    """A count or amount for each thing from one of the best sentences, which says each right beside its number."""
    for reading in readings[:_LOOKED_AT]:
        if reading.score < readings[0].score - _BEHIND:
            return []
        held = [one for one in figures_of(reading) if one.row is None]
        found = [_beside(query, thing, held) for thing in things]
        kept = [one for one in found if one is not None]
        if len({one.place for one in kept}) == len(things) and all(alike(kept[0], one) for one in kept):
            return kept
    return []


def _beside(query: Query, thing: str, held: Sequence[Operand]) -> Operand | None:
    words = _words(query, thing)
    named = [one for one in held if words and all(met_by(item, one.figure.number.unit) >= _NAMED for item in words)]
    return named[0] if len(named) == 1 else None


def across(one: Operand, part: Part, read: Read) -> Operand | None:
    """The cell of the thing in the table of the other part: below another head, or in another row; None for several."""
    held = [row for row in rows(read(part.query)) if row.table == one.passage.candidate.paragraph.id]
    row_of = one.passage.row
    found = [
        (row, cell)
        for row in held
        for cell in row.cells
        if cell.figure is not None
        and (
            (row.passage.row == row_of and cell.column != one.column and _is_named(part, cell.head))
            or (row.passage.row != row_of and cell.column == one.column and _is_named(part, row.label))
        )
    ]
    if len(found) != 1 or (figure := found[0][1].figure) is None:
        return None
    row, cell = found[0]
    return Operand(
        figure, row.passage, figure.measure, "", cell.period or row.period, row.rank, row.passage.row, cell.column
    )


def _is_named(part: Part, label: str) -> bool:
    """Does the label of a row or column meet every word of the thing?"""
    words = _words(part.query, part.thing)
    return bool(words) and all(met_by(item, label) >= SURE[part.query.language] for item in words)


def _of_sentence(part: Part, reading: Reading) -> Operand | None:
    """The figure of the sentence that is of the time and the thing; None where it holds none, or several."""
    query, passage = part.query, reading.passage
    typed = {number.value for number in typed_numbers(query, passage)}
    held = [one for one in figures_of(reading) if one.value in typed]
    if part.time is not None:
        fits = {id(one): _fits(part.time, one.period) for one in held}
        held = [one for one in held if fits[id(one)] > 0 and fits[id(one)] == max(fits.values())]
    if not asks_forecast(query):
        held = [one for one in held if not one.is_expected]
    if part.thing:
        words = _words(query, part.thing)
        beside = [one for one in held if coverage(words, token_set(f"{one.figure.number.unit} {one.clause}")) >= _NAMED]
        held = beside or [one for one in held if coverage(words, one.around) >= _NAMED]
    if part.other:
        held = [one for one in held if coverage(_words(query, part.other), one.own) < _NAMED]
    if len(held) > 1:
        held = _meant(query, held, reading)
    return held[0] if len(held) == 1 else None


def _answers_another(part: Part, reading: Reading) -> bool:
    """Does the sentence answer the other part, or give what is expected where it is asked what came to be?"""
    held = figures_of(reading)
    if not held or reading.passage.candidate.paragraph.form is Form.TABLE:
        return False
    if part.other or (not asks_forecast(part.query) and all(one.is_expected for one in held)):
        return True
    time = part.time
    return time is not None and all(one.period is not None and _fits(time, one.period) == 0 for one in held)


def figures_of(reading: Reading) -> list[Operand]:
    """The figures that the reading's sentence or row states."""
    return [one for one in operands([reading], proposals=True) if one.passage is reading.passage]


def _words(query: Query, thing: str) -> tuple[Weighed, ...]:
    """The words of a thing, which the question for another thing does not have."""
    return weigh(replace(query, concepts=concepts(thing, query.language)))


def _fits(asked: Period, stated: Period | None) -> float:
    """How well a figure's time is the one asked for; some months of a year are not the year, named with it or not."""
    if stated is not None and stated.start != stated.end and not asked.same(stated):
        return 0.0
    return fits_time(asked, stated)


def _meant(query: Query, held: list[Operand], reading: Reading) -> list[Operand]:
    """Of several figures the one that the sentence would be taken to answer with, where the question tells it apart."""
    direct = lead(query, weigh(query), reading.passage)
    if direct is None or not direct.figures:
        return []
    chosen = [one for one in held if one.value == direct.figures[0].value]
    others = [one for one in held if one not in chosen and alike(one, held[0])]
    if len(chosen) != 1 or any(not told_apart(weigh(query), chosen[0], other) for other in others):
        return []
    return chosen
