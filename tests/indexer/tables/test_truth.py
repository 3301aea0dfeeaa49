"""Against the shared statistics: every cell that a question names is a figure with that value, and no cell is lost."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from indexer.readers.dispatch import read_here
from indexer.tables.cells import written_number
from indexer.tables.model import Addressing, Role, TableFigure
from indexer.tables.parquet import write
from indexer.tables.store import TableStore

SHARED = Path(__file__).parents[4] / "shared" / "data" / "dev"
FILES = SHARED / "statistics"
QUESTIONS = SHARED / "statistics_questions.jsonl"
pytestmark = pytest.mark.skipif(not QUESTIONS.is_file(), reason="needs ../shared/data/dev/statistics")
DIRECT = {"lookup", "missing", "unit_trap", "subtotal_trap", "suspect_zero"}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """{file: {(sheet, cell): figure}}, read when first asked for."""
    folder = tmp_path_factory.mktemp("tables")

    @cache
    def of(name: str) -> dict[tuple[str, str], TableFigure]:
        tables = [replace(read.table, file=write(read.data, folder)) for read in read_here(FILES / name).tables]
        store = TableStore(folder)
        found = {}
        for table in tables:
            for figure in store.figures(table, table.having(Role.VALUE), limit=100_000):
                found[figure.source.sheet, figure.source.cell] = figure
        store.close()
        return found

    return of


def cases() -> Iterator[tuple[dict[str, Any], str, str, str]]:
    """(question, file, sheet, cell) for each cell that a question names."""
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        files = question["file"] if isinstance(question["file"], list) else [question["file"]]
        for address in question["cells"]:
            place, mark, cell = address.rpartition("!")
            file = next((name for name in files if name == place), files[0])
            sheet = place if mark and place not in files else str(question.get("sheet") or "")
            yield question, file, sheet, cell if mark else address


def test_every_cell_of_a_question_is_a_figure_with_the_right_value(figures: Any) -> None:
    wrong, seen = [], 0
    for question, file, sheet, cell in cases():
        if question["operation"] == "filter_count" and not isinstance(question["value"], float):
            continue
        seen += 1
        figure = figures(file).get((sheet, cell))
        if figure is None:
            wrong.append(f"{question['id']} {cell}: no figure")
        elif len(question["cells"]) == 1 and question["kind"] in DIRECT and not _same(question, figure):
            wrong.append(
                f"{question['id']} {cell}: {figure.value} {figure.unit} {figure.missing}, not {question['value']}"
            )
    assert not wrong, f"{len(wrong)} of {seen}: {wrong}"


def test_the_period_of_a_question_is_that_of_its_cells(figures: Any) -> None:
    wrong, seen = [], 0
    for question, file, sheet, cell in cases():
        figure = figures(file).get((sheet, cell))
        stated = re.findall(r"(?<!\d)(?:19|20)\d\d", str(question["period"]))
        if figure is None or not stated:
            continue
        seen += 1
        years = re.findall(r"\d{4}", figure.period.iso if figure.period else "")
        if not set(years) & {str(year) for year in range(int(min(stated)), int(max(stated)) + 1)}:
            wrong.append(f"{question['id']} {cell}: {figure.period and figure.period.iso}, not {question['period']}")
    assert not wrong, f"{len(wrong)} of {seen}: {wrong}"


def test_every_number_of_every_sheet_is_a_figure_or_names_a_row(figures: Any) -> None:
    """Values read anew and plainly: those of cells that are figures are equal, the rest stand in label columns."""
    different, lost, compared = [], 0, 0
    for file in sorted(FILES.glob("*.xls*")):
        found = figures(file.name)
        columns = {(sheet, re.sub(r"\d", "", cell)) for sheet, cell in found}
        for sheet, cell, raw in _raw_numbers(file):
            figure = found.get((sheet, cell))
            if figure is None:
                lost += (sheet, re.sub(r"\d", "", cell)) in columns and not 1900 <= raw <= 2100
                continue
            compared += 1
            shown = float(f"{raw * 100:.12g}")
            if figure.value != raw and not (figure.unit == "procent" and figure.value == shown):
                different.append((file.name, sheet, cell, raw, figure.value))
    assert compared > 20_000
    assert not different
    assert lost == 0


def test_every_number_of_every_csv_is_equal(figures: Any) -> None:
    different, compared = [], 0
    for file in sorted(FILES.glob("*.csv")):
        lines = _text(file).split("\n")
        for (_, cell), figure in figures(file.name).items():
            column, row = re.sub(r"\d", "", cell), int(re.sub(r"\D", "", cell))
            written = lines[row - 1].rstrip("\r").split(";")[ord(column) - ord("A")]
            number = written_number(" ".join(written.split()))
            compared += 1
            if (number.value if number else None) != figure.value:
                different.append((file.name, cell, written, figure.value))
    assert compared > 5_000
    assert not different


def _same(question: dict[str, Any], figure: TableFigure) -> bool:
    if not question["answerable"]:
        return figure.value is None
    if not isinstance(question["value"], float | int) or figure.value is None:
        return False
    factor = {("mnkr", "tkr"): 1000.0}.get((question["unit"], figure.unit), 1.0)
    return math.isclose(figure.value, question["value"] * factor, rel_tol=1e-4)


def _raw_numbers(file: Path) -> Iterator[tuple[str, str, float]]:
    with CalamineWorkbook.from_path(str(file)) as book:
        for name in book.sheet_names:
            for row, cells in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1):
                for at, cell in enumerate(cells):
                    if isinstance(cell, float | int) and not isinstance(cell, bool):
                        yield name, f"{chr(65 + at) if at < 26 else 'A' + chr(39 + at)}{row}", float(cell)


def _text(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_label_addresses_of_cubes_are_unique(figures: Any) -> None:
    for file in FILES.glob("*.px"):
        found = figures(file.name)
        assert found
        assert all(figure.table.addressing is Addressing.LABELS for figure in found.values())
