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
COMPANIES = """Kommunala bolag 2024
Bolag;Anställda;Omsättning tkr
Granberg Hamn AB;21;30000
Granberg Energi AB;80;250000
Granberg Bostäder AB;44;410000
Granberg Parkering AB;9;12000
"""
KINDS = """Personal per förvaltning 2024
Förvaltning;Månadsanställda
Hamnförvaltningen;460
Parkförvaltningen;120
"""
STAFF = """Grundskolan 2024
Kommun;Lärare;Elever;Elever per tjänst
Viken;40;480;12,0
Näset;25;350;14,0
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over(
        {
            "insatser": PLACED,
            "gymnasieelever": GYM,
            "forskolor": QUEUE,
            "prov": TESTS,
            "bolag": COMPANIES,
            "larare": STAFF,
        }
    )


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


def test_the_first_part_of_a_compound_names_a_label_by_its_one_word_of_its_own(engine: Engine) -> None:
    answer = engine.ask("Vilken omsättning hade Granbergs hamnbolag 2024?")
    assert [figure.value for figure in answer.figures] == [30000]


def test_what_there_is_for_each_of_others_is_no_amount(engine: Engine) -> None:
    answer = engine.ask("Hur många elever per lärare hade Näset 2024?")
    assert [figure.value for figure in answer.figures] == [14]


def test_another_kind_of_what_is_counted_is_another_thing(engine: Engine) -> None:
    assert engine.ask("Hur många timanställda hade Parkförvaltningen 2024?").status is Status.NOT_FOUND
