"""Titles, headers and labels as phrases."""

from __future__ import annotations

import pytest

from qa.statistics.speech import rounded
from qa.statistics.titles import label_phrase, measure_phrase, phrase_of


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Tabell 1. Antal elever efter kommun och år, 2019–2023", "Antal elever"),
        ("Tab. 3b: Lediga platser 2024", "Lediga platser"),
        ("Table 2 – Visits by town", "Visits"),
        ("Väntetid till nybesök. Källa: förvaltningen", "Väntetid till nybesök"),
        ("Tabeller för alla", "Tabeller för alla"),
    ],
)
def test_a_title_is_said_without_its_number_its_years_and_what_it_is_told_apart_by(title: str, phrase: str) -> None:
    assert phrase_of(title) == phrase


def test_a_header_that_says_only_number_is_said_with_what_the_title_counts() -> None:
    assert measure_phrase("Antal", True, "Tabell 4. Inkomna ärenden efter enhet") == "Inkomna ärenden, antal"
    assert measure_phrase("Antal", True, "Tabell 4. Antal ärenden efter enhet") == "Antal ärenden"
    assert measure_phrase("Kostnad", True, "Ärenden") == "Kostnad"


def test_a_code_is_left_out_where_all_labels_have_one() -> None:
    assert label_phrase("20 Norra länet", ["20 Norra länet", "21 Södra länet"]) == "Norra länet"
    assert label_phrase("65 år och äldre", ["65 år och äldre", "18 år"]) == "65 år och äldre"
    assert label_phrase("20 Norra länet", ["20 Norra länet", "Södra länet"]) == "20 Norra länet"


def test_halves_are_rounded_away_from_nought() -> None:
    assert [rounded(value, 1) for value in (11.25, -11.25, 0.04)] == [11.3, -11.3, 0.0]
