"""Weeks as tables write them."""

from __future__ import annotations

import pytest

from indexer.tables.periods import is_part, period_of, period_of_iso, row_period
from indexer.tables.weeks import number_of, week_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("v. 5 2024", "2024-01-29/2024-02-04"),
        ("2024-W05", "2024-01-29/2024-02-04"),
        ("vecka 52, 2023", "2023-12-25/2023-12-31"),
        ("2025 v 1", "2025-01-01/2025-01-05"),
    ],
)
def test_a_week_with_its_year(text: str, iso: str) -> None:
    found = period_of(text)
    assert found is not None
    assert (found.iso, found.precision) == (iso, "week")
    again = period_of_iso(iso)
    assert again is not None
    assert again.precision == "week"


def test_a_week_beside_its_year() -> None:
    for cells in ([("År", "2024"), ("Vecka", "5")], [("", "2024"), ("", "v. 5")]):
        found = row_period(cells)
        assert found is not None
        assert found.iso == "2024-01-29/2024-02-04"


def test_versions_and_numbers_are_no_weeks() -> None:
    assert not is_part("", "v2")
    assert not is_part("", "5")
    assert not is_part("Vecka", "54")
    assert week_of(2023, 53) is None


def test_the_weeks_of_a_year_make_it_up_and_have_their_numbers() -> None:
    for year in (2020, 2023, 2024, 2025):
        weeks = [week for number in range(1, 54) if (week := week_of(year, number)) is not None]
        assert [number_of(week.start, week.end) for week in weeks] == list(range(1, len(weeks) + 1))
        assert (weeks[-1].end >= f"{year}-12-28") and weeks[0].start <= f"{year}-01-04"
    assert number_of("2024-01-30", "2024-02-05") is None
