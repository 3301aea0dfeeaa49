"""What a table counts, and whether it is the thing asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Status

PLACED = """Barn med insats 2024
Insats;Kommun;Barn med insats
Familjehem;Viken;14
Stödboende;Viken;6
Familjehem;Näset;9
Stödboende;Näset;3
"""
GYM = """Gymmet 2024
Program (kod);Elever
Byggprogrammet;12
Elprogrammet;20
"""


QUEUE = """Förskolor 2024
Förskola;Barn i kö;Barn, inskrivna
Blåsippan;46;74
Vitsippan;12;31
"""
TESTS = """Nationella prov 2024
Kommun;Medelpoäng på provet;Andel med godkänt (%)
Viken;13,5;81,2
Näset;12,0;77,4
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"insatser": PLACED, "gymnasieelever": GYM, "forskolor": QUEUE, "prov": TESTS})


def test_what_narrows_a_header_is_said_by_the_label_of_its_column(engine: Engine) -> None:
    answer = engine.ask("Hur många barn i Näset hade familjehem 2024?")
    assert [figure.value for figure in answer.figures] == [9]


def test_a_header_narrows_what_is_counted_where_no_label_says_it(engine: Engine) -> None:
    assert engine.ask("Hur många barn bodde i Näset 2024?").status is Status.NOT_FOUND


def test_a_short_form_in_brackets_behind_what_is_met_is_no_unknown_name(engine: Engine) -> None:
    answer = engine.ask("Hur många elever går byggprogrammet (BP)?")
    assert [figure.value for figure in answer.figures] == [12]


def test_the_next_reading_is_taken_where_the_first_counts_another_thing(engine: Engine) -> None:
    answer = engine.ask("Hur många barn går på förskolan Vitsippan?")
    assert [figure.value for figure in answer.figures] == [31]


def test_a_share_is_taken_from_the_measure_that_has_shares(engine: Engine) -> None:
    answer = engine.ask("Hur stor andel klarade provet i Näset 2024?")
    assert [figure.value for figure in answer.figures] == [77.4]
