"""The kind of time that is chosen among or counted, and when something changed the most."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from indexer.tables.periods import period_of_iso
from qa.engine import Engine
from qa.statistics.periods import of_step

VISITS = """Besök på simhallen efter månad

År;Månad;Besökare
2022;November;90
2022;December;95
2023;Januari;100
2023;Februari;140
2023;Mars;80
"""
HOURS = """Verksamhet;Kvartal;Övertid (timmar)
Hemvård;2022K1;100
Hemvård;2022K2;120
Hemvård;2022K3;180
Hemvård;2022K4;90
Skola;2022K1;50
Skola;2022K2;40
Skola;2022K3;30
Skola;2022K4;60
"""
CLUBS = """Medlemmar i klubbarna efter år

Klubb;2021;2022;2023
Norra;100;110;105
Södra;200;190;150
Västra;300;301;280
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"simhall": VISITS, "overtid": HOURS, "klubbar": CLUBS})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilken månad hade simhallen flest besökare?", "februari 2023 med 140"),
        ("Vilka månader hade simhallen fler än 92 besökare?", "december 2022: 95"),
        ("Vilket kvartal ökade övertiden i hemvård mest?", "tredje kvartalet 2022 med 60 timmar"),
        ("När minskade övertiden i hemvård mest?", "fjärde kvartalet 2022 med 90 timmar"),
        ("Vilken verksamhets övertid förändrades mest mellan 2022K1 och 2022K4?", "Hemvård med 10 timmar"),
        ("Vilken klubb ökade antalet medlemmar mest 2022?", "Norra med 10"),
        ("Vilken klubb har ökat antalet medlemmar mest?", "Norra med 5"),
        ("Vilken klubb ökade antalet medlemmar mest från 2022 till 2023?", "Minst minskning"),
    ],
)
def test_times_and_changes_are_chosen_among_by_their_kind(engine: Engine, question: str, said: str) -> None:
    assert said in engine.ask(question).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "question", ["Vilket år hade simhallen flest besökare?", "Vilken månad hade klubbarna flest medlemmar?"]
)
def test_a_kind_of_time_that_the_table_has_not_is_not_answered_by_another(engine: Engine, question: str) -> None:
    assert not engine.ask(question).figures


def test_a_day_of_each_year_stands_for_the_year_and_two_of_one_do_not() -> None:
    days = [period for iso in ("2021-12-31", "2022-12-31") if (period := period_of_iso(iso))]
    more = [*days, *(period for iso in ("2022-06-30",) if (period := period_of_iso(iso)))]
    assert of_step(days, "year") == days
    assert of_step(more, "year") is None
    assert of_step(days, "week") is None
    assert of_step(more, "") == more
