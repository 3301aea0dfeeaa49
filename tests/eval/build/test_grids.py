"""Cells keep their address, and a text is a number only where it can be read in one way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from eval.build.grids import grids, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [("1 482 600", "1482600"), ("−49 300", "-49300"), ("75,9", "75.9"), ("12.5", "12.5"), ("0,2", "0.2"), ("7", "7")],
)
def test_a_number_is_read_in_swedish_and_in_plain_form(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize("text", ["0180", "1.204", "1,204", "..", "~100", "12 %", "", "3-4"])
def test_codes_and_what_could_mean_two_things_are_no_numbers(text: str) -> None:
    assert number_of(text) is None


def test_a_percent_format_shows_in_the_value_and_the_sheet_in_the_address(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Andelar"
    sheet.append(["Enhet", "Andel"])
    sheet.append(["Berga", 0.182])
    sheet["B2"].number_format = "0.0%"
    book.create_sheet("Noter").append(["Not"])
    book.save(tmp_path / "a.xlsx")
    first = next(grids(tmp_path / "a.xlsx", "a.xlsx"))
    assert first.rows[1][1].number == Decimal("18.2")
    assert first.address(1, 1) == "Andelar!B2"


def test_a_csv_row_is_a_physical_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Rubrik\r\n\r\nOrt;Antal\r\nBjörkö;5\r\n".encode("cp1252"))
    grid = next(grids(tmp_path / "a.csv", "a.csv"))
    assert grid.rows[3][0].text == "Björkö"
    assert grid.address(3, 1) == "B4"


def test_a_csv_with_line_breaks_in_fields_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('Ort;Antal\n"Björkö\nby";5\n', encoding="utf-8")
    assert not list(grids(tmp_path / "a.csv", "a.csv"))
