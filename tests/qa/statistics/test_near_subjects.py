"""Questions near what tables hold: another measure, a neighbouring cell, a part of a word are no answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status

Ask = Callable[[str], Answer]

KEY_FIGURES = """Ort;Nyckeltal;År;Värde
Ekvik;Antal personer med nattlarm;2021;300
Ekvik;Antal personer med nattlarm;2022;310
Ekvik;Personalkontinuitet, antal personal under 14 dagar;2021;15,5
Ekvik;Personalkontinuitet, antal personal under 14 dagar;2022;13,5
Rosnäs;Antal personer med nattlarm;2021;200
Rosnäs;Antal personer med nattlarm;2022;210
Rosnäs;Personalkontinuitet, antal personal under 14 dagar;2021;12,0
Rosnäs;Personalkontinuitet, antal personal under 14 dagar;2022;11,0
"""
SUBSTITUTES = """Vikarietimmar per enhet och kvartal

Enhet;2022 Kv 1;2022 Kv 2;2022 Kv 3;2022 Kv 4
Kök;100;110;120;130
Städ;10;20;30;40
Totalt;110;130;150;170
"""
MEETINGS = """Parknämnden - närvaro vid sammanträden 2023

Sammanträdesdatum;Närvarande ledamöter;Antal ärenden
2023-02-08;9;14
2023-05-24;7;21
Summa;16;35
"""
PROJECTS = """Parknämnden. Investeringar 2023, belopp i mnkr

Projekt;Budget;Prognos;Avvikelse
Lekplats Nybacken;52,1;50,0;2,1
Gång- och ridvägar;90,0;95,5;-5,5
Summa investeringar;142,1;145,5;-3,4
"""
SCHOOLS = """<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Slutbetyg</title></head>
<body><main><h1>Slutbetyg läsåret 2022/23</h1>
<p>Skolnämnden har sammanställt slutbetygen i årskurs 9 per skola, läsåret 2022/23.</p>
<table><thead>
<tr><th>Skola</th><th>Antal elever</th><th>Genomsnittligt meritvärde</th><th>Behöriga, andel (%)</th></tr></thead>
<tbody><tr><td>Alskolan</td><td>81</td><td>249,2</td><td>..</td></tr>
<tr><td>Ekskolan</td><td>88</td><td>210,7</td><td>84,1</td></tr>
<tr><td>Granskolan</td><td>64</td><td>221,5</td><td>79,0</td></tr>
<tr><td>Hasselskolan</td><td>52</td><td>233,9</td><td>88,5</td></tr></tbody></table></main></body></html>
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("near")
    texts = {
        "nyckeltal.csv": KEY_FIGURES,
        "timmar.csv": SUBSTITUTES,
        "moten.csv": MEETINGS,
        "projekt.csv": PROJECTS,
        "slutbetyg.html": SCHOOLS,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    library: Path = tmp_path_factory.mktemp("asked") / "library"
    build([folder], library, embedder=HashingEmbedder())
    with Engine(Search.open(library, embedder=HashingEmbedder())) as engine:
        yield engine.ask


def test_the_measure_of_the_whole_word_goes_before_one_of_its_beginning(ask: Ask) -> None:
    answer = ask("Hur har personalkontinuiteten i Ekvik förändrats mellan 2021 och 2022?")
    assert -2.0 in [figure.value for figure in answer.figures]
    assert "larm" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hur många ortsbor fick vård i Ekvik 2022?",  # no number of places
        "Hur många vikarier hade Kök 2022?",  # the table counts their hours
        "Vilket meritvärde hade flickorna på Ekskolan 2022/23?",
        "Vad är medelåldern i Ekvik 2022?",
    ],
)
def test_a_near_subject_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_missing_cell_of_a_table_in_a_document_is_not_answered_with_its_neighbour(ask: Ask) -> None:
    answer = ask("Hur stor andel av eleverna på Alskolan var behöriga?")
    assert answer.status is Status.NOT_FOUND
    assert "saknas" in answer.text


def test_a_day_finds_its_row(ask: Ask) -> None:
    answer = ask("Hur många ledamöter var närvarande på parknämndens möte den 24 maj 2023?")
    assert [figure.value for figure in answer.figures] == [7.0]


def test_the_quarters_of_a_year_are_summed(ask: Ask) -> None:
    answer = ask("Hur många vikarietimmar använde Städ under hela 2022?")
    assert answer.figures[0].value == 100.0


def test_a_label_before_a_colon_is_no_address(ask: Ask) -> None:
    answer = ask("Hur stor är prognosen för investeringarna totalt 2023?")
    assert 145.5 in [figure.value for figure in answer.figures]


def test_an_overrun_is_a_deviation_below_zero(ask: Ask) -> None:
    answer = ask("Vilket projekt överskrider budgeten mest 2023?")
    assert "Gång- och ridvägar" in answer.text


def test_a_number_of_persons_with_decimals_is_not_summed(ask: Ask) -> None:
    assert ask("Hur stor är personalkontinuiteten 2022?").status is not Status.COMPUTED
