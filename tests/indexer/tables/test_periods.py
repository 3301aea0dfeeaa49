"""Periods in headers and rows."""

from __future__ import annotations

import pytest

from indexer.tables.periods import is_part, period_of, period_of_iso, row_period


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019", "2019"),
        ("2020M01", "2020-01"),
        ("2001K4", "2001-10/2001-12"),
        ("2020 - januari", "2020-01"),
        ("januari 2020", "2020-01"),
        ("jan-21", "2021-01"),
        ("Utfall 2021", "2021"),
        ("2023/24", "2023/2024"),
        ("Anställda 31 december 2023, antal", "2023-12-31"),
        ("2024-03", "2024-03"),
        ("H2 2022", "2022-07/2022-12"),
        ("Kv 3 2022", "2022-07/2022-09"),
        ("Andel T2 2022", "2022-05/2022-08"),
        ("HT2021", "2021-08/2021-12"),
        ("Elever vt 22", "2022-01/2022-06"),
        ("2023 ht", "2023-08/2023-12"),
        ("2025 jan–jun", "2025-01/2025-06"),
    ],
)
def test_headers_name_periods(text: str, iso: str) -> None:
    found = period_of(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["Antal", "2021 och 2022 eller 2023", "16-24 år", "1204", "SE2021M0145"])
def test_other_headers_name_none(text: str) -> None:
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("cells", "iso"),
    [
        ([("År", "2024"), ("Månad", "09")], "2024-09"),
        ([("kvartal", "K4"), ("ar", "1975"), ("ar_kvartal", "1975K4")], "1975-10/1975-12"),
        ([("", "2022"), ("", "Kv 1")], "2022-01/2022-03"),
        ([("År", "2024")], "2024"),
        ([("År", "2024"), ("Kvartal", "Helår")], "2024"),
    ],
)
def test_the_parts_of_a_row_make_one_period(cells: list[tuple[str, str]], iso: str) -> None:
    found = row_period(cells)
    assert found is not None
    assert found.iso == iso


def test_a_number_is_a_month_only_under_a_header_that_says_so() -> None:
    assert is_part("Månad", "09")
    assert not is_part("Antal", "09")


@pytest.mark.parametrize(("iso", "precision"), [("2024", "year"), ("2024-09", "month"), ("2024-09-30", "day"),
                                                ("2001-10/2001-12", "quarter"), ("2023/2024", "range")])  # fmt: skip
def test_stored_periods_come_back(iso: str, precision: str) -> None:
    found = period_of_iso(iso)
    assert found is not None
    assert (found.iso, found.precision) == (iso, precision)
    assert period_of_iso(None) is None
