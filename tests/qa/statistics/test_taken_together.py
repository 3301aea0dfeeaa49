"""Parts that a question takes together: ages, months, both sexes, all kinds, the rows of a list, deficits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Answer, Status
from qa.statistics.ages import _between
from qa.statistics.times import times_of

FILES = {
    "folkmangd": """Folkmängd 2023 efter område och ålder
Område;Ålder;Antal invånare
Öster;0-5 år;100
Öster;6-64 år;400
Öster;65-79 år;70
Öster;80- år;30
Väster;0-5 år;200
Väster;6-64 år;800
Väster;65-79 år;90
Väster;80- år;60
""",
    "larm": """Larm per månad 2023
Månad;Drunkningstillbud;Vattenskador
Januari;1;4
Februari;0;5
Mars;2;6
April;3;7
Summa;6;22
""",
    "frisk": """Frisktal per enhet 2023, procent
Enhet;Frisktal, Kvinnor;Frisktal, Män;Frisktal, Totalt
Tallen;60;90;70
Granen;66;80;75
""",
    "utlan": """År;Filial;Slag;Antal utlån
2023;Norra filialen;Romaner;10
2023;Norra filialen;Serier;5
2023;Norra filialen;Noter;2
2023;Södra filialen;Romaner;20
2023;Södra filialen;Serier;8
2023;Södra filialen;Noter;4
""",
    "bestallningar_2023": """Beställningsnummer;Leverantör;Form;Belopp kr;Datum
B-1;Alfa AB;Avrop;4000;2023-02-03
B-2;Beta AB;Ramavtal;9000;2023-05-07
B-3;Gamma AB;Avrop;7000;2023-08-12
B-4;Delta AB;Inköp;1000;2023-11-20
""",
    "resultat": """Ekonomiskt utfall per nämnd 2023, tkr
Nämnd;Budget 2023;Utfall 2023;Avvikelse 2023
Parknämnden;100;90;10
Hamnnämnden;200;230;-30
Torgnämnden;300;310;-10
""",
    "prognos": """Prognos per anläggning
Anläggning;2023;2024
Norrmyra simhall;10;20
Ekby idrottsplats;30;40
Lunds tennisbana;50;60
""",
    "matningar": """Mätvärden
Ämne;Sjön Lilla;Sjön Stora
Kalium;3,5;5,0
Klor;1,0;1,5
""",
}
Ask = Callable[[str], Answer]
Over = Callable[[Mapping[str, str]], Engine]


@pytest.fixture(scope="module")
def ask(over: Over) -> Ask:
    return over(FILES).ask


def values(answer: Answer) -> list[float]:
    return [figure.value for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur många invånare i Öster var 65 år eller äldre 2023?", 100.0),
        ("How many residents of Väster were 65 or older in 2023?", 150.0),
        ("Hur många invånare som fyllt 80 fanns i Väster 2023?", 60.0),
        ("Hur många vattenskador var det februari till och med april 2023?", 18.0),
        ("Hur många vattenskador var det i snitt per månad 2023?", 5.5),
        ("Hur många utlån gjordes sammanlagt på Norra filialen 2023, alla slag?", 17.0),
        ("Hur många beställningar 2023 hade formen avrop?", 2.0),
        ("Hur stort är beloppet för Avrop tillsammans 2023?", 11000.0),
        ("Hur många av nämnderna gick med underskott 2023?", 2.0),
        ("How many of the committees went over budget in 2023?", 2.0),
        ("Hur mycket mer kalium är det i Sjön Stora än i Sjön Lilla?", 1.5),
        ("Hur många fler vattenskador var det i april än i januari 2023?", 3.0),
    ],
)
def test_parts_are_taken_together(ask: Ask, question: str, value: float) -> None:
    answer = ask(question)

    assert answer.status in (Status.COMPUTED, Status.ANSWERED), answer.text
    assert value in values(answer), answer.text


def test_both_sexes_together_are_the_column_of_the_total(ask: Ask) -> None:
    answer = ask("På vilken enhet var frisktalet högst 2023, kvinnor och män sammantaget?")

    assert values(answer) == [75.0] and "Granen" in answer.text, answer.text


def test_ages_that_no_groups_make_up_are_not_summed(ask: Ask) -> None:
    answer = ask("Hur många invånare i Öster var 70 år eller äldre 2023?")

    assert 100.0 not in values(answer) and 30.0 not in values(answer), answer.text


def test_months_that_the_table_lacks_are_not_left_out_of_a_sum(ask: Ask) -> None:
    assert ask("Hur många vattenskador var det februari till och med juni 2023?").status is Status.NOT_FOUND


def test_a_part_of_a_name_alone_is_no_question_for_a_table(ask: Ask) -> None:
    assert ask("Hur många väntas bo i Norrmyra 2024?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("i slutet av oktober än i slutet av januari 2024", {"2024-10", "2024-01"}),
        ("sommaren 2023, juni till och med augusti", {"2023-06", "2023-08"}),
        ("juni och augusti", set()),
    ],
)
def test_months_without_a_year_are_of_the_one_that_is_named(text: str, stated: set[str]) -> None:
    assert {one.iso for one in times_of(text, "sv")[0].stated} == stated


def test_an_age_group_that_ends_before_it_begins_is_no_part() -> None:
    assert _between({"5-9 år": (5, 9), "10-4 år": (10, 4)}, 5, 999) == []
