"""A person is named for an office only when that office is theirs."""

from __future__ import annotations

import re

import pytest

from indexer.figures import persons
from qa.offices import asked_office, holders

BLOCK = "Ordföranden Rut Backlund (C) och vice ordföranden Sten Ekvall (S)"


def held(question: str, text: str) -> list[str]:
    office = asked_office(question)
    assert isinstance(office, re.Pattern)
    return [person.name for person in holders(office, text, tuple(persons(text)))]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem är ordförande?", "Rut Backlund"),
        ("Who chaired the board?", "Rut Backlund"),
        ("Vem är vice ordförande?", "Sten Ekvall"),
        ("Who is the vice chair?", "Sten Ekvall"),
    ],
)
def test_the_chair_is_not_the_vice_chair(question: str, name: str) -> None:
    assert held(question, BLOCK) == [name]


def test_who_stands_beside_the_office_holds_it() -> None:
    assert held("Vem är ordförande?", "Rut Backlund är ordförande.") == ["Rut Backlund"]


def test_nobody_holds_an_office_that_is_not_named() -> None:
    assert held("Vem är sekreterare?", BLOCK) == []


def test_a_question_that_names_no_office_asks_for_none() -> None:
    assert asked_office("Vem lämnade motionen?") is None
