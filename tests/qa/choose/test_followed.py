"""A follow-up stays in the § of the answer before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.choose.followed import in_its_place, needs_the_answer_before
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.converse import complete

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

BEFORE = "Vad beslutade nämnden om lyktorna?"


@pytest.mark.parametrize(
    ("question", "needs"),
    [
        ("Och vilka röstade emot?", True),
        ("När gäller det?", True),
        ("Varför?", False),
    ],
)
def test_votes_and_dates_need_the_answer_before(question: str, needs: bool) -> None:
    assert needs_the_answer_before(complete(question, [BEFORE])) is needs


def test_a_question_that_stands_on_its_own_needs_none() -> None:
    assert not needs_the_answer_before(complete("Vilka röstade mot beslutet om båtplatserna i hamnen?", []))


def test_a_date_is_taken_from_the_section_of_the_answer_before(candidate: Make, reading: Read) -> None:
    query = complete("När gäller det?", [BEFORE])
    here = candidate("Lyktorna byts från och med den 1 juni 2017.", Role.DECISION, section="§ 12")
    elsewhere = candidate("Nämnden beslutade om lyktorna den 3 mars 2015.", number=9, section="§ 40")
    earlier = reading(query, here)[0]
    found = in_its_place(query, reading(query, elsewhere, here), earlier)
    assert found[0].passage.candidate.paragraph.place.section == "§ 12"


def test_a_vote_is_only_that_of_the_section_of_the_answer_before(candidate: Make, reading: Read) -> None:
    query = complete("Och vilka röstade emot?", [BEFORE])
    here = candidate("Nämnden beslutar att byta lyktorna.", Role.DECISION, section="§ 12")
    elsewhere = candidate("Nej röstar Eva Ek (V) och Bo Lund (S).", Role.PROCEDURE, number=9, section="§ 40")
    earlier = reading(query, here)[0]
    found = in_its_place(query, reading(query, elsewhere, here), earlier)
    assert {one.passage.candidate.paragraph.place.section for one in found} == {"§ 12"}
