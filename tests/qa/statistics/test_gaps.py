"""A sum, a mean or a course over time says what is not part of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

THEFTS = """Kommun;År;Cykelstölder
Almby;2019;10
Almby;2020;12
Almby;2021;..
Almby;2022;20
Björkvik;2019;30
Björkvik;2020;31
Björkvik;2021;33
Björkvik;2022;36
Granfors;2019;5
Granfors;2021;6
Granfors;2022;7
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"stolder": THEFTS})


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("Hur många cykelstölder var det i Almby, Björkvik och Granfors tillsammans 2020?", 43, "saknas för Granfors."),
        ("Hur många cykelstölder var det i Almby, Björkvik och Granfors tillsammans 2021?", 39, "saknas för Almby ["),
        ("Hur många cykelstölder var det i Almby sammanlagt 2019–2022?", 42, "saknas för 2021 ["),
        ("Hur många cykelstölder var det i Granfors totalt 2019–2022?", 18, "saknas för en tid däremellan"),
        ("Hur många cykelstölder hade Granfors i snitt per år 2019–2022?", 6, "saknas för en tid däremellan"),
        ("Hur många cykelstölder hade kommunerna i genomsnitt 2021?", 19.5, "saknas för Almby ["),
        ("Hur har cykelstölderna i Almby utvecklats 2019–2022?", 10, "saknas för 2021"),
        ("Hur har cykelstölderna i Björkvik utvecklats 2016–2022?", 6, "täcker inte hela den tid"),
        ("Hur många cykelstölder var det i Björkvik totalt 2019–2022?", 130, ""),
    ],
)
def test_what_is_missing_is_said(engine: Engine, question: str, value: float, said: str) -> None:
    answer = engine.ask(question)
    assert value in [figure.value for figure in answer.figures], answer.text
    assert said in answer.text
    assert said or "saknas" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hur många cykelstölder hade Björkvik sammanlagt 2017–2020?",
        "Hur många cykelstölder hade Björkvik i snitt per år 2017–2020?",
    ],
)
def test_no_sum_or_mean_of_times_that_begin_before_the_table(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert not answer.figures
    assert "2017" in answer.text
