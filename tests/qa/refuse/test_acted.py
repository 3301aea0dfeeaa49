"""What a party or person did in the matter corrects what a question presumes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from indexer.search import Search
from qa.engine import Engine
from qa.find.retrieve import Candidate
from qa.model import Status
from qa.read.readings import Reading
from qa.refuse.acted import acted_otherwise, presumed
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Ny brygga vid Tallnäs

Beslut

Hamnnämnden beslutar att bygga en brygga vid Tallnäs.

Omröstning

Ja röstar Sten Ahl (C) och Kaj Lod (S).

Nej röstar Pia Rönn (M).
"""


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Varför röstade Miljöpartiet nej till planen för 2016?", 1),
        ("Why did the Green Party vote for the jetty?", 0),
        ("Varför röstade Sten Ahl (C) ja?", 0),
        ("Varför reserverade sig Moderaterna?", 1),
        ("Varför höjdes avgiften?", None),
        ("Vilka röstade nej?", None),
    ],
)
def test_what_is_presumed_of_whom_is_known(question: str, side: int | None) -> None:
    assert presumed(understand(question)) == side


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("Ja röstar Sten Ahl (C) och Kaj Lod (S).", True),
        ("Sten Ahl (C) yrkar bifall till förslaget.", True),
        ("Nej röstar Sten Ahl (C).", False),
        ("Ja röstar Kaj Lod (S).", False),
    ],
)
def test_only_the_opposite_of_the_same_actor_is_otherwise(
    candidate: Make, reading: Read, text: str, otherwise: bool
) -> None:
    query = understand("Varför röstade Centerpartiet nej till bryggan?")
    assert acted_otherwise(query, reading(query, candidate(text, Role.PROCEDURE, section="§ 4"))[0]) is otherwise


@pytest.mark.parametrize(
    ("question", "text", "role"),
    [
        ("Was the Left Party's motion rejected?", "(V) yrkar bifall till motionen.", Role.PROCEDURE),
        ("Why did (M) support the jetty?", "Lod (C) yrkar avslag på förslaget från (M).", Role.PROCEDURE),
        ("Varför stödde M bidraget?", "Nämnden avslår ansökan från (M).", Role.DECISION),
        ("Tog M emot bidrag?", "(M) yrkar bifall till bidraget.", Role.PROCEDURE),
    ],
    ids=["the motion's fate", "on somebody's proposal", "the body's decision", "received"],
)
def test_what_others_did_is_not_laid_to_whom_the_sentence_names(
    candidate: Make, reading: Read, question: str, text: str, role: Role
) -> None:
    query = understand(question)
    assert not acted_otherwise(query, reading(query, candidate(text, role, section="§ 4"))[0])


def test_a_false_premise_about_a_vote_is_corrected(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Varför röstade Centerpartiet nej till bryggan vid Tallnäs?")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Det stämmer inte")
    assert "Ja röstar Sten Ahl (C)" in answer.text
