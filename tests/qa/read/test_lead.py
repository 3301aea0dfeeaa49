"""The short direct answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.figures import periods
from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read.lead import Lead, lead, period_text
from qa.read.matching import weigh
from qa.read.passages import passages
from qa.understand.question import understand

Make = Callable[..., Candidate]

GUARDS = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."


def of(question: str, found: Candidate) -> Lead | None:
    query = understand(question)
    return lead(query, weigh(query), next(passages([found])))


def values(found: Lead | None) -> list[float]:
    assert found is not None
    return [figure.value for figure in found.figures]


@pytest.mark.parametrize(
    ("question", "value", "period"),
    [
        ("Hur många parkvakter fanns 2015?", 80.0, "2015"),
        ("How many park guards were there in 2015?", 80.0, "2015"),
        ("Hur många parkvakter fanns i oktober 2017?", 21.0, "2017-10"),
        ("How many park guards were there in October 2017?", 21.0, "2017-10"),
    ],
)
def test_the_figure_of_the_period_asked_for_is_taken(candidate: Make, question: str, value: float, period: str) -> None:
    found = of(question, candidate(GUARDS, Role.CLAIM))
    assert found is not None
    assert (found.figures[0].value, found.figures[0].period) == (value, period)


def test_the_end_of_a_change_says_where_it_came_from(candidate: Make) -> None:
    found = of("Hur många parkvakter fanns i oktober 2017?", candidate(GUARDS))
    assert found is not None
    assert values(found) == [21.0, 80.0]
    assert "ned från 80" in found.text
    english = of("How many park guards were there in October 2017?", candidate(GUARDS))
    assert english is not None
    assert "down from 80" in english.text


def test_a_hedge_is_part_of_the_figure(candidate: Make) -> None:
    found = of("Hur många lyktor finns?", candidate("I parken finns drygt 300 lyktor."))
    assert found is not None
    assert found.text.lower().startswith("drygt 300")
    assert found.figures[0].hedge == "drygt"


def test_a_number_of_the_question_is_not_its_answer(candidate: Make) -> None:
    text = "Av de 33 har 19 ledare bytt tjänst."
    assert values(of("Hur många av de 33 har bytt tjänst?", candidate(text))) == [19.0]


def test_money_has_its_unit_as_written_and_english_figures_an_english_point(candidate: Make) -> None:
    found = candidate("Bytet kostar 1,9 miljoner kronor.")
    swedish, english = of("Vad kostar bytet?", found), of("How much does the change cost?", found)
    assert swedish is not None and english is not None
    assert "1,9 miljoner kronor" in swedish.text
    assert "1.9" in english.text
    assert swedish.figures == english.figures


def test_a_passage_without_the_wanted_figure_has_no_lead(candidate: Make) -> None:
    assert of("Hur många lyktor finns?", candidate("Flera lyktor är trasiga.")) is None


@pytest.mark.parametrize(
    ("question", "value"), [("Hur många besök hade Norra hallen 2019?", 515.0), ("Hur många barn?", 77.0)]
)
def test_a_cell_is_found_by_the_head_of_its_column(table: Make, question: str, value: float) -> None:
    rows = table(("Simhall", "Besök 2018", "Besök 2019", "Barn"), ("Norra", "412", "515", "77"))
    found = of(question, rows)
    assert values(found) == [value]


def test_a_cell_is_not_guessed_where_two_columns_fit_as_well(table: Make) -> None:
    rows = table(("Simhall", "Besök 2018", "Besök 2019"), ("Norra", "412", "515"))
    assert of("Hur många besök hade Norra hallen?", rows) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [("När är planen daterad?", "3 februari 2021"), ("When is the plan dated?", "3 February 2021")],
)
def test_a_date_is_written_out(candidate: Make, question: str, text: str) -> None:
    assert of(question, candidate("Planen är daterad 2021-02-03.")) == Lead(text)


def test_the_date_that_the_question_states_is_not_its_answer(candidate: Make) -> None:
    text = "Planen från 2019 är daterad 2021-02-03."
    assert of("När är planen från 2019 daterad?", candidate(text)) == Lead("3 februari 2021")


def test_a_person_comes_with_party_and_office(candidate: Make) -> None:
    found = of("Vem är ordförande?", candidate("Ordförande är Ebba Nordqvist (S)."))
    assert found is not None
    assert "Ebba Nordqvist (S)" in found.text


def test_the_person_that_the_question_names_is_not_its_answer(candidate: Make) -> None:
    text = "Ebba Nordqvist ersätts av Rut Backlund."
    found = of("Vem ersätter Ebba Nordqvist?", candidate(text))
    assert found is not None
    assert found.text.startswith("Rut Backlund")


def test_the_registry_number_and_the_section_come_from_the_document(candidate: Make) -> None:
    held = candidate("Plan för lekplatser.", dnr=("FN 2017:77",), section="§ 27")
    assert of("Vilket diarienummer har planen?", held) == Lead("FN 2017:77")
    assert of("Under vilken paragraf står planen?", held) == Lead("§ 27")


def test_of_two_registry_numbers_none_is_picked(candidate: Make) -> None:
    held = candidate("Plan för lekplatser.", dnr=("FN 2017:77", "FN 2018:12"))
    assert of("Vilket diarienummer har planen?", held) is None


def test_one_party_is_the_answer_and_two_have_to_be_read(candidate: Make) -> None:
    asked = "Vilket parti lämnade motionen?"
    assert of(asked, candidate("Motionen lämnades av (V).")) == Lead("(V)")
    assert of(asked, candidate("Motionen lämnades av (V) och (S).")) is None


def test_a_question_for_text_has_no_lead(candidate: Make) -> None:
    assert of("Hur arbetar förvaltningen?", candidate("Den har 12 anställda.")) is None


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("2018", "2018", "2018"),
        ("november 2018", "november 2018", "November 2018"),
        ("den 24 mars 2019", "24 mars 2019", "24 March 2019"),
        ("januari-november 2024", "januari–november 2024", "January–November 2024"),
        ("åren 2015 till 2018", "2015–2018", "2015–2018"),
        ("i maj", "maj", "May"),
    ],
)
def test_a_period_is_put_into_words(text: str, swedish: str, english: str) -> None:
    (period,) = periods(text)
    assert period_text(period, "sv") == swedish
    assert period_text(period, "en") == english
