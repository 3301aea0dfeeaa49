"""A table is taken only where its header is beyond doubt."""

from __future__ import annotations

from eval.build.grids import Grid, entry
from eval.build.headers import tables


def grid(*rows: list[object]) -> Grid:
    return Grid("a.xlsx", "Blad", True, tuple(tuple(entry(value) for value in row) for row in rows), formats=True)


PLAIN = [["Personal per enhet 2030"], ["", "", ""], ["Enhet", "Enhetskod", "Antal"],
         ["Berga", "01", 12], ["Dalby", "02", 15], ["Ekliden", "03", 9]]  # fmt: skip


def test_one_row_of_labels_gives_a_table_with_title_and_addresses() -> None:
    (table,) = tables(grid(*PLAIN))
    assert table.title == "Personal per enhet 2030"
    assert [measure.name for measure in table.measures] == ["Antal"]
    assert table.records[1].members == (("Enhet", "Dalby"),)  # the code says no more
    value = table.records[1].values[table.measures[0]]
    assert value and value.cells == ("C5",)


def test_groups_above_the_labels_are_carried_to_the_right() -> None:
    (table,) = tables(grid(["Nämnd", "2030", "", "2031", ""], ["", "Budget", "Utfall", "Budget", "Utfall"],
                           ["Berga", 1, 2, 3, 4], ["Dalby", 5, 6, 7, 8], ["Ekliden", 9, 10, 11, 12]))  # fmt: skip
    assert [(measure.name, measure.period) for measure in table.measures] == [
        ("Budget", "2030"), ("Utfall", "2030"), ("Budget", "2031"), ("Utfall", "2031")]  # fmt: skip


def test_a_group_row_that_is_one_column_off_is_left_out() -> None:
    shifted = grid(["16-24 år", "", "25-29 år", ""], ["", "Antal", "Andel", "Antal"],
                   ["Kvinnor", 446, 4, 601], ["Män", 625, 5, 669], ["Alla", 1071, 5, 1270])  # fmt: skip
    assert not list(tables(shifted))


def test_a_column_without_a_label_leaves_the_table_out() -> None:
    assert not list(tables(grid(["", "", "Antal"], ["2030", "Berga", 1], ["2031", "Berga", 2], ["2032", "Berga", 3])))


def test_fractions_of_unknown_format_are_no_measure() -> None:
    assert not list(tables(grid(["Enhet", "Andel"], ["Berga", 0.1], ["Dalby", 0.2], ["Ekliden", 0.3])))


def test_the_same_label_twice_is_no_measure() -> None:
    (table,) = tables(grid(["Enhet", "Antal", "Antal", "Kostnad"], ["Berga", 1, 2, 3], ["Dalby", 4, 5, 6],
                           ["Ekliden", 7, 8, 9]))  # fmt: skip
    assert [measure.name for measure in table.measures] == ["Kostnad"]


def test_rows_that_cannot_be_told_apart_are_left_out() -> None:
    (table,) = tables(grid(["Enhet", "Antal"], ["Berga", 1], ["Berga", 2], ["Dalby", 3], ["Ekliden", 4], ["Fors", 5]))
    assert [record.members[0][1] for record in table.records] == ["Dalby", "Ekliden", "Fors"]
