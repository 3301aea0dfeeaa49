"""Questions about weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

FLU = """Influensafall per vecka 2024

Vecka;Region Nord;Region Syd
v. 1;12;30
v. 2;15;33
v. 3;22;41
v. 4;30;38
"""
LUNCH = """År;Vecka;Sålda lunchbiljetter
2023;51;400
2023;52;210
2024;1;390
2024;2;420
2024;3;455
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"influensa": FLU, "lunch": LUNCH})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hur många influensafall hade Region Nord vecka 3 2024?", "vecka 3 2024: 22"),
        ("Hur många influensafall hade Region Nord v. 4?", "vecka 4 2024: 30"),
        ("Vilken vecka hade Region Syd flest influensafall?", "vecka 3 2024 med 41"),
        ("Hur många fler influensafall hade Region Nord vecka 4 än vecka 3 2024?", "8"),
        ("Hur många lunchbiljetter såldes vecka 2?", "vecka 2 2024: 420"),
        ("How many lunch tickets were sold in week 2 of 2024?", "week 2 of 2024: 420"),
    ],
)
def test_a_week_is_a_time(engine: Engine, question: str, said: str) -> None:
    assert said in engine.ask(question).text


@pytest.mark.parametrize(
    "question", ["Hur många lunchbiljetter såldes vecka 9?", "Hur många lunchbiljetter såldes 2024?"]
)
def test_weeks_that_are_not_there_are_not_made_up(engine: Engine, question: str) -> None:
    assert not engine.ask(question).figures
