"""What is given has the type that the question asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.refuse.fitting import unfit
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur stor är skattesatsen?", "Årets resultat är 40 mnkr."),
        ("What is the salary of a park guard?", "Frågor om lön har kommit upp bland parkvakterna."),
        ("Hur mycket fick ridklubben i bidrag?", "Ridklubben, Storgatan 19-21, 123 45 Granvik"),
        ("Hur lång är väntetiden till simskolan?", "Simskolan har 40 platser."),
        ("Vilken dag är nästa sammanträde?", "Nämnden beslutade vid sitt sammanträde den 4 mars 2015 om lyktorna."),
        ("Who is the mayor?", "Parkförvaltningen föreslår att lyktorna byts."),
        ("Hur många besök gjordes?", "Alla krogar ska få minst ett besök."),
        ("Hur många parkvakter slutade?", "Om det är 25 parkvakter som slutade beror på hur man räknar."),
        ("När är parkplanen daterad?", "Arbetet med parkplanen pågår april–oktober 2016."),
        ("What did the Moderates say about the lamps?", "Nämnden vill byta lyktorna."),
        ("Hur stor är avgiften för båtplatser 2019?", "Avgiften för båtplatser är 500 kronor."),
    ],
)
def test_another_type_is_no_answer(candidate: Make, reading: Read, question: str, text: str) -> None:
    query = understand(question)
    assert unfit(query, reading(query, candidate(text, date="2016-11-01"))[0])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur stor är skattesatsen?", "Skattesatsen är 21,36 procent."),
        ("What is the salary of a park guard?", "Lönen för parkvakter är 27 000 kronor."),
        ("Hur mycket fick ridklubben i bidrag?", "Ridklubben fick 40 000 kronor i bidrag."),
        ("Hur lång är väntetiden till simskolan?", "Väntetiden till simskolan är 14 dagar."),
        ("Vilken dag är nästa sammanträde?", "Nästa sammanträde hålls den 4 mars 2017."),
        ("Who is the mayor?", "Eva Ek (V) är borgmästare."),
        ("Hur många besök ska krogarna få?", "Alla krogar ska få minst ett besök."),
        ("När är parkplanen daterad?", "Parkplanen är daterad den 3 maj 2016."),
        ("What did the Moderates say about the lamps?", "Moderaterna vill byta lyktorna."),
        ("Hur stor är avgiften för båtplatser 2019?", "Avgiften för båtplatser är 500 kronor från 2019."),
    ],
)
def test_the_type_asked_for_is_one(candidate: Make, reading: Read, question: str, text: str) -> None:
    query = understand(question)
    assert not unfit(query, reading(query, candidate(text, date="2016-11-01"))[0])
