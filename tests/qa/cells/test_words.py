"""Words of a question as tables say them."""

from __future__ import annotations

import pytest

from qa.cells.words import said_otherwise, wanted_words
from qa.query import Query
from qa.understand.converse import complete
from qa.understand.question import understand


def words(query: Query) -> list[str]:
    return [item.concept.word for item in wanted_words(query)]


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("skolutredning", "Utredning inom skola, medelvärde"),  # the parts of a compound
        ("hyror", "Lokalhyror"),  # its last part
        ("personal", "Personalkostnader"),  # its first part
        ("helårseffekt", "Ekonomisk effekt (helår)"),
        ("tomma", "Vakanser 1 december"),
        ("rents", "Lokalhyror"),
    ],
)
def test_a_label_says_it_in_other_words(asked: str, label: str) -> None:
    assert said_otherwise(asked, label) >= 0.6


@pytest.mark.parametrize(("asked", "label"), [("badhus", "Ridhus"), ("lokaler", "Konsulter"), ("salary", "Lokalhyror")])
def test_another_thing_is_not_said(asked: str, label: str) -> None:
    assert said_otherwise(asked, label) == 0.0


def test_of_a_budget_for_something_only_the_something_is_sought() -> None:
    assert words(understand("Hur stor är personalbudgeten 2026?")) == ["personal"]


def test_a_past_verb_matters_little() -> None:
    weights = {item.concept.word: item.weight for item in wanted_words(understand("Hur många barn badade i sjön?"))}
    assert weights["badade"] < weights["sjön"] / 2


def test_a_name_of_the_turn_before_gives_way_to_a_new_one() -> None:
    query = complete("Och i Sjöbadet?", ["Hur lång var kötiden i Granbadet 2023?"])
    assert "sjöbadet" in words(query) and "granbadet" not in words(query)
