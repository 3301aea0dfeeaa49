"""The decision of the § on the matter comes before what was applied for or moved there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from indexer.search import Search
from qa.choose.decided import asks_in_the_end, dates_the_matter, decision_first, what_became
from qa.engine import Engine
from qa.model import Status
from qa.read.readings import Reading
from qa.understand.question import understand

Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Ansökan om kiosk vid Tallnäs

Bolaget Sol AB har ansökt om att få driva en kiosk vid Tallnäs med start 2017.

Yrkanden

Sten Ahl (C) yrkar att avgiften för kiosken sätts till 900 kronor.

Beslut

Avgiften för kiosken sätts till 1 400 kronor.

§ 5 Avtal om bojar

Beslut

Ärendet bordläggs till sammanträdet den 9 juni 2016.
"""


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("Vad blev det av uppdraget som nämnden gav i november 2015 om bojarna?", True),
        ("What became of the assignment given in November 2015?", True),
        ("Vad beslutade nämnden i november 2015 om bojarna?", False),
    ],
)
def test_the_time_of_an_assignment_is_not_that_of_the_decision(question: str, dates: bool) -> None:
    assert dates_the_matter(understand(question)) is dates


def test_what_became_of_something_is_asked_in_both_languages() -> None:
    assert what_became(understand("Vad hände med avtalet om bojar?"))
    assert what_became(understand("What became of the agreement on buoys?"))
    assert not what_became(understand("Vad kostar bojarna?"))


def test_a_sum_that_was_settled_is_asked_in_the_end() -> None:
    assert asks_in_the_end(understand("Hur stor blev avgiften till slut?"))
    assert not asks_in_the_end(understand("Hur stor är avgiften?"))


def test_the_sum_decided_comes_before_the_one_moved(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Hur stor blev avgiften för kiosken vid Tallnäs?")
    assert "1 400" in answer.text
    assert "900 kronor" not in answer.text.split("Annan uppgift")[0]


def test_a_decision_that_does_not_name_its_matter_is_found_by_its_section(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Vad hände med avtalet om bojar?")
    assert "bordläggs" in answer.text


def test_a_matter_that_no_section_names_has_no_decision(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Vad beslutade nämnden om bastun i Granvik?")
    assert answer.status is Status.NOT_FOUND


PROPOSED = """TJÄNSTEUTLÅTANDE
Hamnkontoret
2016-04-02

Kiosk vid Tallnäs

Förslag till beslut

Kiosken vid Tallnäs öppnar den 1 maj 2017.

Sammanfattning

Kiosken vid Tallnäs har länge varit önskad av badgäster och båtfolk.
"""
ADOPTED = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 9 Kiosken

Beslut

Kiosken vid Tallnäs öppnar den 1 juni 2017.
"""


def test_what_became_of_a_proposal_goes_before_it(indexed: Open) -> None:
    answer = Engine(indexed(forslag=PROPOSED, protokoll=ADOPTED)).ask("När beslutade nämnden att kiosken skulle öppna?")
    assert "1 maj" not in answer.text


def test_a_body_that_said_yes_decided(candidate: Callable[..., object], reading: Callable[..., list[Reading]]) -> None:
    query = understand("Sa nämnden ja till att Eva Ek fick lämna sin plats i Tallnäs hamnråd?")
    found = reading(
        query,
        candidate("Eva Ek har bett att få lämna sin plats i Tallnäs hamnråd.", section="§ 9"),
        candidate("Avsägelsen beviljas.", Role.DECISION, number=2, section="§ 9"),
    )
    assert decision_first(query, found)[0].passage.text == "Avsägelsen beviljas."
