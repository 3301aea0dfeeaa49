"""Two figures near each other that the question relates, from the question to the formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status
from qa.parts.relations import relation
from qa.understand.question import understand

Open = Callable[..., Search]

HARBOUR = """# Hamnnämnden i Sjövik
Protokoll 2022-04-12

## § 20 Gästhamnen

Renoveringen av gästhamnens brygga kostade 4,2 miljoner kronor. I kalkylen var kostnaden beräknad till 3,5 miljoner
kronor.

Gästhamnen har 48 platser för segelbåtar. Den nya bryggan ger 12 platser till.

Seglarskolan fick 260 sökande till sommarens kurser. Av de sökande var 65 under tio år.

## § 21 Fiskeriföreningen

Nämnden har beviljat fiskeriföreningen 900 000 kronor till röktunneln. Av pengarna har 340 000 kronor gått till
isolering.

Andelen nöjda besökare varierar från 41 procent vid Norrbryggan till 78 procent vid Söderbryggan.

I somras anmälde sig 180 barn till simskolan, och personalen kunde ta emot 135 av dem.

Hamnkontorets resultat är ett underskott på 3 miljoner kronor, och färjelinjens resultat ett överskott på 5 miljoner
kronor.
"""

SCHOOL = """# Skolnämnden i Norrvik
Protokoll 2024-04-12

## § 20 Lärare

Under 2023 lämnade 17 av 140 lärare sin anställning vid förvaltningen.

## § 21 Dansskolan

I maj var 40 av 70 elever kvar i dansskolan.

## § 22 Lekplatsfonden

Lekplatsfonden fick 30 miljoner kronor vid starten. Nu återstår 9 miljoner kronor av lekplatsfonden.

## § 23 Arrendet

Från arrendet på 15 000 kronor dras 4 000 kronor av för vatten.

## § 24 Studieresan

Under hösten har 50 medarbetare rest till Köpenhamn, varav 14 rektorer.

## § 25 Hallen

Hallen vid älven kostade 14 miljoner kronor och parkeringen kostade 6 miljoner kronor.

## § 26 Förskolorna

Förskolan Björken har 130 platser och förskolan Granen har 90 platser.

## § 27 Frånvaron

Frånvaron på gymnasiet är nu lägre. Den var 9,4 procent 2022 och målet är 7,0 procent.

## § 28 Stöd

Klubben sökte 80 000 kronor. Nämnden beviljar 50 000 kronor till klubben Vågen.
"""


@pytest.fixture
def school(indexed: Open) -> Iterator[Callable[[str], Answer]]:
    yield Engine(indexed(school=SCHOOL)).ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many teachers left in 2023?", 17.0),
        ("Hur mycket återstår av lekplatsfonden?", 9.0),
        ("Hur mycket av arrendet dras av för vatten?", 4_000.0),
        ("Hur många medarbetare har rest till Köpenhamn?", 50.0),
        ("Hur mycket kostade hallen totalt?", 14.0),
        ("What was the total cost of the hall?", 14.0),
        ("Hur mycket fick klubben Vågen totalt?", 50_000.0),
    ],
)
def test_what_a_sentence_states_is_not_worked_with(
    school: Callable[[str], Answer], question: str, value: float
) -> None:
    answer = school(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert answer.figures[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    "question",
    [
        "Hur många elever var kvar i dansskolan?",  # 40 are
        "Hur många platser har förskolan Björken totalt?",  # not those of the other
        "Hur mycket har frånvaron på gymnasiet minskat?",  # a target is no outcome
        "Hur mycket mer fick klubben Vågen?",  # what was asked for was not granted
    ],
)
def test_a_target_a_wish_and_another_thing_are_not_related(school: Callable[[str], Answer], question: str) -> None:
    assert school(question).status is not Status.COMPUTED


@pytest.fixture
def ask(indexed: Open) -> Iterator[Callable[[str], Answer]]:
    yield Engine(indexed(harbour=HARBOUR)).ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur mycket dyrare blev renoveringen av gästhamnens brygga än beräknat?", 0.7),
        ("Hur många platser för segelbåtar får gästhamnen sammanlagt med den nya bryggan?", 60.0),
        ("Hur mycket av fiskeriföreningens pengar till röktunneln gick inte till isolering?", 560_000.0),
        ("Hur mycket skiljer andelen nöjda besökare mellan Norrbryggan och Söderbryggan?", 37.0),
        ("What is the gap in satisfied visitors between Norrbryggan and Söderbryggan?", 37.0),
        ("Hur stor andel av barnen som anmälde sig till simskolan kunde personalen ta emot?", 75.0),
    ],
)
def test_the_two_figures_that_the_question_relates_are_worked_with(
    ask: Callable[[str], Answer], question: str, value: float
) -> None:
    answer = ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.figures[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    "question",
    [
        "Hur stor är skillnaden mellan hamnkontorets och färjelinjens resultat?",  # a loss and a gain, said in words
        "Hur mycket blir kvar av fiskeriföreningens pengar när också målningen räknas bort?",  # a third figure
    ],
)
def test_what_two_figures_do_not_give_is_not_worked_out(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is not Status.COMPUTED


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Hur mycket var kvar?", "rest"),
        ("How many teachers left?", None),
        ("Hur mycket dras av för vatten?", None),
        ("Hur mycket blir det när stödet dras av?", "rest"),
        ("How big is the gap between them?", "difference"),
        ("Hur många är de allt som allt?", "sum"),
        ("By what percentage was the grant cut?", None),
        ("Hur många platser har hamnen?", None),
    ],
)
def test_the_relation_is_read_from_the_question(question: str, operation: str | None) -> None:
    assert relation(understand(question)) == operation
