"""How many decimals a value is said with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.statistics.speech import telling

RATES = """Olyckor efter kommun 2023

Kommun;Olyckor per mil;Vikt (kg);Ränta (procent)
Almby;0,055;1,2345;0,05
Björkvik;0,061;2,3456;0,15
Granfors;0,0049;3,125;1,25
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"olyckor": RATES})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hur många olyckor per mil hade Almby 2023?", ": 0,055 ["),
        ("Hur många olyckor per mil hade Granfors 2023?", ": 0,0049 ["),
        ("Vad var räntan i Almby 2023?", ": 0,05 procent ["),
        ("Vad var räntan i Granfors 2023?", ": 1,25 procent (avrundat 1,3) ["),
        ("Vad var vikten i Almby 2023?", ": 1,2 kg ["),
        ("Hur mycket skilde olyckor per mil mellan Almby och Björkvik 2023?", "skillnaden är 0,006"),
    ],
)
def test_a_small_value_is_not_rounded_away(engine: Engine, question: str, said: str) -> None:
    assert said in engine.ask(question).text


@pytest.mark.parametrize(("value", "places"), [(0.0, 1), (12.345, 1), (0.375, 2), (-0.0551, 3), (0.00049, 5)])
def test_two_digits_of_a_small_value_are_told(value: float, places: int) -> None:
    assert telling(value) == places
