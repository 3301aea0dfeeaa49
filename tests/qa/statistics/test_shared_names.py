"""Names that several rows or measures share are asked back; shares of what is measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Status

HOUSES = """Anläggning;Intäkter 2022 (tkr);Intäkter 2023 (tkr)
Garage Hamnen Norra;100;110
Garage Hamnen Södra;200;190
Garage Torget;50;55
Bron;30;35
"""
EXAMS = """Program;Examen inom tre år (%);Examen inom fyra år (%);Elever i kö;Elever
Teknik;81,5;88,0;4;120
Vård;70,0;79,5;6;95
"""
THEFTS = """Kommun;År;Cykelstölder
Almby;2022;20
Björkvik;2022;30
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"garage": HOUSES, "examen": EXAMS, "stolder": THEFTS})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Vilka intäkter hade Garage Hamnen 2023?", [110, 190]),
        ("Hur stor andel av eleverna på Teknik tog examen?", [81.5, 88]),
    ],
)
def test_a_name_that_two_share_is_asked_back(engine: Engine, question: str, values: list[float]) -> None:
    answer = engine.ask(question)
    assert answer.status is Status.CLARIFY, answer.text
    assert [figure.value for figure in answer.figures] == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Vilka intäkter hade Garage Hamnen Norra 2023?", 110),
        ("Vilka intäkter hade Garage Torget 2023?", 55),
        ("Hur stor andel av eleverna på Teknik tog examen inom fyra år?", 88),
        ("Hur många elever går på Teknik?", 120),
    ],
)
def test_what_is_said_whole_is_not(engine: Engine, question: str, value: float) -> None:
    assert [figure.value for figure in engine.ask(question).figures] == [value]


@pytest.mark.parametrize(
    "question",
    ["Hur stor andel av cykelstölderna 2022 skedde i Björkvik?",
     "What share of the bicycle thefts in 2022 took place in Björkvik?"],
)  # fmt: skip
def test_a_share_of_what_is_measured_is_of_all_of_it(engine: Engine, question: str) -> None:
    assert 60 in [figure.value for figure in engine.ask(question).figures]
