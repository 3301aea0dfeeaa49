"""Changes worked out between two stated figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.compute import Change, asks_change, change, result_text
from qa.matching import weigh
from qa.query import Query
from qa.read import Reading
from qa.retrieve import Candidate
from qa.understand import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Found = Callable[..., tuple[Query, Change | None]]

GUARDS = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
SHARE = "Andelen behöriga ledare har ökat från 61 procent 2016 till 74 procent 2019."
DEFICIT = "Fritidsnämnden redovisar för 2019 ett underskott om -52,4 mnkr. För 2018 var underskottet -6,1 mnkr."


@pytest.fixture
def worked_out(candidate: Make, reading: Read) -> Found:
    """The query and the change that it finds in texts, each a paragraph."""

    def find(question: str, *texts: str) -> tuple[Query, Change | None]:
        query = understand(question)
        candidates = [candidate(text, number=number) for number, text in enumerate(texts, 1)]
        return query, change(query, weigh(query), reading(query, *candidates))

    return find


@pytest.mark.parametrize(
    "question",
    [
        "Med hur många procent minskade antalet inhyrda parkvakter mellan 2015 och oktober 2017?",
        "Hur mycket minskade antalet inhyrda parkvakter?",
    ],
)
def test_both_ends_of_a_change_are_found_earlier_first(worked_out: Found, question: str) -> None:
    _, found = worked_out(question, GUARDS)
    assert found is not None
    assert (found.before.figure.number.value, found.after.figure.number.value) == (80.0, 21.0)
    assert found.difference == -59
    assert found.percent == pytest.approx(-73.75)


def test_an_english_question_finds_the_same_change(worked_out: Found) -> None:
    swedish = worked_out("Hur mycket försämrades underskottet mellan 2018 och 2019?", DEFICIT)[1]
    english = worked_out("How much did the deficit worsen between 2018 and 2019?", DEFICIT)[1]
    assert swedish is not None and english is not None
    assert english.difference == swedish.difference


def test_a_change_may_have_its_ends_in_two_paragraphs(worked_out: Found) -> None:
    _, found = worked_out(
        "Hur mycket ökade antalet badvakter mellan 2018 och 2019?",
        "Antalet badvakter var 40 stycken 2018.",
        "Antalet badvakter var 50 stycken 2019.",
    )
    assert found is not None
    assert (found.difference, found.percent) == (10.0, 25.0)
    assert found.before.passage.candidate.paragraph.id != found.after.passage.candidate.paragraph.id


def test_percent_change_is_shown_with_its_formula(worked_out: Found) -> None:
    query, found = worked_out("Med hur många procent minskade antalet inhyrda parkvakter?", GUARDS)
    assert found is not None
    assert result_text(query, found) == (
        "−73,8 procent",
        -73.8,
        "procent",
        "(21 {after} − 80 {before}) / 80 {before} × 100",
    )


def test_a_change_of_percentages_is_in_percentage_points_and_has_no_percent(worked_out: Found) -> None:
    query, found = worked_out("Hur mycket har andelen behöriga ledare ökat?", SHARE)
    assert found is not None
    assert found.percent is None
    text, value, unit, formula = result_text(query, found)
    assert (text, value, unit) == ("+13 procentenheter", 13.0, "procentenheter")
    assert formula == "74 {after} − 61 {before}"


def test_between_negative_balances_there_is_a_difference_and_a_ratio_and_no_percent(worked_out: Found) -> None:
    query, found = worked_out("Hur mycket försämrades underskottet mellan 2018 och 2019?", DEFICIT)
    assert found is not None
    assert (found.difference, found.percent, found.ratio) == (-46.3, None, 8.6)
    assert "procent" not in result_text(query, found)[0]


def test_from_zero_there_is_neither_percent_nor_ratio(worked_out: Found) -> None:
    _, found = worked_out(
        "Hur mycket har antalet badvakter ökat?", "Antalet badvakter har ökat från 0 stycken 2015 till 21 stycken 2017."
    )
    assert found is not None
    assert (found.difference, found.percent, found.ratio) == (21.0, None, None)


def test_from_plus_to_minus_there_is_no_percent_and_no_ratio(worked_out: Found) -> None:
    _, found = worked_out(
        "Hur mycket förändrades resultatet mellan 2018 och 2019?", "Resultatet var 6,0 mnkr 2018 och -2,5 mnkr 2019."
    )
    assert found is not None
    assert (found.difference, found.percent, found.ratio) == (-8.5, None, None)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur mycket ökade antalet badvakter mellan 2018 och 2019?", "Antalet badvakter var 40 stycken 2018."),
        ("Hur mycket ökade antalet badvakter mellan 2011 och 2012?", GUARDS),
        ("Hur många badvakter fanns 2018?", "Antalet badvakter var 40 stycken 2018 och 50 stycken 2019."),
        ("Hur mycket ökade kostnaden mellan 2018 och 2019?", "Kostnaden var 40 mnkr 2018 och 12 procent 2019."),
        ("Hur mycket har bidraget till ridhuset minskat?", GUARDS),
    ],
    ids=["one end is missing", "other years", "no change is asked for", "other units", "another matter"],
)
def test_nothing_is_worked_out_where_an_end_is_missing(worked_out: Found, question: str, text: str) -> None:
    assert worked_out(question, text)[1] is None


def test_nothing_is_worked_out_from_nothing(worked_out: Found) -> None:
    assert worked_out("Hur mycket minskade antalet inhyrda parkvakter?")[1] is None


def test_only_questions_for_figures_or_text_ask_for_a_change() -> None:
    assert asks_change(understand("Hur mycket minskade kön?"))
    assert not asks_change(understand("Vem minskade kön?"))
    assert not asks_change(understand("Hur många lyktor finns?"))
