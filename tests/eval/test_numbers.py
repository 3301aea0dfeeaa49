"""Numbers are read in the forms that Swedish and English texts have."""

from __future__ import annotations

import pytest

from eval.number_words import WORDS
from eval.numbers import mentions


def values(text: str) -> list[set[float]]:
    return [set(mention.values) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 200", 1200), ("1\u00a0200", 1200), ("1\u2009200", 1200), ("1\u202f200 300", 1200300), ("8,9", 8.9),
        ("8.9 percent", 8.9), ("1,234.5", 1234.5), ("1 234,5", 1234.5), ("12:e", 12), ("3rd", 3), ("tolv", 12),
        ("twenty-one", 21), ("tjugoett", 21), ("tvåhundrafemtio", 250), ("0127", 127), ("Tolv av dem", 12),
    ],
)  # fmt: skip
def test_a_number_is_read_in_each_of_its_forms(text: str, value: float) -> None:
    assert value in values(text)[0]
    assert len(values(text)) == 1


def test_a_form_that_can_be_read_in_two_ways_has_both_values() -> None:
    assert values("1.200") == [{1200.0, 1.2}]
    assert values("1,200") == [{1200.0, 1.2}]


@pytest.mark.parametrize("sign", ["-", "−", "–"])
def test_each_minus_sign_is_a_minus(sign: str) -> None:
    (mention,) = mentions(f"resultatet blev {sign}124,9")
    assert mention.negative


def test_a_dash_between_numbers_is_no_minus() -> None:
    assert [mention.negative for mention in mentions("2019–2022 och 10-20")] == [False] * 4


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("1,2 mnkr", 1e6), ("1 200 tkr", 1e3), ("5 kr", 1), ("1.2 million SEK", 1e6), ("3 miljoner kronor", 1e6),
        ("2 mdr", 1e9),
    ],
)  # fmt: skip
def test_money_carries_its_scale(text: str, scale: float) -> None:
    assert mentions(text)[0].scale == scale


def test_percent_is_told_apart() -> None:
    found = [mention.percent for mention in mentions("16 %, 16 procent, 16 per cent, 16 platser")]
    assert found == [True, True, True, False]


@pytest.mark.parametrize(
    "text", ["14 mars 2024", "den 14 mars 2024", "14 March 2024", "14th of March 2024", "March 14, 2024", "2024-03-14"]
)
def test_a_date_is_the_same_date_in_every_form(text: str) -> None:
    assert [mention.date for mention in mentions(text)] == [(2024, 3, 14)]


@pytest.mark.parametrize(
    ("text", "date"), [("mars 2024", (2024, 3, None)), ("2024-03", (2024, 3, None)), ("14 maj", (None, 5, 14))]
)
def test_a_date_may_lack_its_day_or_year(text: str, date: tuple[int | None, int, int | None]) -> None:
    assert [mention.date for mention in mentions(text)] == [date]


def test_marks_are_no_numbers() -> None:
    assert mentions("Så är det [1], enligt [2, 3] och [4–6].") == []


def test_sections_and_pages_are_told_apart_from_numbers() -> None:
    assert [mention.kind for mention in mentions("§ 14 på sida 3")] == ["section", "place"]


def test_number_words_reach_a_thousand() -> None:
    assert WORDS["nittio"] == WORDS["ninety"] == 90
    assert WORDS["etthundratjugofem"] == WORDS["hundratjugofem"] == 125
