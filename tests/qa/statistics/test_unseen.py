"""Tables in other layouts, asked about in other words than theirs: what a table has is found, what it lacks is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Answer, Status

FILES = {
    "skolprognos": """Elevprognos per skola
Skola;2023/24;2024/25
Almskolan;300;310
Ekskolan;200;190
Lindskolan;100;120
""",
    "nyckeltal": """Kvalitet i korthet
Nyckeltal;Enhet;Viken 2022;Viken 2023
Andel som får svar inom två dagar;%;70;80
Kostnad per brukare;tkr;90;95
Väntetid till korttidsplats;dagar;12;15
""",
    "resor": """Skolskjuts 2023
Månad;Resor skolskjuts;Kostnad (kr)
jan;100;9000
feb;120;8000
mar;90;7000
Totalt;310;24000
""",
    "avfall": """Insamlat avfall 2023
Kommun;Totalt kg/inv;Matavfall kg/inv;Grovavfall kg/inv
Viken;400;40;150
Näset;380;50;120
""",
    "badplatser": """namn,stadsdel,yta_m2,byggar
Lilla badet,Öst,300,1999
Stora badet,Öst,900,2004
Udden,Väst,500,1987
""",
    "plan": """Investeringsplan 2025-2027, mnkr
Projekt;2025;2026;2027;Summa
Bron;1,5;2,0;0,5;4,0
Kajen;3,0;0,0;0,5;3,5
""",
    "inkomst": """Inkomster
Kommun;Kön;Medelinkomst, tkr 2023;Antal personer 2023
Viken;Kvinnor;300;1000
Viken;Män;320;1100
Näset;Kvinnor;310;900
Näset;Män;330;950
""",
    "stolder": """Cykelstölder per område
År;Norr;Söder;Totalt
2022;30;20;50
2023;25;45;70
""",
    "loner": """Löner 2023
Yrke;Medellön kvinnor;Medellön män;Kvinnors lön i procent av mäns lön
Kock;30000;31000;96,8
Bagare;29000;29500;98,3
""",
    "parkering": """Parkering 2023
Område;Antal platser;Utdelade böter
Torget;100;7
Hamnen;40;9
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
        ("Hur många elever väntas gå i Ekskolan läsåret 2024/25?", 190.0),
        ("How many pupils are expected at Ekskolan in the 2024/25 school year?", 190.0),
        ("Hur stor andel fick svar inom två dagar i Viken 2023?", 80.0),
        ("Hur många skolskjutsresor gjordes i februari 2023?", 120.0),
        ("Vad kostade skolskjutsen hela 2023?", 24000.0),
        ("Hur mycket avfall per invånare samlades in i Viken 2023?", 400.0),
        ("Hur mycket planeras för bron 2026?", 2.0),
        ("Vad är den genomsnittliga inkomsten för kvinnor i Näset 2023?", 310.0),
    ],
)
def test_a_value_is_found_by_what_the_table_is_about(ask: Ask, question: str, value: float) -> None:
    assert value in values(ask(question))


def test_parts_of_a_year_are_summed_up(ask: Ask) -> None:
    assert "310" in ask("Hur många skolskjutsresor gjordes första kvartalet 2023?").text


def test_months_are_ranked_where_a_month_is_asked_for(ask: Ask) -> None:
    assert "februari" in ask("I vilken månad 2023 gjordes flest skolskjutsresor?").text


def test_a_column_of_names_is_what_its_labels_end_in(ask: Ask) -> None:
    assert "Almskolan" in ask("Vilken skola beräknas ha flest elever 2024/25?").text


def test_things_of_a_list_are_counted_and_ranked_by_the_lists_own_name(ask: Ask) -> None:
    assert ask("Hur många badplatser finns det i Öst?").text.startswith("2")
    assert "Stora badet" in ask("Vilken badplats är störst till ytan?").text


def test_columns_are_ranked_where_they_are_what_is_chosen_among(ask: Ask) -> None:
    answer = ask("Vilket område hade flest cykelstölder 2023?")
    assert "Söder" in answer.text
    assert values(answer) == [45.0]


def test_a_difference_is_worked_out_of_two_columns_and_no_share(ask: Ask) -> None:
    assert 1000.0 in [
        abs(value) for value in values(ask("Hur stor är löneskillnaden mellan män och kvinnor för kock?"))
    ]


def test_a_year_that_is_a_value_is_written_as_a_year(ask: Ask) -> None:
    assert "1987" in ask("Vilket byggår har Udden?").text


def test_the_sum_of_all_years_is_taken_where_no_year_is_asked_for(ask: Ask) -> None:
    answer = ask("Vilket projekt är dyrast i investeringsplanen?")
    assert "Bron" in answer.text
    assert "4,0" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Vad var medianinkomsten i Viken 2023?",
        "Vad är medianlönen för en kock?",
        "Hur många parkeringstillstånd finns vid Torget?",
        "Hur många lärare behövs på Ekskolan 2024/25?",
        "Hur många elever slutade på Ekskolan 2024/25?",
        "Hur många elever väntas gå i Ekskolan läsåret 2035/36?",
        "Hur mycket farligt avfall samlades in i Viken 2023?",
    ],
)
def test_what_no_table_has_is_not_answered(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
