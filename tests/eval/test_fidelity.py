"""Every number of an answer stands in what it cites or follows from it; one that does not is named."""

from __future__ import annotations

from typing import Any

import pytest

from eval.fidelity import numbers_of, unsupported


def given(text: str, language: str = "sv", formula: str = "") -> dict[str, Any]:
    figures = [{"value": 0, "formula": formula}] if formula else []
    return {"status": "answered", "language": language, "text": text, "figures": figures}


def cited(text: str, **more: Any) -> dict[str, Any]:
    return {"number": 1, "document": "park.txt", "text": text, "quote": text, **more}


@pytest.mark.parametrize(
    ("stated", "source"),
    [
        ("12 bänkar", "Där fanns tolv bänkar."),
        ("tolv bänkar", "Där fanns 12 bänkar."),
        ("twelve benches", "Där fanns 12 bänkar."),
        ("1,234.5 tonnes", "1 234,5 ton"),
        ("8.9 percent", "8,9 procent"),
        ("1,2 mnkr", "1 200 tkr"),
        ("1 200 tkr", "1,2 mnkr"),
        ("1.2 million SEK", "1 200 000 kr"),
        ("1 200 000 kronor", "1,2 mnkr"),
        ("4,4 mnkr", "Avvikelse, mnkr: -4,4"),
        ("−4,4 mnkr", "ett underskott på 4,4 mnkr"),
        ("16,3 %", "0,163"),
        ("14 March 2024", "den 14 mars 2024"),
        ("2024-03-14", "den 14 mars 2024"),
        ("mars 2024", "den 14 mars 2024"),
        ("januari–mars 2024", "under första kvartalet 2024"),
        ("2018", "den 31 december 2018"),
        ("januari 2024", "januari–november 2024"),
        ("120 300", "Summa 118 500 120 300"),
        ("−16,100", "Hyror -16 500 -16 100 400"),
        ("läsåret 2022/23", "läsåret 2022/23"),
        ("1. Först. Sedan 12.", "12"),
    ],
)
def test_a_number_is_supported_in_whatever_form_the_source_has_it(stated: str, source: str) -> None:
    assert unsupported(given(stated), [cited(source)]) == []


@pytest.mark.parametrize(
    ("stated", "source", "named"),
    [
        ("14 bänkar", "Där fanns 12 bänkar.", "14"),
        ("fjorton bänkar", "Där fanns 12 bänkar.", "fjorton"),
        ("1,2 tkr", "1,2 mnkr", "1,2 tkr"),
        ("12 mnkr", "1,2 mnkr", "12 mnkr"),
        ("−4,4 mnkr", "ett överskott på 4,4 mnkr", "−4,4 mnkr"),
        ("14 mars 2024", "den 15 mars 2024 och den 14 april 2024", "14 mars 2024"),
        ("december 2024", "från december 2023 till januari 2024", "december 2024"),
        ("cirka 125 mnkr", "124,9 mnkr", "125 mnkr"),
        ("−100 400", "Hyror -16 100 400", "−100 400"),
        ("dnr PN 2020/99", "12 bänkar", "2020"),
        ("§ 15", "§ 14", "§ 15"),
    ],
)
def test_a_number_that_no_source_states_is_named(stated: str, source: str, named: str) -> None:
    assert named in unsupported(given(stated), [cited(source)])


def test_what_the_citation_says_of_itself_counts() -> None:
    source = cited("Bänkar.", date="2020-05-07", section="§ 31", dnr="PN 2020/0061", title="Parkplan 2021", page=3)
    assert unsupported(given("Enligt Parkplan 2021, § 31, dnr PN 2020/0061, den 7 maj 2020, sida 3"), [source]) == []


def test_a_registry_number_may_stand_close_to_its_letters() -> None:
    assert unsupported(given("Dnr PN2020/0061-5"), [cited("Bänkar.", dnr="PN2020/0061-5")]) == []
    assert unsupported(given("Dnr PN2020/0061-6"), [cited("Bänkar.", dnr="PN2020/0061-5")]) != []
    assert unsupported(given("303 – 432 / 06"), [cited("Bänkar.", dnr="303 – 432 / 06")]) == []


def test_a_registry_number_is_no_source_for_a_count() -> None:
    assert unsupported(given("61 bänkar"), [cited("Bänkar.", dnr="PN 2020/61")]) == ["61"]


def test_a_quote_that_stands_in_the_source_is_not_read_again() -> None:
    source = cited("Ekonomiskt bistånd 88,5 92,9 -4,4")
    assert unsupported(given("Så står det: ”Ekonomiskt bistånd 88,5 92,9 -4,4” [1]"), [source]) == []
    assert unsupported(given("Så står det: ”Ekonomiskt bistånd 88,5 92,7” [1]"), [source]) == ["92,7"]


def test_a_number_may_follow_by_a_stated_formula() -> None:
    source = cited("från 5 till 16 bänkar")
    assert unsupported(given("+220 procent (16 mot 5)", formula="(16 [1] − 5 [1]) / 5 [1] × 100"), [source]) == []


def test_a_formula_that_comes_to_something_else_supports_nothing() -> None:
    source = cited("från 5 till 16 bänkar")
    assert unsupported(given("+12", formula="16 [1] − 5 [1]"), [source]) == ["12"]


def test_a_formula_with_an_operand_that_is_not_in_the_marked_citation_supports_nothing() -> None:
    sources = [cited("5 bänkar"), cited("16 bänkar", number=2)]
    assert unsupported(given("11 fler", formula="16 [2] − 5 [1]"), sources) == []
    assert unsupported(given("11 fler", formula="16 [1] − 5 [1]"), sources) == ["11"]
    assert unsupported(given("12 fler", formula="17 [2] − 5 [1]"), sources) == ["12"]


def test_a_result_may_be_stated_as_closely_as_it_is_rounded() -> None:
    source = cited("110 och 211")
    for stated, fine in (("91,8 procent", True), ("92 procent", True), ("91,9 procent", False)):
        found = unsupported(given(stated, formula="(211 [1] − 110 [1]) / 110 [1] × 100"), [source])
        assert (found == []) == fine


@pytest.mark.parametrize(("stated", "source", "fine"), [
    ("7 månader", "Det pågår april-oktober 2016.", True),
    ("8 månader", "Det pågår april-oktober 2016.", False),
    ("7 månader", "Det pågår april-september 2016.", False),
])  # fmt: skip
def test_the_months_of_a_span_are_counted_where_both_ends_stand(stated: str, source: str, fine: bool) -> None:
    answer = given(stated, formula="months(2016-04/2016-10 [1])")
    assert (unsupported(answer, [cited(source)]) == []) == fine


def test_articles_are_not_taken_for_numbers() -> None:
    assert unsupported(given("Ett av barnen, en dag; one of them"), [cited("Barnen.")]) == []


def test_the_same_numbers_are_the_same_in_both_languages() -> None:
    assert numbers_of("1,2 mnkr den 14 mars 2024, tolv") == numbers_of("1.2 million SEK on 14 March 2024, twelve")
    assert numbers_of("12") != numbers_of("13")
