"""What is worked out from parts that the reader answers one by one, from the question to the formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status

Open = Callable[..., Search]

MINUTES = """# Kulturnämnden i Sjövik
Protokoll 2023-05-16

## § 41 Bidrag till studieförbund 2023

### Beslut
Kulturnämnden beviljar bidrag till studieförbunden enligt följande:

Studieförbundet Lönnen   120 000 kr

Studieförbundet Eken    95 000 kr

Studieförbundet Asken   60 500 kr

### Sammanfattning
Nio av de elva studieförbund som är verksamma i kommunen har sökt bidrag.

## § 42 Hyra av Gamla bion

### Beslut
Hyran för Gamla bion sätts till 18 500 kronor per månad.

### Ärendet
Ordinarie hyra för Gamla bion enligt taxan hade varit 24 000 kronor per månad.
"""
HALL = """# Konsthallen i Sjövik
Rapport 2023-06-01

Konsthallen hade 8 200 besök under januari–mars 2022 och 9 950 under samma period 2023.

Kostnaden för vakter i konsthallen var 310 000 kronor 2021 och 465 000 kronor 2022.

Varje förening som ordnar sommarläger får 4 000 kronor per vecka i tre veckor.

Utställningen Ljusår visas februari–juni 2023.

Till bygget har tre snickare, fyra målare och två elektriker anlitats.
"""


@pytest.fixture
def ask(indexed: Open) -> Iterator[Callable[[str], Answer]]:
    yield Engine(indexed(minutes=MINUTES, hall=HALL)).ask


def formula(answer: Answer) -> str:
    return next((figure.formula for figure in answer.figures if figure.formula), "").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur många fler besök hade konsthallen januari–mars 2023 än samma månader 2022?", 1750.0),
        ("Hur många gånger större var kostnaden för vakter i konsthallen 2022 än 2021?", 1.5),
        ("Hur många studieförbund sökte inte bidrag?", 2.0),
        ("Hur stor andel av studieförbunden har sökt bidrag?", 81.8),
        ("Hur mycket lägre är hyran för Gamla bion än enligt taxan?", 5500.0),
        ("Hur mycket får en förening sammanlagt för sommarläger under tre veckor?", 12000.0),
        ("Hur många månader visas utställningen Ljusår?", 5.0),
        ("Hur många (snickare, målare, elektriker) har anlitats sammanlagt till bygget?", 9.0),
    ],
)
def test_each_operand_is_found_by_a_question_of_its_own(
    ask: Callable[[str], Answer], question: str, value: float
) -> None:
    answer = ask(question)
    assert answer.status is Status.COMPUTED, answer.text
    assert answer.figures[0].value == pytest.approx(value)
    assert formula(answer)


def test_the_lines_of_a_list_are_added_up_and_each_is_cited(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hur mycket fick studieförbunden sammanlagt 2023?")
    assert formula(answer) == "120 000 [1] + 95 000 [2] + 60 500 [3]"
    assert len(answer.citations) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Hur mycket ökade kostnaden för vakter i konsthallen mellan 2019 och 2022?",
        "Hur många fler elever hade musikskolan 2023 än 2022?",
        "Hur stor andel av konsthallens besökare var barn?",
    ],
)
def test_nothing_is_worked_out_where_an_operand_is_missing(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is not Status.COMPUTED
