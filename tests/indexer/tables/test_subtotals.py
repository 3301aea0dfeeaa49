"""Rows that others come to are known by their numbers, whatever they are called."""

from __future__ import annotations

import numpy as np
import pytest

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
    rows = [(10, 101, np.nan), (20, 202, 9), (30, 303, 12), (7, 44, 5), (8, 55, 4), (15, 99, 9), (45, 402, 21)]
    assert sums_among(columns(*rows)) == (2, 5, 6)


def test_a_share_or_a_column_that_follows_another_is_no_second_proof() -> None:
    assert sums_among(columns((31, 12.7), (46, 18.9), (77, 31.6), (89, 36.5))) == ()
    assert sums_among(columns((31, 33), (46, 48), (77, 81), (9, 8))) == ()
    assert sums_among(columns((31, 33, 64), (46, 48, 94), (77, 81, 158), (9, 8, 17))) == ()


def test_one_sum_of_two_parts_is_chance_however_many_columns() -> None:
    assert sums_among(columns((31, 912, 455), (46, 118, 781), (77, 1030, 1236), (9, 733, 21))) == ()


def test_sums_of_two_parts_are_known_by_three_columns_that_differ() -> None:
    rows = [(311, 912, 455), (462, 118, 781), (773, 1030, 1236), (93, 733, 213), (81, 411, 907), (174, 1144, 1120)]
    assert sums_among(columns(*rows, (555, 12, 99))) == (2, 5)


@pytest.mark.parametrize("rows", [4, 10, 40])
def test_lists_of_chance_hold_no_sums(rows: int) -> None:
    chance = np.random.default_rng(rows)
    for _ in range(50):
        girls = np.round(chance.lognormal(4, 1, rows)) + 1
        boys = np.round(girls * chance.normal(1, 0.05, rows))
        assert sums_among([girls, boys, girls + boys]) == ()


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
