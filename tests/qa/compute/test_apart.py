"""Which of two figures of one sentence is meant."""

from __future__ import annotations

from collections.abc import Callable

from qa.compute.apart import stands_alone
from qa.compute.operands import operands
from qa.find.retrieve import Candidate
from qa.query import Query
from qa.read.matching import weigh
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

TEXT = "I maj 2021 var antalet annonser för badvakter 29 och för simlärare 5."


def alone(candidate: Make, reading: Read, question: str) -> list[bool]:
    query: Query = understand(question)
    held = operands(reading(query, candidate(TEXT)))
    return [stands_alone(weigh(query), one, held) for one in held]


def test_the_one_whose_words_are_asked_for_is_meant(candidate: Make, reading: Read) -> None:
    assert alone(candidate, reading, "Hur många annonser för badvakter fanns det i maj 2021?") == [True, False]
    assert alone(candidate, reading, "Hur många annonser för simlärare fanns det i maj 2021?") == [False, True]


def test_neither_is_meant_where_the_question_names_neither(candidate: Make, reading: Read) -> None:
    assert alone(candidate, reading, "Hur många annonser för kockar fanns det i maj 2021?") == [False, False]
