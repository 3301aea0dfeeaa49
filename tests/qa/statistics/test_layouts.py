"""Tables as agencies lay them out, asked about in everyday words: what must not be mixed up is kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status

FILES = {
    "register": """Arbetslöshet enligt registret, andel (%)
Kommun;2022;2023
Viken;4,1;4,3
Näset;5,0;5,2
""",
    "enkat": """Arbetslöshet enligt enkäten, andel (%)
Kommun;2022;2023
Viken;7,1;7,4
Näset;8,0;8,3
""",
    "pendling": """Pendling 2022
Kommun;Inpendlare;därav kvinnor;Utpendlare
Viken;200;90;100
Näset;300;120;400
""",
    "bidrag": """Föreningsbidrag 2023
Förening;Typ;Sökt belopp, kr;Beviljat belopp, kr
Pilen;Idrott;9000;4000
Luren;Kultur;8000;5000
Falken;Idrott;7000;3000
""",
    "utslapp": """Utsläpp av växthusgaser per sektor, ton
Kommun;Sektor;2021;2022
Viken;Totalt;50;60
Viken;Jordbruk;20;25
Viken;Transporter;30;35
""",
}
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("layouts")
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    library: Path = tmp_path_factory.mktemp("laid") / "library"
    build([folder], library, embedder=HashingEmbedder())
    with Engine(Search.open(library, embedder=HashingEmbedder())) as engine:
        yield engine.ask


def values(answer: Answer) -> list[float]:
    return [figure.value for figure in answer.figures]


def test_one_word_for_two_definitions_is_asked_back(ask: Ask) -> None:
    answer = ask("Hur hög var arbetslösheten i Viken 2023?")
    assert answer.status is Status.CLARIFY
    assert "4,3" in answer.text
    assert "7,4" in answer.text


def test_a_definition_that_is_named_is_taken(ask: Ask) -> None:
    assert values(ask("Hur hög var arbetslösheten enligt enkäten i Viken 2023?")) == [7.4]


def test_a_share_is_of_the_column_that_it_is_part_of(ask: Ask) -> None:
    assert "45" in ask("Hur stor andel av inpendlarna i Viken är kvinnor?").text


def test_one_side_of_a_comparison_is_no_answer(ask: Ask) -> None:
    assert ask("Hur många fler pendlar ut än tidigare i Viken?").status is Status.NOT_FOUND


def test_what_was_received_was_granted_and_not_applied_for(ask: Ask) -> None:
    assert values(ask("Hur mycket fick Pilen i bidrag 2023?")) == [4000.0]


def test_the_first_part_of_a_word_chooses_the_kind(ask: Ask) -> None:
    assert 7000.0 in values(ask("Hur mycket fick idrottsföreningarna sammanlagt 2023?"))


def test_amounts_are_no_answer_to_what_is_asked_per_inhabitant(ask: Ask) -> None:
    assert ask("Hur stora var utsläppen per invånare i Viken 2022?").status is Status.NOT_FOUND


def test_per_sector_is_no_rate(ask: Ask) -> None:
    assert values(ask("Hur stora var utsläppen från jordbruket i Viken 2022?")) == [25.0]
