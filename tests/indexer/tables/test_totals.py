"""Labels that sum up others."""

from __future__ import annotations

import pytest

from indexer.tables.totals import is_total, parents, totals_of


@pytest.mark.parametrize(
    "label",
    [
        "Totalt",
        "Summa nämnder",
        "Samtliga 16-64 år",
        "Hela staden",
        "Riket",
        "00 Riket",
        "Nämnderna totalt",
        "Kvinnor och män",
        "Alla",
        "Delsumma:",
        "varav kvinnor",
    ],
)
def test_words_give_totals_away(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize(
    "label", ["Norrby", "Kvinnor", "Alla Rums Förskola", "Totalentreprenad", "Kommunal", "Summering av år"]
)
def test_other_labels_are_parts(label: str) -> None:
    assert not is_total(label)


def test_a_code_that_others_begin_with_stands_above_them() -> None:
    assert parents(["00", "20", "2021", "2023"]) == ("00", "20")
    assert totals_of(["01 Länet", "0114 Norrby", "0115 Söderby"]) == ("01 Länet",)


def test_codes_of_different_length_need_not_be_a_hierarchy() -> None:
    assert parents(["114", "1142", "1275", "1380", "2580"]) == ()


def test_ages_are_no_codes_above_others() -> None:
    assert totals_of([f"{age} år" for age in range(20)]) == ()
    assert parents([str(age) for age in range(86)]) == ()


def test_a_total_in_two_languages_is_one() -> None:
    assert is_total("Hela riket / Whole country")
    assert not is_total("Viken / The Bay")
