"""Units that stand in a column of their own."""

from __future__ import annotations

import pytest

from qa.statistics.label_units import is_unit


@pytest.mark.parametrize("header", ["Enhet", "unit", "Måttenhet "])
def test_a_column_of_units_is_known_by_its_header(header: str) -> None:
    assert is_unit(header)


def test_other_columns_hold_no_units() -> None:
    assert not is_unit("Skolenhet")
