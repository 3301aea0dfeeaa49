"""Heads of tables inside documents."""

from __future__ import annotations

import pytest

from qa.read.tabular import head_row, heads, is_value, lists_events

TABLE = (("Bad", "2021", "2022"), ("Granbadet", "14", "20"), ("Kostnad", "2023", "2024"), ("Granbadet", "3,1", "3,4"))
CAPTIONED = (("Kostnader för badet", ""), ("Post", "Belopp"), ("Löner", "300 kr"))
STACKED = (("", "Avgift", ""), ("Bad", "barn", "vuxna"), ("Granbadet", "20 kr", "40 kr"))


def test_the_first_row_heads_the_rows_below_it() -> None:
    assert heads(TABLE, 1) == ("Bad", "2021", "2022")


def test_a_row_of_years_heads_the_rows_below_it() -> None:
    assert head_row(TABLE, 3) == 2


def test_a_caption_is_no_row_of_heads() -> None:
    assert heads(CAPTIONED, 2) == ("Post", "Belopp")


def test_stacked_heads_are_joined() -> None:
    assert heads(STACKED, 2) == ("Bad", "Avgift barn", "vuxna")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("-9 800", True),
        ("ca 5", True),
        ("13 stycken", True),
        ("8 (4 st 2026)", True),
        ("Summa: 400 kr", True),
        ("2021", False),
        ("Nej", False),
        ("3. Gemensam vikariepool", False),  # a numbered item
        ("1650 Kock", False),  # a code with its name
    ],
)
def test_a_value_is_neither_words_nor_a_time(cell: str, value: bool) -> None:
    assert is_value(cell) is value


def test_a_row_with_its_day_for_each_event_is_a_list() -> None:
    events = (("Datum", "Kurs"), ("2025-03-02", "Simning"), ("2025-03-09", "Dans"))
    assert lists_events(events)
    assert not lists_events(TABLE)
    assert not lists_events((("Datum", "Belopp"), ("2025-03-02", "300 kr"), ("2025-03-09", "50 kr")))
