"""What is worked out from stated figures, and what is refused because an operand lacks or is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Form, Role
from qa.compute.operations import results
from qa.compute.work import Worked, work
from qa.find.retrieve import Candidate
from qa.query import Query
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Find = Callable[..., tuple[Query, Worked | None]]

GUARDS = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
SHARE = "Andelen behöriga ledare har ökat från 61 procent 2016 till 74 procent 2019."
DEFICIT = "Fritidsnämnden redovisar för 2019 ett underskott om -52,4 mnkr. För 2018 var underskottet -6,1 mnkr."
POOLS = (
    ("Besök i tusental", "2021", "2022", "2023"),
    ("Granbadet", "14", "20", "25"),
    ("Sjöbadet", "31", "33", "40"),
    ("Vikbadet", "9", "12", "11"),
    ("Totalt", "54", "65", "76"),
)
BUDGET = (
    ("Belopp i tkr", "Budget 2023", "Utfall 2023"),
    ("Badhus", "800", "860"),
    ("Ridhus", "300", "290"),
)

FACILITIES = (
    ("Belopp i tkr", "Budget 2023", "Utfall 2023"),
    ("Badhus", "800", "860"),
    ("Ridhus", "300", "290"),
    ("Anläggningskostnader", "1 100", "1 150"),
)


@pytest.fixture
def find(candidate: Make, reading: Read) -> Find:
    """The query and what is worked out for it from texts, each a paragraph, or tables, each rows."""

    def found(question: str, *contents: str | tuple[tuple[str, ...], ...]) -> tuple[Query, Worked | None]:
        query = understand(question)
        candidates = [
            candidate(one, number=number)
            if isinstance(one, str)
            else candidate("\n".join(" ".join(row) for row in one), number=number, form=Form.TABLE, rows=one)
            for number, one in enumerate(contents, 1)
        ]
        return query, work(query, reading(query, *candidates))

    return found


def first(query: Query, worked: Worked | None) -> tuple[float, str, str]:
    assert worked is not None
    result = results(query, worked)[0]
    return result.value, result.unit, result.formula


@pytest.mark.parametrize(
    ("question", "contents", "expected"),
    [
        (
            "Med hur många procent minskade antalet inhyrda parkvakter mellan 2015 och oktober 2017?",
            [GUARDS],
            (-73.8, "procent", "(21 {1} − 80 {0}) / 80 {0} × 100"),
        ),
        ("Hur mycket minskade antalet inhyrda parkvakter?", [GUARDS], (-59.0, "stycken", "21 {1} − 80 {0}")),
        ("Hur mycket har andelen behöriga ledare ökat?", [SHARE], (13.0, "procentenheter", "74 {1} − 61 {0}")),
        (
            "Hur mycket försämrades underskottet mellan 2018 och 2019?",
            [DEFICIT],
            (-46.3, "mnkr", "−52,4 {1} − −6,1 {0}"),
        ),
        (
            "Hur mycket ökade antalet badvakter mellan 2018 och 2019?",
            ["Antalet badvakter var 40 stycken 2018.", "Antalet badvakter var 50 stycken 2019."],
            (10.0, "stycken", "50 {1} − 40 {0}"),
        ),
        (
            "Hur mycket ökade kostnaden för badvakter mellan 2018 och 2019?",
            ["Under 2019 blev kostnaden för badvakter 5,4 mnkr, mot 4,1 mnkr under 2018."],
            (1.3, "mnkr", "5,4 {1} − 4,1 {0}"),
        ),
        ("Hur många fler besök hade Sjöbadet än Granbadet 2022?", [POOLS], (13.0, "", "33 {0} − 20 {1}")),
        ("Hur många besök hade Granbadet och Sjöbadet tillsammans 2022?", [POOLS], (53.0, "", "20 {0} + 33 {1}")),
        (
            "Hur många besök hade Sjöbadet i genomsnitt 2021–2023?",
            [POOLS],
            (34.7, "", "(31 {0} + 33 {1} + 40 {2}) / 3"),
        ),
        (
            "Hur mycket skiljer det mellan det högsta och det lägsta antalet besök 2023?",
            [POOLS],
            (29.0, "", "40 {0} − 11 {1}"),
        ),
        ("Hur stor andel av alla besök 2023 hade Granbadet?", [POOLS], (32.9, "procent", "25 {0} / 76 {1} × 100")),
        ("Hur mycket över budget kostade badhus 2023?", [BUDGET], (60.0, "tkr", "860 {1} − 800 {0}")),
        (
            "Hur stor andel av anläggningskostnaderna 2023 gick till badhus enligt budget?",
            [FACILITIES],
            (72.7, "procent", "800 {0} / 1\u00a0100 {1} × 100"),
        ),
        (
            "Hur många gånger större var underskottet 2019 än 2018?",
            [DEFICIT],
            (8.6, "gånger", "−52,4 {1} / −6,1 {0}"),
        ),
        (
            "Hur stor andel av tjänsterna på badet var vakanta i juni?",
            ["Badet har 30 tjänster. I juni var fyra av dem vakanta."],
            (13.3, "procent", "4 {0} / 30 {1} × 100"),
        ),
        (
            "Hur stor andel av dem som slutade gick i pension?",
            ["Av de 60 badvakter som slutade gick 12 i pension och 20 till andra bad."],
            (20.0, "procent", "12 {0} / 60 {1} × 100"),
        ),
        (
            "Hur många tjänster på badet var tillsatta?",
            ["Badet har 30 tjänster. I juni var fyra av dem vakanta."],
            (26.0, "tjänster", "30 {0} − 4 {1}"),
        ),
        (
            "Vad blir avgiften för badkort efter höjningen?",
            ["Avgiften för badkort är 400 kr. Nämnden föreslår en höjning med 50 kr av avgiften för badkort."],
            (450.0, "kr", "400 {0} + 50 {1}"),
        ),
    ],
)
def test_a_result_has_its_value_unit_and_formula(
    find: Find, question: str, contents: list[str], expected: tuple[float, str, str]
) -> None:
    assert first(*find(question, *contents)) == expected


def test_an_english_question_finds_the_same_change(find: Find) -> None:
    swedish = first(*find("Hur mycket försämrades underskottet mellan 2018 och 2019?", DEFICIT))
    english = first(*find("How much did the deficit worsen between 2018 and 2019?", DEFICIT))
    assert swedish[0] == english[0] == -46.3


@pytest.mark.parametrize(
    ("question", "contents"),
    [
        ("Hur mycket ökade antalet badvakter mellan 2018 och 2019?", ["Antalet badvakter var 40 stycken 2018."]),
        ("Hur mycket ökade antalet badvakter mellan 2011 och 2012?", [GUARDS]),
        ("Hur många badvakter fanns 2018?", ["Antalet badvakter var 40 stycken 2018 och 50 stycken 2019."]),
        (
            "Hur mycket ökade kostnaden mellan 2018 och 2019?",
            ["Kostnaden var 40 mnkr 2018 och 12 procent 2019."],
        ),
        ("Hur mycket har bidraget till ridhuset minskat?", [GUARDS]),
        ("Hur många fler besök hade Sjöbadet än Strandbadet 2022?", [POOLS]),
        ("Hur många fler besök hade Sjöbadet än Granbadet 2019?", [POOLS]),
        ("Hur många besök hade Sjöbadet i genomsnitt 2020–2023?", [POOLS]),
        (
            "Hur mycket ökade kostnaden för badvakter mellan 2018 och 2019?",
            ["Kostnaden för badvakter var 4,1 mnkr 2018.", "Kostnaden för badvakter var 5,4 mnkr januari–juni 2019."],
        ),
    ],
    ids=[
        "one end is missing",
        "other years",
        "no change is asked for",
        "other units",
        "another matter",
        "a row is missing",
        "a column is missing",
        "a year of the mean is missing",
        "part of a year",
    ],
)
def test_nothing_is_worked_out_where_an_operand_lacks(find: Find, question: str, contents: list[str]) -> None:
    assert find(question, *contents)[1] is None


def test_a_stated_change_is_not_worked_out(find: Find) -> None:
    text = "Antalet badvakter ökade från 40 till 52 mellan 2018 och 2019, en ökning med 12 badvakter."
    assert find("Hur mycket ökade antalet badvakter mellan 2018 och 2019?", text)[1] is None


def test_what_is_proposed_is_no_operand(candidate: Make, reading: Read) -> None:
    query = understand("Hur mycket ökade antalet badvakter mellan 2018 och 2019?")
    held = candidate("Antalet badvakter var 40 stycken 2018.")
    proposed = candidate("Antalet badvakter ska vara 50 stycken 2019.", Role.PROPOSAL, number=2)
    assert work(query, reading(query, held, proposed)) is None


def test_of_two_parts_side_by_side_neither_is_the_whole(find: Find) -> None:
    text = "Av badvakterna valde 20 ja-linjen och 26 nej-linjen."
    assert find("Hur stor andel av badvakterna valde ja-linjen?", text)[1] is None


def test_nothing_is_worked_out_from_nothing(find: Find) -> None:
    assert find("Hur mycket minskade antalet inhyrda parkvakter?")[1] is None


def test_a_share_is_sought_only_in_its_column_of_a_long_table(find: Find) -> None:
    rows = [(f"Enhet {number}", *(str(number + year) for year in range(3))) for number in range(1, 201)]
    table = (("Besök", "2021", "2022", "2023"), *rows, ("Totalt", "20000", "30000", "40000"))
    _, worked = find("Hur stor andel av alla besök 2022 hade Enhet 7?", table)
    found = worked is not None and [one.value for one in worked.operands]
    assert found == [8.0, 30000.0]
