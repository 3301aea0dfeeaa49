"""Times that a table does not write beside its values, and digits that are no time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

HELP = """Personer med hemhjälp den 31 oktober

Kommun;2021;2022
Almby;40;44
Björkvik;70;75
"""
HOMES = """Hem;Ort;Rum;Senaste besök
Tallgläntan;Almby;20;2023-02-03
Björkhöjden;Björkvik;31;2023-11-20
Lugnet;Björkvik;17;2022-05-06
"""
NATURE = """Kod;Kommun;Skydd;Områden 2022;Områden 2023
2031;Almby;Natura 2000-område;4;5
2031;Almby;Reservat;9;9
2032;Björkvik;Natura 2000-område;6;7
2032;Björkvik;Reservat;2;3
"""
COSTS = """Delårsrapport

Nämnd;Utfall jan–aug 2022 (tkr);Utfall jan–aug 2023 (tkr);Prognos helår 2023 (tkr)
Kulturnämnden;100;120;180
Parknämnden;200;210;330
"""
CLUB = """Gård;Månad;Besök
Smedjan;2023-01;10
Smedjan;2023-02;-
Smedjan;2023-03;12
Smedjan;2023-04;9
Smedjan;2023-05;8
Smedjan;2023-06;7
Smedjan;2023-07;-
Smedjan;2023-08;6
Smedjan;2023-09;5
Smedjan;2023-10;4
Smedjan;2023-11;3
Smedjan;2023-12;2
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"hemhjalp": HELP, "hem": HOMES, "natur": NATURE, "gardar": CLUB, "delar": COSTS})


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Hur många personer hade hemhjälp i Almby hösten 2022?", "44"),
        ("Hur många rum har Tallgläntan?", "20"),
        ("Hur många Natura 2000-områden fanns i Almby 2023?", "5"),
        ("Hur många områden med reservat fanns i 2031 Almby 2022?", "9"),
        ("Hur många besök hade Smedjan under hela 2023?", "66"),
    ],
)
def test_the_time_is_found_where_the_table_has_it(engine: Engine, question: str, answered: str) -> None:
    answer = engine.ask(question)
    assert any(f"{figure.value:g}" == answered for figure in answer.figures), answer.text


def test_the_spring_is_not_the_autumn_in_which_is_counted(engine: Engine) -> None:
    assert not engine.ask("Hur många personer hade hemhjälp i Almby våren 2022?").figures


def test_the_money_of_eight_months_is_not_that_of_the_year(engine: Engine) -> None:
    assert not engine.ask("Vad var utfallet för Kulturnämnden 2022?").figures
    for question in ("Vad var utfallet för Kulturnämnden januari–augusti 2023?",
                     "Vad var utfallet för Kulturnämnden till och med augusti 2023?"):  # fmt: skip
        assert [figure.value for figure in engine.ask(question).figures] == [120]


def test_what_is_expected_is_the_forecast(engine: Engine) -> None:
    for question in ("Vad tror man att Kulturnämnden kostar för hela 2023?", "Vad väntas Kulturnämnden kosta 2023?"):
        assert [figure.value for figure in engine.ask(question).figures] == [180], question
