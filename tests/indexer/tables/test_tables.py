"""Sheets as people lay them out become tables: titles, stacked headers, notes, groups, several on a sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indexer.tables.model import Missing, ReadTable, Role, TableFigure

Read = Callable[..., list[ReadTable]]
Cells = Callable[[Any], dict[str, TableFigure]]


def test_title_stacked_header_and_notes_are_taken_apart(read: Read, cells: Cells) -> None:
    tables = read(
        [
            ["Sjukfrånvaro per nämnd"],
            [],
            ["Nämnd", "Frånvaro, procent", "", "Anställda, antal", ""],
            ["", 2022.0, 2023.0, 2022.0, 2023.0],
            ["Norra", 5.1, "..", 120.0, 118.0],
            ["Södra", 4.9, 5.0, 80.0, "-"],
            ["Nämnderna totalt", 5.0, 5.0, 200.0, 198.0],
            [],
            ["Källa: personalsystemet"],
            [".. = uppgift saknas"],
        ]
    )
    table = tables[0].table
    assert table.title == "Sjukfrånvaro per nämnd"
    assert (table.header_rows, table.first_row, table.last_row) == ((3, 4), 5, 7)
    assert table.marks == (("..", ".. = uppgift saknas"),)
    found = cells(tables)
    assert (found["B5"].value, found["B5"].measure, found["B5"].unit) == (5.1, "Frånvaro", "procent")
    assert found["E5"].period is not None
    assert (found["E5"].period.iso, found["E5"].unit) == ("2023", "antal")
    assert found["B5"].dimensions == (("Nämnd", "Norra"),)
    assert (found["C5"].value, found["C5"].missing) == (None, Missing.NOT_AVAILABLE)
    assert found["E6"].missing is Missing.NIL
    assert found["B7"].is_total
    assert not found["B6"].is_total


def test_merged_group_labels_hold_in_all_their_rows(read: Read, cells: Cells) -> None:
    rows = [
        ["Förvaltning", "Yrke", "Antal"],
        ["Vård", "A", 1.0],
        ["", "B", 2.0],
        ["Summa vård", "", 3.0],
        ["Skola", "C", 4.0],
    ]
    for merges in ([(1, 0, 2, 0)], []):
        found = cells(read(rows, merges=merges))
        assert dict(found["C3"].dimensions) == {"Förvaltning": "Vård", "Yrke": "B"}
        assert found["C4"].totals == ("Förvaltning",)


def test_tables_below_and_beside_each_other_are_kept_apart(read: Read) -> None:
    tables = read(
        [
            ["Tabell 1. Ärenden"],
            ["Enhet", "Antal", "", "Skola", "Elever"],
            ["A", 1.0, "", "Gula", 7.0],
            ["B", 2.0, "", "Blå", 8.0],
            [],
            ["Tabell 2. Kostnader, tkr"],
            ["Enhet", "2022", "2023"],
            ["A", 1998.0, 2005.0],
            ["B", 10.0, 11.0],
        ]
    )
    assert [table.table.title for table in tables] == ["Tabell 1. Ärenden", "", "Tabell 2. Kostnader, tkr"]
    assert [table.table.columns[0].index for table in tables] == [0, 3, 0]
    assert [table.table.rows for table in tables] == [2, 2, 2]
    assert tables[2].table.columns[1].unit == "tkr"


def test_lone_headings_and_indents_group_the_rows_below(read: Read, cells: Cells) -> None:
    grouped = read(
        [["Kön", "Antal"], ["Kvinnor"], ["Unga", 1.0], ["Äldre", 2.0], ["Män"], ["Unga", 3.0], ["Äldre", 4.0]]
    )
    assert dict(cells(grouped)["B6"].dimensions)["Grupp"] == "Män"
    indented = read([["", "Utfall 2023"], ["Intäkter", 5.0], ["  Avgifter", 3.0], ["  Bidrag", 2.0]])
    found = cells(indented)
    assert dict(found["B3"].dimensions)["Överordnad rad"] == "Intäkter"
    assert found["B2"].is_total


def test_group_heads_that_stand_a_column_off_are_put_over_their_groups(read: Read) -> None:
    table = read([["16-24 år", "", "25-29 år", "", ""], ["", "Antal", "Andel", "Antal", "Andel"],
                  ["Kvinnor", 10.0, 4.0, 20.0, 9.0], ["Män", 11.0, 5.0, 21.0, 8.0]])[0].table  # fmt: skip
    assert [column.header for column in table.having(Role.VALUE)] == [
        ("16-24 år", "Antal"), ("16-24 år", "Andel"), ("25-29 år", "Antal"), ("25-29 år", "Andel")
    ]  # fmt: skip


def test_years_months_codes_and_measures_in_columns_get_their_roles(read: Read, cells: Cells) -> None:
    tables = read(
        [
            ["regionkod", "region", "Uppgift", "år", "månad", "value"],
            ["00", "Riket", "Antal elever", "2024", "09", 900.0],
            ["2021", "Norrby", "Antal elever", "2024", "09", 40.0],
            ["2021", "Norrby", "andel (%) flickor", "2024", "10", 48.5],
        ]
    )
    roles = [column.role for column in tables[0].table.columns]
    assert roles == [Role.CODE, Role.DIMENSION, Role.MEASURE, Role.PERIOD, Role.PERIOD, Role.VALUE]
    found = cells(tables)
    assert (found["F4"].measure, found["F4"].unit) == ("andel (%) flickor", "procent")
    assert found["F4"].period is not None
    assert found["F4"].period.iso == "2024-10"
    assert found["F2"].totals == ("region",)
    assert found["F3"].codes == (("regionkod", "2021"),)


def test_shares_are_shown_as_their_format_shows_them(read: Read, cells: Cells) -> None:
    found = cells(read([["Enhet", "Andel"], ["A", 0.331], ["B", 0.07]], percent={1: bytearray([0, 1, 1])}))
    assert (found["B2"].value, found["B3"].value, found["B2"].unit) == (33.1, 7.0, "procent")


def test_formulas_without_a_result_are_missing(read: Read, cells: Cells) -> None:
    found = cells(read([["Enhet", "Antal"], ["A", 1.0], ["Summa", ""]], uncounted={(2, 1)}))
    assert found["B3"].missing is Missing.OTHER
    assert found["B3"].is_total


def test_what_notes_say_of_a_column_gives_its_unit(read: Read) -> None:
    table = read(
        [["Kommun", "Totalt"], ["Norrby", 5.0], ["Söderby", 6.0], [], ["Totalt", "Kostnaden i tusentals kronor."]]
    )[0]
    assert table.table.columns[1].unit == "tkr"
    assert table.table.columns[1].description == "Kostnaden i tusentals kronor."


def test_titles_give_period_and_fixed_labels(read: Read, cells: Cells) -> None:
    tables = read([["Betyg i Norrby"], ["Typ av skola: Kommunal"], ["Valt läsår: 2024/25"],
                   ["Valt uttag: 2025-02-12"], [], ["Skola", "Poäng"], ["A", 200.5], ["B", 210.5]])  # fmt: skip
    figure = cells(tables)["B7"]
    assert figure.period is not None
    assert figure.period.iso == "2024/2025"
    assert ("Typ av skola", "Kommunal") in figure.dimensions


def test_ages_may_head_columns_and_years_may_be_values(read: Read, cells: Cells) -> None:
    ages = read([["Kommun", 16.0, 17.0, 18.0], ["Norrby", 5.0, 6.0, 7.0], ["Söderby", 1.0, 2.0, 3.0]])[0].table
    assert [column.header for column in ages.having(Role.VALUE)] == [("16",), ("17",), ("18",)]
    found = cells(read([["Kommun", "Invånare"], ["Norrby", 1998.0], ["Söderby", 2500.0]]))
    assert (found["B2"].value, found["B3"].value) == (1998.0, 2500.0)


def test_a_list_of_words_is_a_table_and_prose_is_none(read: Read) -> None:
    words = read([["Skola", "Ort", "Fritidshem"], ["A", "X", "Ja"], ["B", "Y", ""], ["C", "X", "Ja"], ["D", "X", "Ja"]])
    assert [column.role for column in words[0].table.columns] == [Role.DIMENSION] * 3
    assert read([["Definitioner"], ["Här står vad orden betyder."], ["Och vad de inte betyder."]]) == []


def test_labels_left_blank_below_are_filled_and_named_by_the_title(read: Read, cells: Cells) -> None:
    tables = read(
        [
            ["Folkmängd efter region, ålder, kön och år"],
            [],
            ["", "", "", "2022", "2023"],
            ["0114 Norrby", "0-19 år", "män", 5.0, 6.0],
            ["", "", "kvinnor", 7.0, 8.0],
            ["", "20+ år", "män", 9.0, 10.0],
            ["", "", "kvinnor", 11.0, 12.0],
            ["0115 Söderby", "0-19 år", "män", 13.0, 14.0],
            ["", "", "kvinnor", 15.0, ".."],
            [],
            ["Senast uppdaterad:"],
            ["20240222 08:00"],
            ["Källa:"],
            ["Byrån"],
        ]
    )
    found = cells(tables)
    assert found["E7"].dimensions == (("region", "0114 Norrby"), ("ålder", "20+ år"), ("kön", "kvinnor"))
    assert found["E7"].period is not None
    assert (found["E7"].value, found["E7"].period.iso) == (12.0, "2023")
    assert (len(tables), tables[0].table.rows, tables[0].table.period) == (1, 6, None)


def test_rows_parted_by_blank_ones_are_one_table(read: Read) -> None:
    rows = [["Enhet", "Antal"], ["A", 1998.0], ["B", 1999.0], [], ["C", 3.0], ["D", 4.0], [], ["Totalt", 4004.0]]
    tables = read(rows)
    assert [(table.table.rows, table.table.last_row) for table in tables] == [(5, 8)]
    assert tables[0].table.columns[0].totals == ("Totalt",)


def test_rows_of_units_and_of_column_numbers_belong_to_the_header(read: Read) -> None:
    rows = [["Nämnd", "Budget", "Avvikelse"], ["", "tkr", "%"], ["Norra", 10.0, 2.5], ["Södra", 5.0, -1.5]]
    budget, deviation = read(rows)[0].table.columns[1:]
    assert (budget.measure, budget.unit) == ("Budget", "tkr")
    assert (deviation.measure, deviation.unit) == ("Avvikelse", "procent")
    numbered = read([["Kommun", "Antal"], ["1", "2"], ["Norrby", 10.0], ["Söderby", 20.0]])[0].table
    assert (numbered.first_row, numbered.columns[1].header) == (3, ("Antal",))
    parted = read([["Kommun", "Antal"], [], ["Norrby", 10.0], ["Söderby", 20.0]])[0].table
    assert (parted.first_row, parted.columns[1].header) == (3, ("Antal",))


def test_months_below_a_year_in_the_title_and_parts_of_years_are_periods(read: Read) -> None:
    months = read([["Antal besök 2024"], ["Enhet", "Jan", "Feb"], ["A", 1.0, 2.0], ["B", 3.0, 4.0]])[0].table
    assert [column.period and column.period.iso for column in months.columns] == [None, "2024-01", "2024-02"]
    quarters = read([["Enhet", "2022", "", "2023", ""], ["", "Kv 1", "Kv 2", "Kv 1", "Kv 2"], ["A", 1.0, 2.0, 3.0, 4.0],
                     ["B", 1.5, 2.5, 3.5, 4.5]])[0].table  # fmt: skip
    assert quarters.columns[4].period is not None
    assert quarters.columns[4].period.iso == "2023-04/2023-06"


def test_measures_in_rows_bring_their_own_units(read: Read, cells: Cells) -> None:
    tables = read([["", "Norrby", "Söderby"], ["Antal invånare", 1000.0, 2000.0], ["Andel äldre, procent", 20.5, 22.5],
                   ["Kostnad (tkr)", 500.0, 600.0]])  # fmt: skip
    found = cells(tables)
    assert [found[cell].unit for cell in ("B2", "B3", "C4")] == ["antal", "procent", "tkr"]
    assert found["C4"].measure == "Kostnad (tkr), Söderby"


def test_what_is_part_of_the_column_before_has_its_header_too(read: Read, cells: Cells) -> None:
    rows = [["Ort", "Pendlare", "därav kvinnor"], ["Viken", 90.0, 41.0], ["Näset", 70.0, 30.0]]
    assert cells(read(rows))["C2"].measure == "Pendlare, därav kvinnor"


def test_preliminary_years_are_years(read: Read, cells: Cells) -> None:
    found = cells(read([["Ort", "2023", "2024p"], ["Viken", 90.0, 41.0], ["Näset", 70.0, 30.0]]))
    assert found["C2"].period is not None
    assert found["C2"].period.iso == "2024"


def test_a_heading_that_a_sum_below_names_is_no_row(read: Read, cells: Cells) -> None:
    rows = [
        ["Objekt", "Yta"],
        ["Skolor", ""],
        ["Almen", 10.0],
        ["Boken", 20.0],
        ["Summa skolor", 30.0],
        ["Hallar", ""],
        ["Ishallen", 40.0],
        ["Simhallen", 50.0],
        ["Summa hallar", 90.0],
    ]
    found = cells(read(rows))
    assert ("Grupp", "Hallar") in found["B7"].dimensions
    assert "B2" not in found


def test_long_names_of_measures_are_labels_and_codes_of_them_are_codes(read: Read) -> None:
    long = "Invånare som någon gång under året har fått ett beslut om stöd i hemmet, andel (%)"
    rows = [["kpi", "nyckeltal", "ort", "värde"], ["N1", long, "Viken", 1.0], ["N2", f"Antal {long}", "Viken", 2.0]]
    roles = [column.role for column in read(rows)[0].table.columns]
    assert roles == [Role.CODE, Role.MEASURE, Role.DIMENSION, Role.VALUE]


def test_where_a_table_comes_from_is_no_title(read: Read) -> None:
    table = read([["Källa: Nämnden"], [], ["Ort", "Antal"], ["Viken", 1.0], ["Näset", 2.0]])[0].table
    assert (table.title, table.notes) == ("", ("Källa: Nämnden",))
