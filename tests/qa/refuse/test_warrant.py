"""A "why" wants a cause; a premise that is contradicted is corrected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.engine import Engine
from qa.find.retrieve import Candidate
from qa.model import Status
from qa.read.readings import Reading
from qa.refuse.warrant import warranted
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Open = Callable[..., Search]


def test_nothing_read_warrants_nothing() -> None:
    assert not warranted(understand("Varför växte kön?"), [], None)


def test_a_why_is_not_answered_by_a_statement_without_a_cause(candidate: Make, reading: Read) -> None:
    query = understand("Varför slutade parkvakterna i hallen?")
    assert not warranted(query, reading(query, candidate("Parkvakterna i hallen slutade i maj.")), None)


@pytest.mark.parametrize("question", ["Varför minskade besöken i hallen?", "Why did the visits decrease?"])
def test_what_is_taken_for_granted_and_is_not_so_is_corrected(candidate: Make, reading: Read, question: str) -> None:
    query = understand(question)
    assert warranted(query, reading(query, candidate("Besöken i hallen ökade 2017.")), None)


def test_a_cause_is_quoted_with_what_it_explains(indexed: Open) -> None:
    text = "Kön till simhallen växte under våren. Det beror på att bassängen i hallen var stängd för byte av filter.\n"
    answer = Engine(indexed(rapport=f"Rapport\n\n{text}")).ask("Varför växte kön till simhallen under våren?")
    assert answer.status is Status.ANSWERED
    assert "bassängen i hallen var stängd" in answer.text
