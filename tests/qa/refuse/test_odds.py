"""Rules that no score overrides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from indexer.model import Role
from qa.compute import work
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.refuse.odds import NAMES, answers, evidence_vector
from qa.refuse.rules import must_refuse
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


def test_nothing_read_is_refused() -> None:
    query = understand("Hur många lyktor finns?")
    assert must_refuse(query, [])
    assert not answers(query, [], None)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur många lyktor finns i parken?", "I parken finns lyktor av flera slag."),
        ("Hur mycket kostar lyktorna i parken?", "Lyktorna i parken kostar mindre."),
        ("När byttes lyktorna i parken?", "Lyktorna i parken byttes."),
        ("Vem bytte lyktorna i parken?", "Lyktorna i parken byttes."),
    ],
)
def test_a_passage_without_the_wanted_type_is_refused_however_well_it_fits(
    candidate: Make, reading: Read, question: str, text: str
) -> None:
    query = understand(question)
    assert must_refuse(query, reading(query, candidate(text)))


def test_a_passage_with_the_wanted_type_is_left_to_the_weights(candidate: Make, reading: Read) -> None:
    query = understand("Hur många lyktor finns i parken?")
    assert not must_refuse(query, reading(query, candidate("I parken finns 12 lyktor.")))


def test_a_question_for_text_wants_no_type(candidate: Make, reading: Read) -> None:
    query = understand("Hur sköts lyktorna i parken?")
    assert not must_refuse(query, reading(query, candidate("Lyktorna i parken sköts av vakterna.")))


def test_the_evidence_has_a_finite_value_for_every_feature(candidate: Make, reading: Read) -> None:
    query = understand("Hur många lyktor finns i parken?")
    vector = evidence_vector(query, reading(query, candidate("I parken finns 12 lyktor."), candidate("Det regnar.")))
    assert vector.shape == (len(NAMES),)
    assert np.isfinite(vector).all()


def test_one_paragraph_alone_has_all_the_probability(candidate: Make, reading: Read) -> None:
    query = understand("Hur många lyktor finns i parken?")
    vector = evidence_vector(query, reading(query, candidate("I parken finns 12 lyktor. Det regnar.")))
    assert vector[NAMES.index("probability of the paragraph")] == pytest.approx(1.0)
    assert vector[NAMES.index("probability of the passage")] < 1.0
    assert vector[NAMES.index("lead over the next paragraph")] == 0.0


def test_both_ends_of_a_change_that_is_asked_for_are_an_answer(candidate: Make, reading: Read) -> None:
    query = understand("Hur mycket minskade antalet inhyrda parkvakter?")
    text = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
    readings = reading(query, candidate(text))
    assert answers(query, readings, work(query, readings))


def test_the_questions_of_a_letter_are_an_answer_to_what_it_asks(candidate: Make, reading: Read) -> None:
    query = understand("Vilka frågor ställs i skrivelsen?")
    assert answers(query, reading(query, candidate("Hur många lyktor finns?", Role.QUESTION)), None)


def test_a_proposal_is_not_what_was_decided(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutade nämnden om lyktorna?")
    assert must_refuse(query, reading(query, candidate("Nämnden beslutar att byta lyktorna.", Role.PROPOSAL)))
    assert not must_refuse(query, reading(query, candidate("Nämnden beslutar att byta lyktorna.", Role.DECISION)))


def test_a_part_of_a_period_is_not_the_whole_that_was_asked_for(candidate: Make, reading: Read) -> None:
    text = "Under januari-november 2024 slutade 21 ledare."
    whole, year = understand("Hur många ledare slutade under hela 2024?"), understand("Hur många ledare slutade 2024?")
    assert must_refuse(whole, reading(whole, candidate(text)))
    assert not must_refuse(year, reading(year, candidate(text)))


def test_another_body_s_decision_is_not_what_was_asked_for(candidate: Make, reading: Read) -> None:
    query = understand("Vad beslutade parknämnden om lyktorna?")
    decided = {"headings": ("Beslut",), "committee": "Fritidsnämnden"}
    text = "Fritidsnämnden beslutar att byta lyktorna."
    assert must_refuse(query, reading(query, candidate(text, Role.DECISION, **decided)))
