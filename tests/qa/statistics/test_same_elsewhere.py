"""A time that one table of a document lacks is looked for in its other tables that measure the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

CASES = """Ärenden i Almby per typ

Ärendetyp;Inkomna 2022;Inkomna 2023
Nybyggnad;10;12
Rivning;3;4
Summa;13;16


Ärenden i Almby per månad 2023

Månad;Inkomna
Januari;5
Februari;7
Mars;4
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"arenden": CASES})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur många inkomna ärenden var det i Almby i februari 2023?", 7),
        ("Hur många inkomna ärenden var det i Almby 2022?", 13),
    ],
)
def test_the_table_that_has_the_time_answers(engine: Engine, question: str, value: float) -> None:
    answer = engine.ask(question)
    assert [figure.value for figure in answer.figures] == [value], answer.text
