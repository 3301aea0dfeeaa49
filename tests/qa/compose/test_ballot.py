"""The table of votes says who voted yes and who voted no."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.compose.ballot import ballot
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
