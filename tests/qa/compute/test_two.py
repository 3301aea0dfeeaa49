"""Two sides compared whole: both things then and now, what was decided against what was proposed, income and cost."""

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

POSTS = (
    "Antalet lediga jobb för lärare var 40 i maj 2022 och för assistenter 12. "
    "I april 2022 var antalet lediga jobb för lärare 31 och för assistenter 9."
)
COST = (("Kostnader för badet", ""), ("Post", "Belopp"), ("Löner", "300 kr"), ("El", "60 kr"), ("Summa", "360 kr"))
INCOME = (("Avgift", "Antal", "Intäkt"), ("Barn", "10", "100 kr"), ("Vuxna", "20", "300 kr"), ("Summa", "", "400 kr"))


@pytest.fixture
def find(reading: Read) -> Callable[..., tuple[Query, Worked | None]]:
    def found(question: str, *candidates: Candidate) -> tuple[Query, Worked | None]:
        query = understand(question)
        return query, work(query, reading(query, *candidates))

    return found


def first(query: Query, worked: Worked | None) -> tuple[float, str]:
    assert worked is not None
    result = results(query, worked)[0]
    return result.value, result.formula


def test_the_sum_of_both_is_compared(candidate: Make, find: Callable[..., tuple[Query, Worked | None]]) -> None:
    question = "Hur många lediga jobb fanns totalt för båda grupperna i maj 2022 jämfört med april 2022?"
    value, formula = first(*find(question, candidate(POSTS)))
    assert (value, formula) == (12.0, "(40 {2} + 12 {3}) − (31 {0} + 9 {1})")


def test_what_was_decided_is_held_against_the_proposal(
    candidate: Make, find: Callable[..., tuple[Query, Worked | None]]
) -> None:
    question = "Hur mycket lägre blev anslaget till badet än förvaltningen ville?"
    decided = candidate(
        "Nämnden anslår 3,0 mnkr till badet.", role=Role.DECISION, section="§ 4", headings=("§ 4 Badet",)
    )
    wanted = candidate(
        "Förvaltningens förslag är att 3,4 mnkr anslås till badet.", number=2, section="§ 4", headings=("§ 4 Badet",)
    )
    assert first(*find(question, decided, wanted))[0] == 0.4
    other = candidate("Förslaget är 9,9 mnkr till ett stall.", number=3, section="§ 5", headings=("§ 5 Stallet",))
    assert find(question, decided, other)[1] is None


def test_income_covers_the_cost(candidate: Make, find: Callable[..., tuple[Query, Worked | None]]) -> None:
    tables = [
        candidate("\n".join(" ".join(row) for row in rows), number=number, form=Form.TABLE, rows=rows)
        for number, rows in enumerate((COST, INCOME), 1)
    ]
    query, worked = find("Täckte avgifterna kostnaderna för badet, och med hur mycket?", *tables)
    assert first(query, worked) == (40.0, "400 {0} − 360 {1}")
    assert find("Täckte avgifterna kostnaderna för badet, och med hur mycket?", tables[1])[1] is None
