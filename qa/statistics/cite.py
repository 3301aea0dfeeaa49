"""Cells as citations: the row as text, with the addresses of the cells that are used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.figures import format_number
from indexer.figures.period import Period
from indexer.library import Library
from indexer.model import Form, Paragraph, Place, Role
from indexer.tables.model import Addressing, TableFigure
from indexer.tables.store import Where
from qa.model import Cells, Citation

MOST_ROWS = 12  # that are cited one by one; more share a citation
MOST_CELLS = 400  # shown of a shared citation


class Citations:
    """The citations of an answer's figures, in the order in which they are first used; cells of one row share one."""

    def __init__(self, figures: Sequence[TableFigure], library: Library) -> None:
        self._library = library
        self._marks: dict[tuple[str, int, str], int] = {}
        groups: dict[tuple[str, int], list[TableFigure]] = {}
        rows = {(figure.table.id, figure.source.row) for figure in figures}
        for figure in figures:
            key = (figure.table.id, figure.source.row if len(rows) <= MOST_ROWS else -1)
            groups.setdefault(key, []).append(figure)
        self.all = tuple(self._citation(at, some) for at, some in enumerate(groups.values(), start=1))

    def mark(self, figure: TableFigure) -> str:
        """ "[2]"."""
        return f"[{self._marks[_key(figure)]}]"

    def add(self, cells: Cells, text: str) -> str:
        """Cite rows that were counted; its mark."""
        number = len(self.all) + 1
        self.all = (*self.all, cited(self._library, number, cells, text))
        return f"[{number}]"

    def _citation(self, number: int, figures: list[TableFigure]) -> Citation:
        for figure in figures:
            self._marks[_key(figure)] = number
        return cited(self._library, number, Cells(figures[0].table, tuple(figures)), text_of(figures))


def cited(library: Library, number: int, cells: Cells, text: str) -> Citation:
    """A citation of cells; its paragraph is the table's own, laid out anew for these cells.

    A table inside a document stands in its text: there the paragraph stays as it is and a row is quoted verbatim.
    """
    table = cells.table
    document = library.document(table.document_id)
    if document is None:
        raise LookupError(f"The document of the table {table.title!r} is no longer in the library.")
    own = library.paragraphs(table.document_id)
    base = next((one for one in own if one.place.number == table.paragraph), own[0] if own else None)
    if base is None:
        base = Paragraph("", table.document_id, "", Place(0), Role.ACCOUNT, Form.TABLE)
    headings = base.place.headings or tuple(filter(None, (table.title,)))
    place = replace(base.place, sheet=table.sheet or None, cells=addresses(cells), headings=headings)
    if table.addressing is Addressing.PAGE:
        return Citation(number, document, replace(base, place=place), _written(base, cells), base.place.page, cells)
    paragraph = replace(base, text=text, place=place, form=Form.TABLE, repaired=None, rows=())
    return Citation(number, document, paragraph, text, base.place.page, cells)


def _written(base: Paragraph, cells: Cells) -> str:
    """The row of the cells as the document has it; the whole table where they are of several rows or it wraps."""
    lines = base.text.splitlines()
    rows = {figure.source.row for figure in cells.figures}
    whole = len(rows) != 1 or len(lines) != len(base.rows) or not base.rows
    return base.text if whole else lines[min(rows) - 1]


def addresses(cells: Cells) -> tuple[str, ...]:
    """A1 addresses, or "dim=label|…"."""
    return tuple(dict.fromkeys([*(figure.source.cell for figure in cells.figures), *cells.rows]))[:MOST_CELLS]


def text_of(figures: Sequence[TableFigure]) -> str:
    """ "Nordby, Vuxna – Väntetid 2022 (dagar): 16,5; Väntetid 2023 (dagar): 19", a line for each row."""
    rows: dict[int, list[TableFigure]] = {}
    for figure in figures[:MOST_CELLS]:
        rows.setdefault(figure.source.row, []).append(figure)
    return "\n".join(_row(some) for some in rows.values())


def _row(figures: list[TableFigure]) -> str:
    first = figures[0]
    fixed = dict(first.column.fixed)
    labels = [label for name, label in first.dimensions if name not in fixed]
    labels += [label for _, label in first.codes[:2]]
    if first.column.period is None and first.period is not None:
        labels.append(written_period(first.period))
    said = first.measure if first.measure not in (first.table.title, first.column.measure) else ""
    if said and not any(said == label for label in labels):
        labels.append(said)
    values = [f"{figure.column.name}: {_value(figure)}" for figure in figures]
    return f"{', '.join(labels)} – {'; '.join(values)}" if labels else "; ".join(values)


def _value(figure: TableFigure) -> str:
    if figure.value is None:
        return figure.mark or "–"
    sign = " %" if figure.unit == "procent" and not any(
        word in figure.column.name.lower() for word in ("%", "procent", "andel")) else ""  # fmt: skip
    return format_number(figure.value) + sign


def written_period(period: Period) -> str:
    """As tables write it: "2023", "2024/25", "2026-04", "2001K4"."""
    start, end = period.start, period.end
    if start == end:
        return start
    if len(start) == len(end) == 4:
        return f"{start}/{end[2:]}" if int(end) - int(start) == 1 else f"{start}–{end}"
    if period.precision == "quarter":
        return f"{start[:4]}K{(int(start[5:7]) + 2) // 3}"
    return period.iso


def row_condition(figure: TableFigure) -> list[Where]:
    """The row of a figure, for reading it again."""
    return [Where("row", (str(figure.source.row),))]


def _key(figure: TableFigure) -> tuple[str, int, str]:
    return figure.table.id, figure.source.row, figure.source.cell
