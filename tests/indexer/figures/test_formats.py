"""Numbers written for readers, and compared across texts."""

import pytest

from indexer.figures import canonical_unit, format_number, missing_numbers, number_values, same_number


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (1234567.5, "sv", "1\u00a0234\u00a0567,5"),
        (1234567.5, "en", "1,234,567.5"),
        (-87.3, "sv", "\u221287,3"),
        (34.0, "sv", "34"),
        (-0.0, "en", "0"),
        (0.1 + 0.2, "sv", "0,30000000000000004"),
    ],
)
def test_a_number_is_written_as_the_language_does(value: float, language: str, expected: str) -> None:
    assert format_number(value, language) == expected


def test_the_same_amount_in_another_unit_is_the_same_number() -> None:
    assert same_number("1,4 mnkr", "1 400 tkr")
    assert same_number("34 stycken", "trettiofyra")
    assert not same_number("5 procent", "5 procentenheter")
    assert not same_number("34", "43")
    assert not same_number("många", "34")


def test_every_number_counts_also_in_dates_and_references() -> None:
    assert number_values("Den 24 mars 2019 (dnr 12/2018) var det -4,2 mnkr för tolv nämnder") == {
        24,
        2019,
        12,
        2018,
        -4.2,
    }


def test_an_answer_may_not_hold_a_number_that_its_source_lacks() -> None:
    source = "Den 3 maj 2018 var underskottet -87,3 mnkr; 34 i en grupp, 260401. Hyror -174 304 -173 604 700"
    for answer in ("−87,3 mnkr", "87,3 mnkr 2018-05-03", "34", "700", "−173 604", "den 1 april 2026"):
        assert missing_numbers(answer, source) == set(), answer
    assert missing_numbers("35 och 8,73", source) == {35, 8.73}
    assert missing_numbers("−34", source) == {-34}


def test_units_have_one_name() -> None:
    assert [canonical_unit(unit) for unit in ("%", "kronor", "mkr", "Platser")] == ["procent", "kr", "mnkr", "platser"]
