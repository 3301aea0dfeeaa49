"""What is measured though no word of the question names it, and refusals that say why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

SCHOOLS = """Grundskolor i Norrliden 2023

Kommun;Antal grundskolor;Elever;Lärare
Almby;12;3400;310
Björkvik;7;1900;160
Granfors;3;700;61
"""
PEOPLE = """Folkmängd efter kommun

Kommun;2022;2023
Almby;24500;24610
Björkvik;11200;11150
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"skolor": SCHOOLS, "folk": PEOPLE})


@pytest.mark.parametrize(
    "question", ["Hur många bor i Granfors?", "How many people live in Granfors?", "Hur många jobbar i Granfors?"]
)
def test_those_who_live_or_work_there_are_not_what_else_is_counted(engine: Engine, question: str) -> None:
    assert not engine.ask(question).figures


@pytest.mark.parametrize("question", ["Hur många bodde i Almby 2022?", "How many people lived in Almby in 2022?"])
def test_those_who_live_in_a_place_are_its_population(engine: Engine, question: str) -> None:
    assert [figure.value for figure in engine.ask(question).figures] == [24500]


def test_a_refusal_names_the_word_without_making_it_a_division(engine: Engine) -> None:
    text = engine.ask("Hur många katter går i grundskolan i Almby 2023?").text
    assert "ingen uppdelning" not in text
