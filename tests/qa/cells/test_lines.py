"""The same line in two committees' tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Form
from qa.cells import lines
from qa.compute import Worked
from qa.compute.operations import results
from qa.find.retrieve import Candidate
from qa.query import Query
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Ask = Callable[[str], tuple[Query, Worked | None]]

SPORTS = (
    ("Belopp i tkr", "Budget 2026", "Utfall 2026"),
    ("Lokalhyror", "400", "410"),
    ("Personalkostnader", "900", "880"),
)
CULTURE = (("Belopp i tkr", "Budget 2026", "Utfall 2026"), ("Lokalhyror", "150", "140"), ("Övrigt", "20", "25"))


@pytest.fixture
def ask(candidate: Make, reading: Read) -> Ask:
    def asked(question: str) -> tuple[Query, Worked | None]:
        tables = [
            candidate("\n".join(map(" ".join, rows)), document=mark, committee=committee, form=Form.TABLE, rows=rows)
            for mark, committee, rows in (("a", "Fritidsnämnden", SPORTS), ("b", "Kulturnämnden", CULTURE))
        ]
        query = understand(question)
        return query, lines(query, reading(query, *tables), lambda part: reading(part, *tables))

    return asked


def test_the_line_of_both_bodies_is_added(ask: Ask) -> None:
    query, worked = ask("Hur stor är fritidsnämndens och kulturnämndens budget för lokalhyror 2026 tillsammans?")
    assert worked is not None and [one.value for one in worked.operands] == [400.0, 150.0]
    assert results(query, worked)[0].value == 550.0


def test_the_line_of_one_body_is_held_against_the_other(ask: Ask) -> None:
    query, worked = ask("Hur mycket högre är fritidsnämndens budget för lokalhyror än kulturnämndens 2026?")
    assert worked is not None and results(query, worked)[0].value == 250.0


def test_a_line_that_one_of_them_lacks_is_not_made_up(ask: Ask) -> None:
    assert ask("Vad är fritidsnämndens och kulturnämndens personalkostnader i budget 2026 tillsammans?")[1] is None


def test_one_body_is_not_two(ask: Ask) -> None:
    assert ask("Hur stor är fritidsnämndens budget för lokalhyror 2026 totalt?")[1] is None
