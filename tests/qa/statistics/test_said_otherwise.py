"""What a table says in other words: codes explained, sums of labels and columns, ages as columns, counties."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Answer, Status
from qa.statistics.ages import _ages
from qa.statistics.compounds import begun
from qa.statistics.said_otherwise import sheets_titled, without_number

FILES = {
    "prov": """Resultat i ämnesproven. BI biologi, FY fysik, KE kemi

Ort;Prov;Medelpoäng
Granberg;BI;12,5
Granberg;FY;13,5
Granberg;KE;14,5
Lindås;BI;11,5
Lindås;FY;10,5
Lindås;KE;9,5
""",
    "stod_2023": """Utbetalt stöd 2023, kronor

Förening;Idrott;Hyresstöd;Ungdomsstöd;Summa stöd
Bergs BK;Bandy;100;200;300
Åns BK;Bandy;150;250;400
Åns SK;Simning;50;60;110
Åns GF;Gymnastik;10;20;30
""",
    "personal": """Anställda efter yrkesgrupp och ålder

Yrkesgrupp;–29 år;30–49 år;50–59 år;60– år;Samtliga
Kuratorer;4;6;5;3;18
Logopeder;1;2;7;8;18
""",
    "resor": """Resande i Vikens läns busstrafik 2023, antal resor

Område;Antal resor
Viken;100
Sundby;200
Hamra;300
Hela länet;900
""",
    "enheter": """Område;Enhet;Tillsvidareanställda
Område Nord;Tallen;11
Område Nord;Granen;12
Summa Område Nord;;23
Område Syd;Eken;14
Område Syd;Boken;15
Summa Område Syd;;29
""",
    "natur": """Skyddad natur, antal områden och areal

Ort;Form;Antal 2023;Areal 2023, hektar
Granberg;Reservat;7;812,5
Granberg;Zon 2000-område;9;99,5
Lindås;Reservat;3;412,5
Lindås;Zon 2000-område;4;55,5
""",
}


@pytest.fixture(scope="module")
def ask(over: Callable[[Mapping[str, str]], Engine]) -> Callable[[str], Answer]:
    return over(FILES).ask


Ask = Callable[[str], Answer]


def test_a_code_is_met_by_what_the_title_says_it_stands_for(ask: Ask) -> None:
    assert "13,5" in ask("Vad var medelpoängen i fysik i Granberg?").text


def test_the_sum_of_the_columns_is_meant_where_all_of_it_is_asked_for(ask: Ask) -> None:
    assert "400" in ask("Hur mycket stöd fick Åns BK sammanlagt 2023?").text


def test_the_first_part_of_a_compound_is_the_label(ask: Ask) -> None:
    assert "250" in ask("Hur mycket hyresstöd fick bandyklubbarna sammanlagt 2023?").text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hur många kuratorer var 30 till 49 år?", "6"),
        ("Hur många logopeder hade fyllt 50 år?", "15"),
        ("Hur många kuratorer var under 30 år?", "4"),
    ],
)
def test_columns_of_ages_are_met_by_the_ages_asked_for(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert [float(figure.value or 0) for figure in answer.figures][-1:] == [float(value)] or value in answer.text


def test_a_county_is_not_the_municipality_of_its_name(ask: Ask) -> None:
    assert "900" in ask("Hur många resor gjordes i Vikens län 2023?").text
    assert "100" in ask("Hur många resor gjordes i Viken 2023?").text


def test_the_row_that_sums_up_a_label_is_read_for_it(ask: Ask) -> None:
    answer = ask("Hur många tillsvidareanställda har Område Nord?")
    assert answer.status is Status.ANSWERED
    assert "23" in answer.text


def test_the_unit_that_is_counted_chooses_the_column(ask: Ask) -> None:
    assert "812,5" in ask("Hur många hektar reservat fanns i Granberg 2023?").text


def test_a_number_of_a_label_is_no_year(ask: Ask) -> None:
    assert "9" in ask("Hur många Zon 2000-områden fanns i Granberg 2023?").text


@pytest.mark.parametrize(
    ("label", "ages"),
    [("–29", (0, 29)), ("≤ 29 år", (0, 29)), ("under 30 år", (0, 29)), ("≥ 50 år", (50, 999)), ("30–39", (30, 39)),
     ("65–", (65, 999)), ("0-22 år", (0, 22))],
)  # fmt: skip
def test_ages_are_read_however_they_are_written(label: str, ages: tuple[int, int]) -> None:
    assert _ages(label) == ages


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [("innebandyklubbarna", "Innebandy", True), ("gymnasielärarna", "Gymnasieskola", True),
     ("banklån", "banker", True), ("personalen", "Personal", False), ("elever", "Elev", False)],
)  # fmt: skip
def test_only_what_has_another_word_behind_it_is_a_compound(asked: str, held: str, *, expected: bool) -> None:
    assert begun(asked, held) is expected


def test_sheets_are_named_without_their_numbers_and_by_their_titles() -> None:
    assert without_number(["Tabell 1 Samtliga", "Tabell 2 0-22 år"]) == {
        "Tabell 1 Samtliga": "Samtliga",
        "Tabell 2 0-22 år": "0-22 år",
    }
    said = sheets_titled({"NO2": "Kvävedioxid, NO2 (µg/m³)", "PM10": "Inandningsbara partiklar, PM10 (µg/m³)"})
    assert ("kvävedioxid",) in said["NO2"]
    assert ("inandningsbara", "partiklar") in said["PM10"]
