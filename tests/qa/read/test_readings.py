"""Candidates become readings."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read import features
from qa.read.passages import passages
from qa.read.readings import Reading, near_first, nearest, read, readable, take_first
from qa.understand.question import understand
from qa.weights import Cascade, Linear

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

ASKED = understand("Hur många lyktor finns i parken?")
NOTHING = Cascade(*(Linear(names, np.zeros(len(names))) for names in (features.NAMES, features.SECOND)))


@pytest.mark.parametrize("role", [Role.QUESTION, Role.FURNITURE])
def test_questions_and_furniture_are_never_read_as_evidence(candidate: Make, reading: Read, role: Role) -> None:
    found = reading(
        ASKED, candidate("Stämmer det att 99 lyktor finns i parken?", role), candidate("Parken har lyktor.")
    )
    assert {r.passage.candidate.paragraph.role for r in found} == {Role.ACCOUNT}


def test_only_questions_are_read_when_it_is_asked_what_was_asked(candidate: Make, reading: Read) -> None:
    asked = understand("Vilka frågor ställs i skrivelsen?")
    found = reading(
        asked, candidate("Hur många lyktor finns?", Role.QUESTION), candidate("Frågor ställs i skrivelsen.")
    )
    assert [r.passage.raw for r in found] == ["Hur många lyktor finns?"]


def test_nothing_to_read_gives_no_readings(candidate: Make, reading: Read) -> None:
    assert reading(ASKED) == []
    assert reading(ASKED, candidate("Hur många lyktor finns?", Role.QUESTION)) == []


def test_every_sentence_is_weighed_and_the_best_comes_first(candidate: Make, reading: Read) -> None:
    found = reading(ASKED, candidate("Vägen är lång. Parken har många lyktor. Det blåser."))
    assert len(found) == 3
    assert found[0].passage.raw == "Parken har många lyktor."
    assert [r.score for r in found] == sorted((r.score for r in found), reverse=True)


def test_readings_that_weigh_the_same_keep_the_order_of_the_candidates(candidate: Make) -> None:
    candidates = [candidate(text, number=number) for number, text in enumerate(("Ett.", "Två.", "Tre."), 1)]
    assert [r.passage.raw for r in read(ASKED, candidates, NOTHING)] == ["Ett.", "Två.", "Tre."]


def test_a_vector_has_a_place_for_every_feature(candidate: Make, reading: Read) -> None:
    (found,) = reading(ASKED, candidate("Parken har 12 lyktor."))
    assert found.vector.shape == (len(features.NAMES),)
    assert np.isfinite(found.vector).all()


def test_readable_passages_of_a_question_paragraph_are_none(candidate: Make) -> None:
    assert readable(ASKED, [candidate("Hur många lyktor finns?", Role.QUESTION)]) == []


def test_a_reading_that_is_taken_first_gets_the_best_ones_score(candidate: Make, reading: Read) -> None:
    found = reading(ASKED, candidate("Parken har många lyktor. Det blåser. Vägen är lång."))
    taken = take_first(found[2], found)
    assert [r.passage.raw for r in taken] == [found[place].passage.raw for place in (2, 0, 1)]
    assert taken[0].score == found[0].score
    assert take_first(None, found) is found and take_first(found[0], found) is found


def test_only_what_reads_near_the_best_is_taken_first(candidate: Make, reading: Read) -> None:
    found = reading(ASKED, candidate("Parken har många lyktor. Det blåser."))
    behind = found[0].score - found[1].score
    assert near_first(found, behind + 0.1, lambda one: one is found[1])[0].passage.raw == "Det blåser."
    assert near_first(found, behind - 0.1, lambda one: one is found[1]) is found


def test_what_reads_best_together_with_the_question_comes_first(candidate: Make) -> None:
    only = np.array([float(name == "read together") for name in features.SECOND])
    together = Cascade(NOTHING.first, Linear(features.SECOND, only))
    texts = ("Parken öppnar på våren.", "I parken står 12 lyktor.", "Vägen dit är lång.")
    found = read(ASKED, [candidate(text, number=number) for number, text in enumerate(texts, 1)], together)
    assert found[0].passage.raw == "I parken står 12 lyktor."
    assert [r.together for r in found] == [r.score for r in found]


def test_only_different_passages_that_can_still_win_are_read_together(candidate: Make) -> None:
    texts = ["Parken har lyktor.", "Parken har lyktor.", *(f"Väg {number} är lång." for number in range(20))]
    found = list(passages([candidate(text, number=number) for number, text in enumerate(texts)]))
    alike = nearest(ASKED, found, np.zeros(len(found)))
    assert len(alike) == 9 and len({one.passage for one in alike}) == 8  # the copy is read with what it copies
    behind = nearest(ASKED, found, np.array([0.0, -1.0, *[-9.0] * 20]))
    assert len(behind) == 2


def test_what_is_not_read_together_stays_behind(candidate: Make, reading: Read) -> None:
    near = [candidate(f"Så många lyktor finns i parken {number}.", number=number) for number in range(8)]
    found = reading(ASKED, candidate("Det blåser.", number=9), *near)
    assert [r.together is None for r in found] == [False] * 8 + [True]
    assert found[-1].passage.raw == "Det blåser."
    assert found[-1].score < found[-2].score


def test_a_letterhead_states_nothing_but_may_say_who(candidate: Make, reading: Read) -> None:
    head = candidate("Tallnäs kommun", Role.PROCEDURE)
    assert reading(ASKED, head) == []
    assert reading(understand("Vem fick uppdraget?"), head)
