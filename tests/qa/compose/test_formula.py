"""Formulas are worked out again."""

from __future__ import annotations

import pytest

from qa.compose.formula import comes_to, operands, spans


@pytest.mark.parametrize(
    ("formula", "value", "language"),
    [
        ("21 [1] − 80 [1]", -59, "sv"),
        ("(21 [1] − 80 [2]) / 80 [2] × 100", -73.8, "sv"),
        ("−52,4 [2] − −6,1 [1]", -46.3, "sv"),
        ("−52.4 [2] / −6.1 [1]", 8.6, "en"),
        ("515\u00a0000 [1] − 412\u00a0000 [1]", 103000, "sv"),
        ("515,000 [1] − 412,000 [1]", 103000, "en"),
        ("count([1], [2], [3])", 3, "sv"),
        ("count([4])", 1, "en"),
    ],
)
def test_a_formula_comes_to_its_value_and_to_no_other(formula: str, value: float, language: str) -> None:
    assert comes_to(formula, value, language)
    assert not comes_to(formula, value + 2, language) or abs(value) > 200
    assert not comes_to(formula, value * 1.1 + 1, language)


def test_the_sign_of_a_result_counts() -> None:
    assert not comes_to("21 [1] − 80 [1]", 59, "sv")


def test_a_count_must_be_exact() -> None:
    assert not comes_to("count([1], [2])", 2.01, "sv")


@pytest.mark.parametrize("formula", ["import os", "2 ** 3", "abs(−3)", "x + 1", "__import__('os')", "", "1 2", "[1]"])
def test_what_is_no_formula_of_ours_is_not_worked_out(formula: str) -> None:
    with pytest.raises(ValueError, match="not a formula"):
        comes_to(formula, 8, "sv")


def test_the_operands_are_the_numbers_without_marks_and_the_hundred_of_percent() -> None:
    assert operands("(21 [1] − 80 [2]) / 80 [2] × 100").split() == ["(21", "80)", "80"]
    assert operands("count([1], [2])") == ""


def test_the_months_of_a_span_are_counted_with_both_ends() -> None:
    assert comes_to("months(2016-04/2016-10 [1])", 7, "sv")
    assert comes_to("months(2024-05-15/2025-05-14 [1])", 12, "sv")
    assert not comes_to("months(2016-04/2016-10 [1])", 6, "sv")
    assert operands("months(2016-04/2016-10 [1])").strip() == ""
    assert [span.iso for span in spans("months(2016-04/2016-10 [1])")] == ["2016-04/2016-10"]
