"""What must hold before an answer from tables is sent: its cells are read again, its formulas worked out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from indexer.figures import format_number, missing_numbers
from indexer.tables.model import Addressing, TableFigure
from indexer.tables.store import TableStore, Where
from qa.compose.formula import comes_to
from qa.compose.verify import Unverified
from qa.model import Answer, Cells, Citation, Status
from qa.statistics.cite import label_of, shared_where, text_of, written_period
from qa.statistics.speech import rounded

_MARK: Final = re.compile(r"\[(\d+)\]")
_FUNCTION: Final = re.compile(r"\b(sum|count)\(((?:\[\d+\](?:, )?)+)\)")
_COUNT: Final = re.compile(r"count\([^/]*\)")
_QUOTED: Final = re.compile(r"[“”\"]([^“”\"]*)[”\"]")
_ZEROS: Final = re.compile(r"(?<=\d)[.,]0{1,2}(?!\d)")  # 3,0 is 3
_OPERAND: Final = re.compile(r"(\d[\d\u00a0\u202f.,]*) \[(\d+)\]")
_TOLERANCE: Final = 1e-9
_DECIMALS: Final = 7  # that a small value may be given with


def verify(answer: Answer, store: TableStore) -> Answer:
    """Return the answer when every number in it is a cited cell's, or follows from cited cells. Raises Unverified."""
    _check_values(answer, store)
    for citation in (*answer.citations, *answer.related):
        _check_cells(citation, store)
    _check_sums(answer, store)
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
    if cells.total is not None:
        return
    if cells.table.addressing is Addressing.PAGE:
        _check_quote(citation, cells.figures)
    elif cells.figures and citation.paragraph.text != text_of(cells.figures):
        raise Unverified(f"[{citation.number}] is not the text of its cells")
    if cells.count is not None and _counted(cells, store) != cells.count:
        raise Unverified(f"[{citation.number}] does not count {cells.count} rows now")


def _counted(cells: Cells, store: TableStore) -> int:
    """The rows that fit, or their labels in a column, counted again."""
    if cells.by is None:
        return store.count(cells.table, cells.where)
    return len(store.first_rows(cells.table, int(cells.by), cells.where))


def _check_values(answer: Answer, store: TableStore) -> None:
    """Every cell is read again, those of a column together."""
    columns: dict[tuple[str, int], list[TableFigure]] = {}
    for citation in (*answer.citations, *answer.related):
        for figure in citation.cells.figures if citation.cells else ():
            columns.setdefault((figure.table.id, figure.column.key), []).append(figure)
    for some in columns.values():
        rows = Where("row", tuple(str(one.source.row) for one in some))
        again = store.figures(some[0].table, [some[0].column], [rows], limit=len(some))
        held = {one.source.row: (one.value, one.mark) for one in again}
        for figure in some:
            if held.get(figure.source.row) != (figure.value, figure.mark):
                raise Unverified(f"the cell {figure.source.cell} does not hold {figure.value} now")


def _check_sums(answer: Answer, store: TableStore) -> None:
    """Cells too many to be named come to the same again; those that differ by one label are summed together."""
    beside: dict[tuple[str, int, int | str | None, tuple[Where, ...]], list[Cells]] = {}
    for cells in (citation.cells for citation in answer.citations):
        if cells is not None and cells.total is not None:
            shared = shared_where(cells.where, cells.by)
            beside.setdefault((cells.table.id, cells.figures[0].column.key, cells.by, shared), []).append(cells)
    for (_, _, by, where), some in beside.items():
        labels = () if by is None else (Where(by, tuple(one for cells in some for one in label_of(cells.where, by))),)
        sums = store.sums(some[0].table, some[0].figures[0].column, [*where, *labels], by=[] if by is None else [by])
        again = {one.labels: (one.count, one.total) for one in sums}
        for cells in some:
            if again.get(label_of(cells.where, by)) != (cells.count, cells.total):
                raise Unverified(f"the cells do not come to {cells.total} now")


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
        elif _COUNT.fullmatch(figure.formula):
            _check_count(answer, figure.formula, figure.value)
        elif not _comes_to(answer, figure.formula, figure.value) or not _operands_stand(answer, figure.formula):
            raise Unverified(f"the formula does not hold: {figure.formula} = {figure.value}")


def _comes_to(answer: Answer, formula: str, value: float) -> bool:
    """Does the formula hold, with what the cells of its citations come to in place of sum([1]) and count([1])?"""
    totals = {one.number: one.cells for one in answer.citations if one.cells and one.cells.total is not None}

    def worth(match: re.Match[str]) -> str:
        cells = [totals.get(int(number)) for number in _MARK.findall(match[2])]
        if match[1] == "count" and len(cells) > 1:
            return str(len(cells))
        if match[1] == "sum":
            return f"({' + '.join(repr(one.total) for one in cells if one is not None)})"
        return f"({' + '.join(str(one.count) for one in cells if one is not None)})"

    return comes_to(_FUNCTION.sub(worth, formula), value, answer.language)


def _check_count(answer: Answer, formula: str, value: float) -> None:
    counted = [
        citation.cells.count for citation in answer.citations if citation.cells and citation.cells.count is not None
    ]
    marks = len(_MARK.findall(formula))
    if value not in (*counted, marks):
        raise Unverified(f"the count does not hold: {formula} = {value}")


def _operands_stand(answer: Answer, formula: str) -> bool:
    """Does every number before a mark stand in a cell of that citation?"""
    by_number = {
        citation.number: {abs(one.value) for one in citation.cells.figures if one.value is not None}
        for citation in answer.citations
        if citation.cells
    }
    return all(
        _number(written, answer.language) in by_number.get(int(mark), ()) for written, mark in _OPERAND.findall(formula)
    )


def _number(written: str, language: str) -> float:
    """The size of an operand as `format_number` writes it."""
    bare = re.sub(r"[\u00a0\u202f ]", "", written)
    return float(bare.replace(",", ".") if language == "sv" else bare.replace(",", ""))


def _figures(answer: Answer) -> list[TableFigure]:
    return [figure for citation in answer.citations if citation.cells for figure in citation.cells.figures]


def _check_words(answer: Answer) -> None:
    """The numbers of the text are those of cells, of their labels, titles and periods, or rounded results."""
    sources = "\n".join(dict.fromkeys(line for citation in answer.citations for line in _evidence(citation)))
    text = _ZEROS.sub("", _QUOTED.sub("", _MARK.sub("", answer.text)))
    for label in sorted(_named(answer), key=len, reverse=True):  # "Ekbacken: 52,1" is no address
        text = text.replace(label, "|")
    worked = [figure.value for figure in answer.figures] + [
        one.value for one in _figures(answer) if one.value is not None
    ]
    known = {abs(rounded(value, places)) for value in worked for places in range(_DECIMALS)}
    loose = {
        value
        for value in missing_numbers(text, sources, language=answer.language)
        if not any(abs(abs(value) - one) < _TOLERANCE for one in known)
    }
    if loose:
        raise Unverified(f"in no cited cell: {sorted(loose)}")


def _named(answer: Answer) -> set[str]:
    """The labels of the cited cells that are words, with any number in them."""
    labels = {label for one in _figures(answer) for _, label in one.dimensions}
    return {label for label in labels if len(label) > 2 and label[0].isalpha()}


def _evidence(citation: Citation) -> Iterable[str]:
    """What a citation says beside the values of its cells: labels, periods, headers and titles."""
    cells = citation.cells
    if cells is None:
        return
    yield from (citation.document.title, citation.document.path, cells.table.title, cells.table.sheet)
    if not cells.figures or cells.table.addressing is Addressing.PAGE:
        yield citation.paragraph.text
    yield from (label for condition in cells.where for label in condition.labels)
    for one in cells.figures:
        yield from (one.measure, one.column.name, one.mark)
        yield from (label for _, label in (*one.dimensions, *one.codes))
        if one.period is not None:
            yield from (written_period(one.period), one.period.iso, *re.findall(r"\d{4}", one.period.iso))
            if one.period.precision == "quarter":
                yield str((int(one.period.start[5:7]) + 2) // 3)
