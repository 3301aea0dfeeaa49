"""What headers say of their columns: units beside those of the title, periods of groups, ages as words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indexer.tables.model import ReadTable, Role, TableFigure
from indexer.tables.periods import is_whole_year, period_of
from indexer.tables.units import unit_in

Read = Callable[..., list[ReadTable]]
Cells = Callable[[Any], dict[str, TableFigure]]


def test_the_unit_of_a_title_is_that_of_the_columns_it_is_said_of(read: Read, cells: Cells) -> None:
    found = cells(
        read(
            [
                ["Lokaler. Belopp i tkr"],
                [],
                ["Objekt", "Byggår", "Budget", "Kostnad (tkr)", "Energi (kWh/m²)", "Vårddygn"],
                ["A", 1980.0, 9.0, 10.0, 120.0, 5.0],
                ["B", 1990.0, 9.0, 20.0, 130.0, 6.0],
            ]
        )
    )
    assert [found[f"{letter}4"].unit for letter in "BCDEF"] == ["", "tkr", "tkr", "", "dygn"]


def test_a_group_of_months_without_a_year_has_that_of_its_columns_or_of_the_title(read: Read) -> None:
    tables = read(
        [
            ["Månadsrapport per 31 oktober 2025"],
            [],
            ["Nämnd", "Ackumulerat januari–oktober", "", ""],
            ["", "Utfall 2025", "Avvikelse", "Utfall 2024"],
            ["A", 1.0, 2.0, 3.0],
            ["B", 1.0, 2.0, 3.0],
        ]
    )
    periods = [column.period for column in tables[0].table.having(Role.VALUE)]
    assert [one.iso for one in periods if one] == ["2025-01/2025-10", "2025-01/2025-10", "2024-01/2024-10"]


def test_a_second_header_row_of_ages_is_no_row_of_values(read: Read) -> None:
    tables = read(
        [
            ["Grupp", "2023", "", "", "2024", "", ""],
            ["", "–29", "30–39", "40–", "–29", "30–39", "40–"],
            ["A", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            ["B", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        ]
    )
    assert tables[0].table.first_row == 3
    assert [column.measure for column in tables[0].table.having(Role.VALUE)][:3] == ["–29", "30–39", "40–"]


def test_parts_below_a_head_of_parts_are_of_the_column_before(read: Read) -> None:
    tables = read(
        [
            ["Enhet", "Frånvaro (%)", "därav kön", ""],
            ["", "", "Kvinnor", "Män"],
            ["A", 5.0, 6.0, 4.0],
            ["B", 5.0, 6.0, 4.0],
        ]
    )
    assert tables[0].table.having(Role.VALUE)[2].header == ("Frånvaro (%)", "därav kön", "Män")


def test_dates_of_things_are_no_periods_where_the_values_have_theirs(read: Read) -> None:
    head = ["Boende", "Platser", "Nöjda 2023 (%)", "Senaste tillsyn"]
    dated = read([head, ["A", 10.0, 81.0, "2024-03-04"], ["B", 20.0, 82.0, "2024-02-06"]])[0].table
    assert dated.columns[3].role is Role.DIMENSION
    bare = read([["Ärende", "Belopp", "Inkom"], ["A", 10.0, "2024-03-04"], ["B", 20.0, "2024-02-06"]])[0].table
    assert bare.columns[2].role is Role.PERIOD


def test_the_whole_year_below_its_quarters_is_their_sum(read: Read, cells: Cells) -> None:
    rows = [["2023", part, float(at)] for at, part in enumerate(["kv 1", "kv 2", "kv 3", "kv 4", "Helår"], start=1)]
    tables = read([["År", "Kvartal", "Besök"], *rows])
    assert tables[0].table.columns[1].totals == ("Helår",)
    found = cells(tables)
    assert [found[cell].period.iso for cell in ("C2", "C6") if found[cell].period] == ["2023-01/2023-03", "2023"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("HT2021", "2021-08/2021-12"),
        ("vårterminen 2022", "2022-01/2022-06"),
        ("2025 jan–jun", "2025-01/2025-06"),
    ],
)
def test_terms_and_months_behind_their_year_are_periods(text: str, iso: str) -> None:
    found = period_of(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Barn per årsarbetare", ""),
        ("Max dygn", ""),
        ("Handl.tid (v)", "veckor"),
        ("Hyra (kr/m2 och år)", "kr per m2 och år"),
    ],
)
def test_a_word_behind_per_is_no_unit(header: str, unit: str) -> None:
    assert unit_in(header) == unit


def test_labels_of_the_whole_year_are_known() -> None:
    assert all(map(is_whole_year, ["Helår", "Årsmedel 2023", "hela året"]))
    assert not any(map(is_whole_year, ["År", "Årsta", "2023"]))


def test_a_row_with_two_days_is_of_the_first(read: Read, cells: Cells) -> None:
    head = ["Faktura", "Fakturadatum", "Betaldatum", "Belopp (kr)"]
    found = cells(read([head, ["A", "2023-12-20", "2024-01-19", 5.0], ["B", "2024-02-01", "2024-03-01", 6.0]]))
    assert [found[cell].period.iso for cell in ("D2", "D3") if found[cell].period] == ["2023-12-20", "2024-02-01"]  # type: ignore[union-attr]
