"""Minutes that record no reservation answer that nobody reserved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.engine import Engine
from qa.model import Status

Open = Callable[..., Search]

HEAD = "PROTOKOLL\nParknämnden\nSammanträde 2017-03-14\n\n§ 12 Lyktor i stadsparken\n\nBeslut\n\n"
DECISION = "Parknämnden beslutar att byta lyktorna i stadsparken.\n"
RESERVED = "\nReservation\n\nEva Ek (V) reserverar sig mot beslutet om lyktorna i stadsparken.\n"


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Vem reserverade sig mot beslutet om lyktorna i stadsparken?", "Ingen; protokollet redovisar ingen"),
        ("Vilka partier reserverade sig mot beslutet om lyktorna i stadsparken?", "Ingen; protokollet redovisar ingen"),
    ],
)
def test_where_the_minutes_record_no_reservation_nobody_reserved(indexed: Open, question: str, opening: str) -> None:
    answer = Engine(indexed(protokoll=HEAD + DECISION)).ask(question)
    assert answer.text.startswith(opening)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote == DECISION.strip()


def test_where_they_record_one_nobody_is_not_said(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=HEAD + DECISION + RESERVED))
    assert "Ingen" not in engine.ask("Vem reserverade sig mot beslutet om lyktorna i stadsparken?").text


def test_a_matter_that_is_not_there_has_no_answer(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=HEAD + DECISION))
    assert engine.ask("Vem reserverade sig mot beslutet om ridhusets budget?").status is Status.NOT_FOUND


def test_where_the_minutes_record_no_vote_it_is_said(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=HEAD + DECISION))
    answer = engine.ask("Och vilka röstade emot?", ["Vad beslutade nämnden om lyktorna i stadsparken?"])
    assert answer.text.startswith("Ingen; protokollet redovisar ingen omröstning")


def test_whoever_reserved_was_against_though_there_was_no_vote(indexed: Open) -> None:
    engine = Engine(indexed(protokoll=HEAD + DECISION + RESERVED))
    assert engine.ask("Vem röstade emot beslutet om lyktorna i stadsparken?").text.startswith("Eva Ek (V)")
