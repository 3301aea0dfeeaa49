"""Cited cells are looked up by the words and numbers of their file, however a product lays them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from eval.originals import Originals, made_up
from eval.sheets import Sheets


@pytest.fixture
def book(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.create_sheet("Bänkar", 0)
    for row in (("Park", "Andel trasiga"), ("Norra parken", 0.188), ("Södra parken", 1204)):
        sheet.append(row)
    sheet["B2"].number_format = "0.0%"
    book.save(tmp_path / "bänkar.xlsx")
    return tmp_path / "bänkar.xlsx"


@pytest.mark.parametrize("quote", ["Norra parken, andel trasiga: 18,8 procent", "0,188", "18,80 %", "1 204", "1,204"])
def test_any_layout_of_what_stands_in_the_file_is_right(book: Path, quote: str) -> None:
    assert Sheets(book).lacks(quote) == ""


@pytest.mark.parametrize(
    ("quote", "missing"), [("Norra parken: 19,8", "19,8"), ("Nämnden fann Norra parken: 18,8", "nämnden")]
)
def test_a_made_up_word_or_number_is_named(book: Path, quote: str, missing: str) -> None:
    assert Sheets(book).lacks(quote) == missing


def test_the_number_of_the_very_cell_must_be_stated(book: Path) -> None:
    sheets = Sheets(book)
    assert sheets.contradicts("Norra parken: 18,8", ["B2", "A2"], "Bänkar") == ""
    assert sheets.contradicts("Norra parken: 1 204", ["Bänkar!$B$2"], "") == "Bänkar!$B$2"
    assert sheets.contradicts("Norra parken: 1 204", ["B2"], "another sheet") == ""
    citation = {"document": book.name, "cells": ["B2"], "sheet": "Bänkar", "quote": "Norra parken: 1 204"}
    assert made_up(citation, Originals(book.parent)) == "the quote does not state what stands in B2"


def test_a_file_that_cannot_be_read_accuses_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 cut")
    assert Sheets(tmp_path / "a.xlsx").lacks("12 bänkar") == ""
