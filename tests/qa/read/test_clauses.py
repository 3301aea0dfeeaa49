"""Of two figures of a sentence the one whose clause says what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.find.retrieve import Candidate
from qa.read.lead import lead
from qa.read.matching import weigh
from qa.read.passages import passages
from qa.understand.question import understand

Make = Callable[..., Candidate]

FEE = "I det nuvarande avtalet betalar klubben 600 kronor men med det nya avtalet blir avgiften 900 kronor."
CHANGE = "Prognosen per augusti (-30 mnkr) och per november (-36 mnkr) visar en försämring om 6 mnkr."
GUARDS = "I medeltal var 63 vakter i tjänst per månad, mot 54 under samma period 2016."


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("Vad betalar klubben enligt det nya avtalet?", FEE, 900),
        ("Vad betalar klubben enligt det nuvarande avtalet?", FEE, 600),
        ("Hur mycket sämre blev prognosen mellan augusti och november?", CHANGE, 6),
        ("Hur många vakter var i tjänst per månad 2016?", GUARDS, 54),
        ("How many guards were on duty per month in 2016?", GUARDS, 54),
    ],
)
def test_the_clause_decides(candidate: Make, question: str, text: str, value: float) -> None:
    query = understand(question)
    found = lead(query, weigh(query), next(passages([candidate(text, date="2017-12-01")])))
    assert found is not None
    assert found.figures[0].value == value


def test_how_long_it_applies_is_its_period_and_no_hours(candidate: Make) -> None:
    query = understand("How long does the exemption apply?")
    text = "Parken undantas från kravet på 20 timmars vakt från och med den 11 juni 2016 till och med den 10 juni 2017."
    found = lead(query, weigh(query), next(passages([candidate(text)])))
    assert found is not None
    assert found.text == "11 June 2016–10 June 2017"
