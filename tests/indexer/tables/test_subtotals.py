"""Rows that others come to are known by their numbers, whatever they are called."""

from __future__ import annotations

import numpy as np

from indexer.tables.subtotals import sums_among
from indexer.tables.totals import is_part, is_total, totals_of


def columns(*rows: tuple[float, ...]) -> list[np.ndarray]:
    return [np.array(column, dtype=np.float64) for column in zip(*rows, strict=True)]


def test_a_district_that_its_parts_come_to_is_a_sum_and_so_is_what_the_districts_come_to() -> None:
    rows = [(10, 101), (20, 202), (30, 303), (7, 44), (8, 55), (15, 99), (45, 402)]
    assert sums_among(columns(*rows)) == (2, 5, 6)


def test_a_sum_may_stand_above_its_parts() -> None:
    assert sums_among(columns((45, 402), (10, 101), (20, 202), (15, 99))) == (0,)


def test_one_column_of_few_rows_is_no_proof() -> None:
    assert sums_among(columns((10,), (20,), (30,))) == ()


def test_small_numbers_come_to_each_other_by_chance() -> None:
    assert sums_among(columns((1, 2), (2, 3), (3, 5))) == ()


def test_a_column_without_a_number_in_one_part_says_nothing() -> None:
    assert sums_among(columns((10, 101, np.nan), (20, 202, 9), (30, 303, 12), (60, 1, 2))) == (2,)


def test_the_own_country_beside_others_is_no_total() -> None:
    assert totals_of(["Samtliga länder", "Sverige", "Utlandet"]) == ("Samtliga länder",)
    assert totals_of(["Vik", "Näs", "Sverige"]) == ("Sverige",)


def test_all_of_a_place_is_a_total_at_the_end_of_a_list_alone() -> None:
    districts = ["Norr", "Söder", "Öster", "Väster"]
    assert totals_of([*districts, "Hela Viken"]) == ("Hela Viken",)
    assert totals_of(["Norr", "Hela Livet", *districts]) == ()


def test_what_some_of_the_row_above_are_is_kept_out_of_sums_and_is_no_whole() -> None:
    assert is_total("därav kvinnor") and is_part("därav kvinnor")
    assert not is_part("Totalt antal brott")
