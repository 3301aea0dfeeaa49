"""Votes and reservations belong to their own matter, and to those who cast or made them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from indexer.search import Search
from qa.choose.acts import actors, on_another_matter, recorded_act, records
from qa.engine import Engine
from qa.find.retrieve import Candidate
from qa.read.passages import passages
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Parknämnden
Sammanträde 2017-03-14

§ 12 Lyktor i stadsparken

Beslut

Parknämnden beslutar att byta lyktorna i stadsparken.

§ 13 Avgift för båtplatser

Beslut

Parknämnden beslutar att höja avgiften för båtplatser.

Reservation

Eva Ek (V) och Bo Lund (S) reserverar sig mot beslutet om avgiften för båtplatser.
"""


def names(text: str, make: Make) -> list[str]:
    return [person.name for person in actors(next(passages([make(text, Role.PROCEDURE)])))]


def test_who_moved_something_has_not_voted_by_that(candidate: Make) -> None:
    assert names("Nämnden avslår Eva Eks yrkande.", candidate) == []
    assert names("Den som stöder Eva Eks yrkande röstar nej.", candidate) == []


def test_who_reserves_for_the_sake_of_another_motion_has_acted(candidate: Make) -> None:
    assert names("Eva Ek (V) reserverar sig till förmån för Bo Lunds yrkande.", candidate) == ["Eva Ek"]


def test_a_decision_without_a_vote_records_none() -> None:
    done = recorded_act(understand("Vilka röstade mot förslaget om lyktorna?"))
    assert done is not None
    assert records("Nej röstar Eva Ek (V).", done)
    assert not records("Nämnden beslutar så utan omröstning.", done)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Vilka reserverade sig mot beslutet om ridhuset?", True),
        ("Vilka reserverade sig mot beslutet om båtplatser?", False),
        ("Vad kostar ridhuset?", False),
    ],
)
def test_a_reservation_answers_for_its_own_matter(candidate: Make, reading: Read, question: str, other: bool) -> None:
    query = understand(question)
    told = candidate("Eva Ek (V) reserverar sig mot beslutet om avgiften för båtplatser.", Role.PROCEDURE)
    assert on_another_matter(query, reading(query, told)[0]) is other


def test_nobody_reserved_where_only_another_section_records_one(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=MINUTES))
    answer = engine.ask("Vilka reserverade sig mot beslutet om lyktorna i stadsparken?")
    assert "Eva Ek" not in answer.text


def test_the_reservation_of_the_section_is_given(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=MINUTES))
    assert "Eva Ek" in engine.ask("Vilka reserverade sig mot beslutet om avgiften för båtplatser?").text
