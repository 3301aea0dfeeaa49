"""What a party or a person thinks, wants or proposes is told from what they say themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role, Speaker
from qa.choose.voices import asked_voice, tells_view, their_own, wish_first
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]

SECTION = {"section": "§ 4", "headings": ("§ 4 Ny brygga vid Tallnäs",)}


@pytest.fixture
def told(candidate: Make) -> list[Candidate]:
    """What the administration and two parties say of one matter, one of them by a question."""
    left, moderate = Speaker(parties=("V",), persons=("Siv Norrby",)), Speaker(parties=("M",), persons=("Ove Strand",))
    return [
        candidate("Bryggan vid Tallnäs blir dyr.", number=1, **SECTION),
        candidate("Bryggan är bra. Vi vill se en ramp för rullstol.", Role.CLAIM, number=2, speaker=left, **SECTION),
        candidate("Kan en privat ägare ta över bryggan?", Role.QUESTION, number=3, speaker=moderate, **SECTION),
    ]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Vad vill Vänsterpartiet ha vid bryggan?", True),
        ("Vilken ramp ville V se vid bryggan?", True),
        ("Vad är Vänsterns kritik mot bryggan?", True),
        ("What does the Left Party want at the jetty?", True),
        ("Vad tycker Siv Norrby om bryggan?", True),
        ("Vad svarade förvaltningen på Vänsterpartiets skrivelse om bryggan?", False),
        ("Varför avslog nämnden V:s motion om bryggan?", False),
        ("Vem i Vänsterpartiet röstade för bryggan?", False),
    ],
)
def test_the_one_who_says_or_wants_it_is_asked_for(
    told: list[Candidate], reading: Read, question: str, *, asked: bool
) -> None:
    query = understand(question)
    assert (asked_voice(query, reading(query, *told)) is not None) is asked


def test_only_their_own_words_are_read_and_their_wish_comes_first(told: list[Candidate], reading: Read) -> None:
    query = understand("Vad vill Vänsterpartiet ha vid bryggan?")
    own = their_own(query, reading(query, *told), told)
    assert own == [told[1]]
    readings = wish_first(query, reading(query, *own))
    assert readings[0].passage.text == "Vi vill se en ramp för rullstol."
    assert tells_view(query, readings)


def test_what_somebody_wants_may_be_put_as_a_question(told: list[Candidate], reading: Read) -> None:
    query = understand("Vad vill Moderaterna att nämnden prövar för bryggan?")
    assert their_own(query, reading(query, *told), told) == [told[2]]
    stated = understand("Vad säger Moderaterna om bryggan?")
    assert their_own(stated, reading(stated, *told), told) == []


@pytest.mark.parametrize(
    ("question", "marks"),
    [
        ("Vad tycker Moderaterna om Vänsterpartiets förslag om bryggan?", {"M"}),
        ("Vad vill M, L och C med bryggan?", {"M", "L", "C"}),
        ("Vad tycker Fi om bryggan?", {"Fi"}),
        ("Vad föreslår nämnden om moderata avgifter?", None),
    ],
)
def test_only_parties_joined_to_the_one_that_says_it_are_asked(question: str, marks: set[str] | None) -> None:
    voice = asked_voice(understand(question), [])
    assert (voice and voice.marks) == marks
