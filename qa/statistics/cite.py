"""Cells as citations: the row as text, with the addresses of the cells that are used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indexer.figures import format_number
from indexer.figures.period import Period
from indexer.library import Library
from indexer.model import Form, Paragraph, Place, Role
from indexer.tables.model import Addressing, TableFigure, letter
from indexer.tables.store import TableStore, Where
from indexer.tables.weeks import number_of
from qa.model import Cells, Citation
from qa.statistics.gather import Gathered, Heap

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLAUSE: Final = 60  # letters on either side of a year that are quoted of a long title
MOST_ROWS = 12  # that are cited one by one; more share a citation
MOST_CELLS = 400  # shown of a shared citation
MOST_IN_ALL = 20_000  # of all sums of an answer, above which each is cited as its whole range


class Citations:
    """The citations of an answer's figures, in the order in which they are first used; cells of one row share one.

    A sum of cells has the citations of its cells, or one of each range that they lie in where they are many.
    """

    def __init__(self, figures: Sequence[TableFigure], library: Library, store: TableStore) -> None:
        self._library = library
        self._marks: dict[tuple[str, int, str], str] = {}
        self.all: tuple[Citation, ...] = ()
        cells = [one for figure in figures for one in _cells(figure)]
        rows = {(figure.table.id, figure.source.row) for figure in cells}
        apart = len(rows) <= MOST_ROWS
        for some in _shared(cells, apart).values():
            mark = self.add(Cells(some[0].table, tuple(some)), text_of(some))
            self._marks |= {_key(one): mark for one in some}
        sums = [one for one in figures if isinstance(one, Gathered)]
        ranges = ranges_of([heap for one in sums if not one.whole for heap in one.heaps[:MOST_ROWS]], store)
        for figure in sums:
            whole = [self._marks[_key(one)] for one in figure.cells] if figure.whole else self._heaps(figure, ranges)
            self._marks[_key(figure)] = " ".join(dict.fromkeys(whole))

    def mark(self, figure: TableFigure) -> str:
        """ "[2]"; of a sum all that it needs, "[2] [3]"."""
        return self._marks[_key(figure)]

    def cited(self, figure: TableFigure) -> Citation:
        """The first citation of a figure."""
        return self.all[int(self.mark(figure).partition("]")[0][1:]) - 1]

    def add(self, cells: Cells, text: str) -> str:
        """Cite cells, or rows that were counted; its mark."""
        number = len(self.all) + 1
        self.all = (*self.all, cited(self._library, number, cells, text))
        return f"[{number}]"

    def _heaps(self, figure: Gathered, ranges: dict[int, tuple[str, ...]]) -> list[str]:
        marks = []
        for heap in figure.heaps[:MOST_ROWS]:
            shown = tuple(one for one in figure.cells if one.table is heap.table and one.column is heap.column)
            cells = Cells(heap.table, shown, heap.where, heap.count, ranges[id(heap)], heap.total, heap.by)
            marks.append(self.add(cells, "\n…\n".join(text_of([one]) for one in shown)))
        return marks


def _cells(figure: TableFigure) -> Sequence[TableFigure]:
    """The cells of a figure that are cited one by one."""
    if isinstance(figure, Gathered):
        return figure.cells if figure.whole else ()
    return (figure,)


def _shared(figures: Sequence[TableFigure], apart: bool) -> dict[tuple[str, int], list[TableFigure]]:
    """The figures by row, or by table where rows are many; each once."""
    groups: dict[tuple[str, int], dict[tuple[str, int, str], TableFigure]] = {}
    for figure in figures:
        groups.setdefault((figure.table.id, figure.source.row if apart else -1), {}).setdefault(_key(figure), figure)
    return {key: list(some.values()) for key, some in groups.items()}


def ranges_of(heaps: Sequence[Heap], store: TableStore) -> dict[int, tuple[str, ...]]:
    """The cells of heaps as ranges without a gap ("F5:F99", "F101"), the whole range where they are too many; by id."""
    found: dict[int, tuple[str, ...]] = {}
    beside: dict[tuple[str, int | str | None, tuple[Where, ...]], list[Heap]] = {}
    for heap in heaps:
        found[id(heap)] = _spans(heap, [(heap.first, heap.last)])
        if heap.table.addressing is Addressing.CELL and heap.last - heap.first + 1 > heap.cells:
            beside.setdefault((heap.table.id, heap.by, shared_where(heap.where, heap.by)), []).append(heap)
    if sum(heap.cells for some in beside.values() for heap in some) > MOST_IN_ALL:
        return found
    for (_, by, where), some in beside.items():
        labels = () if by is None else (Where(by, tuple(label for heap in some for label in label_of(heap.where, by))),)
        runs: dict[str, list[tuple[int, int]]] = {}
        for label, first, last in store.runs(some[0].table, [*where, *labels], by=by):
            runs.setdefault(label, []).append((first, last))
        for heap in some:
            own = runs[next(iter(label_of(heap.where, by)), "")]
            if len(own) <= MOST_CELLS:
                found[id(heap)] = _spans(heap, own)
    return found


def _spans(heap: Heap, runs: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The cells of runs of rows one by one, or the runs where cells are many."""
    if heap.table.addressing is not Addressing.CELL:
        return (heap.address,)
    name = letter(heap.column.index)
    if sum(last - first + 1 for first, last in runs) <= MOST_CELLS:
        return tuple(f"{name}{row}" for first, last in runs for row in range(first, last + 1))
    return tuple(f"{name}{first}" if first == last else f"{name}{first}:{name}{last}" for first, last in runs)


def shared_where(where: Sequence[Where], by: int | str | None) -> tuple[Where, ...]:
    """The conditions that a heap shares with those beside it."""
    return tuple(one for one in where if one.key != "row" and (one.key != by or one.negated))


def label_of(where: Sequence[Where], by: int | str | None) -> tuple[str, ...]:
    """The label by which a heap differs from those beside it."""
    return next((one.labels for one in where if one.key == by and not one.negated), ())


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
    headings += _dated(cells, document.path, f"{text}\n{document.title}\n{' '.join(headings)}")
    place = replace(base.place, sheet=table.sheet or None, cells=addresses(cells), headings=headings)
    if table.addressing is Addressing.PAGE:
        return Citation(number, document, replace(base, place=place), _written(base, cells), base.place.page, cells)
    paragraph = replace(base, text=text, place=place, form=Form.TABLE, repaired=None, rows=())
    return Citation(number, document, paragraph, text, base.place.page, cells)


def _dated(cells: Cells, path: str, said: str) -> tuple[str, ...]:
    """Where the year of the cells stands, when neither they nor the citation's other headings say it."""
    table = cells.table
    periods = [one.period for one in cells.figures] or [table.period]
    years = {year for period in periods if period is not None for year in _YEAR.findall(period.iso)}
    found: dict[str, None] = {}
    for year in sorted(years - set(_YEAR.findall(said))):
        for text in (table.sheet, table.title, *table.notes, path.rpartition("/")[2]):
            if at := re.search(rf"(?<!\d){year}(?!\d)", text):
                begin = text.rfind(" ", 0, max(0, at.start() - _CLAUSE)) + 1 if at.start() > _CLAUSE else 0
                end = text.find(" ", at.end() + _CLAUSE)
                found[text[begin : end if end > 0 else len(text)]] = None
                break
    return tuple(found)


def _written(base: Paragraph, cells: Cells) -> str:
    """The row of the cells as the document has it; the whole table where they are of several rows or it wraps."""
    lines = base.text.splitlines()
    rows = {figure.source.row for figure in cells.figures}
    whole = len(rows) != 1 or len(lines) != len(base.rows) or not base.rows
    return base.text if whole else lines[min(rows) - 1]


def addresses(cells: Cells) -> tuple[str, ...]:
    """A1 addresses, or "dim=label|…"."""
    named = [] if cells.total is not None else [figure.source.cell for figure in cells.figures]
    return tuple(dict.fromkeys([*named, *cells.rows]))[:MOST_CELLS]


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
    values = [f"{_header(figure)}: {_value(figure)}" for figure in figures]
    return f"{', '.join(labels)} – {'; '.join(values)}" if labels else "; ".join(values)


def _header(figure: TableFigure) -> str:
    """The header of its column; of a cube without contents, what its title says is measured."""
    bare = figure.table.addressing is Addressing.LABELS and not figure.column.header
    return figure.measure if bare and figure.measure else figure.column.name


def _value(figure: TableFigure) -> str:
    if figure.value is None:
        return figure.mark or "–"
    sign = " %" if figure.unit == "procent" and not any(
        word in figure.column.name.lower() for word in ("%", "procent", "andel")) else ""  # fmt: skip
    return format_number(figure.value) + sign


def written_period(period: Period) -> str:
    """As tables write it: "2023", "2024/25", "2026-04", "2001K4", "vecka 5 2024"."""
    start, end = period.start, period.end
    if start == end:
        return start
    if len(start) == len(end) == 4:
        return f"{start}/{end[2:]}" if int(end) - int(start) == 1 else f"{start}–{end}"
    if period.precision == "quarter":
        return f"{start[:4]}K{(int(start[5:7]) + 2) // 3}"
    if period.precision == "week":
        return f"vecka {number_of(start, end)} {start[:4]}"
    return period.iso


def _key(figure: TableFigure) -> tuple[str, int, str]:
    return figure.table.id, figure.source.row, figure.source.cell
