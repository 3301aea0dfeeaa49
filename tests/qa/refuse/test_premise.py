"""A premise is confirmed, contradicted or left open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.refuse.premise import Bearing, bearing
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Bears = Callable[..., Bearing]


@pytest.fixture
def bears(candidate: Make, reading: Read) -> Bears:
    """How a sentence bears on a question."""

    def of(question: str, text: str, role: Role = Role.ACCOUNT) -> Bearing:
        query = understand(question)
        return bearing(query, reading(query, candidate(text, role))[0])

    return of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Stämmer det att 40 ledare har slutat?", "Det är 33 ledare som slutat."),
        ("Is it true that 40 leaders have left?", "Det är 33 ledare som slutat."),
        ("Har kön minskat?", "Kön har ökat sedan 2018."),
        ("Has the queue decreased?", "Kön har ökat sedan 2018."),
        ("Varför har kön minskat?", "Kön har ökat eftersom hallen var stängd."),
        ("Redovisade nämnden ett överskott?", "Nämnden redovisar ett underskott."),
        ("Godkände nämnden ansökan?", "Nämnden avslår ansökan."),
        ("Did the committee approve the application?", "Nämnden avslår ansökan."),
        ("Är avgiften höjd?", "Avgiften sänks från januari."),
        ("Har kön minskat?", "Kön har inte minskat sedan 2018."),
        ("Does the manager keep the register?", "Chefen sparar inte registret utan lämnar tillbaka det."),
        ("Varför drogs laget ned?", "Laget har utökats under året."),
        ("Är det beslutat att bygga ett ridhus?", "Nämnden bordlägger ärendet om ett ridhus."),
    ],
)
def test_what_the_passage_says_otherwise_is_contradicted(bears: Bears, question: str, text: str) -> None:
    assert bears(question, text) is Bearing.CONTRADICTS


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Stämmer det att 33 ledare har slutat?", "Det är 33 ledare som har slutat."),
        ("Har kön minskat?", "Kön har minskat sedan 2018."),
        ("Har nämnden avslagit ansökan?", "Nämnden har avslagit ansökan."),
    ],
)
def test_what_the_passage_says_itself_is_confirmed(bears: Bears, question: str, text: str) -> None:
    assert bears(question, text) is Bearing.CONFIRMS


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Har kön minskat?", "Vattnet i bassängen är varmt."),
        ("Stämmer det att 40 ledare har slutat?", "Flera ledare har slutat under hösten."),
        ("Stämmer det att 40 ledare har slutat?", "Ledarnas andel är 33 procent."),
        ("Hur många ledare har slutat?", "Det är 33 ledare som slutat."),
    ],
    ids=["another matter", "no figure", "another kind of figure", "no yes or no"],
)
def test_what_is_neither_said_nor_denied_is_left_open(bears: Bears, question: str, text: str) -> None:
    assert bears(question, text) is Bearing.NEITHER


@pytest.mark.parametrize(
    ("question", "text", "role", "found"),
    [
        ("Blev det ja till lyktorna?", "Motionen om lyktorna avslås.", Role.DECISION, Bearing.CONTRADICTS),
        ("Varför biföll nämnden lyktorna?", "Motionen om lyktorna anses besvarad.", Role.DECISION, Bearing.CONTRADICTS),
        ("Har nämnden godkänt lyktorna?", "Nämnden godkänner lyktorna.", Role.DECISION, Bearing.CONFIRMS),
        ("Begärdes omröstning om lyktorna?", "Omröstning begärs inte.", Role.PROCEDURE, Bearing.CONTRADICTS),
        ("Was there a vote on the lamps?", "Omröstning begärs.", Role.PROCEDURE, Bearing.CONFIRMS),
    ],
)
def test_decisions_and_acts_settle_what_is_asked(
    candidate: Make, reading: Read, question: str, text: str, role: Role, found: Bearing
) -> None:
    query = understand(question)
    assert bearing(query, reading(query, candidate(text, role))[0]) is found


def test_a_denial_holds_only_for_what_it_denies(candidate: Make, reading: Read) -> None:
    text = "Nej, det stämmer inte. Det var 19 ledare som slutade i hallen."
    held = candidate(text, Role.REPLY, question="Är det riktigt att 28 ledare har slutat i hallen?")
    for question, found in (
        ("Varför har 28 ledare slutat?", Bearing.CONTRADICTS),
        ("Varför slutade de?", Bearing.NEITHER),
    ):
        query = understand(question)
        assert bearing(query, reading(query, held)[0]) is found


def test_a_denial_of_another_thing_in_the_sentence_denies_nothing(candidate: Make, reading: Read) -> None:
    text = "Badet är öppet på söndagar men caféet är inte öppet."
    query = understand("Är badet öppet på söndagar?")
    assert bearing(query, reading(query, candidate(text))[0]) is not Bearing.CONTRADICTS
