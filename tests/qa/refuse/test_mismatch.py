"""Near misses: the right type of thing, of something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.refuse.mismatch import (
    another_post,
    at_another_meeting,
    counts_something_else,
    done_by_nobody_named,
    in_another_voice,
    names_no_day,
)
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Hur många lyktor finns i parken?", "Varje park får minst ett tillsynsbesök per år.", True),
        ("Hur många vakter var nöjda med parken?", "Nio av tio vakter var nöjda med parken.", True),
        ("Hur många går till parken?", "Parken ligger 3 km från stationen.", True),
        ("Hur många lyktor finns i parken?", "I parken finns 12 lyktor.", False),
        ("Hur många har besökt parken?", "Parken besöktes av 12 personer.", False),
        ("Hur många nämndbeslut om parken fattades?", "I parken gällde 12 beslut lyktorna.", False),
        ("How many hired park guards were there in the park?", "I parken fanns 12 inhyrda parkvakter.", False),
    ],
)
def test_a_figure_of_another_thing_is_none_of_what_is_counted(
    candidate: Make, reading: Read, question: str, text: str, other: bool
) -> None:
    query = understand(question)
    assert counts_something_else(query, reading(query, candidate(text))[0]) is other


@pytest.mark.parametrize(
    ("question", "other"),
    [("Vem är ställföreträdare för Eva Ek?", True), ("Vem är parkvakt i Björkparken?", False),
     ("Vem är sekreterare?", False)],
)  # fmt: skip
def test_who_holds_a_post_stands_only_where_the_post_is_named(
    candidate: Make, reading: Read, question: str, other: bool
) -> None:
    query = understand(question)
    text = "Eva Ek är parkvakt i Björkparken."
    assert another_post(query, reading(query, candidate(text))[0]) is other


@pytest.mark.parametrize(
    ("question", "other"),
    [("Vem ledde arbetet i parken?", True), ("Vem planerade arbetet i parken?", False)],
)
def test_a_body_did_only_what_the_sentence_says(candidate: Make, reading: Read, question: str, other: bool) -> None:
    query = understand(question)
    text = "Arbetet i parken planerades av fritidsförvaltningen."
    assert done_by_nobody_named(query, reading(query, candidate(text))[0]) is other


@pytest.mark.parametrize(
    ("question", "role", "other"),
    [
        ("Vad kostar lyktorna enligt fritidsnämnden?", Role.CLAIM, True),
        ("What do the lamps cost according to the board?", Role.CLAIM, True),
        ("Vad kostar lyktorna enligt fritidsnämnden?", Role.ACCOUNT, False),
        ("Vad kostar lyktorna?", Role.CLAIM, False),
    ],
)
def test_what_a_party_claims_is_not_what_a_body_says(
    candidate: Make, reading: Read, question: str, role: Role, other: bool
) -> None:
    query = understand(question)
    assert in_another_voice(query, reading(query, candidate("Lyktorna kostar 12 kronor.", role))[0]) is other


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Vad beslutade nämnden den 3 maj 2016 om lyktorna?", True),
        ("Vad beslutade nämnden den 9 maj 2017 om lyktorna?", False),
        ("Vad beslutade nämnden 2015 om lyktorna?", False),
    ],
)
def test_a_decision_of_another_meeting_does_not_answer(
    candidate: Make, reading: Read, question: str, other: bool
) -> None:
    query = understand(question)
    text = "Nämnden beslutade den 9 maj 2017 att lyktorna byts."
    assert at_another_meeting(query, reading(query, candidate(text, Role.DECISION))[0]) is other


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("Vilket datum byttes lyktorna?", "Lyktorna byttes hösten 2016.", True),
        ("On what date were the lamps changed?", "Lyktorna byttes i maj 2016.", True),
        ("Vilket datum byttes lyktorna?", "Lyktorna byttes den 9 maj 2016.", False),
        ("När byttes lyktorna?", "Lyktorna byttes hösten 2016.", False),
    ],
)
def test_a_date_is_a_day(candidate: Make, reading: Read, question: str, text: str, lacking: bool) -> None:
    query = understand(question)
    assert names_no_day(query, reading(query, candidate(text))[0]) is lacking
