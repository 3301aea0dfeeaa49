"""Numbers, marks and words in a cell."""

from __future__ import annotations

import pytest

from indexer.tables.cells import Written, decimal_sign, missing_of, plain_number, written_number
from indexer.tables.model import Missing


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 204", 1204.0),
        ("1\u00a0204\u00a0500,5", 1204500.5),
        ("12,5", 12.5),
        ("−4\u202f920", -4920.0),
        ("–3", -3.0),
        ("(1 500)", -1500.0),
        ("1.204.000", 1204000.0),
        ("0", 0.0),
        ("0,0", 0.0),
    ],
)
def test_numbers_are_read_as_swedes_write_them(text: str, value: float) -> None:
    assert written_number(text) == Written(value)


@pytest.mark.parametrize(
    ("text", "unit", "note"),
    [("45,2 %", "%", ""), ("1 204*", "", "*"), ("7 (prel.)", "", "(prel.)"), ("22 tkr", "tkr", ""), ("12¹", "", "¹")],
)
def test_what_stands_beside_a_number_is_kept_apart(text: str, unit: str, note: str) -> None:
    found = written_number(text)
    assert found is not None
    assert (found.unit, found.note) == (unit, note)


@pytest.mark.parametrize("text", ["0127", "2023-24", "12 34", "1e5", "1_000", "Norrby", "3 av 5", "12a4"])
def test_codes_and_words_are_no_numbers(text: str) -> None:
    assert written_number(text) is None
    assert plain_number(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("..", Missing.NOT_AVAILABLE),
        (".", Missing.NOT_APPLICABLE),
        ("-", Missing.NIL),
        ("–", Missing.NIL),
        ("", Missing.BLANK),
        ("~100", Missing.MASKED),
        ("<5", Missing.MASKED),
        ("Uppgift saknas", Missing.NOT_AVAILABLE),
        ("#DIV/0!", Missing.OTHER),
    ],
)
def test_marks_of_missing_values_are_told_apart(text: str, kind: Missing) -> None:
    assert missing_of(text) is kind


@pytest.mark.parametrize("text", ["0", "0,0", "noll", "-5"])
def test_zero_is_not_missing(text: str) -> None:
    assert missing_of(text) is None


def test_the_decimal_sign_is_that_of_the_file() -> None:
    assert decimal_sign(["12.5", "3.25", "1,234"], ",") == "."
    assert decimal_sign(["12,5", "1.234"], ";") == ","
    assert decimal_sign(["12", "13"], ",") == "."
    assert written_number("1,234", ".") == Written(1234.0)


def test_the_fast_way_agrees_with_the_careful_one() -> None:
    for text in ("0", "12", "1 204", "12,5", "1\u00a0204,5"):
        assert Written(plain_number(text) or 0.0) == written_number(text)
