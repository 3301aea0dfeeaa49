"""What is taken where a question leaves something out: all there is, never a part of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine
from qa.model import Status
from qa.statistics.titles import captioned

FILES = {
    "anmalningar": """Ort;År;Slag;Anmälda skador
Vik;2021;TOTALT ANTAL SKADOR;900
Vik;2021;Skador på fönster (12 kap.);500
Vik;2021;  därav skyltfönster;40
Vik;2021;Vattenskador;400
Näs;2021;TOTALT ANTAL SKADOR;700
Näs;2021;Skador på fönster (12 kap.);450
Näs;2021;  därav skyltfönster;30
Näs;2021;Vattenskador;250
""",
    "natter": """Ort;Gästens land;Månad;Gästnätter
Vik;Samtliga länder;2023-05;520
Vik;Sverige;2023-05;400
Vik;Utlandet;2023-05;120
Näs;Samtliga länder;2023-05;310
Näs;Sverige;2023-05;300
Näs;Utlandet;2023-05;10
""",
    "nyckeltal": """Nyckeltal;Enhet;2022;2023
Slamtömning per hushåll, kg;Vik;310;320
Slamtömning per hushåll, kg;Näs;210;220
Antal vattenprov vid kranen;Vik;41;44
Antal vattenprov vid kranen;Näs;51;55
""",
    "firmor": """Firmor 2023 efter ort och storlek

Ort;Storlek;Antal firmor;Antal sysselsatta
Vik;Samtliga storlekar;60;900
Vik;1-9 sysselsatta;50;200
Vik;200+ sysselsatta;10;700
Näs;Samtliga storlekar;30;500
Näs;1-9 sysselsatta;25;100
Näs;200+ sysselsatta;5;400
""",
    "stod": """Beslutsdatum;Mottagare;Bidragstyp;Beviljat belopp (kr);Beslut
2022-01-14;Eks kör;Lokalbidrag;100;Bifall
2022-05-02;Eks kör;Resebidrag;200;Delvis bifall
2022-11-20;Viks cirkel;Resebidrag;55;Bifall
2023-02-11;Eks kör;Lokalbidrag;170;Bifall
2023-04-11;Eks kör;Resebidrag;80;Bifall
2023-12-01;Viks cirkel;Lokalbidrag;60;Avslag
2024-01-20;Eks kör;Lokalbidrag;170;Bifall
2024-11-01;Eks kör;Resebidrag;90;Bifall
""",
    "larm": """Larm hos personer 65 år och äldre 2023

Ort;Ålder;Antal personer med larm
Vik;65-79 år;36
Vik;80 år och äldre;64
Näs;65-79 år;20
Näs;80 år och äldre;41
""",
    "drift": """Utfall per nämnd 2023, tkr

Nämnd / verksamhet;Budget;Utfall
Parknämnden;301;311
   Lekplatser;101;102
   Rabatter;200;209
Vattennämnden;150;144
   Ledningar;90;93
   Brunnar;60;51
""",
    "skolor 2023": """Skola;Elever;Andel procent
Ekskolan;31;12,7
Alskolan;46;18,9
Bokskolan;77;31,6
Lindskolan;89;36,5
""",
    "hamnar 2023": """Hamn;Cyklister;Bilister
Hamn A;31;33
Hamn B;46;48
Hamn C;77;81
Hamn D;9;8
""",
    "stolar 2023": """Sal;Antal stolar
Norra salen;161
Mellersta salen;282
Summa övre plan;443
Södra salen;157
Lilla salen;125
Summa nedre plan;282
""",
    "villor": """Bostäder i Granbergs distrikt 2024-12-31

Område;Friliggande;Radhus;Övriga bostäder;Samtliga
Tallen;101;40;20;161
Granen;202;50;30;282
Distrikt Norr;303;90;50;443
Eken;44;11;70;125
Linden;55;22;80;157
Distrikt Söder;99;33;150;282
Hela Granberg;402;123;200;725
""",
}


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over(FILES)


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("Hur många skador anmäldes i Vik 2021?", "900", "40"),
        ("Hur många skador på fönster anmäldes i Näs 2021?", "450", "700"),
        ("Hur många gästnätter hade Vik i maj 2023?", "520", "400"),
        ("Hur många gästnätter hade Vik från utlandet i maj 2023?", "120", "520"),
        ("Hur många vattenprov vid kranen togs i Näs 2023?", "55", "44"),
        ("Hur många sysselsatta fanns i firmorna i Vik 2023?", "900", "700"),
        ("Hur många bostäder finns det i Granberg?", "725", "200"),
        ("Hur många radhus finns det i Distrikt Norr?", "90", "123"),
    ],
)
def test_what_is_left_out_is_taken_as_a_whole(engine: Engine, question: str, answer: str, other: str) -> None:
    text = engine.ask(question).text
    assert answer in text
    assert other not in text.replace("2021", "")


def test_districts_are_not_ranked_among_their_parts(engine: Engine) -> None:
    assert "Granen" in engine.ask("Vilket område har flest friliggande bostäder?").text


def test_the_lines_of_a_sheet_are_no_title_of_its_first_table() -> None:
    assert captioned("Rapport 2024. Uppräknat. Tabell 1. Påbörjade radhus") == "Påbörjade radhus"
    assert captioned("Tabell 1. Påbörjade radhus") == "Tabell 1. Påbörjade radhus"


def test_a_list_of_days_that_goes_on_is_of_the_whole_year(engine: Engine) -> None:
    assert "300" in engine.ask("Hur mycket stöd beviljades Eks kör sammanlagt 2022?").text
    assert "170" in engine.ask("Hur mycket beviljades Eks kör i bidrag till lokaler 2023?").text


def test_a_list_of_days_that_ends_in_the_year_is_of_a_part_of_it(engine: Engine) -> None:
    answer = engine.ask("Hur mycket stöd beviljades Eks kör sammanlagt 2024?")
    assert answer.status is Status.NOT_FOUND
    assert "inte hela 2024" in answer.text


def test_a_row_that_two_others_come_to_by_chance_is_one_of_the_list(engine: Engine) -> None:
    assert "243" in engine.ask("Hur många elever går i skolorna sammanlagt 2023?").text
    assert "4" in engine.ask("Hur många skolor finns det 2023?").text
    assert "Bokskolan" in engine.ask("Vilka skolor har fler än 50 elever 2023?").text
    assert "163" in engine.ask("Hur många cyklister kom till hamnarna sammanlagt 2023?").text
    assert "Hamn C" in engine.ask("Vilken hamn har flest cyklister 2023?").text


def test_of_several_subtotals_none_is_taken_for_all(engine: Engine) -> None:
    assert "725" in engine.ask("Hur många stolar finns det 2023?").text


def test_a_limit_on_ages_needs_no_word_for_years(engine: Engine) -> None:
    assert "64" in engine.ask("Hur många personer över 80 har larm i Vik 2023?").text
    assert "64" in engine.ask("How many people over 80 have alarms in Vik in 2023?").text


def test_committees_above_their_parts_are_ranked_where_they_are_asked_for(engine: Engine) -> None:
    assert "Parknämnden" in engine.ask("Vilken nämnd hade högst utfall 2023?").text
