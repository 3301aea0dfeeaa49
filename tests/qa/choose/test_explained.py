"""The cause that is given is one of what the question is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.choose.explained import asked_about, explained_first, explains
from qa.find.home import at_home
from qa.find.retrieve import Candidate
from qa.query import Query
from qa.read.passages import passages
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

WHY = understand("Varför blev städningen dyrare?")


def first(query: Query, readings: list[Reading]) -> str:
    return explained_first(query, readings)[0].passage.text


def test_a_cause_goes_before_a_sentence_that_gives_none(candidate: Make, reading: Read) -> None:
    found = reading(
        WHY,
        candidate("Städningen blev dyrare och hallen större."),
        candidate("Städningen blev dyrare eftersom avtalet löpte ut.", number=2),
    )
    assert "avtalet" in first(WHY, found)


@pytest.mark.parametrize("heading", ["Städning", "Kostnader för städningen"])
def test_of_two_that_say_the_same_the_one_below_the_heading_that_is_asked_for(
    candidate: Make, reading: Read, heading: str
) -> None:
    found = reading(
        WHY,
        candidate("Avvikelsen beror främst på sjukdom.", headings=("Drift", "Snöröjning")),
        candidate("Avvikelsen beror främst på ett nytt avtal.", number=2, headings=("Drift", heading)),
    )
    assert "avtal" in first(WHY, found)


@pytest.mark.parametrize("opening", ["Detta beror på", "Avvikelsen beror på", "Den stora ökningen beror på"])
def test_what_points_back_explains_the_sentence_before(candidate: Make, opening: str) -> None:
    told = list(passages([candidate(f"Städningen blev dyrare. {opening} ett nytt avtal.")]))[1]
    assert explains(asked_about(WHY), told) == pytest.approx(1.0)


def test_what_does_not_point_back_explains_nothing_of_it(candidate: Make) -> None:
    told = list(passages([candidate("Städningen blev dyrare. Snön låg länge eftersom det var kallt.")]))[1]
    assert explains(asked_about(WHY), told) == 0.0


def test_the_name_of_the_municipality_is_nothing_to_explain() -> None:
    query = at_home(understand("Varför blev städningen dyrare i Granvik?"), frozenset({"granvik"}))
    assert [item.concept.word for item in asked_about(query)] == ["städningen", "dyrare"]


def test_a_heading_and_a_question_give_no_cause(candidate: Make, reading: Read) -> None:
    found = reading(
        WHY,
        candidate("Städningen blev dyrare."),
        candidate("Beror det dyrare priset för städningen på avtalet?", Role.QUESTION, number=2),
    )
    assert first(WHY, found) == "Städningen blev dyrare."


def test_other_questions_keep_their_order(candidate: Make, reading: Read) -> None:
    query = understand("När blev städningen dyrare?")
    found = reading(query, candidate("Städningen blev dyrare."), candidate("Det beror på avtalet.", number=2))
    assert explained_first(query, found) is found


def test_what_is_not_so_has_no_cause(candidate: Make, reading: Read) -> None:
    found = reading(
        WHY,
        candidate("Städningen blev billigare i fjol."),
        candidate("Städningen är viktig eftersom hallen är stor.", number=2),
    )
    best = sorted(found, key=lambda one: "billigare" not in one.passage.text)
    assert "billigare" in first(WHY, best)
