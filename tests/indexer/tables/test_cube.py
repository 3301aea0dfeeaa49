"""Cubes: addressed by labels, the contents as columns, time as the rows' period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indexer.errors import Refusal
from indexer.tables.cube import Cube, Dimension, table_of_cube
from indexer.tables.model import Missing, TableFigure

REGION = Dimension("region", ("00 Riket", "0114 Norrby"))
TIME = Dimension("tid", ("2001K3", "2001K4"), time=True)
CONTENT = Dimension("innehåll", ("Antal", "Andel"), content=True, units=("antal", "procent"))
Cells = Callable[[Any], dict[str, TableFigure]]


def cube(*dimensions: Dimension, cells: list[str | float | None]) -> Cube:
    return Cube("Flyttningar", "Flyttningar", "personer", dimensions, cells, (), (("..", "saknas"),), ".")


def test_the_last_dimension_runs_fastest(cells: Cells) -> None:
    found = cells([table_of_cube(cube(REGION, TIME, cells=["1", "2.5", "..", "4"]))])
    assert found["region=00 Riket|tid=2001K4"].value == 2.5
    assert found["region=0114 Norrby|tid=2001K3"].missing is Missing.NOT_AVAILABLE
    figure = found["region=0114 Norrby|tid=2001K4"]
    assert figure.period is not None
    assert (figure.value, figure.unit, figure.period.iso) == (4.0, "personer", "2001-10/2001-12")
    assert figure.dimensions == (("region", "0114 Norrby"),)
    assert found["region=00 Riket|tid=2001K3"].is_total


def test_contents_are_columns_with_their_units(cells: Cells) -> None:
    read = table_of_cube(cube(REGION, CONTENT, cells=[1.0, 2.0, 3.0, None]))
    assert read.table.rows == 2
    found = cells([read])
    assert (found["region=00 Riket|innehåll=Andel"].value, found["region=00 Riket|innehåll=Andel"].unit) == (
        2.0,
        "procent",
    )
    assert found["region=0114 Norrby|innehåll=Antal"].measure == "Antal"
    assert found["region=0114 Norrby|innehåll=Andel"].missing is Missing.BLANK


def test_a_dimension_of_one_label_has_no_place_in_the_address(cells: Cells) -> None:
    found = cells([table_of_cube(cube(REGION, Dimension("tid", ("2003",), time=True), cells=["1", "2"]))])
    assert set(found) == {"region=00 Riket", "region=0114 Norrby"}


def test_cells_that_do_not_fit_are_refused() -> None:
    with pytest.raises(Refusal, match="3 cells"):
        table_of_cube(cube(REGION, TIME, cells=["1", "2", "3"]))
