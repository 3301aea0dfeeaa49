"""Years down and months across, or the other way about: each value has the month and the year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indexer.tables.model import ReadTable, TableFigure

Read = Callable[..., list[ReadTable]]
Cells = Callable[[Any], dict[str, TableFigure]]


def iso(figure: TableFigure) -> str:
    return figure.period.iso if figure.period is not None else ""


def test_months_across_and_years_down_make_a_period_together(read: Read, cells: Cells) -> None:
    rows = [
        ["Gård", "År", "Jan", "Feb", "Totalt"],
        ["Eken", 2022.0, 5.0, 6.0, 11.0],
        ["", 2023.0, 7.0, "-", 7.0],
        ["Linden", 2022.0, 1.0, 2.0, 3.0],
        ["", 2023.0, 3.0, 4.0, 7.0],
    ]
    found = cells(read(rows))
    assert (iso(found["C3"]), found["C3"].value) == ("2023-01", 7.0)
    assert iso(found["E5"]) == "2023"
    assert found["C3"].dimensions == (("Gård", "Eken"),)


def test_years_across_and_months_down_make_a_period_together(read: Read, cells: Cells) -> None:
    rows = [
        ["Levererat vatten"],
        ["Månad", "2023", "2024*"],
        ["Januari", 5.0, 6.0],
        ["Februari", 7.0, ""],
        ["Summa", 12.0, ""],
    ]
    found = cells(read(rows))
    assert (iso(found["B4"]), found["B4"].value) == ("2023-02", 7.0)
    assert iso(found["C3"]) == "2024-01"
    assert iso(found["B5"]) == "2023"


def test_years_alone_stay_one_table(read: Read) -> None:
    assert len(read([["Ort", "År", "Antal"], ["Viken", 2022.0, 3.0], ["Viken", 2023.0, 4.0]])) == 1


def test_months_below_a_title_that_names_the_year_are_of_that_year(read: Read, cells: Cells) -> None:
    rows = [["Resor 2023"], [], ["Månad", "Antal resor"], ["jan", 5.0], ["feb", 6.0], ["Totalt", 11.0]]
    found = cells(read(rows))
    assert [iso(found[cell]) for cell in ("B4", "B5", "B6")] == ["2023-01", "2023-02", "2023"]


def test_a_sum_beside_years_is_of_all_of_them(read: Read, cells: Cells) -> None:
    rows = [["Projekt", "2025", "2026", "Summa"], ["Bron", 1.5, 2.0, 3.5], ["Kajen", 1.0, 4.0, 5.0]]
    found = cells(read(rows))
    assert (iso(found["D2"]), found["D2"].value) == ("2025/2026", 3.5)
