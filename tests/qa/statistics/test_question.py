"""What a question says by itself."""

from __future__ import annotations

import pytest

from qa.statistics.plan import Threshold
from qa.statistics.question import ask


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Hur många procent ökade det?", "procent"),
        ("Med hur många procentenheter?", "procentenheter"),
        ("Hur stor andel?", "procent"),
        ("Hur många miljoner kronor kostade det?", "mnkr"),
        ("Hur många besök?", "antal"),
        ("Hur lång är kötiden?", "dagar"),
        ("Hur högt är värdet?", ""),
    ],
)
def test_the_unit_that_is_asked_for(question: str, unit: str) -> None:
    assert ask(question, "sv").unit == unit


def test_a_threshold_with_its_number() -> None:
    assert ask("Hur många kommuner har under 1 500 besök?", "sv").threshold == Threshold("<", 1500.0)
    assert ask("How many have at least 12.5 percent?", "en").threshold == Threshold(">=", 12.5)


def test_how_many_of_the_first_are_wanted() -> None:
    assert ask("Vilka tre nämnder har högst kostnad?", "sv").top == 3
    assert ask("What are the top five boards?", "en").top == 5


def test_english_terms_carry_swedish_words() -> None:
    terms = ask("What was staff turnover?", "en").terms
    assert ("personalomsättning",) in {words for term in terms for words, _ in term.alternatives}


def test_a_particle_joins_its_verb() -> None:
    terms = ask("Hur många flyttade in?", "sv").terms
    assert ("inflyttade",) in {words for term in terms for words, _ in term.alternatives}


def test_what_is_asked_against_budget_is_the_deviation() -> None:
    terms = ask("Hur gick nämnden mot budget?", "sv").terms
    assert ("avvikelse",) in {words for term in terms for words, _ in term.alternatives}


def test_quoted_names_stay_as_they_are() -> None:
    quote = ask('What is "Antal besök" for "Norra"?', "en").quotes[0]
    assert (quote.text, quote.written) == ("antal besök", "Antal besök")
