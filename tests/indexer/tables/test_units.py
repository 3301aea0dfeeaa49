"""Units in headers, titles and notes."""

from __future__ import annotations

import pytest

from indexer.tables.units import unit_in, without_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Vakansgrad (%)", "procent"),
        ("Personalomsättning, procent", "procent"),
        ("Tusental kronor (tkr)", "tkr"),
        ("Den totala kostnaden i tusentals kronor", "tkr"),
        ("miljoner kronor (mnkr)", "mnkr"),
        ("Kostnad, kr per elev", "kr per elev"),
        ("Kostnaden för lokaler per elev", "kr per elev"),
        ("Väntetid 2022 (dagar)", "dagar"),
        ("Antal elever", "antal"),
        ("Budgeterade årsarbetare", "årsarbetare"),
        ("Förändring, procentenheter", "procentenheter"),
        ("16-24 år", ""),
        ("Kommun", ""),
    ],
)
def test_a_header_names_its_unit(text: str, unit: str) -> None:
    assert unit_in(text) == unit


def test_a_title_of_two_units_speaks_for_none() -> None:
    assert unit_in("Kostnader i tkr och andel i procent", strict=True) == ""
    assert unit_in("Antal elever", strict=True) == ""


@pytest.mark.parametrize(("header", "left"), [("Vakansgrad (%)", "Vakansgrad"), ("Omsättning, procent", "Omsättning"),
                                              ("Antal (genomsnitt)", "Antal (genomsnitt)")])  # fmt: skip
def test_the_measure_is_the_header_without_its_unit(header: str, left: str) -> None:
    assert without_unit(header) == left
