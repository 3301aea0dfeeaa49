"""What must hold before an answer from tables is sent: its cells are read again, its formulas worked out again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.figures import format_number, missing_numbers
from indexer.tables.model import Addressing, TableFigure
from indexer.tables.store import TableStore
from qa.formula import comes_to
from qa.model import Answer, Citation, Status
from qa.statistics.cite import row_condition, text_of
from qa.verify import Unverified

_MARK: Final = re.compile(r"\[(\d+)\]")
_QUOTED: Final = re.compile(r"[“”\"]([^“”\"]*)[”\"]")
_ZEROS: Final = re.compile(r"(?<=\d)[.,]0{1,2}(?!\d)")  # 3,0 is 3
_TOLERANCE: Final = 1e-9


def verify(answer: Answer, store: TableStore) -> Answer:
    """Return the answer when every number in it is a cited cell's, or follows from cited cells. Raises Unverified."""
    for citation in (*answer.citations, *answer.related):
        _check_cells(citation, store)
    if answer.status is Status.NOT_FOUND:
        return answer
    _check_marks(answer)
    _check_formulas(answer)
    _check_words(answer)
    return answer


def _check_cells(citation: Citation, store: TableStore) -> None:
    cells = citation.cells
    if cells is None:
        raise Unverified(f"[{citation.number}] names no cells")
    for figure in cells.figures:
        again = store.figures(cells.table, [figure.column], row_condition(figure))
        if [(one.value, one.mark) for one in again] != [(figure.value, figure.mark)]:
            raise Unverified(f"the cell {figure.source.cell} does not hold {figure.value} now")
    if cells.table.addressing is Addressing.PAGE:
        _check_quote(citation, cells.figures)
    elif cells.figures and citation.paragraph.text != text_of(cells.figures):
        raise Unverified(f"[{citation.number}] is not the text of its cells")
    if cells.where and cells.count is not None and store.count(cells.table, cells.where) != cells.count:
        raise Unverified(f"[{citation.number}] does not count {cells.count} rows now")


def _check_quote(citation: Citation, figures: Sequence[TableFigure]) -> None:
    """A table inside a document is quoted as it stands there, and the quote holds the values."""
    values = " ".join(format_number(abs(one.value)) for one in figures if one.value is not None)
    if citation.quote not in citation.paragraph.text or missing_numbers(values, citation.quote):
        raise Unverified(f"[{citation.number}] does not quote its cells")


def _check_marks(answer: Answer) -> None:
    cited = {citation.number for citation in answer.citations}
    used = {
        int(mark) for text in (answer.text, *(one.formula for one in answer.figures)) for mark in _MARK.findall(text)
    }
    if not cited or not used or not used <= cited:
        raise Unverified(f"marks {sorted(used)} but citations {sorted(cited)}")


def _check_formulas(answer: Answer) -> None:
    known = {figure.value for figure in _figures(answer)}
    for figure in answer.figures:
        if not figure.formula:
            if figure.value not in known:
                raise Unverified(f"stated nowhere: {figure.value} {figure.unit}")
        elif figure.formula.startswith("count("):
            _check_count(answer, figure.formula, figure.value)
        elif not comes_to(figure.formula, figure.value, answer.language) or not _operands_stand(answer, figure.formula):
            raise Unverified(f"the formula does not hold: {figure.formula} = {figure.value}")


def _check_count(answer: Answer, formula: str, value: float) -> None:
    counted = [
        citation.cells.count for citation in answer.citations if citation.cells and citation.cells.count is not None
    ]
    marks = len(_MARK.findall(formula))
    if value not in (*counted, marks):
        raise Unverified(f"the count does not hold: {formula} = {value}")


def _operands_stand(answer: Answer, formula: str) -> bool:
    """Does every number before a mark stand in a cell of that citation?"""
    by_number = {citation.number: citation for citation in answer.citations}
    for written, mark in re.findall(r"([\d\u00a0.,\u2212-]+) \[(\d+)\]", formula):
        citation = by_number.get(int(mark))
        cells = citation.cells.figures if citation is not None and citation.cells else ()
        values = " ".join(repr(abs(one.value)) for one in cells if one.value is not None)
        if missing_numbers(written.replace("\u2212", ""), values, language=answer.language):
            return False
    return True


def _figures(answer: Answer) -> list[TableFigure]:
    return [figure for citation in answer.citations if citation.cells for figure in citation.cells.figures]


def _check_words(answer: Answer) -> None:
    """The numbers of the text are those of cells, of their labels, titles and periods, or rounded results."""
    sources = "\n".join(_evidence(citation) for citation in answer.citations)
    text = _ZEROS.sub("", _QUOTED.sub("", _MARK.sub("", answer.text)))
    worked = [figure.value for figure in answer.figures] + [
        one.value for one in _figures(answer) if one.value is not None
    ]
    loose = {
        value
        for value in missing_numbers(text, sources, language=answer.language)
        if not any(abs(abs(value) - abs(round(known, places))) < _TOLERANCE for known in worked for places in range(4))
    }
    if loose:
        raise Unverified(f"in no cited cell: {sorted(loose)}")


def _evidence(citation: Citation) -> str:
    cells = citation.cells
    if cells is None:
        return ""
    periods = [period.iso for one in cells.figures for period in (one.period,) if period is not None]
    where = [label for condition in cells.where for label in condition.labels]
    fixed = [label for one in cells.figures for _, label in one.dimensions]
    measures = [cells.table.title, cells.table.sheet, *(one.measure for one in cells.figures)]
    years = [year for iso in periods for year in re.findall(r"\d{4}", iso)]
    return "\n".join([citation.paragraph.text, citation.document.title, *periods, *years, *where, *fixed, *measures])
