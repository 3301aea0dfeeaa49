"""Registry numbers and dates."""

from __future__ import annotations

import pytest

from indexer.structure.references import bare_dnrs, dates, labelled_dnrs


@pytest.mark.parametrize(
    ("text", "dnr"),
    [
        ("Dnr 4.2.1-17/2019", "4.2.1-17/2019"),
        ("Dnr 1.6-0463/2011.", "1.6-0463/2011"),
        ("D nr 013 – 430 / 05", "013 – 430 / 05"),
        ("Diarienummer: FN 2021/0164", "FN 2021/0164"),
        ("diarienr: FN/2016:51", "FN/2016:51"),
        ("Beteckning: 2013.162 FN Fritidsnämnden", "2013.162 FN"),
        ("Diarienummer: 2012.038 914", "2012.038 914"),
    ],
)
def test_a_labelled_registry_number_is_kept_character_for_character(text: str, dnr: str) -> None:
    assert labelled_dnrs(text) == [dnr]


def test_a_label_without_a_number_gives_none() -> None:
    assert labelled_dnrs("Diarienummer: XX") == []


@pytest.mark.parametrize("dnr", ["2021.089 FN", "FN 2012/0164", "KS/2016:51", "FN-2017/104"])
def test_some_registry_numbers_are_known_by_their_form(dnr: str) -> None:
    assert bare_dnrs(f"{dnr} Avtal") == [dnr]


def test_a_law_is_no_registry_number() -> None:
    assert bare_dnrs("lagen (2017:425), 2015-2018 och § 149") == []


def test_dates_come_as_iso_in_reading_order() -> None:
    assert dates("den 3 april 2023 och 2022-11-30") == ["2023-04-03", "2022-11-30"]


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert dates("2018-01-155 och 2018-13-01") == []
