"""Cells in words: "Avvikelse, Ekonomiskt bistånd, 2023: −4,4 mnkr, enligt socialförvaltningen [1]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.figures import Number, format_number
from indexer.model import Form, Paragraph, Role
from indexer.tables.units import unit_in
from qa.cells.find import Found
from qa.cells.rows import Cell, Row
from qa.compose.attribution import attribution
from qa.compose.english import in_english
from qa.compose.phrases import phrase
from qa.compose.wording import Wording, quoted
from qa.model import AnswerFigure, Citation
from qa.read.lead import period_text

_ONLY_TIME: Final = re.compile(r"(?:år\s*)?(?:19|20)\d\d(?:,\s*(?:procent|%|antal))?", re.IGNORECASE)
_MONEY: Final = {"tkr": "TSEK", "mnkr": "MSEK", "mdkr": "SEK bn"}
_TELLS_OF_TABLE: Final = re.compile(r"\b(?:tabell\w*|belopp\w*|siffror\w*|anges|redovisas)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Beside:
    """The paragraphs before a table in its document, nearest first."""

    paragraphs: Sequence[Paragraph]

    @property
    def unit(self) -> str:
        """The unit that the text right before the table gives for all its values, "" for none."""
        for paragraph in self.paragraphs[:1]:
            if _TELLS_OF_TABLE.search(paragraph.text):
                return unit_in(paragraph.text, strict=True)
        return ""

    def naming(self, time: str) -> Paragraph | None:
        """The nearest paragraph, no question and no other table, that names a time."""
        fit = (one for one in self.paragraphs if one.role is not Role.QUESTION and one.form is not Form.TABLE)
        return next((one for one in fit if re.search(rf"(?<!\w){re.escape(time)}(?!\w)", one.text)), None)


def write_cells(wording: Wording, found: Found, beside: Beside) -> None:
    """Add the cells with their row, head, time and unit; those of another table as another statement."""
    query = wording.query
    first = found.cells[0][0].table
    here = [pair for pair in found.cells if pair[0].table == first]
    wording.sentences.append(_sentence(wording, Found(found.shape, tuple(here), found.met, found.verdict), beside))
    for pair in found.cells[len(here) :]:
        other = _sentence(wording, Found(found.shape, (pair,), found.met), Beside(()))
        wording.sentences.append(f"{phrase(query.language, 'also')}: {other}")
    wording.figures = tuple(_data(row, cell, beside) for row, cell in found.cells if cell.figure is not None)


def _sentence(wording: Wording, found: Found, beside: Beside) -> str:
    language, row = wording.query.language, found.cells[0][0]
    marks = [wording.cite(one.passage) for one, _ in found.cells]
    time = "" if any(cell.period is not None for _, cell in found.cells) else _time_around(wording, row, beside, marks)
    values = [_value(one, cell, beside, language) for one, cell in found.cells]
    if found.shape in {"series", "moved"}:
        dated = [f"{value} ({_when(cell, language)})" for value, (_, cell) in zip(values, found.cells, strict=True)]
        moved = phrase(language, "from_to", before=dated[0], after=dated[-1])
        said = f"{_measured(row)}: {'; '.join(dated) if found.shape == 'series' else moved}"
    else:
        named = [_named(one, cell, found.shape, time or _when(cell, language)) for one, cell in found.cells]
        said = "; ".join(f"{name}: {value}" for name, value in zip(named, values, strict=True))
    if found.verdict is not None:
        said = f"{phrase(language, 'yes' if found.verdict else 'no')}: {said}"
    document, paragraph = row.passage.candidate.document, row.passage.candidate.paragraph
    said = f"{_over(found, language)}{said}"
    return f"{said}, {attribution(document, paragraph, language)} {' '.join(dict.fromkeys(marks))}."


def _over(found: Found, language: str) -> str:
    """The heading over the table, quoted, where neither label nor head says what is measured."""
    row = found.cells[0][0]
    headings = row.passage.candidate.paragraph.place.headings
    says = _measured(row) != row.label or unit_in(row.label)
    if says or not headings or not all(_ONLY_TIME.fullmatch(cell.head.strip()) for _, cell in found.cells):
        return ""
    return f"{quoted(headings[-1], language)}: "


def _time_around(wording: Wording, row: Row, beside: Beside, marks: list[str]) -> str:
    """The time that the headings give, cited from the paragraph that names it; "" where there is none."""
    period = row.period
    source = beside.naming(period.text) if period is not None else None
    if period is None or source is None:
        return ""
    number = len(wording.citations) + 1
    document = row.passage.candidate.document
    wording.citations.append(Citation(number, document, source, source.text, source.place.page_at(0)))
    marks.append(f"[{number}]")
    return period_text(period, wording.query.language)


def _measured(row: Row) -> str:
    """The label, after the head of the labels where that names what is measured and in what ("Väntetid, dagar")."""
    over = row.passage.columns[0][0]
    return f"{over.split(',')[0]}, {row.label}" if "," in over and unit_in(over) else row.label


def _named(row: Row, cell: Cell, shape: str, time: str) -> str:
    head = cell.head.strip()
    head = "" if _ONLY_TIME.fullmatch(head) else head
    time = "" if time and time in f"{head} {row.label}" else time
    parts = [_measured(row), head, time] if shape == "top" or not head else [head, _measured(row), time]
    return ", ".join(part for part in parts if part)


def _when(cell: Cell, language: str) -> str:
    """The cell's own time in words."""
    period = cell.period
    if period is None or period.partial or period.yearless:
        return ""
    return period_text(period, language)


def _unit(row: Row, cell: Cell, beside: Beside) -> str:
    if cell.figure is None:
        return ""
    unit = cell.figure.number.unit
    if not unit and not any(unit_in(words) for words in (cell.head, row.label, row.passage.columns[0][0])):
        unit = beside.unit
    return "" if unit == "antal" else unit


def _value(row: Row, cell: Cell, beside: Beside, language: str) -> str:
    if cell.figure is None:
        return phrase(language, "no_value", mark=cell.text)
    unit = _unit(row, cell, beside)
    number = _number(cell.figure.number, language)
    return f"{number} {_MONEY.get(unit, in_english(unit)) if language == 'en' else unit}".strip()


def _number(number: Number, language: str) -> str:
    """The number, both ends of a range."""
    ends = (number.value,) if number.upper is None or number.upper == number.value else (number.value, number.upper)
    return "–".join(format_number(end, language) for end in ends)


def _data(row: Row, cell: Cell, beside: Beside) -> AnswerFigure:
    period = cell.period or row.period
    value = cell.figure.number.value if cell.figure is not None else 0.0
    iso = period.iso if period is not None else ""
    return AnswerFigure(value, _unit(row, cell, beside), period=iso, measure=f"{row.label}, {cell.head}")
