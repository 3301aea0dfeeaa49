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
        ("How big is the gap between them?", "difference"),
        ("Hur många är de allt som allt?", "sum"),
        ("By what percentage was the grant cut?", None),
        ("Hur många platser har hamnen?", None),
    ],
)
def test_the_relation_is_read_from_the_question(question: str, operation: str | None) -> None:
    assert relation(understand(question)) == operation
