"""Addresses of cells."""

from __future__ import annotations

from indexer.tables.model import named_cells


def test_a_range_within_one_row_is_given_as_its_cells() -> None:
    assert named_cells(["Y3:AB3", "A4:B5", "C7", "Ort=Norr|År=2023"]) == (
        "Y3", "Z3", "AA3", "AB3", "A4:B5", "C7", "Ort=Norr|År=2023",
    )  # fmt: skip
