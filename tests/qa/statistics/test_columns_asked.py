"""Columns that are what a question chooses among."""

from __future__ import annotations

import pytest

from indexer.tables.model import Column, Role
from qa.statistics.catalogue import Dimension, Family, Measure
from qa.statistics.columns_asked import chosen_columns
from qa.statistics.match import Match
from qa.statistics.question import ask


def measure(name: str, key: int) -> Measure:
    return Measure(name, (name.lower(),), "", ((Column(key, key, (name,), Role.VALUE),),))


def chosen(question: str, *dimensions: Dimension) -> list[str]:
    north, south = measure("Norr", 1), measure("Söder", 2)
    family = Family((), (), (north, south), dimensions, ())
    match = Match(family, north, (), {}, 1.0, 1.0, 0.0, met={1: 0.9})
    return [one.name for one in chosen_columns(ask(question, "sv"), match)]


def test_areas_with_columns_of_their_own_are_chosen_among() -> None:
    assert chosen("Vilket område hade flest stölder 2023?") == ["Norr", "Söder"]


@pytest.mark.parametrize("question", ["Vilket område hade stölder i Söder?", "Hur många stölder hade Söder 2023?"])
def test_a_column_that_is_named_is_not(question: str) -> None:
    assert chosen(question) == []


def test_rows_that_are_left_open_are_what_is_chosen_among() -> None:
    kinds = Dimension("Typ", ("typ",), (0,), ("Bil", "Cykel"), frozenset())
    assert chosen("Vilket område hade flest stölder 2023?", kinds) == []
