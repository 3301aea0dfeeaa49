"""A search for what letters ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.find.asked import from_the_first
from qa.find.retrieve import Candidate
from qa.understand.question import understand

Make = Callable[..., Candidate]


@pytest.fixture
def ranked(candidate: Make) -> list[tuple[Candidate, float]]:
    some = [
        candidate("Hur många lyktor finns i parken?", Role.QUESTION, number=7, document="parken"),
        candidate("Vi vill veta följande:", Role.QUESTION, number=5, document="parken"),
        candidate("Parken har lyktor.", number=9, document="parken"),
        candidate("Vad kostar bryggan?", Role.QUESTION, number=4, document="bryggan"),
        candidate("Vem äger bryggan?", Role.QUESTION, number=3, document="bryggan"),
    ]
    return [(one, 5.0 - place) for place, one in enumerate(some)]


def places(ranked: list[tuple[Candidate, float]]) -> list[tuple[str, int]]:
    return [(one.document.id, one.paragraph.place.number) for one, _ in ranked]


@pytest.mark.parametrize(
    "question",
    [
        "Vilka två frågor ställer skrivelsen?",
        "Hur många frågepunkter har skrivelsen?",
        "Which questions does the letter ask?",
    ],
)
def test_questions_asked_for_as_a_whole_come_letter_by_letter_from_the_first(
    ranked: list[tuple[Candidate, float]], question: str
) -> None:
    turned = from_the_first(understand(question), ranked)
    first, second = ranked[0][0].document.id, ranked[3][0].document.id
    assert places(turned) == [(first, 5), (second, 3), (first, 7), (second, 4), (first, 9)]
    assert [score for _, score in turned] == [score for _, score in ranked]


@pytest.mark.parametrize(
    "question", ["Vilka frågor ställer skrivelsen om bryggan?", "Hur många lyktor finns i parken?"]
)
def test_where_a_matter_is_named_the_order_stays(ranked: list[tuple[Candidate, float]], question: str) -> None:
    assert from_the_first(understand(question), ranked) == ranked
