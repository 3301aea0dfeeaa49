"""The table of votes says who voted yes and who voted no."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.compose.ballot import ballot, votes
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Vilka röstade nej i § 12?", ["Bo Lund", "Siv Alm"]),
        ("Who voted against?", ["Bo Lund", "Siv Alm"]),
        ("Vilka röstade ja?", ["Eva Ek"]),
        ("Vilka reserverade sig mot beslutet?", []),
    ],
)
def test_those_marked_in_the_column_asked_for_voted_so(
    table: Make, reading: Read, question: str, who: list[str]
) -> None:
    query = understand(question)
    rows = (("Ledamot", "Ja", "Nej"), ("Eva Ek (V)", "X", ""), ("Bo Lund (S)", "", "X"), ("Siv Alm (M)", "", "X"))
    voted = ballot(query, reading(query, table(*rows)))
    assert [one.passage.persons[0].name for one in voted] == who


SECTION = {"section": "§ 12", "role": Role.PROCEDURE}
VOTES = (
    "Bo Lund (S) yrkar att avgiften för bryggan halveras.",
    "Den som röstar på förvaltningens förslag röstar ja. Den som röstar på Bo Lunds yrkande röstar nej.",
    "Ja röstar: Eva Ek (V) och Kim Alm (C).",
    "Nej röstar: Bo Lund (S) och Siv Alm (M).",
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Vilka röstade för att halvera avgiften för bryggan?", "Nej röstar"),
        ("Vilka röstade emot att halvera avgiften för bryggan?", "Ja röstar"),
        ("Vilka röstade ja om bryggan?", "Ja röstar"),
        ("Who voted no on the jetty?", "Nej röstar"),
    ],
)
def test_who_voted_for_something_voted_as_the_proposition_says(
    candidate: Make, reading: Read, question: str, first: str
) -> None:
    query = understand(question)
    told = [candidate(text, number=number, **SECTION) for number, text in enumerate(VOTES, 1)]
    side = votes(query, reading(query, *told))
    assert side is not None
    assert side.passage.text.startswith(first)
