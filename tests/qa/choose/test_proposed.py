"""What is proposed, where that is asked for, and what a paper tells of what was decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.choose.decided import decision_first
from qa.choose.proposed import asks_proposal, proposal_first
from qa.engine import Engine
from qa.evidence import candidates
from qa.query import Wants
from qa.read.readings import put_first, read
from qa.understand.question import understand
from qa.weights import weights

Open = Callable[..., Search]

OFFICIALS = """Tjänsteskrivelse
Hamnnämnden 2016-05-12

Handläggare: Eva Sund

Bastu vid Tallnäs

Förslag till beslut

1. Hamnnämnden godkänner utredningen om bastun vid Tallnäs.

2. Hamnkontoret får i uppdrag att söka bygglov för bastun vid Tallnäs.

Bakgrund

Sten Ahl har önskat en bastu vid Tallnäs. Kontoret har utrett kostnaden för en sådan bastu under våren.
"""
NEWS = """Almviks kommun
Hamnnämnden
Från mötet 2016-05-12

Bastu vid Tallnäs

Sten Ahl har i en motion begärt att det ska byggas en bastu vid Tallnäs. Motionen lämnades i januari samma år.

Beslut

Nämnden sade nej till motionen. Kontoret ska i stället rusta omklädningsrummet vid bryggan.

Bojar

Avtalet om bojar löper ut vid årets slut och kontoret har tagit fram ett förslag till ett nytt avtal för tre år.

Beslut

Avtalet godkänns.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Vad ska nämnden besluta om bastun?",
        "Vad rekommenderar arbetsutskottet?",
        "What is the harbour board asked to decide on the sauna?",
        "What does the board want the council to do with the motion?",
    ],
)
def test_what_is_proposed_is_asked_in_many_ways(question: str) -> None:
    assert asks_proposal(understand(question))


def test_what_a_party_proposes_is_its_own_word() -> None:
    assert not asks_proposal(understand("Vad föreslår Centerpartiet om bastun?"))


@pytest.mark.parametrize(
    "question",
    [
        "Vart skickades förslaget om bastun?",
        "Where was the proposal for a sauna sent?",
        "What happened to the proposal to charge for the sauna?",
        "Vad gjorde nämnden med avgiften i maj 2016?",
    ],
)
def test_what_was_done_with_a_matter_asks_for_a_decision(question: str) -> None:
    assert understand(question).wants is Wants.DECISION


def test_a_proposal_is_told_with_all_its_items(indexed: Open) -> None:
    answer = Engine(indexed(officials=OFFICIALS)).ask("Vad ska nämnden besluta om bastun vid Tallnäs?")
    assert "godkänner utredningen" in answer.text
    assert "söka bygglov" in answer.text


def test_a_decision_told_in_prose_is_told_whole(indexed: Open) -> None:
    answer = Engine(indexed(news=NEWS)).ask("Vad blev det av motionen om en bastu vid Tallnäs?")
    assert "sade nej till motionen" in answer.text
    assert "rusta omklädningsrummet" in answer.text
    assert "godkänns" not in answer.text


def test_whether_something_begged_for_came_about_is_told_by_the_decision(indexed: Open) -> None:
    search, query = indexed(news=NEWS), understand("Blev det en bastu vid Tallnäs?")
    found = read(query, candidates(search, query), weights().reader)
    begged = next(one for one in found if "i en motion begärt" in one.passage.text)
    first = decision_first(query, put_first(begged, found))[0]
    assert first.passage.text == "Nämnden sade nej till motionen."


def test_what_auditors_recommend_is_theirs(indexed: Open) -> None:
    audit = "\n\n".join((OFFICIALS, "Revisorerna rekommenderar att bryggan vid Tallnäs besiktigas varje vår."))
    query = understand("What did the auditors recommend about the jetty and the sauna at Tallnäs?")
    search = indexed(officials=audit)
    found = read(query, candidates(search, query), weights().reader)
    told = next(one for one in found if "Revisorerna rekommenderar" in one.passage.text)
    assert proposal_first(query, put_first(told, found))[0] is told
