"""A formula is worked out anew, and its operands are found."""

from __future__ import annotations

import pytest

from eval.formula import Operand, evaluate, operands


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("(16 [2] − 5 [1]) / 5 [1] × 100", 220.0),
        ("56 [2] − 29 [1]", 27.0),
        ("−124,9 [1] − −11,6 [1]", -113.3),
        ("1 200 [1] + 1\u00a0300 [1]", 2500.0),
        ("count([1], [2], [3])", 3.0),
        ("34 [1] − 100 [1] = −66", -66.0),
    ],
)
def test_a_formula_comes_to_its_value(formula: str, value: float) -> None:
    assert evaluate(formula, "sv") == pytest.approx(value)


def test_the_language_says_what_a_comma_is() -> None:
    assert evaluate("1,200 + 1", "en") == 1201
    assert evaluate("1,5 + 1", "sv") == 2.5


@pytest.mark.parametrize(
    "formula", ["", "konsulter", "__import__('os')", "5 / 0", "(5", "2 ** 9 ** 9", "a.b", "9" * 400 + "**2"]
)
def test_what_is_no_arithmetic_comes_to_nothing(formula: str) -> None:
    assert evaluate(formula, "sv") is None


def test_operands_keep_their_citation() -> None:
    assert operands("(16 [2] − 5 [1]) / 5 [1] × 100") == [Operand("16", 2), Operand("5", 1), Operand("5", 1)]


def test_a_mean_may_divide_by_how_many_numbers_it_adds() -> None:
    assert operands("(12 [1] + 14 [1] + 16 [2]) / 3") == [Operand("12", 1), Operand("14", 1), Operand("16", 2)]
    assert Operand("4", None, divides=True) in operands("(12 [1] + 14 [1] + 16 [2]) / 4")


def test_a_hundred_is_an_operand_where_it_is_no_factor() -> None:
    assert operands("100 − 34 [1]") == [Operand("100", None), Operand("34", 1)]


def test_a_function_of_a_whole_citation_is_of_its_cells() -> None:
    held = {1: [2.0, 3.0, 4.5]}
    assert evaluate("sum([1])", "sv", held) == 9.5
    assert evaluate("sum([1]) / count([1])", "en", held) == pytest.approx(9.5 / 3)
    assert evaluate("count([1], [1])", "sv", held) == 2.0
    assert evaluate("sum([2])", "sv", held) == 1.0
