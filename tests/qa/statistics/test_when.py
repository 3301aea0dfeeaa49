"""A time that is asked for by itself is no amount; a cost in all and of each is asked back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Status

HALLS = """Projekt 2023;Budget (tkr);Byggår
Ny simhall;4100;1998
Ny ishall;2300;2004
"""
SPENT = """Skolnämndens ekonomi 2023 (tkr)

Verksamhet;Budget;Bokslut
Gymnasieskola;5000;5100
Grundskola;9000;9100


Kostnad per elev 2023

Verksamhet;Kostnad per elev (kr)
Gymnasieskola;143000
Grundskola;121000
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"projekt": HALLS, "skolnamnden": SPENT})


def test_when_is_not_answered_by_an_amount(engine: Engine) -> None:
    assert not engine.ask("När ska den nya simhallen stå klar?").figures


@pytest.mark.parametrize("question", ["Vilket byggår har Ny simhall?", "När byggdes Ny simhall?"])
def test_the_year_of_a_thing_is(engine: Engine, question: str) -> None:
    assert [figure.value for figure in engine.ask(question).figures] == [1998]


def test_a_cost_in_all_and_of_each_is_asked_back(engine: Engine) -> None:
    answer = engine.ask("Vad kostade gymnasieskolan 2023?")
    assert answer.status is Status.CLARIFY, answer.text
    assert {figure.value for figure in answer.figures} == {5100, 143000}
    assert [figure.value for figure in engine.ask("Vad kostade gymnasieskolan per elev 2023?").figures] == [143000]
