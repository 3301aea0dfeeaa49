"""Numbers in titles that say what a table is of: two kinds are no conflict, and the question picks one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Status
from qa.statistics.kinds import kinds_of, numbered

SIXTH = """Provresultat i matematik, årskurs 6, 2024

Kommun;Genomsnittlig provpoäng
Almby;13,1
Björkvik;12,2
"""
NINTH = SIXTH.replace("årskurs 6", "årskurs 9").replace("13,1", "11,9").replace("12,2", "12,7")
COURTS = """Hallar i kommunala skolor 2023

Kommun;Antal hallar;Yta (m2)
Almby;4;900
"""
OTHERS = """Hallar i fristående skolor 2023

Kommun;Antal hallar
Almby;7
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"sexan": SIXTH, "nian": NINTH, "hallar": COURTS, "friskolor": OTHERS})


def test_the_question_picks_the_kind(engine: Engine) -> None:
    answer = engine.ask("Vad var den genomsnittliga provpoängen i matematik i årskurs 9 i Almby 2024?")
    assert [figure.value for figure in answer.figures] == [11.9]


def test_two_kinds_are_asked_back_and_no_conflict(engine: Engine) -> None:
    answer = engine.ask("Vad var den genomsnittliga provpoängen i matematik i Almby 2024?")
    assert answer.status is Status.CLARIFY
    assert "årskurs 6 (2024): 13,1" in answer.text
    assert "årskurs 9 (2024): 11,9" in answer.text


def test_titles_that_each_say_what_they_are_of_do_not_contradict_each_other(engine: Engine) -> None:
    assert engine.ask("Hur många hallar fanns i kommunala skolor i Almby 2023?").status is not Status.CONFLICTING


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Provresultat i årskurs 9, 2024", ("årskurs 9",)),
        ("resultat_ak6_2024", ("årskurs 6",)),
        ("Tabell 3. Elever 15 oktober 2024, version 2", ()),
        ("Utfall 2024-08-31, kvartal 3", ()),
        ("Andel med minst 15 % frånvaro", ()),
    ],
)
def test_a_number_says_a_kind_where_it_is_no_time_nor_place(name: str, said: tuple[str, ...]) -> None:
    assert numbered(name) == said


def test_kinds_are_told_where_one_number_differs() -> None:
    assert kinds_of(["Prov åk 6", "Prov åk 9"]) == [("årskurs", "årskurs 6"), ("årskurs", "årskurs 9")]
    assert not kinds_of(["Prov åk 6 2023", "Prov åk 6 2024"])
    assert not kinds_of(["Elever 2023", "Elever 2024"])
