"""Blocks of rows below lone lines are one table; what the lines say is told apart by a column of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indexer.tables.model import ReadTable, TableFigure

Read = Callable[..., list[ReadTable]]
Cells = Callable[[Any], dict[str, TableFigure]]


def test_blocks_that_only_the_first_has_a_header_for_are_one_table(read: Read, cells: Cells) -> None:
    tables = read(
        [
            ["Bolagen i siffror"],
            [],
            ["Bolag", "Enhet", "2022", "2023"],
            ["Vatten AB"],
            ["Omsättning", "tkr", 10.0, 11.0],
            ["Soliditet", "procent", 31.0, 32.0],
            ["Anställda", "antal", 7.0, 8.0],
            [],
            ["Hamn AB"],
            ["Omsättning", "tkr", 20.0, 21.0],
            ["Soliditet", "procent", 41.0, 42.0],
            ["Anställda", "antal", 5.0, 6.0],
        ]
    )
    assert len(tables) == 1
    found = cells(tables)
    assert dict(found["D10"].dimensions)["Grupp"] == "Hamn AB"
    assert dict(found["C5"].dimensions)["Grupp"] == "Vatten AB"
    assert (found["D11"].measure, found["D11"].value) == ("Soliditet", 42.0)
    assert found["D10"].period is not None
    assert found["D10"].period.iso == "2023"


def test_a_sum_of_all_blocks_is_in_none_of_them(read: Read, cells: Cells) -> None:
    tables = read(
        [
            ["Nr", "Objekt", "Yta (m2)"],
            ["Skolor"],
            ["A1", "Ekskolan", 10.0],
            ["", "Summa skolor", 10.0],
            [],
            ["Kontor"],
            ["B1", "Torget", 5.0],
            ["", "Summa kontor", 5.0],
            ["", "Totalt samtliga", 15.0],
        ]
    )
    assert len(tables) == 1
    found = cells(tables)
    assert dict(found["C8"].dimensions)["Grupp"] == "Kontor"
    assert "Grupp" not in dict(found["C9"].dimensions)


def test_a_table_below_a_title_with_a_header_of_its_own_is_another(read: Read) -> None:
    head = ["Enhet", "Antal", "Andel (%)"]
    rows = [["A", 1.0, 5.0], ["B", 2.0, 6.0]]
    assert len(read([head, *rows, [], ["Norra"], head, *rows])) == 2
