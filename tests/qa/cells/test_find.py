"""Which cell a question names by row and column, and what is refused because the table does not have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qa.cells.find import Found
from qa.query import Query

Look = Callable[..., tuple[Query, Found | None]]

ACCOUNTS = (
    ("Verksamhet", "Budget", "Utfall", "Avvikelse"),
    ("Badhus", "40,0", "44,5", "-4,5"),
    ("Ridhus och stall", "12,0", "11,0", "1,0"),
    ("Biblioteket", "30,0", "32,0", "-2,0"),
    ("Summa", "82,0", "87,5", "-5,5"),
)
PARTS = (
    (
        "Verksamhet",
        "Utfall jan–okt 2023",
        "Budget jan–okt 2023",
        "Avvikelse (B-U)",
        "Prognos 2023",
        "Budget 2023",
        "Avvikelse",
    ),
    ("Badhus", "40", "44", "4", "50", "52", "2"),
    ("Ridhus", "12", "11", "-1", "14", "19", "5"),
    ("Bibliotek", "30", "31", "1", "37", "36", "-1"),
)
TIMES = (
    ("Kötid, dagar", "2021", "2022", "2023"),
    ("Granbadet", "14", "20", "25"),
    ("Sjöbadet", "31", "..", "40"),
    ("Vikbadet", "9", "12", "11"),
)
PLACES = (
    ("Nyckeltal", "Almvik 2023", "Liknande kommuner 2022"),
    ("Kostnad badhus, kr/inv", "310", "280"),
    ("Besök i badhus, antal", "51 (2022)", "44 (2022)"),
)
YEAR = {"headings": ("Årsrapport 2023", "Ekonomi"), "committee": "Fritidsnämnden"}


def texts(found: Found | None) -> list[str]:
    return [] if found is None else [cell.text for _, cell in found.cells]


@pytest.mark.parametrize(
    ("question", "table", "cells"),
    [
        ("Vad var avvikelsen för badhusen 2023?", ACCOUNTS, ["-4,5"]),
        ("Vad var utfallet för ridhus och stall 2023?", ACCOUNTS, ["11,0"]),
        ("Hur mycket gick badhus över budget 2023?", ACCOUNTS, ["-4,5"]),
        ("Hur mycket pengar är avsatta för badhus 2023?", ACCOUNTS, ["40,0"]),
        ("Hur lång var kötiden i Vikbadet 2022?", TIMES, ["12"]),
        ("Hur lång var kötiden i Sjöbadet 2022?", TIMES, [".."]),
        ("Hur lång är kötiden i Granbadet?", TIMES, ["14", "20", "25"]),
        ("Vad är kostnaden för badhus per invånare i liknande kommuner?", PLACES, ["280"]),
        ("Vad är kostnaden för badhus per invånare i Almvik och i liknande kommuner?", PLACES, ["310", "280"]),
        ("Hur många besök hade badhusen i Almvik 2022?", PLACES, ["51 (2022)"]),
    ],
)
def test_the_cell_below_the_head_that_is_asked_for(look: Look, question: str, table: Any, cells: list[str]) -> None:
    assert texts(look(question, table, **YEAR)[1]) == cells


@pytest.mark.parametrize(
    ("question", "table"),
    [
        ("Vad var avvikelsen för badhusen 2019?", ACCOUNTS),
        ("Vad var prognosen för badhusen 2023?", ACCOUNTS),
        ("Vad var avvikelsen för skidbacken 2023?", ACCOUNTS),
        ("Vad är kostnaden för badhus per dygn i Almvik?", PLACES),
        ("Hur lång var kötiden i Vikbadet 2017?", TIMES),
        ("Hur många barn simmade i Vikbadets simskola 2022?", TIMES),
        ("Vilket bad hade längst kötid 2022?", TIMES),
    ],
)
def test_another_year_column_or_row_is_refused(look: Look, question: str, table: Any) -> None:
    assert look(question, table, **YEAR)[1] is None


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Vilken verksamhet hade störst underskott 2023?", "Badhus"),
        ("Vilken verksamhet hade störst överskott 2023?", "Ridhus och stall"),
        ("Vilken verksamhet hade lägst utfall 2023?", "Ridhus och stall"),
        ("Vilken verksamhet hade högst budget 2023?", "Badhus"),
    ],
)
def test_a_total_is_not_the_highest_of_its_column(look: Look, question: str, label: str) -> None:
    found = look(question, ACCOUNTS, **YEAR)[1]
    assert found is not None
    assert [row.label for row, _ in found.cells] == [label]


def test_a_development_is_all_years_of_the_row(look: Look) -> None:
    found = look("Hur har kötiden i Vikbadet utvecklats 2021–2023?", TIMES)[1]
    assert found is not None
    assert (found.shape, texts(found)) == ("series", ["9", "12", "11"])


@pytest.mark.parametrize(("question", "verdict"), [("Ökade kötiden i Vikbadet 2023?", False),
                                                   ("Minskade kötiden i Vikbadet 2023?", True)])  # fmt: skip
def test_whether_it_rose_is_told_from_the_year_before(look: Look, question: str, verdict: bool) -> None:
    found = look(question, TIMES)[1]
    assert found is not None
    assert (found.verdict, texts(found)) == (verdict, ["12", "11"])


def test_nothing_is_said_of_a_change_from_a_missing_value(look: Look) -> None:
    assert look("Ökade kötiden i Sjöbadet 2023?", TIMES)[1] is None


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Vilken av fritidsnämndens verksamheter väntas få störst överskott för hela 2023?", "Ridhus"),
        ("Vilken verksamhet hade störst överskott januari–oktober 2023?", "Badhus"),
    ],
)
def test_a_deviation_is_of_the_time_of_the_columns_before_it(look: Look, question: str, label: str) -> None:
    found = look(question, PARTS, **YEAR)[1]
    assert found is not None
    assert [row.label for row, _ in found.cells] == [label]
