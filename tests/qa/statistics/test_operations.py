"""What is asked for: a place among all, the greatest change, a share's part and whole, units, times counted, totals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.engine import Engine
from qa.model import Answer, Status
from qa.statistics.operation_asked import highest_asked, rises_most
from qa.statistics.plan import Threshold
from qa.statistics.question import ask as asked

FILES = {
    "lan": """Kommunernas lån, mnkr
Kommun;Lån 2020, mnkr;Lån 2023, mnkr
13 Askeby län;1180;1421
1380 Almby;400;431
1381 Björkvik;500;703
1382 Ekdal;280;287
2280 Furuvik;900;1310
""",
    "el": """Elanvändning per ort 2023
Ort;Elanvändning, MWh
Granby;1 234 500
Lindby;840 200
""",
    "natur": """Skyddad mark 2023
Ort;Antal områden;Areal, hektar
Granby;12;403,5
Lindby;9;211,0
""",
    "bad": """Besök i badhuset per kvartal 2022–2023
År;Kvartal;Besök
2022;kv 1;3 112
2022;kv 2;2 245
2022;kv 3;1 901
2022;kv 4;2 784
2022;Helår;10 042
2023;kv 1;3 301
2023;kv 2;2 110
2023;kv 3;1 877
2023;kv 4;2 999
2023;Helår;10 287
""",
    "anstallda": """Anställda per område och enhet 2023
Område;Enhet;Anställda
Område Norr;Tallen;31
;Granen;27
Summa Område Norr;;58
Område Söder;Eken;44
;Boken;19
Summa Område Söder;;63
Totalt;;121
""",
    "stod": """Stöd till föreningar 2023, kr
Förening;Lokalstöd;Ledarstöd;Summa stöd
Granby BK;4 100;2 300;6 400
Lindby IF;3 700;9 900;13 600
""",
    "skador": """Skadade i trafiken 2023 efter färdsätt och skadegrad
Färdsätt;Skadegrad;Antal skadade
Cykel;Svårt skadade;21
Cykel;Lindrigt skadade;112
Personbil;Svårt skadade;63
Personbil;Lindrigt skadade;405
Totalt;Svårt skadade;84
Totalt;Lindrigt skadade;517
""",
    "loner": """Medellön 2023, kr
Yrke;Kön;Medellön
Lärare;Kvinnor;38 400
Lärare;Män;40 000
Kockar;Kvinnor;29 100
Kockar;Män;29 300
""",
    "projekt": """Större byggprojekt
Projekt;Klart;Budget, mnkr;Avvikelse, mnkr
Simhallen;2026-06-30;412,0;-3,0
Brandstationen;2025-01-31;86,0;-11,5
Biblioteket;2028-02-28;120,0;4,0
""",
}

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(over: Callable[[dict[str, str]], Engine]) -> Ask:
    return over(FILES).ask


def test_the_place_of_one_among_all_is_counted_from_the_end_asked_for(ask: Ask) -> None:
    high = ask("På vilken plats hamnar Björkvik bland kommunerna om man rangordnar efter högst lån 2023?")
    assert high.status is Status.COMPUTED
    assert "Plats 2 av 4: Björkvik med 703 mnkr" in high.text and "Furuvik" in high.text
    low = ask("Where does Björkvik rank among the municipalities by lowest loans in 2023?")
    assert "Place 3 of 4: Björkvik" in low.text and "lowest first" in low.text


def test_what_changed_the_most_is_no_sum_of_the_years(ask: Ask) -> None:
    rise = ask("I vilken kommun ökade lånen mest från 2020 till 2023?").text
    assert "Störst ökning" in rise and "Furuvik med 410 mnkr" in rise and "från 900 mnkr" in rise
    least = ask("I vilken kommun ökade lånen minst från 2020 till 2023?").text
    assert "Ekdal med 7 mnkr" in least


def test_municipalities_of_a_county_are_those_whose_codes_begin_with_its_code(ask: Ask) -> None:
    assert "Björkvik" in ask("Vilken kommun i Askeby län hade högst lån 2023?").text


def test_amounts_are_said_in_the_size_asked_for(ask: Ask) -> None:
    assert "1 234,5 gwh" in ask("Hur många gigawattimmar var elanvändningen i Granby 2023?").text.replace("\u00a0", " ")


def test_a_unit_tells_which_column_is_meant(ask: Ask) -> None:
    assert "403,5 hektar" in ask("Hur många hektar skyddad mark fanns i Granby 2023?").text


def test_times_that_pass_a_limit_are_counted_one_by_one(ask: Ask) -> None:
    answer = ask("Under hur många kvartal 2022–2023 hade badhuset fler än 3 000 besök?")
    assert answer.text.startswith("2 (")


def test_a_row_that_all_others_come_to_is_not_summed_with_them(ask: Ask) -> None:
    text = ask("Hur många besök hade badhuset 2023?").text.replace("\u00a0", " ")
    assert "10 287" in text and "20 574" not in text


def test_the_tables_own_sum_of_a_group_is_taken(ask: Ask) -> None:
    answer = ask("Hur många anställda har Område Norr 2023?")
    assert answer.status is Status.ANSWERED and "58 [1]" in answer.text


def test_the_column_that_sums_up_is_taken_for_altogether(ask: Ask) -> None:
    assert "13 600" in ask("Hur mycket stöd fick Lindby IF sammanlagt 2023?").text.replace("\u00a0", " ")
    assert "9 900" in ask("Hur mycket ledarstöd fick Lindby IF sammanlagt 2023?").text.replace("\u00a0", " ")


def test_the_part_of_a_share_stands_behind_the_verb(ask: Ask) -> None:
    answer = ask("Hur stor andel av de svårt skadade i trafiken 2023 satt på cykel?").text
    assert "25,0 procent: 21 [1] av 84 [2]" in answer


def test_percent_of_another_label_is_worked_out(ask: Ask) -> None:
    assert "96,0 procent" in ask("Hur många procent av männens medellön hade kvinnliga lärare 2023?").text


def test_two_labels_behind_the_verb_are_one_part(ask: Ask) -> None:
    answer = ask("Hur stor andel av de svårt skadade i trafiken 2023 färdades med cykel eller personbil?").text
    assert "i procent" not in answer and "33,3" not in answer


def test_what_fell_the_most_is_the_lowest_change_and_cases_do_not_fall() -> None:
    assert rises_most(asked("Var ökade lånen mest från 2020 till 2023?", "sv"))
    assert not rises_most(asked("Var minskade lånen mest från 2020 till 2023?", "sv"))
    assert highest_asked(asked("Vilken ort hade flest fall 2023?", "sv"))


def test_only_what_is_taken_out_is_left_out() -> None:
    assert not asked("Hur många elever når inte de nationella målen?", "sv").left_out
    assert asked("Hur många anställda finns det? Inte de timavlönade.", "sv").left_out
    assert asked("How many staff are there, not counting the port?", "en").left_out


def test_a_half_is_fifty_percent() -> None:
    question = asked("Hur många orter återvann mer än hälften av avfallet?", "sv")
    assert question.threshold == Threshold(">", 50.0) and question.unit == "procent"


def test_what_is_left_out_is_not_counted(ask: Ask) -> None:
    text = ask("Hur många skadades svårt i trafiken 2023, utom cykel?").text
    assert "63" in text and "84" not in text


def test_a_list_with_a_day_for_each_row_is_not_cut_to_its_last_day(ask: Ask) -> None:
    assert "Brandstationen med −11,5 mnkr" in ask("Vilket projekt drar över sin budget mest?").text
