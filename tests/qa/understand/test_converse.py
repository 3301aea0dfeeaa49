"""Follow-ups inherit what they leave out."""

from __future__ import annotations

import pytest

from qa.query import Query, Wants
from qa.understand.converse import complete

SWEDISH = "Hur många parkvakter fanns i oktober 2017?"
ENGLISH = "How many visits did the swimming halls have in 2019?"


def met(query: Query) -> set[str]:
    return {token for concept in query.concepts for token, _ in concept.tokens}


def isos(query: Query) -> list[str]:
    return [period.iso for period in query.periods]


@pytest.mark.parametrize(
    ("question", "before", "period"), [("Och 2015?", SWEDISH, "2015"), ("And in 2015?", ENGLISH, "2015")]
)
def test_a_follow_up_with_another_year_keeps_the_subject_and_the_wish(question: str, before: str, period: str) -> None:
    query = complete(question, [before])
    assert query.wants is Wants.COUNT
    assert isos(query) == [period]
    assert met(complete(before, [])) <= met(query)


@pytest.mark.parametrize(
    ("question", "before", "period"),
    [
        ("Och året innan?", "Hur många besök var det 2019?", "2018"),
        ("And the year before?", ENGLISH, "2018"),
        ("Och året efter?", "Hur många besök var det 2019?", "2020"),
        ("And the following year?", ENGLISH, "2020"),
        ("Och året innan?", SWEDISH, "2016-10"),
    ],
)
def test_the_year_before_and_after_are_counted_from_the_year_spoken_of(question: str, before: str, period: str) -> None:
    assert isos(complete(question, [before])) == [period]


def test_a_month_without_a_year_gets_the_year_spoken_of() -> None:
    assert isos(complete("Och i mars?", [SWEDISH])) == ["2017-03"]


@pytest.mark.parametrize(("question", "before"), [("Vem säger det?", SWEDISH), ("Who says that?", ENGLISH)])
def test_who_says_that_asks_for_the_speaker_of_what_was_asked_before(question: str, before: str) -> None:
    query = complete(question, [before])
    assert query.attributes
    assert isos(query) == isos(complete(before, []))
    assert met(complete(before, [])) <= met(query)


def test_a_question_that_stands_on_its_own_inherits_nothing() -> None:
    question = "Hur stort bidrag ansökte ridklubben om till ridhuset?"
    assert complete(question, [SWEDISH]) == complete(question, [])


def test_a_follow_up_to_a_follow_up_goes_back_to_the_first_question() -> None:
    query = complete("Och 2016?", [SWEDISH, "Och 2015?"])
    assert isos(query) == ["2016"]
    assert met(complete(SWEDISH, [])) <= met(query)


def test_without_history_a_follow_up_is_asked_as_it_stands() -> None:
    assert complete("Och 2015?", []).question == "Och 2015?"


def test_what_is_inherited_weighs_less_than_what_is_said() -> None:
    query = complete("Och badvärdarna?", [SWEDISH])
    weights = {concept.word: concept.weight for concept in query.concepts}
    assert weights["parkvakter"] < weights["badvärdarna"]


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("Who entered a reservation?", "What did the council decide on the lamps?"),
        ("How did the board decide?", "What did Eva Ek move about the lamps?"),
        ("Hur beslutade nämnden?", "Vad yrkade Eva Ek om lyktorna?"),
    ],
)
def test_a_question_that_names_no_matter_is_about_the_one_spoken_of(question: str, before: str) -> None:
    assert complete(question, [before]).meant == f"{before} {question}"


def test_the_year_before_takes_the_place_of_the_year_spoken_of() -> None:
    assert complete("Hur var det året innan?", ["Hur många besök var det 2019?"]).meant.startswith(
        "Hur många besök var det 2018?"
    )


@pytest.mark.parametrize(
    ("question", "earlier", "meant"),
    [
        ("And in May?", "How many boats came in April 2014?", "How many boats came in May 2014?"),
        ("Och i maj?", "Hur många båtar kom i april 2014?", "Hur många båtar kom i maj 2014?"),
        ("Och i Granvik?", "Hur stor var hamnen i Tallnäs 2014?", "Hur stor var hamnen i Granvik 2014?"),
        ("Och i andra hamnar?", "Vad lägger Tallnäs på båtar, netto?", "Vad lägger andra hamnar på båtar, netto?"),
        ("Hur är det med bojarna då?", "Hur ligger bryggan till mot budget?", "Hur ligger bojarna till mot budget?"),
        ("What about staff then?", "How is the jetty doing against budget?", "How is staff doing against budget?"),
    ],
)
def test_what_the_fragment_names_takes_the_place_of_its_like(question: str, earlier: str, meant: str) -> None:
    assert complete(question, [earlier]).meant.startswith(meant)


@pytest.mark.parametrize(
    ("question", "before", "period"),
    [
        ("Och månaden innan?", "Hur många parkvakter fanns i januari 2018?", "2017-12"),
        ("And the following month?", "How many visits were there in December 2018?", "2019-01"),
        ("Och månaden därpå?", SWEDISH, "2017-11"),
    ],
)
def test_the_month_before_and_after_cross_the_year(question: str, before: str, period: str) -> None:
    assert isos(complete(question, [before])) == [period]
